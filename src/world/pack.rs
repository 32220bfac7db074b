//! The binary form of a [`Topology`], made to be small under brotli: columns of variable-length
//! integers (LEB128, signed ones zigzag), points as steps from the one before, and nothing stored
//! that follows from the rest. `data/world/README.md` has the layout in words.

use super::World;
use super::topology::{ArcRef, Topology};
use reader::Reader;
use std::fmt;

mod outlines;
mod points;
mod reader;
#[cfg(test)]
mod tests;
#[cfg(not(target_arch = "wasm32"))]
mod write;
#[cfg(not(target_arch = "wasm32"))]
pub use write::encode;

/// The layout's number, the first byte of every pack.
const VERSION: u8 = 1;

/// The widest grid that is read.
const MAX_GRID: u32 = 1 << 20;

/// Reads a pack and draws it.
///
/// # Errors
///
/// A [`PackError`] where the bytes are not a pack of this version; no bytes make it panic.
pub fn decode(bytes: &[u8]) -> Result<World, PackError> {
    read(bytes).map(|topology| topology.draw())
}

/// Why bytes cannot be read as a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackError {
    /// The bytes end too early.
    Truncated,
    /// Made by another version; this is its number.
    Version(u8),
    /// The part named contradicts the rest.
    Malformed(&'static str),
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Truncated => f.write_str("the map's data ends too early"),
            Self::Version(version) => write!(f, "the map's data is of version {version}, not {VERSION}"),
            Self::Malformed(part) => write!(f, "the map's data is damaged: {part}"),
        }
    }
}

impl std::error::Error for PackError {}

/// Reads a pack without drawing it: the inverse of [`encode`].
///
/// # Errors
///
/// As [`decode`].
pub fn read(bytes: &[u8]) -> Result<Topology, PackError> {
    let mut reader = Reader::new(bytes);
    match reader.byte()? {
        VERSION => {}
        other => return Err(PackError::Version(other)),
    }
    let grid = reader.number()?;
    if !(1..=MAX_GRID).contains(&grid) {
        return Err(PackError::Malformed("grid"));
    }
    let mut outlines = reader.outlines()?;
    let arc_count = reader.rings(&mut outlines)?;
    let arcs = reader.arcs(grid, arc_count, &outlines)?;
    reader.end()?;
    Ok(Topology { grid, arcs, outlines })
}

/// The end of a new arc, the `index`th step of `ring`, where it follows from the rest: the ring's
/// start after its last step, else the start of an arc that is there already.
fn known_end(ring: &[ArcRef], index: usize) -> KnownEnd {
    match ring.get(index + 1) {
        None => KnownEnd::RingStart,
        Some(ArcRef::Back(arc)) => KnownEnd::EndOf(*arc),
        Some(ArcRef::Next) => KnownEnd::Stored,
    }
}

/// Where to find an arc's last point.
#[derive(Clone, Copy, PartialEq)]
enum KnownEnd {
    /// It is where the ring began.
    RingStart,
    /// It is the last point of this arc, which the ring then walks backwards.
    EndOf(usize),
    /// It is stored like the points before it.
    Stored,
}
