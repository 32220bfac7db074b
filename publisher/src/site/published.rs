//! The feed as it is published, and its versions: each stays at an address made of its digest, so that what refers to one does
//! not break when the next comes.

use super::out::{Out, VERSIONS};
use super::still;
use crate::load::Loaded;
use serde_json::Value;

/// The feed as it was given, with the patterns of the addresses of its versions and pictures, unless it names its own. They are
/// whole where the address of the site is known: a version is itself in the folder of the versions.
pub fn publish(loaded: &Loaded, url: Option<&str>) -> String {
    let text = loaded.text.trim_start_matches('\u{feff}');
    let own = [("versions", pattern()), ("pictures", still::PATTERN.to_owned())];
    let missing = own.iter().filter(|(name, _)| loaded.document.get(name).is_none());
    let fields: String = missing
        .map(|(name, pattern)| {
            let pattern = Value::from(format!("{}{pattern}", url.unwrap_or_default()));
            format!("\n \"{name}\": {pattern},")
        })
        .collect();
    text.replacen('{', &format!("{{{fields}"), 1)
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
