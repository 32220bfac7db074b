//! What a host is to say of each file in `dist/`, in one list; and the same written as the settings of the usual hosts,
//! which are shipped with the files. `docs/hosting.md` shows how they are used.

use std::fs;
use std::path::Path;

use anyhow::Result;

mod apache;
mod caddy;
mod nginx;
mod pages;

/// By the ending of a file's name, its media type.
const TYPES: [(&str, &str); 9] = [
    ("bin", "application/octet-stream"),
    ("css", "text/css; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json; charset=utf-8"),
    ("png", "image/png"),
    ("svg", "image/svg+xml; charset=utf-8"),
    // Phrases: each language in an encoding of its own, which the widget knows.
    ("txt", "text/plain"),
    ("wasm", "application/wasm"),
];

/// The type of a file whose name has no ending, as the licences.
const PLAIN: &str = "text/plain; charset=utf-8";

/// The folder of the files whose names have their content's hash.
const HASHED: &str = "assets";

/// Their addresses and those of their copies, as a regular expression.
const HASHED_PATTERN: &str = r"/assets/[^/]+-[0-9a-f]+\.[a-z.]+$";

/// How long those may be kept: for ever, since another content has another name.
const KEEP: &str = "public, max-age=31536000, immutable";

/// How long all others may be kept: they are asked for again each time, which costs nothing where they are the same.
const ASK: &str = "no-cache";

/// A header that every answer has.
pub struct Header {
    pub name: &'static str,
    pub value: &'static str,
    /// What it is for.
    reason: &'static str,
}

/// What every answer says.
pub const HEADERS: [Header; 3] = [
    Header {
        name: "Access-Control-Allow-Origin",
        value: "*",
        reason: "Pages of every origin may read the files.",
    },
    Header {
        name: "Cross-Origin-Resource-Policy",
        value: "cross-origin",
        reason: "Also pages that are isolated from other origins may load them.",
    },
    Header {
        name: "X-Content-Type-Options",
        value: "nosniff",
        reason: "No browser takes a file for something else than its type says.",
    },
];

/// Which copy is sent depends on the request; caches on the way need to know.
const VARY: &str = "Accept-Encoding";

/// What a host's settings say of `HEADERS`, each behind what it is for; `line` is as the host writes one.
fn headers(line: impl Fn(&Header) -> String) -> String {
    HEADERS.iter().map(|header| format!("# {}\n{}\n", header.reason, line(header))).collect()
}

/// Writes the settings of all hosts into the folder that is shipped.
pub fn write(dist: &Path) -> Result<()> {
    let folder = dist.join("hosting");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("nginx.conf"), nginx::settings())?;
    fs::write(folder.join("nginx-brotli.conf"), nginx::BROTLI)?;
    fs::write(folder.join("Caddyfile"), caddy::settings())?;
    fs::write(folder.join("apache.htaccess"), apache::settings())?;
    Ok(fs::write(dist.join("_headers"), pages::settings(dist)?)?)
}

/// How long a file may be kept.
pub fn cache(path: &str) -> &'static str {
    if path.starts_with(&format!("/{HASHED}/")) { KEEP } else { ASK }
}

/// The media type of a file.
pub fn media_type(name: &str) -> &'static str {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    TYPES.into_iter().find(|(known, _)| Some(*known) == ending).map_or(PLAIN, |(_, kind)| kind)
}
