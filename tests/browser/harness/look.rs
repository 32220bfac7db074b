//! What a page shows and says: pictures, the console, what axe finds wrong.

use std::path::{Path, PathBuf};

use super::browser;
use super::page::{Page, string};
use super::site;
use super::webdriver::Refused;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;

/// The rules of axe for WCAG 2.0, 2.1 and 2.2, A and AA, and its best practices; and those of them about colours.
const ALL: &str = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']";
const OF_COLOURS: &str = "['color-contrast', 'link-in-text-block']";

impl Page {
    /// All that the page, and those before it in this test, wrote to the console, like `SEVERE http://… text`.
    pub fn console(&self) -> Vec<String> {
        self.read_console();
        self.console.borrow().clone()
    }

    /// Keeps what the page has written, before another takes its place.
    pub(super) fn read_console(&self) {
        let lines: Vec<String> = match browser::chosen().log(&self.session()) {
            Some(log) => {
                let log = log.unwrap_or_else(|Refused(why)| panic!("the console: {why}"));
                let entries = log.as_array().expect("the log is a list").iter();
                entries
                    .map(|entry| format!("{} {}", string(&entry["level"]), string(&entry["message"])))
                    .collect()
            }
            None => {
                let lines = self.eval(site::TAKE_LINES);
                lines.as_array().expect("the log is a list").iter().map(string).collect()
            }
        };
        self.console.borrow_mut().extend(lines);
    }

    /// Saves a picture of the whole page, as long as it is, in the target directory.
    pub fn screenshot(&self, name: &str) -> PathBuf {
        let path = target().join("screenshots").join(name.replace("::", "-")).with_extension("png");
        self.picture(&path);
        path
    }

    /// Saves a picture of the whole page, as long as it is where the browser can, as a PNG file.
    pub fn picture(&self, path: &Path) {
        let picture = browser::chosen().picture(&self.session());
        let picture = picture.unwrap_or_else(|Refused(why)| panic!("a picture: {why}"));
        let picture = STANDARD.decode(string(&picture)).expect("a screenshot is base64");
        std::fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder can be made");
        std::fs::write(path, picture).expect("the folder can be written");
    }

    /// What axe finds wrong in the page, rule by rule; empty where it finds nothing.
    pub fn axe(&self) -> String {
        self.axe_by(&format!("runOnly: {ALL}"))
    }

    /// The same by those of its rules alone whose outcome depends on colours.
    pub fn axe_of_colours(&self) -> String {
        self.axe_by(&format!("runOnly: {{ type: 'rule', values: {OF_COLOURS} }}"))
    }

    /// The same by all other rules.
    pub fn axe_but_colours(&self) -> String {
        self.axe_by(&format!(
            "runOnly: {ALL}, rules: Object.fromEntries({OF_COLOURS}.map((rule) => [rule, {{ enabled: false }}]))"
        ))
    }

    fn axe_by(&self, rules: &str) -> String {
        // It is long, and a scene is often looked at more than once.
        if self.eval("!window.axe") == json!(true) {
            let default = || target().join("npm/node_modules/axe-core/axe.min.js");
            let path = std::env::var_os("AXE").map_or_else(default, PathBuf::from);
            let axe = std::fs::read_to_string(&path)
                .unwrap_or_else(|_| panic!("{} is missing: cargo xtask test installs it", path.display()));
            self.execute(&axe);
        }
        // What is right is not described: that takes as long as the rules do.
        string(&self.eval(&format!(
            "axe.run(document, {{ reporter: 'no-passes', resultTypes: ['violations'], {rules} }}).then(
                ({{ violations }}) => violations.map((rule) => `${{rule.id}}: ${{rule.help}}\n` + rule.nodes.map((node) =>
                    `  ${{node.target.flat().join(' > ')}}\n    ${{node.html}}\n    ${{[...node.any, ...node.all, ...node.none]
                        .map(({{ message }}) => message).join('; ')}}\n`).join('')
            ).join(''))"
        )))
    }

    /// Says what the page of a failed test was like. Nothing here may panic.
    pub(super) fn report(&self) {
        let name = std::thread::current().name().unwrap_or("test").to_string();
        let shown = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let picture = self.screenshot(&format!("failed-{name}"));
            eprintln!("{} is what the page was like; its console:", picture.display());
            self.console().iter().for_each(|line| eprintln!("  {line}"));
        }));
        if shown.is_err() {
            eprintln!("the page of {name} cannot be shown");
        }
    }
}

/// Cargo's target directory.
fn target() -> &'static Path {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("it is a folder of the target directory")
}
