//! When a feed is polled again: as often as the host wants, less often while it cannot be had.

/// The shortest wait that a host may ask for, s.
pub const SHORTEST: f64 = 60.0;

/// The longest wait, ms: 24 days. Browsers keep a timer's wait in 31 bits of ms and treat a longer one as none at all
/// (HTML, "Timers").
const LONGEST: f64 = 24.0 * 24.0 * 3_600_000.0;

/// While polls fail, the wait doubles up to a day, ms.
const LONGEST_BACKOFF: f64 = 24.0 * 3_600_000.0;

/// Waits are up to this part longer by chance, so that pages which were opened together do not ask together.
const JITTER: f64 = 0.1;

/// The wait that a host asks for in `poll`, s, if it is at least a minute.
pub fn asked(seconds: f64) -> Option<f64> {
    (seconds >= SHORTEST).then_some(seconds)
}

/// The wait until the next poll, ms. `every`: what the host asks for, s; `failures`: how many polls in a row have failed;
/// `retry_after`: what the server asked for last, s (RFC 9110, 10.2.3); `chance`: a random number from 0 to 1.
pub fn wait(every: f64, failures: u32, retry_after: Option<f64>, chance: f64) -> u32 {
    let wanted = every * 1000.0;
    let doubled = wanted * f64::from(1u32 << failures.min(31));
    let backed_off = doubled.min(wanted.max(LONGEST_BACKOFF));
    let asked = retry_after.map_or(0.0, |seconds| seconds * 1000.0);
    let spread = backed_off.max(asked) * (1.0 + JITTER * chance.clamp(0.0, 1.0));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // At most 24 days.
    let ms = spread.min(LONGEST) as u32;
    ms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_ask_for_a_minute_or_more() {
        for (seconds, expected) in [(60.0, Some(60.0)), (59.9, None), (-1.0, None), (f64::NAN, None)] {
            assert_eq!(asked(seconds), expected, "{seconds}");
        }
    }

    #[test]
    fn no_wait_is_longer_than_a_browser_can_hold_or_shorter_than_asked() {
        for every in [60.0, 3600.0, 2_592_000.0, 1e12, f64::INFINITY] {
            for failures in [0, 1, 5, 40, u32::MAX] {
                for retry_after in [None, Some(0.0), Some(1e9), Some(f64::INFINITY)] {
                    for chance in [0.0, 0.5, 1.0, f64::NAN] {
                        let ms = wait(every, failures, retry_after, chance);
                        assert!(ms <= i32::MAX.cast_unsigned(), "{every} {failures} {retry_after:?}: {ms}");
                        assert!(
                            f64::from(ms) >= (every * 1000.0).min(LONGEST),
                            "{every} {failures} {retry_after:?}: {ms}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn failures_double_the_wait_up_to_a_day() {
        let waits = [0, 1, 2, 30].map(|failures| wait(60.0, failures, None, 0.0));
        assert_eq!(waits, [60_000, 120_000, 240_000, 86_400_000]);
        assert_eq!(wait(7.0 * 86_400.0, 3, None, 0.0), 7 * 86_400_000, "not more often for a failure");
        assert_eq!(wait(60.0, 0, Some(600.0), 0.0), 600_000, "the server's word");
    }
}
