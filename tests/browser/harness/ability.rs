//! What not every browser can do. A test that needs it says so first, and is skipped where it is lacking.

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

/// Whether this is not the one browser that a test runs in whose outcome is the same in each, for the reason given. The
/// test is then to return, as with `lacks`.
#[must_use]
pub fn is_told_by_one(reason: &str) -> bool {
    let is_told = !browser::chosen().is_the_one();
    if is_told {
        skip(reason);
    }
    is_told
}

/// Says that the test is skipped.
fn skip(reason: &str) {
    let browser = browser::chosen();
    let test = std::thread::current().name().unwrap_or("a test").to_string();
    // Not by `println!`, which nobody sees where the test passes; `xtask/src/test/tally.rs` reads it.
    writeln!(std::io::stdout(), "[skipped] {} in {}: {reason}", test, browser.name())
        .expect("standard output is open");
}
