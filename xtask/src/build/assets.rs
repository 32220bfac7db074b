//! The files that may be cached for ever: each has its content's hash in its name, and the module that loads
//! them knows their names and digests.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use base64::{Engine, engine::general_purpose::STANDARD};
use policy_explorer::message::Phrase;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// The constant `ASSETS` of `policy-explorer.js`. Addresses are relative to that module.
#[derive(Serialize)]
pub struct Assets {
    #[serde(skip)]
    dist: PathBuf,
    pub wasm: Asset,
    /// A script.
    pub glue: String,
    pub world: Asset,
    pub detail: Asset,
    /// What makes and saves files, a script.
    pub take: String,
    /// What plays tones, a script.
    pub sound: String,
    /// What keeps the page's address, a script.
    pub fragment: String,
    /// What compares a feed's bytes with a digest, a script.
    pub integrity: String,
    /// By language: the phrases of the first map, as `Asset`, and the encoding of that file.
    pub messages: BTreeMap<&'static str, [String; 3]>,
    /// By language: what is said where no phrases can be loaded, by the name of the phrase.
    pub texts: BTreeMap<&'static str, BTreeMap<&'static str, String>>,
    /// The line of the phrase `refused` in the files of `messages`.
    pub refused: usize,
    /// The line of the phrase `stopped` there.
    pub stopped: usize,
}

/// The address of a file that `fetch` loads, and what `fetch` takes as its `integrity`.
type Asset = [String; 2];

impl Assets {
    pub fn new(dist: &Path) -> Self {
        Self {
            dist: dist.to_path_buf(),
            wasm: Asset::default(),
            glue: String::new(),
            world: Asset::default(),
            detail: Asset::default(),
            take: String::new(),
            sound: String::new(),
            fragment: String::new(),
            integrity: String::new(),
            messages: BTreeMap::new(),
            texts: BTreeMap::new(),
            refused: 1 + Phrase::refused as usize,
            stopped: 1 + Phrase::stopped as usize,
        }
    }

    /// Writes an asset.
    pub fn add(&self, stem: &str, extension: &str, bytes: &[u8]) -> Result<Asset> {
        let [name, integrity] = self.write(stem, extension, bytes)?;
        Ok([format!("assets/{name}"), integrity])
    }

    /// Writes a script that is loaded by `import()`, where browsers check no digest; returns its address.
    pub fn script(&self, stem: &str, bytes: &[u8]) -> Result<String> {
        let [name, _] = self.write(stem, "js", bytes)?;
        Ok(format!("assets/{name}"))
    }

    /// Writes an asset that the module need not know of; returns its name and its digest.
    pub fn write(&self, stem: &str, extension: &str, bytes: &[u8]) -> Result<[String; 2]> {
        let digest = Sha256::digest(bytes);
        let hash: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let name = format!("{stem}-{hash}.{extension}");
        fs::write(self.dist.join("assets").join(&name), bytes)?;
        Ok([name, format!("sha256-{}", STANDARD.encode(digest))])
    }
}
