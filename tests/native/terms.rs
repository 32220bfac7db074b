//! What a feed calls its members and clauses is said in the widget's sentences, in each language, and nothing of the
//! widget's own beside it.

use crate::common;

use common::whole::with;
use common::{FEEDS, date, document, messages, read};
use policy_explorer::feed::TERMS;
use policy_explorer::message::{LANGUAGES, Messages, Phrase, terms};
use policy_explorer::model::{Model, Msg, update};
use serde_json::{Value, json};
use std::rc::Rc;

/// Words that are no language's.
fn invented(tags: &[&str]) -> Value {
    let word = |term: &str| -> Value {
        tags.iter()
            .map(|tag| ((*tag).to_owned(), json!(format!("‹{term}›"))))
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    TERMS.iter().map(|term| ((*term).to_owned(), word(term))).collect::<serde_json::Map<_, _>>().into()
}

/// The texts that a feed with these terms is shown with.
fn spoken(tag: &str, terms: Value) -> Rc<Messages> {
    let feed = read(&with(&[("/policy/terms", terms)]));
    let mut model = Model::new(date("2026-11-24"), 960.0);
    update(&mut model, Msg::Language(messages(tag)));
    update(&mut model, Msg::Loaded(1, Rc::new(feed)));
    model.messages.expect("a language was told")
}

/// Each phrase, with all its plural forms.
fn phrases(messages: &Messages) -> Vec<&str> {
    Phrase::ALL[..Phrase::PACKED].iter().map(|&phrase| messages.say(phrase)).collect()
}

#[test]
fn a_feed_s_words_take_the_place_of_the_widget_s_own_in_every_phrase() {
    for tag in LANGUAGES {
        let own = messages(tag);
        let feeds = spoken(tag, invented(&[tag]));
        let (own, feeds) = (phrases(&own), phrases(&feeds));
        let words = &own[..TERMS.len()];
        let mut changed = 0;
        for (own, feeds) in own.iter().zip(&feeds).skip(TERMS.len()) {
            // With the widget's words put back, the phrase is as it was.
            let back = TERMS
                .iter()
                .zip(words)
                .fold((*feeds).to_owned(), |text, (term, word)| text.replace(&format!("‹{term}›"), word));
            assert_eq!(&back, own, "{tag}");
            changed += usize::from(own != feeds);
            assert!(!feeds.contains('~'), "{tag}: {feeds}");
        }
        assert!(changed > 5, "{tag}: {changed} phrases");
    }
}

#[test]
fn a_feed_that_is_not_interpol_s_reads_as_its_own() {
    let terms = json!({
        "member": {"en": "party", "fr": "partie", "ar": "طرف"}, "members": {"en": "parties", "fr": "parties", "ar": "أطراف"},
        "members_two": {"ar": "طرفان"}, "members_many": {"ar": "طرفًا"},
        "clause": {"en": "Article"}, "in_place": {"en": "in force"}, "in_place_one": {"en": "in force"},
    });
    let english = spoken("en", terms.clone());
    let total = [("total", "11"), ("measures", "3")];
    assert_eq!(
        english.count(Phrase::sentence_overall, 4, &total),
        "4 of 11 parties are publicly known to have all 3 measures in force"
    );
    assert_eq!(english.count(Phrase::rows, 1, &total), "1 of 11 parties");
    assert_eq!(english.fill(Phrase::clause, &[("clause", "4")]), "Article 4");
    assert_eq!(english.say(Phrase::not_a_member), "not a party");
    let french = spoken("fr", terms.clone());
    assert_eq!(french.say(Phrase::not_a_member), "non partie");
    assert_eq!(french.fill(Phrase::clause, &[("clause", "4")]), "Paragraphe 4");
    let arabic = spoken("ar", terms);
    let said = |count| arabic.count(Phrase::rows, count, &total);
    assert_eq!([said(2), said(11)], ["طرفان من أصل 11", "11 طرفًا من أصل 11"]);
}

#[test]
fn a_language_without_all_forms_keeps_the_widget_s_own_words_and_check_knows_which() {
    let terms =
        json!({"member": {"en": "party"}, "members": {"en-GB": "parties", "ar": "أطراف", "fr": "parties"}});
    for tag in ["fr", "ar", "es"] {
        assert_eq!(phrases(&spoken(tag, terms.clone())), phrases(&messages(tag)), "{tag}");
    }
    assert_eq!(spoken("en", terms.clone()).say(Phrase::not_a_member), "not a party");
    let feed = read(&with(&[("/policy/terms", terms)])).value;
    let lacking = terms::lacking(&feed.policy.terms);
    assert_eq!(lacking, [("fr", "member"), ("ar", "member"), ("ar", "members_two"), ("ar", "members_many")]);
}

#[test]
fn a_word_of_no_stated_language_suits_every_reader_and_another_feed_brings_its_own() {
    let mut model = Model::new(date("2026-11-24"), 960.0);
    update(&mut model, Msg::Language(messages("en")));
    let plain = with(&[("/policy/terms", json!({"member": "state", "members": "states"}))]);
    update(&mut model, Msg::Loaded(1, Rc::new(read(&plain))));
    let said = |model: &Model| model.messages.as_ref().map(|said| said.say(Phrase::not_a_member).to_owned());
    assert_eq!(said(&model).as_deref(), Some("not a state"));
    // A language that comes later says the same words, and a feed without any none.
    update(&mut model, Msg::Language(messages("es")));
    assert_eq!(said(&model).as_deref(), Some("no es state"));
    update(&mut model, Msg::Reload);
    update(&mut model, Msg::Loaded(2, Rc::new(read(&with(&[("/policy/terms", Value::Null)])))));
    assert_eq!(said(&model).as_deref(), Some("no es miembro"));
}

#[test]
fn the_project_s_feeds_lack_no_form() {
    for name in FEEDS {
        assert!(terms::lacking(&read(&document(name)).value.policy.terms).is_empty(), "{name}");
    }
}

#[test]
fn words_of_any_kind_do_no_harm() {
    for terms in
        [json!(7), json!([]), json!({"member": 3, "members": {"en": "~{count}~"}, "clause": "\u{202e}x"})]
    {
        let said = spoken("en", terms);
        let text = said.count(Phrase::rows, 4, &[("total", "11")]);
        assert!(text.contains('4') && text.contains("11"), "{text}");
    }
}

#[test]
fn no_phrase_says_member_by_itself() {
    // What these speak of is a list of the file.
    let of_the_file = ["feed_invalid", "skipped_members"];
    for (tag, stem) in [
        ("en", "member"),
        ("fr", "membre"),
        ("es", "miembro"),
        ("ar", "عضو"),
        ("ar", "أعضا"),
        ("pt", "membro"),
    ] {
        let feeds = spoken(tag, invented(&[tag]));
        for (phrase, said) in Phrase::ALL.iter().zip(phrases(&feeds)).skip(TERMS.len()) {
            let is_allowed = of_the_file.contains(&format!("{phrase:?}").as_str());
            let bare = TERMS
                .iter()
                .fold(said.replace("{member}", ""), |text, term| text.replace(&format!("‹{term}›"), ""));
            assert!(is_allowed || !bare.to_lowercase().contains(stem), "{tag} {phrase:?}: {said}");
        }
    }
}
