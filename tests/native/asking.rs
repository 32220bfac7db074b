//! The letters to all members that a table lists without public data: to whom, in which order, and that each is the letter
//! of the member's profile.

use crate::common;

use crate::request::widget;
use common::naive::Naive;
use common::whole::whole;
use common::widget::{choose, say};
use common::{TODAY, document};
use policy_explorer::message::Messages;
use policy_explorer::model::field::Field;
use policy_explorer::model::share::{File, Offer, ShareAct};
use policy_explorer::model::take::{self, MOST};
use policy_explorer::model::{Effect, Model, Msg, Shown, Target};
use policy_explorer::parcel::{Parcel, parcel};
use serde_json::{Value, json};

fn parts(model: &Model) -> (&Shown, &Messages) {
    (model.shown.as_ref().expect("shown"), model.messages.as_ref().expect("a language"))
}

/// A table of the members without public data on a topic, with these filters.
fn listing(document: &Value, topic: &str, filters: &[(Field, &str)]) -> Model {
    let mut model = widget(document);
    let first = [(Field::View, "table"), (Field::Measure, topic), (Field::Status, "unknown")];
    for (field, value) in first.into_iter().chain(filters.iter().copied()) {
        say(&mut model, choose(field, value));
    }
    model
}

fn archive(model: &Model) -> Parcel {
    parcel(model, File::Letters).expect("an archive")
}

/// The countries of its files, in their order, each once.
fn countries(parcel: &Parcel) -> Vec<String> {
    let mut codes: Vec<String> = parcel.files.iter().map(|file| file.name[8..11].to_owned()).collect();
    codes.dedup();
    codes
}

fn listed(model: &Model) -> Vec<String> {
    let (shown, messages) = parts(model);
    shown.listed(messages).into_iter().map(|member| shown.code(member).to_string()).collect()
}

#[test]
fn all_members_listed_get_the_letter_of_their_profile_in_each_language() {
    let document = document("hanoi-2011");
    let naive = Naive::new(&document);
    let in_africa = [(Field::Region, "africa"), (Field::Sort, "-country")];
    let of = |topic, regions: &[&str]| naive.counts(topic, (TODAY, ""), regions, &[])["unknown"];
    for (topic, filters, count) in [
        ("overall", &[][..], of("overall", &[])),
        ("icse-access", &[], of("icse-access", &[])),
        ("icse-access", &in_africa, of("icse-access", &["africa"])),
        ("overall", &[(Field::Find, "chad")], 1),
    ] {
        let mut model = listing(&document, topic, filters);
        let parcel = archive(&model);
        assert_eq!(parcel.name, format!("policy-explorer-requests-{topic}-{TODAY}.zip"));
        let asked = countries(&parcel);
        assert_eq!(asked, listed(&model), "in the order of the list");
        assert_eq!((asked.len(), parcel.files.len()), (count, count * 4), "{topic} {filters:?}");
        for code in &asked {
            assert_eq!(naive.status(code, topic, TODAY, ""), "unknown", "{code} is asked of {topic}");
        }
        let mut names: Vec<&str> = parcel.files.iter().map(|file| file.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), parcel.files.len());
        // Those of every tenth profile, opened in the same view.
        for code in asked.iter().step_by(10) {
            say(&mut model, choose(Field::Country, code));
            let (shown, messages) = parts(&model);
            let letters = take::letters(shown, messages, &model.share);
            let of_it = parcel.files.iter().filter(|file| file.name.contains(code.as_str()));
            let found: Vec<_> = of_it.map(|file| (file.name.clone(), file.text.clone())).collect();
            let expected: Vec<_> = letters
                .into_iter()
                .map(|letter| (format!("request-{code}-{}.txt", letter.tag), letter.text + "\n"))
                .collect();
            assert_eq!((&found, found.len()), (&expected, 4));
            assert!(found[0].1.contains(&format!("country={code}")), "{}", found[0].1);
        }
        // The archive is that of the list, whether a profile is open or not.
        assert_eq!(archive(&model).files, parcel.files);
    }
}

#[test]
fn nobody_is_asked_for_what_is_known_by_today() {
    let document = document("hanoi-2011");
    let naive = Naive::new(&document);
    let model = listing(&document, "icse-access", &[(Field::Date, "2010")]);
    let (shown, messages) = parts(&model);
    let to = take::addressees(shown, messages).expect("somebody");
    let asked = countries(&archive(&model));
    assert!(to.listed == listed(&model).len() && asked.len() < to.listed, "{} of {}", asked.len(), to.listed);
    assert_eq!(to.members.len(), asked.len());
    for code in listed(&model) {
        let is_unknown = naive.status(&code, "icse-access", TODAY, "") == "unknown";
        assert_eq!(asked.contains(&code), is_unknown, "{code}");
    }
}

#[test]
fn a_list_of_others_or_of_all_offers_no_letters() {
    let document = document("hanoi-2011");
    for statuses in ["", "implemented", "unknown implemented"] {
        let model = listing(&document, "icse-access", &[(Field::Status, statuses)]);
        let (shown, messages) = parts(&model);
        assert_eq!(take::addressees(shown, messages), None, "{statuses}");
        assert_eq!(archive(&model).files, [], "{statuses}");
    }
}

#[test]
fn an_archive_has_so_many_letters_at_most() {
    let letters = || b'A'..=b'Z';
    let codes =
        letters().flat_map(|a| letters().map(move |b| format!("Q{}{}", char::from(a), char::from(b))));
    let members: Vec<Value> = codes
        .chain(letters().flat_map(|a| letters().map(move |b| format!("X{}{}", char::from(a), char::from(b)))))
        .map(|code| json!({"country": code, "name": format!("Name of {code}")}))
        .collect();
    let mut document = whole();
    document["members"] = json!(members);
    document["records"] = json!([]);
    for (request, languages) in
        [(json!({"en": "{country}", "fr-FR": "{country}", "frFR": "x"}), 3), (Value::Null, 1)]
    {
        document["policy"]["request"] = request;
        let model = listing(&document, "m", &[]);
        let (shown, messages) = parts(&model);
        let to = take::addressees(shown, messages).expect("somebody");
        assert_eq!((to.members.len(), to.listed), ((MOST / languages).min(members.len()), members.len()));
        let parcel = archive(&model);
        assert_eq!(parcel.files.len(), to.members.len() * languages);
        assert_eq!(countries(&parcel), listed(&model)[..to.members.len()]);
    }
}

#[test]
fn the_focus_goes_back_to_the_button_above_the_table() {
    let mut model = listing(&whole(), "m", &[]);
    assert!(say(&mut model, Msg::Share(ShareAct::Open(Offer::AskAll))).contains(&Effect::Tell));
    assert_eq!(say(&mut model, Msg::Share(ShareAct::Close)), [Effect::Focus(Target::Offer(Offer::AskAll))]);
    assert_eq!(Offer::AskAll.name(), "ask-all");
}
