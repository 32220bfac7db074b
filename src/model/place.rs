//! How far a reader has gone in the trend and in the list of changes: nothing that belongs into a link.

/// Where a reader is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The year of the trend whose numbers are read; none: the last.
    pub year: Option<u16>,
    /// Whether the trend's numbers are open as a table.
    pub unfolded: bool,
    /// How many times the list of changes was made longer.
    pub longer: usize,
}

/// A reader goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// To a year of the trend.
    Year(u16),
    /// Opens or closes the table of the trend's numbers.
    Fold,
    /// Asks for more changes.
    Longer,
}

impl Place {
    /// Where the reader is after that.
    pub fn turned(self, turn: Turn) -> Self {
        match turn {
            Turn::Year(year) => Self { year: Some(year), ..self },
            Turn::Fold => Self { unfolded: !self.unfolded, ..self },
            Turn::Longer => Self { longer: self.longer + 1, ..self },
        }
    }
}
