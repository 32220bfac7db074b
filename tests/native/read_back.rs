//! Every number and date in the widget's texts is read back, in each language, and held against what the second
//! resolver counts: none is wrong, none is missing, none is too many, none stands for another.

use crate::common;

use common::naive::Naive;
use common::pattern::{self, is_described};
use common::reader::{Reader, Said};
use common::{TODAY, clock, date, document, messages, read, topic, world};
use policy_explorer::changes::{Changes, Revision};
use policy_explorer::citation::{Citation, Seen};
use policy_explorer::compare::Comparison;
use policy_explorer::context::Context;
use policy_explorer::feed::details::Fetched;
use policy_explorer::feed::{Feed, MemberIndex};
use policy_explorer::headline::headline;
use policy_explorer::message::{LANGUAGES, Messages, Phrase};
use policy_explorer::names::Names;
use policy_explorer::profile::Profile;
use policy_explorer::scene::class::legend;
use policy_explorer::scene::map::{MapScene, member_tip};
use policy_explorer::scene::timeline::timeline;
use policy_explorer::survey::{Filter, Survey};
use policy_explorer::trend::Trend;
use policy_explorer::world::World;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A question to a feed: the values of `measure`, `date`, `known`, `against`, `region` and `group`.
#[derive(Clone, Copy, Debug)]
struct Question<'a> {
    topic: &'a str,
    date: &'a str,
    known: &'a str,
    against: &'a str,
    regions: &'a [&'a str],
    groups: &'a [&'a str],
}

type Counts = BTreeMap<String, usize>;

/// What the second resolver has found; it takes its time, and each language asks it the same.
#[derive(Default)]
struct Found {
    counts: RefCell<BTreeMap<String, Counts>>,
    standings: RefCell<BTreeMap<String, Vec<Said>>>,
}

/// A feed in one language, with what its texts are made of.
struct Stage<'a> {
    document: &'a Value,
    feed: &'a Feed,
    naive: &'a Naive<'a>,
    found: &'a Found,
    world: &'a World,
    messages: Rc<Messages>,
    names: Names,
    reader: Reader,
    /// The feed's own texts that have numbers in them.
    own: Vec<String>,
    /// How many texts were read, and how many numbers and dates in them.
    read: Cell<(usize, usize)>,
}

impl<'a> Stage<'a> {
    fn new(
        (document, feed, world): (&'a Value, &'a Feed, &'a World),
        (naive, found): (&'a Naive<'a>, &'a Found),
        tag: &str,
    ) -> Self {
        let messages = messages(tag);
        let names = Names::new(feed, &messages);
        let mut own = Vec::new();
        // What the texts may quote: not the evidence, which is long.
        for key in ["title", "policy", "scale", "regions", "groups", "measures", "publisher", "license"] {
            collect(&document[key], &mut own);
        }
        own.sort_by_key(|text| std::cmp::Reverse(text.len()));
        Self {
            document,
            feed,
            naive,
            found,
            world,
            names,
            messages,
            reader: Reader::new(tag),
            own,
            read: Cell::default(),
        }
    }

    /// A text says this, beside the feed's own words.
    fn says(&self, text: &str, expected: &[Said], asked: Question<'_>) {
        let short = self.own.iter().filter(|own| own.len() <= text.len());
        let text = short.fold(text.to_owned(), |text, own| text.replace(own, "…"));
        self.reader.check(&text, expected, &asked);
        let (texts, numbers) = self.read.get();
        self.read.set((texts + 1, numbers + expected.len()));
        // Any other figure in any place would have been found out.
        if let Some(wrong) = with_another_figure(&text) {
            assert_ne!(self.reader.read(&wrong), expected, "“{wrong}” passes for “{text}”");
        }
    }

    fn check(&self, asked: Question<'_>) {
        let feed = self.feed;
        let regions = asked.regions.iter().map(|id| feed.region(id).expect("a region")).collect();
        let groups = asked.groups.iter().map(|id| feed.group(id).expect("a group")).collect();
        let filter = Filter { regions, groups, statuses: Vec::new() };
        let mut survey = Survey::new(feed, topic(feed, asked.topic), clock(asked.date, asked.known), &filter);
        if !asked.against.is_empty() {
            survey = survey.against(feed, date(asked.against));
        }
        self.check_headline(&survey, &filter, asked);
        self.check_changes(&survey, asked);
        if asked.against.is_empty() {
            self.check_legend(&survey, asked);
            self.check_trend(&survey, &filter, asked);
            self.check_table(&survey, asked);
            for (member, country) in self.members() {
                self.check_labels(&survey, member, country, asked);
                // A profile counts all its peers anew: some of them do.
                if member.0 % 16 == asked.date.len() {
                    self.check_profile(&survey, member, country, asked);
                }
            }
            self.check_map(&survey, asked);
            self.check_citation(&survey, asked);
        }
    }

    fn members(&self) -> impl Iterator<Item = (MemberIndex, &'a str)> + use<'_, 'a> {
        self.feed.member_indices().zip(self.naive.members.iter().copied())
    }

    fn total(&self, asked: Question<'_>) -> usize {
        self.counts(asked.topic, asked.date, asked).values().sum()
    }

    fn counts(&self, topic: &str, date: &str, asked: Question<'_>) -> Counts {
        let key = format!("{topic} {date} {} {:?} {:?}", asked.known, asked.regions, asked.groups);
        let count = || self.naive.counts(topic, (date, asked.known), asked.regions, asked.groups);
        self.found.counts.borrow_mut().entry(key).or_insert_with(count).clone()
    }

    /// How many have done what is asked: all of it.
    fn done(&self, date: &str, asked: Question<'_>) -> usize {
        let all = format!("{0}-of-{0}", self.naive.measures.len());
        let is_done = |status: &str| {
            if asked.topic == "overall" {
                status == all
            } else {
                is_described(self.naive, asked.topic, status)
            }
        };
        self.counts(asked.topic, date, asked)
            .iter()
            .filter(|entry| is_done(entry.0))
            .map(|entry| entry.1)
            .sum()
    }

    fn is_counted(&self, country: &str, asked: Question<'_>) -> bool {
        self.naive.status(country, asked.topic, asked.date, asked.known) != "not-a-member"
            && self.naive.is_in_scope(country, asked.date, asked.regions, asked.groups)
    }

    fn check_headline(&self, survey: &Survey, filter: &Filter, asked: Question<'_>) {
        let viewed = Some(date(asked.date)).filter(|_| asked.date != TODAY);
        let head = headline(self.feed, &self.messages, survey, filter, viewed, date(TODAY));
        let mut expected = Vec::new();
        let blank = self.blank(asked);
        if let Some(first) = blank {
            expected.push(first);
        } else if asked.against.is_empty() {
            expected.extend([self.done(asked.date, asked), self.total(asked)].map(Said::Number));
            expected.extend((asked.topic == "overall").then_some(Said::Number(self.naive.measures.len())));
            expected.extend(viewed.map(|_| Said::date(asked.date)));
        } else {
            let asked_of = |country: &str| {
                self.naive.change(country, asked.topic, asked.against, (asked.date, asked.known))
            };
            let counted = self.members().filter(|(_, country)| self.is_counted(country, asked));
            let changes: Vec<&str> = counted.map(|(_, country)| asked_of(country)).collect();
            let number = |kind: &str| changes.iter().filter(|change| **change == kind).count();
            let kinds = ["forward", "back", "first-known", "withdrawn", "otherwise"].map(number);
            expected.extend([kinds.iter().sum(), self.total(asked)].map(Said::Number));
            expected.extend([Said::date(&end_of(asked.against)), Said::date(asked.date)]);
            expected.extend(kinds.into_iter().filter(|count| *count > 0).map(Said::Number));
        }
        self.says(&head.sentence, &expected, asked);
        if blank.is_some() {
            assert_eq!(head.description, "");
        } else if asked.against.is_empty() && asked.groups.is_empty() {
            let claims = pattern::expected(self.naive, asked.topic, (asked.date, asked.known), asked.regions);
            let numbers = claims.iter().flat_map(|claim| claim.numbers()).map(Said::Number);
            self.says(&head.description, &numbers.collect::<Vec<_>>(), asked);
            let mut rest = head.description.as_str();
            for id in claims.iter().flat_map(|claim| claim.regions()) {
                let region = self.feed.region(id).expect("a region");
                let label = self.feed[region].label.best(self.messages.tag()).text;
                let named = rest.split_once(label);
                rest = named.unwrap_or_else(|| panic!("no {label} in {} {asked:?}", head.description)).1;
            }
        }
        // That the pattern may be one of sources is said without a number.
        let sources = (!head.description.is_empty()).then(Vec::new);
        let expected = self.caveats(asked).into_iter().chain(sources).chain(self.notes(asked));
        let texts: Vec<&String> =
            head.caveats.iter().chain(head.notes.iter().map(|note| &note.text)).collect();
        assert_eq!(texts.len(), expected.clone().count(), "{texts:?} {asked:?}");
        for (text, expected) in texts.into_iter().zip(expected) {
            self.says(text, &expected, asked);
        }
    }

    /// What is said of the dates asked for.
    fn caveats(&self, asked: Question<'_>) -> Vec<Vec<Said>> {
        let is_future = format!("{}{}", asked.date, &"yyyy-01-01"[asked.date.len()..]).as_str() > TODAY;
        let known = (!asked.known.is_empty()).then(|| vec![Said::date(asked.known)]);
        is_future.then(Vec::new).into_iter().chain(known).collect()
    }

    /// What the notes say.
    fn notes(&self, asked: Question<'_>) -> Vec<Vec<Said>> {
        let mut notes = Vec::new();
        if self.blank(asked).is_some() {
            return notes;
        }
        let scope = (asked.regions, asked.groups);
        let announced = self.naive.announced_in(asked.topic, (asked.date, asked.known), TODAY, scope);
        let unknown = self.counts(asked.topic, asked.date, asked).get("unknown").copied().unwrap_or_default();
        let numbers = [unknown - announced, announced].into_iter().filter(|number| *number > 0);
        notes.extend(numbers.map(|number| vec![Said::Number(number)]));
        if asked.regions.is_empty() && asked.groups.is_empty() && asked.known.is_empty() {
            let newest = self.reported(asked.topic, asked.date).pop();
            let named = self.named(asked.date, asked);
            notes.extend(
                newest.map(|(date, count)| vec![Said::date(date), Said::Number(count), Said::Number(named)]),
            );
        }
        notes
    }

    /// The first day on record, where nothing was on record yet.
    fn blank(&self, asked: Question<'_>) -> Option<Said> {
        self.naive.nothing_before(asked.known).map(Said::date)
    }

    /// How many are known by name to have come as far as one can: nobody on a scale without ranks.
    fn named(&self, date: &str, asked: Question<'_>) -> usize {
        let is_ranked = self.naive.scale.iter().any(|status| self.naive.is_highest(status));
        if asked.topic == "overall" || is_ranked { self.done(date, asked) } else { 0 }
    }

    /// The totals that somebody reported by the date, oldest first.
    fn reported(&self, topic: &str, date: &str) -> Vec<(&str, usize)> {
        let items = self.document["reported"].as_array().map_or(&[][..], Vec::as_slice);
        let text = |item: &'a Value, key: &str| item[key].as_str().unwrap_or_default();
        let last = format!("{date}{}", &"yyyy-12-31"[date.len()..]);
        let first = |date: &str| format!("{date}{}", &"yyyy-01-01"[date.len()..]);
        let mut found: Vec<(&str, usize)> = Vec::new();
        for item in items.iter().filter(|item| item["measure"] == topic) {
            if first(text(item, "date")) <= last {
                found.push((text(item, "date"), item["count"].as_u64().expect("a count") as usize));
            }
        }
        found.sort_by_key(|entry| first(entry.0));
        found
    }

    fn check_legend(&self, survey: &Survey, asked: Question<'_>) {
        let counts = self.counts(asked.topic, asked.date, asked);
        for entry in legend(self.feed, &self.messages, survey, &[]) {
            let count = counts.get(&entry.class.id).copied().unwrap_or_default();
            assert_eq!(entry.count.is_none(), self.blank(asked).is_some(), "{asked:?}");
            entry.count.into_iter().for_each(|found| {
                self.says(&self.messages.number(found), &[Said::Number(count)], asked);
            });
            self.says(&entry.class.label, &label(&entry.class.id), asked);
        }
    }

    fn check_table(&self, survey: &Survey, asked: Question<'_>) {
        let rows = self.feed.member_indices().filter(|&member| survey.shows(member)).count();
        let total = self.messages.number(survey.total());
        let caption = self.messages.count(Phrase::rows, rows, &[("total", &total)]);
        let numbers = [self.total(asked), self.total(asked)].map(Said::Number);
        self.says(&caption, &numbers, asked);
        for (_, country) in self.members() {
            let changed = self.naive.changed(country, asked.date, asked.known);
            if let Some((stated, _)) = changed {
                self.says(&self.messages.date(date(stated)), &[Said::date(stated)], asked);
            }
        }
    }

    fn check_trend(&self, survey: &Survey, filter: &Filter, asked: Question<'_>) {
        let trend = Trend::new(self.feed, survey.topic, survey.clock, filter, date(TODAY));
        let compares = asked.regions.is_empty() && asked.groups.is_empty() && asked.known.is_empty();
        for (place, column) in trend.columns.iter().enumerate() {
            let end = column.date.to_string();
            let counts = self.counts(asked.topic, &end, asked);
            let mut expected = vec![Said::date(&end)];
            for status in self.naive.order(asked.topic) {
                expected.extend(label(&status));
                expected.push(Said::Number(counts.get(&status).copied().unwrap_or_default()));
            }
            let until = trend.end.to_string();
            for (reported, count) in self.reported(asked.topic, &until).into_iter().filter(|_| compares) {
                let year: u16 = reported[..4].parse().expect("a year");
                if (column.first..=column.last).contains(&year) {
                    let named = Said::Number(self.named(reported, asked));
                    expected.extend([Said::date(reported), Said::Number(count), named]);
                }
            }
            let numbers = trend.numbers(&self.messages, place);
            self.says(&numbers.line(&self.messages), &expected, asked);
            let total = Said::Number(counts.values().sum());
            self.says(&self.messages.number(numbers.total), &[total], asked);
        }
    }

    /// What is said of a member beside its name: its status, since when, and on how many sources it rests.
    fn standing(&self, country: &str, topic: &str, asked: Question<'_>) -> Vec<Said> {
        let key = format!("{country} {topic} {} {}", asked.date, asked.known);
        let stand = || self.stand(country, topic, asked);
        self.found.standings.borrow_mut().entry(key).or_insert_with(stand).clone()
    }

    fn stand(&self, country: &str, topic: &str, asked: Question<'_>) -> Vec<Said> {
        let status = self.naive.status(country, topic, asked.date, asked.known);
        let mut expected = label(&status);
        let is_member = status != "not-a-member";
        let grounds = self.naive.grounds(country, topic, asked.date, asked.known);
        if let Some(first) = grounds.first().filter(|_| is_member) {
            let sources = self.naive.sources_of(country, topic, asked.date, asked.known);
            expected.extend([Said::date(first["date"].as_str().expect("a date")), Said::Number(sources)]);
        }
        let announced = self.naive.announced(country, topic, (asked.date, asked.known), TODAY);
        if let Some(record) = announced.filter(|_| topic != "overall") {
            let sources = common::naive::sources(record);
            expected.extend([Said::date(record["date"].as_str().expect("a date")), Said::Number(sources)]);
        }
        expected
    }

    /// How many measures are done, of how many.
    fn overall(&self, country: &str, asked: Question<'_>) -> Vec<Said> {
        label(&self.naive.status(country, "overall", asked.date, asked.known))
    }

    fn check_labels(&self, survey: &Survey, member: MemberIndex, country: &str, asked: Question<'_>) {
        if self.naive.status(country, asked.topic, asked.date, asked.known) == "not-a-member" {
            return;
        }
        let tip = member_tip(Context::new(self.feed, &self.messages, &self.names, survey), member);
        self.says(&tip.lines[0], &self.standing(country, asked.topic, asked), asked);
        let has_more = asked.topic != "overall" && self.naive.measures.len() > 1;
        let overall = self.overall(country, asked);
        let has_data = self.naive.status(country, "overall", asked.date, asked.known) != "unknown";
        assert_eq!(tip.lines.len(), 1 + usize::from(has_more && has_data), "{tip:?}");
        tip.lines.iter().skip(1).for_each(|line| self.says(line, &overall, asked));
        let (names, clock) = (&self.names, survey.clock);
        let compared = Comparison::new(self.feed, &self.messages, names, clock, &[member]);
        for line in &compared.lines {
            let standing = &line.standings[0];
            let texts = [Some(&standing.class.label), standing.dating.as_ref(), standing.sources.as_ref()];
            let text = texts.into_iter().flatten().cloned().collect::<Vec<_>>().join(", ");
            self.says(&text, &self.standing(country, &line.id, asked), asked);
        }
    }

    fn check_map(&self, survey: &Survey, asked: Question<'_>) {
        let scene =
            MapScene::new(Context::new(self.feed, &self.messages, &self.names, survey), self.world, 960.0);
        for item in &scene.items {
            self.says(&item.label, &self.standing(item.code.as_str(), asked.topic, asked), asked);
        }
        let Some(line) = timeline(self.feed, &self.messages, survey, date(TODAY), 700.0) else { return };
        let policy = &self.document["policy"];
        let adopted = policy["adopted"].as_str().map(Said::date);
        assert_eq!(line.adopted.is_some(), adopted.is_some());
        line.adopted.iter().for_each(|mark| self.says(&mark.label, &[adopted.expect("a date")], asked));
    }

    fn check_profile(&self, survey: &Survey, member: MemberIndex, country: &str, asked: Question<'_>) {
        let profile = Profile::new(
            Context::new(self.feed, &self.messages, &self.names, survey),
            date(TODAY),
            member,
            &Fetched::Coming,
        );
        let mut expected = Vec::new();
        let overall = self.naive.status(country, "overall", asked.date, asked.known);
        if overall != "not-a-member" {
            expected.extend(self.naive.member(country)["joined"].as_str().map(Said::date));
            expected.extend(label(&overall).into_iter().filter(|_| self.naive.measures.len() > 1));
        }
        let facts: Vec<&str> = profile.facts.iter().map(|fact| fact.text.as_str()).collect();
        self.says(&facts.join("; "), &expected, asked);
        assert!(profile.peers.is_none() || self.blank(asked).is_none(), "{asked:?}");
        for peer in profile.peers.iter().flat_map(|peers| &peers.scopes) {
            let id = [peer.id.as_str()];
            let is_region = matches!(peer.scope, policy_explorer::profile::Scope::Region(_));
            let (regions, groups): (&[&str], &[&str]) = if is_region { (&id, &[]) } else { (&[], &id) };
            let asked = Question { regions, groups, ..asked };
            let unknown =
                self.counts(asked.topic, asked.date, asked).get("unknown").copied().unwrap_or_default();
            let numbers = [self.named(asked.date, asked), self.total(asked)].map(Said::Number);
            // Where nothing is known of anybody, none is no count.
            let numbers = if unknown == self.total(asked) { &[][..] } else { &numbers };
            self.says(&peer.count, numbers, asked);
        }
        for (section, measure) in profile.sections.iter().zip(&self.naive.measures) {
            let dates = |key: &str| {
                let records = self.naive.records_of(country, measure).into_iter();
                sorted(records.filter_map(|record| record[key].as_str()).map(Said::date).collect())
            };
            let texts = |text: &dyn Fn(&policy_explorer::profile::Claim) -> Option<String>| {
                let texts: Vec<String> = section.claims.iter().filter_map(text).collect();
                sorted(texts.iter().flat_map(|text| self.reader.read(text)).collect())
            };
            assert_eq!(texts(&|claim| Some(claim.dating.clone())), dates("date"), "{asked:?}");
            assert_eq!(texts(&|claim| claim.recorded.clone()), dates("recorded"), "{asked:?}");
            self.check_history(section, country, measure, asked);
        }
    }

    /// Each date in the words of a history is that of a claim, or of joining or leaving, and the last one that viewed.
    fn check_history(
        &self,
        section: &policy_explorer::profile::Section,
        country: &str,
        measure: &str,
        asked: Question<'_>,
    ) {
        let Some(history) = &section.history else { return };
        let mut said = self.reader.read(&history.label);
        assert_eq!(said.pop(), Some(Said::date(asked.date)), "{} {asked:?}", history.label);
        let member = self.naive.member(country);
        let records = self.naive.records_of(country, measure);
        let dates = records.iter().filter_map(|record| record["date"].as_str());
        let turns = [&member["joined"], &member["left"]].into_iter().filter_map(|date| date.as_str());
        let known: Vec<Said> = dates.chain(turns).map(Said::date).collect();
        assert!(said.iter().all(|date| known.contains(date)), "{} {asked:?}", history.label);
        assert!(said.len() + 1 >= history.steps.len(), "{} {asked:?}", history.label);
    }

    fn check_changes(&self, survey: &Survey, asked: Question<'_>) {
        let against = Some(asked.against).filter(|against| !against.is_empty()).map(date);
        let changes = Changes::new(self.feed, &self.names, survey, against, date(TODAY));
        let stated = |date: policy_explorer::date::Date| Said::date(&date.to_string());
        for change in &changes.world {
            let line = changes.line(&self.messages, &self.names, change);
            self.says(&line.text, &[stated(change.record.date)], asked);
            let sources = change.record.evidence.len();
            let expected: Vec<Said> = (sources > 0).then_some(Said::Number(sources)).into_iter().collect();
            self.says(&line.details.join(", "), &expected, asked);
        }
        for act in &changes.feed {
            let lines = changes.revision(&self.messages, &self.names, act);
            match act {
                Revision::Recorded(on, records) if lines.len() < records.len() => {
                    self.says(&lines[0].text, &[Said::Number(records.len()), stated(*on)], asked);
                }
                Revision::Recorded(on, records) => {
                    for (line, record) in lines.iter().zip(records) {
                        self.says(&line.text, &[stated(record.date), stated(*on)], asked);
                    }
                }
                Revision::Withdrawn(on, record) => {
                    self.says(&lines[0].text, &[stated(record.date), stated(*on)], asked);
                }
            }
        }
    }

    fn check_citation(&self, survey: &Survey, asked: Question<'_>) {
        let seen = Seen { on: date(TODAY), clock: survey.clock, link: None, digest: None };
        let citation = Citation::new(self.feed, &self.messages, seen).plain();
        let published = self.document["published"].as_str().map(|time| Said::date(&time[..10]));
        let known = (!asked.known.is_empty()).then(|| Said::date(asked.known));
        let viewed = published.into_iter().chain([Said::date(asked.date)]).chain(known);
        let dates = viewed.chain(self.blank(asked)).chain([Said::date(TODAY)]);
        self.says(&citation, &dates.collect::<Vec<_>>(), asked);
    }
}

/// The text with its last figure one more; none where it has no figure.
fn with_another_figure(text: &str) -> Option<String> {
    let (place, figure) = text.char_indices().rfind(|(_, letter)| letter.is_ascii_digit())?;
    let other = if figure == '9' { '8' } else { char::from(figure as u8 + 1) };
    Some(format!("{}{other}{}", &text[..place], &text[place + 1..]))
}

/// The last day of a date.
fn end_of(date: &str) -> String {
    let number = |part: Option<&str>| part.map_or(12, |part| part.parse::<u32>().expect("digits"));
    let (year, month) = (number(date.get(..4)), number(date.get(5..7)));
    let is_leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    let days = [31, if is_leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let day = date.get(8..).map_or(days[month as usize - 1], |day| day.parse().expect("digits"));
    format!("{year:04}-{month:02}-{day:02}")
}

/// The numbers in the label of a status: none where no measure is done.
fn label(status: &str) -> Vec<Said> {
    match status.split_once("-of-").filter(|(done, _)| *done != "0") {
        Some((done, all)) => {
            [done, all].map(|number| Said::Number(number.parse().expect("a number"))).to_vec()
        }
        None => Vec::new(),
    }
}

fn sorted(mut said: Vec<Said>) -> Vec<Said> {
    said.sort_unstable();
    said
}

/// The texts of a document that have digits, without its dates.
fn collect(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => {
            let is_time = text.starts_with(|first: char| first.is_ascii_digit()) && !text.contains(' ');
            if !is_time && text.contains(char::is_numeric) {
                texts.push(text.clone());
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, texts)),
        Value::Object(fields) => fields.values().for_each(|field| collect(field, texts)),
        _ => {}
    }
}

/// Asks about every topic at each date, with and without what was known, an earlier date, and filters.
/// How many texts were read, and how many numbers and dates in them.
fn check_feed(document: &Value, dates: &[&str], known: &str, against: &str) -> (usize, usize) {
    let checked = read(document);
    let mut read = (0, 0);
    let (naive, found, world) = (Naive::new(document), Found::default(), world());
    let (region, group) =
        (&naive.regions[..naive.regions.len().min(1)], &naive.groups[..naive.groups.len().min(1)]);
    for tag in LANGUAGES {
        let stage = Stage::new((document, &checked.value, &world), (&naive, &found), tag);
        for &date in dates {
            for topic in naive.measures.iter().copied().chain(["overall"]) {
                let asked = Question { topic, date, known: "", against: "", regions: &[], groups: &[] };
                stage.check(asked);
                stage.check(Question { known, regions: region, ..asked });
                stage.check(Question { groups: group, ..asked });
                stage.check(Question { against, ..asked });
            }
        }
        let (texts, numbers) = stage.read.get();
        assert!(texts > 0 && numbers > 0, "nothing is said in {tag}");
        read = (read.0 + texts, read.1 + numbers);
    }
    read
}

fn print((texts, numbers): (usize, usize), feed: &str) {
    println!(
        "{feed}: {numbers} numbers and dates read back from {texts} texts in {} languages",
        LANGUAGES.len()
    );
}

#[test]
fn the_texts_of_the_real_feed_say_its_numbers() {
    let dates = ["1955", "2014", "2017-01", TODAY, "2031"];
    print(check_feed(&document("hanoi-2011"), &dates, "2026-11-23", "1950-05-31"), "the real feed");
}

/// A test for each date, which threads share: it is the longest.
fn check_demo(date: &str) {
    print(check_feed(&document("demo"), &[date], "2015", "2008"), "the demo");
}

#[test]
fn the_texts_of_the_invented_feed_say_its_numbers_today() {
    check_demo(TODAY);
}

#[test]
fn the_texts_of_the_invented_feed_say_its_numbers_some_years_ago() {
    check_demo("2020-02-29");
}

#[test]
fn the_texts_of_the_invented_feed_say_its_numbers_long_ago() {
    check_demo("2009-06");
}

/// How many generated feeds are read.
const CASES: u32 = 24;

#[test]
fn the_texts_of_every_feed_say_its_numbers() {
    let mut runner = TestRunner::new(Config { cases: CASES, failure_persistence: None, ..Config::default() });
    let date = common::generate::date;
    let asked = (common::generate::feed(), prop::collection::vec(date(), 2), date());
    let read = Cell::new((0, 0));
    let tried = runner.run(&asked, |(document, dates, known)| {
        let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
        let (texts, numbers) = check_feed(&document, &dates, &known, "2001");
        read.set((read.get().0 + texts, read.get().1 + numbers));
        Ok(())
    });
    tried.unwrap_or_else(|error| panic!("{error}"));
    print(read.get(), &format!("{CASES} generated feeds"));
}
