//! A page in a browser: opening, asking, waiting, emulating.

use std::cell::{Cell, Ref, RefCell};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::ability;
use super::browser::{self, Manner, Running};
use super::webdriver::{Refused, Session};

/// A page that only this test uses.
pub struct Page {
    /// Present until the page is dropped.
    running: RefCell<Option<Running>>,
    host: RefCell<String>,
    /// What `Page::console` has read so far.
    pub(super) console: RefCell<Vec<String>>,
    size: Cell<(u32, u32)>,
    is_still: Cell<bool>,
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

/// How long a slow browser on a busy machine may take for anything.
pub(super) const PATIENCE: Duration = Duration::from_secs(40);

/// How long a page is asked at a time, ms: a page that goes away meanwhile may never answer.
const ASKED: u32 = 2000;

impl Page {
    /// Opens an address in a window of 1280 × 800 CSS pixels.
    pub fn open(address: &str) -> Self {
        let page = Self::blank();
        page.go(address);
        page
    }

    /// An empty page, for what must be set before anything is loaded.
    pub fn blank() -> Self {
        Self::within(browser::take)
    }

    /// An empty page in a window that has been nowhere.
    pub fn in_new_window() -> Self {
        let page = Self::within(browser::take);
        let exchanged = browser::chosen().new_window(&page.session());
        let Some(exchanged) = exchanged else {
            drop(page);
            return Self::within(browser::renew);
        };
        done("a new window", exchanged);
        page.resize(1280, 800);
        page
    }

    fn within(browser: impl Fn(Manner) -> Running) -> Self {
        ability::expected_here();
        let host = RefCell::new("policy-explorer".to_string());
        let (console, size, is_still) = (RefCell::default(), Cell::new((1280, 800)), Cell::new(false));
        let running = RefCell::new(Some(browser(Manner::default())));
        let page = Self { running, host, console, size, is_still };
        page.resize(1280, 800);
        page
    }

    /// Goes to an address, and returns when its `load` event has fired.
    pub fn go(&self, address: &str) {
        self.read_console();
        self.post("url", &json!({"url": address}));
        if let Some(running) = self.running.borrow().as_ref() {
            running.note();
        }
    }

    /// Leaves the page by the browser's own Back. A script that goes back may be run once more by the driver, or hang, where
    /// its page goes away under it.
    pub fn back(&self) {
        self.read_console();
        self.post("back", &json!({}));
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
        // Asked again and again inside the page: a question over WebDriver takes longer than most answers.
        // A page that is left answers at once: WebKit, which keeps it for the way back, would never.
        let look = format!(
            "const look = async () => {{ {} return await ({expression}); }}, end = performance.now() + {ASKED};
            const asked = new AbortController(), {{ signal }} = asked;
            const left = new Promise((done) => addEventListener('pagehide', () => done({{ why: 'the page was left' }}), {{ signal }}));
            const ask = async () => {{
                for (;;) {{
                    let why = 'it is falsy';
                    try {{
                        const value = await look();
                        if (value) return {{ value }};
                    }} catch (error) {{
                        why = String(error);
                    }}
                    if (performance.now() > end) return {{ why }};
                    await new Promise((done) => setTimeout(done, 5));
                }}
            }};
            return Promise.race([ask(), left]).finally(() => asked.abort());",
            self.names()
        );
        let start = Instant::now();
        let mut last = String::new();
        while start.elapsed() < PATIENCE && !self.has_ended() {
            match self.script(&look) {
                Ok(mut found) if found["why"].is_null() => return found["value"].take(),
                Ok(found) => last = string(&found["why"]),
                Err(Refused(why)) => {
                    last = why;
                    std::thread::sleep(Duration::from_millis(15));
                }
            }
        }
        panic!("waited in vain for {expression}: {last}");
    }

    /// Waits for two frames of the screen and a task: what was begun before has been drawn, and has the focus.
    pub fn rest(&self) {
        self.eval("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))");
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

    /// The computed accessible name of an element that `eval` gave.
    pub fn name_of(&self, element: &Value) -> String {
        self.computed("computedlabel", element)
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
        done("the size", browser::chosen().resize(&self.session(), width, height));
    }

    /// Puts so many pixels of the screen to a CSS pixel; needs `Ability::Density`.
    pub fn density(&self, ratio: u32) {
        done("the density", browser::chosen().density(&self.session(), self.size(), ratio));
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

    /// Sets media features, like `("forced-colors", "active")`; those not named are as the browser has them. Where a
    /// browser has to be started anew for it, the page is loaded again.
    pub fn media(&self, features: &[(&str, &str)]) {
        let still = [("prefers-reduced-motion", "reduce")];
        let features = [features, if self.is_still.get() { &still } else { &[] }].concat();
        let manner = done("the media", browser::chosen().media(&self.session(), &features));
        if let Some(manner) = manner {
            self.start_anew(manner);
        }
    }

    /// Prefers less motion, whatever else is preferred later. For tests that are not of what moves, and open much: a flight
    /// of the map is drawn some forty times.
    pub fn be_still(&self) {
        self.is_still.set(true);
        self.media(&[]);
    }

    fn start_anew(&self, manner: Manner) {
        let address = self.get("url");
        self.read_console();
        let before = self.running.replace(Some(browser::take(manner)));
        let before = before.expect("it is there until the page is dropped");
        done("the end", Self::reset(&before.session));
        browser::give_back(before);
        let (width, height) = self.size();
        self.resize(width, height);
        self.post("url", &json!({"url": address}));
    }

    /// Shows the page as on paper; needs `Ability::Paper`.
    pub fn paper(&self) {
        done("paper", browser::chosen().paper(&self.session()));
    }

    /// Lets the page see a touch screen.
    pub fn touch_screen(&self) {
        done("a touch screen", browser::chosen().touch_screen(&self.session()));
    }

    /// Whether the browser itself has ended or answers no more, and the last command found that out.
    pub fn has_ended(&self) -> bool {
        self.running.borrow().as_ref().is_some_and(Running::has_ended)
    }

    /// Ends the browser as a crash does; says whether there was a way to.
    pub fn crash(&self) -> bool {
        self.running.borrow().as_ref().is_some_and(Running::crash)
    }

    /// Sends a command of the Chrome DevTools Protocol; needs `Ability::Tree`.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Value {
        self.post("goog/cdp/execute", &json!({"cmd": command, "params": parameters}))
    }

    pub(super) fn post(&self, command: &str, body: &Value) -> Value {
        done(command, self.session().post(command, body))
    }

    pub(super) fn get(&self, command: &str) -> Value {
        done(command, self.session().get(command))
    }

    fn run(&self, statements: &str) -> Result<Value, Refused> {
        self.script(&format!("{} {statements}", self.names()))
    }

    /// What scripts know by name.
    fn names(&self) -> String {
        let host = json!(*self.host.borrow());
        format!(
            "const host = document.querySelector({host}), root = host?.shadowRoot;
            const $ = (selector) => root?.querySelector(selector);
            const $$ = (selector) => [...(root?.querySelectorAll(selector) ?? [])];"
        )
    }

    fn script(&self, script: &str) -> Result<Value, Refused> {
        self.session().post("execute/sync", &json!({"script": script, "args": []}))
    }

    fn computed(&self, what: &str, element: &Value) -> String {
        const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
        let id = element[ELEMENT].as_str().expect("there is such an element");
        string(&self.get(&format!("element/{id}/{what}")))
    }

    pub(super) fn session(&self) -> Ref<'_, Session> {
        Ref::map(self.running.borrow(), |running| {
            &running.as_ref().expect("it is there until the page is dropped").session
        })
    }

    /// Leaves the browser as it was before the test.
    fn reset(session: &Session) -> Result<(), Refused> {
        session.post("url", &json!({"url": "about:blank"}))?;
        session.delete("actions")?;
        session.delete("cookie")?;
        browser::chosen().reset(session)
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if std::thread::panicking() {
            if self.has_ended() {
                ability::say_gone();
            } else {
                self.report();
            }
        }
        let Some(running) = self.running.take() else { return };
        if std::thread::panicking() || Self::reset(&running.session).is_err() {
            running.session.end();
        } else {
            browser::give_back(running);
        }
    }
}

fn done<T>(what: &str, outcome: Result<T, Refused>) -> T {
    outcome.unwrap_or_else(|Refused(why)| panic!("{what}: {why}"))
}

/// The string in a JSON value; empty for any other.
pub(super) fn string(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_string()
}
