//! The command line as a publisher uses it: what it prints where, and how it ends.

#[path = "../../tests/browser/harness/raster.rs"]
mod raster;

mod told;

use raster::Raster;
use told::{Feed, told};

const REAL: &str = "../data/hanoi-2011/feed.json";

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
fn what_a_feed_does_not_have_is_one_line_and_nothing_is_printed() {
    for (arguments, named) in [
        (&["render", REAL, "--measure", "nonsense"][..], "--measure nonsense"),
        (&["render", REAL, "--date", "tomorrow"], "--date tomorrow"),
        (&["render", REAL, "--country", "XXX"], "--country XXX"),
        (&["render", REAL, "--lang", "a b"], "--lang"),
        (&["render", REAL, "--format", "svg", "--theme", "dark"], "--theme dark"),
        (&["render", "no/such/feed.json"], "no/such/feed.json"),
        (&["man", "nonsense"], "nonsense"),
    ] {
        let (status, out, err) = told(arguments);
        assert_eq!((status, out.as_str()), (Some(2), ""), "{arguments:?}: {err}");
        assert!(err.contains(named), "{arguments:?}: {err}");
        assert_eq!(err.lines().count(), 1, "{arguments:?}: {err}");
    }
}

#[test]
fn arguments_that_cannot_be_used_are_named_and_nothing_is_printed() {
    for (arguments, named) in [
        (&["render", REAL, "--size", "0"][..], "from 120 to 10000"),
        (&["render", REAL, "--format", "gif"], "[possible values: html, svg, png]"),
        (&["render", REAL, "--colour", "red"], "unexpected argument '--colour'"),
        (&["render", REAL, "--mesure", "x"], "a similar argument exists: '--measure'"),
        (&["render", REAL, "--today", "soon"], "a date is written as"),
        (&["render", REAL, "-o", "a", "--all", "b"], "cannot be used with"),
        (&["render"], "Usage: policy-explorer render"),
        (&["chek"], "a similar subcommand exists: 'check'"),
        (&["completions", "sh"], "bash"),
        (&[], "Usage: policy-explorer"),
    ] {
        let (status, out, err) = told(arguments);
        assert_eq!((status, out.as_str()), (Some(2), ""), "{arguments:?}: {err}");
        assert!(err.contains(named), "{arguments:?}: {err}");
        assert!(!err.contains('\u{1b}'), "colours are for terminals: {err}");
    }
}

#[test]
fn every_command_says_how_it_is_used_with_examples() {
    let (status, out, err) = told(&["--help"]);
    assert_eq!((status, err.as_str()), (Some(0), ""));
    let (_, commands) = out.split_once("Commands:\n").expect("the commands are listed");
    let commands = commands.lines().take_while(|line| !line.is_empty());
    let names: Vec<_> = commands.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.len() > 4 && names.contains(&"check"), "{names:?}");
    for name in names.into_iter().filter(|name| *name != "help") {
        let (status, out, _) = told(&[name, "--help"]);
        assert!(status == Some(0) && out.contains(&format!("  policy-explorer {name} ")), "{out}");
        let (status, page, err) = told(&["man", name]);
        assert_eq!((status, err.as_str()), (Some(0), ""));
        assert!(page.contains(&format!(".TH policy-explorer-{name} 1")), "{page}");
    }
}

#[test]
fn shells_can_complete_what_there_is() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let (status, out, err) = told(&["completions", shell]);
        assert_eq!((status, err.as_str()), (Some(0), ""), "{shell}");
        assert!(out.contains("render") && out.contains("measure"), "{shell}");
    }
}

#[test]
fn a_faulty_feed_is_drawn_and_said_to_be_faulty() {
    let text = std::fs::read_to_string(REAL).expect("the feed");
    let faulty = text.replacen("\"country\":\"FRA\"", "\"country\":\"Frankreich\"", 1);
    assert!(text != faulty, "there is something to spoil");
    let feed = Feed::new("faulty", &faulty);
    let (status, out, err) = told(&["render", feed.path()]);
    assert_eq!(status, Some(1), "{err}");
    assert!(out.contains("</template>"), "the picture is made");
    assert!(err.contains("problems"), "{err}");
}

/// A folder of this test's own, empty.
fn folder(name: &str) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("policy-explorer-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the folder takes it");
    folder
}

fn path_text(path: &std::path::Path) -> &str {
    path.to_str().expect("a plain path")
}

#[test]
fn a_picture_is_as_wide_as_asked_for_and_not_blank() {
    let folder = folder("picture");
    let file = folder.join("map.png");
    let (status, out, err) =
        told(&["render", REAL, "--format", "png", "--size", "600", "-o", path_text(&file)]);
    assert_eq!((status, out.as_str(), err.as_str()), (Some(0), "", ""));
    let raster = Raster::read(&std::fs::read(file).expect("it was written"));
    assert_eq!((raster.width, raster.samples), (600, 4));
    let colours: std::collections::BTreeSet<&[u8]> = raster.pixels().collect();
    assert!(colours.contains(&[0x0b, 0x2d, 0x3f, 0xff][..]), "the colour of the highest status");
    assert!(colours.len() > 50, "letters have many shades");
    std::fs::remove_dir_all(folder).expect("it is there");
}

#[test]
fn a_drawing_stands_alone() {
    let (status, out, err) = told(&["render", REAL, "--format", "svg", "--lang", "ar"]);
    assert_eq!((status, err.as_str()), (Some(0), ""));
    assert!(out.starts_with("<svg xmlns=") && out.ends_with("</svg>"), "{}", &out[..80]);
}

#[test]
fn all_measures_are_made_in_all_languages() {
    let folder = folder("all");
    let (status, out, _) = told(&["render", REAL, "--all", path_text(&folder)]);
    assert_eq!((status, out.as_str()), (Some(0), ""));
    let mut names: Vec<_> = std::fs::read_dir(&folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("a plain name"))
        .collect();
    names.sort();
    assert_eq!(names.len(), 4 * 5);
    assert_eq!(names[0], "collection-ar.html");
    let french = std::fs::read_to_string(folder.join("overall-fr.html")).expect("it is there");
    assert!(french.contains(" measure=\"overall\" lang=\"fr\"") && french.contains("dir=\"ltr\""));
    std::fs::remove_dir_all(folder).expect("it is there");
}

#[test]
fn what_cannot_be_written_is_one_line_and_nothing_is_left() {
    let folder = folder("unwritable");
    let file = folder.join("none").join("map.html");
    let (status, out, err) = told(&["render", REAL, "-o", path_text(&file)]);
    assert_eq!((status, out.as_str(), err.lines().count()), (Some(2), "", 1), "{err}");
    assert_eq!(std::fs::read_dir(&folder).expect("the folder").count(), 0);
    std::fs::remove_dir_all(folder).expect("it is there");
}

#[cfg(unix)]
#[test]
fn a_device_is_written_to_and_stays_and_a_file_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let (status, out, err) = told(&["render", REAL, "-o", "/dev/stdout"]);
    assert_eq!((status, err.as_str()), (Some(0), ""));
    assert!(out.ends_with("</policy-explorer>"));
    let feed = Feed::new("permissions", "");
    let mode = |mode| std::fs::Permissions::from_mode(mode);
    std::fs::set_permissions(feed.path(), mode(0o640)).expect("it is this test’s own");
    assert_eq!(told(&["render", REAL, "-o", feed.path()]).0, Some(0));
    let permissions = std::fs::metadata(feed.path()).expect("it is there").permissions();
    assert_eq!(permissions.mode() & 0o777, 0o640);
}
