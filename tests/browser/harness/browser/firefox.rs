//! Firefox by geckodriver. What WebDriver has no command for is set in the browser's own code, as its developer
//! tools do it.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{Browser, Driver, Manner, nowhere, program, settle};
use crate::harness::ability::Ability;
use crate::harness::webdriver::{Refused, Session};

pub struct Firefox;

/// The window is larger than any page of the tests.
const ARGUMENTS: [&str; 5] = ["-headless", "-width", "2600", "-height", "1800"];

/// The media features that a page's browsing context can be told, by its property's name.
const MEDIA: [(&str, &str); 3] = [
    ("prefers-color-scheme", "prefersColorSchemeOverride"),
    ("prefers-reduced-motion", "prefersReducedMotionOverride"),
    ("forced-colors", "forcedColorsOverride"),
];

/// This one follows from the colours that the reader has chosen for pages.
const CONTRAST: &str = "prefers-contrast";

/// A finger: neither fine nor able to hover.
const COARSE: u8 = 1;

impl Browser for Firefox {
    fn name(&self) -> &'static str {
        "Firefox"
    }

    fn driver(&self, _folder: &Path, _manner: Manner) -> Driver {
        Driver {
            words: vec![program("GECKODRIVER", "geckodriver").into(), "--allow-system-access".into()],
            environment: Vec::new(),
            remedy: "cargo install geckodriver --locked, or set GECKODRIVER",
        }
    }

    fn capabilities(&self, _manner: Manner) -> Value {
        let preferences = json!({
            "intl.accept_languages": "en-GB, en",
            // Without a settings server nothing is asked at the start.
            "services.settings.server": "data:,",
            "app.normandy.enabled": false,
        });
        let mut options = json!({"args": ARGUMENTS, "prefs": preferences});
        if let Some(firefox) = std::env::var_os("FIREFOX").map(PathBuf::from) {
            options["binary"] = json!(firefox);
        }
        json!({"moz:firefoxOptions": options, "proxy": nowhere()})
    }

    fn resize(&self, session: &Session, width: u32, height: u32) -> Result<(), Refused> {
        inside(
            session,
            "const { style } = gBrowser.selectedBrowser;
             for (const [name, value] of Object.entries(arguments[0])) style.setProperty(name, value, 'important');",
            &json!({"width": format!("{width}px"), "height": format!("{height}px"), "min-width": "0", "min-height": "0",
                "flex": "none", "margin": "0"}),
        )?;
        settle(session, width, height)
    }

    fn density(&self, session: &Session, _size: (u32, u32), ratio: u32) -> Result<(), Refused> {
        overrides(session, &json!([["overrideDPPX", ratio]]))
    }

    fn media(&self, session: &Session, features: &[(&str, &str)]) -> Result<Option<Manner>, Refused> {
        let known = |name: &str| name == CONTRAST || MEDIA.iter().any(|media| media.0 == name);
        if let Some((name, _)) = features.iter().find(|(name, _)| !known(name)) {
            return Err(Refused(format!("{name} cannot be set")));
        }
        let value = |name: &str| {
            features.iter().find(|feature| feature.0 == name).map_or("none", |feature| feature.1)
        };
        let set = MEDIA.map(|(name, property)| json!([property, value(name)]));
        overrides(session, &json!(set))?;
        contrast(session, value(CONTRAST))?;
        Ok(None)
    }

    fn paper(&self, session: &Session) -> Result<(), Refused> {
        overrides(session, &json!([["mediumOverride", "print"]]))
    }

    fn touch_screen(&self, session: &Session) -> Result<(), Refused> {
        overrides(session, &json!([["touchEventsOverride", "enabled"]]))?;
        pointers(session, &json!(COARSE))
    }

    fn picture(&self, session: &Session) -> Result<Value, Refused> {
        session.get("moz/screenshot/full")
    }

    fn reset(&self, session: &Session) -> Result<(), Refused> {
        self.media(session, &[])?;
        let none = json!([["mediumOverride", ""], ["touchEventsOverride", "none"], ["overrideDPPX", 0]]);
        overrides(session, &none)?;
        pointers(session, &Value::Null)
    }

    fn lacks(&self, ability: Ability) -> Option<&'static str> {
        match ability {
            Ability::Panning => Some("the touches of its driver scroll nothing"),
            Ability::Tree => {
                Some("its driver tells no more of the accessibility tree than an element's role and name")
            }
            _ => None,
        }
    }
}

/// Sets properties of the page's browsing context.
fn overrides(session: &Session, properties: &Value) -> Result<(), Refused> {
    const SET: &str = "const { browsingContext } = gBrowser.selectedBrowser;
        for (const [name, value] of arguments[0]) browsingContext[name] = value;";
    inside(session, SET, properties)
}

/// Sets how exact the pointers are that `(pointer)` and `(any-pointer)` tell of; those of the machine at `null`.
fn pointers(session: &Session, kind: &Value) -> Result<(), Refused> {
    const SET: &str = "for (const name of ['ui.primaryPointerCapabilities', 'ui.allPointerCapabilities']) {
        if (arguments[0] === null) Services.prefs.clearUserPref(name);
        else Services.prefs.setIntPref(name, arguments[0]);
    }";
    inside(session, SET, kind)
}

/// Sets the reader's own colours, far from each other or near, and lets pages keep theirs.
fn contrast(session: &Session, wish: &str) -> Result<(), Refused> {
    const SET: &str = "const [isSet, text] = arguments[0];
        const set = (kind, name, value) => isSet ? Services.prefs[`set${kind}Pref`](name, value) : Services.prefs.clearUserPref(name);
        set('Int', 'browser.display.document_color_use', 1);
        set('Int', 'ui.useAccessibilityTheme', 1);
        for (const dark of ['', '.dark']) {
            set('String', `browser.display.foreground_color${dark}`, text);
            set('String', `browser.display.background_color${dark}`, '#ffffff');
        }";
    let text = if wish == "less" { "#999999" } else { "#000000" };
    inside(session, SET, &json!([wish != "none", text]))
}

/// Runs a script in the browser's window, not in the page.
fn inside(session: &Session, script: &str, argument: &Value) -> Result<(), Refused> {
    session.post("moz/context", &json!({"context": "chrome"}))?;
    let outcome = session.post("execute/sync", &json!({"script": script, "args": [argument]}));
    session.post("moz/context", &json!({"context": "content"}))?;
    outcome.map(drop)
}
