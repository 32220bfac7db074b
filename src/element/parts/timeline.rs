//! The timeline: a line of dates with a hand for the viewed date and one for the earlier date to compare with;
//! below it, kept apart, the line of what was known when. Time runs from left to right in every language.

use super::super::app::Part;
use super::{Pressed, button, sometimes, span};
use crate::date::Date;
use crate::message::Phrase;
use crate::model::time::{Act, Hand, position, scale};
use crate::model::{Msg, Shown};
use crate::scene::number::px;
use crate::scene::timeline::{Mark, Scale, Timeline};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

pub fn draw(part: &Part) -> Html {
    let Part { shown, messages, dispatch, .. } = part;
    let Some(timeline) = &shown.view.timeline else { return Html::default() };
    let against = shown.query.against.is_some();
    let known = shown.query.clock.known.is_some();
    let playing = shown.time.playing;
    let (sign, name) = if playing { ("❚❚", Phrase::pause) } else { ("▶", Phrase::play) };
    let onclick = dispatch.reform(|_: MouseEvent| Msg::Time(Act::Play));
    let may_compare = timeline.scale.first().last_day() < shown.query.clock.date.last_day();
    html! {
        <div class="timeline" part="timeline" role="group" aria-label={messages.say(Phrase::timeline).to_owned()}>
            <div class="clock" data-clock="date">
                <button type="button" class="play" data-kind="button" aria-label={messages.say(name).to_owned()} {onclick}>{ sign }</button>
                { line(part, &timeline.scale, Some(timeline)) }
                <div class="dates">
                    { field(part, Hand::Date, Phrase::date_viewed) }
                    if against { { field(part, Hand::Against, Phrase::date_against) } }
                </div>
            </div>
            if let Some(scale) = timeline.known.filter(|_| known) {
                <div class="clock" data-clock="known">
                    { line(part, &scale, None) }
                    <div class="dates">{ field(part, Hand::Known, Phrase::date_known) }</div>
                </div>
            }
            { for shown.time.misdated.map(|_| wrong(messages.say(Phrase::date_wrong))) }
            <div class="clocks">
                if against {
                    { button("link", messages.say(Phrase::end_against).into(), dispatch, Pressed::End(Hand::Against)) }
                } else if may_compare {
                    { button("link", messages.say(Phrase::begin_against).into(), dispatch, Pressed::Begin(Hand::Against)) }
                }
                if known {
                    { button("link", messages.say(Phrase::end_known).into(), dispatch, Pressed::End(Hand::Known)) }
                } else if timeline.known.is_some() {
                    { button("link", messages.say(Phrase::begin_known).into(), dispatch, Pressed::Begin(Hand::Known)) }
                }
            </div>
        </div>
    }
}

fn wrong(text: &str) -> Html {
    html! { <p id="date-wrong" class="wrong" role="alert">{ text }</p> }
}

/// A date as it is typed.
fn field(part: &Part, hand: Hand, label: Phrase) -> Html {
    let Part { shown, messages, dispatch, .. } = part;
    let value = match hand {
        Hand::Date => shown.query.date,
        Hand::Against => shown.query.against,
        Hand::Known => shown.query.clock.known,
    };
    let onchange = sometimes(dispatch, move |event: Event| {
        let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
        Some(Msg::Time(Act::Type(hand, input.value())))
    });
    let is_wrong = shown.time.misdated == Some(hand);
    html! {
        <label class="date">
            { span("date-label", messages.say(label).into()) }
            <input
                type="text"
                inputmode="numeric"
                autocomplete="off"
                spellcheck="false"
                size="11"
                dir="ltr"
                data-hand={name(hand)}
                value={value.map(|date| date.to_string())}
                placeholder={messages.say(Phrase::today).to_owned()}
                title={messages.say(Phrase::date_form).to_owned()}
                aria-invalid={is_wrong.then_some("true")}
                aria-describedby={is_wrong.then_some("date-wrong")}
                {onchange}
            />
        </label>
    }
}

fn name(hand: Hand) -> &'static str {
    hand.field().name()
}

/// A line with its hands; with a timeline, that of the world's dates.
fn line(part: &Part, scale: &Scale, timeline: Option<&Timeline>) -> Html {
    let dispatch = &part.dispatch;
    let (shown, is_world) = (part.shown.clone(), timeline.is_some());
    let onpointerdown = sometimes(dispatch, move |event: PointerEvent| {
        let share = share(&event, true)?;
        let hand = if is_world { nearest(&shown, share) } else { Hand::Known };
        focus(&event, hand);
        Some(Msg::Time(Act::Grab(hand, share)))
    });
    let onpointermove = sometimes(dispatch, |event: PointerEvent| {
        (event.buttons() & 1 != 0)
            .then(|| share(&event, false))
            .flatten()
            .map(|share| Msg::Time(Act::Slide(share)))
    });
    let release = dispatch.reform(|_: PointerEvent| Msg::Time(Act::Release));
    let query = &part.shown.query;
    let at = |date: Date| percent(scale.share(date.last_day()));
    let hands: Html = match timeline {
        Some(_) => {
            let against = query.against.map(|_| self::hand(part, scale, Hand::Against, Phrase::date_against));
            html! { <>{ for against }{ self::hand(part, scale, Hand::Date, Phrase::date_viewed) }</> }
        }
        None => html! {
            <>
                { text("year", 0.0, "50", &part.messages.date(scale.first())) }
                { self::hand(part, scale, Hand::Known, Phrase::date_known) }
            </>
        },
    };
    let (from, to) = match timeline {
        Some(_) => (query.against.map_or_else(|| percent(0.0), at), at(query.clock.date)),
        None => (percent(0.0), at(position(&part.shown, Hand::Known))),
    };
    html! {
        <svg class="line" {onpointerdown} {onpointermove} onpointerup={release.clone()} onpointercancel={release}>
            <line class="rail" x1="0" x2="100%" y1="26" y2="26" />
            <line class="run" x1={from} x2={to} y1="26" y2="26" />
            { for timeline.map(marks) }
            { hands }
        </svg>
    }
}

/// What stands on the line of the world's dates.
fn marks(timeline: &Timeline) -> Html {
    let ticks: String = timeline.ticks.iter().map(|&at| format!("M{} 0v6", px(at * 1000.0))).collect();
    let mark = |mark: &Mark, kind: &'static str| {
        html! { <line class="mark" data-kind={kind} x1={percent(mark.at)} x2={percent(mark.at)} y1="12" y2="26"><title>{ &mark.label }</title></line> }
    };
    html! {
        <>
            <svg viewBox="0 0 1000 6" preserveAspectRatio="none" y="17" width="100%" height="6" aria-hidden="true">
                <path class="tick" d={ticks} />
            </svg>
            { for timeline.milestones.iter().map(|item| mark(item, "milestone")) }
            { for timeline.adopted.iter().map(|item| html! { <>
                { mark(item, "adopted") }
                { text("adopted", item.at, "9", &item.label) }
            </> }) }
            { for timeline.today.iter().map(|&at| html! {
                <line class="mark" data-kind="today" x1={percent(at)} x2={percent(at)} y1="18" y2="34" />
            }) }
            { for timeline.years.iter().map(|(year, at)| text("year", *at, "50", year)) }
        </>
    }
}

/// A word at a place of the line, within its ends.
fn text(kind: &'static str, at: f64, y: &'static str, word: &str) -> Html {
    let anchor = match at {
        _ if kind == "year" && at > 0.0 => "middle",
        ..0.15 => "start",
        0.85.. => "end",
        _ => "middle",
    };
    html! { <text data-kind={kind} x={percent(at)} {y} text-anchor={anchor}>{ word }</text> }
}

fn hand(part: &Part, scale: &Scale, hand: Hand, label: Phrase) -> Html {
    let Part { shown, messages, dispatch, .. } = part;
    let date = position(shown, hand);
    let at = percent(scale.share(date.last_day()));
    let is_now = date == shown.today;
    let words = if is_now { messages.say(Phrase::today).to_owned() } else { messages.date(date) };
    let onkeydown = sometimes(dispatch, move |event: KeyboardEvent| keyed(&event, hand).map(Msg::Time));
    html! {
        <g
            class="hand"
            data-hand={name(hand)}
            role="slider"
            tabindex="0"
            aria-label={messages.say(label).to_owned()}
            aria-valuemin="0"
            aria-valuemax="1000"
            aria-valuenow={px((scale.share(date.last_day()) * 1000.0).round())}
            aria-valuetext={words}
            {onkeydown}
        >
            <circle class="reach" cx={at.clone()} cy="26" r="16" />
            <circle class="halo" cx={at.clone()} cy="26" r="11" />
            <circle class="knob" cx={at} cy="26" r="7" />
        </g>
    }
}

/// What a key does on a hand. Keys with Ctrl, Alt or ⌘ are the browser's.
fn keyed(event: &KeyboardEvent, hand: Hand) -> Option<Act> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let act = match event.key().as_str() {
        "ArrowLeft" | "ArrowDown" => Act::Step(hand, -1),
        "ArrowRight" | "ArrowUp" => Act::Step(hand, 1),
        "PageDown" => Act::Leap(hand, -1),
        "PageUp" => Act::Leap(hand, 1),
        "Home" => Act::First(hand),
        "End" => Act::Last(hand),
        _ => return None,
    };
    event.prevent_default();
    Some(act)
}

fn percent(share: f64) -> String {
    format!("{}%", px(share * 100.0))
}

/// The hand nearest to a place of the line.
fn nearest(shown: &Shown, share: f64) -> Hand {
    let far = |hand: Hand| {
        let scale = scale(shown, hand)?;
        Some((scale.share(position(shown, hand).last_day()) - share).abs())
    };
    match shown.query.against.and_then(|_| Some(far(Hand::Against)? < far(Hand::Date)?)) {
        Some(true) => Hand::Against,
        Some(false) | None => Hand::Date,
    }
}

/// Where on the line the pointer is; `taken`: it stays with the line until it is let go.
fn share(event: &PointerEvent, taken: bool) -> Option<f64> {
    let line = event.target()?.dyn_into::<Element>().ok()?.closest("svg.line").ok()??;
    if taken {
        // Fails only for a pointer that is gone.
        let _ = line.set_pointer_capture(event.pointer_id());
    }
    let frame = line.get_bounding_client_rect();
    Some((f64::from(event.client_x()) - frame.left()) / frame.width())
}

/// Gives the hand the focus, so that keys go on where the pointer left off.
fn focus(event: &PointerEvent, hand: Hand) -> Option<()> {
    let line = event.target()?.dyn_into::<Element>().ok()?.closest("svg.line").ok()??;
    let hand = line.query_selector(&format!("[data-hand={}]", name(hand))).ok()??;
    event.prevent_default();
    // SVG elements have the same method without being HTML elements.
    hand.unchecked_ref::<HtmlElement>().focus().ok()
}
