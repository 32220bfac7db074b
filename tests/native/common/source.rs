//! The sources as far as rules about them need it: code without comments and texts, and the texts apart.

use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A source file.
pub struct Source {
    /// Its path from `src`, with `/`.
    pub path: String,
    /// The code, with comments and the inside of texts left out, up to its unit tests.
    pub code: String,
    /// The texts, up to its unit tests.
    pub texts: Vec<Literal>,
}

/// A text in the code.
pub struct Literal {
    /// What stands before it, without spaces.
    pub before: String,
    /// What is written between the quotes, escapes as they are.
    pub text: String,
}

impl Source {
    fn read(file: &Path) -> Self {
        let path = file.strip_prefix(format!("{ROOT}/src")).expect("it is below src");
        let text = fs::read_to_string(file).expect("a source is text");
        let mut source = Self {
            path: path.to_str().expect("an ASCII name").replace('\\', "/"),
            code: String::new(),
            texts: Vec::new(),
        };
        source.scan(text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default());
        source
    }

    /// The module that the file is or belongs to, from the crate down.
    pub fn module(&self) -> Vec<&str> {
        let mut module: Vec<&str> = self.path.trim_end_matches(".rs").split('/').collect();
        if module.last() == Some(&"mod") {
            module.pop();
        }
        module
    }

    fn scan(&mut self, mut rest: &str) {
        while let Some(letter) = rest.chars().next() {
            rest = if rest.starts_with("//") {
                &rest[rest.find('\n').unwrap_or(rest.len())..]
            } else if rest.starts_with("/*") {
                rest.split_once("*/").expect("the comment ends").1
            } else if let Some(inside) = rest.strip_prefix('"') {
                self.literal(inside, "\"")
            } else if let Some(raw) = rest.strip_prefix("r#\"") {
                self.literal(raw, "\"#")
            } else if let Some(length) = character(rest) {
                self.code.push_str("' '");
                &rest[length..]
            } else {
                self.code.push(letter);
                &rest[letter.len_utf8()..]
            };
        }
    }

    /// Takes a text whose opening quote was read.
    fn literal<'a>(&mut self, rest: &'a str, end: &str) -> &'a str {
        let escapes = end.len() == 1;
        let mut at = 0;
        while !rest[at..].starts_with(end) {
            let letter = rest[at..].chars().next().expect("the text ends");
            at += letter.len_utf8();
            if escapes && letter == '\\' {
                at += rest[at..].chars().next().map_or(0, char::len_utf8);
            }
        }
        let before: String = self.code.chars().filter(|letter| !letter.is_whitespace()).collect();
        let start = before.char_indices().rev().nth(30).map_or(0, |(start, _)| start);
        self.texts.push(Literal { before: before[start..].to_owned(), text: rest[..at].to_owned() });
        self.code.push_str("\"\"");
        &rest[at + end.len()..]
    }
}

/// The length of a character literal; lifetimes are none.
fn character(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('\'')?;
    let first = inside.chars().next()?;
    let length = if first == '\\' {
        let escaped = 1 + inside[1..].chars().next()?.len_utf8();
        escaped + inside[escaped..].find('\'')?
    } else {
        first.len_utf8()
    };
    inside[length..].starts_with('\'').then_some(length + 2)
}

/// All Rust sources below `src`, in order.
pub fn sources() -> Vec<Source> {
    let mut files = Vec::new();
    collect(Path::new(&format!("{ROOT}/src")), &mut files);
    files.sort();
    files.iter().map(|file| Source::read(file)).collect()
}

/// The manifest of the package.
pub fn manifest() -> String {
    fs::read_to_string(format!("{ROOT}/Cargo.toml")).expect("the manifest is there")
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be read").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// A script of the element.
pub fn script(name: &str) -> String {
    let path = format!("{ROOT}/src/element/js/{name}");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// All scripts of the element.
pub fn scripts() -> Vec<String> {
    let folder = fs::read_dir(format!("{ROOT}/src/element/js")).expect("the folder is there");
    let names = folder.filter_map(|entry| entry.expect("it can be read").file_name().into_string().ok());
    names.filter(|name| name.ends_with(".js")).map(|name| script(&name)).collect()
}
