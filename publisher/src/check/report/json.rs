//! The report for programs: a list of objects.

use super::{Located, Report};
use serde_json::{Value, json};

pub fn write(report: &Report<'_>) -> String {
    let list: Vec<Value> = report.located.iter().map(finding).collect();
    format!("{:#}\n", Value::Array(list))
}

fn finding(found: &Located) -> Value {
    let problem = &found.problem;
    json!({
        "severity": problem.severity.name(),
        "code": problem.rule.name,
        "pointer": problem.pointer,
        "line": found.start.line,
        "column": found.start.column,
        "subject": found.subject,
        "value": problem.value,
        "message": problem.title(),
        "effect": problem.rule.effect,
        "meant": problem.meant,
        "remedy": problem.remedy,
        "fixable": problem.fix.is_some(),
    })
}
