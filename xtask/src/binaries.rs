//! `cargo xtask binaries [TARGET…]`: the command line for other machines, an archive each with its licence and its manual, and
//! their digests, in the target directory's `binaries/`. One compiler and linker, Zig, makes all of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::steps::Steps;
use crate::tools::Zig;
use crate::{place, process, tools};

mod archive;

/// Linux without any library of the system's, and Windows.
const TARGETS: [&str; 3] =
    ["x86_64-unknown-linux-musl", "aarch64-unknown-linux-musl", "x86_64-pc-windows-gnu"];

/// macOS, whose frameworks come with Apple's SDK alone: made on a Mac, or where `SDKROOT` names one.
const APPLE: [&str; 2] = ["x86_64-apple-darwin", "aarch64-apple-darwin"];

/// The program.
const NAME: &str = "policy-explorer";

/// What lies beside it, by the names there. The font that pictures are painted with is part of the program.
const BESIDE: [(&str, &str); 5] = [
    ("LICENSE", "LICENSE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("publisher/fonts/LICENSE", "LICENSE-DejaVu"),
    ("docs/command-line.md", "README.md"),
];

/// Runs the task.
pub fn run(args: &[String]) -> Result<()> {
    let chosen = chosen(args)?;
    tools::targets(&chosen)?;
    let zig = Zig::ensure()?;
    let folder = place::target()?.join("binaries");
    fs::create_dir_all(&folder)?;
    let mut steps = Steps::new(chosen.len());
    for target in &chosen {
        steps.begin(target);
        write(&zig, target, &folder)?;
    }
    sums(&folder)?;
    println!("{}", folder.display());
    Ok(())
}

/// The targets that are named, or all that this machine can make.
fn chosen(args: &[String]) -> Result<Vec<&str>> {
    let has_sdk = cfg!(target_os = "macos") || std::env::var_os("SDKROOT").is_some();
    if args.is_empty() {
        return Ok(TARGETS.into_iter().chain(APPLE.into_iter().filter(|_| has_sdk)).collect());
    }
    let is_known = |target: &&str| TARGETS.contains(target) || APPLE.contains(target);
    let chosen: Vec<&str> = args.iter().map(String::as_str).filter(is_known).collect();
    ensure!(
        chosen.len() == args.len(),
        "usage: cargo xtask binaries [TARGET…], of {TARGETS:?} and, on a Mac, {APPLE:?}"
    );
    Ok(chosen)
}

/// Compiles the program for a target, and packs it.
fn write(zig: &Zig, target: &str, folder: &Path) -> Result<()> {
    let program = compile(zig, target)?;
    let stem = format!("{NAME}-{}-{target}", env!("CARGO_PKG_VERSION"));
    let name = program.file_name().context("a program has a name")?.to_string_lossy().into_owned();
    let mut files = vec![archive::File::program(format!("{stem}/{name}"), fs::read(&program)?)];
    for (from, to) in BESIDE {
        let content = fs::read(place::root().join(from)).with_context(|| from.to_owned())?;
        files.push(archive::File::text(format!("{stem}/{to}"), content));
    }
    let (end, packed) = if target.contains("windows") {
        ("zip", archive::zip(&files)?)
    } else {
        ("tar.gz", archive::tar_gz(&files)?)
    };
    Ok(fs::write(folder.join(format!("{stem}.{end}")), packed)?)
}

/// Compiles the program for a target; returns where it is.
fn compile(zig: &Zig, target: &str) -> Result<PathBuf> {
    let mut command = Command::new(place::cargo());
    command.args(["zigbuild", "--release", "--quiet", "--package", "publisher", "--target", target]);
    command.args(["--config", "profile.release.strip=true"]);
    process::run(zig.beside(command.current_dir(place::root())))?;
    let end = if target.contains("windows") { ".exe" } else { "" };
    Ok(place::target()?.join(target).join("release").join(format!("{NAME}{end}")))
}

/// Writes the digests of all archives, in the form that `sha256sum --check` reads.
fn sums(folder: &Path) -> Result<()> {
    let mut sums = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with(NAME) {
            let digest = Sha256::digest(fs::read(folder.join(&name))?);
            let digits: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
            sums.push(format!("{digits}  {name}\n"));
        }
    }
    sums.sort_by(|one, other| one[64..].cmp(&other[64..]));
    Ok(fs::write(folder.join("SHA256SUMS"), sums.concat())?)
}
