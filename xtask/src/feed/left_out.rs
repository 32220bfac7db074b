//! LEFT-OUT.md: what is in the tables but not in the feed, and why, for whoever can check it.

use std::collections::BTreeSet;
use std::fmt::Write;

use anyhow::{Context, Result, ensure};

use super::hanoi::Tables;
use super::table::ClaimRow;

const HEAD: &str = "\
# Left out of the feed

Made by `cargo xtask feed`; do not edit it.

These rows are in the tables, but they are leads, not claims: each is of grade C (weak, second-hand or of
doubtful date). To publish one, find a source that states the fact, add it as a row of its own, and let the
weak row stand or go. Nothing here may be read as a statement about a country.
";

pub fn page(tables: &Tables) -> Result<String> {
    let mut page = HEAD.to_owned();
    for (measure, rows) in &tables.claims {
        let leads: Vec<&ClaimRow> = rows.iter().filter(|row| row.is_lead()).collect();
        writeln!(page, "\n## {measure}: {} rows\n", leads.len())?;
        page.push_str("| country | would be | date | why it is left out | what the source says |\n");
        page.push_str("| --- | --- | --- | --- | --- |\n");
        for row in &leads {
            writeln!(page, "{}", lead(row, reason(tables, measure, &row.country)?))?;
        }
        ensure_all_needed(tables, measure, &leads)?;
    }
    memberships(tables, &mut page)?;
    Ok(page)
}

fn lead(row: &ClaimRow, reason: &str) -> String {
    let source = row.evidence();
    let note = row.note.as_deref().unwrap_or_default();
    let (country, status, date) = (&row.country, &row.status, &row.date);
    let title = source.title.replace(['[', ']'], "");
    format!("| {country} | {status} | {date} | {reason} | {note} [{title}](<{}>) |", source.url)
}

fn reason<'a>(tables: &'a Tables, measure: &str, country: &str) -> Result<&'a str> {
    let withheld = tables.publication.withheld.iter().find(|one| one.measure == measure);
    let reason = withheld.and_then(|one| one.reasons.get(country));
    Ok(reason
        .with_context(|| format!("publication.toml gives no reason to withhold {measure}, {country}"))?)
}

/// A reason for a row that is no longer of grade C would be a leftover.
fn ensure_all_needed(tables: &Tables, measure: &str, leads: &[&ClaimRow]) -> Result<()> {
    let countries: BTreeSet<&str> = leads.iter().map(|row| &*row.country).collect();
    for withheld in tables.publication.withheld.iter().filter(|one| one.measure == measure) {
        for country in withheld.reasons.keys() {
            ensure!(countries.contains(&**country), "{measure}, {country}: nothing is withheld");
        }
    }
    Ok(())
}

fn memberships(tables: &Tables, page: &mut String) -> Result<()> {
    page.push_str("\n## Memberships of groups\n\n| group | country | why |\n| --- | --- | --- |\n");
    for group in &tables.publication.groups {
        for left_out in &group.leave_out {
            let (group, country) = (&group.id, &left_out.country);
            ensure!(
                tables.groups.iter().any(|row| row.group == *group && row.country == *country),
                "{group}, {country}: no such row to leave out"
            );
            writeln!(page, "| {group} | {country} | {} |", left_out.reason)?;
        }
    }
    Ok(())
}
