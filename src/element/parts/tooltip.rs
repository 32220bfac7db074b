//! What the map says of the place pointed at. Placed by the script interface of styles, since a `style`
//! attribute would need a weaker content security policy.

use super::super::node::{On, keyed, list, listener, node, nodes, nothing};
use super::map::events::left;
use super::{Pressed, bdi, press, span, tile};
use crate::model::Msg;
use crate::model::view::PlacedTip;
use crate::scene::number::px;
use crate::world::{Point, WIDTH};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;
use yew::virtual_dom::Listener;

/// Between the tooltip and what it points to, px of the page.
const GAP: f64 = 14.0;

pub fn draw(tip: Option<&PlacedTip>) -> Html {
    let mut content = Vec::new();
    if let Some(PlacedTip { tip, class, .. }) = tip {
        content.push(node!("b" => bdi(&tip.name, None)));
        let mut class = class.as_ref();
        for text in &tip.lines {
            let tile = class.take().map_or_else(nothing, tile);
            content.push(span("standing", nodes![tile, bdi(text, None)]));
        }
    }
    // Another text is one that nobody has rested at.
    let name = tip.map_or("", |tip| &tip.tip.name);
    let content = keyed(name, node!("div", "class" = "held" => list(content)));
    let hidden = tip.is_none().then_some("hidden");
    node!(
        "div", "class" = "tooltip", "part" = "tooltip", "role" = "tooltip", "id" = "tooltip"; "hidden" = hidden
        => content
    )
}

/// The pointer may go there and press what it is about.
pub fn listeners(dispatch: &Callback<Msg>, tip: Option<&PlacedTip>) -> Vec<Rc<dyn Listener>> {
    let mut listeners = vec![listener(On::PointerLeave, dispatch, left)];
    if let Some(code) = tip.and_then(|tip| tip.member) {
        listeners.push(press(dispatch, Pressed::Open(code)));
    }
    listeners
}

/// Puts the tooltip in place, once it is drawn: beside the point (px of the map's frame), on the side with more
/// room, and within the map's width.
pub fn place(mount: &Element, at: Point) {
    let Ok(Some(element)) = mount.query_selector(".tooltip") else { return };
    let element = element.unchecked_into::<HtmlElement>();
    let Some(map) = element.parent_element() else { return };
    let (width, height) = (f64::from(map.client_width()), f64::from(map.client_height()));
    let (x, y) = (at.x * width / WIDTH, at.y * width / WIDTH);
    let (own_width, own_height) = (f64::from(element.offset_width()), f64::from(element.offset_height()));
    let left = if x > width / 2.0 { x - GAP - own_width } else { x + GAP };
    let top = if y > height / 2.0 { y - GAP - own_height } else { y + GAP };
    let left = left.clamp(0.0, (width - own_width).max(0.0));
    // Only a malformed property name or value could fail.
    let _ = element.style().set_property("transform", &format!("translate({}px,{}px)", px(left), px(top)));
}
