//! `split FEED -o FOLDER`: the feed without the sources of its claims, and a feed of each country with them, which the widget
//! fetches when the country's profile opens.

use super::load::{self, Loaded};
use super::write::write;
use clap::Args;
use policy_explorer::country::Code;
use policy_explorer::feed::{Feed, Record};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the details, beside the feed.
const COUNTRIES: &str = "countries";
/// The feed.
const FEED: &str = "feed.json";
/// What only a profile and what readers take away need of a record.
const DETAILS: [&str; 4] = ["evidence", "note", "responses", "correction"];

/// What a feed says of all countries and of no single one.
const OF_ALL: [&str; 5] = ["groups", "reported", "members", "records", "details"];

/// What it explains at length, which would be in each file.
const OF_THE_POLICY: [&str; 4] = ["summary", "request", "terms", "milestones"];
const OF_THE_MEASURE: [&str; 3] = ["summary", "predicate", "criteria"];

/// Put the sources of each country into a file of its own
#[derive(Args)]
#[command(after_help = "\
Examples:
  policy-explorer split feed.json -o public")]
pub struct Arguments {
    /// The feed: a file, or - for standard input
    #[arg(value_name = "FEED")]
    file: PathBuf,
    /// The folder of the feed without them, and of the countries’ files
    #[arg(short, long, value_name = "FOLDER")]
    output: PathBuf,
}

/// Whether nothing of the feed was left out.
///
/// # Errors
/// In words, when the arguments or the input cannot be used, or the output cannot be written.
pub fn run(Arguments { file, output: folder }: &Arguments) -> Result<bool, String> {
    let name = file.to_string_lossy();
    let Loaded { mut document, checked, .. } = load::feed(file)?;
    let feed = &checked.value;
    if feed.records().iter().any(|record| record.elsewhere > record.evidence.len()) {
        return Err(format!("{name} is split already; split the feed that has the sources"));
    }
    if is_same(file, &folder.join(FEED)) {
        return Err(format!("{name} would be overwritten; choose another folder"));
    }
    let details = take_out(&mut document, feed);
    store(folder, &document, &details)?;
    eprintln!("policy-explorer: {} files in {}", details.len() + 1, folder.display());
    Ok(load::is_whole(file, checked.tally.findings))
}

/// Whether two paths lead to one file that is there.
fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().ok();
    real(one).is_some_and(|one| real(other) == Some(one))
}

/// Takes the details out of a feed: a feed for each country with claims, of that country alone.
fn take_out(document: &mut Value, feed: &Feed) -> BTreeMap<Code, Value> {
    let frame = frame(document);
    let mut details: BTreeMap<Code, Value> = BTreeMap::new();
    let mut in_order: Vec<&Record> = feed.records().iter().collect();
    in_order.sort_by_key(|record| record.position);
    for record in in_order {
        let Value::Object(stays) = &mut document["records"][record.position] else { continue };
        let full = Value::Object(stays.clone());
        stays.retain(|name, _| !DETAILS.contains(&name.as_str()));
        if record.sources() > 0 {
            stays.insert("sources".to_owned(), json!(record.sources()));
        }
        let code = feed[record.member].code;
        let own = details.entry(code).or_insert_with(|| alone(&frame, member(document, code)));
        own["records"].as_array_mut().expect("it was made").push(full);
    }
    document["details"] = json!(format!("{COUNTRIES}/{{country}}.json"));
    details
}

/// What the feed of one country has in common with that of the others.
fn frame(document: &Value) -> Value {
    let leave_out = |value: &mut Value, names: &[&str]| {
        if let Value::Object(value) = value {
            value.retain(|name, _| !names.contains(&name.as_str()));
        }
    };
    let mut frame = document.clone();
    leave_out(&mut frame, &OF_ALL);
    leave_out(&mut frame["policy"], &OF_THE_POLICY);
    for measure in frame["measures"].as_array_mut().into_iter().flatten() {
        leave_out(measure, &OF_THE_MEASURE);
    }
    frame
}

/// What a feed says of a country as a member: the first that it says, as for readers.
fn member(document: &Value, code: Code) -> Value {
    let mut members = document["members"].as_array().into_iter().flatten();
    members.find(|member| member["country"] == code.as_str()).cloned().unwrap_or_default()
}

/// A feed with one member and no records yet.
fn alone(frame: &Value, member: Value) -> Value {
    let mut feed = frame.clone();
    feed["members"] = json!([member]);
    feed["records"] = json!([]);
    feed
}

/// Writes all files aside, then puts them in their places, the feed last: who reads in between has the sources of claims
/// that the older feed does not have, and none less.
fn store(folder: &Path, feed: &Value, details: &BTreeMap<Code, Value>) -> Result<(), String> {
    let (countries, aside) = (folder.join(COUNTRIES), folder.join(format!("{COUNTRIES}.new")));
    let made = make(&aside, details).and_then(|()| fs::create_dir_all(&countries));
    let moved = made.and_then(|()| {
        details.keys().try_for_each(|code| fs::rename(file(&aside, *code), file(&countries, *code)))
    });
    // What could not be moved is of no use.
    let removed = fs::remove_dir_all(&aside);
    moved.and(removed).map_err(|error| format!("{}: {error}", folder.display()))?;
    write(&folder.join(FEED), &bytes(feed))?;
    clear(&countries, details).map_err(|error| format!("{}: {error}", countries.display()))
}

fn make(aside: &Path, details: &BTreeMap<Code, Value>) -> std::io::Result<()> {
    fs::create_dir_all(aside)?;
    details.iter().try_for_each(|(code, document)| fs::write(file(aside, *code), bytes(document)))
}

fn file(folder: &Path, code: Code) -> PathBuf {
    folder.join(format!("{code}.json"))
}

fn bytes(document: &Value) -> Vec<u8> {
    format!("{document}\n").into_bytes()
}

/// Removes the files of countries that have no claims any more.
fn clear(countries: &Path, details: &BTreeMap<Code, Value>) -> std::io::Result<()> {
    for entry in fs::read_dir(countries)? {
        let path = entry?.path();
        let code = path.file_stem().and_then(|stem| Code::parse(stem.to_str()?));
        let is_json = path.extension().is_some_and(|extension| extension == "json");
        if is_json && code.is_some_and(|code| !details.contains_key(&code)) {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}
