//! The feed, version 1: the claims of a publisher about how far members have implemented a policy.
//! `read` makes it from a JSON document and tells what was wrong; after that nothing in it can be.

use crate::country::Code;
use crate::date::Date;
use std::ops::Index;

mod claim;
pub mod details;
pub mod json;
mod read;
mod subject;
pub mod text;
pub mod unreadable;
pub mod weight;

pub use claim::{Dating, Evidence, Record, Reported, Response};
pub use read::{FeedError, read};
pub use subject::{
    Group, Level, License, Measure, Member, Membership, Milestone, Policy, Publisher, Region, TERMS, Terms,
};
use text::Text;

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
    /// Template of the addresses at which this and every earlier version stays, relative to the feed.
    pub versions: Option<String>,
    /// Template of the addresses of pictures of the map, relative to the feed.
    pub pictures: Option<String>,
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
