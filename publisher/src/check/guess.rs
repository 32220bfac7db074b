//! What was probably meant: the nearest name, the country behind a name, the date in another form. Only suggestions; what can
//! be meant in one way alone is a fix.

mod countries;
mod dates;

pub use countries::Countries;
pub use dates::{Dates, dates};

/// A name that was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Near {
    /// The same but for case, space and signs.
    Same(String),
    /// With a typing error.
    Alike(String),
}

impl Near {
    pub fn name(&self) -> &str {
        let (Self::Same(name) | Self::Alike(name)) = self;
        name
    }
}

/// Letters and digits in lower case.
fn folded(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The one known name that is nearest to a wrong one, if it is near.
pub fn near<'a>(wrong: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<Near> {
    let plain = folded(wrong);
    if plain.is_empty() {
        return None;
    }
    let mut same = known.clone().filter(|name| folded(name) == plain);
    if let Some(name) = same.next() {
        return same.next().is_none().then(|| Near::Same(name.to_owned()));
    }
    let most = if plain.chars().count() < 5 { 1 } else { 2 };
    let distances = known.map(|name| (strsim::damerau_levenshtein(&plain, &folded(name)), name));
    let mut near: Vec<_> = distances.filter(|(distance, _)| *distance <= most).collect();
    near.sort_unstable();
    match near[..] {
        [(_, name)] => Some(Near::Alike(name.to_owned())),
        [(first, name), (second, _), ..] if first < second => Some(Near::Alike(name.to_owned())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_near_but_for_case_signs_and_a_typing_error() {
        let known = ["implemented", "partial", "not-applicable"];
        for (wrong, expected) in [
            ("Implemented", Some(Near::Same("implemented".to_owned()))),
            ("not applicable", Some(Near::Same("not-applicable".to_owned()))),
            ("parital", Some(Near::Alike("partial".to_owned()))),
            ("planned", None),
            ("", None),
        ] {
            assert_eq!(near(wrong, known.into_iter()), expected, "{wrong}");
        }
        assert_eq!(near("m3", ["m1", "m2"].into_iter()), None, "it may be either");
    }
}
