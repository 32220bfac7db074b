//! `check FEED`: every problem of a feed with its JSON pointer, severity and remedy.

use lexopt::{Arg, Parser};
use policy_explorer::feed::{FeedError, read};
use policy_explorer::finding::{Code, Finding, Severity};
use serde_json::{Value, json};
use std::ffi::OsString;
use std::io::{Read, Write};

/// How the findings are written.
enum Format {
    Text,
    Json,
}

/// Whether the feed has no problem.
///
/// # Errors
/// In words, when the arguments or the input cannot be used.
pub fn run(mut arguments: Parser) -> Result<bool, String> {
    let mut file = None;
    let mut format = Format::Text;
    while let Some(argument) = arguments.next().map_err(|error| error.to_string())? {
        match argument {
            Arg::Long("format") => {
                format = parse_format(&arguments.value().map_err(|error| error.to_string())?)?
            }
            Arg::Value(path) if file.is_none() => file = Some(path),
            other => return Err(other.unexpected().to_string()),
        }
    }
    let file = file.ok_or(super::USAGE)?;
    let name = file.to_string_lossy().into_owned();
    let text = load(&file).map_err(|error| format!("{name}: {error}"))?;
    let document: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| format!("{name} is not JSON: {error}"))?;
    let checked = read(&document).map_err(|error| format!("{name}: {}", refusal(&error)))?;
    let report = match format {
        Format::Text => as_text(&checked.findings),
        Format::Json => as_json(&checked.findings),
    };
    std::io::stdout().write_all(report.as_bytes()).map_err(|error| error.to_string())?;
    Ok(checked.findings.is_empty())
}

fn parse_format(value: &OsString) -> Result<Format, String> {
    match value.to_str() {
        Some("text") => Ok(Format::Text),
        Some("json") => Ok(Format::Json),
        _ => Err("--format is text or json".to_owned()),
    }
}

fn load(file: &OsString) -> std::io::Result<String> {
    if file == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text)?;
        return Ok(text);
    }
    std::fs::read_to_string(file)
}

fn refusal(error: &FeedError) -> String {
    match error {
        FeedError::Version(version) => format!("this is version {version} of the format; known is version 1"),
        FeedError::Missing(list) => format!("not a feed: there is nothing usable under \"{list}\""),
    }
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

fn remedy(code: Code) -> &'static str {
    match code {
        Code::MemberCode => {
            "write the country as three capital letters (ISO 3166-1 alpha-3); the member is skipped"
        }
        Code::MemberDate => "write joined and left as 2014, 2014-05 or 2014-05-12; the member is skipped",
        Code::MemberTwice => "list each member once; this one is skipped",
        Code::MemberRegion => "declare the region under regions, or leave it out; shown without region",
        Code::RecordCountry => "name a country that is listed under members; the record is skipped",
        Code::RecordMeasure => "name a measure that is declared under measures; the record is skipped",
        Code::RecordStatus => "name a status that is declared under scale; the record is skipped",
        Code::RecordDate => "write dates as 2014, 2014-05 or 2014-05-12; the record is skipped",
        Code::RecordDating => "write since or by; the record is skipped",
        Code::RecordUnsourced => "give at least one public source: a claim without one cannot be checked",
        Code::Address => "give an http or https address; it is left out",
        Code::Id => "give an id without spaces; skipped",
        Code::IdTwice => "give an id of its own that is not unknown, not-a-member or overall; skipped",
        Code::Text => "write a string, or an object of language tags to strings; left out",
        Code::Type => "this field wants another type of value; left out",
        Code::Date => "write the date as 2014, 2014-05 or 2014-05-12; left out",
        Code::Item => "this item lacks what it needs, or refers to what is not declared; skipped",
        Code::Period => "this membership ends before it begins",
        Code::Version => "say \"version\": \"1.0\"",
        Code::Label => "give it a label; its id is shown",
    }
}
