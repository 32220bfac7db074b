//! What is said of a change, in the widget’s own phrases.

use super::Head;
use super::entry::{Pair, Said, Side};
use policy_explorer::changes::changes;
use policy_explorer::country::Code;
use policy_explorer::diff::Claim;
use policy_explorer::feed::text::Text;
use policy_explorer::feed::{Dating, Record};
use policy_explorer::message::{Phrase, unmarked};
use policy_explorer::scene::class::label;
use policy_explorer::status::Status;
use serde_json::Value;

/// What is said of the newer feed.
pub fn head(document: &Value, side: &Side<'_>) -> Head {
    let Side { feed, messages, .. } = side;
    let best = |text: &Text| text.best(messages.tag()).text.to_owned();
    let title = feed.title.as_ref().or(feed.policy.title.as_ref()).map(best);
    let published = document["published"].as_str().filter(|text| text.contains(['T', 't']));
    // A feed without a time has the beginning of its day, and one without a day the beginning of all.
    let day = feed.published.map_or("1970-01-01".to_owned(), |date| {
        policy_explorer::date::Date::of(date.first_day()).to_string()
    });
    Head {
        id: feed.id.clone(),
        title: title.unwrap_or_else(|| feed.id.clone()),
        publisher: feed.publisher.name.as_ref().map(best),
        url: feed.publisher.url.as_ref().map(|link| link.as_str().to_owned()),
        address: None,
        published: published.map_or_else(|| format!("{day}T00:00:00Z"), str::to_owned),
        demo: feed.demo.then(|| messages.say(Phrase::demo).to_owned()),
    }
}

/// A member that joined or left.
pub fn member(what: &str, country: Code, (old, new): &Pair<'_>) -> Said {
    let side = if new.feed.member(country).is_some() { new } else { old };
    let index = side.feed.member(country).expect("one of the feeds has it");
    let messages = &side.messages;
    // A member without a date is one by the day of the newer version.
    let since = side.feed[index].joined.map(|date| messages.dating(Dating::Since, date));
    let since = since.or_else(|| side.feed.published.map(|date| messages.dating(Dating::By, date)));
    let text = match what {
        "joined" => messages.fill(Phrase::member_since, &[("dating", &since.unwrap_or_default())]),
        _ => messages.say(Phrase::not_a_member).to_owned(),
    };
    Said { title: side.names.of(index).to_owned(), text: unmarked(&text) }
}

/// A claim and what became of it.
pub fn claim(claim: &Claim<'_>, (old, new): &Pair<'_>) -> Said {
    match *claim {
        Claim::Added(record) => Said { title: title(new, record), text: unmarked(&added(new, record)) },
        Claim::Withdrawn(_, record) => {
            Said { title: title(new, record), text: unmarked(&withdrawn(new, record)) }
        }
        Claim::Altered(before, record) => {
            let (was, is) = (stated(old, before), stated(new, record));
            let fields = differing(before, record).join(", ");
            let text = if was == is { format!("{is} ({fields})") } else { format!("{was} → {is}") };
            Said { title: title(new, record), text: unmarked(&text) }
        }
        Claim::Removed(record) => {
            let gone = old.messages.say(Phrase::change_withdrawn);
            Said { title: title(old, record), text: unmarked(&format!("{}: {gone}", stated(old, record))) }
        }
    }
}

/// "Kenya: A register"
fn title(side: &Side<'_>, record: &Record) -> String {
    let measure = side.feed[record.measure].title.best(side.messages.tag()).text;
    unmarked(&side.messages.labelled(side.names.of(record.member), measure))
}

/// The status, and since when, as phrases take them.
fn parts(side: &Side<'_>, record: &Record) -> (String, String) {
    let Side { feed, messages, .. } = side;
    (label(feed, messages, Status::Level(record.level)), messages.dating(record.dating, record.date))
}

/// "implemented, since 2014"
fn stated(side: &Side<'_>, record: &Record) -> String {
    let (status, dating) = parts(side, record);
    format!("{status}, {dating}")
}

/// What a new claim changes of the status in force; if it confirms it, the claim alone.
fn added(side: &Side<'_>, record: &Record) -> String {
    let Side { feed, messages, .. } = side;
    let (status, dating) = parts(side, record);
    let changes = changes(feed, record.member, record.measure, None);
    let Some(change) = changes.iter().find(|change| std::ptr::eq(change.record, record)) else {
        return stated(side, record);
    };
    let before = change.before.map(|level| label(feed, messages, Status::Level(level)));
    let mut with = vec![("status", status.as_str()), ("dating", dating.as_str())];
    with.extend(before.as_deref().map(|before| ("before", before)));
    messages.fill(if before.is_some() { Phrase::changes_next } else { Phrase::changes_first }, &with)
}

fn withdrawn(side: &Side<'_>, record: &Record) -> String {
    let messages = &side.messages;
    let (status, dating) = parts(side, record);
    let when = record.withdrawn.map(|date| messages.when(date)).unwrap_or_default();
    let with = [("status", status.as_str()), ("dating", &dating), ("when", &when)];
    match &record.correction {
        Some(reason) => {
            let text = messages.fill(Phrase::changes_withdrawn_because, &with);
            format!("{text} {}", reason.best(messages.tag()).text)
        }
        None => messages.fill(Phrase::changes_withdrawn, &with),
    }
}

/// The names of the fields in which two claims differ, as the format has them.
pub fn differing(one: &Record, other: &Record) -> Vec<&'static str> {
    let fields = [
        ("date", one.date != other.date),
        ("dating", one.dating != other.dating),
        ("recorded", one.recorded != other.recorded),
        ("withdrawn", one.withdrawn != other.withdrawn),
        ("correction", one.correction != other.correction),
        ("note", one.note != other.note),
        ("responses", one.responses != other.responses),
        ("evidence", one.evidence != other.evidence),
    ];
    fields.into_iter().filter(|field| field.1).map(|field| field.0).collect()
}
