//! The details of one country, which a feed may keep in a file of their own: a feed of that country alone, whose records have
//! their sources, notes and responses. It says nothing of which records there are.

use super::{Feed, Record};
use crate::country::Code;
use crate::finding::Checked;
use std::rc::Rc;

/// How far the details of a country have come.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Fetched {
    /// They are being fetched, or nobody needs them.
    #[default]
    Coming,
    /// They are here.
    Here(Rc<Checked<Feed>>),
    /// They did not come.
    Missed,
}

impl Fetched {
    /// The details of a country, if they are here.
    pub fn of(&self, code: Code) -> Option<&Feed> {
        match self {
            Self::Here(details) => Some(&details.value).filter(|details| details.member(code).is_some()),
            _ => None,
        }
    }
}

/// A record of a feed as the details have it. `None` if they lack it, since they may be of another day than the feed.
pub fn detailed<'a>(details: &'a Feed, (feed, record): (&Feed, &Record)) -> Option<&'a Record> {
    let id = &feed[record.level].id;
    let claims = feed.claims(record.member, record.measure).iter();
    let alike = claims.filter(|other| is_same(other, record) && other.level == record.level);
    let earlier = alike.take_while(|other| other.position != record.position).count();
    let member = details.member(feed[record.member].code)?;
    let measure = details.measure(&feed[record.measure].id)?;
    let same = |detail: &&Record| is_same(detail, record) && details[detail.level].id == *id;
    details.claims(member, measure).iter().filter(same).nth(earlier)
}

/// Whether two records about the same country and measure are from the same day and equally valid.
fn is_same(one: &Record, other: &Record) -> bool {
    (one.date, one.dating, one.recorded, one.withdrawn)
        == (other.date, other.dating, other.recorded, other.withdrawn)
}

/// The address of a country's details. In the template `{country}` stands for its code.
pub fn address(template: &str, code: Code) -> String {
    template.replace("{country}", code.as_str())
}

/// The address of the version of a feed whose bytes have this SHA-256, in hexadecimal digits, for which `{digest}` stands in
/// the template; `feed`: where it was fetched, which may be that address already.
pub fn version(template: &str, feed: &str, digest: &str) -> String {
    if is_version(feed, digest) {
        return feed.to_owned();
    }
    absolute(feed, &template.replace("{digest}", digest))
}

/// Whether a feed was fetched from the address of its version: that names the digest.
pub fn is_version(feed: &str, digest: &str) -> bool {
    feed.contains(digest)
}

/// The address of a picture of the map. In the template `{measure}` stands for what it shows, the id of a measure or `overall`,
/// and `{lang}` for the language of its words; `feed`: where the feed was fetched.
pub fn picture(template: &str, feed: &str, [measure, lang]: [&str; 2]) -> String {
    absolute(feed, &template.replace("{measure}", measure).replace("{lang}", lang))
}

/// The template of addresses that need no other (RFC 3986, 5.2, but for dots, which stay).
pub fn absolute(feed: &str, template: &str) -> String {
    let (scheme, rest) = feed.split_once("://").unwrap_or_default();
    let path = &rest[..rest.find(['?', '#']).unwrap_or(rest.len())];
    let base = if self::scheme(template).is_some() {
        return template.to_owned();
    } else if template.starts_with("//") {
        return format!("{scheme}:{template}");
    } else if template.starts_with('/') {
        &path[..path.find('/').unwrap_or(path.len())]
    } else if template.starts_with('?') {
        path
    } else {
        path.rfind('/').map_or(path, |end| &path[..=end])
    };
    format!("{scheme}://{base}{template}")
}

fn scheme(address: &str) -> Option<&str> {
    let before = address.split(['/', '?', '#']).next()?;
    Some(before.split_once(':')?.0)
}
