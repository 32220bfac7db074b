//! What the map says of the place pointed at. Placed by the script interface of styles, since a `style`
//! attribute would need a weaker content security policy.

use super::super::node::{list, node, nodes, nothing};
use super::{bdi, span, tile};
use crate::model::view::PlacedTip;
use crate::scene::number::px;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Between the tooltip and what it points to, CSS px.
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
    let hidden = tip.is_none().then_some("hidden");
    node!(
        "div", "class" = "tooltip", "part" = "tooltip", "role" = "tooltip", "id" = "tooltip"; "hidden" = hidden
        => list(content)
    )
}

/// Puts the tooltip in place, once it is drawn: beside the point (CSS px of the map), on the side with more
/// room, and within the map's width.
pub fn place(mount: &Element, (x, y): (f64, f64)) {
    let Ok(Some(element)) = mount.query_selector(".tooltip") else { return };
    let element = element.unchecked_into::<HtmlElement>();
    let Some(map) = element.parent_element() else { return };
    let (width, height) = (f64::from(map.client_width()), f64::from(map.client_height()));
    let (own_width, own_height) = (f64::from(element.offset_width()), f64::from(element.offset_height()));
    let left = if x > width / 2.0 { x - GAP - own_width } else { x + GAP };
    let top = if y > height / 2.0 { y - GAP - own_height } else { y + GAP };
    let left = left.clamp(0.0, (width - own_width).max(0.0));
    // Only a malformed property name or value could fail.
    let _ = element.style().set_property("transform", &format!("translate({}px,{}px)", px(left), px(top)));
}
