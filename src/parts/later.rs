//! Pieces of the parts that come later.

use super::pressable;
use crate::markup::{Html, node, text};
use crate::message::{Messages, Phrase};
use crate::model::Msg;

/// A button of which there are several: it has a name of its own.
#[inline(never)]
pub fn named_button(kind: &'static str, name: String, content: Html, means: Msg) -> Html {
    let button = node!("button", "type" = "button"; "data-kind" = kind, "aria-label" = name => content);
    pressable(button, means)
}

/// The button that closes something.
pub fn close(messages: &Messages, means: Msg) -> Html {
    let name = messages.say(Phrase::close).to_owned();
    let close = node!("button", "type" = "button", "class" = "close", "data-kind" = "button"; "aria-label" = name => text("×"));
    pressable(close, means)
}

/// The pattern of "no public data" for what is no map, CSS px.
pub fn hatch_pattern(id: &'static str) -> Html {
    node!(
        "pattern", "width" = "6", "height" = "6", "patternUnits" = "userSpaceOnUse", "patternTransform" = "rotate(45)";
        "id" = id
        => [
            node!("rect", "class" = "hatch-paper", "width" = "6", "height" = "6"),
            node!("rect", "class" = "hatch-line", "width" = "1", "height" = "6"),
        ]
    )
}
