//! The program `policy-explorer`.

use std::process::ExitCode;

fn main() -> ExitCode {
    publisher::run()
}
