//! `render FEED`: what the widget shows, without a browser: as the element with its first screen inside, or as a picture.

use super::fields::Fields;
use super::load::{self, Loaded};
use super::paint::Painter;
use super::spread::maps;
use super::write::{print, write};
use clap::{Args, ValueEnum};
use policy_explorer::date::Date;
use policy_explorer::feed::Feed;
use policy_explorer::finding::Checked;
use policy_explorer::model::field::Field;
use policy_explorer::page::element::{Embedding, WIDTH, prerendered};
use policy_explorer::page::frame;
use policy_explorer::page::{Page, Question, digest};
use policy_explorer::parcel::svg;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Draw a feed: the element with its first screen inside, or a picture
#[derive(Args)]
#[command(after_help = "\
Examples:
  policy-explorer render feed.json --lang fr --measure icse-access > element.html
  policy-explorer render feed.json --format png --size 1200 -o map.png
  policy-explorer render feed.json --format svg --all pictures
  policy-explorer render feed.json --feed feed.json --page embed -o map.html")]
pub struct Arguments {
    /// The feed: a file, or - for standard input
    #[arg(value_name = "FEED")]
    file: PathBuf,
    /// What is made
    #[arg(long, value_enum, default_value_t = Format::Html)]
    format: Format,
    /// Write into this file
    #[arg(short, long, value_name = "FILE", conflicts_with = "all")]
    output: Option<PathBuf>,
    /// Write a file for each measure and language into this folder
    #[arg(long, value_name = "FOLDER")]
    all: Option<PathBuf>,
    /// The language of the widget’s words, a BCP 47 tag
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// The day that counts as today
    #[arg(long, value_name = "DATE", value_parser = crate::date)]
    today: Option<Date>,
    /// Width of the map or the picture in px, from 120 to 10000
    #[arg(long, value_name = "WIDTH", value_parser = width)]
    size: Option<f64>,
    /// The feed’s address in the element
    #[arg(long, value_name = "ADDRESS")]
    feed: Option<String>,
    /// The module’s address in the element
    #[arg(long, value_name = "ADDRESS", default_value = "policy-explorer.js")]
    module: String,
    /// The address of a picture in the element, for pages without scripts
    #[arg(long, value_name = "ADDRESS")]
    picture: Option<String>,
    /// What the element is written in; `embed`: the page for a frame, with `html` alone
    #[arg(long, value_enum, value_name = "PAGE")]
    page: Option<Around>,
    #[command(flatten)]
    fields: Fields,
}

/// What the element is written in.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Around {
    /// The page for a frame.
    Embed,
}

/// What is made.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Html,
    Svg,
    Png,
}

impl Format {
    /// As its files end.
    fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }
}

fn width(text: &str) -> Result<f64, &'static str> {
    let size = text.parse().ok().filter(|size| (120.0..=10_000.0).contains(size));
    size.ok_or("a width is a number of px from 120 to 10000")
}

/// Whether nothing of the feed was left out.
///
/// # Errors
/// In words, when the arguments or the input cannot be used, or the output cannot be written.
pub fn run(asked: Arguments) -> Result<bool, String> {
    let is_dark = asked.fields.0.iter().any(|(field, value)| *field == Field::Theme && value == "dark");
    if is_dark && asked.format != Format::Html {
        return Err(
            "--theme dark is for html: pictures are drawn on white, as readers download them".to_owned()
        );
    }
    if asked.page.is_some() && asked.format != Format::Html {
        return Err("--page is for html".to_owned());
    }
    let bytes = load::bytes(&asked.file)?;
    let Loaded { document, checked, .. } = load::feed_of(&asked.file.display().to_string(), &bytes)?;
    let skipped = checked.tally.findings;
    let painter = (asked.format == Format::Png).then(Painter::new);
    let today = asked.today.unwrap_or_else(super::today);
    let maker = Maker { asked: &asked, digest: &digest(&bytes), painter: painter.as_ref(), today };
    let one = |checked| maker.make(&Rc::new(checked), asked.lang.as_deref(), &asked.fields.0);
    match (&asked.all, &asked.output) {
        (Some(folder), _) => {
            std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
            all(&maker, folder, (&checked.value, &document))?;
        }
        (None, Some(path)) => write(path, &one(checked)?)?,
        (None, None) => print(&one(checked)?)?,
    }
    Ok(load::is_whole(&asked.file, skipped))
}

/// Makes each measure in each language, on all cores.
fn all(maker: &Maker<'_>, folder: &Path, read: (&Feed, &Value)) -> Result<(), String> {
    let files = maps(read, |feed, lang, measure| {
        let mut fields = maker.asked.fields.0.clone();
        fields.retain(|(field, _)| *field != Field::Measure);
        fields.push((Field::Measure, measure.to_owned()));
        let name = format!("{measure}-{lang}.{}", maker.asked.format.name());
        write(&folder.join(name), &maker.make(feed, Some(lang), &fields)?)
    })?;
    eprintln!("policy-explorer: {files} files in {}", folder.display());
    Ok(())
}

/// Whatever stays the same from one picture to the next.
struct Maker<'a> {
    asked: &'a Arguments,
    digest: &'a str,
    painter: Option<&'a Painter>,
    today: Date,
}

impl Maker<'_> {
    fn make(
        &self,
        feed: &Rc<Checked<Feed>>,
        lang: Option<&str>,
        fields: &[(Field, String)],
    ) -> Result<Vec<u8>, String> {
        let Arguments { size, format, .. } = *self.asked;
        let question =
            Question { fields, lang: lang.unwrap_or("en"), today: self.today, width: size.unwrap_or(WIDTH) };
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
        let Arguments { file, feed, module, picture, .. } = self.asked;
        let name = file.to_string_lossy();
        let feed = feed.as_deref().unwrap_or(&name);
        let embedding =
            Embedding { feed, digest: self.digest, module, picture: picture.as_deref(), fields, lang };
        let element = prerendered(page, &embedding);
        match (self.asked.page, &page.model.messages) {
            (Some(Around::Embed), Some(messages)) => {
                let spoken = (messages.language(), messages.direction().name());
                frame::page(&element, (module, embedding.feed), spoken, None)
            }
            _ => element,
        }
    }
}
