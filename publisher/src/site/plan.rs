//! What a site consists of, and where each page of it is.

use super::widget::Widget;
use crate::paint::Painter;
use policy_explorer::date::Date;
use policy_explorer::feed::{Feed, MeasureIndex, MemberIndex};

/// A page, in any language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaf {
    Front,
    Country(MemberIndex),
    Measure(MeasureIndex),
    Changes,
}

impl Leaf {
    /// All pages of a language.
    pub fn all(feed: &Feed) -> impl Iterator<Item = Self> + use<> {
        let measures = feed.measure_indices().map(Self::Measure);
        let countries = feed.member_indices().map(Self::Country);
        [Self::Front, Self::Changes].into_iter().chain(measures).chain(countries)
    }

    /// Its file in the folder of a language.
    fn file(self, feed: &Feed) -> String {
        match self {
            Self::Front => "index.html".to_owned(),
            Self::Country(member) => format!("country/{}.html", feed[member].code),
            Self::Measure(measure) => format!("measure/{}.html", feed[measure].id),
            Self::Changes => "changes.html".to_owned(),
        }
    }
}

/// What all pages have in common.
pub struct Plan {
    /// BCP 47 tags; the pages of the first are at the root.
    pub languages: Vec<String>,
    pub today: Date,
    /// Where the site will be; it ends with a slash.
    pub url: Option<String>,
    pub widget: Widget,
    /// Paints the pictures of pages, if they are wanted.
    pub painter: Option<Painter>,
    /// The path of the style sheet.
    pub style: String,
    /// The SHA-256 of the published feed, in hexadecimal digits.
    pub digest: String,
    /// The days and digests of the versions that were published before, the newest first.
    pub earlier: Vec<(String, String)>,
}

impl Plan {
    /// The folder of a language, with a slash at its end.
    pub fn folder(&self, lang: &str) -> String {
        if lang == self.languages[0] { String::new() } else { format!("{lang}/") }
    }

    /// The path of a page from the root of the site.
    pub fn path(&self, feed: &Feed, lang: &str, leaf: Leaf) -> String {
        self.folder(lang) + &leaf.file(feed)
    }

    /// The address of a file of the site, if it is known where the site will be.
    pub fn absolute(&self, path: &str) -> Option<String> {
        let path = path.strip_suffix("index.html").unwrap_or(path);
        Some(format!("{}{path}", self.url.as_ref()?))
    }

    /// The same, otherwise as a page at `from` links it.
    pub fn address(&self, from: &str, path: &str) -> String {
        self.absolute(path).unwrap_or_else(|| relative(from, path))
    }
}

/// How a page at `from` links to `to`, both from the root of the site.
pub fn relative(from: &str, to: &str) -> String {
    let folders = |path: &'_ str| path.rfind('/').map_or(0, |end| end + 1);
    let (here, there) = (&from[..folders(from)], &to[..folders(to)]);
    let shared = here.split_inclusive('/').zip(there.split_inclusive('/'));
    let shared: usize = shared.take_while(|(one, other)| one == other).map(|(one, _)| one.len()).sum();
    "../".repeat(here[shared..].matches('/').count()) + &to[shared..]
}

/// The names of measures are names of files, which have to be so everywhere.
///
/// # Errors
/// In words, when one cannot be.
pub fn check(feed: &Feed) -> Result<(), String> {
    let mut names: Vec<String> = Vec::new();
    for measure in &feed.measures {
        let id = &measure.id;
        let is_plain = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
        if !is_plain || id.starts_with('.') || id.len() > LONGEST {
            return Err(format!(
                "the measure “{id}” cannot have a page: its id would be the name of a file; use at most {LONGEST} letters \
                 from A to Z, digits, hyphens and underscores"
            ));
        }
        let name = id.to_ascii_lowercase();
        if names.contains(&name) {
            return Err(format!(
                "the measure “{id}” cannot have a page: another differs from it by capitals alone"
            ));
        }
        names.push(name);
    }
    Ok(())
}

/// The longest id that is a name of a file.
const LONGEST: usize = 100;

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn links_are_as_short_as_they_can_be() {
        for (from, to, expected) in [
            ("index.html", "changes.html", "changes.html"),
            ("fr/country/FRA.html", "fr/country/KEN.html", "KEN.html"),
            ("fr/country/FRA.html", "fr/index.html", "../index.html"),
            ("fr/country/FRA.html", "country/FRA.html", "../../country/FRA.html"),
            ("country/FRA.html", "fr/country/FRA.html", "../fr/country/FRA.html"),
            ("fr/index.html", "feed.json", "../feed.json"),
        ] {
            assert_eq!(relative(from, to), expected, "{from} {to}");
        }
    }
}
