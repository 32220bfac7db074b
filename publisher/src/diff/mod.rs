//! `diff OLD NEW`: what changed from one version of a feed to the next, claim by claim: what happened in the world, and apart
//! from that what the publisher corrected.

use crate::load::{self, Loaded};
use crate::write::print;
use clap::{Args, ValueEnum};
use entry::{Entry, Kind, Side};
use policy_explorer::feed::text::Link;
use policy_explorer::message::LANGUAGES;
use serde_json::Value;
use std::path::PathBuf;

pub mod atom;
pub mod entry;
mod json;
pub mod jsonfeed;
pub mod say;
mod text;

/// Compare two versions of a feed, claim by claim
#[derive(Args)]
#[command(after_help = "\
Examples:
  policy-explorer diff old.json feed.json
  policy-explorer diff old.json feed.json --lang fr
  policy-explorer diff old.json feed.json --format atom --address https://data.example/changes.atom > changes.atom

A claim that is gone without being withdrawn is an error (exit status 1): readers cannot see why. Keep it, and say withdrawn
and correction.")]
pub struct Arguments {
    /// The older version: a file
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The newer version: a file, or - for standard input
    #[arg(value_name = "NEW")]
    new: PathBuf,
    /// How the changes are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The language of the sentences, a BCP 47 tag; without it English, if the feed has it. JSON has all languages of the feed
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// Where the feed of changes will be, so that feed readers know it by its address (Atom and JSON Feed)
    #[arg(long, value_name = "ADDRESS", value_parser = address)]
    address: Option<String>,
}

/// Reads an address in an argument.
fn address(text: &str) -> Result<String, &'static str> {
    Link::web(text).map(|link| link.as_str().to_owned()).ok_or("an address begins with https:// or http://")
}

/// How the changes are written.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
    Atom,
    Jsonfeed,
}

/// What changed, with what is said of it in some languages.
pub struct Changes {
    /// Tags of the languages, the wanted one first.
    pub languages: Vec<String>,
    pub entries: Vec<Entry>,
    pub head: Head,
}

/// What is said of the newer feed.
pub struct Head {
    /// Its own id.
    pub id: String,
    pub title: String,
    pub publisher: Option<String>,
    pub url: Option<String>,
    /// The address of the feed of changes itself, if it is known.
    pub address: Option<String>,
    /// RFC 3339, since feeds of changes want a time.
    pub published: String,
    /// That the data is invented, if it is.
    pub demo: Option<String>,
}

impl Changes {
    /// The entries of one kind.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.kind == kind)
    }

    /// The wanted language.
    pub fn lang(&self) -> &str {
        &self.languages[0]
    }
}

/// Whether no claim is gone without being withdrawn.
///
/// # Errors
/// In words, when the arguments or the input cannot be used.
pub fn run(arguments: &Arguments) -> Result<bool, String> {
    let Arguments { old, new, format, lang, address } = arguments;
    let (old, new) = (load::feed(old)?, load::feed(new)?);
    let mut changes = changes(&old, &new, lang.as_deref())?;
    changes.head.address.clone_from(address);
    let out = match format {
        Format::Text => text::write(&changes),
        Format::Json => json::write(&changes),
        Format::Atom => atom::write(&changes)?,
        Format::Jsonfeed => jsonfeed::write(&changes),
    };
    print(out.as_bytes())?;
    let mut is_fine = true;
    for gone in changes.entries.iter().filter(|entry| entry.is_unexplained()) {
        is_fine = false;
        eprintln!("policy-explorer: {} is gone without being withdrawn", gone.named());
    }
    for (loaded, path) in [(&old, &arguments.old), (&new, &arguments.new)] {
        // What is skipped cannot be compared.
        load::is_whole(path, loaded.checked.tally.findings);
    }
    Ok(is_fine)
}

fn changes(old: &Loaded, new: &Loaded, lang: Option<&str>) -> Result<Changes, String> {
    let languages = languages(&new.document, lang);
    let sides = |lang: &str| {
        let side = |loaded| Side::new(loaded, lang).ok_or_else(|| format!("{lang} is no language tag"));
        Ok::<_, String>((side(&old.checked.value)?, side(&new.checked.value)?))
    };
    let sides = languages.iter().map(|lang| sides(lang)).collect::<Result<Vec<_>, _>>()?;
    let entries = entry::entries(&old.checked.value, &new.checked.value, &sides);
    let head = say::head(&new.document, &sides[0].1);
    Ok(Changes { languages, entries, head })
}

/// The languages of a feed’s title that the widget speaks, the wanted one first; otherwise English first.
pub fn languages(document: &Value, wanted: Option<&str>) -> Vec<String> {
    let spoken = |lang: &&str| document["title"].get(*lang).is_some();
    let own = LANGUAGES.iter().copied().filter(spoken).map(str::to_owned);
    let mut languages: Vec<String> = wanted.map(str::to_owned).into_iter().collect();
    let own: Vec<String> = own.filter(|lang| Some(lang.as_str()) != wanted).collect();
    languages.extend(own);
    if languages.is_empty() { vec!["en".to_owned()] } else { languages }
}
