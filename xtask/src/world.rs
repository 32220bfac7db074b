//! `cargo xtask world`: makes the packs of `data/world` from Natural Earth's shapes, and from the packs the
//! places of the tiles, the same bytes every time. `--check` makes them and compares instead of writing. The steps, in order, are the
//! modules below.

use anyhow::{Context, Result, bail, ensure};
use policy_explorer::page::digest;
use policy_explorer::world::pack;
use policy_explorer::world::topology::Topology;
use std::fmt::Write;
use std::path::{Path, PathBuf};

mod anchor;
mod mesh;
mod place;
mod plane;
mod quantise;
mod rings;
mod rules;
mod seam;
mod simplify;
mod source;
#[cfg(test)]
mod tests;
mod tiles;
mod topojson;
mod weave;

use rules::Rules;
use topojson::Atlas;

/// How finely a pack draws.
struct Level {
    name: &'static str,
    /// A point whose triangle with its neighbours is smaller than this goes, and so does an island, px².
    threshold: f64,
    /// Grid units across the frame's width.
    grid: u32,
}

/// At 960 px less than a device pixel at double density; and what holds when zoomed in eight times.
const LEVELS: [Level; 2] = [
    Level { name: "overview", threshold: 0.25, grid: 4096 },
    Level { name: "detail", threshold: 0.04, grid: 8192 },
];

pub fn run(args: &[String]) -> Result<()> {
    let root = root();
    let rules = Rules::read(&root.join("data/world"))?;
    let atlas = Atlas::parse(&source::read(&root.join("target"))?)?;
    let packs = LEVELS.iter().map(|level| Ok((level.name, pack(&atlas, &rules, level)?)));
    let packs = packs.collect::<Result<Vec<_>>>()?;
    let tiles = tiles::table(&packs[0].1)?;
    match args {
        [] => write(&root.join("data/world"), &packs, &tiles),
        [flag] if flag == "--check" => check(&root.join("data/world"), &packs, &tiles),
        _ => bail!("usage: cargo xtask world [--check]"),
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is in the workspace").to_owned()
}

/// The whole way from the source to a pack.
fn pack(atlas: &Atlas, rules: &Rules, level: &Level) -> Result<Vec<u8>> {
    let topology = topology(atlas, rules, level)?;
    let bytes = pack::encode(&topology);
    let back = pack::read(&bytes).with_context(|| format!("reading back the {} pack", level.name))?;
    ensure!(back == topology, "the {} pack does not read back as what was written", level.name);
    Ok(bytes)
}

fn topology(atlas: &Atlas, rules: &Rules, level: &Level) -> Result<Topology> {
    let features = seam::stitched(rules.applied(&atlas.features)?, atlas.round());
    let mesh = mesh::Mesh::of(&features, |segment| rules.course(segment, atlas))?;
    let drawn = place::drawn(&mesh, atlas);
    let shapes = rings::shapes(&mesh, &drawn, rules, level.threshold)?;
    let anchors = anchor::anchors(&shapes, rules);
    let points = simplify::simplified(&drawn, &shapes, level.threshold);
    Ok(quantise::Lines { mesh: &mesh, points, grid: level.grid }.topology(&shapes, &anchors, rules))
}

fn write(dir: &Path, packs: &[(&str, Vec<u8>)], tiles: &str) -> Result<()> {
    let mut sums = String::new();
    for (name, bytes) in packs {
        std::fs::write(dir.join(format!("{name}.pack")), bytes)?;
        writeln!(sums, "{}  {name}.pack", digest(bytes))?;
        println!("{name}.pack: {} bytes", bytes.len());
    }
    std::fs::write(dir.join("tiles.csv"), tiles)?;
    Ok(std::fs::write(dir.join("packs.sha256"), sums)?)
}

fn check(dir: &Path, packs: &[(&str, Vec<u8>)], tiles: &str) -> Result<()> {
    for (name, bytes) in packs {
        let committed = std::fs::read(dir.join(format!("{name}.pack")))?;
        ensure!(committed == *bytes, "data/world/{name}.pack is not what `cargo xtask world` makes: run it");
    }
    let committed = std::fs::read_to_string(dir.join("tiles.csv"))?;
    ensure!(committed == tiles, "data/world/tiles.csv is not what `cargo xtask world` makes: run it");
    println!("the packs are what the source gives");
    Ok(())
}
