//! `check FEED`: every problem of a feed with its JSON pointer, severity and remedy; of very many the first, and how many
//! more there are.

use super::load::{self, Loaded};
use clap::{Args, ValueEnum};
use policy_explorer::country;
use policy_explorer::feed::Feed;
use policy_explorer::finding::{Checked, Finding, FindingCode, KEPT, Pointer, Severity};
use policy_explorer::message::terms;
use policy_explorer::page::OVERVIEW;
use policy_explorer::request;
use policy_explorer::world::pack;
use serde_json::{Value, json};
use std::io::Write;
use std::path::PathBuf;

/// Check a feed: every problem with its place and its remedy
#[derive(Args)]
#[command(after_help = "\
Examples:
  policy-explorer check feed.json
  policy-explorer check --format json feed.json
  curl -s https://data.example/feed.json | policy-explorer check -")]
pub struct Arguments {
    /// The feed: a file, or - for standard input
    #[arg(value_name = "FEED")]
    file: PathBuf,
    /// How the findings are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How the findings are written.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Whether the feed has no problem.
///
/// # Errors
/// In words, when the input cannot be used.
pub fn run(arguments: &Arguments) -> Result<bool, String> {
    let Loaded { document, checked } = load::feed(&arguments.file)?;
    let (findings, more) = completed(&document, checked);
    let report = match arguments.format {
        Format::Text => as_text(&findings),
        Format::Json => as_json(&findings),
    };
    std::io::stdout().write_all(report.as_bytes()).map_err(|error| error.to_string())?;
    if more > 0 {
        eprintln!("policy-explorer: {more} more findings are not listed");
    }
    Ok(findings.is_empty())
}

/// The findings, with those that reading alone does not make, and how many more there are.
fn completed(document: &Value, checked: Checked<Feed>) -> (Vec<Finding>, usize) {
    let Checked { value: feed, mut findings, tally } = checked;
    let unread = tally.findings - findings.len();
    let mut found = shapeless(document, &feed);
    found.extend(unknown_places(&feed));
    found.extend(lacking_terms(&feed));
    let room = KEPT - findings.len();
    let more = unread + found.len().saturating_sub(room);
    findings.extend(found.into_iter().take(room));
    (findings, more)
}

/// The members that the map has no shape for.
fn shapeless(document: &Value, feed: &Feed) -> Vec<Finding> {
    let world = pack::decode(OVERVIEW).expect("the pack is of this version");
    let mut shapes: Vec<_> = world.shapes.iter().map(|shape| shape.code).collect();
    shapes.sort_unstable();
    let list = Pointer::ROOT.key("members");
    let mut found = Vec::new();
    for (index, member) in document["members"].as_array().into_iter().flatten().enumerate() {
        let code = member["country"].as_str().and_then(country::Code::parse);
        let code = code.filter(|&code| feed.member(code).is_some() && shapes.binary_search(&code).is_err());
        if let Some(code) = code {
            let member = list.index(index);
            found.push(Finding::new(FindingCode::MemberShape, &member.key("country"), code.as_str()));
        }
    }
    found
}

/// What stands in braces in the feed's letter and is no place.
fn unknown_places(feed: &Feed) -> Vec<Finding> {
    let policy = Pointer::ROOT.key("policy");
    let letter = policy.key("request");
    let unknown = feed.policy.request.as_ref().map(request::unknown).unwrap_or_default();
    let found = |(lang, value): (&str, &str)| {
        let spoken = letter.key(lang);
        // A text of no stated language stands there itself.
        Finding::new(FindingCode::RequestPlace, if lang.is_empty() { &letter } else { &spoken }, value)
    };
    unknown.into_iter().map(found).collect()
}

/// Which forms the feed's own words lack.
fn lacking_terms(feed: &Feed) -> Vec<Finding> {
    let place = Pointer::ROOT.key("policy");
    let place = place.key("terms");
    let lacking = terms::lacking(&feed.policy.terms).into_iter();
    lacking.map(|(tag, term)| Finding::new(FindingCode::Term, &place.key(term), tag)).collect()
}

fn severity(finding: &Finding) -> &'static str {
    match finding.code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn as_text(findings: &[Finding]) -> String {
    findings
        .iter()
        .map(|finding| {
            let Finding { code, pointer, value } = finding;
            let value = if value.is_empty() { String::new() } else { format!(" ({value:?})") };
            format!("{}[{}] {pointer}{value}: {}\n", severity(finding), code.name(), remedy(*code))
        })
        .collect()
}

fn as_json(findings: &[Finding]) -> String {
    let list: Vec<Value> = findings
        .iter()
        .map(|finding| {
            json!({
                "severity": severity(finding),
                "code": finding.code.name(),
                "pointer": finding.pointer,
                "value": finding.value,
                "remedy": remedy(finding.code),
            })
        })
        .collect();
    format!("{:#}\n", Value::Array(list))
}

fn remedy(code: FindingCode) -> &'static str {
    match code {
        FindingCode::MemberCode => {
            "write the country as three capital letters (ISO 3166-1 alpha-3); the member is skipped"
        }
        FindingCode::MemberDate => {
            "write joined and left as 2014, 2014-05 or 2014-05-12; the member is skipped"
        }
        FindingCode::MemberTwice => "list each member once; this one is skipped",
        FindingCode::MemberRegion => {
            "declare the region under regions, or leave it out; shown without region"
        }
        FindingCode::RecordCountry => "name a country that is listed under members; the record is skipped",
        FindingCode::RecordMeasure => "name a measure that is declared under measures; the record is skipped",
        FindingCode::RecordStatus => "name a status that is declared under scale; the record is skipped",
        FindingCode::RecordDate => "write dates as 2014, 2014-05 or 2014-05-12; the record is skipped",
        FindingCode::RecordDating => "write since or by; the record is skipped",
        FindingCode::RecordUnsourced => {
            "give at least one public source: a claim without one cannot be checked"
        }
        FindingCode::Address => {
            "give an http or https address without a user, a backslash or invisible signs; it is left out"
        }
        FindingCode::Id => "give an id without spaces; skipped",
        FindingCode::IdTwice => "give an id of its own that is not unknown, not-a-member or overall; skipped",
        FindingCode::Text => "write a string, or an object of language tags to strings; left out",
        FindingCode::Type => "this field wants another type of value; left out",
        FindingCode::Date => "write the date as 2014, 2014-05 or 2014-05-12; left out",
        FindingCode::Item => "this item lacks what it needs, or refers to what is not declared; skipped",
        FindingCode::Period => "this membership ends before it begins",
        FindingCode::Version => "say \"version\": \"1.0\"",
        FindingCode::Label => "give it a label; its id is shown",
        FindingCode::Year => "write the year as a string: \"2014\"; read as that year",
        FindingCode::Long => {
            "shorten it: ids, labels and names to 200 letters, other texts to 20,000, in at most 200 languages; cut"
        }
        FindingCode::MemberName => {
            "give the member a name, or use the code that ISO 3166-1 assigns; the code is shown as it stands"
        }
        FindingCode::Term => {
            "this language needs this form of the word as well; the widget's own word is said"
        }
        FindingCode::RequestPlace => {
            "a letter has the places {country}, {measures}, {clauses}, {date}, {link} and {policy}; this one stays as it is"
        }
        FindingCode::MemberShape => {
            "the map has no shape of that code: the member is in the table and the counts only"
        }
    }
}
