//! The changes for people.

use super::Changes;
use super::entry::Kind;
use policy_explorer::message::Phrase;
use policy_explorer::page::messages;

pub fn write(changes: &Changes) -> String {
    let messages = messages(changes.lang()).expect("it was a language before");
    let mut out: String = changes.head.demo.iter().map(|demo| format!("{demo}\n\n")).collect();
    for (kind, heading) in [(Kind::World, Phrase::changes_world), (Kind::Correction, Phrase::changes_feed)] {
        let count = changes.of(kind).count();
        if count == 0 {
            continue;
        }
        out.push_str(&format!("{} ({count})\n", messages.say(heading)));
        for entry in changes.of(kind) {
            let said = &entry.said[0];
            out.push_str(&format!("  {}\n    {}\n", said.title, said.text));
        }
        out.push('\n');
    }
    if changes.entries.is_empty() { out + "nothing has changed\n" } else { out }
}
