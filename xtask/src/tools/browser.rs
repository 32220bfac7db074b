//! The browsers that the tests run in, with their drivers. A browser is found, or installed; the variables by which a
//! person may name its programs are those by which the tests find them.

use std::path::PathBuf;

use anyhow::{Result, bail};

mod chromium;
mod firefox;
mod webkit;

/// A browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
    WebKit,
}

/// Where a browser's programs are, by the variable that names each.
pub type Programs = Vec<(&'static str, PathBuf)>;

impl Browser {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The browser that is called so on the command line and in `BROWSER`.
    pub fn named(id: &str) -> Result<Self> {
        match Self::ALL.into_iter().find(|browser| browser.id() == id) {
            Some(browser) => Ok(browser),
            None => bail!("no browser is called {id}: {}", Self::ALL.map(Self::id).join(", ")),
        }
    }

    pub fn id(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// As a reader knows it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        }
    }

    /// Why it cannot be had on this system at all.
    pub fn lacking(self) -> Option<&'static str> {
        let is_mac = cfg!(target_os = "macos");
        (self == Self::WebKit && is_mac).then_some(
            "WebKitGTK is not made for macOS, and Safari's own driver runs one page at a time, in a window of its own",
        )
    }

    /// Makes sure of it.
    pub fn ensure(self) -> Result<Programs> {
        match self {
            Self::Chromium => chromium::ensure(),
            Self::Firefox => firefox::ensure(),
            Self::WebKit => webkit::ensure(),
        }
    }
}
