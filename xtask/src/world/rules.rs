//! What the map shows, decided by people: the tables `markers.csv`, `territories.csv` and
//! `disputed.csv` of `data/world`.

use super::mesh::Segment;
use super::topojson::{Atlas, Feature};
use anyhow::{Context, Result, bail, ensure};
use policy_explorer::country::Code;
use policy_explorer::world::Kind;
use policy_explorer::world::projection::Place;
use policy_explorer::world::topology::Course;
use std::collections::BTreeMap;
use std::path::Path;

/// The tables, read.
#[derive(Default)]
pub struct Rules {
    /// Every country that stands for itself: its label's place, and whether it needs a marker.
    pub places: BTreeMap<Code, (Place, Marked)>,
    treatments: BTreeMap<Code, Treatment>,
    disputed: BTreeMap<[Code; 2], Option<f64>>,
}

/// Whether a country is too small to hit.
#[derive(Clone, Copy, PartialEq)]
pub enum Marked {
    Yes,
    No,
}

#[derive(Clone, Copy)]
enum Treatment {
    Kind(Kind),
    /// Its rings become this country's.
    Merge(Code),
    LeaveOut,
}

impl Rules {
    pub fn read(dir: &Path) -> Result<Self> {
        let text = |name: &str| std::fs::read_to_string(dir.join(name)).with_context(|| name.to_owned());
        Self::parse(&text("markers.csv")?, &text("territories.csv")?, &text("disputed.csv")?)
    }

    pub fn parse(markers: &str, territories: &str, disputed: &str) -> Result<Self> {
        let mut rules = Self::default();
        for row in rows(markers)? {
            let place = Place { lon: number(&row, "lon")?, lat: number(&row, "lat")? };
            let marked = if row["needs_marker"] == "yes" { Marked::Yes } else { Marked::No };
            rules.places.insert(code(&row["country"])?, (place, marked));
        }
        for row in rows(territories)? {
            let member = || code(&row["member"]);
            let treatment = match row["treatment"].as_str() {
                "part-of" => Treatment::Kind(Kind::PartOf(member()?)),
                "neutral" => Treatment::Kind(Kind::Neutral),
                "merge" => Treatment::Merge(member()?),
                "leave-out" => Treatment::LeaveOut,
                "no-shape" => continue,
                other => bail!("territories.csv: treatment {other}"),
            };
            rules.treatments.insert(code(&row["code"])?, treatment);
        }
        for row in rows(disputed)? {
            let north_of = if row["north_of"].is_empty() { None } else { Some(number(&row, "north_of")?) };
            rules.disputed.insert(pair(code(&row["a"])?, code(&row["b"])?), north_of);
        }
        Ok(rules)
    }

    /// The features that are drawn, in order of code.
    pub fn applied(&self, features: &[Feature]) -> Result<Vec<Feature>> {
        let mut drawn: BTreeMap<Code, Feature> = BTreeMap::new();
        for feature in features {
            let code = match self.treatments.get(&feature.code) {
                Some(Treatment::LeaveOut) => continue,
                Some(Treatment::Merge(into)) => *into,
                Some(Treatment::Kind(_)) | None => feature.code,
            };
            let known = self.places.contains_key(&code) || self.treatments.contains_key(&code);
            ensure!(known, "{code} is in neither markers.csv nor territories.csv");
            let merged = drawn.entry(code).or_insert_with(|| Feature { code, rings: Vec::new() });
            merged.rings.extend(feature.rings.iter().cloned());
        }
        for code in self.places.keys() {
            ensure!(drawn.contains_key(code), "{code} has no shape");
        }
        Ok(drawn.into_values().collect())
    }

    pub fn kind(&self, code: Code) -> Kind {
        match self.treatments.get(&code) {
            Some(Treatment::Kind(kind)) => *kind,
            _ => Kind::Own,
        }
    }

    /// Whether a line between two features is a disputed one.
    pub fn course(&self, segment: Segment, atlas: &Atlas) -> Course {
        let &[a, b] = segment.owners else { return Course::Settled };
        let north = segment.ends.iter().map(|&end| atlas.place(end).lat).fold(f64::INFINITY, f64::min);
        match self.disputed.get(&pair(a, b)) {
            Some(None) => Course::Disputed,
            Some(Some(north_of)) if north >= *north_of => Course::Disputed,
            _ => Course::Settled,
        }
    }
}

type Row = BTreeMap<String, String>;

fn rows(text: &str) -> Result<Vec<Row>> {
    Ok(csv::Reader::from_reader(text.as_bytes()).deserialize().collect::<Result<_, _>>()?)
}

fn code(text: &str) -> Result<Code> {
    Code::parse(text).with_context(|| format!("{text:?} is no alpha-3 code"))
}

fn number(row: &Row, column: &str) -> Result<f64> {
    row[column].parse().with_context(|| format!("{row:?}: {column}"))
}

fn pair(a: Code, b: Code) -> [Code; 2] {
    [a.min(b), a.max(b)]
}
