//! What is said where there is no status, or no date, or nothing on record: nothing that is not so.

use crate::common;

use common::whole::with;
use common::widget::{choose, loaded, say, shown};
use common::{TODAY, clock, date, document, member, messages, read, topic, world};
use policy_explorer::about::about;
use policy_explorer::against::Change;
use policy_explorer::citation::{Citation, Seen};
use policy_explorer::compare::Comparison;
use policy_explorer::context::Context;
use policy_explorer::feed::Feed;
use policy_explorer::headline::{Headline, headline};
use policy_explorer::model::field::Field;
use policy_explorer::model::share::File;
use policy_explorer::names::Names;
use policy_explorer::parcel::parcel;
use policy_explorer::profile::Profile;
use policy_explorer::scene::class::legend;
use policy_explorer::scene::map::{MapScene, member_tip};
use policy_explorer::scene::timeline::timeline;
use policy_explorer::survey::{Filter, Survey};
use policy_explorer::table::{Cell, Sort, Table};
use policy_explorer::trend::Trend;
use serde_json::{Value, json};

/// France has only an announcement, Germany a claim of another status, Switzerland nothing.
fn three() -> Value {
    with(&[(
        "/records",
        json!([
            {"country": "FRA", "measure": "m", "status": "done", "date": "2028-03", "recorded": "2020",
             "evidence": [{"url": "https://example.org/", "title": "T"}]},
            {"country": "DEU", "measure": "m", "status": "begun", "date": "2014", "dating": "by", "recorded": "2021",
             "evidence": [{"url": "https://example.org/", "title": "T"}]}
        ]),
    )])
}

fn survey(feed: &Feed, about: &str, (viewed, known): (&str, &str)) -> Survey {
    Survey::new(feed, topic(feed, about), clock(viewed, known), &Filter::default())
}

fn head(feed: &Feed, survey: &Survey) -> Headline {
    headline(feed, &messages("en"), survey, &Filter::default(), None, date(TODAY))
}

fn profile(feed: &Feed, code: &str, viewed: (&str, &str)) -> Profile {
    let messages = messages("en");
    let names = Names::new(feed, &messages);
    Profile::new(
        Context::new(feed, &messages, &names, &survey(feed, "m", viewed)),
        date(TODAY),
        member(feed, code),
    )
}

#[test]
fn announced_another_status_and_no_public_data_are_three_things_in_every_view() {
    let feed = read(&three()).value;
    let (messages, world) = (messages("en"), world());
    let names = Names::new(&feed, &messages);
    let expected = [
        ("FRA", "announced: D", "announced", "announced: D, since March 2028, 1 source"),
        ("DEU", "B", "other statuses only", "B, by 2014, 1 source"),
        ("CHE", "no public data", "no public data", "no public data"),
    ];
    for (code, of_measure, overall, standing) in expected {
        let member = member(&feed, code);
        for (about, label) in [("m", of_measure), ("overall", overall)] {
            let survey = survey(&feed, about, (TODAY, ""));
            let scene = MapScene::new(Context::new(&feed, &messages, &names, &survey), &world, 960.0);
            let said = if about == "m" { standing } else { label };
            let name = names.of(member);
            assert_eq!(&*scene.item(feed[member].code).expect("a shape").label, format!("{name}: {said}"));
            let tip = member_tip(Context::new(&feed, &messages, &names, &survey), member);
            assert_eq!(tip.lines[0], said);
            assert!(tip.lines.iter().all(|line| !line.contains("0 of")), "{tip:?}");
            let compared = Comparison::new(&feed, &messages, &names, survey.clock, &[member]);
            let line = compared.lines.iter().find(|line| line.id == about).expect("a line");
            assert_eq!(line.standings[0].class.label, label);
            let table = Table::new(Context::new(&feed, &messages, &names, &survey), Sort::default());
            let row = table.rows.iter().find(|row| row.code.as_str() == code).expect("a row");
            assert!(row.cells.iter().any(|cell| matches!(cell, Cell::Status(class) if class.label == label)));
        }
        let profile = profile(&feed, code, (TODAY, ""));
        assert_eq!(profile.sections[0].class.label, of_measure);
        let fact = if code == "DEU" { "publicly known: other statuses only" } else { overall };
        assert_eq!(profile.facts.last().expect("a fact").text, fact);
    }
}

#[test]
fn files_say_the_same_three_things_and_keep_the_ids() {
    let mut model = shown();
    say(&mut model, policy_explorer::model::Msg::Reload);
    say(&mut model, loaded(2, &three()));
    say(&mut model, choose(Field::Measure, "m"));
    let file = |file| parcel(&model, file).expect("it is there").files[0].text.clone();
    let shown: Value = serde_json::from_str(&file(File::Json)).expect("it is JSON");
    for (code, status, label, overall) in [
        ("FRA", "unknown", "announced: D", "announced"),
        ("DEU", "begun", "B", "other statuses only"),
        ("CHE", "unknown", "no public data", "no public data"),
    ] {
        let rows = shown["members"].as_array().expect("a list");
        let statuses = &rows.iter().find(|row| row["country"] == code).expect("a row")["statuses"];
        assert_eq!((&statuses["m"]["status"], &statuses["m"]["label"]), (&json!(status), &json!(label)));
        assert_eq!(statuses["overall"]["label"], overall);
        assert!(file(File::Csv).contains(&format!(",{status},{label},")), "{code}");
    }
}

#[test]
fn an_announcement_is_not_told_as_no_public_data() {
    let feed = read(&three()).value;
    let notes = |about, viewed| {
        let notes = head(&feed, &survey(&feed, about, viewed)).notes;
        notes.into_iter().map(|note| note.text).collect::<Vec<_>>()
    };
    let announced = "Only an announcement for a later date was found for 1 member.";
    assert_eq!(notes("m", (TODAY, ""))[..2], ["No public data was found for 1 member.", announced]);
    assert_eq!(
        notes("overall", (TODAY, "")),
        ["No public data was found on any measure for 1 member.", announced]
    );
    // On its day it is a status, and before it was recorded nobody announced it.
    assert!(!notes("m", ("2029", "")).contains(&announced.to_owned()));
    assert!(!notes("m", (TODAY, "2019")).contains(&announced.to_owned()));
}

#[test]
fn a_profile_says_why_there_is_no_public_data() {
    let told = |feed: &Feed, code, viewed| profile(feed, code, viewed).sections[0].explanation.clone();
    let feed = read(&three()).value;
    let starts = |text: Option<String>, start: &str| {
        assert!(text.as_ref().is_some_and(|text| text.starts_with(start)), "{text:?}, not {start}");
    };
    starts(told(&feed, "FRA", (TODAY, "")), "The public sources found are about a later date.");
    starts(told(&feed, "DEU", ("2013", "")), "The public sources found are about a later date.");
    starts(told(&feed, "DEU", (TODAY, "2020")), "The publisher had nothing on record");
    starts(told(&feed, "CHE", (TODAY, "")), "No public source was found");
    assert_eq!(told(&feed, "DEU", (TODAY, "")), None);
    let mut withdrawn = three();
    withdrawn["records"][1]["withdrawn"] = json!("2022");
    let feed = read(&withdrawn).value;
    starts(told(&feed, "DEU", (TODAY, "")), "What was claimed here was withdrawn");
    assert_eq!(told(&feed, "DEU", (TODAY, "2021")), None);
}

#[test]
fn before_anything_was_recorded_nothing_is_counted() {
    let feed = read(&document("hanoi-2011")).value;
    let messages = messages("en");
    let yet = "Nothing was on record yet: the first claims were recorded on 24 November 2026";
    for about in ["overall", "icse-access"] {
        for against in [None, Some("2012")] {
            let mut survey = survey(&feed, about, (TODAY, "2026-11-23"));
            if let Some(against) = against {
                survey = survey.against(&feed, date(against));
            }
            let head = head(&feed, &survey);
            assert_eq!((head.sentence.as_str(), head.description.as_str()), (yet, ""));
            assert_eq!((head.caveats.len(), head.notes.len()), (1, 0), "{head:?}");
            assert!(legend(&feed, &messages, &survey, &[]).iter().all(|entry| entry.count.is_none()));
            // A claim that was taken back later is no change, as long as neither was known.
            let is_change = |change: Option<Change>| change.is_some_and(Change::is_change);
            assert!(feed.member_indices().all(|member| !is_change(survey.change(member))));
        }
        assert!(
            head(&feed, &survey(&feed, about, (TODAY, "2026-11-24"))).sentence.contains("of 196 members")
        );
    }
    let seen = Seen { on: date(TODAY), clock: clock(TODAY, "2026-11-23"), link: None, digest: None };
    let citation = Citation::new(&feed, &messages, seen);
    assert!(citation.plain().contains(yet) && citation.csl().contains(yet), "{}", citation.plain());
    // A feed that does not say when it recorded something has always known it.
    let mut document = three();
    document["records"][1].as_object_mut().expect("a record").remove("recorded");
    let feed = read(&document).value;
    assert!(head(&feed, &survey(&feed, "m", (TODAY, "2001"))).sentence.contains("0 of 3 members"));
}

#[test]
fn files_of_a_day_without_records_say_so_and_count_nothing() {
    let mut model = shown();
    say(&mut model, policy_explorer::model::Msg::Reload);
    say(&mut model, loaded(2, &document("hanoi-2011")));
    say(&mut model, choose(Field::Known, "2026-11-23"));
    let made = |file| parcel(&model, file).expect("it is there");
    for file in [File::Csv, File::Json, File::Svg] {
        let text = &made(file).files[0].text;
        assert!(text.contains("Nothing was on record yet"), "{file:?}");
        assert!(!text.contains("of 196 members") && !text.contains("no public data: 196"), "{file:?}");
    }
    let alt = made(File::Png).files[0].alt.clone();
    assert!(alt.contains("Nothing was on record yet") && !alt.contains("196"), "{alt}");
    let shown: Value = serde_json::from_str(&made(File::Json).files[0].text).expect("it is JSON");
    assert_eq!(shown["counts"], json!({}));
}

#[test]
fn a_policy_whose_day_is_not_known_was_adopted_by_a_day() {
    let messages = messages("en");
    for (dating, label, when) in [
        (Value::Null, "Adopted on 3 November 2011", "3 November 2011"),
        (json!("since"), "Adopted on 3 November 2011", "3 November 2011"),
        (json!("by"), "Adopted by 3 November 2011", "by 3 November 2011"),
    ] {
        let mut document = three();
        document["policy"]["adopted"] = json!("2011-11-03");
        document["policy"]["dating"] = dating;
        let checked = read(&document);
        let feed = checked.value;
        let survey = survey(&feed, "m", (TODAY, ""));
        let line = timeline(&feed, &messages, &survey, date(TODAY), 700.0).expect("a line");
        assert_eq!(line.adopted.expect("a mark").label, label);
        let about = about(&feed, &messages, survey.topic);
        assert_eq!(about.adopted.last().expect("a part").text, when);
        let filter = Filter::default();
        let trend = Trend::new(&feed, survey.topic, survey.clock, &filter, date(TODAY));
        assert_eq!(trend.marks(&messages)[0].when, when);
    }
    let wrong = read(&with(&[("/policy/dating", json!("about"))]));
    assert_eq!(wrong.findings.len(), 1, "{:?}", wrong.findings);
    assert_eq!(wrong.findings[0].pointer, "/policy/dating");
}

#[test]
fn a_date_that_is_not_known_is_told_beside_it() {
    let feed = read(&three()).value;
    let of = |code| profile(&feed, code, (TODAY, "")).sections.swap_remove(0);
    let claim = &of("DEU").claims[0];
    assert_eq!(claim.dating, "by 2014: the start is not known");
    assert_eq!(claim.sources[0].details.iter().map(|detail| &*detail.text).collect::<Vec<_>>(), ["undated"]);
    assert_eq!(of("DEU").dating.as_deref(), Some("by 2014: the start is not known"));
    assert_eq!(of("FRA").claims[0].dating, "since March 2028");
}

/// A year, a month and a day are compared by one rule: what changed after their last day.
#[test]
fn since_a_date_means_after_its_last_day() {
    let record = |country: &str, date: &str| json!({"country": country, "measure": "m", "status": "done", "date": date});
    let days = [("FRA", "2020-01-01"), ("DEU", "2020-06"), ("CHE", "2021")];
    let records: Vec<Value> = days.iter().map(|(country, date)| record(country, date)).collect();
    let mut document = three();
    document["demo"] = json!(true);
    document["records"] = json!(records);
    let feed = read(&document).value;
    for (against, changed, from) in [
        ("2019-12-31", 3, "31 December 2019"),
        ("2019", 3, "31 December 2019"),
        ("2019-12", 3, "31 December 2019"),
        ("2020-01-01", 2, "1 January 2020"),
        ("2020-01", 2, "31 January 2020"),
        ("2020-06", 1, "30 June 2020"),
        ("2020", 1, "31 December 2020"),
        ("2020-12-31", 1, "31 December 2020"),
    ] {
        let survey = survey(&feed, "m", ("2021-06", "")).against(&feed, date(against));
        let sentence = head(&feed, &survey).sentence;
        assert_eq!(
            sentence,
            format!(
                "M: the known status of {changed} of 3 members changed after {from}, up to June 2021 (newly known: {changed})"
            )
        );
    }
}
