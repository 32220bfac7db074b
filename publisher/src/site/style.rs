//! The style sheet of the pages: the widget's own for what both have, and what only pages have.

use policy_explorer::feed::Feed;
use policy_explorer::page::digest;
use policy_explorer::page::styles::SHARED;
use policy_explorer::scene::palette::css;

const OWN: &str = include_str!("site.css");

/// Its path, which its content decides, and its text.
pub fn sheet(feed: &Feed) -> (String, Vec<u8>) {
    let sheet = format!("{}\n{}\n{OWN}", SHARED.join("\n"), css(feed));
    (format!("assets/site-{}.css", &digest(sheet.as_bytes())[..16]), sheet.into_bytes())
}
