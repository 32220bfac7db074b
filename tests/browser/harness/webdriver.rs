//! The WebDriver protocol: JSON over HTTP, one command after the other. W3C's standard is small, so speaking it
//! takes less than a client library with its asynchronous runtime would.

use std::cell::Cell;
use std::time::Duration;

use serde_json::{Value, json};
use ureq::Agent;

/// A session with a browser.
pub struct Session {
    agent: Agent,
    address: String,
    /// What the answer to the last command says of the browser.
    found: Cell<Found>,
}

/// What an answer says of the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It answers.
    Browser,
    /// It may have ended.
    Perhaps,
    /// Not even its driver answers any more.
    Silent,
    /// The driver has given up the session, as it does where the browser or its page has crashed.
    NoSession,
}

/// How the message begins where no answer has come in time.
const SILENCE: &str = "no answer";

/// A command that the browser refused: its error code and message.
#[derive(Debug)]
pub struct Refused(pub String);

impl Refused {
    fn found(&self) -> Found {
        let is_code = |code: &&str| self.0.strip_prefix('"').is_some_and(|rest| rest.starts_with(*code));
        let is_of_the_driver = self.0.starts_with('"');
        if is_code(&"invalid session id") {
            Found::NoSession
        } else if self.0.starts_with(SILENCE) {
            Found::Silent
        } else if !is_of_the_driver
            || ["disconnected", "unknown error", "no such window", "timeout"].iter().any(is_code)
        {
            Found::Perhaps
        } else {
            Found::Browser
        }
    }
}

impl Session {
    /// Starts a browser with these capabilities through the driver that listens at the address.
    pub fn start(driver: &str, capabilities: &Value) -> Result<Self, Refused> {
        let agent = agent();
        let body = json!({"capabilities": {"alwaysMatch": capabilities}});
        let answer = send(&agent, "POST", &format!("{driver}/session"), Some(&body))?;
        let id = answer["sessionId"].as_str().expect("a new session has an id").to_string();
        Ok(Self { agent, address: format!("{driver}/session/{id}"), found: Cell::new(Found::Browser) })
    }

    pub fn get(&self, command: &str) -> Result<Value, Refused> {
        self.send("GET", command, None)
    }

    pub fn post(&self, command: &str, body: &Value) -> Result<Value, Refused> {
        self.send("POST", command, Some(body))
    }

    pub fn delete(&self, command: &str) -> Result<Value, Refused> {
        self.send("DELETE", command, None)
    }

    fn send(&self, method: &str, command: &str, body: Option<&Value>) -> Result<Value, Refused> {
        let outcome = send(&self.agent, method, &format!("{}/{command}", self.address), body);
        self.found.set(outcome.as_ref().err().map_or(Found::Browser, Refused::found));
        outcome
    }

    /// What the answer to the last command says of the browser.
    pub fn found(&self) -> Found {
        self.found.get()
    }

    /// Closes the browser.
    pub fn end(self) {
        // One that cannot be closed has gone already.
        send(&self.agent, "DELETE", &self.address, None).ok();
    }
}

/// Whether the driver at the address takes sessions.
pub fn is_ready(driver: &str) -> bool {
    send(&agent(), "GET", &format!("{driver}/status"), None).is_ok_and(|status| status["ready"] == true)
}

fn agent() -> Agent {
    let config = Agent::config_builder().timeout_global(Some(Duration::from_secs(90)));
    config.http_status_as_error(false).proxy(None).build().into()
}

fn send(agent: &Agent, method: &str, address: &str, body: Option<&Value>) -> Result<Value, Refused> {
    let request = ureq::http::Request::builder().method(method).uri(address);
    let request = request.header("content-type", "application/json");
    let body = body.map(Value::to_string).unwrap_or_default();
    let lost = |error| match error {
        ureq::Error::Timeout(_) => Refused(format!("{SILENCE}: {method} {address}")),
        error => Refused(format!("{method} {address}: {error}")),
    };
    let answer = agent.run(request.body(body).expect("the request is well formed"));
    let mut answer = answer.map_err(lost)?;
    let refused = !answer.status().is_success();
    let limit = 256 << 20;
    let text = answer.body_mut().with_config().limit(limit).read_to_string();
    let text = text.map_err(lost)?;
    let mut json: Value = serde_json::from_str(&text).map_err(|_| Refused(text))?;
    let value = json["value"].take();
    if refused {
        return Err(Refused(format!("{}: {}", value["error"], value["message"])));
    }
    Ok(value)
}
