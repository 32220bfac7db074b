//! What the reader types to find a country, and what comes of it. In the table the text narrows the rows and is
//! the field `find`; elsewhere it opens a list to choose from. Who is found is worked out where it is drawn.

use super::Shown;
use super::query::ViewKind;
use crate::country::Code;

/// The text and the list below it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Search {
    /// What was typed, as it was typed.
    pub text: String,
    /// Whether the list is open.
    pub open: bool,
    /// The country in the list that the arrow keys have come to.
    pub active: Option<Code>,
}

/// What the reader does with the search.
#[derive(Clone, Debug)]
pub enum SearchAct {
    /// Comes to it.
    Focus,
    /// Types; this is the whole text now.
    Type(String),
    /// Goes to a country in the list, or back to the text.
    Go(Option<Code>),
    /// Puts the list away.
    Close,
    /// Takes the text away.
    Clear,
    /// Chooses a country.
    Choose(Code),
}

impl Search {
    /// What the search shows as its text: in the table what the rows are narrowed to, with the spaces at its
    /// end that the reader has just typed.
    pub fn shown(&self, shown: &Shown) -> String {
        let find = &shown.query.find;
        let own = shown.query.view != ViewKind::Table || self.text.trim() == find;
        if own { self.text.clone() } else { find.clone() }
    }
}
