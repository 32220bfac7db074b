//! Reads a feed from a JSON document. What is wrong is skipped and noted; only a document that is no
//! feed at all is refused.

use super::json::Json;
use super::text::Text;
use super::{
    Claims, Feed, Group, Level, LevelIndex, License, Measure, Member, Milestone, Order, Policy, Publisher,
    Region, TERMS, Terms,
};
use crate::country;
use crate::date::Date;
use crate::finding::{Checked, FindingCode, Pointer};
use fields::{Ids, Notes, Object, plain_text};
use records::Context;

mod fields;
mod records;

/// The major version of the format that this program knows.
const MAJOR: &str = "1";

/// Ids that stand for something else in attributes and hooks, as `2-of-3` does.
const RESERVED: [&str; 3] = ["unknown", "not-a-member", "overall"];

/// Why a document cannot be shown as a feed at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeedError {
    /// The feed's format has this version, whose major number is not known.
    Version(String),
    /// The list of this name is missing, or nothing in it can be read.
    Missing(&'static str),
    /// There is more of something than can be shown.
    TooMany {
        /// The name of the list, or of lists that go together.
        list: &'static str,
        /// How many there may be.
        limit: usize,
        /// How many there are.
        found: usize,
    },
}

// What is drawn for each of these grows with it, and the whole has to answer.
const MEMBERS: usize = 20_000;
const MEASURES: usize = 200;
const STATUSES: usize = 64;
const PAIRS: usize = 2_000_000;
/// Regions, groups, milestones and reported totals.
const OTHERS: usize = 1000;

/// Reads a feed.
///
/// # Errors
/// When the version is of another major number, members, measures or scale are missing, or there is too much of
/// something.
pub fn read<J: Json>(json: J) -> Result<Checked<Feed>, FeedError> {
    let mut notes = Notes::default();
    let document = Object { json, pointer: Pointer::ROOT };
    version(&document, &mut notes)?;
    let scale = scale(&document, &mut notes);
    let scale = required(&notes, "scale", scale)?;
    let regions = declarations(&document, &mut notes, ("regions", OTHERS), |object, notes, id| Region {
        label: label(object, notes, "label", &id),
        id,
    });
    let measures = measures(&document, &mut notes, &scale);
    let measures = required(&notes, "measures", measures)?;
    let members = members(&document, &mut notes, &regions);
    let members = required(&notes, "members", members)?;
    let pairs = members.len() * measures.len();
    if pairs > PAIRS {
        return Err(FeedError::TooMany { list: "members × measures", limit: PAIRS, found: pairs });
    }

    let demo = demo(&document, &mut notes);
    let context = Context::new(&members, &measures, &scale);
    let groups = declarations(&document, &mut notes, ("groups", OTHERS), |object, notes, id| Group {
        label: label(object, notes, "label", &id),
        members: object.list(notes, "members", |notes, _, item| context.membership(notes, item)),
        evidence: records::evidence(object, notes),
        id,
    });
    let has_details = document.json.field("details").is_some();
    let records = document.list(&mut notes, "records", |notes, index, item| {
        let mut record = context.record(notes, index, item)?;
        if has_details {
            let sources = item.integer(notes, "sources").unwrap_or_default();
            record.elsewhere = usize::try_from(sources).unwrap_or_default();
        }
        if record.sources() == 0 && !demo {
            item.note_all(notes, FindingCode::RecordUnsourced, "");
        }
        Some(record)
    });
    let reported =
        document.list_within(&mut notes, "reported", OTHERS, |notes, _, item| context.reported(notes, item));
    let by_code = context.into_codes();

    let notes_ref = &mut notes;
    let feed = Feed {
        id: document.string(notes_ref, "id").unwrap_or_default(),
        title: document.text(notes_ref, "title"),
        published: document.date_by(notes_ref, "published", FindingCode::Date, Date::parse_timestamp),
        publisher: publisher(&document, notes_ref),
        license: license(&document, notes_ref),
        demo,
        policy: policy(&document, notes_ref),
        details: document.template(notes_ref, "details"),
        versions: document.template(notes_ref, "versions"),
        pictures: document.template(notes_ref, "pictures"),
        claims: Claims::new(records, members.len(), measures.len()),
        order: Order::new(&scale),
        scale,
        regions,
        groups,
        measures,
        members,
        reported,
        by_code,
    };
    let Notes { findings, tally, refused, .. } = notes;
    refused.map_or(Ok(Checked { value: feed, findings, tally }), Err)
}

/// Whether the data is invented: in doubt it is, so that none is taken for real.
fn demo<J: Json>(document: &Object<'_, J>, notes: &mut Notes) -> bool {
    let Some(json) = document.json.field("demo") else { return false };
    document.get(notes, "demo", FindingCode::Type, |json| json.boolean());
    json.boolean() != Some(false)
}

fn version<J: Json>(document: &Object<'_, J>, notes: &mut Notes) -> Result<(), FeedError> {
    match document.label(notes, "version") {
        Some(version) if version.split('.').next() == Some(MAJOR) => Ok(()),
        Some(version) => Err(FeedError::Version(version)),
        None => {
            document.note(notes, "version", FindingCode::Version, "");
            Ok(())
        }
    }
}

fn required<T>(notes: &Notes, list: &'static str, items: Vec<T>) -> Result<Vec<T>, FeedError> {
    if let Some(error) = &notes.refused {
        return Err(error.clone());
    }
    if items.is_empty() { Err(FeedError::Missing(list)) } else { Ok(items) }
}

/// Reads a list, with how long it may be, of things that have an id which others refer to.
fn declarations<J: Json, T>(
    document: &Object<'_, J>,
    notes: &mut Notes,
    list: (&'static str, usize),
    convert: impl Fn(&Object<'_, J>, &mut Notes, String) -> T,
) -> Vec<T> {
    let mut declared = Vec::new();
    declare(document, notes, list, &mut |object, notes, id| declared.push(convert(object, notes, id)));
    declared
}

fn declare<J: Json>(
    document: &Object<'_, J>,
    notes: &mut Notes,
    (list, limit): (&'static str, usize),
    declared: &mut dyn FnMut(&Object<'_, J>, &mut Notes, String),
) {
    let mut ids: Vec<String> = Vec::new();
    document.each(notes, list, limit, &mut |notes, _, object| {
        let id = object.json.field("id").and_then(|id| id.string());
        let id = id.map(|id| object.cut(notes, "id", id)).unwrap_or_default();
        // Attributes list ids separated by spaces.
        let code = if id.contains(char::is_whitespace) || Text::new([(String::new(), id.clone())]).is_none() {
            FindingCode::Id
        } else if ids.contains(&id) || RESERVED.contains(&id.as_str()) || is_count(&id) {
            FindingCode::IdTwice
        } else {
            ids.push(id.clone());
            return declared(object, notes, id);
        };
        object.note(notes, "id", code, &id);
    });
}

/// Whether an id is one that an overall status has: `2-of-3`.
fn is_count(id: &str) -> bool {
    let parts: Vec<&str> = id.split('-').collect();
    let is_number = |text: &str| text.parse::<u32>().is_ok();
    matches!(parts[..], [done, "of", all] if is_number(done) && is_number(all))
}

/// A label that must be there: the id stands in for it.
fn label<J: Json>(object: &Object<'_, J>, notes: &mut Notes, key: &'static str, id: &str) -> Text {
    object.short_text(notes, key).unwrap_or_else(|| {
        object.note(notes, key, FindingCode::Label, id);
        Text::new([(String::new(), id.to_owned())]).expect("an id is not blank")
    })
}

fn scale<J: Json>(document: &Object<'_, J>, notes: &mut Notes) -> Vec<Level> {
    declarations(document, notes, ("scale", STATUSES), |object, notes, id| Level {
        label: label(object, notes, "label", &id),
        rank: object.integer(notes, "rank"),
        id,
    })
}

fn measures<J: Json>(document: &Object<'_, J>, notes: &mut Notes, scale: &[Level]) -> Vec<Measure> {
    declarations(document, notes, ("measures", MEASURES), |object, notes, id| Measure {
        clause: object.label(notes, "clause"),
        force: object.short_text(notes, "force"),
        title: label(object, notes, "title", &id),
        summary: object.text(notes, "summary"),
        predicate: object.text(notes, "predicate"),
        criteria: criteria(object, notes, scale),
        id,
    })
}

fn criteria<J: Json>(object: &Object<'_, J>, notes: &mut Notes, scale: &[Level]) -> Vec<(LevelIndex, Text)> {
    let Some(json) = object.json.field("criteria") else { return Vec::new() };
    let criteria = Object { json, pointer: object.pointer.key("criteria") };
    let mut of_level = |(index, level): (usize, &Level)| {
        let json = criteria.json.entry(&level.id)?;
        let text = plain_text(&json);
        if text.is_none() {
            criteria.note(notes, &level.id, FindingCode::Text, &json.string().unwrap_or_default());
        }
        Some((LevelIndex(index), text?))
    };
    scale.iter().enumerate().filter_map(&mut of_level).collect()
}

fn members<J: Json>(document: &Object<'_, J>, notes: &mut Notes, regions: &[Region]) -> Vec<Member> {
    let regions = Ids::new(regions.iter().map(|region| &region.id));
    let mut is_listed = vec![false; country::Code::NUMBERS];
    document.list_within(notes, "members", MEMBERS, |notes, _, object| {
        let member = member(object, notes, &regions)?;
        if std::mem::replace(&mut is_listed[member.code.number()], true) {
            object.note_all(notes, FindingCode::MemberTwice, member.code.as_str());
            return None;
        }
        Some(member)
    })
}

fn member<J: Json>(object: &Object<'_, J>, notes: &mut Notes, regions: &Ids<'_>) -> Option<Member> {
    let code = object.json.field("country").and_then(|code| code.string()).unwrap_or_default();
    let Some(code) = country::Code::parse(&code) else {
        object.note(notes, "country", FindingCode::MemberCode, &code);
        return None;
    };
    let before = notes.tally.errors;
    let joined = object.date(notes, "joined", FindingCode::MemberDate);
    let left = object.date(notes, "left", FindingCode::MemberDate);
    if notes.tally.errors > before {
        return None;
    }
    let region = object.get(notes, "region", FindingCode::MemberRegion, |json| {
        regions.find(json.string()?).map(super::RegionIndex)
    });
    let name = object.short_text(notes, "name");
    if name.is_none() && code.alpha2().is_none() {
        object.note(notes, "country", FindingCode::MemberName, code.as_str());
    }
    Some(Member { code, region, joined, left, name })
}

fn publisher<J: Json>(document: &Object<'_, J>, notes: &mut Notes) -> Publisher {
    let Some(json) = document.json.field("publisher") else { return Publisher::default() };
    let object = Object { json, pointer: document.pointer.key("publisher") };
    Publisher {
        name: object.text(notes, "name"),
        url: object.link(notes, "url"),
        contact: object.contact(notes, "contact"),
    }
}

fn license<J: Json>(document: &Object<'_, J>, notes: &mut Notes) -> Option<License> {
    let object = Object { json: document.json.field("license")?, pointer: document.pointer.key("license") };
    Some(License { name: object.text(notes, "name")?, url: object.link(notes, "url") })
}

fn terms<J: Json>(policy: &Object<'_, J>, notes: &mut Notes) -> Terms {
    let mut terms = Terms::new();
    if let Some(json) = policy.json.field("terms") {
        let object = Object { json, pointer: policy.pointer.key("terms") };
        for (term, name) in TERMS.iter().enumerate() {
            if let Some(text) = object.short_text(notes, name) {
                terms.push((term, text));
            }
        }
    }
    terms
}

fn policy<J: Json>(document: &Object<'_, J>, notes: &mut Notes) -> Policy {
    let Some(json) = document.json.field("policy") else { return Policy::default() };
    let object = Object { json, pointer: document.pointer.key("policy") };
    Policy {
        title: object.text(notes, "title"),
        short: object.text(notes, "short"),
        body: object.text(notes, "body"),
        adopted: object.date(notes, "adopted", FindingCode::Date),
        dating: object
            .get(notes, "dating", FindingCode::Type, |json| records::dating(&json.string()?))
            .unwrap_or_default(),
        place: object.text(notes, "place"),
        url: object.link(notes, "url"),
        summary: object.text(notes, "summary"),
        request: object.text(notes, "request"),
        terms: terms(&object, notes),
        milestones: object.list_within(notes, "milestones", OTHERS, |notes, _, item| {
            let milestone = item
                .date(notes, "date", FindingCode::Date)
                .zip(item.text(notes, "title"))
                .map(|(date, title)| Milestone { date, title, url: item.link(notes, "url") });
            if milestone.is_none() {
                item.note_all(notes, FindingCode::Item, "");
            }
            milestone
        }),
    }
}
