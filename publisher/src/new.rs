//! `new FOLDER`: tables to fill in, with a guide, a check, and a workflow that publishes; it works the minute it is made.

use crate::write::write;
use clap::Args;
use policy_explorer::date::Date;
use std::fs;
use std::path::{Path, PathBuf};

/// The files, by their paths; `{today}` stands for the day on which they are made.
const FILES: [(&str, &str); 7] = [
    ("README.md", include_str!("new/template/README.md")),
    ("check.sh", include_str!("new/template/check.sh")),
    (".gitignore", include_str!("new/template/gitignore")),
    (".github/workflows/publish.yml", include_str!("new/template/workflows/publish.yml")),
    ("tables/publication.toml", include_str!("new/template/tables/publication.toml")),
    ("tables/members.csv", include_str!("new/template/tables/members.csv")),
    ("tables/claims.csv", include_str!("new/template/tables/claims.csv")),
];

/// Make a folder to start from: tables, a guide, a check
#[derive(Args)]
#[command(after_help = "\
Examples:
  policy-explorer new my-feed
  cd my-feed && ./check.sh")]
pub struct Arguments {
    /// The folder, which is new or empty
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    /// The day that counts as today
    #[arg(long, value_name = "DATE", value_parser = crate::date)]
    today: Option<Date>,
}

/// Makes the folder.
///
/// # Errors
/// In words, when there is something in it, or it cannot be written.
pub fn run(Arguments { folder, today }: &Arguments) -> Result<bool, String> {
    let said = |error: std::io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(said)?;
    if fs::read_dir(folder).map_err(said)?.next().is_some() {
        return Err(format!("{} is not empty; name a new folder", folder.display()));
    }
    let today = Date::of(today.unwrap_or_else(crate::today).last_day()).to_string();
    for (path, text) in FILES {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("it is in the folder")).map_err(said)?;
        write(&path, text.replace("{today}", &today).as_bytes())?;
    }
    may_run(&folder.join("check.sh")).map_err(said)?;
    eprintln!("policy-explorer: {} files in {}; README.md says what to do", FILES.len(), folder.display());
    Ok(true)
}

#[cfg(unix)]
fn may_run(script: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(script, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn may_run(_: &Path) -> std::io::Result<()> {
    Ok(())
}
