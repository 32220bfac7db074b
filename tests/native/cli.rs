//! The command line as a publisher uses it: what it prints where, and how it ends.

use std::process::{Command, Output};

const REAL: &str = "data/hanoi-2011/feed.json";

fn run(arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_policy-explorer");
    Command::new(program).args(arguments).output().expect("the program runs")
}

/// The exit status, and what was printed on standard output and standard error.
fn told(arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = run(arguments);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn render_prints_the_element_and_nothing_else() {
    let (status, out, err) = told(&["render", REAL, "--feed", "f.json", "--lang", "fr", "--theme", "dark"]);
    assert_eq!((status, err.as_str()), (Some(0), ""));
    assert!(
        out.starts_with("<policy-explorer feed=\"f.json\" theme=\"dark\" lang=\"fr\">"),
        "{}",
        &out[..80]
    );
    assert!(out.ends_with("</policy-explorer>"));
}

#[test]
fn what_a_feed_or_the_widget_does_not_have_is_one_line_and_nothing_is_printed() {
    for (arguments, named) in [
        (&["render", REAL, "--measure", "nonsense"][..], "--measure nonsense"),
        (&["render", REAL, "--date", "tomorrow"], "--date tomorrow"),
        (&["render", REAL, "--country", "XXX"], "--country XXX"),
        (&["render", REAL, "--lang", "a b"], "--lang"),
        (&["render", REAL, "--size", "0"], "--size"),
        (&["render", REAL, "--format", "gif"], "--format"),
        (&["render", REAL, "--colour", "red"], "--colour"),
        (&["render", "no/such/feed.json"], "no/such/feed.json"),
        (&["render"], "usage"),
    ] {
        let (status, out, err) = told(arguments);
        assert_eq!((status, out.as_str()), (Some(2), ""), "{arguments:?}: {err}");
        assert!(err.contains(named), "{arguments:?}: {err}");
        assert!(named == "usage" || err.lines().count() == 1, "{arguments:?}: {err}");
    }
}

#[test]
fn a_faulty_feed_is_drawn_and_said_to_be_faulty() {
    let text = std::fs::read_to_string(REAL).expect("the feed");
    let faulty = text.replacen("\"country\":\"FRA\"", "\"country\":\"Frankreich\"", 1);
    assert!(text != faulty, "there is something to spoil");
    let file = std::env::temp_dir().join(format!("policy-explorer-faulty-{}.json", std::process::id()));
    std::fs::write(&file, faulty).expect("the folder takes it");
    let (status, out, err) = told(&["render", file.to_str().expect("a plain path")]);
    std::fs::remove_file(&file).expect("it is there");
    assert_eq!(status, Some(1), "{err}");
    assert!(out.contains("</template>"), "the picture is made");
    assert!(err.contains("problems"), "{err}");
}
