//! The table shown, as CSV and as JSON: the same members in the same order, with what each status rests on.

use super::{Extract, iso};
use crate::csv::Csv;
use crate::feed::MemberIndex;
use crate::feed::text::{Link, Text};
use crate::json::{list, object, text};
use crate::status::Topic;

/// A row a member: for each measure its status by id and in words, how and when it is dated, its sources.
pub fn csv(extract: &Extract<'_>) -> String {
    let topics = extract.topics();
    let mut heads: Vec<String> = ["country", "name", "region"].map(str::to_owned).into();
    for (topic, id) in &topics {
        heads.push((*id).to_owned());
        heads.push(format!("{id}.label"));
        if *topic != Topic::Overall {
            heads.extend(["dating", "date", "sources"].map(|name| format!("{id}.{name}")));
        }
    }
    let mut csv = Csv::new(heads.len());
    for remark in extract.remarks(&extract.about()) {
        csv.remark(&remark);
    }
    let borrowed = |cells: &[String], csv: &mut Csv| {
        csv.row(&cells.iter().map(String::as_str).collect::<Vec<_>>());
    };
    borrowed(&heads, &mut csv);
    for &member in &extract.members {
        borrowed(&cells(extract, member), &mut csv);
    }
    csv.finish()
}

fn cells(extract: &Extract<'_>, member: MemberIndex) -> Vec<String> {
    let code = extract.feed[member].code.to_string();
    let mut cells = vec![code, extract.names.of(member).to_owned(), extract.region(member).to_owned()];
    for (topic, _) in extract.topics() {
        let standing = extract.standing(member, topic);
        cells.extend([standing.id, standing.label]);
        if topic != Topic::Overall {
            let (dating, date) = standing.dating.unzip();
            cells.extend([dating.unwrap_or_default().to_owned(), iso(date), standing.sources.join(" ")]);
        }
    }
    cells
}

/// All that is shown: whose data, which view, the sentence, the counts (of a comparison none), the members.
pub fn json(extract: &Extract<'_>) -> String {
    let Extract { feed, messages, survey, .. } = extract;
    let mut entries = vec![("demo", feed.demo.to_string()), ("lang", text(messages.language()))];
    entries.push(("feed", source(extract)));
    entries.push(("date", text(&survey.clock.date.to_string())));
    entries.extend(survey.clock.known.map(|known| ("known", text(&known.to_string()))));
    let view: Vec<(&str, String)> = extract.view.iter().map(|(name, value)| (*name, text(value))).collect();
    entries.push(("view", object(&view)));
    entries.push(("link", text(&extract.link)));
    entries.extend(extract.details.as_ref().map(|address| ("details", text(address))));
    entries.push(("sentence", text(&extract.sentence)));
    entries.push(("notes", list(&extract.notes.iter().map(|note| text(note)).collect::<Vec<_>>())));
    entries.push(("citation", text(&extract.citation)));
    let counted = extract.legend.iter();
    let counts: Vec<(&str, String)> =
        counted.filter_map(|entry| Some((entry.class.id.as_str(), entry.count?.to_string()))).collect();
    if !extract.legend.is_empty() {
        entries.push(("counts", object(&counts)));
        entries.push(("total", survey.total().to_string()));
    }
    let members: Vec<String> = extract.members.iter().map(|&member| row(extract, member)).collect();
    entries.push(("members", list(&members)));
    object(&entries) + "\n"
}

/// Whose data it is.
fn source(extract: &Extract<'_>) -> String {
    let feed = extract.feed;
    let best = |words: &Text| text(words.best(extract.messages.tag()).text);
    let url = |url: &Option<Link>| url.as_ref().map(|url| ("url", text(url.as_str())));
    let mut entries = vec![("id", text(&feed.id))];
    entries.extend(feed.title.as_ref().map(|title| ("title", best(title))));
    entries.extend(feed.published.map(|date| ("published", text(&date.to_string()))));
    entries.extend(extract.digest.map(|digest| ("sha256", text(digest))));
    let name = feed.publisher.name.as_ref().map(|name| ("name", best(name)));
    let publisher: Vec<_> = name.into_iter().chain(url(&feed.publisher.url)).collect();
    entries.push(("publisher", object(&publisher)));
    if let Some(license) = &feed.license {
        let license: Vec<_> = [("name", best(&license.name))].into_iter().chain(url(&license.url)).collect();
        entries.push(("license", object(&license)));
    }
    object(&entries)
}

fn row(extract: &Extract<'_>, member: MemberIndex) -> String {
    let mut entries =
        vec![("country", text(extract.feed[member].code.as_str())), ("name", text(extract.names.of(member)))];
    let region = extract.feed[member].region.map(|region| text(&extract.feed[region].id));
    entries.extend(region.map(|region| ("region", region)));
    let topics = extract.topics();
    let statuses: Vec<(&str, String)> = topics
        .iter()
        .map(|&(topic, id)| {
            let standing = extract.standing(member, topic);
            let mut entries = vec![("status", text(&standing.id)), ("label", text(&standing.label))];
            if let Some((dating, date)) = standing.dating {
                entries.extend([("dating", text(dating)), ("date", text(&date.to_string()))]);
                let sources: Vec<String> = standing.sources.iter().map(|url| text(url)).collect();
                entries.push(("sources", list(&sources)));
            }
            (id, object(&entries))
        })
        .collect();
    entries.push(("statuses", object(&statuses)));
    object(&entries)
}
