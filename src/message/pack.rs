//! Packs each language into the small text file that the widget loads.

use super::phrase::Phrases;
use super::plural::Forms;
use super::{en, fr};

/// The languages that the widget speaks, by BCP 47 tag; the first stands in for all others.
pub const LANGUAGES: &[&str] = &["en", "fr"];

/// The packed phrases of a language of `LANGUAGES`; see `Messages::unpack` for the format.
pub fn pack(tag: &str) -> Option<String> {
    match tag {
        "en" => Some(packed(tag, &en::PHRASES)),
        "fr" => Some(packed(tag, &fr::PHRASES)),
        _ => None,
    }
}

/// One phrase by its name, for texts that are needed before any language is loaded.
pub fn phrase(tag: &str, name: &str) -> Option<String> {
    let at = en::PHRASES.lines().iter().position(|line| line.0 == name)?;
    pack(tag)?.lines().nth(at + 1).map(str::to_owned)
}

fn packed<P: Forms>(tag: &str, phrases: &Phrases<P>) -> String {
    let categories: Vec<_> = P::CATEGORIES.iter().map(|category| category.name()).collect();
    let mut packed = format!("{tag} {}\n", categories.join(" "));
    for (_, forms) in phrases.lines() {
        packed.push_str(&forms.join("\t"));
        packed.push('\n');
    }
    packed
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn placeholders(form: &str) -> BTreeSet<String> {
        form.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0.to_owned())).collect()
    }

    fn check<P: Forms>(tag: &str, phrases: &Phrases<P>) {
        let english = en::PHRASES.lines();
        for ((name, forms), (_, model)) in phrases.lines().into_iter().zip(english) {
            let expected = placeholders(model.last().expect("a form"));
            for form in &forms {
                assert!(!form.trim().is_empty(), "{tag} {name} is empty");
                assert!(!form.contains(['\n', '\t']), "{tag} {name} would break the file");
                let mut found = placeholders(form);
                // A singular may write the number out.
                found.extend(expected.get("count").cloned());
                assert_eq!(found, expected, "{tag} {name}: {form}");
            }
        }
    }

    #[test]
    fn every_language_fills_the_same_placeholders() {
        check("en", &en::PHRASES);
        check("fr", &fr::PHRASES);
    }
}
