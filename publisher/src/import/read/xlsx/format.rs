//! Number formats: whether a number shows as a date or a percentage, and how much of the date.

use policy_explorer::date::Precision;

/// What a number shows as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A number, or a time of day.
    Plain,
    /// A percentage.
    Percent,
    /// A date.
    Date(Precision),
}

/// One of the formats that every workbook has.
pub fn built_in(id: u32) -> Format {
    match id {
        9 | 10 => Format::Percent,
        17 | 55 => Format::Date(Precision::Month),
        14..=16 | 22 | 27..=31 | 36 | 50..=54 | 56..=58 => Format::Date(Precision::Day),
        _ => Format::Plain,
    }
}

/// A format in words, such as `dd/mm/yyyy`.
pub fn parse(code: &str) -> Format {
    let letters = letters(code);
    let has = |letter: char| letters.contains(letter);
    // Months and minutes share their letter.
    let is_time = has('h') || has('s');
    let has_year = has('y') || has('e') || has('b') || has('g');
    if has('d') {
        return Format::Date(Precision::Day);
    }
    if has_year {
        let precision = if has('m') && !is_time { Precision::Month } else { Precision::Year };
        return Format::Date(precision);
    }
    if has('m') && !is_time {
        return Format::Date(Precision::Month);
    }
    if has('%') { Format::Percent } else { Format::Plain }
}

/// The letters of a format that stand for something: no texts, no colours, no conditions, the first section alone.
fn letters(code: &str) -> String {
    let mut letters = String::new();
    let mut signs = code.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '"' => drop(signs.by_ref().find(|&sign| sign == '"')),
            '[' => {
                let inner: String = signs.by_ref().take_while(|&sign| sign != ']').collect();
                // Hours, minutes or seconds that go on counting.
                if !inner.is_empty() && inner.chars().all(|letter| "hmsHMS".contains(letter)) {
                    letters.push('h');
                }
            }
            '\\' | '_' | '*' => drop(signs.next()),
            ';' => break,
            sign => letters.extend(sign.to_lowercase()),
        }
    }
    if letters.contains("general") { String::new() } else { letters }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_say_how_much_of_a_date_shows() {
        let date = Format::Date;
        for (code, format) in [
            ("dd/mm/yyyy", date(Precision::Day)),
            ("mmm yyyy", date(Precision::Month)),
            ("mmm-yy", date(Precision::Month)),
            ("yyyy", date(Precision::Year)),
            ("m/d/yy h:mm", date(Precision::Day)),
            ("[$-F800]dddd, mmmm dd, yyyy", date(Precision::Day)),
            ("[$-409]d-mmm-yyyy;@", date(Precision::Day)),
            ("[$-107041E]d mmm yyyy;@", date(Precision::Day)),
            ("yyyy\"年\"m\"月\"", date(Precision::Month)),
            ("h:mm", Format::Plain),
            ("[h]:mm:ss", Format::Plain),
            ("mm:ss", Format::Plain),
            ("0.0%", Format::Percent),
            ("General", Format::Plain),
            ("[Red]0.00", Format::Plain),
            ("#,##0 \"days\"", Format::Plain),
        ] {
            assert_eq!(parse(code), format, "{code}");
        }
    }
}
