//! One country: each measure with its status now, and every claim with its sources.

use super::later::{close, hatch_pattern, named_button};
use super::part::Part;
use super::{
    bdi, button, choice, clause, compare, heading, link, maybe_link, p, piece, pressable, span, status, tile,
    whether, words,
};
use crate::feed::{MeasureIndex, MemberIndex};
use crate::markup::{Html, each, list, node, nodes, nothing, said, some, text};
use crate::message::{Messages, Phrase};
use crate::model::Msg;
use crate::model::compare::CompareAct;
use crate::model::details::DetailsAct;
use crate::model::field::Field;
use crate::model::share::{Offer, ShareAct};
use crate::profile::{Claim, Gap, Neighbour, Peer, Peers, Profile, Reply, Scope, Section, Source};
use crate::scene::history::{History, Span};
use crate::scene::number::px;
use crate::words::Words;

/// The profile that is open.
pub fn draw(part: &Part) -> Html {
    let Part { shown, messages, .. } = part;
    let (Some(profile), Some(member)) = (shown.profile(messages), shown.query.country) else {
        return nothing();
    };
    let name = heading(shown.query.level(1), "profile-name", words(&profile.name));
    let neighbours = profile.neighbours.iter().zip(ARROWS);
    let neighbours = neighbours.map(|(other, arrow)| neighbour(part, other.as_ref(), arrow));
    node!(
        "section", "class" = "profile", "part" = "profile", "aria-labelledby" = "profile";
        "data-country" = profile.code.to_string()
        => [
            node!("div", "class" = "profile-head" => [
                node!("div", "id" = "profile", "tabindex" = "-1" => name),
                compare_toggle(part, member, &profile.name.text),
                close(messages, Msg::Close),
            ]),
            compare::refusal(part, member),
            p("facts", pieces(&profile.facts)),
            gap(messages, profile.gap),
            hatch(),
            sections(part, &profile),
            some(profile.peers.as_ref(), |peers| self::peers(part, &profile, peers)),
            node!("div", "class" = "profile-tools" => [
                list(neighbours.collect()),
                if shown.query.shows("footer") { own_link(part) } else { nothing() },
            ]),
        ]
    )
}

/// Says that sources are not here; where they did not come, with a button that tries again.
fn gap(messages: &Messages, gap: Gap) -> Html {
    match gap {
        Gap::Nothing => nothing(),
        Gap::Coming => {
            node!("p", "class" = "recorded", "data-say" = "" => said(messages, Phrase::loading))
        }
        Gap::Missed => node!("div", "class" = "notice", "part" = "notice", "role" = "alert" => [
            p("", said(messages, Phrase::sources_missed)),
            button("button", said(messages, Phrase::retry), Msg::Details(DetailsAct::Again)),
        ]),
    }
}

/// The measures one by one; of a member that nothing is known of, all at once.
fn sections(part: &Part, profile: &Profile) -> Html {
    let Some(first) = profile.unheard_of() else {
        let section = |(at, item)| section(part, item, asks(part, profile, at));
        return list(profile.sections.iter().enumerate().map(section).collect());
    };
    node!("div", "class" = "measure" => [
        p("standing", nodes![tile(&first.class), label(first)]),
        node!("ul", "class" = "asked" => each(&profile.sections, &|section| {
            node!("li" => [clause(section.clause.as_ref()), words(&section.title)])
        })),
        line("explanation", first.explanation.as_ref()),
        if asks(part, profile, 0) { ask(part) } else { nothing() },
    ])
}

/// The status of a measure in words.
pub fn label(section: &Section) -> Html {
    node!("b" => bdi(&section.class.label, section.class.lang.as_deref()))
}

/// Short facts on a line.
pub fn pieces(facts: &[Words]) -> Html {
    each(facts, &|fact| piece(words(fact)))
}

/// The button that adds a country to the comparison, or takes it out.
fn compare_toggle(part: &Part, member: MemberIndex, name: &str) -> Html {
    let Part { shown, messages, .. } = part;
    let act = Msg::Compare(CompareAct::Toggle(shown.code(member)));
    let toggle = node!(
        "button", "type" = "button", "data-kind" = "compare";
        "aria-pressed" = whether(shown.query.compare.contains(&member)),
        "aria-label" = messages.fill(Phrase::compare_country, &[("country", name)])
        => said(messages, Phrase::compare)
    );
    pressable(toggle, act)
}

/// The view's link has the open profile: the button opens the panel that gives it.
fn own_link(part: &Part) -> Html {
    let words = said(&part.messages, Phrase::profile_link);
    button("link", words, Msg::Share(ShareAct::Open(Offer::Link)))
}

/// Whether the button that opens the letter stands with the measure at this place. The panel belongs to the footer.
fn asks(part: &Part, profile: &Profile, at: usize) -> bool {
    profile.ask == Some(MeasureIndex(at)) && part.shown.query.shows("footer")
}

/// Opens the letter that asks for what is not publicly known.
fn ask(part: &Part) -> Html {
    let ask = node!("button", "type" = "button", "data-kind" = "link"; "data-offer" = Offer::Ask.name() => said(&part.messages, Phrase::ask));
    pressable(ask, Msg::Share(ShareAct::Open(Offer::Ask)))
}

/// What stands before and after the names of the country before and after, and what it means. In text from right to
/// left these signs are mirrored.
const ARROWS: [(&str, &str, Phrase); 2] = [("‹", "", Phrase::previous), ("", "›", Phrase::next)];

fn neighbour(
    part: &Part,
    other: Option<&Neighbour>,
    (before, after, phrase): (&'static str, &'static str, Phrase),
) -> Html {
    let Some(Neighbour { member, name }) = other else { return nothing() };
    let arrow = |sign: &'static str| node!("span", "aria-hidden" = "true" => text(sign));
    let label = part.messages.fill(phrase, &[("country", &name.text)]);
    let content = nodes![arrow(before), words(name), arrow(after)];
    named_button("neighbour", label, content, Msg::Open(part.shown.code(*member)))
}

/// The region and the groups, each a button that shows its members alone.
fn peers(part: &Part, profile: &Profile, peers: &Peers) -> Html {
    let title = heading(part.shown.query.level(2), "measure-name", said(&part.messages, Phrase::peers));
    node!("details", "class" = "measure peers"; "open" = (!profile.has_claims()).then_some("") => [
        node!("summary" => title),
        p("explanation", text(&peers.counted)),
        node!("ul" => each(&peers.scopes, &|item| node!("li" => peer(part, item)))),
    ])
}

fn peer(part: &Part, peer: &Peer) -> Html {
    let filter = &part.shown.query.filter;
    let (field, chosen) = match peer.scope {
        Scope::Region(region) => (Field::Region, filter.regions.contains(&region)),
        Scope::Group(group) => (Field::Group, filter.groups.contains(&group)),
    };
    choice(
        "choice",
        nodes![words(&peer.label), text(" "), node!("b" => text(&peer.count))],
        chosen,
        (field, &peer.id),
    )
}

/// The pattern of "no public data" for the bars of this profile.
pub fn hatch() -> Html {
    node!("svg", "class" = "hatch", "width" = "0", "height" = "0", "aria-hidden" = "true" => hatch_pattern("history-hatch"))
}

/// A bar of the statuses over time, in per cent of its width.
pub fn history(history: &History) -> Html {
    let viewed = &percent(history.viewed);
    node!("div", "class" = "history" => [
        node!("svg", "role" = "img", "width" = "100%"; "aria-label" = &history.label => [
            each(&history.steps, &step),
            node!("line", "class" = "halo", "y1" = "0", "y2" = "100%"; "x1" = viewed, "x2" = viewed),
            node!("line", "class" = "viewed", "y1" = "0", "y2" = "100%"; "x1" = viewed, "x2" = viewed),
        ]),
        node!("div", "class" = "years", "aria-hidden" = "true" => each(&history.years, &|year| span("", text(year)))),
    ])
}

fn step(step: &Span) -> Html {
    let (from, width) = (&percent(step.from), percent(step.to - step.from));
    let hatched = step.class.is_hatched().then_some("url(#history-hatch)");
    let sign = step.class.sign.as_ref().filter(|_| step.to - step.from > SIGN);
    let by = if step.by {
        node!("line", "class" = "by", "y1" = "0.4em", "y2" = "2.4em"; "x1" = from, "x2" = from)
    } else {
        nothing()
    };
    node!("g"; "data-style" = step.class.style.clone() => [
        node!("rect", "y" = "0.4em", "height" = "2em"; "x" = from, "width" = width, "fill" = hatched),
        by,
        some(sign, |sign| {
            let middle = percent((step.from + step.to) / 2.0);
            node!("text", "aria-hidden" = "true", "y" = "1.5em", "text-anchor" = "middle"; "x" = middle => text(sign))
        }),
    ])
}

/// The part of the bar that a sign needs.
const SIGN: f64 = 0.06;

fn percent(place: f64) -> String {
    format!("{}%", px(place * 100.0))
}

fn section(part: &Part, section: &Section, asks: bool) -> Html {
    let (messages, level) = (&part.messages, part.shown.query.level(2));
    node!("div", "class" = "measure" => [
        heading(level, "measure-name", nodes![clause(section.clause.as_ref()), words(&section.title)]),
        node!("p", "class" = "standing"; "data-status" = &section.class.id => [
            tile(&section.class),
            label(section),
            some(section.dating.as_ref(), |dating| span("dating", text(dating))),
        ]),
        some(section.history.as_ref(), history),
        line("explanation", section.explanation.as_ref()),
        if asks { ask(part) } else { nothing() },
        claims(section, &section.claims[..section.newest()], messages),
        earlier(section, messages),
    ])
}

/// Claims of a section, each with its sources and the answers to it.
pub fn claims(section: &Section, claims: &[Claim], messages: &Messages) -> Html {
    if claims.is_empty() {
        return nothing();
    }
    node!("ol", "class" = "claims" => each(claims, &|item| claim(item, section, messages)))
}

/// What was claimed before, folded.
fn earlier(section: &Section, messages: &Messages) -> Html {
    let earlier = &section.claims[section.newest()..];
    let more = line("recorded", section.more.as_ref());
    if earlier.is_empty() {
        return more;
    }
    node!("details" => [
        node!("summary" => text(&messages.count(Phrase::earlier_claims, earlier.len(), &[]))),
        claims(section, earlier, messages),
        more,
    ])
}

fn claim(claim: &Claim, section: &Section, messages: &Messages) -> Html {
    let kind = match (claim.in_force, &claim.aside) {
        (true, _) => "in-force",
        (false, Some(_)) => "aside",
        (false, None) => "",
    };
    let standing = status(&claim.class);
    let standing = if claim.withdrawn { node!("s" => standing) } else { standing };
    // Above it stands the status that it is the ground of.
    let head = if claim.in_force && claim.class == section.class {
        p("dating", text(&claim.dating))
    } else {
        p("standing", nodes![standing, span("dating", text(&claim.dating))])
    };
    let is_sourced = !claim.sources.is_empty() || claim.more_sources.is_some() || claim.away.is_some();
    node!("li", "class" = "claim"; "data-kind" = kind => [
        head,
        line("why", claim.aside.as_ref()),
        some(claim.correction.as_ref(), |words| passage("correction", words)),
        some(claim.note.as_ref(), |words| passage("note", words)),
        if is_sourced { nothing() } else { p("source", said(messages, Phrase::no_source)) },
        each(&claim.sources, &|item| source(item, messages)),
        line("source", claim.away.as_ref()),
        line("recorded", claim.more_sources.as_ref()),
        each(&claim.responses, &response),
        line("recorded", claim.more_responses.as_ref()),
        line("recorded", claim.recorded.as_ref()),
    ])
}

/// A paragraph, if there is something to say.
fn line(class: &'static str, said: Option<&String>) -> Html {
    some(said, |said| p(class, text(said)))
}

/// A paragraph of the feed's, which runs as its own language does.
fn passage(class: &'static str, words: &Words) -> Html {
    node!("p", "dir" = "auto"; "class" = class, "lang" = words.lang.clone() => text(&words.text))
}

fn source(source: &Source, messages: &Messages) -> Html {
    let archived = some(source.archived.as_ref(), |url| {
        piece(nodes![link(url, said(messages, Phrase::archived)), host(source.archived_host.as_ref())])
    });
    let quote = some(
        source.quote.as_ref(),
        |quote| node!("blockquote", "dir" = "auto"; "lang" = quote.lang.clone() => text(&quote.text)),
    );
    node!("div", "class" = "source" => [
        quote,
        maybe_link(source.url.as_ref(), words(&source.title)),
        host(source.host.as_ref()),
        p("details", nodes![pieces(&source.details), archived]),
    ])
}

fn response(reply: &Reply) -> Html {
    let url = some(reply.url.as_ref(), |url| {
        p("", nodes![link(url, text(url.as_str())), host(reply.host.as_ref())])
    });
    node!("div", "class" = "response" => [
        p("reply-head", bdi(&reply.byline, None)),
        passage("", &reply.text),
        url,
    ])
}

/// Where a link leads, beside it.
fn host(host: Option<&String>) -> Html {
    some(host, |host| nodes![text(" "), node!("bdi", "class" = "host", "dir" = "ltr" => text(host))])
}
