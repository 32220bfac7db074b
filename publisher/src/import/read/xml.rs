//! XML of zip parts as a stream of elements, without namespaces: writers differ in them. Entities are refused, and
//! limits are met while reading.

use super::archive::Part;
use crate::import::report::Refusal;
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use std::io::BufReader;

/// What comes next in a part.
#[derive(Debug, PartialEq, Eq)]
pub enum Node {
    /// An element begins; `Close` follows also if it is empty.
    Open(Element),
    /// An element ends.
    Close(String),
    /// Text.
    Text(String),
    /// The part ends.
    End,
}

/// The beginning of an element.
#[derive(Debug, PartialEq, Eq)]
pub struct Element {
    /// Its name, without a prefix.
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    /// An attribute's value, by its name without a prefix.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// An attribute's value as a number.
    pub fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.get(name)?.trim().parse().ok()
    }

    /// Whether an attribute says yes.
    pub fn is(&self, name: &str) -> bool {
        matches!(self.get(name), Some("1" | "true" | "on"))
    }
}

/// A part that is being read.
pub struct Stream<'a> {
    reader: Reader<BufReader<Part<'a>>>,
    buffer: Vec<u8>,
    ended: Option<String>,
    depth: usize,
}

/// Elements may be nested so deep.
const DEPTH: usize = 200;

impl<'a> Stream<'a> {
    /// Begins to read a part.
    pub fn new(part: Part<'a>) -> Self {
        let reader = Reader::from_reader(BufReader::new(part));
        Self { reader, buffer: Vec::new(), ended: None, depth: 0 }
    }

    /// What comes next.
    ///
    /// # Errors
    /// If the part is damaged, has a DOCTYPE or passes a limit.
    pub fn node(&mut self) -> Result<Node, Refusal> {
        if let Some(name) = self.ended.take() {
            return Ok(Node::Close(name));
        }
        loop {
            self.buffer.clear();
            let event = self.reader.read_event_into(&mut self.buffer).map_err(refusal)?;
            match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > DEPTH {
                        return Err(Refusal::damaged("its XML is nested too deep"));
                    }
                    return Ok(Node::Open(element(&start)?));
                }
                Event::Empty(start) => {
                    let element = element(&start)?;
                    self.ended = Some(element.name.clone());
                    return Ok(Node::Open(element));
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Node::Close(end.local_name().as_ref().to_owned()));
                }
                Event::Text(text) => return Ok(Node::Text(text.xml10_content().into_owned())),
                Event::CData(text) => return Ok(Node::Text(text.xml10_content().into_owned())),
                Event::GeneralRef(name) => return Ok(Node::Text(reference(&name)?)),
                Event::DocType(_) => return Err(entities()),
                Event::Eof if self.depth > 0 => return Err(Refusal::damaged("its XML is cut off")),
                Event::Eof => return Ok(Node::End),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }

    /// Reads to the end of the element that has just begun.
    ///
    /// # Errors
    /// As `node`.
    pub fn skip(&mut self) -> Result<(), Refusal> {
        let mut depth = 1;
        while depth > 0 {
            match self.node()? {
                Node::Open(_) => depth += 1,
                Node::Close(_) => depth -= 1,
                Node::Text(_) => {}
                Node::End => return Ok(()),
            }
        }
        Ok(())
    }
}

fn entities() -> Refusal {
    Refusal::new(
        "entities",
        "The file declares a document type, which no spreadsheet program does: save it again",
    )
}

/// Limits are met by the part's reader, deep inside; they come back as errors of reading.
fn refusal(error: quick_xml::Error) -> Refusal {
    if let quick_xml::Error::Io(io) = &error
        && let Some(inner) = io.get_ref().and_then(|inner| inner.downcast_ref::<super::archive::Beyond>())
    {
        return Refusal::too_large(inner.0);
    }
    Refusal::damaged(error)
}

fn element(start: &BytesStart<'_>) -> Result<Element, Refusal> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(Refusal::damaged)?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(Refusal::damaged)?;
        attributes.push((attribute.key.local_name().as_ref().to_owned(), value.into_owned()));
    }
    Ok(Element { name: start.local_name().as_ref().to_owned(), attributes })
}

/// What a reference stands for: a character, or one of the five names that XML has of its own.
fn reference(name: &quick_xml::events::BytesRef<'_>) -> Result<String, Refusal> {
    if let Some(letter) = name.resolve_char_ref().map_err(Refusal::damaged)? {
        return Ok(letter.to_string());
    }
    let known = quick_xml::escape::resolve_predefined_entity(name);
    known.map(str::to_owned).ok_or_else(entities)
}
