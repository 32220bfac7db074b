//! The letter that asks a member which of the measures without public data are in place, since when, and where that is
//! published. About the member it says only that no public source was found.

use crate::date::{Date, Precision};
use crate::feed::text::{Spoken, Text};
use crate::feed::{Feed, MeasureIndex, MemberIndex};
use crate::message::{APART, Direction, Messages, Phrase};
use crate::names::Names;
use crate::status::{self, Clock, Status, Topic};
use crate::words::{foreign, one_line};

/// The names of the placeholders that a letter may have in braces.
pub const PLACES: [&str; 6] = ["country", "measures", "clauses", "date", "link", "policy"];

/// The most letters to one member, one a language.
pub const LETTERS: usize = 12;

/// The longest letter, in bytes, since a feed's text may repeat a placeholder.
const LONGEST: usize = 100_000;

/// The longest predicate in the list of measures, in bytes. Longer ones are left out.
const PREDICATE: usize = 400;

/// What a letter is about.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The feed.
    pub feed: &'a Feed,
    /// The reader's language.
    pub messages: &'a Messages,
    /// What the members are called there.
    pub names: &'a Names,
    /// The member that is asked.
    pub member: MemberIndex,
    /// The day of the letter.
    pub today: Date,
    /// The address of the view that shows what is publicly known; empty if the page has not told it.
    pub link: &'a str,
}

/// A letter in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    /// BCP 47 tag of its language; empty if the feed does not say.
    pub tag: String,
    /// The tag, if it is not the reader's language.
    pub lang: Option<String>,
    /// What it says.
    pub text: String,
}

/// The measures without public data today, of a member that can be asked. An announced status is public data, and nobody can
/// write to a country without a name.
pub fn asked(feed: &Feed, names: &Names, member: MemberIndex, today: Date) -> Vec<MeasureIndex> {
    let clock = Clock { date: today, known: None, today };
    let is_missing = |&measure: &MeasureIndex| {
        let topic = Topic::Measure(measure);
        status::status(feed, member, topic, clock) == Status::Unknown
            && status::announced(feed, member, topic, clock).is_none()
    };
    if names.of(member) == feed[member].code.as_str() {
        return Vec::new();
    }
    feed.measure_indices().filter(is_missing).collect()
}

/// The letters to a member, one for each language of the feed's text, the reader's first. Empty if there is nothing to ask.
pub fn letters(about: Asked<'_>) -> Vec<Letter> {
    let measures = asked(about.feed, about.names, about.member, about.today);
    if measures.is_empty() {
        return Vec::new();
    }
    let own = generic(about);
    let letter = |spoken| about.letter(&measures, spoken);
    match &about.feed.policy.request {
        Some(request) => spoken(request, about.messages).map(letter).collect(),
        None => vec![letter(Spoken { text: &own, lang: about.messages.language() })],
    }
}

/// A request in the reader's language, or what stands in for it, then in the others.
fn spoken<'a>(request: &'a Text, messages: &'a Messages) -> impl Iterator<Item = Spoken<'a>> {
    let first = request.best(messages.tag());
    std::iter::once(first).chain(request.all().filter(move |other| *other != first)).take(LETTERS)
}

/// In how many languages letters are written.
pub fn languages(feed: &Feed) -> usize {
    feed.policy.request.as_ref().map_or(1, |request| request.all().count().clamp(1, LETTERS))
}

/// The tag of the language of the letter with this index.
pub fn tag<'a>(feed: &'a Feed, messages: &'a Messages, at: usize) -> Option<&'a str> {
    match &feed.policy.request {
        Some(request) => spoken(request, messages).nth(at).map(|spoken| spoken.lang),
        None => Some(messages.language()).filter(|_| at == 0),
    }
}

/// The widget's own letter, for a feed that has none.
fn generic(about: Asked<'_>) -> String {
    let say = |phrase| about.messages.say(phrase);
    let mut paragraphs = vec![
        say(Phrase::letter_open).to_owned(),
        say(Phrase::letter_about).to_owned(),
        format!("{}\n\n{{measures}}", say(Phrase::letter_missing)),
        say(Phrase::letter_why).to_owned(),
        say(Phrase::letter_question).to_owned(),
    ];
    if !about.link.is_empty() {
        paragraphs.push(format!("{}\n{{link}}", say(Phrase::letter_link)));
    }
    paragraphs.push(say(Phrase::letter_close).to_owned());
    paragraphs.join("\n\n")
}

impl Asked<'_> {
    fn letter(&self, measures: &[MeasureIndex], Spoken { text, lang }: Spoken<'_>) -> Letter {
        let pieces = pieces(text.trim());
        let direction = direction(&pieces);
        let values = self.values(measures, lang, direction);
        let demo = self.feed.demo.then(|| format!("{}\n\n", self.messages.say(Phrase::demo)));
        let mut letter = demo.unwrap_or_default();
        for piece in pieces {
            match piece {
                Piece::Words(words) | Piece::Unknown(words) => {
                    letter.extend(words.chars().filter(is_written))
                }
                Piece::Place(place) => letter.push_str(&values[place]),
            }
            if letter.len() > LONGEST {
                letter.truncate(letter.floor_char_boundary(LONGEST));
                letter.push('…');
                break;
            }
        }
        Letter { tag: lang.to_owned(), lang: foreign(lang, self.messages.language()), text: letter }
    }

    /// The text for each of `PLACES`.
    fn values(&self, measures: &[MeasureIndex], lang: &str, direction: Direction) -> [String; PLACES.len()] {
        let clauses = measures.iter().filter_map(|&measure| self.feed[measure].clause.as_deref());
        let clauses: Vec<String> = clauses.map(|clause| apart(direction, clause)).collect();
        let lines: Vec<String> =
            measures.iter().map(|&measure| line(self.feed, measure, lang, direction)).collect();
        let policy = self.feed.policy.title.as_ref().or(self.feed.title.as_ref());
        let policy = policy.map_or(self.feed.id.as_str(), |title| title.best(lang).text);
        [
            apart(direction, &self.country(lang)),
            lines.join("\n"),
            clauses.join(", "),
            self.date(lang, direction),
            self.link.to_owned(),
            apart(direction, policy),
        ]
    }

    /// The name of the member in a language, otherwise in the reader's.
    fn country(&self, lang: &str) -> String {
        let member = &self.feed[self.member];
        let own = || Some(member.name.as_ref()?.exactly(lang)?.text.to_owned());
        let usual = || self.messages.locale().country_in(&plain_tag(lang)?, member.code);
        let foreign = foreign(lang, self.messages.language());
        let name = foreign.and_then(|_| own().or_else(usual));
        name.unwrap_or_else(|| self.names.of(self.member).to_owned())
    }

    /// The date of the data, otherwise today. The platform writes dates only in the reader's language; other letters have
    /// them in the form of ISO 8601.
    fn date(&self, lang: &str, direction: Direction) -> String {
        let published = self.feed.published.filter(|date| date.precision() == Precision::Day);
        let date = published.unwrap_or(self.today);
        match (foreign(lang, self.messages.language()), direction) {
            (None, _) => self.messages.date(date),
            (Some(_), Direction::LeftToRight) => date.to_string(),
            // Otherwise its parts would appear in another order.
            (Some(_), Direction::RightToLeft) => format!("{}{date}{}", APART[0], APART[1]),
        }
    }
}

/// A measure on a line of its own: "(3) Register – keep a register", as far as there is a clause and a predicate in the
/// language.
pub fn line(feed: &Feed, measure: MeasureIndex, lang: &str, direction: Direction) -> String {
    let measure = &feed[measure];
    let mut line = String::new();
    if let Some(clause) = &measure.clause {
        line.push_str(&format!("({}) ", apart(direction, clause)));
    }
    line.push_str(&apart(direction, measure.title.best(lang).text));
    let predicate = measure.predicate.as_ref().and_then(|predicate| predicate.exactly(lang));
    if let Some(predicate) = predicate.filter(|predicate| predicate.text.len() <= PREDICATE) {
        line.push_str(&format!(" – {}", apart(direction, predicate.text)));
    }
    line
}

/// A text of the feed on one line, isolated if it runs the other way.
fn apart(direction: Direction, text: &str) -> String {
    let mut apart = String::new();
    direction.set_apart(&mut apart, &one_line(text));
    apart
}

/// Whether a letter can stand in a text of several lines.
fn is_written(letter: &char) -> bool {
    !letter.is_control() || matches!(letter, '\n' | '\t')
}

/// The language of a BCP 47 tag, with the script or country that follows it: every platform accepts that. `None` if the tag
/// does not begin with a language.
fn plain_tag(lang: &str) -> Option<String> {
    let mut parts = lang.split(['-', '_']);
    let is_plain = |part: &&str| part.bytes().all(|letter| letter.is_ascii_alphabetic());
    let language = parts.next().filter(|part| matches!(part.len(), 2 | 3)).filter(is_plain)?;
    let next = parts.next().filter(|part| matches!(part.len(), 2 | 4)).filter(is_plain);
    Some(next.map_or_else(|| language.to_owned(), |next| format!("{language}-{next}")))
}

/// A piece of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'a> {
    Words(&'a str),
    /// One of `PLACES`.
    Place(usize),
    /// A name in braces that is not one of them.
    Unknown(&'a str),
}

/// The pieces of a request. A brace that is not closed before the next is plain text.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        let (words, braced) = rest.split_at(start);
        pieces.push(Piece::Words(words));
        let closed =
            braced[1..].find(['{', '}']).map(|end| end + 1).filter(|&end| braced[end..].starts_with('}'));
        let end = closed.map_or(1, |end| end + 1);
        pieces.push(if closed.is_some() { place(&braced[..end]) } else { Piece::Words("{") });
        rest = &braced[end..];
    }
    pieces.push(Piece::Words(rest));
    pieces
}

/// The piece for a name in braces.
fn place(braced: &str) -> Piece<'_> {
    let name = braced[1..braced.len() - 1].trim();
    let known = PLACES.iter().position(|place| name.eq_ignore_ascii_case(place));
    known.map_or(Piece::Unknown(braced), Piece::Place)
}

/// The direction of a request's own words.
fn direction(pieces: &[Piece<'_>]) -> Direction {
    let words = pieces.iter().filter_map(|piece| match piece {
        Piece::Words(words) => Some(*words),
        _ => None,
    });
    Direction::of(&words.collect::<String>())
}

/// The unknown placeholders of a request, each with the tag of its language.
pub fn unknown(request: &Text) -> Vec<(&str, &str)> {
    let unknown = |Spoken { text, lang }| {
        pieces(text).into_iter().filter_map(move |piece| match piece {
            Piece::Unknown(braced) => Some((lang, braced)),
            _ => None,
        })
    };
    request.all().flat_map(unknown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_told_from_words() {
        use Piece::{Place, Unknown, Words};
        for (text, expected) in [
            ("plain", vec![Words("plain")]),
            ("a {date} b", vec![Words("a "), Place(3), Words(" b")]),
            ("{ Country }", vec![Words(""), Place(0), Words("")]),
            ("{pays}{}", vec![Words(""), Unknown("{pays}"), Words(""), Unknown("{}"), Words("")]),
            ("{a {link}", vec![Words(""), Words("{"), Words("a "), Place(4), Words("")]),
            ("} {", vec![Words("} "), Words("{"), Words("")]),
        ] {
            assert_eq!(pieces(text), expected, "{text}");
        }
    }

    #[test]
    fn the_words_decide_the_direction_and_not_the_places() {
        for (text, expected) in [
            ("{country}: نص", Direction::RightToLeft),
            ("1. {date} text نص", Direction::LeftToRight),
            ("", Direction::LeftToRight),
        ] {
            assert_eq!(direction(&pieces(text)), expected, "{text}");
        }
    }

    #[test]
    fn a_platform_is_asked_for_plain_tags_alone() {
        for (tag, expected) in [
            ("fr", Some("fr")),
            ("pt_BR", Some("pt-BR")),
            ("zh-Hant-TW", Some("zh-Hant")),
            ("en-a", Some("en")),
            ("", None),
            ("French", None),
            ("f1", None),
        ] {
            assert_eq!(plain_tag(tag).as_deref(), expected, "{tag}");
        }
    }
}
