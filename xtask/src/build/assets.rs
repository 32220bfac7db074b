//! The files that may be cached for ever: each has its content's hash in its name, and the module that loads
//! them knows their names and digests.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde::Serialize;
use sha2::{Digest, Sha256, Sha384};

/// The constant `ASSETS` of `policy-explorer.js`. Addresses are relative to that module.
#[derive(Serialize)]
pub struct Assets {
    #[serde(skip)]
    dist: PathBuf,
    pub wasm: String,
    pub glue: String,
    pub world: String,
    pub detail: String,
    /// What makes and saves files, a script.
    pub take: String,
    /// What plays tones, a script.
    pub sound: String,
    /// By language.
    pub messages: BTreeMap<String, String>,
    /// By language: what is said where no phrases can be loaded, by the name of the phrase.
    pub texts: BTreeMap<String, BTreeMap<&'static str, String>>,
    /// By address: what `fetch` takes as `integrity`.
    integrity: BTreeMap<String, String>,
}

/// By chunk, the names and digests of the files that it needs.
pub type Chunks = BTreeMap<String, Vec<[String; 2]>>;

impl Assets {
    pub fn new(dist: &Path) -> Self {
        Self {
            dist: dist.to_path_buf(),
            wasm: String::new(),
            glue: String::new(),
            world: String::new(),
            detail: String::new(),
            take: String::new(),
            sound: String::new(),
            messages: BTreeMap::new(),
            texts: BTreeMap::new(),
            integrity: BTreeMap::new(),
        }
    }

    /// Writes an asset and returns its address.
    pub fn add(&mut self, stem: &str, extension: &str, bytes: &[u8]) -> Result<String> {
        let [name, integrity] = self.write(stem, extension, bytes)?;
        let address = format!("assets/{name}");
        self.integrity.insert(address.clone(), integrity);
        Ok(address)
    }

    /// Writes an asset that the module need not know of; returns its name and its digest.
    pub fn write(&self, stem: &str, extension: &str, bytes: &[u8]) -> Result<[String; 2]> {
        let hash: String = Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let name = format!("{stem}-{hash}.{extension}");
        fs::write(self.dist.join("assets").join(&name), bytes)?;
        let digest = format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)));
        Ok([name, digest])
    }
}
