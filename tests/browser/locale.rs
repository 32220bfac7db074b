//! What is known natively of languages is what the browser's `Intl` says: names of all countries and languages, plural
//! forms, numbers, dates, order and folding. Where the two have their data of other versions of CLDR, each difference
//! is named here with its reason.

use crate::harness::ability::{Ability, lacks};
use crate::harness::page::Page;
use crate::harness::site::{Answer, Site};
use policy_explorer::country::Code;
use policy_explorer::date::Date;
use policy_explorer::message::Locale;
use policy_explorer::message::icu::Icu;
use policy_explorer::world;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;

/// The languages of the widget, and how the tags of readers may be.
const LANGUAGES: [&str; 8] = ["en", "fr", "es", "ar", "pt", "en-US", "fr-CA", "ar-EG"];

/// All that is said otherwise: the question, the native name, the browser's (empty: none). Chromium takes CLDR's shorter
/// or other names of some places (`alt="short"`, `alt="variant"`) for the usual ones, and leaves rare languages out; two
/// names are of another version of CLDR. Of the members, that is one, PS. Nothing but names is said otherwise.
const ACCEPTED: [(&str, &str, &str); 28] = [
    ("country FK", "Falkland Islands", "Falkland Islands (Islas Malvinas)"),
    ("country FK", "Îles Malouines", "Îles Malouines (Îles Falkland)"),
    ("country FK", "Islas Malvinas", "Islas Malvinas (Islas Falkland)"),
    ("country FK", "جزر فوكلاند", "جزر فوكلاند - جزر مالفيناس"),
    ("country FK", "Ilhas Malvinas", "Ilhas Malvinas (Ilhas Falkland)"),
    ("country FK", "îles Malouines", "îles Falkland (Malouines)"),
    ("country HK", "Hong Kong SAR China", "Hong Kong"),
    ("country HK", "R.A.S. chinoise de Hong Kong", "Hong Kong"),
    ("country HK", "RAE de Hong Kong (China)", "Hong Kong"),
    ("country HK", "هونغ كونغ الصينية (منطقة إدارية خاصة)", "هونغ كونغ"),
    ("country HK", "Hong Kong, RAE da China", "Hong Kong"),
    ("country HM", "Heard Island & McDonald Islands", "Heard & McDonald Islands"),
    ("country MO", "Macao SAR China", "Macao"),
    ("country MO", "R.A.S. chinoise de Macao", "Macao"),
    ("country MO", "RAE de Macao (China)", "Macao"),
    ("country MO", "منطقة ماكاو الإدارية الخاصة", "مكاو"),
    ("country MO", "Macau, RAE da China", "Macau"),
    ("country PS", "Palestinian Territories", "Palestine"),
    ("country PS", "Territoires palestiniens", "Palestine"),
    ("country PS", "Territorios Palestinos", "Palestina"),
    ("country PS", "الأراضي الفلسطينية", "فلسطين"),
    ("country PS", "Territórios palestinos", "Palestina"),
    ("country SH", "St Helena, Ascension & Tristan da Cunha", "St Helena"),
    ("country SH", "St. Helena, Ascension & Tristan da Cunha", "St. Helena"),
    ("country TF", "French Southern and Antarctic Lands", "French Southern Territories"),
    ("language tlh", "Klingon", ""),
    ("language tlh", "klingon", ""),
    ("language tlh", "الكلينجون", ""),
];

/// Letters that fold in their own way, beside the names.
const LETTERS: [&str; 6] = ["İstanbul", "Straße", "ΟΔΟΣ", "Ærøskøbing", "Łódź ﬁ", "أَفْغَانِسْتَان"];

const TAGS: [&str; 16] = [
    "en",
    "fr",
    "es",
    "ar",
    "pt",
    "pt-BR",
    "de",
    "ru",
    "zh",
    "zh-Hant",
    "sr-Latn",
    "fr-CA",
    "en-GB",
    "tlh",
    "qzq",
    "not a tag",
];

/// Members and territories: all that the map draws.
fn codes() -> BTreeSet<Code> {
    let pack = concat!(env!("CARGO_MANIFEST_DIR"), "/data/world/overview.pack");
    let world = world::pack::decode(&fs::read(pack).expect("the pack is there")).expect("it can be read");
    let codes = world.shapes.iter().map(|shape| shape.code);
    let feed: Value = serde_json::from_str(&fs::read_to_string(feed()).expect("a feed")).expect("JSON");
    let members = feed["members"].as_array().expect("a list").iter();
    codes.chain(members.filter_map(|member| Code::parse(member["country"].as_str()?))).collect()
}

fn feed() -> &'static str {
    concat!(env!("CARGO_MANIFEST_DIR"), "/data/hanoi-2011/feed.json")
}

fn numbers() -> Vec<usize> {
    let large = [999, 1000, 1234, 9999, 10_000, 123_456, 1_000_000, 1_000_001, 2_000_000, 1_234_567_890];
    (0..=200).chain(large).collect()
}

/// Dates of three precisions: all months of some years, with days of one figure and of two.
fn dates() -> Vec<Date> {
    let mut dates = Vec::new();
    for year in [14, 476, 1923, 1999, 2000, 2009, 2014, 2024, 2026, 2031, 9999] {
        dates.push(format!("{year:04}"));
        for month in 1..=12 {
            dates.push(format!("{year:04}-{month:02}"));
            dates.extend([1, 2, 9, 12, 28].map(|day| format!("{year:04}-{month:02}-{day:02}")));
        }
    }
    dates.iter().map(|date| Date::parse(date).expect("a date")).collect()
}

/// All questions, each with the native answer and the browser's, as scripts put it.
fn native(tag: &str, locale: &Icu) -> Vec<(String, Value)> {
    let mut answers = Vec::new();
    let mut say = |question: String, answer: Value| answers.push((question, answer));
    let codes = codes();
    for &code in &codes {
        say(format!("country {}", code.alpha2().unwrap_or_default()), json!(locale.country(code)));
        for lang in ["en", "fr", "es", "ar", "pt"] {
            say(
                format!("country {} {lang}", code.alpha2().unwrap_or_default()),
                json!(locale.country_in(lang, code)),
            );
        }
    }
    for number in numbers() {
        say(format!("number {number}"), json!(locale.number(number)));
        say(format!("plural {number}"), json!(locale.plural(number).name()));
    }
    for date in dates() {
        say(format!("date {date}"), json!(locale.date(date)));
    }
    for language in TAGS {
        say(format!("language {language}"), json!(locale.language(language)));
    }
    let names: Vec<String> = codes.iter().filter_map(|&code| locale.country(code)).collect();
    for text in names.iter().map(String::as_str).chain(LETTERS) {
        say(format!("fold {text}"), json!(locale.fold(text)));
    }
    let order: Vec<&str> = locale.order(&names).into_iter().map(|place| names[place].as_str()).collect();
    say(format!("order {}", names.join("|")), json!(order));
    assert!(answers.len() > 2_000, "{tag}: {} questions", answers.len());
    answers
}

/// Asks `js/locale.js` the same.
const ASK: &str = r#"import("/locale.js").then(({ makeLocale }) => {
    const locale = makeLocale(TAG);
    const ask = {
        country: (code, lang) => (lang ? locale.countryIn(lang, code) : locale.country(code)),
        number: (value) => locale.number(Number(value)),
        plural: (value) => locale.plural(Number(value)),
        date: (date) => locale.date(...date.split("-").concat(0, 0).slice(0, 3).map(Number)),
        language: (...words) => locale.language(words.join(" ")),
        fold: (...words) => locale.fold(words.join(" ")),
        order: (...words) => {
            const names = words.join(" ").split("|");
            return Array.from(locale.order(names), (place) => names[place]);
        },
    };
    return QUESTIONS.map((question) => {
        const [about, ...words] = question.split(" ");
        return ask[about](...words) ?? null;
    });
})"#;

#[test]
fn what_is_known_natively_of_languages_is_what_the_browser_knows() {
    if lacks(Ability::SameNames) {
        return;
    }
    let site = Site::with_page("<p>Nothing</p>");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/src/element/js/locale.js");
    site.answer("/locale.js", Answer::new("text/javascript", fs::read(script).expect("it is there")));
    let page = Page::open(&site.url("/page.html"));
    let mut found = BTreeSet::new();
    let mut asked = 0;
    for tag in LANGUAGES {
        let native = native(tag, &Icu::new(tag).expect("a tag"));
        let questions: Vec<&String> = native.iter().map(|entry| &entry.0).collect();
        let ask =
            ASK.replace("TAG", &json!(tag).to_string()).replace("QUESTIONS", &json!(questions).to_string());
        let answers = page.eval(&ask);
        let answers = answers.as_array().expect("a list");
        assert_eq!(answers.len(), native.len());
        asked += native.len();
        for ((question, native), browser) in native.iter().zip(answers) {
            if native != browser {
                found.insert(difference(tag, question, native, browser));
            }
        }
    }
    let accepted = ACCEPTED.map(|entry| [entry.0, entry.1, entry.2].map(str::to_owned));
    assert_eq!(found, BTreeSet::from(accepted), "differs from the browser");
    println!("{asked} questions in {} languages", LANGUAGES.len());
}

/// A difference as `ACCEPTED` names it, whoever asks; anything but a name as it is.
fn difference(tag: &str, question: &str, native: &Value, browser: &Value) -> [String; 3] {
    let words: Vec<&str> = question.split(' ').collect();
    match (words[0], native.as_str()) {
        ("country" | "language", Some(native)) => {
            let browser = browser.as_str().unwrap_or_default();
            [words[..2].join(" "), native.to_owned(), browser.to_owned()]
        }
        _ => [format!("{tag}: {question}"), native.to_string(), browser.to_string()],
    }
}
