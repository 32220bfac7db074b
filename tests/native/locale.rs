//! What is known natively of languages: numbers, dates, names, plural forms, order. `tests/browser/locale.rs` holds
//! all of it against a browser.

use crate::common;

use common::date;
use policy_explorer::country::Code;
use policy_explorer::message::Locale;
use policy_explorer::message::icu::Icu;
use policy_explorer::message::plural::Category::{self, Few, Many, One, Other, Two, Zero};

fn locale(tag: &str) -> Icu {
    Icu::new(tag).unwrap_or_else(|| panic!("{tag} is a tag"))
}

fn code(text: &str) -> Code {
    Code::parse(text).expect("a code")
}

#[test]
fn each_language_has_its_plural_forms() {
    let check = |tag: &str, numbers: &[(usize, Category)]| {
        for &(number, category) in numbers {
            assert_eq!(locale(tag).plural(number), category, "{number} in {tag}");
        }
    };
    check("en", &[(0, Other), (1, One), (2, Other), (11, Other), (1_000_000, Other)]);
    check("fr", &[(0, One), (1, One), (2, Other), (11, Other), (1_000_000, Many), (1_000_001, Other)]);
    check("es", &[(0, Other), (1, One), (2, Other), (2_000_000, Many)]);
    check("pt", &[(0, One), (1, One), (2, Other), (3_000_000, Many)]);
    let arabic = [(0, Zero), (1, One), (2, Two), (3, Few), (10, Few), (11, Many), (99, Many), (100, Other)];
    check("ar", &arabic);
    check("ar", &[(102, Other), (103, Few), (110, Few), (111, Many), (200, Other)]);
    check("pl", &[(1, One), (2, Few), (5, Many), (22, Few)]);
}

#[test]
fn numbers_and_dates_are_written_as_in_the_language() {
    for (tag, number, dates) in [
        ("en", "1,234,567", ["2014", "May 2014", "12 May 2014"]),
        ("en-US", "1,234,567", ["2014", "May 2014", "May 12, 2014"]),
        ("fr", "1\u{202f}234\u{202f}567", ["2014", "mai 2014", "12 mai 2014"]),
        ("es", "1.234.567", ["2014", "mayo de 2014", "12 de mayo de 2014"]),
        ("pt", "1.234.567", ["2014", "maio de 2014", "12 de maio de 2014"]),
        ("ar", "1,234,567", ["2014", "مايو 2014", "12 مايو 2014"]),
        ("ar-EG", "١٬٢٣٤٬٥٦٧", ["٢٠١٤", "مايو ٢٠١٤", "١٢ مايو ٢٠١٤"]),
        ("ar-MA", "1.234.567", ["2014", "ماي 2014", "12 ماي 2014"]),
    ] {
        let locale = locale(tag);
        assert_eq!(locale.number(1_234_567), number, "{tag}");
        let found = ["2014", "2014-05", "2014-05-12"].map(|text| locale.date(date(text)));
        assert_eq!(found, dates, "{tag}");
    }
}

#[test]
fn dates_far_away_have_their_year_and_nothing_else() {
    for (text, expected) in
        [("0014-03-02", "2 March 14"), ("0999", "999"), ("9999-12-31", "31 December 9999")]
    {
        assert_eq!(locale("en").date(date(text)), expected);
    }
}

#[test]
fn countries_have_the_names_of_the_language_or_none() {
    for (tag, country, name) in [
        ("en", "CIV", Some("Côte d’Ivoire")),
        ("en", "LCA", Some("St Lucia")),
        ("en", "XKX", Some("Kosovo")),
        ("fr", "DEU", Some("Allemagne")),
        ("fr-CA", "DEU", Some("Allemagne")),
        ("es", "FRA", Some("Francia")),
        ("ar", "FRA", Some("فرنسا")),
        ("ar-EG", "FRA", Some("فرنسا")),
        ("pt", "FRA", Some("França")),
        ("en", "QQQ", None),
    ] {
        assert_eq!(locale(tag).country(code(country)).as_deref(), name, "{country} in {tag}");
    }
    assert_eq!(locale("fr").country_in("es", code("DEU")).as_deref(), Some("Alemania"));
    assert_eq!(locale("fr").country_in("not a tag", code("DEU")), None);
}

#[test]
fn languages_have_names() {
    for (tag, language, name) in [
        ("en", "fr", Some("French")),
        ("en", "pt-BR", Some("Brazilian Portuguese")),
        ("fr", "ar", Some("arabe")),
        ("ar", "fr", Some("الفرنسية")),
        ("es", "zh-Hant", Some("chino tradicional")),
        ("en", "qzq", None),
        ("en", "not a tag", None),
    ] {
        assert_eq!(locale(tag).language(language).as_deref(), name, "{language} in {tag}");
    }
}

#[test]
fn names_stand_in_the_order_of_the_language() {
    for (tag, names) in [
        ("en", &["Aland", "Åland", "Alaska", "Zimbabwe"][..]),
        ("sv", &["Alaska", "Zimbabwe", "Åland"]),
        ("es", &["nada", "nube", "ñandú", "oso"]),
        ("fr", &["cote", "coté", "côte", "côté", "École", "effort"]),
        ("ar", &["إسبانيا", "أفغانستان", "اليمن", "فرنسا", "مصر"]),
    ] {
        let locale = locale(tag);
        let turned: Vec<String> = names.iter().rev().map(|name| (*name).to_owned()).collect();
        let order = locale.order(&turned).into_iter().map(|place| turned[place].as_str());
        assert_eq!(order.collect::<Vec<_>>(), names, "{tag}");
    }
}

#[test]
fn text_is_folded_to_plain_small_letters() {
    for (tag, text, folded) in [
        ("en", "São Tomé & Príncipe", "sao tome & principe"),
        ("fr", "CÔTE D’IVOIRE", "cote d’ivoire"),
        ("ar", "أَفْغَانِسْتَان", "افغانستان"),
        ("tr", "DIYARBAKIR", "dıyarbakır"),
    ] {
        assert_eq!(locale(tag).fold(text), folded, "{tag}");
    }
}

#[test]
fn what_is_no_tag_is_no_language() {
    for wrong in ["", "e", "not a tag", "en_", "français"] {
        assert!(Icu::new(wrong).is_none(), "{wrong}");
    }
}

#[test]
fn a_language_that_nobody_knows_has_numbers_all_the_same() {
    let locale = locale("qzq");
    assert_eq!((locale.number(12), locale.plural(1)), ("12".to_owned(), Other));
    assert!(locale.date(date("2014-05-12")).contains("2014"));
}
