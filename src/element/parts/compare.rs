//! Up to six countries side by side.

use super::super::app::Part;
use super::{Pressed, bdi, button, clause, heading, span, status, words};
use crate::compare::{Compared, Comparison, Line, Standing};
use crate::feed::MemberIndex;
use crate::message::Phrase;
use crate::model::Target;
use crate::model::compare::Act;
use crate::model::query::COMPARED;
use yew::prelude::*;

pub fn draw(part: &Part) -> Html {
    let comparison = part.shown.comparison(&part.messages);
    if part.is_line {
        return way(part, &comparison);
    }
    html! {
        <section class="compare" part="compare" aria-labelledby="compare">
            { head(part, &comparison) }
            <table class="compared" aria-labelledby="compare">
                <thead>
                    <tr><td></td>{ for comparison.countries.iter().map(|country| name(part, country)) }</tr>
                </thead>
                <tbody>{ for comparison.lines.iter().map(|item| line(item, &comparison.countries)) }</tbody>
            </table>
        </section>
    }
}

/// Who is compared, in a line that stands where the reader begins, and the way to the comparison, which lies far below.
fn way(part: &Part, comparison: &Comparison) -> Html {
    let Part { messages, dispatch, .. } = part;
    let act = |phrase, pressed| button("link", messages.say(phrase).into(), dispatch, pressed);
    html! {
        <div class="compared-line">
            { span("", comparison.title(messages).into()) }
            { act(Phrase::comparison_show, Pressed::Go(Target::Compare)) }
            { act(Phrase::comparison_clear, Pressed::Compare(Act::Clear)) }
        </div>
    }
}

fn head(part: &Part, comparison: &Comparison) -> Html {
    let Part { shown, messages, .. } = part;
    let (count, most) = (messages.number(comparison.countries.len()), messages.number(COMPARED));
    let title = messages.fill(Phrase::comparison, &[("count", &count), ("most", &most)]);
    html! {
        <div id="compare" class="compare-head" tabindex="-1">
            { heading(shown.query.level(1), "compare-title", title.into()) }
        </div>
    }
}

/// Why a country was not added, where the reader has pressed.
pub fn refusal(part: &Part, member: MemberIndex) -> Html {
    let Part { shown, messages, .. } = part;
    if shown.refused != Some(shown.code(member)) {
        return Html::default();
    }
    let with = [("country", shown.names.of(member)), ("most", &messages.number(COMPARED))];
    html! { <p class="refused" data-say="">{ bdi(&messages.fill(Phrase::comparison_full, &with), None) }</p> }
}

fn name(part: &Part, country: &Compared) -> Html {
    let Part { messages, dispatch, .. } = part;
    let label = messages.fill(Phrase::comparison_remove, &[("country", &country.name.text)]);
    let act = Pressed::Compare(Act::Remove(country.code));
    html! {
        <th scope="col" key={country.code.as_str()} aria-label={country.name.text.clone()} data-country={country.code.to_string()}>
            <div class="compared-name">
                { button("name", words(&country.name), dispatch, Pressed::Open(country.code)) }
                <button
                    type="button"
                    data-kind="remove"
                    aria-label={label}
                    onclick={dispatch.reform(move |_: MouseEvent| act.into())}
                >{ "×" }</button>
            </div>
        </th>
    }
}

fn line(line: &Line, countries: &[Compared]) -> Html {
    html! {
        <tr data-measure={line.id.clone()}>
            <th scope="row">{ clause(line.clause.as_ref()) }{ words(&line.title) }</th>
            { for line.standings.iter().zip(countries).map(|(item, country)| standing(item, country)) }
        </tr>
    }
}

fn standing(standing: &Standing, country: &Compared) -> Html {
    let further = standing.dating.iter().chain(&standing.sources);
    html! {
        <td key={country.code.as_str()} data-country={country.code.to_string()} data-status={standing.class.id.clone()}>
            <span class="label" aria-hidden="true">{ words(&country.name) }</span>
            <span class="standing">
                { status(&standing.class) }
                { for further.map(|text| span("detail", text.into())) }
            </span>
        </td>
    }
}
