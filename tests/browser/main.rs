//! Tests of `dist/` in real browsers. `cargo xtask test` builds it and runs them; `cargo xtask test --browser
//! -- WORD` runs those with the word in their name. The harness says how a test is written.

mod axe;
mod budget;
mod camera;
mod changes;
mod compare;
mod element;
mod embed;
mod errors;
mod filter;
mod harness;
mod keyboard;
mod large;
mod link;
mod locale;
mod pointer;
mod privacy;
mod profile;
mod projection;
mod search;
mod share;
mod statuses;
mod table;
mod timeline;
mod trend;
mod widget;
