//! The changes for feed readers, as Atom and as a JSON Feed: what the publisher recorded and withdrew, by its own dates.

use super::edition::Edition;
use super::plan::Leaf;
use crate::diff::entry::{self, Entry, Side};
use crate::diff::{Changes, atom, jsonfeed, say};
use policy_explorer::date::Date;
use policy_explorer::diff::Claim;
use serde_json::Value;

/// The files in the folder of a language.
pub const ATOM: &str = "changes.atom";
pub const JSON: &str = "changes-feed.json";

/// The most changes in a feed, the newest.
const MOST: usize = 500;

/// Both feeds, with the path of each.
///
/// # Errors
/// In words, when the feed's `published` is no time.
pub fn files(edition: &Edition<'_>, document: &Value) -> Result<Vec<(String, Vec<u8>)>, String> {
    let folder = edition.plan.folder(edition.lang);
    let side = || Side::new(edition.feed(), edition.lang).expect("the widget speaks the languages of a site");
    let mut head = say::head(document, &side());
    // Each language is a feed of its own.
    head.id = format!("{} {}", head.id, edition.lang);
    let entries = entries(edition, (side(), side()), &head.id);
    let mut changes = Changes { languages: vec![edition.lang.to_owned()], entries, head };
    changes.head.url = edition.plan.absolute(&edition.path(Leaf::Changes)).or(changes.head.url);
    let [atom, json] = [ATOM, JSON].map(|file| format!("{folder}{file}"));
    changes.head.address = edition.plan.absolute(&atom);
    let written = atom::write(&changes)?.into_bytes();
    changes.head.address = edition.plan.absolute(&json);
    Ok(vec![(atom, written), (json, jsonfeed::write(&changes).into_bytes())])
}

/// What was recorded and withdrawn on stated days, the newest first.
fn entries(edition: &Edition<'_>, pair: entry::Pair<'_>, id: &str) -> Vec<Entry> {
    let feed = edition.feed();
    let sides = [pair];
    let made = |claim: Claim<'_>, on: Option<Date>| {
        let entry = entry::claim(&claim, (feed, feed), &sides);
        let page = feed.member(entry.country).map(|member| edition.path(Leaf::Country(member)));
        Some(Entry { on: Some(on?), page: page.and_then(|path| edition.plan.absolute(&path)), ..entry })
    };
    let recorded = feed.records().iter().filter_map(|record| made(Claim::Added(record), record.recorded));
    let withdrawn =
        feed.records().iter().filter_map(|record| made(Claim::Withdrawn(record, record), record.withdrawn));
    let mut entries: Vec<Entry> = recorded.chain(withdrawn).collect();
    entry::number(&mut entries, id);
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.on.map(Date::first_day)));
    entries.truncate(MOST);
    entries
}
