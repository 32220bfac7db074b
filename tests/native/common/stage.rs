//! Everything that is shown of a question to a feed, held against the second resolver.

use super::naive::Naive;
use super::{clock, date, topic};
use policy_explorer::context::Context;
use policy_explorer::country::Code;
use policy_explorer::export::{self, Extract};
use policy_explorer::feed::Feed;
use policy_explorer::headline::headline;
use policy_explorer::markup::svg::svg;
use policy_explorer::message::Messages;
use policy_explorer::names::Names;
use policy_explorer::parts::picture::{self, Caption};
use policy_explorer::scene::class::legend;
use policy_explorer::scene::map::MapScene;
use policy_explorer::scene::palette::Pattern;
use policy_explorer::status::{Status, Topic, id};
use policy_explorer::survey::{Filter, Survey};
use policy_explorer::table::{Cell, Sort, Table};
use policy_explorer::trend::Trend;
use policy_explorer::world::globe::Globe;
use policy_explorer::world::projection::Place;
use policy_explorer::world::{Kind, World, pack, tiles};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

pub type Counts = BTreeMap<String, usize>;

/// A question to a feed: the values of `measure`, `date`, `known`, `region`, `group` and `status`.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    pub topic: &'a str,
    pub date: &'a str,
    pub known: &'a str,
    pub regions: &'a [&'a str],
    pub groups: &'a [&'a str],
    pub statuses: &'a [&'a str],
}

/// A feed with all that its views are made of.
pub struct Stage<'a> {
    pub feed: &'a Feed,
    pub naive: &'a Naive<'a>,
    /// Map, tiles and globe.
    pub worlds: &'a [World; 3],
    pub messages: &'a Messages,
}

/// The map, the tiles of a feed's members and the globe seen from above Africa.
pub fn worlds(feed: &Feed) -> [World; 3] {
    let read = |name: &str| std::fs::read(format!("data/world/{name}")).expect("it is there");
    let overview = pack::read(&read("overview.pack")).expect("a pack");
    let table = String::from_utf8(read("tiles.csv")).expect("a table");
    let countries: Vec<Code> = feed.members.iter().map(|member| member.code).collect();
    let globe = Globe::new(&overview).seen(Place { lon: 20.0, lat: 10.0 });
    [overview.draw(), tiles::world(&table, &countries), globe]
}

impl Stage<'_> {
    /// Derives every view of a question and holds it against the second resolver.
    pub fn check(&self, asked: Question<'_>) {
        let Self { feed, naive, worlds, messages } = *self;
        let regions = asked.regions.iter().map(|id| feed.region(id).expect("a region")).collect();
        let groups = asked.groups.iter().map(|id| feed.group(id).expect("a group")).collect();
        let statuses = asked.statuses.iter().map(|id| status(feed, id)).collect();
        let filter = Filter { regions, groups, statuses };
        let survey = Survey::new(feed, topic(feed, asked.topic), clock(asked.date, asked.known), &filter);
        let names = Names::new(feed, messages);
        let table = Table::new(Context::new(feed, messages, &names, &survey), Sort::default());
        let entries = legend(feed, messages, &survey, &filter.statuses);
        let counts = naive.counts(asked.topic, (asked.date, asked.known), asked.regions, asked.groups);

        assert_eq!(summary(feed, &survey), counts, "summary of {asked:?}");
        assert_eq!(survey.total(), counts.values().sum::<usize>(), "total of {asked:?}");
        let legend: Counts = entries
            .iter()
            .filter_map(|entry| Some((entry.class.id.clone(), entry.count.filter(|&count| count > 0)?)))
            .collect();
        let is_blank = naive.nothing_before(asked.known).is_some();
        assert_eq!(legend, if is_blank { Counts::new() } else { counts.clone() }, "legend of {asked:?}");
        let other = Survey::new(feed, survey.topic, clock("2015", ""), &Filter::default());
        let before = MapScene::new(Context::new(feed, messages, &names, &other), &worlds[0], 960.0);
        for world in worlds {
            let scene = MapScene::new(Context::new(feed, messages, &names, &survey), world, 960.0);
            self.check_map(world, &scene, asked);
            let after = MapScene::after(Some(&before), Context::new(feed, messages, &names, &survey), world);
            assert_eq!(after.placed(world, 960.0, 1.0), scene, "after another map: {asked:?}");
        }
        self.check_table(&table, asked);
        self.check_trend(&filter, &counts, asked);
        self.check_sentence(&survey, &filter, &counts, asked);
        let caption = Caption {
            messages,
            policy: "P",
            title: "T",
            description: "",
            notes: &[],
            pattern: Pattern::Plain,
        };
        let scene = MapScene::new(Context::new(feed, messages, &names, &survey), &worlds[0], 960.0);
        let picture = picture::map(feed, &worlds[0], &scene, &entries, &caption);
        check_picture(&svg(&picture), &scene);
        let extract = Extract {
            feed,
            messages,
            names: &names,
            survey: &survey,
            members: table.rows.iter().map(|row| row.member).collect(),
            legend: &entries,
            sentence: String::new(),
            notes: Vec::new(),
            view: Vec::new(),
            citation: String::new(),
            link: String::new(),
            digest: None,
        };
        self.check_files(&export::csv(&extract), &export::json(&extract), asked);
    }

    /// The ids of all topics that files and table have.
    fn topics(&self) -> Vec<&str> {
        let mut topics = self.naive.measures.clone();
        topics.extend((topics.len() > 1).then_some("overall"));
        topics
    }

    /// Whether the filters keep a country; what is no member on the date is not kept.
    fn is_kept(&self, country: &str, asked: Question<'_>) -> bool {
        let status = self.status(country, asked);
        let keeps = |status: &String| asked.statuses.is_empty() || asked.statuses.contains(&status.as_str());
        status.as_ref().is_some_and(keeps) && self.is_in_scope(country, asked)
    }

    fn check_trend(&self, filter: &Filter, counts: &Counts, asked: Question<'_>) {
        let clock = clock(asked.date, asked.known);
        let trend = Trend::new(self.feed, topic(self.feed, asked.topic), clock, filter, date("2026-11-24"));
        let numbers = trend.numbers(self.messages, trend.viewed);
        let found = numbers.counts.into_iter().filter(|(_, count)| *count > 0);
        assert_eq!(found.map(|(class, count)| (class.id, count)).collect::<Counts>(), *counts, "{asked:?}");
    }

    /// Every cell of both files.
    fn check_files(&self, table: &str, json: &str, asked: Question<'_>) {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&table.as_bytes()[3..]);
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
        let mut rows = rows.iter().skip_while(|row| &row[0] == "#");
        let head = rows.next().expect("a head");
        let json: Value = serde_json::from_str(json).expect("it is JSON");
        let members = json["members"].as_array().expect("a list");
        let kept = self.naive.members.iter().filter(|country| self.is_kept(country, asked)).count();
        let rows: Vec<_> = rows.collect();
        assert_eq!((rows.len(), members.len()), (kept, kept), "files of {asked:?}");
        for (row, member) in rows.into_iter().zip(members) {
            let country = &row[0];
            assert!(self.is_kept(country, asked) && member["country"] == country, "{country} of {asked:?}");
            for topic in self.topics() {
                let expected = self.naive.status(country, topic, asked.date, asked.known);
                let place = head.iter().position(|name| name == topic).expect("a column");
                assert_eq!(row[place], expected, "{country} in the CSV of {asked:?}");
                assert_eq!(member["statuses"][topic]["status"], json!(expected), "{country} in the JSON");
            }
        }
    }

    /// The id of a country's status, where it is a member on the date.
    fn status(&self, country: &str, asked: Question<'_>) -> Option<String> {
        let status = self.naive.status(country, asked.topic, asked.date, asked.known);
        (status != "not-a-member").then_some(status)
    }

    fn is_in_scope(&self, country: &str, asked: Question<'_>) -> bool {
        self.naive.is_in_scope(country, asked.date, asked.regions, asked.groups)
    }

    fn check_map(&self, world: &World, scene: &MapScene, asked: Question<'_>) {
        let drawn = |country: &&&str| world.shape(Code::parse(country).expect("a code")).is_some();
        let expected: BTreeMap<&str, (String, bool)> = (self.naive.members.iter().filter(drawn))
            .filter_map(|country| {
                Some((*country, (self.status(country, asked)?, !self.is_kept(country, asked))))
            })
            .collect();
        let items = scene.items.iter();
        let found: BTreeMap<&str, (String, bool)> =
            items.map(|item| (item.code.as_str(), (item.status.to_string(), item.muted))).collect();
        assert_eq!(found, expected, "map of {asked:?}");
        assert_eq!(scene.items.len(), expected.len(), "one item a member: {asked:?}");
        for land in &scene.land {
            let shape = &world.shapes[land.shape];
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
        let kept = |country: &&&str| self.is_kept(country, asked);
        let expected: BTreeSet<&str> = self.naive.members.iter().filter(kept).copied().collect();
        assert_eq!(
            table.rows.iter().map(|row| row.code.as_str()).collect::<BTreeSet<_>>(),
            expected,
            "{asked:?}"
        );
        assert_eq!(table.rows.len(), expected.len(), "table of {asked:?}");
        let heads: Vec<&str> = table.heads.iter().map(|head| head.id.as_str()).collect();
        let topics = self.topics();
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

    /// The sentence begins with how many have done it, of how many; where nothing was on record yet, it names the first
    /// day on record and counts nothing.
    fn check_sentence(&self, survey: &Survey, filter: &Filter, counts: &Counts, asked: Question<'_>) {
        let Self { feed, naive, messages, .. } = *self;
        let head = headline(feed, messages, survey, filter, None, date("2026-11-24"));
        if let Some(first) = naive.nothing_before(asked.known) {
            let said = numbers(&head.sentence);
            let day: Vec<usize> = numbers(first).into_iter().rev().collect();
            assert!(said.iter().all(|number| day.contains(number)), "“{}” for {asked:?}", head.sentence);
            assert!(said.contains(&numbers(first)[0]) && head.description.is_empty(), "{asked:?}");
            return;
        }
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

/// The status with that id.
fn status(feed: &Feed, id: &str) -> Status {
    let done = || Status::Done(id.split('-').next().and_then(|done| done.parse().ok()).expect("a number"));
    let level = feed.level(id).map(Status::Level);
    if id == "unknown" { Status::Unknown } else { level.unwrap_or_else(done) }
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
    let items = scene.items.iter().map(|item| (item.code.to_string(), item.status.to_string()));
    assert_eq!(found, items.collect::<Vec<_>>());
}
