//! The report as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the file.

use super::{Located, Report};
use crate::check::fix::edit;
use crate::check::rules::{self, Rule};
use serde_json::{Value, json};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub fn write(report: &Report<'_>, name: &str) -> String {
    let rules: Vec<&Rule> = rules::all().collect();
    let name = name.replace('\\', "/").replace(' ', "%20");
    let results: Vec<Value> = report.located.iter().map(|found| result(&rules, &name, found)).collect();
    let driver = json!({
        "name": "policy-explorer",
        "version": env!("CARGO_PKG_VERSION"),
        "rules": rules.iter().map(|rule| described(rule)).collect::<Vec<_>>(),
    });
    let run = json!({"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results});
    format!("{:#}\n", json!({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}))
}

fn described(rule: &Rule) -> Value {
    let help = format!("{}; {}. See docs/findings/{}.md.", rule.effect, rule.remedy, rule.name);
    json!({
        "id": rule.name,
        "shortDescription": {"text": rule.title},
        "help": {"text": help},
        "defaultConfiguration": {"level": rule.severity.name()},
    })
}

fn result(rules: &[&Rule], name: &str, found: &Located) -> Value {
    let problem = &found.problem;
    let message = format!("{}. {}.", problem.title(), problem.help());
    let region = json!({
        "startLine": found.start.line, "startColumn": found.start.column,
        "endLine": found.end.line, "endColumn": found.end.column,
    });
    let mut result = json!({
        "ruleId": problem.rule.name,
        "ruleIndex": rules.iter().position(|rule| rule.name == problem.rule.name),
        "level": problem.severity.name(),
        "message": {"text": message},
        "locations": [{
            "physicalLocation": {"artifactLocation": {"uri": name}, "region": region},
            "logicalLocations": [{"fullyQualifiedName": problem.pointer, "kind": "value"}],
        }],
    });
    // A change of a whole item goes over lines, whose numbers are not known here.
    if let Some((_, text)) = edit(found).filter(|(range, _)| *range == found.mark) {
        let replacement = json!({"deletedRegion": region, "insertedContent": {"text": text}});
        let change = json!({"artifactLocation": {"uri": name}, "replacements": [replacement]});
        result["fixes"] = json!([{"description": {"text": problem.remedy}, "artifactChanges": [change]}]);
    }
    result
}
