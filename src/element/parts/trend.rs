//! How many members stood at each status, year by year: a chart to read by pointer, finger and keys, and the
//! same numbers as a table.

use super::super::app::{Part, Shared};
use super::{Pressed, bdi, heading, legend, maybe_link, p, plain_key, sometimes, span, tile, whether, words};
use crate::message::{Messages, Phrase};
use crate::model::place::{Place, Turn};
use crate::model::time::{Act, Hand};
use crate::model::{Model, Msg, Shown};
use crate::scene::class::{Class, Entry};
use crate::scene::number::px;
use crate::scene::trend::{Axis, Label, Sign, TrendScene, diamond, pointer};
use crate::sound::{self, Tone};
use crate::status::Status;
use crate::survey::Shade;
use crate::trend::{Mark, Numbers, Report, Stack, Trend};
use crate::world::Point;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;
use yew::prelude::*;

pub fn draw(part: &Part) -> Html {
    let Part { shown, messages, .. } = part;
    let trend = shown.trend();
    let place = trend.place(part.place.year);
    let content = if !trend.has_data {
        p("", nothing(part).into())
    } else if trend.columns.len() == 1 {
        numbers(part, &trend, place, Stack::All)
    } else {
        let mixed = trend.is_mixed();
        let stack = if mixed { part.place.stack } else { Stack::All };
        html! {
            <>
                { chart(part, &trend, place, stack) }
                { numbers(part, &trend, place, stack) }
                { key(messages, &trend) }
                <div class="trend-tools">
                    if mixed { { sift(part, stack) } }
                    { hear(part, &trend) }
                    { fold(part) }
                </div>
                if part.place.unfolded { { rows(messages, &trend) } }
            </>
        }
    };
    html! { <div class="trend" part="trend">{ content }</div> }
}

/// Why there is no trend.
fn nothing(part: &Part) -> String {
    let Part { shown, messages, .. } = part;
    match shown.view.survey.blank {
        Some(first) => messages.dated(Phrase::nothing_recorded, first),
        None => messages.dated(Phrase::trend_nothing, shown.trend().end),
    }
}

/// The chart is a slider along the years: one stop of Tab, whose value is the numbers in words.
fn chart(part: &Part, trend: &Trend<'_>, place: usize, stack: Stack) -> Html {
    let Part { shown, messages, .. } = part;
    let axis = Axis::new(trend, messages, shown.width);
    let (left, right) = axis.edges(trend.columns[place]);
    let year = |place: usize| trend.columns[place].last.to_string();
    let numbers = trend.numbers(messages, place).line(messages);
    let read = part.place.year;
    let point = listening(part, move |shown, messages, event: &PointerEvent| {
        let year = pointed(shown, messages, event).filter(|&year| Some(year) != read)?;
        Some(Msg::Turn(Turn::Year(year)))
    });
    let onclick = listening(part, move |shown, messages, event: &MouseEvent| {
        // What presses for those who do not see the screen has no place: it means the year that is read.
        let year = if event.detail() == 0 { read } else { pointed(shown, messages, event) };
        let trend = shown.trend();
        Some(view(&trend, trend.place(year)))
    });
    let onkeydown =
        listening(part, move |shown, _, event: &KeyboardEvent| keyed(&shown.trend(), read, event));
    let layers = Part { place: Place { stack, ..Place::default() }, ..part.clone() };
    let title = match stack {
        Stack::All => Phrase::trend,
        Stack::Known => Phrase::trend_known,
    };
    html! {
        <>
            <div id="trend-title">{ heading(shown.query.level(1), "chart-title", messages.say(title).into()) }</div>
            <div
                class="chart"
                role="slider"
                tabindex="0"
                aria-labelledby="trend-title"
                aria-describedby="trend-keys"
                aria-valuemin={year(0)}
                aria-valuemax={year(trend.columns.len() - 1)}
                aria-valuenow={year(place)}
                aria-valuetext={numbers}
                onpointermove={point.clone()}
                onpointerdown={point}
                {onclick}
                {onkeydown}
            >
                { layers.drawn("layers", self::layers) }
                <svg class="column" viewBox={frame(shown.width, axis.plot.bottom)} aria-hidden="true">
                    { for ["halo", "year"].map(|class| html! {
                        <rect
                            {class}
                            x={px(left)} width={px(right - left)}
                            y={px(axis.plot.top)} height={px(axis.plot.bottom - axis.plot.top)}
                        />
                    }) }
                </svg>
            </div>
            <p id="trend-keys" hidden=true>{ messages.say(Phrase::trend_keys) }</p>
        </>
    }
}

/// All of the chart that stays as it is while its years are read.
fn layers(part: &Part) -> Html {
    let Part { shown, messages, .. } = part;
    let trend = shown.trend();
    let scene = TrendScene::new(&trend, messages, &shown.query.filter, part.place.stack, shown.width);
    let plot = scene.plot;
    let across = |label: &Label| {
        html! {
            <>
                <path class="rule" d={format!("M{} {}H{}", px(plot.left), px(label.at), px(plot.right))} />
                { text("end", plot.left - 6.0, label.at + 4.0, &label.text) }
            </>
        }
    };
    let down = |&at: &f64| {
        let line = format!("M{} {}V{}", px(at), px(plot.top), px(plot.bottom));
        html! { <><path class="halo" d={line.clone()} /><path class="mark" d={line} /></> }
    };
    html! {
        <svg viewBox={frame(scene.width, scene.height)} aria-hidden="true">
            <defs>
                <pattern id="trend-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="hatch-paper" width="6" height="6" />
                    <rect class="hatch-line" width="1" height="6" />
                </pattern>
            </defs>
            { for scene.bands.iter().map(|band| html! {
                <path
                    class="band"
                    data-style={band.class.style.clone()}
                    data-muted={band.muted.then_some("muted")}
                    fill={band.class.is_hatched().then_some("url(#trend-hatch)")}
                    d={band.path.clone()}
                />
            }) }
            { for scene.rules.iter().map(across) }
            { outline("viewed", scene.viewed, pointer()) }
            { for scene.years.iter().map(|label| text("middle", label.at, scene.height - 4.0, &label.text)) }
            { for scene.marks.iter().map(down) }
            { for scene.flags.iter().map(|label| text("middle", label.at, 12.0, &label.text)) }
            { for scene.signs.iter().map(sign) }
            { for scene.totals.iter().map(|&at| outline("diamond", at, diamond())) }
        </svg>
    }
}

fn outline(class: &'static str, Point { x, y }: Point, outline: String) -> Html {
    html! { <path {class} transform={format!("translate({} {})", px(x), px(y))} d={outline} /> }
}

fn frame(width: f64, height: f64) -> String {
    format!("0 0 {} {}", px(width), px(height))
}

fn text(anchor: &'static str, x: f64, y: f64, text: &str) -> Html {
    html! { <text text-anchor={anchor} x={px(x)} y={px(y)}>{ text.to_owned() }</text> }
}

fn sign(Sign { class, at: Point { x, y }, muted }: &Sign) -> Html {
    let Some(sign) = &class.sign else { return Html::default() };
    html! {
        <g class="status" data-style={class.style.clone()} data-muted={muted.then_some("muted")}>
            <rect x={px(*x - 8.0)} y={px(*y - 8.0)} width="16" height="16" rx="3" />
            { text("middle", *x, *y + 4.0, sign) }
        </g>
    }
}

/// The numbers of one column: the legend, with the counts of that year.
fn numbers(part: &Part, trend: &Trend<'_>, place: usize, stack: Stack) -> Html {
    let Part { shown, messages, .. } = part;
    let (numbers, reports) = (trend.numbers(messages, place), !trend.totals().is_empty());
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
        span("dating", messages.fill(Phrase::trend_left_out, &[("count", &count)]).into())
    });
    html! {
        <div class="numbers" data-reports={reports.then_some("some")}>
            <p class="when">
                <b>{ &numbers.when }</b>
                { for numbers.announced.iter().map(|text| span("dating", text.into())) }
                { for left_out }
            </p>
            if shown.query.shows("legend") { { legend::entries(part, &counts) } }
            { for numbers.reports.iter().map(report) }
        </div>
    }
}

fn report(report: &Report) -> Html {
    let source = report
        .source
        .iter()
        .map(|(name, url)| html! { <>{ " " }{ maybe_link(url.as_ref(), words(name)) }</> });
    noted("diamond", diamond(), html! { <>{ &report.text }{ for source }</> })
}

/// A line of text beside a sign of the chart.
fn noted(sign: &'static str, outline: String, content: Html) -> Html {
    html! {
        <p class="report">
            <svg class="sign" viewBox="-7 -7 14 14" aria-hidden="true"><path class={sign} d={outline} /></svg>
            <span>{ content }</span>
        </p>
    }
}

/// What the signs in the chart mean: the pointer to the viewed date, diamonds, and the numbers of the marks.
fn key(messages: &Messages, trend: &Trend<'_>) -> Html {
    let marks = trend.marks(messages);
    let mark = |mark: &Mark| {
        html! {
            <li>
                <span class="dating">{ &mark.when }</span>{ " " }
                { maybe_link(mark.url.as_ref(), words(&mark.title)) }
            </li>
        }
    };
    let viewed = messages.dated(Phrase::history_viewed, trend.columns[trend.viewed].date);
    let press = span("press", messages.say(Phrase::trend_press).into());
    html! {
        <>
            <div class="noted">{ noted("viewed", pointer(), html! { <>{ viewed }{ " " }{ press }</> }) }</div>
            if !trend.totals().is_empty() {
                <div class="noted">{ noted("diamond", diamond(), messages.say(Phrase::trend_totals).into()) }</div>
            }
            if !marks.is_empty() { <ol class="marks">{ for marks.iter().map(mark) }</ol> }
        </>
    }
}

/// The choice that leaves members without public data out of the drawing.
fn sift(part: &Part, stack: Stack) -> Html {
    let Part { messages, dispatch, .. } = part;
    let sift = dispatch.reform(|_: MouseEvent| Pressed::Turn(Turn::Sift).into());
    let pressed = whether(stack == Stack::Known);
    let label = messages.fill(Phrase::trend_sift, &[("status", messages.say(Phrase::unknown))]);
    html! { <button type="button" class="sift" data-kind="choice" aria-pressed={pressed} onclick={sift}>{ label }</button> }
}

/// The button that lets the trend be heard, and what its tones stand for.
fn hear(part: &Part, trend: &Trend<'_>) -> Html {
    let Part { messages, dispatch, place, .. } = part;
    let Some(told) = trend.told(messages) else { return Html::default() };
    let (sign, phrase) = if place.hearing { ("❚❚", Phrase::hush) } else { ("♪", Phrase::hear) };
    let hear = dispatch.reform(|_: MouseEvent| Pressed::Turn(Turn::Hear).into());
    let with = [("status", told.status.as_str())];
    html! {
        <>
            <button type="button" class="hear" data-kind="button" aria-describedby="hear" onclick={hear}>
                <span aria-hidden="true">{ sign }</span>{ " " }{ messages.say(phrase) }
            </button>
            <p id="hear" class="dating">{ messages.count(Phrase::hear_scale, told.most(), &with) }</p>
        </>
    }
}

/// What is heard of the trend shown: see `chunk::tones`.
pub fn tones(model: &Model) -> Option<Array> {
    let (shown, messages) = (model.shown.as_ref()?, model.messages.as_ref()?);
    let trend = shown.trend();
    let tones = sound::tones(&trend.told(messages)?.counts);
    let years = trend.columns.iter().map(|column| f64::from(column.last));
    let numbers = |(tone, year): (Tone, f64)| [tone.start, tone.duration, tone.frequency, year];
    Some(tones.into_iter().zip(years).flat_map(numbers).map(JsValue::from_f64).collect())
}

/// The button that opens the same numbers as a table.
fn fold(part: &Part) -> Html {
    let Part { messages, dispatch, place, .. } = part;
    let fold = dispatch.reform(|_: MouseEvent| Pressed::Turn(Turn::Fold).into());
    let expanded = whether(place.unfolded);
    html! {
        <button type="button" class="fold" data-kind="button" aria-expanded={expanded} onclick={fold}>
            { messages.say(Phrase::trend_numbers) }
        </button>
    }
}

fn rows(messages: &Messages, trend: &Trend<'_>) -> Html {
    let rows: Vec<Numbers> = (0..trend.columns.len()).map(|place| trend.numbers(messages, place)).collect();
    let reports = !trend.totals().is_empty();
    let say = |phrase| messages.say(phrase).to_owned();
    let cell = |(class, count): &(Class, usize)| {
        html! {
            <td role="cell" data-status={class.id.clone()}>{ tile(class) }{ messages.number(*count) }</td>
        }
    };
    let row = |(place, numbers): (usize, &Numbers)| {
        let current = (place == trend.viewed).then_some("date");
        html! {
            <tr role="row" data-date={trend.columns[place].date.to_string()} aria-current={current}>
                <th role="rowheader" scope="row">{ &numbers.when }{ for numbers.announced.iter().map(|text| span("dating", text.into())) }</th>
                { for numbers.counts.iter().map(cell) }
                <td role="cell" class="total">{ span("label", say(Phrase::trend_members).into()) }{ messages.number(numbers.total) }</td>
                if reports { <td role="cell" class="reports">{ for numbers.reports.iter().map(report) }</td> }
            </tr>
        }
    };
    let head = |label: String| html! { <th role="columnheader" scope="col">{ bdi(&label, None) }</th> };
    html! {
        <table class="trend-table" role="table" aria-labelledby="trend-title">
            <thead role="rowgroup">
                <tr role="row">
                    { head(say(Phrase::trend_date)) }
                    { for rows[0].counts.iter().map(|(class, _)| html! {
                        <th role="columnheader" scope="col">{ tile(class) }{ bdi(&class.label, class.lang.as_deref()) }</th>
                    }) }
                    { head(say(Phrase::trend_members)) }
                    if reports { { head(say(Phrase::trend_reports)) } }
                </tr>
            </thead>
            <tbody role="rowgroup">{ for rows.iter().enumerate().map(row) }</tbody>
        </table>
    }
}

/// A listener that reads events against what is shown.
fn listening<E: 'static>(
    part: &Part,
    meaning: impl Fn(&Shown, &Messages, &E) -> Option<Msg> + 'static,
) -> Callback<E> {
    let (shown, messages): (Shared<Shown>, Shared<Messages>) = (part.shown.clone(), part.messages.clone());
    sometimes(&part.dispatch, move |event: E| meaning(&shown, &messages, &event))
}

/// The year that a pointer is at.
fn pointed(shown: &Shown, messages: &Messages, event: &MouseEvent) -> Option<u16> {
    // Listeners hear of it at the root of the widget, which may be wider than the chart.
    let chart = event.target()?.dyn_into::<Element>().ok()?.closest(".chart").ok()??;
    let frame = chart.get_bounding_client_rect();
    let x = (f64::from(event.client_x()) - frame.left()) / frame.width() * shown.width;
    Some(Axis::new(&shown.trend(), messages, shown.width).year(x))
}

/// The viewed date is to be that of a column.
fn view(trend: &Trend<'_>, place: usize) -> Msg {
    Msg::Time(Act::Type(Hand::Date, trend.choice(place)))
}

/// The year that a key leads to, or views.
fn keyed(trend: &Trend<'_>, year: Option<u16>, event: &KeyboardEvent) -> Option<Msg> {
    let (place, last) = (trend.place(year), trend.columns.len() - 1);
    let to = match plain_key(event)?.as_str() {
        "ArrowLeft" | "ArrowDown" => Some(place.saturating_sub(1)),
        "ArrowRight" | "ArrowUp" => Some(place + 1),
        "PageDown" => Some(place.saturating_sub(10)),
        "PageUp" => Some(place + 10),
        "Home" => Some(0),
        "End" => Some(last),
        "Enter" | " " => None,
        _ => return None,
    };
    event.prevent_default();
    let year = |to: usize| Msg::Turn(Turn::Year(trend.columns[to.min(last)].last));
    Some(to.map_or_else(|| view(trend, place), year))
}
