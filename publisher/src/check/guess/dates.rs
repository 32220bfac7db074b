//! The dates that a text in another form may stand for.

use policy_explorer::date::Date;

/// The dates that a text in another form may stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dates {
    One(String),
    /// Day and month may be either way round.
    Two(String, String),
    /// The form is right, and there is no such day.
    NoSuchDay,
    Unknown,
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The month of an English name, or of at least its first three letters.
fn month(word: &str) -> Option<String> {
    let begin = word.get(..3)?.to_lowercase();
    let at = MONTHS.iter().position(|month| *month == begin)?;
    Some((at + 1).to_string())
}

/// The dates that a text may stand for.
pub fn dates(text: &str) -> Dates {
    let text = text.trim();
    let text =
        text.split_once('T').filter(|(day, _)| Date::parse(day).is_some()).map_or(text, |parts| parts.0);
    let parts: Vec<&str> =
        text.split(|sign: char| !sign.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let named = parts.iter().find_map(|part| month(part).map(|month| (*part, month)));
    let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let year = |part: &str| part.len() == 4 && is_number(&part);
    let others: Vec<&str> =
        parts.iter().copied().filter(|part| Some(*part) != named.as_ref().map(|named| named.0)).collect();
    if !others.iter().all(is_number) {
        return Dates::Unknown;
    }
    match (named, &others[..]) {
        (Some((_, month)), [y]) if year(y) => one(&[y, &month]),
        (Some((_, month)), [d, y] | [y, d]) if year(y) && !year(d) => one(&[y, &month, d]),
        (None, [y]) if year(y) => one(&[y]),
        (None, [y, m] | [m, y]) if year(y) && !year(m) => one(&[y, m]),
        (None, [y, m, d]) if year(y) => one(&[y, m, d]),
        (None, [a, b, y]) if year(y) => either(one(&[y, b, a]), one(&[y, a, b])),
        _ => Dates::Unknown,
    }
}

fn one(parts: &[&str]) -> Dates {
    let text = parts.iter().map(|part| format!("{part:0>2}")).collect::<Vec<_>>().join("-");
    if Date::parse(&text).is_some() { Dates::One(text) } else { Dates::NoSuchDay }
}

fn either(first: Dates, second: Dates) -> Dates {
    match (first, second) {
        (Dates::One(first), Dates::One(second)) if first != second => Dates::Two(first, second),
        (Dates::One(only), _) | (_, Dates::One(only)) => Dates::One(only),
        _ => Dates::NoSuchDay,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_other_forms_are_known() {
        let one = |text: &str| Dates::One(text.to_owned());
        for (text, expected) in [
            ("2014-5-2", one("2014-05-02")),
            ("2014/05/12", one("2014-05-12")),
            ("2014-05-12T10:00:00Z", one("2014-05-12")),
            (" 2014 ", one("2014")),
            ("05/2014", one("2014-05")),
            ("12 May 2014", one("2014-05-12")),
            ("May 12, 2014", one("2014-05-12")),
            ("Sept 2014", one("2014-09")),
            ("31.12.2014", one("2014-12-31")),
            ("12/31/2014", one("2014-12-31")),
            ("05/05/2014", one("2014-05-05")),
            ("03/04/2014", Dates::Two("2014-04-03".to_owned(), "2014-03-04".to_owned())),
            ("2014-02-30", Dates::NoSuchDay),
            ("2014-13", Dates::NoSuchDay),
            ("soon", Dates::Unknown),
            ("14-05-12", Dates::Unknown),
            ("", Dates::Unknown),
        ] {
            assert_eq!(dates(text), expected, "{text}");
        }
    }
}
