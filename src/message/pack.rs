//! Packs each language into the small texts that the widget loads.

use super::phrase::{Phrase, Phrases};
use super::plural::{Category, Forms};
use super::{Direction, language, terms};

/// A language with all its phrases.
#[derive(Clone, Debug)]
pub struct Language {
    /// BCP 47 tag.
    pub tag: &'static str,
    /// Where its lines begin.
    pub direction: Direction,
    /// The plural categories of its forms, in their order.
    pub categories: &'static [Category],
    /// Each phrase with its name and its forms (one, where it has no plural), in the order of `Phrase`.
    pub phrases: Vec<(&'static str, Vec<String>)>,
    /// The lines as they are packed: the terms still apart.
    lines: Vec<String>,
}

impl Language {
    pub(super) fn new<P: Forms>(tag: &'static str, phrases: &Phrases<P>) -> Self {
        let direction = phrases.direction;
        let phrases = phrases.lines();
        let line = |forms: &Vec<&str>| terms::packed(&forms.join("\t"));
        let lines: Vec<String> = phrases.iter().map(|(_, forms)| line(forms)).collect();
        let own: Vec<&str> = lines.iter().map(String::as_str).collect();
        let told = |form: &&str| terms::told(&terms::packed(form), &own);
        let phrases = phrases.iter().map(|(name, forms)| (*name, forms.iter().map(told).collect())).collect();
        Self { tag, direction, categories: P::CATEGORIES, phrases, lines }
    }

    fn packed(&self) -> Vec<String> {
        let categories: Vec<_> = self.categories.iter().map(|category| category.name()).collect();
        let head = format!("{} {} {}", self.tag, self.direction.name(), categories.join(" "));
        [head].into_iter().chain(self.lines[..Phrase::PACKED].iter().cloned()).collect()
    }
}

/// The packed phrases of a language of `LANGUAGES`; see `Messages::unpack` for the format.
pub fn pack(tag: &str) -> Option<String> {
    language(tag).map(|language| language.packed().join("\n"))
}

/// The lines of the same, apart: those that the first map may say, and those that come later.
pub fn pack_parts(tag: &str) -> Option<[Vec<String>; 2]> {
    let mut first = language(tag)?.packed();
    let later = first.split_off(1 + Phrase::FIRST);
    Some([first, later])
}

/// One phrase by its name, for texts that are needed before any language is loaded.
pub fn phrase(tag: &str, name: &str) -> Option<String> {
    let (_, forms) = language(tag)?.phrases.into_iter().find(|phrase| phrase.0 == name)?;
    Some(forms.join("\t"))
}
