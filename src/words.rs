//! Text ready to be shown: the words, with their language if it is not the reader's.

use crate::feed::text::{Spoken, Text, Wanted, is_same_language};

/// A text, with its language if it differs from the language around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// What to show.
    pub text: String,
    /// BCP 47 tag, if not that of the surroundings.
    pub lang: Option<String>,
}

impl Words {
    /// The best text of a feed for a reader.
    pub fn best<'a>(text: &Text, wanted: impl Into<Wanted<'a>>) -> Self {
        Self::in_language(text, None, wanted)
    }

    /// Like `best`, for a text whose language is `own` if the feed does not say it.
    pub fn in_language<'a>(text: &Text, own: Option<&str>, wanted: impl Into<Wanted<'a>>) -> Self {
        let wanted = wanted.into();
        let Spoken { text, lang } = text.best(wanted);
        let lang = if lang.is_empty() { own.unwrap_or_default() } else { lang };
        Self::spoken(Spoken { text, lang }, wanted.among)
    }

    /// The widget's own words.
    pub fn own(text: impl Into<String>) -> Self {
        Self { text: text.into(), lang: None }
    }

    fn spoken(spoken: Spoken<'_>, among: &str) -> Self {
        Self { text: spoken.text.to_owned(), lang: foreign(spoken.lang, among) }
    }
}

/// A text on one line. A space replaces each line break and control character.
pub fn one_line(text: &str) -> String {
    let lines = text.split(|letter: char| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}'));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The BCP 47 tag that marks a text among words of another language.
pub fn foreign(lang: &str, among: &str) -> Option<String> {
    let is_other = !lang.is_empty() && !is_same_language(lang, among);
    // Feeds may write `_`, pages may not.
    is_other.then(|| lang.chars().map(|sign| if sign == '_' { '-' } else { sign }).collect())
}
