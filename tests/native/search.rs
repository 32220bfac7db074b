//! The search: every member is found by each of its names, in each language, by its codes, with a typing error
//! too; the best comes first.

use crate::common;

use common::{document, messages, read};
use policy_explorer::country::Code;
use policy_explorer::feed::Feed;
use policy_explorer::message::{LANGUAGES, Messages};
use policy_explorer::names::Names;
use policy_explorer::search::{Fit, Index};
use proptest::prelude::*;
use std::rc::Rc;
use std::sync::LazyLock;

/// The names of all members of the real feed as browsers know them (CLDR 48), in the order of `LANGUAGES`.
static NAMES: LazyLock<Vec<(String, Vec<String>)>> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/native/common/names.csv");
    let mut reader = csv::Reader::from_path(path).expect("the names are there");
    let heads = reader.headers().expect("a line of heads").clone();
    let columns =
        LANGUAGES.map(|tag| heads.iter().position(|head| head == tag).expect("a column a language"));
    let records = reader.records().map(|record| record.expect("a line of the table"));
    records
        .map(|record| (record[0].to_owned(), columns.map(|column| record[column].to_owned()).to_vec()))
        .collect()
});

/// The search over a feed for a reader of a language.
struct Search {
    feed: Feed,
    messages: Rc<Messages>,
    index: Index,
}

impl Search {
    fn new(feed: &str, lang: &str) -> Self {
        let feed = read(&document(feed)).value;
        let messages = messages(lang);
        let index = Index::new(&feed, &messages, &Names::new(&feed, &messages));
        Self { feed, messages, index }
    }

    /// The codes of who is found, the best first.
    fn codes(&self, typed: &str) -> Vec<&str> {
        let found = self.index.find(&self.messages, typed);
        found.iter().map(|found| self.feed[found.member].code).map(|code| self.code(code)).collect()
    }

    fn code(&self, code: Code) -> &str {
        let member = self.feed.member(code).expect("a member");
        self.feed.members[member.0].code.as_str()
    }

    fn first(&self, typed: &str) -> &str {
        self.codes(typed).first().copied().unwrap_or_default()
    }

    /// The place of a country among those found.
    fn place(&self, typed: &str, code: &str) -> Option<usize> {
        self.codes(typed).iter().position(|found| *found == code)
    }

    /// The countries that a table keeps.
    fn kept(&self, typed: &str) -> Vec<&str> {
        let kept = self.index.keep(&self.messages, typed).expect("letters were typed");
        kept.into_iter().map(|member| self.code(self.feed[member].code)).collect()
    }
}

/// The search over the real feed for readers of English and of French; kept until the tests end.
fn search(lang: &'static str) -> &'static Search {
    thread_local! {
        static ENGLISH: &'static Search = Box::leak(Box::new(Search::new("hanoi-2011", "en")));
        static FRENCH: &'static Search = Box::leak(Box::new(Search::new("hanoi-2011", "fr")));
    }
    if lang == "en" { ENGLISH.with(|search| *search) } else { FRENCH.with(|search| *search) }
}

fn english() -> &'static Search {
    search("en")
}

fn french() -> &'static Search {
    search("fr")
}

#[test]
fn every_member_is_first_or_level_by_each_of_its_names() {
    for search in [english(), french()] {
        for (code, names) in NAMES.iter() {
            for name in names {
                let found = search.index.find(&search.messages, name);
                let own = found.iter().find(|found| search.feed[found.member].code.as_str() == code);
                let fit = own.unwrap_or_else(|| panic!("{code} is not found by {name}")).fit;
                assert!(fit <= Fit::Whole, "{name}: {fit:?}");
                assert!(search.place(name, code).is_some_and(|place| place < 2), "{name}");
            }
        }
    }
}

#[test]
fn every_member_is_first_by_its_codes_in_either_case() {
    for (code, _) in NAMES.iter() {
        let alpha2 = Code::parse(code).expect("a code").alpha2().expect("an assigned one");
        for typed in [code.as_str(), &alpha2, &code.to_lowercase(), &alpha2.to_lowercase()] {
            assert_eq!(english().first(typed), code, "{typed}");
        }
    }
}

#[test]
fn the_usual_other_names_lead_to_their_country() {
    for (typed, code) in [
        ("Ivory Coast", "CIV"),
        ("Swaziland", "SWZ"),
        ("Holland", "NLD"),
        ("the netherlands", "NLD"),
        ("Burma", "MMR"),
        ("Czech Republic", "CZE"),
        ("Cape Verde", "CPV"),
        ("East Timor", "TLS"),
        ("Macedonia", "MKD"),
        ("UK", "GBR"),
        ("u.k.", "GBR"),
        ("Britain", "GBR"),
        ("U.S.", "USA"),
        ("america", "USA"),
        ("UAE", "ARE"),
        ("DRC", "COD"),
        ("Turkey", "TUR"),
        ("Vatican", "VAT"),
        ("Holy See", "VAT"),
        ("South Korea", "KOR"),
        ("Russian Federation", "RUS"),
        ("Palestine", "PSE"),
        ("Pays-Bas", "NLD"),
        ("Alemania", "DEU"),
        ("المانيا", "DEU"),
        ("روسيا", "RUS"),
    ] {
        assert_eq!(english().first(typed), code, "{typed}");
    }
}

#[test]
fn accents_case_signs_and_small_words_are_forgiven() {
    for (typed, code) in [
        ("cote divoire", "CIV"),
        ("CÔTE D'IVOIRE", "CIV"),
        ("cote-d ivoire", "CIV"),
        ("sao tome and principe", "STP"),
        ("são tomé principe", "STP"),
        ("trinidad and tobago", "TTO"),
        ("trinidad & tobago", "TTO"),
        ("trinidad tobago", "TTO"),
        ("Trinidad an", "TTO"),
        ("bosnia herzegovina", "BIH"),
        ("the gambia", "GMB"),
        ("saint lucia", "LCA"),
        ("st. lucia", "LCA"),
        ("St Vincent and the Grenadines", "VCT"),
        ("guinea bissau", "GNB"),
        ("timor leste", "TLS"),
        ("democratic republic congo", "COD"),
        ("turkiye", "TUR"),
        ("  France  ", "FRA"),
    ] {
        assert_eq!(english().first(typed), code, "{typed}");
    }
}

#[test]
fn the_best_fit_comes_first_and_the_reader_s_own_names_before_others() {
    let fits = |typed| english().index.find(&english().messages, typed);
    for typed in ["an", "united", "guin", "al", "korea", "islands", "suedn", "ma"] {
        assert!(fits(typed).is_sorted_by_key(|found| found.fit), "{typed}");
    }
    assert_eq!(english().codes("niger")[..2], ["NER", "NGA"]);
    assert_eq!(english().codes("united")[..4], ["ARE", "GBR", "USA", "TZA"]);
    assert_eq!(english().codes("guinea")[..2], ["GIN", "GNB"]);
    // Germany is Alemania, but the names that an English reader knows begin so, too.
    assert_eq!(english().codes("ale")[0], "DEU");
    assert_eq!(english().codes("al")[..3], ["ALB", "DZA", "DEU"]);
    assert_eq!(french().codes("al")[..3], ["ALB", "DZA", "DEU"]);
}

#[test]
fn what_was_meant_is_told_where_it_is_not_what_is_shown() {
    let other = |typed| english().index.find(&english().messages, typed).swap_remove(0).other;
    assert_eq!(other("holl").as_deref(), Some("Holland"));
    assert_eq!(other("netherl"), None);
    assert_eq!(other("nl").as_deref(), Some("NL"));
    assert_eq!(other("Zambi"), None);
}

#[test]
fn short_input_forgives_no_error_and_nothing_typed_finds_nobody() {
    for typed in ["", " ", "-", "’", "xyz", "fra1nc3", "qqqqqqq"] {
        assert_eq!(english().codes(typed), [""; 0], "{typed}");
    }
    assert_eq!(english().index.keep(&english().messages, " – "), None);
    assert_eq!(english().kept("xyz"), [""; 0]);
}

#[test]
fn a_list_is_narrowed_by_errors_only_where_nothing_else_fits() {
    assert_eq!(english().kept("zambia"), ["ZMB"]);
    assert!(english().codes("zambia").contains(&"GMB"));
    assert_eq!(english().kept("grmany"), ["DEU"]);
}

#[test]
fn a_feed_s_own_names_are_searched() {
    assert_eq!(english().first("federated states of micronesia"), "FSM");
    assert_eq!(english().first("vatican city state"), "VAT");
    assert_eq!(french().first("état de palestine"), "PSE");
    assert_eq!(french().first("state of palestine"), "PSE");
}

#[test]
fn a_feed_without_names_is_searched_by_code() {
    let messages = messages("en");
    let feed = read(&common::whole::whole()).value;
    let index = Index::new(&feed, &messages, &Names::new(&feed, &messages));
    assert_eq!(index.find(&messages, "switz").len(), 1);
    assert_eq!(index.find(&messages, "deu").len(), 1);
}

/// A typing error: what it is, where, and the letter that comes in.
fn slip() -> impl Strategy<Value = (usize, prop::sample::Index, char)> {
    (0usize..4, any::<prop::sample::Index>(), prop::char::range('a', 'z'))
}

fn slipped(name: &str, (kind, place, letter): (usize, prop::sample::Index, char)) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    match kind {
        0 => letters.insert(place.index(letters.len() + 1), letter),
        1 => drop(letters.remove(place.index(letters.len()))),
        2 => {
            let place = place.index(letters.len());
            letters[place] = letter;
        }
        _ => {
            let first = place.index(letters.len() - 1);
            letters.swap(first, first + 1);
        }
    }
    letters.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_typing_error_is_forgiven_in_every_language(
        country in any::<prop::sample::Index>(), language in 0usize..4, slip in slip(),
    ) {
        let (code, names) = country.get(&NAMES);
        let name = &names[language];
        // Vowel signs, as in عُمان, are no letters.
        let letters = english().messages.locale().fold(name);
        if letters.chars().filter(|letter| letter.is_alphanumeric()).count() >= 5 {
            let typed = slipped(name, slip);
            let place = english().place(&typed, code);
            prop_assert!(place.is_some_and(|place| place < 8), "{code} by {typed}: {place:?}");
        }
    }

    #[test]
    fn nothing_that_is_typed_fails(typed in any::<String>()) {
        english().index.find(&english().messages, &typed);
    }
}
