//! The browsers that tests run in, their drivers, and the sessions that tests share.
//!
//! To add a browser, give it an entry in `Kind`: how its driver is started, with which capabilities, and
//! whether it understands Chromium's own commands (without them the window cannot be narrower than the
//! browser allows and the colour scheme cannot be chosen).

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, OnceLock};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::webdriver::{self, Session};

/// A browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Chromium,
}

impl Kind {
    /// The browser that `BROWSER` names; Chromium unless told.
    pub fn chosen() -> Self {
        match std::env::var("BROWSER").as_deref() {
            Err(_) | Ok("chromium") => Self::Chromium,
            Ok(other) => panic!("no browser is called {other}"),
        }
    }

    /// The program that drives it.
    fn driver(self) -> PathBuf {
        match self {
            Self::Chromium => variable("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into()),
        }
    }

    fn capabilities(self) -> Value {
        match self {
            Self::Chromium => {
                let mut options = json!({"args": CHROMIUM});
                if let Some(chrome) = variable("CHROME") {
                    options["binary"] = json!(chrome);
                }
                json!({"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}})
            }
        }
    }

    /// Whether the driver passes on commands of the Chrome DevTools Protocol and keeps a console log.
    pub fn has_devtools(self) -> bool {
        match self {
            Self::Chromium => true,
        }
    }
}

/// The profile is the driver's own, new each time. No name is looked up: a test that would reach outside fails.
/// The debugging pipe closes with the driver, and the browser with it.
const CHROMIUM: [&str; 12] = [
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

/// Sessions that no test uses at the moment.
static IDLE: Mutex<Vec<Session>> = Mutex::new(Vec::new());

/// A session that no other test uses: one of the idle, or a new one.
pub fn take() -> Session {
    let idle = IDLE.lock().expect("no test panics while it holds the lock").pop();
    idle.unwrap_or_else(|| {
        let kind = Kind::chosen();
        Session::start(driver(kind), &kind.capabilities()).expect("the browser starts")
    })
}

/// Keeps a session for the next test.
pub fn give_back(session: Session) {
    IDLE.lock().expect("no test panics while it holds the lock").push(session);
}

/// A driver that takes sessions at an address, and the shell that ends it.
struct Driver {
    address: String,
    /// The pipe to it stays open until the test process is gone.
    _keeper: Child,
}

/// The address of the driver, which is started once for all tests.
fn driver(kind: Kind) -> &'static str {
    static DRIVER: OnceLock<Driver> = OnceLock::new();
    &DRIVER.get_or_init(|| start(&kind.driver())).address
}

/// Starts the driver below a shell that ends it, and removes what it and its browsers wrote, as soon as the
/// test process is gone, however that came about: its end of the pipe is then closed.
fn start(program: &Path) -> Driver {
    const KEEPER: &str = r#"TMPDIR="$1" "$2" --port="$3" >/dev/null 2>&1 & driver=$!
        read -r end; kill $driver; wait $driver; sleep 0.2; rm -rf "$1""#;
    let port = free_port();
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("browser-{}", std::process::id()));
    std::fs::create_dir_all(&scratch).expect("the target directory can be written");
    let mut keeper = Command::new("sh");
    keeper.args(["-c", KEEPER, "sh"]).arg(scratch).arg(program).arg(port.to_string());
    let keeper = keeper.stdin(Stdio::piped()).stderr(Stdio::null()).spawn().expect("there is a shell");
    let address = format!("http://127.0.0.1:{port}");
    let start = Instant::now();
    while !webdriver::is_ready(&address) {
        let late = start.elapsed() > Duration::from_secs(20);
        assert!(!late, "{} does not start: install it, or set CHROMEDRIVER", program.display());
        std::thread::sleep(Duration::from_millis(20));
    }
    Driver { address, _keeper: keeper }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("it is bound").port()
}

fn variable(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).map(PathBuf::from)
}
