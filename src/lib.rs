//! Policy Explorer: how far each member country has implemented a resolution, from a public feed.

pub mod about;
pub mod against;
pub mod changes;
pub mod citation;
pub mod compare;
pub mod country;
pub mod csv;
pub mod date;
pub mod description;
pub mod diff;
#[cfg(target_arch = "wasm32")]
mod element;
pub mod export;
pub mod feed;
pub mod finding;
pub mod headline;
pub mod json;
pub mod markup;
pub mod message;
pub mod model;
pub mod names;
#[cfg(not(target_arch = "wasm32"))]
pub mod page;
pub mod parts;
pub mod profile;
pub mod report;
pub mod request;
pub mod scene;
pub mod search;
pub mod sound;
pub mod status;
pub mod survey;
pub mod table;
pub mod trend;
pub mod words;
pub mod world;
