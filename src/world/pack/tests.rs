//! Packs made at random, and damaged ones.

#![allow(clippy::unwrap_used)]

use super::{PackError, decode, encode, read};
use crate::country::Code;
use crate::world::Kind;
use crate::world::topology::{Arc, ArcRef, Course, Outline, Spot, Topology};
use proptest::prelude::*;

const GRID: u32 = 4096;

fn spot() -> impl Strategy<Value = Spot> {
    [0..=GRID as i32, 0..=GRID as i32]
}

fn between() -> impl Strategy<Value = Vec<Spot>> {
    prop::collection::vec(spot(), 0..6)
}

fn course() -> impl Strategy<Value = Course> {
    prop_oneof![Just(Course::Settled), Just(Course::Disputed)]
}

/// Two countries that share a border, each with an island; the second has an enclave in the first's.
fn couple() -> impl Strategy<Value = Couple> {
    let ends = (spot(), spot());
    let lines = (between(), between(), between());
    let islands = (spot(), between(), spot(), between());
    let offsets = ([-500..500, -500..500], prop::option::of([-9..9, -9..9]));
    (ends, lines, islands, course(), offsets)
}

type Offset = [i32; 2];
type Couple = (
    (Spot, Spot),
    (Vec<Spot>, Vec<Spot>, Vec<Spot>),
    (Spot, Vec<Spot>, Spot, Vec<Spot>),
    Course,
    (Offset, Option<Offset>),
);

fn topology(couples: Vec<Couple>) -> Topology {
    let mut topology = Topology { grid: GRID, arcs: Vec::new(), outlines: Vec::new() };
    for ((p, q), (west, border, east), (i, isle, j, islet), course, (anchor, marker)) in couples {
        let mut arc = |from: Spot, between: Vec<Spot>, to: Spot, course| {
            topology.arcs.push(Arc { points: [vec![from], between, vec![to]].concat(), course });
            topology.arcs.len() - 1
        };
        arc(p, west, q, Course::Settled);
        let border = arc(q, border, p, course);
        let isle = arc(i, isle, i, Course::Settled);
        let first = vec![vec![ArcRef::Next, ArcRef::Next], vec![ArcRef::Next]];
        // Against the border from p to q, and back round the east.
        arc(q, east, p, Course::Settled);
        arc(j, islet, j, Course::Settled);
        let second =
            vec![vec![ArcRef::Back(border), ArcRef::Next], vec![ArcRef::Next], vec![ArcRef::Back(isle)]];
        for (rings, marker) in [(first, marker), (second, None)] {
            let count = topology.outlines.len();
            let letters = [b'A' + (count / 26) as u8, b'A' + (count % 26) as u8, b'X'];
            let code = Code::parse(std::str::from_utf8(&letters).unwrap()).unwrap();
            let kind = match topology.outlines.first() {
                Some(first) if count % 3 == 1 => Kind::PartOf(first.code),
                _ if count % 3 == 2 => Kind::Neutral,
                _ => Kind::Own,
            };
            topology.outlines.push(Outline { code, kind, rings, anchor, marker });
        }
    }
    topology
}

fn topologies() -> impl Strategy<Value = Topology> {
    prop::collection::vec(couple(), 0..30).prop_map(topology)
}

proptest! {
    #[test]
    fn what_is_encoded_reads_back(topology in topologies()) {
        prop_assert_eq!(read(&encode(&topology)).expect("it was just made"), topology);
    }

    #[test]
    fn a_drawing_has_every_shape_and_line(topology in topologies()) {
        let world = topology.draw();
        prop_assert_eq!(world.shapes.len(), topology.outlines.len());
        let lines = [&world.borders, &world.disputed, &world.coasts].map(|path| path.matches('m').count());
        prop_assert_eq!(lines.iter().sum::<usize>(), topology.arcs.len());
        for (shape, outline) in world.shapes.iter().zip(&topology.outlines) {
            prop_assert_eq!(world.shape(outline.code), Some(shape));
            prop_assert_eq!(shape.path.matches('z').count(), outline.rings.len());
        }
    }

    #[test]
    fn damaged_packs_do_not_panic(
        topology in topologies(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        end in any::<prop::sample::Index>(),
    ) {
        let mut bytes = encode(&topology);
        damage.iter().for_each(|(at, byte)| {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        });
        let _ = decode(&bytes);
        let _ = decode(&bytes[..end.index(bytes.len())]);
    }

    #[test]
    fn other_bytes_do_not_panic(bytes in prop::collection::vec(0..8u8, 0..200)) {
        let _ = decode(&[&[1, 128, 32], bytes.as_slice()].concat());
    }
}

#[test]
fn what_is_no_pack_says_why() {
    let mut long = encode(&topology(Vec::new()));
    long.push(0);
    let rows: [(&[u8], PackError); 5] = [
        (&[], PackError::Truncated),
        (b"<!doctype html>", PackError::Version(b'<')),
        (&[1, 0], PackError::Malformed("grid")),
        (&[1, 128, 32, 200, 1], PackError::Truncated),
        (&long, PackError::Malformed("end")),
    ];
    for (bytes, error) in rows {
        assert_eq!(decode(bytes), Err(error), "{bytes:?}");
    }
}
