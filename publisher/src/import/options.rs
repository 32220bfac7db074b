//! The command line of `import`, and what its answers mean.

use clap::{Args, ValueEnum};
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  policy-explorer import tables -o feed.json
  policy-explorer import claims.csv --publication publication.toml -o feed.json
  policy-explorer import tables -o tables/feed.json --left-out tables/LEFT-OUT.md
  policy-explorer import survey.xlsx --base empty.json -o feed.json --status Yes=implemented --status No=-
  policy-explorer import list.xlsx --base empty.json -o feed.json --country Congo=COD --set 'Sheet1!D4=2014-05'

Nothing is guessed: what has more than one reading is asked, all at once, and no feed is written until every
question has its answer, here or in the table. A hyphen as the answer leaves a cell, row or column out.

Exit status: 0 the feed is written; 1 there are questions or findings; 2 a file or an argument cannot be used.";

/// Make a feed of tables: CSV, XLSX or ODS
#[derive(Args, Debug, Default)]
#[command(after_help = EXAMPLES)]
pub struct Options {
    /// Tables of claims: CSV, XLSX or ODS, each with a row of heads; or a folder of tables.
    #[arg(required = true, value_name = "TABLE")]
    pub tables: Vec<PathBuf>,
    /// Where the feed goes; standard output unless told.
    #[arg(short, long, value_name = "FEED")]
    pub output: Option<PathBuf>,
    /// Where the list goes of the rows and memberships that the publication keeps out of the feed.
    #[arg(long, value_name = "FILE")]
    pub left_out: Option<PathBuf>,
    /// The publication: publication.toml, with members.csv beside it; one in a folder of tables need not be named.
    #[arg(long, value_name = "FILE")]
    pub publication: Option<PathBuf>,
    /// The publication as a feed without records.
    #[arg(long, value_name = "FEED", conflicts_with = "publication")]
    pub base: Option<PathBuf>,
    /// How the report is written.
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
    /// What a cell is to hold instead, as `Sheet1!B5=2014`; a row (`Sheet1!5=-`) or column (`B=-`) may be left out.
    #[arg(long, value_name = "CELL=VALUE")]
    pub set: Vec<String>,
    /// The country that a name stands for, as `Congo=COD`; several with commas.
    #[arg(long, value_name = "NAME=CODE")]
    pub country: Vec<String>,
    /// The status that a word stands for, as `Yes=implemented`.
    #[arg(long, value_name = "WORD=ID")]
    pub status: Vec<String>,
    /// The measure of all claims, or that which a name stands for, as `Lights=harbour-lights`.
    #[arg(long, value_name = "ID")]
    pub measure: Vec<String>,
    /// The date of all claims of tables without dates.
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// What a column holds, by its head, as `Who=country`; or the measure that it is about.
    #[arg(long, value_name = "HEAD=FIELD")]
    pub map: Vec<String>,
    /// The sheets to read; all with claims unless told.
    #[arg(long, value_name = "NAME")]
    pub sheet: Vec<String>,
    /// Whether codes of three letters are those of the Olympic committee.
    #[arg(long, value_enum)]
    pub codes: Option<Codes>,
    /// Which blank cells mean the one above.
    #[arg(long, value_enum)]
    pub fill_down: Option<FillDown>,
    /// Which of day and month comes first.
    #[arg(long, value_enum)]
    pub date_order: Option<DateOrder>,
    /// Whether day and month of date cells were exchanged.
    #[arg(long, value_enum)]
    pub swapped: Option<Answer>,
    /// Which part of vague dates counts.
    #[arg(long, value_enum)]
    pub vague_dates: Option<VagueDates>,
    /// The calendar of years from 2400 to 2700.
    #[arg(long, value_enum)]
    pub calendar: Option<Calendar>,
    /// Whether hidden rows are read.
    #[arg(long, value_enum)]
    pub hidden: Option<Hidden>,
    /// The encoding of a text without a mark, such as windows-1256.
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
}

/// How the report is written.
#[derive(ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// Whose codes of three letters they are.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codes {
    /// The International Olympic Committee's.
    Olympic,
    /// Those of ISO 3166-1.
    Iso,
}

/// Which blank cells mean the one above.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum FillDown {
    /// Those of the country.
    Country,
}

/// Which of day and month comes first.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
}

/// Yes or no.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// Which part of vague dates counts.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum VagueDates {
    /// The year.
    Year,
}

/// A calendar.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calendar {
    /// The Buddhist era, 543 years ahead.
    Buddhist,
}

/// What becomes of hidden rows.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// They are read.
    Read,
    /// They are left out.
    Skip,
}
