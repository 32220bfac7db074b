//! The choices that stand behind a button. Where there is room, the style sheet shows some of them without it.

use super::chunk::Chunk;
use super::field::Field;
use super::{Effect, Model, Target};

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
    fn of(field: Field) -> Option<Self> {
        match field {
            Field::View => Some(Self::View),
            Field::Measure => Some(Self::Measure),
            _ => None,
        }
    }

    /// Whether what it holds is code that comes later.
    fn is_later(self) -> bool {
        matches!(self, Self::Countries | Self::More | Self::About)
    }
}

/// The reader opens a set of choices, or closes it where it is open.
pub fn press(model: &mut Model, menu: Menu) -> Vec<Effect> {
    if model.menu == Some(menu) {
        return close(model);
    }
    model.menu = Some(menu);
    model.chunks.forgive();
    let asks = menu.is_later() && model.chunks.ask(Chunk::Options);
    asks.then_some(Effect::Fetch(Chunk::Options)).into_iter().collect()
}

/// Closes what is open; its button has the focus then.
pub fn close(model: &mut Model) -> Vec<Effect> {
    let open = model.menu.take();
    open.map(|menu| Effect::Focus(Target::Menu(menu))).into_iter().collect()
}

/// A value of a field was chosen.
pub fn chosen(model: &mut Model, field: Field) -> Vec<Effect> {
    let is_done = Menu::of(field).is_some_and(|menu| model.menu == Some(menu));
    if is_done { close(model) } else { Vec::new() }
}
