//! What a workbook's styles mean: how numbers show, and which ground is coloured.

use super::super::archive::Archive;
use super::super::xml::{Element, Node};
use super::format::{self, Format};
use crate::import::report::Refusal;
use std::collections::BTreeMap;

/// The styles of cells, by number.
#[derive(Debug, Default)]
pub struct Styles {
    formats: BTreeMap<u32, Format>,
    fills: Vec<Option<Box<str>>>,
    cells: Vec<(u32, usize)>,
    /// Whether the elements that are read are those of cells, not of named styles.
    is_cells: bool,
    is_differential: bool,
}

impl Styles {
    /// Reads the styles.
    ///
    /// # Errors
    /// If they are damaged.
    pub fn read(archive: &mut Archive<'_>, path: Option<&str>) -> Result<Self, Refusal> {
        let mut styles = Self::default();
        let Some(mut stream) = path.map(|path| archive.xml(path)).transpose()?.flatten() else {
            return Ok(styles);
        };
        loop {
            match stream.node()? {
                Node::Open(element) => styles.open(&element),
                Node::Close(name) if name == "cellXfs" => styles.is_cells = false,
                Node::Close(name) if name == "dxfs" => styles.is_differential = false,
                Node::End => return Ok(styles),
                Node::Close(_) | Node::Text(_) => {}
            }
        }
    }

    fn open(&mut self, element: &Element) {
        match element.name.as_str() {
            "cellXfs" => self.is_cells = true,
            "dxfs" => self.is_differential = true,
            "numFmt" if !self.is_differential => {
                if let (Some(id), Some(code)) = (element.number("numFmtId"), element.get("formatCode")) {
                    self.formats.insert(id, format::parse(code));
                }
            }
            "fill" if !self.is_differential => self.fills.push(None),
            "fgColor" | "start" | "color" if !self.is_differential => self.colour(element),
            "patternFill" if matches!(element.get("patternType"), None | Some("none" | "gray125")) => {}
            "patternFill" | "gradientFill" if !self.is_differential => {
                if let Some(fill) = self.fills.last_mut() {
                    *fill = Some("pattern".into());
                }
            }
            "xf" if self.is_cells => {
                let number = |name| element.number(name).unwrap_or(0);
                self.cells.push((number("numFmtId"), number("fillId") as usize));
            }
            _ => {}
        }
    }

    /// Takes the colour of a ground that has one. White is none.
    fn colour(&mut self, element: &Element) {
        if element.name == "color" {
            return;
        }
        let part = |name| element.get(name).map(|value| format!("{name} {value}"));
        let is_white = matches!(element.get("rgb"), Some("FFFFFFFF" | "00FFFFFF"))
            || (element.get("theme") == Some("0") && element.get("tint").is_none())
            || element.get("indexed") == Some("9");
        let colour: Vec<String> =
            ["rgb", "theme", "tint", "indexed"].iter().filter_map(|&name| part(name)).collect();
        if let Some(Some(fill)) = self.fills.last_mut() {
            *fill = colour.join(" ").into();
        }
        if is_white && let Some(fill) = self.fills.last_mut() {
            *fill = None;
        }
    }

    /// How a number shows in a style.
    pub fn format(&self, style: usize) -> Format {
        let Some(&(id, _)) = self.cells.get(style) else { return Format::Plain };
        self.formats.get(&id).copied().unwrap_or_else(|| format::built_in(id))
    }

    /// The colour of the ground in a style.
    pub fn fill(&self, style: usize) -> Option<Box<str>> {
        let &(_, fill) = self.cells.get(style)?;
        self.fills.get(fill)?.clone()
    }
}
