//! Tests of `dist/` in real browsers. `cargo xtask test` builds it and runs them; `cargo xtask test --browser
//! -- WORD` runs those with the word in their name. The harness says how a test is written.

mod accessibility;
mod axe;
mod budget;
mod camera;
mod changes;
mod colour;
mod compare;
mod driving;
mod element;
mod embed;
mod errors;
mod filter;
mod focus;
mod harness;
mod hosts;
mod keyboard;
mod large;
mod layout;
mod link;
mod live;
mod pointer;
mod privacy;
mod profile;
mod projection;
mod scenes;
mod search;
mod share;
mod sound;
mod states;
mod statuses;
mod structure;
mod table;
mod timeline;
mod trend;
mod widget;
