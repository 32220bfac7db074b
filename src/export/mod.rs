//! What a reader takes away as files, made of what is shown: tables, claims, a picture's words. The map itself is
//! `scene::svg`; who packs and saves is the page.

use crate::date::Date;
use crate::feed::details::address;
use crate::feed::{Dating, Feed, MemberIndex, Record};
use crate::message::{Messages, Phrase, unmarked};
use crate::names::Names;
use crate::scene::class::{Entry, class_of};
use crate::status::{self, Topic};
use crate::survey::Survey;

pub mod claims;
mod shown;
mod words;

pub use claims::{claims, compared_claims};
pub use shown::{csv, json};
pub use words::{alt, compared_alt, license, sources};

/// What is shown, as far as files are made of it.
#[derive(Clone, Debug)]
pub struct Extract<'a> {
    /// The feed.
    pub feed: &'a Feed,
    /// The reader's language.
    pub messages: &'a Messages,
    /// What the members are called.
    pub names: &'a Names,
    /// The statuses.
    pub survey: &'a Survey,
    /// The members that the filters keep, in the order of the table.
    pub members: Vec<MemberIndex>,
    /// The classes with their counts; none where countries are compared.
    pub legend: &'a [Entry],
    /// What is shown, in a sentence.
    pub sentence: String,
    /// What must be known beside.
    pub notes: Vec<String>,
    /// The fields of the view that are not at their default, by the name of their attribute.
    pub view: Vec<(&'static str, String)>,
    /// The citation in sentences: publisher, title, version, dates, licence, link.
    pub citation: String,
    /// The address of the view, or of its page.
    pub link: String,
    /// The SHA-256 of the feed's bytes, in hexadecimal digits.
    pub digest: Option<&'a str>,
    /// The address of the files that have the sources of each country, with a place for its code. `None` if the feed has them.
    pub details: Option<String>,
}

impl Extract<'_> {
    /// What every file says first, a line each: that it is a demonstration, if it is one; what it is `about`; whose data
    /// it is, of when, under which terms; its language.
    fn remarks(&self, about: &[String]) -> Vec<String> {
        let messages = self.messages;
        let demo = self.feed.demo.then(|| messages.say(Phrase::demo).to_owned());
        let language =
            messages.locale().language(messages.language()).unwrap_or_else(|| messages.language().to_owned());
        let own = [self.citation.clone(), messages.fill(Phrase::export_language, &[("language", &language)])];
        let elsewhere = self.details.as_ref();
        let elsewhere =
            elsewhere.map(|address| messages.fill(Phrase::export_details, &[("address", address)]));
        let texts = demo.into_iter().chain(about.iter().cloned()).chain(own).chain(elsewhere);
        texts.map(|text| unmarked(&text)).collect()
    }

    /// The sentence and what must be known beside.
    fn about(&self) -> Vec<String> {
        [&self.sentence].into_iter().chain(&self.notes).cloned().collect()
    }

    /// The file that has the sources of a claim, if the feed has not.
    fn details_of(&self, record: &Record) -> Option<String> {
        let template = self.details.as_ref().filter(|_| record.sources() > record.evidence.len())?;
        Some(address(template, self.feed[record.member].code))
    }

    /// A member's status for a topic.
    fn standing(&self, member: MemberIndex, topic: Topic) -> Standing {
        let (feed, clock) = (self.feed, self.survey.clock);
        let status = status::status(feed, member, topic, clock);
        let grounds = match topic {
            Topic::Overall => Vec::new(),
            Topic::Measure(measure) => status::grounds(feed, member, measure, clock),
        };
        let mut sources: Vec<String> = Vec::new();
        for record in grounds.iter() {
            let urls = record.evidence.iter().filter_map(|evidence| evidence.url.as_ref());
            let urls = urls.map(|url| url.as_str().to_owned()).chain(self.details_of(record));
            for url in urls {
                if !sources.contains(&url) {
                    sources.push(url);
                }
            }
        }
        Standing {
            id: status::id(feed, status),
            label: class_of(feed, self.messages, topic, member, clock).label,
            dating: grounds.first().map(|first| (dating(first.dating), first.date)),
            sources,
        }
    }

    /// The topics that tables have columns for, each with its id.
    fn topics(&self) -> Vec<(Topic, &str)> {
        Topic::all(self.feed).into_iter().map(|topic| (topic, topic.id(self.feed))).collect()
    }

    /// The label of a member's region; empty where the feed has none.
    fn region(&self, member: MemberIndex) -> &str {
        let region = self.feed[member].region;
        region.map_or("", |region| self.feed[region].label.best(self.messages.tag()).text)
    }
}

/// A member's status for a topic, with what it rests on.
struct Standing {
    id: String,
    label: String,
    dating: Option<(&'static str, Date)>,
    /// The addresses of its sources, each once; of those in the details of its country, the address of these.
    sources: Vec<String>,
}

/// How a date is meant, as feeds write it.
fn dating(dating: Dating) -> &'static str {
    match dating {
        Dating::Since => "since",
        Dating::By => "by",
    }
}

/// A date as it was stated; empty where there is none.
fn iso(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}
