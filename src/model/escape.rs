//! What the Escape key closes: one thing, the innermost of what is open around the focus.

use super::menu::Menu;
use super::search::SearchAct;
use super::share::ShareAct;
use super::{Model, Msg, progress};

/// The part of the widget that the focus is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// The search and its list.
    Search,
    /// A set of choices and its button.
    Menu,
    /// The panel of what can be taken away.
    Share,
    /// The trend.
    Trend,
    /// The map.
    Map,
    /// A country's profile.
    Profile,
}

impl Within {
    /// All of them, from the inside out, with the class of their element.
    pub const CLASSES: [(Within, &'static str); 6] = [
        (Self::Search, ".search"),
        (Self::Menu, ".choice, .controls, .about"),
        (Self::Share, ".share"),
        (Self::Trend, ".trend"),
        (Self::Map, ".map"),
        (Self::Profile, ".profile"),
    ];
}

/// What Escape means with the focus there. `None` if nothing of the widget's is to be closed: the key is then the page's.
pub fn meaning(model: &Model, within: Option<Within>) -> Option<Msg> {
    let is_open = model.shown.as_ref().is_some_and(|shown| shown.query.country.is_some());
    let inner = match within {
        Some(Within::Search) if model.search.open => Some(Msg::Search(SearchAct::Close)),
        Some(Within::Search) if !searched(model).is_empty() => Some(Msg::Search(SearchAct::Clear)),
        // The search is one of the ways to choose whom to look at.
        Some(Within::Search) if model.menu == Some(Menu::Countries) => Some(Msg::Menu(Menu::Countries)),
        Some(Within::Menu) => model.menu.map(Msg::Menu),
        Some(Within::Share) => Some(Msg::Share(ShareAct::Close)),
        Some(Within::Trend) if model.progress.hearing => Some(Msg::Turn(progress::Turn::Hear)),
        _ => None,
    };
    // The tooltip may be about something that the pointer is on, wherever the focus is.
    let tooltip = || model.spot.map(|_| Msg::Leave);
    let profile = || (is_open && matches!(within, Some(Within::Map | Within::Profile))).then_some(Msg::Close);
    inner.or_else(tooltip).or_else(profile)
}

/// What stands in the field of the search.
fn searched(model: &Model) -> String {
    model.shown.as_ref().map(|shown| model.search.shown(shown)).unwrap_or_default()
}
