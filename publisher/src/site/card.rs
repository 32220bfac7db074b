//! A card with the name of a country and its statuses, as a drawing.

use super::edition::Edition;
use policy_explorer::feed::details::Fetched;
use policy_explorer::feed::{Feed, MeasureIndex, MemberIndex};
use policy_explorer::markup::svg::svg as written;
use policy_explorer::markup::{Html, list, node, nothing, text};
use policy_explorer::message::{Direction, Phrase};
use policy_explorer::profile::{Profile, Section};
use policy_explorer::scene::palette::{Colour, LIGHT};
use policy_explorer::scene::typeset::{width, wrap};
use policy_explorer::status::{Status, Topic, status};
use policy_explorer::survey::Shade;

/// The size that other sites want (ogp.me), px.
pub const SIZE: [usize; 2] = [1200, 630];
const MARGIN: usize = 64;
const ROOM: usize = SIZE[0] - 2 * MARGIN;
/// Side of a tile, px.
const TILE: usize = 56;
/// The most measures on a card.
const ROWS: usize = 3;
/// Height of a row, px.
const ROW: usize = 92;

/// The card of a country, as SVG.
pub fn card(edition: &Edition<'_>, member: MemberIndex) -> String {
    let card = Card { edition, feed: edition.feed() };
    let profile =
        Profile::new(edition.context(&edition.overall), edition.plan.today, member, &Fetched::Missed);
    let [wide, high] = SIZE.map(|side| side.to_string());
    let rows = profile.sections.iter().take(ROWS).zip(0..);
    let rows = rows.map(|(section, at)| card.row(section, (member, at), 250 + at * ROW));
    written(&node!(
        "svg", "xmlns" = "http://www.w3.org/2000/svg", "font-family" = "system-ui, sans-serif", "direction" = "ltr";
        "width" = wide, "height" = high
        => [
            hatch(),
            node!("rect", "width" = "100%", "height" = "100%"; "fill" = LIGHT.background.hex()),
            card.line(&edition.policy(), (MARGIN, 96), Type { size: 30, weight: "400", colour: LIGHT.quiet }),
            card.line(&profile.name.text, (MARGIN, 190), Type { size: 84, weight: "700", colour: LIGHT.text }),
            list(rows.collect()),
            card.line(&card.foot(&profile), (MARGIN, 590), Type { size: 26, weight: "400", colour: LIGHT.quiet }),
        ]
    ))
}

/// How a line is set.
#[derive(Clone, Copy)]
struct Type {
    /// px, at most: a long line is smaller, down to half of it, and then cut.
    size: usize,
    weight: &'static str,
    colour: Colour,
}

struct Card<'a> {
    edition: &'a Edition<'a>,
    feed: &'a Feed,
}

impl Card<'_> {
    /// A measure with its status.
    fn row(&self, section: &Section, (member, at): (MemberIndex, usize), top: usize) -> Html {
        let topic = Topic::Measure(MeasureIndex(at));
        let shade = Shade::Status(status(self.feed, member, topic, self.edition.clock()));
        let beside = MARGIN + TILE + 24;
        let sign = section.class.sign.as_deref().unwrap_or_default();
        let standing: Vec<&str> = [Some(&section.class.label), section.dating.as_ref()]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        list(vec![
            self.tile(shade, sign, top),
            self.line(
                &section.title.text,
                (beside, top + 24),
                Type { size: 32, weight: "700", colour: LIGHT.text },
            ),
            self.line(
                &standing.join(" · "),
                (beside, top + 58),
                Type { size: 27, weight: "400", colour: LIGHT.quiet },
            ),
        ])
    }

    fn tile(&self, shade: Shade, sign: &str, top: usize) -> Html {
        let colour = LIGHT.colour(self.feed, shade);
        let fill = match (colour, shade) {
            (Some(colour), _) => colour.hex(),
            (None, Shade::Status(Status::NotMember)) => LIGHT.land.hex(),
            (None, _) => "url(#hatch)".to_owned(),
        };
        let (left, side) = (self.left(MARGIN, TILE), TILE.to_string());
        let ink = colour.map_or(LIGHT.text, |colour| LIGHT.ink_on(colour)).hex();
        node!("g" => [
            node!(
                "rect", "rx" = "8", "stroke-width" = "2";
                "x" = left.to_string(), "y" = top.to_string(), "width" = side.clone(), "height" = side,
                "fill" = fill, "stroke" = LIGHT.border.hex()
            ),
            node!(
                "text", "font-size" = "32", "font-weight" = "700", "text-anchor" = "middle", "paint-order" = "stroke", "stroke-width" = "8";
                "x" = (left + TILE / 2).to_string(), "y" = (top + 40).to_string(),
                "stroke" = if colour.is_none() { LIGHT.hatch.0.hex() } else { "none".to_owned() }, "fill" = ink
                => text(sign)
            ),
        ])
    }

    /// That the data is invented, if it is; of when and whose it is; how many more measures there are.
    fn foot(&self, profile: &Profile) -> String {
        let messages = &self.edition.messages;
        let demo = self.feed.demo.then(|| messages.say(Phrase::demo).to_owned());
        let more = profile.sections.len().saturating_sub(ROWS);
        let more = (more > 0).then(|| messages.count(Phrase::more, more, &[]));
        let date = self.feed.published.map(|date| messages.dated(Phrase::data_of, date));
        let name = self.feed.publisher.name.as_ref().map(|name| name.best(messages.tag()).text);
        let name = name.map(|name| messages.fill(Phrase::published_by, &[("publisher", name)]));
        [demo, more, date, name].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// A line that begins so far from where lines do. To all programs the document runs from left to right: what runs the other
    /// way ends at `x`, and is marked so among its letters.
    fn line(&self, words: &str, (from, y): (usize, usize), set: Type) -> Html {
        let room = SIZE[0] - MARGIN - from;
        let size = (set.size * ROOM.min(room) / width(words, set.size).max(1)).clamp(set.size / 2, set.size);
        let words = wrap(words, size, room).into_iter().next().unwrap_or_default();
        let (anchor, words) = match self.edition.messages.direction() {
            Direction::LeftToRight => ("start", words),
            Direction::RightToLeft => ("end", format!("\u{2067}{words}\u{2069}")),
        };
        if words.is_empty() {
            return nothing();
        }
        node!(
            "text";
            "x" = self.left(from, 0).to_string(),
            "y" = y.to_string(),
            "font-size" = size.to_string(),
            "font-weight" = set.weight,
            "text-anchor" = anchor,
            "fill" = set.colour.hex()
            => text(&words)
        )
    }

    /// The left side of what is so wide and stands so far from where lines begin.
    fn left(&self, from: usize, wide: usize) -> usize {
        match self.edition.messages.direction() {
            Direction::LeftToRight => from,
            Direction::RightToLeft => SIZE[0] - from - wide,
        }
    }
}

/// The pattern of "no public data".
fn hatch() -> Html {
    let (paper, lines) = LIGHT.hatch;
    node!("defs" => node!(
        "pattern", "id" = "hatch", "width" = "12", "height" = "12", "patternUnits" = "userSpaceOnUse", "patternTransform" = "rotate(45)"
        => [
            node!("rect", "width" = "12", "height" = "12"; "fill" = paper.hex()),
            node!("path", "stroke-width" = "2", "d" = "M1 0V12"; "stroke" = lines[0].hex()),
        ]
    ))
}
