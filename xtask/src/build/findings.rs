//! `findings.html`: what each finding means and how it is mended, made of `docs/findings/`. The example page takes its words
//! for a dropped feed from there as well.

use std::fs;

use anyhow::{Context, Result};
use policy_explorer::markup::html::html;
use policy_explorer::markup::{Html, list, text};
use policy_explorer::node;

use crate::place;

/// Where the documents lie, a file each.
pub const FOLDER: &str = "docs/findings";

/// The page around them.
const PAGE: &str = include_str!("../../../findings.html");
/// Where in it they come.
const HERE: &str = "<!-- findings -->";

/// What a document says of one code.
struct Finding<'a> {
    code: &'a str,
    summary: &'a str,
    /// How bad that is.
    weight: &'a str,
    /// What readers get, and what to do.
    rows: Vec<(&'a str, &'a str)>,
    /// Blocks of code, each with the line above it.
    examples: Vec<(&'a str, &'a str)>,
}

/// The whole page.
pub fn page() -> Result<String> {
    let index = read("README.md")?;
    let codes = index.lines().filter_map(|line| line.strip_prefix("| [`")?.split('`').next());
    let mut sections = Vec::new();
    for code in codes {
        let document = read(&format!("{code}.md"))?;
        let finding = parse(&document).with_context(|| format!("{code}.md has another form"))?;
        sections.push(section(&finding));
    }
    Ok(PAGE.replace(HERE, &html(&list(sections))))
}

fn read(name: &str) -> Result<String> {
    let path = place::root().join(FOLDER).join(name);
    fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
}

fn parse(document: &str) -> Option<Finding<'_>> {
    let (code, rest) = document.strip_prefix("# `")?.split_once("`\n\n")?;
    let (summary, weight) = rest.lines().next()?.split_once(". ")?;
    let cells =
        rest.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | "));
    let rows = cells.filter(|cells| !cells.0.starts_with("---"));
    let pieces: Vec<_> = rest.split("\n```json\n").collect();
    let examples = pieces
        .windows(2)
        .filter_map(|pair| Some((pair[0].trim_end().lines().last()?, pair[1].split_once("\n```")?.0)));
    Some(Finding { code, summary, weight, rows: rows.collect(), examples: examples.collect() })
}

fn section(finding: &Finding) -> Html {
    let rows = finding
        .rows
        .iter()
        .map(|(head, told)| node!("div" => [node!("dt" => plain(head)), node!("dd" => plain(told))]));
    let examples = finding.examples.iter().map(|(head, code)| {
        node!("div" => [node!("p" => plain(head)), node!("pre" => node!("code" => text(code)))])
    });
    let summary = node!("span", "class" = "summary" => plain(finding.summary));
    node!("section"; "id" = finding.code.to_owned() => [
        node!("h2" => node!("code" => text(finding.code))),
        node!("p" => [summary, text(". "), plain(finding.weight)]),
        node!("dl" => list(rows.collect())),
        node!("div", "class" = "examples" => list(examples.collect())),
    ])
}

/// Markdown's marks of code, as code.
fn plain(markdown: &str) -> Html {
    let pieces = markdown.split('`').enumerate();
    list(
        pieces
            .map(|(at, piece)| if at % 2 == 0 { text(piece) } else { node!("code" => text(piece)) })
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_document_is_on_the_page_with_what_to_do() {
        let page = page().expect("the documents are there");
        let documents = fs::read_dir(place::root().join(FOLDER)).expect("the folder is there").count() - 1;
        assert_eq!(page.matches("<section id=").count(), documents);
        assert_eq!(page.matches("what to do").count(), documents);
        assert!(page.contains("<section id=\"member-code\">") && !page.contains(HERE));
    }
}
