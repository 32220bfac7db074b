//! What browser tests are written with. A test is a plain function, without a runtime:
//!
//! ```ignore
//! #[test]
//! fn enter_opens_the_profile() {
//!     each_engine("focus");
//!     let site = Site::with_page(r#"<script type="module" src="policy-explorer.js"></script>
//!                                   <policy-explorer feed="/feed.json"></policy-explorer>"#);
//!     site.answer("/feed.json", Answer::json(FEED).delay(Duration::from_millis(200)));
//!     let page = Page::open(&site.url("/page.html"));
//!     page.resize(320, 640);
//!     page.wait("$('[data-country]')");
//!     page.press("Tab");
//!     page.press("Enter");
//!     page.wait("$('[part=profile]').dataset.country === 'FRA'");
//!     assert_eq!(page.focus().role, "heading");
//!     assert_eq!(page.axe(), "");
//! }
//! ```
//!
//! In scripts, `host` is the element that `Page::look_at` names (the first `policy-explorer` unless told),
//! `root` its shadow root, `$(…)` and `$$(…)` the first and all elements in it that match a selector. Selectors
//! given to methods are read in the same root. What a page keeps for its test it keeps in `window`: Firefox's driver
//! sees no global `const`. Nothing sleeps: `wait` watches a state, and fails after forty
//! seconds with what the page looked like and what it wrote to the console. A drawing may end turns after the event that
//! began it, and after `host.state` tells of it: what it shows is waited for by itself (`becomes` and the like), not read
//! after something that only comes before it.
//!
//! Tests run in the browser that `BROWSER` names. One whose outcome depends on the engine begins with
//! `each_engine("focus");`, and runs in each; any other runs in Chromium alone. In doubt a test is for each. One that needs
//! what not every browser can do goes on with `if lacks(Ability::Touch) { return; }`, and is skipped, by name and with
//! the reason, where that is lacking.
//!
//! Where a browser itself ends in the middle of a test or answers no more, which WebKitGTK's does, the test says so, and `cargo xtask test`
//! runs it once more.
//!
//! Each test has a page of its own, in a browser that it shares with the tests before and after it; emulation is
//! reset between them. When a test fails, a picture of its page is in `screenshots/` of the target directory.

pub mod ability;
pub mod browser;
pub mod input;
pub mod look;
pub mod page;
mod process;
pub mod raster;
pub mod server;
pub mod site;
pub mod soon;
pub mod webdriver;
