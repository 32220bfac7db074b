//! The colours of statuses: one hue from light to dark (or dark to light) for "how far", quieter tones
//! for statuses beside the order, a hatch for "no public data". sRGB. `tests/native/colour.rs` holds how far they lie
//! apart, for whom; `styles/base.css` has the same text colours.

use crate::against::Change;
use crate::feed::{Feed, LevelIndex};
use crate::status::Status;
use crate::survey::Shade;

/// A colour, sRGB, 8 bits a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// As CSS and SVG write it.
    pub fn hex(self) -> String {
        let Self(red, green, blue) = self;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// Whether dark letters are read better on it than white ones: its relative luminance (WCAG 2.2),
    /// with the transfer curve taken as a square, is above that of mid grey.
    pub fn is_light(self) -> bool {
        let square = |channel: u8| u32::from(channel) * u32::from(channel);
        (213 * square(self.0) + 715 * square(self.1) + 72 * square(self.2)) / 1000 > 16_000
    }

    /// So many parts on the way to another colour.
    pub fn between(self, other: Self, (part, whole): (usize, usize)) -> Self {
        let mix = |from: u8, to: u8| {
            let mixed = (usize::from(from) * (whole - part) + usize::from(to) * part) / whole;
            u8::try_from(mixed).expect("between two bytes")
        };
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }
}

/// The colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Behind everything.
    pub background: Colour,
    /// Text.
    pub text: Colour,
    /// Text of second rank.
    pub quiet: Colour,
    /// Land that is no member.
    pub land: Colour,
    /// Borders and coasts. The background lies around them: on any colour one of the two is seen.
    pub border: Colour,
    /// Paper of the hatch of "no public data", and its lines: plain and quieter ones.
    pub hatch: (Colour, [Colour; 2]),
    /// The lowest rank, the last on whose side letters have the same ink, the first on the other side, the highest
    /// rank. No colour lies between the two sides: letters in black and in white would both be hard to read.
    pub steps: [Colour; 4],
    /// Of so many ranks one is on the lower side.
    pub lower: usize,
    /// Statuses without a rank.
    pub beside: [Colour; 4],
    /// What changed: forward, back, first known, withdrawn, otherwise, the same.
    pub changes: [Colour; 6],
}

/// How strongly the hatch is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pattern {
    /// As lines that have to be seen.
    #[default]
    Plain,
    /// More quietly, by the reader's wish: the sign goes on telling.
    Light,
}

/// Letters on light and on dark colours.
pub const INK: (Colour, Colour) = (Colour(0, 0, 0), Colour(0xff, 0xff, 0xff));

/// On white.
pub const LIGHT: Theme = Theme {
    background: Colour(0xff, 0xff, 0xff),
    text: Colour(0x14, 0x21, 0x2b),
    quiet: Colour(0x43, 0x50, 0x5a),
    land: Colour(0xd8, 0xd4, 0xca),
    border: Colour(0x43, 0x4d, 0x54),
    hatch: (Colour(0xfb, 0xfb, 0xfa), [Colour(0x8b, 0x92, 0x96), Colour(0xc3, 0xc8, 0xca)]),
    steps: [
        Colour(0xba, 0xe0, 0xef),
        Colour(0x4d, 0xa3, 0xc3),
        Colour(0x0e, 0x5e, 0x7c),
        Colour(0x0b, 0x2d, 0x3f),
    ],
    lower: 2,
    beside: [
        Colour(0xe5, 0xcd, 0x97),
        Colour(0xc3, 0x91, 0x96),
        Colour(0x57, 0x43, 0x2c),
        Colour(0xa2, 0xa2, 0x5e),
    ],
    changes: [
        Colour(0x0b, 0x2d, 0x3f),
        Colour(0x8d, 0x3d, 0x12),
        Colour(0x4d, 0xa3, 0xc3),
        Colour(0x67, 0x49, 0x7d),
        Colour(0xd2, 0xb9, 0x7b),
        Colour(0xb9, 0xcc, 0xd8),
    ],
};

/// On near black.
pub const DARK: Theme = Theme {
    background: Colour(0x12, 0x16, 0x1a),
    text: Colour(0xe8, 0xed, 0xf0),
    quiet: Colour(0xa9, 0xb4, 0xbb),
    land: Colour(0x43, 0x45, 0x47),
    border: Colour(0xa3, 0xac, 0xb2),
    hatch: (Colour(0x16, 0x1b, 0x20), [Colour(0x66, 0x6e, 0x74), Colour(0x3f, 0x4a, 0x52)]),
    steps: [
        Colour(0x21, 0x48, 0x5c),
        Colour(0x1c, 0x5f, 0x76),
        Colour(0x4c, 0xa3, 0xc2),
        Colour(0xd6, 0xef, 0xf9),
    ],
    lower: 3,
    beside: [
        Colour(0xae, 0x99, 0x5b),
        Colour(0x8b, 0xa5, 0xa4),
        Colour(0x52, 0x3d, 0x0a),
        Colour(0xb4, 0xbc, 0x9d),
    ],
    changes: [
        Colour(0xd6, 0xef, 0xf9),
        Colour(0xdf, 0x89, 0x4b),
        Colour(0x4c, 0xa3, 0xc2),
        Colour(0x6b, 0x49, 0x84),
        Colour(0xd4, 0xc0, 0x80),
        Colour(0x47, 0x5a, 0x66),
    ],
};

/// A colour by its index in a theme, the same in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Step `.0` of `.1`, lowest first.
    Step(usize, usize),
    /// A status without a rank, by its index among them.
    Beside(usize),
    /// A change, by its index in `Change::ALL`.
    Change(usize),
}

impl Tone {
    /// Of a status or a change; none for "no public data" (hatched) and "not a member" (plain land).
    pub fn of(feed: &Feed, shade: Shade) -> Option<Self> {
        match shade {
            Shade::Status(Status::Done(done)) => Some(Self::Step(done, feed.measures.len() + 1)),
            Shade::Status(Status::Level(level)) => Some(Self::level(feed, level)),
            Shade::Status(Status::Unknown | Status::NotMember) => None,
            Shade::Change(change) => {
                Some(Self::Change(change as usize)).filter(|_| change != Change::Unknown)
            }
        }
    }

    fn level(feed: &Feed, level: LevelIndex) -> Self {
        let Some(rank) = feed[level].rank else {
            return Self::Beside(feed.scale[..level.0].iter().filter(|level| level.rank.is_none()).count());
        };
        // Statuses of the same rank share a step.
        let mut ranks: Vec<i32> = feed.order().iter().rev().filter_map(|&level| feed[level].rank).collect();
        ranks.dedup();
        Self::Step(ranks.iter().filter(|&&other| other < rank).count(), ranks.len())
    }
}

impl Theme {
    /// The colour of a status or a change; none for "no public data" (hatched) and "not a member" (plain land).
    pub fn colour(&self, feed: &Feed, shade: Shade) -> Option<Colour> {
        Tone::of(feed, shade).map(|tone| self.tone(tone))
    }

    /// The colour of a tone.
    pub fn tone(&self, tone: Tone) -> Colour {
        match tone {
            Tone::Step(step, steps) => self.step(step, steps),
            Tone::Beside(index) => self.beside[index % self.beside.len()],
            Tone::Change(index) => self.changes[index],
        }
    }

    /// The letters on a colour.
    pub fn ink_on(&self, colour: Colour) -> Colour {
        if colour.is_light() { INK.0 } else { INK.1 }
    }

    /// The colour of a step of so many, lowest first.
    fn step(&self, step: usize, steps: usize) -> Colour {
        let [lowest, low, high, highest] = self.steps;
        let lower = (steps + 1) / self.lower;
        match step.checked_sub(lower) {
            _ if step + 1 == steps => highest,
            None => lowest.between(low, (step, (lower - 1).max(1))),
            Some(step) => high.between(highest, (step, steps - lower - 1)),
        }
    }
}

/// The style of "no public data".
pub const UNKNOWN: &str = "unknown";

/// The name of a shade's style, the same in every topic: `s1` for the scale's second status, `k2` for two
/// measures done, `c0` for the first of the changes.
pub fn style(shade: Shade) -> String {
    match shade {
        Shade::Status(Status::NotMember) => "not-a-member".to_owned(),
        Shade::Status(Status::Unknown) | Shade::Change(Change::Unknown) => UNKNOWN.to_owned(),
        Shade::Status(Status::Level(LevelIndex(level))) => format!("s{level}"),
        Shade::Status(Status::Done(done)) => format!("k{done}"),
        Shade::Change(change) => format!("c{}", change as usize),
    }
}

/// The rules that give land, lines, hatch and each style their colours in both themes: `[data-style=s0]{--fill:…;--ink:…}`. A host may override
/// `--pe-status-<id>` and `--pe-change-<id>`.
pub fn css(feed: &Feed) -> String {
    let levels = (0..feed.scale.len()).map(|level| Status::Level(LevelIndex(level)));
    let done = (0..=feed.measures.len()).map(Status::Done);
    let mut css = ground();
    for status in levels.chain(done) {
        let id = crate::status::id(feed, status);
        rule(&mut css, feed, Shade::Status(status), ("status", &id));
    }
    for change in Change::ALL {
        rule(&mut css, feed, Shade::Change(change), ("change", change.id()));
    }
    css
}

/// The rule that gives land, lines and hatch their colours.
pub fn ground() -> String {
    let pair = |of: fn(&Theme) -> Colour| either(of(&LIGHT), of(&DARK));
    format!(
        ".pe{{--land:{};--border:{};--paper:{};--hatch:{};--faint:{}}}",
        pair(|theme| theme.land),
        pair(|theme| theme.border),
        pair(|theme| theme.hatch.0),
        pair(|theme| theme.hatch.1[0]),
        pair(|theme| theme.hatch.1[1]),
    )
}

fn rule(css: &mut String, feed: &Feed, shade: Shade, (kind, id): (&str, &str)) {
    let Some((light, dark)) = LIGHT.colour(feed, shade).zip(DARK.colour(feed, shade)) else { return };
    let plain = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    let own = either(light, dark);
    let fill = if plain { format!("var(--pe-{kind}-{id},{own})") } else { own };
    css.push_str(&format!("[data-style={}]{{--fill:{fill};--ink:{}}}", style(shade), inks(light, dark)));
}

/// The letters on a colour in both themes.
pub fn inks(light: Colour, dark: Colour) -> String {
    either(LIGHT.ink_on(light), DARK.ink_on(dark))
}

/// A colour in both themes.
pub fn either(light: Colour, dark: Colour) -> String {
    format!("light-dark({},{})", light.hex(), dark.hex())
}
