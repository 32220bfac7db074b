//! The feed, version 1: the claims of a publisher about how far members have implemented a policy.
//! `read` makes it from a JSON document and tells what was wrong; after that nothing in it can be.

use crate::country::Code;
use crate::date::Date;
use std::ops::Index;

pub mod details;
pub mod json;
mod read;
pub mod text;
pub mod unreadable;
pub mod weight;

pub use read::{FeedError, read};
use text::{Link, Text};

/// Defines an index into one of the feed's lists, so that a measure is never taken for a member.
macro_rules! indices {
    ($($(#[$doc:meta])* $name:ident: $list:ident of $item:ty;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub usize);

        impl Index<$name> for Feed {
            type Output = $item;
            fn index(&self, index: $name) -> &$item {
                &self.$list[index.0]
            }
        }
    )*};
}

indices! {
    /// A member of the feed.
    MemberIndex: members of Member;
    /// A measure of the feed.
    MeasureIndex: measures of Measure;
    /// A region of the feed.
    RegionIndex: regions of Region;
    /// A status of the feed's scale.
    LevelIndex: scale of Level;
    /// A group of the feed.
    GroupIndex: groups of Group;
}

/// A feed that was read and checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Feed {
    /// Identifies the feed across versions; may be empty.
    pub id: String,
    /// What the feed is called.
    pub title: Option<Text>,
    /// When this version was published.
    pub published: Option<Date>,
    /// Who says all this.
    pub publisher: Publisher,
    /// Under which terms the data may be used.
    pub license: Option<License>,
    /// The data is invented; every view and export says so.
    pub demo: bool,
    /// The resolution.
    pub policy: Policy,
    /// The statuses, in the order of the document; never empty.
    pub scale: Vec<Level>,
    /// The regions that members are filed under.
    pub regions: Vec<Region>,
    /// Groups of members.
    pub groups: Vec<Group>,
    /// What the policy asks for; never empty.
    pub measures: Vec<Measure>,
    /// The members, one a country; never empty.
    pub members: Vec<Member>,
    /// Totals that somebody reports.
    pub reported: Vec<Reported>,
    /// Template of the address of one country's evidence, relative to the feed.
    pub details: Option<String>,
    claims: Claims,
    order: Order,
    by_code: Vec<(Code, MemberIndex)>,
}

impl Feed {
    /// The member of that country.
    pub fn member(&self, code: Code) -> Option<MemberIndex> {
        let at = self.by_code.binary_search_by_key(&code, |entry| entry.0).ok()?;
        Some(self.by_code[at].1)
    }

    /// The measure with that id.
    pub fn measure(&self, id: &str) -> Option<MeasureIndex> {
        self.measures.iter().position(|measure| measure.id == id).map(MeasureIndex)
    }

    /// The region with that id.
    pub fn region(&self, id: &str) -> Option<RegionIndex> {
        self.regions.iter().position(|region| region.id == id).map(RegionIndex)
    }

    /// The group with that id.
    pub fn group(&self, id: &str) -> Option<GroupIndex> {
        self.groups.iter().position(|group| group.id == id).map(GroupIndex)
    }

    /// The status of the scale with that id.
    pub fn level(&self, id: &str) -> Option<LevelIndex> {
        self.scale.iter().position(|level| level.id == id).map(LevelIndex)
    }

    /// The statuses, the furthest first, those without a rank last: the order of legends.
    pub fn order(&self) -> &[LevelIndex] {
        &self.order.levels
    }

    /// The lowest status of the order; where none has a rank, the last declared.
    pub fn lowest(&self) -> LevelIndex {
        let levels = self.order();
        let ranked = levels.iter().rev().find(|&&level| self[level].rank.is_some());
        *ranked.unwrap_or(&levels[levels.len() - 1])
    }

    /// The index of a status in that order.
    pub fn order_index(&self, level: LevelIndex) -> usize {
        self.order.indices[level.0]
    }

    /// The scale's highest rank.
    pub fn highest(&self) -> Option<i32> {
        self[self.order.levels[0]].rank
    }

    /// What is claimed about a member and a measure, oldest first; of two claims from the same day, in
    /// the order of the document. Withdrawn claims are among them.
    pub fn claims(&self, member: MemberIndex, measure: MeasureIndex) -> &[Record] {
        let slot = member.0 * self.measures.len() + measure.0;
        &self.claims.records[self.claims.starts[slot]..self.claims.starts[slot + 1]]
    }

    /// All claims, by member, measure and date.
    pub fn records(&self) -> &[Record] {
        &self.claims.records
    }

    /// The first day that the publisher had a claim on record, of two dates that begin with it the more precise; `None` if
    /// claims do not say, or there are none.
    pub fn first_recorded(&self) -> Option<Date> {
        let mut first: Option<Date> = None;
        for record in self.records() {
            let recorded = record.recorded?;
            let days = |date: Date| (date.first_day(), date.last_day());
            first = first.filter(|&first| days(first) <= days(recorded)).or(Some(recorded));
        }
        first
    }

    /// All members.
    pub fn member_indices(&self) -> impl Iterator<Item = MemberIndex> + use<> {
        (0..self.members.len()).map(MemberIndex)
    }

    /// All measures.
    pub fn measure_indices(&self) -> impl Iterator<Item = MeasureIndex> + use<> {
        (0..self.measures.len()).map(MeasureIndex)
    }
}

/// The records sorted by member, measure, first day and place in the document, with the start of each
/// pair of member and measure.
#[derive(Clone, Debug, PartialEq)]
struct Claims {
    records: Vec<Record>,
    starts: Vec<usize>,
}

impl Claims {
    fn new(mut records: Vec<Record>, members: usize, measures: usize) -> Self {
        let slot = |record: &Record| record.member.0 * measures + record.measure.0;
        records.sort_by_key(|record| (slot(record), record.date.first_day(), record.position));
        let mut starts = vec![0; members * measures + 1];
        for record in &records {
            starts[slot(record) + 1] += 1;
        }
        for slot in 1..starts.len() {
            starts[slot] += starts[slot - 1];
        }
        Self { records, starts }
    }
}

/// The statuses from the furthest on, and where each stands among them.
#[derive(Clone, Debug, PartialEq)]
struct Order {
    levels: Vec<LevelIndex>,
    indices: Vec<usize>,
}

impl Order {
    fn new(scale: &[Level]) -> Self {
        let mut levels: Vec<LevelIndex> = Vec::new();
        // There are few: a sort would be more code.
        for (level, declared) in scale.iter().enumerate() {
            let index = levels.partition_point(|other| scale[other.0].rank >= declared.rank);
            levels.insert(index, LevelIndex(level));
        }
        let mut indices = vec![0; levels.len()];
        for (index, level) in levels.iter().enumerate() {
            indices[level.0] = index;
        }
        Self { levels, indices }
    }
}

/// Who publishes the feed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Publisher {
    /// The name.
    pub name: Option<Text>,
    /// The publisher's site.
    pub url: Option<Link>,
    /// Where to report an error.
    pub contact: Option<Link>,
}

/// The terms of use of the data.
#[derive(Clone, Debug, PartialEq)]
pub struct License {
    /// The name, such as `CC BY 4.0`.
    pub name: Text,
    /// Its text.
    pub url: Option<Link>,
}

/// The names under `policy.terms`: one member, several, two and many of them where a language has forms for that; what
/// stands before the number of a clause; what measures are that a member has, and one such measure. The phrases of each
/// language begin with the widget's own words for these.
pub const TERMS: [&str; 7] =
    ["member", "members", "members_two", "members_many", "clause", "in_place", "in_place_one"];

/// What a feed calls them: for each of `TERMS` that it names its place there, and the words.
pub type Terms = Vec<(usize, Text)>;

/// The resolution that members are to implement.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Policy {
    /// What it is called.
    pub title: Option<Text>,
    /// What it is called in a few words, above the headline.
    pub short: Option<Text>,
    /// Who adopted it.
    pub body: Option<Text>,
    /// When.
    pub adopted: Option<Date>,
    /// Whether that is the day itself, or one by which it had happened.
    pub dating: Dating,
    /// Where.
    pub place: Option<Text>,
    /// Its text.
    pub url: Option<Link>,
    /// What it is about.
    pub summary: Option<Text>,
    /// The letter that asks a member for what is not publicly known, with places in braces: see `request`.
    pub request: Option<Text>,
    /// What its members and clauses are called.
    pub terms: Terms,
    /// What happened since.
    pub milestones: Vec<Milestone>,
}

/// An event on the timeline of the policy.
#[derive(Clone, Debug, PartialEq)]
pub struct Milestone {
    /// When.
    pub date: Date,
    /// What.
    pub title: Text,
    /// Where to read about it.
    pub url: Option<Link>,
}

/// A status of the scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// Identifies it in records, links and styles.
    pub id: String,
    /// What it is called; the id where the feed has no label.
    pub label: Text,
    /// Its place in the order, higher is further; without one it stands beside the order.
    pub rank: Option<i32>,
}

/// A region that members are filed under.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Identifies it in members and links.
    pub id: String,
    /// What it is called.
    pub label: Text,
}

/// A group of members: those of another organisation, or the parties to a treaty.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Identifies it in links.
    pub id: String,
    /// What it is called.
    pub label: Text,
    /// Who belongs to it and when.
    pub members: Vec<Membership>,
    /// Where that is stated.
    pub evidence: Vec<Evidence>,
}

/// One member's time in a group; a member may have several.
#[derive(Clone, Debug, PartialEq)]
pub struct Membership {
    /// Who.
    pub member: MemberIndex,
    /// Counts from its first day; none: from ever.
    pub from: Option<Date>,
    /// Counts no more from its first day on.
    pub to: Option<Date>,
}

/// One thing that the policy asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Identifies it in records and links.
    pub id: String,
    /// The clause of the policy, as it is numbered there.
    pub clause: Option<String>,
    /// With which force the policy asks: `urges`.
    pub force: Option<Text>,
    /// What it is called.
    pub title: Text,
    /// What it asks for.
    pub summary: Option<Text>,
    /// What a member that has done it does, as the end of "… members are publicly known to …".
    pub predicate: Option<Text>,
    /// What the publisher must have seen to say so, by status.
    pub criteria: Vec<(LevelIndex, Text)>,
}

/// A country that belongs to the body.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The country.
    pub code: Code,
    /// The region it is filed under.
    pub region: Option<RegionIndex>,
    /// It is a member from the first day of this on; none: always.
    pub joined: Option<Date>,
    /// It is no member from the first day of this on.
    pub left: Option<Date>,
    /// What it is called, where that is not the usual name.
    pub name: Option<Text>,
}

/// How the date of a claim, or of the adoption, is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dating {
    /// It began then.
    #[default]
    Since,
    /// It was in place by then; the start is not known.
    By,
}

/// A claim: a member's status for a measure from a date on.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Whose status.
    pub member: MemberIndex,
    /// For what.
    pub measure: MeasureIndex,
    /// Which status.
    pub level: LevelIndex,
    /// It counts from the first day of this.
    pub date: Date,
    /// Whether it began then or was in place by then.
    pub dating: Dating,
    /// When the publisher first said so.
    pub recorded: Option<Date>,
    /// When the publisher took it back as wrong.
    pub withdrawn: Option<Date>,
    /// Why it was taken back.
    pub correction: Option<Text>,
    /// What the sources say, in short.
    pub note: Option<Text>,
    /// What those concerned answer.
    pub responses: Vec<Response>,
    /// Where it is stated.
    pub evidence: Vec<Evidence>,
    /// How many sources it has in the details of its country.
    pub elsewhere: usize,
    /// Its place among the document's records.
    pub position: usize,
}

impl Record {
    /// How many sources it has, here or in the details of its country.
    pub fn sources(&self) -> usize {
        self.evidence.len().max(self.elsewhere)
    }
}

/// An answer of somebody concerned (right of reply).
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// Who.
    pub by: Option<Text>,
    /// When.
    pub date: Option<Date>,
    /// What.
    pub text: Text,
    /// Where it was published.
    pub url: Option<Link>,
}

/// A public source.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// Where it is.
    pub url: Option<Link>,
    /// What it is called.
    pub title: Option<Text>,
    /// Who published it.
    pub publisher: Option<Text>,
    /// When it was published.
    pub date: Option<Date>,
    /// BCP 47 tag of its language.
    pub lang: Option<String>,
    /// Its own words.
    pub quote: Option<Text>,
    /// An archived copy.
    pub archived: Option<Link>,
    /// When the publisher of the feed last looked.
    pub checked: Option<Date>,
}

/// A total that somebody reports, beside what is known by name.
#[derive(Clone, Debug, PartialEq)]
pub struct Reported {
    /// Of what.
    pub measure: MeasureIndex,
    /// As of when.
    pub date: Date,
    /// How many members.
    pub count: u32,
    /// Where that is stated.
    pub evidence: Vec<Evidence>,
}
