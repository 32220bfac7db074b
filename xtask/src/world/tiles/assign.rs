//! A cell of the grid for each point, all together as near to their places as can be.

use super::settle::{Cell, SIZE};

/// A cell for each point, no two the same: the squares of the distances add up to the least.
pub fn placed(points: &[[f64; 2]]) -> Vec<Cell> {
    let cells: Vec<Cell> =
        (0..SIZE[1]).flat_map(|row| (0..SIZE[0]).map(move |column| [column, row])).collect();
    let cost = |point: &[f64; 2], cell: &Cell| {
        (0..2).map(|axis| (point[axis] - f64::from(cell[axis])).powi(2)).sum::<f64>()
    };
    let costs: Vec<Vec<f64>> =
        points.iter().map(|point| cells.iter().map(|cell| cost(point, cell)).collect()).collect();
    assigned(&costs).into_iter().map(|cell| cells[cell]).collect()
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
}
