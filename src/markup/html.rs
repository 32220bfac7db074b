//! Nodes as text: HTML, after the rules of its serialisation (HTML Standard, 13.3). Nothing is written as it comes: texts and
//! values are escaped here, and nowhere else.

use super::{Element, Html};

/// Elements that have no content and no end tag (HTML Standard, 13.1.2).
const VOID: [&str; 2] = ["img", "input"];

/// The nodes as HTML.
pub fn html(html: &Html) -> String {
    let mut text = String::new();
    write(&mut text, html, Kin::Html);
    text
}

/// Which markup an element belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kin {
    Html,
    /// Within `svg` what is empty may end where it begins.
    Svg,
}

fn write(out: &mut String, html: &Html, kin: Kin) {
    match html {
        Html::Nothing => {}
        Html::Text(text) => escape(out, text, false),
        Html::List(nodes) => nodes.iter().for_each(|node| write(out, node, kin)),
        Html::Element(element) => self::element(out, element, kin),
        Html::Apart(_, drawn) => write(out, &drawn.nodes(), kin),
    }
}

fn element(out: &mut String, element: &Element, kin: Kin) {
    let name = element.kind.name;
    let kin = if name == "svg" { Kin::Svg } else { kin };
    out.extend(["<", name]);
    for (name, value) in element.attributes() {
        attribute(out, name, value.as_str());
    }
    if let Some(value) = &element.value {
        attribute(out, "value", value);
    }
    if element.ticked == Some(true) {
        attribute(out, "checked", "");
    }
    if kin == Kin::Svg && element.content.is_empty() {
        out.push_str("/>");
        return;
    }
    out.push('>');
    if VOID.contains(&name) {
        return;
    }
    // A parser drops a line feed at the begin of `pre`.
    if name == "pre" {
        out.push('\n');
    }
    element.content.iter().for_each(|node| write(out, node, kin));
    out.extend(["</", name, ">"]);
}

/// Writes an attribute, with the space before it.
pub fn attribute(out: &mut String, name: &str, value: &str) {
    out.extend([" ", name]);
    if !value.is_empty() {
        out.push_str("=\"");
        escape(out, value, true);
        out.push('"');
    }
}

/// A text, or the value of an attribute, so that a parser reads it as it was. A carriage return would be read as a line feed.
fn escape(out: &mut String, text: &str, is_value: bool) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if is_value => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            _ => out.push(letter),
        }
    }
}
