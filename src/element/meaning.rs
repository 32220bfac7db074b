//! What an event means that a part hears.

use super::event::key;
use crate::markup::hears::{Chart, Hears, Listed, On};
use crate::model::Msg;
use crate::model::progress::Turn;
use crate::model::search::SearchAct;
use crate::model::time::{Hand, TimeAct};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, HtmlInputElement, KeyboardEvent, MouseEvent, PointerEvent};

mod map;

/// The message, if the event means one.
pub fn meaning(on: On, hears: &Hears, event: &Event) -> Option<Msg> {
    match hears {
        Hears::Means(msg) => Some(msg.clone()),
        Hears::Map(motion) => map::meaning(on, *motion, event),
        Hears::Touch => map::touched(event),
        Hears::Leave => is_left(event, ".map").then_some(Msg::Leave),
        Hears::Line(line) => match on {
            On::PointerDown => {
                // The focus goes to the hand, not to what is pressed.
                event.prevent_default();
                Some(Msg::Time(TimeAct::Grab(*line, share(event, "svg.line", true)?)))
            }
            _ => {
                let is_held = event.unchecked_ref::<PointerEvent>().buttons() & 1 != 0;
                let at = if is_held { share(event, "svg.line", false) } else { None };
                Some(Msg::Time(TimeAct::Slide(at?)))
            }
        },
        Hears::Hand(hand) => hand_keyed(*hand, event.unchecked_ref()),
        Hears::Date(hand) => Some(Msg::Time(TimeAct::Type(*hand, typed(event)?))),
        Hears::Typed => Some(Msg::Search(SearchAct::Type(typed(event)?))),
        Hears::Keys(listed) => search_keyed(listed, event.unchecked_ref()),
        Hears::Left => is_left(event, ".search").then_some(Msg::Search(SearchAct::Close)),
        Hears::Chart(chart) => charted(on, chart, event),
        Hears::Still => {
            event.prevent_default();
            None
        }
    }
}

/// The element that the event happened on.
fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()
}

/// What was typed into a field.
fn typed(event: &Event) -> Option<String> {
    Some(target(event)?.dyn_into::<HtmlInputElement>().ok()?.value())
}

/// Whether pointer or focus do not go on to another element within the same.
fn is_left(event: &Event, within: &str) -> bool {
    // Both kinds of event have the property.
    let next = event.unchecked_ref::<FocusEvent>().related_target();
    let next = next.and_then(|next| next.dyn_into::<Element>().ok());
    !next.is_some_and(|next| next.closest(within).is_ok_and(|found| found.is_some()))
}

/// Where the pointer is, as a share of an element's width, from the left; `held`: it stays with the element until it is let
/// go. Listeners hear of it at the root of the widget, which may be wider.
fn share(event: &Event, of: &str, held: bool) -> Option<f64> {
    let element = target(event)?.closest(of).ok()??;
    let pointer = event.unchecked_ref::<PointerEvent>();
    if held {
        // Fails only for a pointer that is gone.
        let _ = element.set_pointer_capture(pointer.pointer_id());
    }
    let frame = element.get_bounding_client_rect();
    Some((f64::from(pointer.client_x()) - frame.left()) / frame.width())
}

/// The key of an event. Keys with Ctrl, Alt or ⌘ are the browser's.
fn plain_key(event: &KeyboardEvent) -> Option<String> {
    let is_browsers = event.ctrl_key() || event.meta_key() || event.alt_key();
    let key = key(event);
    (!is_browsers && !key.is_empty()).then_some(key)
}

/// What a key does on a hand of the timeline.
fn hand_keyed(hand: Hand, event: &KeyboardEvent) -> Option<Msg> {
    let act = match plain_key(event)?.as_str() {
        "ArrowLeft" | "ArrowDown" => TimeAct::Step(hand, -1),
        "ArrowRight" | "ArrowUp" => TimeAct::Step(hand, 1),
        "PageDown" => TimeAct::Leap(hand, -1),
        "PageUp" => TimeAct::Leap(hand, 1),
        "Home" => TimeAct::First(hand),
        "End" => TimeAct::Last(hand),
        _ => return None,
    };
    event.prevent_default();
    Some(Msg::Time(act))
}

/// The keys that move the cursor along the text of the search, as ever.
const ALONG: [&str; 4] = ["Home", "End", "ArrowLeft", "ArrowRight"];

/// What a key does to the list below the search.
fn search_keyed(listed: &Listed, event: &KeyboardEvent) -> Option<Msg> {
    // An input method's own keys, also the last one in WebKit, which comes after the composition (its code is 229).
    if event.is_composing() || event.key_code() == 229 {
        return None;
    }
    let key = key(event);
    let at = |index: usize| listed.codes.get(index).copied();
    let act = match (key.as_str(), listed.index()) {
        ("ArrowDown", None) => at(0).map(|first| SearchAct::Go(Some(first)))?,
        ("ArrowDown", Some(index)) => SearchAct::Go(at(index + 1)),
        ("ArrowUp", None) => listed.codes.last().map(|&last| SearchAct::Go(Some(last)))?,
        ("ArrowUp", Some(index)) => SearchAct::Go(index.checked_sub(1).and_then(at)),
        // What the reader has come to is chosen, also where a newer feed has just taken it off the list.
        ("Enter", _) if listed.open => SearchAct::Choose(listed.active.or(at(0))?),
        (key, Some(_)) if ALONG.contains(&key) => SearchAct::Go(None),
        _ => return None,
    };
    if !ALONG.contains(&key.as_str()) {
        event.prevent_default();
    }
    Some(Msg::Search(act))
}

/// What pointer and keys do on the chart.
fn charted(on: On, chart: &Chart, event: &Event) -> Option<Msg> {
    let read = chart.go(chart.at);
    let column = match on {
        On::KeyDown => return chart_keyed(chart, event.unchecked_ref()),
        // What presses for those who do not see the screen has no place: it means the year that is read.
        On::Click if event.unchecked_ref::<MouseEvent>().detail() == 0 => read,
        _ => chart.column(share(event, ".chart", false)?),
    };
    if on == On::Click {
        return Some(viewed(&column.date));
    }
    (Some(column.year) != chart.read).then_some(Msg::Turn(Turn::Year(column.year)))
}

/// The year that a key leads to, or views.
fn chart_keyed(chart: &Chart, event: &KeyboardEvent) -> Option<Msg> {
    let at = chart.at;
    let to = match plain_key(event)?.as_str() {
        "ArrowLeft" | "ArrowDown" => Some(at.saturating_sub(1)),
        "ArrowRight" | "ArrowUp" => Some(at + 1),
        "PageDown" => Some(at.saturating_sub(10)),
        "PageUp" => Some(at + 10),
        "Home" => Some(0),
        "End" => Some(usize::MAX),
        "Enter" | " " => None,
        _ => return None,
    };
    event.prevent_default();
    Some(match to {
        Some(to) => Msg::Turn(Turn::Year(chart.go(to).year)),
        None => viewed(&chart.go(at).date),
    })
}

/// The viewed date is to be this.
fn viewed(date: &str) -> Msg {
    Msg::Time(TimeAct::Type(Hand::Date, date.to_owned()))
}
