//! `--explain CODE`, and the page of each rule in `docs/findings`: what is wrong, with an example of it and of the mended
//! document.

use super::place::Places;
use super::rules::{self, BASE, Example, Rule, Severity};

/// What a problem is about, as Markdown.
///
/// # Errors
/// In words, when there is no such problem.
pub fn explain(code: &str) -> Result<String, String> {
    let rule = rules::all().find(|rule| rule.name == code);
    rule.map(page).ok_or_else(|| format!("there is no problem called {code}; `check` names each in brackets"))
}

/// The page of a rule.
fn page(rule: &Rule) -> String {
    let Rule { name, title, effect, remedy, example, severity } = rule;
    let level = match severity {
        Severity::Error => "An error: readers miss something, or other programs may refuse the feed.",
        Severity::Warning => "A warning: readers get everything, and something is probably wrong.",
        Severity::Note => "A note: it may well be right, and `check` ends with exit status 0.",
    };
    let (faulty, mended) = (fragment(example.at, example.faulty), fragment(example.at, &mended(example)));
    format!(
        "# `{name}`\n\n{}. {level}\n\n| | |\n| --- | --- |\n| what readers get | {effect} |\n| what to do | {remedy} |\n\n\
         Faulty:\n\n```json\n{faulty}\n```\n\nMended:\n\n```json\n{mended}\n```\n\n\
         [All problems](README.md)\n",
        capital(title)
    )
}

/// A text that begins with a capital letter.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The value as the field that it is in.
fn fragment(at: &str, json: &str) -> String {
    let name = at.rsplit('/').next().unwrap_or_default();
    let is_item = name.parse::<usize>().is_ok();
    if is_item { json.to_owned() } else { format!("\"{name}\": {json}") }
}

fn mended(example: &Example) -> String {
    example.mended.map_or_else(|| original(example.at), str::to_owned)
}

/// What the base feed has at a place, moved to the left.
fn original(at: &str) -> String {
    let places = Places::find(BASE, [at].into_iter());
    let (place, _) = places.of(at);
    let line = BASE[..place.value.start].rsplit('\n').next().unwrap_or_default();
    let indent = line.len() - line.trim_start().len();
    BASE[place.value.clone()].replace(&format!("\n{}", " ".repeat(indent)), "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::report::Report;
    use crate::load::feed_of;
    use policy_explorer::date::Date;
    use std::fs;

    /// The names of the problems of the base feed with another value at a place.
    fn found(at: &str, json: &str) -> Vec<&'static str> {
        let places = Places::find(BASE, [at].into_iter());
        let mut text = BASE.to_owned();
        text.replace_range(
            places.of(at).0.value.clone(),
            &json.replace("32 MiB of text …", &" ".repeat(32 << 20)),
        );
        let today = Date::parse("2026-11-29").expect("a date");
        let names =
            |report: &Report<'_>| report.located.iter().map(|found| found.problem.rule.name).collect();
        match feed_of("example", text.as_bytes()) {
            Ok(loaded) => names(&Report::new(&loaded, today)),
            Err(refused) => names(&Report::refused(&refused.document.expect("it was read"))),
        }
    }

    #[test]
    fn each_example_has_its_problem_and_mended_none() {
        assert_eq!(found("/id", "\"example\""), [""; 0]);
        for Rule { name, example, .. } in rules::all() {
            assert!(
                found(example.at, example.faulty).contains(name),
                "{name}: {:?}",
                found(example.at, example.faulty)
            );
            assert_eq!(found(example.at, &mended(example)), [""; 0], "{name}");
        }
    }

    /// The list of all pages.
    fn index() -> String {
        let row = |rule: &Rule| {
            let Rule { name, title, severity, .. } = rule;
            format!("| [`{name}`]({name}.md) | {} | {title} |\n", severity.name())
        };
        let rows: String = rules::all().map(row).collect();
        format!(
            "# What `check` finds\n\nEach page has an example of the problem and of the mended document, and \
             `policy-explorer check --explain CODE` prints it. The pages are made from the program itself.\n\n\
             | code | severity | what is wrong |\n| --- | --- | --- |\n{rows}"
        )
    }

    #[test]
    fn the_pages_are_as_the_program_says() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/findings");
        let pages = rules::all().map(|rule| (format!("{}.md", rule.name), page(rule)));
        let pages: Vec<_> = pages.chain([("README.md".to_owned(), index())]).collect();
        for (name, text) in &pages {
            let path = format!("{folder}/{name}");
            if std::env::var_os("WRITE_FINDINGS").is_some() {
                fs::create_dir_all(folder)
                    .and_then(|()| fs::write(&path, text))
                    .expect("the folder takes it");
            }
            let there = fs::read_to_string(&path).unwrap_or_default();
            assert!(there == *text, "{path} is not as generated: run the tests with WRITE_FINDINGS=1");
        }
        let count = fs::read_dir(folder).expect("the folder is there").count();
        assert_eq!(count, pages.len(), "a page of a rule that is gone");
    }
}
