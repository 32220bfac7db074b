//! The order of a module's functions. Brotli packs best what resembles what it has just read, so that each function is
//! followed by the one that has most in common with it: this makes the wasm a fiftieth smaller on its way.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use anyhow::{Context, Result};
use wasm_encoder::{Module, NameMap, NameSection, RawSection};
use wasmparser::{Parser, Payload, TypeRef};

/// Functions share what has so many bytes, or more: about two instructions.
const SHARED: usize = 4;

/// What keeps the smallest functions, which are in any other, from standing first: bytes, and a part of the function before.
pub type Small = (f64, f64);

/// Which of them is best changes with any line of the sources, by some hundred bytes: all are tried on a large module, and
/// the first is taken for others.
pub const SMALL: [Small; 8] = [
    (20.0, 0.1),
    (12.0, 0.1),
    (16.0, 0.1),
    (24.0, 0.1),
    (30.0, 0.1),
    (20.0, 0.05),
    (20.0, 0.15),
    (20.0, 0.2),
];

/// A module of so many bytes is large.
pub const LARGE: usize = 100_000;

/// The module with names by which wasm-opt's `--reorder-functions-by-name` gives that order.
pub fn named_by_order(wasm: &[u8], small: Small) -> Result<Vec<u8>> {
    let mut module = Module::new();
    let (mut imports, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        match &payload {
            Payload::ImportSection(section) => {
                for import in section.clone().into_imports() {
                    imports += u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range()),
            Payload::CustomSection(section) if section.name() == "name" => continue,
            _ => {}
        }
        if let Some((id, range)) = payload.as_section() {
            module.section(&RawSection { id, data: &wasm[range] });
        }
    }
    let mut names = NameMap::new();
    let places: BTreeMap<usize, usize> = order(wasm, &bodies, small)
        .into_iter()
        .enumerate()
        .map(|(place, function)| (function, place))
        .collect();
    for (function, place) in places {
        names.append(imports + u32::try_from(function)?, &format!("{place:06}"));
    }
    let mut section = NameSection::new();
    section.functions(&names);
    module.section(&section);
    wasmparser::validate(module.as_slice()).context("the module with names by order")?;
    Ok(module.finish())
}

/// The functions, by their places among `bodies`, in the order wanted: from the smallest, always to the one of which the
/// largest part is in the one before, among equals to that of the nearest length.
fn order(wasm: &[u8], bodies: &[Range<usize>], small: Small) -> Vec<usize> {
    let mut holders: HashMap<&[u8], Vec<usize>> = HashMap::new();
    let mut pieces: Vec<Vec<&[u8]>> = Vec::new();
    for (function, body) in bodies.iter().enumerate() {
        let mut own: Vec<&[u8]> = wasm[body.clone()].windows(SHARED).collect();
        own.sort_unstable();
        own.dedup();
        for piece in &own {
            holders.entry(piece).or_default().push(function);
        }
        pieces.push(own);
    }
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    left.sort_by_key(|function| bodies[*function].len());
    let mut order = Vec::new();
    let mut next = (!left.is_empty()).then_some(0);
    while let Some(place) = next {
        let last = left.remove(place);
        order.push(last);
        let mut shared = vec![0_u32; bodies.len()];
        for function in pieces[last].iter().flat_map(|piece| &holders[piece]) {
            shared[*function] += 1;
        }
        let small = small.0 + small.1 * pieces[last].len() as f64;
        let likeness =
            |function: usize| f64::from(shared[function]) / (pieces[function].len() as f64 + small);
        let apart = |function: usize| bodies[function].len().abs_diff(bodies[last].len());
        next = (0..left.len()).max_by(|a, b| {
            let (a, b) = (left[*a], left[*b]);
            likeness(a).total_cmp(&likeness(b)).then(apart(b).cmp(&apart(a)))
        });
    }
    order
}

#[cfg(test)]
mod tests {
    use super::{SMALL, order};

    #[test]
    fn what_is_alike_stands_together() {
        let bodies = [0..10, 10..22, 22..32, 32..44];
        assert_eq!(order(b"abcdefghijABCDEFGHIJKL_bcdefghijABCDEFGHIJ__", &bodies, SMALL[0]), [0, 2, 3, 1]);
        assert_eq!(order(b"", &[], SMALL[0]), [0; 0]);
    }
}
