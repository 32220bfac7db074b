//! The report for people: each problem with the text around it.

use super::{Located, Report};
use crate::check::place::Position;
use crate::check::problem::Fix;
use crate::check::rules::Severity;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::collections::HashMap;
use std::ops::Range;

/// So many notes of a kind are listed.
const NOTES: usize = 3;
/// So many letters are shown before and behind what is marked.
const AROUND: (usize, usize) = (40, 60);
/// So many letters of what is marked are shown.
const MARKED: usize = 60;

pub fn write(report: &Report<'_>, name: &str, all: bool) -> String {
    let mut out = String::new();
    let mut notes: HashMap<&str, usize> = HashMap::new();
    for found in &report.located {
        let rule = found.problem.rule;
        let count = notes.entry(rule.name).or_default();
        *count += usize::from(found.problem.severity == Severity::Note);
        if all || *count <= NOTES {
            let Position { line, column } = found.start;
            out.push_str(&format!("{name}:{line}:{column}: "));
            out.push_str(&rendered(report.text, found));
            out.push_str("\n\n");
        }
    }
    let mut notes: Vec<_> = notes.into_iter().filter(|(_, count)| !all && *count > NOTES).collect();
    notes.sort_unstable();
    for (rule, count) in notes {
        out.push_str(&format!("note: {} more of {rule} (--all lists them)\n", count - NOTES));
    }
    out + &summary(report)
}

/// "12 members, 14 records: 2 errors, 1 note"
fn summary(report: &Report<'_>) -> String {
    let of = |severity: Severity| {
        let count = report.located.iter().filter(|found| found.problem.severity == severity).count();
        (count > 0).then(|| counted(count, severity.name()))
    };
    let found: Vec<_> =
        [Severity::Error, Severity::Warning, Severity::Note].into_iter().filter_map(of).collect();
    let found = if found.is_empty() { "nothing found".to_owned() } else { found.join(", ") };
    let read = report
        .read
        .map(|(members, records)| format!("{}, {}", counted(members, "member"), counted(records, "record")));
    format!("{}, {found}\n", read.unwrap_or_else(|| "no feed".to_owned()))
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn rendered(text: &str, found: &Located) -> String {
    let problem = &found.problem;
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let excerpt = Excerpt::new(text, &found.mark);
    let mark = AnnotationKind::Primary.span(excerpt.mark.clone()).label(found.subject.as_str());
    let mut group = Group::with_title(level.primary_title(problem.title()).id(problem.rule.name))
        .element(Snippet::source(excerpt.text).line_start(found.start.line).annotation(mark))
        .element(Level::NOTE.message(problem.rule.effect))
        .element(Level::HELP.message(problem.help()));
    if let Some(fix) = &problem.fix {
        group = group.element(Level::HELP.with_name("--fix").message(promised(fix)));
    }
    let page = format!("docs/findings/{}.md", problem.rule.name);
    group = group.element(Level::NOTE.with_name("see").message(page));
    Renderer::styled().render(&[group])
}

fn promised(fix: &Fix) -> String {
    match fix {
        Fix::Value(json) => format!("writes {json}"),
        Fix::Name(name) => format!("calls the field {name:?}"),
        Fix::Remove => "takes it out".to_owned(),
    }
}

/// A piece of one line of the document around what is marked.
pub struct Excerpt {
    pub text: String,
    pub mark: Range<usize>,
}

impl Excerpt {
    pub fn new(text: &str, mark: &Range<usize>) -> Self {
        let (before, behind) = AROUND;
        let head = last(&text[..mark.start], before);
        let marked = first(&text[mark.clone()], MARKED);
        let tail = first(&text[mark.end..], behind);
        let is_begun = mark.start > head.len() && !text[..mark.start - head.len()].ends_with('\n');
        let dots = |is_cut: bool| if is_cut { "…" } else { "" };
        let behind = &text[mark.end + tail.len()..];
        let is_going_on = !behind.is_empty() && !behind.starts_with(['\n', '\r']);
        let (begin, inside) = (dots(is_begun), dots(marked.len() < mark.len()));
        let start = begin.len() + head.len();
        let mark = start..start + marked.len() + inside.len();
        Self { text: format!("{begin}{head}{marked}{inside}{tail}{}", dots(is_going_on)), mark }
    }
}

/// The last letters of a text, of its last line.
fn last(text: &str, letters: usize) -> &str {
    let line = |letter: &(usize, char)| !matches!(letter.1, '\n' | '\r');
    let begin = text.char_indices().rev().take(letters).take_while(line).last();
    &text[begin.map_or(text.len(), |begin| begin.0)..]
}

/// The first letters of a text, of its first line.
fn first(text: &str, letters: usize) -> &str {
    let line = |letter: &(usize, char)| !matches!(letter.1, '\n' | '\r');
    let end = text.char_indices().take(letters).take_while(line).last();
    &text[..end.map_or(0, |(at, letter)| at + letter.len_utf8())]
}
