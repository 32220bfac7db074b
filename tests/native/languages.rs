//! Every language says everything: the same placeholders, its own plural forms, words of no other language; and
//! how its sentences read, as text to look at (`tests/languages/`, written anew where `WRITE_LANGUAGES` is set).

use crate::common;

use common::{date, messages};
use policy_explorer::feed::Dating;
use policy_explorer::message::plural::Category;
use policy_explorer::message::{Direction, LANGUAGES, Language, Messages, Phrase, language};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;

const COUNTS: [usize; 8] = [0, 1, 2, 3, 11, 100, 102, 1_000_000];

fn languages() -> Vec<Language> {
    LANGUAGES.map(|tag| language(tag).expect("it is in the list")).to_vec()
}

fn placeholders(form: &str) -> BTreeSet<&str> {
    form.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0)).collect()
}

/// Whether a form may leave the number out: one and two are said by the noun, of nought there is none.
fn says_number(category: Category) -> bool {
    [Category::Few, Category::Many, Category::Other].contains(&category)
}

#[test]
fn every_language_fills_the_same_placeholders() {
    let english = language("en").expect("the widget speaks it").phrases;
    for language in languages() {
        for ((name, forms), (_, model)) in language.phrases.iter().zip(&english) {
            let expected = placeholders(model.last().expect("a form"));
            let categories = if forms.len() == 1 { &[Category::Other] } else { language.categories };
            for (form, &category) in forms.iter().zip(categories) {
                let about = format!("{} {name} {category:?}: {form}", language.tag);
                // Not every language has every form of a term.
                let may_be_empty = name.starts_with("term_");
                assert!(may_be_empty || !form.trim().is_empty(), "{about}");
                assert!(!form.contains(['\n', '\t']), "{about}");
                let mut found = placeholders(form);
                if !says_number(category) || *name == "overall" {
                    found.extend(expected.get("count"));
                }
                assert_eq!(found, expected, "{about}");
            }
        }
    }
}

/// What stands in a phrase for a placeholder that is no date.
const VALUES: [(&str, &str); 22] = [
    ("total", "196"),
    ("named", "24"),
    ("measures", "3"),
    ("done", "2"),
    ("shown", "20"),
    ("most", "6"),
    ("clause", "3"),
    ("year", "2014"),
    ("version", "2.0"),
    ("predicate", "〈predicate〉"),
    ("status", "〈status〉"),
    ("before", "〈status before〉"),
    ("measure", "〈measure〉"),
    ("scope", "〈region〉"),
    ("sentence", "〈sentence〉"),
    ("reason", "〈reason〉"),
    ("force", "〈force〉"),
    ("filter", "〈filter〉"),
    ("country", "〈country〉"),
    ("territory", "〈territory〉"),
    ("member", "〈member〉"),
    ("steps", "〈steps〉"),
];
const MORE_VALUES: [(&str, &str); 14] = [
    ("key", "Ctrl"),
    ("region", "〈region〉"),
    ("regions", "〈regions〉"),
    ("percent", "150"),
    ("name", "〈name〉"),
    ("publisher", "〈publisher〉"),
    ("policy", "〈policy〉"),
    ("place", "〈place〉"),
    ("text", "〈text〉"),
    ("file", "〈file〉"),
    ("link", "〈link〉"),
    ("digest", "〈digest〉"),
    ("license", "〈licence〉"),
    ("language", "〈language〉"),
];

/// What stands for a date, by the name of the placeholder.
fn dates(messages: &Messages, text: &str) -> [(&'static str, String); 6] {
    let at = date(text);
    [
        ("date", messages.date(at)),
        ("when", messages.when(at)),
        ("until", messages.until(at)),
        ("dating", messages.dating(Dating::Since, at)),
        ("from", messages.the_date(at)),
        ("to", messages.the_date(date("2024-05"))),
    ]
}

/// Each phrase as it reads: with a number in each of `COUNTS`, with a date as precise as each can be.
fn reading(messages: &Messages) -> String {
    let english = language("en").expect("the widget speaks it").phrases;
    let mut text = String::new();
    for (&phrase, (name, forms)) in Phrase::ALL.iter().zip(&english) {
        let names = placeholders(forms.last().expect("a form"));
        let is_dated = dates(messages, "2014").iter().any(|entry| names.contains(entry.0));
        let precisions: &[&str] = match *name {
            name if name.ends_with("_year") => &["2014"],
            name if name.ends_with("_month") => &["2014-05"],
            name if name.ends_with("_day") => &["2014-05-12"],
            "data_of" | "letter_missing" | "cite_version" | "cite_seen" | "stale" => &["2014-05-12"],
            _ if is_dated => &["2014", "2014-05", "2014-05-12"],
            _ => &["2014"],
        };
        let counts: &[usize] = if forms.len() > 1 { &COUNTS } else { &[24] };
        writeln!(text, "{name}").expect("memory");
        for precision in precisions {
            let dates = dates(messages, precision);
            let known = VALUES.iter().chain(&MORE_VALUES).copied();
            let mut with: Vec<(&str, &str)> = known.collect();
            with.extend(dates.iter().map(|(name, text)| (*name, text.as_str())));
            for &count in counts {
                let number = count.to_string();
                let line = if forms.len() > 1 {
                    messages.count(phrase, count, &with)
                } else {
                    let with: Vec<_> = with.iter().copied().chain([("count", number.as_str())]).collect();
                    messages.fill(phrase, &with)
                };
                match forms.len() {
                    1 => writeln!(text, "  {line}"),
                    _ => writeln!(text, "  {count}: {line}"),
                }
                .expect("memory");
            }
        }
    }
    text
}

#[test]
fn sentences_read_as_they_were_looked_at() {
    for tag in LANGUAGES {
        let path = format!("{}/tests/languages/{tag}.txt", env!("CARGO_MANIFEST_DIR"));
        let text = reading(&messages(tag));
        if std::env::var_os("WRITE_LANGUAGES").is_some() {
            fs::write(&path, &text).expect("the folder is there");
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        for (number, (line, kept)) in text.lines().zip(kept.lines()).enumerate() {
            assert_eq!(line, kept, "{path}, line {}", number + 1);
        }
        assert_eq!(text.lines().count(), kept.lines().count(), "{path}");
    }
}

/// Names and abbreviations that Arabic readers, too, know in Latin letters.
const LATIN: [&str; 27] = [
    "Cmd",
    "CSV",
    "Ctrl",
    "Ctrl+C",
    "C",
    "Down",
    "End",
    "Enter",
    "HTML",
    "Home",
    "JSON",
    "JavaScript",
    "Natural",
    "Earth",
    "PNG",
    "Page",
    "SHA",
    "SVG",
    "Shift",
    "Up",
    "WebAssembly",
    "ZIP",
    "img-src",
    "CORS",
    "Infinity",
    "NaN",
    "UTF",
];

#[test]
fn arabic_has_no_other_letters_than_its_own_and_names() {
    for (name, forms) in language("ar").expect("the widget speaks it").phrases {
        for form in forms {
            let mut bare = form.to_owned();
            for placeholder in placeholders(&form) {
                bare = bare.replace(&format!("{{{placeholder}}}"), " ");
            }
            let words = bare.split(|letter: char| !letter.is_ascii_alphabetic() && letter != '-');
            for word in words.filter(|word| word.contains(|letter: char| letter.is_ascii_alphabetic())) {
                let word = word.trim_matches('-');
                assert!(LATIN.contains(&word) || word == "data", "{name}: {word} in {form}");
            }
            // What Arabic letters before it would turn round is set apart.
            assert!(form.matches('\u{200e}').count().is_multiple_of(2), "{name}: {form}");
            for outside in form.split('\u{200e}').step_by(2) {
                assert!(!outside.contains("2014-") && !outside.contains("+C"), "{name}: {form}");
            }
        }
    }
}

/// Texts that are the same in two languages, and rightly so: French and English, Spanish and Portuguese share words.
const SAME: [&str; 42] = [
    "Anterior: {country}",
    "Carta",
    "Citar",
    "Comparados: {count} de {most}",
    "Comparar",
    "Comparar: {country}",
    "Conjunto",
    "Copiado.",
    "Copiar",
    "Date",
    "Dates",
    "Filtrar por país",
    "Globe",
    "Globo",
    "Grupos",
    "Idioma",
    "Idioma: {language}",
    "Mapa",
    "Medida",
    "Mundo",
    "Pause",
    "País",
    "Países",
    "Retirada {when}",
    "Source",
    "Sources",
    "Texto",
    "anunciado",
    "consultada {when}",
    "desde {date}",
    "editor: {publisher}",
    "en {date}",
    "insta",
    "registrada {when}",
    "{count} de países encontrados",
    "{count} de {total}",
    "{count} de {total} países",
    "{count} país encontrado",
    "{count} países encontrados",
    "{count} source",
    "{count} sources",
    "{done} de {measures}",
];

fn is_word(form: &str) -> bool {
    let mut bare = form.to_owned();
    for placeholder in placeholders(form) {
        bare = bare.replace(&format!("{{{placeholder}}}"), "");
    }
    bare.contains(char::is_alphabetic)
}

#[test]
fn no_language_is_left_in_another() {
    let languages = languages();
    let mut same = BTreeSet::new();
    for (place, one) in languages.iter().enumerate() {
        for other in &languages[place + 1..] {
            for ((_, forms), (_, others)) in one.phrases.iter().zip(&other.phrases) {
                same.extend(forms.iter().filter(|form| is_word(form) && others.contains(form)));
            }
        }
    }
    assert_eq!(same.into_iter().collect::<Vec<_>>(), SAME);
}

#[test]
fn a_phrase_is_as_long_as_its_translations() {
    let english = language("en").expect("the widget speaks it").phrases;
    for language in languages() {
        for ((name, forms), (_, model)) in language.phrases.iter().zip(&english) {
            let length = |text: &str| text.chars().count();
            let longest = model.iter().map(|form| length(form)).max().unwrap_or_default();
            for form in forms {
                let most = 2 * longest + 20;
                assert!(length(form) <= most, "{} {name}: {form}", language.tag);
                assert!(3 * length(form) + 30 >= longest, "{} {name}: {form}", language.tag);
            }
        }
    }
}

#[test]
fn only_arabic_begins_at_the_right() {
    for language in languages() {
        assert_eq!(language.direction == Direction::RightToLeft, language.tag == "ar", "{}", language.tag);
        assert_eq!(messages(language.tag).direction(), language.direction);
    }
}
