//! WebKitGTK's MiniBrowser by WebKitWebDriver, on a screen that nobody sees. The engine is Safari's; its driver
//! knows no more than WebDriver's standard, so what can be chosen otherwise is chosen at the start.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{Browser, Driver, Manner, nowhere, program, settle};
use crate::harness::ability::{Ability, everywhere};
use crate::harness::webdriver::{Refused, Session};

pub struct WebKit;

/// Without these the least width of the browser's own controls is that of the window.
const STYLES: &str = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0 }\n";

/// The pointer of the screen stays in its middle, and the window below it is the active one, without which nothing has
/// the focus: it is over the window's first corner, where no page of the tests has anything.
const PLACE: [u32; 2] = [1299, 899];

/// Draws without the graphics card that a test machine does not have: imitating one takes a third of the time.
const ON_THE_PROCESSOR: [(&str, &str); 2] =
    [("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1"), ("LP_NUM_THREADS", "0")];

impl Browser for WebKit {
    fn name(&self) -> &'static str {
        "WebKit"
    }

    fn driver(&self, folder: &Path, manner: Manner) -> Driver {
        let settings = folder.join("gtk-3.0");
        std::fs::create_dir_all(&settings).expect("the target directory can be written");
        let animations = u8::from(!manner.still);
        for (name, text) in [
            ("gtk.css", STYLES.to_owned()),
            ("settings.ini", format!("[Settings]\ngtk-enable-animations={animations}\n")),
        ] {
            std::fs::write(settings.join(name), text).expect("the target directory can be written");
        }
        let driver = program("WEBKITDRIVER", "WebKitWebDriver");
        let screen = ["xvfb-run", "-a", "-s", "-screen 0 2600x1800x24 -nolisten tcp"].map(Into::into);
        let folders = ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"];
        let mut environment: Vec<_> = folders.into_iter().map(|name| (name, folder.into())).collect();
        environment.extend([("GDK_BACKEND", "x11".into()), ("NO_AT_BRIDGE", "1".into())]);
        environment.extend(ON_THE_PROCESSOR.map(|(name, value)| (name, value.into())));
        // Its last compiler takes longer than it saves a short test.
        if !everywhere() {
            environment.push(("JSC_useOMGJIT", "0".into()));
        }
        Driver {
            words: screen.into_iter().chain([driver.into()]).collect(),
            environment,
            remedy: "install xvfb and WebKitGTK's driver, or set WEBKITDRIVER",
        }
    }

    fn capabilities(&self, manner: Manner) -> Value {
        let mut arguments = vec!["--automation", "--javascript-can-open-windows-automatically=true"];
        if manner.dark {
            arguments.push("--dark-mode");
        }
        let mut options = json!({"args": arguments});
        if let Some(browser) = std::env::var_os("MINIBROWSER").map(PathBuf::from) {
            options["binary"] = json!(browser);
        }
        json!({"webkitgtk:browserOptions": options, "proxy": nowhere()})
    }

    /// Exchanges the window for one without controls, whose size is the page's.
    fn prepare(&self, session: &Session) -> Result<(), Refused> {
        const OPEN: &str = "open('about:blank', '', 'popup,width=1280,height=800')";
        let first = session.get("window")?;
        session.post("execute/sync", &json!({"script": OPEN, "args": []}))?;
        let start = Instant::now();
        loop {
            let windows = session.get("window/handles")?;
            let second = windows.as_array().and_then(|all| all.iter().find(|window| **window != first));
            if let Some(second) = second {
                session.delete("window")?;
                return session.post("window", &json!({"handle": second})).map(drop);
            }
            if start.elapsed() > Duration::from_secs(10) {
                return Err(Refused("no second window opens".to_owned()));
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// In a window without controls that another such window opened, going back may hang.
    fn new_window(&self, _session: &Session) -> Option<Result<(), Refused>> {
        None
    }

    fn resize(&self, session: &Session, width: u32, height: u32) -> Result<(), Refused> {
        let [x, y] = PLACE;
        session.post("window/rect", &json!({"x": x, "y": y, "width": width, "height": height}))?;
        settle(session, width, height)
    }

    fn density(&self, _session: &Session, _size: (u32, u32), _ratio: u32) -> Result<(), Refused> {
        Err(Refused("its driver cannot change the density of the screen".to_owned()))
    }

    fn media(&self, _session: &Session, features: &[(&str, &str)]) -> Result<Option<Manner>, Refused> {
        let mut manner = Manner::default();
        for feature in features {
            match feature {
                ("prefers-color-scheme", scheme) => manner.dark = *scheme == "dark",
                ("prefers-reduced-motion", motion) => manner.still = *motion == "reduce",
                (name, _) => return Err(Refused(format!("{name} cannot be set"))),
            }
        }
        Ok(Some(manner))
    }

    fn paper(&self, _session: &Session) -> Result<(), Refused> {
        Err(Refused("its driver cannot show a page as on paper".to_owned()))
    }

    /// A finger's touches come as a mouse's, so there is nothing to see.
    fn touch_screen(&self, _session: &Session) -> Result<(), Refused> {
        Ok(())
    }

    fn picture(&self, session: &Session) -> Result<Value, Refused> {
        session.get("screenshot")
    }

    fn reset(&self, _session: &Session) -> Result<(), Refused> {
        Ok(())
    }

    fn lacks(&self, ability: Ability) -> Option<&'static str> {
        Some(match ability {
            Ability::Touch | Ability::Panning => "its driver sends a finger's touches as a mouse's",
            Ability::ForcedColours => "it has no forced colours",
            Ability::Density => "its driver cannot change the density of the screen",
            Ability::WheelWithKey => "its driver turns the wheel as if no key were held",
            Ability::Zoom => "it tells the places of what stands in `zoom` as they are before the scaling",
            Ability::Cuts => "its network library takes the end of a connection for that of the answer",
            Ability::Tree => {
                "its driver tells no more of the accessibility tree than an element's role and name"
            }
            Ability::MoreContrast | Ability::LessContrast => "it tells no page of a wish for contrast",
            Ability::Paper => "its driver cannot show a page as on paper",
            Ability::SameNames => "it has its own version of CLDR",
            Ability::PreloadsForFetch => "it fetches anew what was preloaded",
            Ability::SelfInSandbox => "to it, `'self'` is nobody in a sandbox without an origin",
            Ability::FontMetrics => {
                "its `@font-face` cannot say how far a font reaches above and below its line"
            }
        })
    }
}
