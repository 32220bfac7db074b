//! The command line of `import`, and what its answers mean.

use super::country;
use super::date;
use super::date::column::{self, Order};
use super::grid::Sheet;
use super::heads::{Field, Head};
use super::publication::Publication;
use super::status;
use super::words::fold;
use clap::{Parser, ValueEnum};
use policy_explorer::country::Code;
use policy_explorer::date::Date;
use std::collections::BTreeMap;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  policy-explorer import claims.csv --publication publication.toml -o feed.json
  policy-explorer import survey.xlsx --base empty.json -o feed.json --status Yes=implemented --status No=-
  policy-explorer import list.xlsx --base empty.json -o feed.json --country Congo=COD --set 'Sheet1!D4=2014-05'

Nothing is guessed: what has more than one reading is asked, all at once, and no feed is written until every
question has its answer, here or in the table. A hyphen as the answer leaves a cell, row or column out.

Exit status: 0 the feed is written; 1 there are questions or findings; 2 a file or an argument cannot be used.";

/// A feed from tables: CSV, XLSX or ODS.
#[derive(Parser, Debug)]
#[command(name = "policy-explorer import", after_help = EXAMPLES)]
pub struct Options {
    /// Tables of claims: CSV, XLSX or ODS, each with a row of heads.
    #[arg(required = true, value_name = "TABLE")]
    pub tables: Vec<PathBuf>,
    /// Where the feed goes; standard output unless told.
    #[arg(short, long, value_name = "FEED")]
    pub output: Option<PathBuf>,
    /// The publication: publication.toml, with members.csv beside it.
    #[arg(long, value_name = "FILE", required_unless_present = "base")]
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
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people.
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

/// The publisher's answers, ready to be asked for.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// What cells are to hold.
    pub cells: Vec<(String, String)>,
    /// What names of countries stand for; nothing if their rows are left out.
    pub countries: BTreeMap<String, Vec<Code>>,
    /// What words stand for; `None` if they make no claim.
    pub statuses: BTreeMap<String, Option<String>>,
    /// What names of measures stand for; `None` if their rows are left out.
    pub measures: BTreeMap<String, Option<String>>,
    /// The measure of all claims.
    pub measure: Option<String>,
    /// The date of all claims.
    pub date: Option<Date>,
    /// What columns hold, by their folded heads; `None` if they are left out.
    pub heads: BTreeMap<String, Option<Head>>,
    /// The sheets to read, folded.
    pub sheets: Vec<String>,
    /// Whether codes are Olympic.
    pub olympic: Option<bool>,
    /// Whether a blank country is the one above.
    pub fill_down: bool,
    /// What is said of dates.
    pub dates: column::Answers,
    /// Whether hidden rows are read.
    pub hidden: Option<Hidden>,
}

/// As an answer, it leaves out.
pub const LEAVE_OUT: &str = "-";

impl Answers {
    /// What the options mean in a publication.
    ///
    /// # Errors
    /// In words, if one means nothing.
    pub fn new(options: &Options, publication: &Publication) -> Result<Self, String> {
        let mut answers = Self {
            sheets: options.sheet.iter().map(|name| name.trim().to_owned()).collect(),
            olympic: options.codes.map(|codes| codes == Codes::Olympic),
            fill_down: options.fill_down.is_some(),
            hidden: options.hidden,
            ..Self::default()
        };
        answers.dates = column::Answers {
            order: options.date_order.map(|order| match order {
                DateOrder::Dmy => Order::DayFirst,
                DateOrder::Mdy => Order::MonthFirst,
            }),
            swapped: options.swapped.map(|answer| answer == Answer::Yes),
            vague_years: options.vague_dates.is_some(),
            buddhist: options.calendar.is_some(),
        };
        for text in &options.set {
            let cell =
                text.split_once('=').map(|(cell, value)| (cell.trim().to_owned(), value.trim().to_owned()));
            answers.cells.push(cell.ok_or_else(|| format!("--set {text}: write CELL=VALUE"))?);
        }
        answers.take_words(options, publication)?;
        if let Some(text) = &options.date {
            let date = date::of_name(text)
                .ok_or_else(|| format!("--date {text}: write 2014, 2014-05 or 2014-05-12"))?;
            answers.date = Some(date);
        }
        if let Some(name) = &options.encoding {
            let known = encoding_rs::Encoding::for_label(name.as_bytes());
            known.ok_or_else(|| format!("--encoding {name}: not an encoding that is known"))?;
        }
        Ok(answers)
    }

    fn take_words(&mut self, options: &Options, publication: &Publication) -> Result<(), String> {
        for (name, code) in pairs("country", &options.country)? {
            self.countries.insert(country::answer_key(name), codes(name, code)?);
        }
        for (word, id) in pairs("status", &options.status)? {
            let id = id_of("status", id, |id| publication.scale.find(id))?;
            self.statuses.insert(status::word_key(word), id);
        }
        let (named, plain): (Vec<String>, Vec<String>) =
            options.measure.iter().cloned().partition(|text| text.contains('='));
        for (name, id) in pairs("measure", &named)? {
            let id = id_of("measure", id, |id| publication.measures.find(id))?;
            self.measures.insert(fold(name), id);
        }
        for id in plain {
            self.measure = id_of("measure", &id, |id| publication.measures.find(id))?;
        }
        for (head, field) in pairs("map", &options.map)? {
            self.heads.insert(fold(head), mapped(field, publication)?);
        }
        Ok(())
    }

    /// What a country's name stands for.
    pub fn country(&self, text: &str) -> Option<&Vec<Code>> {
        self.countries.get(&country::answer_key(text))
    }

    /// Whether a sheet is to be read.
    pub fn wants(&self, sheet: &Sheet) -> bool {
        let is = |wanted: &String| {
            sheet.name.as_deref().is_some_and(|name| fold(name) == fold(wanted) || name.trim() == wanted)
        };
        self.sheets.is_empty() || self.sheets.iter().any(is)
    }
}

/// The two sides of answers; what is named may have an equals sign in it.
fn pairs<'a>(option: &str, texts: &'a [String]) -> Result<Vec<(&'a str, &'a str)>, String> {
    let pair = |text: &'a String| {
        let pair = text.rsplit_once('=').map(|(name, value)| (name.trim(), value.trim()));
        pair.ok_or_else(|| format!("--{option} {text}: an equals sign is missing"))
    };
    texts.iter().map(pair).collect()
}

fn codes(name: &str, text: &str) -> Result<Vec<Code>, String> {
    if text == LEAVE_OUT {
        return Ok(Vec::new());
    }
    let one = |part: &str| match country::read(part) {
        country::Reading::One(code) => Ok(code),
        country::Reading::Namibia => Ok(Code::parse("NAM").expect("a code")),
        _ => Err(format!("--country {name}={text}: {part} is not a country's code")),
    };
    text.split(',').map(one).collect()
}

fn id_of<'a>(
    option: &str,
    text: &str,
    find: impl Fn(&str) -> Option<&'a str>,
) -> Result<Option<String>, String> {
    if text == LEAVE_OUT {
        return Ok(None);
    }
    let id = find(text).ok_or_else(|| format!("--{option} {text}: the publication has no such {option}"))?;
    Ok(Some(id.to_owned()))
}

fn mapped(field: &str, publication: &Publication) -> Result<Option<Head>, String> {
    if field == LEAVE_OUT {
        return Ok(None);
    }
    if let Some(field) = Field::named(field) {
        return Ok(Some(Head { field: Some(field), ..Head::default() }));
    }
    let measure = publication.measures.find(field).map(str::to_owned);
    let known = || Field::names().collect::<Vec<_>>().join(", ");
    let measure =
        measure.ok_or_else(|| format!("--map …={field}: write a measure's id or one of {}", known()))?;
    Ok(Some(Head { measure: Some(measure), ..Head::default() }))
}
