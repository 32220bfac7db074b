//! `site`: a whole site is made of the real and of the invented feed, and read as its readers and search engines do.

#[allow(dead_code)]
#[path = "../../../tests/native/common/naive.rs"]
mod naive;

mod machines;
mod made;
mod pages;
mod pictures;
mod refused;
mod runs;
