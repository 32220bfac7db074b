//! The feed beside today.

use super::Checked;
use crate::check::problem::{Problem, Problems};
use crate::check::rules::claims as rules;
use policy_explorer::date::Date;

/// From so many days on a feed is stale.
const STALE: i64 = 366;

pub fn check(checked: &Checked<'_>, problems: &mut Problems) {
    let Some(published) = checked.feed.published else { return };
    let number = |date: Date| date.last_day().number();
    let age = number(checked.today) - number(published);
    // A day may have begun elsewhere.
    let rule = match age {
        STALE.. => &rules::STALE,
        ..-1 => &rules::AHEAD,
        _ => return,
    };
    let value = format!("{published}, and today is {}", checked.today);
    problems.add(Problem::new(rule, "/published").value(value));
}
