//! Text ready to be shown: the words with their language, where that is not the reader's.

use crate::feed::text::{Spoken, Text};

/// A text with the language it is in, where that differs from the language around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// What to show.
    pub text: String,
    /// BCP 47 tag, if not that of the surroundings.
    pub lang: Option<String>,
}

impl Words {
    /// The best text of a feed for a reader of `tag`.
    pub fn best(text: &Text, tag: &str) -> Self {
        Self::spoken(text.best(tag), tag)
    }

    /// As `best`, for a text that is in the language `own` where the feed does not say.
    pub fn in_language(text: &Text, own: Option<&str>, tag: &str) -> Self {
        let Spoken { text, lang } = text.best(tag);
        Self::spoken(Spoken { text, lang: if lang.is_empty() { own.unwrap_or_default() } else { lang } }, tag)
    }

    /// The widget's own words.
    pub fn own(text: impl Into<String>) -> Self {
        Self { text: text.into(), lang: None }
    }

    fn spoken(spoken: Spoken<'_>, tag: &str) -> Self {
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let other = !spoken.lang.is_empty() && primary(spoken.lang) != primary(tag);
        Self { text: spoken.text.to_owned(), lang: other.then(|| spoken.lang.to_owned()) }
    }
}
