//! Reads the fields against a feed. A value that cannot be read is ignored and reported, and the default holds.

use super::chunk::Chunk;
use super::field::{self, Field, Layers};
use crate::country::Code;
use crate::date::Date;
use crate::feed::{Feed, MemberIndex};
use crate::scene::camera::Camera;
use crate::scene::palette::Pattern;
use crate::status::{Clock, Status, Topic};
use crate::survey::Filter;
use crate::table::Sort;

/// Which view is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ViewKind {
    /// The map.
    #[default]
    Map,
    /// The table.
    Table,
    /// How many members had each status, year by year.
    Trend,
    /// What changed, in sentences.
    Changes,
}

impl ViewKind {
    /// All of them, with the values of the field `view`.
    pub const NAMES: [(ViewKind, &'static str); 4] =
        [(Self::Map, "map"), (Self::Table, "table"), (Self::Trend, "trend"), (Self::Changes, "changes")];

    /// The chunk of code that it needs. `None` if its code is in the first download.
    pub fn chunk(self) -> Option<Chunk> {
        match self {
            Self::Map => None,
            Self::Table => Some(Chunk::Table),
            Self::Trend => Some(Chunk::Trend),
            Self::Changes => Some(Chunk::Changes),
        }
    }
}

/// How the world is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Projection {
    /// Equal Earth.
    #[default]
    EqualEarth,
    /// A globe, seen from far away.
    Globe,
    /// One equal square a member.
    Tiles,
}

/// Light, dark, or as the reader's system prefers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system prefers.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The value of the field `theme`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The fields, understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// The measure, or all.
    pub topic: Topic,
    /// The two clocks, with the default filled in.
    pub clock: Clock,
    /// The earlier date to compare with.
    pub against: Option<Date>,
    /// The chosen date. `None`: today.
    pub date: Option<Date>,
    /// The filters.
    pub filter: Filter,
    /// The view.
    pub view: ViewKind,
    /// How the map is laid out.
    pub projection: Projection,
    /// The chosen camera. `None`: the open country, or the whole world.
    pub camera: Option<Camera>,
    /// The member whose profile is open.
    pub country: Option<MemberIndex>,
    /// The members that are compared, `COMPARED` at most.
    pub compare: Vec<MemberIndex>,
    /// How the rows are sorted.
    pub sort: Sort,
    /// A part of the names of the countries to keep in the table; may be empty.
    pub find: String,
    /// How strongly patterns are drawn.
    pub pattern: Pattern,
    /// The theme.
    pub theme: Theme,
    /// The level of the widget's heading, 1 to 6.
    pub heading: u8,
    /// Parts that are left out.
    pub hidden: Vec<String>,
    /// The value in force of every field, as `state` gives it, in the order of `Field::ALL`.
    pub state: Vec<(Field, String)>,
}

impl Projection {
    /// All of them, with the values of the field `projection`.
    pub const NAMES: [(Projection, &'static str); 3] =
        [(Self::EqualEarth, "equal-earth"), (Self::Globe, "globe"), (Self::Tiles, "tiles")];
}

impl Query {
    /// Whether the table lists the same members in the same order for both, as far as the feed is the same.
    pub fn lists_as(&self, other: &Self) -> bool {
        let asked = |query: &Self| (query.topic, query.clock, query.sort);
        asked(self) == asked(other) && self.filter == other.filter && self.find == other.find
    }

    /// Whether both ask the same of the same feed on the same day, wherever the map is looked at from.
    pub fn asks_as(&self, other: &Self) -> bool {
        let both = self.state.iter().zip(&other.state);
        both.filter(|(entry, _)| entry.0 != Field::Camera).all(|(entry, other)| entry == other)
    }

    /// Whether a part of the widget is not left out.
    pub fn shows(&self, part: &str) -> bool {
        !self.hidden.iter().any(|hidden| hidden == part)
    }

    /// The level of a heading `below` levels under the widget's own, 1 to 6. If the widget hides its own heading, the levels
    /// below move up.
    pub fn level(&self, below: u8) -> u8 {
        let own = if self.shows("header") { self.heading } else { self.heading.saturating_sub(1) };
        (own + below).clamp(1, 6)
    }

    /// The value in force of a field.
    pub fn value(&self, field: Field) -> &str {
        self.state.iter().find(|entry| entry.0 == field).map_or("", |entry| entry.1.as_str())
    }

    /// Whether a field that is a list has a word.
    pub fn keeps(&self, field: Field, word: &str) -> bool {
        self.value(field).split(' ').any(|kept| kept == word)
    }
}

/// A value that was ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// Of which field.
    pub field: Field,
    /// The value.
    pub value: String,
}

/// The parts that may be left out.
pub const PARTS: [&str; 7] = ["header", "toolbar", "legend", "timeline", "zoom", "profile", "footer"];

/// How many countries can be compared at once.
pub const COMPARED: usize = 6;

/// Reads the fields against a feed.
pub fn query(layers: &Layers, feed: &Feed, today: Date) -> (Query, Vec<Ignored>) {
    let mut reader = Reader { layers, state: Vec::new(), ignored: Vec::new() };
    let topic = reader.one(Field::Measure, |id| Topic::named(feed, id)).unwrap_or(Topic::Overall);
    let date = reader.one(Field::Date, Date::parse);
    let known = reader.one(Field::Known, Date::parse);
    let viewed = date.unwrap_or(today);
    let earlier = |date: &Date| date.last_day() < viewed.last_day();
    let against = reader.one(Field::Against, |text| Date::parse(text).filter(earlier));
    let view = reader.one(Field::View, view).unwrap_or_default();
    let projection = reader.one(Field::Projection, projection).unwrap_or_default();
    let camera = reader.one(Field::Camera, Camera::parse);
    let member = |code: &str| feed.member(Code::parse(code)?);
    let country = reader.one(Field::Country, member);
    let mut compared = 0;
    let compare = reader.many(Field::Compare, |code| {
        let member = member(code).filter(|_| compared < COMPARED)?;
        compared += 1;
        Some(member)
    });
    let regions = reader.many(Field::Region, |id| feed.region(id));
    let groups = reader.many(Field::Group, |id| feed.group(id));
    let statuses = reader.many(Field::Status, |id| statuses(feed, id));
    let sort = reader.one(Field::Sort, |text| Sort::parse(feed, text)).unwrap_or_default();
    let find = reader.one(Field::Find, owned).unwrap_or_default();
    let pattern = reader.one(Field::Pattern, pattern).unwrap_or_default();
    reader.one(Field::Lang, owned);
    let query = Query {
        topic,
        clock: Clock { date: viewed, known, today },
        against,
        date,
        view,
        projection,
        camera,
        country,
        compare,
        sort,
        find,
        filter: Filter { regions, groups, statuses: applicable(statuses, topic) },
        pattern,
        theme: reader.one(Field::Theme, theme).unwrap_or_default(),
        heading: reader
            .one(Field::Heading, |level| level.parse().ok().filter(|n| (1..=6).contains(n)))
            .unwrap_or(2),
        hidden: reader.many(Field::Hide, |part| PARTS.contains(&part).then(|| part.to_owned())),
        state: reader.state,
    };
    (query, reader.ignored)
}

fn owned(text: &str) -> Option<String> {
    Some(text.to_owned())
}

struct Reader<'a> {
    layers: &'a Layers,
    state: Vec<(Field, String)>,
    ignored: Vec<Ignored>,
}

// Results go through a closure; otherwise the loops would be compiled once per type.
impl Reader<'_> {
    /// Reads a field with one value. An empty value counts as none.
    fn one<T>(&mut self, field: Field, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let mut value = None;
        self.whole(field, &mut |text| {
            value = read(text);
            value.is_some()
        });
        value
    }

    /// Reads a field with values separated by spaces, and skips those that it does not understand.
    fn many<T>(&mut self, field: Field, mut read: impl FnMut(&str) -> Option<T>) -> Vec<T> {
        let mut values = Vec::new();
        self.each(field, &mut |text| {
            let value = read(text);
            let understood = value.is_some();
            values.extend(value);
            understood
        });
        values
    }

    fn whole(&mut self, field: Field, read: &mut dyn FnMut(&str) -> bool) {
        let value = self.layers.get(field).map(str::trim).filter(|value| !value.is_empty());
        let understood = value.is_some_and(read);
        if let Some(value) = value.filter(|_| !understood) {
            self.ignored.push(Ignored { field, value: value.to_owned() });
        }
        let state = value.filter(|_| understood).unwrap_or(field.default());
        self.state.push((field, state.to_owned()));
    }

    fn each(&mut self, field: Field, read: &mut dyn FnMut(&str) -> bool) {
        let mut state = String::new();
        for (index, word) in self.layers.get(field).unwrap_or_default().split_whitespace().enumerate() {
            if index < field::WORDS && read(word) {
                field::append(&mut state, word);
            } else {
                self.ignored.push(Ignored { field, value: word.to_owned() });
            }
        }
        self.state.push((field, state));
    }
}

fn view(name: &str) -> Option<ViewKind> {
    ViewKind::NAMES.into_iter().find(|entry| entry.1 == name).map(|entry| entry.0)
}

fn projection(name: &str) -> Option<Projection> {
    Projection::NAMES.into_iter().find(|entry| entry.1 == name).map(|entry| entry.0)
}

fn pattern(name: &str) -> Option<Pattern> {
    (name == "light").then_some(Pattern::Light)
}

fn theme(name: &str) -> Option<Theme> {
    match name {
        "auto" => Some(Theme::Auto),
        "light" => Some(Theme::Light),
        "dark" => Some(Theme::Dark),
        _ => None,
    }
}

/// The status with that id, of any topic.
fn statuses(feed: &Feed, id: &str) -> Option<Status> {
    let done = |id: &str| {
        let (done, of) = id.split_once('-')?;
        let (done, of) = (done.parse::<usize>().ok()?, of.strip_prefix("of-")?.parse::<usize>().ok()?);
        (of == feed.measures.len() && done <= of).then_some(Status::Done(done))
    };
    let level = || feed.level(id).map(Status::Level);
    if id == "unknown" { Some(Status::Unknown) } else { level().or_else(|| done(id)) }
}

/// The statuses that apply to a topic. Others stay chosen, but filter nothing.
fn applicable(statuses: Vec<Status>, topic: Topic) -> Vec<Status> {
    let applies = |status: &Status| match status {
        Status::Done(_) => topic == Topic::Overall,
        Status::Level(_) => topic != Topic::Overall,
        Status::Unknown | Status::NotMember => true,
    };
    statuses.into_iter().filter(applies).collect()
}
