//! Partial ISO 8601 dates and the periods that they stand for. Reads no clock: today is a value.

use std::fmt;

/// A calendar day of the proleptic Gregorian calendar, ordered in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// 1 to 9999.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Day {
    /// Days since 1 March of the year 0 of the proleptic Gregorian calendar (the algorithm `days_from_civil` of
    /// H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    pub fn number(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let month = (i64::from(self.month) + 9) % 12;
        year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + i64::from(self.day) - 1
    }

    /// How far into its year it is, 0 to 1; all months are taken to be as long, which does for a picture.
    pub fn into_year(self) -> f64 {
        (f64::from(self.month - 1) + f64::from(self.day - 1) / 31.0) / 12.0
    }

    /// The day with that number: the inverse of `number`. None outside the years 1 to 9999.
    pub fn numbered(number: i64) -> Option<Self> {
        let era = number.div_euclid(146_097);
        let of_era = number.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let year = u16::try_from(year).ok().filter(|year| (1..=9999).contains(year))?;
        Some(Self { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? })
    }
}

/// How much of a date is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// `2014`
    Year,
    /// `2014-05`
    Month,
    /// `2014-05-12`
    Day,
}

/// A date as stated: a year, a month or a day (ISO 8601 calendar dates, extended format).
///
/// A partial date is a period: claims count from its first day, a viewed date reaches to its last.
///
/// ```
/// use policy_explorer::date::Date;
/// let claim = Date::parse("2009").unwrap();
/// let viewed = Date::parse("2009-06").unwrap();
/// assert!(claim.first_day() <= viewed.last_day());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    first: Day,
    precision: Precision,
}

impl Date {
    /// Reads `2014`, `2014-05` or `2014-05-12`; anything else, or a day that does not exist, is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, rest) = number(text, 4)?;
        let year = u16::try_from(year).ok().filter(|&year| year > 0)?;
        let at = |month, day, precision| Self { first: Day { year, month, day }, precision };
        if rest.is_empty() {
            return Some(at(1, 1, Precision::Year));
        }
        let (month, rest) = number(rest.strip_prefix('-')?, 2)?;
        let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
        if rest.is_empty() {
            return Some(at(month, 1, Precision::Month));
        }
        let (day, rest) = number(rest.strip_prefix('-')?, 2)?;
        let day = u8::try_from(day).ok().filter(|day| (1..=days_in(year, month)).contains(day))?;
        rest.is_empty().then(|| at(month, day, Precision::Day))
    }

    /// Reads the day of an RFC 3339 timestamp such as `2026-11-20T08:00:00Z`, in the offset it states; a
    /// plain date is read as it stands.
    pub fn parse_timestamp(text: &str) -> Option<Self> {
        match text.split_once(['T', 't']) {
            Some((date, time)) => Self::parse(date).filter(|date| {
                date.precision == Precision::Day && time.starts_with(|c: char| c.is_ascii_digit())
            }),
            None => Self::parse(text),
        }
    }

    /// The date that states a whole day.
    pub fn of(first: Day) -> Self {
        Self { first, precision: Precision::Day }
    }

    /// The year, month or day, by precision, that lies `steps` such units later; negative: earlier. None outside
    /// the years 1 to 9999.
    pub fn plus(self, steps: i32) -> Option<Self> {
        let Day { year, month, .. } = self.first;
        let (year, month) = (i32::from(year), i32::from(month));
        let at = |months: i32| {
            let year = u16::try_from(months.div_euclid(12)).ok().filter(|year| (1..=9999).contains(year))?;
            let month = u8::try_from(months.rem_euclid(12) + 1).ok()?;
            Some(Self { first: Day { year, month, day: 1 }, precision: self.precision })
        };
        let months = year * 12 + month - 1;
        match self.precision {
            Precision::Year => at(months + 12 * steps),
            Precision::Month => at(months + steps),
            Precision::Day => Day::numbered(self.first.number() + i64::from(steps)).map(Self::of),
        }
    }

    /// The same day less precisely stated, or its first day more precisely.
    pub fn to(self, precision: Precision) -> Self {
        let Day { year, month, day } = self.first;
        let first = match precision {
            Precision::Year => Day { year, month: 1, day: 1 },
            Precision::Month => Day { year, month, day: 1 },
            Precision::Day => Day { year, month, day },
        };
        Self { first, precision }
    }

    /// The date that states a year, 1 to 9999.
    pub fn of_year(year: u16) -> Self {
        Self { first: Day { year, month: 1, day: 1 }, precision: Precision::Year }
    }

    /// How much is stated.
    pub fn precision(self) -> Precision {
        self.precision
    }

    /// The first day of the period.
    pub fn first_day(self) -> Day {
        self.first
    }

    /// The last day of the period.
    pub fn last_day(self) -> Day {
        let Day { year, month, day } = self.first;
        match self.precision {
            Precision::Year => Day { year, month: 12, day: 31 },
            Precision::Month => Day { year, month, day: days_in(year, month) },
            Precision::Day => Day { year, month, day },
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Day { year, month, day } = self.first;
        write!(f, "{year:04}")?;
        if self.precision >= Precision::Month {
            write!(f, "-{month:02}")?;
        }
        if self.precision == Precision::Day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// Takes exactly `digits` ASCII digits off the front.
fn number(text: &str, digits: usize) -> Option<(u32, &str)> {
    let (head, rest) = text.split_at_checked(digits)?;
    let value = head.bytes().all(|byte| byte.is_ascii_digit()).then(|| head.parse().ok())??;
    Some((value, rest))
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap_or_else(|| panic!("{text} is a date"))
    }

    #[test]
    fn a_date_prints_as_it_was_read() {
        for text in ["2014", "2014-05", "2014-05-12", "0001", "2000-02-29", "9999-12-31"] {
            assert_eq!(date(text).to_string(), text);
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        let wrong = [
            "",
            "14",
            "20145",
            "2014-",
            "2014-5",
            "2014-13",
            "2014-00",
            "2014-02-29",
            "2014-05-32",
            "2014-05-12T",
            "2014/05",
            "+2014",
            "-2014",
            "2014-05-12 ",
            "0000",
            "２０１４",
            "20é4",
            "1900-02-29",
        ];
        for text in wrong {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_partial_date_is_a_period() {
        let bounds = |text| {
            (Date::of(date(text).first_day()).to_string(), Date::of(date(text).last_day()).to_string())
        };
        for (text, first, last) in [
            ("2014", "2014-01-01", "2014-12-31"),
            ("2012-02", "2012-02-01", "2012-02-29"),
            ("2014-05-12", "2014-05-12", "2014-05-12"),
        ] {
            assert_eq!(bounds(text), (first.to_owned(), last.to_owned()));
        }
    }

    #[test]
    fn days_are_numbered_without_a_gap() {
        let mut number = Day { year: 1, month: 1, day: 1 }.number();
        for year in 1..=9999 {
            for month in 1..=12 {
                for day in 1..=days_in(year, month) {
                    let day = Day { year, month, day };
                    assert_eq!((day.number(), Day::numbered(number)), (number, Some(day)));
                    number += 1;
                }
            }
        }
        assert_eq!(Day::numbered(number), None);
    }

    #[test]
    fn later_dates_are_as_precise() {
        for (text, steps, later) in [
            ("2014", 1, "2015"),
            ("2014", -2013, "0001"),
            ("2014-12", 1, "2015-01"),
            ("2014-01", -1, "2013-12"),
            ("2014-05", 25, "2016-06"),
            ("2012-02-28", 1, "2012-02-29"),
            ("2013-01-01", -1, "2012-12-31"),
        ] {
            assert_eq!(date(text).plus(steps), Some(date(later)), "{text} {steps}");
        }
        assert_eq!((date("0001").plus(-1), date("9999-12-31").plus(1)), (None, None));
    }

    #[test]
    fn a_timestamp_gives_its_day() {
        assert_eq!(Date::parse_timestamp("2026-11-20T08:00:00Z"), Date::parse("2026-11-20"));
        assert_eq!(Date::parse_timestamp("2026-11"), Date::parse("2026-11"));
        for wrong in ["2026-11T08:00:00Z", "2026-11-20T", "2026-11-20 08:00", "T08:00"] {
            assert_eq!(Date::parse_timestamp(wrong), None, "{wrong}");
        }
    }
}
