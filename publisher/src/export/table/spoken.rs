//! Texts in several languages as columns: a column a language, such as `note.fr`. A text of no stated language stands in
//! the column without one, or under `und`, as BCP 47 calls it, if that column is for readers.

use super::Cell;
use policy_explorer::feed::text::Text;

/// The languages of a field’s texts, in the order in which they are met.
pub struct Spoken {
    field: &'static str,
    languages: Vec<String>,
}

impl Spoken {
    /// The columns beside one that has the text in the reader’s language, and those of no stated language.
    pub fn new<'a>(field: &'static str, texts: impl Iterator<Item = &'a Text>) -> Self {
        let mut spoken = Self::whole(field, texts);
        spoken.languages.retain(|language| !language.is_empty());
        spoken
    }

    /// The columns of a field that has no other.
    pub fn whole<'a>(field: &'static str, texts: impl Iterator<Item = &'a Text>) -> Self {
        let mut languages: Vec<String> = Vec::new();
        for spoken in texts.flat_map(Text::all) {
            if !languages.iter().any(|known| known == spoken.lang) {
                languages.push(spoken.lang.to_owned());
            }
        }
        Self { field, languages }
    }

    /// The heads of the columns.
    pub fn heads(&self) -> impl Iterator<Item = String> {
        let tag = |language: &String| if language.is_empty() { "und" } else { language }.to_owned();
        self.languages.iter().map(move |language| format!("{}.{}", self.field, tag(language)))
    }

    /// The cells of a text.
    pub fn cells(&self, text: Option<&Text>) -> impl Iterator<Item = Cell> {
        self.languages.iter().map(move |language| {
            let spoken = text.into_iter().flat_map(Text::all).find(|spoken| spoken.lang == language);
            Cell::Text(spoken.map(|spoken| spoken.text.to_owned()).unwrap_or_default())
        })
    }
}
