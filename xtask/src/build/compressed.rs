//! The compressed copies that stand beside the files of `dist/`, so that a host sends them as they are and need not
//! compress anything itself.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use rayon::prelude::*;

use crate::place;
use policy_explorer::page::digest;

/// A way to compress that browsers ask for.
struct Coding {
    /// How the copies end.
    ending: &'static str,
    compress: fn(&[u8]) -> io::Result<Vec<u8>>,
}

/// Each as small as it can: a file is compressed once and sent many times.
const CODINGS: [Coding; 3] = [
    Coding { ending: "br", compress: brotli },
    Coding { ending: "gz", compress: gzip },
    Coding { ending: "zst", compress: zstd },
];

/// The highest level that a browser must be able to read: those above it want more memory than RFC 9659 allows.
const ZSTD_LEVEL: i32 = 19;

/// Writes the copies of all files in these folders, except those that would be no smaller.
pub fn write_beside(folders: &[PathBuf]) -> Result<()> {
    let mut files = Vec::new();
    for folder in folders {
        let paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        files.extend(paths.into_iter().filter(|path| path.is_file()));
    }
    let kept = place::target()?.join("compressed");
    fs::create_dir_all(&kept)?;
    files
        .par_iter()
        .try_for_each(|path| CODINGS.par_iter().try_for_each(|coding| coding.write_beside(path, &kept)))
}

/// Whether a file is such a copy.
pub fn is_copy(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    CODINGS.iter().any(|coding| Some(coding.ending) == ending)
}

impl Coding {
    /// Files that have not changed since the last build are taken from `kept`, which has them by their content.
    fn write_beside(&self, path: &Path, kept: &Path) -> Result<()> {
        let bytes = fs::read(path)?;
        let key = digest(&bytes);
        let known = kept.join(format!("{key}.{}", self.ending));
        if !known.exists() {
            let name = path.file_name().expect("it was listed in its folder");
            let new = kept.join(name).with_added_extension(self.ending);
            fs::write(&new, (self.compress)(&bytes)?)?;
            fs::rename(new, &known)?;
        }
        let compressed = fs::read(known)?;
        if compressed.len() < bytes.len() {
            let beside = path.with_added_extension(self.ending);
            fs::write(&beside, compressed).with_context(|| beside.display().to_string())?;
        }
        Ok(())
    }
}

/// Brotli at its best; also what the order of the wasm's functions is chosen by.
pub fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn zstd(bytes: &[u8]) -> io::Result<Vec<u8>> {
    zstd::bulk::compress(bytes, ZSTD_LEVEL)
}
