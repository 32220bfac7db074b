//! Cells to dates: ISO 8601 and the ways people write them. What may mean two days is not decided here but by its column
//! (`column`).

use super::grid::{Cell, Value};
use crate::words::{ascii_digits, clean, fold};
use policy_explorer::date::{Date, Day, Precision};
use shape::{shape, vague};
use tokens::{Token, tokens};

pub mod column;
pub mod settle;
mod shape;
mod tokens;

/// Whether it began at a date or was so by then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dating {
    /// It began then.
    Since,
    /// It was so by then.
    By,
}

/// What a cell says of a date, before its column decides what may mean two days.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Nothing, or that there is no date.
    Blank,
    /// A year, month or day.
    Ymd(u32, Option<u32>, Option<u32>),
    /// Two numbers of day and month in an order that is not known, and the year.
    Ordered(u32, u32, u32),
    /// A year and a month, or two years: 2011-12.
    School(u32, u32),
    /// A time that is less than a date; the years that it names.
    Vague(Vec<u32>),
    /// A year of two digits.
    ShortYear,
    /// The number of a day whose format is lost.
    Serial(Day),
    /// A date cell whose number is a year: 2014 shows as 6 July 1905.
    TypedYear(Day, u32),
    /// Nothing that is known.
    Unreadable,
}

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The date.
    pub shape: Shape,
    /// "Since 2011", "by 2013".
    pub dating: Option<Dating>,
    /// Whether it is a date cell, and how much of its day shows.
    pub stamp: Option<Precision>,
}

/// What a cell says of a date.
pub fn of_cell(cell: &Cell) -> Said {
    match &cell.value {
        Value::Date(stamp) => {
            let Day { year, month, day } = stamp.day;
            let (year, month, day) = (u32::from(year), u32::from(month), u32::from(day));
            let typed =
                stamp.serial.filter(|serial| (1900.0..=2100.0).contains(serial) && serial.fract() == 0.0);
            let shape = match (typed, stamp.precision) {
                (Some(number), _) => Shape::TypedYear(stamp.day, number as u32),
                (None, Precision::Day) => Shape::Ymd(year, Some(month), Some(day)),
                (None, Precision::Month) => Shape::Ymd(year, Some(month), None),
                (None, Precision::Year) => Shape::Ymd(year, None, None),
            };
            Said { shape, dating: None, stamp: Some(stamp.precision) }
        }
        _ => of_text(&cell.text()),
    }
}

/// What a text says of a date.
pub fn of_text(text: &str) -> Said {
    let text = ascii_digits(&clean(text)).replace('\n', " ");
    let bare = |shape| Said { shape, dating: None, stamp: None };
    if is_blank(&text) {
        return bare(Shape::Blank);
    }
    if text.chars().count() > 100 {
        return bare(Shape::Unreadable);
    }
    let (mut dating, mut is_vague, mut items) = (None, false, Vec::new());
    for token in tokens(&text) {
        match token {
            Token::Dating(said) if dating.is_none() && items.is_empty() => dating = Some(said),
            Token::Dating(_) | Token::Unknown => return bare(Shape::Unreadable),
            Token::Vague => is_vague = true,
            item => items.push(item),
        }
    }
    let shape = if is_vague { vague(&items) } else { shape(&items) };
    Said { shape, dating, stamp: None }
}

/// The date that a head or the name of a sheet is, if it is one and nothing else.
pub fn of_name(text: &str) -> Option<Date> {
    let said = of_text(text);
    let Shape::Ymd(year, month, day) = said.shape else { return None };
    let date = date(year, month, day)?;
    (said.dating.is_none() && is_usual(year)).then_some(date)
}

/// Whether a year is one that claims are made of.
pub fn is_usual(year: u32) -> bool {
    (1900..=2100).contains(&year)
}

/// A date, if it is in the calendar.
pub fn date(year: u32, month: Option<u32>, day: Option<u32>) -> Option<Date> {
    let part = |part: Option<u32>| part.map(|part| format!("-{part:02}")).unwrap_or_default();
    Date::parse(&format!("{year:04}{}{}", part(month), part(day)))
}

/// Ways to say that there is no date.
const NONE: [&str; 22] = [
    "n d",
    "nd",
    "no date",
    "undated",
    "s d",
    "sd",
    "sans date",
    "s f",
    "sf",
    "sin fecha",
    "n a",
    "na",
    "unknown",
    "tbd",
    "tbc",
    "none",
    "inconnu",
    "inconnue",
    "desconocida",
    "غير معروف",
    "بدون تاريخ",
    "sem data",
];

fn is_blank(text: &str) -> bool {
    let folded = fold(text);
    folded.is_empty() || NONE.contains(&folded.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_say_a_date_or_why_not() {
        let ymd = |year, month, day| Shape::Ymd(year, Some(month), Some(day));
        let ym = |year, month| Shape::Ymd(year, Some(month), None);
        for (text, expected) in [
            ("2014", Shape::Ymd(2014, None, None)),
            ("2014-05", ym(2014, 5)),
            ("2014-05-12", ymd(2014, 5, 12)),
            ("2014/05/12", ymd(2014, 5, 12)),
            ("2014.5.12", ymd(2014, 5, 12)),
            ("20140512", ymd(2014, 5, 12)),
            ("201405", ym(2014, 5)),
            ("2014-05-12T00:00:00Z", ymd(2014, 5, 12)),
            ("2014-05-12 14:30", ymd(2014, 5, 12)),
            ("2014-05-12 2:30 PM", ymd(2014, 5, 12)),
            ("12 May 2014", ymd(2014, 5, 12)),
            ("May 12th, 2014", ymd(2014, 5, 12)),
            ("Monday, 12 May 2014", ymd(2014, 5, 12)),
            ("12 de mayo de 2014", ymd(2014, 5, 12)),
            ("1er mai 2014", ymd(2014, 5, 1)),
            ("12-May-2014", ymd(2014, 5, 12)),
            ("12. août 2014", ymd(2014, 8, 12)),
            ("sept. 2013", ym(2013, 9)),
            ("septiembre de 2013", ym(2013, 9)),
            ("1.º de março de 2014", ymd(2014, 3, 1)),
            ("١٢ مايو ٢٠١٤", ymd(2014, 5, 12)),
            ("أيار 2014", ym(2014, 5)),
            ("كانون الثاني 2014", ym(2014, 1)),
            ("٢٠١٤", Shape::Ymd(2014, None, None)),
            ("05/2014", ym(2014, 5)),
            ("05/06/2014", Shape::Ordered(5, 6, 2014)),
            ("27.03.2015", Shape::Ordered(27, 3, 2015)),
            ("2014-02-30", ymd(2014, 2, 30)),
            ("spring 2014", Shape::Vague(vec![2014])),
            ("Q3 2014", Shape::Vague(vec![2014])),
            ("2014 T1", Shape::Vague(vec![2014])),
            ("2014Q3", Shape::Vague(vec![2014])),
            ("early 2014", Shape::Vague(vec![2014])),
            ("mid-2014", Shape::Vague(vec![2014])),
            ("fin 2014", Shape::Vague(vec![2014])),
            ("c. 2010", Shape::Vague(vec![2010])),
            ("~2010", Shape::Vague(vec![2010])),
            ("2014?", Shape::Vague(vec![2014])),
            ("2014/15", Shape::Vague(vec![2014, 2015])),
            ("2010–2012", Shape::Vague(vec![2010, 2012])),
            ("2010 to 2012", Shape::Vague(vec![2010, 2012])),
            ("between 2010 and 2012", Shape::Vague(vec![2010, 2012])),
            ("2012-13", Shape::Vague(vec![2012, 2013])),
            ("2011-12", Shape::School(2011, 12)),
            ("12.05.14", Shape::ShortYear),
            ("May-14", Shape::ShortYear),
            ("12 May 14", Shape::ShortYear),
            ("41771", Shape::Serial(Day { year: 2014, month: 5, day: 12 })),
            ("41771.4375", Shape::Serial(Day { year: 2014, month: 5, day: 12 })),
            ("n.d.", Shape::Blank),
            ("–", Shape::Blank),
            ("2557", Shape::Ymd(2557, None, None)),
            ("12 Mya 2014", Shape::Unreadable),
            ("soon", Shape::Unreadable),
            ("99999999999999999999", Shape::Unreadable),
        ] {
            assert_eq!(of_text(text).shape, expected, "{text}");
        }
    }

    #[test]
    fn words_say_whether_it_began_then() {
        for (text, dating) in [
            ("since 2011", Some(Dating::Since)),
            ("depuis mai 2011", Some(Dating::Since)),
            ("desde 2011", Some(Dating::Since)),
            ("منذ 2011", Some(Dating::Since)),
            ("by 2013", Some(Dating::By)),
            ("before 2012", Some(Dating::By)),
            ("avant 2012", Some(Dating::By)),
            ("antes de 2012", Some(Dating::By)),
            ("2012", None),
        ] {
            assert_eq!(of_text(text).dating, dating, "{text}");
        }
    }

    #[test]
    fn names_of_sheets_and_heads_are_dates_only_if_nothing_else_is_there() {
        assert_eq!(of_name("2014"), Date::parse("2014"));
        assert_eq!(of_name("May 2014"), Date::parse("2014-05"));
        for other in ["2557", "Sheet1", "Year", "2014/15", "Data 2014", ""] {
            assert_eq!(of_name(other), None, "{other}");
        }
    }
}
