//! The table of members and their statuses: the map's equal.

use super::super::app::Part;
use super::{Pressed, bdi, button, span, status};
use crate::message::Phrase;
use crate::model::Msg;
use crate::scene::class::Class;
use crate::table::{Head, Row, Sort};
use yew::prelude::*;

pub fn draw(part: &Part) -> Html {
    let Part { shown, messages, dispatch, .. } = part;
    let table = shown.table(messages);
    let caption = messages.count(Phrase::rows, table.rows.len(), &[("total", &messages.number(table.total))]);
    let open = shown.query.country;
    html! {
        <table class="table" part="table">
            <caption>{ span("sr", format!("{}: ", messages.say(Phrase::table)).into()) }{ caption }</caption>
            <thead><tr>{ for table.heads.iter().map(|column| head(column, table.sort, dispatch)) }</tr></thead>
            <tbody>
                { for table.rows.iter().map(|line| row(line, &table.heads, open == Some(line.member), dispatch)) }
            </tbody>
            if table.rows.is_empty() {
                <tfoot><tr><td colspan={table.heads.len().to_string()}>{ messages.say(Phrase::nothing) }</td></tr></tfoot>
            }
        </table>
    }
}

fn head(head: &Head, sort: Sort, dispatch: &Callback<Msg>) -> Html {
    let (order, arrow) = match (sort.by == head.column, sort.reversed) {
        (false, _) => (None, ""),
        (true, false) => (Some("ascending"), "▲"),
        (true, true) => (Some("descending"), "▼"),
    };
    let label =
        html! { <>{ bdi(&head.label, None) }<span class="arrow" aria-hidden="true">{ arrow }</span></> };
    html! {
        <th scope="col" aria-sort={order} data-column={head.id.clone()}>
            { button("sort", label, dispatch, Pressed::SortBy(head.column)) }
        </th>
    }
}

fn row(row: &Row, heads: &[Head], open: bool, dispatch: &Callback<Msg>) -> Html {
    let name = button("name", bdi(&row.name, None), dispatch, Pressed::Open(row.member));
    html! {
        <tr key={row.code.as_str()} data-country={row.code.to_string()} data-open={open.then_some("open")}>
            <th scope="row">{ name }</th>
            { for row.cells.iter().zip(&heads[1..]).map(|(class, head)| cell(class, head)) }
        </tr>
    }
}

fn cell(class: &Class, head: &Head) -> Html {
    html! {
        <td data-status={class.id.clone()} data-column={head.id.clone()}>
            <span class="label" aria-hidden="true">{ &head.label }</span>
            { span("standing", status(class)) }
        </td>
    }
}
