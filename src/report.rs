//! The text that reports an error to the publisher: which country, measure and claim it is about, with its sources, and
//! where the reader saw it.

use crate::citation::title;
use crate::feed::{Feed, MeasureIndex};
use crate::message::{Messages, Phrase};
use crate::profile::{Claim, Profile, Section, Source};
use crate::request::line;
use crate::status::{Clock, Topic};
use crate::words::one_line;

/// Most sources of a claim that are named.
const SOURCES: usize = 5;

/// What a reader was looking at.
#[derive(Clone, Copy, Debug)]
pub struct Looked<'a> {
    /// The feed.
    pub feed: &'a Feed,
    /// The reader's language.
    pub messages: &'a Messages,
    /// The measure chosen, or all of them.
    pub topic: Topic,
    /// The dates that the view is of.
    pub clock: Clock,
    /// The open profile.
    pub profile: Option<&'a Profile>,
    /// The address of the view.
    pub link: Option<&'a str>,
}

/// Writes what the reader was looking at, then the questions for the reader to answer.
pub fn report(at: Looked<'_>) -> String {
    let Looked { feed, messages, clock, .. } = at;
    let mut lines: Vec<String> =
        feed.demo.then(|| messages.say(Phrase::demo).to_owned()).into_iter().collect();
    lines.push(named(messages, Phrase::report_about, title(feed, messages)));
    lines.extend(at.profile.map(|profile| country(messages, profile)));
    lines.extend(feed.measure_indices().flat_map(|measure| at.measure(measure)));
    lines.extend(feed.published.map(|date| messages.dated(Phrase::data_of, date)));
    lines.push(messages.dated(Phrase::cite_viewed, clock.date));
    lines.extend(clock.known.map(|known| messages.dated(Phrase::as_known, known)));
    lines.extend(at.link.map(str::to_owned));
    for question in [Phrase::report_wrong, Phrase::report_proof] {
        lines.extend([String::new(), messages.say(question).to_owned()]);
    }
    lines.join("\n") + "\n"
}

impl Looked<'_> {
    /// What the view shows of a measure: of the chosen one, or, in a profile, of each.
    fn measure(&self, measure: MeasureIndex) -> Vec<String> {
        let Self { feed, messages, .. } = *self;
        let is_chosen = self.topic == Topic::Measure(measure);
        if !is_chosen && (self.profile.is_none() || !self.topic.covers(measure)) {
            return Vec::new();
        }
        let line = line(feed, measure, messages.language(), messages.direction());
        let mut lines = vec![messages.labelled(messages.say(Phrase::measure), &line)];
        if let Some(profile) = self.profile {
            lines.extend(standing(messages, &profile.sections[measure.0]));
        }
        lines
    }
}

fn country(messages: &Messages, profile: &Profile) -> String {
    named(messages, Phrase::country, &format!("{} ({})", profile.name.text, profile.code))
}

/// The status shown, and the claim that it rests on (otherwise the newest) with its sources.
fn standing(messages: &Messages, section: &Section) -> Vec<String> {
    let words = [Some(&section.class.label), section.dating.as_ref()];
    let mut lines = vec![listed(messages, Phrase::report_status, words)];
    let claim = section.claims.iter().find(|claim| claim.in_force).or(section.claims.first());
    lines.extend(claim.into_iter().flat_map(|claim| claimed(messages, claim)));
    lines
}

fn claimed(messages: &Messages, claim: &Claim) -> Vec<String> {
    let words = [Some(&claim.class.label), Some(&claim.dating), claim.aside.as_ref()];
    let mut lines = vec![listed(messages, Phrase::report_claim, words)];
    if claim.sources.is_empty() {
        lines.push(messages.say(Phrase::no_source).to_owned());
    }
    lines.extend(claim.sources.iter().take(SOURCES).map(|item| source(messages, item)));
    lines
}

fn source(messages: &Messages, source: &Source) -> String {
    let title = named(messages, Phrase::report_source, &source.title.text);
    match &source.url {
        // On a line of its own: nothing around it is taken for a part of it.
        Some(url) => format!("{title}\n{}", url.as_str()),
        None => title,
    }
}

/// "Name: text", with a text of the feed.
fn named(messages: &Messages, name: Phrase, text: &str) -> String {
    messages.labelled(messages.say(name), &one_line(text))
}

fn listed<const N: usize>(messages: &Messages, name: Phrase, words: [Option<&String>; N]) -> String {
    let words: Vec<String> = words.into_iter().flatten().map(|text| one_line(text)).collect();
    messages.labelled(messages.say(name), &messages.list(&words))
}
