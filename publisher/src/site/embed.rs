//! The pages for frames on other sites, and the answers that tell such sites of them (oEmbed, oembed.com).

use super::edition::Edition;
use super::element::{FEED, element, view};
use super::plan::{Leaf, relative};
use policy_explorer::markup::html::html;
use policy_explorer::markup::{Html, node, some};
use policy_explorer::model::field::Field;
use policy_explorer::page::frame;
use policy_explorer::status::Topic;
use serde_json::json;

/// The size that a frame is first given, CSS px.
const SIZE: [u16; 2] = [720, 900];

/// What a page shows on its map. `None` if it has none.
fn topic(edition: &Edition<'_>, leaf: Leaf) -> Option<Topic> {
    match leaf {
        Leaf::Front => Some(edition.overall.topic),
        Leaf::Measure(measure) => Some(Topic::Measure(measure)),
        Leaf::Country(_) | Leaf::Changes => None,
    }
}

/// The path of the page for frames that shows the map of a page, without its ending. `None` if there is none.
fn stem(edition: &Edition<'_>, leaf: Leaf) -> Option<String> {
    let topic = topic(edition, leaf).filter(|_| edition.plan.widget.is_there())?;
    Some(format!("{}embed/{}", edition.plan.folder(edition.lang), topic.id(edition.feed())))
}

/// The page for frames, and the answer if the address of the site is known, with their paths.
pub fn files(edition: &Edition<'_>, leaf: Leaf) -> Vec<(String, Vec<u8>)> {
    let Some(stem) = stem(edition, leaf) else { return Vec::new() };
    let path = format!("{stem}.html");
    let fields = topic(edition, leaf).map(|topic| (Field::Measure, topic.id(edition.feed()).to_owned()));
    let fields: Vec<(Field, String)> = fields.into_iter().collect();
    let shown = view(edition, &fields);
    let element = element(edition, &shown, (&fields, &path));
    let spoken = (edition.lang, edition.messages.direction().name());
    let module = edition.plan.widget.module(&path);
    let address = edition.plan.absolute(&path);
    let page = frame::page(&element, (&module, &relative(&path, FEED)), spoken, address.as_deref());
    let sentence =
        shown.model.shown.as_ref().map_or(String::new(), |shown| shown.view.headline.sentence.clone());
    let answer = address.map(|address| answer(edition, &address, &sentence));
    let answer = answer.map(|answer| (format!("{stem}.json"), answer.into_bytes()));
    [(path, page.into_bytes())].into_iter().chain(answer).collect()
}

/// The answer about the page for frames at an address.
fn answer(edition: &Edition<'_>, address: &str, title: &str) -> String {
    let [width, height] = SIZE;
    let frame = node!(
        "iframe", "loading" = "lazy";
        "src" = address.to_owned(),
        "title" = title.to_owned(),
        "width" = width.to_string(),
        "height" = height.to_string()
    );
    let answer = json!({
        "version": "1.0", "type": "rich", "title": title, "provider_name": edition.policy(),
        "provider_url": edition.plan.url, "html": html(&frame), "width": width, "height": height,
    });
    format!("{answer:#}\n")
}

/// The element of the head that leads to the answer.
pub fn link(edition: &Edition<'_>, leaf: Leaf) -> Html {
    let address = stem(edition, leaf).and_then(|stem| edition.plan.absolute(&format!("{stem}.json")));
    some(address, |address| {
        node!(
            "link", "rel" = "alternate", "type" = "application/json+oembed";
            "title" = edition.policy(), "href" = address
        )
    })
}
