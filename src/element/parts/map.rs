//! The map: one focusable item a member, and what pointer and keys do on it.

use super::super::app::Shared;
use super::sometimes;
use super::tooltip::Tooltip;
use crate::country::Code;
use crate::feed::MemberIndex;
use crate::message::{Messages, Phrase};
use crate::model::view::{Main, PlacedTip};
use crate::model::{Aim, Msg, Over, Shown, Step};
use crate::scene::map::{Item, MapScene};
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

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub shown: Shared<Shown>,
    pub messages: Shared<Messages>,
    pub world: Shared<World>,
    pub tip: Option<PlacedTip>,
    pub focused: Option<MemberIndex>,
    pub current: Option<MemberIndex>,
    pub dispatch: Callback<Msg>,
}

#[component]
pub fn MapPart(props: &Props) -> Html {
    let node = use_node_ref();
    let Props { shown, messages, world, tip, focused, current, dispatch } = props;
    let Main::Map(Some(scene)) = &shown.view.main else { return Html::default() };
    let aim = {
        let (node, shown) = (node.clone(), shown.clone());
        move |event: &MouseEvent, pointing| aim(&node, &shown, event, pointing)
    };
    let onpointermove = {
        let aim = aim.clone();
        sometimes(dispatch, move |event: PointerEvent| {
            (event.pointer_type() != "touch").then(|| aim(&event, Pointing::Fine)).flatten().map(Msg::Point)
        })
    };
    let onclick = sometimes(dispatch, move |event: MouseEvent| {
        let touch = event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "touch");
        aim(&event, if touch { Pointing::Coarse } else { Pointing::Fine }).map(Msg::Press)
    });
    let onfocusin = {
        let shown = shown.clone();
        sometimes(dispatch, move |event: FocusEvent| item_of(&shown, &event).map(|item| Msg::Focus(item.member)))
    };
    let onkeydown = {
        let shown = shown.clone();
        sometimes(dispatch, move |event: KeyboardEvent| keyed(&shown, &event))
    };
    html! {
        <div class="map" part="map">
            <svg
                ref={node}
                viewBox={format!("0 0 {WIDTH} {HEIGHT}")}
                role="group"
                aria-label={messages.say(Phrase::map).to_owned()}
                aria-describedby="map-keys"
                {onpointermove}
                onpointerleave={dispatch.reform(|_: PointerEvent| Msg::Leave)}
                {onclick}
                {onfocusin}
                onfocusout={dispatch.reform(|_: FocusEvent| Msg::Blur)}
                {onkeydown}
            >
                <Hatch pixel={scene.pixel} />
                <Layers shown={shown.clone()} world={world.clone()} current={*current} />
                { rings(scene, world, tip.as_ref(), *focused, shown.query.country) }
            </svg>
            <Tooltip tip={tip.clone()} pixel={scene.pixel} />
            <p id="map-keys" class="sr">{ messages.say(Phrase::map_keys) }</p>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct HatchProps {
    pixel: f64,
}

/// The pattern of "no public data", which keeps its size on the screen.
#[component]
fn Hatch(props: &HatchProps) -> Html {
    let side = HATCH * props.pixel;
    html! {
        <defs>
            <pattern id="hatch" width={side.to_string()} height={side.to_string()} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect class="paper" width={side.to_string()} height={side.to_string()} />
                <path class="line" d={format!("M0 0V{side}")} />
            </pattern>
        </defs>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LayersProps {
    shown: Shared<Shown>,
    world: Shared<World>,
    current: Option<MemberIndex>,
}

/// Everything that changes only with the question: land, members, borders, markers.
#[component]
fn Layers(props: &LayersProps) -> Html {
    let LayersProps { shown, world, current } = props;
    let Main::Map(Some(scene)) = &shown.view.main else { return Html::default() };
    let scale = format!("scale({})", world.unit);
    let (marked, shapes): (Vec<&Item>, Vec<&Item>) = scene.items.iter().partition(|item| item.marker.is_some());
    let tabindex = |item: &Item| if Some(item.member) == *current { "0" } else { "-1" };
    html! {
        <>
            <g transform={scale.clone()} class="land">
                { for scene.land.iter().enumerate().map(|(place, land)| html! {
                    <path
                        key={land.code.as_str()}
                        class={classes!(filled(shown, land.of.map(|(_, class)| class)), land.muted.then_some("muted"))}
                        fill={land.of.and_then(|(_, class)| hatched(shown, class))}
                        data-land={place.to_string()}
                        d={data(&world.shapes[land.shape].path)}
                    />
                }) }
            </g>
            <g transform={scale.clone()}>
                { for shapes.into_iter().map(|item| html! {
                    <path
                        key={item.code.as_str()}
                        part="country"
                        class={classes!("member", filled(shown, Some(item.place)), item.muted.then_some("muted"))}
                        fill={hatched(shown, item.place)}
                        data-country={item.code.to_string()}
                        data-status={item.status.clone()}
                        role="button"
                        tabindex={tabindex(item)}
                        aria-label={item.label.clone()}
                        d={data(&world.shapes[item.shape].path)}
                    />
                }) }
            </g>
            <g transform={scale.clone()} class="borders">
                <path d={data(&world.coasts)} />
                <path d={data(&world.borders)} />
                <path class="disputed" d={data(&world.disputed)} />
            </g>
            <g>
                { for marked.into_iter().map(|item| html! {
                    <g
                        key={item.code.as_str()}
                        part="marker"
                        class={classes!("member", "marker", filled(shown, Some(item.place)), item.muted.then_some("muted"))}
                        data-country={item.code.to_string()}
                        data-status={item.status.clone()}
                        role="button"
                        tabindex={tabindex(item)}
                        aria-label={item.label.clone()}
                    >
                        { marker(item, scene, hatched(shown, item.place)) }
                    </g>
                }) }
            </g>
        </>
    }
}

/// Path data, shared with the world.
fn data(path: &Rc<str>) -> AttrValue {
    AttrValue::Rc(Rc::clone(path))
}

fn marker(item: &Item, scene: &MapScene, fill: Option<&'static str>) -> Html {
    let Some(Point { x, y }) = item.marker else { return Html::default() };
    let at = |value: f64| format!("{value:.2}");
    html! { <circle cx={at(x)} cy={at(y)} r={at(scene.radius())} {fill} /> }
}

/// The style of a class; plain land without one.
fn filled(shown: &Shown, place: Option<usize>) -> String {
    let Some(place) = place else { return "plain".to_owned() };
    if shown.view.legend[place].class.letter.is_some() { format!("c{place}") } else { "unknown".to_owned() }
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
    let of_item = |item: &Item, class: &'static str| ring(world, scene, (item.shape, item.marker), class);
    html! {
        <g class="rings" aria-hidden="true">
            { for item(open).map(|item| of_item(item, "open")) }
            { for tip.map(|tip| ring(world, scene, (tip.shape, tip.marker), "pointed")) }
            { for item(focused).map(|item| of_item(item, "focused")) }
        </g>
    }
}

fn ring(world: &World, scene: &MapScene, (shape, marker): (usize, Option<Point>), class: &'static str) -> Html {
    let line = |kind: &'static str| match marker {
        Some(Point { x, y }) => {
            let radius = scene.radius() + RING * scene.pixel;
            html! { <circle class={kind} cx={x.to_string()} cy={y.to_string()} r={radius.to_string()} /> }
        }
        None => html! {
            <path class={kind} transform={format!("scale({})", world.unit)} d={data(&world.shapes[shape].path)} />
        },
    };
    html! { <g {class}>{ line("halo") }{ line("line") }</g> }
}

/// Where the event points to, and what lies there.
fn aim(node: &NodeRef, shown: &Shown, event: &MouseEvent, pointing: Pointing) -> Option<Aim> {
    let frame = node.cast::<Element>()?.get_bounding_client_rect();
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
        "Enter" | " " => Msg::Open(item_of(shown, event)?.member),
        "Escape" => Msg::Close,
        letter if letter.chars().count() == 1 => Msg::Type(key, event.time_stamp()),
        _ => return None,
    };
    event.prevent_default();
    Some(msg)
}
