//! The world as tiles: one equal square a member, placed so that regions are recognised. Where each country's
//! square is was worked out by `cargo xtask world` and is kept in `data/world/tiles.csv`.

use super::{Bounds, Form, Kind, Point, Shape, WIDTH, World};
use crate::country::Code;

/// Grid units from one square's edge to the next one's.
const PITCH: i32 = 20;

/// Grid units between two squares.
const GAP: i32 = 1;

/// The cell of each country that has one: its code, column and row, counted from the upper left corner. The table
/// has them so, one country a line, after a line of heads.
pub fn cells(table: &str) -> Vec<(Code, i32, i32)> {
    let cell = |line: &str| {
        let mut fields = line.split(',');
        Some((Code::parse(fields.next()?)?, fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
    };
    table.lines().filter_map(cell).collect()
}

/// One square for each of the countries named, in the cells of a table. Those that have no cell of their own follow in rows below, in
/// the order given.
pub fn world(table: &str, countries: &[Code]) -> World {
    let cells = cells(table);
    let columns = cells.iter().map(|cell| cell.1 + 1).max().unwrap_or(1);
    let rows = cells.iter().map(|cell| cell.2 + 1).max().unwrap_or(0);
    let unit = WIDTH / f64::from(columns * PITCH - GAP);
    let mut more = 0;
    let mut shapes: Vec<Shape> = Vec::new();
    for &code in countries {
        let own = cells.iter().find(|cell| cell.0 == code);
        let (column, row) =
            own.map_or_else(|| (more % columns, rows + more / columns), |cell| (cell.1, cell.2));
        more += i32::from(own.is_none());
        shapes.push(shape(code, (column, row), unit));
    }
    shapes.sort_unstable_by_key(|shape| shape.code);
    let rows = rows + (more + columns - 1) / columns;
    let none: std::rc::Rc<str> = "".into();
    World {
        unit,
        shapes,
        borders: none.clone(),
        disputed: none.clone(),
        coasts: none,
        height: f64::from(rows * PITCH - GAP) * unit,
        form: Form::Tiles,
    }
}

fn shape(code: Code, (column, row): (i32, i32), unit: f64) -> Shape {
    let (x, y, side) = (column * PITCH, row * PITCH, PITCH - GAP);
    let corner = |x: i32, y: i32| Point { x: f64::from(x) * unit, y: f64::from(y) * unit };
    let bounds = Bounds { min: corner(x, y), max: corner(x + side, y + side) };
    let path = format!("m{x},{y}h{side}v{side}h-{side}z").into();
    Shape { code, kind: Kind::Own, path, anchor: bounds.center(), marker: None, bounds }
}
