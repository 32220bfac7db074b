//! The browsers that tests run in, their drivers, and the sessions that tests share.
//!
//! To add a browser, write its file in `browser/` and name it in `chosen`. What it cannot do it says in
//! `Browser::lacks`: a test that needs it is then skipped by name, with that reason.

use std::cell::RefCell;
use std::ffi::OsString;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::ability::Ability;
use super::process;
use super::webdriver::{self, Found, Refused, Session};

mod chromium;
mod firefox;
mod webkit;

/// A browser with its driver. What needs more than WebDriver's standard has a method here.
pub trait Browser: Sync {
    /// As a reader knows it.
    fn name(&self) -> &'static str;

    /// Whether tests run in this one whose outcome does not depend on the browser.
    fn is_the_one(&self) -> bool {
        false
    }

    /// How its driver is started. The folder is there for what the browser writes, until it ends.
    fn driver(&self, folder: &Path, manner: Manner) -> Driver;

    fn capabilities(&self, manner: Manner) -> Value;

    /// Makes a new session's window fit for tests.
    fn prepare(&self, _session: &Session) -> Result<(), Refused> {
        Ok(())
    }

    /// Exchanges the window for one with a history of its own; `None` where the browser has to be started anew for that.
    fn new_window(&self, session: &Session) -> Option<Result<(), Refused>> {
        Some(exchange(session))
    }

    /// Gives the viewport a size in CSS pixels.
    fn resize(&self, session: &Session, width: u32, height: u32) -> Result<(), Refused>;

    /// Puts so many pixels of the screen to a CSS pixel, in a viewport of this size.
    fn density(&self, session: &Session, size: (u32, u32), ratio: u32) -> Result<(), Refused>;

    /// Sets media features; those not named are as the browser has them. Where the browser has to be started
    /// for it, says how.
    fn media(&self, session: &Session, features: &[(&str, &str)]) -> Result<Option<Manner>, Refused>;

    /// Shows pages as on paper.
    fn paper(&self, session: &Session) -> Result<(), Refused>;

    /// Lets pages see a touch screen.
    fn touch_screen(&self, session: &Session) -> Result<(), Refused>;

    /// A picture of the page, in base64; of all of it where the browser can.
    fn picture(&self, session: &Session) -> Result<Value, Refused>;

    /// What the page wrote to the console since the last call; `None` where the browser keeps no log and the site has
    /// to.
    fn log(&self, _session: &Session) -> Option<Result<Value, Refused>> {
        None
    }

    /// Whether `log` has something to tell.
    fn keeps_log(&self) -> bool {
        false
    }

    /// Undoes what the methods above have set.
    fn reset(&self, session: &Session) -> Result<(), Refused>;

    /// Why it cannot do this; `None` where it can.
    fn lacks(&self, ability: Ability) -> Option<&'static str>;
}

/// A driver's command line, to which the port is added, and its environment.
pub struct Driver {
    pub words: Vec<OsString>,
    pub environment: Vec<(&'static str, OsString)>,
    /// What to do where it does not start.
    pub remedy: &'static str,
}

/// What some browsers can be only from their start on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// Prefers dark colours.
    pub dark: bool,
    /// Prefers less motion.
    pub still: bool,
}

/// The browser that `BROWSER` names; Chromium unless told.
pub fn chosen() -> &'static dyn Browser {
    match std::env::var("BROWSER").as_deref() {
        Err(_) | Ok("chromium") => &chromium::Chromium,
        Ok("firefox") => &firefox::Firefox,
        Ok("webkit") => &webkit::WebKit,
        Ok(other) => panic!("no browser is called {other}"),
    }
}

/// Sessions that no test uses at the moment.
static IDLE: Mutex<Vec<Running>> = Mutex::new(Vec::new());

/// A session with a browser of its own.
pub struct Running {
    pub session: Session,
    manner: Manner,
    /// The browser's own process, where the system tells of it,
    process: Option<u32>,
    /// and those that it had when it last went to a page: the page's is one.
    others: RefCell<Vec<u32>>,
    /// Ends the driver when its standard input is closed.
    _keeper: Child,
}

impl Running {
    /// Notes which processes it has.
    pub fn note(&self) {
        self.others.replace(self.process.map(process::below).unwrap_or_default());
    }

    /// Whether the browser itself or its page's process has ended, or its driver answers no more, and the last command found that
    /// out: no matter of what is tested.
    pub fn has_ended(&self) -> bool {
        let ended = |process: &u32| !process::lives(*process);
        // A driver may take a moment to find out.
        for _ in 0..5 {
            if self.session.found() != Found::Perhaps || self.process.as_ref().is_none_or(ended) {
                break;
            }
            std::thread::sleep(Duration::from_millis(100));
            self.session.get("url").ok();
        }
        match self.session.found() {
            Found::Browser => false,
            // Where a page keeps it busy for ever, it is silent the second time as well, and that counts.
            Found::Silent => true,
            Found::Perhaps => self.process.as_ref().is_some_and(ended),
            Found::NoSession => self.process.iter().chain(self.others.borrow().iter()).any(ended),
        }
    }

    /// Ends the browser at once, as a crash does; says whether there was a way to.
    pub fn crash(&self) -> bool {
        let Some(process) = self.process else { return false };
        Command::new("kill")
            .args(["-KILL", &process.to_string()])
            .status()
            .is_ok_and(|status| status.success())
    }
}

/// A session that no other test uses: one of the idle, or a new one.
pub fn take(manner: Manner) -> Running {
    let mut idle = IDLE.lock().expect("no test panics while it holds the lock");
    let fitting = idle.iter().position(|running| running.manner == manner);
    let found = fitting.map(|place| idle.swap_remove(place));
    drop(idle);
    found.unwrap_or_else(|| start(manner))
}

/// A new session, in the place of an idle one.
pub fn renew(manner: Manner) -> Running {
    take(manner).session.end();
    start(manner)
}

/// Keeps a session for the next test.
pub fn give_back(running: Running) {
    IDLE.lock().expect("no test panics while it holds the lock").push(running);
}

/// A new session. A driver that does not answer, as WebKitGTK's now and then, has a second one in its place.
fn start(manner: Manner) -> Running {
    launch(manner).or_else(|_| launch(manner)).expect("the browser starts")
}

/// Starts the driver below a shell that ends it, with all that it started, and removes what they wrote, as soon as
/// the session or the test process is gone, however that came about: its end of the pipe is then closed.
fn launch(manner: Manner) -> Result<Running, Refused> {
    const KEEPER: &str = r#"export TMPDIR="$1"; shift; "$@" >/dev/null 2>&1 &
        read -r end; trap '' TERM; kill -TERM 0; sleep 1; rm -rf "$TMPDIR"; kill -KILL 0"#;
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let folder =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("browser-{}-{number}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the target directory can be written");
    let browser = chosen();
    let driver = browser.driver(&folder, manner);
    let port = free_port();
    let mut keeper = Command::new("sh");
    keeper.args(["-c", KEEPER, "sh"]).arg(&folder).args(&driver.words).arg(format!("--port={port}"));
    keeper.envs(driver.environment).process_group(0).stdin(Stdio::piped()).stderr(Stdio::null());
    let mut keeper = keeper.spawn().expect("there is a shell");
    let address = format!("http://127.0.0.1:{port}");
    let start = Instant::now();
    while !webdriver::is_ready(&address) {
        if start.elapsed() > Duration::from_secs(20) {
            end(&mut keeper);
            return Err(Refused(format!(
                "the driver of {} does not start: {}",
                browser.name(),
                driver.remedy
            )));
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let before = process::below(keeper.id());
    let session =
        Session::start(&address, &browser.capabilities(manner)).inspect_err(|_| end(&mut keeper))?;
    let process = process::started(&before, &process::below(keeper.id()));
    // axe takes its time on a busy machine.
    session.post("timeouts", &serde_json::json!({"script": 120_000})).expect("a script may take as long");
    browser.prepare(&session).expect("the browser takes the commands of its driver");
    Ok(Running { session, manner, process, others: RefCell::default(), _keeper: keeper })
}

/// Ends the shell, and with it the driver.
fn end(keeper: &mut Child) {
    drop(keeper.stdin.take());
    keeper.wait().ok();
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("it is bound").port()
}

/// The program that a variable names, else that of this name on the `PATH`.
fn program(variable: &str, name: &str) -> PathBuf {
    std::env::var_os(variable).map_or_else(|| name.into(), PathBuf::from)
}

/// No name is looked up and nobody outside is asked: what is not for this machine goes to a port where nobody listens.
fn nowhere() -> Value {
    let nobody = "127.0.0.1:9";
    serde_json::json!({"proxyType": "manual", "httpProxy": nobody, "sslProxy": nobody, "noProxy": ["127.0.0.1"]})
}

/// Opens a window and closes the one before.
fn exchange(session: &Session) -> Result<(), Refused> {
    let new = session.post("window/new", &serde_json::json!({"type": "tab"}))?;
    session.delete("window")?;
    session.post("window", &serde_json::json!({"handle": new["handle"]})).map(drop)
}

/// Waits until the viewport has its size.
fn settle(session: &Session, width: u32, height: u32) -> Result<(), Refused> {
    let script = serde_json::json!({"script": "return [innerWidth, innerHeight]", "args": []});
    let start = Instant::now();
    loop {
        let found = session.post("execute/sync", &script)?;
        if found == serde_json::json!([width, height]) {
            return Ok(());
        }
        if start.elapsed() > Duration::from_secs(10) {
            return Err(Refused(format!("the viewport is {found}, not {width} × {height}")));
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}
