//! One problem of one feed, and how they are collected.

use super::rules::{Rule, Severity};
use std::collections::HashMap;

/// Most problems of one rule that are kept; the others are counted.
const KEPT: usize = 1000;

/// A problem.
#[derive(Debug)]
pub struct Problem {
    pub rule: &'static Rule,
    /// The rule’s, or less where the data is invented.
    pub severity: Severity,
    /// Where: a JSON pointer (RFC 6901). It may lead to something that is missing.
    pub pointer: String,
    /// The value found, as JSON, as far as it is short.
    pub value: String,
    /// What is meant or seen here, in a sentence; may be empty.
    pub meant: String,
    /// What to do: the rule’s remedy, or another one that fits this field.
    pub remedy: &'static str,
    pub mark: Mark,
    /// What has to be done, if that has exactly one right form.
    pub fix: Option<Fix>,
}

/// What of a field is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Value,
    Name,
}

/// A change of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fix {
    /// Writes this JSON in the place of the value.
    Value(String),
    /// Gives the field this name.
    Name(String),
    /// Takes the item of a list out.
    Remove,
}

impl Problem {
    pub fn new(rule: &'static Rule, pointer: impl ToString) -> Self {
        let (pointer, value) = (pointer.to_string(), String::new());
        let (meant, remedy) = (String::new(), rule.remedy);
        Self { rule, severity: rule.severity, pointer, value, meant, remedy, mark: Mark::Value, fix: None }
    }

    pub fn value(mut self, value: impl ToString) -> Self {
        self.value = value.to_string();
        self
    }

    pub fn meant(mut self, meant: impl ToString) -> Self {
        self.meant = meant.to_string();
        self
    }

    pub fn remedy(mut self, remedy: &'static str) -> Self {
        self.remedy = remedy;
        self
    }

    /// In invented data it may be on purpose, to show what readers do with it.
    pub fn lenient(mut self, demo: bool) -> Self {
        if demo {
            self.severity = Severity::Note;
        }
        self
    }

    /// The name of the field is wrong, not its value.
    pub fn on_name(mut self) -> Self {
        self.mark = Mark::Name;
        self
    }

    pub fn fix(mut self, fix: Option<Fix>) -> Self {
        self.fix = fix;
        self
    }

    /// What is wrong, in a sentence.
    pub fn title(&self) -> String {
        let Self { rule, value, .. } = self;
        if value.is_empty() { rule.title.to_owned() } else { format!("{}: {value}", rule.title) }
    }

    /// What to do, with what is meant.
    pub fn help(&self) -> String {
        let remedy = self.remedy;
        if self.meant.is_empty() { remedy.to_owned() } else { format!("{} ({remedy})", self.meant) }
    }
}

/// The problems of a feed.
#[derive(Default)]
pub struct Problems {
    pub kept: Vec<Problem>,
    counts: HashMap<&'static str, usize>,
    /// How many are not kept.
    pub more: usize,
}

impl Problems {
    pub fn add(&mut self, problem: Problem) {
        let count = self.counts.entry(problem.rule.name).or_default();
        *count += 1;
        if *count <= KEPT {
            self.kept.push(problem);
        } else {
            self.more += 1;
        }
    }
}
