//! One country: each measure with its status now, and every claim with its sources.

use super::super::app::Part;
use super::super::node::{node, said};
use super::{
    Pressed, bdi, button, choice, clause, compare, heading, link, maybe_link, p, piece, pressable, span,
    status, tile, whether, words,
};
use crate::feed::{MeasureIndex, MemberIndex};
use crate::message::{Messages, Phrase};
use crate::model::Msg;
use crate::model::compare as comparing;
use crate::model::field::Field;
use crate::model::share::{Act, Offer};
use crate::profile::{Claim, Neighbour, Peer, Peers, Profile, Reply, Scope, Section, Source};
use crate::scene::history::{History, Step};
use crate::scene::number::px;
use crate::words::Words;
use yew::prelude::*;

pub fn draw(part: &Part) -> Html {
    let Part { shown, messages, dispatch, .. } = part;
    let Some(profile) = shown.profile(messages) else { return Html::default() };
    let close = dispatch.reform(|_: MouseEvent| Msg::Close);
    html! {
        <section class="profile" part="profile" data-country={profile.code.to_string()} aria-labelledby="profile">
            <div class="profile-head">
                <div id="profile" tabindex="-1">
                    { heading(shown.query.level(1), "profile-name", words(&profile.name)) }
                </div>
                { for shown.query.country.map(|member| compare_toggle(part, member, &profile.name.text)) }
                <button type="button" class="close" data-kind="button" aria-label={messages.say(Phrase::close).to_owned()} onclick={close}>
                    { "×" }
                </button>
            </div>
            { for shown.query.country.map(|member| compare::refusal(part, member)) }
            { p("facts", pieces(&profile.facts)) }
            { hatch() }
            { sections(part, &profile) }
            { for profile.peers.iter().map(|peers| self::peers(part, &profile, peers)) }
            <div class="profile-tools">
                { for profile.neighbours.iter().zip(ARROWS).map(|(other, arrow)| neighbour(part, other.as_ref(), arrow)) }
                if shown.query.shows("footer") { { own_link(part) } }
            </div>
        </section>
    }
}

/// The measures one by one; of a member that nothing is known of, all at once.
fn sections(part: &Part, profile: &Profile) -> Html {
    let Some(first) = profile.unheard_of() else {
        let section = |(at, item)| section(part, item, asks(part, profile, at));
        return profile.sections.iter().enumerate().map(section).collect();
    };
    let measure =
        |section: &Section| html! { <li>{ clause(section.clause.as_ref()) }{ words(&section.title) }</li> };
    html! {
        <div class="measure">
            { p("standing", html! { <>{ tile(&first.class) }<b>{ bdi(&first.class.label, first.class.lang.as_deref()) }</b></> }) }
            <ul class="asked">{ for profile.sections.iter().map(measure) }</ul>
            { for first.explanation.iter().map(|text| p("explanation", text.into())) }
            if asks(part, profile, 0) { { ask(part) } }
        </div>
    }
}

fn pieces(facts: &[Words]) -> Html {
    facts.iter().map(|fact| piece(words(fact))).collect()
}

/// The button that adds a country to the comparison, or takes it out.
fn compare_toggle(part: &Part, member: MemberIndex, name: &str) -> Html {
    let Part { shown, messages, dispatch, .. } = part;
    let act = Pressed::Compare(comparing::Act::Toggle(shown.code(member)));
    let toggle = node!(
        "button", "type" = "button", "data-kind" = "compare";
        "aria-pressed" = whether(shown.query.compare.contains(&member)),
        "aria-label" = messages.fill(Phrase::compare_country, &[("country", name)])
        => said(messages, Phrase::compare)
    );
    pressable(toggle, dispatch, act)
}

/// The view's link has the open profile: the button opens the panel that gives it.
fn own_link(part: &Part) -> Html {
    let words = part.messages.say(Phrase::profile_link).into();
    button("link", words, &part.dispatch, Pressed::Share(Act::Open(Offer::Link)))
}

/// Whether the button that opens the letter stands with the measure at this place. The panel belongs to the footer.
fn asks(part: &Part, profile: &Profile, at: usize) -> bool {
    profile.ask == Some(MeasureIndex(at)) && part.shown.query.shows("footer")
}

/// Opens the letter that asks for what is not publicly known.
fn ask(part: &Part) -> Html {
    let onclick = part.dispatch.reform(|_: MouseEvent| Pressed::Share(Act::Open(Offer::Ask)).into());
    html! {
        <button type="button" data-kind="link" data-offer={Offer::Ask.name()} {onclick}>
            { part.messages.say(Phrase::ask) }
        </button>
    }
}

/// What stands before and after the names of the country before and after, and what it means. In text from right to
/// left these signs are mirrored.
const ARROWS: [(&str, &str, Phrase); 2] = [("‹", "", Phrase::previous), ("", "›", Phrase::next)];

fn neighbour(
    part: &Part,
    other: Option<&Neighbour>,
    (before, after, phrase): (&'static str, &'static str, Phrase),
) -> Html {
    let Some(Neighbour { member, name }) = other else { return Html::default() };
    let act = Pressed::Open(part.shown.code(*member));
    html! {
        <button
            type="button"
            data-kind="neighbour"
            aria-label={part.messages.fill(phrase, &[("country", &name.text)])}
            onclick={part.dispatch.reform(move |_: MouseEvent| act.into())}
        >
            <span aria-hidden="true">{ before }</span>
            { words(name) }
            <span aria-hidden="true">{ after }</span>
        </button>
    }
}

/// The region and the groups, each a button that shows its members alone.
fn peers(part: &Part, profile: &Profile, peers: &Peers) -> Html {
    let title = part.messages.say(Phrase::peers).into();
    html! {
        <details class="measure peers" open={!profile.has_claims()}>
            <summary>{ heading(part.shown.query.level(2), "measure-name", title) }</summary>
            { p("explanation", (&peers.counted).into()) }
            <ul>{ for peers.scopes.iter().map(|item| html! { <li>{ peer(part, item) }</li> }) }</ul>
        </details>
    }
}

fn peer(part: &Part, peer: &Peer) -> Html {
    let filter = &part.shown.query.filter;
    let (field, chosen) = match peer.scope {
        Scope::Region(region) => (Field::Region, filter.regions.contains(&region)),
        Scope::Group(group) => (Field::Group, filter.groups.contains(&group)),
    };
    choice(
        part,
        "choice",
        html! { <>{ words(&peer.label) }{ " " }<b>{ &peer.count }</b></> },
        chosen,
        (field, &peer.id),
    )
}

/// The pattern of "no public data" for the bars of this profile.
fn hatch() -> Html {
    html! {
        <svg class="hatch" width="0" height="0" aria-hidden="true">
            <pattern id="history-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect class="hatch-paper" width="6" height="6" />
                <rect class="hatch-line" width="1" height="6" />
            </pattern>
        </svg>
    }
}

/// A bar of the statuses over time, in per cent of its width.
fn history(history: &History) -> Html {
    let viewed = percent(history.viewed);
    html! {
        <div class="history">
            <svg role="img" aria-label={history.label.clone()} width="100%">
                { for history.steps.iter().map(step) }
                <line class="halo" x1={viewed.clone()} x2={viewed.clone()} y1="0" y2="100%" />
                <line class="viewed" x1={viewed.clone()} x2={viewed} y1="0" y2="100%" />
            </svg>
            <div class="years" aria-hidden="true">{ for history.years.iter().map(|year| span("", year.into())) }</div>
        </div>
    }
}

fn step(step: &Step) -> Html {
    let (from, width) = (percent(step.from), percent(step.to - step.from));
    let hatched = step.class.is_hatched().then_some("url(#history-hatch)");
    let sign = step.class.sign.as_ref().filter(|_| step.to - step.from > SIGN);
    html! {
        <g data-style={step.class.style.clone()}>
            <rect x={from.clone()} {width} y="0.4em" height="2em" fill={hatched} />
            if step.by { <line class="by" x1={from.clone()} x2={from} y1="0.4em" y2="2.4em" /> }
            if let Some(sign) = sign {
                <text aria-hidden="true" x={percent((step.from + step.to) / 2.0)} y="1.5em" text-anchor="middle">{ sign }</text>
            }
        </g>
    }
}

/// The part of the bar that a sign needs.
const SIGN: f64 = 0.06;

fn percent(place: f64) -> String {
    format!("{}%", px(place * 100.0))
}

fn section(part: &Part, section: &Section, asks: bool) -> Html {
    let (messages, level) = (&part.messages, part.shown.query.level(2));
    let name = html! { <>{ clause(section.clause.as_ref()) }{ words(&section.title) }</> };
    html! {
        <div class="measure">
            { heading(level, "measure-name", name) }
            <p class="standing" data-status={section.class.id.clone()}>
                { tile(&section.class) }
                <b>{ bdi(&section.class.label, section.class.lang.as_deref()) }</b>
                { for section.dating.iter().map(|dating| span("dating", dating.into())) }
            </p>
            { for section.history.iter().map(history) }
            { for section.explanation.iter().map(|text| p("explanation", text.into())) }
            if asks { { ask(part) } }
            { claims(section, &section.claims[..section.newest()], messages) }
            { earlier(section, messages) }
        </div>
    }
}

fn claims(section: &Section, claims: &[Claim], messages: &Messages) -> Html {
    if claims.is_empty() {
        return Html::default();
    }
    html! { <ol class="claims">{ for claims.iter().map(|item| claim(item, section, messages)) }</ol> }
}

/// What was claimed before, folded.
fn earlier(section: &Section, messages: &Messages) -> Html {
    let earlier = &section.claims[section.newest()..];
    if earlier.is_empty() {
        return more(section.more.as_ref());
    }
    html! {
        <details>
            <summary>{ messages.count(Phrase::earlier_claims, earlier.len(), &[]) }</summary>
            { claims(section, earlier, messages) }
            { more(section.more.as_ref()) }
        </details>
    }
}

fn claim(claim: &Claim, section: &Section, messages: &Messages) -> Html {
    let kind = match (claim.in_force, &claim.aside) {
        (true, _) => "in-force",
        (false, Some(_)) => "aside",
        (false, None) => "",
    };
    let standing = status(&claim.class);
    let standing = if claim.withdrawn {
        html! { <s>{ standing }</s> }
    } else {
        standing
    };
    html! {
        <li class="claim" data-kind={kind}>
            // Above it stands the status that it is the ground of.
            if claim.in_force && claim.class == section.class {
                { p("dating", (&claim.dating).into()) }
            } else {
                { p("standing", html! { <>{ standing }{ span("dating", (&claim.dating).into()) }</> }) }
            }
            { for claim.aside.iter().map(|text| p("why", text.into())) }
            { for claim.correction.iter().map(|text| passage("correction", text)) }
            { for claim.note.iter().map(|text| passage("note", text)) }
            if claim.sources.is_empty() && claim.more_sources.is_none() { { p("source", messages.say(Phrase::no_source).into()) } }
            { for claim.sources.iter().map(|item| source(item, messages)) }
            { more(claim.more_sources.as_ref()) }
            { for claim.responses.iter().map(response) }
            { more(claim.more_responses.as_ref()) }
            { for claim.recorded.iter().map(|text| p("recorded", text.into())) }
        </li>
    }
}

/// A paragraph of the feed's, which runs as its own language does.
fn passage(class: &'static str, words: &Words) -> Html {
    html! { <p class={class} dir="auto" lang={words.lang.clone()}>{ &words.text }</p> }
}

fn source(source: &Source, messages: &Messages) -> Html {
    let archived = source.archived.iter().map(|url| {
        piece(html! { <>{ link(url, messages.say(Phrase::archived).into()) }{ host(source.archived_host.as_ref()) }</> })
    });
    html! {
        <div class="source">
            { for source.quote.iter().map(|quote| html! { <blockquote dir="auto" lang={quote.lang.clone()}>{ &quote.text }</blockquote> }) }
            { maybe_link(source.url.as_ref(), words(&source.title)) }
            { host(source.host.as_ref()) }
            { p("details", html! { <>{ pieces(&source.details) }{ for archived }</> }) }
        </div>
    }
}

fn response(reply: &Reply) -> Html {
    html! {
        <div class="response">
            { p("reply-head", bdi(&reply.head, None)) }
            { passage("", &reply.text) }
            { for reply.url.iter().map(|url| p("", html! { <>{ link(url, url.as_str().into()) }{ host(reply.host.as_ref()) }</> })) }
        </div>
    }
}

/// Where a link leads, beside it.
fn host(host: Option<&String>) -> Html {
    html! { if let Some(host) = host { { " " }<bdi class="host" dir="ltr">{ host }</bdi> } }
}

/// What is said of the items that are not listed.
fn more(more: Option<&String>) -> Html {
    html! { if let Some(more) = more { { p("recorded", more.into()) } } }
}
