//! A page in a browser: opening, asking, waiting, emulating.

use std::cell::{Cell, RefCell};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::browser::{self, Kind};
use super::webdriver::{Refused, Session};

/// A page that only this test uses.
pub struct Page {
    /// Present until the page is dropped.
    session: Option<Session>,
    host: RefCell<String>,
    /// What `Page::console` has read so far.
    pub(super) console: RefCell<Vec<String>>,
    size: Cell<(u32, u32)>,
}

/// A colour scheme that the reader prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    Light,
    Dark,
}

/// What has the focus, through all shadow roots, as assistive technology sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Focus {
    /// In lower case.
    pub tag: String,
    pub role: String,
    pub name: String,
    /// Its `data-country`, or that of the nearest element around it; empty where there is none.
    pub country: String,
}

const PATIENCE: Duration = Duration::from_secs(10);

impl Page {
    /// Opens an address in a window of 1280 × 800 CSS pixels.
    pub fn open(address: &str) -> Self {
        let page = Self::blank();
        page.go(address);
        page
    }

    /// An empty page, for what must be set before anything is loaded.
    pub fn blank() -> Self {
        let host = RefCell::new("policy-explorer".to_string());
        let (console, size) = (RefCell::default(), Cell::new((1280, 800)));
        let page = Self { session: Some(browser::take()), host, console, size };
        page.resize(1280, 800);
        page
    }

    /// Goes to an address, and returns when its `load` event has fired.
    pub fn go(&self, address: &str) {
        self.post("url", &json!({"url": address}));
    }

    /// Lets `host`, `root`, `$` and `$$` mean another element than the first `policy-explorer`.
    pub fn look_at(&self, selector: &str) {
        self.host.replace(selector.to_string());
    }

    /// The value of an expression; a promise is waited for. Panics where it throws.
    pub fn eval(&self, expression: &str) -> Value {
        self.run(&format!("return ({expression});"))
            .unwrap_or_else(|Refused(why)| panic!("{expression}: {why}"))
    }

    /// Runs statements.
    pub fn execute(&self, statements: &str) {
        self.run(statements).unwrap_or_else(|Refused(why)| panic!("{statements}: {why}"));
    }

    /// Waits until an expression is truthy; as long as it throws, it is not. Returns its value.
    pub fn wait(&self, expression: &str) -> Value {
        let start = Instant::now();
        let mut last = String::new();
        let found = format!(
            "return (async () => {{ const value = await ({expression}); return value ? {{ value }} : null; }})();"
        );
        while start.elapsed() < PATIENCE {
            match self.run(&found) {
                Ok(Value::Null) => last = "it is falsy".to_string(),
                Ok(mut found) => return found["value"].take(),
                Err(Refused(why)) => last = why,
            }
            std::thread::sleep(Duration::from_millis(15));
        }
        panic!("waited in vain for {expression}: {last}");
    }

    /// How many elements match.
    pub fn count(&self, selector: &str) -> usize {
        let count = self.eval(&format!("$$({}).length", json!(selector)));
        count.as_u64().expect("a length is a number") as usize
    }

    /// The text of the first element that matches, as it is rendered.
    pub fn text(&self, selector: &str) -> String {
        string(&self.eval(&format!("$({}).innerText ?? $({0}).textContent", json!(selector))))
    }

    /// An attribute of the first element that matches.
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.eval(&format!("$({}).getAttribute({})", json!(selector), json!(name)))
            .as_str()
            .map(str::to_string)
    }

    /// The computed role of the first element that matches.
    pub fn role(&self, selector: &str) -> String {
        self.computed("computedrole", &self.eval(&format!("$({})", json!(selector))))
    }

    /// The computed accessible name of the first element that matches.
    pub fn name(&self, selector: &str) -> String {
        self.computed("computedlabel", &self.eval(&format!("$({})", json!(selector))))
    }

    /// The computed accessible name of the element that an expression gives.
    pub fn name_of(&self, expression: &str) -> String {
        self.computed("computedlabel", &self.eval(expression))
    }

    /// What has the focus.
    pub fn focus(&self) -> Focus {
        let found = self.eval(
            "(() => { let at = document.activeElement;
                while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
                return [at, at.localName, at.closest('[data-country]')?.dataset.country ?? '']; })()",
        );
        Focus {
            tag: string(&found[1]),
            role: self.computed("computedrole", &found[0]),
            name: self.computed("computedlabel", &found[0]),
            country: string(&found[2]),
        }
    }

    /// Gives the viewport a size in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) {
        self.size.set((width, height));
        if Kind::chosen().has_devtools() {
            let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
            self.devtools("Emulation.setDeviceMetricsOverride", &size);
        } else {
            self.post("window/rect", &json!({"width": width, "height": height}));
        }
    }

    /// The viewport's size in CSS pixels, as it was last set.
    pub fn size(&self) -> (u32, u32) {
        self.size.get()
    }

    /// Sets what `prefers-color-scheme` says.
    pub fn prefer(&self, scheme: Scheme) {
        let scheme = if scheme == Scheme::Dark { "dark" } else { "light" };
        self.media(&[("prefers-color-scheme", scheme)]);
    }

    /// Sets media features, like `("forced-colors", "active")`; those not named are as the browser has them.
    pub fn media(&self, features: &[(&str, &str)]) {
        let features = features.iter().map(|(name, value)| json!({"name": name, "value": value}));
        self.devtools("Emulation.setEmulatedMedia", &json!({"features": features.collect::<Vec<_>>()}));
    }

    /// Lets the page see a touch screen.
    pub fn touch_screen(&self) {
        let enabled = json!({"enabled": true, "maxTouchPoints": 5});
        self.devtools("Emulation.setTouchEmulationEnabled", &enabled);
    }

    /// A command of the Chrome DevTools Protocol.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Value {
        assert!(Kind::chosen().has_devtools(), "{command} needs Chromium");
        self.post("goog/cdp/execute", &json!({"cmd": command, "params": parameters}))
    }

    pub(super) fn post(&self, command: &str, body: &Value) -> Value {
        let answer = self.session().post(command, body);
        answer.unwrap_or_else(|Refused(why)| panic!("{command}: {why}"))
    }

    pub(super) fn get(&self, command: &str) -> Value {
        self.session().get(command).unwrap_or_else(|Refused(why)| panic!("{command}: {why}"))
    }

    fn run(&self, statements: &str) -> Result<Value, Refused> {
        let host = json!(*self.host.borrow());
        let script = format!(
            "const host = document.querySelector({host}), root = host?.shadowRoot;
            const $ = (selector) => root?.querySelector(selector);
            const $$ = (selector) => [...(root?.querySelectorAll(selector) ?? [])];
            {statements}"
        );
        self.session().post("execute/sync", &json!({"script": script, "args": []}))
    }

    fn computed(&self, what: &str, element: &Value) -> String {
        const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
        let id = element[ELEMENT].as_str().expect("there is such an element");
        string(&self.get(&format!("element/{id}/{what}")))
    }

    fn session(&self) -> &Session {
        self.session.as_ref().expect("it is there until the page is dropped")
    }

    /// Leaves the browser as it was before the test.
    fn reset(session: &Session) -> Result<(), Refused> {
        session.post("url", &json!({"url": "about:blank"}))?;
        session.delete("actions")?;
        session.delete("cookie")?;
        if Kind::chosen().has_devtools() {
            let devtools = |cmd: &str, params: Value| {
                session.post("goog/cdp/execute", &json!({"cmd": cmd, "params": params}))
            };
            devtools("Emulation.clearDeviceMetricsOverride", json!({}))?;
            devtools("Emulation.setEmulatedMedia", json!({"media": "", "features": []}))?;
            devtools("Emulation.setTouchEmulationEnabled", json!({"enabled": false}))?;
            session.post("se/log", &json!({"type": "browser"}))?;
        }
        Ok(())
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.report();
        }
        let Some(session) = self.session.take() else { return };
        if std::thread::panicking() || Self::reset(&session).is_err() {
            session.end();
        } else {
            browser::give_back(session);
        }
    }
}

/// The string in a JSON value; empty for any other.
pub(super) fn string(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_string()
}
