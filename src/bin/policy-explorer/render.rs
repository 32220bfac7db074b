//! `render FEED`: what the widget shows, without a browser: as the element with its first screen inside.

use super::load;
use lexopt::{Arg, Parser};
use policy_explorer::date::Date;
use policy_explorer::model::field::Field;
use policy_explorer::page::element::{Place, prerendered};
use policy_explorer::page::{Page, Question};
use std::ffi::OsString;
use std::io::Write;
use std::rc::Rc;

/// What is asked for.
struct Asked {
    file: OsString,
    fields: Vec<(Field, String)>,
    lang: Option<String>,
    today: Date,
    width: f64,
    feed: Option<String>,
    module: String,
    picture: Option<String>,
}

/// Whether nothing of the feed was left out, and the feed has all that was asked for.
///
/// # Errors
/// In words, when the arguments or the input cannot be used.
pub fn run(arguments: Parser) -> Result<bool, String> {
    let asked = parse(arguments)?;
    let feed = load::feed(&asked.file)?;
    let skipped = feed.checked.tally.findings;
    let question = Question {
        fields: &asked.fields,
        lang: asked.lang.as_deref().unwrap_or("en"),
        today: asked.today,
        width: asked.width,
    };
    let page = Page::new(Rc::new(feed.checked), &question).ok_or("--lang is no language tag")?;
    if let Some(ignored) = page.ignored.first() {
        return Err(format!("--{} {}: the feed has no such thing", ignored.field.name(), ignored.value));
    }
    let name = asked.file.to_string_lossy();
    let place = Place {
        feed: asked.feed.as_deref().unwrap_or(&name),
        digest: &feed.digest,
        module: &asked.module,
        picture: asked.picture.as_deref(),
        fields: &asked.fields,
        lang: asked.lang.as_deref(),
    };
    let text = prerendered(&page, &place);
    std::io::stdout().write_all(text.as_bytes()).map_err(|error| error.to_string())?;
    if skipped > 0 {
        eprintln!("policy-explorer: {name} has {skipped} problems; `check` says which");
    }
    Ok(skipped == 0)
}

fn parse(mut arguments: Parser) -> Result<Asked, String> {
    let in_words = |error: lexopt::Error| error.to_string();
    let mut file = None;
    let mut asked = Asked {
        file: OsString::new(),
        fields: Vec::new(),
        lang: None,
        today: super::today(),
        width: 960.0,
        feed: None,
        module: "policy-explorer.js".to_owned(),
        picture: None,
    };
    while let Some(argument) = arguments.next().map_err(in_words)? {
        let name = match argument {
            Arg::Long(name) => name.to_owned(),
            Arg::Value(path) if file.is_none() => {
                file = Some(path);
                continue;
            }
            other => return Err(other.unexpected().to_string()),
        };
        let value = arguments.value().map_err(in_words)?.into_string();
        let value = value.map_err(|_| format!("--{name} wants a text in UTF-8"))?;
        match name.as_str() {
            "format" if value == "html" => {}
            "format" => return Err("--format is html".to_owned()),
            "lang" => asked.lang = Some(value),
            "today" => asked.today = Date::parse(&value).ok_or("--today wants a date such as 2026-11-29")?,
            "size" => {
                let size = value.parse().ok().filter(|size| (120.0..=10_000.0).contains(size));
                asked.width = size.ok_or("--size wants a width in px, from 120 to 10000")?;
            }
            "feed" => asked.feed = Some(value),
            "module" => asked.module = value,
            "picture" => asked.picture = Some(value),
            name => match Field::named(name) {
                Some(field) => asked.fields.push((field, value)),
                None => return Err(format!("there is no option --{name}")),
            },
        }
    }
    asked.file = file.ok_or(super::USAGE)?;
    Ok(asked)
}
