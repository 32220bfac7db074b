//! The choices that stand behind a button. Where there is room, the style sheet shows some of them without it.

use super::field::Field;

/// A set of choices. One is open at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    /// How to look at the data.
    View,
    /// What is asked.
    Measure,
    /// Whom to look at.
    Countries,
    /// What is wanted more rarely.
    More,
    /// What is asked, and what counts.
    About,
}

impl Menu {
    /// The name that the page knows it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::View => "view",
            Self::Measure => "measure",
            Self::Countries => "countries",
            Self::More => "more",
            Self::About => "about",
        }
    }

    /// The set that chooses the value of a field, and is done with when one is chosen.
    pub fn of(field: Field) -> Option<Self> {
        match field {
            Field::View => Some(Self::View),
            Field::Measure => Some(Self::Measure),
            _ => None,
        }
    }

    /// Whether what it holds is code that comes later.
    pub fn is_later(self) -> bool {
        matches!(self, Self::Countries | Self::More | Self::About)
    }
}
