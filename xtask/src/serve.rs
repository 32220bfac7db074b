//! `cargo xtask serve`: the example page on 127.0.0.1, built anew and reloaded whenever a source changes.

use std::net::{Ipv4Addr, TcpListener};
use std::time::UNIX_EPOCH;

use anyhow::{Context, Result, bail};
use tokio::sync::watch;

use crate::build::{self, Names};
use crate::place;
use crate::steps::Steps;

mod changes;
mod http;

const USAGE: &str = "usage: cargo xtask serve [--port N]";

/// Runs the task until it is stopped.
pub fn run(args: &[String]) -> Result<()> {
    let port = port(args)?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| {
        format!(
            "port {port} cannot be used; choose another: cargo xtask serve --port {}",
            port.wrapping_add(1)
        )
    })?;
    build::build(Names::Drop, &mut Steps::new(build::STEPS))?;
    // The number of the build; an open page reloads when it changes. A server started anew has another.
    let (built, builds) = watch::channel(UNIX_EPOCH.elapsed()?.as_secs());
    std::thread::spawn(move || {
        let stopped = changes::watch(|| {
            if changes::rebuild() {
                built.send_modify(|build| *build += 1);
            }
        });
        if let Err(error) = stopped {
            eprintln!("changes are no longer noticed: {error:#}");
        }
    });
    let address = listener.local_addr()?;
    http::serve(listener, &place::dist(), builds, || println!("http://{address}/"))
}

fn port(args: &[String]) -> Result<u16> {
    match args {
        [] => Ok(8080),
        [flag, port] if flag == "--port" => port.parse().context(USAGE),
        _ => bail!(USAGE),
    }
}
