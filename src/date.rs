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
    fn a_timestamp_gives_its_day() {
        assert_eq!(Date::parse_timestamp("2026-11-20T08:00:00Z"), Date::parse("2026-11-20"));
        assert_eq!(Date::parse_timestamp("2026-11"), Date::parse("2026-11"));
        for wrong in ["2026-11T08:00:00Z", "2026-11-20T", "2026-11-20 08:00", "T08:00"] {
            assert_eq!(Date::parse_timestamp(wrong), None, "{wrong}");
        }
    }
}
