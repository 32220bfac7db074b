//! What the styles of a spreadsheet mean: how much of a date shows, which ground is coloured, which sheet is hidden.

use crate::import::read::archive::Archive;
use crate::import::read::xml::{Element, Node};
use crate::import::report::Refusal;
use policy_explorer::date::Precision;
use std::collections::{BTreeMap, BTreeSet};

/// The styles of cells and tables, by name.
#[derive(Debug, Default)]
pub struct Styles {
    dates: BTreeMap<String, BTreeSet<String>>,
    cells: BTreeMap<String, Style>,
    hidden: BTreeSet<String>,
}

/// The style of a cell.
#[derive(Clone, Debug, Default)]
pub struct Style {
    format: Option<String>,
    parent: Option<String>,
    fill: Option<Box<str>>,
}

impl Styles {
    /// Reads the styles of a part.
    ///
    /// # Errors
    /// If it is damaged.
    pub fn read(&mut self, archive: &mut Archive<'_>, part: &str) -> Result<(), Refusal> {
        let Some(mut stream) = archive.xml(part)? else { return Ok(()) };
        let (mut style, mut date) = (String::new(), String::new());
        loop {
            match stream.node()? {
                Node::Open(element) if element.name == "body" => return Ok(()),
                Node::Open(element) => self.open(&element, &mut style, &mut date),
                Node::Close(name) if name == "date-style" => date.clear(),
                Node::End => return Ok(()),
                Node::Close(_) | Node::Text(_) => {}
            }
        }
    }

    fn open(&mut self, element: &Element, style: &mut String, date: &mut String) {
        let name = || element.get("name").unwrap_or_default().to_owned();
        match element.name.as_str() {
            "style" => {
                *style = name();
                let text = |name| element.get(name).map(str::to_owned);
                let format = text("data-style-name");
                let known = Style { format, parent: text("parent-style-name"), fill: None };
                self.cells.insert(style.clone(), known);
            }
            "table-cell-properties" => {
                let colour = element.get("background-color").filter(|&colour| !is_none(colour));
                if let (Some(colour), Some(known)) = (colour, self.cells.get_mut(style)) {
                    known.fill = Some(colour.into());
                }
            }
            "table-properties" if element.get("display") == Some("false") => {
                self.hidden.insert(style.clone());
            }
            "date-style" => {
                *date = name();
                self.dates.insert(date.clone(), BTreeSet::new());
            }
            _ => {
                if let Some(fields) = self.dates.get_mut(date.as_str()) {
                    fields.insert(element.name.clone());
                }
            }
        }
    }

    /// Whether a sheet of a style is hidden.
    pub fn is_hidden(&self, name: Option<&str>) -> bool {
        name.is_some_and(|name| self.hidden.contains(name))
    }

    /// How much of a date shows in a style.
    pub fn precision(&self, name: Option<&str>) -> Precision {
        let format = self.chain(name).find_map(|style| style.format.as_ref());
        let Some(fields) = format.and_then(|format| self.dates.get(format)) else { return Precision::Day };
        let has = |field| fields.contains(field);
        match (has("day"), has("month"), has("year")) {
            (false, false, true) => Precision::Year,
            (false, true, _) => Precision::Month,
            _ => Precision::Day,
        }
    }

    /// The colour of the ground in a style.
    pub fn fill(&self, name: Option<&str>) -> Option<Box<str>> {
        self.chain(name).find_map(|style| style.fill.clone())
    }

    /// A style and those that it comes from.
    fn chain<'a>(&'a self, name: Option<&'a str>) -> impl Iterator<Item = &'a Style> {
        let first = name.and_then(|name| self.cells.get(name));
        let parent = |style: &&'a Style| style.parent.as_ref().and_then(|name| self.cells.get(name));
        std::iter::successors(first, parent).take(8)
    }
}

fn is_none(colour: &str) -> bool {
    matches!(colour, "transparent" | "#ffffff" | "#FFFFFF")
}
