//! Nodes as an SVG document. Its ids are its own, so that several may lie in one page.

use super::Html;
use super::write::{Kin, OWN, write};

/// The document of an `svg` element. Its nodes call ids as it pleases them; written, all begin with what tells this document
/// apart from any other.
pub fn svg(html: &Html) -> String {
    let mut text = String::new();
    write(&mut text, html, Kin::Picture);
    let own = format!("pe-{:016x}-", digest(&text));
    text.replace(OWN, &own)
}

/// FNV-1a (Fowler, Noll, Vo), 64 bits: tells documents apart that nobody has made to be mistaken for each other.
fn digest(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
