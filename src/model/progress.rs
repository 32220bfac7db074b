//! How far a reader has gone in the trend and in the list of changes: nothing that belongs into a link.

use crate::trend::Stack;

/// Where a reader is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The year of the trend whose numbers are read; none: that of the viewed date.
    pub year: Option<u16>,
    /// What the trend draws.
    pub stack: Stack,
    /// Whether the trend's numbers are open as a table.
    pub unfolded: bool,
    /// How many times each list of changes was made longer, in the order of `List`.
    pub longer: [usize; 2],
    /// Whether the trend is being heard.
    pub hearing: bool,
}

/// A list of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// In the world.
    World,
    /// In the feed.
    Feed,
}

impl List {
    /// The name that styles and focus know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::World => "world",
            Self::Feed => "feed",
        }
    }
}

/// A reader goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// To a year of the trend.
    Year(u16),
    /// Leaves members without public data out of the trend's drawing, or takes them in again.
    Sift,
    /// Opens or closes the table of the trend's numbers.
    Fold,
    /// Asks for more changes.
    Longer(List),
    /// Lets the trend be heard, or no longer.
    Hear,
    /// The column that ends with this year begins to be heard; none: all have been.
    Heard(Option<u16>),
}

impl Progress {
    /// Where the reader is after that.
    pub fn turned(self, turn: Turn) -> Self {
        match turn {
            Turn::Year(year) => Self { year: Some(year), ..self },
            Turn::Sift => {
                let stack = if self.stack == Stack::All { Stack::Known } else { Stack::All };
                Self { stack, ..self }
            }
            Turn::Fold => Self { unfolded: !self.unfolded, ..self },
            Turn::Longer(list) => {
                let mut longer = self.longer;
                longer[list as usize] += 1;
                Self { longer, ..self }
            }
            Turn::Hear => Self { hearing: !self.hearing, ..self },
            Turn::Heard(Some(year)) if self.hearing => Self { year: Some(year), ..self },
            Turn::Heard(_) => Self { hearing: false, ..self },
        }
    }
}
