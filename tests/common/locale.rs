//! A plain language for tests: English as far as they need it.

use policy_explorer::country::Code;
use policy_explorer::date::{Date, Precision};
use policy_explorer::message::Locale;
use policy_explorer::message::plural::Category;

/// Numbers without grouping, "12 May 2014", one and other, order by folded name.
pub struct Plain;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Names that begin alike, have accents, spaces and signs; other countries are called by their code.
const NAMES: [(&str, &str); 24] = [
    ("AND", "Andorra"),
    ("CHE", "Switzerland"),
    ("CIV", "Côte d’Ivoire"),
    ("COD", "Congo - Kinshasa"),
    ("COG", "Congo - Brazzaville"),
    ("DEU", "Germany"),
    ("DMA", "Dominica"),
    ("DOM", "Dominican Republic"),
    ("FRA", "France"),
    ("GBR", "United Kingdom"),
    ("GIN", "Guinea"),
    ("GNB", "Guinea-Bissau"),
    ("GNQ", "Equatorial Guinea"),
    ("LAO", "Laos"),
    ("NER", "Niger"),
    ("NGA", "Nigeria"),
    ("PNG", "Papua New Guinea"),
    ("STP", "São Tomé & Príncipe"),
    ("SYR", "Syria"),
    ("TUR", "Türkiye"),
    ("UMI", "U.S. Outlying Islands"),
    ("USA", "United States"),
    ("VAT", "Vatican City"),
    ("ZWE", "Zimbabwe"),
];

impl Locale for Plain {
    fn number(&self, number: usize) -> String {
        number.to_string()
    }

    fn date(&self, date: Date) -> String {
        let first = date.first_day();
        let month = MONTHS[usize::from(first.month) - 1];
        match date.precision() {
            Precision::Year => first.year.to_string(),
            Precision::Month => format!("{month} {}", first.year),
            Precision::Day => format!("{} {month} {}", first.day, first.year),
        }
    }

    fn country(&self, code: Code) -> Option<String> {
        let named = NAMES.iter().find(|entry| entry.0 == code.as_str());
        Some(named.map_or_else(|| code.to_string(), |entry| entry.1.to_owned()))
    }

    fn country_in(&self, _: &str, _: Code) -> Option<String> {
        None
    }

    fn language(&self, tag: &str) -> Option<String> {
        Some(tag.to_owned())
    }

    fn plural(&self, number: usize) -> Category {
        if number == 1 { Category::One } else { Category::Other }
    }

    fn order(&self, names: &[String]) -> Vec<usize> {
        let mut order: Vec<usize> = (0..names.len()).collect();
        order.sort_by_key(|&place| self.fold(&names[place]));
        order
    }

    fn fold(&self, text: &str) -> String {
        text.to_lowercase().chars().map(without_accent).collect()
    }
}

fn without_accent(letter: char) -> char {
    match letter {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        other => other,
    }
}
