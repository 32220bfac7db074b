//! Countries side by side, up to `COMPARED`.

use super::later::named_button;
use super::part::Part;
use super::{bdi, button, clause, heading, span, status, words};
use crate::compare::{Compared, Comparison, Line, Standing};
use crate::feed::MemberIndex;
use crate::markup::{Html, each, keyed, list, node, nodes, nothing, said, text};
use crate::message::Phrase;
use crate::model::compare::CompareAct;
use crate::model::query::COMPARED;
use crate::model::{Msg, Target};

pub fn draw(part: &Part) -> Html {
    let comparison = part.shown.comparison(&part.messages);
    if part.is_line {
        return way(part, &comparison);
    }
    let names = each(&comparison.countries, &|country| name(part, country));
    let lines = each(&comparison.lines, &|item| line(item, &comparison.countries));
    node!("section", "class" = "compare", "part" = "compare", "aria-labelledby" = "compare" => [
        head(part, &comparison),
        node!("table", "class" = "compared", "aria-labelledby" = "compare" => [
            node!("thead" => node!("tr" => [node!("td"), names])),
            node!("tbody" => lines),
        ]),
    ])
}

/// Who is compared, in a line that stands where the reader begins, and the way to the comparison, which lies far below.
fn way(part: &Part, comparison: &Comparison) -> Html {
    let Part { messages, .. } = part;
    let act = |phrase, means| button("link", said(messages, phrase), means);
    node!("div", "class" = "compared-line" => [
        span("", text(&comparison.title(messages))),
        act(Phrase::comparison_show, Msg::Go(Target::Compare)),
        act(Phrase::comparison_clear, Msg::Compare(CompareAct::Clear)),
    ])
}

fn head(part: &Part, comparison: &Comparison) -> Html {
    let Part { shown, messages, .. } = part;
    let (count, most) = (messages.number(comparison.countries.len()), messages.number(COMPARED));
    let title = messages.fill(Phrase::comparison, &[("count", &count), ("most", &most)]);
    let heading = heading(shown.query.level(1), "compare-title", text(&title));
    node!("div", "id" = "compare", "class" = "compare-head", "tabindex" = "-1" => heading)
}

/// Why a country was not added, where the reader has pressed.
pub fn refusal(part: &Part, member: MemberIndex) -> Html {
    let Part { shown, messages, .. } = part;
    if shown.refused != Some(shown.code(member)) {
        return nothing();
    }
    let with = [("country", shown.names.of(member)), ("most", &messages.number(COMPARED))];
    let why = bdi(&messages.fill(Phrase::comparison_full, &with), None);
    node!("p", "class" = "refused", "data-say" = "" => why)
}

fn name(part: &Part, country: &Compared) -> Html {
    let Part { messages, .. } = part;
    let label = messages.fill(Phrase::comparison_remove, &[("country", &country.name.text)]);
    let head = node!(
        "th", "scope" = "col"; "aria-label" = &country.name.text, "data-country" = country.code.to_string()
        => node!("div", "class" = "compared-name" => [
            button("name", words(&country.name), Msg::Open(country.code)),
            named_button("remove", label, text("×"), Msg::Compare(CompareAct::Remove(country.code))),
        ])
    );
    keyed(country.code.as_str(), head)
}

fn line(line: &Line, countries: &[Compared]) -> Html {
    let standings = line.standings.iter().zip(countries).map(|(item, country)| standing(item, country));
    node!("tr"; "data-measure" = &line.id => [
        node!("th", "scope" = "row" => [clause(line.clause.as_ref()), words(&line.title)]),
        list(standings.collect()),
    ])
}

fn standing(standing: &Standing, country: &Compared) -> Html {
    let further = standing.dating.iter().chain(&standing.sources).map(|detail| span("detail", text(detail)));
    let cell = node!(
        "td"; "data-country" = country.code.to_string(), "data-status" = &standing.class.id
        => [
            node!("span", "class" = "label", "aria-hidden" = "true" => words(&country.name)),
            span("standing", nodes![status(&standing.class), list(further.collect())]),
        ]
    );
    keyed(country.code.as_str(), cell)
}
