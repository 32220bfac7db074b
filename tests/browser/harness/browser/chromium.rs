//! Chromium by chromedriver, which passes on the commands of the Chrome DevTools Protocol.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{Browser, Driver, Manner, program};
use crate::harness::ability::Ability;
use crate::harness::webdriver::{Refused, Session};

pub struct Chromium;

/// The profile is the driver's own, new each time. No name is looked up: a test that would reach outside fails.
/// The debugging pipe closes with the driver, and the browser with it.
const ARGUMENTS: [&str; 12] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=en-GB",
    "--window-size=1280,900",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--remote-debugging-pipe",
];

impl Browser for Chromium {
    fn name(&self) -> &'static str {
        "Chromium"
    }

    fn is_the_one(&self) -> bool {
        true
    }

    fn driver(&self, _folder: &Path, _manner: Manner) -> Driver {
        Driver {
            words: vec![program("CHROMEDRIVER", "chromedriver").into()],
            environment: Vec::new(),
            remedy: "install it, or set CHROMEDRIVER",
        }
    }

    fn capabilities(&self, _manner: Manner) -> Value {
        let mut options = json!({"args": ARGUMENTS});
        if let Some(chrome) = std::env::var_os("CHROME").map(PathBuf::from) {
            options["binary"] = json!(chrome);
        }
        json!({"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}})
    }

    fn resize(&self, session: &Session, width: u32, height: u32) -> Result<(), Refused> {
        self.density(session, (width, height), 1)
    }

    fn density(&self, session: &Session, (width, height): (u32, u32), ratio: u32) -> Result<(), Refused> {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": ratio, "mobile": false});
        devtools(session, "Emulation.setDeviceMetricsOverride", &size)
    }

    fn media(&self, session: &Session, features: &[(&str, &str)]) -> Result<Option<Manner>, Refused> {
        let features = features.iter().map(|(name, value)| json!({"name": name, "value": value}));
        let features = json!({"features": features.collect::<Vec<_>>()});
        devtools(session, "Emulation.setEmulatedMedia", &features)?;
        Ok(None)
    }

    fn paper(&self, session: &Session) -> Result<(), Refused> {
        devtools(session, "Emulation.setEmulatedMedia", &json!({"media": "print"}))
    }

    fn touch_screen(&self, session: &Session) -> Result<(), Refused> {
        let enabled = json!({"enabled": true, "maxTouchPoints": 5});
        devtools(session, "Emulation.setTouchEmulationEnabled", &enabled)
    }

    fn picture(&self, session: &Session) -> Result<Value, Refused> {
        // A picture beyond the viewport has no scrollbar, so that the page is as wide as the window.
        const EXTENT: &str = "const { scrollWidth, scrollHeight: height } = document.documentElement;
            return { x: 0, y: 0, width: Math.max(scrollWidth, innerWidth), height, scale: 1 };";
        let extent = session.post("execute/sync", &json!({"script": EXTENT, "args": []}))?;
        let beyond = json!({"captureBeyondViewport": true, "clip": extent});
        let command = json!({"cmd": "Page.captureScreenshot", "params": beyond});
        Ok(session.post("goog/cdp/execute", &command)?["data"].take())
    }

    fn log(&self, session: &Session) -> Option<Result<Value, Refused>> {
        Some(session.post("se/log", &json!({"type": "browser"})))
    }

    fn keeps_log(&self) -> bool {
        true
    }

    fn reset(&self, session: &Session) -> Result<(), Refused> {
        devtools(session, "Emulation.clearDeviceMetricsOverride", &json!({}))?;
        devtools(session, "Emulation.setEmulatedMedia", &json!({"media": "", "features": []}))?;
        devtools(session, "Emulation.setTouchEmulationEnabled", &json!({"enabled": false}))?;
        session.post("se/log", &json!({"type": "browser"})).map(drop)
    }

    fn lacks(&self, _ability: Ability) -> Option<&'static str> {
        None
    }
}

fn devtools(session: &Session, command: &str, parameters: &Value) -> Result<(), Refused> {
    session.post("goog/cdp/execute", &json!({"cmd": command, "params": parameters})).map(drop)
}
