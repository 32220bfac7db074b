//! Numbers and dates that look random and are the same every time: SplitMix64 (Steele, Lea, Flood 2014).

pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: u32, high: u32) -> u32 {
        let span = u64::from(high - low) + 1;
        low + u32::try_from(self.next() % span).expect("less than the span, which fits")
    }

    pub fn one_in(&mut self, chances: u32) -> bool {
        self.between(1, chances) == 1
    }

    /// A day of the year, or only its month or the year itself.
    pub fn date_in(&mut self, year: u32) -> String {
        let (month, day) = (self.between(1, 12), self.between(1, 28));
        match self.between(0, 2) {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        }
    }

    pub fn date(&mut self, first_year: u32, last_year: u32) -> String {
        let year = self.between(first_year, last_year);
        self.date_in(year)
    }

    /// A day in the first ten months, so that no day of 2026 lies after the feed's publication.
    pub fn day(&mut self, year: u32) -> String {
        format!("{year}-{:02}-{:02}", self.between(1, 10), self.between(1, 28))
    }
}
