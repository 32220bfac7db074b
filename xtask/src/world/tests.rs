//! The whole way on a world of a few squares, written as TopoJSON.

#![allow(clippy::unwrap_used)]

use super::*;
use policy_explorer::country::Code;
use policy_explorer::world::Kind;
use policy_explorer::world::World;

/// One degree a unit. Two squares share the meridian of 20° E from 0° to 60° N; an island of two
/// halves lies across 180°, cut there; a speck off the coast; and a country that is a mere point.
const SOURCE: &str = r#"{
  "transform": {"scale": [1, 1], "translate": [-180, -90]},
  "objects": {"countries": {"geometries": [
    {"type": "Polygon", "properties": {"a3": "AAA"}, "arcs": [[0, 1]]},
    {"type": "MultiPolygon", "properties": {"a3": "BBB"}, "arcs": [[[-1, 2]], [[6]]]},
    {"type": "MultiPolygon", "properties": {"a3": "CCC"}, "arcs": [[[3]], [[4]]]},
    {"type": "Polygon", "properties": {"a3": "DDD"}, "arcs": [[5]]},
    {"type": "Polygon", "properties": {"a3": "EEE"}, "arcs": [[7]]}
  ]}},
  "arcs": [
    [[200, 90], [0, 30], [0, 30]],
    [[200, 150], [-20, 0], [0, -60], [20, 0]],
    [[200, 90], [20, 0], [0, 60], [-20, 0]],
    [[350, 90], [10, 0], [0, 10], [-10, 0], [0, -10]],
    [[0, 90], [10, 0], [0, 10], [-10, 0], [0, -10]],
    [[120, 100], [0, 0]],
    [[230, 100], [0, 1], [0, -1]],
    [[60, 30], [1, 0], [0, 1], [-1, -1]]
  ]
}"#;

const MARKERS: &str =
    "country,lon,lat,needs_marker\nAAA,10,30,no\nBBB,30,30,no\nCCC,180,5,no\nDDD,-60,10,yes\n";
const TERRITORIES: &str = "code,member,treatment\nEEE,AAA,part-of\n";
const DISPUTED: &str = "a,b,north_of\nAAA,BBB,30\n";
const LEVEL: Level = Level { name: "test", threshold: 0.2, grid: 4096 };

fn made() -> Vec<u8> {
    let rules = Rules::parse(MARKERS, TERRITORIES, DISPUTED).unwrap();
    pack(&Atlas::parse(SOURCE).unwrap(), &rules, &LEVEL).unwrap()
}

fn world() -> World {
    pack::decode(&made()).unwrap()
}

fn rings(world: &World, code: &str) -> usize {
    let shape = world.shape(Code::parse(code).unwrap()).unwrap();
    shape.path.matches('z').count()
}

#[test]
fn the_same_source_gives_the_same_bytes() {
    assert_eq!(made(), made());
}

#[test]
fn a_shared_line_is_kept_once_and_disputed_only_where_the_table_says() {
    let world = world();
    assert_eq!((world.borders.matches('m').count(), world.disputed.matches('m').count()), (1, 1));
}

#[test]
fn the_seam_closes() {
    let world = world();
    assert_eq!(rings(&world, "CCC"), 1);
    let island = world.shape(Code::parse("CCC").unwrap()).unwrap();
    // 20° at the equator, and the slant of the sides.
    assert!((53.0..58.0).contains(&island.bounds.width()), "{:?}", island.bounds);
}

#[test]
fn specks_go_unless_they_are_all_there_is() {
    let world = world();
    assert_eq!(rings(&world, "BBB"), 1, "without the speck");
    assert_eq!(rings(&world, "DDD"), 1, "a point becomes a square");
    let point = world.shape(Code::parse("DDD").unwrap()).unwrap();
    assert_eq!((point.bounds.width(), point.bounds.height()), (world.unit, world.unit));
    assert!(point.marker.is_some());
}

#[test]
fn territories_take_their_kind_from_the_table() {
    let world = world();
    let kinds: Vec<Kind> = world.shapes.iter().map(|shape| shape.kind).collect();
    assert_eq!(kinds[4], Kind::PartOf(Code::parse("AAA").unwrap()));
    assert!(kinds[..4].iter().all(|kind| *kind == Kind::Own));
}

#[test]
fn a_shape_that_no_table_knows_is_an_error() {
    let rules = Rules::parse(MARKERS, "code,member,treatment\n", DISPUTED).unwrap();
    let error = pack(&Atlas::parse(SOURCE).unwrap(), &rules, &LEVEL).unwrap_err();
    assert!(error.to_string().contains("EEE"), "{error:#}");
}
