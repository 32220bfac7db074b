//! Countries side by side: a row a measure, a column a country.

use super::Caption;
use super::paper::{GAP, HATCH, LABEL, MARGIN, NOTE, Paper, ROOM, THEME, TILE, Type};
use crate::compare::{Comparison, Line, Standing};
use crate::feed::Feed;
use crate::markup::{Html, node};
use crate::message::Phrase;
use crate::status::Topic;
use crate::survey::Shade;

/// The width of the column of measures, px: where there is room, and where words of the countries need more.
const MEASURES: [usize; 2] = [216, 132];
/// The widest column of a country, px.
const COUNTRY: usize = 248;
/// Between two columns, px.
const SPACE: usize = 12;
/// Above and below what is in a row, px.
const PADDING: usize = 8;
/// Names of countries.
const NAME: Type = Type { size: 14, line: 20, colour: THEME.text, bold: true };

/// The comparison as a picture of the theme `LIGHT`.
pub fn comparison(feed: &Feed, comparison: &Comparison, caption: &Caption<'_>) -> Html {
    let mut paper = Paper::new(caption);
    paper.hatch(HATCH, 1.0);
    let columns = Columns::new(comparison);
    head(&mut paper, &columns, comparison);
    for (index, line) in comparison.lines.iter().enumerate() {
        let is_parted = index == 0 || line.id == Topic::Overall.id(feed);
        paper.rule(if is_parted { THEME.border } else { THEME.land });
        row(&mut paper, feed, &columns, (line, comparison));
    }
    paper.rule(THEME.border);
    paper.top += PADDING;
    paper.finish()
}

/// Where the columns are, px.
struct Columns {
    /// The width of the column of measures.
    first: usize,
    /// The width of each other.
    column: usize,
}

impl Columns {
    /// As wide as the longest word needs, as far as there is room.
    fn new(comparison: &Comparison) -> Self {
        let count = comparison.countries.len().max(1);
        let names = comparison.countries.iter().map(|country| NAME.longest(&country.name.text));
        let standings = comparison.lines.iter().flat_map(|line| &line.standings);
        let labels = standings.map(|standing| TILE + GAP + LABEL.longest(&standing.class.label));
        let needed = names.chain(labels).max().unwrap_or_default() + SPACE;
        let [usual, most] = MEASURES.map(|measures| ((ROOM - measures) / count).min(COUNTRY));
        let column = needed.clamp(usual, most.max(usual));
        Self { first: ROOM - column * count, column }
    }

    /// How far from the paper's side the column of a country begins.
    fn of(&self, country: usize) -> usize {
        MARGIN + self.first + country * self.column
    }

    /// The room for text in the column of a country.
    fn room(&self) -> usize {
        self.column - SPACE
    }
}

fn head(paper: &mut Paper<'_>, columns: &Columns, comparison: &Comparison) {
    let mut bottom = paper.top;
    for (index, country) in comparison.countries.iter().enumerate() {
        let lines = paper.apart(&NAME.wrap(&country.name.text, columns.room()));
        bottom = bottom.max(paper.write((columns.of(index), paper.top), NAME, &lines));
    }
    paper.top = bottom + PADDING / 2;
}

fn row(paper: &mut Paper<'_>, feed: &Feed, columns: &Columns, (line, comparison): (&Line, &Comparison)) {
    paper.top += PADDING;
    let mut bottom = measure(paper, columns, line);
    for (index, (standing, country)) in line.standings.iter().zip(&comparison.countries).enumerate() {
        let below = paper.within(
            |cell| {
                node!(
                    "g";
                    "data-country" = country.code.to_string(),
                    "data-measure" = &line.id,
                    "data-status" = &standing.class.id
                    => cell
                )
            },
            |paper| cell(paper, feed, (columns.of(index), columns.room()), standing),
        );
        bottom = bottom.max(below);
    }
    paper.top = bottom + PADDING;
}

/// The measure with its clause.
fn measure(paper: &mut Paper<'_>, columns: &Columns, line: &Line) -> usize {
    let room = columns.first - SPACE;
    let lines = paper.apart(&LABEL.wrap(&line.title.text, room));
    let bottom = paper.write((MARGIN, paper.top), LABEL, &lines);
    let clause =
        line.clause.as_ref().map(|clause| paper.messages().fill(Phrase::clause, &[("clause", clause)]));
    let lines: Vec<String> = clause.iter().flat_map(|clause| NOTE.wrap(clause, room)).collect();
    paper.write((MARGIN, bottom), NOTE, &lines)
}

/// The tile, the words of the status, and below them since or by when and how many sources.
fn cell(paper: &mut Paper<'_>, feed: &Feed, (from, room): (usize, usize), standing: &Standing) -> usize {
    let Standing { class, status, dating, sources } = standing;
    paper.tile(feed, (from, paper.top), Shade::Status(*status), class.sign.as_deref());
    let (from, room) = (from + TILE + GAP, room - TILE - GAP);
    let lines = paper.apart(&LABEL.wrap(&class.label, room));
    let bottom = paper.write((from, paper.top), LABEL, &lines);
    let further: Vec<String> = dating.iter().chain(sources).flat_map(|text| NOTE.wrap(text, room)).collect();
    paper.write((from, bottom), NOTE, &further)
}
