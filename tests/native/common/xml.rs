//! A reader of XML documents such as pictures are: elements, attributes, texts; no comments, no sections. It owes nothing
//! to what writes them.

use std::collections::BTreeMap;

/// An element.
#[derive(Debug)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    /// The text in it and in all that is in it.
    pub text: String,
    /// The elements around it, the nearest last, by their place in the document.
    pub within: Vec<usize>,
}

/// The elements of a well-formed document, in its order; panics at any other.
pub fn elements(document: &str) -> Vec<Element> {
    let mut elements: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = document;
    while let Some((text, after)) = rest.split_once('<') {
        let text = unescaped(text);
        assert!(!open.is_empty() || text.is_empty(), "text outside of the document: {text}");
        open.iter().for_each(|&at| elements[at].text.push_str(&text));
        let (tag, after) = after.split_once('>').expect("a tag ends");
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(elements[open.pop().expect("an element is open")].name, name);
            continue;
        }
        let is_empty = tag.ends_with('/');
        let tag = tag.trim_end_matches('/');
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(!name.is_empty() && name.chars().all(char::is_alphanumeric), "{name}");
        assert!(elements.is_empty() || !open.is_empty(), "a second root: {name}");
        let within = open.clone();
        if !is_empty {
            open.push(elements.len());
        }
        let attributes = self::attributes(attributes);
        elements.push(Element { name: name.to_owned(), attributes, text: String::new(), within });
    }
    assert!(open.is_empty() && rest.is_empty(), "what is open, or behind the end: {open:?} {rest}");
    elements
}

fn attributes(mut text: &str) -> BTreeMap<String, String> {
    let mut attributes = BTreeMap::new();
    while !text.trim().is_empty() {
        let (name, after) = text.split_once("=\"").expect("an attribute");
        let (value, after) = after.split_once('"').expect("its value ends");
        let twice = attributes.insert(name.trim().to_owned(), unescaped(value));
        assert_eq!(twice, None, "{name} stands twice");
        text = after;
    }
    attributes
}

fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        let (name, after) = after.split_once(';').expect("an entity ends");
        let entities = [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"')];
        plain.push_str(before);
        plain.push(entities.iter().find(|entity| entity.0 == name).expect("an entity of XML").1);
        rest = after;
    }
    plain + rest
}
