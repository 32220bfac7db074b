//! `render --page embed`: the page for a frame with the first screen inside.

use std::process::Command;

const REAL: &str = "../data/hanoi-2011/feed.json";

/// The exit status, and what was printed on standard output and standard error.
fn told(arguments: &[&str]) -> (Option<i32>, String, String) {
    let program = env!("CARGO_BIN_EXE_policy-explorer");
    let output =
        Command::new(program).args(["render", REAL]).args(arguments).output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn the_page_has_the_element_and_links_its_files() {
    let (status, page, err) = told(&[
        "--page",
        "embed",
        "--lang",
        "ar",
        "--feed",
        "../feed.json",
        "--module",
        "../pe/policy-explorer.js",
    ]);
    assert_eq!((status, err.as_str()), (Some(0), ""));
    for piece in [
        "<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">",
        "<policy-explorer feed=\"../feed.json\" lang=\"ar\"><template shadowrootmode=\"open\">",
        "<script type=\"module\" src=\"../pe/embed.js\"></script>",
        "<script type=\"module\" src=\"../pe/policy-explorer.js\"></script>",
        "<link rel=\"stylesheet\" href=\"../pe/index.css\">",
        "<link rel=\"icon\" href=\"../pe/icon.svg\">",
        "href=\"../pe/assets/picture-",
        "id=\"refused\"",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self';",
    ] {
        assert!(page.contains(piece), "{piece}");
    }
    assert_eq!(page.matches("<policy-explorer").count(), 1);
    for inline in [" style=", "<style", " onload", "javascript:"] {
        assert!(!page.contains(inline), "{inline}");
    }
    assert_eq!(page.matches("<script").count(), 2);
    assert_eq!(
        page.matches("</script>").count(),
        page.matches("></script>").count(),
        "no script has content"
    );
}

#[test]
fn other_origins_are_let_in_where_the_page_is_told_of_them() {
    let (_, page, _) = told(&[
        "--page",
        "embed",
        "--feed",
        "https://data.example/a&b/feed.json",
        "--module",
        "https://cdn.example/pe/policy-explorer.js",
    ]);
    assert!(page.contains("script-src 'self' https://cdn.example 'wasm-unsafe-eval'"));
    assert!(page.contains("connect-src 'self' https://cdn.example https://data.example"));
    assert!(
        page.contains("name=\"policy-explorer-feeds\" content=\"https://data.example/a&amp;b/feed.json\"")
    );
    // Nothing of an address may become a directive.
    let (_, page, _) =
        told(&["--page", "embed", "--module", "https://a.example;script-src */policy-explorer.js"]);
    assert!(page.contains("script-src 'self' 'wasm-unsafe-eval'"));
}

#[test]
fn what_is_no_page_is_refused() {
    for (arguments, named) in
        [(&["--page", "site"][..], "--page"), (&["--page", "embed", "--format", "svg"], "--page is for html")]
    {
        let (status, out, err) = told(arguments);
        assert_eq!((status, out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(err.contains(named), "{err}");
    }
}
