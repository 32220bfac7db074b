//! The map: one focusable item a member, and what pointer and keys do on it.

use super::super::app::{Part, Screen, Shared};
use super::{sometimes, tooltip};
use crate::country::Code;
use crate::feed::MemberIndex;
use crate::message::Phrase;
use crate::model::camera::{Gesture, Key, Motion};
use crate::model::view::PlacedTip;
use crate::model::{Aim, Msg, Over, Shown, Step};
use crate::scene::map::{Item, Land, Letters, MapScene};
use crate::scene::number::{precise, px};
use crate::scene::pick::{Direction, Pointing};
use crate::world::{Form, Point, WIDTH, World};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, window};
use yew::prelude::*;

/// Distance of the hatch's lines, CSS px.
const HATCH: f64 = 5.0;
/// Radius of the ring around a marker beyond the marker's own, CSS px.
const RING: f64 = 2.5;

/// How much nearer a turn of the wheel by so many px goes, at most; fine turns, as touch pads send them, count more.
const TURN: f64 = 0.003;
const FINE_TURN: f64 = 0.01;
const FINE: f64 = 20.0;
const MOST: f64 = 0.6;
/// px of a line, where the wheel counts lines.
const LINE: f64 = 33.0;

/// The map with its tooltip.
pub fn draw(screen: &Screen, part: &Part, scene: &MapScene, world: &Shared<World>) -> Html {
    let Part { shown, messages, dispatch, .. } = part;
    let onpointermove = moving(part, screen.sight.motion);
    let onpointerdown = pressing(part);
    let onpointerup = dispatch.reform(|event: PointerEvent| Msg::Map(Gesture::Up(event.pointer_id())));
    let onclick = listening(part, |shown, event: &MouseEvent| match event.detail() {
        // A click without a pointer, by assistive technology, has no place.
        0 => item_of(shown, event).map(|item| Msg::Open(item.member)),
        1 => aim(shown, event, Pointing::Fine).map(Msg::Press),
        _ => aim(shown, event, Pointing::Fine).map(Msg::PressAgain),
    });
    let ondblclick = listening(part, |_, event: &MouseEvent| Some(Msg::Map(Gesture::Double(spot(event)?))));
    let onfocusin = listening(part, |shown, event: &FocusEvent| {
        item_of(shown, event).map(|item| Msg::Focus(item.member))
    });
    let onkeydown = listening(part, keyed);
    let layers = Part { world: Some(world.clone()), current: screen.current, ..part.clone() };
    let form = match world.form {
        Form::Map => "map",
        Form::Globe(_) => "globe",
        Form::Tiles => "tiles",
    };
    let zoomed = (screen.sight.zoom > 1.0).then_some("zoomed");
    let moved = (screen.sight.motion == Motion::Dragged).then_some("moved");
    html! {
        <div key="map" class="map" part="map" data-form={form} data-zoomed={zoomed} data-moved={moved}>
            <svg
                viewBox={format!("0 0 {} {}", px(WIDTH), px(world.height))}
                role="group"
                aria-label={messages.say(Phrase::map).to_owned()}
                aria-describedby="map-keys"
                {onpointermove}
                onpointerleave={dispatch.reform(|_: PointerEvent| Msg::Leave)}
                {onpointerdown}
                onpointercancel={onpointerup.clone()}
                {onpointerup}
                onwheel={sometimes(dispatch, wheeled)}
                {onclick}
                {ondblclick}
                {onfocusin}
                onfocusout={dispatch.reform(|_: FocusEvent| Msg::Blur)}
                {onkeydown}
            >
                <g class="camera" transform={screen.sight.transform.clone()}>
                    { layers.drawn("layers", self::layers) }
                    { rings(scene, world, screen.tip.as_ref(), screen.focused, shown.query.country) }
                </g>
            </svg>
            { tooltip::draw(screen.tip.as_ref()) }
            <p class="hint" aria-hidden="true" hidden={screen.sight.hint.is_none()}>
                { messages.say(if screen.sight.hint == Some(Key::Command) { Phrase::wheel_command } else { Phrase::wheel_control }) }
            </p>
            <p id="map-keys" class="sr">{ messages.say(Phrase::map_keys) }{ " " }{ messages.say(Phrase::map_zoom_keys) }</p>
        </div>
    }
}

/// A pressed pointer drags, another points.
fn moving(part: &Part, motion: Motion) -> Callback<PointerEvent> {
    let shown = part.shown.clone();
    sometimes(&part.dispatch, move |event: PointerEvent| {
        if event.buttons() == 0 {
            let fine = event.pointer_type() != "touch";
            return if fine { aim(&shown, &event, Pointing::Fine).map(Msg::Point) } else { None };
        }
        if motion == Motion::Dragged {
            // What begins on the map goes on beyond its edge. A pointer that is gone is no matter.
            let _ = map_of(&event).map(|map| map.set_pointer_capture(event.pointer_id()));
        }
        Some(Msg::Map(Gesture::Move(event.pointer_id(), spot(&event)?)))
    })
}

fn pressing(part: &Part) -> Callback<PointerEvent> {
    let (shown, dispatch) = (part.shown.clone(), part.dispatch.clone());
    Callback::from(move |event: PointerEvent| {
        let is_touch = event.pointer_type() == "touch";
        let touch = is_touch.then(|| aim(&shown, &event, Pointing::Coarse)).flatten();
        dispatch.emit(Msg::Down(touch));
        let pointing = if is_touch { Pointing::Coarse } else { Pointing::Fine };
        if let Some(at) = spot(&event).filter(|_| event.button() == 0) {
            dispatch.emit(Msg::Map(Gesture::Down(event.pointer_id(), pointing, at)));
        }
    })
}

/// The wheel zooms with the key for it, and else scrolls the page.
fn wheeled(event: WheelEvent) -> Option<Msg> {
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
    Some(Msg::Map(Gesture::Wheel(spot(&event)?, times)))
}

/// A listener that reads events against what is shown.
fn listening<E: 'static>(part: &Part, meaning: fn(&Shown, &E) -> Option<Msg>) -> Callback<E> {
    let shown = part.shown.clone();
    sometimes(&part.dispatch, move |event: E| meaning(&shown, &event))
}

/// The pattern of "no public data", which keeps its size on the screen.
fn hatch(pixel: f64, unit: f64) -> Html {
    // Shapes refer to it from grid units.
    let line = pixel / unit;
    let side = px(HATCH * line);
    html! {
        <defs>
            <pattern id="hatch" width={side.clone()} height={side.clone()} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect class="hatch-paper" width={side.clone()} height={side.clone()} />
                <rect class="hatch-line" width={px(line)} height={side} />
            </pattern>
        </defs>
    }
}

/// Everything that changes only with the question: land, members, borders, markers.
fn layers(part: &Part) -> Html {
    let shown = &part.shown;
    let (Some(scene), Some(world)) = (&shown.scene, &part.world) else {
        return Html::default();
    };
    let scale = format!("scale({})", precise(world.unit));
    let (small, shapes): (Vec<&Item>, Vec<&Item>) = scene.items.iter().partition(|item| item.small);
    let sphere = if let Form::Globe(outline) = &world.form { Some(outline) } else { None };
    html! {
        <>
            { hatch(scene.pixel, world.unit) }
            { for sphere.map(|outline| html! { <path class="sphere" transform={scale.clone()} d={data(outline)} /> }) }
            <g transform={scale.clone()} class="land">
                { for scene.land.iter().enumerate().map(|(place, land)| self::land(shown, world, place, land)) }
            </g>
            <g transform={scale.clone()}>
                { for shapes.into_iter().map(|item| self::item(part, item, "country", html! {
                    <path d={data(&world.shapes[item.shape].path)} fill={hatched(shown, item.place)} />
                })) }
            </g>
            <g transform={scale} class="borders">
                <path d={data(&world.coasts)} />
                <path d={data(&world.borders)} />
                <path class="disputed" d={data(&world.disputed)} />
            </g>
            <g>
                { for small.into_iter().map(|item| self::small(part, scene, world, item)) }
            </g>
            <g class="lettering" aria-hidden="true">
                { for scene.lettering.iter().map(|letters| self::lettering(shown, scene, letters)) }
            </g>
        </>
    }
}

fn land(shown: &Shown, world: &World, place: usize, land: &Land) -> Html {
    html! {
        <path
            key={land.code.as_str()}
            data-style={styled(shown, land.of.map(|(_, class)| class))}
            data-muted={muted(land.muted)}
            fill={land.of.and_then(|(_, class)| hatched(shown, class))}
            data-land={place.to_string()}
            d={data(&world.shapes[land.shape].path)}
        />
    }
}

/// A member that may be too small to hit: then it is its marker.
fn small(part: &Part, scene: &MapScene, world: &World, item: &Item) -> Html {
    if item.marker.is_some() {
        return self::item(part, item, "marker", marker(scene, item.marker, ""));
    }
    let fill = hatched(&part.shown, item.place);
    let scale = format!("scale({})", precise(world.unit));
    self::item(
        part,
        item,
        "country",
        html! {
            <path class="small" transform={scale} d={data(&world.shapes[item.shape].path)} {fill} />
        },
    )
}

/// A name or code on the map.
fn lettering(shown: &Shown, scene: &MapScene, letters: &Letters) -> Html {
    let item = &scene.items[letters.item];
    html! {
        <text
            key={item.code.as_str()}
            data-style={styled(shown, Some(item.place))}
            data-muted={muted(item.muted)}
            x={px(letters.at.x)}
            y={px(letters.at.y)}
            font-size={px(letters.size)}
            stroke-width={px(letters.size / 4.0)}
        >
            { AttrValue::Rc(letters.text.clone()) }
        </text>
    }
}

/// A member: what takes the focus, with its shape or marker in it.
fn item(part: &Part, item: &Item, name: &'static str, drawn: Html) -> Html {
    html! {
        <g
            key={item.code.as_str()}
            part={name}
            data-style={styled(&part.shown, Some(item.place))}
            data-muted={muted(item.muted)}
            data-country={item.code.to_string()}
            data-status={item.status.clone()}
            role="button"
            tabindex={if Some(item.member) == part.current { "0" } else { "-1" }}
            aria-label={AttrValue::Rc(item.label.clone())}
        >
            { drawn }
        </g>
    }
}

/// Path data, shared with the world.
fn data(path: &Rc<str>) -> AttrValue {
    AttrValue::Rc(Rc::clone(path))
}

/// A marker; with a class, the ring around one.
fn marker(scene: &MapScene, at: Option<Point>, line: &'static str) -> Html {
    let Some(Point { x, y }) = at else { return Html::default() };
    let wider = if line.is_empty() { 0.0 } else { RING * scene.pixel };
    html! { <circle data-line={line} cx={px(x)} cy={px(y)} r={px(scene.radius() + wider)} /> }
}

/// The style of a shape: of its status, or of plain land.
fn styled(shown: &Shown, place: Option<usize>) -> AttrValue {
    place.map_or(AttrValue::Static("plain"), |place| shown.view.legend[place].class.style.clone().into())
}

fn muted(muted: bool) -> Option<&'static str> {
    muted.then_some("muted")
}

/// A pattern is found from within the tree that it stands in, so it is no matter of the style sheet.
fn hatched(shown: &Shown, place: usize) -> Option<&'static str> {
    shown.view.legend[place].class.letter.is_none().then_some("url(#hatch)")
}

/// Rings of two colours, seen on every fill: around what is pointed at, focused, and open.
fn rings(
    scene: &MapScene,
    world: &World,
    tip: Option<&PlacedTip>,
    focused: Option<MemberIndex>,
    open: Option<MemberIndex>,
) -> Html {
    let item = |member: Option<MemberIndex>| member.and_then(|member| scene.item(member));
    let of_item = |item: &Item, kind: &'static str| ring(world, scene, (item.shape, item.marker), kind);
    html! {
        <g class="rings" aria-hidden="true">
            { for item(open).map(|item| of_item(item, "open")) }
            { for tip.map(|tip| ring(world, scene, (tip.shape, tip.marker), "pointed")) }
            { for item(focused).map(|item| of_item(item, "focused")) }
        </g>
    }
}

fn ring(world: &World, scene: &MapScene, (shape, at): (usize, Option<Point>), ring: &'static str) -> Html {
    let line = |kind: &'static str| match at {
        Some(_) => marker(scene, at, kind),
        None => html! {
            <path
                data-line={kind}
                transform={format!("scale({})", precise(world.unit))}
                d={data(&world.shapes[shape].path)}
            />
        },
    };
    html! { <g data-ring={ring}>{ line("halo") }{ line("line") }</g> }
}

/// Where the event points to, and what lies there.
fn aim(shown: &Shown, event: &MouseEvent, pointing: Pointing) -> Option<Aim> {
    Some(Aim { at: spot(event)?, over: over(shown, event), pointing })
}

/// Where the event points to, px of the frame as it lies on the screen.
fn spot(event: &MouseEvent) -> Option<Point> {
    let frame = map_of(event)?.get_bounding_client_rect();
    let scale = WIDTH / frame.width();
    Some(Point {
        x: (f64::from(event.client_x()) - frame.left()) * scale,
        y: (f64::from(event.client_y()) - frame.top()) * scale,
    })
}

fn map_of(event: &Event) -> Option<Element> {
    target(event)?.closest("svg").ok()?
}

fn over(shown: &Shown, event: &MouseEvent) -> Over {
    let land = target(event).and_then(|element| element.get_attribute("data-land")?.parse().ok());
    match (item_of(shown, event), land) {
        (Some(item), _) => Over::Member(item.member),
        (None, Some(land)) => Over::Land(land),
        (None, None) => Over::Nothing,
    }
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()
}

/// The item that an event happened on.
fn item_of<'a>(shown: &'a Shown, event: &Event) -> Option<&'a Item> {
    let scene = shown.scene.as_deref()?;
    let element = target(event)?.closest("[data-country]").ok()??;
    let code = Code::parse(&element.get_attribute("data-country")?)?;
    scene.items.iter().find(|item| item.code == code)
}

/// What a key does on an item. Keys with Ctrl, Alt or ⌘ are the browser's.
fn keyed(shown: &Shown, event: &KeyboardEvent) -> Option<Msg> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let key = event.key();
    let direction = match key.as_str() {
        "ArrowLeft" => Some(Direction::Left),
        "ArrowRight" => Some(Direction::Right),
        "ArrowUp" => Some(Direction::Up),
        "ArrowDown" => Some(Direction::Down),
        _ => None,
    };
    let msg = match (direction, key.as_str()) {
        (Some(direction), _) if event.shift_key() => Msg::Map(Gesture::Pan(direction)),
        (Some(direction), _) => Msg::Walk(Step::To(direction)),
        (_, "Home") => Msg::Walk(Step::First),
        (_, "End") => Msg::Walk(Step::Last),
        (_, "Enter") => Msg::Open(item_of(shown, event)?.member),
        (_, "Escape") => Msg::Close,
        (_, letter) if letter.chars().count() == 1 => Msg::Type(key, event.time_stamp()),
        _ => return None,
    };
    event.prevent_default();
    Some(msg)
}
