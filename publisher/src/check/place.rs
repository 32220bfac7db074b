//! Where in the text of a document a JSON pointer leads: bytes, lines and columns. One pass finds all that are wanted, and the
//! fields that stand twice in one object.

use jiter::{Jiter, JiterResult, Peek};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

/// A value of the document, with the name before it if it is a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub key: Option<Range<usize>>,
    pub value: Range<usize>,
    /// What a marker stands under: the value; of an object or a list, its name or its first sign.
    pub mark: Range<usize>,
}

/// The pointers that are wanted, by their steps.
#[derive(Default)]
struct Wanted {
    pointer: String,
    steps: BTreeMap<String, Wanted>,
}

impl Wanted {
    fn add(&mut self, pointer: &str) {
        let mut at = self;
        for step in pointer.split('/').skip(1) {
            let below = format!("{}/{step}", at.pointer);
            at = at.steps.entry(step.replace("~1", "/").replace("~0", "~")).or_default();
            at.pointer = below;
        }
    }
}

/// A step from a value to one in it.
enum Step<'a> {
    /// A field’s name as it is written.
    Name(&'a str),
    Index(usize),
}

/// The places of pointers in a document.
pub struct Places<'a> {
    text: &'a str,
    path: Vec<Step<'a>>,
    found: HashMap<String, Place>,
    /// The fields that stand a second time in their object, with their pointers.
    pub twice: Vec<(String, Place)>,
}

impl<'a> Places<'a> {
    /// Finds the pointers in a text that is JSON.
    pub fn find<'p>(text: &'a str, pointers: impl Iterator<Item = &'p str>) -> Self {
        let mut wanted = Wanted::default();
        pointers.for_each(|pointer| wanted.add(pointer));
        let mut places = Self { text, path: Vec::new(), found: HashMap::new(), twice: Vec::new() };
        let mut jiter = Jiter::new(text.as_bytes());
        let walked = jiter.peek().and_then(|peek| places.value(&mut jiter, peek, None, Some(&wanted)));
        walked.expect("the text was read as JSON before");
        places
    }

    /// The place of a pointer; of one that leads nowhere, that of the nearest thing around.
    pub fn of(&self, pointer: &str) -> (&Place, bool) {
        let mut around = pointer;
        loop {
            if let Some(place) = self.found.get(around) {
                return (place, around.len() == pointer.len());
            }
            around = &around[..around.rfind('/').expect("the document has a place")];
        }
    }

    fn value(
        &mut self,
        jiter: &mut Jiter<'_>,
        peek: Peek,
        key: Option<Range<usize>>,
        wanted: Option<&Wanted>,
    ) -> JiterResult<()> {
        let start = jiter.current_index();
        match peek {
            Peek::Object => self.object(jiter, wanted)?,
            Peek::Array => self.array(jiter, wanted)?,
            other => jiter.known_skip(other)?,
        }
        if let Some(wanted) = wanted {
            let value = start..jiter.current_index();
            let is_whole = matches!(peek, Peek::Object | Peek::Array);
            let first = start..start + 1;
            let mark = if is_whole { key.clone().unwrap_or(first) } else { value.clone() };
            self.found.insert(wanted.pointer.clone(), Place { key, value, mark });
        }
        Ok(())
    }

    fn object(&mut self, jiter: &mut Jiter<'_>, wanted: Option<&Wanted>) -> JiterResult<()> {
        let mut names = HashSet::new();
        let mut start = jiter.current_index();
        let mut next = jiter.known_object()?.map(|name| step(wanted, name));
        while let Some(below) = next {
            let key = self.quoted(start..jiter.current_index());
            let peek = jiter.peek()?;
            let at = jiter.current_index();
            self.path.push(Step::Name(&self.text[key.start + 1..key.end - 1]));
            self.value(jiter, peek, Some(key.clone()), below)?;
            if !names.insert(&self.text[key.clone()]) {
                let place = Place { mark: key.clone(), key: Some(key), value: at..jiter.current_index() };
                self.twice.push((self.pointer(), place));
            }
            self.path.pop();
            start = jiter.current_index();
            next = jiter.next_key()?.map(|name| step(wanted, name));
        }
        Ok(())
    }

    fn array(&mut self, jiter: &mut Jiter<'_>, wanted: Option<&Wanted>) -> JiterResult<()> {
        let mut next = jiter.known_array()?;
        let mut index = 0_usize;
        while let Some(peek) = next {
            let below = wanted.filter(|wanted| !wanted.steps.is_empty());
            self.path.push(Step::Index(index));
            self.value(jiter, peek, None, below.and_then(|below| below.steps.get(&index.to_string())))?;
            self.path.pop();
            index += 1;
            next = jiter.array_step()?;
        }
        Ok(())
    }

    /// The pointer of the value that is being read.
    fn pointer(&self) -> String {
        let token = |step: &Step<'_>| match step {
            Step::Name(name) => format!("/{}", name.replace('~', "~0").replace('/', "~1")),
            Step::Index(index) => format!("/{index}"),
        };
        self.path.iter().map(token).collect()
    }

    /// The string in a piece of the text that has nothing else but signs and space.
    fn quoted(&self, piece: Range<usize>) -> Range<usize> {
        let text = &self.text[piece.clone()];
        let (first, last) = (text.find('"').unwrap_or_default(), text.rfind('"').unwrap_or_default());
        piece.start + first..piece.start + last + 1
    }
}

fn step<'a>(wanted: Option<&'a Wanted>, name: &str) -> Option<&'a Wanted> {
    wanted?.steps.get(name)
}

/// Line and column, from 1 on; columns count letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// Tells lines and columns of ascending places in a text, each letter being looked at once.
pub struct Lines<'a> {
    rest: std::str::CharIndices<'a>,
    position: Position,
}

impl<'a> Lines<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { rest: text.char_indices(), position: Position { line: 1, column: 1 } }
    }

    /// The position of a byte that is not before the last one asked for.
    pub fn at(&mut self, byte: usize) -> Position {
        while self.rest.offset() < byte {
            match self.rest.next() {
                Some((_, '\n')) => self.position = Position { line: self.position.line + 1, column: 1 },
                Some(_) => self.position.column += 1,
                None => break,
            }
        }
        self.position
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\n \"é\": [1, {\"a/b\" : \"x\", \"c\": []}],\n \"é\": null, \"e\": {}\n}";

    #[test]
    fn pointers_lead_to_lines_and_columns() {
        let pointers = ["/é/1/a~1b", "/é/1/c", "/e", "/é/7/x", "", "/é/0"];
        let places = Places::find(TEXT, pointers.into_iter());
        for (pointer, mark, line, column) in [
            ("/é/1/a~1b", "\"x\"", 2, 20),
            ("/é/1/c", "\"c\"", 2, 25),
            ("/e", "\"e\"", 3, 13),
            ("", "{", 1, 1),
        ] {
            let (place, is_there) = places.of(pointer);
            let position = Lines::new(TEXT).at(place.mark.start);
            assert_eq!((&TEXT[place.mark.clone()], is_there), (mark, true), "{pointer}");
            assert_eq!(position, Position { line, column }, "{pointer}");
        }
        assert_eq!(places.of("/nowhere/x"), (places.of("").0, false));
    }

    #[test]
    fn fields_that_stand_twice_are_found() {
        let places = Places::find(TEXT, std::iter::empty());
        let twice: Vec<_> =
            places.twice.iter().map(|(at, place)| (at.as_str(), &TEXT[place.mark.clone()])).collect();
        assert_eq!(twice, [("/é", "\"é\"")]);
    }
}
