//! Nodes as HTML, after the rules of its serialisation (HTML Standard, 13.3).

use super::Html;
use super::write::{self, Kin, write};

/// The nodes as HTML.
pub fn html(html: &Html) -> String {
    let mut text = String::new();
    write(&mut text, html, Kin::Html);
    text
}

/// Writes an attribute, with the space before it.
pub fn attribute(out: &mut String, name: &str, value: &str) {
    write::attribute(out, (name, value), Kin::Html);
}
