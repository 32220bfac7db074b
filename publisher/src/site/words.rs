//! The texts that only the pages of a site have; all others are the widget's own phrases. They are here, so that no reader of the
//! widget loads them.

mod ar;
mod en;
mod es;
mod fr;
mod pt;

/// The texts in a language, with names of what is filled in in braces.
pub struct Words {
    /// Name of the menu on every page.
    pub menu: &'static str,
    /// Link that leads past the menu.
    pub skip: &'static str,
    /// Heading of the list of measures.
    pub measures: &'static str,
    /// Heading of the files with the data.
    pub data: &'static str,
    /// Head of the column with the number of all members of a region.
    pub total: &'static str,
    /// Row with the numbers of all regions.
    pub all: &'static str,
    /// Head of the column with the status of a member.
    pub status: &'static str,
    /// Caption of the table of numbers: members by region and status.
    pub counts: &'static str,
    /// Link to the map with a country opened.
    pub on_map: &'static str,
    /// The map is a picture where scripts are off.
    pub needs_script: &'static str,
    /// Description of the page of a `{country}`; `{policy}`.
    pub about_country: &'static str,
    /// Description of the page of a `{measure}`; `{policy}`.
    pub about_measure: &'static str,
    /// Description of the page of changes; `{policy}`.
    pub about_changes: &'static str,
    /// Before the links to the feeds of changes.
    pub follow: &'static str,
    /// The feed itself, for download.
    pub feed_file: &'static str,
    /// All claims in a `{format}`, for download.
    pub claims_file: &'static str,
    /// Before the address where this version of the data stays.
    pub version: &'static str,
    /// Heading of the earlier versions of the data.
    pub earlier: &'static str,
    /// Heading of the page for addresses that lead nowhere.
    pub missing: &'static str,
    /// What that page says.
    pub missing_text: &'static str,
}

/// The texts in a language of the widget's; `None` for any other.
pub fn words(lang: &str) -> Option<&'static Words> {
    match lang {
        "ar" => Some(&ar::WORDS),
        "en" => Some(&en::WORDS),
        "es" => Some(&es::WORDS),
        "fr" => Some(&fr::WORDS),
        "pt" => Some(&pt::WORDS),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::words;
    use policy_explorer::message::LANGUAGES;

    #[test]
    fn every_language_of_the_widget_has_them() {
        assert!(LANGUAGES.iter().all(|lang| words(lang).is_some()));
    }
}
