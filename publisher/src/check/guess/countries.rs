//! The country that a text names by another code or by a name.

use crate::country::{self, Reading};
use policy_explorer::country::Code;
use policy_explorer::message::Locale;
use policy_explorer::message::icu::Icu;
use std::cell::RefCell;
use std::collections::HashMap;

/// What countries are called and coded.
pub struct Countries {
    english: Icu,
    languages: RefCell<HashMap<String, Option<String>>>,
}

impl Countries {
    pub fn new() -> Self {
        let english = Icu::new("en").expect("it is a tag");
        Self { english, languages: RefCell::default() }
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

    /// The one country that a text names: by a code of another kind, in whatever case, or by a name.
    pub fn meant(&self, text: &str) -> Option<Code> {
        [text.to_owned(), text.to_uppercase()].iter().find_map(|text| match country::read(text) {
            Reading::One(code) | Reading::Olympic(code) => Some(code),
            Reading::Namibia => Code::parse("NAM"),
            _ => None,
        })
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
            ("ger", Some("DEU")),
            ("NA", Some("NAM")),
            ("Congo", None),
            ("Côte d’Ivoire", Some("CIV")),
            ("Alemania", Some("DEU")),
            ("Narnia", None),
            ("", None),
        ] {
            assert_eq!(countries.meant(text).map(|code| code.to_string()).as_deref(), code, "{text}");
        }
    }
}
