//! Files that a command writes.

use std::path::Path;

/// Writes a file whole or not at all.
///
/// # Errors
/// In words, when it cannot be written.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let new = path.with_added_extension("new");
    let written = std::fs::write(&new, bytes).and_then(|()| std::fs::rename(&new, path));
    written.map_err(|error| format!("{}: {error}", path.display()))
}
