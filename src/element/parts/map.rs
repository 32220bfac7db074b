//! The map: one focusable item a member, and what pointer and keys do on it.

use super::super::app::{Part, Screen, Shared};
use super::{sometimes, tooltip};
use crate::country::Code;
use crate::feed::MemberIndex;
use crate::message::Phrase;
use crate::model::view::{Main, PlacedTip};
use crate::model::{Aim, Msg, Over, Shown, Step};
use crate::scene::map::{Item, Land, MapScene};
use crate::scene::number::{precise, px};
use crate::scene::pick::{Direction, Pointing};
use crate::world::{HEIGHT, Point, WIDTH, World};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::prelude::*;

/// Distance of the hatch's lines, CSS px.
const HATCH: f64 = 5.0;
/// Radius of the ring around a marker beyond the marker's own, CSS px.
const RING: f64 = 2.5;

/// The map with its tooltip.
pub fn draw(screen: &Screen, part: &Part, scene: &MapScene, world: &Shared<World>) -> Html {
    let Part { shown, messages, dispatch, .. } = part;
    let onpointermove = listening(part, |shown, event: &PointerEvent| {
        let aim = (event.pointer_type() != "touch").then(|| aim(shown, event, Pointing::Fine))?;
        aim.map(Msg::Point)
    });
    let onpointerdown = listening(part, |shown, event: &PointerEvent| {
        let touch = (event.pointer_type() == "touch").then(|| aim(shown, event, Pointing::Coarse));
        Some(Msg::Down(touch.flatten()))
    });
    let onclick = listening(part, |shown, event: &MouseEvent| match event.detail() {
        // A click without a pointer, by assistive technology, has no place.
        0 => item_of(shown, event).map(|item| Msg::Open(item.member)),
        _ => aim(shown, event, Pointing::Fine).map(Msg::Press),
    });
    let onfocusin = listening(part, |shown, event: &FocusEvent| {
        item_of(shown, event).map(|item| Msg::Focus(item.member))
    });
    let onkeydown = listening(part, keyed);
    let layers = Part { world: Some(world.clone()), current: screen.current, ..part.clone() };
    html! {
        <div key="map" class="map" part="map">
            <svg
                viewBox={format!("0 0 {} {}", px(WIDTH), px(HEIGHT))}
                role="group"
                aria-label={messages.say(Phrase::map).to_owned()}
                aria-describedby="map-keys"
                {onpointermove}
                onpointerleave={dispatch.reform(|_: PointerEvent| Msg::Leave)}
                {onpointerdown}
                {onclick}
                {onfocusin}
                onfocusout={dispatch.reform(|_: FocusEvent| Msg::Blur)}
                {onkeydown}
            >
                { layers.drawn("layers", self::layers) }
                { rings(scene, world, screen.tip.as_ref(), screen.focused, shown.query.country) }
            </svg>
            { tooltip::draw(screen.tip.as_ref()) }
            <p id="map-keys" class="sr">{ messages.say(Phrase::map_keys) }</p>
        </div>
    }
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
    let (Main::Map(Some(scene)), Some(world)) = (&shown.view.main, &part.world) else {
        return Html::default();
    };
    let scale = format!("scale({})", precise(world.unit));
    let (marked, shapes): (Vec<&Item>, Vec<&Item>) =
        scene.items.iter().partition(|item| item.marker.is_some());
    html! {
        <>
            { hatch(scene.pixel, world.unit) }
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
                { for marked.into_iter().map(|item| self::item(part, item, "marker", marker(scene, item.marker, ""))) }
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
            aria-label={item.label.clone()}
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
    let frame = target(event)?.closest("svg").ok()??.get_bounding_client_rect();
    let scale = WIDTH / frame.width();
    let at = Point {
        x: (f64::from(event.client_x()) - frame.left()) * scale,
        y: (f64::from(event.client_y()) - frame.top()) * scale,
    };
    Some(Aim { at, over: over(shown, event), pointing })
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
    let Main::Map(Some(scene)) = &shown.view.main else { return None };
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
    let msg = match key.as_str() {
        "ArrowLeft" => Msg::Walk(Step::To(Direction::Left)),
        "ArrowRight" => Msg::Walk(Step::To(Direction::Right)),
        "ArrowUp" => Msg::Walk(Step::To(Direction::Up)),
        "ArrowDown" => Msg::Walk(Step::To(Direction::Down)),
        "Home" => Msg::Walk(Step::First),
        "End" => Msg::Walk(Step::Last),
        "Enter" => Msg::Open(item_of(shown, event)?.member),
        "Escape" => Msg::Close,
        letter if letter.chars().count() == 1 => Msg::Type(key, event.time_stamp()),
        _ => return None,
    };
    event.prevent_default();
    Some(msg)
}
