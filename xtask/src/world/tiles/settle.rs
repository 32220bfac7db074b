//! Moves the squares, and swaps them, until nothing costs less: that neighbours are beside each other, on the sides
//! where they lie, each near its place, and that there is sea where there is sea.
//!
//! The search takes what costs more as well, as long as it is less than a limit that sinks to nothing (threshold
//! accepting: G. Dueck, T. Scheuer, Journal of Computational Physics 90, 1990). Its chances come from one seed and its
//! costs are whole numbers, so it ends the same every time.

use super::lands::Lands;
use std::rc::Rc;

/// A column and a row.
pub type Cell = [i32; 2];

/// Columns and rows of the grid. On 390 px, 29 columns leave a square its 12 px.
pub const SIZE: Cell = [29, 21];

/// Moves tried, and what the first ones may cost.
const TRIES: u32 = 6_000_000;
const LIMIT: f64 = 600.0;

/// Any number but 0 will do: of the first few, the one with the most neighbours beside each other.
const SEED: u64 = 5;

/// What each costs: a cell between neighbours, and between an island and what is near it; a direction that is
/// turned by a right angle; the square of a cell from the place.
const BESIDE: f64 = 85.0;
const NEAR: f64 = 25.0;
const TURN: f64 = 110.0;
const PLACE: f64 = 5.0;

/// How many of the nearest a country keeps its directions to, beside its neighbours: with borders and without.
const KEPT: [usize; 2] = [4, 5];

/// What two squares cost that touch across an ocean, and that have only one cell between them.
const OCEAN: i64 = 1000;
const STRETCH: i64 = 500;

/// What two squares cost that touch across a narrower sea, from this width on, px; and each px of a wide one.
const SEA: f64 = 35.0;
const STRAIT: f64 = 1.0;
const WIDE: f64 = 6.0;
const PER_PX_OF_SEA: f64 = 10.0;

/// The same across land: each px from this width on.
const LONG: f64 = 10.0;
const PER_PX_OF_LAND: f64 = 3.0;

/// No gap costs more, an ocean's aside.
const MOST: f64 = 200.0;

/// One that a country is to stay beside, or at least on its side of.
struct Bond {
    other: usize,
    /// What it costs for the other to be so many columns and rows away: worked out once, since the search asks
    /// millions of times.
    costs: Rc<[i64]>,
    /// Whether the table counts from the other.
    is_reverse: bool,
}

impl Bond {
    fn cost(&self, from: Cell, to: Cell) -> i64 {
        self.costs[if self.is_reverse { step(to, from) } else { step(from, to) }]
    }
}

/// How strong a bond is.
struct Strength {
    /// What a cell costs, and what a right angle.
    pull: f64,
    turn: f64,
    /// How many cells cost nothing: 1 is beside each other.
    length: f64,
}

impl Strength {
    /// What it costs if the other, which lies in the direction `way` of length 1 on the map, is `to` cells away.
    fn cost(&self, way: [f64; 2], to: [f64; 2]) -> i64 {
        let length = (to[0] * to[0] + to[1] * to[1]).sqrt().max(0.1);
        let beyond = if self.length > 1.0 {
            (length - self.length).max(0.0)
        } else if length < 1.5 {
            // Corner to corner is beside, side to side is better.
            0.3 * (length - 1.0)
        } else {
            length - 0.9
        };
        let along = (to[0] * way[0] + to[1] * way[1]) / length;
        (self.pull * beyond + self.turn * (1.0 - along)) as i64
    }

    /// The costs of all steps that the grid has room for.
    fn costs(&self, way: [f64; 2]) -> Rc<[i64]> {
        let rows = 1 - SIZE[1]..SIZE[1];
        let steps = rows.flat_map(|row| (1 - SIZE[0]..SIZE[0]).map(move |column| [column, row]));
        steps.map(|to| self.cost(way, to.map(f64::from))).collect()
    }
}

/// The squares and what they cost.
pub struct Search {
    pub cells: Vec<Cell>,
    /// Who has which cell, row after row.
    owners: Vec<Option<usize>>,
    goals: Vec<[f64; 2]>,
    bonds: Vec<Vec<Bond>>,
    /// What two cost that touch.
    touching: Vec<Vec<i64>>,
    chance: u64,
}

impl Search {
    pub fn new(lands: &Lands, goals: Vec<[f64; 2]>, cells: &[Cell]) -> Self {
        let all = 0..lands.len();
        let touching = all.clone().map(|a| all.clone().map(|b| gap(lands, a, b)).collect()).collect();
        let owners = vec![None; (SIZE[0] * SIZE[1]) as usize];
        let mut search =
            Self { cells: cells.to_vec(), owners, goals, bonds: bonds(lands), touching, chance: SEED };
        for (country, &cell) in cells.iter().enumerate() {
            search.owners[index(cell)] = Some(country);
        }
        search
    }

    pub fn run(&mut self) {
        for tried in 0..TRIES {
            let left = 1.0 - f64::from(tried) / f64::from(TRIES);
            self.attempt((LIMIT * left * left) as i64, 1 + (2.0 * left) as i32);
        }
    }

    /// Moves one to a cell at most `reach` away, now and then farther, and what is there to where it was; back again
    /// if that costs as much more as the limit.
    fn attempt(&mut self, limit: i64, reach: i32) {
        let country = self.below(self.cells.len() as i32) as usize;
        let reach = if self.below(4) == 0 { 6 } else { reach };
        let from = self.cells[country];
        let to = from.map(|at| at + self.below(2 * reach + 1) - reach);
        if to == from || !is_inside(to) {
            return;
        }
        let other = self.owners[index(to)];
        let before = self.costs(country, other);
        self.swap(from, to);
        if self.costs(country, other) - before > limit {
            self.swap(from, to);
        }
    }

    fn swap(&mut self, one: Cell, other: Cell) {
        self.owners.swap(index(one), index(other));
        for cell in [one, other] {
            if let Some(owner) = self.owners[index(cell)] {
                self.cells[owner] = cell;
            }
        }
    }

    fn costs(&self, country: usize, other: Option<usize>) -> i64 {
        self.cost(country) + other.map_or(0, |other| self.cost(other))
    }

    fn cost(&self, country: usize) -> i64 {
        let (at, goal) = (self.cells[country], self.goals[country]);
        let off = [0, 1].map(|axis| f64::from(at[axis]) - goal[axis]);
        let mut cost = (PLACE * (off[0] * off[0] + off[1] * off[1])) as i64;
        for bond in &self.bonds[country] {
            cost += bond.cost(at, self.cells[bond.other]);
        }
        cost + self.crowding(country)
    }

    /// What those around a square cost.
    fn crowding(&self, country: usize) -> i64 {
        let [column, row] = self.cells[country];
        let mut cost = 0;
        let (left, right) = ((column - 2).max(0), (column + 3).min(SIZE[0]));
        for y in (row - 2).max(0)..(row + 3).min(SIZE[1]) {
            let line = &self.owners[index([left, y])..index([right, y])];
            for (x, other) in (left..right).zip(line) {
                let Some(other) = *other else { continue };
                let gap = self.touching[country][other];
                if (x - column).abs() < 2 && (y - row).abs() < 2 {
                    cost += gap;
                } else if gap == OCEAN {
                    cost += STRETCH;
                }
            }
        }
        cost
    }

    /// A number from 0 to below `end` (G. Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8, 2003).
    fn below(&mut self, end: i32) -> i32 {
        self.chance ^= self.chance << 13;
        self.chance ^= self.chance >> 7;
        self.chance ^= self.chance << 17;
        ((self.chance >> 33) % end as u64) as i32
    }
}

fn index(cell: Cell) -> usize {
    (cell[1] * SIZE[0] + cell[0]) as usize
}

/// The place of a step from cell to cell in a table of costs.
fn step(from: Cell, to: Cell) -> usize {
    ((to[1] - from[1] + SIZE[1] - 1) * (2 * SIZE[0] - 1) + to[0] - from[0] + SIZE[0] - 1) as usize
}

fn is_inside(cell: Cell) -> bool {
    (0..2).all(|axis| (0..SIZE[axis]).contains(&cell[axis]))
}

/// Whether there is sea between two that is worth a gap.
fn is_sea(lands: &Lands, a: usize, b: usize) -> bool {
    lands.land[a] != lands.land[b] && lands.apart[a][b] > STRAIT
}

/// What two cost that touch: the more, the farther they are from each other.
fn gap(lands: &Lands, a: usize, b: usize) -> i64 {
    let apart = lands.apart[a][b];
    let wide = |from: f64, per_px: f64| ((apart - from).max(0.0) * per_px).min(MOST);
    if a == b || lands.borders[a][b] {
        0
    } else if lands.mass[a] != lands.mass[b] {
        OCEAN
    } else if lands.land[a] == lands.land[b] {
        wide(LONG, PER_PX_OF_LAND) as i64
    } else {
        (wide(WIDE, PER_PX_OF_SEA) + if is_sea(lands, a, b) { SEA } else { 0.0 }) as i64
    }
}

/// What each country is to stay beside or on its side of.
fn bonds(lands: &Lands) -> Vec<Vec<Bond>> {
    let kept: Vec<Vec<usize>> = (0..lands.len()).map(|country| kept(lands, country)).collect();
    let mut bonds: Vec<Vec<Bond>> = (0..lands.len()).map(|_| Vec::new()).collect();
    for a in 0..lands.len() {
        for b in 0..a {
            if !lands.borders[a][b] && !kept[a].contains(&b) && !kept[b].contains(&a) {
                continue;
            }
            let (from, to) = (lands.homes[a], lands.homes[b]);
            let apart = [to.x - from.x, to.y - from.y];
            let far = (apart[0] * apart[0] + apart[1] * apart[1]).sqrt().max(1e-9);
            let costs = strength(lands, a, b).costs(apart.map(|side| side / far));
            bonds[a].push(Bond { other: b, costs: costs.clone(), is_reverse: false });
            bonds[b].push(Bond { other: a, costs, is_reverse: true });
        }
    }
    bonds
}

/// The nearest that a country has no border with.
fn kept(lands: &Lands, country: usize) -> Vec<usize> {
    let mut others = lands.across(country);
    others.truncate(KEPT[usize::from(lands.is_alone(country))]);
    others
}

/// How strong a bond two have.
fn strength(lands: &Lands, a: usize, b: usize) -> Strength {
    if lands.borders[a][b] {
        Strength { pull: BESIDE, turn: TURN, length: 1.0 }
    } else if (lands.is_alone(a) || lands.is_alone(b)) && lands.mass[a] == lands.mass[b] {
        // An island is near, with sea between.
        let length = if is_sea(lands, a, b) { 2.0 } else { 1.5 };
        Strength { pull: NEAR, turn: TURN * 0.6, length }
    } else {
        Strength { pull: 0.0, turn: TURN * 0.5, length: 1.5 }
    }
}
