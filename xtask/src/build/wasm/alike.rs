//! The order of the glue's functions. Those that look alike stand side by side, which Brotli writes in fewer bytes than
//! wasm-bindgen's order by name.

use anyhow::{Context, Result};

const BEGIN: &str = "const import0 = {\n        __proto__: null,\n";
const END: &str = "\n    };\n";
/// Where one function ends.
const NEXT: &str = "\n        },\n";

/// The glue with the functions that the wasm imports in that order.
///
/// # Errors
/// Where the glue does not look as it did when this was written.
pub fn ordered(glue: &str) -> Result<String> {
    let (head, rest) = glue.split_once(BEGIN).context("the glue of this wasm-bindgen has no `import0`")?;
    let (functions, tail) = rest.split_once(END).context("the glue’s imports do not end")?;
    let mut functions: Vec<&str> = functions.trim_end_matches("\n        },").split(NEXT).collect();
    functions.sort_by_cached_key(|function| {
        let shape = shape(function);
        (shape.len(), shape, *function)
    });
    Ok(format!("{head}{BEGIN}{}{NEXT}{}", functions.join(NEXT), &END[1..]) + tail)
}

/// A function without its name and the words in it.
fn shape(function: &str) -> String {
    let body = function.split_once(':').map_or(function, |(_, body)| body);
    let mut shape = String::new();
    for piece in body.split_inclusive(|letter: char| !letter.is_alphanumeric()) {
        let word = piece.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        shape.push_str(if word.len() > 2 { "#" } else { word });
        shape.push_str(&piece[word.len()..]);
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::ordered;

    #[test]
    fn functions_that_look_alike_stand_together() {
        let function = |name: &str, body: &str| {
            format!("        {name}: function(arg0) {{\n            {body}\n        }},\n")
        };
        let glue = |functions: [String; 3]| {
            format!(
                "function imports() {{\n    const import0 = {{\n        __proto__: null,\n{}    }};\n}}\n",
                functions.concat()
            )
        };
        let [left, call, top] =
            [("a", "return arg0.left"), ("b", "call(arg0, arg0, arg0)"), ("c", "return arg0.top")]
                .map(|(name, body)| function(name, body));
        let given = glue([left.clone(), call.clone(), top.clone()]);
        assert_eq!(ordered(&given).expect("it has imports"), glue([left, top, call]));
        assert!(ordered("other glue").is_err());
    }
}
