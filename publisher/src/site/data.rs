//! The data for other programs: the feed, this version of it and those before, and the claims in each form.

use super::edition::Edition;
use super::element::FEED;
use super::out::{Out, VERSIONS};
use super::plan::{Leaf, Plan, relative};
use crate::export::table::{Made, Tables};
use crate::export::{Format, made};
use policy_explorer::citation::{Citation, Seen};
use policy_explorer::markup::{Html, each, list, node, nothing, text};
use policy_explorer::message::Phrase;
use policy_explorer::parts::bdi;
use serde_json::Value;

/// A form of the claims.
pub struct Form {
    pub format: Format,
    pub ending: &'static str,
    /// What readers call it.
    pub name: &'static str,
    /// Its media type.
    pub media: &'static str,
}

/// Every form that is made.
pub const FORMS: [Form; 4] = [
    Form { format: Format::Csv, ending: "csv", name: "CSV", media: "text/csv" },
    Form {
        format: Format::Xlsx,
        ending: "xlsx",
        name: "XLSX",
        media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    },
    Form { format: Format::Json, ending: "json", name: "JSON", media: "application/json" },
    Form {
        format: Format::Parquet,
        ending: "parquet",
        name: "Parquet",
        media: "application/vnd.apache.parquet",
    },
];

/// The path of the claims in a form and language.
pub fn path(lang: &str, form: &Form) -> String {
    format!("data/claims-{lang}.{}", form.ending)
}

/// The path of a version of the feed.
pub fn version(digest: &str) -> String {
    format!("{VERSIONS}{digest}.json")
}

/// Writes the claims in each form, one after the other, since a large feed has much of them.
///
/// # Errors
/// In words, when there is more than a form takes, or it cannot be written.
pub fn write(edition: &Edition<'_>, document: &Value, out: &Out) -> Result<(), String> {
    let (feed, messages, names) = (edition.feed(), &edition.messages, &edition.names);
    let tables = Tables::new(&Made { document, feed, messages, names, clock: edition.clock() });
    FORMS.iter().try_for_each(|form| out.put(&path(edition.lang, form), &made(&tables, form.format)?))
}

/// The part of the front page about the data.
pub fn section(edition: &Edition<'_>, here: &str) -> Html {
    let Edition { plan, messages, words, .. } = edition;
    let form = |form: &Form| {
        let label = edition.fill(words.claims_file, &[("format", form.name)]);
        file(here, &path(edition.lang, form), &label)
    };
    let own = version(&plan.digest);
    let seen = Seen { on: plan.today, clock: edition.clock(), link: None, digest: Some(&plan.digest) };
    let link = plan.absolute(&edition.path(Leaf::Front));
    let citation = Citation::new(edition.feed(), messages, Seen { link: link.as_deref(), ..seen }).plain();
    node!("section", "class" = "site-prose", "aria-labelledby" = "data" => [
        node!("h2", "id" = "data" => text(words.data)),
        node!("ul", "class" = "site-list" => [file(here, FEED, words.feed_file), each(&FORMS, &form)]),
        node!("p" => [
            text(words.version),
            text(" "),
            node!("a", "class" = "site-digest"; "href" = relative(here, &own) => bdi(&plan.address(here, &own), None)),
        ]),
        earlier(edition, plan, here),
        node!("h3" => text(messages.say(Phrase::share_cite))),
        node!("p" => bdi(&citation, None)),
    ])
}

fn file(here: &str, path: &str, label: &str) -> Html {
    node!("li" => node!("a"; "href" = relative(here, path) => bdi(label, None)))
}

fn earlier(edition: &Edition<'_>, plan: &Plan, here: &str) -> Html {
    if plan.earlier.is_empty() {
        return nothing();
    }
    let version = |(published, digest): &(String, String)| node!("li" => node!("a", "class" = "site-digest"; "href" = relative(here, &version(digest)) => bdi(&format!("{published} {digest}"), None)));
    list(vec![
        node!("h3" => text(edition.words.earlier)),
        node!("ul", "class" = "site-list" => each(&plan.earlier, &version)),
    ])
}
