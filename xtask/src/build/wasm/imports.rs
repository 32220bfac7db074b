//! The names by which the wasm and its glue know each other's functions. wasm-bindgen's are long and full of
//! hashes, which costs a first visit more than a kilobyte; here each becomes a few letters on both sides.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Output;

/// Short names by the long ones.
pub struct Renamed {
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
}

/// Gives short names to all that the wasm imports, and to those exports that only the glue calls.
pub fn shorten(output: &mut Output) -> Renamed {
    let mut renamed = Renamed { imports: BTreeMap::new(), exports: BTreeMap::new() };
    for import in output.wasm_mut().imports.iter_mut() {
        let next = letters(renamed.imports.len());
        import.name = renamed.imports.entry(import.name.clone()).or_insert(next).clone();
    }
    for export in
        output.wasm_mut().exports.iter_mut().filter(|export| export.name.starts_with("wasm_bindgen_"))
    {
        let next = format!("_{}", letters(renamed.exports.len()));
        export.name = renamed.exports.entry(export.name.clone()).or_insert(next).clone();
    }
    renamed
}

/// Renames the glue's functions likewise, and makes a function of it that gives each instance of the wasm a state of its
/// own: `makeBindings(guard)` returns what the glue exports and `start`, which instantiates a module. `guard` is given the
/// instance's exports, and what it returns is called in their place.
pub fn rewrite(glue: &str, renamed: &Renamed) -> Result<String> {
    let mut glue = without_inner_html(glue);
    for (long, short) in &renamed.imports {
        replace(&mut glue, &format!(" {long}: function("), &format!(" {short}: function("))?;
    }
    for (long, short) in &renamed.exports {
        replace(&mut glue, &format!("wasm.{long}("), &format!("wasm.{short}("))?;
    }
    ensure!(!glue.contains("innerHTML"), "the glue still names innerHTML");
    // All Yew programs of a page share what they write on its nodes and events by name.
    glue = glue.replace(".__yew_", ".__policy_explorer_");
    for method in ["createElement", "createElementNS", "createTextNode"] {
        safely(&mut glue, method)?;
    }
    // For browsers that are older than the oldest that the widget is for.
    cut(&mut glue, "\nif (!('encodeInto' in cachedTextEncoder)) {", "\n}\n")?;
    const REGISTRY: &str = "(typeof FinalizationRegistry === 'undefined')\n    ? { register: () => {}, unregister: () => {} }\n    : new";
    ensure!(glue.contains(REGISTRY), "the glue of this wasm-bindgen has no `{REGISTRY}`");
    glue = glue.replace(REGISTRY, "new");
    replace(&mut glue, "wasm = instance.exports;", "wasm = guard(instance.exports);")?;
    // Its own ways of loading are not used.
    let loading = glue.find("\nasync function __wbg_load(").context("the glue has no `__wbg_load`")?;
    glue.truncate(loading);
    let mut exports = Vec::new();
    for kind in ["class", "function"] {
        let head = format!("export {kind} ");
        exports.extend(glue.split(&head).skip(1).map(|rest| name(rest).to_owned()));
        glue = glue.replace(&head, &format!("{kind} "));
    }
    let exports = exports.join(", ");
    Ok(format!(
        "export function makeBindings(guard) {{\n{glue}
        const start = async (module) => {{
            __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);
        }};
        return {{ {exports}, start }};\n}}\n"
    ))
}

/// The name that a text begins with.
fn name(text: &str) -> &str {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or_default()
}

/// Lets the glue call the document's own method, also where an image or a form of the page bears its name and hides it.
fn safely(glue: &mut String, method: &str) -> Result<()> {
    replace(glue, &format!("= arg0.{method}("), &format!("= Document.prototype.{method}.call(arg0, "))
}

/// Yew's `Html::from_html_unchecked` is the one that makes markup of a string. The widget never calls it; if
/// it were called, the reader would see the string as text.
fn without_inner_html(glue: &str) -> String {
    glue.replace(".innerHTML = ", ".textContent = ")
}

/// Fails where the glue does not look as it did when this was written, rather than ship a widget that cannot
/// start.
fn replace(glue: &mut String, long: &str, short: &str) -> Result<()> {
    ensure!(glue.matches(long).count() == 1, "the glue of this wasm-bindgen has no single `{long}`");
    *glue = glue.replace(long, short);
    Ok(())
}

/// Takes out what stands from `begin` to the next `end`, with both; fails likewise.
fn cut(glue: &mut String, begin: &str, end: &str) -> Result<()> {
    let missing = || format!("the glue of this wasm-bindgen has no `{begin}`");
    let start = glue.find(begin).with_context(missing)?;
    let length = begin.len() + glue[start + begin.len()..].find(end).with_context(missing)? + end.len();
    glue.replace_range(start..start + length, "");
    Ok(())
}

/// `a` to `z`, `aa` to `zz`, and so on.
fn letters(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b'a' + (number % 26) as u8));
        if number < 26 {
            return name;
        }
        number = number / 26 - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_count_without_a_gap() {
        let names: Vec<_> = (0..1000).map(letters).collect();
        assert_eq!(
            (&*names[0], &*names[25], &*names[26], &*names[701], &*names[702]),
            ("a", "z", "aa", "zz", "aaa")
        );
        assert_eq!(names.iter().collect::<std::collections::BTreeSet<_>>().len(), 1000);
    }

    #[test]
    fn glue_and_wasm_get_the_same_names() {
        let renamed = Renamed {
            imports: [("__wbg_set_innerHTML_1f".to_string(), "a".to_string())].into(),
            exports: [("wasm_bindgen_7a_invoke".to_string(), "_a".to_string())].into(),
        };
        let glue = "export class Widget {}\nexport function set_world(packed) {}\n\
            { __wbg_set_innerHTML_1f: function(x, y) { x.innerHTML = y; y.__yew_id = arg0.createElement(x); } }\n\
            x = arg0.createElementNS(y); x = arg0.createTextNode(y);\n\
            if (!('encodeInto' in cachedTextEncoder)) {\n    old = 1;\n}\n\
            const OLD = (typeof FinalizationRegistry === 'undefined')\n    ? { register: () => {}, unregister: () => {} }\n    : new F();\n\
            wasm.wasm_bindgen_7a_invoke(1);\nwasm = instance.exports;\nasync function __wbg_load() {}";
        let rewritten = rewrite(glue, &renamed).expect("it has all");
        for expected in [
            "\nclass Widget {}\nfunction set_world(",
            "{ a: function(x, y) { x.textContent = y; y.__policy_explorer_id = Document.prototype.createElement.call(arg0, x); } }",
            "const OLD = new F();",
            "wasm._a(1);\nwasm = guard(instance.exports);",
            "return { Widget, set_world, start };",
        ] {
            assert!(rewritten.contains(expected), "{expected}: {rewritten}");
        }
        assert!(!rewritten.contains("__wbg_load") && !rewritten.contains("old"), "{rewritten}");
        assert!(rewrite("other glue", &renamed).is_err());
    }
}
