//! Which browsers a test runs in. Chromium runs all; the others those that say `each_engine` first. What not every browser
//! can do, a test that needs it says next, and is skipped where it is lacking.

use std::cell::Cell;
use std::io::Write;

use super::browser;

/// Something that a browser, or its driver, may not be able to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ability {
    /// Touches by fingers, as such.
    Touch,
    /// Touches that scroll the page, as those of a screen do.
    Panning,
    /// The media feature `forced-colors`.
    ForcedColours,
    /// To show a page as it is printed.
    Paper,
    /// More than one pixel of the screen to a CSS pixel.
    Density,
    /// To turn the wheel while a key is held down.
    WheelWithKey,
    /// To tell the places of what stands in CSS's `zoom` as the window has them.
    Zoom,
    /// To tell an answer that was cut from a whole one.
    Cuts,
    /// To tell what assistive technology is given, whole.
    Tree,
    /// The media feature `prefers-contrast`, where it says `more`.
    MoreContrast,
    /// The same where it says `less`.
    LessContrast,
    /// Names of countries and languages in the version of CLDR that a list in the tests has.
    SameNames,
    /// What `@font-face` may say of how far a font reaches above and below its line.
    FontMetrics,
    /// To let a page in a sandbox without an origin load what its policy calls `'self'`.
    SelfInSandbox,
    /// To give `fetch` what the page has preloaded for it.
    PreloadsForFetch,
}

thread_local! {
    /// Whether the test of this thread is for each engine.
    static EACH: Cell<bool> = const { Cell::new(false) };
}

/// The first line of a test whose outcome depends on the engine, with what it depends on: it runs in each browser. Any other
/// runs in Chromium, and elsewhere where all run everywhere. `xtask/src/test/marks.rs` reads it where it stands.
///
/// ```ignore
/// #[test]
/// fn the_map_is_one_tab_stop() {
///     each_engine("focus");
/// ```
pub fn each_engine(_because_of: &str) {
    EACH.set(true);
}

/// Whether every test is run in every browser, also what tells little that another test does not tell.
pub fn everywhere() -> bool {
    std::env::var_os("EVERYWHERE").is_some()
}

/// Whether each of many that are alike is looked at: in Chromium, where all is run everywhere.
pub fn every_one() -> bool {
    everywhere() && is_the_one()
}

/// Of many that are alike one in so many, the first being at that place: they stand for the others where a native test goes
/// through all. Or all of them, where all is run everywhere.
pub fn some<T>(all: impl IntoIterator<Item = T>, first: usize, step: usize) -> impl Iterator<Item = T> {
    let (first, step) = if every_one() { (0, 1) } else { (first, step) };
    all.into_iter().skip(first).step_by(step)
}

/// All in Chromium, or where all is run everywhere; in another engine the first `few`, in which it differs most if at all.
pub fn telling<T>(all: &[T], few: usize) -> &[T] {
    if is_the_one() || everywhere() { all } else { &all[..few] }
}

/// Whether this is the browser that runs all tests.
pub fn is_the_one() -> bool {
    browser::chosen().is_the_one()
}

/// Holds that a test which opens a page is to run in this browser.
pub fn expected_here() {
    let browser = browser::chosen();
    assert!(
        everywhere() || browser.is_the_one() || EACH.get(),
        "this test says nothing of each engine and runs in {}: is the mark its first line?",
        browser.name()
    );
}

/// Whether the browser lacks this. The test is then to return: it is counted as skipped, and `cargo xtask test` lists it
/// with the reason.
///
/// ```ignore
/// if lacks(Ability::Touch) {
///     return;
/// }
/// ```
#[must_use]
pub fn lacks(ability: Ability) -> bool {
    let browser = browser::chosen();
    browser.lacks(ability).inspect(|reason| skip(reason)).is_some()
}

/// Says that the test is skipped, and why.
pub fn skip(reason: &str) {
    say("skipped", &format!(": {reason}"));
}

/// Says that the browser ended in the middle of the test.
pub fn say_gone() {
    say("gone", "");
}

/// Says something of this test to `xtask/src/test/tally.rs`.
fn say(what: &str, more: &str) {
    let browser = browser::chosen();
    let test = std::thread::current().name().unwrap_or("a test").to_string();
    // Not by `println!`, which nobody sees where the test passes; nor may it panic, since a test may be failing.
    writeln!(std::io::stdout(), "[{what}] {test} in {}{more}", browser.name()).ok();
}
