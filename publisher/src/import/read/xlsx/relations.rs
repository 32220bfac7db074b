//! Which part of a workbook refers to which other, by id.

use super::super::archive::Archive;
use super::super::xml::Node;
use crate::import::report::Refusal;

/// The relations of one part.
#[derive(Debug, Default)]
pub struct Relations {
    relations: Vec<Relation>,
}

#[derive(Debug)]
struct Relation {
    id: String,
    /// The last word of its type, which strict and transitional files share.
    kind: String,
    target: String,
    is_external: bool,
}

impl Relations {
    /// The relations of a part; those of the file itself for an empty path.
    ///
    /// # Errors
    /// If they are damaged.
    pub fn read(archive: &mut Archive<'_>, of: &str) -> Result<Self, Refusal> {
        let (folder, name) = of.rsplit_once('/').map_or(("", of), |(folder, name)| (folder, name));
        let slash = if folder.is_empty() { "" } else { "/" };
        let path = format!("{folder}{slash}_rels/{name}.rels");
        let mut all = Self::default();
        let Some(mut stream) = archive.xml(&path)? else { return Ok(all) };
        loop {
            match stream.node()? {
                Node::Open(element) if element.name == "Relationship" => {
                    let text = |name| element.get(name).unwrap_or_default().to_owned();
                    let is_external = element.get("TargetMode") == Some("External");
                    let target = if is_external { text("Target") } else { part_of(of, &text("Target")) };
                    let kind = text("Type").rsplit('/').next().unwrap_or_default().to_owned();
                    all.relations.push(Relation { id: text("Id"), kind, target, is_external });
                }
                Node::End => return Ok(all),
                _ => {}
            }
        }
    }

    /// The part of a kind.
    pub fn of_kind(&self, kind: &str) -> Option<&str> {
        let found = self.relations.iter().find(|one| one.kind == kind && !one.is_external)?;
        Some(&found.target)
    }

    /// The part with an id, if it is of a kind.
    pub fn of_id(&self, id: &str, kind: &str) -> Option<&str> {
        let found = self.relations.iter().find(|one| one.id == id && one.kind == kind && !one.is_external)?;
        Some(&found.target)
    }

    /// The address outside of the file with an id.
    pub fn address(&self, id: &str) -> Option<&str> {
        let found = self.relations.iter().find(|one| one.id == id && one.is_external)?;
        Some(&found.target)
    }
}

/// The path of a part that another names: from the root, or from the folder of the other.
pub fn part_of(of: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let folder = of.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                path.pop();
            }
            part => path.push(part),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_absolute_or_relative() {
        for (of, target, path) in [
            ("xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/workbook.xml", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/worksheets/sheet1.xml", "../styles.xml", "xl/styles.xml"),
            ("", "xl/workbook.xml", "xl/workbook.xml"),
        ] {
            assert_eq!(part_of(of, target), path);
        }
    }
}
