//! Runs the command line as a publisher does.

use std::path::PathBuf;
use std::process::Command;

/// The exit status, and what was printed on standard output and standard error.
pub fn told(arguments: &[&str]) -> (Option<i32>, String, String) {
    let program = env!("CARGO_BIN_EXE_policy-explorer");
    let output = Command::new(program).args(arguments).output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// A file with a feed that is gone when it is dropped.
pub struct Feed(PathBuf);

impl Feed {
    /// The name is this test’s own.
    pub fn new(name: &str, text: &str) -> Self {
        Self::of_bytes(name, text.as_bytes())
    }

    pub fn of_bytes(name: &str, bytes: &[u8]) -> Self {
        let path = std::env::temp_dir().join(format!("policy-explorer-{name}-{}.json", std::process::id()));
        std::fs::write(&path, bytes).expect("the folder takes it");
        Self(path)
    }

    pub fn path(&self) -> &str {
        self.0.to_str().expect("a plain path")
    }
}

impl Drop for Feed {
    fn drop(&mut self) {
        std::fs::remove_file(&self.0).expect("it is there");
    }
}
