//! `export FEED`: all claims with their sources, a row a claim, in the form of other programs.

use crate::load;
use crate::write::{print, write};
use clap::{Args, ValueEnum};
use policy_explorer::date::Date;
use policy_explorer::names::Names;
use policy_explorer::page::messages;
use policy_explorer::status::Clock;
use std::path::PathBuf;
use table::Tables;

mod csv;
mod json;
mod parquet;
pub mod table;
mod xlsx;

/// Write all claims with their sources, a row a claim
#[derive(Args)]
#[command(after_help = "\
Examples:
  policy-explorer export feed.json -o claims.csv
  policy-explorer export feed.json --separator semicolon --lang fr -o claims.csv
  policy-explorer export feed.json --format xlsx -o claims.xlsx
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
    let Arguments { file, format, output, separator, plain, lang, .. } = arguments;
    let checked = load::feed(file)?.checked;
    let (feed, today) = (&checked.value, arguments.today.unwrap_or_else(crate::today));
    let messages = messages(lang).ok_or("--lang is no language tag")?;
    let names = Names::new(feed, &messages);
    let tables = Tables::new(feed, &messages, &names, Clock { date: today, known: None, today });
    let bytes = match format {
        Format::Csv => csv::write(&tables, *separator, *plain)?,
        other => made(&tables, *other)?,
    };
    match output {
        Some(path) => write(path, &bytes)?,
        None => print(&bytes)?,
    }
    Ok(load::is_whole(file, checked.tally.findings))
}

/// The tables in a form; CSV as most programs read it.
///
/// # Errors
/// In words, when there is more than the form takes.
pub fn made(tables: &Tables, format: Format) -> Result<Vec<u8>, String> {
    match format {
        Format::Csv => csv::write(tables, Separator::Comma, false),
        Format::Json => Ok(json::write(tables)),
        Format::Xlsx => xlsx::write(tables),
        Format::Parquet => parquet::write(tables),
    }
}
