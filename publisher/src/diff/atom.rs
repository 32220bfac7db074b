//! The changes as an Atom feed (RFC 4287).

use super::entry::{self, urn};
use super::{Changes, Head};
use atom_syndication::{Category, Content, Entry, Feed, FixedDateTime, Link, Person, Text};
use policy_explorer::xml::is_allowed;

/// # Errors
/// In words, when `published` is no time.
pub fn write(changes: &Changes) -> Result<String, String> {
    let Head { id, title, publisher, url, address, published, demo } = &changes.head;
    let updated = FixedDateTime::parse_from_rfc3339(published)
        .map_err(|_| format!("published is {published}; write it as 2026-11-20T08:00:00Z"))?;
    let name = allowed(publisher.as_ref().unwrap_or(title));
    let own = address.iter().map(|address| link(address, "self"));
    let feed = Feed {
        id: urn(&format!("feed {id}")),
        title: Text::plain(allowed(title)),
        subtitle: demo.as_deref().map(Text::plain),
        updated,
        lang: Some(changes.lang().to_owned()),
        authors: vec![Person { name, ..Person::default() }],
        links: url.iter().map(|url| link(url, "alternate")).chain(own).collect(),
        entries: changes.entries.iter().map(|change| item(change, updated, changes.lang())).collect(),
        ..Feed::default()
    };
    Ok(feed.to_string() + "\n")
}

/// A text without the characters that XML does not allow, which the library writes as they are.
fn allowed(text: &str) -> String {
    text.chars().filter(|letter| is_allowed(*letter)).collect()
}

fn link(href: &str, rel: &str) -> Link {
    Link { href: href.to_owned(), rel: rel.to_owned(), ..Link::default() }
}

fn item(change: &entry::Entry, updated: FixedDateTime, lang: &str) -> Entry {
    let said = &change.said[0];
    let category = |term: &str| Category { term: term.to_owned(), ..Category::default() };
    let content = Content {
        value: Some(allowed(&said.text)),
        content_type: Some("text".to_owned()),
        lang: Some(lang.to_owned()),
        ..Content::default()
    };
    let own = change.time().and_then(|time| FixedDateTime::parse_from_rfc3339(&time).ok());
    Entry {
        id: change.id.clone(),
        title: Text::plain(allowed(&said.title)),
        updated: own.unwrap_or(updated),
        links: change.page.iter().map(|page| link(page, "alternate")).collect(),
        categories: vec![category(change.kind.name()), category(change.what)],
        content: Some(content),
        ..Entry::default()
    }
}
