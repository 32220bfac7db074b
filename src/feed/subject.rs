//! What the claims of a feed are about: the policy with its measures, the statuses, the members.

use super::claim::{Dating, Evidence};
use super::text::{Link, Text};
use super::{LevelIndex, MemberIndex, RegionIndex};
use crate::country::Code;
use crate::date::Date;

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
