//! The files that may be cached for ever: each has its content's hash in its name, and the module that loads
//! them knows their names and digests.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use base64::{Engine, engine::general_purpose::STANDARD};
use policy_explorer::message::Phrase;
use policy_explorer::page::digest;
use serde::Serialize;

use super::chunks::Chunks;
use sha2::{Digest, Sha256};

/// The constant `ASSETS` of `policy-explorer.js`. Addresses are relative to that module.
#[derive(Serialize)]
pub struct Assets {
    #[serde(skip)]
    dist: PathBuf,
    pub wasm: Asset,
    /// What comes later: see `script::later`.
    pub later: Asset,
    pub world: Asset,
    /// The chunk that comes right after the first map: see `chunks::Chunks`.
    pub chunks: Chunks,
    /// By language: the phrases of the first map, as `Asset`, and the encoding of that file.
    pub messages: BTreeMap<&'static str, [String; 3]>,
    /// By language: what is said where no phrases can be loaded, by the name of the phrase.
    pub texts: BTreeMap<&'static str, BTreeMap<&'static str, String>>,
    /// The health check of the page around the widget. Not hashed by name: its address is written into pages.
    pub diagnosis: Asset,
    /// The line of the phrase `refused` in the files of `messages`.
    pub refused: usize,
    /// The line of the phrase `stopped` there.
    pub stopped: usize,
}

/// The address of a file that `fetch` loads, and what `fetch` takes as its `integrity`.
pub type Asset = [String; 2];

impl Assets {
    pub fn new(dist: &Path) -> Self {
        Self {
            dist: dist.to_path_buf(),
            wasm: Asset::default(),
            later: Asset::default(),
            world: Asset::default(),
            chunks: Chunks::new(),
            messages: BTreeMap::new(),
            texts: BTreeMap::new(),
            diagnosis: Asset::default(),
            refused: 1 + Phrase::refused as usize,
            stopped: 1 + Phrase::stopped as usize,
        }
    }

    /// Writes an asset; returns its address and its digest.
    pub fn add(&self, stem: &str, extension: &str, bytes: &[u8]) -> Result<Asset> {
        self.write(format!("assets/{stem}-{}.{extension}", &digest(bytes)[..16]), bytes)
    }

    /// Writes a file of this name; returns it and its digest.
    pub fn write(&self, name: String, bytes: &[u8]) -> Result<Asset> {
        fs::write(self.dist.join(&name), bytes)?;
        Ok([name, format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))])
    }
}
