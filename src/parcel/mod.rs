//! The files that a reader takes away, made of what is shown when they are wanted.

use crate::citation::{Citation, Format};
use crate::compare::Comparison;
use crate::export::{self, Extract};
use crate::feed::Record;
use crate::feed::details::absolute;
use crate::message::{Messages, unmarked};
use crate::model::share::{File, Link, Share, chosen, view};
use crate::model::take::{citation, digest, file_name, letters, link, notes, page, pinned};
use crate::model::{Model, Shown};

mod comparison;
mod letters;
mod picture;

pub use picture::svg;

/// Something to be saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Parcel {
    /// Its file name. One that ends in `.zip` is an archive of the files.
    pub name: String,
    /// The files.
    pub files: Vec<Item>,
    /// BCP 47 tag of the language of their words.
    pub lang: String,
}

/// A file of what is shown. `None` while something that it needs is missing; also for a file of the comparison if nobody is
/// compared.
pub fn parcel(model: &Model, file: File) -> Option<Parcel> {
    let (shown, messages) = (model.shown.as_ref()?, model.messages.as_deref()?);
    let pinned = pinned(shown, messages, &model.share);
    let citation = citation(shown, messages, &model.share, pinned.as_deref());
    let world = extract(model, shown, messages, &citation);
    let comparison = shown.comparison(messages);
    let compared = (!comparison.countries.is_empty()).then(|| compared(shown, &world, comparison));
    let taken = Taken { model, world, compared };
    let files = match file {
        File::Kit => taken.kit(&citation)?,
        File::Letters => letters::items(shown, messages, &model.share),
        file => vec![taken.item(file)?],
    };
    Some(Parcel { name: file_name(shown, messages, file), files, lang: messages.language().to_owned() })
}

/// A file of a parcel.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its name.
    pub name: String,
    /// Its text. A file whose name ends in `.png` is given as the SVG that it is to be painted of, and `feed.json` as the address
    /// that the bytes of the feed are fetched from.
    pub text: String,
    /// The words for a picture; empty for all else.
    pub alt: String,
}

impl Item {
    /// A file of text.
    fn text(name: &str, text: String) -> Self {
        Self { name: name.to_owned(), text, alt: String::new() }
    }
}

/// What is shown of the world.
fn extract<'a>(
    model: &'a Model,
    shown: &'a Shown,
    messages: &'a Messages,
    citation: &Citation<'_>,
) -> Extract<'a> {
    let link = link(shown, messages, &model.share);
    Extract {
        feed: &shown.feed.value,
        messages,
        names: &shown.names,
        survey: &shown.view.survey,
        members: shown.listed(messages),
        legend: &shown.view.legend,
        sentence: unmarked(&shown.view.headline.sentence),
        notes: notes(shown, messages).iter().map(|note| unmarked(note)).collect(),
        view: chosen(&view(shown)).map(|(name, value)| (name, value.to_owned())).collect(),
        citation: unmarked(&citation.plain()),
        link: link.as_ref().map(Link::address).unwrap_or_default().to_owned(),
        digest: digest(&model.share),
        details: details(shown, &model.share),
    }
}

/// The address of the details, where claims are without their sources.
fn details(shown: &Shown, share: &Share) -> Option<String> {
    let feed = &shown.feed.value;
    let is_away = |record: &Record| record.sources() > record.evidence.len();
    let template = feed.details.as_ref().filter(|_| feed.records().iter().any(is_away))?;
    Some(share.facts().map_or_else(|| template.clone(), |facts| absolute(facts.feed, template)))
}

/// What is shown of the countries that are compared, in their order.
fn compared<'a>(shown: &Shown, world: &Extract<'a>, comparison: Comparison) -> (Extract<'a>, Comparison) {
    let extract = Extract {
        members: comparison.countries.iter().map(|country| country.member).collect(),
        legend: &[],
        sentence: unmarked(&comparison::title(shown, world.messages, &comparison)),
        notes: comparison::notes(shown, world.messages).iter().map(|note| unmarked(note)).collect(),
        ..world.clone()
    };
    (extract, comparison)
}

/// What files are made of.
struct Taken<'a> {
    model: &'a Model,
    world: Extract<'a>,
    /// `None` if nobody is compared.
    compared: Option<(Extract<'a>, Comparison)>,
}

impl Taken<'_> {
    /// A single file.
    fn item(&self, file: File) -> Option<Item> {
        let Self { model, world, compared } = self;
        let map = || svg(model);
        let of = || compared.as_ref().map(|(extract, _)| extract);
        let picture = |name| {
            let (extract, comparison) = compared.as_ref()?;
            let alt = export::compared_alt(extract, comparison);
            let text = comparison::drawn(model, comparison, &alt)?;
            Some((Item::text(name, text), alt))
        };
        Some(match file {
            File::Png => Item { alt: export::alt(world), ..Item::text("map.png", map()?) },
            File::Svg => Item::text("map.svg", map()?),
            File::Csv => Item::text("data.csv", export::csv(world)),
            File::Json => Item::text("data.json", export::json(world)),
            File::Claims => Item::text("claims.csv", export::claims(world)),
            File::ComparisonPng => {
                let (picture, alt) = picture("comparison.png")?;
                Item { alt, ..picture }
            }
            File::ComparisonSvg => picture("comparison.svg")?.0,
            File::ComparisonCsv => Item::text("comparison.csv", export::csv(of()?)),
            File::ComparisonJson => Item::text("comparison.json", export::json(of()?)),
            File::ComparisonClaims => Item::text("comparison-claims.csv", export::compared_claims(of()?)),
            File::Letter(at) => {
                let shown = model.shown.as_ref()?;
                let letter = letters(shown, world.messages, &model.share).into_iter().nth(at.into())?;
                Item::text("request.txt", letter.text + "\n")
            }
            File::Kit | File::Letters => return None,
        })
    }

    /// The press kit: the files, with their sources, descriptions, citations and licence.
    fn kit(&self, citation: &Citation<'_>) -> Option<Vec<Item>> {
        let world = [File::Svg, File::Png, File::Csv, File::Claims];
        let mut items: Vec<Item> = world.into_iter().map(|file| self.item(file)).collect::<Option<_>>()?;
        items.extend([
            Item::text("sources.txt", export::sources(&self.world)),
            Item::text("alt.txt", export::alt(&self.world) + "\n"),
        ]);
        items.extend(Format::ALL.map(|format| cited(citation, format)));
        items.push(Item::text("LICENSE.txt", export::license(&self.world)));
        let model = self.model;
        let shown = model.shown.as_ref()?;
        if let Some([page, feed]) = page(shown, self.world.messages, &model.share) {
            items.extend([Item::text("feed.json", feed), Item::text("page.html", page)]);
        }
        items.extend(File::COMPARISON.into_iter().filter_map(|file| self.item(file)));
        items.extend(self.compared.as_ref().map(|(extract, comparison)| {
            Item::text("comparison-alt.txt", export::compared_alt(extract, comparison) + "\n")
        }));
        Some(items)
    }
}

/// The file of a citation; a text file ends with the end of a line.
fn cited(citation: &Citation<'_>, format: Format) -> Item {
    let mut text = citation.write(format);
    if !text.ends_with('\n') {
        text.push('\n');
    }
    Item::text(format.file(), text)
}
