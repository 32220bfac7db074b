//! The feed of the Hanoi 2011 resolution from its tables. A row is evidence of a claim, and a claim is a
//! country, a measure, a status and a date: rows that agree in these become one record. Rows of grade C
//! are leads, not claims, and stay out.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Result, ensure};

use super::document::{Dating, Feed, Group, Member, Membership, Record, Reported, Text};
use super::publication::{GroupHead, Publication};
use super::table::{self, ClaimRow, GroupRow, MemberRow, TotalRow};

/// The measure whose totals icse-totals.csv reports.
const TOTALS_OF: &str = "icse-access";

/// The day of the first publication: what a row without `recorded` was first said on.
const FIRST_RECORDED: &str = "2026-11-24";

/// What rows must agree in to be one record: country, the measure's place, date, status, withdrawal.
type Claim<'a> = (&'a str, usize, &'a str, &'a str, Option<&'a str>);

pub struct Tables {
    pub publication: Publication,
    /// By measure, in the order of the publication file.
    pub claims: Vec<(String, Vec<ClaimRow>)>,
    totals: Vec<TotalRow>,
    members: Vec<MemberRow>,
    pub groups: Vec<GroupRow>,
}

impl Tables {
    pub fn read(folder: &Path) -> Result<Self> {
        let publication = Publication::read(&folder.join("publication.toml"))?;
        let claims = publication.head.measures.iter().map(|measure| {
            Ok((measure.id.clone(), table::rows(&folder.join(format!("{}.csv", measure.id)))?))
        });
        Ok(Self {
            claims: claims.collect::<Result<_>>()?,
            totals: table::rows(&folder.join("icse-totals.csv"))?,
            members: table::rows(&folder.join("members.csv"))?,
            groups: table::rows(&folder.join("groups.csv"))?,
            publication,
        })
    }

    pub fn feed(&self) -> Result<Feed> {
        Ok(Feed {
            head: self.publication.head.clone(),
            members: self.members.iter().map(member).collect(),
            records: self.records()?,
            reported: self.totals.iter().map(reported).collect(),
            groups: self.publication.groups.iter().map(|head| self.group(head)).collect::<Result<_>>()?,
        })
    }

    /// All records, by country, then measure, then date; of one country, measure and first day the less
    /// precise date first.
    fn records(&self) -> Result<Vec<Record>> {
        let mut claims: BTreeMap<Claim, Vec<&ClaimRow>> = BTreeMap::new();
        for (order, (_, rows)) in self.claims.iter().enumerate() {
            for row in rows.iter().filter(|row| !row.is_lead()) {
                let claim = (&*row.country, order, &*row.date, &*row.status, row.withdrawn.as_deref());
                claims.entry(claim).or_default().push(row);
            }
        }
        claims.iter().map(|(claim, rows)| self.record(&self.claims[claim.1].0, rows)).collect()
    }

    fn record(&self, measure: &str, rows: &[&ClaimRow]) -> Result<Record> {
        let first = rows[0];
        let (country, status) = (&first.country, &first.status);
        ensure!(self.members.iter().any(|member| member.country == *country), "{country} is no member");
        ensure!(
            self.publication.head.scale.iter().any(|known| known.id == *status),
            "{country}: status {status} is not in the scale"
        );
        ensure!(
            first.withdrawn.is_some() || rows.iter().all(|row| row.correction.is_none()),
            "{country}: a correction without the day of the withdrawal"
        );
        Ok(Record {
            country: country.clone(),
            measure: measure.to_owned(),
            status: status.clone(),
            date: first.date.clone(),
            dating: dating(rows),
            recorded: recorded(rows),
            withdrawn: first.withdrawn.clone(),
            correction: joined(rows.iter().filter_map(|row| row.correction.as_deref())),
            note: joined(rows.iter().filter_map(|row| row.note.as_deref())).unwrap_or_default(),
            responses: Vec::new(),
            evidence: distinct(rows.iter().map(|row| row.evidence())),
        })
    }

    fn group(&self, head: &GroupHead) -> Result<Group> {
        let left_out = |country: &str| head.leave_out.iter().any(|one| one.country == country);
        let rows: Vec<&GroupRow> =
            self.groups.iter().filter(|row| row.group == head.id && !left_out(&row.country)).collect();
        ensure!(!rows.is_empty(), "no members of {} in groups.csv", head.id);
        for row in rows.iter().filter(|row| row.from.is_none()) {
            let spells = rows.iter().filter(|other| other.country == row.country).count();
            ensure!(spells == 1, "{}, {}: an undated spell hides the others", head.id, row.country);
        }
        Ok(Group {
            id: head.id.clone(),
            label: head.label.clone(),
            note: head.note.clone(),
            members: rows.iter().map(|row| membership(row)).collect(),
            evidence: distinct(rows.iter().map(|row| row.evidence())),
        })
    }
}

/// A start that one source dates outweighs days by which others saw it in place.
fn dating(rows: &[&ClaimRow]) -> Dating {
    if rows.iter().any(|row| row.dating() == Dating::Since) { Dating::Since } else { Dating::By }
}

/// The first day on which the publisher said so.
fn recorded(rows: &[&ClaimRow]) -> String {
    let days = rows.iter().map(|row| row.recorded.as_deref().unwrap_or(FIRST_RECORDED));
    days.min().unwrap_or(FIRST_RECORDED).to_owned()
}

/// What the rows of a claim say in a column, each text once.
fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Text> {
    let texts = distinct(texts);
    (!texts.is_empty()).then(|| Text::english(texts.join(" ")))
}

fn member(row: &MemberRow) -> Member {
    Member {
        country: row.country.clone(),
        region: row.region.clone(),
        joined: row.joined.clone(),
        left: None,
        name: Text {
            en: row.name_en.clone(),
            fr: row.name_fr.clone(),
            es: row.name_es.clone(),
            ar: row.name_ar.clone(),
            ..Text::default()
        },
    }
}

fn membership(row: &GroupRow) -> Membership {
    Membership { country: row.country.clone(), from: row.from.clone(), to: row.to.clone() }
}

fn reported(row: &TotalRow) -> Reported {
    Reported {
        measure: TOTALS_OF.to_owned(),
        date: row.date.clone(),
        count: row.countries,
        evidence: vec![row.evidence()],
    }
}

/// The items in their order, each once.
fn distinct<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    items.fold(Vec::new(), |mut seen, item| {
        if !seen.contains(&item) {
            seen.push(item);
        }
        seen
    })
}
