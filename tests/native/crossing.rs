//! Names that cross from Rust to style sheets and scripts are the same on both sides.

use crate::common;

use common::source::{script, scripts, sources};
use common::style::sheets;
use policy_explorer::model::chunk::Chunk;
use policy_explorer::model::share::Said;
use policy_explorer::model::{Entry, Failure, Reach};
use std::collections::BTreeSet;

/// The words of all texts in the sources and scripts: names of classes and values of attributes are among them.
fn written() -> BTreeSet<String> {
    let texts = sources().into_iter().flat_map(|source| source.texts).map(|literal| literal.text);
    let words = |text: String| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let scripts = scripts().concat();
    let quoted = scripts.split(['"', '`']).skip(1).step_by(2).map(str::to_owned);
    texts.chain(quoted).flat_map(words).collect()
}

/// The selectors of a style sheet.
fn selectors(css: &str) -> String {
    let css: String =
        css.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, rest)| rest)).collect();
    let before = css.split('{').map(|part| part.rsplit(['}', ';']).next().unwrap_or_default());
    before.collect::<Vec<_>>().join(" ")
}

/// The classes, and the values of `data-` attributes, in selectors.
fn styled(selectors: &str) -> BTreeSet<String> {
    let name = |text: &str| -> String {
        text.chars().take_while(|letter| letter.is_ascii_alphanumeric() || "-_".contains(*letter)).collect()
    };
    let classes = selectors.split('.').skip(1).map(name);
    let values = selectors.split("[data-").skip(1).filter_map(|rest| {
        let (attribute, _) = rest.split_once(']')?;
        Some(name(attribute.split_once("=\"")?.1))
    });
    classes.chain(values).filter(|name| name.starts_with(|first: char| first.is_ascii_alphabetic())).collect()
}

#[test]
fn what_is_styled_is_drawn() {
    let (written, mut found) = (written(), 0);
    for (sheet, css) in sheets() {
        for name in styled(&selectors(&css)) {
            assert!(written.contains(&name), "{sheet}.css styles {name}, which nothing draws");
            found += 1;
        }
    }
    assert!(found > 200, "{found} names: the style sheets are not read rightly");
}

#[test]
fn scripts_say_what_the_model_understands() {
    let scripts = scripts().concat();
    let reasons =
        ["offline", "silent", "refused", "elsewhere", "feed-too-large", "feed-not-json", "feed-integrity"];
    for word in reasons {
        assert!(scripts.contains(&format!("\"{word}\"")), "no script says {word}");
        assert_ne!(Failure::told(word), Failure::Unreachable(Reach::Network), "{word}");
    }
    for word in ["copied", "selected", "saved", "refused", "unpainted"] {
        assert!(scripts.contains(&format!("\"{word}\"")), "no script says {word}");
        assert_ne!(Said::named(word), Said::Missed, "{word}");
    }
    for chunk in ["options", "profile", "faults"] {
        assert!(scripts.contains(&format!("\"{chunk}\"")) && Chunk::named(chunk).is_some(), "{chunk}");
    }
}

#[test]
fn scripts_count_the_entries_of_history_as_the_model_does() {
    let steps = script("steps.js");
    for (name, entry) in [("NEW", Entry::New), ("BEFORE", Entry::Before)] {
        assert!(steps.contains(&format!("export const {name} = {};", entry as u32)), "{name}");
    }
}

#[test]
fn no_script_is_longer_than_can_be_seen_at_a_time() {
    for script in scripts() {
        let lines = script.lines().count();
        assert!(lines <= 200, "{lines} lines: {}", script.lines().next().unwrap_or_default());
    }
}
