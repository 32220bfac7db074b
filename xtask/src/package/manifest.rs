//! What editors know of the element: a Custom Elements Manifest (schema 1.0.0, custom-elements-manifest of webcomponents.org),
//! made of the tables of `docs/embedding.md`, so that it cannot say anything else.

use anyhow::{Context, Result};
use serde_json::{Value, json};

/// The manifest of the element that `embedding` documents.
pub fn manifest(embedding: &str) -> Result<Value> {
    let attributes = rows(embedding, "| attribute | value | default |")?;
    let members = rows(embedding, "| | |")?;
    let events = rows(embedding, "| event | `detail` | when |")?;
    let properties = rows(embedding, "| property | for | light | dark |")?;
    let hooks = rows(embedding, "| hook | where |")?;
    let parts = hooks.iter().find(|row| row[0].starts_with("`part=")).context("the row of the parts")?;
    Ok(json!({
        "schemaVersion": "1.0.0",
        "modules": [{
            "kind": "javascript-module",
            "path": "index.js",
            "declarations": [{
                "kind": "class",
                "name": "PolicyExplorerElement",
                "customElement": true,
                "tagName": "policy-explorer",
                "superclass": { "name": "HTMLElement" },
                "attributes": attributes.iter().map(|row| json!({
                    "name": name(&row[0]),
                    "description": row[1],
                    "default": row[2],
                })).collect::<Vec<_>>(),
                "members": members.iter().map(|row| member(row)).collect::<Vec<_>>(),
                "events": events.iter().map(|row| json!({
                    "name": name(&row[0]),
                    "type": { "text": "CustomEvent" },
                    "description": format!("{}. `detail`: {}", row[2], row[1]),
                })).collect::<Vec<_>>(),
                "cssProperties": properties.iter().map(|row| json!({
                    "name": name(&row[0]),
                    "description": row[1],
                })).collect::<Vec<_>>(),
                "cssParts": quoted(&parts[1]).map(|name| json!({ "name": name })).collect::<Vec<_>>(),
            }],
            "exports": [{
                "kind": "custom-element-definition",
                "name": "policy-explorer",
                "declaration": { "name": "PolicyExplorerElement", "module": "index.js" },
            }],
        }],
    }))
}

/// A property, or a method where its name is called.
fn member(row: &[String]) -> Value {
    let name = name(&row[0]);
    match name.strip_suffix("()") {
        Some(name) => json!({ "kind": "method", "name": name, "description": row[1] }),
        None => json!({ "kind": "field", "name": name, "description": row[1] }),
    }
}

/// The cells of the table with this head, row by row.
fn rows(document: &str, head: &str) -> Result<Vec<Vec<String>>> {
    let (_, table) = document.split_once(&format!("{head}\n")).with_context(|| format!("no table {head}"))?;
    // Below the head stands a line of dashes.
    let lines = table.lines().skip(1).take_while(|line| line.starts_with('|'));
    Ok(lines.map(cells).collect())
}

fn cells(line: &str) -> Vec<String> {
    line.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect()
}

/// What stands between the first two backquotes.
fn name(cell: &str) -> String {
    quoted(cell).next().unwrap_or(cell).to_owned()
}

fn quoted(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}
