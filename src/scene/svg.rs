//! The map as a standalone SVG document that carries its own colours, title and description. It looks alike wherever it is
//! shown: programs that know no `direction` put its texts in the same places, and its ids are its own, so that pictures
//! may lie in one page.

use super::class::Entry;
use super::map::MapScene;
use super::number::{precise, px};
use super::palette::{Colour, LIGHT, Pattern, Theme};
use crate::feed::Feed;
use crate::message::Direction;
use crate::world::{Form, Point, WIDTH, World};
use std::fmt::Write;

/// What is written around the map.
pub struct Caption<'a> {
    /// BCP 47 tag of the texts.
    pub lang: &'a str,
    /// Where their lines begin.
    pub direction: Direction,
    /// What the map shows, in a sentence.
    pub title: &'a str,
    /// In which regions that is so; may be empty.
    pub description: &'a str,
    /// Lines below the legend: notes, source, disclaimer.
    pub notes: &'a [String],
    /// How strongly the hatch is drawn.
    pub pattern: Pattern,
}

/// Side of a legend tile, px.
const TILE: usize = 14;
/// Height of a line of text, px.
const LINE: usize = 18;
/// Space around everything, px.
const MARGIN: usize = 16;
/// Characters that fit in a line of notes at 12 px.
const NOTE: usize = 150;
/// Characters that fit in a line of the title at 20 px.
const TITLE: usize = 88;

/// In the place of what makes ids this picture's own; `escape` lets it pass nowhere else.
const OWN: char = '\u{1}';

/// The map with its legend as an SVG document of the theme `LIGHT`.
pub fn document(
    feed: &Feed,
    world: &World,
    scene: &MapScene,
    legend: &[Entry],
    caption: &Caption<'_>,
) -> String {
    let theme = LIGHT;
    let titles = wrap(caption.title, TITLE);
    let notes: Vec<_> = caption.notes.iter().flat_map(|note| wrap(note, NOTE)).collect();
    let head = MARGIN + titles.len() * 26 + 8;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let (width, map_height) = (WIDTH as usize + 2 * MARGIN, world.height as usize);
    let legend_top = head + map_height + MARGIN;
    let notes_top = legend_top + 2 * LINE;
    let height = notes_top + notes.len() * LINE + MARGIN;
    let sheet = Sheet { width, direction: caption.direction };

    let (described, description) = match caption.description {
        "" => (String::new(), String::new()),
        text => {
            let id = format!("{OWN}description");
            (format!(" aria-describedby=\"{id}\""), format!("<desc id=\"{id}\">{}</desc>", escape(text)))
        }
    };
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"{lang}\" lang=\"{lang}\" direction=\"ltr\" role=\"img\" \
         aria-labelledby=\"{OWN}title\"{described} viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         font-family=\"system-ui, sans-serif\"><title id=\"{OWN}title\">{title}</title>{description}",
        lang = escape(caption.lang),
        title = escape(caption.title),
    );
    let line = theme.hatch.1[caption.pattern as usize];
    for (id, scale) in [("hatch", 1.0), ("hatch-of-land", 1.0 / world.unit)] {
        svg.push_str(&hatch(id, scale, (theme.hatch.0, line)));
    }
    push(
        &mut svg,
        format_args!("<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>", theme.background.hex()),
    );
    for (line, text) in titles.iter().enumerate() {
        sheet.write(&mut svg, (MARGIN, MARGIN + 20 + line * 26), 20, theme.text, text);
    }
    push(&mut svg, format_args!("<g transform=\"translate({MARGIN} {head})\">"));
    map(&mut svg, feed, world, legend, scene, &theme);
    letters(&mut svg, feed, legend, scene, &theme);
    svg.push_str("</g>");
    write_legend(&mut svg, &sheet, feed, legend, (legend_top, &theme));
    for (line, text) in notes.iter().enumerate() {
        sheet.write(&mut svg, (MARGIN, notes_top + LINE + line * LINE), 12, theme.quiet, text);
    }
    svg.push_str("</svg>");
    let own = format!("pe-{:016x}-", digest(&svg));
    svg.replace(OWN, &own)
}

/// FNV-1a (Fowler, Noll, Vo), 64 bits: tells documents apart that nobody has made to be mistaken for each other.
fn digest(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn map(svg: &mut String, feed: &Feed, world: &World, legend: &[Entry], scene: &MapScene, theme: &Theme) {
    // Filtered out: blank, since a paler colour would read as another status.
    let fill = |place: usize, muted: bool, hatch| {
        if muted { theme.background.hex() } else { fill(feed, legend, theme, (place, hatch)) }
    };
    // Around the borders lies the background: on any colour, one of the two is seen. It lies below the colour, so that
    // islands narrower than it keep theirs.
    push(
        svg,
        format_args!(
            "<g transform=\"scale({})\" fill-rule=\"evenodd\" paint-order=\"stroke\" stroke=\"{}\" stroke-width=\"{}\">",
            precise(world.unit),
            theme.background.hex(),
            px(1.8 / world.unit)
        ),
    );
    if let Form::Globe(outline) = &world.form {
        push(
            svg,
            format_args!(
                "<path fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" d=\"{outline}\"/>",
                theme.border.hex(),
                px(1.0 / world.unit)
            ),
        );
    }
    for land in &scene.land {
        let of = |(_, place)| fill(place, land.muted, "hatch-of-land");
        let colour = land.of.map_or_else(|| theme.land.hex(), of);
        let path = &world.shapes[land.shape].path;
        push(svg, format_args!("<path fill=\"{colour}\" d=\"{path}\"/>"));
    }
    for item in &scene.items {
        let path = &world.shapes[item.shape].path;
        push(
            svg,
            format_args!(
                "<path data-country=\"{}\" data-status=\"{}\" fill=\"{}\" d=\"{path}\"><title>{}</title></path>",
                item.code,
                escape(&item.status),
                fill(item.place, item.muted, "hatch-of-land"),
                escape(&item.label),
            ),
        );
    }
    let line =
        format!("fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"", theme.border.hex(), px(0.6 / world.unit));
    push(svg, format_args!("<path {line} d=\"{}\"/><path {line} d=\"{}\"/>", world.coasts, world.borders));
    let dash = px(2.0 / world.unit);
    push(svg, format_args!("<path {line} stroke-dasharray=\"{dash}\" d=\"{}\"/></g>", world.disputed));
    for item in &scene.items {
        let Some(at) = item.marker.filter(|at| is_framed(world, *at)) else { continue };
        push(
            svg,
            format_args!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\" stroke=\"{}\"><title>{}</title></circle>",
                px(at.x),
                px(at.y),
                px(scene.radius()),
                fill(item.place, item.muted, "hatch"),
                theme.border.hex(),
                escape(&item.label),
            ),
        );
    }
}

/// Whether a point lies in the frame; what is beyond a globe's horizon does not.
fn is_framed(world: &World, at: Point) -> bool {
    (0.0..=WIDTH).contains(&at.x) && (0.0..=world.height).contains(&at.y)
}

/// The codes on tiles.
fn letters(svg: &mut String, feed: &Feed, legend: &[Entry], scene: &MapScene, theme: &Theme) {
    for letters in &scene.lettering {
        let item = &scene.items[letters.item];
        let colour = theme.colour(feed, legend[item.place].shade).filter(|_| !item.muted);
        let ink = colour.map_or(theme.text, |colour| theme.ink_on(colour));
        push(
            svg,
            format_args!(
                "<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"middle\" fill=\"{}\">{}</text>",
                px(letters.at.x),
                px(letters.at.y + letters.size * 0.36),
                px(letters.size),
                ink.hex(),
                letters.text,
            ),
        );
    }
}

fn write_legend(
    svg: &mut String,
    sheet: &Sheet,
    feed: &Feed,
    legend: &[Entry],
    (top, theme): (usize, &Theme),
) {
    let mut left = MARGIN;
    for (place, entry) in legend.iter().enumerate() {
        push(
            svg,
            format_args!(
                "<rect x=\"{}\" y=\"{top}\" width=\"{TILE}\" height=\"{TILE}\" rx=\"2\" fill=\"{}\" stroke=\"{}\"/>",
                sheet.left(left, TILE),
                fill(feed, legend, theme, (place, "hatch")),
                theme.border.hex(),
            ),
        );
        let colour = theme.colour(feed, legend[place].shade);
        if colour.is_none() {
            let (x, y, paper) = (sheet.left(left + 3, 8), top + 2, theme.hatch.0.hex());
            push(svg, format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"8\" height=\"10\" fill=\"{paper}\"/>"));
        }
        if let Some(sign) = &entry.class.sign {
            let ink = colour.map_or(theme.text, |colour| theme.ink_on(colour));
            sheet.write(svg, (left + 4, top + 11), 10, ink, sign);
        }
        let mut text = entry.class.label.clone();
        if let Some(count) = entry.count {
            text.push_str(&format!(" {count}"));
        }
        sheet.write(svg, (left + TILE + 6, top + 12), 13, theme.text, &text);
        left += TILE + 6 + text.chars().count() * 8 + MARGIN;
    }
}

fn fill(feed: &Feed, legend: &[Entry], theme: &Theme, (place, hatch): (usize, &str)) -> String {
    let colour = theme.colour(feed, legend[place].shade);
    let Theme { hatch: (paper, lines), .. } = theme;
    // For programs that draw no patterns: the tone that this one has from afar.
    let plain = || format!("url(#{OWN}{hatch}) {}", paper.between(lines[0], (1, 6)).hex());
    colour.map_or_else(plain, Colour::hex)
}

/// A pattern of thin lines; `scale` undoes that of the shapes that refer to it.
fn hatch(id: &str, scale: f64, (paper, line): (Colour, Colour)) -> String {
    format!(
        "<defs><pattern id=\"{OWN}{id}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"scale({}) rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"{}\"/>\
         <path stroke=\"{}\" d=\"M0.5 0V6\"/></pattern></defs>",
        px(scale),
        paper.hex(),
        line.hex(),
    )
}

/// The paper around the map: where lines begin at the right, it is mirrored; the map never is.
struct Sheet {
    /// px
    width: usize,
    direction: Direction,
}

impl Sheet {
    /// The left side of what is so wide and stands so far from where lines begin.
    fn left(&self, from: usize, wide: usize) -> usize {
        match self.direction {
            Direction::LeftToRight => from,
            Direction::RightToLeft => self.width - from - wide,
        }
    }

    /// A line that begins so far from where lines begin. To all programs the document runs from left to right, since not
    /// all know another direction: what runs the other way ends at `x`, and is marked so among its letters.
    fn write(&self, svg: &mut String, (from, y): (usize, usize), size: usize, colour: Colour, text: &str) {
        let (anchor, open, close) = match self.direction {
            Direction::LeftToRight => ("start", "", ""),
            Direction::RightToLeft => ("end", "\u{2067}", "\u{2069}"),
        };
        push(
            svg,
            format_args!(
                "<text x=\"{}\" y=\"{y}\" font-size=\"{size}\" text-anchor=\"{anchor}\" fill=\"{}\">{open}{}{close}</text>",
                self.left(from, 0),
                colour.hex(),
                escape(text)
            ),
        );
    }
}

fn push(svg: &mut String, text: std::fmt::Arguments<'_>) {
    svg.write_fmt(text).expect("a string takes everything");
}

/// Breaks a text into lines of at most `limit` characters: at spaces, and within what is longer, such as addresses.
fn wrap(text: &str, limit: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let letters: Vec<char> = text.chars().collect();
    let pieces = letters.split(|letter| *letter == ' ').flat_map(|word| word.chunks(limit));
    for word in pieces.map(|piece| piece.iter().collect::<String>()) {
        let line = lines.last_mut().expect("there is a line");
        if !line.is_empty() && line.chars().count() + word.chars().count() >= limit {
            lines.push(word);
        } else {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
        }
    }
    lines
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
