//! The system's package manager.

use std::fs;
use std::io::IsTerminal;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::process;

/// One thing to install, under its name in each package manager.
pub struct Package {
    /// What it is, for the message when it cannot be had.
    pub what: &'static str,
    pub apt: &'static [&'static str],
    pub dnf: &'static [&'static str],
    pub pacman: &'static [&'static str],
    pub brew: &'static [&'static str],
}

/// Installs the package with the first package manager that is there.
pub fn install(package: &Package) -> Result<()> {
    let managers: [(&str, &[&str], &[&str]); 4] = [
        ("apt-get", &["install", "-y", "--no-install-recommends"], package.apt),
        ("dnf", &["install", "-y"], package.dnf),
        ("pacman", &["-S", "--noconfirm", "--needed"], package.pacman),
        ("brew", &["install"], package.brew),
    ];
    let Some((manager, verb, names)) = managers.into_iter().find(|m| process::find(&[m.0]).is_some()) else {
        bail!("{} is missing, and no package manager was found: install it and run this again", package.what);
    };
    eprintln!("installing {} with {manager}", package.what);
    if manager == "apt-get" && run(manager, &["update"], &[]).is_err() {
        eprintln!("apt-get update failed; trying with the package lists as they are");
    }
    if run(manager, verb, names).is_ok() {
        return Ok(());
    }
    bail!("could not install {}: run `sudo {manager} {} {}`", package.what, verb[0], names.join(" "))
}

/// Puts the files of Debian's packages into a folder, without installing them: those of servers would be started, and
/// again whenever the machine starts.
pub fn unpack(packages: &[&str], folder: &Path) -> Result<()> {
    let name = packages.join(" ");
    if process::find(&["apt-get"]).is_none() {
        bail!("{name}: there is no apt-get");
    }
    eprintln!("unpacking {name}");
    fs::create_dir_all(folder)?;
    process::output(Command::new("apt-get").arg("download").args(packages).current_dir(folder))?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "deb") {
            process::output(Command::new("dpkg-deb").arg("-x").arg(path).arg(folder))?;
        }
    }
    Ok(())
}

/// Runs the package manager as root where it wants that; never asks for a password where nobody can type it.
fn run(manager: &str, verb: &[&str], names: &[&str]) -> Result<()> {
    let root = process::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim_ascii() == b"0");
    let mut command = if root || manager == "brew" {
        Command::new(manager)
    } else {
        let mut sudo = Command::new("sudo");
        if !std::io::stdin().is_terminal() {
            sudo.arg("-n");
        }
        sudo.arg(manager);
        sudo
    };
    command.args(verb).args(names).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
    process::run(&mut command)
}
