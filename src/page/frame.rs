//! The page for a frame (`embed.html`) with the prerendered element inside, so that a frame paints before any
//! script runs.

use crate::markup::html::attribute;

/// The page as `dist/` has it.
const PAGE: &str = include_str!("../../embed.html");
/// What the page links to in the folder of the module.
const LINKED: [&str; 4] = ["icon.svg", "index.css", "embed.js", "policy-explorer.js"];
/// What the page has in the place of the prerendered element.
const ELEMENT: [&str; 2] = ["<policy-explorer>", "</policy-explorer>"];

/// The page with this element. `module`: the address of the widget's module, which the page's other files lie beside;
/// `feed`: the address of the feed; `lang`: the language of what is drawn, and the direction that it is written in; `own`: the
/// page's own address, if it is known.
pub fn page(
    element: &str,
    (module, feed): (&str, &str),
    (lang, direction): (&str, &str),
    own: Option<&str>,
) -> String {
    let folder = module.rfind('/').map_or("", |end| &module[..=end]);
    let mut page = between(PAGE, ELEMENT, element);
    for name in LINKED {
        let mut linked = String::new();
        let kind = if name.ends_with(".js") { "src" } else { "href" };
        attribute(
            &mut linked,
            kind,
            &if name == LINKED[3] { module.to_owned() } else { format!("{folder}{name}") },
        );
        page = page.replacen(&format!(" {kind}=\"{name}\""), &linked, 1);
    }
    let mut spoken = String::from("<html");
    attribute(&mut spoken, "lang", lang);
    attribute(&mut spoken, "dir", direction);
    page = page.replacen("<html lang=\"en\"", &spoken, 1);
    allow(&page, [own.and_then(origin), origin(module)], (feed, origin(feed)))
}

/// A text with another one in the place of all from the first to the second of two pieces.
fn between(text: &str, [from, to]: [&str; 2], other: &str) -> String {
    let start = text.find(from).expect("the page has an element");
    let end = start + text[start..].find(to).expect("it ends") + to.len();
    format!("{}{other}{}", &text[..start], &text[end..])
}

/// Lets the page load what lies on other origins: the widget's files, and the feed, which it lists as its own. The page's own
/// origin is named as well: to Safari `'self'` is nobody in a sandbox without `allow-same-origin`.
fn allow(page: &str, [own, widget]: [Option<&str>; 2], (feed, data): (&str, Option<&str>)) -> String {
    let mut page = page.to_owned();
    if let Some(data) = data {
        let mut listed = String::from("name=\"policy-explorer-feeds\"");
        attribute(&mut listed, "content", feed);
        page = page.replacen("name=\"policy-explorer-feeds\" content=\"\"", &listed, 1);
        page = page.replacen("connect-src 'self'", &format!("connect-src 'self' {data}"), 1);
    }
    for origin in [widget, own.filter(|_| own != widget)].into_iter().flatten() {
        page = page.replace("'self'", &format!("'self' {origin}"));
    }
    page
}

/// Scheme and host of an absolute address; those of a page itself need not be said.
pub fn origin(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    // Nothing else may end up in a policy.
    let is_plain = host.chars().all(|letter| letter.is_ascii_alphanumeric() || ".-:[]".contains(letter));
    (["http", "https"].contains(&scheme) && is_plain && !host.is_empty())
        .then(|| &address[..scheme.len() + 3 + host.len()])
}
