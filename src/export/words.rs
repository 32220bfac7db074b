//! What goes beside the picture: its words for those who do not see it, its sources, its terms.

use super::Extract;
use crate::compare::{Compared, Comparison, Line};
use crate::feed::text::Text;
use crate::feed::{Evidence, MeasureIndex, MemberIndex};
use crate::message::{Phrase, unmarked};
use crate::scene::class::label;
use crate::status::{self, Status};

/// The picture in one paragraph: what it shows, how many stand where, what must be known beside.
pub fn alt(extract: &Extract<'_>) -> String {
    let messages = extract.messages;
    let demo = extract.feed.demo.then(|| messages.say(Phrase::demo).to_owned());
    let counts =
        extract.legend.iter().filter_map(|entry| Some((entry, entry.count.filter(|&count| count > 0)?)));
    let counts: Vec<String> =
        counts.map(|(entry, count)| format!("{} ({})", entry.class.label, messages.number(count))).collect();
    let counts = (!counts.is_empty()).then(|| format!("{}.", counts.join(", ")));
    let sentence = [format!("{}.", extract.sentence)].into_iter().chain(counts);
    let map = [format!("{}.", messages.say(Phrase::map))];
    demo.into_iter().chain(map).chain(sentence).chain(extract.notes.clone()).collect::<Vec<_>>().join(" ")
}

/// A comparison in one paragraph: who is compared, the statuses country by country, what must be known beside.
pub fn compared_alt(extract: &Extract<'_>, comparison: &Comparison) -> String {
    let messages = extract.messages;
    let demo = extract.feed.demo.then(|| messages.say(Phrase::demo).to_owned());
    let standing = |(line, place): (&Line, usize)| {
        let standing = &line.standings[place];
        let words: Vec<_> = [&standing.class.label].into_iter().chain(&standing.dating).cloned().collect();
        messages.labelled(&line.title.text, &messages.list(&words))
    };
    let country = |(place, country): (usize, &Compared)| {
        let lines: Vec<_> = comparison.lines.iter().map(|line| standing((line, place))).collect();
        messages.labelled(&country.name.text, &messages.list_by(Phrase::semicolon, &lines)) + "."
    };
    let countries = comparison.countries.iter().enumerate().map(country);
    let sentence =
        [format!("{}.", extract.sentence)].into_iter().chain(countries).map(|text| unmarked(&text));
    demo.into_iter().chain(sentence).chain(extract.notes.clone()).collect::<Vec<_>>().join(" ")
}

/// What each status shown rests on, member by member.
pub fn sources(extract: &Extract<'_>) -> String {
    let mut text = extract.remarks(&[]).join("\n") + "\n";
    for measure in extract.feed.measure_indices().filter(|&measure| extract.survey.topic.covers(measure)) {
        let title = extract.feed[measure].title.best(extract.messages.tag()).text;
        text.push_str(&format!("\n{title}\n"));
        for &member in &extract.members {
            text.push_str(&of_member(extract, member, measure));
        }
    }
    text
}

fn of_member(extract: &Extract<'_>, member: MemberIndex, measure: MeasureIndex) -> String {
    let (feed, messages) = (extract.feed, extract.messages);
    let clock = extract.survey.clock;
    let grounds = status::grounds(feed, member, measure, clock);
    let Some(first) = grounds.first() else { return String::new() };
    let label = label(feed, messages, Status::Level(first.level));
    let dating = messages.dating(first.dating, first.date);
    let mut text = format!("\n{}: {label}, {dating}\n", extract.names.of(member));
    let mut sources: Vec<String> = Vec::new();
    for record in &grounds {
        sources.extend(record.evidence.iter().map(|evidence| source(extract, evidence)));
        let count = || unmarked(&messages.count(Phrase::sources, record.sources(), &[]));
        sources.extend(
            extract.details_of(record).map(|address| unmarked(&messages.labelled(&count(), &address))),
        );
    }
    if sources.is_empty() {
        sources.push(messages.say(Phrase::no_source).to_owned());
    }
    sources.iter().for_each(|source| text.push_str(&format!("- {source}\n")));
    text
}

/// "Title. Publisher. 12 May 2014. https://…"
fn source(extract: &Extract<'_>, evidence: &Evidence) -> String {
    let best = |text: &Text| text.best(extract.messages.tag()).text.to_owned();
    let texts = [&evidence.title, &evidence.publisher].into_iter().flatten().map(best);
    let undated = || extract.messages.say(Phrase::undated).to_owned();
    let date = evidence.date.map_or_else(undated, |date| extract.messages.date(date));
    let url = evidence.url.as_ref().map(|url| url.as_str().to_owned());
    texts.chain([date]).chain(url).collect::<Vec<_>>().join(". ")
}

/// The terms of the data.
pub fn license(extract: &Extract<'_>) -> String {
    let messages = extract.messages;
    let mut lines = extract.remarks(&[]);
    match &extract.feed.license {
        Some(license) => {
            let name = license.name.best(messages.tag()).text;
            lines.push(messages.fill(Phrase::cite_license, &[("license", name)]));
            lines.extend(license.url.as_ref().map(|url| url.as_str().to_owned()));
        }
        None => lines.push(messages.say(Phrase::no_license).to_owned()),
    }
    lines.extend([Phrase::disclaimer, Phrase::credit].map(|phrase| messages.say(phrase).to_owned()));
    lines.join("\n") + "\n"
}
