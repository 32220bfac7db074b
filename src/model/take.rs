//! The texts and files that a reader takes away, made of what is shown when they are wanted.

use super::field::Field;
use super::share::{File, Link, Share, chosen, view};
use super::view::View;
use super::{Model, Shown};
use crate::citation::{Citation, Seen};
use crate::export::{self, Extract};
use crate::message::{Messages, Phrase, unmarked};
use crate::report::{self, Looked};
use crate::request::{self, Asked, Letter};
use crate::scene::map::MapScene;
use crate::scene::svg::{self, escape};
use crate::status::{Clock, Topic};
use crate::world;

/// The texts to copy.
#[derive(Clone, Debug, PartialEq)]
pub struct Texts {
    /// The view's link; none before the page has said where the widget is.
    pub link: Option<Link>,
    /// The sentence above the map with its citation.
    pub sentence: String,
    /// The citation in sentences.
    pub plain: String,
    /// As an entry of BibTeX.
    pub bibtex: String,
    /// As a reference of RIS.
    pub ris: String,
    /// As CSL-JSON.
    pub csl: String,
    /// The HTML that shows the same view on another page.
    pub snippet: Option<String>,
}

/// Something to be saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Parcel {
    /// Its file name. One that ends in `.zip` is an archive of the files.
    pub name: String,
    /// The files with their names. One that ends in `.png` is given as the SVG that it is to be painted of.
    pub files: Vec<(String, String)>,
    /// The words for pictures.
    pub alt: String,
    /// BCP 47 tag of their language.
    pub lang: String,
}

/// The texts of what is shown.
pub fn texts(shown: &Shown, messages: &Messages, share: &Share) -> Texts {
    let link = link(shown, messages, share);
    let pinned = pinned(shown, messages, share);
    let citation = citation(shown, messages, share, pinned.as_deref());
    let plain = citation.plain();
    Texts {
        sentence: format!("{}. {plain}", shown.view.headline.sentence),
        plain,
        bibtex: citation.bibtex(),
        ris: citation.ris(),
        csl: citation.csl(),
        snippet: snippet(shown, messages, share),
        link,
    }
}

/// The letters that ask the country of the open profile for what is not publicly known, one a language.
pub fn letters(shown: &Shown, messages: &Messages, share: &Share) -> Vec<Letter> {
    let Some(member) = shown.query.country else { return Vec::new() };
    let link = link(shown, messages, share);
    request::letters(Asked {
        feed: &shown.feed.value,
        messages,
        names: &shown.names,
        member,
        today: shown.today,
        link: link.as_ref().map(Link::address).unwrap_or_default(),
    })
}

/// The text that reports an error in what is shown.
pub fn report(shown: &Shown, messages: &Messages, share: &Share) -> String {
    report::report(Looked {
        feed: &shown.feed.value,
        messages,
        topic: shown.query.topic,
        clock: shown.query.clock,
        profile: shown.profile(messages).as_ref(),
        link: pinned(shown, messages, share).as_deref(),
    })
}

fn link(shown: &Shown, messages: &Messages, share: &Share) -> Option<Link> {
    Some(share.facts()?.link(&view(shown), messages.tag().tag))
}

/// The link of citations, pictures and paper: where the reader chose no dates, with those that hold today, so that it goes
/// on showing what was seen. None where the page has not told where the widget is.
pub fn pinned(shown: &Shown, messages: &Messages, share: &Share) -> Option<String> {
    let facts = share.facts()?;
    let mut view = view(shown);
    // West of the publisher, today may be the day before that of the newest version.
    let known = shown.feed.value.published.filter(|date| date.last_day() > shown.today.last_day());
    for (field, date) in [(Field::Date, shown.today), (Field::Known, known.unwrap_or(shown.today))] {
        if !view.iter().any(|(other, value)| *other == field && !value.is_empty()) {
            view.push((field, date.to_string()));
        }
    }
    Some(facts.link(&view, messages.tag().tag).address().to_owned())
}

fn citation<'a>(
    shown: &'a Shown,
    messages: &'a Messages,
    share: &'a Share,
    link: Option<&'a str>,
) -> Citation<'a> {
    let seen = Seen { on: shown.today, clock: shown.query.clock, link, digest: digest(share) };
    Citation::new(&shown.feed.value, messages, seen)
}

fn snippet(shown: &Shown, messages: &Messages, share: &Share) -> Option<String> {
    let facts = share.facts()?;
    let frozen = facts.digest.filter(|_| share.frozen);
    let integrity = frozen.map(|digest| ("integrity", digest.integrity));
    let attributes = [("feed", facts.feed), ("lang", messages.tag().tag)];
    let mut element = String::from("<policy-explorer");
    for (name, value) in attributes.into_iter().chain(chosen(&view(shown))).chain(integrity) {
        element.push_str(&format!(" {name}=\"{}\"", escape(value)));
    }
    let module = escape(facts.module);
    Some(format!("<script type=\"module\" src=\"{module}\"></script>\n{element}></policy-explorer>\n"))
}

fn digest(share: &Share) -> Option<&str> {
    Some(share.facts()?.digest?.hex)
}

/// What stands on paper in the place of a link: its address.
pub fn printed(model: &Model) -> Option<String> {
    let (shown, messages) = (model.shown.as_ref()?, model.messages.as_deref()?);
    pinned(shown, messages, &model.share)
}

/// What must be known beside what is shown: the pattern, the notes of the headline, and what "no public data" means.
pub fn notes(shown: &Shown, messages: &Messages) -> Vec<String> {
    let headline = &shown.view.headline;
    let description = (!headline.description.is_empty()).then(|| headline.description.clone());
    let notes = headline.notes.iter().map(|note| match &note.source {
        Some((name, _)) => format!("{} {name}", note.text),
        None => note.text.clone(),
    });
    description.into_iter().chain(notes).chain([messages.say(Phrase::unknown_note).to_owned()]).collect()
}

/// A file made of what is shown; none while something that it needs is missing.
pub fn parcel(model: &Model, file: File) -> Option<Parcel> {
    let (shown, messages) = (model.shown.as_ref()?, model.messages.as_deref()?);
    let link = link(shown, messages, &model.share);
    let pinned = pinned(shown, messages, &model.share);
    let citation = citation(shown, messages, &model.share, pinned.as_deref());
    let sentence = unmarked(&shown.view.headline.sentence);
    let extract = Extract {
        feed: &shown.feed.value,
        messages,
        names: &shown.names,
        survey: &shown.view.survey,
        members: shown.listed(messages),
        legend: &shown.view.legend,
        sentence: &sentence,
        notes: notes(shown, messages).iter().map(|note| unmarked(note)).collect(),
        view: chosen(&view(shown)).map(|(name, value)| (name, value.to_owned())).collect(),
        citation: unmarked(&citation.plain()),
        link: link.as_ref().map(Link::address).unwrap_or_default().to_owned(),
        digest: digest(&model.share),
    };
    let picture = |name: &str| Some((name.to_owned(), svg(model)?));
    let files = match file {
        File::Png => vec![picture("map.png")?],
        File::Svg => vec![picture("map.svg")?],
        File::Csv => vec![("data.csv".to_owned(), export::csv(&extract))],
        File::Json => vec![("data.json".to_owned(), export::json(&extract))],
        File::Claims => vec![("claims.csv".to_owned(), export::claims(&extract))],
        File::Letter(at) => {
            let letter = letters(shown, messages, &model.share).into_iter().nth(at.into())?;
            vec![("request.txt".to_owned(), letter.text + "\n")]
        }
        File::Kit => {
            let texts = [
                ("data.csv", export::csv(&extract)),
                ("claims.csv", export::claims(&extract)),
                ("sources.txt", export::sources(&extract)),
                ("alt.txt", export::alt(&extract) + "\n"),
                ("citation.txt", citation.plain() + "\n"),
                ("citation.bib", citation.bibtex()),
                ("citation.ris", citation.ris()),
                ("citation.json", citation.csl()),
                ("LICENSE.txt", export::license(&extract)),
            ];
            let texts = texts.map(|(name, text)| (name.to_owned(), text));
            [picture("map.svg")?, picture("map.png")?].into_iter().chain(texts).collect()
        }
    };
    Some(Parcel {
        name: file_name(shown, messages, file),
        files,
        alt: export::alt(&extract),
        lang: messages.language().to_owned(),
    })
}

/// How many letters of an id are in a file's name at most.
const ABOUT: usize = 60;

/// `policy-explorer-icse-access-2026-11-24.csv`: what it shows, as of when, as known when.
pub fn file_name(shown: &Shown, messages: &Messages, file: File) -> String {
    let feed = &shown.feed.value;
    let Clock { date, known, .. } = shown.query.clock;
    let (about, dates) = match file {
        File::Claims => ("claims".to_owned(), [feed.published, None]),
        File::Letter(at) => (asking(shown, messages, at), [Some(shown.today), None]),
        _ => (shown.query.topic.id(feed).to_owned(), [Some(date), known]),
    };
    let extension = match file {
        File::Png => "png",
        File::Svg => "svg",
        File::Csv | File::Claims => "csv",
        File::Json => "json",
        File::Kit => "zip",
        File::Letter(_) => "txt",
    };
    // Ids of a feed may have signs that file systems do not take, or be longer than names may be.
    let is_plain = |letter: &char| letter.is_ascii_alphanumeric() || ['-', '_'].contains(letter);
    let mut name = String::from("policy-explorer-");
    name.extend(about.chars().filter(is_plain).take(ABOUT));
    if let (true, Topic::Measure(measure)) = (name.ends_with("explorer-"), shown.query.topic) {
        name.push_str(&format!("measure-{}", measure.0 + 1));
    }
    for (before, date) in ["-", "-known-"].into_iter().zip(dates) {
        if let Some(date) = date {
            name.push_str(&format!("{before}{date}"));
        }
    }
    name + "." + extension
}

/// `request-KEN-fr`: who is asked, in which language.
fn asking(shown: &Shown, messages: &Messages, at: u8) -> String {
    let country = shown.query.country.map(|member| shown.code(member).to_string());
    let tag = request::tag(&shown.feed.value, messages, at.into());
    let parts = [Some("request"), country.as_deref(), tag];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// The map shown, as a standalone SVG document; the map of the same question where the table is shown.
pub fn svg(model: &Model) -> Option<String> {
    let shown = model.shown.as_ref()?;
    let (feed, messages) = (&shown.feed.value, model.messages.as_deref()?);
    let world = &*model.sight.whole(shown.query.projection)?;
    let View { survey, headline, legend, footer, .. } = &*shown.view;
    let scene = MapScene::new(feed, world, messages, &shown.names, survey, world::WIDTH);
    let mut lines: Vec<String> =
        feed.demo.then(|| messages.say(Phrase::demo).to_owned()).into_iter().collect();
    lines.extend(notes(shown, messages));
    let publisher = footer.publisher.as_ref().map(|(name, _)| name.clone());
    let license = footer.license.as_ref().map(|(name, _)| name.text.clone());
    lines.push(
        [footer.date.clone(), publisher, license].into_iter().flatten().collect::<Vec<_>>().join(" · "),
    );
    lines.extend([Phrase::disclaimer, Phrase::credit].map(|phrase| messages.say(phrase).to_owned()));
    lines.extend(pinned(shown, messages, &model.share));
    let caption = svg::Caption {
        lang: messages.language(),
        direction: messages.direction(),
        title: &headline.sentence,
        description: &headline.description,
        notes: &lines,
        pattern: shown.query.pattern,
    };
    Some(svg::document(feed, world, &scene, legend, &caption))
}
