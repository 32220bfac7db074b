//! Zip files, part by part, with the limits of parts met while they are read: what a file says of its own size may be
//! a lie.

use super::xml::{Node, Stream};
use super::{Format, not_a_table, old, password};
use crate::import::report::Refusal;
use std::io::{Cursor, Error, Read};
use zip::ZipArchive;

/// The most bytes of a part.
const PART: u64 = 256 << 20;
const TOO_LARGE: &str = "a part of it is larger than 256 MiB";
/// The most bytes between two signs of XML: more than a cell may hold, however it is written.
const RUN: usize = 400_000;
/// The most parts of a file.
const PARTS: usize = 10_000;

/// The limit that a part passes, in words.
#[derive(Debug)]
pub struct Beyond(pub &'static str);

impl std::fmt::Display for Beyond {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for Beyond {}

/// A zip file.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    names: Vec<String>,
}

impl<'a> Archive<'a> {
    /// Opens a file, and refuses one in which any part of XML declares a document type.
    ///
    /// # Errors
    /// If it is damaged or refused.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let mut archive = Self::directory(bytes)?;
        archive.check_sizes()?;
        for name in archive.names.clone() {
            if [".xml", ".rels"].iter().any(|end| name.to_ascii_lowercase().ends_with(end)) {
                archive.check_prologue(&name)?;
            }
        }
        Ok(archive)
    }

    /// Refuses parts that say themselves that they are too large, before any is read.
    fn check_sizes(&mut self) -> Result<(), Refusal> {
        for index in 0..self.zip.len() {
            let file = self.zip.by_index_raw(index).map_err(Refusal::damaged)?;
            if file.size() > PART {
                return Err(Refusal::too_large(TOO_LARGE));
            }
        }
        Ok(())
    }

    fn directory(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(Refusal::damaged)?;
        if zip.len() > PARTS {
            return Err(Refusal::too_large("it has more than 10,000 parts"));
        }
        let names = zip.file_names().map(|name| name.map(|name| name.into_owned()));
        let names = names.collect::<Result<_, _>>().map_err(Refusal::damaged)?;
        Ok(Self { zip, names })
    }

    /// Whether there is a part of that name, whatever the case of its letters.
    pub fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    fn find(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| known.trim_start_matches('/').eq_ignore_ascii_case(name))
    }

    /// A part as a stream of XML; `None` if there is none of that name.
    ///
    /// # Errors
    /// If it is damaged or encrypted.
    pub fn xml(&mut self, name: &str) -> Result<Option<Stream<'_>>, Refusal> {
        let Some(index) = self.find(name) else { return Ok(None) };
        if self.zip.by_index_raw(index).is_ok_and(|file| file.encrypted()) {
            return Err(password());
        }
        let file = self.zip.by_index(index).map_err(Refusal::damaged)?;
        Ok(Some(Stream::new(Part { file: Box::new(file), read: 0, run: 0 })))
    }

    /// Reads a part up to its first element.
    fn check_prologue(&mut self, name: &str) -> Result<(), Refusal> {
        let Some(mut stream) = self.xml(name)? else { return Ok(()) };
        loop {
            match stream.node() {
                Ok(Node::Text(_)) => {}
                Err(refusal) if refusal.code != "damaged" => return Err(refusal),
                // Parts that nobody reads may be damaged.
                Ok(_) | Err(_) => return Ok(()),
            }
        }
    }
}

/// What a zip file is.
pub fn sniff(bytes: &[u8]) -> Result<Format, Refusal> {
    let archive = Archive::directory(bytes)?;
    let has = |name: &str| archive.has(name);
    let any = |start: &str| archive.names.iter().any(|name| name.trim_start_matches('/').starts_with(start));
    if has("content.xml") && (has("mimetype") || has("META-INF/manifest.xml")) {
        return Ok(Format::Ods);
    }
    if has("xl/workbook.bin") || any("Index/") || has("Index.zip") {
        return Err(old());
    }
    if any("word/") || any("ppt/") {
        return Err(not_a_table("a document"));
    }
    if has("[Content_Types].xml") || has("_rels/.rels") {
        return Ok(Format::Xlsx);
    }
    Err(not_a_table("a folder of files in a zip"))
}

/// A part that is being read, and counted.
pub struct Part<'a> {
    file: Box<dyn Read + 'a>,
    read: u64,
    run: usize,
}

impl Read for Part<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.read += read as u64;
        if self.read > PART {
            return Err(Error::other(Beyond(TOO_LARGE)));
        }
        self.count_run(&buffer[..read])?;
        Ok(read)
    }
}

impl Part<'_> {
    /// Counts the bytes since the last sign of XML, so that no long text is ever held.
    fn count_run(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        for &byte in bytes {
            self.run = if byte == b'<' || byte == b'>' { 0 } else { self.run + 1 };
            if self.run > RUN {
                return Err(Error::other(Beyond("a cell holds more than 32,767 characters")));
            }
        }
        Ok(())
    }
}
