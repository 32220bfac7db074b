//! Which browser tests there are, and which of them run in each browser: those whose first line is `each_engine("…")`. Any
//! other runs in Chromium alone. Read from the sources, where the mark stands.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::place;

/// The names of the browser tests, as cargo's test program has them, like `camera::two_clicks`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Marks {
    all: Vec<String>,
    each: Vec<String>,
}

impl Marks {
    /// Reads all files of the browser tests.
    pub fn read() -> Result<Self> {
        let mut marks = Self::default();
        marks.read_folder(&place::root().join("tests/browser"), "")?;
        ensure!(!marks.each.is_empty(), "no browser test says each_engine first");
        Ok(marks)
    }

    /// Those for each browser that a filter lets through, and how many others it does.
    pub fn for_each(&self, filter: &[String]) -> (Vec<&str>, usize) {
        let chosen =
            |name: &&String| filter.is_empty() || filter.iter().any(|word| name.contains(word.as_str()));
        let each: Vec<&str> = self.each.iter().filter(chosen).map(String::as_str).collect();
        let others = self.all.iter().filter(chosen).count() - each.len();
        (each, others)
    }

    fn read_folder(&mut self, folder: &Path, module: &str) -> Result<()> {
        let mut entries: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for path in entries.iter().map(fs::DirEntry::path) {
            let stem = path.file_stem().and_then(|stem| stem.to_str()).context("a name is Unicode")?;
            let inner =
                if matches!(stem, "main" | "mod") { module.to_owned() } else { format!("{module}{stem}::") };
            if path.is_dir() {
                self.read_folder(&path, &inner)?;
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
                self.read_file(&text, &inner).with_context(|| path.display().to_string())?;
            }
        }
        Ok(())
    }

    fn read_file(&mut self, text: &str, module: &str) -> Result<()> {
        const MARK: &str = "each_engine(\"";
        let before = self.each.len();
        for test in text.split("\n#[test]\n").skip(1) {
            let mut lines = test.lines().map(str::trim_start).filter(|line| !line.starts_with("#["));
            let name = lines.next().and_then(|line| line.strip_prefix("fn ")?.split('(').next());
            let name = format!("{module}{}", name.context("a test is a function")?);
            if lines.next().is_some_and(|line| line.starts_with(MARK)) {
                self.each.push(name.clone());
            }
            self.all.push(name);
        }
        let calls = text.lines().filter(|line| line.trim_start().starts_with(MARK)).count();
        ensure!(calls == self.each.len() - before, "{MARK}…\") stands elsewhere than first in a test");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Marks> {
        let mut marks = Marks::default();
        marks.read_file(text, "a::").map(|()| marks)
    }

    #[test]
    fn tests_are_for_each_browser_where_they_say_so_first() {
        let text = "use x;\n\n#[test]\nfn one() {\n    each_engine(\"focus\");\n}\n\n#[test]\nfn two() {\n    one();\n}\n";
        let marks = read(text).expect("it is well formed");
        assert_eq!(marks.for_each(&[]), (vec!["a::one"], 1));
        assert_eq!(marks.for_each(&["tw".to_owned()]), (vec![], 1));
        assert_eq!(marks.for_each(&["a::".to_owned(), "o".to_owned()]), (vec!["a::one"], 1));
    }

    #[test]
    fn a_mark_that_would_not_be_seen_is_refused() {
        assert!(read("\n#[test]\nfn one() {\n    open();\n    each_engine(\"focus\");\n}\n").is_err());
        assert!(read("fn help() {\n    each_engine(\"focus\");\n}\n").is_err());
    }

    #[test]
    fn the_browser_tests_are_read() {
        let marks = Marks::read().expect("they can be read");
        let (each, others) = marks.for_each(&[]);
        assert!(each.contains(&"pointer::hovering_names_the_country_first") && others > 0);
    }
}
