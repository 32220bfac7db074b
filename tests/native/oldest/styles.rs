//! What the stylesheets use.

use super::Used;
use super::compatibility::Data;

/// Reads all stylesheets.
pub fn read(data: &Data, used: &mut Used) {
    for file in std::fs::read_dir("styles").expect("there are stylesheets") {
        let path = file.expect("it is listed").path();
        let text = std::fs::read_to_string(&path).expect("a stylesheet is text");
        let mut sheet = Sheet { data, used, place: path.display().to_string() };
        sheet.block(&without(&without(&text, "/*", "*/"), "\"", "\""));
    }
}

/// The text without what stands between these marks.
fn without(text: &str, from: &str, to: &str) -> String {
    let mut rest = text;
    let mut kept = String::new();
    while let Some((before, inside)) = rest.split_once(from) {
        kept += before;
        rest = inside.split_once(to).unwrap_or_else(|| panic!("{from} has no end")).1;
    }
    kept + rest
}

struct Sheet<'a> {
    data: &'a Data,
    used: &'a mut Used,
    place: String,
}

impl Sheet<'_> {
    /// Reads declarations, and rules with their blocks.
    fn block(&mut self, text: &str) {
        let (mut start, mut depth, mut open) = (0, 0, 0);
        for (at, character) in text.char_indices() {
            match character {
                '{' => {
                    if depth == 0 {
                        open = at;
                    }
                    depth += 1;
                }
                '}' => {
                    depth -= 1;
                    if depth == 0 {
                        self.rule(text[start..open].trim(), &text[open + 1..at]);
                        start = at + 1;
                    }
                }
                ';' if depth == 0 => {
                    self.declaration(text[start..at].trim());
                    start = at + 1;
                }
                _ => {}
            }
        }
        self.declaration(text[start..].trim());
    }

    fn rule(&mut self, head: &str, body: &str) {
        if let Some(rule) = head.strip_prefix('@') {
            let (name, condition) = rule.split_once(' ').unwrap_or((rule, ""));
            self.take(&format!("css.at-rules.{name}"));
            if name == "media" {
                self.media(condition);
            }
        } else {
            self.selector(head);
        }
        self.block(body);
    }

    fn media(&mut self, condition: &str) {
        for feature in condition.split('(').skip(1) {
            let name = feature.split([':', ')', ' ']).next().unwrap_or_default();
            let name = name.trim_start_matches("min-").trim_start_matches("max-");
            self.take(&format!("css.at-rules.media.{name}"));
        }
        if condition.contains(['<', '>']) {
            self.take("css.at-rules.media.range_syntax");
        }
    }

    fn selector(&mut self, selector: &str) {
        for pseudo in selector.split(':').skip(1).filter(|pseudo| !pseudo.is_empty()) {
            let name = word(pseudo);
            // What browsers add of their own has another name in each.
            self.take(&format!("css.selectors.{name}"));
        }
        if selector.contains('&') {
            self.take("css.selectors.nesting");
        }
    }

    fn declaration(&mut self, declaration: &str) {
        if declaration.is_empty() || declaration.starts_with('@') {
            return;
        }
        let (property, value) = declaration.split_once(':').unwrap_or_else(|| panic!("{declaration}"));
        let property = property.trim();
        if !property.starts_with("--") {
            self.take(&format!("css.properties.{property}"));
        }
        let is_part = |character: char| character.is_ascii_alphanumeric() || "-_.%".contains(character);
        for piece in value.split_inclusive(|character| !is_part(character)) {
            let word = piece.trim_end_matches(|character| !is_part(character));
            let is_function = piece.ends_with('(');
            self.value(property, word, is_function);
        }
    }

    /// A word, a function or a number with its unit.
    fn value(&mut self, property: &str, word: &str, is_function: bool) {
        let unit =
            word.trim_start_matches(|character: char| character.is_ascii_digit() || "-.".contains(character));
        if word.is_empty() || word.starts_with("--") || unit.is_empty() {
            return;
        }
        let own = format!("css.properties.{property}.{word}");
        if self.data.has(&own) {
            self.take(&own);
        } else if is_function || unit != word {
            let name = if is_function { word } else { unit };
            let key = self.data.value(name).cloned();
            match key {
                Some(key) => self.take(&key),
                None if is_function => panic!("{}: the data know no {word}()", self.place),
                None => {}
            }
        }
    }

    fn take(&mut self, key: &str) {
        assert!(self.data.has(key), "{}: the data know no {key}", self.place);
        self.used.insert(key.to_owned(), self.place.clone());
    }
}

fn word(text: &str) -> &str {
    let end = text.find(|character: char| !character.is_ascii_alphanumeric() && character != '-');
    &text[..end.unwrap_or(text.len())]
}
