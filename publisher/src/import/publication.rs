//! The publication that the tables' claims belong to: its measures, its scale, its members. Read from publication.toml
//! with members.csv and groups.csv beside it, or from a feed without records.

use super::grid::Sheet;
use super::read::{self, Judge};
use super::words::{clean, fold};
use policy_explorer::country::Code;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The publication.
#[derive(Clone, Debug, Default)]
pub struct Publication {
    /// The feed without its records.
    pub document: Map<String, Value>,
    /// What the policy asks for.
    pub measures: Words,
    /// The statuses.
    pub scale: Words,
    /// The regions.
    pub regions: Words,
    /// The members, with the names that the publication gives them.
    pub members: BTreeMap<Code, Vec<String>>,
    /// What clauses are called.
    pub clause_words: BTreeSet<String>,
    /// The labels with letters beyond ASCII, these masked.
    masks: BTreeSet<String>,
}

/// Things with an id and labels in languages.
#[derive(Clone, Debug, Default)]
pub struct Words {
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    id: String,
    labels: BTreeSet<String>,
    clause: Option<String>,
}

impl Words {
    fn of(document: &Map<String, Value>, list: &str, label: &str) -> Self {
        let items = document.get(list).and_then(Value::as_array).into_iter().flatten();
        let entry = |item: &Value| {
            let id = item["id"].as_str()?.to_owned();
            let labels = texts(&item[label]).into_iter().chain([id.clone()]);
            let clause = match &item["clause"] {
                Value::Null => None,
                Value::String(text) => Some(fold(text)),
                other => Some(other.to_string()),
            };
            Some(Entry { labels: labels.map(|label| fold(&label)).collect(), id, clause })
        };
        Self { entries: items.filter_map(entry).collect() }
    }

    /// All ids, in the publication's order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.id.as_str())
    }

    /// The one whose id or label a text is; `None` if it is none's, or that of several.
    pub fn find(&self, text: &str) -> Option<&str> {
        let folded = fold(text);
        self.one(|entry| entry.labels.contains(&folded) && !folded.is_empty())
    }

    /// The one with a clause's number, also written as "Clause 3".
    pub fn clause(&self, text: &str, words: &BTreeSet<String>) -> Option<&str> {
        let folded = fold(text);
        let number = folded
            .split(' ')
            .filter(|word| !words.contains(*word) && *word != "no")
            .collect::<Vec<_>>()
            .join(" ");
        self.one(|entry| entry.clause.as_deref() == Some(number.as_str()))
    }

    /// The one whose label begins with a text that was cut.
    pub fn cut(&self, text: &str) -> Option<&str> {
        let folded = fold(text);
        self.one(|entry| entry.labels.iter().any(|label| label.starts_with(&folded)))
    }

    /// The one with whose label a folded text begins or ends, and the rest of the text.
    pub fn part<'a>(&self, folded: &'a str) -> Option<(&str, &'a str)> {
        let parts =
            self.entries.iter().flat_map(|entry| entry.labels.iter().map(move |label| (entry, label)));
        let rest = |label: &str| {
            let rest = folded.strip_prefix(label).filter(|rest| rest.starts_with(' '));
            rest.or_else(|| folded.strip_suffix(label).filter(|rest| rest.ends_with(' ')))
        };
        parts
            .filter_map(|(entry, label)| Some((entry.id.as_str(), rest(label)?.trim())))
            .max_by_key(|part| std::cmp::Reverse(part.1.len()))
    }

    fn one(&self, is: impl Fn(&Entry) -> bool) -> Option<&str> {
        let mut found = self.entries.iter().filter(|entry| is(entry));
        let first = found.next()?;
        found.next().is_none().then_some(first.id.as_str())
    }
}

/// The texts of a value in all languages.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Object(texts) => texts.values().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

/// Lists of the feed that come from tables, and what only the project's own tool reads.
const TABLES: [&str; 4] = ["groups", "members", "records", "withheld"];

impl Publication {
    /// Reads publication.toml and the tables beside it.
    ///
    /// # Errors
    /// In words, if they cannot be used.
    pub fn from_toml(path: &Path) -> Result<Self, String> {
        let said = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let text = std::fs::read_to_string(path).map_err(|error| said(&error))?;
        let head: Map<String, Value> = toml::from_str(&text).map_err(|error| said(&error))?;
        let members = rows(&path.with_file_name("members.csv"))?;
        let groups = path.with_file_name("groups.csv");
        let memberships = if groups.exists() { rows(&groups)? } else { Vec::new() };
        Self::new(document(head, &members, &memberships)?).map_err(|reason| said(&reason))
    }

    /// Reads a feed without records.
    ///
    /// # Errors
    /// In words, if it cannot be used.
    pub fn from_feed(path: &Path) -> Result<Self, String> {
        let said = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let text = std::fs::read_to_string(path).map_err(|error| said(&error))?;
        let document: Map<String, Value> = serde_json::from_str(&text).map_err(|error| said(&error))?;
        if document.get("records").and_then(Value::as_array).is_some_and(|records| !records.is_empty()) {
            return Err(said(&"it has records: give a feed without, and all claims in the tables"));
        }
        Self::new(document).map_err(|reason| said(&reason))
    }

    fn new(mut document: Map<String, Value>) -> Result<Self, String> {
        document.remove("records");
        for (list, what) in [("measures", "measures"), ("scale", "statuses (scale)"), ("members", "members")]
        {
            if document.get(list).and_then(Value::as_array).is_none_or(Vec::is_empty) {
                return Err(format!("it has no {what}"));
            }
        }
        let members = document["members"].as_array().into_iter().flatten();
        let member = |member: &Value| {
            let code = member["country"].as_str().and_then(Code::parse);
            let code = code.ok_or_else(|| format!("{} is not a country's code", member["country"]))?;
            Ok::<_, String>((code, texts(&member["name"])))
        };
        let members = members.map(member).collect::<Result<_, _>>()?;
        let terms =
            texts(&document.get("policy").map_or(Value::Null, |policy| policy["terms"]["clause"].clone()));
        let labels = [("measures", "title"), ("scale", "label")].into_iter().flat_map(|(list, label)| {
            let items = document[list].as_array().into_iter().flatten();
            items.flat_map(move |item| texts(&item[label]))
        });
        Ok(Self {
            masks: labels.filter(|label| !label.is_ascii()).map(|label| mask(&label)).collect(),
            measures: Words::of(&document, "measures", "title"),
            scale: Words::of(&document, "scale", "label"),
            regions: Words::of(&document, "regions", "label"),
            members,
            clause_words: terms
                .iter()
                .map(String::as_str)
                .chain(["clause", "clausula", "البند", "بند"])
                .map(fold)
                .collect(),
            document,
        })
    }
}

impl Publication {
    /// Whether a text is a label but for letters beyond ASCII, as one in another encoding is.
    pub fn resembles(&self, text: &str) -> bool {
        !text.is_ascii() && self.masks.contains(&mask(text))
    }
}

/// A text with a sign for each run of letters beyond ASCII.
fn mask(text: &str) -> String {
    let mut masked = String::new();
    for letter in text.trim().chars() {
        if letter.is_ascii() {
            masked.push(letter.to_ascii_lowercase());
        } else if !masked.ends_with('*') {
            masked.push('*');
        }
    }
    masked
}

/// The feed without its records, its lists in the order in which feeds are written.
fn document(
    mut head: Map<String, Value>,
    members: &[BTreeMap<String, String>],
    memberships: &[BTreeMap<String, String>],
) -> Result<Map<String, Value>, String> {
    let groups = head.get("groups").and_then(Value::as_array).cloned().unwrap_or_default();
    let measures = head.shift_remove("measures");
    for table in TABLES {
        head.shift_remove(table);
    }
    if !groups.is_empty() {
        let groups = groups.iter().map(|group| self::group(group, memberships)).collect::<Result<_, _>>()?;
        head.insert("groups".to_owned(), Value::Array(groups));
    }
    head.extend(measures.map(|measures| ("measures".to_owned(), measures)));
    head.insert("members".to_owned(), members.iter().map(member).collect());
    Ok(head)
}

fn member(row: &BTreeMap<String, String>) -> Value {
    let mut member = Map::new();
    for field in ["country", "region", "joined", "left"] {
        member.extend(row.get(field).map(|text| (field.to_owned(), json!(text))));
    }
    let names =
        row.iter().filter_map(|(head, text)| Some((head.strip_prefix("name_")?.to_owned(), json!(text))));
    let names: Map<String, Value> = names.collect();
    if !names.is_empty() {
        member.insert("name".to_owned(), Value::Object(names));
    }
    Value::Object(member)
}

/// A group with its members, but for those that the publication leaves out.
fn group(head: &Value, memberships: &[BTreeMap<String, String>]) -> Result<Value, String> {
    let id = head["id"].as_str().ok_or("a group has no id")?;
    let left_out = head["leave_out"].as_array().into_iter().flatten();
    let left_out: Vec<&str> = left_out.filter_map(|one| one["country"].as_str()).collect();
    let of = |row: &&BTreeMap<String, String>| {
        row.get("group").is_some_and(|group| group == id)
            && row.get("country").is_some_and(|country| !left_out.contains(&country.as_str()))
    };
    let mut members: Vec<Value> = Vec::new();
    let mut evidence: Vec<Value> = Vec::new();
    for row in memberships.iter().filter(of) {
        let fields = ["country", "from", "to"].into_iter();
        let fields = fields.filter_map(|field| Some((field.to_owned(), json!(row.get(field)?))));
        members.push(Value::Object(fields.collect()));
        let source = json!({"url": row.get("source_url"), "title": row.get("source_title")});
        if row.contains_key("source_url") && !evidence.contains(&source) {
            evidence.push(source);
        }
    }
    let mut group = Map::new();
    for field in ["id", "label", "note"] {
        group.extend(head.get(field).map(|value| (field.to_owned(), value.clone())));
    }
    group.insert("members".to_owned(), Value::Array(members));
    group.insert("evidence".to_owned(), Value::Array(evidence));
    Ok(Value::Object(group))
}

/// The rows of a table of the publisher's own, by the heads in its first row.
fn rows(path: &Path) -> Result<Vec<BTreeMap<String, String>>, String> {
    let said = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let bytes = std::fs::read(path).map_err(|error| said(&error))?;
    let book = read::read("members.csv", &bytes, None, &Plain).map_err(|refusal| said(&refusal.says))?;
    let sheet: &Sheet = &book.sheets[0];
    let mut filled = sheet.filled_rows();
    let Some(first) = filled.next() else { return Ok(Vec::new()) };
    let heads: Vec<(u32, String)> =
        sheet.filled(first).map(|(column, cell)| (column, clean(&cell.text()))).collect();
    let row = |row| {
        let cells = heads.iter().map(|(column, head)| (head.clone(), clean(&sheet.text(row, *column))));
        cells.filter(|(_, text)| !text.is_empty()).collect()
    };
    Ok(filled.map(row).collect())
}

/// The publisher's own tables have plain heads.
struct Plain;

impl Judge for Plain {
    fn known_heads(&self, texts: &[String]) -> usize {
        texts.iter().filter(|text| clean(text) == "country").count()
    }
}
