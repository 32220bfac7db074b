//! The feed as it is published, and its versions: each stays at an address made of its digest, so that what refers to one does
//! not break when the next comes.

use super::out::{Out, VERSIONS};
use crate::load::Loaded;
use serde_json::Value;

/// The feed as it was given, with the pattern of the addresses of its versions, unless it names one itself. It is whole where the
/// address of the site is known: a version is itself in the folder of the versions.
pub fn publish(loaded: &Loaded, url: Option<&str>) -> String {
    let text = loaded.text.trim_start_matches('\u{feff}');
    if loaded.document.get("versions").is_some() {
        return text.to_owned();
    }
    let pattern = Value::from(format!("{}{}", url.unwrap_or_default(), pattern()));
    let field = format!("{{\n \"versions\": {pattern},");
    text.replacen('{', &field, 1)
}

/// Where the site keeps the versions.
fn pattern() -> String {
    format!("{VERSIONS}{{digest}}.json")
}

/// Whether that is where a feed says that its versions are.
pub fn is_own(pattern: &str, url: Option<&str>) -> bool {
    let own = self::pattern();
    pattern == own || url.is_some_and(|url| pattern == format!("{url}{own}"))
}

/// The other versions that are there: when each was published, and its digest; the newest first.
pub fn earlier(out: &Out, own: &str) -> Vec<(String, String)> {
    let others = out.versions().filter(|(digest, _)| digest != own);
    let mut earlier: Vec<(String, String)> = others
        .filter_map(|(digest, path)| {
            let document: Value = serde_json::from_slice(&std::fs::read(path).ok()?).ok()?;
            Some((document["published"].as_str()?.to_owned(), digest))
        })
        .collect();
    earlier.sort_by(|one, other| other.cmp(one));
    earlier
}
