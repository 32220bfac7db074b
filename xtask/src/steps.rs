//! Says how far a task is: the number and name of each step when it begins, and the time it took. On a terminal the last
//! line shows the time that passes; elsewhere each line is written once.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// The steps of one task.
pub struct Steps {
    total: usize,
    /// How many have begun.
    begun: usize,
    /// The one that runs, as it is shown.
    shown: String,
    start: Instant,
    voice: Voice,
}

/// Where the steps are told.
enum Voice {
    /// On standard error.
    Line(ProgressBar),
    /// Nowhere: another task says how far it is.
    None,
}

impl Steps {
    /// So many steps, told on standard error.
    pub fn new(total: usize) -> Self {
        let style = ProgressStyle::with_template("{msg} {elapsed}").expect("the template is valid");
        Self::with(total, Voice::Line(ProgressBar::new_spinner().with_style(style)))
    }

    /// Steps of a task within another.
    pub fn silent() -> Self {
        Self::with(0, Voice::None)
    }

    fn with(total: usize, voice: Voice) -> Self {
        Self { total, begun: 0, shown: String::new(), start: Instant::now(), voice }
    }

    /// The next step begins, and the one before has ended.
    pub fn begin(&mut self, name: &str) {
        self.end();
        self.begun += 1;
        self.shown = format!("{} of {}: {name}", self.begun, self.total);
        self.start = Instant::now();
        let Voice::Line(line) = &self.voice else { return };
        line.set_message(format!("{} …", self.shown));
        line.reset();
        line.enable_steady_tick(Duration::from_millis(200));
        if line.is_hidden() {
            eprintln!("{} …", self.shown);
        }
    }

    /// How far the step is that runs; told where a line can be written anew.
    pub fn part(&self, at: usize, of: usize) {
        if let Voice::Line(line) = &self.voice {
            line.set_message(format!("{} ({at} of {of}) …", self.shown));
        }
    }

    /// The step that runs has ended.
    pub fn end(&mut self) {
        if !self.shown.is_empty() {
            let shown = std::mem::take(&mut self.shown);
            self.say(&format!("{shown}: {}", took(self.start.elapsed())));
        }
        if let Voice::Line(line) = &self.voice {
            line.disable_steady_tick();
            line.finish_and_clear();
        }
    }

    /// Says something else.
    pub fn say(&self, text: &str) {
        match &self.voice {
            Voice::Line(line) if line.is_hidden() => eprintln!("{text}"),
            Voice::Line(line) => line.println(text),
            Voice::None => {}
        }
    }
}

/// A time for people.
fn took(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 10.0 { format!("{seconds:.1} s") } else { minutes(time.as_secs()) }
}

fn minutes(seconds: u64) -> String {
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_as_precise_as_they_are_of_use() {
        for (milliseconds, text) in
            [(40, "0.0 s"), (2_340, "2.3 s"), (59_900, "59 s"), (83_000, "1 min 23 s")]
        {
            assert_eq!(took(Duration::from_millis(milliseconds)), text);
        }
    }
}
