//! What the map says of the place pointed at. Placed by the script interface of styles, since a `style`
//! attribute would need a weaker content security policy.

use super::{bdi, span, tile};
use crate::markup::{Hears, Html, On, heard, keyed, list, node, nodes, nothing};
use crate::model::Msg;
use crate::model::view::PlacedTip;

/// The pointer may go there and press what it is about.
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
    let tooltip = node!(
        "div", "class" = "tooltip", "part" = "tooltip", "role" = "tooltip", "id" = "tooltip"; "hidden" = hidden
        => content
    );
    let mut hears = vec![(On::PointerLeave, Hears::Leave)];
    hears.extend(tip.and_then(|tip| tip.member).map(|code| (On::Click, Hears::Means(Msg::Open(code)))));
    heard(hears, tooltip)
}
