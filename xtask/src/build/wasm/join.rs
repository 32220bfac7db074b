//! Makes one module of those that are always loaded together. What chunks share comes as modules of its own, often of one
//! function each, and each costs its head, its imports and an instantiation.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{EntityType, ExportKind, ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

use crate::process;
use crate::tools::Npm;

/// Whence chunks import what they share with the main module.
const MAIN: &str = "__wasm_split";
/// Whence the module that stands between them imports it.
const OUTSIDE: &str = "outside";

/// Joins the modules of `files` into the file `joined`.
pub fn join(npm: &Npm, features: &[&str], files: &[impl AsRef<Path>], joined: &Path) -> Result<()> {
    let modules: Vec<Vec<u8>> = files.iter().map(fs::read).collect::<Result<_, _>>()?;
    // Imports of the same thing are one only if a module gives it to all.
    let between = joined.with_extension("between.wasm");
    fs::write(&between, self::between(&modules)?)?;
    let mut merge = npm.wasm_merge();
    merge.args(features).arg(&between).arg(MAIN);
    for (file, at) in files.iter().zip(0..) {
        merge.arg(file.as_ref()).arg(format!("part-{at}"));
    }
    process::output(merge.arg("-o").arg(joined))?;
    fs::remove_file(between)?;
    Ok(fs::write(joined, direct(&fs::read(joined)?)?)?)
}

/// The imports of a module: name and type.
fn imports(wasm: &[u8]) -> Result<Vec<(String, EntityType)>> {
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::ImportSection(section) = payload? else { continue };
        for import in section.into_imports() {
            let import = import?;
            ensure!([MAIN, OUTSIDE].contains(&import.module), "a chunk imports from {}", import.module);
            found.push((import.name.to_owned(), RoundtripReencoder.entity_type(import.ty)?));
        }
    }
    Ok(found)
}

/// A module that imports whatever the modules do, and exports it by the same names.
fn between(modules: &[Vec<u8>]) -> Result<Vec<u8>> {
    let all: Vec<_> = modules.iter().map(|wasm| imports(wasm)).collect::<Result<_>>()?;
    let all: BTreeMap<String, EntityType> = all.into_iter().flatten().collect();
    let (mut imports, mut exports) = (ImportSection::new(), ExportSection::new());
    let [mut memories, mut tables, mut globals] = [0..1, 0..1, 0..u32::MAX];
    for (name, kind) in &all {
        let (what, next) = match kind {
            EntityType::Memory(_) => (ExportKind::Memory, memories.next()),
            EntityType::Table(_) => (ExportKind::Table, tables.next()),
            EntityType::Global(_) => (ExportKind::Global, globals.next()),
            _ => (ExportKind::Func, None),
        };
        ensure!(next.is_some(), "a chunk imports {name}");
        imports.import(OUTSIDE, name, *kind);
        exports.export(name, what, next.unwrap_or_default());
    }
    let mut module = Module::new();
    module.section(&imports).section(&exports);
    Ok(module.finish())
}

/// The module without that one: it imports from the main module, and exports nothing.
fn direct(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ExportSection(_) => {}
            Payload::ImportSection(_) => {
                let mut section = ImportSection::new();
                for (name, kind) in imports(wasm)? {
                    section.import(MAIN, &name, kind);
                }
                module.section(&section);
            }
            payload => {
                if let Some((id, range)) = payload.as_section() {
                    module.section(&RawSection { id, data: &wasm[range] });
                }
            }
        }
    }
    Ok(module.finish())
}
