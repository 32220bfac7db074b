//! What is drawn, as plain values: shapes with their class, label and place. The parts make nodes of
//! them, for the widget and for pictures, so the two cannot disagree.

pub mod camera;
pub mod class;
pub mod history;
pub mod map;
pub mod number;
pub mod palette;
pub mod pick;
pub mod timeline;
pub mod trend;
pub mod typeset;
