//! The legend below a map: each entry whole, in as many rows as it takes.

use super::paper::{GAP, LABEL, MARGIN, Paper, ROOM, TILE};
use crate::feed::Feed;
use crate::scene::class::Entry;

/// Between two entries, px.
const SPACE: usize = 16;
/// Between two rows, px.
const LEADING: usize = 4;
/// In more than one row, entries begin at so many places.
const STOPS: usize = 4;

/// Writes the legend.
pub fn legend(paper: &mut Paper<'_>, feed: &Feed, legend: &[Entry]) {
    let entries: Vec<_> = legend.iter().map(|entry| lines(paper, entry)).collect();
    let wide =
        |lines: &[String]| TILE + GAP + lines.iter().map(|line| LABEL.width(line)).max().unwrap_or_default();
    let whole: usize = entries.iter().map(|lines| wide(lines) + SPACE).sum();
    let stop = if whole <= ROOM + SPACE { 1 } else { ROOM / STOPS };
    let (mut from, mut height) = (0, 0);
    for (entry, lines) in legend.iter().zip(&entries) {
        if from > 0 && from + wide(lines) > ROOM {
            paper.top += height + LEADING;
            (from, height) = (0, 0);
        }
        let at = MARGIN + from;
        paper.tile(feed, (at, paper.top), entry.shade, entry.class.sign.as_deref());
        let bottom = paper.write((at + TILE + GAP, paper.top), LABEL, lines);
        height = height.max(bottom - paper.top);
        from += (wide(lines) + SPACE).next_multiple_of(stop);
    }
    paper.top += height;
}

/// The label with its count, which never stands alone.
fn lines(paper: &Paper<'_>, entry: &Entry) -> Vec<String> {
    let messages = paper.messages();
    let count = entry.count.map(|count| messages.labelled("", &messages.number(count)));
    let behind = count.unwrap_or_default().replace(' ', "\u{a0}");
    let mut lines = LABEL.wrap(&format!("{}{behind}", entry.class.label), ROOM - TILE - GAP);
    let last = lines.pop().unwrap_or_default();
    let mut lines = paper.apart(&lines);
    lines.push(match last.strip_suffix(&behind) {
        Some(label) => messages.apart(label) + &behind.replace('\u{a0}', " "),
        None => last,
    });
    lines
}
