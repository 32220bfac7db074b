//! Everything that is shown of a question to a feed, held against the second resolver.

use super::naive::Naive;
use super::{clock, date, topic};
use policy_explorer::country::Code;
use policy_explorer::feed::Feed;
use policy_explorer::headline::headline;
use policy_explorer::message::Messages;
use policy_explorer::names::Names;
use policy_explorer::scene::class::legend;
use policy_explorer::scene::map::MapScene;
use policy_explorer::scene::svg::{Caption, document as picture};
use policy_explorer::status::{Topic, id};
use policy_explorer::survey::{Filter, Survey};
use policy_explorer::table::{Cell, Sort, Table};
use policy_explorer::world::{Kind, World};
use std::collections::{BTreeMap, BTreeSet};

pub type Counts = BTreeMap<String, usize>;

/// A question to a feed: the values of `measure`, `date`, `known`, `region` and `group`.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    pub topic: &'a str,
    pub date: &'a str,
    pub known: &'a str,
    pub regions: &'a [&'a str],
    pub groups: &'a [&'a str],
}

/// A feed with all that its views are made of.
pub struct Stage<'a> {
    pub feed: &'a Feed,
    pub naive: &'a Naive<'a>,
    pub world: &'a World,
    pub messages: &'a Messages,
}

impl Stage<'_> {
    /// Derives every view of a question and holds it against the second resolver.
    pub fn check(&self, asked: Question<'_>) {
        let Self { feed, naive, world, messages } = *self;
        let regions = asked.regions.iter().map(|id| feed.region(id).expect("a region")).collect();
        let groups = asked.groups.iter().map(|id| feed.group(id).expect("a group")).collect();
        let filter = Filter { regions, groups, statuses: Vec::new() };
        let survey = Survey::new(feed, topic(feed, asked.topic), clock(asked.date, asked.known), &filter);
        let names = Names::new(feed, messages);
        let scene = MapScene::new(feed, world, messages, &names, &survey, 960.0);
        let table = Table::new(feed, messages, &names, &survey, Sort::default());
        let entries = legend(feed, messages, &survey, &[]);
        let counts = naive.counts(asked.topic, (asked.date, asked.known), asked.regions, asked.groups);

        assert_eq!(summary(feed, &survey), counts, "summary of {asked:?}");
        assert_eq!(survey.total(), counts.values().sum::<usize>(), "total of {asked:?}");
        let legend: Counts = entries
            .iter()
            .filter(|entry| entry.count > 0)
            .map(|entry| (entry.class.id.clone(), entry.count))
            .collect();
        assert_eq!(legend, counts, "legend of {asked:?}");
        self.check_map(&scene, asked);
        self.check_table(&table, asked);
        self.check_sentence(&survey, &filter, &counts, asked);
        let caption = Caption { lang: "en", title: "T", notes: &[] };
        check_picture(&picture(feed, world, &scene, &entries, &caption), &scene);
    }

    /// The id of a country's status, where it is a member on the date.
    fn status(&self, country: &str, asked: Question<'_>) -> Option<String> {
        let status = self.naive.status(country, asked.topic, asked.date, asked.known);
        (status != "not-a-member").then_some(status)
    }

    fn is_in_scope(&self, country: &str, asked: Question<'_>) -> bool {
        self.naive.is_in_scope(country, asked.date, asked.regions, asked.groups)
    }

    fn check_map(&self, scene: &MapScene, asked: Question<'_>) {
        let drawn = |country: &&&str| self.world.shape(Code::parse(country).expect("a code")).is_some();
        let expected: BTreeMap<&str, (String, bool)> = (self.naive.members.iter().filter(drawn))
            .filter_map(|country| {
                Some((*country, (self.status(country, asked)?, !self.is_in_scope(country, asked))))
            })
            .collect();
        let items = scene.items.iter();
        let found: BTreeMap<&str, (String, bool)> =
            items.map(|item| (item.code.as_str(), (item.status.clone(), item.muted))).collect();
        assert_eq!(found, expected, "map of {asked:?}");
        assert_eq!(scene.items.len(), expected.len(), "one item a member: {asked:?}");
        for land in &scene.land {
            let shape = &self.world.shapes[land.shape];
            let owner = match shape.kind {
                Kind::PartOf(owner) if !self.naive.members.contains(&land.code.as_str()) => owner,
                _ => land.code,
            };
            let is_member = self.naive.members.contains(&owner.as_str());
            let expected = if is_member { self.status(owner.as_str(), asked) } else { None };
            let found = land.of.map(|(member, _)| self.feed[member].code);
            assert_eq!(found, expected.map(|_| owner), "{} as land of {asked:?}", land.code);
        }
    }

    fn check_table(&self, table: &Table, asked: Question<'_>) {
        let kept =
            |country: &&&str| self.status(country, asked).is_some() && self.is_in_scope(country, asked);
        let expected: BTreeSet<&str> = self.naive.members.iter().filter(kept).copied().collect();
        assert_eq!(
            table.rows.iter().map(|row| row.code.as_str()).collect::<BTreeSet<_>>(),
            expected,
            "{asked:?}"
        );
        assert_eq!((table.rows.len(), table.total), (expected.len(), expected.len()), "table of {asked:?}");
        let heads: Vec<&str> = table.heads.iter().map(|head| head.id.as_str()).collect();
        let mut topics = self.naive.measures.clone();
        topics.extend((topics.len() > 1).then_some("overall"));
        let region = (!self.naive.regions.is_empty()).then_some("region");
        let expected = ["country"].into_iter().chain(region).chain(topics.iter().copied());
        assert_eq!(heads, expected.chain(["changed", "sources"]).collect::<Vec<_>>());
        for row in &table.rows {
            assert_eq!(row.cells.len() + 1, heads.len());
            let cells: Vec<&str> = row.cells.iter().filter_map(status_of).collect();
            let status = |topic: &&str| self.naive.status(row.code.as_str(), topic, asked.date, asked.known);
            assert_eq!(
                cells,
                topics.iter().map(status).collect::<Vec<_>>(),
                "{} in the table of {asked:?}",
                row.code
            );
        }
    }

    /// The sentence begins with how many have done it, of how many.
    fn check_sentence(&self, survey: &Survey, filter: &Filter, counts: &Counts, asked: Question<'_>) {
        let Self { feed, naive, messages, .. } = *self;
        let head = headline(feed, messages, survey, filter, None, date("2026-11-24"));
        let all = format!("{0}-of-{0}", naive.measures.len());
        let is_ranked = naive.scale.iter().any(|status| naive.is_highest(status));
        let counted = |status: &str| match asked.topic {
            "overall" => status == all,
            _ if is_ranked => naive.is_highest(status),
            _ => status != "unknown",
        };
        let done: usize = counts.iter().filter(|(status, _)| counted(status)).map(|(_, count)| count).sum();
        // Names in the sentence may have numbers of their own.
        let title = match survey.topic {
            Topic::Measure(measure) => feed[measure].title.best(messages.tag()).text,
            Topic::Overall => "",
        };
        let regions = filter.regions.iter().map(|&region| &feed[region].label);
        let groups = filter.groups.iter().map(|&group| &feed[group].label);
        let names = regions.chain(groups).map(|label| label.best(messages.tag()).text).chain([title]);
        let numbers = numbers(&names.fold(head.sentence.clone(), |text, name| text.replacen(name, "", 1)));
        assert_eq!(numbers.get(..2), Some(&[done, survey.total()][..]), "“{}” for {asked:?}", head.sentence);
    }
}

/// The id of the status in a cell that has one.
fn status_of(cell: &Cell) -> Option<&str> {
    match cell {
        Cell::Status(class) => Some(&class.id),
        Cell::Region(_) | Cell::Changed(_) | Cell::Sources(_) => None,
    }
}

/// The counts by status id, as `summary()` gives them, without the statuses that nobody has.
pub fn summary(feed: &Feed, survey: &Survey) -> Counts {
    let counts = survey.classes.iter().zip(&survey.counts);
    counts.filter(|(_, count)| **count > 0).map(|(&status, &count)| (id(feed, status), count)).collect()
}

/// The whole numbers in a text.
fn numbers(text: &str) -> Vec<usize> {
    text.split(|letter: char| !letter.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

fn check_picture(svg: &str, scene: &MapScene) {
    let attribute = |piece: &str, name: &str| {
        let (_, rest) = piece.split_once(&format!("{name}=\"")).expect("the attribute is there");
        let value = rest.split_once('"').expect("it ends").0;
        value.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
    };
    let found: Vec<(String, String)> = svg
        .split("<path ")
        .filter(|piece| piece.starts_with("data-country"))
        .map(|piece| (attribute(piece, "data-country"), attribute(piece, "data-status")))
        .collect();
    let items = scene.items.iter().map(|item| (item.code.to_string(), item.status.clone()));
    assert_eq!(found, items.collect::<Vec<_>>());
}
