//! What a command writes: files, and to standard output.

use std::fs;
use std::io::{Result as Written, Write};
use std::path::Path;

/// Writes a file whole or not at all. What is not a file, such as a device or a pipe, is written to as it is, and stays.
///
/// # Errors
/// In words, when it cannot be written.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let written = match fs::metadata(path) {
        Ok(there) if !there.is_file() => fs::write(path, bytes),
        Ok(there) => fs::canonicalize(path).and_then(|file| replace(&file, bytes, Some(there.permissions()))),
        Err(_) => replace(path, bytes, None),
    };
    written.map_err(|error| format!("{}: {error}", path.display()))
}

/// Puts a new file in the place of one, whose permissions it keeps.
fn replace(path: &Path, bytes: &[u8], permissions: Option<fs::Permissions>) -> Written<()> {
    let new = path.with_added_extension("new");
    fs::write(&new, bytes)?;
    if let Some(permissions) = permissions {
        fs::set_permissions(&new, permissions)?;
    }
    fs::rename(&new, path)
}

/// Writes to standard output.
///
/// # Errors
/// In words, when nobody takes it.
pub fn print(bytes: &[u8]) -> Result<(), String> {
    std::io::stdout().write_all(bytes).map_err(|error| error.to_string())
}
