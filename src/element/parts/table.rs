//! The table of members and their statuses: the map's equal. Only as many rows are drawn as a reader has asked
//! for.

use super::super::app::Part;
use super::super::node::{On, listener};
use super::{Pressed, button, button_for, clause, compare, p, piece, span, status, words};
use crate::feed::{Dating, MemberIndex};
use crate::message::{Messages, Phrase};
use crate::model::Msg;
use crate::model::compare as comparing;
use crate::model::share::{Act, Offer};
use crate::scene::class::Class;
use crate::status::Status;
use crate::table::{Cell, Head, Row, Sort, Table, page};
use yew::prelude::*;

pub fn draw(part: &Part) -> Html {
    let Part { shown, messages, dispatch, .. } = part;
    let listed = shown.listed(messages);
    let table = shown.rows(messages, &listed[..listed.len().min(shown.drawn_rows())]);
    let table = table.on_screen(shown.query.topic);
    let caption = messages.count(Phrase::rows, listed.len(), &[("total", &messages.number(table.total))]);
    html! {
        <div class="table-frame" data-wider={wider(table.heads.len())}>
            if asks(part, &listed) { { ask(part) } }
            <table class="table" part="table">
                <caption>
                    { span("sr", messages.labelled(messages.say(Phrase::table), "").into()) }
                    <span data-say="">{ caption }</span>
                    { key(&table) }
                </caption>
                <thead>
                    <tr>
                        { for table.heads.iter().map(|column| head(column, table.sort, dispatch)) }
                        <th scope="col" data-column="compare">{ span("head", messages.say(Phrase::compare).into()) }</th>
                    </tr>
                </thead>
                <tbody>{ for table.rows.iter().map(|line| row(part, line, &table.heads)) }</tbody>
            </table>
            if listed.is_empty() {
                <div class="empty">
                    { p("", messages.say(Phrase::nothing).into()) }
                    { button("button", messages.say(Phrase::show_all).into(), dispatch, Pressed::ClearFilters) }
                </div>
            }
            if let Some(&next) = listed.get(table.rows.len()) {
                { more(part, (table.rows.len(), listed.len()), Pressed::MoreRows(shown.code(next))) }
            }
        </div>
    }
}

/// Whether members without public data alone are listed. The panel with the letters to them belongs to the footer.
fn asks(part: &Part, listed: &[MemberIndex]) -> bool {
    let query = &part.shown.query;
    query.filter.statuses == [Status::Unknown] && !listed.is_empty() && query.shows("footer")
}

/// Opens the letters to all members listed.
fn ask(part: &Part) -> Html {
    let onclick = part.dispatch.reform(|_: MouseEvent| Pressed::Share(Act::Open(Offer::AskAll)).into());
    html! {
        <p class="ask">
            <button type="button" data-kind="button" data-offer={Offer::AskAll.name()} {onclick}>
                { part.messages.say(Phrase::ask) }
            </button>
        </p>
    }
}

/// What figures and signs mean, where there is no room for words in heads and cells.
fn key(table: &Table) -> Html {
    let measures = table.heads.iter().filter_map(|head| Some((head.short.as_ref()?, &head.label)));
    let measures = measures.map(|(short, label)| piece(html! { <>{ short }{ " " }{ words(label) }</> }));
    let statuses = table.key.iter().map(|class| piece(status(class)));
    html! {
        <span class="compact" aria-hidden="true">
            <span>{ for measures }</span>
            <span>{ for statuses }</span>
        </span>
    }
}

/// Whether there are more columns than usual, for the style sheet, which knows from which width on they fit.
fn wider(columns: usize) -> Option<&'static str> {
    (columns > 8).then_some("more")
}

/// The button that shows another page of rows, and how many there are.
fn more(part: &Part, (drawn, all): (usize, usize), pressed: Pressed) -> Html {
    let Part { messages, dispatch, .. } = part;
    let page = page(&part.shown.feed.value);
    let (shown, total) = (messages.number(drawn), messages.number(all));
    let there = messages.fill(Phrase::rows_shown, &[("shown", &shown), ("total", &total)]);
    let label = messages.count(Phrase::rows_more, page.min(all - drawn), &[]);
    html! { <div class="more">{ p("", there.into()) }{ button("button", label.into(), dispatch, pressed) }</div> }
}

fn head(head: &Head, sort: Sort, dispatch: &Callback<Msg>) -> Html {
    let (order, arrow) = match (sort.by == head.column, sort.reversed) {
        (false, _) => (None, ""),
        (true, false) => (Some("ascending"), "▲"),
        (true, true) => (Some("descending"), "▼"),
    };
    let title = span(if head.short.is_some() { "title" } else { "" }, words(&head.label));
    let label = html! { <>{ clause(head.short.as_ref()) }{ title }<span class="arrow" aria-hidden="true">{ arrow }</span></> };
    let id = head.id.clone();
    let press = listener(On::Click, dispatch, move |_| Some(Msg::SortBy(id.clone())));
    html! {
        <th scope="col" aria-sort={order} data-column={head.id.clone()}>
            { button_for("sort", label, press) }
        </th>
    }
}

fn row(part: &Part, row: &Row, heads: &[Head]) -> Html {
    let open = (part.shown.query.country == Some(row.member)).then_some("open");
    let name = button("name", words(&row.name), &part.dispatch, Pressed::Open(row.code));
    html! {
        <tr key={row.code.as_str()} data-country={row.code.to_string()} data-open={open}>
            <th scope="row">{ name }{ compare::refusal(part, row.member) }</th>
            { for row.cells.iter().zip(&heads[1..]).map(|(item, head)| cell(&part.messages, item, head)) }
            <td data-column="compare">{ compared(part, row) }</td>
        </tr>
    }
}

/// The box that adds the country to the comparison, or takes it out. A word in each row would be copied with it.
fn compared(part: &Part, row: &Row) -> Html {
    let act = comparing::Act::Toggle(row.code);
    let onchange = part.dispatch.reform(move |_: Event| Msg::Compare(act));
    let label = part.messages.fill(Phrase::compare_country, &[("country", &row.name.text)]);
    html! {
        <label class="tick">
            <input type="checkbox" data-kind="compare" aria-label={label} checked={part.shown.query.compare.contains(&row.member)} {onchange} />
        </label>
    }
}

fn cell(messages: &Messages, cell: &Cell, head: &Head) -> Html {
    let content = match cell {
        Cell::Status(class) => return status_cell(class, head),
        Cell::Region(Some(region)) => words(region),
        Cell::Region(None) => span("dating", messages.say(Phrase::no_region).into()),
        Cell::Changed(Some((Dating::Since, date))) => messages.date(*date).into(),
        Cell::Changed(Some((dating, date))) => messages.dating(*dating, *date).into(),
        Cell::Changed(None) => Html::default(),
        Cell::Sources(count) => messages.number(*count).into(),
    };
    let empty = matches!(cell, Cell::Changed(None)).then_some("empty");
    html! { <td data-column={head.id.clone()} data-empty={empty}>{ content }</td> }
}

fn status_cell(class: &Class, head: &Head) -> Html {
    html! {
        <td data-status={class.id.clone()} data-column={head.id.clone()}>
            { span("standing", status(class)) }
        </td>
    }
}
