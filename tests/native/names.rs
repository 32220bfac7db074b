//! Countries are named by the feed or by their assigned code, never by a guess.

use crate::common;

use common::{messages, read};
use policy_explorer::context::Context;
use policy_explorer::country::Code;
use policy_explorer::date::Date;
use policy_explorer::feed::{LevelIndex, MeasureIndex};
use policy_explorer::headline::headline;
use policy_explorer::message::icu::Icu;
use policy_explorer::message::plural::Category;
use policy_explorer::message::{LANGUAGES, Locale, Messages, pack};
use policy_explorer::names::Names;
use policy_explorer::scene::class::class;
use policy_explorer::search::Index;
use policy_explorer::status::{Status, Topic};
use policy_explorer::survey::{Filter, Survey};
use policy_explorer::table::{Sort, Table};
use policy_explorer::words::Words;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::rc::Rc;

/// All assigned codes with their alpha-2 codes, and Kosovo's.
const ASSIGNED: &str = include_str!("common/assigned.csv");

fn assigned() -> BTreeMap<&'static str, &'static str> {
    ASSIGNED.lines().skip(1).map(|line| line.split_once(',').expect("two columns")).collect()
}

/// All codes there can be.
fn all() -> impl Iterator<Item = String> {
    let letters = || b'A'..=b'Z';
    letters().flat_map(move |a| {
        letters().flat_map(move |b| letters().map(move |c| [a, b, c].map(char::from).iter().collect()))
    })
}

#[test]
fn of_all_codes_only_the_assigned_ones_have_an_alpha2_and_a_name() {
    let assigned = assigned();
    assert_eq!(assigned.len(), 250);
    let languages: Vec<_> = LANGUAGES.iter().map(|tag| messages(tag)).collect();
    let mut numbers = vec![false; Code::NUMBERS];
    for text in all() {
        let code = Code::parse(&text).expect("three capital letters");
        assert_eq!(code.alpha2().as_deref(), assigned.get(&*text).copied(), "{text}");
        assert!(!std::mem::replace(&mut numbers[code.number()], true), "{text} has a number of its own");
        for messages in &languages {
            let name = messages.locale().country(code);
            assert_eq!(name.is_some(), assigned.contains_key(&*text), "{text}: {name:?}");
        }
    }
    assert!(numbers.iter().all(|&taken| taken));
}

fn feed(members: Value) -> Value {
    json!({"version": "1.0", "demo": true, "scale": [{"id": "s", "label": "S", "rank": 1}],
           "measures": [{"id": "m", "title": "M"}], "records": [], "members": members})
}

fn names(members: Value, messages: &Messages) -> Vec<String> {
    let feed = read(&feed(members)).value;
    let names = Names::new(&feed, messages);
    feed.member_indices().map(|member| names.of(member).to_owned()).collect()
}

#[test]
fn a_code_that_is_not_assigned_is_shown_as_it_stands() {
    let codes = [
        "DEN", "GER", "SUI", "RSA", "CRO", "NED", "ALG", "CHI", "ZAR", "TMP", "SUN", "YUG", "CSK", "DDR",
        "SCG", "ANT", "GRB", "UNK",
    ];
    let members: Vec<Value> = codes.iter().map(|code| json!({"country": code})).collect();
    let document = feed(json!(members));
    let feed = read(&document).value;
    for tag in LANGUAGES {
        let messages = messages(tag);
        assert_eq!(names(json!(members), &messages), codes, "{tag}");
        let names = Names::new(&feed, &messages);
        let index = Index::new(&feed, &messages, &names);
        for typed in ["Germany", "Denmark", "Antigua", "Suisse"] {
            assert_eq!(index.find(&messages, typed), [], "{tag}: {typed}");
        }
        let found = index.find(&messages, "den");
        assert_eq!(
            found.iter().map(|found| feed[found.member].code.to_string()).collect::<Vec<_>>(),
            ["DEN"]
        );
        let survey = Survey::new(&feed, Topic::Overall, common::clock("2026", ""), &Filter::default());
        let table = Table::new(Context::new(&feed, &messages, &names, &survey), Sort::default());
        assert!(table.rows.iter().all(|row| row.name.text == row.code.to_string()));
    }
}

#[test]
fn a_name_of_the_feeds_comes_before_the_usual_one_and_in_any_language_before_a_bare_code() {
    let members = json!([
        {"country": "FRA", "name": {"fr": "La France"}},
        {"country": "CSK", "name": {"cs": "Československo"}},
        {"country": "DDR", "name": "GDR"},
        {"country": "DEU"},
    ]);
    assert_eq!(names(members.clone(), &messages("fr")), ["La France", "Československo", "GDR", "Allemagne"]);
    assert_eq!(names(members, &messages("en")), ["France", "Československo", "GDR", "Germany"]);
}

/// What a platform tells a widget in English whose reader asked for another language.
struct Asked(Icu, &'static str);

impl Locale for Asked {
    fn wanted(&self) -> Option<String> {
        Some(self.1.to_owned())
    }
    fn host(&self, host: &str) -> Option<String> {
        self.0.host(host)
    }
    fn number(&self, number: usize) -> String {
        self.0.number(number)
    }
    fn date(&self, date: Date) -> String {
        self.0.date(date)
    }
    fn country(&self, code: Code) -> Option<String> {
        self.0.country(code)
    }
    fn country_in(&self, lang: &str, code: Code) -> Option<String> {
        self.0.country_in(lang, code)
    }
    fn language(&self, tag: &str) -> Option<String> {
        self.0.language(tag)
    }
    fn plural(&self, number: usize) -> Category {
        self.0.plural(number)
    }
    fn order(&self, names: &[String]) -> Vec<usize> {
        self.0.order(names)
    }
    fn fold(&self, text: &str) -> String {
        self.0.fold(text)
    }
}

/// The widget's texts in English, for a reader of another language.
fn english_for(wanted: &'static str) -> Messages {
    let icu = Icu::new("en").expect("a tag");
    let packed = pack("en").expect("the widget speaks English");
    Messages::unpack(&packed, Rc::new(Asked(icu, wanted))).expect("of this version")
}

#[test]
fn a_feed_speaks_the_language_that_was_asked_for_where_the_widget_does_not() {
    let german = json!({"en": "implemented", "de": "umgesetzt", "sw": "imetekelezwa"});
    let mut document =
        feed(json!([{"country": "FRA", "name": {"de": "Frankreich (F)"}}, {"country": "DEU"}]));
    document["scale"][0]["label"] = german.clone();
    document["measures"][0]["title"] = german;
    document["measures"][0]["predicate"] = json!({"de": "etwas zu tun", "en": "do something"});
    let feed = read(&document).value;
    for (wanted, label, marked, name) in [
        ("de-AT", "umgesetzt", Some("de"), "Frankreich (F)"),
        ("sw", "imetekelezwa", Some("sw"), "France"),
        ("it", "implemented", None, "France"),
        ("en-GB", "implemented", None, "France"),
    ] {
        let messages = english_for(wanted);
        let words = Words::best(&feed.scale[0].label, messages.tag());
        assert_eq!((&*words.text, words.lang.as_deref()), (label, marked), "{wanted}");
        let names = Names::new(&feed, &messages);
        let said: Vec<_> = feed.member_indices().map(|member| names.of(member)).collect();
        assert_eq!(said, [name, "Germany"], "{wanted}");
        let topic = Topic::Measure(MeasureIndex(0));
        let clock = common::clock("2026", "");
        let class = class(&feed, &messages, Status::Level(LevelIndex(0)));
        assert_eq!((&*class.label, class.lang.as_deref()), (label, marked), "{wanted}");
        let filter = Filter::default();
        let survey = Survey::new(&feed, topic, clock, &filter);
        let head = headline(&feed, &messages, &survey, &filter, None, common::date("2026-11-24"));
        assert!(head.sentence.contains("do something"), "{wanted}: {}", head.sentence);
    }
}
