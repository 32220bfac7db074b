//! What the options of `import` mean in a publication.

use super::date;
use super::date::column::{self, Order};
use super::grid::Sheet;
use super::heads::{Field, Head};
use super::options::{Answer, Codes, DateOrder, Hidden, Options};
use super::publication::Publication;
use super::status;
use crate::country;
use crate::words::fold;
use policy_explorer::country::Code;
use policy_explorer::date::Date;
use std::collections::BTreeMap;

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
            self.countries.insert(country::answer_key(name), codes(name, code, publication)?);
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

fn codes(name: &str, text: &str, publication: &Publication) -> Result<Vec<Code>, String> {
    if text == LEAVE_OUT {
        return Ok(Vec::new());
    }
    let one = |part: &str| match country::read(part) {
        country::Reading::One(code) => Ok(code),
        country::Reading::Namibia => Ok(Code::parse("NAM").expect("a code")),
        _ => publication
            .member(part)
            .ok_or_else(|| format!("--country {name}={text}: {part} is not a country's code")),
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
