//! Which way a text runs, and how it is set apart among texts that run the other way.

/// Where the lines of a language begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// As English is written.
    LeftToRight,
    /// As Arabic is written.
    RightToLeft,
}

impl Direction {
    /// The value of the attribute `dir`.
    pub fn name(self) -> &'static str {
        match self {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        }
    }

    /// That of a text, which its first letter with a direction decides.
    pub fn of(text: &str) -> Self {
        let crosses = |way: Self| move |&letter: &char| way.is_crossed_by(letter);
        let is_leftward = crosses(Self::LeftToRight);
        let first = text.chars().find(|letter| is_leftward(letter) || crosses(Self::RightToLeft)(letter));
        if first.as_ref().is_some_and(is_leftward) { Self::RightToLeft } else { Self::LeftToRight }
    }

    /// Puts a text into another. One that runs the other way is set apart (UAX #9: FSI … PDI), so that the signs and
    /// numbers around it keep their places.
    pub fn set_apart(self, within: &mut String, text: &str) {
        let marks = if text.contains(|letter| self.is_crossed_by(letter)) { APART } else { [""; 2] };
        within.extend([marks[0], text, marks[1]]);
    }

    /// Whether a letter belongs to text of the other direction.
    fn is_crossed_by(self, letter: char) -> bool {
        let is_leftward =
            matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
        match self {
            Direction::LeftToRight => is_leftward,
            Direction::RightToLeft => {
                let is_sign = matches!(letter, '\0'..='@' | '['..='`' | '{'..='¿' | '\u{2000}'..='\u{2bff}');
                !is_leftward && !is_sign
            }
        }
    }
}

/// The marks around a text that is set apart.
pub const APART: [&str; 2] = ["\u{2068}", "\u{2069}"];

/// A text of the widget's own without the marks that set parts of it apart, for files that programs read.
pub fn unmarked(text: &str) -> String {
    text.replace(['\u{200e}', '\u{2068}', '\u{2069}'], "")
}
