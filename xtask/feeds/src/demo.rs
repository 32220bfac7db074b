//! The invented feed, for the demonstration and for tests: every part of the format, at the size of the
//! real one. Codes, regions and names are those of the real members; all else comes from a fixed seed.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use super::document::{Evidence, Member, MemberRow, Membership, Reported, Text};
use random::Random;

mod random;
mod record;

/// The invented resolution’s day. Changing it changes every invented claim.
const SEED: u64 = 20_010_615;

/// What publication.toml says, with the lists.
pub fn feed(data: &Path) -> Result<Map<String, Value>> {
    let mut feed: Map<String, Value> =
        toml::from_str(&fs::read_to_string(data.join("demo/publication.toml"))?)?;
    let mut random = Random::new(SEED);
    let members = members(rows(&data.join("hanoi-2011/members.csv"))?, &mut random);
    let ids = list(&feed, "measures")?.iter().filter_map(|measure| measure["id"].as_str());
    let measures: Vec<&str> = ids.collect();
    let records = record::records(&members, &measures, &mut random);
    let reported: Vec<Reported> = measures.iter().take(2).flat_map(|measure| reported(measure)).collect();
    let groups: Vec<Value> =
        list(&feed, "groups")?.iter().map(|head| group(head, &members, &mut random)).collect();
    for (name, list) in [
        ("members", json!(members)),
        ("records", json!(records)),
        ("reported", json!(reported)),
        ("groups", json!(groups)),
    ] {
        feed.insert(name.to_owned(), list);
    }
    Ok(feed)
}

fn list<'a>(feed: &'a Map<String, Value>, name: &str) -> Result<&'a Vec<Value>> {
    let list = feed.get(name).and_then(Value::as_array);
    list.with_context(|| format!("publication.toml has no {name}"))
}

/// The rows of the table of members.
fn rows(path: &Path) -> Result<Vec<MemberRow>> {
    let mut reader = csv::Reader::from_path(path)?;
    reader.deserialize().collect::<Result<_, _>>().with_context(|| format!("reading {}", path.display()))
}

/// Most were members from the beginning; some joined late, and two left.
fn members(rows: Vec<MemberRow>, random: &mut Random) -> Vec<Member> {
    let mut members: Vec<Member> = rows.into_iter().map(|row| member(row, random)).collect();
    let stayed = members.iter_mut().filter(|member| member.joined.is_none());
    for (member, left) in stayed.skip(20).step_by(90).zip(["2019-06-30", "2024"]) {
        member.left = Some(left.to_owned());
    }
    members
}

fn member(row: MemberRow, random: &mut Random) -> Member {
    let joined = random.one_in(6).then(|| random.date(2002, 2022));
    let name = Text { en: row.name_en, fr: row.name_fr, es: row.name_es, ar: row.name_ar };
    Member { country: row.country, region: row.region, joined, left: None, name }
}

/// About one member in six, some since a date and some until one.
fn group(head: &Value, members: &[Member], random: &mut Random) -> Value {
    let chosen: Vec<&Member> = members.iter().filter(|_| random.one_in(6)).collect();
    let memberships = chosen.into_iter().map(|member| Membership {
        country: member.country.clone(),
        from: random.one_in(2).then(|| random.date(1990, 2012)),
        to: random.one_in(8).then(|| random.date(2014, 2024)),
    });
    let mut group = head.clone();
    group["members"] = json!(memberships.collect::<Vec<_>>());
    group["evidence"] = json!([evidence(head["id"].as_str().unwrap_or_default())]);
    group
}

/// Totals that grow with the years, every third one.
fn reported(measure: &str) -> Vec<Reported> {
    let total = |(index, year): (usize, u32)| Reported {
        measure: measure.to_owned(),
        date: year.to_string(),
        count: 12 + 13 * index as u32,
        evidence: vec![evidence(&format!("total-{measure}-{year}"))],
    };
    (2004..=2025).step_by(3).enumerate().map(total).collect()
}

/// A source that nobody can mistake for a real one: its address is in a domain reserved for examples.
fn evidence(name: &str) -> Evidence {
    Evidence {
        url: format!("https://example.org/invented/{name}"),
        title: format!("Invented source {name}"),
        ..Evidence::default()
    }
}
