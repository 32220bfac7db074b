//! The paper of a picture: what stands above and below it, and how texts, tiles and lines get onto it.

use super::Caption;
use crate::feed::Feed;
use crate::markup::{Html, list, node, nothing, text};
use crate::message::{Direction, Messages};
use crate::scene::number::precise;
use crate::scene::palette::{Colour, LIGHT, Theme};
use crate::scene::typeset::{longest, width, wrap};
use crate::status::Status;
use crate::survey::Shade;
use crate::world::WIDTH;

/// The colours of all pictures.
pub const THEME: Theme = LIGHT;
/// Space around everything, px.
pub const MARGIN: usize = 16;
/// Between the margins, px.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub const ROOM: usize = WIDTH as usize;
/// Side of a tile, px.
pub const TILE: usize = 14;
/// From a tile to its words, px.
pub const GAP: usize = 6;

/// How a text is set.
#[derive(Clone, Copy)]
pub struct Type {
    /// px
    pub size: usize,
    /// From line to line, px.
    pub line: usize,
    /// Its colour.
    pub colour: Colour,
    /// Whether it is bold.
    pub bold: bool,
}

const POLICY: Type = Type { size: 13, line: 18, colour: THEME.quiet, bold: false };
const TITLE: Type = Type { size: 20, line: 26, colour: THEME.text, bold: false };
/// Labels.
pub const LABEL: Type = Type { size: 13, line: 18, colour: THEME.text, bold: false };
/// What stands below a label, and notes.
pub const NOTE: Type = Type { size: 12, line: 18, colour: THEME.quiet, bold: false };

impl Type {
    /// The width of a text, px, at most.
    pub fn width(self, text: &str) -> usize {
        width(text, self.reckoned())
    }

    /// A text in lines of at most `room`, px.
    pub fn wrap(self, text: &str, room: usize) -> Vec<String> {
        wrap(text, self.reckoned(), room)
    }

    /// The width of the longest word of a text, px, at most.
    pub fn longest(self, text: &str) -> usize {
        longest(text, self.reckoned())
    }

    /// Bold type is as wide as larger type.
    fn reckoned(self) -> usize {
        self.size + if self.bold { self.size.div_ceil(8) } else { 0 }
    }
}

/// A picture in the making. Where lines begin at the right, the paper is mirrored; a map on it never is.
pub struct Paper<'a> {
    caption: &'a Caption<'a>,
    body: Vec<Html>,
    /// The upper side of what comes next, px.
    pub top: usize,
}

impl<'a> Paper<'a> {
    /// Paper with the policy's name and the title.
    pub fn new(caption: &'a Caption<'a>) -> Self {
        let mut paper = Self { caption, body: Vec::new(), top: MARGIN };
        if !caption.policy.is_empty() {
            let lines = paper.apart(&POLICY.wrap(caption.policy, ROOM));
            paper.top = paper.write((MARGIN, paper.top), POLICY, &lines) + 2;
        }
        paper.top = paper.write((MARGIN, paper.top), TITLE, &TITLE.wrap(caption.title, ROOM)) + 8;
        paper
    }

    /// The picture, with the notes below what is on the paper.
    pub fn finish(mut self) -> Html {
        let Caption { messages, title, description, notes, .. } = self.caption;
        let lines: Vec<String> = notes.iter().flat_map(|note| NOTE.wrap(note, ROOM)).collect();
        let height = self.write((MARGIN, self.top), NOTE, &lines) + MARGIN;
        let width = ROOM + 2 * MARGIN;
        let is_described = !description.is_empty();
        let ground = THEME.background.hex();
        node!(
            "svg", "xmlns" = "http://www.w3.org/2000/svg";
            "xml:lang" = messages.language().to_owned(),
            "lang" = messages.language().to_owned(),
            "direction" = "ltr",
            "role" = "img",
            "aria-labelledby" = "title",
            "aria-describedby" = is_described.then_some("description"),
            "viewBox" = format!("0 0 {width} {height}"),
            "width" = width.to_string(),
            "height" = height.to_string(),
            "font-family" = "system-ui, sans-serif"
            => [
                node!("title", "id" = "title" => text(title)),
                if is_described { node!("desc", "id" = "description" => text(description)) } else { nothing() },
                node!("rect", "width" = "100%", "height" = "100%"; "fill" = ground),
                list(self.body),
            ]
        )
    }

    /// Puts a node on the paper.
    pub fn push(&mut self, node: Html) {
        self.body.push(node);
    }

    /// Wraps what `put` puts on the paper in one element.
    pub fn within<T>(&mut self, wrap: impl FnOnce(Html) -> Html, put: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::take(&mut self.body);
        let result = put(self);
        let content = std::mem::replace(&mut self.body, before);
        self.push(wrap(list(content)));
        result
    }

    /// Lines of text below each other, the first below `top` and so far from where lines begin; says where the next would
    /// be. To all programs the document runs from left to right, since not all know another direction: what runs the
    /// other way ends at `x`, and is marked so among its letters.
    pub fn write(&mut self, (from, top): (usize, usize), set: Type, lines: &[String]) -> usize {
        let (anchor, open, close) = match self.messages().direction() {
            Direction::LeftToRight => ("start", "", ""),
            Direction::RightToLeft => ("end", "\u{2067}", "\u{2069}"),
        };
        let x = self.left(from, 0);
        let mut bottom = top;
        for line in lines {
            let y = bottom + (set.line + set.size).div_ceil(2) - set.size / 8;
            self.push(node!(
                "text";
                "x" = x.to_string(),
                "y" = y.to_string(),
                "font-size" = set.size.to_string(),
                "font-weight" = set.bold.then_some("600"),
                "text-anchor" = anchor,
                "fill" = set.colour.hex()
                => text(&[open, line, close].concat())
            ));
            bottom += set.line;
        }
        bottom
    }

    /// Lines of a feed's text, which may run the other way than the widget's own.
    pub fn apart(&self, lines: &[String]) -> Vec<String> {
        lines.iter().map(|line| self.messages().apart(line)).collect()
    }

    /// The reader's language.
    pub fn messages(&self) -> &'a Messages {
        self.caption.messages
    }

    /// The left side of what is so wide and stands so far from where lines begin.
    fn left(&self, from: usize, wide: usize) -> usize {
        match self.messages().direction() {
            Direction::LeftToRight => from,
            Direction::RightToLeft => ROOM + 2 * MARGIN - from - wide,
        }
    }

    /// A line from side to side below what is on the paper.
    pub fn rule(&mut self, colour: Colour) {
        self.push(rect((MARGIN, self.top), (ROOM, 1), colour.hex()));
        self.top += 1;
    }

    /// A tile with its colour and sign, beside the first line of a label that begins at `top`.
    pub fn tile(&mut self, feed: &Feed, (from, top): (usize, usize), shade: Shade, sign: Option<&str>) {
        let top = top + (LABEL.line - TILE) / 2 + 1;
        self.push(node!(
            "rect";
            "x" = self.left(from, TILE).to_string(),
            "y" = top.to_string(),
            "width" = TILE.to_string(),
            "height" = TILE.to_string(),
            "rx" = "2",
            "fill" = fill(feed, shade, HATCH),
            "stroke" = THEME.border.hex()
        ));
        let colour = THEME.colour(feed, shade);
        let Some(sign) = sign else { return };
        if colour.is_none() {
            self.push(rect((self.left(from + 3, 8), top + 2), (8, 10), THEME.hatch.0.hex()));
        }
        let ink = colour.map_or(THEME.text, |colour| THEME.ink_on(colour));
        let set = Type { size: 10, line: TILE, colour: ink, bold: false };
        self.write((from + 4, top), set, &[sign.to_owned()]);
    }

    /// Defines a pattern of thin lines; `scale` undoes that of the shapes that refer to it.
    pub fn hatch(&mut self, id: &'static str, scale: f64) {
        let (paper, lines) = THEME.hatch;
        let line = lines[self.caption.pattern as usize];
        self.push(node!("defs" => node!(
            "pattern";
            "id" = id,
            "width" = "6",
            "height" = "6",
            "patternUnits" = "userSpaceOnUse",
            "patternTransform" = format!("scale({}) rotate(45)", precise(scale))
            => [
                node!("rect", "width" = "6", "height" = "6"; "fill" = paper.hex()),
                node!("path"; "stroke" = line.hex(), "d" = "M0.5 0V6"),
            ]
        )));
    }
}

/// A rectangle.
fn rect((x, y): (usize, usize), (width, height): (usize, usize), fill: String) -> Html {
    let [x, y, width, height] = [x, y, width, height].map(|length| length.to_string());
    node!("rect"; "x" = x, "y" = y, "width" = width, "height" = height, "fill" = fill)
}

/// The pattern of tiles and markers.
pub const HATCH: &str = "hatch";

/// What a status or a change is filled with; "no public data" with the pattern `hatch`.
pub fn fill(feed: &Feed, shade: Shade, hatch: &str) -> String {
    let (paper, lines) = THEME.hatch;
    match THEME.colour(feed, shade) {
        Some(colour) => colour.hex(),
        None if shade == Shade::Status(Status::NotMember) => THEME.land.hex(),
        // For programs that draw no patterns: the tone that this one has from afar.
        None => format!("url(#{hatch}) {}", paper.between(lines[0], (1, 6)).hex()),
    }
}
