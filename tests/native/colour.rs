//! Colour as data: classes are told apart by every kind of sight, text and lines stand out, in each theme and for each
//! wish of the reader. `docs/embedding.md` states the same floors.

use crate::common;

use common::sight::{SIGHTS, blended, contrast, difference, least_difference, luminance};
use common::style::{colour, of_medium, sheet, sheets, token};
use common::whole::with;
use common::{read, style};
use policy_explorer::against::Change;
use policy_explorer::feed::{Feed, LevelIndex};
use policy_explorer::scene::palette::{Colour, DARK, LIGHT, Theme};
use policy_explorer::status::Status;
use policy_explorer::survey::Shade;
use serde_json::{Value, json};

/// Least CIEDE2000 between two classes, by the number of ranks, for the sight that sees least of it.
const FLOORS: [(std::ops::RangeInclusive<usize>, f64); 3] = [(1..=4, 9.0), (5..=6, 6.0), (7..=8, 3.0)];
/// The same between two of the changes.
const OF_CHANGES: f64 = 9.0;
/// The same between the hatch as a tone, seen from afar, and anything that has a colour; and between it and plain land.
const OF_TONE: f64 = 9.0;
const OF_PLAIN_TONE: f64 = 5.0;
/// Least contrast of text, and of lines and marks.
const OF_TEXT: f64 = 7.0;
const OF_LINES: f64 = 3.0;
/// The part of the hatch that its lines take.
const LINES: f64 = 1.0 / 6.0;

const THEMES: [(&str, Theme); 2] = [("light", LIGHT), ("dark", DARK)];

/// A feed with so many ranks, highest first, four statuses beside them, and one measure fewer than ranks, so that all
/// measures together have as many places.
fn feed(ranks: usize) -> Feed {
    let level = |rank: usize| json!({"id": format!("r{rank}"), "label": "R", "rank": rank});
    let beside = (0..4).map(|place| json!({"id": format!("b{place}"), "label": "B"}));
    let measure = |place: usize| json!({"id": format!("m{place}"), "title": "M"});
    let scale: Vec<Value> = (0..ranks).rev().map(level).chain(beside).collect();
    let measures: Vec<Value> = (0..(ranks - 1).max(1)).map(measure).collect();
    let empty = json!([]);
    let changes = [
        ("/scale", json!(scale)),
        ("/measures", json!(measures)),
        ("/records", empty.clone()),
        ("/reported", empty),
    ];
    read(&with(&changes)).value
}

fn status(theme: &Theme, feed: &Feed, status: Status) -> Colour {
    theme.colour(feed, Shade::Status(status)).expect("it has a colour")
}

/// The colours of the ranks, lowest first.
fn steps(theme: &Theme, ranks: usize) -> Vec<Colour> {
    let feed = feed(ranks);
    (0..ranks).rev().map(|level| status(theme, &feed, Status::Level(LevelIndex(level)))).collect()
}

fn beside(theme: &Theme) -> Vec<Colour> {
    let feed = feed(1);
    (1..5).map(|level| status(theme, &feed, Status::Level(LevelIndex(level)))).collect()
}

fn changes(theme: &Theme) -> Vec<Colour> {
    Change::ALL.iter().filter_map(|&change| theme.colour(&feed(1), Shade::Change(change))).collect()
}

/// Everything that a country may be filled with.
fn fills(theme: &Theme) -> Vec<Colour> {
    let mut fills: Vec<Colour> = (1..=12).flat_map(|ranks| steps(theme, ranks)).collect();
    fills.extend(beside(theme));
    fills.extend(changes(theme));
    fills.extend([theme.land, theme.hatch.0, theme.background]);
    fills
}

/// Any two of the colours are at least `floor` apart, for whomever.
fn check(what: &str, colours: &[Colour], floor: f64) {
    for (place, &one) in colours.iter().enumerate() {
        for &other in &colours[..place] {
            let (difference, sight) = least_difference(one, other);
            let (one, other) = (one.hex(), other.hex());
            assert!(difference >= floor, "{what}: {one} and {other} are {difference:.1} apart for {sight}");
        }
    }
}

#[test]
fn the_published_pairs_have_the_difference_that_was_published() {
    // Sharma, Wu, Dalal, "The CIEDE2000 Color-Difference Formula" (2005), table 1.
    let pairs = include_str!("common/ciede2000.csv");
    let mut reader = csv::Reader::from_reader(pairs.as_bytes());
    let rows: Vec<[f64; 7]> = reader.deserialize().map(|row| row.expect("seven numbers")).collect();
    assert_eq!(rows.len(), 34);
    for [l1, a1, b1, l2, a2, b2, expected] in rows {
        let found = difference([l1, a1, b1], [l2, a2, b2]);
        assert!((found - expected).abs() < 1e-4, "{l1} {a1} {b1}, {l2} {a2} {b2}: {found}, not {expected}");
    }
}

#[test]
fn nobody_sees_a_grey_otherwise() {
    for (name, sight) in SIGHTS {
        for row in sight {
            assert!((row.iter().sum::<f64>() - 1.0).abs() < 1e-5, "{name}: {row:?}");
        }
    }
}

#[test]
fn classes_are_told_apart_by_every_sight() {
    for (name, theme) in THEMES {
        for (ranks, floor) in FLOORS {
            for ranks in ranks {
                let mut colours = steps(&theme, ranks);
                colours.extend(beside(&theme));
                colours.push(theme.land);
                for ground in [theme.background, theme.hatch.0] {
                    let colours: Vec<_> = colours.iter().copied().chain([ground]).collect();
                    check(&format!("{name}, {ranks} ranks"), &colours, floor);
                }
            }
        }
        for ground in [theme.background, theme.hatch.0] {
            let colours: Vec<_> = changes(&theme).into_iter().chain([theme.land, ground]).collect();
            check(&format!("{name}, changes"), &colours, OF_CHANGES);
        }
    }
}

#[test]
fn all_measures_together_have_the_colours_of_as_many_ranks() {
    for (name, theme) in THEMES {
        for ranks in 2..=8 {
            let feed = feed(ranks);
            let done: Vec<_> = (0..ranks).map(|done| status(&theme, &feed, Status::Done(done))).collect();
            assert_eq!(done, steps(&theme, ranks), "{name}, {ranks}");
        }
    }
}

#[test]
fn the_hatch_is_no_class_from_afar() {
    for (name, theme) in THEMES {
        let (paper, lines) = theme.hatch;
        for line in lines {
            let tone = blended(paper, line, LINES);
            let coloured: Vec<_> =
                (1..=8).flat_map(|ranks| steps(&theme, ranks)).chain(beside(&theme)).collect();
            for class in coloured.into_iter().chain(changes(&theme)) {
                check(&format!("{name}, hatch as a tone"), &[class, tone], OF_TONE);
            }
            check(&format!("{name}, hatch as a tone beside land"), &[theme.land, tone], OF_PLAIN_TONE);
        }
    }
}

#[test]
fn higher_ranks_are_darker_on_white_and_lighter_on_black_also_without_colour() {
    for ranks in 2..=12 {
        let of = |theme| steps(theme, ranks).into_iter().map(luminance).collect::<Vec<_>>();
        assert!(of(&LIGHT).is_sorted_by(|lower, higher| lower > higher), "{ranks}: {:?}", of(&LIGHT));
        assert!(of(&DARK).is_sorted_by(|lower, higher| lower < higher), "{ranks}: {:?}", of(&DARK));
    }
}

#[test]
fn letters_and_names_are_read_on_every_colour() {
    for (name, theme) in THEMES {
        for fill in fills(&theme) {
            let found = contrast(theme.ink_on(fill), fill);
            assert!(found >= OF_TEXT, "{name}: letters on {} have {found:.2}", fill.hex());
        }
        // Names on hatched countries, letters of the hatch, names of those filtered out.
        for text in [theme.text, theme.quiet] {
            assert!(contrast(text, theme.hatch.0) >= OF_TEXT && contrast(text, theme.background) >= OF_TEXT);
        }
    }
}

#[test]
fn borders_are_seen_on_every_colour() {
    for (name, theme) in THEMES {
        for fill in fills(&theme) {
            // The border has the background around it.
            let found = contrast(theme.border, fill).max(contrast(theme.background, fill));
            assert!(found >= OF_LINES, "{name}: borders on {} have {found:.2}", fill.hex());
        }
        for plain in [theme.land, theme.hatch.0, theme.background] {
            let found = contrast(theme.border, plain);
            assert!(found >= OF_LINES, "{name}: the border on {} has {found:.2}", plain.hex());
        }
        let found = contrast(theme.hatch.1[0], theme.hatch.0);
        assert!(found >= OF_LINES, "{name}: the lines of the hatch have {found:.2}");
    }
}

/// Two colours of which one has 3:1 to any colour at all.
fn check_ring(what: &str, one: Colour, other: Colour) {
    for grey in 0..=255 {
        let fill = Colour(grey, grey, grey);
        let found = contrast(one, fill).max(contrast(other, fill));
        assert!(found >= OF_LINES, "{what}: on {} one of them has {found:.2}", fill.hex());
    }
}

#[test]
fn the_ring_of_the_focus_is_seen_on_every_colour() {
    // Contrast depends on luminance alone, so greys stand for all colours, those of hosts too.
    for (name, theme) in THEMES {
        check_ring(name, theme.text, theme.background);
    }
    let contrast_sheet = sheet("contrast");
    for wish in ["(prefers-contrast: more)", "(prefers-contrast: less)"] {
        let css = of_medium(&contrast_sheet, wish);
        let [text, ground] = ["text", "background"].map(|name| token(css, name).expect("a token"));
        (0..2).for_each(|theme| check_ring(wish, text[theme], ground[theme]));
    }
}

#[test]
fn forced_colours_set_every_status_off() {
    // Background and text of the contrast themes that come with Windows 11: whatever the fill, shapes are drawn in the
    // one and lines in the other.
    let pairs = [
        ("000000", "ffffff"),
        ("202020", "ffffff"),
        ("2d3236", "ffffff"),
        ("fffaef", "3d3d3d"),
        ("ffffff", "000000"),
    ];
    for (ground, text) in pairs {
        check_ring(ground, colour(ground), colour(text));
    }
}

/// The tokens in force for a wish; what it does not name is as usual.
fn tokens(wish: &str, name: &str) -> [Colour; 2] {
    let contrast = sheet("contrast");
    let own = (!wish.is_empty()).then(|| token(of_medium(&contrast, wish), name)).flatten();
    own.or_else(|| token(of_medium(&sheet("base"), ""), name)).unwrap_or_else(|| panic!("no token {name}"))
}

#[test]
fn text_is_read_and_controls_are_seen_on_every_ground() {
    for wish in ["", "(prefers-contrast: more)", "(prefers-contrast: less)"] {
        for (text, floor) in [("text", OF_TEXT), ("quiet", OF_TEXT), ("accent", OF_TEXT), ("edge", OF_LINES)]
        {
            for ground in ["background", "raised"] {
                for (theme, name) in ["light", "dark"].into_iter().enumerate() {
                    let (on, found) = (tokens(wish, ground)[theme], tokens(wish, text)[theme]);
                    let found = contrast(found, on);
                    assert!(found >= floor, "{name} {wish}: {text} on {ground} has {found:.2}");
                }
            }
        }
    }
    let print = sheet("print");
    let ground = token(&print, "background").expect("a token")[0];
    for name in ["text", "quiet", "accent"] {
        assert!(contrast(token(&print, name).expect("a token")[0], ground) >= OF_TEXT, "print: {name}");
    }
    assert!(contrast(token(&print, "edge").expect("a token")[0], ground) >= OF_LINES, "print: edge");
}

#[test]
fn borders_and_hatch_are_seen_by_those_who_wish_for_more_contrast() {
    let wish = "(prefers-contrast: more)";
    for (theme, palette) in [LIGHT, DARK].into_iter().enumerate() {
        let ground = tokens(wish, "background")[theme];
        let contrast_sheet = sheet("contrast");
        let [border, hatch] = ["border", "hatch"]
            .map(|name| token(of_medium(&contrast_sheet, wish), name).expect("a token")[theme]);
        assert!(contrast(hatch, palette.hatch.0) > contrast(palette.hatch.1[0], palette.hatch.0));
        for fill in fills(&palette) {
            assert!(contrast(border, fill).max(contrast(ground, fill)) >= OF_LINES, "{}", fill.hex());
        }
    }
}

#[test]
fn page_and_picture_have_the_same_colours() {
    for (theme, palette) in [LIGHT, DARK].into_iter().enumerate() {
        for (name, own) in
            [("background", palette.background), ("text", palette.text), ("quiet", palette.quiet)]
        {
            assert_eq!(tokens("", name)[theme].hex(), own.hex(), "{name}");
        }
    }
    // What the widget sets of the palette stands in no stylesheet a second time.
    for name in ["land", "border", "paper", "hatch", "faint", "fill", "ink"] {
        assert_eq!(style::token(&sheet("base"), name), None, "--{name}");
    }
}

#[test]
fn the_documents_tell_the_colours_as_they_are() {
    let path = format!("{}/docs/embedding.md", env!("CARGO_MANIFEST_DIR"));
    let document = std::fs::read_to_string(path).expect("it is there");
    let listed = |colours: &[Colour]| {
        colours.iter().map(|colour| format!("`{}`", colour.hex())).collect::<Vec<_>>().join(" ")
    };
    let row = |head: &str, light: &[Colour], dark: &[Colour]| {
        let row = format!("| {head} | {} | {} |", listed(light), listed(dark));
        assert!(document.contains(&row), "docs/embedding.md lacks: {row}");
    };
    for ranks in 1..=6 {
        row(&ranks.to_string(), &steps(&LIGHT, ranks), &steps(&DARK, ranks));
    }
    row("without a rank, in turn", &beside(&LIGHT), &beside(&DARK));
    row("what changed", &changes(&LIGHT), &changes(&DARK));
    let [text, background, accent] =
        ["text", "background", "accent"].map(|name| tokens("", name).map(Colour::hex));
    for (name, [light, dark]) in [("text", text), ("background", background), ("accent", accent)] {
        let found = document.lines().find(|line| line.starts_with(&format!("| `--pe-{name}`")));
        let found = found.unwrap_or_else(|| panic!("no row of --pe-{name}"));
        assert!(found.ends_with(&format!("| `{light}` | `{dark}` |")), "{found}");
    }
}

#[test]
fn nothing_is_transparent_or_moves_by_style() {
    // What holds for every reader needs no rule for those who prefer less transparency or motion.
    for (name, css) in sheets() {
        // How the tooltip waits before it takes the pointer: nothing that is seen moves.
        let css = css.replace("animation: held 0s 0.6s both;", "").replace("@keyframes held", "");
        for word in
            ["rgba(", "rgb(", "hsl", "opacity: 0", "transition", "animation", "backdrop", "@keyframes"]
        {
            assert!(!css.contains(word), "{name}: {word}");
        }
    }
}
