//! What the map says of the place pointed at. Placed by the script interface of styles, since a `style`
//! attribute would need a weaker content security policy.

use super::tile;
use crate::model::view::PlacedTip;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Between the tooltip and what it points to, CSS px.
const GAP: f64 = 14.0;

#[derive(Clone, PartialEq, Properties)]
pub struct Pointing {
    pub tip: Option<PlacedTip>,
    /// px of the frame per CSS px.
    pub pixel: f64,
}

#[component]
pub fn Tooltip(pointing: &Pointing) -> Html {
    let node = use_node_ref();
    let at = pointing.tip.as_ref().map(|tip| (tip.at.x / pointing.pixel, tip.at.y / pointing.pixel));
    {
        let node = node.clone();
        use_effect(move || {
            if let Some((element, (x, y))) = node.cast::<HtmlElement>().zip(at) {
                place(&element, x, y);
            }
        });
    }
    html! {
        <div ref={node} class="tooltip" part="tooltip" role="tooltip" id="tooltip" hidden={pointing.tip.is_none()}>
            if let Some(PlacedTip { tip, class, .. }) = &pointing.tip {
                <b><bdi>{ &tip.name }</bdi></b>
                { for tip.lines.iter().enumerate().map(|(line, text)| html! {
                    <span class="standing">
                        if let Some(class) = class.as_ref().filter(|_| line == 0) { { tile(class) } }
                        <bdi>{ text }</bdi>
                    </span>
                }) }
            }
        </div>
    }
}

/// Beside the point, on the side with more room, and within the map's width.
fn place(element: &HtmlElement, x: f64, y: f64) {
    let Some(map) = element.parent_element() else { return };
    let (width, height) = (f64::from(map.client_width()), f64::from(map.client_height()));
    let (own_width, own_height) = (f64::from(element.offset_width()), f64::from(element.offset_height()));
    let left = if x > width / 2.0 { x - GAP - own_width } else { x + GAP };
    let top = if y > height / 2.0 { y - GAP - own_height } else { y + GAP };
    let left = left.clamp(0.0, (width - own_width).max(0.0));
    // Only a malformed property name or value could fail.
    let _ = element.style().set_property("transform", &format!("translate({left}px,{top}px)"));
}
