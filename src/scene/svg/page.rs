//! The paper of a picture: what stands above and below it, and how texts, tiles and lines get onto it.

use super::Caption;
use crate::feed::Feed;
use crate::message::{Direction, Messages};
use crate::scene::number::precise;
use crate::scene::palette::{Colour, LIGHT, Theme};
use crate::scene::typeset::{longest, width, wrap};
use crate::status::Status;
use crate::survey::Shade;
use crate::world::WIDTH;
use std::fmt::{Arguments, Write};

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

/// In the place of what makes ids this picture's own; `escape` lets it pass nowhere else.
const OWN: char = '\u{1}';

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
pub struct Page<'a> {
    caption: &'a Caption<'a>,
    body: String,
    /// The upper side of what comes next, px.
    pub top: usize,
}

impl<'a> Page<'a> {
    /// A page with the policy's name and the title.
    pub fn new(caption: &'a Caption<'a>) -> Self {
        let mut page = Self { caption, body: String::new(), top: MARGIN };
        if !caption.policy.is_empty() {
            let lines = page.apart(&POLICY.wrap(caption.policy, ROOM));
            page.top = page.write((MARGIN, page.top), POLICY, &lines) + 2;
        }
        page.top = page.write((MARGIN, page.top), TITLE, &TITLE.wrap(caption.title, ROOM)) + 8;
        page
    }

    /// The document, with the notes below what is on the page.
    pub fn finish(mut self) -> String {
        let Caption { messages, title, description, notes, .. } = self.caption;
        let lines: Vec<String> = notes.iter().flat_map(|note| NOTE.wrap(note, ROOM)).collect();
        let height = self.write((MARGIN, self.top), NOTE, &lines) + MARGIN;
        let (described, description) = match *description {
            "" => (String::new(), String::new()),
            text => {
                let id = format!("{OWN}description");
                (format!(" aria-describedby=\"{id}\""), format!("<desc id=\"{id}\">{}</desc>", escape(text)))
            }
        };
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"{lang}\" lang=\"{lang}\" direction=\"ltr\" \
             role=\"img\" aria-labelledby=\"{OWN}title\"{described} viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
             height=\"{height}\" font-family=\"system-ui, sans-serif\"><title id=\"{OWN}title\">{title}</title>\
             {description}<rect width=\"100%\" height=\"100%\" fill=\"{background}\"/>{body}</svg>",
            lang = escape(messages.language()),
            width = ROOM + 2 * MARGIN,
            title = escape(title),
            background = THEME.background.hex(),
            body = self.body,
        );
        let own = format!("pe-{:016x}-", digest(&svg));
        svg.replace(OWN, &own)
    }

    /// Puts elements on the page.
    pub fn push(&mut self, text: Arguments<'_>) {
        self.body.write_fmt(text).expect("a string takes everything");
    }

    /// Lines of text below each other, the first below `top` and so far from where lines begin; says where the next would
    /// be. To all programs the document runs from left to right, since not all know another direction: what runs the
    /// other way ends at `x`, and is marked so among its letters.
    pub fn write(&mut self, (from, top): (usize, usize), set: Type, lines: &[String]) -> usize {
        let (anchor, open, close) = match self.messages().direction() {
            Direction::LeftToRight => ("start", "", ""),
            Direction::RightToLeft => ("end", "\u{2067}", "\u{2069}"),
        };
        let weight = if set.bold { " font-weight=\"600\"" } else { "" };
        let (x, size, colour) = (self.left(from, 0), set.size, set.colour.hex());
        let mut bottom = top;
        for line in lines {
            let y = bottom + (set.line + set.size).div_ceil(2) - set.size / 8;
            self.push(format_args!(
                "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight} text-anchor=\"{anchor}\" fill=\"{colour}\">\
                 {open}{}{close}</text>",
                escape(line)
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

    /// A line from side to side below what is on the page.
    pub fn rule(&mut self, colour: Colour) {
        let (y, colour) = (self.top, colour.hex());
        self.push(format_args!(
            "<rect x=\"{MARGIN}\" y=\"{y}\" width=\"{ROOM}\" height=\"1\" fill=\"{colour}\"/>"
        ));
        self.top += 1;
    }

    /// A tile with its colour and sign, beside the first line of a label that begins at `top`.
    pub fn tile(&mut self, feed: &Feed, (from, top): (usize, usize), shade: Shade, sign: Option<&str>) {
        let top = top + (LABEL.line - TILE) / 2 + 1;
        self.push(format_args!(
            "<rect x=\"{}\" y=\"{top}\" width=\"{TILE}\" height=\"{TILE}\" rx=\"2\" fill=\"{}\" stroke=\"{}\"/>",
            self.left(from, TILE),
            fill(feed, shade, HATCH),
            THEME.border.hex(),
        ));
        let colour = THEME.colour(feed, shade);
        let Some(sign) = sign else { return };
        if colour.is_none() {
            let (x, y, paper) = (self.left(from + 3, 8), top + 2, THEME.hatch.0.hex());
            self.push(format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"8\" height=\"10\" fill=\"{paper}\"/>"));
        }
        let ink = colour.map_or(THEME.text, |colour| THEME.ink_on(colour));
        let set = Type { size: 10, line: TILE, colour: ink, bold: false };
        self.write((from + 4, top), set, &[sign.to_owned()]);
    }

    /// Defines a pattern of thin lines; `scale` undoes that of the shapes that refer to it.
    pub fn hatch(&mut self, id: &str, scale: f64) {
        let (paper, lines) = THEME.hatch;
        let line = lines[self.caption.pattern as usize];
        self.push(format_args!(
            "<defs><pattern id=\"{OWN}{id}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"scale({}) rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"{}\"/>\
             <path stroke=\"{}\" d=\"M0.5 0V6\"/></pattern></defs>",
            precise(scale),
            paper.hex(),
            line.hex(),
        ));
    }
}

/// The pattern of tiles.
pub const HATCH: &str = "hatch";

/// What a status or a change is filled with; "no public data" with the pattern `hatch`.
pub fn fill(feed: &Feed, shade: Shade, hatch: &str) -> String {
    let (paper, lines) = THEME.hatch;
    match THEME.colour(feed, shade) {
        Some(colour) => colour.hex(),
        None if shade == Shade::Status(Status::NotMember) => THEME.land.hex(),
        // For programs that draw no patterns: the tone that this one has from afar.
        None => format!("url(#{OWN}{hatch}) {}", paper.between(lines[0], (1, 6)).hex()),
    }
}

/// FNV-1a (Fowler, Noll, Vo), 64 bits: tells documents apart that nobody has made to be mistaken for each other.
fn digest(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A text as XML writes it in content and attributes; characters that XML 1.0 does not allow are left out.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push(letter),
            control if control < ' ' => {}
            '\u{fffe}' | '\u{ffff}' => {}
            other => escaped.push(other),
        }
    }
    escaped
}
