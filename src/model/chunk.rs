//! Code that is not in the first download: what there is of it, and how far it has come.

/// The code of a view that the first map does not need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// The profile's.
    Profile,
    /// The table's.
    Table,
    /// That of the notice which says what is wrong with a feed.
    Faults,
    /// The trend's.
    Trend,
    /// That of the list of changes.
    Changes,
    /// That of the countries side by side.
    Compare,
    /// That of the search for a country.
    Search,
    /// That of the link, the citation and the downloads.
    Share,
    /// That of what a hand on the widget wants first: tooltips, and the choices behind buttons.
    Options,
    /// That of globe and tiles. It draws nothing: it lays the world out.
    Projection,
}

impl Chunk {
    /// All of them, in their order.
    pub const ALL: [Chunk; Chunk::COUNT] = [
        Self::Profile,
        Self::Table,
        Self::Faults,
        Self::Trend,
        Self::Changes,
        Self::Compare,
        Self::Search,
        Self::Share,
        Self::Options,
        Self::Projection,
    ];

    /// How many there are.
    pub const COUNT: usize = 10;

    /// The name that the page knows it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Profile => "profile",
            Self::Table => "table",
            Self::Faults => "faults",
            Self::Trend => "trend",
            Self::Changes => "changes",
            Self::Compare => "compare",
            Self::Search => "search",
            Self::Share => "share",
            Self::Options => "options",
            Self::Projection => "projection",
        }
    }

    /// The chunk with that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|chunk| chunk.name() == name)
    }
}

/// How far a chunk has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrival {
    /// Nothing has needed it.
    #[default]
    Unasked,
    /// It is being fetched.
    Asked,
    /// It is here.
    Here,
    /// It did not come. The reader's next act asks for it again.
    Missed,
}

/// How far each chunk has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arrivals([Arrival; Chunk::COUNT]);

impl Arrivals {
    /// How far this one has come.
    pub fn of(&self, chunk: Chunk) -> Arrival {
        self.0[chunk as usize]
    }

    /// Whether something has to fetch it now; if so, it counts as asked for.
    pub fn ask(&mut self, chunk: Chunk) -> bool {
        let unasked = self.of(chunk) == Arrival::Unasked;
        if unasked {
            self.set(chunk, Arrival::Asked);
        }
        unasked
    }

    /// It has come, or not.
    pub fn set(&mut self, chunk: Chunk, arrival: Arrival) {
        self.0[chunk as usize] = arrival;
    }

    /// What did not come may be asked for again.
    pub fn forgive(&mut self) {
        for arrival in &mut self.0 {
            if *arrival == Arrival::Missed {
                *arrival = Arrival::Unasked;
            }
        }
    }
}
