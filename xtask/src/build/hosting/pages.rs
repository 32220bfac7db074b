//! Headers as Netlify, Cloudflare Pages and others of their kind read them from `_headers`. These compress by themselves.
//! Cloudflare joins the values of a header that two rules give, so each header of a file has one rule.

use std::fs;
use std::path::Path;

use anyhow::Result;

use super::super::compressed;
use super::{ASK, HASHED, HEADERS, KEEP, media_type};

pub fn settings(dist: &Path) -> Result<String> {
    let mut rules = "/*\n".to_owned();
    for header in &HEADERS {
        rules += &format!("  {}: {}\n", header.name, header.value);
    }
    rules += &format!("/{HASHED}/*\n  Cache-Control: {KEEP}\n");
    // The folder itself is its index.
    rules += &format!("/\n  Cache-Control: {ASK}\n");
    for name in names(dist)? {
        rules += &format!("/{name}\n  Cache-Control: {ASK}\n");
        if !name.ends_with(".html") {
            rules += &format!("  Content-Type: {}\n", media_type(&name));
        }
    }
    Ok(rules)
}

/// The files that lie in the folder itself, in their order, without their compressed copies.
fn names(dist: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dist)? {
        let path = entry?.path();
        if path.is_file() && !compressed::is_copy(&path) {
            names.extend(path.file_name().map(|name| name.to_string_lossy().into_owned()));
        }
    }
    names.sort();
    Ok(names)
}
