//! What numbers, months and vague words in a row mean.

use super::tokens::Token;
use super::{Shape, is_usual};
use policy_explorer::date::Day;

/// The years that a vague time names.
pub fn vague(items: &[Token]) -> Shape {
    let mut years = Vec::new();
    for item in items {
        if let Token::Number { value, digits: 4, .. } = item
            && !years.contains(value)
        {
            years.push(*value);
        }
    }
    if let [year, Token::Number { value, digits: 2, .. }] = items
        && let Token::Number { value: first, digits: 4, .. } = year
    {
        years.push(first / 100 * 100 + value);
    }
    if years.is_empty() { Shape::Unreadable } else { Shape::Vague(years) }
}

/// What numbers and months in a row mean.
pub fn shape(items: &[Token]) -> Shape {
    use Token::{Month, Number};
    match *items {
        [Number { value, digits, .. }] => alone(value, digits),
        [Number { value, digits: 5, .. }, Number { after: '.', .. }] => serial(value),
        [Month(month, _), Number { value, digits: 4, .. }]
        | [Number { value, digits: 4, .. }, Month(month, _)] => Shape::Ymd(value, Some(month), None),
        [Month(..), Number { digits: 1 | 2, .. }] | [Number { digits: 1 | 2, .. }, Month(..)] => {
            Shape::ShortYear
        }
        [Number { value: year, digits: 4, .. }, Number { value, digits: 1 | 2, after }] => {
            year_first(year, value, after)
        }
        [Number { value, digits: 1 | 2, .. }, Number { value: year, digits: 4, .. }]
            if (1..=12).contains(&value) =>
        {
            Shape::Ymd(year, Some(value), None)
        }
        [Number { value: first, digits: 4, .. }, Number { value: second, digits: 4, after: '-' | '/' }] => {
            Shape::Vague(vec![first, second])
        }
        [
            Number { value: year, digits: 4, .. },
            Number { value: month, digits: 1 | 2, .. },
            Number { value: day, digits: 1 | 2, .. },
        ] => Shape::Ymd(year, Some(month), Some(day)),
        [
            Number { value: first, digits: 1 | 2, .. },
            Number { value: second, digits: 1 | 2, .. },
            Number { value: year, digits: 4, .. },
        ] => Shape::Ordered(first, second, year),
        [
            Number { value: day, digits: 1 | 2, .. },
            Month(month, _),
            Number { value: year, digits: 4, .. },
        ]
        | [
            Month(month, _),
            Number { value: day, digits: 1 | 2, .. },
            Number { value: year, digits: 4, .. },
        ]
        | [
            Number { value: year, digits: 4, .. },
            Month(month, _),
            Number { value: day, digits: 1 | 2, .. },
        ] => Shape::Ymd(year, Some(month), Some(day)),
        [
            Number { digits: 1 | 2, .. },
            Month(..) | Number { digits: 1 | 2, .. },
            Number { digits: 1 | 2, .. },
        ]
        | [Month(..), Number { digits: 1 | 2, .. }, Number { digits: 1 | 2, .. }] => Shape::ShortYear,
        _ => Shape::Unreadable,
    }
}

/// A number alone: a year, a compact date, or the number of a day.
fn alone(value: u32, digits: usize) -> Shape {
    match digits {
        4 => Shape::Ymd(value, None, None),
        8 => Shape::Ymd(value / 10_000, Some(value / 100 % 100), Some(value % 100)),
        6 if is_usual(value / 100) && (1..=12).contains(&(value % 100)) => {
            Shape::Ymd(value / 100, Some(value % 100), None)
        }
        5 => serial(value),
        _ => Shape::Unreadable,
    }
}

fn serial(value: u32) -> Shape {
    let start = Day { year: 1899, month: 12, day: 30 };
    let day = Day::numbered(start.number() + i64::from(value));
    let usual = day.filter(|day| is_usual(u32::from(day.year)));
    usual.map_or(Shape::Unreadable, Shape::Serial)
}

/// 2014-05 is a month, 2014/15 are two years, and 2011-12 may be either.
fn year_first(year: u32, second: u32, after: char) -> Shape {
    let follows = second == (year + 1) % 100;
    match second {
        1..=12 if follows && matches!(after, '-' | '/') => Shape::School(year, second),
        1..=12 => Shape::Ymd(year, Some(second), None),
        _ if second > year % 100 || follows => {
            Shape::Vague(vec![year, year / 100 * 100 + second + if follows && second == 0 { 100 } else { 0 }])
        }
        _ => Shape::Unreadable,
    }
}
