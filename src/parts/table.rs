//! The table of members and their statuses: the map's equal. Only as many rows are drawn as a reader has asked
//! for.

use super::part::Part;
use super::{button, clause, compare, p, piece, pressable, span, status, words};
use crate::feed::{Dating, MemberIndex};
use crate::markup::{
    Hears, Html, On, each, heard, keyed, list, node, nodes, nothing, said, some, text, ticked,
};
use crate::message::{Messages, Phrase};
use crate::model::Msg;
use crate::model::compare::CompareAct;
use crate::model::share::{Offer, ShareAct};
use crate::scene::class::Class;
use crate::status::Status;
use crate::table::{Cell, Head, Row, Sort, Table, page};

pub fn draw(part: &Part) -> Html {
    let Part { shown, messages, .. } = part;
    let listed = shown.listed(messages);
    let table = shown.rows(messages, &listed[..listed.len().min(shown.drawn_rows())]);
    let table = table.on_screen(shown.query.topic);
    let caption = messages.count(Phrase::rows, listed.len(), &[("total", &messages.number(table.total))]);
    let heads = each(&table.heads, &|column| head(column, table.sort));
    let rows = each(&table.rows, &|line| row(part, line, &table.heads));
    let compare = span("head", said(messages, Phrase::compare));
    let empty = if listed.is_empty() { empty(part) } else { nothing() };
    let more = some(listed.get(table.rows.len()), |&next| {
        more(part, (table.rows.len(), listed.len()), Msg::MoreRows(shown.code(next)))
    });
    node!("div", "class" = "table-frame"; "data-wider" = wider(table.heads.len()) => [
        if asks(part, &listed) { ask(part) } else { nothing() },
        node!("table", "class" = "table", "part" = "table" => [
            node!("caption" => [
                span("sr", text(&messages.labelled(messages.say(Phrase::table), ""))),
                node!("span", "data-say" = "" => text(&caption)),
                key(&table),
            ]),
            node!("thead" => node!("tr" => [
                heads,
                node!("th", "scope" = "col", "data-column" = "compare" => compare),
            ])),
            node!("tbody" => rows),
        ]),
        empty,
        more,
    ])
}

/// Nobody is listed, and the way out.
fn empty(part: &Part) -> Html {
    let Part { messages, .. } = part;
    node!("div", "class" = "empty" => [
        p("", said(messages, Phrase::nothing)),
        button("button", said(messages, Phrase::show_all), Msg::ClearFilters),
    ])
}

/// Whether members without public data alone are listed. The panel with the letters to them belongs to the footer.
fn asks(part: &Part, listed: &[MemberIndex]) -> bool {
    let query = &part.shown.query;
    query.filter.statuses == [Status::Unknown] && !listed.is_empty() && query.shows("footer")
}

/// Opens the letters to all members listed.
fn ask(part: &Part) -> Html {
    let button = node!(
        "button", "type" = "button", "data-kind" = "button"; "data-offer" = Offer::AskAll.name()
        => said(&part.messages, Phrase::ask)
    );
    p("ask", pressable(button, Msg::Share(ShareAct::Open(Offer::AskAll))))
}

/// What figures and signs mean, where there is no room for words in heads and cells.
fn key(table: &Table) -> Html {
    let measures = table.heads.iter().filter_map(|head| Some((head.short.as_ref()?, &head.label)));
    let measures = measures.map(|(short, label)| piece(nodes![text(short), text(" "), words(label)]));
    node!("span", "class" = "compact", "aria-hidden" = "true" => [
        node!("span" => list(measures.collect())),
        node!("span" => each(&table.key, &|class| piece(status(class)))),
    ])
}

/// Whether there are more columns than usual, for the style sheet, which knows from which width on they fit.
fn wider(columns: usize) -> Option<&'static str> {
    (columns > 8).then_some("more")
}

/// The button that shows another page of rows, and how many there are.
fn more(part: &Part, (drawn, all): (usize, usize), means: Msg) -> Html {
    let Part { messages, .. } = part;
    let page = page(&part.shown.feed.value);
    let (shown, total) = (messages.number(drawn), messages.number(all));
    let there = messages.fill(Phrase::rows_shown, &[("shown", &shown), ("total", &total)]);
    let label = messages.count(Phrase::rows_more, page.min(all - drawn), &[]);
    node!("div", "class" = "more" => [p("", text(&there)), button("button", text(&label), means)])
}

fn head(head: &Head, sort: Sort) -> Html {
    let (order, arrow) = match (sort.by == head.column, sort.reversed) {
        (false, _) => (None, ""),
        (true, false) => (Some("ascending"), "▲"),
        (true, true) => (Some("descending"), "▼"),
    };
    let title = span(if head.short.is_some() { "title" } else { "" }, words(&head.label));
    let arrow = node!("span", "class" = "arrow", "aria-hidden" = "true" => text(arrow));
    let label = nodes![clause(head.short.as_ref()), title, arrow];
    node!(
        "th", "scope" = "col"; "aria-sort" = order, "data-column" = &head.id
        => button("sort", label, Msg::SortBy(head.id.clone()))
    )
}

fn row(part: &Part, row: &Row, heads: &[Head]) -> Html {
    let open = (part.shown.query.country == Some(row.member)).then_some("open");
    let name = button("name", words(&row.name), Msg::Open(row.code));
    let cells = row.cells.iter().zip(&heads[1..]).map(|(item, head)| cell(&part.messages, item, head));
    let line = node!("tr"; "data-country" = row.code.to_string(), "data-open" = open => [
        node!("th", "scope" = "row" => [name, compare::refusal(part, row.member)]),
        list(cells.collect()),
        node!("td", "data-column" = "compare" => compared(part, row)),
    ]);
    keyed(row.code.as_str(), line)
}

/// The box that adds the country to the comparison, or takes it out. A word in each row would be copied with it.
fn compared(part: &Part, row: &Row) -> Html {
    let label = part.messages.fill(Phrase::compare_country, &[("country", &row.name.text)]);
    let toggle = Hears::Means(Msg::Compare(CompareAct::Toggle(row.code)));
    let tick = node!("input", "type" = "checkbox", "data-kind" = "compare"; "aria-label" = label);
    let tick = heard(vec![(On::Change, toggle)], tick);
    let compared = part.shown.query.compare.contains(&row.member);
    node!("label", "class" = "tick" => ticked(compared, tick))
}

fn cell(messages: &Messages, cell: &Cell, head: &Head) -> Html {
    let content = match cell {
        Cell::Status(class) => return status_cell(class, head),
        Cell::Region(Some(region)) => words(region),
        Cell::Region(None) => span("dating", said(messages, Phrase::no_region)),
        Cell::Changed(Some((Dating::Since, date))) => text(&messages.date(*date)),
        Cell::Changed(Some((dating, date))) => text(&messages.dating(*dating, *date)),
        Cell::Changed(None) => nothing(),
        Cell::Sources(count) => text(&messages.number(*count)),
    };
    let empty = matches!(cell, Cell::Changed(None)).then_some("empty");
    node!("td"; "data-column" = &head.id, "data-empty" = empty => content)
}

fn status_cell(class: &Class, head: &Head) -> Html {
    node!("td"; "data-status" = &class.id, "data-column" = &head.id => span("standing", status(class)))
}
