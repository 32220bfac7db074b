//! Tables as people make them, through the command line: what it takes, asks, finds wrong and refuses.

mod beside;
mod documented;
mod given;
mod hostile;
mod kinds;
mod run;
mod settings;
mod workbooks;
