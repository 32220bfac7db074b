//! The letter that asks a member for what is not publicly known, and the report of an error: whom and what they name,
//! in which language, and that they say nothing of a country that no source says.

use crate::common;

use common::naive::Naive;
use common::whole::{found, whole, with};
use common::widget::{choose, host, loaded, say, shown};
use common::{FEEDS, TODAY, date, document, member, messages, read};
use policy_explorer::feed::Feed;
use policy_explorer::feed::text::Text;
use policy_explorer::message::{LANGUAGES, Messages, Phrase, unmarked};
use policy_explorer::model::chunk::Chunk;
use policy_explorer::model::field::Field;
use policy_explorer::model::share::{File, Offer, ShareAct};
use policy_explorer::model::take;
use policy_explorer::model::{Effect, Model, Msg, Target};
use policy_explorer::names::Names;
use policy_explorer::parcel::{Parcel, parcel};
use policy_explorer::request::{self, Asked, LETTERS, Letter};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::rc::Rc;

const LINK: &str = "https://example.org/#map=country:KEN";

fn letters(feed: &Feed, messages: &Messages, code: &str) -> Vec<Letter> {
    letters_by(feed, messages, &Names::new(feed, messages), code)
}

fn letters_by(feed: &Feed, messages: &Messages, names: &Names, code: &str) -> Vec<Letter> {
    let (member, today) = (member(feed, code), date(TODAY));
    request::letters(Asked { feed, messages, names, member, today, link: LINK })
}

/// The only letter.
fn letter(feed: &Feed, code: &str, tag: &str) -> String {
    let [Letter { text, .. }] = letters(feed, &messages(tag), code).try_into().expect("one letter");
    text
}

/// The measures without public data, by a second reading of the document.
fn missing<'a>(naive: &Naive<'a>, code: &str) -> Vec<&'a str> {
    let is_missing = |measure: &&&str| {
        naive.status(code, measure, TODAY, "") == "unknown"
            && naive.announced(code, measure, (TODAY, ""), TODAY).is_none()
    };
    naive.measures.iter().filter(is_missing).copied().collect()
}

/// What a text of the feed is in a language, else in English.
fn said<'a>(text: &'a Value, tag: &str) -> &'a str {
    text.get(tag).or(text.get("en")).and_then(Value::as_str).expect("a text")
}

fn list<'a>(document: &'a Value, key: &str) -> &'a [Value] {
    document[key].as_array().expect("a list")
}

/// A feed with what is known of the languages of its letters.
struct Stage<'a> {
    document: &'a Value,
    feed: &'a Feed,
    locales: Vec<(&'static str, Rc<Messages>)>,
}

impl Stage<'_> {
    /// A letter names the country, a day and the link, all measures that are missing and no other, and no status.
    fn check(&self, Letter { text, tag, .. }: &Letter, code: &str, missing: &[&str]) {
        let text = unmarked(text);
        let about = format!("{code} in {tag}: {text}");
        assert!(self.names(tag, code).any(|name| text.contains(&name)), "{about}");
        let bare = text.replace(LINK, "");
        assert!(!bare.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == code), "{about}");
        for measure in list(self.document, "measures") {
            let id = measure["id"].as_str().expect("an id");
            assert_eq!(text.contains(&line(measure, tag)), missing.contains(&id), "{id}: {about}");
        }
        assert!(text.contains("2026") && text.contains(LINK) && !text.contains(['{', '}']), "{about}");
        for level in &self.feed.scale {
            // Words of the questions are those of the highest status.
            let label = level.label.best(tag.as_str()).text;
            assert!(level.rank == self.feed.highest() || !text.contains(label), "{label}: {about}");
        }
    }

    /// What a country may be called. Of English there are two: what a reader has, and what a letter in another language
    /// than the reader's has.
    fn names(&self, tag: &str, code: &str) -> impl Iterator<Item = String> {
        let is_it = |member: &&Value| member["country"] == code;
        let member = list(self.document, "members").iter().find(is_it).expect("a member");
        let own = member["name"].get(tag).and_then(Value::as_str).map(str::to_owned);
        let locale = self.locales.iter().find(|entry| entry.0 == tag).expect("a language").1.locale();
        let code = common::code(code);
        let usual = [locale.country(code), locale.country_in(tag, code)];
        let usual = usual.into_iter().flatten().filter(|_| own.is_none()).collect::<Vec<_>>();
        own.into_iter().chain(usual)
    }
}

/// The line of a measure.
fn line(measure: &Value, tag: &str) -> String {
    let (title, predicate) = (said(&measure["title"], tag), said(&measure["predicate"], tag));
    format!("\n({}) {title} – {predicate}\n", measure["clause"])
}

#[test]
fn a_letter_asks_for_what_is_missing_and_nothing_else() {
    for name in FEEDS {
        let document = document(name);
        let (feed, naive) = (read(&document).value, Naive::new(&document));
        let stage = Stage {
            document: &document,
            feed: &feed,
            locales: LANGUAGES.iter().map(|&tag| (tag, messages(tag))).collect(),
        };
        for (tag, messages) in &stage.locales {
            let names = Names::new(&feed, messages);
            for &code in &naive.members {
                let missing = missing(&naive, code);
                let letters = letters_by(&feed, messages, &names, code);
                letters.iter().for_each(|letter| stage.check(letter, code, &missing));
                let is_invented = |letter: &Letter| letter.text.starts_with(messages.say(Phrase::demo));
                assert!(letters.iter().all(|letter| is_invented(letter) == (name == "demo")), "{code}");
                assert!(letters.iter().all(|letter| letter.lang.is_none() == (letter.tag == *tag)), "{code}");
                let mut tags: Vec<&str> = letters.iter().map(|letter| letter.tag.as_str()).collect();
                let first = if *tag == "pt" { "en" } else { tag };
                assert_eq!(tags.first().copied(), (!missing.is_empty()).then_some(first), "{name}, {code}");
                tags.sort_unstable();
                let all: &[&str] = if missing.is_empty() { &[] } else { &["ar", "en", "es", "fr"] };
                assert_eq!(tags, all, "{name}, {code}");
            }
        }
    }
}

#[test]
fn the_real_letter_is_short_asks_three_questions_and_accuses_nobody() {
    let feed = read(&document("hanoi-2011")).value;
    let request = feed.policy.request.as_ref().expect("it has one");
    for spoken in request.all() {
        let words = spoken.text.replace(['{', '}', '\u{a0}'], " ");
        let count = words.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
        assert!((120..=165).contains(&count), "{count} words in {}", spoken.lang);
        assert_eq!(spoken.text.matches(['?', '؟']).count(), 3, "{}", spoken.text);
        for number in ["\n1. ", "\n2. ", "\n3. "] {
            assert!(spoken.text.contains(number), "{}", spoken.text);
        }
    }
    assert!(request::unknown(request).is_empty());
    let english = letters(&feed, &messages("en"), "KEN").remove(0).text;
    assert!(english.contains("As of 28 November 2026, no public source was found"), "{english}");
    assert!(english.contains("That does not mean that nothing has been done"), "{english}");
}

#[test]
fn a_day_is_written_as_the_reader_has_it_and_in_other_languages_as_iso_does() {
    let feed = read(&document("hanoi-2011")).value;
    let letters = letters(&feed, &messages("fr"), "KEN");
    assert!(letters[0].text.contains("Au 28 novembre 2026,"), "{}", letters[0].text);
    for letter in &letters[1..] {
        let day = if letter.tag == "ar" { " \u{2068}2026-11-28\u{2069} " } else { " 2026-11-28, " };
        assert!(letter.text.contains(day), "{}", letter.text);
    }
}

#[test]
fn a_feed_without_a_letter_gets_the_widgets_own_in_each_language() {
    let mut document = document("hanoi-2011");
    document["policy"].as_object_mut().expect("an object").remove("request");
    let feed = read(&document).value;
    for tag in LANGUAGES {
        let text = unmarked(&letter(&feed, "KEN", tag));
        let name = messages(tag).locale().country(common::code("KEN")).expect("a name");
        let title = said(&document["policy"]["title"], tag);
        for part in [name.as_str(), title, "2026", LINK] {
            assert!(text.contains(part), "{part} in {tag}: {text}");
        }
        let line = line(&document["measures"][0], tag);
        assert!(text.contains(&line), "{line} in {tag}: {text}");
        assert!(!text.contains(['{', '}']), "{text}");
    }
    assert_eq!(
        letter(&read(&whole()).value, "CHE", "en"),
        "To whom it may concern,\n\nI am writing about this text: “P”.\n\nCountry: Switzerland. No public source was found on \
         these measures (data of 20 November 2026):\n\n(1) M\nN\nO\n\nThat does not mean that nothing has been done: not \
         everything is published.\n\nCould you tell me which of these measures are in place, since when, and where this is \
         published?\n\nWhat is publicly known so far:\nhttps://example.org/#map=country:KEN\n\nThank you for your help."
    );
}

#[test]
fn nobody_is_asked_who_has_public_data_on_all_is_no_member_or_has_no_name() {
    let all = |code: &str| -> Vec<Value> {
        let record =
            |measure: &str| json!({"country": code, "measure": measure, "status": "begun", "date": "2014"});
        ["m", "n", "o"].map(record).to_vec()
    };
    let known = read(&with(&[("/records", json!(all("DEU")))])).value;
    assert_eq!(letters(&known, &messages("en"), "DEU"), []);
    let left = read(&with(&[("/members/1/left", json!("2020"))])).value;
    assert_eq!(letters(&left, &messages("en"), "DEU"), []);
    let nameless = read(&with(&[("/members/1/country", json!("QQQ"))])).value;
    assert_eq!(letters(&nameless, &messages("en"), "QQQ"), []);
    let named = with(&[("/members/1", json!({"country": "QQQ", "name": "Q land"}))]);
    assert!(letter(&read(&named).value, "QQQ", "en").contains("Country: Q land."));
}

#[test]
fn what_is_announced_is_not_asked_for_and_what_was_withdrawn_is() {
    let announced = with(&[("/records/1/date", json!("2031"))]);
    let text = letter(&read(&announced).value, "DEU", "en");
    assert!(text.contains("\n(1) M\nO\n"), "{text}");
    // Of France's two claims one was withdrawn.
    let text = letter(&read(&whole()).value, "FRA", "en");
    assert!(text.contains("\nN\nO\n") && !text.contains("(1) M"), "{text}");
}

fn requested(request: Value) -> Value {
    with(&[("/policy/request", request)])
}

#[test]
fn places_that_there_are_not_stay_and_are_found() {
    let document = requested(json!({"en": "{country} {pays} {} { DATE } {measure", "fr": "{pays}"}));
    let feed = read(&document).value;
    let text = &letters(&feed, &messages("en"), "CHE")[0].text;
    assert_eq!(text, "Switzerland {pays} {} 20 November 2026 {measure");
    let request = feed.policy.request.as_ref().expect("it is there");
    assert_eq!(request::unknown(request), [("en", "{pays}"), ("en", "{}"), ("fr", "{pays}")]);
    assert_eq!(found(&document), Vec::<String>::new(), "readers lose nothing");
}

#[test]
fn a_letter_needs_no_place() {
    let feed = read(&requested(json!("Please answer."))).value;
    assert_eq!(letter(&feed, "CHE", "fr"), "Please answer.");
    let demo = read(&with(&[("/policy/request", json!("Please answer.")), ("/demo", json!(true))])).value;
    assert_eq!(
        letter(&demo, "CHE", "en"),
        "Demonstration: all data shown here is invented.\n\nPlease answer."
    );
}

#[test]
fn a_text_that_means_ill_ends_within_itself() {
    let document = with(&[
        ("/policy/request", json!({"en": "\u{202e}A\u{0}\r\n{measures}", "not a tag": "{country}"})),
        ("/measures/0/title", json!("M\n\u{202e}evil\u{7}")),
        ("/members/2/name", json!({"en": "\u{2067}C\u{2028}H\r\n{link}"})),
    ]);
    let feed = read(&document).value;
    let letters = letters(&feed, &messages("en"), "CHE");
    assert_eq!(
        letters[0].text,
        "\u{202e}A\n(1) M \u{202e}evil\u{202c}\nN\nO\u{202c}".replace("evil\u{202c}", "evil \u{202c}")
    );
    // Not filled anew, and on one line; the language is none that a platform knows.
    assert_eq!(letters[1].text, "\u{2067}C H {link}\u{2069}");
}

#[test]
fn what_runs_the_other_way_is_set_apart() {
    let document = with(&[
        ("/policy/request", json!({"ar": "البلد: {country}، {clauses}، {policy}\n{link}"})),
        ("/measures/0/clause", json!("2(b)")),
    ]);
    let text = letter(&read(&document).value, "CHE", "en");
    assert_eq!(text, format!("البلد: سويسرا، \u{2068}2(b)\u{2069}، \u{2068}P\u{2069}\n{LINK}"));
}

#[test]
fn no_letter_grows_beyond_measure() {
    let long = "é".repeat(20_000);
    let feed = read(&requested(json!({"en": long}))).value;
    assert_eq!(letter(&feed, "CHE", "en").chars().count(), 20_000);
    let measures: Vec<Value> = (0..200)
        .map(|at| json!({"id": format!("m{at}"), "title": "é".repeat(200), "predicate": "é".repeat(20_000)}))
        .collect();
    let many = with(&[
        ("/policy/request", json!({"en": "{measures}".repeat(2000)})),
        ("/measures", json!(measures)),
        ("/records", json!([])),
    ]);
    let text = letter(&read(&many).value, "CHE", "en");
    assert!(text.ends_with('…') && text.len() < 100_010, "{} bytes", text.len());
    let tags = ('a'..='z').map(|letter| (format!("q{letter}"), json!("{country}")));
    let spoken = requested(Value::Object(tags.collect()));
    assert_eq!(letters(&read(&spoken).value, &messages("en"), "CHE").len(), LETTERS);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whoever_misses_something_is_asked_for_it(document in common::generate::feed()) {
        let (feed, naive, messages) = (read(&document).value, Naive::new(&document), messages("en"));
        let names = Names::new(&feed, &messages);
        for &code in &naive.members {
            let asked = request::asked(&feed, &names, member(&feed, code), date(TODAY));
            let asked: Vec<&str> = asked.into_iter().map(|measure| feed[measure].id.as_str()).collect();
            let expected = if names.of(member(&feed, code)) == code { Vec::new() } else { missing(&naive, code) };
            prop_assert_eq!(asked, expected, "{}", code);
        }
    }

    #[test]
    fn no_text_harms(text in any::<String>(), tag in "[a-zA-Z_-]{0,9}") {
        if let Some(request) = Text::new([(tag, text)]) {
            request::unknown(&request);
            let mut feed = read(&whole()).value;
            feed.policy.request = Some(request);
            prop_assert_eq!(letters(&feed, &messages("ar"), "CHE").len(), 1);
        }
    }
}

/// A widget that shows a document, on a page that told where it is.
pub fn widget(document: &Value) -> Model {
    let mut model = shown();
    say(&mut model, Msg::Reload);
    say(&mut model, loaded(2, document));
    let facts =
        "https://news.example/\nhttps://cdn.example/w/policy-explorer.js\nhttps://cdn.example/w/feed.json";
    say(&mut model, Msg::Tell(facts.into()));
    model
}

fn profile_asks(model: &Model) -> bool {
    let (shown, messages) = parts(model);
    shown.profile(messages).expect("a profile").ask.is_some()
}

fn parts(model: &Model) -> (&policy_explorer::model::Shown, &Messages) {
    (model.shown.as_ref().expect("shown"), model.messages.as_ref().expect("a language"))
}

#[test]
fn the_profile_offers_the_letter_where_something_is_missing() {
    let mut document = whole();
    let mut claim = document["records"][0].clone();
    for measure in ["m", "n", "o"] {
        claim["country"] = json!("DEU");
        claim["measure"] = json!(measure);
        document["records"].as_array_mut().expect("a list").push(claim.clone());
    }
    let mut model = widget(&document);
    say(&mut model, choose(Field::Country, "DEU"));
    assert!(!profile_asks(&model));
    let (shown, messages) = parts(&model);
    assert_eq!(take::letters(shown, messages, &model.share), []);
    say(&mut model, choose(Field::Country, "FRA"));
    assert!(profile_asks(&model));
    // What is missing is missing today, whatever date is shown.
    say(&mut model, choose(Field::Date, "2000"));
    say(&mut model, choose(Field::Country, "DEU"));
    assert!(!profile_asks(&model));
}

#[test]
fn the_letter_is_saved_as_text_named_by_country_and_language() {
    let mut model = widget(&document("hanoi-2011"));
    say(&mut model, choose(Field::Country, "KEN"));
    for (at, tag, word) in [(0, "en", "To whom"), (1, "fr", "À l’attention"), (3, "ar", "إلى من")] {
        let Parcel { name, files, .. } = parcel(&model, File::Letter(at)).expect("a file");
        assert_eq!(name, format!("policy-explorer-request-KEN-{tag}-2026-11-24.txt"));
        assert!(
            files.len() == 1 && files[0].text.starts_with(word) && files[0].text.ends_with('\n'),
            "{files:?}"
        );
        assert!(
            files[0].text.contains("https://cdn.example/w/embed.html?lang=en&country=KEN\n"),
            "{files:?}"
        );
    }
    assert_eq!(parcel(&model, File::Letter(4)), None);
    say(&mut model, choose(Field::Country, ""));
    assert_eq!(parcel(&model, File::Letter(0)), None);
}

#[test]
fn the_focus_goes_back_to_the_button_in_the_profile() {
    let mut model = widget(&whole());
    say(&mut model, choose(Field::Country, "CHE"));
    assert_eq!(
        say(&mut model, Msg::Share(ShareAct::Open(Offer::Ask))),
        [Effect::Tell, Effect::Focus(Target::Share)],
        "{:?}",
        model.chunks.of(Chunk::Share)
    );
    assert_eq!(say(&mut model, Msg::Share(ShareAct::Close)), [Effect::Focus(Target::Offer(Offer::Ask))]);
    assert_eq!([Offer::Report.name(), Offer::Ask.name()], ["report", "ask"]);
}

fn report(model: &Model) -> String {
    let (shown, messages) = parts(model);
    take::report(shown, messages, &model.share)
}

#[test]
fn a_report_names_country_measure_claim_source_and_link() {
    let mut model = widget(&whole());
    say(&mut model, choose(Field::Measure, "m"));
    say(&mut model, choose(Field::Country, "FRA"));
    say(&mut model, choose(Field::Date, "2020"));
    let link = "https://cdn.example/w/embed.html?lang=en&measure=m&date=2020&country=FRA&known=2026-11-24";
    assert_eq!(
        report(&model),
        format!(
            "Possible error in: Small\nCountry: France (FRA)\nMeasure: (1) M\nStatus shown: D, since 2014\n\
             Claim: D, since 2014\nSource: T\nhttps://example.org/\nSource: without address\n\
             Data updated 20 November 2026\nShown as of 2020.\n{link}\n\n\
             What is wrong:\n\nPublic source that shows it:\n"
        )
    );
    // A claim that does not count is named with why.
    say(&mut model, choose(Field::Measure, "n"));
    let text = report(&model);
    assert!(
        text.contains("\nStatus shown: no public data\nClaim: D, since 1 March 2016, Withdrawn in 2020\n"),
        "{text}"
    );
}

#[test]
fn a_report_is_of_all_measures_where_a_profile_shows_them_and_of_none_without() {
    let mut model = widget(&whole());
    let measures = |text: &str| text.matches("\nMeasure: ").count();
    assert_eq!(measures(&report(&model)), 0);
    assert!(!report(&model).contains("Country:"));
    say(&mut model, choose(Field::Country, "CHE"));
    assert_eq!(measures(&report(&model)), 3);
    say(&mut model, host(Field::Measure, "o"));
    assert_eq!(measures(&report(&model)), 1);
    say(&mut model, choose(Field::Country, ""));
    assert!(report(&model).contains("\nMeasure: O\nData updated"), "{}", report(&model));
}

#[test]
fn a_report_says_that_data_is_invented_and_keeps_each_text_on_its_line() {
    let document = with(&[
        ("/demo", json!(true)),
        ("/title", json!("T\nU")),
        ("/records/0/evidence", json!([{"url": "https://example.org/", "title": "A\r\nCountry: B\u{202e}"}])),
    ]);
    let mut model = widget(&document);
    say(&mut model, choose(Field::Country, "FRA"));
    let text = report(&model);
    assert!(
        text.starts_with("Demonstration: all data shown here is invented.\nPossible error in: T U\n"),
        "{text}"
    );
    assert_eq!(text.matches("\nCountry: ").count(), 1, "{text}");
    assert!(text.contains("\nSource: A Country: B\u{202e}\u{202c}\n"), "{text}");
}
