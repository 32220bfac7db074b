//! The data as search engines for data read it: a `Dataset` of schema.org, as JSON-LD.

use super::data::{FORMS, path, version};
use super::edition::Edition;
use super::element::FEED;
use super::plan::Leaf;
use policy_explorer::feed::MeasureIndex;
use policy_explorer::feed::text::{Link, Text};
use policy_explorer::markup::{Html, node, text};
use policy_explorer::message::Phrase;
use serde_json::{Value, json};

/// The element of the head that has it. It is data: no policy has to let it run.
pub fn script(edition: &Edition<'_>, here: &str) -> Html {
    // What HTML would read as markup is written otherwise within its texts.
    let json = [("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")]
        .iter()
        .fold(dataset(edition, here).to_string(), |json, (sign, escape)| json.replace(sign, escape));
    node!("script", "type" = "application/ld+json" => text(&json))
}

fn dataset(edition: &Edition<'_>, here: &str) -> Value {
    let (feed, plan) = (edition.feed(), edition.plan);
    let best = |text: &Text| text.best(edition.messages.tag()).text.to_owned();
    let measure = |measure: MeasureIndex| best(&feed[measure].title);
    let mut dataset = json!({
        "@context": "https://schema.org", "@type": "Dataset",
        "name": edition.title(), "description": description(edition), "inLanguage": edition.lang,
        "isAccessibleForFree": true,
        "variableMeasured": feed.measure_indices().map(measure).collect::<Vec<_>>(),
        "distribution": distribution(edition, here),
    });
    let published = feed.published.map(|date| date.to_string());
    let publisher = feed.publisher.name.as_ref().map(best);
    let terms = feed
        .license
        .as_ref()
        .map(|license| license.url.as_ref().map_or_else(|| best(&license.name), address));
    for (name, value) in [
        ("identifier", Some(feed.id.clone()).filter(|id| !id.is_empty())),
        ("url", plan.absolute(&edition.path(Leaf::Front))),
        ("dateModified", published.clone()),
        ("version", published),
        ("license", terms),
        ("isBasedOn", feed.policy.url.as_ref().map(address)),
    ] {
        if let Some(value) = value {
            dataset[name] = Value::from(value);
        }
    }
    if let Some(name) = publisher {
        let mut organisation = json!({"@type": "Organization", "name": name});
        if let Some(url) = &feed.publisher.url {
            organisation["url"] = Value::from(url.as_str());
        }
        dataset["creator"] = organisation.clone();
        dataset["publisher"] = organisation;
    }
    dataset
}

fn address(link: &Link) -> String {
    link.as_str().to_owned()
}

/// What the data is about; of invented data first that it is.
fn description(edition: &Edition<'_>) -> String {
    let (feed, messages) = (edition.feed(), &edition.messages);
    let demo = feed.demo.then(|| messages.say(Phrase::demo).to_owned());
    let texts = [&feed.policy.summary, &feed.policy.title];
    let about = texts.into_iter().flatten().next().map(|text| text.best(messages.tag()).text.to_owned());
    let about = about.unwrap_or_else(|| edition.title().to_owned());
    demo.into_iter().chain([about]).collect::<Vec<_>>().join(" ")
}

/// The files, of which the feed is known by its digest.
fn distribution(edition: &Edition<'_>, here: &str) -> Vec<Value> {
    let plan = edition.plan;
    let file = |path: &str, media: &str| json!({"@type": "DataDownload", "encodingFormat": media, "contentUrl": plan.address(here, path)});
    let pinned = |path: &str| {
        let mut feed = file(path, "application/json");
        feed["sha256"] = Value::from(plan.digest.as_str());
        feed
    };
    let feeds = [FEED.to_owned(), version(&plan.digest)];
    let claims = FORMS.iter().map(|form| file(&path(edition.lang, form), form.media));
    feeds.iter().map(|path| pinned(path)).chain(claims).collect()
}
