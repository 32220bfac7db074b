//! `render FEED`: what the widget shows, without a browser: as the element with its first screen inside, or as a picture.

use super::load::{self, Loaded};
use super::paint::Painter;
use lexopt::{Arg, Parser};
use policy_explorer::date::Date;
use policy_explorer::feed::{Feed, read};
use policy_explorer::finding::Checked;
use policy_explorer::message::LANGUAGES;
use policy_explorer::model::field::Field;
use policy_explorer::page::element::{Embedding, prerendered};
use policy_explorer::page::{Page, Question};
use policy_explorer::parcel::svg;
use serde_json::Value;
use std::ffi::OsString;
use std::io::Write;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What is made.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Html,
    Svg,
    Png,
}

impl Format {
    const NAMES: [(Format, &'static str); 3] = [(Self::Html, "html"), (Self::Svg, "svg"), (Self::Png, "png")];

    /// As its files end.
    fn name(self) -> &'static str {
        Self::NAMES.into_iter().find(|entry| entry.0 == self).map_or("", |entry| entry.1)
    }
}

/// Where it goes.
enum Target {
    Output,
    File(PathBuf),
    /// A file a measure and language, into this folder.
    All(PathBuf),
}

/// What is asked for.
struct Asked {
    file: OsString,
    format: Format,
    target: Target,
    fields: Vec<(Field, String)>,
    lang: Option<String>,
    today: Date,
    /// Width of the map or the picture, px.
    size: Option<f64>,
    feed: Option<String>,
    module: String,
    picture: Option<String>,
}

/// The width that the map of an element is made for, CSS px: between a phone's and that of a wide page.
const WIDTH: f64 = 720.0;

/// Whether nothing of the feed was left out.
///
/// # Errors
/// In words, when the arguments or the input cannot be used, or the output cannot be written.
pub fn run(arguments: Parser) -> Result<bool, String> {
    let asked = parse(arguments)?;
    let Loaded { document, checked } = load::feed(&asked.file)?;
    let (skipped, measures) = (checked.tally.findings, topics(&checked.value));
    let painter = (asked.format == Format::Png).then(Painter::new);
    let maker = Maker { asked: &asked, painter: painter.as_ref() };
    let one = |checked| maker.make(&Rc::new(checked), asked.lang.as_deref(), &asked.fields);
    match &asked.target {
        Target::Output => std::io::stdout().write_all(&one(checked)?).map_err(|error| error.to_string())?,
        Target::File(path) => write(path, &one(checked)?)?,
        Target::All(folder) => {
            std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
            all(&maker, folder, &measures, &document)?;
        }
    }
    if skipped > 0 {
        let name = asked.file.to_string_lossy();
        eprintln!("policy-explorer: {name} has {skipped} problems; `check` says which");
    }
    Ok(skipped == 0)
}

/// The values of the field `measure`.
fn topics(feed: &Feed) -> Vec<String> {
    let measures = feed.measures.iter().map(|measure| measure.id.clone());
    let overall = (feed.measures.len() > 1).then(|| Field::Measure.default().to_owned());
    measures.chain(overall).collect()
}

/// Makes each measure in each language, on all cores.
fn all(maker: &Maker<'_>, folder: &Path, measures: &[String], document: &Value) -> Result<(), String> {
    let jobs: Vec<_> = LANGUAGES.iter().flat_map(|lang| measures.iter().map(move |id| (*lang, id))).collect();
    let (next, made) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let work = || -> Result<(), String> {
        // What is read is not shared between threads.
        let feed = Rc::new(read(document).expect("it was read before"));
        while let Some((lang, measure)) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let mut fields = maker.asked.fields.clone();
            fields.retain(|(field, _)| *field != Field::Measure);
            fields.push((Field::Measure, (*measure).clone()));
            let name = format!("{measure}-{lang}.{}", maker.asked.format.name());
            write(&folder.join(name), &maker.make(&feed, Some(lang), &fields)?)?;
            made.fetch_add(1, Ordering::Relaxed);
        }
        Ok(())
    };
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..cores.min(jobs.len())).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_for_each(|thread| {
            thread.join().unwrap_or_else(|_| Err("a picture could not be made".to_owned()))
        })
    })?;
    eprintln!("policy-explorer: {} files in {}", made.into_inner(), folder.display());
    Ok(())
}

/// Whatever stays the same from one picture to the next.
struct Maker<'a> {
    asked: &'a Asked,
    painter: Option<&'a Painter>,
}

impl Maker<'_> {
    fn make(
        &self,
        feed: &Rc<Checked<Feed>>,
        lang: Option<&str>,
        fields: &[(Field, String)],
    ) -> Result<Vec<u8>, String> {
        let Asked { today, size, format, .. } = *self.asked;
        let question = Question { fields, lang: lang.unwrap_or("en"), today, width: size.unwrap_or(WIDTH) };
        let page = Page::new(feed.clone(), &question).ok_or("--lang is no language tag")?;
        if let Some(ignored) = page.ignored.first() {
            return Err(format!("--{} {}: the feed has no such thing", ignored.field.name(), ignored.value));
        }
        if format == Format::Html {
            return Ok(self.element(&page, lang, fields).into_bytes());
        }
        let picture = svg(&page.model).ok_or("there is nothing to draw")?;
        match self.painter {
            Some(painter) => painter.png(&picture, size),
            None => Ok(picture.into_bytes()),
        }
    }

    fn element(&self, page: &Page, lang: Option<&str>, fields: &[(Field, String)]) -> String {
        let Asked { file, feed, module, picture, .. } = self.asked;
        let name = file.to_string_lossy();
        let feed = feed.as_deref().unwrap_or(&name);
        let embedding = Embedding { feed, module, picture: picture.as_deref(), fields, lang };
        prerendered(page, &embedding)
    }
}

/// Writes a file whole or not at all.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let new = path.with_added_extension("new");
    let written = std::fs::write(&new, bytes).and_then(|()| std::fs::rename(&new, path));
    written.map_err(|error| format!("{}: {error}", path.display()))
}

fn parse(mut arguments: Parser) -> Result<Asked, String> {
    let in_words = |error: lexopt::Error| error.to_string();
    let mut file = None;
    let mut asked = Asked {
        file: OsString::new(),
        format: Format::Html,
        target: Target::Output,
        fields: Vec::new(),
        lang: None,
        today: super::today(),
        size: None,
        feed: None,
        module: "policy-explorer.js".to_owned(),
        picture: None,
    };
    while let Some(argument) = arguments.next().map_err(in_words)? {
        let name = match argument {
            Arg::Short('o') => "output".to_owned(),
            Arg::Long(name) => name.to_owned(),
            Arg::Value(path) if file.is_none() => {
                file = Some(path);
                continue;
            }
            other => return Err(other.unexpected().to_string()),
        };
        let value = arguments.value().map_err(in_words)?;
        match name.as_str() {
            "output" => asked.target = Target::File(value.into()),
            "all" => asked.target = Target::All(value.into()),
            name => {
                let value = value.into_string();
                take(&mut asked, name, value.map_err(|_| format!("--{name} wants a text in UTF-8"))?)?;
            }
        }
    }
    asked.file = file.ok_or(super::USAGE)?;
    let is_dark = asked.fields.iter().any(|(field, value)| *field == Field::Theme && value == "dark");
    if is_dark && asked.format != Format::Html {
        return Err(
            "--theme dark is for html: pictures are drawn on white, as readers download them".to_owned()
        );
    }
    Ok(asked)
}

/// Takes in one option.
fn take(asked: &mut Asked, name: &str, value: String) -> Result<(), String> {
    match name {
        "format" => {
            let named = Format::NAMES.into_iter().find(|entry| entry.1 == value);
            asked.format = named.ok_or("--format is html, svg or png")?.0;
        }
        "lang" => asked.lang = Some(value),
        "today" => asked.today = Date::parse(&value).ok_or("--today wants a date such as 2026-11-29")?,
        "size" => {
            let size = value.parse().ok().filter(|size| (120.0..=10_000.0).contains(size));
            asked.size = Some(size.ok_or("--size wants a width in px, from 120 to 10000")?);
        }
        "feed" => asked.feed = Some(value),
        "module" => asked.module = value,
        "picture" => asked.picture = Some(value),
        name => {
            let field = Field::named(name).ok_or_else(|| format!("there is no option --{name}"))?;
            asked.fields.push((field, value));
        }
    }
    Ok(())
}
