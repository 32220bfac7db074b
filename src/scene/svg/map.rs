//! The map with its legend.

use super::Caption;
use super::legend::legend as write_legend;
use super::page::{HATCH, MARGIN, Page, THEME, escape, fill};
use crate::feed::Feed;
use crate::scene::class::Entry;
use crate::scene::map::{Item, MapScene};
use crate::scene::number::{precise, px};
use crate::scene::palette::Colour;
use crate::world::{Form, Point, WIDTH, World};

/// The pattern of land, which is drawn in units of the map's own.
const HATCH_OF_LAND: &str = "hatch-of-land";

/// The map with its legend as an SVG document of the theme `LIGHT`.
pub fn document(
    feed: &Feed,
    world: &World,
    scene: &MapScene,
    legend: &[Entry],
    caption: &Caption<'_>,
) -> String {
    let mut page = Page::new(caption);
    page.hatch(HATCH, 1.0);
    page.hatch(HATCH_OF_LAND, 1.0 / world.unit);
    let top = page.top;
    page.push(format_args!("<g transform=\"translate({MARGIN} {top})\">"));
    map(&mut page, feed, world, legend, scene);
    letters(&mut page, feed, legend, scene);
    page.push(format_args!("</g>"));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let height = world.height as usize;
    page.top += height + MARGIN;
    write_legend(&mut page, feed, legend);
    page.top += MARGIN;
    page.finish()
}

fn map(page: &mut Page<'_>, feed: &Feed, world: &World, legend: &[Entry], scene: &MapScene) {
    // Filtered out: blank, since a paler colour would read as another status.
    let fill = |place: usize, muted: bool| {
        if muted { THEME.background.hex() } else { fill(feed, legend[place].shade, HATCH_OF_LAND) }
    };
    page.push(format_args!(
        "<g transform=\"scale({})\" fill-rule=\"evenodd\" paint-order=\"stroke\" stroke-width=\"{}\">",
        precise(world.unit),
        px(1.8 / world.unit)
    ));
    if let Form::Globe(outline) = &world.form {
        page.push(format_args!(
            "<path fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" d=\"{outline}\"/>",
            THEME.border.hex(),
            px(1.0 / world.unit)
        ));
    }
    for land in &scene.land {
        let of = |(_, place)| fill(place, land.muted);
        let colour = land.of.map_or_else(|| THEME.land.hex(), of);
        let path = &world.shapes[land.shape].path;
        let halo = halo(feed, legend, land.of.map(|(_, place)| place));
        page.push(format_args!("<path fill=\"{colour}\"{halo} d=\"{path}\"/>"));
    }
    for item in &scene.items {
        let path = &world.shapes[item.shape].path;
        page.push(format_args!(
            "<path data-country=\"{}\" data-status=\"{}\" fill=\"{}\"{} d=\"{path}\"><title>{}</title></path>",
            item.code,
            escape(&item.status),
            fill(item.place, item.muted),
            halo(feed, legend, Some(item.place)),
            escape(&item.label),
        ));
    }
    let line =
        format!("fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"", THEME.border.hex(), px(0.6 / world.unit));
    page.push(format_args!("<path {line} d=\"{}\"/><path {line} d=\"{}\"/>", world.coasts, world.borders));
    let dash = [3.0, 2.0].map(|length| px(length / world.unit)).join(" ");
    page.push(format_args!("<path {line} stroke-dasharray=\"{dash}\" d=\"{}\"/></g>", world.disputed));
    for item in &scene.items {
        let Some(at) = item.marker.filter(|at| is_framed(world, *at)) else { continue };
        page.push(format_args!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\" stroke=\"{}\"><title>{}</title></circle>",
            px(at.x),
            px(at.y),
            px(scene.radius()),
            dot(feed, legend, item).hex(),
            ring(feed, legend, item).hex(),
            escape(&item.label),
        ));
    }
}

/// The background around what has a colour: on any colour, it or the border is seen. It lies below the colour, so that
/// islands narrower than it keep theirs.
fn halo(feed: &Feed, legend: &[Entry], place: Option<usize>) -> String {
    let colour = place.and_then(|place| THEME.colour(feed, legend[place].shade));
    colour.map(|_| format!(" stroke=\"{}\"", THEME.background.hex())).unwrap_or_default()
}

/// What fills a marker: as on the page, it is too small for a hatch, and one without data has its paper.
fn dot(feed: &Feed, legend: &[Entry], item: &Item) -> Colour {
    let paper = if item.muted { THEME.background } else { THEME.hatch.0 };
    THEME.colour(feed, legend[item.place].shade).filter(|_| !item.muted).unwrap_or(paper)
}

/// The line around a marker.
fn ring(feed: &Feed, legend: &[Entry], item: &Item) -> Colour {
    let colour = THEME.colour(feed, legend[item.place].shade).filter(|_| !item.muted);
    colour.map_or(THEME.border, |colour| THEME.ink_on(colour))
}

/// Whether a point lies in the frame; what is beyond a globe's horizon does not.
fn is_framed(world: &World, at: Point) -> bool {
    (0.0..=WIDTH).contains(&at.x) && (0.0..=world.height).contains(&at.y)
}

/// The codes on tiles.
fn letters(page: &mut Page<'_>, feed: &Feed, legend: &[Entry], scene: &MapScene) {
    for letters in &scene.lettering {
        let item = &scene.items[letters.item];
        let colour = THEME.colour(feed, legend[item.place].shade).filter(|_| !item.muted);
        let ink = colour.map_or(THEME.text, |colour| THEME.ink_on(colour));
        page.push(format_args!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"middle\" fill=\"{}\">{}</text>",
            px(letters.at.x),
            px(letters.at.y + letters.size * 0.36),
            px(letters.size),
            ink.hex(),
            letters.text,
        ));
    }
}
