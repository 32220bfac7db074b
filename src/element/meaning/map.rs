//! What pointer, wheel and keys mean on the map.

use super::{plain_key, target};
use crate::country::Code;
use crate::element::event::is_touch;
use crate::markup::On;
use crate::model::sight::{Gesture, Key, Motion};
use crate::model::{Aim, MapStep, Msg, Order, Over};
use crate::scene::pick::{Direction, Pointing};
use crate::world::{Point, WIDTH};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent, window};

/// How much nearer a turn of the wheel by so many px goes, at most; fine turns, as touch pads send them, count more.
const TURN: f64 = 0.003;
const FINE_TURN: f64 = 0.01;
const FINE: f64 = 20.0;
const MOST: f64 = 0.6;
/// px of a line, where the wheel counts lines.
const LINE: f64 = 33.0;

/// What an event on the map means, while that moves so.
pub fn meaning(on: On, motion: Motion, event: &Event) -> Option<Msg> {
    match on {
        On::PointerMove if motion == Motion::Dragged => drawn_along(event),
        On::PointerMove => moved(event),
        On::PointerDown => gripped(event),
        On::PointerCancel | On::PointerUp => let_go(event),
        On::Wheel => wheeled(event.unchecked_ref()),
        On::Click => clicked(event),
        On::DoubleClick => Some(Msg::Map(Gesture::Double(spot(event)?))),
        On::FocusIn => item_of(event).map(Msg::Focus),
        On::KeyDown => keyed(event.unchecked_ref()),
        _ => None,
    }
}

fn clicked(event: &Event) -> Option<Msg> {
    match event.unchecked_ref::<MouseEvent>().detail() {
        // A click without a pointer, by assistive technology, has no place.
        0 => item_of(event).map(Msg::Open),
        1 => aim(event, Pointing::Fine).map(Msg::Press),
        _ => aim(event, Pointing::Fine).map(Msg::PressAgain),
    }
}

/// A pressed pointer drags, another points.
fn moved(event: &Event) -> Option<Msg> {
    let pointer = event.unchecked_ref::<PointerEvent>();
    if pointer.buttons() == 0 {
        return if is_touch(event) { None } else { aim(event, Pointing::Fine).map(Msg::Point) };
    }
    Some(Msg::Map(Gesture::Move(pointer.pointer_id(), spot(event)?)))
}

/// The same once the map is dragged: what begins on the map goes on beyond its edge.
fn drawn_along(event: &Event) -> Option<Msg> {
    let pointer = event.unchecked_ref::<PointerEvent>();
    if pointer.buttons() != 0 {
        // A pointer that is gone is no matter.
        let _ = map_of(event).map(|map| map.set_pointer_capture(pointer.pointer_id()));
    }
    moved(event)
}

/// A press begins.
pub fn touched(event: &Event) -> Option<Msg> {
    Some(Msg::Down(match pointing(event) {
        Pointing::Coarse => aim(event, Pointing::Coarse),
        Pointing::Fine => None,
    }))
}

fn gripped(event: &Event) -> Option<Msg> {
    let pointer = event.unchecked_ref::<PointerEvent>();
    let at = if pointer.button() == 0 { spot(event)? } else { return None };
    Some(Msg::Map(Gesture::Down(pointer.pointer_id(), pointing(event), at)))
}

fn pointing(event: &Event) -> Pointing {
    if is_touch(event) { Pointing::Coarse } else { Pointing::Fine }
}

fn let_go(event: &Event) -> Option<Msg> {
    Some(Msg::Map(Gesture::Up(event.unchecked_ref::<PointerEvent>().pointer_id())))
}

/// The wheel zooms with the key for it, and else scrolls the page.
fn wheeled(event: &WheelEvent) -> Option<Msg> {
    if !(event.ctrl_key() || event.meta_key()) {
        let is_apple = window()?
            .navigator()
            .platform()
            .is_ok_and(|name| name.starts_with("Mac") || name.starts_with("iP"));
        return Some(Msg::Map(Gesture::Hint(if is_apple { Key::Command } else { Key::Control })));
    }
    event.prevent_default();
    let lines = if event.delta_mode() == WheelEvent::DOM_DELTA_LINE { LINE } else { 1.0 };
    let turned = -event.delta_y() * lines;
    let turn = (turned * if turned.abs() < FINE { FINE_TURN } else { TURN }).clamp(-MOST, MOST);
    let times = if turn > 0.0 { 1.0 + turn } else { 1.0 / (1.0 - turn) };
    Some(Msg::Map(Gesture::Wheel(spot(event)?, times)))
}

/// Where the event points to, and what lies there.
fn aim(event: &Event, pointing: Pointing) -> Option<Aim> {
    Some(Aim { at: spot(event)?, over: over(event), pointing })
}

/// Where the event points to, px of the frame as it lies on the screen.
fn spot(event: &Event) -> Option<Point> {
    let pointer = event.unchecked_ref::<MouseEvent>();
    // The picture in it may be moved and stretched.
    let frame = target(event)?.closest(".map").ok()??.get_bounding_client_rect();
    let scale = WIDTH / frame.width();
    Some(Point {
        x: (f64::from(pointer.client_x()) - frame.left()) * scale,
        y: (f64::from(pointer.client_y()) - frame.top()) * scale,
    })
}

fn map_of(event: &Event) -> Option<Element> {
    target(event)?.closest("svg").ok()?
}

fn over(event: &Event) -> Over {
    match (item_of(event), code_at(event, "data-land")) {
        (Some(code), _) => Over::Member(code),
        (None, Some(code)) => Over::Land(code),
        (None, None) => Over::Nothing,
    }
}

/// The country of the item that an event happened on.
fn item_of(event: &Event) -> Option<Code> {
    code_at(event, "data-country")
}

/// The country that an attribute names where an event happened.
fn code_at(event: &Event, attribute: &str) -> Option<Code> {
    let element = target(event)?.closest(&["[", attribute, "]"].concat()).ok()??;
    Code::parse(&element.get_attribute(attribute)?)
}

/// What a key does on an item.
fn keyed(event: &KeyboardEvent) -> Option<Msg> {
    let key = plain_key(event)?;
    let direction = match key.as_str() {
        "ArrowLeft" => Some(Direction::Left),
        "ArrowRight" => Some(Direction::Right),
        "ArrowUp" => Some(Direction::Up),
        "ArrowDown" => Some(Direction::Down),
        _ => None,
    };
    let order = if event.shift_key() { Order::Status } else { Order::Name };
    let msg = match (direction, key.as_str()) {
        (Some(direction), _) if event.shift_key() => Msg::Map(Gesture::Pan(direction)),
        (Some(direction), _) => Msg::Walk(MapStep::To(direction)),
        (_, "PageDown") => Msg::Walk(MapStep::Next(order)),
        (_, "PageUp") => Msg::Walk(MapStep::Back(order)),
        (_, "Home") => Msg::Walk(MapStep::First),
        (_, "End") => Msg::Walk(MapStep::Last),
        (_, "Enter") => Msg::Open(item_of(event)?),
        (_, letter) if letter.chars().count() == 1 => Msg::Type(key, event.time_stamp()),
        _ => return None,
    };
    event.prevent_default();
    Some(msg)
}
