//! How many members stood at each status, year by year: a chart to read by pointer, finger and keys, and the
//! same numbers as a table.

use super::later::hatch_pattern;
use super::part::Part;
use super::{bdi, heading, legend, maybe_link, p, pressable, span, tile, whether, words};
use crate::markup::hears::{Chart, Column};
use crate::markup::{Hears, Html, On, each, heard, list, node, nodes, nothing, said, some, text};
use crate::message::{Messages, Phrase};
use crate::model::Msg;
use crate::model::progress::{Progress, Turn};
use crate::scene::class::{Class, Entry};
use crate::scene::number::px;
use crate::scene::trend::{Axis, Label, Sign, TrendScene, diamond, pointer};
use crate::status::Status;
use crate::survey::Shade;
use crate::trend::{Mark, Numbers, Report, Stack, Trend};
use crate::world::Point;
use std::rc::Rc;

pub fn draw(part: &Part) -> Html {
    let Part { shown, messages, .. } = part;
    let trend = shown.trend();
    let at = trend.index(part.progress.year);
    let content = if !trend.has_data {
        p("", text(&none(part)))
    } else if trend.columns.len() == 1 {
        numbers(part, &trend, at, Stack::All)
    } else {
        let mixed = trend.is_mixed();
        let stack = if mixed { part.progress.stack } else { Stack::All };
        nodes![
            chart(part, &trend, at, stack),
            numbers(part, &trend, at, stack),
            key(messages, &trend),
            node!("div", "class" = "trend-tools" => [
                if mixed { sift(part, stack) } else { nothing() },
                hear(part, &trend),
                fold(part),
            ]),
            if part.progress.unfolded { rows(messages, &trend) } else { nothing() },
        ]
    };
    node!("div", "class" = "trend", "part" = "trend" => content)
}

/// Why there is no trend.
fn none(part: &Part) -> String {
    let Part { shown, messages, .. } = part;
    match shown.view.survey.blank {
        Some(first) => messages.dated(Phrase::nothing_recorded, first),
        None => messages.dated(Phrase::trend_nothing, shown.trend().end),
    }
}

/// The chart is a slider along the years: one stop of Tab, whose value is the numbers in words.
fn chart(part: &Part, trend: &Trend<'_>, at: usize, stack: Stack) -> Html {
    let Part { shown, messages, .. } = part;
    let axis = Axis::new(trend, messages, shown.width);
    let (left, right) = axis.edges(trend.columns[at]);
    let year = |at: usize| trend.columns[at].last.to_string();
    let layers = Part { progress: Progress { stack, ..Progress::default() }, ..part.clone() };
    let title = match stack {
        Stack::All => Phrase::trend,
        Stack::Known => Phrase::trend_known,
    };
    let bar = |class: &'static str| {
        node!(
            "rect";
            "class" = class,
            "x" = px(left),
            "width" = px(right - left),
            "y" = px(axis.plot.top),
            "height" = px(axis.plot.bottom - axis.plot.top)
        )
    };
    let column = node!(
        "svg", "class" = "column", "aria-hidden" = "true"; "viewBox" = frame(shown.width, axis.plot.bottom)
        => [bar("halo"), bar("year")]
    );
    let chart = node!(
        "div",
        "class" = "chart",
        "role" = "slider",
        "tabindex" = "0",
        "aria-labelledby" = "trend-title",
        "aria-describedby" = "trend-keys";
        "aria-valuemin" = year(0),
        "aria-valuemax" = year(trend.columns.len() - 1),
        "aria-valuenow" = year(at),
        "aria-valuetext" = trend.numbers(messages, at).line(messages)
        => [layers.drawn("layers", self::layers), column]
    );
    nodes![
        node!("div", "id" = "trend-title" => heading(shown.query.level(1), "chart-title", said(messages, title))),
        heard(hears(part, trend, &axis, at), chart),
        node!("p", "id" = "trend-keys", "hidden" = "" => said(messages, Phrase::trend_keys)),
    ]
}

/// What pointer and keys do on the chart.
fn hears(part: &Part, trend: &Trend<'_>, axis: &Axis, at: usize) -> Vec<(On, Hears)> {
    let column = |(at, &column): (usize, _)| {
        let (_, right) = axis.edges(column);
        Column { year: column.last, until: right / part.shown.width, date: trend.choice(at) }
    };
    let columns = trend.columns.iter().enumerate().map(column).collect();
    let chart = Rc::new(Chart { columns, at, read: part.progress.year });
    let hears = |on| (on, Hears::Chart(Rc::clone(&chart)));
    [On::PointerMove, On::PointerDown, On::Click, On::KeyDown].map(hears).into()
}

/// All of the chart that stays as it is while its years are read.
fn layers(part: &Part) -> Html {
    let Part { shown, messages, .. } = part;
    let trend = shown.trend();
    let scene = TrendScene::new(&trend, messages, &shown.query.filter, part.progress.stack, shown.width);
    let plot = scene.plot;
    let across = |label: &Label| {
        let line = format!("M{} {}H{}", px(plot.left), px(label.at), px(plot.right));
        nodes![
            node!("path", "class" = "rule"; "d" = line),
            letters("end", plot.left - 6.0, label.at + 4.0, &label.text),
        ]
    };
    let down = |&at: &f64| {
        let line = &format!("M{} {}V{}", px(at), px(plot.top), px(plot.bottom));
        nodes![node!("path", "class" = "halo"; "d" = line), node!("path", "class" = "mark"; "d" = line)]
    };
    node!("svg", "aria-hidden" = "true"; "viewBox" = frame(scene.width, scene.height) => [
        node!("defs" => hatch_pattern("trend-hatch")),
        each(&scene.bands, &|band| {
            node!(
                "path", "class" = "band";
                "data-style" = band.class.style.clone(),
                "data-muted" = band.muted.then_some("muted"),
                "fill" = band.class.is_hatched().then_some("url(#trend-hatch)"),
                "d" = &band.path
            )
        }),
        each(&scene.rules, &across),
        outline("viewed", scene.viewed, pointer()),
        each(&scene.years, &|label| letters("middle", label.at, scene.height - 4.0, &label.text)),
        each(&scene.marks, &down),
        each(&scene.flags, &|label| letters("middle", label.at, 12.0, &label.text)),
        each(&scene.signs, &sign),
        each(&scene.totals, &|&at| outline("diamond", at, diamond())),
    ])
}

fn outline(class: &'static str, Point { x, y }: Point, outline: String) -> Html {
    node!("path"; "class" = class, "transform" = format!("translate({} {})", px(x), px(y)), "d" = outline)
}

fn frame(width: f64, height: f64) -> String {
    format!("0 0 {} {}", px(width), px(height))
}

fn letters(anchor: &'static str, x: f64, y: f64, letters: &str) -> Html {
    node!("text"; "text-anchor" = anchor, "x" = px(x), "y" = px(y) => text(letters))
}

fn sign(Sign { class, at: Point { x, y }, muted }: &Sign) -> Html {
    let Some(sign) = &class.sign else { return nothing() };
    node!("g", "class" = "status"; "data-style" = class.style.clone(), "data-muted" = muted.then_some("muted") => [
        node!("rect", "width" = "16", "height" = "16", "rx" = "3"; "x" = px(*x - 8.0), "y" = px(*y - 8.0)),
        letters("middle", *x, *y + 4.0, sign),
    ])
}

/// The numbers of one column: the legend, with the counts of that year.
fn numbers(part: &Part, trend: &Trend<'_>, at: usize, stack: Stack) -> Html {
    let Part { shown, messages, .. } = part;
    let (numbers, reports) = (trend.numbers(messages, at), !trend.totals().is_empty());
    let filter = &shown.query.filter.statuses;
    let entry = |(&status, (class, count)): (&Status, &(Class, usize))| Entry {
        shade: Shade::Status(status),
        class: class.clone(),
        count: Some(*count),
        shown: filter.is_empty() || filter.contains(&status),
    };
    let classes = &shown.view.survey.classes;
    let counts: Vec<Entry> = classes.iter().zip(&numbers.counts).map(entry).collect();
    let left_out = classes.iter().zip(&numbers.counts).filter(|(status, _)| !stack.has(**status));
    let left_out = left_out.map(|(_, (_, count))| {
        let count = messages.number(*count);
        span("dating", text(&messages.fill(Phrase::trend_left_out, &[("count", &count)])))
    });
    let legend = if shown.query.shows("legend") { legend::entries(part, &counts) } else { nothing() };
    node!("div", "class" = "numbers"; "data-reports" = reports.then_some("some") => [
        p("when", nodes![
            node!("b" => text(&numbers.when)),
            some(numbers.announced.as_ref(), |announced| span("dating", text(announced))),
            list(left_out.collect()),
        ]),
        legend,
        each(&numbers.reports, &report),
    ])
}

fn report(report: &Report) -> Html {
    let source =
        some(report.source.as_ref(), |(name, url)| nodes![text(" "), maybe_link(url.as_ref(), words(name))]);
    noted("diamond", diamond(), nodes![text(&report.text), source])
}

/// A line of text beside a sign of the chart.
fn noted(sign: &'static str, outline: String, content: Html) -> Html {
    let sign = node!("path"; "class" = sign, "d" = outline);
    p(
        "report",
        nodes![
            node!("svg", "class" = "sign", "viewBox" = "-7 -7 14 14", "aria-hidden" = "true" => sign),
            node!("span" => content),
        ],
    )
}

/// What the signs in the chart mean: the pointer to the viewed date, diamonds, and the numbers of the marks.
fn key(messages: &Messages, trend: &Trend<'_>) -> Html {
    let marks = trend.marks(messages);
    let mark = |mark: &Mark| {
        node!("li" => [
            span("dating", text(&mark.when)),
            text(" "),
            maybe_link(mark.url.as_ref(), words(&mark.title)),
        ])
    };
    let viewed = messages.dated(Phrase::history_viewed, trend.columns[trend.viewed].date);
    let press = span("press", said(messages, Phrase::trend_press));
    let viewed = noted("viewed", pointer(), nodes![text(&viewed), text(" "), press]);
    let mut keys = vec![node!("div", "class" = "noted" => viewed)];
    if !trend.totals().is_empty() {
        let totals = noted("diamond", diamond(), said(messages, Phrase::trend_totals));
        keys.push(node!("div", "class" = "noted" => totals));
    }
    if !marks.is_empty() {
        keys.push(node!("ol", "class" = "marks" => each(&marks, &mark)));
    }
    list(keys)
}

/// The choice that leaves members without public data out of the drawing.
fn sift(part: &Part, stack: Stack) -> Html {
    let Part { messages, .. } = part;
    let label = messages.fill(Phrase::trend_sift, &[("status", messages.say(Phrase::unknown))]);
    let sift = node!(
        "button", "type" = "button", "class" = "sift", "data-kind" = "choice";
        "aria-pressed" = whether(stack == Stack::Known)
        => text(&label)
    );
    pressable(sift, Msg::Turn(Turn::Sift))
}

/// The button that lets the trend be heard, and what its tones stand for.
fn hear(part: &Part, trend: &Trend<'_>) -> Html {
    let Part { messages, progress, .. } = part;
    let Some(told) = trend.told(messages) else { return nothing() };
    let (sign, phrase) = if progress.hearing { ("❚❚", Phrase::hush) } else { ("♪", Phrase::hear) };
    let scale = messages.count(Phrase::hear_scale, told.most(), &[("status", told.status.as_str())]);
    let hear = node!("button", "type" = "button", "class" = "hear", "data-kind" = "button", "aria-describedby" = "hear" => [
        node!("span", "aria-hidden" = "true" => text(sign)),
        text(" "),
        said(messages, phrase),
    ]);
    nodes![
        pressable(hear, Msg::Turn(Turn::Hear)),
        node!("p", "id" = "hear", "class" = "dating" => text(&scale)),
    ]
}

/// The button that opens the same numbers as a table.
fn fold(part: &Part) -> Html {
    let Part { messages, progress, .. } = part;
    let fold = node!(
        "button", "type" = "button", "class" = "fold", "data-kind" = "button";
        "aria-expanded" = whether(progress.unfolded)
        => said(messages, Phrase::trend_numbers)
    );
    pressable(fold, Msg::Turn(Turn::Fold))
}

fn rows(messages: &Messages, trend: &Trend<'_>) -> Html {
    let rows: Vec<Numbers> = (0..trend.columns.len()).map(|at| trend.numbers(messages, at)).collect();
    let reports = !trend.totals().is_empty();
    let cell = |(class, count): &(Class, usize)| node!("td", "role" = "cell"; "data-status" = &class.id => [tile(class), text(&messages.number(*count))]);
    let row = |(at, numbers): (usize, &Numbers)| {
        let current = (at == trend.viewed).then_some("date");
        let reported = if reports {
            node!("td", "role" = "cell", "class" = "reports" => each(&numbers.reports, &report))
        } else {
            nothing()
        };
        node!(
            "tr", "role" = "row";
            "data-date" = trend.columns[at].date.to_string(), "aria-current" = current
            => [
                node!("th", "role" = "rowheader", "scope" = "row" => [
                    text(&numbers.when),
                    some(numbers.announced.as_ref(), |announced| span("dating", text(announced))),
                ]),
                each(&numbers.counts, &cell),
                node!("td", "role" = "cell", "class" = "total" => [
                    span("label", said(messages, Phrase::trend_members)),
                    text(&messages.number(numbers.total)),
                ]),
                reported,
            ]
        )
    };
    let head = |content: Html| node!("th", "role" = "columnheader", "scope" = "col" => content);
    let named = |phrase| head(bdi(messages.say(phrase), None));
    let heads = node!("tr", "role" = "row" => [
        named(Phrase::trend_date),
        each(&rows[0].counts, &|(class, _)| head(nodes![tile(class), bdi(&class.label, class.lang.as_deref())])),
        named(Phrase::trend_members),
        if reports { named(Phrase::trend_reports) } else { nothing() },
    ]);
    node!("table", "class" = "trend-table", "role" = "table", "aria-labelledby" = "trend-title" => [
        node!("thead", "role" = "rowgroup" => heads),
        node!("tbody", "role" = "rowgroup" => list(rows.iter().enumerate().map(row).collect())),
    ])
}
