//! The map: one focusable item a member. What pointer and keys do on it is in `element::meaning::map`.

use super::part::{Part, Screen};
use super::{tooltip, zoom};
use crate::country::Code;
use crate::markup::{
    Hears, Html, On, Shared, each, heard, keyed, list, node, nodes, nothing, said, shared, text,
};
use crate::message::Phrase;
use crate::model::Msg;
use crate::model::sight::{Key, Motion};
use crate::model::view::PlacedTip;
use crate::scene::map::{Item, Land, Letters, MapScene};
use crate::scene::number::{precise, px};
use crate::scene::palette::style;
use crate::survey::Shade;
use crate::world::{Form, Point, WIDTH, World};
use std::rc::Rc;

/// Distance of the hatch's lines, CSS px.
const HATCH: f64 = 6.0;
/// Radius of the ring around a marker beyond the marker's own, CSS px.
const RING: f64 = 2.5;

/// The map with its tooltip.
pub fn draw(screen: &Screen, part: &Part, scene: &MapScene, world: &Shared<World>) -> Html {
    let Part { shown, messages, .. } = part;
    let open = shown.query.country.map(|member| shown.code(member));
    let layers = Part { world: Some(world.clone()), current: screen.current, ..part.clone() };
    let form = match world.form {
        Form::Map => "map",
        Form::Globe(_) => "globe",
        Form::Tiles => "tiles",
    };
    let key = if screen.sight.hint == Some(Key::Command) { "⌘" } else { "Ctrl" };
    let frame = node!(
        "svg", "role" = "group", "aria-describedby" = "map-keys";
        "viewBox" = format!("0 0 {} {}", px(WIDTH), px(world.height)),
        "aria-label" = (messages, Phrase::map)
        => node!("g", "class" = "camera"; "transform" = &screen.sight.transform => [
            layers.drawn("layers", self::layers),
            rings(scene, world, screen.tip.as_ref(), screen.focused, open),
        ])
    );
    let map = node!(
        "div", "class" = "map", "part" = "map";
        "data-form" = form,
        "data-zoomed" = (screen.sight.zoom > 1.0).then_some("zoomed"),
        "data-moving" = screen.sight.moves.then_some(""),
        "data-moved" = (screen.sight.motion == Motion::Dragged).then_some("moved")
        => [
            heard(hears(screen.sight.motion), frame),
            tooltip::draw(screen.tip.as_ref()),
            if shown.query.shows("zoom") { part.drawn("zoom", zoom::draw) } else { nothing() },
            node!(
                "p", "class" = "hint", "aria-hidden" = "true";
                "hidden" = screen.sight.hint.is_none().then_some("hidden")
                => text(&messages.fill(Phrase::wheel, &[("key", key)]))
            ),
            node!("p", "id" = "map-keys", "hidden" = "" => [
                said(messages, Phrase::map_keys),
                text(" "),
                said(messages, Phrase::map_order_keys),
                text(" "),
                said(messages, Phrase::map_zoom_keys),
            ]),
        ]
    );
    keyed("map", map)
}

/// What pointer, wheel and keys do on the map.
fn hears(motion: Motion) -> Vec<(On, Hears)> {
    let map = [
        On::PointerMove,
        On::PointerDown,
        On::PointerCancel,
        On::PointerUp,
        On::Wheel,
        On::Click,
        On::DoubleClick,
        On::FocusIn,
        On::KeyDown,
    ];
    // A press is told before it grips the map.
    let mut hears = vec![(On::PointerDown, Hears::Touch)];
    hears.extend(map.map(|on| (on, Hears::Map(motion))));
    hears.extend([(On::PointerLeave, Hears::Leave), (On::FocusOut, Hears::Means(Msg::Blur))]);
    hears
}

/// The pattern of "no public data", which keeps its size on the screen.
fn hatch(pixel: f64, unit: f64) -> Html {
    // Shapes refer to it from grid units.
    let line = pixel / unit;
    let side = &px(HATCH * line);
    let pattern = node!(
        "pattern", "id" = "hatch", "patternUnits" = "userSpaceOnUse", "patternTransform" = "rotate(45)";
        "width" = side, "height" = side
        => [
            node!("rect", "class" = "hatch-paper"; "width" = side, "height" = side),
            node!("rect", "class" = "hatch-line"; "width" = px(line), "height" = side),
        ]
    );
    node!("defs" => pattern)
}

/// Everything that changes only with the question: land, members, borders, markers.
fn layers(part: &Part) -> Html {
    let shown = &part.shown;
    let (Some(scene), Some(world)) = (&shown.scene, &part.world) else {
        return nothing();
    };
    let scale = &scaled(world);
    let sphere = match &world.form {
        Form::Globe(outline) => node!("path", "class" = "sphere"; "transform" = scale, "d" = data(outline)),
        Form::Map | Form::Tiles => nothing(),
    };
    let (mut shapes, mut small) = (Vec::new(), Vec::new());
    for item in &scene.items {
        if item.small {
            small.push(self::small(part, scene, world, item));
        } else {
            let fill = hatched(item.shade);
            let shape = node!("path"; "d" = data(&world.shapes[item.shape].path), "fill" = fill);
            shapes.push(self::item(part, item, "country", shape));
        }
    }
    nodes![
        hatch(scene.pixel, world.unit),
        sphere,
        node!("g", "class" = "land"; "transform" = scale => each(&scene.land, &|land| self::land(world, land))),
        node!("g"; "transform" = scale => list(shapes)),
        node!("g", "class" = "borders"; "transform" = scale => [
            node!("path"; "d" = data(&world.coasts)),
            node!("path"; "d" = data(&world.borders)),
            node!("path", "class" = "disputed"; "d" = data(&world.disputed)),
        ]),
        node!("g" => list(small)),
        node!("g", "class" = "lettering", "aria-hidden" = "true" => each(
            &scene.lettering,
            &|letters| lettering(scene, letters),
        )),
    ]
}

/// From grid units to px of the frame.
pub fn scaled(world: &World) -> String {
    format!("scale({})", precise(world.unit))
}

fn land(world: &World, land: &Land) -> Html {
    let shade = land.of.map(|(_, shade)| shade);
    let path = node!(
        "path";
        "data-style" = shade.map_or_else(|| "plain".to_owned(), style),
        "data-muted" = muted(land.muted),
        "fill" = shade.and_then(hatched),
        "data-land" = land.code.to_string(),
        "d" = data(&world.shapes[land.shape].path)
    );
    keyed(land.code.as_str(), path)
}

/// A member that may be too small to hit: then it is its marker.
fn small(part: &Part, scene: &MapScene, world: &World, item: &Item) -> Html {
    if item.marker.is_some() {
        return self::item(part, item, "marker", marker(scene, item.marker, ""));
    }
    let shape = node!(
        "path", "class" = "small";
        "transform" = scaled(world),
        "d" = data(&world.shapes[item.shape].path),
        "fill" = hatched(item.shade)
    );
    self::item(part, item, "country", shape)
}

/// A name or code on the map.
fn lettering(scene: &MapScene, letters: &Letters) -> Html {
    let item = &scene.items[letters.item];
    let name = node!(
        "text";
        "data-style" = style(item.shade),
        "data-muted" = muted(item.muted),
        "x" = px(letters.at.x),
        "y" = px(letters.at.y),
        "font-size" = px(letters.size),
        "stroke-width" = px(letters.size / 4.0)
        => shared(&letters.text)
    );
    keyed(item.code.as_str(), name)
}

/// A member: what takes the focus, with its shape or marker in it.
fn item(part: &Part, item: &Item, name: &'static str, drawn: Html) -> Html {
    let element = node!(
        "g", "role" = "button";
        "part" = name,
        "data-style" = style(item.shade),
        "data-muted" = muted(item.muted),
        "data-country" = item.code.to_string(),
        "data-status" = item.status.clone(),
        "tabindex" = if Some(item.code) == part.current { "0" } else { "-1" },
        "aria-label" = item.label.clone()
        => drawn
    );
    keyed(item.code.as_str(), element)
}

/// Path data, shared with the world.
fn data(path: &Rc<str>) -> Rc<str> {
    Rc::clone(path)
}

/// A marker; with a class, the ring around one.
fn marker(scene: &MapScene, at: Option<Point>, line: &'static str) -> Html {
    let Some(Point { x, y }) = at else { return nothing() };
    let wider = if line.is_empty() { 0.0 } else { RING * scene.pixel };
    let radius = px(scene.radius() + wider);
    node!("circle"; "data-line" = line, "cx" = px(x), "cy" = px(y), "r" = radius)
}

fn muted(muted: bool) -> Option<&'static str> {
    muted.then_some("muted")
}

/// A pattern is found from within the tree that it stands in, so it is no matter of the style sheet.
fn hatched(shade: Shade) -> Option<&'static str> {
    shade.is_unknown().then_some("url(#hatch)")
}

/// Rings of two colours, seen on every fill: around what is pointed at, focused, and open.
fn rings(
    scene: &MapScene,
    world: &World,
    tip: Option<&PlacedTip>,
    focused: Option<Code>,
    open: Option<Code>,
) -> Html {
    let of_item = |code: Option<Code>, kind| {
        let item = code.and_then(|code| scene.item(code));
        item.map_or_else(nothing, |item| ring(world, scene, (item.shape, item.marker), kind))
    };
    let pointed = tip.map(|tip| ring(world, scene, (tip.shape, tip.marker), "pointed"));
    node!("g", "class" = "rings", "aria-hidden" = "true" => [
        of_item(open, "open"),
        pointed.unwrap_or_else(nothing),
        of_item(focused, "focused"),
    ])
}

fn ring(world: &World, scene: &MapScene, (shape, at): (usize, Option<Point>), ring: &'static str) -> Html {
    let line = |kind: &'static str| match at {
        Some(_) => marker(scene, at, kind),
        None => {
            let shape = data(&world.shapes[shape].path);
            node!("path"; "data-line" = kind, "transform" = scaled(world), "d" = shape)
        }
    };
    node!("g"; "data-ring" = ring => [line("halo"), line("line")])
}
