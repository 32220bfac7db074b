//! Policy Explorer: how far each member country has implemented a resolution, from a public feed.

pub mod country;
pub mod date;
pub mod feed;
pub mod finding;
pub mod status;
pub mod world;
