//! The table of members and their statuses: the map's equal.

use super::super::app::Part;
use super::tile;
use crate::message::Phrase;
use crate::model::Msg;
use crate::model::view::Main;
use crate::scene::class::Class;
use crate::table::{Head, Row, Sort};
use yew::prelude::*;

#[component]
pub fn TablePart(part: &Part) -> Html {
    let Part { shown, messages, dispatch } = part;
    let Main::Table(table) = &shown.view.main else { return Html::default() };
    let total = messages.number(table.total);
    let caption = messages.count(Phrase::rows, table.rows.len(), &[("total", &total)]);
    let open = shown.query.country;
    html! {
        <table class="table" part="table">
            <caption><span class="sr">{ messages.say(Phrase::table) }{ ": " }</span>{ caption }</caption>
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
    let column = head.column;
    let (order, arrow) = match (sort.by == column, sort.reversed) {
        (false, _) => (None, ""),
        (true, false) => (Some("ascending"), "▲"),
        (true, true) => (Some("descending"), "▼"),
    };
    let onclick = dispatch.reform(move |_: MouseEvent| Msg::SortBy(column));
    html! {
        <th scope="col" aria-sort={order} data-column={head.id.clone()}>
            <button type="button" class="sort" {onclick}>
                <bdi>{ &head.label }</bdi><span class="arrow" aria-hidden="true">{ arrow }</span>
            </button>
        </th>
    }
}

fn row(row: &Row, heads: &[Head], open: bool, dispatch: &Callback<Msg>) -> Html {
    let member = row.member;
    let onclick = dispatch.reform(move |_: MouseEvent| Msg::Open(member));
    html! {
        <tr key={row.code.as_str()} data-country={row.code.to_string()} class={classes!(open.then_some("open"))}>
            <th scope="row"><button type="button" class="name" {onclick}><bdi>{ &row.name }</bdi></button></th>
            { for row.cells.iter().zip(&heads[1..]).map(|(class, head)| cell(class, head)) }
        </tr>
    }
}

fn cell(class: &Class, head: &Head) -> Html {
    html! {
        <td data-status={class.id.clone()} data-column={head.id.clone()}>
            <span class="label" aria-hidden="true">{ &head.label }</span>
            <span class="standing">{ tile(class) }<bdi>{ &class.label }</bdi></span>
        </td>
    }
}
