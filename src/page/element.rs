//! The element with its first screen in a declarative shadow root: seen before any script runs, and without one. The widget
//! takes it over when it is there (`js/picture.js`).

use super::tint::{map_first, plain, tinted};
use super::{Page, styles};
use crate::markup::html::{attribute, html};
use crate::markup::{Html, list, node, said, text};
use crate::message::{Messages, Phrase};
use crate::model::field::Field;
use crate::model::query::ViewKind;
use crate::parts::part::Part;
use crate::parts::screen;

/// What the page says of the element.
#[derive(Clone, Debug)]
pub struct Embedding<'a> {
    /// The address of the feed, as the page gives it.
    pub feed: &'a str,
    /// The SHA-256 of the feed's bytes, in hexadecimal digits: the widget says so where it shows other data.
    pub digest: &'a str,
    /// The address of the widget's module, as the page gives it.
    pub module: &'a str,
    /// The address of a picture for browsers without declarative shadow roots.
    pub picture: Option<&'a str>,
    /// What the host says by attributes.
    pub fields: &'a [(Field, String)],
    /// The language that the host says, if any.
    pub lang: Option<&'a str>,
}

/// The width that the map of an element is made for where nothing else is asked, CSS px: between a phone's and that of a wide
/// page.
pub const WIDTH: f64 = 720.0;

/// The room above and below the map until the styles are here, CSS px: as much as other parts take on a phone, so that hardly
/// anything moves when these come.
const ROOM: [u16; 2] = [170, 600];

/// The element as HTML; empty where there is nothing to show.
pub fn prerendered(page: &Page, embedding: &Embedding<'_>) -> String {
    let Some((shown, messages)) = page.model.shown.as_ref().zip(page.model.messages.as_ref()) else {
        return String::new();
    };
    let mut out = String::from("<policy-explorer");
    attribute(&mut out, "feed", embedding.feed);
    for (field, value) in embedding.fields {
        attribute(&mut out, field.name(), value);
    }
    if let Some(lang) = embedding.lang {
        attribute(&mut out, "lang", lang);
    }
    let folder = embedding.module.rfind('/').map_or("", |end| &embedding.module[..=end]);
    let styles = format!("{folder}{}", styles::address());
    // Asked for at once, and applied behind the map, for which a browser would else wait with it.
    out.push_str("><template shadowrootmode=\"open\"><link rel=\"preload\" as=\"style\"");
    attribute(&mut out, "href", &styles);
    out.push('>');
    let feed = &shown.feed.value;
    let mut picture = tinted(page.drawn(), feed);
    let has_map = map_first(&mut picture);
    out.push_str("<div class=\"picture\"");
    attribute(&mut out, "data-of", embedding.digest);
    if !has_map {
        // Not before its styles are here, which say otherwise: or all of it would move then.
        attribute(&mut out, "hidden", "");
    }
    out.push('>');
    let room = |height: u16| node!("svg", "class" = "room", "width" = "1"; "height" = height.to_string());
    let [above, below] = if has_map { ROOM.map(room) } else { Default::default() };
    out.push_str(&html(&list(vec![above, picture, below])));
    out.push_str("</div><link rel=\"stylesheet\"");
    attribute(&mut out, "href", &styles);
    out.push('>');
    if shown.query.view != ViewKind::Table {
        out.push_str(&html(&tinted(self::below(page, messages), feed)));
    }
    out.push_str("<slot hidden></slot></template>");
    out.push_str(&html(&instead(embedding, &shown.view.headline.sentence)));
    out.push_str("</policy-explorer>");
    out
}

/// The same as a table, folded.
fn below(page: &Page, messages: &Messages) -> Html {
    let screen = page.table().screen();
    let shown = screen.shown.as_ref().zip(screen.messages.as_ref());
    let rows = shown.map(|(shown, messages)| plain(screen::main(&screen, &Part::of(shown, messages))));
    let theme = page.model.shown.as_ref().map(|shown| shown.query.theme).unwrap_or_default();
    let table = node!(
        "div", "class" = "pe";
        "data-theme" = theme.name(),
        "lang" = messages.language().to_owned(),
        "dir" = messages.direction().name()
        => node!("details" => [
            node!("summary" => said(messages, Phrase::view_table)),
            rows.unwrap_or_default(),
        ])
    );
    node!("div", "class" = "below", "hidden" = "", "data-until" = "styled" => table)
}

/// What browsers show that know no declarative shadow root, until the widget is there.
fn instead(embedding: &Embedding<'_>, sentence: &str) -> Html {
    match embedding.picture {
        // Where it is not shown, it is not fetched.
        Some(picture) => node!(
            "img", "loading" = "lazy", "width" = "960", "height" = "540"; "src" = picture.to_owned(), "alt" = sentence.to_owned()
        ),
        None => node!("p" => [
            text(sentence),
            text(" "),
            node!("a"; "href" = embedding.feed.to_owned() => text(embedding.feed)),
        ]),
    }
}
