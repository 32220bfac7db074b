//! The element with its first screen in a declarative shadow root: seen before any script runs, and without one. The widget
//! takes it over when it is there (`js/picture.js`).

use super::tint::{plain, tinted};
use super::{Page, styles};
use crate::markup::html::{attribute, html};
use crate::markup::{Html, node, said, text};
use crate::message::{Messages, Phrase};
use crate::model::field::Field;
use crate::model::query::ViewKind;
use crate::parts::part::Part;
use crate::parts::screen;

/// What the page says of the element.
#[derive(Clone, Debug)]
pub struct Place<'a> {
    /// The address of the feed, as the page gives it.
    pub feed: &'a str,
    /// The digest of the feed's bytes, as `integrity` has it.
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

/// The element as HTML; empty where there is nothing to show.
pub fn prerendered(page: &Page, place: &Place<'_>) -> String {
    let Some((shown, messages)) = page.model.shown.as_ref().zip(page.model.messages.as_ref()) else {
        return String::new();
    };
    let mut out = String::from("<policy-explorer");
    attribute(&mut out, "feed", place.feed);
    for (field, value) in place.fields {
        attribute(&mut out, field.name(), value);
    }
    if let Some(lang) = place.lang {
        attribute(&mut out, "lang", lang);
    }
    out.push_str("><template shadowrootmode=\"open\"><link rel=\"stylesheet\"");
    let folder = place.module.rfind('/').map_or("", |end| &place.module[..=end]);
    attribute(&mut out, "href", &format!("{folder}{}", styles::address()));
    // Not before its styles are here, which say otherwise: or all of it would move then.
    out.push_str("><div class=\"picture\" hidden");
    attribute(&mut out, "data-digest", place.digest);
    attribute(&mut out, "data-today", &shown.today.to_string());
    attribute(&mut out, "data-language", messages.language());
    out.push('>');
    let feed = &shown.feed.value;
    out.push_str(&html(&tinted(page.drawn(), feed)));
    out.push_str("</div>");
    if shown.query.view != ViewKind::Table {
        out.push_str(&html(&tinted(below(page, messages), feed)));
    }
    out.push_str("<slot hidden></slot></template>");
    out.push_str(&html(&instead(place, &shown.view.headline.sentence)));
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
    node!("div", "class" = "below", "hidden" = "" => table)
}

/// What browsers show that know no declarative shadow root, until the widget is there.
fn instead(place: &Place<'_>, sentence: &str) -> Html {
    match place.picture {
        // Where it is not shown, it is not fetched.
        Some(picture) => node!(
            "img", "loading" = "lazy", "width" = "960", "height" = "540"; "src" = picture.to_owned(), "alt" = sentence.to_owned()
        ),
        None => node!("p" => [
            text(sentence),
            text(" "),
            node!("a"; "href" = place.feed.to_owned() => text(place.feed)),
        ]),
    }
}
