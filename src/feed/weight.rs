//! Whether a browser can read a large document at all. `JSON.parse` takes time and memory for every value, object and
//! name, and a file of a few megabytes may have so many of them that the page stands still.

use super::FeedError;
use std::collections::HashSet;

/// Most values. The reader of feeds asks for each by itself, which takes a microsecond or two.
const VALUES: usize = 1_500_000;
/// Most objects and lists. A record with a source has three.
const CONTAINERS: usize = 600_000;
/// Most different names of fields. The format has about a hundred, and every language is one more.
const NAMES: usize = 10_000;
/// Deepest nesting: serde_json's, so that `check` and the widget read the same. The format has eight levels.
const LEVELS: usize = 127;

/// Looks for too much in a JSON document; what is malformed is not looked for.
///
/// # Errors
/// `FeedError::TooMany`, with what there is too much of and how much was found so far.
pub fn weigh(json: &[u8]) -> Result<(), FeedError> {
    let (mut values, mut containers, mut level) = (1, 0, 0_usize);
    let mut names = HashSet::new();
    let mut at = 0;
    while let Some(byte) = json.get(at) {
        match byte {
            b'"' => {
                let start = at + 1;
                at = string_end(json, start).unwrap_or(json.len());
                if is_name(json, at + 1) && names.insert(&json[start..at]) {
                    within("names", NAMES, names.len())?;
                }
            }
            b'{' | b'[' => {
                containers += 1;
                level += 1;
                within("levels", LEVELS, level)?;
                within("{} []", CONTAINERS, containers)?;
            }
            b'}' | b']' => level = level.saturating_sub(1),
            b',' => {
                values += 1;
                within("values", VALUES, values)?;
            }
            _ => {}
        }
        at += 1;
    }
    Ok(())
}

fn within(list: &'static str, limit: usize, found: usize) -> Result<(), FeedError> {
    if found > limit { Err(FeedError::TooMany { list, limit, found }) } else { Ok(()) }
}

/// Whether a string is a field's name, by what stands behind it.
fn is_name(json: &[u8], end: usize) -> bool {
    let behind = json.get(end..).unwrap_or_default();
    behind.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b':')
}

/// Where a string of JSON ends that has begun before `at`.
pub(super) fn string_end(json: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match json.get(at)? {
            b'"' => return Some(at),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_much_is_named() {
        let many = |item: &str, number: usize| format!("[{}0]", item.repeat(number));
        let names: String = (0..NAMES).map(|at| format!(r#""{at}" : [],"#)).collect();
        for (json, expected) in [
            (many("0,", VALUES - 1), None),
            (many("0,", VALUES), Some(("values", VALUES))),
            (many("[]", CONTAINERS), Some(("{} []", CONTAINERS))),
            (format!("{{{names}}}"), None),
            (format!(r#"{{"more": {{{names}}}}}"#), Some(("names", NAMES))),
            (many(r#"{"a": "\",[{", "b": "a"},"#, NAMES), None),
            ("[".repeat(LEVELS), None),
            ("{[".repeat(LEVELS), Some(("levels", LEVELS))),
            (r#"{"cut": "off"#.to_owned(), None),
        ] {
            let found = weigh(json.as_bytes()).err();
            let expected = expected.map(|(list, limit)| FeedError::TooMany { list, limit, found: limit + 1 });
            assert_eq!(found, expected, "{}", &json[..json.len().min(40)]);
        }
    }
}
