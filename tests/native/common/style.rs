//! The tokens of the stylesheets, read as text.

use policy_explorer::scene::palette::Colour;
use std::fs;

/// A stylesheet.
pub fn sheet(name: &str) -> String {
    let path = format!("{}/styles/{name}.css", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// All stylesheets with their names.
pub fn sheets() -> Vec<(String, String)> {
    let folder = fs::read_dir(format!("{}/styles", env!("CARGO_MANIFEST_DIR"))).expect("the folder is there");
    let name = |entry: fs::DirEntry| {
        entry.file_name().to_str().and_then(|name| Some(name.strip_suffix(".css")?.to_owned()))
    };
    let names = folder.filter_map(|entry| name(entry.expect("it can be read")));
    names.map(|name| (name.clone(), sheet(&name))).collect()
}

/// The part of a stylesheet that is for a medium; the ordinary part for an empty name.
pub fn of_medium<'a>(sheet: &'a str, medium: &str) -> &'a str {
    let from = if medium.is_empty() { 0 } else { sheet.find(medium).expect("there is such a part") };
    let rest = &sheet[from..];
    let begin = rest.find('{').expect("a rule");
    &rest[..rest[begin..].find("@media").map_or(rest.len(), |end| begin + end)]
}

/// The colours of a token in the light and the dark theme: `light-dark(#…, #…)`, or one for both.
pub fn token(css: &str, name: &str) -> Option<[Colour; 2]> {
    let (_, rest) = css.split_once(&format!("--{name}:"))?;
    let value = rest.split(';').next()?;
    let colours: Vec<Colour> = value.split('#').skip(1).map(|text| colour(&text[..6])).collect();
    Some([*colours.first()?, *colours.last()?])
}

/// A colour as six hexadecimal digits.
pub fn colour(digits: &str) -> Colour {
    let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16);
    let channels = [0, 2, 4].map(|at| channel(at).unwrap_or_else(|error| panic!("{digits}: {error}")));
    Colour(channels[0], channels[1], channels[2])
}
