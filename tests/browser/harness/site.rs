//! A web site on 127.0.0.1: the files of `dist/`, over which a test lays pages and answers of its own. Each test
//! starts its own, so each has its own origin, and sees its own requests only. Two sites are two origins.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::browser;

/// Keeps what a page writes to its console, for browsers that do not; `TAKE_LINES` reads it. It comes first in each
/// page, and is no request of the page's own.
const CONSOLE: &str = "/console-of-the-test.js";
/// The lines that `CONSOLE` has kept since they were last taken.
pub const TAKE_LINES: &str = "(window[Symbol.for('console')] ?? []).splice(0)";

/// A site; it is served until the process ends.
pub struct Site {
    origin: String,
    state: Arc<State>,
}

#[derive(Default)]
struct State {
    answers: Mutex<HashMap<String, Answer>>,
    requests: Mutex<Vec<Request>>,
}

/// A request that the site has received.
#[derive(Clone, Debug, Default)]
pub struct Request {
    pub method: String,
    /// Without the query.
    pub path: String,
    /// After the question mark; empty where there is none.
    pub query: String,
    /// Names in lower case.
    pub headers: HashMap<String, String>,
    /// The status it was answered with; 0 where the connection was cut.
    pub status: u16,
}

/// What is answered to a request.
#[derive(Clone, Debug)]
pub struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    delay: Duration,
    cut: Option<usize>,
}

impl Answer {
    /// With status 200.
    pub fn new(content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("content-type".to_string(), content_type.to_string())];
        Self { status: 200, headers, body: body.into(), delay: Duration::ZERO, cut: None }
    }

    pub fn html(body: &str) -> Self {
        Self::new("text/html; charset=utf-8", body)
    }

    pub fn json(body: impl Into<Vec<u8>>) -> Self {
        Self::new("application/json", body)
    }

    pub fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_string(), value.to_string()));
        self
    }

    /// Answers only after so long.
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Cuts the connection after so many bytes of the body; 0 cuts it before any answer.
    pub fn cut(mut self, bytes: usize) -> Self {
        self.cut = Some(bytes);
        self
    }

    /// Lets a page begin with the script that keeps its console, where the browser keeps none.
    fn keep_console(&mut self) {
        const DOCTYPE: &str = "<!doctype html>";
        let is_page = self.headers.iter().any(|(_, value)| value.starts_with("text/html"));
        if is_page && self.body.starts_with(DOCTYPE.as_bytes()) && !browser::chosen().keeps_log() {
            let script = format!("<script src=\"{CONSOLE}\"></script>");
            self.body.splice(DOCTYPE.len()..DOCTYPE.len(), script.into_bytes());
        }
    }
}

impl Site {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let origin = format!("http://{}", listener.local_addr().expect("it is bound"));
        let state = Arc::new(State::default());
        let shared = Arc::clone(&state);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&shared);
                // A browser that hangs up is no fault of the test.
                std::thread::spawn(move || serve(&state, stream).ok());
            }
        });
        Self { origin, state }
    }

    /// A site whose page at `/page.html` has this body, in English.
    pub fn with_page(body: &str) -> Self {
        let site = Self::start();
        site.answer("/page.html", Answer::html(&page(body)));
        site
    }

    /// `http://127.0.0.1:…`, without a slash at the end.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The address of a path that begins with a slash.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// Answers so at this path from now on, in place of a file of `dist/` or of an earlier answer.
    pub fn answer(&self, path: &str, answer: Answer) {
        lock(&self.state.answers).insert(path.to_string(), answer);
    }

    /// Answers at this path as before `answer`: with the file of `dist/`.
    pub fn forget(&self, path: &str) {
        lock(&self.state.answers).remove(path);
    }

    /// All requests that have been answered so far, in the order of their answers.
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.state.requests).clone()
    }

    /// The paths of `requests`.
    pub fn paths(&self) -> Vec<String> {
        self.requests().into_iter().map(|request| request.path).collect()
    }
}

/// A whole HTML page with this body, in English.
pub fn page(body: &str) -> String {
    page_in("en", body)
}

/// The same in the language with a BCP 47 tag.
pub fn page_in(lang: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"{lang}\" style=\"background: Canvas\"><head><meta charset=\"utf-8\"><title>Test</title>\
         <meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\"><link rel=\"icon\" href=\"icon.svg\"></head>\
         <body><main><h1>Test</h1>{body}</main></body></html>"
    )
}

/// The build that is tested.
pub fn dist() -> PathBuf {
    let default = || Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let dist = std::env::var_os("DIST").map_or_else(default, PathBuf::from);
    assert!(dist.join("policy-explorer.js").exists(), "{} has no build: cargo xtask build", dist.display());
    dist
}

/// The address of the asset whose name begins so.
pub fn asset(stem: &str) -> String {
    let files = std::fs::read_dir(dist().join("assets")).expect("a build has assets");
    let names = files.map(|file| file.expect("it can be read").file_name().to_string_lossy().into_owned());
    // Compressed copies have a second ending.
    let found: Vec<String> =
        names.filter(|name| name.starts_with(stem) && name.matches('.').count() == 1).collect();
    assert_eq!(found.len(), 1, "{stem}: {found:?}");
    format!("/assets/{}", found[0])
}

fn serve(state: &State, mut stream: TcpStream) -> std::io::Result<()> {
    let mut request = read(&stream)?;
    if request.path == CONSOLE {
        return send(&mut stream, &Answer::new("text/javascript", include_str!("console.js")));
    }
    let set = lock(&state.answers).get(&request.path).cloned();
    let mut answer = set.unwrap_or_else(|| file(&request.path));
    answer.keep_console();
    std::thread::sleep(answer.delay);
    request.status = if answer.cut == Some(0) { 0 } else { answer.status };
    lock(&state.requests).push(request);
    if answer.cut == Some(0) {
        return Ok(());
    }
    send(&mut stream, &answer)
}

fn send(stream: &mut TcpStream, answer: &Answer) -> std::io::Result<()> {
    let mut head = format!("HTTP/1.1 {} Answer\r\ncontent-length: {}\r\n", answer.status, answer.body.len());
    for (name, value) in &answer.headers {
        head += &format!("{name}: {value}\r\n");
    }
    head += "access-control-allow-origin: *\r\nconnection: close\r\n\r\n";
    stream.write_all(head.as_bytes())?;
    stream.write_all(&answer.body[..answer.cut.unwrap_or(answer.body.len()).min(answer.body.len())])
}

fn read(stream: &TcpStream) -> std::io::Result<Request> {
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next().unwrap_or_else(|| Ok(String::new()))?;
    let mut words = first.split(' ');
    let method = words.next().unwrap_or_default().to_string();
    let target = words.next().unwrap_or_default();
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut request =
        Request { method, path: path.to_string(), query: query.to_string(), ..Request::default() };
    for line in lines {
        let line = line?;
        let Some((name, value)) = line.split_once(':') else { break };
        request.headers.insert(name.to_lowercase(), value.trim().to_string());
    }
    if request.path.is_empty() {
        return Err(std::io::ErrorKind::UnexpectedEof.into());
    }
    Ok(request)
}

fn file(path: &str) -> Answer {
    let name = if path == "/" { "index.html" } else { &path[1..] };
    let content_type = match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
    match std::fs::read(dist().join(name)) {
        Ok(body) if !name.contains("..") => {
            let cached = if name.starts_with("assets/") { "max-age=31536000, immutable" } else { "no-cache" };
            Answer::new(content_type, body).header("cache-control", cached)
        }
        _ => Answer::new("text/plain", "not found").status(404),
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().expect("nobody panics while holding it")
}
