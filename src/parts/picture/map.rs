//! The map with its legend.

use super::Caption;
use super::legend::legend as write_legend;
use super::paper::{HATCH, MARGIN, Paper, THEME, fill};
use crate::feed::Feed;
use crate::markup::{Html, list, node, nothing, shared};
use crate::parts::map::scaled;
use crate::scene::class::Entry;
use crate::scene::map::{Item, Land, Letters, MapScene};
use crate::scene::number::px;
use crate::scene::palette::Colour;
use crate::survey::Shade;
use crate::world::{Form, Point, WIDTH, World};
use std::rc::Rc;

/// The pattern of land, which is drawn in units of the map's own.
const HATCH_OF_LAND: &str = "hatch-of-land";

/// The map with its legend as a picture of the theme `LIGHT`.
pub fn map(feed: &Feed, world: &World, scene: &MapScene, legend: &[Entry], caption: &Caption<'_>) -> Html {
    let mut paper = Paper::new(caption);
    paper.hatch(HATCH, 1.0);
    paper.hatch(HATCH_OF_LAND, 1.0 / world.unit);
    paper.push(Drawing { feed, world, scene }.nodes(paper.top));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let height = world.height as usize;
    paper.top += height + MARGIN;
    write_legend(&mut paper, feed, legend);
    paper.top += MARGIN;
    paper.finish()
}

struct Drawing<'a> {
    feed: &'a Feed,
    world: &'a World,
    scene: &'a MapScene,
}

impl Drawing<'_> {
    /// The map, so far from the upper side of the paper. The lists are not made by `each`: what the first map shares with
    /// pictures is larger in it than what it has for itself.
    fn nodes(&self, top: usize) -> Html {
        let Self { world, scene, .. } = *self;
        let sphere = match &world.form {
            Form::Globe(outline) => self.line(1.0, None, outline),
            Form::Map | Form::Tiles => nothing(),
        };
        let dash = [3.0, 2.0].map(|length| px(length / world.unit)).join(" ");
        let shapes = node!(
            "g";
            "transform" = scaled(world),
            "fill-rule" = "evenodd",
            "paint-order" = "stroke",
            "stroke-width" = px(1.8 / world.unit)
            => [
                sphere,
                list(scene.land.iter().map(|land| self.land(land)).collect()),
                list(scene.items.iter().map(|item| self.member(item)).collect()),
                self.line(0.6, None, &world.coasts),
                self.line(0.6, None, &world.borders),
                self.line(0.6, Some(dash), &world.disputed),
            ]
        );
        node!("g"; "transform" = format!("translate({MARGIN} {top})") => [
            shapes,
            list(scene.items.iter().map(|item| self.marker(item)).collect()),
            list(scene.lettering.iter().map(|letters| self.letters(letters)).collect()),
        ])
    }

    fn line(&self, width: f64, dash: Option<String>, path: &Rc<str>) -> Html {
        node!(
            "path", "fill" = "none";
            "stroke" = THEME.border.hex(),
            "stroke-width" = px(width / self.world.unit),
            "stroke-dasharray" = dash,
            "d" = path.clone()
        )
    }

    fn land(&self, land: &Land) -> Html {
        let shade = land.of.map(|(_, shade)| shade);
        let fill =
            shade.map_or_else(|| THEME.land.hex(), |shade| self.fill(shade, land.muted, HATCH_OF_LAND));
        let path = &self.world.shapes[land.shape].path;
        node!("path"; "fill" = fill, "stroke" = self.halo(shade), "d" = path.clone())
    }

    fn member(&self, item: &Item) -> Html {
        node!(
            "path";
            "data-country" = item.code.to_string(),
            "data-status" = item.status.clone(),
            "fill" = self.fill(item.shade, item.muted, HATCH_OF_LAND),
            "stroke" = self.halo(Some(item.shade)),
            "d" = self.world.shapes[item.shape].path.clone()
            => title(item)
        )
    }

    fn marker(&self, item: &Item) -> Html {
        let Some(at) = item.marker.filter(|at| is_framed(self.world, *at)) else { return nothing() };
        node!(
            "circle";
            "cx" = px(at.x),
            "cy" = px(at.y),
            "r" = px(self.scene.radius()),
            "fill" = self.fill(item.shade, item.muted, HATCH),
            "stroke" = self.ink(item).unwrap_or(THEME.border).hex()
            => title(item)
        )
    }

    /// The code on a tile.
    fn letters(&self, letters: &Letters) -> Html {
        let item = &self.scene.items[letters.item];
        node!(
            "text";
            "x" = px(letters.at.x),
            "y" = px(letters.at.y + letters.size * 0.36),
            "font-size" = px(letters.size),
            "text-anchor" = "middle",
            "fill" = self.ink(item).unwrap_or(THEME.text).hex()
            => shared(&letters.text)
        )
    }

    /// Filtered out: blank, since a paler colour would read as another status.
    fn fill(&self, shade: Shade, muted: bool, hatch: &str) -> String {
        if muted { THEME.background.hex() } else { fill(self.feed, shade, hatch) }
    }

    /// The background around what has a colour: on any colour, it or the border is seen. It lies below the colour, so that
    /// islands narrower than it keep theirs.
    fn halo(&self, shade: Option<Shade>) -> Option<String> {
        THEME.colour(self.feed, shade?).map(|_| THEME.background.hex())
    }

    /// What is seen on the colour of a member; none if it is shown without a colour.
    fn ink(&self, item: &Item) -> Option<Colour> {
        let colour = THEME.colour(self.feed, item.shade).filter(|_| !item.muted);
        colour.map(|colour| THEME.ink_on(colour))
    }
}

fn title(item: &Item) -> Html {
    node!("title" => shared(&item.label))
}

/// Whether a point lies in the frame; what is beyond a globe's horizon does not.
fn is_framed(world: &World, at: Point) -> bool {
    (0.0..=WIDTH).contains(&at.x) && (0.0..=world.height).contains(&at.y)
}
