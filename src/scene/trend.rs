//! The trend as shapes: a stack of steps, one step a column, with axes, marks and the totals that somebody
//! reported. Lengths are px of a frame that is as wide as the place it stands in.

use super::class::{Class, class};
use super::number::px;
use crate::date::{Date, Day};
use crate::feed::Reported;
use crate::message::Messages;
use crate::survey::Filter;
use crate::trend::{Column, Stack, Trend};
use crate::world::Point;
use std::fmt::Write;

/// Width of a digit at the size of the axes' labels, 12 px.
const DIGIT: f64 = 7.0;
/// Height of a line of labels.
const LINE: f64 = 16.0;
/// Room for the signs beside the last column.
const SIGNS: f64 = 24.0;
/// Least distance of signs, and of numbers of marks.
const APART: f64 = 18.0;
/// Half the diagonal of a diamond.
const DIAMOND: f64 = 5.5;

/// Everything that is drawn of a trend.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendScene {
    /// Width of the frame.
    pub width: f64,
    /// Height of the frame.
    pub height: f64,
    /// The area between the axes.
    pub plot: Area,
    /// The statuses, the lowest of the stack first; those that nobody ever has are left out.
    pub bands: Vec<Band>,
    /// Lines across with their numbers.
    pub rules: Vec<Label>,
    /// Years below the axis.
    pub years: Vec<Label>,
    /// Signs of the statuses beside the last column.
    pub signs: Vec<Sign>,
    /// The middle of the pointer to the column that stands for the viewed date.
    pub viewed: Point,
    /// Where a mark crosses the plot.
    pub marks: Vec<f64>,
    /// Numbers of the marks above the plot; "2–3" where they stand too close to be apart.
    pub flags: Vec<Label>,
    /// The middles of the reported totals.
    pub totals: Vec<Point>,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its lower edge.
    pub bottom: f64,
}

/// A status through the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// The status.
    pub class: Class,
    /// Its steps, as SVG path data.
    pub path: String,
    /// Whether the filters take it out.
    pub muted: bool,
}

/// The sign of a status.
#[derive(Clone, Debug, PartialEq)]
pub struct Sign {
    /// The status.
    pub class: Class,
    /// The middle of its tile.
    pub at: Point,
    /// Whether the filters take it out.
    pub muted: bool,
}

/// A text at a place along an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The place.
    pub at: f64,
    /// The text.
    pub text: String,
}

/// Where the columns stand: as much of the scene as is known without counting.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// The area between the axes.
    pub plot: Area,
    first: u16,
    year: f64,
}

impl Axis {
    /// The axis of a trend in a frame of this width.
    pub fn new(trend: &Trend<'_>, messages: &Messages, width: f64) -> Self {
        let most = trend.feed.members.len().max(reported(trend));
        let digits = messages.number(most).chars().count();
        let (first, last) = (trend.columns[0].first, trend.columns[trend.columns.len() - 1].last);
        #[allow(clippy::cast_precision_loss)]
        let left = digits as f64 * DIGIT + 8.0;
        let top = if trend.marks(messages).is_empty() { LINE / 2.0 } else { LINE + 8.0 };
        let height = height(width);
        let plot = Area { left, top, right: (width - SIGNS).max(left), bottom: height - LINE - 6.0 };
        Self { plot, first, year: (plot.right - plot.left) / f64::from(last - first + 1) }
    }

    /// The left and right edge of a column.
    pub fn edges(&self, column: Column) -> (f64, f64) {
        (self.start(column.first), self.start(column.last + 1))
    }

    /// The year at a place; those beyond an end count as the last there.
    pub fn year(&self, x: f64) -> u16 {
        let years = ((x.clamp(self.plot.left, self.plot.right) - self.plot.left) / self.year).floor();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let years = years as u16;
        self.first + years
    }

    fn start(&self, year: u16) -> f64 {
        self.plot.left + f64::from(year - self.first) * self.year
    }

    fn day(&self, day: Day) -> f64 {
        self.start(day.year) + day.into_year() * self.year
    }

    /// The middle of the period that a date stands for.
    fn date(&self, date: Date) -> f64 {
        f64::midpoint(self.day(date.first_day()), self.day(date.last_day()))
    }
}

impl TrendScene {
    /// The trend in a frame of this width. `filter` mutes the statuses that it does not keep; those that `stack` does not have
    /// are not drawn, and the axis fits the others.
    pub fn new(trend: &Trend<'_>, messages: &Messages, filter: &Filter, stack: Stack, width: f64) -> Self {
        let axis = Axis::new(trend, messages, width);
        let plot = axis.plot;
        let surveys = trend.surveys();
        let drawn = surveys.iter().map(|survey| survey.count(|status| stack.has(status)));
        let members = drawn.max().unwrap_or_default();
        let (step, top) = rounded(members.max(reported(trend)));
        #[allow(clippy::cast_precision_loss)]
        let y = |count: usize| plot.bottom - count as f64 / top as f64 * (plot.bottom - plot.top);
        let edges: Vec<_> = trend.columns.iter().map(|&column| axis.edges(column)).collect();
        let mut below = vec![0; surveys.len()];
        let mut bands = Vec::new();
        let mut signs = Vec::new();
        for (index, &status) in surveys[0].classes.iter().enumerate() {
            let above: Vec<usize> =
                surveys.iter().zip(&below).map(|(survey, below)| below + survey.counts[index]).collect();
            if above == below || !stack.has(status) {
                continue;
            }
            let class = class(trend.feed, messages, status);
            let muted = !filter.statuses.is_empty() && !filter.statuses.contains(&status);
            let (low, high) = (below[below.len() - 1], above[above.len() - 1]);
            if high > low {
                let middle = f64::midpoint(y(low), y(high));
                let at = Point { x: plot.right + SIGNS / 2.0 + 2.0, y: middle };
                signs.push(Sign { class: class.clone(), at, muted });
            }
            bands.push(Band { class, path: steps(&edges, &below, &above, y), muted });
            below = above;
        }
        spread(&mut signs, plot.bottom);
        let marks: Vec<f64> = trend.marks(messages).iter().map(|mark| axis.date(mark.date)).collect();
        let point = |total: &Reported| Point {
            x: axis.date(total.date),
            y: y(usize::try_from(total.count).unwrap_or_default()),
        };
        Self {
            width,
            height: height(width),
            plot,
            bands,
            rules: (0..=top)
                .step_by(step)
                .map(|count| Label { at: y(count), text: messages.number(count) })
                .collect(),
            years: years(trend, messages, &axis),
            signs,
            viewed: Point {
                x: f64::midpoint(edges[trend.viewed].0, edges[trend.viewed].1),
                y: plot.bottom + 5.5,
            },
            flags: flags(messages, &marks),
            marks,
            totals: trend.totals().into_iter().map(point).collect(),
        }
    }
}

impl Label {
    fn new(at: f64, text: impl Into<String>) -> Self {
        Self { at, text: text.into() }
    }
}

/// The outline of the sign of a reported total around the origin, as SVG path data.
pub fn diamond() -> String {
    let half = px(DIAMOND);
    format!("M0-{half} {half} 0 0 {half}-{half} 0Z")
}

/// The outline of the pointer to the viewed date around the origin, as SVG path data.
pub fn pointer() -> String {
    "M0-3L4 3H-4Z".to_owned()
}

fn height(width: f64) -> f64 {
    (width * 0.42).clamp(240.0, 400.0).round()
}

/// The highest total that somebody reported.
fn reported(trend: &Trend<'_>) -> usize {
    let totals = trend.totals().into_iter();
    totals.filter_map(|total| usize::try_from(total.count).ok()).max().unwrap_or_default()
}

/// Round numbers for an axis that reaches `highest`: the distance of its lines and where it ends.
fn rounded(highest: usize) -> (usize, usize) {
    let mut power = 1;
    loop {
        for step in [power, 2 * power, 5 * power] {
            if step * 5 >= highest {
                return (step, highest.div_ceil(step).max(1) * step);
            }
        }
        power *= 10;
    }
}

/// The outline of a band: its upper edge from left to right, its lower edge back.
fn steps(edges: &[(f64, f64)], below: &[usize], above: &[usize], y: impl Fn(usize) -> f64) -> String {
    let mut path = String::new();
    let mut draw = |letter: char, value: f64| {
        write!(path, "{letter}{}", px(value)).expect("a string takes everything");
    };
    draw('M', edges[0].0);
    draw(' ', y(below[0]));
    for (&(_, right), &count) in edges.iter().zip(above) {
        draw('V', y(count));
        draw('H', right);
    }
    for (&(left, _), &count) in edges.iter().zip(below).rev() {
        draw('V', y(count));
        draw('H', left);
    }
    path.push('Z');
    path
}

/// Moves signs apart that would cover each other, upwards, and down again where that leads out at the top.
fn spread(signs: &mut [Sign], bottom: f64) {
    let mut limit = bottom - APART / 2.0 + 8.0;
    for Sign { at, .. } in &mut *signs {
        at.y = at.y.min(limit);
        limit = at.y - APART;
    }
    let mut limit = APART / 2.0;
    for Sign { at, .. } in signs.iter_mut().rev() {
        at.y = at.y.max(limit);
        limit = at.y + APART;
    }
}

/// The years that are written below: as many as fit, at round distances.
fn years(trend: &Trend<'_>, messages: &Messages, axis: &Axis) -> Vec<Label> {
    let year = |year: u16| messages.date(Date::of_year(year));
    let (first, last) = (trend.columns[0].first, trend.columns[trend.columns.len() - 1].last);
    #[allow(clippy::cast_precision_loss)]
    let room = year(last).chars().count() as f64 * DIGIT + 12.0;
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
    let step = steps.into_iter().find(|&step| f64::from(step) * axis.year >= room).unwrap_or(10_000);
    let at = |year: u16| axis.start(year) + axis.year / 2.0;
    (first.div_ceil(step)..=last / step)
        .map(|round| Label::new(at(round * step), year(round * step)))
        .collect()
}

/// The numbers of the marks; those too close to each other share one.
fn flags(messages: &Messages, marks: &[f64]) -> Vec<Label> {
    let mut flags: Vec<Label> = Vec::new();
    let mut first = (0, 0.0);
    let mut before = f64::NEG_INFINITY;
    for (index, &at) in marks.iter().enumerate() {
        let number = messages.number(index + 1);
        if at - before >= APART {
            first = (index + 1, at);
            flags.push(Label::new(at, number));
        } else if let Some(flag) = flags.last_mut() {
            *flag = Label::new(f64::midpoint(first.1, at), format!("{}–{number}", messages.number(first.0)));
        }
        before = at;
    }
    flags
}
