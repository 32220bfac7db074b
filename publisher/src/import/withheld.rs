//! Rows that the publication keeps out of the feed: that each has its reason, and the list of them, for whoever can check them.

use super::claims::{Claim, Claims};
use super::publication::{Publication, Withhold};
use super::report::{Remark, Report};
use std::fmt::Write;

/// Says where a reason is missing, and which has no row.
pub fn check(claims: &Claims, publication: &Publication, report: &mut Report) {
    let settings = &publication.settings;
    for claim in &claims.withheld {
        if settings.reason(&claim.measure, claim.country.as_str()).is_none() {
            let says = format!("No reason under [[withheld]]: {}, {}", claim.measure, claim.country);
            claim.at.iter().for_each(|at| report.add(Remark::finding("withheld-reason", at, &says)));
        }
    }
    for withheld in &settings.withheld {
        let is_one = |country: &str| {
            let mut claims = claims.withheld.iter().filter(|claim| claim.measure == withheld.measure);
            claims.any(|claim| claim.country.as_str() == country)
        };
        for country in withheld.reasons.keys().filter(|country| !is_one(country)) {
            let says = format!("A reason without a row that is kept out: {}, {country}", withheld.measure);
            report.add(Remark::finding("withheld-needless", "", says));
        }
    }
}

/// The list as Markdown.
pub fn page(claims: &Claims, publication: &Publication) -> String {
    let mut page = head(publication.settings.import.withhold.as_ref());
    for measure in publication.measures.ids() {
        let of = |claim: &&Claim| claim.measure == measure;
        let rows: Vec<&Claim> = claims.withheld.iter().filter(of).collect();
        page += &format!("\n## {measure}: {} rows\n\n", rows.len());
        page += "| country | would be | date | why it is left out | what the source says |\n";
        page += "| --- | --- | --- | --- | --- |\n";
        rows.iter().for_each(|claim| page += &row(claim, publication));
    }
    page += "\n## Memberships of groups\n\n| group | country | why |\n| --- | --- | --- |\n";
    for (group, left_out) in publication.settings.left_out() {
        page += &format!("| {group} | {} | {} |\n", left_out.country, cell(&left_out.reason));
    }
    page
}

fn head(withhold: Option<&Withhold>) -> String {
    let mut head = "# Left out of the feed\n\nMade by `policy-explorer import`; do not edit it.\n".to_owned();
    if let Some(Withhold { column, values, meaning }) = withhold {
        let meaning = if meaning.is_empty() { String::new() } else { format!(" ({meaning})") };
        let values = values.join(" or ");
        write!(
            head,
            "\nThese rows are in the tables, but they are leads, not claims: their {column} is {values}{meaning}.\n\
             To publish one, find a source that states the fact, add it as a row of its own, and let the weak row\n\
             stand or go. Nothing here may be read as a statement about a country.\n"
        )
        .expect("a string takes it");
    }
    head
}

fn row(claim: &Claim, publication: &Publication) -> String {
    let Claim { country, status, date, measure, note, evidence, .. } = claim;
    let reason = publication.settings.reason(measure, country.as_str()).unwrap_or_default();
    let note = note.all().collect::<Vec<_>>().join(" ");
    let sources: String =
        evidence.iter().map(|source| format!(" [{}](<{}>)", plain(source.title()), source.url)).collect();
    format!("| {country} | {status} | {date} | {} | {}{sources} |\n", cell(reason), cell(&note))
}

/// A text that stays in one cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

/// The text of a link, without brackets.
fn plain(text: &str) -> String {
    cell(text).replace(['[', ']'], "")
}
