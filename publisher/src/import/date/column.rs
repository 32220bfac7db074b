//! What a column of dates says of its cells: which of day and month comes first, whether 2011-12 is a month, whether a
//! spreadsheet program turned half of the dates round.

use super::{Said, Shape};
use crate::words::fold;
use policy_explorer::date::Precision;

/// Which of day and month comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The day.
    DayFirst,
    /// The month.
    MonthFirst,
}

/// What the publisher has answered.
#[derive(Clone, Copy, Debug, Default)]
pub struct Answers {
    /// `--date-order`.
    pub order: Option<Order>,
    /// `--swapped`.
    pub swapped: Option<bool>,
    /// `--vague-dates year`.
    pub vague_years: bool,
    /// `--calendar buddhist`.
    pub buddhist: bool,
}

/// What a column says of its cells.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// Which comes first, and the cell that proves it, or the head that states it.
    pub order: Option<(Order, String)>,
    /// Whether 2011-12 may be two years.
    pub is_school: bool,
    /// Whether date cells may have day and month exchanged.
    pub may_be_swapped: bool,
}

impl Column {
    /// What a column says, by its head and its cells with their names.
    pub fn new(head: (&str, String), cells: &[(String, Said)]) -> Self {
        let proofs =
            |wanted| cells.iter().find(|(_, said)| proof(&said.shape) == Some(wanted)).map(|cell| &cell.0);
        let order = match (stated(head.0), proofs(Order::DayFirst), proofs(Order::MonthFirst)) {
            (Some(order), ..) => Some((order, head.1)),
            (None, Some(at), None) => Some((Order::DayFirst, at.clone())),
            (None, None, Some(at)) => Some((Order::MonthFirst, at.clone())),
            (None, ..) => None,
        };
        let is_school = |(_, said): &(String, Said)| matches!(&said.shape, Shape::Vague(years) if matches!(years[..], [first, second] if second == first + 1));
        Self { order, is_school: cells.iter().any(is_school), may_be_swapped: may_be_swapped(cells) }
    }
}

/// Whether date cells all have a day of up to 12, beside texts that all have a greater one: then a program that expects
/// the other order has read those that it could.
fn may_be_swapped(cells: &[(String, Said)]) -> bool {
    let days =
        cells.iter().filter(|(_, said)| said.stamp == Some(Precision::Day)).filter_map(
            |(_, said)| match said.shape {
                Shape::Ymd(_, _, Some(day)) => Some(day),
                _ => None,
            },
        );
    let days: Vec<u32> = days.collect();
    let texts: Vec<&Shape> = cells
        .iter()
        .map(|(_, said)| &said.shape)
        .filter(|shape| matches!(shape, Shape::Ordered(..)))
        .collect();
    !days.is_empty()
        && !texts.is_empty()
        && days.iter().all(|&day| day <= 12)
        && texts.iter().all(|shape| proof(shape).is_some())
}

/// Which order a date proves.
pub(super) fn proof(shape: &Shape) -> Option<Order> {
    match shape {
        Shape::Ordered(13..=31, 1..=12, _) => Some(Order::DayFirst),
        Shape::Ordered(1..=12, 13..=31, _) => Some(Order::MonthFirst),
        _ => None,
    }
}

/// Which order a head states, such as "Date (DD/MM/YYYY)".
pub fn stated(head: &str) -> Option<Order> {
    let kind = |word: &str| match word {
        "d" | "dd" | "j" | "jj" | "tt" | "day" | "jour" | "dia" | "يوم" | "اليوم" => Some('d'),
        "m" | "mm" | "mmm" | "month" | "mois" | "mes" | "شهر" | "الشهر" => Some('m'),
        "y" | "yy" | "yyyy" | "aa" | "aaaa" | "jjjj" | "year" | "annee" | "ano" | "سنه" | "السنه" => {
            Some('y')
        }
        _ => None,
    };
    let folded = fold(head);
    let kinds: Vec<Option<char>> = folded.split(' ').map(kind).collect();
    kinds.windows(3).find_map(|three| match three {
        [Some('d'), Some('m'), Some('y')] => Some(Order::DayFirst),
        [Some('m'), Some('d'), Some('y')] => Some(Order::MonthFirst),
        _ => None,
    })
}
