//! What a page comes to in a later turn: a drawing that the browser lets other work go before, a live region, the address.
//! Each waits for the thing itself, and fails with what was there instead.

use std::time::Instant;

use serde_json::{Value, json};

use super::page::{PATIENCE, Page};

impl Page {
    /// Waits until an expression has this value, which is no object: the order of their names differs.
    pub fn becomes(&self, expression: &str, value: impl Into<Value>) {
        let value = value.into();
        self.wait(&format!(
            "(async () => {{
                const found = JSON.stringify((await ({expression})) ?? null);
                if (found !== JSON.stringify({value})) throw new Error(`it is ${{found}}, not {value}`);
                return true;
            }})()"
        ));
    }

    /// Waits until so many elements match.
    pub fn comes_to_count(&self, selector: &str, count: usize) {
        self.becomes(&format!("$$({}).length", json!(selector)), count);
    }

    /// Waits until these words are in the text of the first element that matches.
    pub fn comes_to_say(&self, selector: &str, words: &str) {
        let (selector, words) = (json!(selector), json!(words));
        self.wait(&format!(
            "(() => {{
                const said = $({selector}).innerText ?? $({selector}).textContent;
                if (!said.includes({words})) throw new Error(`it says ${{said}}`);
                return true;
            }})()"
        ));
    }

    /// Waits until an attribute of the first element that matches has this value.
    pub fn comes_to_have(&self, selector: &str, name: &str, value: &str) {
        self.becomes(&format!("$({}).getAttribute({})", json!(selector), json!(name)), value);
    }

    /// Waits until the console has a line with these words in it, and returns that.
    pub fn comes_to_log(&self, words: &str) -> String {
        let start = Instant::now();
        loop {
            let lines = self.console();
            if let Some(line) = lines.iter().find(|line| line.contains(words)) {
                return line.clone();
            }
            assert!(start.elapsed() < PATIENCE, "no line has {words}: {lines:?}");
            self.rest();
        }
    }
}
