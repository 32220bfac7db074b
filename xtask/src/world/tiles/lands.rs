//! Who is beside whom, and across which sea.

use policy_explorer::country::Code;
use policy_explorer::world::topology::{ArcRef, Topology};
use policy_explorer::world::{Kind, Point, WIDTH, World};
use std::collections::BTreeSet;

/// One country of each land mass: the Americas, Africa, Eurasia, Australia. An island belongs to the one it is
/// nearest to, from island to island: no table has to name them.
const MASSES: [&str; 4] = ["BRA", "NGA", "CHN", "AUS"];

/// Where a border joins two land masses: at the canal of Suez.
const CANAL: [[&str; 2]; 2] = [["EGY", "ISR"], ["EGY", "PSE"]];

/// Two anchors farther apart than this, px, are no neighbours, whatever line they share: France borders on Brazil.
const HERE: f64 = 200.0;

/// The countries and what lies between them, each by its place in the order of codes.
pub struct Lands {
    pub codes: Vec<Code>,
    /// The anchors, px of the frame.
    pub homes: Vec<Point>,
    /// Whether two share a border.
    pub borders: Vec<Vec<bool>>,
    /// From coast to coast, or from border to border, between the main polygons, px.
    pub apart: Vec<Vec<f64>>,
    /// The land each lies on; all that one can walk to, not across the canal, have the same.
    pub land: Vec<usize>,
    /// The land mass of each.
    pub mass: Vec<usize>,
}

impl Lands {
    pub fn new(topology: &Topology, world: &World) -> Self {
        let own: Vec<usize> =
            (0..world.shapes.len()).filter(|&shape| world.shapes[shape].kind == Kind::Own).collect();
        let homes: Vec<Point> = own.iter().map(|&shape| world.shapes[shape].anchor).collect();
        let (lines, mains) = lines(topology);
        let shares = |i: usize, j: usize| lines.contains(&[i.min(j), i.max(j)]);
        let is_border = |i: usize, j: usize| distance(homes[i], homes[j]) < HERE && shares(own[i], own[j]);
        let all = 0..own.len();
        let borders = all.clone().map(|i| all.clone().map(|j| i != j && is_border(i, j)).collect()).collect();
        let mut apart = vec![vec![0.0; own.len()]; own.len()];
        for i in all.clone() {
            for j in 0..i {
                apart[i][j] = between(&mains[own[i]], &mains[own[j]]);
                apart[j][i] = apart[i][j];
            }
        }
        let codes = own.iter().map(|&shape| world.shapes[shape].code).collect();
        let mut lands = Self { codes, homes, borders, apart, land: all.collect(), mass: Vec::new() };
        lands.join();
        lands.gather();
        lands
    }

    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Whether a country has no border with another.
    pub fn is_alone(&self, country: usize) -> bool {
        !self.borders[country].contains(&true)
    }

    /// All others that it has no border with, the nearest first.
    pub fn across(&self, country: usize) -> Vec<usize> {
        let is_across = |&other: &usize| other != country && !self.borders[country][other];
        let mut others: Vec<usize> = (0..self.len()).filter(is_across).collect();
        others.sort_by(|&a, &b| self.apart[country][a].total_cmp(&self.apart[country][b]));
        others
    }

    fn is_canal(&self, a: usize, b: usize) -> bool {
        let names = [self.codes[a].as_str(), self.codes[b].as_str()];
        CANAL.iter().any(|canal| names == *canal || names == [canal[1], canal[0]])
    }

    /// Makes one land of those that share a border.
    fn join(&mut self) {
        for a in 0..self.len() {
            for b in 0..a {
                if self.borders[a][b] && !self.is_canal(a, b) {
                    let (from, to) = (self.land[a], self.land[b]);
                    self.land.iter_mut().filter(|land| **land == from).for_each(|land| *land = to);
                }
            }
        }
    }

    /// Gives each land its mass: the nearest first, so that an archipelago follows its first island.
    fn gather(&mut self) {
        let mut masses = vec![None; self.len()];
        for (mass, name) in MASSES.iter().enumerate() {
            let first = self.codes.iter().position(|code| code.as_str() == *name);
            self.give(&mut masses, first.expect("a member"), mass);
        }
        while let Some((free, mass)) = self.next(&masses) {
            self.give(&mut masses, free, mass);
        }
        self.mass = masses.into_iter().flatten().collect();
    }

    fn give(&self, masses: &mut [Option<usize>], country: usize, mass: usize) {
        let on_it = (0..self.len()).filter(|&other| self.land[other] == self.land[country]);
        on_it.for_each(|other| masses[other] = Some(mass));
    }

    /// What has no mass yet and is nearest to one that has, and that one's.
    fn next(&self, masses: &[Option<usize>]) -> Option<(usize, usize)> {
        let free = (0..self.len()).filter(|&country| masses[country].is_none());
        let ways = free.flat_map(|country| {
            let has = move |(other, mass): (usize, &Option<usize>)| {
                Some((self.apart[country][other], country, (*mass)?))
            };
            masses.iter().enumerate().filter_map(has)
        });
        ways.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, country, mass)| (country, mass))
    }
}

/// Which shapes share a line, and the points of each shape's main polygon, px.
fn lines(topology: &Topology) -> (BTreeSet<[usize; 2]>, Vec<Vec<Point>>) {
    let px = WIDTH / f64::from(topology.grid);
    let (mut owners, mut shared) = (Vec::new(), BTreeSet::new());
    let mut mains = vec![Vec::new(); topology.outlines.len()];
    for (shape, outline) in topology.outlines.iter().enumerate() {
        for (ring, steps) in outline.rings.iter().enumerate() {
            for step in steps {
                let line = match *step {
                    ArcRef::Next => {
                        owners.push(shape);
                        owners.len() - 1
                    }
                    ArcRef::Back(line) => {
                        let owner: usize = owners[line];
                        shared.insert([owner.min(shape), owner.max(shape)]);
                        line
                    }
                };
                if ring == 0 {
                    let point =
                        |spot: &[i32; 2]| Point { x: f64::from(spot[0]) * px, y: f64::from(spot[1]) * px };
                    mains[shape].extend(topology.arcs[line].points.iter().map(point));
                }
            }
        }
    }
    (shared, mains)
}

/// The least distance between two sets of points.
fn between(one: &[Point], other: &[Point]) -> f64 {
    let square = |a: &Point, b: &Point| (a.x - b.x).powi(2) + (a.y - b.y).powi(2);
    let least =
        one.iter().flat_map(|a| other.iter().map(move |b| square(a, b))).fold(f64::INFINITY, f64::min);
    least.sqrt()
}

fn distance(a: Point, b: Point) -> f64 {
    between(&[a], &[b])
}
