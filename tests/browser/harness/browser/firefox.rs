//! Firefox by geckodriver. What WebDriver has no command for is set in the browser's own code, as its developer
//! tools do it.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{Browser, Driver, Manner, nowhere, program, settle};
use crate::harness::ability::Ability;
use crate::harness::webdriver::{Refused, Session};

pub struct Firefox;

const ARGUMENTS: [&str; 1] = ["-headless"];

/// The media features that the reader's preferences decide: their values, and then the preferences.
const MEDIA: &[(&str, &str, &[Preference])] = &[
    ("prefers-color-scheme", "dark", &[(CONTENT_SCHEME, Set::Number(0))]),
    ("prefers-color-scheme", "light", &[(CONTENT_SCHEME, Set::Number(1))]),
    ("prefers-reduced-motion", "reduce", &[("ui.prefersReducedMotion", Set::Number(1))]),
    ("prefers-reduced-motion", "no-preference", &[("ui.prefersReducedMotion", Set::Number(0))]),
    ("forced-colors", "active", &[(COLOURS, Set::Number(2))]),
    // Without its own colours for controls, the browser would force none.
    ("prefers-contrast", "more", &[(COLOURS, Set::Number(1)), ("ui.useAccessibilityTheme", Set::Number(1))]),
];

/// Where colours are forced, they decide whether the scheme is dark, and nothing else does.
const DARK_FORCED: &[Preference] = &[
    ("browser.display.foreground_color", Set::Text("#ffffff")),
    ("browser.display.background_color", Set::Text("#000000")),
];

const CONTENT_SCHEME: &str = "layout.css.prefers-color-scheme.content-override";
const COLOURS: &str = "browser.display.document_color_use";

type Preference = (&'static str, Set);

#[derive(Clone, Copy)]
enum Set {
    Number(i32),
    Text(&'static str),
}

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
        // All of the window is drawn anew and again, so it is not much larger than the page.
        inside(
            session,
            "const { style } = gBrowser.selectedBrowser, { width, height } = arguments[0];
             resizeTo(Math.max(parseInt(width), 1200) + 100, parseInt(height) + 200);
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
        let mut set: Vec<Preference> = Vec::new();
        for feature in features {
            let known = MEDIA.iter().find(|(name, value, _)| (*name, *value) == *feature);
            let Some((_, _, preferences)) = known else {
                return Err(Refused(format!("{}: {} cannot be set", feature.0, feature.1)));
            };
            set.extend(*preferences);
        }
        if features.contains(&("forced-colors", "active"))
            && features.contains(&("prefers-color-scheme", "dark"))
        {
            set.extend(DARK_FORCED);
        }
        let all = MEDIA.iter().flat_map(|media| media.2).chain(DARK_FORCED).map(|preference| preference.0);
        let value = |set: Set| match set {
            Set::Number(number) => json!(number),
            Set::Text(text) => json!(text),
        };
        let set = set
            .into_iter()
            .map(|(name, set)| (name.to_owned(), value(set)))
            .collect::<serde_json::Map<_, _>>();
        preferences(session, &json!([all.collect::<Vec<_>>(), set]))?;
        Ok(None)
    }

    fn paper(&self, session: &Session) -> Result<(), Refused> {
        overrides(session, &json!([["mediumOverride", "print"]]))
    }

    fn touch_screen(&self, session: &Session) -> Result<(), Refused> {
        overrides(session, &json!([["touchEventsOverride", "enabled"]]))?;
        pointers(session, Some(COARSE))
    }

    fn picture(&self, session: &Session) -> Result<Value, Refused> {
        session.get("moz/screenshot/full")
    }

    fn reset(&self, session: &Session) -> Result<(), Refused> {
        self.media(session, &[])?;
        let none = json!([["mediumOverride", ""], ["touchEventsOverride", "none"], ["overrideDPPX", 0]]);
        overrides(session, &none)?;
        pointers(session, None)
    }

    fn lacks(&self, ability: Ability) -> Option<&'static str> {
        match ability {
            Ability::Panning => Some("the touches of its driver scroll nothing"),
            Ability::Tree => {
                Some("its driver tells no more of the accessibility tree than an element's role and name")
            }
            Ability::LessContrast => {
                Some("nothing tells its pages of a wish for less contrast while it runs")
            }
            Ability::SameNames => Some("it has its own version of CLDR"),
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
fn pointers(session: &Session, kind: Option<u8>) -> Result<(), Refused> {
    const NAMES: [&str; 2] = ["ui.primaryPointerCapabilities", "ui.allPointerCapabilities"];
    let set = NAMES.into_iter().filter_map(|name| Some((name.to_owned(), json!(kind?))));
    preferences(session, &json!([NAMES, set.collect::<serde_json::Map<_, _>>()]))
}

/// Sets preferences; those that are named and not set are as they were at the start.
fn preferences(session: &Session, named_and_set: &Value) -> Result<(), Refused> {
    const SET: &str = "const { prefs } = Services, [named, set] = arguments[0];
        named.filter((name) => !(name in set)).forEach((name) => prefs.clearUserPref(name));
        for (const [name, value] of Object.entries(set)) {
            typeof value === 'number' ? prefs.setIntPref(name, value) : prefs.setStringPref(name, value);
        }";
    inside(session, SET, named_and_set)
}

/// Runs a script in the browser's window, not in the page.
fn inside(session: &Session, script: &str, argument: &Value) -> Result<(), Refused> {
    session.post("moz/context", &json!({"context": "chrome"}))?;
    let outcome = session.post("execute/sync", &json!({"script": script, "args": [argument]}));
    session.post("moz/context", &json!({"context": "content"}))?;
    outcome.map(drop)
}
