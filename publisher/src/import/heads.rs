//! Heads of columns: what one says of its column, as far as it is known.

use super::date;
use super::publication::Publication;
use crate::words::{clean, fold};
use policy_explorer::date::Date;

pub use field::Field;

mod field;

/// What a head says of its column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    /// What the column holds; none if the head is a measure or a date alone.
    pub field: Option<Field>,
    /// The measure that all its cells are about.
    pub measure: Option<String>,
    /// The date of all its cells.
    pub date: Option<Date>,
    /// The language of all its texts, a BCP 47 tag.
    pub lang: Option<String>,
}

impl Head {
    /// Whether it says nothing that is known.
    pub fn is_unknown(&self) -> bool {
        *self == Self::default()
    }
}

/// What a head says.
pub fn head(text: &str, publication: &Publication) -> Head {
    let text = clean(text);
    if text.chars().count() > 200 {
        return Head::default();
    }
    let bare = without_brackets(&text);
    let first = bare.lines().next().unwrap_or_default();
    for text in [&*text, &*bare, first] {
        let head = exactly(text, publication);
        if !head.is_unknown() {
            return head;
        }
    }
    spoken(&bare, publication).unwrap_or_else(|| compound(&fold(&bare), publication))
}

/// `note.fr`, `source_title_pt-BR`: a text, and the language that it is in.
fn spoken(text: &str, publication: &Publication) -> Option<Head> {
    let is_part =
        |part: &str| matches!(part.len(), 1..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    text.match_indices(['.', '_']).find_map(|(at, _)| {
        let (name, tag) = (&text[..at], text[at + 1..].replace('_', "-"));
        let field = field(&fold(name), publication).filter(|field| field.is_spoken())?;
        let is_language =
            |part: &str| matches!(part.len(), 2 | 3) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
        let is_tag = tag.split('-').all(is_part) && tag.split('-').next().is_some_and(is_language);
        is_tag.then(|| Head { field: Some(field), lang: Some(tag), ..Head::default() })
    })
}

fn exactly(text: &str, publication: &Publication) -> Head {
    let folded = fold(text);
    if let Some(id) = publication.measures.find(text) {
        return Head { measure: Some(id.to_owned()), ..Head::default() };
    }
    if let Some(field) = field(&folded, publication) {
        return Head { field: Some(field), ..Head::default() };
    }
    Head { date: date::of_name(text), ..Head::default() }
}

fn field(folded: &str, publication: &Publication) -> Option<Field> {
    let squashed = folded.replace(' ', "");
    // "Source 2" is a source like the first.
    let unnumbered = squashed.trim_end_matches(|letter: char| letter.is_ascii_digit());
    if publication.clause_words.contains(folded) {
        return Some(Field::Clause);
    }
    if publication.settings.withholds_by(folded) {
        return Some(Field::Withhold);
    }
    Field::headed(&squashed).or_else(|| Field::headed(unnumbered).filter(|field| *field == Field::Source))
}

/// "Harbour lights – status": a measure, and what the column holds of it.
fn compound(folded: &str, publication: &Publication) -> Head {
    let (measure, date, rest) = match (publication.measures.part(folded), year_part(folded)) {
        (Some((id, rest)), _) => (Some(id.to_owned()), None, rest),
        (None, Some((date, rest))) => (None, Some(date), rest),
        (None, None) => return Head::default(),
    };
    match field(rest, publication) {
        Some(Field::State) => Head { field: Some(Field::Status), measure, date, lang: None },
        Some(field) => Head { field: Some(field), measure, date, lang: None },
        None => Head::default(),
    }
}

/// "Status 2014": the year with which a head begins or ends, and the rest.
fn year_part(folded: &str) -> Option<(Date, &str)> {
    let ends = [folded.rsplit_once(' ').map(|(rest, year)| (year, rest)), folded.split_once(' ')];
    ends.into_iter().flatten().find_map(|(year, rest)| {
        let is_year = year.len() == 4 && year.starts_with(['1', '2']);
        Some((Date::parse(year).filter(|_| is_year)?, rest))
    })
}

/// A head without what it explains in brackets.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut bare = String::new();
    for letter in text.chars() {
        match letter {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            _ if depth == 0 => bare.push(letter),
            _ => {}
        }
    }
    bare.trim().trim_end_matches([':', '*', '?']).trim().to_owned()
}
