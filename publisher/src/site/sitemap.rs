//! The list of all pages for search engines (sitemaps.org), each with its other languages.

use super::plan::{Leaf, Plan};
use policy_explorer::feed::Feed;
use quick_xml::Writer;
use std::io::Result as Written;

/// The most addresses that a file may have.
const MOST: usize = 50_000;

const SPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// The files of the list, of which robots.txt names the first.
pub fn files(plan: &Plan, feed: &Feed) -> Written<Vec<(String, Vec<u8>)>> {
    let leaves: Vec<Leaf> = Leaf::all(feed).collect();
    let parts: Vec<_> = leaves.chunks(MOST / plan.languages.len()).collect();
    if let [one] = parts[..] {
        return Ok(vec![(SITEMAP.to_owned(), part(plan, feed, one)?)]);
    }
    let name = |index: usize| format!("sitemap-{}.xml", index + 1);
    let mut files = vec![(SITEMAP.to_owned(), index(plan, (0..parts.len()).map(name))?)];
    for (at, leaves) in parts.iter().enumerate() {
        files.push((name(at), part(plan, feed, leaves)?));
    }
    Ok(files)
}

pub const SITEMAP: &str = "sitemap.xml";

/// An address of a page; without one nothing is listed.
fn address(plan: &Plan, path: &str) -> String {
    plan.absolute(path).expect("there is a list only where the address of the site is known")
}

fn document(name: &str, write: impl FnOnce(&mut Writer<Vec<u8>>) -> Written<()>) -> Written<Vec<u8>> {
    let mut writer = Writer::new(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_vec());
    let root = writer.create_element(name).with_attributes([("xmlns", SPACE), ("xmlns:xhtml", XHTML)]);
    root.write_inner_content(write)?;
    Ok(writer.into_inner())
}

fn index(plan: &Plan, names: impl Iterator<Item = String>) -> Written<Vec<u8>> {
    document("sitemapindex", |writer| {
        for name in names {
            writer
                .create_element("sitemap")
                .write_inner_content(|writer| text(writer, "loc", &address(plan, &name)))?;
        }
        Ok(())
    })
}

fn part(plan: &Plan, feed: &Feed, leaves: &[Leaf]) -> Written<Vec<u8>> {
    let published = feed.published.map(|date| date.to_string());
    document("urlset", |writer| {
        for (leaf, lang) in
            leaves.iter().flat_map(|leaf| plan.languages.iter().map(move |lang| (*leaf, lang)))
        {
            writer.create_element("url").write_inner_content(|writer| {
                text(writer, "loc", &address(plan, &plan.path(feed, lang, leaf)))?;
                published.iter().try_for_each(|day| text(writer, "lastmod", day))?;
                alternates(writer, (plan, feed), leaf)
            })?;
        }
        Ok(())
    })
}

fn text(writer: &mut Writer<Vec<u8>>, name: &str, text: &str) -> Written<()> {
    writer.create_element(name).write_text_content(quick_xml::events::BytesText::new(text)).map(drop)
}

fn alternates(writer: &mut Writer<Vec<u8>>, (plan, feed): (&Plan, &Feed), leaf: Leaf) -> Written<()> {
    let languages = plan.languages.iter().map(|lang| (lang.as_str(), lang));
    for (hreflang, lang) in languages.chain([("x-default", &plan.languages[0])]) {
        let href = address(plan, &plan.path(feed, lang, leaf));
        let link = writer.create_element("xhtml:link");
        link.with_attributes([("rel", "alternate"), ("hreflang", hreflang), ("href", &href)])
            .write_empty()?;
    }
    Ok(())
}
