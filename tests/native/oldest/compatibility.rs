//! MDN's browser compatibility data, as the npm package `@mdn/browser-compat-data` has them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};

use policy_explorer::date::Date;
use policy_explorer::message::Locale;
use policy_explorer::message::icu::Icu;
use serde_json::Value;

/// The data, with an index of members by name.
pub struct Data {
    root: Value,
    members: BTreeMap<String, Vec<String>>,
    types: BTreeMap<String, String>,
}

/// A browser's version, like 17.5, without zeros at its end, which say nothing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(Vec<u32>);

impl Version {
    pub fn read(text: &str) -> Self {
        let number = |part: &str| part.parse().unwrap_or_else(|_| panic!("{text} is no version"));
        let mut parts: Vec<u32> = text.trim_start_matches('≤').split('.').map(number).collect();
        while parts.last() == Some(&0) {
            parts.pop();
        }
        Self(parts)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.iter().map(u32::to_string).collect::<Vec<_>>().join("."))
    }
}

impl Data {
    /// Where `BCD` says, or where `cargo xtask test` installs them.
    pub fn read() -> Option<Self> {
        let installed = || {
            let target =
                Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("it is in the target directory");
            target.join("npm/node_modules/@mdn/browser-compat-data/data.json")
        };
        let path = std::env::var_os("BCD").map_or_else(installed, PathBuf::from);
        let text = std::fs::read_to_string(path).ok()?;
        let root: Value = serde_json::from_str(&text).expect("the data are JSON");
        let mut data = Self { root, members: BTreeMap::new(), types: BTreeMap::new() };
        data.index();
        Some(data)
    }

    fn index(&mut self) {
        let mut keys = BTreeSet::new();
        for part in ["api", "javascript.builtins", "css.types"] {
            collect(self.node(part).expect("the data have this part"), part, &mut keys);
        }
        for key in keys {
            let name =
                key.rsplit('.').next().expect("a key has a name").trim_end_matches("_static").to_owned();
            if key.starts_with("css.types.") {
                self.types.entry(name).or_insert(key);
            } else {
                self.members.entry(name).or_default().push(key);
            }
        }
    }

    /// The part of the data with this key.
    fn node(&self, key: &str) -> Option<&Value> {
        key.split('.').try_fold(&self.root, |node, name| node.get(name))
    }

    /// Whether this key tells of a feature.
    pub fn has(&self, key: &str) -> bool {
        self.node(key).is_some_and(|node| node.get("__compat").is_some())
    }

    /// The keys of all members of interfaces and built-in objects that are called so.
    pub fn members(&self, name: &str) -> &[String] {
        self.members.get(name).map_or(&[], Vec::as_slice)
    }

    /// The key of a function or a unit of CSS's values.
    pub fn value(&self, name: &str) -> Option<&String> {
        self.types.get(name)
    }

    /// Since when a browser has a feature, wholly, without being asked for it specially; with a prefix only where that
    /// counts.
    pub fn since(&self, key: &str, browser: &str, with_prefix: bool) -> Option<Version> {
        let support = &self.node(key)?["__compat"]["support"][browser];
        let statements = support.as_array().map_or_else(|| vec![support], |all| all.iter().collect());
        let whole = statements.into_iter().filter(|statement| {
            let says = |name: &str| statement.get(name).is_some();
            !["flags", "version_removed", "partial_implementation", "alternative_name"].into_iter().any(says)
                && (with_prefix || !says("prefix"))
        });
        let versions = whole.filter_map(|statement| statement["version_added"].as_str());
        versions.filter(|version| *version != "preview").map(Version::read).min()
    }

    /// The month in which a version came out, like `December 2023`.
    pub fn released(&self, browser: &str, version: &str) -> String {
        let date = self.root["browsers"][browser]["releases"][version]["release_date"].as_str();
        let date = date.unwrap_or_else(|| panic!("{browser} {version} never came out"));
        let month = Date::parse(&date[..7]).expect("a date has a month");
        Icu::new("en").expect("the widget speaks it").date(month)
    }
}

fn collect(node: &Value, key: &str, keys: &mut BTreeSet<String>) {
    for (name, inner) in node.as_object().into_iter().flatten().filter(|(name, _)| *name != "__compat") {
        let key = format!("{key}.{name}");
        if inner.get("__compat").is_some() {
            keys.insert(key.clone());
        }
        collect(inner, &key, keys);
    }
}
