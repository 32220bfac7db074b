//! A trend to be heard: a tone a column, as high as the number that it stands for. What plays the tones is the page's.

/// The tone of none, and how many octaves above it the tone of the most is: from 220 to 880 Hz, which small
/// loudspeakers give and most people hear best.
pub const LOWEST: f64 = 220.0;
/// See `LOWEST`.
pub const OCTAVES: f64 = 2.0;
/// From the begin of a tone to that of the next, and how long it sounds, s.
pub const PACE: f64 = 0.25;
/// See `PACE`.
pub const LENGTH: f64 = 0.18;

/// A tone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tone {
    /// When it begins, s from the first.
    pub start: f64,
    /// How long it sounds, s.
    pub duration: f64,
    /// Hz.
    pub frequency: f64,
}

/// How high a count sounds, Hz, where `most` is the highest: linear in the number of steps, as pitch is heard, so
/// that one more member is the same interval everywhere. 220 · 2^(2 · count / most).
#[allow(clippy::cast_precision_loss)]
pub fn frequency(count: usize, most: usize) -> f64 {
    LOWEST * (OCTAVES * count as f64 / most.max(1) as f64).exp2()
}

/// The tones of a row of counts, one after the other.
#[allow(clippy::cast_precision_loss)]
pub fn tones(counts: &[usize]) -> Vec<Tone> {
    let most = counts.iter().copied().max().unwrap_or_default();
    let tone = |(place, &count): (usize, &usize)| Tone {
        start: place as f64 * PACE,
        duration: LENGTH,
        frequency: frequency(count, most),
    };
    counts.iter().enumerate().map(tone).collect()
}
