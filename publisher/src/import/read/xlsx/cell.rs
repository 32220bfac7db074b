//! One cell of a workbook: what its type, style and formula make of its text.

use super::format::Format;
use super::sheet::Context;
use crate::import::grid::{Cell, Shown, Stamp, Value};
use crate::import::read::xml::Element;
use policy_explorer::date::{Date, Day, Precision};

/// A cell as it is written.
#[derive(Debug, Default)]
pub struct Raw {
    /// How its text is meant.
    pub kind: String,
    /// The number of its style.
    pub style: usize,
    /// Its text.
    pub text: Option<String>,
    /// The text inside of it.
    pub inline: Option<String>,
    /// Its formula.
    pub formula: Option<String>,
}

impl Raw {
    /// A cell that begins.
    pub fn new(element: &Element) -> Self {
        let kind = element.get("t").unwrap_or("n").to_owned();
        Self { kind, style: element.number("s").unwrap_or(0), ..Self::default() }
    }

    /// What it holds.
    pub fn cell(self, context: &Context) -> Cell {
        let link = self.formula.as_deref().and_then(hyperlink).map(Into::into);
        let fill = context.styles.fill(self.style);
        Cell { value: self.value(context), link, fill }
    }

    fn value(self, context: &Context) -> Value {
        let text = self.inline.or(self.text).unwrap_or_default();
        if text.is_empty() {
            return match self.formula {
                Some(formula) if self.kind != "str" => Value::Formula(formula),
                _ => Value::Blank,
            };
        }
        match self.kind.as_str() {
            "s" => shared(&text, context),
            "str" | "inlineStr" => Value::Text(super::strings::unescape(&text)),
            "b" => Value::Bool(matches!(text.trim(), "1" | "true")),
            "e" => Value::Error(text),
            "d" => iso(&text).unwrap_or(Value::Text(text)),
            _ => number(&text, context.styles.format(self.style), context).unwrap_or(Value::Text(text)),
        }
    }
}

fn shared(text: &str, context: &Context) -> Value {
    let shared = text.trim().parse::<usize>().ok().and_then(|index| context.strings.get(index));
    shared.map_or(Value::Blank, |text| Value::Text(text.to_string()))
}

/// A day as strict files may write it; the time is no part of it.
fn iso(text: &str) -> Option<Value> {
    let date = Date::parse(text.get(..10)?)?;
    Some(Value::Date(Stamp { day: date.first_day(), precision: Precision::Day, serial: None }))
}

fn number(text: &str, format: Format, context: &Context) -> Option<Value> {
    let number: f64 = text.trim().parse().ok().filter(|number: &f64| number.is_finite())?;
    Some(match format {
        Format::Plain => Value::Number(number, Shown::Plain),
        Format::Percent => Value::Number(number, Shown::Percent),
        Format::Date(precision) => match day(number, context.is_1904) {
            Some(day) => Value::Date(Stamp { day, precision, serial: Some(number) }),
            None => Value::Number(number, Shown::Plain),
        },
    })
}

/// The day with a number, in the 1900 or the 1904 date system. The first believes in a 29 February 1900, so its
/// numbers before that are one less.
pub fn day(number: f64, is_1904: bool) -> Option<Day> {
    if !(0.0..3_000_000.0).contains(&number) {
        return None;
    }
    let days = number.floor() as i64;
    let start = if is_1904 {
        Day { year: 1904, month: 1, day: 1 }
    } else if days < 60 {
        Day { year: 1899, month: 12, day: 31 }
    } else {
        Day { year: 1899, month: 12, day: 30 }
    };
    Day::numbered(start.number() + days)
}

/// The address in a formula `HYPERLINK("address","text")`, if it is written there.
pub fn hyperlink(formula: &str) -> Option<String> {
    let formula = formula.trim_start_matches("of:").trim_start_matches('=').trim_start();
    let head = formula.get(..10).filter(|head| head.eq_ignore_ascii_case("HYPERLINK("))?;
    let quoted = formula[head.len()..].trim_start().strip_prefix('"')?;
    let (address, rest) = quoted.split_once('"')?;
    rest.trim_start().starts_with([',', ';', ')']).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_days_in_both_date_systems() {
        for (number, is_1904, text) in [
            (41_771.0, false, "2014-05-12"),
            (40_309.0, true, "2014-05-12"),
            (42_067.437_5, false, "2015-03-04"),
            (2_014.0, false, "1905-07-06"),
            (61.0, false, "1900-03-01"),
            (59.0, false, "1900-02-28"),
        ] {
            let date = day(number, is_1904).map(|day| Date::of(day).to_string());
            assert_eq!(date.as_deref(), Some(text));
        }
        assert_eq!(day(-1.0, false), None);
        assert_eq!(day(1e300, false), None);
    }

    #[test]
    fn addresses_are_found_in_formulas() {
        for (formula, address) in [
            ("HYPERLINK(\"https://example.org/a\",\"A\")", Some("https://example.org/a")),
            ("hyperlink(\"https://example.org/a\")", Some("https://example.org/a")),
            ("of:=HYPERLINK(\"https://example.org/a\";\"A\")", Some("https://example.org/a")),
            ("HYPERLINK(A1,\"A\")", None),
            ("HYPERLINK(\"https://example.org/\"&A1)", None),
            ("LOWER(\"a\")", None),
        ] {
            assert_eq!(hyperlink(formula).as_deref(), address, "{formula}");
        }
    }
}
