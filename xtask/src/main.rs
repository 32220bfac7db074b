//! The project's tasks: `cargo xtask serve|test|build|world|feed`.

use anyhow::{Result, bail};

mod build;
mod feed;
mod serve;
mod test;
mod world;

const USAGE: &str = "usage: cargo xtask serve [--port N] | test | build | world | feed";

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let task = args.next();
    let rest: Vec<String> = args.collect();
    match task.as_deref() {
        Some("build") => build::run(&rest),
        Some("serve") => serve::run(&rest),
        Some("test") => test::run(&rest),
        Some("world") => world::run(&rest),
        Some("feed") => feed::run(&rest),
        _ => bail!(USAGE),
    }
}
