//! The letters to all members that a table lists because nothing is publicly known of them.

use super::Item;
use crate::message::Messages;
use crate::model::Shown;
use crate::model::share::Share;
use crate::model::take::{addressees, letter_name, letters_to, plain};
use crate::request::Letter;

/// The letters as files whose names sort by country.
pub fn items(shown: &Shown, messages: &Messages, share: &Share) -> Vec<Item> {
    let members = addressees(shown, messages).map_or_else(Vec::new, |to| to.members);
    let items = |member| {
        let code = Some(shown.code(member));
        let mut names: Vec<String> = Vec::new();
        let item = |Letter { tag, text, .. }| {
            let name = plain(&letter_name(code, &tag));
            // Two tags may differ in signs alone that names do not have.
            let more = names.iter().filter(|other| **other == name).count();
            names.push(name.clone());
            let number = if more > 0 { format!("-{}", more + 1) } else { String::new() };
            Item::text(&format!("{name}{number}.txt"), text + "\n")
        };
        letters_to(shown, messages, share, member).into_iter().map(item).collect::<Vec<_>>()
    };
    members.into_iter().flat_map(items).collect()
}
