//! What the files are called that a reader takes away.

use super::super::Shown;
use super::super::share::File;
use crate::country::Code;
use crate::message::Messages;
use crate::request;
use crate::status::{Clock, Topic};

/// `policy-explorer-icse-access-2026-11-24.csv`: what it shows, as of when, as known when.
pub fn file_name(shown: &Shown, messages: &Messages, file: File) -> String {
    let feed = &shown.feed.value;
    let Clock { date, known, .. } = shown.query.clock;
    let about = match file {
        File::Claims => "claims".to_owned(),
        File::ComparisonClaims => "comparison-claims".to_owned(),
        File::Letter(at) => {
            let country = shown.query.country.map(|member| shown.code(member));
            let tag = request::tag(feed, messages, at.into());
            letter_name(country, tag.unwrap_or_default())
        }
        File::Letters => format!("requests-{}", shown.query.topic.id(feed)),
        file if file.is_comparison() => "comparison".to_owned(),
        _ => shown.query.topic.id(feed).to_owned(),
    };
    let dates = match file {
        File::Letter(_) | File::Letters => [Some(shown.today), None],
        File::Claims | File::ComparisonClaims => [feed.published, None],
        _ => [Some(date), known],
    };
    let mut name = String::from("policy-explorer-");
    name.push_str(&plain(&about));
    if let (true, Topic::Measure(measure)) = (name.ends_with("explorer-"), shown.query.topic) {
        name.push_str(&format!("measure-{}", measure.0 + 1));
    }
    if file.is_comparison() {
        shown.query.compare.iter().for_each(|&member| name.push_str(&format!("-{}", feed[member].code)));
    }
    for (before, date) in ["-", "-known-"].into_iter().zip(dates) {
        if let Some(date) = date {
            name.push_str(&format!("{before}{date}"));
        }
    }
    name + "." + file.extension()
}

/// `request-KEN-fr`: who is asked, in which language.
pub fn letter_name(country: Option<Code>, tag: &str) -> String {
    let country = country.map(|code| code.to_string()).unwrap_or_default();
    ["request", &country, tag].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// How many letters of an id are in a file's name at most.
const ABOUT: usize = 60;

/// Ids of a feed may have signs that file systems do not take, or be longer than names may be.
pub fn plain(about: &str) -> String {
    let is_plain = |letter: &char| letter.is_ascii_alphanumeric() || ['-', '_'].contains(letter);
    about.chars().filter(is_plain).take(ABOUT).collect()
}
