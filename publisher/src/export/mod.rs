//! `export FEED`: all claims with their sources, a row a claim, in the form of other programs; or the whole feed as the
//! tables that `import` takes.

use crate::load::{self, Loaded};
use crate::write::{print, write};
use clap::{Args, ValueEnum};
use policy_explorer::date::Date;
use policy_explorer::names::Names;
use policy_explorer::page::messages;
use policy_explorer::status::Clock;
use std::path::{Path, PathBuf};
use table::{Made, Tables};

mod csv;
mod json;
mod parquet;
mod publication;
pub mod table;
mod xlsx;

/// Write all claims with their sources, a row a claim
#[derive(Args)]
#[command(after_help = "\
Examples:
  policy-explorer export feed.json -o claims.csv
  policy-explorer export feed.json --separator semicolon --lang fr -o claims.csv
  policy-explorer export feed.json --format xlsx -o claims.xlsx
  policy-explorer export feed.json --all tables
  policy-explorer export feed.json --format json | jq '.claims[].country'")]
pub struct Arguments {
    /// The feed: a file, or - for standard input
    #[arg(value_name = "FEED")]
    file: PathBuf,
    /// The form
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    format: Format,
    /// Write into this file
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write the whole feed into this folder: publication.toml, and a file a table
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["output", "plain"])]
    all: Option<PathBuf>,
    /// What parts the cells of CSV
    #[arg(long, value_enum, default_value_t = Separator::Comma)]
    separator: Separator,
    /// Leave out the lines above the table that say whose data it is
    #[arg(long)]
    plain: bool,
    /// The language of names and texts, a BCP 47 tag
    #[arg(long, value_name = "TAG", default_value = "en")]
    lang: String,
    /// The day that counts as today
    #[arg(long, value_name = "DATE", value_parser = crate::date)]
    today: Option<Date>,
}

/// The form.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Csv,
    Json,
    Xlsx,
    Parquet,
}

/// What parts the cells of CSV.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Separator {
    Comma,
    Semicolon,
    Tab,
}

/// Whether nothing of the feed was left out.
///
/// # Errors
/// In words, when the arguments or the input cannot be used, or the output cannot be written.
pub fn run(arguments: &Arguments) -> Result<bool, String> {
    let loaded = load::feed(&arguments.file)?;
    let tables = tables(arguments, &loaded)?;
    match &arguments.all {
        Some(folder) => store(folder, &tables, arguments)?,
        None => deliver(&tables, arguments)?,
    }
    Ok(load::is_whole(&arguments.file, loaded.checked.tally.findings))
}

fn tables(arguments: &Arguments, loaded: &Loaded) -> Result<Tables, String> {
    let feed = &loaded.checked.value;
    let today = arguments.today.unwrap_or_else(crate::today);
    let messages = messages(&arguments.lang).ok_or("--lang is no language tag")?;
    let names = Names::new(feed, &messages);
    let clock = Clock { date: today, known: None, today };
    Ok(Tables::new(&Made { document: &loaded.document, feed, messages: &messages, names: &names, clock }))
}

/// Writes the claims, or all tables in one file where a file holds several.
fn deliver(
    tables: &Tables,
    Arguments { format, output, separator, plain, .. }: &Arguments,
) -> Result<(), String> {
    let remarks: &[String] = if *plain { &[] } else { &tables.remarks };
    let bytes = match format {
        Format::Csv => csv::write(&tables.claims, remarks, *separator)?,
        other => made(tables, *other)?,
    };
    match output {
        Some(path) => write(path, &bytes),
        None => print(&bytes),
    }
}

/// Writes a file a table, and publication.toml. Members and groups stand beside it as CSV, whatever the form of the claims.
fn store(
    folder: &Path,
    tables: &Tables,
    Arguments { format, separator, .. }: &Arguments,
) -> Result<(), String> {
    if !matches!(format, Format::Csv | Format::Parquet) {
        return Err("--all writes CSV or Parquet; the other forms hold all tables in one file".to_owned());
    }
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    write(&folder.join("publication.toml"), publication::toml(&tables.publication)?.as_bytes())?;
    for table in tables.all() {
        let is_claims = ["claims", "sources", "responses"].contains(&table.name);
        let (bytes, extension) = match format {
            Format::Parquet if is_claims => (parquet::write(table, tables)?, "parquet"),
            _ => (csv::write(table, &[], *separator)?, "csv"),
        };
        write(&folder.join(table.name).with_extension(extension), &bytes)?;
    }
    Ok(())
}

/// The tables in a form; CSV as most programs read it.
///
/// # Errors
/// In words, when there is more than the form takes.
pub fn made(tables: &Tables, format: Format) -> Result<Vec<u8>, String> {
    match format {
        Format::Csv => csv::write(&tables.claims, &tables.remarks, Separator::Comma),
        Format::Json => Ok(json::write(tables)),
        Format::Xlsx => xlsx::write(tables),
        Format::Parquet => parquet::write(&tables.claims, tables),
    }
}
