//! Sets rings and lines in the order in which a pack stores them: every line where a ring first uses
//! it, islands by the shortest way from one to the next, so that the steps between are small.

use super::mesh::{Mesh, Walk};
use super::quantise::Ring;
use super::rings::walked;
use policy_explorer::world::topology::{Arc, ArcRef, Course, Spot};
use std::collections::BTreeMap;

/// The lines so far.
pub struct Weaver<'a> {
    pub arcs: Vec<Arc>,
    lines: &'a [Vec<Spot>],
    mesh: &'a Mesh,
    /// How many rings walk each line.
    uses: Vec<usize>,
    /// From a line to the arc that it has become.
    woven: BTreeMap<usize, usize>,
}

impl<'a> Weaver<'a> {
    /// Begins with the mesh, its lines on the grid, and the rings that all shapes will bring.
    pub fn new(mesh: &'a Mesh, lines: &'a [Vec<Spot>], rings: &[Vec<Ring>]) -> Self {
        let mut uses = vec![0; lines.len()];
        rings.iter().flatten().flat_map(|ring| &ring.walks).for_each(|walk| uses[walk.arc] += 1);
        Self { arcs: Vec::new(), mesh, lines, uses, woven: BTreeMap::new() }
    }

    /// Adds the rings of one shape, the main one first.
    pub fn rings(&mut self, mut rings: Vec<Ring>) -> Vec<Vec<ArcRef>> {
        let mut steps = Vec::new();
        let mut next = 0;
        while !rings.is_empty() {
            let ring = rings.swap_remove(next);
            steps.push(self.ring(&ring));
            let at = ring.spots[0];
            let far = |ring: &Ring| (ring.spots[0][0] - at[0]).abs() + (ring.spots[0][1] - at[1]).abs();
            next = (0..rings.len()).min_by_key(|&i| far(&rings[i])).unwrap_or(0);
        }
        steps
    }

    fn ring(&mut self, ring: &Ring) -> Vec<ArcRef> {
        match ring.walks[..] {
            [] => self.island(&ring.spots),
            [only] if self.uses[only.arc] == 1 && self.closed(only) => self.island(&ring.spots),
            _ => {
                // To begin with a line that is there already saves the start.
                let first =
                    ring.walks.iter().position(|walk| self.woven.contains_key(&walk.arc)).unwrap_or(0);
                (0..ring.walks.len()).map(|i| self.step(ring.walks[(first + i) % ring.walks.len()])).collect()
            }
        }
    }

    fn closed(&self, walk: Walk) -> bool {
        self.lines[walk.arc].first() == self.lines[walk.arc].last()
    }

    /// A ring that no other shares may begin anywhere: where the side that closes it, which is not
    /// stored, is the longest.
    fn island(&mut self, spots: &[Spot]) -> Vec<ArcRef> {
        let count = spots.len();
        let length = |i: usize| {
            let (a, b) = (spots[(i + count - 1) % count], spots[i]);
            (a[0] - b[0]).abs().max((a[1] - b[1]).abs())
        };
        let first = (0..count).max_by_key(|&i| length(i)).unwrap_or(0);
        let points = (first..=first + count).map(|i| spots[i % count]).collect();
        self.arcs.push(Arc { points, course: Course::Settled });
        vec![ArcRef::Next]
    }

    fn step(&mut self, walk: Walk) -> ArcRef {
        if let Some(&arc) = self.woven.get(&walk.arc) {
            return ArcRef::Back(arc);
        }
        self.woven.insert(walk.arc, self.arcs.len());
        let points = walked(&self.lines[walk.arc], walk.heading);
        self.arcs.push(Arc { points, course: self.mesh.arcs[walk.arc].course });
        ArcRef::Next
    }
}
