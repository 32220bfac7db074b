//! The day on which the reader looks.

use crate::date::Date;

/// ms of a minute.
const MINUTE: f64 = 60_000.0;

/// The reader's day.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let offset = now.get_timezone_offset() * MINUTE;
    let local = js_sys::Date::new(&(now.get_time() - offset).into());
    // The calendar of ISO 8601, and before the year 10000 in its short form.
    Date::parse_timestamp(&String::from(local.to_iso_string())).expect("JavaScript writes ISO 8601")
}
