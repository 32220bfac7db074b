//! Policy Explorer: how far each member country has implemented a resolution, from a public feed.

pub mod country;
pub mod world;
