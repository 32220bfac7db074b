//! A feed as text: JSON with one record, member or membership a line, so that a difference between two
//! versions reads as a list of claims, and the file stays small.

use anyhow::Result;
use serde::Serialize;

use super::document::{Feed, Group, Policy};

/// A piece of JSON, and whether it is laid out over several lines.
enum Block {
    Line(String),
    List(Vec<Block>),
    Object(Vec<(&'static str, Block)>),
}

/// The feed's JSON, indented by one space a level, with a newline at its end.
pub fn json(feed: &Feed) -> Result<String> {
    let head = &feed.head;
    let fields = vec![
        ("version", line(&head.version)?),
        ("id", line(&head.id)?),
        ("title", line(&head.title)?),
        ("published", line(&head.published)?),
        ("publisher", line(&head.publisher)?),
        ("license", line(&head.license)?),
        ("demo", line(&head.demo)?),
        ("policy", policy(&head.policy)?),
        ("scale", lines(&head.scale)?),
        ("regions", lines(&head.regions)?),
        ("measures", lines(&head.measures)?),
        ("members", lines(&feed.members)?),
        ("records", lines(&feed.records)?),
        ("reported", lines(&feed.reported)?),
        ("groups", Block::List(feed.groups.iter().map(group).collect::<Result<_>>()?)),
    ];
    let mut text = String::new();
    write(&Block::Object(fields), 0, &mut text);
    text.push('\n');
    Ok(text)
}

fn policy(policy: &Policy) -> Result<Block> {
    let mut fields = vec![
        ("title", line(&policy.title)?),
        ("short", line(&policy.short)?),
        ("body", line(&policy.body)?),
        ("adopted", line(&policy.adopted)?),
    ];
    if !policy.dating.is_since() {
        fields.push(("dating", line(&policy.dating)?));
    }
    fields.push(("place", line(&policy.place)?));
    if let Some(url) = &policy.url {
        fields.push(("url", line(url)?));
    }
    fields.push(("summary", line(&policy.summary)?));
    if !policy.request.is_empty() {
        fields.push(("request", line(&policy.request)?));
    }
    if !policy.terms.is_empty() {
        fields.push(("terms", line(&policy.terms)?));
    }
    fields.push(("milestones", lines(&policy.milestones)?));
    Ok(Block::Object(fields))
}

fn group(group: &Group) -> Result<Block> {
    let mut fields = vec![("id", line(&group.id)?), ("label", line(&group.label)?)];
    if let Some(note) = &group.note {
        fields.push(("note", line(note)?));
    }
    fields.extend([("members", lines(&group.members)?), ("evidence", lines(&group.evidence)?)]);
    Ok(Block::Object(fields))
}

fn line(value: &impl Serialize) -> Result<Block> {
    Ok(Block::Line(serde_json::to_string(value)?))
}

fn lines(values: &[impl Serialize]) -> Result<Block> {
    Ok(Block::List(values.iter().map(line).collect::<Result<_>>()?))
}

fn write(block: &Block, depth: usize, text: &mut String) {
    match block {
        Block::Line(line) => text.push_str(line),
        Block::List(items) => {
            write_items('[', items.iter().map(|item| (None, item)), ']', depth, text);
        }
        Block::Object(fields) => {
            write_items('{', fields.iter().map(|(name, value)| (Some(*name), value)), '}', depth, text);
        }
    }
}

fn write_items<'a>(
    open: char,
    items: impl Iterator<Item = (Option<&'static str>, &'a Block)>,
    close: char,
    depth: usize,
    text: &mut String,
) {
    text.push(open);
    for (index, (name, value)) in items.enumerate() {
        text.push_str(if index == 0 { "\n" } else { ",\n" });
        text.push_str(&" ".repeat(depth + 1));
        if let Some(name) = name {
            text.push_str(&format!("\"{name}\": "));
        }
        write(value, depth + 1, text);
    }
    text.push('\n');
    text.push_str(&" ".repeat(depth));
    text.push(close);
}
