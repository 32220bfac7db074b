//! Which files are read: tables by their names, and all tables of a folder, with the publication that lies among them.

use super::options::Options;
use super::publication::{self, Publication};
use super::read;
use std::fs;
use std::path::{Path, PathBuf};

/// The publication in a folder of tables, and as the name of a sheet.
pub const PUBLICATION: &str = "publication.toml";
/// How files of claims, sources and replies end.
const ENDS: [&str; 5] = ["csv", "json", "ods", "tsv", "xlsx"];

/// The tables of claims, sources and replies, those of a folder by their names.
///
/// # Errors
/// In words, if a folder cannot be read or has none.
pub fn tables(options: &Options) -> Result<Vec<PathBuf>, String> {
    let mut tables = Vec::new();
    for path in &options.tables {
        if path.is_dir() {
            let of_folder = of_folder(path, options);
            tables.extend(of_folder.map_err(|error| format!("{}: {error}", path.display()))?);
        } else {
            tables.push(path.clone());
        }
    }
    Ok(tables)
}

/// The tables of a folder, but for the feed if it is written there.
fn of_folder(folder: &Path, options: &Options) -> Result<Vec<PathBuf>, String> {
    let feed = options.output.as_ref().and_then(|feed| feed.canonicalize().ok());
    let is_feed = |path: &Path| feed.is_some() && path.canonicalize().ok() == feed;
    let entries = fs::read_dir(folder).map_err(|error| error.to_string())?;
    let mut tables = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| error.to_string())?;
        let path = entry.path();
        if is_table(&path) && !is_publications(&path, options) && !is_feed(&path) {
            // A folder may come from somebody else: what it links to is not theirs to show.
            if !entry.file_type().is_ok_and(|kind| kind.is_file()) {
                return Err(format!("{} is not a file of its own", entry.file_name().display()));
            }
            tables.push(path);
        }
    }
    tables.sort();
    if tables.is_empty() { Err("no table in this folder".to_owned()) } else { Ok(tables) }
}

/// Whether a file belongs to the publication, by its name. Totals beside another publication than the one that is used would be
/// passed over in silence.
fn is_publications(path: &Path, options: &Options) -> bool {
    let name = name(path);
    let is_beside = options.base.is_none()
        && options.publication.as_ref().is_none_or(|publication| publication.parent() == path.parent());
    publication::TABLES.contains(&name.as_str()) && (is_beside || name != publication::REPORTED)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase()
}

/// Whether a file of a folder has claims, sources or replies, or belongs to the publication, by its name.
fn is_table(path: &Path) -> bool {
    let end = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    // Spreadsheet programs and editors put files with such names beside those that are open.
    ENDS.contains(&end.as_str()) && !name(path).starts_with(['.', '~'])
}

/// The publication: the one that is named, else that of a folder among the tables, else that within a file.
///
/// # Errors
/// In words, if there is none or it cannot be used.
pub fn publication(options: &Options, tables: &[PathBuf]) -> Result<Publication, String> {
    match (&options.publication, &options.base) {
        (Some(path), _) => return Publication::from_toml(path),
        (None, Some(path)) => return Publication::from_feed(path),
        (None, None) => {}
    }
    let in_folders = options.tables.iter().map(|folder| folder.join(PUBLICATION));
    if let Some(path) = in_folders.into_iter().find(|path| path.is_file()) {
        return Publication::from_toml(&path);
    }
    tables.iter().find_map(|table| within(table)).unwrap_or_else(|| {
        Err("no publication: --publication or --base is missing, and none lies among the tables".to_owned())
    })
}

/// The publication in a workbook that was exported; `None` if it has none, or cannot be read, which its claims tell.
fn within(table: &Path) -> Option<Result<Publication, String>> {
    let bytes = fs::read(table).ok()?;
    let book = read::read(&table.to_string_lossy(), &bytes, None, &publication::Plain).ok()?;
    let found = Publication::from_sheets(&book.sheets)?;
    Some(found.map_err(|reason| format!("{}: {reason}", table.display())))
}
