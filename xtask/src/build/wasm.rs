//! The wasm module and its glue: cargo, then wasm-bindgen, then wasm-opt.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use wasm_bindgen_cli_support::Bindgen;

use super::chunks::FIRST;
use super::current::hexadecimal;
use super::{Names, compressed};
use crate::steps::Steps;
use crate::tools::Npm;
use crate::{place, process};

mod alike;
mod imports;
mod join;
mod order;
mod split;

use split::{Chunks, Split};

/// A module fit to be shipped.
pub struct Module {
    pub wasm: Vec<u8>,
    /// Where the JavaScript between page and module is, not yet bundled.
    pub glue: PathBuf,
    /// The code that comes later: by chunk, the files that it needs, each with a name for it.
    pub chunks: BTreeMap<String, Vec<(String, Vec<u8>)>>,
}

/// What rustc 1.95 takes for granted in wasm32 and every browser since 2023 has. Named one by one, since
/// `--all-features` writes imports that browsers refuse.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// For size, twice around an analysis of the whole module. Rust puts nothing into the first kilobyte of memory.
/// The rest makes a little more code, which Brotli packs better: big functions stay apart even where one place
/// alone calls them, small ones are repeated, and what repeats within a function is not taken out.
const PASSES: [&str; 10] = [
    "-Os",
    "--low-memory-unused",
    "--gufa",
    "-Os",
    "--one-caller-inline-max-function-size",
    "40",
    "--always-inline-max-function-size",
    "4",
    "--skip-pass=local-cse",
    "--skip-pass=simplify-locals",
];

/// Builds the library for the browser.
pub fn build(npm: &Npm, names: Names, steps: &mut Steps) -> Result<Module> {
    same_bindgen(&fs::read_to_string(place::root().join("Cargo.lock"))?)?;
    let target = place::target()?.join("wasm");
    steps.begin("compiling the widget and Rust’s standard library for browsers");
    compile(&target)?;
    steps.begin("cutting the program into what comes first and what comes later");
    let compiled = target.join("wasm32-unknown-unknown/wasm/policy_explorer.wasm");
    let (pieces, work) = (target.join("split"), target.join("bindgen"));
    let Split { main, mut chunks } = split::split(&compiled, &pieces)?;
    join_first(npm, &mut chunks, &pieces)?;
    bind(&main, &work, names)?;
    steps.begin("making the program smaller");
    let (total, done) = (1 + chunks.values().map(Vec::len).sum::<usize>(), Cell::new(0));
    let smaller = |path: &Path| {
        done.set(done.get() + 1);
        steps.part(done.get(), total);
        optimize(npm, path, names)
    };
    let file = |(stem, path): (String, PathBuf)| Ok((stem, smaller(&path)?));
    let files =
        |(chunk, files): (String, Vec<_>)| Ok((chunk, files.into_iter().map(file).collect::<Result<_>>()?));
    Ok(Module {
        chunks: chunks.into_iter().map(files).collect::<Result<_>>()?,
        wasm: smaller(&work.join("policy_explorer_bg.wasm"))?,
        glue: work.join("policy_explorer.js"),
    })
}

/// Makes one module of those that the first chunk consists of. Others that need one of these need it.
fn join_first(npm: &Npm, chunks: &mut Chunks, pieces: &Path) -> Result<()> {
    let (stems, files): (Vec<_>, Vec<_>) =
        chunks.get(FIRST).context("there is no chunk that answers the reader")?.iter().cloned().unzip();
    let joined = pieces.join("joined.wasm");
    join::join(npm, &FEATURES, &files, &joined)?;
    for files in chunks.values_mut() {
        let all = files.len();
        files.retain(|(stem, _)| !stems.contains(stem));
        if files.len() < all {
            files.insert(0, (FIRST.to_owned(), joined.clone()));
        }
    }
    Ok(())
}

/// Compiles the library together with a standard library that sorts in little code and aborts at once where it
/// would panic: neither the messages nor the code that prints them is worth its bytes.
fn compile(target: &Path) -> Result<()> {
    let mut cargo = Command::new(place::cargo());
    cargo.current_dir(place::root());
    cargo.args([
        "rustc",
        "--package",
        "policy-explorer",
        "--lib",
        "--crate-type",
        "cdylib",
        "--profile",
        "wasm",
        "--quiet",
    ]);
    cargo.args(["--target", "wasm32-unknown-unknown", "--target-dir"]).arg(target);
    cargo.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
    // The pinned stable compiler takes these two unstable options when it is told that it is a bootstrap.
    cargo.env("RUSTC_BOOTSTRAP", "1").env("CARGO_ENCODED_RUSTFLAGS", flags()?.join("\u{1f}"));
    cargo.env_remove("RUSTFLAGS");
    process::run(&mut cargo)
}

/// The stack, bytes. Rust takes 1 MiB, which each page would hold; of all that readers do, nothing has used a tenth of this.
/// Whoever passes its end is stopped, since it lies before all else.
const STACK: u32 = 256 * 1024;

/// Immediate abort, and no path of the machine that builds.
fn flags() -> Result<Vec<String>> {
    let sysroot =
        process::output(Command::new("rustc").args(["--print", "sysroot"]).current_dir(place::root()))?;
    let sysroot = String::from_utf8(sysroot)?;
    let home = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| home + "/.cargo"))?;
    let mut flags = vec!["-Cpanic=immediate-abort".to_string(), "-Zunstable-options".to_string()];
    // The relocations tell what reaches what, which decides where the wasm can be cut.
    flags.push(format!("-Clink-args=--emit-relocs -zstack-size={STACK}"));
    for path in [place::root().display().to_string().as_str(), &home, sysroot.trim()] {
        flags.push(format!("--remap-path-prefix={path}="));
    }
    Ok(flags)
}

fn bind(compiled: &Path, work: &Path, names: Names) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compiled).out_name("policy_explorer").web(true)?.typescript(false);
    bindgen.omit_default_module_path(true).remove_producers_section(true);
    bindgen.remove_name_section(names == Names::Drop);
    // The chunks work with the main module's memory, stack and table.
    bindgen.keep_lld_exports(true);
    let mut output = bindgen.generate_output().context("wasm-bindgen")?;
    let renamed = imports::shorten(&mut output);
    output.emit(work)?;
    let glue = work.join("policy_explorer.js");
    fs::write(&glue, alike::ordered(&imports::rewrite(&fs::read_to_string(&glue)?, &renamed)?)?)?;
    Ok(())
}

/// The module made smaller. What was made of the same bytes by the same passes is kept beside it: this takes longer than
/// all else where styles or scripts alone have changed.
fn optimize(npm: &Npm, wasm: &Path, names: Names) -> Result<Vec<u8>> {
    let mut wasm_opt = npm.wasm_opt();
    wasm_opt.args(FEATURES).args(PASSES).args(["--strip-producers", "--strip-target-features"]);
    if names == Names::Keep {
        wasm_opt.arg("-g");
    }
    let mut key = Sha256::new_with_prefix(fs::read(wasm)?);
    key.update(format!("{wasm_opt:?}"));
    key.update(include_str!("wasm/order.rs"));
    // The lock says which wasm-opt it is.
    key.update(fs::read(place::root().join("xtask/npm/package-lock.json"))?);
    let kept = place::target()?.join("wasm/optimized");
    let optimized = kept.join(hexadecimal(key) + ".wasm");
    if !optimized.exists() {
        fs::create_dir_all(&kept)?;
        let made = wasm.with_extension("optimized.wasm");
        process::output(wasm_opt.arg(wasm).arg("-o").arg(&made))?;
        if names == Names::Drop {
            sort(npm, &made)?;
        }
        fs::rename(made, &optimized)?;
    }
    Ok(fs::read(optimized)?)
}

/// Puts the functions in the order, of those tried, in which the module is smallest on its way.
fn sort(npm: &Npm, made: &Path) -> Result<()> {
    let wasm = fs::read(made)?;
    let tried = if wasm.len() < order::LARGE { 1 } else { order::SMALL.len() };
    let mut best: Option<(usize, Vec<u8>)> = None;
    for small in &order::SMALL[..tried] {
        fs::write(made, order::named_by_order(&wasm, *small)?)?;
        let mut sort = npm.wasm_opt();
        sort.args(FEATURES).args(["--reorder-functions-by-name", "--strip-debug"]);
        process::output(sort.arg(made).arg("-o").arg(made))?;
        let sorted = fs::read(made)?;
        let size = if tried > 1 { compressed::brotli(&sorted)?.len() } else { 0 };
        if best.as_ref().is_none_or(|best| size < best.0) {
            best = Some((size, sorted));
        }
    }
    let (_, sorted) = best.context("an order is tried")?;
    Ok(fs::write(made, sorted)?)
}

/// wasm-bindgen reads what its own macro of the same version wrote.
fn same_bindgen(lock: &str) -> Result<()> {
    let version = |package: &str| {
        let start = lock
            .find(&format!("name = \"{package}\"\n"))
            .with_context(|| format!("Cargo.lock has no {package}"))?;
        lock[start..].split('"').nth(3).with_context(|| format!("Cargo.lock has no version of {package}"))
    };
    let (macros, tool) = (version("wasm-bindgen")?, version("wasm-bindgen-cli-support")?);
    ensure!(
        macros == tool,
        "Cargo.lock has wasm-bindgen {macros} but wasm-bindgen-cli-support {tool}: \
         cargo update -p wasm-bindgen-cli-support --precise {macros}"
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::same_bindgen;

    fn lock(macros: &str, tool: &str) -> String {
        format!(
            "[[package]]\nname = \"wasm-bindgen\"\nversion = \"{macros}\"\n\n\
             [[package]]\nname = \"wasm-bindgen-cli-support\"\nversion = \"{tool}\"\n"
        )
    }

    #[test]
    fn versions_of_bindgen_must_be_equal() {
        assert!(same_bindgen(&lock("0.2.130", "0.2.130")).is_ok());
        let refusal = same_bindgen(&lock("0.2.130", "0.2.131")).expect_err("they differ");
        assert!(refusal.to_string().contains("--precise 0.2.130"), "{refusal}");
    }
}
