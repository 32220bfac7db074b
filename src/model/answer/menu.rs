//! Opens and closes the sets of choices.

use crate::model::chunk::Chunk;
use crate::model::field::Field;
use crate::model::menu::Menu;
use crate::model::{Effect, Model, Target};

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
fn close(model: &mut Model) -> Vec<Effect> {
    let open = model.menu.take();
    open.map(|menu| Effect::Focus(Target::Menu(menu))).into_iter().collect()
}

/// A value of a field was chosen.
pub fn chosen(model: &mut Model, field: Field) -> Vec<Effect> {
    let is_done = Menu::of(field).is_some_and(|menu| model.menu == Some(menu));
    if is_done { close(model) } else { Vec::new() }
}
