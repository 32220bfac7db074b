//! The tables beside publication.toml: members, groups, and totals that others reported.

use super::Words;
use crate::import::grid::Sheet;
use crate::import::read::{self, Judge};
use crate::import::texts::Texts;
use crate::words::{clean, verbatim};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// The tables beside publication.toml.
pub const TABLES: [&str; 3] = ["groups.csv", "members.csv", REPORTED];
/// The one of totals that others reported.
pub const REPORTED: &str = "reported.csv";
/// What comes from tables, and what says how they are read.
const NOT_OF_THE_FEED: [&str; 5] = ["groups", "members", "records", "import", "withheld"];

/// The rows of a table, by its heads.
pub type Rows = Vec<BTreeMap<String, String>>;

/// The tables.
pub struct Beside {
    pub members: Rows,
    pub memberships: Rows,
    pub reported: Rows,
}

/// The feed without its records, its lists in the order in which feeds are written.
pub fn document(
    mut head: Map<String, Value>,
    Beside { members, memberships, reported }: &Beside,
) -> Result<Map<String, Value>, String> {
    let groups = head.get("groups").and_then(Value::as_array).cloned().unwrap_or_default();
    let measures = head.shift_remove("measures");
    for field in NOT_OF_THE_FEED {
        head.shift_remove(field);
    }
    if !groups.is_empty() {
        let groups = groups.iter().map(|group| self::group(group, memberships)).collect::<Result<_, _>>()?;
        head.insert("groups".to_owned(), Value::Array(groups));
    }
    head.extend(measures.map(|measures| ("measures".to_owned(), measures)));
    let regions = Words::of(&head, "regions", "label");
    head.insert("members".to_owned(), members.iter().map(|row| member(row, &regions)).collect());
    if !reported.is_empty() {
        let mut totals =
            head.shift_remove("reported").and_then(|list| list.as_array().cloned()).unwrap_or_default();
        for row in reported {
            totals.push(total(row)?);
        }
        head.insert("reported".to_owned(), Value::Array(totals));
    }
    Ok(head)
}

/// A number of members that somebody reported, with its source.
fn total(row: &BTreeMap<String, String>) -> Result<Value, String> {
    let count = row.get("count").map(String::as_str).unwrap_or_default();
    let count: u32 =
        count.parse().map_err(|_| format!("reported.csv: the count {count:?} is not a number"))?;
    let mut source = Map::new();
    for field in ["url", "title", "publisher", "date", "lang", "quote"] {
        let text =
            row.get(&format!("source_{field}")).or_else(|| row.get(field).filter(|_| field == "quote"));
        source.extend(text.map(|text| (field.to_owned(), json!(text))));
    }
    let evidence = if source.is_empty() { Vec::new() } else { vec![source] };
    Ok(json!({"measure": row.get("measure"), "date": row.get("date"), "count": count, "evidence": evidence}))
}

/// A member, its region by id or label.
fn member(row: &BTreeMap<String, String>, regions: &Words) -> Value {
    let mut member = Map::new();
    for field in ["country", "region", "joined", "left"] {
        let text = row.get(field).map(String::as_str);
        let text = text.map(|text| if field == "region" { regions.find(text).unwrap_or(text) } else { text });
        member.extend(text.map(|text| (field.to_owned(), json!(text))));
    }
    let mut names = Texts::default();
    for (head, text) in row {
        if let Some(lang) = head.strip_prefix("name_") {
            names.add(Some(lang), text.clone());
        }
    }
    if !names.is_empty() {
        member.insert("name".to_owned(), names.json());
    }
    Value::Object(member)
}

/// A group with its members, but for those that the publication leaves out.
fn group(head: &Value, memberships: &[BTreeMap<String, String>]) -> Result<Value, String> {
    let id = head["id"].as_str().ok_or("a group has no id")?;
    let left_out = head["leave_out"].as_array().into_iter().flatten();
    let left_out: Vec<&str> = left_out.filter_map(|one| one["country"].as_str()).collect();
    let of = |row: &&BTreeMap<String, String>| row.get("group").is_some_and(|group| group == id);
    let country = |row: &BTreeMap<String, String>| row.get("country").cloned().unwrap_or_default();
    let listed: Vec<String> = memberships.iter().filter(of).map(country).collect();
    if let Some(country) = left_out.iter().find(|one| !listed.iter().any(|listed| listed == *one)) {
        return Err(format!("groups.csv has no row of {country} in {id} to leave out"));
    }
    let mut members: Vec<Value> = Vec::new();
    let mut evidence = head["evidence"].as_array().cloned();
    let is_kept = |row: &&BTreeMap<String, String>| !left_out.contains(&country(row).as_str());
    for row in memberships.iter().filter(of).filter(is_kept) {
        let fields = ["country", "from", "to"].into_iter();
        let fields = fields.filter_map(|field| Some((field.to_owned(), json!(row.get(field)?))));
        members.push(Value::Object(fields.collect()));
        let source = json!({"url": row.get("source_url"), "title": row.get("source_title")});
        if row.contains_key("source_url") {
            let evidence = evidence.get_or_insert_default();
            if !evidence.contains(&source) {
                evidence.push(source);
            }
        }
    }
    let mut group = Map::new();
    for field in ["id", "label", "note"] {
        group.extend(head.get(field).map(|value| (field.to_owned(), value.clone())));
    }
    group.insert("members".to_owned(), Value::Array(members));
    group.extend(evidence.map(|evidence| ("evidence".to_owned(), Value::Array(evidence))));
    Ok(Value::Object(group))
}

/// The rows of a table of the publisher's own, by the heads in its first row.
pub fn rows(path: &Path) -> Result<Rows, String> {
    let said = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let bytes = std::fs::read(path).map_err(|error| said(&error))?;
    let book = read::read("members.csv", &bytes, None, &Plain).map_err(|refusal| said(&refusal.says))?;
    Ok(rows_of(&book.sheets[0]))
}

/// The rows of a sheet, by the heads in its first row.
pub fn rows_of(sheet: &Sheet) -> Rows {
    let mut filled = sheet.filled_rows();
    let Some(first) = filled.next() else { return Vec::new() };
    let heads: Vec<(u32, String)> =
        sheet.filled(first).map(|(column, cell)| (column, clean(&cell.text()))).collect();
    let row = |row| {
        let cells = heads.iter().map(|(column, head)| (head.clone(), verbatim(&sheet.text(row, *column))));
        cells.filter(|(_, text)| !text.is_empty()).collect()
    };
    filled.map(row).collect()
}

/// The publisher's own tables have plain heads.
pub struct Plain;

impl Judge for Plain {
    fn known_heads(&self, texts: &[String]) -> usize {
        texts.iter().filter(|text| clean(text) == "country").count()
    }
}
