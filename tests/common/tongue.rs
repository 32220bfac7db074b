//! The widget's languages for tests: plural rules and dates as the CLDR has them, without a browser.

use super::locale::Plain;
use policy_explorer::country::Code;
use policy_explorer::date::{Date, Precision};
use policy_explorer::message::plural::Category;
use policy_explorer::message::{Locale, Messages, pack};
use std::rc::Rc;

/// What a language calls the month of May.
const MAY: [(&str, &str); 5] = [("en", "May"), ("fr", "mai"), ("es", "mayo"), ("ar", "مايو"), ("pt", "maio")];

/// A language by its tag: ungrouped numbers, dates in May, plural rules.
pub struct Tongue(pub &'static str);

impl Locale for Tongue {
    fn number(&self, number: usize) -> String {
        number.to_string()
    }

    fn date(&self, date: Date) -> String {
        let of = if ["es", "pt"].contains(&self.0) { " de " } else { " " };
        let day = date.first_day();
        assert_eq!(day.month, if date.precision() == Precision::Year { 1 } else { 5 }, "only May has a name");
        let may = MAY.iter().find(|entry| entry.0 == self.0).expect("its name is given").1;
        match date.precision() {
            Precision::Year => day.year.to_string(),
            Precision::Month => format!("{may}{of}{}", day.year),
            Precision::Day => format!("{}{of}{may}{of}{}", day.day, day.year),
        }
    }

    fn plural(&self, number: usize) -> Category {
        match (self.0, number) {
            ("ar", _) => arabic(number),
            ("en", 1) => Category::One,
            ("en", _) => Category::Other,
            ("fr" | "pt", 0) | (_, 1) => Category::One,
            (_, 1_000_000..) if number.is_multiple_of(1_000_000) => Category::Many,
            _ => Category::Other,
        }
    }

    fn country(&self, code: Code) -> Option<String> {
        Plain.country(code)
    }

    fn country_in(&self, lang: &str, code: Code) -> Option<String> {
        Plain.country_in(lang, code)
    }

    fn language(&self, tag: &str) -> Option<String> {
        Some(tag.to_owned())
    }

    fn order(&self, names: &[String]) -> Vec<usize> {
        Plain.order(names)
    }

    fn fold(&self, text: &str) -> String {
        Plain.fold(text)
    }
}

fn arabic(number: usize) -> Category {
    match (number, number % 100) {
        (0, _) => Category::Zero,
        (1, _) => Category::One,
        (2, _) => Category::Two,
        (_, 3..=10) => Category::Few,
        (_, 11..) => Category::Many,
        _ => Category::Other,
    }
}

/// The widget's texts in a language, with that language's own rules.
pub fn speaking(tag: &'static str) -> Rc<Messages> {
    let packed = pack(tag).expect("the widget speaks this language");
    Rc::new(Messages::unpack(&packed, Rc::new(Tongue(tag))).expect("the pack is of this version"))
}
