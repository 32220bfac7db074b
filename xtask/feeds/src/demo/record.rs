//! Invented claims: for each member and measure none, or a short history up the scale, now and then a
//! step back; some announced, some taken back as wrong, some answered.

use super::evidence;
use super::random::Random;
use crate::document::{Dating, Evidence, Member, Record, Response, Text};

/// The statuses with a rank, lowest first.
const LADDER: [&str; 4] = ["not-implemented", "planned", "partial", "implemented"];

/// The last year in which things have happened; what is dated later is announced.
const NOW: u32 = 2026;

/// The last year for which anything is announced.
const END: u32 = 2029;

pub fn records(members: &[Member], measures: &[&str], random: &mut Random) -> Vec<Record> {
    let mut records = Vec::new();
    for member in members {
        for (order, measure) in (0..).zip(measures) {
            if random.between(0, 9) >= 3 + order {
                history(member, measure, random, &mut records);
            }
        }
    }
    records
}

fn history(member: &Member, measure: &str, random: &mut Random, records: &mut Vec<Record>) {
    if random.one_in(20) {
        let year = random.between(2003, 2020);
        add(member, measure, "not-applicable", year, random, records);
        return;
    }
    let mut year = random.between(2001, 2022);
    let mut step = random.between(0, 2) as usize;
    for _ in 0..random.between(1, 4) {
        let is_shown = year <= NOW || (year <= END && random.one_in(4));
        if !is_shown {
            return;
        }
        add(member, measure, LADDER[step], year, random, records);
        year += random.between(1, 6);
        step = if random.one_in(9) { step.saturating_sub(1) } else { (step + 1).min(3) };
    }
}

/// The record, unless the country is no member in that year, and what follows from it.
fn add(
    member: &Member,
    measure: &str,
    status: &str,
    year: u32,
    random: &mut Random,
    records: &mut Vec<Record>,
) {
    if !is_member(member, year) {
        return;
    }
    let number = records.len();
    let mut record = record(member, measure, status, year, number, random);
    match number % 75 {
        20 => withdraw(&mut record, random, records),
        40 => {
            records.push(Record { status: "planned".to_owned(), ..record.clone() });
            record.evidence = vec![evidence(&format!("{number}-same-day"))];
        }
        60 => record.responses = vec![response(number)],
        _ => {}
    }
    records.push(record);
}

/// Strictly within the membership, so that no claim is older or younger than it.
fn is_member(member: &Member, year: u32) -> bool {
    let year_of = |date: &str| date.get(..4).and_then(|year| year.parse().ok()).unwrap_or(NOW);
    member.joined.as_deref().is_none_or(|joined| year_of(joined) < year)
        && member.left.as_deref().is_none_or(|left| year < year_of(left))
}

fn record(
    member: &Member,
    measure: &str,
    status: &str,
    year: u32,
    number: usize,
    random: &mut Random,
) -> Record {
    let is_by = year <= NOW && status != "planned" && random.one_in(3);
    Record {
        country: member.country.clone(),
        measure: measure.to_owned(),
        status: status.to_owned(),
        date: if year == NOW { format!("{NOW}-0{}", random.between(1, 6)) } else { random.date_in(year) },
        dating: if is_by { Dating::By } else { Dating::Since },
        recorded: recorded(year, random),
        note: if number.is_multiple_of(12) { invented_note() } else { Text::default() },
        evidence: sources(number, year, random),
        ..Record::default()
    }
}

/// Some time after what it says; of what is announced, in the feed's last two years.
fn recorded(year: u32, random: &mut Random) -> String {
    match year {
        ..2012 => {
            let year = random.between(2012, 2014);
            random.day(year)
        }
        2012..2024 => {
            let year = year + random.between(1, 2);
            random.day(year)
        }
        2024..NOW => random.day(year + 1),
        NOW => format!("{NOW}-{:02}-{:02}", random.between(8, 10), random.between(1, 28)),
        _ => random.day(NOW - 1),
    }
}

fn sources(number: usize, year: u32, random: &mut Random) -> Vec<Evidence> {
    let mut first = evidence(&number.to_string());
    if number.is_multiple_of(8) {
        first.publisher = Some("Invented publisher".to_owned());
        first.date = Some(random.date_in(year.min(NOW - 1)));
        first.lang = Some(["en", "fr", "es", "ar"][number / 8 % 4].to_owned());
    }
    if number.is_multiple_of(40) {
        first.quote = Some("Invented sentence, quoted from an invented source.".to_owned());
        first.archived = Some(format!("https://example.org/invented/archive/{number}"));
        first.checked = Some("2026-10-15".to_owned());
    }
    if number.is_multiple_of(6) { vec![first, evidence(&format!("{number}-second"))] } else { vec![first] }
}

/// The record is taken back as wrong, and another one with the same date says what is right.
fn withdraw(record: &mut Record, random: &mut Random, records: &mut Vec<Record>) {
    let withdrawn = format!("{NOW}-{:02}-15", random.between(8, 10));
    let mut wrong = record.clone();
    wrong.recorded = wrong.recorded.min(format!("{NOW}-07-01"));
    wrong.withdrawn = Some(withdrawn.clone());
    wrong.correction = Some(Text {
        en: Some("Invented correction: the source was misread.".to_owned()),
        fr: Some("Correction inventée\u{a0}: la source avait été mal lue.".to_owned()),
        es: Some("Corrección inventada: la fuente se leyó mal.".to_owned()),
        ar: Some("تصويب مختلَق: أُسيء فهم المصدر.".to_owned()),
    });
    records.push(wrong);
    record.status = if record.status == "partial" { "planned" } else { "partial" }.to_owned();
    record.recorded = withdrawn;
}

fn response(number: usize) -> Response {
    Response {
        by: "Invented national authority".to_owned(),
        date: "2026-09-01".to_owned(),
        text: Text {
            en: Some("Invented reply: the work goes further than the source says.".to_owned()),
            fr: Some("Réponse inventée\u{a0}: le travail va plus loin que ne le dit la source.".to_owned()),
            es: Some("Respuesta inventada: el trabajo va más allá de lo que dice la fuente.".to_owned()),
            ar: Some("رد مختلَق: العمل يتجاوز ما يقوله المصدر.".to_owned()),
        },
        url: format!("https://example.org/invented/response/{number}"),
    }
}

fn invented_note() -> Text {
    Text {
        en: Some("Invented note.".to_owned()),
        fr: Some("Note inventée.".to_owned()),
        es: Some("Nota inventada.".to_owned()),
        ar: Some("ملاحظة مختلَقة.".to_owned()),
    }
}
