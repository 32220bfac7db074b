//! The fields of the view, and the two layers of their values: the host's and the reader's.

/// Who may set a field.
enum Setter {
    /// The host alone: a link must not be able to hide who publishes the data.
    Host = 0,
    /// The reader, and so a link; and the host.
    Reader = 1,
}

/// What a field's value is.
enum Value {
    /// One value.
    One = 0,
    /// A list of words.
    List = 1,
}

/// Defines the fields: the attribute that each is, who may set it, whether it is a list, and its default.
macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident = $name:literal $setter:ident $value:ident default $default:literal,)*) => {
        /// A field of the view, named as its attribute.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Field { $($(#[$doc])* $field,)* }

        impl Field {
            /// Every field.
            pub const ALL: &[Field] = &[$(Field::$field,)*];

            /// The name of its attribute and of its key in `state`.
            pub fn name(self) -> &'static str {
                match self { $(Field::$field => $name,)* }
            }

            /// Its value if nothing is chosen.
            pub fn default(self) -> &'static str {
                match self { $(Field::$field => $default,)* }
            }

            /// The fields that the reader sets, a bit each: matches would weigh more.
            const READERS: u32 = 0 $(| ((Setter::$setter as u32) << Field::$field as u32))*;

            /// The fields that are lists, a bit each.
            const LISTS: u32 = 0 $(| ((Value::$value as u32) << Field::$field as u32))*;
        }
    };
}

fields! {
    /// A measure's id, or `overall`.
    Measure = "measure" Reader One default "overall",
    /// The world as of this date; nothing chosen: today.
    Date = "date" Reader One default "",
    /// As known on this date; nothing chosen: all.
    Known = "known" Reader One default "",
    /// The earlier date to compare with.
    Against = "against" Reader One default "",
    /// The view.
    View = "view" Reader One default "map",
    /// The map's projection.
    Projection = "projection" Reader One default "equal-earth",
    /// Where the map is looked at from: latitude and longitude of its middle, and how many times nearer; nothing
    /// chosen: the open country, or the whole world.
    Camera = "camera" Reader One default "",
    /// The country whose profile is open.
    Country = "country" Reader One default "",
    /// The countries that are compared.
    Compare = "compare" Reader List default "",
    /// The regions to keep.
    Region = "region" Reader List default "",
    /// The groups to keep.
    Group = "group" Reader List default "",
    /// The statuses to keep.
    Status = "status" Reader List default "",
    /// The column that the rows are sorted by, `-` before it: the other way round.
    Sort = "sort" Reader One default "country",
    /// A part of the names of the countries to keep in the table.
    Find = "find" Reader One default "",
    /// How strongly patterns are drawn: `light`, or plainly.
    Pattern = "pattern" Reader One default "",
    /// The language that the reader chose, a BCP 47 tag; nothing chosen: the page's. The host's own language never comes
    /// here: it is known where the phrases are fetched.
    Lang = "lang" Reader One default "",
    /// The theme.
    Theme = "theme" Host One default "auto",
    /// The level of the widget's heading.
    Heading = "heading" Host One default "2",
    /// The parts to leave out.
    Hide = "hide" Host List default "",
}

impl Field {
    /// Whether readers choose it, so that a link may set it.
    pub fn is_readers(self) -> bool {
        Self::READERS >> self as u32 & 1 == 1
    }

    /// Whether it is a list of words.
    pub fn is_list(self) -> bool {
        Self::LISTS >> self as u32 & 1 == 1
    }

    /// The field with that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.name() == name)
    }
}

/// How many words of a list count. One more is kept, so that it is reported as ignored.
pub const WORDS: usize = 200;

/// How many letters of a word, or of a value that is not a list, are kept. Ids of a feed have no more.
const LETTERS: usize = 200;

/// Shortens a value; of a list, keeps each word once. Anybody may write a link, and its values are read again and again.
fn kept(field: Field, value: &str) -> String {
    if !field.is_list() {
        return cut(value).to_owned();
    }
    let mut words: Vec<&str> = Vec::new();
    for word in value.split_whitespace().map(cut) {
        if words.len() > WORDS {
            break;
        }
        if !words.contains(&word) {
            words.push(word);
        }
    }
    let mut kept = String::new();
    words.iter().for_each(|word| append(&mut kept, word));
    kept
}

fn cut(text: &str) -> &str {
    text.char_indices().nth(LETTERS).map_or(text, |(end, _)| &text[..end])
}

/// The values of one of the two, field by field.
#[derive(Clone, Debug, Default, PartialEq)]
struct Layer([Option<String>; Field::ALL.len()]);

/// The host's values, and over them the reader's choices.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layers {
    host: Layer,
    reader: Layer,
}

impl Layers {
    /// Sets the host's value, and clears the reader's choice of the field.
    pub fn host(&mut self, field: Field, value: Option<String>) {
        self.host.0[field as usize] = value.map(|value| kept(field, &value));
        self.reader.0[field as usize] = None;
    }

    /// Sets the reader's choice. A value that holds without the choice is not a choice, so that links are short.
    pub fn reader(&mut self, field: Field, value: &str) {
        let value = kept(field, value);
        let without = self.host.0[field as usize].as_deref().unwrap_or(field.default());
        self.reader.0[field as usize] = (value != without).then_some(value);
    }

    /// Replaces all choices of the reader's by those of a link.
    pub fn link(&mut self, choices: Vec<(Field, String)>) {
        self.reader = Layer::default();
        for (field, value) in choices {
            self.reader(field, &value);
        }
    }

    /// The reader's choices.
    pub fn chosen(&self) -> impl Iterator<Item = (Field, &str)> {
        Field::ALL.iter().filter_map(|&field| Some((field, self.reader.0[field as usize].as_deref()?)))
    }

    /// The value in force of a field. `None` if neither host nor reader has set it.
    pub fn get(&self, field: Field) -> Option<&str> {
        self.reader.0[field as usize].as_deref().or(self.host.0[field as usize].as_deref())
    }
}

/// Adds a word to a value that is a list of words.
pub fn append(words: &mut String, word: &str) {
    if !words.is_empty() {
        words.push(' ');
    }
    words.push_str(word);
}
