//! The colours of statuses: one hue from light to dark (or dark to light) for "how far", quieter tones
//! for statuses beside the order, a hatch for "no public data". sRGB.

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

    fn between(self, other: Self, thirds: (usize, usize)) -> Self {
        let (part, whole) = thirds;
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
    /// Borders and coasts.
    pub border: Colour,
    /// Paper and lines of the hatch of "no public data".
    pub hatch: (Colour, Colour),
    /// Four steps from the lowest rank to the highest.
    pub steps: [Colour; 4],
    /// Statuses without a rank.
    pub beside: [Colour; 2],
    /// What changed: forward, back, first known, withdrawn, otherwise, the same.
    pub changes: [Colour; 6],
    /// Letters on light and on dark colours.
    pub ink: (Colour, Colour),
}

/// On white.
pub const LIGHT: Theme = Theme {
    background: Colour(0xff, 0xff, 0xff),
    text: Colour(0x14, 0x21, 0x2b),
    quiet: Colour(0x4a, 0x57, 0x61),
    land: Colour(0xe6, 0xe3, 0xdc),
    border: Colour(0x85, 0x8e, 0x93),
    hatch: (Colour(0xfb, 0xfb, 0xfa), Colour(0xc3, 0xc8, 0xca)),
    steps: [
        Colour(0xbc, 0xdb, 0xe4),
        Colour(0x6d, 0xb0, 0xc6),
        Colour(0x1f, 0x78, 0x96),
        Colour(0x0b, 0x40, 0x58),
    ],
    beside: [Colour(0xc9, 0xb8, 0xd6), Colour(0xd9, 0xc3, 0x8a)],
    changes: [
        Colour(0x0b, 0x40, 0x58),
        Colour(0xb4, 0x53, 0x09),
        Colour(0x4d, 0x9b, 0xb5),
        Colour(0x7a, 0x5b, 0x94),
        Colour(0xd9, 0xc3, 0x8a),
        Colour(0xc2, 0xd0, 0xd6),
    ],
    ink: (Colour(0x05, 0x22, 0x2d), Colour(0xff, 0xff, 0xff)),
};

/// On near black.
pub const DARK: Theme = Theme {
    background: Colour(0x12, 0x16, 0x1a),
    text: Colour(0xe8, 0xed, 0xf0),
    quiet: Colour(0xa9, 0xb4, 0xbb),
    land: Colour(0x2b, 0x30, 0x36),
    border: Colour(0x6f, 0x7b, 0x83),
    hatch: (Colour(0x16, 0x1b, 0x20), Colour(0x3f, 0x4a, 0x52)),
    steps: [
        Colour(0x2f, 0x5d, 0x70),
        Colour(0x3c, 0x8d, 0xaa),
        Colour(0x86, 0xc5, 0xdc),
        Colour(0xcd, 0xec, 0xf8),
    ],
    beside: [Colour(0x7d, 0x66, 0x92), Colour(0x8d, 0x74, 0x36)],
    changes: [
        Colour(0xcd, 0xec, 0xf8),
        Colour(0xe0, 0x8e, 0x45),
        Colour(0x5f, 0xa9, 0xc6),
        Colour(0xa5, 0x86, 0xc2),
        Colour(0x8d, 0x74, 0x36),
        Colour(0x3f, 0x52, 0x5c),
    ],
    ink: (Colour(0x05, 0x22, 0x2d), Colour(0xff, 0xff, 0xff)),
};

impl Theme {
    /// The colour of a status or a change; none for "no public data" (hatched) and "not a member" (plain land).
    pub fn colour(&self, feed: &Feed, shade: Shade) -> Option<Colour> {
        match shade {
            Shade::Status(status) => self.status(feed, status),
            Shade::Change(change) => self.changes.get(change as usize).copied(),
        }
    }

    fn status(&self, feed: &Feed, status: Status) -> Option<Colour> {
        match status {
            Status::Done(done) => Some(self.step(done, feed.measures.len() + 1)),
            Status::Level(level) => Some(self.level(feed, level)),
            Status::Unknown | Status::NotMember => None,
        }
    }

    /// The letters on a colour.
    pub fn ink_on(&self, colour: Colour) -> Colour {
        if colour.is_light() { self.ink.0 } else { self.ink.1 }
    }

    fn level(&self, feed: &Feed, level: LevelIndex) -> Colour {
        let Some(rank) = feed[level].rank else {
            let unranked = feed.scale[..level.0].iter().filter(|level| level.rank.is_none()).count();
            return self.beside[unranked % self.beside.len()];
        };
        // Statuses of the same rank share a place.
        let first =
            |place: &usize| !feed.scale[..*place].iter().any(|other| other.rank == feed.scale[*place].rank);
        let ranks = (0..feed.scale.len()).filter(first).filter_map(|place| feed.scale[place].rank);
        self.step(ranks.clone().filter(|&other| other < rank).count(), ranks.count())
    }

    /// The colour of place `place` of `places`, lowest first.
    fn step(&self, place: usize, places: usize) -> Colour {
        let highest = self.steps.len() - 1;
        match (place, places) {
            (_, 0 | 1) => self.steps[highest],
            // The middle of three is kept well apart from the highest.
            (1, 3) => self.steps[1],
            _ => {
                let (at, whole) = (place * highest, places - 1);
                let (lower, part) = (at / whole, at % whole);
                self.steps[lower].between(self.steps[(lower + 1).min(highest)], (part, whole))
            }
        }
    }
}

/// The name of a shade's style, the same in every topic: `s1` for the scale's second status, `k2` for two
/// measures done, `c0` for the first of the changes.
pub fn style(shade: Shade) -> String {
    match shade {
        Shade::Status(Status::NotMember) => "not-a-member".to_owned(),
        Shade::Status(Status::Unknown) | Shade::Change(Change::Unknown) => "unknown".to_owned(),
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
    let pair = |of: fn(&Theme) -> Colour| either(of(&LIGHT), of(&DARK));
    let mut css = format!(
        ".pe{{--land:{};--border:{};--paper:{};--hatch:{}}}",
        pair(|theme| theme.land),
        pair(|theme| theme.border),
        pair(|theme| theme.hatch.0),
        pair(|theme| theme.hatch.1),
    );
    for status in levels.chain(done) {
        let id = crate::status::id(feed, status);
        rule(&mut css, feed, Shade::Status(status), ("status", &id));
    }
    for change in Change::ALL {
        rule(&mut css, feed, Shade::Change(change), ("change", change.id()));
    }
    css
}

fn rule(css: &mut String, feed: &Feed, shade: Shade, (kind, id): (&str, &str)) {
    let Some((light, dark)) = LIGHT.colour(feed, shade).zip(DARK.colour(feed, shade)) else { return };
    let plain = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    let own = either(light, dark);
    let fill = if plain { format!("var(--pe-{kind}-{id},{own})") } else { own };
    let ink = either(LIGHT.ink_on(light), DARK.ink_on(dark));
    css.push_str(&format!("[data-style={}]{{--fill:{fill};--ink:{ink}}}", style(shade)));
}

fn either(light: Colour, dark: Colour) -> String {
    format!("light-dark({},{})", light.hex(), dark.hex())
}
