//! Where each country's square is on the map of tiles: the anchors pushed apart until each has room, then each
//! given a cell of the grid, all together as near to their places as can be.

use policy_explorer::country::Code;
use policy_explorer::world::{Kind, Point, World};
use std::fmt::Write;

/// Cells across the map, if no anchor had to give way.
const ACROSS: f64 = 26.0;

/// How much wider the map is at first, and in how many steps it shrinks.
const WIDER: f64 = 16.0;
const ROUNDS: i32 = 800;

/// How often all are pushed apart in each step, and how far each is drawn back to its place.
const SETTLING: usize = 8;
const PULL: f64 = 0.004;

/// Two countries are pushed apart to this distance, cells.
const APART: f64 = 1.0;

/// The table of cells: code, column, row.
pub fn table(world: &World) -> String {
    let countries: Vec<_> = world.shapes.iter().filter(|shape| shape.kind == Kind::Own).collect();
    let homes: Vec<Point> = countries.iter().map(|shape| shape.anchor).collect();
    let cells = placed(&spread(&homes));
    let codes: Vec<Code> = countries.iter().map(|shape| shape.code).collect();
    let mut table = String::from("country,column,row\n");
    for (code, [column, row]) in codes.iter().zip(cells) {
        writeln!(table, "{code},{column},{row}").expect("a string takes everything");
    }
    table
}

/// The anchors in cells, far enough from each other. They come from a map so wide that nearly all are, which
/// shrinks step by step: so neighbours stay on their sides of each other.
fn spread(homes: &[Point]) -> Vec<[f64; 2]> {
    let mut scale = ACROSS * WIDER / policy_explorer::world::WIDTH;
    let mut at: Vec<[f64; 2]> = homes.iter().map(|home| [home.x * scale, home.y * scale]).collect();
    let shrinking = WIDER.powf(-1.0 / f64::from(ROUNDS));
    for _ in 0..ROUNDS {
        scale *= shrinking;
        for (at, home) in at.iter_mut().zip(homes) {
            let home = [home.x * scale, home.y * scale];
            for axis in 0..2 {
                at[axis] = at[axis] * shrinking + PULL * (home[axis] - at[axis] * shrinking);
            }
        }
        (0..SETTLING).for_each(|_| part(&mut at));
    }
    at
}

/// Moves those that are too near to each other apart, each half the way.
fn part(at: &mut [[f64; 2]]) {
    for i in 0..at.len() {
        for j in 0..i {
            let apart = [at[i][0] - at[j][0], at[i][1] - at[j][1]];
            let distance = apart[0].hypot(apart[1]);
            if distance < APART {
                // Two in the same place part sideways.
                let way = if distance > 0.0 { apart.map(|side| side / distance) } else { [1.0, 0.0] };
                let push = (APART - distance) / 2.0;
                for axis in 0..2 {
                    at[i][axis] += push * way[axis];
                    at[j][axis] -= push * way[axis];
                }
            }
        }
    }
}

/// A cell for each point, no two the same: the squares of the distances add up to the least.
fn placed(points: &[[f64; 2]]) -> Vec<[i32; 2]> {
    let least = |axis: usize| points.iter().map(|point| point[axis]).fold(f64::INFINITY, f64::min);
    let most = |axis: usize| points.iter().map(|point| point[axis]).fold(f64::NEG_INFINITY, f64::max);
    let first = [least(0), least(1)];
    let size = [0, 1].map(|axis| (most(axis) - first[axis]).round() as i32 + 1);
    let cells: Vec<[i32; 2]> =
        (0..size[1]).flat_map(|row| (0..size[0]).map(move |column| [column, row])).collect();
    let cost = |point: &[f64; 2], cell: &[i32; 2]| {
        (0..2).map(|axis| (point[axis] - first[axis] - f64::from(cell[axis])).powi(2)).sum::<f64>()
    };
    let costs: Vec<Vec<f64>> =
        points.iter().map(|point| cells.iter().map(|cell| cost(point, cell)).collect()).collect();
    trimmed(assigned(&costs).into_iter().map(|cell| cells[cell]).collect())
}

/// Without empty rows and columns at the edges.
fn trimmed(cells: Vec<[i32; 2]>) -> Vec<[i32; 2]> {
    let first = [0, 1].map(|axis| cells.iter().map(|cell| cell[axis]).min().unwrap_or(0));
    cells.into_iter().map(|cell| [cell[0] - first[0], cell[1] - first[1]]).collect()
}

/// A column for each row, all different, of the least cost in all: the Hungarian method with shortest
/// augmenting paths (R. Jonker, A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear
/// assignment problems", Computing 38, 1987). There are at least as many columns as rows.
fn assigned(costs: &[Vec<f64>]) -> Vec<usize> {
    let (rows, columns) = (costs.len(), costs.first().map_or(0, Vec::len));
    // Rows and columns count from 1; 0 is none.
    let (mut of_row, mut of_column) = (vec![0.0; rows + 1], vec![0.0; columns + 1]);
    let mut owner = vec![0; columns + 1];
    for row in 1..=rows {
        owner[0] = row;
        let (mut least, mut way) = (vec![f64::INFINITY; columns + 1], vec![0; columns + 1]);
        let mut done = vec![false; columns + 1];
        let mut at = 0;
        while owner[at] != 0 {
            done[at] = true;
            let (from, mut step, mut next) = (owner[at], f64::INFINITY, 0);
            for column in (1..=columns).filter(|&column| !done[column]) {
                let cost = costs[from - 1][column - 1] - of_row[from] - of_column[column];
                if cost < least[column] {
                    (least[column], way[column]) = (cost, at);
                }
                if least[column] < step {
                    (step, next) = (least[column], column);
                }
            }
            for column in 0..=columns {
                if done[column] {
                    of_row[owner[column]] += step;
                    of_column[column] -= step;
                } else {
                    least[column] -= step;
                }
            }
            at = next;
        }
        while at != 0 {
            owner[at] = owner[way[at]];
            at = way[at];
        }
    }
    let mut found = vec![0; rows];
    (1..=columns)
        .filter(|&column| owner[column] > 0)
        .for_each(|column| found[owner[column] - 1] = column - 1);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dearest_choice_of_one_gives_way_to_the_sum() {
        let costs = [vec![1.0, 2.0, 9.0], vec![1.0, 5.0, 9.0], vec![9.0, 9.0, 3.0]];
        assert_eq!(assigned(&costs), [1, 0, 2]);
    }

    #[test]
    fn points_in_one_place_get_cells_of_their_own() {
        let cells = placed(&spread(&[Point { x: 50.0, y: 50.0 }; 9]));
        assert_eq!(cells.iter().collect::<std::collections::BTreeSet<_>>().len(), 9);
        // What lies in one place parts sideways.
        assert!(cells.iter().all(|&[column, row]| column < 9 && row == 0), "{cells:?}");
    }
}
