//! The country that a text names by another code or by a name.

use super::folded;
use policy_explorer::country::Code;
use policy_explorer::message::aliases::other_names;
use policy_explorer::message::icu::Icu;
use policy_explorer::message::{LANGUAGES, Locale};
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

/// The codes of sports federations that are often taken for those of ISO 3166-1 and are not assigned there.
const SPORTS: [(&str, &str); 22] = [
    ("ALG", "DZA"),
    ("BUL", "BGR"),
    ("CHI", "CHL"),
    ("CRO", "HRV"),
    ("DEN", "DNK"),
    ("GER", "DEU"),
    ("GRE", "GRC"),
    ("INA", "IDN"),
    ("IRI", "IRN"),
    ("LAT", "LVA"),
    ("LIB", "LBN"),
    ("MAS", "MYS"),
    ("NED", "NLD"),
    ("NGR", "NGA"),
    ("PHI", "PHL"),
    ("POR", "PRT"),
    ("RSA", "ZAF"),
    ("SLO", "SVN"),
    ("SUI", "CHE"),
    ("TPE", "TWN"),
    ("URU", "URY"),
    ("VIE", "VNM"),
];

/// What countries are called and coded.
pub struct Countries {
    english: Icu,
    by_name: OnceCell<HashMap<String, Vec<Code>>>,
    languages: RefCell<HashMap<String, Option<String>>>,
}

impl Countries {
    pub fn new() -> Self {
        let english = Icu::new("en").expect("it is a tag");
        Self { english, by_name: OnceCell::new(), languages: RefCell::default() }
    }

    /// The usual English name.
    pub fn name(&self, code: Code) -> Option<String> {
        self.english.country(code)
    }

    /// The English name of a language.
    pub fn language(&self, tag: &str) -> Option<String> {
        let mut known = self.languages.borrow_mut();
        if !known.contains_key(tag) {
            known.insert(tag.to_owned(), self.english.language(tag));
        }
        known[tag].clone()
    }

    /// The one country that a text names: by a code of another kind, or by a name in one of the widget’s languages.
    pub fn meant(&self, text: &str) -> Option<Code> {
        let upper = text.trim().to_uppercase();
        let sports = SPORTS.iter().find(|entry| entry.0 == upper).map(|entry| entry.1);
        let assigned = |code: &Code| code.alpha2().is_some();
        if let Some(code) = Code::parse(sports.unwrap_or(&upper)).filter(assigned) {
            return Some(code);
        }
        let names = self.by_name.get_or_init(|| self.names());
        match names.get(&folded(text)).map(Vec::as_slice) {
            Some(&[code]) => Some(code),
            _ => None,
        }
    }

    fn names(&self) -> HashMap<String, Vec<Code>> {
        let mut names: HashMap<String, Vec<Code>> = HashMap::new();
        let letters = || b'A'..=b'Z';
        let codes = letters().flat_map(|a| letters().flat_map(move |b| letters().map(move |c| [a, b, c])));
        for code in codes.filter_map(|code| Code::parse(std::str::from_utf8(&code).ok()?)) {
            let Some(alpha2) = code.alpha2() else { continue };
            let own = LANGUAGES.iter().filter_map(|lang| self.english.country_in(lang, code));
            for name in own.chain(other_names(code).map(str::to_owned)).chain([alpha2]) {
                let codes = names.entry(folded(&name)).or_default();
                if !codes.contains(&code) {
                    codes.push(code);
                }
            }
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_by_names_and_other_codes() {
        let countries = Countries::new();
        for (text, code) in [
            ("Swaziland", Some("SWZ")),
            ("fra", Some("FRA")),
            ("FR", Some("FRA")),
            ("GER", Some("DEU")),
            ("Côte d’Ivoire", Some("CIV")),
            ("Alemania", Some("DEU")),
            ("Narnia", None),
            ("", None),
        ] {
            assert_eq!(countries.meant(text).map(|code| code.to_string()).as_deref(), code, "{text}");
        }
    }
}
