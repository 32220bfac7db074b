//! The folder of a site: each file is written whole or not at all, the same again is not written, and what an earlier run wrote
//! and this one does not is removed. What others put there stays.

use crate::write::write;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Mutex;

/// Lists the files that are the site's.
const LIST: &str = "site-files.txt";
const HEAD: &str = "# Written by `policy-explorer site`, which removes the files of this list that it does not make again.\n";

/// The folder in which each version of the feed stays.
pub const VERSIONS: &str = "versions/";

pub struct Out {
    folder: PathBuf,
    /// What earlier runs wrote.
    before: BTreeSet<String>,
    written: Mutex<Written>,
}

#[derive(Default)]
struct Written {
    paths: BTreeSet<String>,
    bytes: usize,
}

/// What was done.
pub struct Report {
    pub files: usize,
    pub bytes: usize,
    pub removed: usize,
}

impl Out {
    /// Opens the folder, and makes it if it is not there. `pages`: the paths that will be written, so that they are known as the
    /// site's if it is interrupted.
    ///
    /// # Errors
    /// In words, when the folder has pages of others, or cannot be written.
    pub fn open(folder: &Path, pages: impl Iterator<Item = String>) -> Result<Self, String> {
        let list = fs::read_to_string(folder.join(LIST)).ok();
        if list.is_none() && folder.join("index.html").exists() {
            let name = folder.display();
            return Err(format!(
                "{name} has an index.html that this program did not write; choose another folder"
            ));
        }
        let list = list.unwrap_or_default();
        let own = |line: &&str| !line.starts_with('#') && is_inside(line);
        let before: BTreeSet<String> = list.lines().filter(own).map(str::to_owned).collect();
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let out = Self { folder: folder.to_owned(), before, written: Mutex::default() };
        out.list(&out.before.iter().cloned().chain(pages).collect())?;
        Ok(out)
    }

    /// Writes a file at a path from the root of the site.
    ///
    /// # Errors
    /// In words, when it cannot be written.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<(), String> {
        let file = self.folder.join(path);
        if fs::read(&file).ok().as_deref() != Some(bytes) {
            let folder = file.parent().expect("it is in the folder");
            fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
            write(&file, bytes)?;
        }
        let mut written = self.written.lock().expect("no thread stops while it holds this");
        written.bytes += bytes.len();
        written.paths.insert(path.to_owned());
        Ok(())
    }

    /// The same, unless others have put a file there.
    ///
    /// # Errors
    /// In words, when it cannot be written.
    pub fn offer(&self, path: &str, bytes: &[u8]) -> Result<(), String> {
        let is_theirs = !self.before.contains(path) && self.folder.join(path).exists();
        if is_theirs { Ok(()) } else { self.put(path, bytes) }
    }

    /// The versions of the feed that are there, by their digest.
    pub fn versions(&self) -> impl Iterator<Item = (String, PathBuf)> {
        let entries = fs::read_dir(self.folder.join(VERSIONS)).into_iter().flatten().flatten();
        entries.filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let digest = name.strip_suffix(".json").filter(|digest| is_digest(digest))?;
            Some((digest.to_owned(), entry.path()))
        })
    }

    /// Removes what is no page any more.
    ///
    /// # Errors
    /// In words, when something cannot be removed, or the list not be written.
    pub fn close(&self) -> Result<Report, String> {
        let written = std::mem::take(&mut *self.written.lock().expect("no thread stopped"));
        let Written { mut paths, bytes } = written;
        let files = paths.len();
        let kept = self.before.iter().filter(|path| path.starts_with(VERSIONS));
        paths.extend(kept.cloned());
        let mut removed = 0;
        for path in self.before.difference(&paths) {
            let file = self.folder.join(path);
            if file.is_file() && self.is_here(&file) {
                fs::remove_file(&file).map_err(|error| format!("{}: {error}", file.display()))?;
                removed += 1;
            }
        }
        list(&self.folder, &paths)?;
        Ok(Report { files, bytes, removed })
    }

    /// Whether a file is in the folder, and not behind a link that leads out of it.
    fn is_here(&self, file: &Path) -> bool {
        let real = |path: &Path| path.canonicalize().ok();
        let folder = file.parent().and_then(real);
        folder.zip(real(&self.folder)).is_some_and(|(file, own)| file.starts_with(own))
    }

    fn list(&self, paths: &BTreeSet<String>) -> Result<(), String> {
        list(&self.folder, paths)
    }
}

fn list(folder: &Path, paths: &BTreeSet<String>) -> Result<(), String> {
    let lines: String = paths.iter().map(|path| format!("{path}\n")).collect();
    write(&folder.join(LIST), format!("{HEAD}{lines}").as_bytes())
}

/// Whether a line of the list names a file in the folder, which anybody may have edited.
fn is_inside(path: &str) -> bool {
    let mut parts = Path::new(path).components();
    !path.is_empty() && parts.all(|part| matches!(part, Component::Normal(_)))
}

/// Whether a text is a SHA-256 in hexadecimal digits.
fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}
