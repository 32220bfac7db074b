//! What is asked, and what counts as done.

use crate::feed::text::Link;
use crate::feed::{Feed, Measure, MeasureIndex};
use crate::message::{Messages, Phrase};
use crate::scene::class::{Class, class, label};
use crate::status::{self, Status, Topic};
use crate::words::Words;

/// What is asked for, with which force, and what counts as done.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// The clause and its force: "Clause 3, urges".
    pub clause: Option<String>,
    /// What the measure asks for; for all measures, what is counted.
    pub summary: Option<Words>,
    /// The policy's title and summary.
    pub policy: Vec<Words>,
    /// Who adopted it, where and when.
    pub adopted: Vec<Words>,
    /// Where the policy can be read.
    pub url: Option<Link>,
    /// What the publisher must have seen, by status.
    pub criteria: Vec<(Class, Words)>,
}

/// What "no public data" does not mean: the lowest status of the feed's own scale.
pub fn unknown_note(feed: &Feed, messages: &Messages) -> String {
    let lowest = label(feed, messages, Status::Level(feed.lowest()));
    messages.fill(Phrase::unknown_note, &[("status", &lowest)])
}

/// What a topic asks for.
pub fn about(feed: &Feed, messages: &Messages, topic: Topic) -> About {
    let tag = messages.tag();
    let policy = &feed.policy;
    let policy_texts = [&policy.title, &policy.summary].into_iter().flatten();
    let mut adopted: Vec<Words> =
        [&policy.body, &policy.place].into_iter().flatten().map(|text| Words::best(text, tag)).collect();
    adopted.extend(policy.adopted.map(|date| Words::own(messages.dated_by(policy.dating, date))));
    let mut about = About {
        clause: None,
        summary: None,
        policy: policy_texts.map(|text| Words::best(text, tag)).collect(),
        adopted,
        url: policy.url.clone(),
        criteria: Vec::new(),
    };
    match topic {
        Topic::Overall => {
            let highest = status::classes(feed, Topic::Measure(MeasureIndex(0)))[0];
            let status = label(feed, messages, highest);
            about.summary = Some(Words::own(messages.fill(Phrase::counted_overall, &[("status", &status)])));
        }
        Topic::Measure(measure) => {
            let criteria = feed[measure].criteria.iter();
            let described = |(level, text): &(_, _)| {
                (class(feed, messages, Status::Level(*level)), Words::best(text, tag))
            };
            about.criteria = criteria.map(described).collect();
            about.clause = clause(&feed[measure], messages);
            about.summary = feed[measure].summary.as_ref().map(|text| Words::best(text, tag));
        }
    }
    about
}

/// "Clause 3, urges": the usual forces in the reader's language, others as the feed puts them.
fn clause(measure: &Measure, messages: &Messages) -> Option<String> {
    let clause = measure.clause.as_deref()?;
    let Some(force) = &measure.force else {
        return Some(messages.fill(Phrase::clause, &[("clause", clause)]));
    };
    let force = force.best(messages.tag()).text;
    let own = match force {
        "encourages" => messages.say(Phrase::encourages),
        "urges" => messages.say(Phrase::urges),
        "requests" => messages.say(Phrase::requests),
        "invites" => messages.say(Phrase::invites),
        "recommends" => messages.say(Phrase::recommends),
        "calls upon" => messages.say(Phrase::calls_upon),
        other => other,
    };
    Some(messages.fill(Phrase::clause_force, &[("clause", clause), ("force", own)]))
}
