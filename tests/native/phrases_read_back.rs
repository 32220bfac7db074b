//! Every number and date that a phrase may say is read back, in each language and each of its plural forms: in their
//! order, and whatever they are.

use crate::common;

use common::reader::{Reader, Said};
use common::{date, messages};
use policy_explorer::feed::Dating;
use policy_explorer::message::icu::Icu;
use policy_explorer::message::plural::Category;
use policy_explorer::message::{LANGUAGES, Locale, Messages, language};

#[test]
fn numbers_and_dates_are_read_back_in_every_language() {
    for tag in LANGUAGES {
        let (messages, reader) = (messages(tag), Reader::new(tag));
        for number in (0..=1200).chain([9_999, 10_000, 123_456, 1_000_000, 20_304_050]) {
            reader.check(&messages.number(number), &[Said::Number(number)], &tag);
        }
        for month in 1..=12 {
            for stated in
                [format!("1998-{month:02}"), format!("2003-{month:02}-01"), format!("2014-{month:02}-28")]
            {
                let expected = [Said::date(&stated)];
                reader.check(&messages.date(date(&stated)), &expected, &tag);
                let at = date(&stated);
                let said = [Dating::Since, Dating::By].map(|dating| messages.dating(dating, at));
                for text in said.iter().chain(&[messages.when(at), messages.until(at), messages.the_date(at)])
                {
                    reader.check(text, &expected, &tag);
                }
            }
        }
    }
}

/// Which of two numbers is said first.
const ORDER: [(&str, &str); 8] = [
    ("count", "total"),
    ("count", "measures"),
    ("total", "measures"),
    ("done", "measures"),
    ("shown", "total"),
    ("total", "named"),
    ("from", "to"),
    ("most", "total"),
];

/// The numbers that a phrase may be filled with.
const NUMBERS: [(&str, usize); 8] = [
    ("total", 731),
    ("measures", 47),
    ("done", 13),
    ("named", 59),
    ("shown", 61),
    ("most", 88),
    ("percent", 150),
    ("year", 2009),
];

/// What a date is called in a phrase, for a date.
const DATES: [(&str, &str); 6] = [
    ("date", "2014-05-12"),
    ("when", "2013-07-01"),
    ("until", "2017-11-30"),
    ("dating", "2008-02"),
    ("from", "2012-02"),
    ("to", "2016-03-31"),
];

/// A date as it stands in a phrase.
fn dated(messages: &Messages, placeholder: &str, at: &str) -> String {
    let at = date(at);
    match placeholder {
        "when" => messages.when(at),
        "until" => messages.until(at),
        "dating" => messages.dating(Dating::Since, at),
        "from" | "to" => messages.the_date(at),
        _ => messages.date(at),
    }
}

/// Phrases that need not say their number where it is one or none.
const UNCOUNTED: [&str; 4] = ["overall", "description_all", "rows_more", "hear_scale"];

/// A number that a language says in this form.
fn number_of(locale: &Icu, category: Category) -> usize {
    let found = (2..=200).chain([0, 1, 1_000_000]).rev().find(|&number| locale.plural(number) == category);
    found.expect("each form has its numbers")
}

/// Fills a form with values that can be told apart; what it then has to say, in order.
fn check_form(tag: &str, (name, form): (&str, &str), category: Category) {
    let (locale, messages, reader) = (Icu::new(tag).expect("a tag"), messages(tag), Reader::new(tag));
    let count = number_of(&locale, category);
    let mut said: Vec<(&str, Said)> = Vec::new();
    let mut text = String::new();
    let mut rest = form;
    while let Some((before, after)) = rest.split_once('{') {
        let (placeholder, after) = after.split_once('}').expect("it ends");
        text.push_str(before);
        said.extend(reader.read(before).into_iter().map(|fixed| ("", fixed)));
        let number = NUMBERS.iter().copied().chain([("count", count)]).find(|entry| entry.0 == placeholder);
        let at = DATES.iter().find(|entry| entry.0 == placeholder);
        if let Some((name, number)) = number {
            text.push_str(&messages.number(number));
            said.push((name, Said::Number(number)));
        } else if let Some((name, at)) = at {
            text.push_str(&dated(&messages, name, at));
            said.push((name, Said::date(at)));
        } else {
            text.push('…');
        }
        rest = after;
    }
    text.push_str(rest);
    said.extend(reader.read(rest).into_iter().map(|fixed| ("", fixed)));
    let expected: Vec<Said> = said.iter().map(|entry| entry.1).collect();
    assert_eq!(reader.read(&text), expected, "“{text}” in {tag}");
    if category != Category::Other && !UNCOUNTED.contains(&name) {
        assert!(expected.contains(&Said::Number(count)), "{name} in {tag} does not say {count}: “{form}”");
    }
    let place = |wanted: &str| said.iter().position(|entry| entry.0 == wanted);
    for (first, second) in ORDER {
        if let (Some(before), Some(after)) = (place(first), place(second)) {
            assert!(before < after, "phrase {name} in {tag} says {second} before {first}: “{form}”");
        }
    }
}

#[test]
fn every_phrase_says_its_numbers_in_their_order() {
    for tag in LANGUAGES {
        let language = language(tag).expect("the widget speaks it");
        for (name, forms) in &language.phrases {
            let categories = if forms.len() > 1 { language.categories } else { &[Category::Other] };
            for (form, &category) in forms.iter().zip(categories) {
                check_form(tag, (name, form), category);
            }
        }
    }
}

#[test]
fn the_reader_reads() {
    let read = |tag: &str, text: &str| Reader::new(tag).read(text);
    use Said::{Day, Month, Number};
    assert_eq!(
        read("en", "24 of 1,196. 2014, (12 May 2014) May 2009"),
        [Number(24), Number(1196), Number(2014), Day(2014, 5, 12), Month(2009, 5),]
    );
    assert_eq!(
        read("fr", "1\u{202f}196 le 1er janvier 2014 et 24 en mai 2009."),
        [Number(1196), Day(2014, 1, 1), Number(24), Month(2009, 5),]
    );
    assert_eq!(read("es", "1.196. El 12 de mayo de 2014"), [Number(1196), Day(2014, 5, 12)]);
    assert_eq!(read("ar", "٢٤ من ١٬١٩٦ منذ ١٢ مايو ٢٠١٤"), [Number(24), Number(1196), Day(2014, 5, 12)]);
    assert_eq!(
        read("ar", "عضوان من أصل \u{2068}196\u{2069} حتى 1 مايو 2014، عضو واحد"),
        [Number(2), Number(196), Day(2014, 5, 1), Number(1)]
    );
    assert_eq!(read("pt", "em maio de 2014: 3"), [Month(2014, 5), Number(3)]);
}
