//! Projects the lines. The map is cut at 169° W; an island there is not cut in two but stays whole,
//! on the side where most of it lies, and may reach a little beyond the meridian of the cut.

use super::mesh::Mesh;
use super::topojson::Atlas;
use policy_explorer::world::Point;
use policy_explorer::world::projection::{CENTRAL_MERIDIAN, Place, forward};

/// Every arc of the mesh in px of the frame.
pub fn drawn(mesh: &Mesh, atlas: &Atlas) -> Vec<Vec<Point>> {
    let places = |nodes: &[[i64; 2]]| nodes.iter().map(|&node| atlas.place(node)).collect();
    mesh.arcs.iter().map(|arc| whole(places(&arc.nodes)).into_iter().map(forward).collect()).collect()
}

/// A place on the map's side of the cut.
pub fn on_map(place: Place) -> Place {
    Place { lon: place.lon - turns(place.lon - CENTRAL_MERIDIAN), ..place }
}

/// A line without leaps: each longitude within 180° of the one before, and their mean on the map.
fn whole(mut places: Vec<Place>) -> Vec<Place> {
    for i in 1..places.len() {
        places[i].lon -= turns(places[i].lon - places[i - 1].lon);
    }
    let mean = places.iter().map(|place| place.lon).sum::<f64>() / places.len() as f64;
    let shift = turns(mean - CENTRAL_MERIDIAN);
    places.iter_mut().for_each(|place| place.lon -= shift);
    places
}

/// The whole turns in an angle, degrees: what is left without them is within ±180°.
fn turns(degrees: f64) -> f64 {
    360.0 * (degrees / 360.0).round()
}
