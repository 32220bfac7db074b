//! Nodes as text. Texts and values are escaped here, and nowhere else: nothing is written as it comes.

use super::{Element, Html};
use crate::xml::{Quotes, escape};

/// Elements that have no content and no end tag (HTML Standard, 13.1.2).
const VOID: [&str; 4] = ["img", "input", "link", "meta"];

/// In a picture, stands before its ids and before what refers to them. No text has it: XML does not allow it.
pub const OWN: char = '\u{1}';

/// Which markup an element belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kin {
    /// HTML.
    Html,
    /// An `svg` of HTML and all that is in it: what is empty ends where it begins.
    Svg,
    /// SVG as a document of its own, which is XML.
    Picture,
}

impl Kin {
    /// What becomes of quotation marks between tags: escaped in a picture, so that its text is safe wherever others put it.
    fn quotes(self) -> Quotes {
        if self == Self::Picture { Quotes::Escaped } else { Quotes::Kept }
    }
}

/// Writes nodes.
pub fn write(out: &mut String, html: &Html, kin: Kin) {
    match html {
        Html::Nothing => {}
        Html::Text(text) => escape(out, text, kin.quotes()),
        Html::List(nodes) => nodes.iter().for_each(|node| write(out, node, kin)),
        Html::Element(element) => self::element(out, element, kin),
        Html::Apart(_, drawn) => write(out, &drawn.nodes(), kin),
    }
}

fn element(out: &mut String, element: &Element, kin: Kin) {
    let name = element.kind.name;
    let kin = if kin == Kin::Html && name == "svg" { Kin::Svg } else { kin };
    out.extend(["<", name]);
    for (name, value) in element.attributes() {
        attribute(out, (name, value.as_str()), kin);
    }
    if let Some(value) = &element.value {
        attribute(out, ("value", value), kin);
    }
    if element.ticked == Some(true) {
        attribute(out, ("checked", ""), kin);
    }
    if kin != Kin::Html && element.content.is_empty() {
        out.push_str("/>");
        return;
    }
    out.push('>');
    if kin == Kin::Html && VOID.contains(&name) {
        return;
    }
    // A parser of HTML drops a line feed at the start of `pre`.
    if kin == Kin::Html && name == "pre" {
        out.push('\n');
    }
    element.content.iter().for_each(|node| write(out, node, kin));
    out.extend(["</", name, ">"]);
}

/// Writes an attribute, with the space before it.
pub fn attribute(out: &mut String, (name, value): (&str, &str), kin: Kin) {
    out.extend([" ", name]);
    if value.is_empty() && kin != Kin::Picture {
        return;
    }
    out.push_str("=\"");
    let rest = if kin == Kin::Picture { own(out, name, value) } else { value };
    escape(out, rest, Quotes::Escaped);
    out.push('"');
}

/// Marks an id of a picture, or what refers to one, as the picture's own. Returns the rest of the value, to be written.
fn own<'a>(out: &mut String, name: &str, value: &'a str) -> &'a str {
    let (before, rest) = match (name, value.strip_prefix("url(#")) {
        ("id" | "aria-labelledby" | "aria-describedby", _) => ("", value),
        ("fill", Some(rest)) => ("url(#", rest),
        _ => return value,
    };
    out.push_str(before);
    out.push(OWN);
    rest
}
