//! The rules about the form of the document: what the schema wants, fields that it does not know, languages.

use super::Severity::{Error, Note, Warning};
use super::{Example, Rule, example};

pub static MISSING: Rule = Rule {
    name: "missing",
    severity: Error,
    title: "a field that is needed is missing",
    effect: "readers miss what it says",
    remedy: "add the field",
    example: example(
        "/publisher",
        r#"{"url": "https://example.org/", "contact": "mailto:corrections@example.org"}"#,
    ),
};

pub static FORM: Rule = Rule {
    name: "form",
    severity: Error,
    title: "not of the form that the schema wants",
    effect: "other programs may refuse the feed",
    remedy: "write it in the form that the field has",
    example: example("/published", r#""2026-11-20""#),
};

pub static FIELD_TWICE: Rule = Rule {
    name: "field-twice",
    severity: Error,
    title: "a field stands twice in one object",
    effect: "only the last one counts",
    remedy: "keep one of them",
    example: example(
        "/members/1",
        r#"{"country": "KEN", "region": "africa", "joined": "1963", "joined": "1968"}"#,
    ),
};

pub static FIELD_TYPO: Rule = Rule {
    name: "field-typo",
    severity: Warning,
    title: "a field with a typing error in its name",
    effect: "readers ignore it",
    remedy: "write its name as the format has it",
    example: Example {
        at: "/records/1/evidence/0",
        faulty: r#"{"url": "https://example.org/act", "title": "Register Act", "archive": "https://archive.example/act"}"#,
        mended: Some(
            r#"{"url": "https://example.org/act", "title": "Register Act", "archived": "https://archive.example/act"}"#,
        ),
    },
};

pub static FIELD_UNKNOWN: Rule = Rule {
    name: "field-unknown",
    severity: Note,
    title: "a field that the format does not have",
    effect: "readers ignore it",
    remedy: "nothing, if it is your own",
    example: example(
        "/regions/0",
        r#"{"id": "africa", "label": {"en": "Africa", "fr": "Afrique"}, "population": 1500000000}"#,
    ),
};

pub static CRITERION: Rule = Rule {
    name: "criterion",
    severity: Warning,
    title: "a criterion for a status that is not declared",
    effect: "readers never see it",
    remedy: "name a status that is declared under scale",
    example: example(
        "/measures/0/criteria",
        r#"{"done": {"en": "a law in force", "fr": "une loi en vigueur"}}"#,
    ),
};

pub static LANGUAGE: Rule = Rule {
    name: "language",
    severity: Warning,
    title: "not the tag of a language",
    effect: "the text reaches no reader by their language, and is read aloud wrongly",
    remedy: "write a BCP 47 tag, such as en, pt-BR or zh-Hant",
    example: example("/records/0/evidence/0/lang", r#""french""#),
};

pub static TRANSLATION: Rule = Rule {
    name: "translation",
    severity: Note,
    title: "a text that lacks languages which others have",
    effect: "readers of these languages get it in another one",
    remedy: "add the languages",
    example: example("/policy/title", r#"{"en": "A resolution"}"#),
};

pub static RULES: [&Rule; 8] =
    [&MISSING, &FORM, &FIELD_TWICE, &FIELD_TYPO, &FIELD_UNKNOWN, &CRITERION, &LANGUAGE, &TRANSLATION];
