//! How many members stood at each status, year by year: a chart to read by pointer, finger and keys, and the
//! same numbers as a table.

use super::super::app::{Part, Shared};
use super::{Pressed, bdi, heading, legend, maybe_link, p, plain_key, sometimes, span, tile, whether, words};
use crate::message::{Messages, Phrase};
use crate::model::place::Turn;
use crate::model::{Model, Msg, Shown};
use crate::scene::class::{Class, Entry};
use crate::scene::number::px;
use crate::scene::trend::{Axis, Label, Sign, TrendScene, diamond};
use crate::sound::{self, Tone};
use crate::status::Status;
use crate::survey::Shade;
use crate::trend::{Mark, Numbers, Report, Trend};
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
        numbers(part, &trend, place)
    } else {
        html! {
            <>
                { chart(part, &trend, place) }
                { numbers(part, &trend, place) }
                { key(messages, &trend) }
                <div class="trend-tools">{ hear(part, &trend) }{ fold(part) }</div>
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
        None => messages.dated(Phrase::trend_nothing, shown.query.clock.date),
    }
}

/// The chart is a slider along the years: one stop of Tab, whose value is the numbers in words.
fn chart(part: &Part, trend: &Trend<'_>, place: usize) -> Html {
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
    let onkeydown =
        listening(part, move |shown, _, event: &KeyboardEvent| keyed(&shown.trend(), read, event));
    let layers = Part { place: Default::default(), ..part.clone() };
    html! {
        <>
            <div id="trend-title">{ heading(shown.query.level(1), "chart-title", messages.say(Phrase::trend).into()) }</div>
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
    let scene = TrendScene::new(&trend, messages, &shown.query.filter, shown.width);
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
            { for scene.years.iter().map(|label| text("middle", label.at, scene.height - 4.0, &label.text)) }
            { for scene.marks.iter().map(down) }
            { for scene.flags.iter().map(|label| text("middle", label.at, 12.0, &label.text)) }
            { for scene.signs.iter().map(sign) }
            { for scene.totals.iter().map(|at| html! {
                <path class="diamond" transform={format!("translate({} {})", px(at.x), px(at.y))} d={diamond()} />
            }) }
        </svg>
    }
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
fn numbers(part: &Part, trend: &Trend<'_>, place: usize) -> Html {
    let Part { shown, messages, .. } = part;
    let (numbers, reports) = (trend.numbers(messages, place), !trend.totals().is_empty());
    let filter = &shown.query.filter.statuses;
    let entry = |(&status, (class, count)): (&Status, &(Class, usize))| Entry {
        shade: Shade::Status(status),
        class: class.clone(),
        count: Some(*count),
        shown: filter.is_empty() || filter.contains(&status),
    };
    let counts: Vec<Entry> = shown.view.survey.classes.iter().zip(&numbers.counts).map(entry).collect();
    html! {
        <div class="numbers" data-reports={reports.then_some("some")}>
            <p class="when">
                <b>{ &numbers.when }</b>
                { for numbers.announced.iter().map(|text| span("dating", text.into())) }
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
    noted(html! { <>{ &report.text }{ for source }</> })
}

/// A line of text beside the sign of a reported total.
fn noted(content: Html) -> Html {
    html! {
        <p class="report">
            <svg class="sign" viewBox="-7 -7 14 14" aria-hidden="true"><path class="diamond" d={diamond()} /></svg>
            <span>{ content }</span>
        </p>
    }
}

/// What the signs in the chart mean: diamonds, and the numbers of the marks.
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
    html! {
        <>
            if !trend.totals().is_empty() {
                <div class="noted">{ noted(messages.say(Phrase::trend_totals).into()) }</div>
            }
            if !marks.is_empty() { <ol class="marks">{ for marks.iter().map(mark) }</ol> }
        </>
    }
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
    let row = |(numbers, column): (&Numbers, &crate::trend::Column)| {
        html! {
            <tr role="row" data-date={column.date.to_string()}>
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
            <tbody role="rowgroup">{ for rows.iter().zip(&trend.columns).map(row) }</tbody>
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
fn pointed(shown: &Shown, messages: &Messages, event: &PointerEvent) -> Option<u16> {
    let frame = event.current_target()?.dyn_into::<Element>().ok()?.get_bounding_client_rect();
    let x = (f64::from(event.client_x()) - frame.left()) / frame.width() * shown.width;
    Some(Axis::new(&shown.trend(), messages, shown.width).year(x))
}

/// The year that a key leads to.
fn keyed(trend: &Trend<'_>, year: Option<u16>, event: &KeyboardEvent) -> Option<Msg> {
    let (place, last) = (trend.place(year), trend.columns.len() - 1);
    let to = match plain_key(event)?.as_str() {
        "ArrowLeft" | "ArrowDown" => place.saturating_sub(1),
        "ArrowRight" | "ArrowUp" => place + 1,
        "PageDown" => place.saturating_sub(10),
        "PageUp" => place + 10,
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    event.prevent_default();
    Some(Msg::Turn(Turn::Year(trend.columns[to.min(last)].last)))
}
