//! What the browser knows of a language, as `js/locale.js` makes it with `Intl`.

use crate::country::Code;
use crate::date::{Date, Precision};
use crate::message;
use crate::message::plural::Category;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// The object that `makeLocale` returns.
    pub type Locale;

    #[wasm_bindgen(method, getter)]
    fn tag(this: &Locale) -> String;
    #[wasm_bindgen(method, getter)]
    fn wanted(this: &Locale) -> String;
    #[wasm_bindgen(method)]
    fn host(this: &Locale, host: &str) -> Option<String>;
    #[wasm_bindgen(method)]
    fn number(this: &Locale, value: f64) -> String;
    #[wasm_bindgen(method)]
    fn date(this: &Locale, year: u16, month: u8, day: u8) -> String;
    #[wasm_bindgen(method)]
    fn country(this: &Locale, code: &str) -> Option<String>;
    #[wasm_bindgen(method, js_name = countryIn)]
    fn country_in(this: &Locale, lang: &str, code: &str) -> Option<String>;
    #[wasm_bindgen(method)]
    fn language(this: &Locale, tag: &str) -> Option<String>;
    #[wasm_bindgen(method)]
    fn plural(this: &Locale, value: f64) -> String;
    #[wasm_bindgen(method)]
    fn order(this: &Locale, names: Vec<String>) -> Vec<u32>;
    #[wasm_bindgen(method)]
    fn fold(this: &Locale, text: &str) -> String;
}

#[allow(clippy::cast_precision_loss)]
fn float(number: usize) -> f64 {
    number as f64
}

impl message::Locale for Locale {
    fn tag(&self) -> Option<String> {
        Some(self.tag())
    }

    fn wanted(&self) -> Option<String> {
        Some(self.wanted())
    }

    fn host(&self, host: &str) -> Option<String> {
        self.host(host)
    }

    fn number(&self, number: usize) -> String {
        self.number(float(number))
    }

    fn date(&self, date: Date) -> String {
        let day = date.first_day();
        match date.precision() {
            Precision::Year => self.date(day.year, 0, 0),
            Precision::Month => self.date(day.year, day.month, 0),
            Precision::Day => self.date(day.year, day.month, day.day),
        }
    }

    fn country(&self, code: Code) -> Option<String> {
        self.country(&code.alpha2()?)
    }

    fn country_in(&self, lang: &str, code: Code) -> Option<String> {
        self.country_in(lang, &code.alpha2()?)
    }

    fn language(&self, tag: &str) -> Option<String> {
        self.language(tag)
    }

    fn plural(&self, number: usize) -> Category {
        Category::named(&self.plural(float(number)))
    }

    fn order(&self, names: &[String]) -> Vec<usize> {
        self.order(names.to_vec()).into_iter().map(|place| place as usize).collect()
    }

    fn fold(&self, text: &str) -> String {
        self.fold(text)
    }
}
