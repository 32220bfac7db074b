//! The committed map: that it is the one recorded, small enough to load, complete, and drawn without
//! lines across. `cargo xtask world --check` holds it against its source.

#![allow(clippy::unwrap_used)]

use policy_explorer::country::Code;
use policy_explorer::world::projection::{Place, forward};
use policy_explorer::world::{HEIGHT, Kind, Point, Shape, WIDTH, World, pack};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The packs and the most they may weigh under brotli, bytes.
const PACKS: [(&str, usize); 2] = [("overview", 18_000), ("detail", 40_000)];

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(format!("data/world/{name}.pack")).unwrap()
}

fn worlds() -> impl Iterator<Item = (&'static str, World)> {
    PACKS.iter().map(|(name, _)| (*name, pack::decode(&bytes(name)).unwrap()))
}

fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

fn shape<'a>(world: &'a World, text: &str) -> &'a Shape {
    world.shape(code(text)).unwrap_or_else(|| panic!("no shape {text}"))
}

/// Country, place of its label, whether it needs a marker.
fn members() -> Vec<(Code, Place, bool)> {
    let table = std::fs::read_to_string("data/world/markers.csv").unwrap();
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let place = Place { lon: cells[1].parse().unwrap(), lat: cells[2].parse().unwrap() };
        (code(cells[0]), place, cells[7] == "yes")
    };
    table.lines().skip(1).map(row).collect()
}

fn distance(a: Point, b: Point) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

type Spot = [i64; 2];

/// The lines of path data in grid units, closing points repeated.
fn lines(path: &str) -> Vec<Vec<Spot>> {
    let mut at = [0, 0];
    let line = |text: &str| {
        let steps = text.trim_end_matches('z').replace('l', " ").replace('-', " -").replace(',', " ");
        let steps: Vec<i64> = steps.split_whitespace().map(|number| number.parse().unwrap()).collect();
        let mut points: Vec<Spot> = Vec::new();
        for step in steps.chunks(2) {
            at = [at[0] + step[0], at[1] + step[1]];
            points.push(at);
        }
        if text.ends_with('z') {
            at = points[0];
            points.push(at);
        }
        points
    };
    path.split('m').skip(1).map(line).collect()
}

/// The points of a shape, px.
fn points(world: &World, shape: &Shape) -> Vec<Point> {
    let point = |[x, y]: Spot| Point { x: x as f64 * world.unit, y: y as f64 * world.unit };
    lines(&shape.path).concat().into_iter().map(point).collect()
}

/// How often each straight piece occurs, whichever way it is walked.
fn pieces<'a>(paths: impl IntoIterator<Item = &'a str>) -> BTreeMap<[Spot; 2], usize> {
    let mut counts = BTreeMap::new();
    for line in paths.into_iter().flat_map(lines) {
        for ends in line.windows(2) {
            *counts.entry([ends[0].min(ends[1]), ends[0].max(ends[1])]).or_default() += 1;
        }
    }
    counts
}

#[test]
fn packs_are_the_recorded_ones() {
    let recorded = std::fs::read_to_string("data/world/packs.sha256").unwrap();
    for (name, _) in PACKS {
        let sum: String = Sha256::digest(bytes(name)).iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(recorded.contains(&format!("{sum}  {name}.pack\n")), "{name}: {sum}");
    }
}

#[test]
fn packs_are_small() {
    for (name, most) in PACKS {
        let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
        let mut packed = Vec::new();
        brotli::BrotliCompress(&mut bytes(name).as_slice(), &mut packed, &params).unwrap();
        assert!(packed.len() <= most, "{name}: {} bytes under brotli", packed.len());
    }
}

#[test]
fn every_member_has_a_shape_and_an_anchor_where_the_table_says() {
    assert_eq!(members().len(), 196);
    for (name, world) in worlds() {
        for (code, place, marked) in members() {
            let shape = world.shape(code).unwrap_or_else(|| panic!("{name}: {code}"));
            assert_eq!(shape.kind, Kind::Own, "{name}: {code}");
            let lon = if place.lon < -169.0 { place.lon + 360.0 } else { place.lon };
            let off = distance(shape.anchor, forward(Place { lon, ..place }));
            assert!(off < 0.1, "{name}: {code}'s anchor is {off} px off");
            assert_eq!(shape.marker.is_some(), marked, "{name}: {code}");
            assert!(shape.bounds.width() > 0.0 && shape.bounds.height() > 0.0, "{name}: {code}");
        }
    }
}

#[test]
fn everything_is_in_the_frame_and_every_path_has_an_area() {
    for (name, world) in worlds() {
        for shape in &world.shapes {
            let points = points(&world, shape);
            let inside = |p: &Point| (0.0..=WIDTH).contains(&p.x) && (0.0..=HEIGHT).contains(&p.y);
            assert!(points.len() > 3 && points.iter().all(inside), "{name}: {}", shape.code);
            assert!(inside(&shape.anchor), "{name}: {}'s anchor", shape.code);
        }
    }
}

#[test]
fn nothing_crosses_the_map_as_a_line() {
    // The 49th parallel, between the United States and Canada, is the longest straight line: 62 px.
    for (name, world) in worlds() {
        let paths = world.shapes.iter().map(|shape| &*shape.path);
        for [a, b] in pieces(paths.chain([&*world.borders, &*world.disputed, &*world.coasts])).keys() {
            let length = ((a[0] - b[0]) as f64).hypot((a[1] - b[1]) as f64) * world.unit;
            assert!(length < 65.0, "{name}: {length} px from {a:?} to {b:?}");
        }
    }
}

#[test]
fn every_line_is_drawn_once_and_borders_belong_to_two() {
    for (name, world) in worlds() {
        let mut drawn = pieces([&*world.coasts]);
        for (ends, count) in pieces([&*world.borders, &*world.disputed]) {
            *drawn.entry(ends).or_default() += 2 * count;
        }
        let owned = pieces(world.shapes.iter().map(|shape| &*shape.path));
        assert!(owned == drawn, "{name}: the lines are not the shapes' outlines");
    }
}

#[test]
fn markers_keep_apart_and_near_home() {
    for (name, world) in worlds() {
        let markers: Vec<(&Shape, Point)> =
            world.shapes.iter().filter_map(|shape| Some((shape, shape.marker?))).collect();
        assert_eq!(markers.len(), 49, "{name}");
        for (i, (shape, marker)) in markers.iter().enumerate() {
            let moved = distance(*marker, shape.anchor);
            assert!(moved < 7.5, "{name}: {}'s marker is {moved} px from home", shape.code);
            for (other, theirs) in &markers[..i] {
                let apart = distance(*marker, *theirs);
                assert!(apart >= 7.5, "{name}: {} and {} are {apart} px apart", shape.code, other.code);
            }
        }
    }
}

#[test]
fn both_packs_have_the_same_shapes_in_the_same_places() {
    let [overview, detail] = PACKS.map(|(name, _)| pack::decode(&bytes(name)).unwrap());
    assert_eq!(overview.shapes.len(), detail.shapes.len());
    for (a, b) in overview.shapes.iter().zip(&detail.shapes) {
        assert_eq!((a.code, a.kind), (b.code, b.kind));
        assert!(distance(a.anchor, b.anchor) < 0.2, "{}: {:?} {:?}", a.code, a.anchor, b.anchor);
        let markers = a.marker.zip(b.marker).map_or(0.0, |(a, b)| distance(a, b));
        assert!(markers < 0.4, "{}: {:?} {:?}", a.code, a.marker, b.marker);
    }
}

#[test]
fn countries_at_the_edge_of_the_map_are_whole() {
    for (name, world) in worlds() {
        let xs = |text: &str| points(&world, shape(&world, text)).into_iter().map(|point| point.x);
        let all_east = |text: &str, from: f64| xs(text).all(|x| x > from);
        assert!(all_east("FJI", 900.0), "{name}: Fiji lies at the right edge alone");
        assert!(all_east("RUS", 480.0), "{name}: no part of Russia lies in the west");
        assert!(shape(&world, "RUS").bounds.max.x > 810.0, "{name}: Chukotka is one with Russia");
        assert!(all_east("NZL", 780.0), "{name}: New Zealand, the Chatham Islands too");
        assert!(xs("KIR").any(|x| x < 40.0), "{name}: Kiribati's Line Islands lie at the left edge");
        assert!(
            shape(&world, "KIR").bounds.max.x - shape(&world, "KIR").bounds.min.x < 2.0,
            "{name}: Tarawa"
        );
        assert!(shape(&world, "KIR").anchor.x > 900.0, "{name}: Tarawa lies in the east");
        let states = shape(&world, "USA").bounds;
        assert!((120.0..220.0).contains(&states.width()), "{name}: one zooms to the forty-eight states");
        assert!(xs("USA").any(|x| x > 810.0), "{name}: Saint Lawrence Island stays whole, in the east");
    }
}

#[test]
fn territories_follow_the_table() {
    for (name, world) in worlds() {
        let kinds = [
            ("GRL", Kind::PartOf(code("DNK"))),
            ("HKG", Kind::PartOf(code("CHN"))),
            ("CYN", Kind::PartOf(code("CYP"))),
            ("SOL", Kind::PartOf(code("SOM"))),
            ("TWN", Kind::Neutral),
            ("ESH", Kind::Neutral),
            ("XKX", Kind::Neutral),
            ("PRK", Kind::Neutral),
        ];
        for (text, kind) in kinds {
            assert_eq!(shape(&world, text).kind, kind, "{name}: {text}");
        }
        for text in ["ATA", "ATC", "ALA"] {
            assert_eq!(world.shape(code(text)), None, "{name}: {text}");
        }
    }
}

#[test]
fn disputed_lines_are_where_the_table_says() {
    let places = [("Kargil", 76.0, 34.5, 1), ("Lahore", 74.5, 31.5, 0), ("Golan", 35.8, 33.0, 1)];
    for (name, world) in worlds() {
        for (place, lon, lat, expected) in places {
            let at = forward(Place { lon, lat });
            let near = |path: &str| {
                let on = |&[x, y]: &Spot| Point { x: x as f64 * world.unit, y: y as f64 * world.unit };
                lines(path).concat().iter().any(|spot| distance(on(spot), at) < 3.0)
            };
            assert_eq!(usize::from(near(&world.disputed)), expected, "{name}: {place}");
        }
    }
}
