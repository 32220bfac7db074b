//! Writes what the rest of `pack` reads. Native only: the browser never makes a map.

use super::{KnownEnd, VERSION, known_end};
use crate::world::Kind;
use crate::world::topology::{ArcRef, Course, Outline, Spot, Topology};

/// Packs a map. The outlines have to be in order of code and the rings have to be closed: decode the
/// bytes and compare where that is not certain.
pub fn encode(topology: &Topology) -> Vec<u8> {
    let mut bytes = vec![VERSION];
    number(&mut bytes, topology.grid as usize);
    outlines(&mut bytes, &topology.outlines);
    rings(&mut bytes, &topology.outlines);
    arcs(&mut bytes, topology);
    bytes
}

fn number(bytes: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

fn signed(bytes: &mut Vec<u8>, value: i32) {
    number(bytes, ((value << 1) ^ (value >> 31)) as u32 as usize);
}

fn outlines(bytes: &mut Vec<u8>, outlines: &[Outline]) {
    number(bytes, outlines.len());
    let letter = |outline: &Outline, i: usize| outline.code.as_str().as_bytes()[i];
    let mut first = b'A';
    for outline in outlines {
        bytes.push(letter(outline, 0).wrapping_sub(first));
        first = letter(outline, 0);
    }
    for i in [1, 2] {
        bytes.extend(outlines.iter().map(|outline| letter(outline, i)));
    }
    for outline in outlines {
        number(bytes, kind(outlines, outline.kind));
    }
    for axis in [0, 1] {
        outlines.iter().for_each(|outline| signed(bytes, outline.anchor[axis]));
    }
    let markers = outlines.iter().enumerate().filter_map(|(i, outline)| Some((i, outline.marker?)));
    let markers: Vec<(usize, [i32; 2])> = markers.collect();
    number(bytes, markers.len());
    let mut before = 0;
    for (i, marker) in markers {
        number(bytes, i - before);
        marker.iter().for_each(|&step| signed(bytes, step));
        before = i;
    }
}

fn kind(outlines: &[Outline], kind: Kind) -> usize {
    match kind {
        Kind::Own => 0,
        Kind::Neutral => 1,
        Kind::PartOf(code) => {
            let index = outlines.iter().position(|outline| outline.code == code);
            2 + index.expect("a territory's country is on the map")
        }
    }
}

fn rings(bytes: &mut Vec<u8>, outlines: &[Outline]) {
    outlines.iter().for_each(|outline| number(bytes, outline.rings.len()));
    let rings = || outlines.iter().flat_map(|outline| &outline.rings);
    rings().for_each(|ring| number(bytes, ring.len()));
    let mut made = 0;
    for step in rings().flatten() {
        match step {
            ArcRef::Next => {
                number(bytes, 0);
                made += 1;
            }
            ArcRef::Back(arc) => number(bytes, made - arc),
        }
    }
}

fn arcs(bytes: &mut Vec<u8>, topology: &Topology) {
    topology.arcs.iter().for_each(|arc| number(bytes, arc.points.len() - 2));
    let disputed = topology.arcs.iter().enumerate().filter(|(_, arc)| arc.course == Course::Disputed);
    let disputed: Vec<usize> = disputed.map(|(i, _)| i).collect();
    number(bytes, disputed.len());
    let mut before = 0;
    for i in disputed {
        number(bytes, i - before);
        before = i;
    }
    let (starts, steps) = walk(topology);
    for column in [starts, steps] {
        for axis in [0, 1] {
            column.iter().for_each(|step| signed(bytes, step[axis]));
        }
    }
}

/// The steps between the rings' starts, and those along the arcs.
fn walk(topology: &Topology) -> (Vec<Spot>, Vec<Spot>) {
    let (mut starts, mut steps) = (Vec::new(), Vec::new());
    let mut origin = [0, 0];
    let mut next = 0;
    for ring in topology.outlines.iter().flat_map(|outline| &outline.rings) {
        let start = match ring[0] {
            ArcRef::Next => topology.arcs[next].points[0],
            ArcRef::Back(arc) => *topology.arcs[arc].points.last().expect("an arc has two ends"),
        };
        if ring[0] == ArcRef::Next {
            starts.push(step(origin, start));
        }
        origin = start;
        for i in (0..ring.len()).filter(|&i| ring[i] == ArcRef::Next) {
            let points = &topology.arcs[next].points;
            let stored = if known_end(ring, i) == KnownEnd::Stored { points.len() } else { points.len() - 1 };
            steps.extend(points[..stored].windows(2).map(|pair| step(pair[0], pair[1])));
            next += 1;
        }
    }
    (starts, steps)
}

fn step(from: Spot, to: Spot) -> Spot {
    [to[0] - from[0], to[1] - from[1]]
}
