//! Globe and tiles: worlds like the map's, with every member in its place.

use crate::common;

use common::world;
use policy_explorer::country::Code;
use policy_explorer::world::globe::{Globe, HEIGHT, RADIUS};
use policy_explorer::world::projection::{Place, unwrapped};
use policy_explorer::world::topology::ArcRef;
use policy_explorer::world::{Form, Kind, Point, Shape, WIDTH, World, pack, tiles};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn globe() -> Globe {
    let bytes = std::fs::read("data/world/overview.pack").expect("the pack is there");
    Globe::new(&pack::read(&bytes).expect("a pack"))
}

/// Where each country's tile is.
fn table() -> String {
    std::fs::read_to_string("data/world/tiles.csv").expect("the table is there")
}

fn code(text: &str) -> Code {
    Code::parse(text).expect("a code")
}

/// The rings of a path, px of the frame.
fn rings(shape: &Shape, unit: f64) -> Vec<Vec<(f64, f64)>> {
    let mut rings = Vec::new();
    let mut at = (0i64, 0i64);
    for ring in shape.path.split('z').filter(|ring| !ring.is_empty()) {
        let spaced: String = ring
            .chars()
            .flat_map(|letter| if letter == '-' { vec![' ', '-'] } else { vec![letter] })
            .collect();
        let numbers: Vec<i64> = spaced
            .split(|letter: char| !(letter.is_ascii_digit() || letter == '-'))
            .filter_map(|number| number.parse().ok())
            .collect();
        let mut points = Vec::new();
        for step in numbers.chunks(2) {
            at = (at.0 + step[0], at.1 + step[1]);
            points.push((at.0 as f64 * unit, at.1 as f64 * unit));
        }
        // `z` goes back to the ring's first point.
        let first = points[0];
        at = ((first.0 / unit).round() as i64, (first.1 / unit).round() as i64);
        rings.push(points);
    }
    rings
}

/// px² inside the rings, each turning its own way.
fn area(rings: &[Vec<(f64, f64)>]) -> f64 {
    let ring = |points: &Vec<(f64, f64)>| {
        let next = points.iter().cycle().skip(1);
        points.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>() / 2.0
    };
    rings.iter().map(ring).sum::<f64>().abs()
}

/// Whether a point is filled, by the even-odd rule.
fn is_filled(rings: &[Vec<(f64, f64)>], at: (f64, f64)) -> bool {
    let crosses = |a: &(f64, f64), b: &(f64, f64)| {
        (a.1 > at.1) != (b.1 > at.1) && at.0 < a.0 + (at.1 - a.1) / (b.1 - a.1) * (b.0 - a.0)
    };
    let count = |points: &Vec<(f64, f64)>| {
        points.iter().zip(points.iter().cycle().skip(1)).filter(|(a, b)| crosses(a, b)).count()
    };
    rings.iter().map(count).sum::<usize>() % 2 == 1
}

/// Where a place lies on a globe seen from another, and whether it is on the near side.
fn seen(place: Place, from: Place) -> ((f64, f64), f64) {
    let [lat, lon, lat0, lon0] = [place.lat, place.lon, from.lat, from.lon].map(f64::to_radians);
    let x = lat.cos() * (lon - lon0).sin();
    let y = lat0.cos() * lat.sin() - lat0.sin() * lat.cos() * (lon - lon0).cos();
    let z = lat0.sin() * lat.sin() + lat0.cos() * lat.cos() * (lon - lon0).cos();
    ((WIDTH / 2.0 + RADIUS * x, HEIGHT / 2.0 - RADIUS * y), z)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn a_globe_fills_what_the_map_fills_and_nothing_else(lon in -180.0..180.0f64, lat in -85.0..85.0f64) {
        let (map, from) = (world(), Place { lon, lat });
        let ball = globe().seen(from);
        prop_assert_eq!(ball.shapes.len(), map.shapes.len());
        for (flat, round) in map.shapes.iter().zip(&ball.shapes) {
            prop_assert_eq!((flat.code, flat.kind), (round.code, round.kind));
            let outlines = rings(round, ball.unit);
            for &(x, y) in outlines.iter().flatten() {
                let out = (x - WIDTH / 2.0).hypot(y - HEIGHT / 2.0);
                prop_assert!(out < RADIUS + 0.2, "{} leaves the disc: {out}", flat.code);
            }
            let (at, near) = seen(unwrapped(flat.anchor), from);
            if near > 0.15 && flat.bounds.width() > 4.0 {
                prop_assert!(is_filled(&outlines, at), "{} is not filled in its middle", flat.code);
                prop_assert!((round.anchor.x - at.0).hypot(round.anchor.y - at.1) < 0.1);
            }
            if near < 0.0 {
                let inside = (0.0..=WIDTH).contains(&round.anchor.x) && (0.0..=HEIGHT).contains(&round.anchor.y);
                prop_assert!(!inside, "{} is behind the globe", flat.code);
            }
        }
    }

    #[test]
    fn no_fill_leaks_over_the_disc(lon in -180.0..180.0f64, lat in -85.0..85.0f64) {
        let ball = globe().seen(Place { lon, lat });
        // A sea has no fill wherever the globe is turned to.
        let seas = [(-30.0, 30.0), (-150.0, 0.0), (-130.0, -40.0), (80.0, -30.0), (-15.0, -30.0), (160.0, 40.0), (0.0, 85.0)];
        for (lon_of, lat_of) in seas {
            let (at, near) = seen(Place { lon: lon_of, lat: lat_of }, Place { lon, lat });
            if near < 0.05 {
                continue;
            }
            for shape in &ball.shapes {
                prop_assert!(!is_filled(&rings(shape, ball.unit), at), "{} at {lon_of} {lat_of}", shape.code);
            }
        }
    }
}

#[test]
fn in_the_middle_of_the_disc_areas_are_true() {
    // Orthographic is equal-area at its middle: the share of the sphere holds there.
    for (name, lon, lat, share) in
        [("FRA", 2.5, 46.6, 551_500.0), ("POL", 19.4, 52.1, 312_000.0), ("URY", -56.0, -32.8, 176_000.0)]
    {
        let ball = globe().seen(Place { lon, lat });
        let shape = ball.shape(code(name)).expect("it is there");
        let main = area(&rings(shape, ball.unit)[..1]);
        let km = main / (RADIUS * RADIUS) * 6371.0 * 6371.0;
        assert!((km / share - 1.0).abs() < 0.04, "{name}: {km} km²");
    }
}

#[test]
fn the_far_side_has_nothing_to_see_and_all_shapes() {
    let ball = globe().seen(Place { lon: 10.0, lat: 45.0 });
    let path = |name: &str| &ball.shape(code(name)).expect("it is there").path;
    assert!(matches!(&ball.form, Form::Globe(outline) if outline.ends_with('z')));
    assert_eq!((path("AUS").as_ref(), path("NZL").as_ref()), ("", ""));
    assert!(!path("DEU").is_empty());
}

/// The members of the map: what stands for itself.
fn own(map: &World) -> Vec<Code> {
    map.shapes.iter().filter(|shape| shape.kind == Kind::Own).map(|shape| shape.code).collect()
}

#[test]
fn every_member_has_a_cell_of_its_own() {
    let cells = tiles::cells(&table());
    let (codes, places): (BTreeSet<_>, BTreeSet<_>) =
        cells.iter().map(|&(code, column, row)| (code, (column, row))).unzip();
    assert_eq!((cells.len(), codes.len(), places.len()), (196, 196, 196));
    assert_eq!(codes, own(&world()).into_iter().collect());
}

#[test]
fn tiles_are_where_one_looks_for_them() {
    let cells = tiles::cells(&table());
    let cell = |name: &str| {
        cells.iter().find(|cell| cell.0 == code(name)).map(|cell| (cell.1, cell.2)).expect("a cell")
    };
    for (west, east) in [
        ("USA", "FRA"),
        ("PRT", "ESP"),
        ("FRA", "DEU"),
        ("DEU", "POL"),
        ("MAR", "EGY"),
        ("IND", "CHN"),
        ("CHN", "JPN"),
        ("NAM", "MOZ"),
        ("AUS", "NZL"),
        ("BRA", "GHA"),
        // Islands are in their seas.
        ("IRL", "GBR"),
        ("ISL", "NOR"),
        ("MEX", "CUB"),
        ("CUB", "DOM"),
        ("BRB", "PRT"),
        ("CPV", "SEN"),
        ("STP", "GAB"),
        ("SOM", "SYC"),
        ("MDG", "MUS"),
        ("MUS", "AUS"),
        ("SOM", "MDV"),
        ("MDV", "LKA"),
        ("LKA", "BRN"),
        ("VNM", "PHL"),
        ("AUS", "SLB"),
        ("PNG", "VUT"),
        ("SLB", "FJI"),
        ("FJI", "WSM"),
    ] {
        assert!(cell(west).0 < cell(east).0, "{west} is west of {east}");
    }
    for (north, south) in [
        ("CAN", "USA"),
        ("USA", "MEX"),
        ("NOR", "DEU"),
        ("DEU", "ITA"),
        ("ITA", "LBY"),
        ("EGY", "SDN"),
        ("KEN", "ZAF"),
        ("COL", "PER"),
        ("PER", "CHL"),
        ("RUS", "CHN"),
        ("CHN", "THA"),
        ("IDN", "AUS"),
        ("USA", "CUB"),
        ("CUB", "COL"),
        ("TTO", "BRA"),
        ("MLT", "TUN"),
        ("CYP", "EGY"),
        ("IND", "MDV"),
        ("SYC", "MUS"),
        ("MHL", "FJI"),
    ] {
        assert!(cell(north).1 < cell(south).1, "{north} is north of {south}");
    }
}

/// Columns and rows from one member's tile to another's.
fn steps(cells: &BTreeMap<Code, (i32, i32)>, from: Code, to: Code) -> (i32, i32) {
    (cells[&to].0 - cells[&from].0, cells[&to].1 - cells[&from].1)
}

/// How many cells two tiles are apart, corner to corner as near as side to side: 1 if they touch.
fn apart(cells: &BTreeMap<Code, (i32, i32)>, one: Code, other: Code) -> i32 {
    let (columns, rows) = steps(cells, one, other);
    columns.abs().max(rows.abs())
}

fn grid() -> BTreeMap<Code, (i32, i32)> {
    tiles::cells(&table()).into_iter().map(|(code, column, row)| (code, (column, row))).collect()
}

/// The members' places on the map, px of the frame.
fn anchors() -> BTreeMap<Code, Point> {
    let own = world().shapes.into_iter().filter(|shape| shape.kind == Kind::Own);
    own.map(|shape| (shape.code, shape.anchor)).collect()
}

/// px from place to place.
fn length(from: Point, to: Point) -> f64 {
    (to.x - from.x).hypot(to.y - from.y)
}

/// Who shares a line with whom on the map, each pair once. Not across an ocean: France borders on Brazil.
fn borders() -> BTreeSet<(Code, Code)> {
    let bytes = std::fs::read("data/world/overview.pack").expect("the pack is there");
    let topology = pack::read(&bytes).expect("a pack");
    let anchors = anchors();
    let (mut owners, mut pairs) = (Vec::new(), BTreeSet::new());
    for outline in &topology.outlines {
        for step in outline.rings.iter().flatten() {
            match *step {
                ArcRef::Next => owners.push(outline.code),
                ArcRef::Back(line) => {
                    pairs.insert((owners[line], outline.code));
                }
            }
        }
    }
    pairs.retain(|(one, other)| match (anchors.get(one), anchors.get(other)) {
        (Some(&one), Some(&other)) => length(one, other) < 200.0,
        _ => false,
    });
    pairs
}

/// Each member's neighbours: all it has a border with; of an island, the four nearest.
fn neighbours() -> BTreeMap<Code, Vec<Code>> {
    let (anchors, borders) = (anchors(), borders());
    let of = |&code: &Code| {
        let across = |&(one, other): &(Code, Code)| match code {
            _ if one == code => Some(other),
            _ if other == code => Some(one),
            _ => None,
        };
        let found: BTreeSet<Code> = borders.iter().filter_map(across).collect();
        if !found.is_empty() {
            return (code, found.into_iter().collect());
        }
        let mut others: Vec<Code> = anchors.keys().copied().filter(|&other| other != code).collect();
        let far = |other: &Code| length(anchors[&code], anchors[other]);
        others.sort_by(|a, b| far(a).total_cmp(&far(b)));
        others.truncate(4);
        (code, others)
    };
    anchors.keys().map(of).collect()
}

/// The rank of each number; equal ones share the middle of theirs.
fn ranks(numbers: &[f64]) -> Vec<f64> {
    let rank = |number: &f64| {
        let below = numbers.iter().filter(|other| *other < number).count();
        let same = numbers.iter().filter(|other| *other == number).count();
        below as f64 + (same as f64 - 1.0) / 2.0
    };
    numbers.iter().map(rank).collect()
}

/// Spearman's rank correlation: Pearson's of the ranks (C. Spearman, "The proof and measurement of association
/// between two things", American Journal of Psychology 15, 1904).
fn rank_correlation(one: &[f64], other: &[f64]) -> f64 {
    let [one, other] = [one, other].map(ranks);
    let middle = (one.len() as f64 - 1.0) / 2.0;
    let product =
        |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| (a - middle) * (b - middle)).sum::<f64>();
    product(&one, &other) / (product(&one, &one) * product(&other, &other)).sqrt()
}

/// The members that one can walk to from a place, not across the canal of Suez.
fn mainland(from: &str) -> BTreeSet<Code> {
    let (borders, canal) = (borders(), canal());
    let mut found = BTreeSet::from([code(from)]);
    loop {
        let ways = borders.iter().filter(|pair| !canal.contains(pair));
        let more: Vec<Code> = ways
            .filter(|(one, other)| found.contains(one) != found.contains(other))
            .flat_map(|&(one, other)| [one, other])
            .collect();
        if more.is_empty() {
            return found;
        }
        found.extend(more);
    }
}

/// The borders between Africa and Asia.
fn canal() -> [(Code, Code); 2] {
    [(code("EGY"), code("ISR")), (code("EGY"), code("PSE"))]
}

/// Grid maps are measured by places, neighbours and directions: W. Meulemans, J. Dykes, A. Slingsby, C. Turkay,
/// J. Wood, "Small multiples with gaps", IEEE TVCG 23 (2017), doi:10.1109/TVCG.2016.2598542. Here: the rank
/// correlation of how far east, and how far south, the direction to each neighbour points, on the map and on the grid.
#[test]
fn neighbours_are_on_the_sides_where_they_lie() {
    let (cells, anchors) = (grid(), anchors());
    let (mut map, mut tiles) = ([Vec::new(), Vec::new()], [Vec::new(), Vec::new()]);
    for (from, others) in neighbours() {
        for to in others {
            let (a, b) = (anchors[&from], anchors[&to]);
            let far = length(a, b);
            map[0].push((b.x - a.x) / far);
            map[1].push((b.y - a.y) / far);
            let (columns, rows) = steps(&cells, from, to);
            let far = f64::from(columns).hypot(f64::from(rows));
            tiles[0].push(f64::from(columns) / far);
            tiles[1].push(f64::from(rows) / far);
        }
    }
    let found = [0, 1].map(|axis| rank_correlation(&map[axis], &tiles[axis]));
    // Without seas, when only places counted, they were 0.788 and 0.781. Now: 0.854 and 0.859.
    assert!(found[0] > 0.85 && found[1] > 0.85, "east {:.4}, south {:.4}", found[0], found[1]);
}

#[test]
fn who_has_a_border_is_beside_its_neighbour() {
    let (cells, borders) = (grid(), borders());
    let beside = borders.iter().filter(|pair| apart(&cells, pair.0, pair.1) == 1).count();
    let share = beside as f64 / borders.len() as f64;
    // Without seas it was 0.660. Now: 0.782. A square has eight others around it, and four of them at its sides.
    assert!(borders.len() > 300 && share > 0.77, "{beside} of {}: {share:.4}", borders.len());
}

#[test]
fn between_land_masses_is_sea() {
    let (cells, anchors) = (grid(), anchors());
    // Brazil is the easternmost of the Americas; then come Cabo Verde and Iceland.
    let is_american = |code: &Code| unwrapped(anchors[code]).lon < -30.0;
    let (americas, others): (Vec<Code>, Vec<Code>) = cells.keys().partition(|code| is_american(code));
    assert_eq!((americas.len(), others.len()), (38, 158));
    for &one in &americas {
        for &other in &others {
            assert!(apart(&cells, one, other) > 2, "{one} and {other}: the Atlantic has two cells");
        }
        assert!(steps(&cells, one, code("PRT")).0 > 0, "{one} is west of Portugal");
    }
    let (africa, eurasia) = (mainland("NGA"), mainland("CHN"));
    assert_eq!((africa.len(), eurasia.len()), (48, 78));
    for &one in &africa {
        for &other in eurasia.iter().filter(|&&other| !canal().contains(&(one, other))) {
            assert!(apart(&cells, one, other) > 1, "{one} and {other}: the Mediterranean, the Red Sea");
        }
    }
    for &other in eurasia.iter().chain(&africa) {
        assert!(apart(&cells, code("AUS"), other) > 1, "Australia and {other}");
    }
}

#[test]
fn tiles_leave_phones_their_12_px() {
    let columns = tiles::cells(&table()).iter().map(|cell| cell.1 + 1).max();
    assert!(columns.is_some_and(|columns| columns <= 30), "{columns:?}");
}

#[test]
fn who_has_no_cell_stands_in_a_row_below() {
    let named = [code("FRA"), code("XKX"), code("ZZZ"), code("DEU")];
    let world = tiles::world(&table(), &named);
    assert_eq!(world.shapes.len(), 4);
    let bottom = |name: &str| world.shape(code(name)).expect("a tile").bounds.max;
    let all: Vec<Code> = tiles::cells(&table()).iter().map(|cell| cell.0).collect();
    let last = tiles::world(&table(), &all).height;
    for name in ["XKX", "ZZZ"] {
        assert!(bottom(name).y > last, "{name} is below all others");
    }
    assert!((bottom("XKX").y - bottom("ZZZ").y).abs() < 1e-9 && bottom("XKX").x < bottom("ZZZ").x);
    assert!((world.height - bottom("ZZZ").y).abs() < 1e-6);
}

#[test]
fn tiles_are_equal_and_do_not_touch() {
    let world = tiles::world(&table(), &own(&world()));
    let side = world.shapes[0].bounds.width();
    for (i, a) in world.shapes.iter().enumerate() {
        assert!((a.bounds.width() - side).abs() < 1e-9 && (a.bounds.height() - side).abs() < 1e-9);
        let inside =
            |at: Point| (0.0..=WIDTH + 1e-6).contains(&at.x) && (0.0..=world.height + 1e-6).contains(&at.y);
        assert!(inside(a.bounds.min) && inside(a.bounds.max), "{}", a.code);
        for b in &world.shapes[..i] {
            let apart = (a.anchor.x - b.anchor.x).abs().max((a.anchor.y - b.anchor.y).abs());
            assert!(apart > side, "{} and {}", a.code, b.code);
        }
    }
}
