//! Where each country's square is on the map of tiles: the anchors pushed apart until each has room, then each
//! given a cell of the grid, all together as near to their places as can be, then moved and swapped until neighbours
//! are beside each other, on their sides, and seas are kept free.
//!
//! Gaps in a map of equal squares, and what such a map is measured by (place, neighbours, directions): W. Meulemans,
//! J. Dykes, A. Slingsby, C. Turkay, J. Wood, "Small multiples with gaps", IEEE Transactions on Visualization and
//! Computer Graphics 23 (2017), doi:10.1109/TVCG.2016.2598542.

use anyhow::Result;
use lands::Lands;
use policy_explorer::world::pack;
use settle::{Cell, SIZE, Search};
use std::fmt::Write;

mod assign;
mod lands;
mod settle;
mod spread;

/// The table of cells, from a pack: code, column, row.
pub fn table(bytes: &[u8]) -> Result<String> {
    let lands = Lands::new(&pack::read(bytes)?, &pack::decode(bytes)?);
    let goals = centred(spread::spread(&lands.homes));
    let mut search = Search::new(&lands, goals.clone(), &assign::placed(&goals));
    search.run();
    let mut table = String::from("country,column,row\n");
    for (code, [column, row]) in lands.codes.iter().zip(trimmed(search.cells)) {
        writeln!(table, "{code},{column},{row}")?;
    }
    Ok(table)
}

/// As far from the grid's left edge as from its right one, and from the upper as from the lower.
fn centred(mut points: Vec<[f64; 2]>) -> Vec<[f64; 2]> {
    for axis in 0..2 {
        let least = points.iter().map(|point| point[axis]).fold(f64::INFINITY, f64::min);
        let most = points.iter().map(|point| point[axis]).fold(f64::NEG_INFINITY, f64::max);
        let shift = (f64::from(SIZE[axis] - 1) - least - most) / 2.0;
        points.iter_mut().for_each(|point| point[axis] += shift);
    }
    points
}

/// Without empty rows and columns at the edges.
fn trimmed(cells: Vec<Cell>) -> Vec<Cell> {
    let first = [0, 1].map(|axis| cells.iter().map(|cell| cell[axis]).min().unwrap_or(0));
    cells.into_iter().map(|cell| [cell[0] - first[0], cell[1] - first[1]]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use policy_explorer::world::Point;

    #[test]
    fn points_in_one_place_get_cells_of_their_own() {
        let cells = trimmed(assign::placed(&centred(spread::spread(&[Point { x: 50.0, y: 50.0 }; 9]))));
        assert_eq!(cells.iter().collect::<std::collections::BTreeSet<_>>().len(), 9);
        // What lies in one place parts sideways.
        assert!(cells.iter().all(|&[column, row]| column < 9 && row == 0), "{cells:?}");
    }
}
