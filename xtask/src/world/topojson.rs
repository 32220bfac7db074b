//! Reads TopoJSON (<https://github.com/topojson/topojson-specification>): quantised arcs, joined to
//! rings of whole numbers. The arcs are found anew later, after shapes are merged.

use anyhow::{Context, Result, ensure};
use policy_explorer::country::Code;
use policy_explorer::world::projection::Place;
use serde_json::Value;

/// A point of the source's own integer grid.
pub type Node = [i64; 2];

/// The source's countries.
pub struct Atlas {
    /// In the file's order.
    pub features: Vec<Feature>,
    scale: [f64; 2],
    translate: [f64; 2],
}

/// A country or territory as rings, the first point not repeated at the end.
#[derive(Clone)]
pub struct Feature {
    pub code: Code,
    pub rings: Vec<Vec<Node>>,
}

impl Atlas {
    pub fn parse(text: &str) -> Result<Self> {
        let file: Value = serde_json::from_str(text)?;
        let arcs = list(&file["arcs"])?.iter().map(arc).collect::<Result<Vec<_>>>()?;
        let countries = list(&file["objects"]["countries"]["geometries"])?;
        let features = countries.iter().map(|country| feature(country, &arcs)).collect::<Result<_>>()?;
        let pair = |key: &str| -> Result<[f64; 2]> {
            serde_json::from_value(file["transform"][key].clone()).with_context(|| format!("transform {key}"))
        };
        Ok(Self { features, scale: pair("scale")?, translate: pair("translate")? })
    }

    /// Where a node lies on Earth.
    pub fn place(&self, node: Node) -> Place {
        let [lon, lat] = [0, 1].map(|i| node[i] as f64 * self.scale[i] + self.translate[i]);
        Place { lon, lat }
    }

    /// Grid units of the source once round the Earth.
    pub fn round(&self) -> i64 {
        (360.0 / self.scale[0]).round() as i64
    }
}

fn list(value: &Value) -> Result<&Vec<Value>> {
    value.as_array().context("not a list")
}

fn arc(value: &Value) -> Result<Vec<Node>> {
    let steps: Vec<Node> = serde_json::from_value(value.clone())?;
    let sum = |at: &mut Node, step: &Node| {
        *at = [at[0] + step[0], at[1] + step[1]];
        Some(*at)
    };
    Ok(steps.iter().scan([0, 0], sum).collect())
}

fn feature(value: &Value, arcs: &[Vec<Node>]) -> Result<Feature> {
    let name = value["properties"]["a3"].as_str().context("a country without a3")?;
    let code = Code::parse(name).with_context(|| format!("a3 {name}"))?;
    let polygons: Vec<Vec<Vec<i64>>> = match value["type"].as_str() {
        Some("MultiPolygon") => serde_json::from_value(value["arcs"].clone())?,
        Some("Polygon") => vec![serde_json::from_value(value["arcs"].clone())?],
        other => anyhow::bail!("{code} is a {other:?}"),
    };
    let rings = polygons.iter().flatten().map(|ring| joined(ring, arcs)).collect::<Result<_>>()?;
    Ok(Feature { code, rings })
}

/// A ring of arc numbers; `!n` is arc n backwards.
fn joined(ring: &[i64], arcs: &[Vec<Node>]) -> Result<Vec<Node>> {
    let mut nodes: Vec<Node> = Vec::new();
    for &number in ring {
        let arc = arcs.get(number.max(!number) as usize).context("an arc that is not there")?;
        let mut arc = arc.clone();
        if number < 0 {
            arc.reverse();
        }
        ensure!(nodes.last().is_none_or(|last| arc.first() == Some(last)), "a broken ring");
        nodes.pop();
        nodes.extend(arc);
    }
    nodes.pop();
    nodes.dedup();
    Ok(nodes)
}
