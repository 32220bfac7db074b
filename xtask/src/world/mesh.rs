//! Finds the lines that shapes share. A ring is cut wherever its neighbour changes, and each piece is
//! kept once, however many shapes it belongs to: what later happens to a line happens to both sides.

use super::seam::segments;
use super::topojson::{Feature, Node};
use anyhow::{Result, ensure};
use policy_explorer::country::Code;
use policy_explorer::world::topology::Course;
use std::collections::{BTreeMap, BTreeSet};

/// All lines, and the features as rings of them.
pub struct Mesh {
    pub arcs: Vec<Arc>,
    /// In order of code.
    pub outlines: Vec<(Code, Vec<Vec<Walk>>)>,
}

/// A line from one junction to the next, or a closed one.
pub struct Arc {
    pub nodes: Vec<Node>,
    /// One or two codes.
    pub owners: Vec<Code>,
    pub course: Course,
}

/// An arc as part of a ring.
#[derive(Clone, Copy, PartialEq)]
pub struct Walk {
    pub arc: usize,
    pub heading: Heading,
}

/// Which way an arc is walked.
#[derive(Clone, Copy, PartialEq)]
pub enum Heading {
    Along,
    Against,
}

/// A straight piece and the codes of the features that it is part of.
#[derive(Clone, Copy)]
pub struct Segment<'a> {
    pub ends: [Node; 2],
    pub owners: &'a [Code],
}

impl Mesh {
    /// Cuts features, in order of code, into lines; `course` says which segments are disputed.
    pub fn of(features: &[Feature], course: impl Fn(Segment) -> Course) -> Result<Self> {
        let cutter = Cutter::new(features, course)?;
        let mut mesh = Self { arcs: Vec::new(), outlines: Vec::new() };
        let mut known = BTreeMap::new();
        for feature in features {
            let rings = feature.rings.iter().map(|ring| {
                cutter.pieces(ring).into_iter().map(|nodes| mesh.walk(nodes, &mut known, &cutter)).collect()
            });
            let rings = rings.collect::<Result<_>>()?;
            mesh.outlines.push((feature.code, rings));
        }
        Ok(mesh)
    }

    /// The arc of these nodes, a new one unless a neighbour has it.
    fn walk(
        &mut self,
        nodes: Vec<Node>,
        known: &mut BTreeMap<Vec<Node>, usize>,
        cutter: &Cutter,
    ) -> Result<Walk> {
        let reversed: Vec<Node> = nodes.iter().rev().copied().collect();
        if let Some(&arc) = known.get(&reversed) {
            return Ok(Walk { arc, heading: Heading::Against });
        }
        let arc = self.arcs.len();
        let (owners, course) = cutter.label([nodes[0], nodes[1]]).clone();
        ensure!(
            known.insert(nodes.clone(), arc).is_none(),
            "two rings walk a line of {owners:?} the same way"
        );
        self.arcs.push(Arc { nodes, owners, course });
        Ok(Walk { arc, heading: Heading::Along })
    }
}

type Label = (Vec<Code>, Course);

/// Knows where lines begin and end.
struct Cutter {
    labels: BTreeMap<[Node; 2], Label>,
    neighbours: BTreeMap<Node, BTreeSet<Node>>,
}

impl Cutter {
    fn new(features: &[Feature], course: impl Fn(Segment) -> Course) -> Result<Self> {
        let mut labels: BTreeMap<[Node; 2], Label> = BTreeMap::new();
        let mut neighbours: BTreeMap<Node, BTreeSet<Node>> = BTreeMap::new();
        for feature in features {
            for [a, b] in feature.rings.iter().flat_map(|ring| segments(ring)) {
                labels.entry(key([a, b])).or_insert((Vec::new(), Course::Settled)).0.push(feature.code);
                neighbours.entry(a).or_default().insert(b);
                neighbours.entry(b).or_default().insert(a);
            }
        }
        for (&ends, (owners, kind)) in &mut labels {
            ensure!(
                owners.len() < 3 && owners.windows(2).all(|pair| pair[0] != pair[1]),
                "{owners:?} overlap"
            );
            *kind = course(Segment { ends, owners });
        }
        Ok(Self { labels, neighbours })
    }

    fn label(&self, segment: [Node; 2]) -> &Label {
        &self.labels[&key(segment)]
    }

    /// A ring's lines, each with both of its ends.
    fn pieces(&self, ring: &[Node]) -> Vec<Vec<Node>> {
        let count = ring.len();
        let at = |i: usize| ring[i % count];
        let cut = |i: &usize| {
            let (before, here, after) = (at(i + count - 1), at(*i), at(i + 1));
            self.neighbours[&here].len() != 2 || self.label([before, here]) != self.label([here, after])
        };
        let mut cuts: Vec<usize> = (0..count).filter(cut).collect();
        if cuts.is_empty() {
            // Both owners of a closed line begin it at the same node.
            cuts.extend((0..count).min_by_key(|&i| ring[i]));
        }
        cuts.push(cuts[0] + count);
        cuts.windows(2).map(|pair| (pair[0]..=pair[1]).map(at).collect()).collect()
    }
}

fn key([a, b]: [Node; 2]) -> [Node; 2] {
    [a.min(b), a.max(b)]
}
