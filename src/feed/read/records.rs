//! Claims, memberships and totals: what refers to the feed's members, measures and statuses.

use super::fields::{Ids, Notes, Object};
use crate::country;
use crate::feed::json::Json;
use crate::feed::{
    Dating, Evidence, Level, LevelIndex, Measure, MeasureIndex, Member, MemberIndex, Membership, Record,
    Reported, Response,
};
use crate::finding::FindingCode;

/// What records may refer to.
pub struct Context<'a> {
    codes: Vec<(country::Code, MemberIndex)>,
    measures: Ids<'a>,
    scale: Ids<'a>,
}

impl<'a> Context<'a> {
    pub fn new(members: &[Member], measures: &'a [Measure], scale: &'a [Level]) -> Self {
        let mut codes: Vec<_> =
            members.iter().enumerate().map(|(index, member)| (member.code, MemberIndex(index))).collect();
        codes.sort_unstable();
        let measures = Ids::new(measures.iter().map(|measure| &measure.id));
        let scale = Ids::new(scale.iter().map(|level| &level.id));
        Self { codes, measures, scale }
    }

    /// The members by code, sorted.
    pub fn into_codes(self) -> Vec<(country::Code, MemberIndex)> {
        self.codes
    }

    pub fn record<J: Json>(
        &self,
        notes: &mut Notes,
        position: usize,
        object: &Object<'_, J>,
    ) -> Option<Record> {
        let member = self.member(notes, object, FindingCode::RecordCountry);
        let measure = self.measure(notes, object, FindingCode::RecordMeasure);
        let level = required(notes, object, "status", FindingCode::RecordStatus, |id| {
            self.scale.find(id).map(LevelIndex)
        });
        let date = object.needed_date(notes, "date", FindingCode::RecordDate);
        let before = notes.tally.errors;
        let dating = object.get(notes, "dating", FindingCode::RecordDating, |json| dating(&json.string()?));
        let recorded = object.date(notes, "recorded", FindingCode::RecordDate);
        let withdrawn = object.date(notes, "withdrawn", FindingCode::RecordDate);
        if notes.tally.errors > before {
            return None;
        }
        Some(Record {
            member: member?,
            measure: measure?,
            level: level?,
            date: date?,
            dating: dating.unwrap_or_default(),
            recorded,
            withdrawn,
            correction: object.text(notes, "correction"),
            note: object.text(notes, "note"),
            responses: object.list(notes, "responses", |notes, _, item| response(notes, item)),
            evidence: evidence(object, notes),
            elsewhere: 0,
            position,
        })
    }

    pub fn membership<J: Json>(&self, notes: &mut Notes, object: &Object<'_, J>) -> Option<Membership> {
        let member = self.member(notes, object, FindingCode::Item)?;
        let before = notes.tally.errors;
        let from = object.date(notes, "from", FindingCode::Item);
        let to = object.date(notes, "to", FindingCode::Item);
        if notes.tally.errors > before {
            return None;
        }
        if from.zip(to).is_some_and(|(from, to)| to.first_day() < from.first_day()) {
            object.note_all(notes, FindingCode::Period, "");
        }
        Some(Membership { member, from, to })
    }

    pub fn reported<J: Json>(&self, notes: &mut Notes, object: &Object<'_, J>) -> Option<Reported> {
        let measure = self.measure(notes, object, FindingCode::Item)?;
        let date = object.needed_date(notes, "date", FindingCode::Item)?;
        let count = object.integer(notes, "count").and_then(|count| u32::try_from(count).ok());
        if count.is_none() {
            object.note(notes, "count", FindingCode::Item, "");
        }
        Some(Reported { measure, date, count: count?, evidence: evidence(object, notes) })
    }

    fn member<J: Json>(
        &self,
        notes: &mut Notes,
        object: &Object<'_, J>,
        code: FindingCode,
    ) -> Option<MemberIndex> {
        required(notes, object, "country", code, |text| {
            let country = country::Code::parse(&text)?;
            let at = self.codes.binary_search_by_key(&country, |entry| entry.0).ok()?;
            Some(self.codes[at].1)
        })
    }

    fn measure<J: Json>(
        &self,
        notes: &mut Notes,
        object: &Object<'_, J>,
        code: FindingCode,
    ) -> Option<MeasureIndex> {
        required(notes, object, "measure", code, |id| self.measures.find(id).map(MeasureIndex))
    }
}

/// A field that must be there and right.
fn required<J: Json, T>(
    notes: &mut Notes,
    object: &Object<'_, J>,
    key: &'static str,
    code: FindingCode,
    convert: impl FnOnce(String) -> Option<T>,
) -> Option<T> {
    let text = || object.json.field(key).and_then(|json| json.string()).unwrap_or_default();
    let value = convert(text());
    if value.is_none() {
        object.note(notes, key, code, &text());
    }
    value
}

pub fn dating(text: &str) -> Option<Dating> {
    match text {
        "since" => Some(Dating::Since),
        "by" => Some(Dating::By),
        _ => None,
    }
}

fn response<J: Json>(notes: &mut Notes, object: &Object<'_, J>) -> Option<Response> {
    let text = object.text(notes, "text");
    if text.is_none() {
        object.note_all(notes, FindingCode::Item, "");
    }
    Some(Response {
        text: text?,
        by: object.text(notes, "by"),
        date: object.date(notes, "date", FindingCode::Date),
        url: object.link(notes, "url"),
    })
}

/// The sources under `evidence`; one whose address is not http or https is skipped.
pub fn evidence<J: Json>(object: &Object<'_, J>, notes: &mut Notes) -> Vec<Evidence> {
    object.list(notes, "evidence", |notes, _, item| {
        let url = item.link(notes, "url");
        if url.is_none() && item.json.field("url").is_some() {
            return None;
        }
        let source = Evidence {
            url,
            title: item.text(notes, "title"),
            publisher: item.text(notes, "publisher"),
            date: item.date(notes, "date", FindingCode::Date),
            lang: item.string(notes, "lang"),
            quote: item.text(notes, "quote"),
            archived: item.link(notes, "archived"),
            checked: item.date(notes, "checked", FindingCode::Date),
        };
        let says_something = source.url.is_some() || source.title.is_some();
        if !says_something {
            item.note_all(notes, FindingCode::Item, "");
        }
        says_something.then_some(source)
    })
}
