//! Cells to countries: codes of ISO 3166-1 in three forms, Olympic codes on request, names. What has more than one
//! reading is asked, and no name is ever guessed.

use crate::words::{ascii_digits, clean, fold, without_footnote};
use lists::{FORMER, NO_COUNTRY, OLYMPIC};
use names::{Names, assigned, key};
use policy_explorer::country::Code;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;

mod lists;
mod names;

/// What a text says of a country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Nothing.
    Blank,
    /// One country.
    One(Code),
    /// One country, by a code that lost its leading zeros.
    Unpadded(Code),
    /// One country, behind whose name a footnote's mark stands.
    Marked(Code),
    /// "NA": Namibia's code, or not available.
    Namibia,
    /// A stem that several names share.
    Several(Vec<Code>),
    /// Several countries.
    List(Vec<Code>),
    /// An Olympic code, with the country that it stands for.
    Olympic(Code),
    /// A dissolved state, with those that came of it.
    Former(Vec<Code>),
    /// Called like a country, and what it is.
    NoCountry(&'static str),
    /// Nothing that is known, with likely countries.
    Unknown(Vec<Code>),
}

/// What a text says of a country.
pub fn read(text: &str) -> Reading {
    READ.with_borrow_mut(|read| {
        if read.len() >= KEPT {
            read.clear();
        }
        read.entry(text.to_owned()).or_insert_with(|| read_anew(text)).clone()
    })
}

thread_local! {
    static READ: RefCell<HashMap<String, Reading>> = RefCell::default();
}

/// As many readings are kept: tables name the same countries again and again.
const KEPT: usize = 5_000;

fn read_anew(text: &str) -> Reading {
    let text = clean(&ascii_digits(text)).replace('\n', " ");
    if text.is_empty() || text == "-" {
        return Reading::Blank;
    }
    if text.eq_ignore_ascii_case("NA") {
        return Reading::Namibia;
    }
    if text.chars().count() > 200 {
        return Reading::Unknown(Vec::new());
    }
    marked(&text)
        .or_else(|| by_code(&text))
        .or_else(|| by_name(&text))
        .or_else(|| in_parts(&text))
        .unwrap_or_else(|| Reading::Unknown(Names::likely(&text)))
}

/// The code that a text is in one of the forms of ISO 3166-1, `UK` among them.
fn by_code(text: &str) -> Option<Reading> {
    let bare: String = text.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
    let upper = bare.to_ascii_uppercase();
    if bare.len() <= 3 && bare.bytes().all(|letter| letter.is_ascii_digit()) && !bare.is_empty() {
        let code = CODES.get(&format!("{bare:0>3}"))?;
        return Some(if bare.len() < 3 { Reading::Unpadded(*code) } else { Reading::One(*code) });
    }
    if let Some(code) = CODES.get(upper.as_str()) {
        return Some(Reading::One(*code));
    }
    let names_one = || matches!(by_name(text), Some(Reading::One(_)));
    let olympic = || olympic(&bare).filter(|_| bare.len() == 3 && bare == upper && !names_one());
    olympic().map(Reading::Olympic)
}

/// All codes of ISO 3166-1 in their three forms.
static CODES: LazyLock<BTreeMap<String, Code>> = LazyLock::new(|| {
    let mut codes = BTreeMap::from([("UK".to_owned(), Code::parse("GBR").expect("a code"))]);
    for code in assigned() {
        codes.insert(code.to_string(), code);
        codes.extend(code.alpha2().map(|short| (short, code)));
        let number = rust_iso3166::from_alpha3(code.as_str()).map(|country| country.numeric_str());
        codes.extend(number.map(|number| (number, code)));
    }
    codes
});

/// What an Olympic code stands for, if it is not the same as in ISO 3166-1.
pub fn olympic(code: &str) -> Option<Code> {
    let words: Vec<&str> = OLYMPIC.split_whitespace().collect();
    words.chunks(2).find(|pair| pair[0] == code).and_then(|pair| Code::parse(pair[1]))
}

/// Whether a text is a code of three letters.
pub fn is_alpha3(text: &str) -> bool {
    let text = clean(text);
    text.len() == 3 && text.bytes().all(|letter| letter.is_ascii_alphabetic())
}

/// Whether a text is a code of two letters that is assigned.
pub fn is_alpha2(text: &str) -> bool {
    let text = clean(text);
    text.len() == 2 && CODES.contains_key(&text.to_ascii_uppercase())
}

/// The country that a name means, and what is called like one.
fn by_name(text: &str) -> Option<Reading> {
    let key = key(text);
    if key.is_empty() {
        return None;
    }
    if let Some(what) = SPECIAL.no_country.get(&key) {
        return Some(Reading::NoCountry(what));
    }
    if let Some(codes) = SPECIAL.former.get(&key) {
        return Some(Reading::Former(codes.clone()));
    }
    let found: Vec<Code> = Names::find(text).into_iter().collect();
    match found.len() {
        0 => None,
        1 => Some(Reading::One(found[0])),
        _ => Some(Reading::Several(found)),
    }
}

/// What is called like a country and is none, or none any more.
struct Special {
    no_country: BTreeMap<String, &'static str>,
    former: BTreeMap<String, Vec<Code>>,
}

static SPECIAL: LazyLock<Special> = LazyLock::new(|| {
    let mut special = Special { no_country: BTreeMap::new(), former: BTreeMap::new() };
    for (what, names) in NO_COUNTRY {
        special.no_country.extend(names.split(';').map(|name| (key(name), what)));
    }
    for (codes, names) in FORMER {
        let codes: Vec<Code> = codes.split(' ').filter_map(Code::parse).collect();
        special.former.extend(names.split(';').map(|name| (key(name), codes.clone())));
    }
    special
});

/// The reading without the mark of a footnote.
fn marked(text: &str) -> Option<Reading> {
    let bare = without_footnote(text)?;
    match by_code(&bare).or_else(|| by_name(&bare))? {
        Reading::One(code) => Some(Reading::Marked(code)),
        other => Some(other),
    }
}

/// A text whose parts are countries: the same one in other words, or several.
fn in_parts(text: &str) -> Option<Reading> {
    let bracketed = text.strip_suffix(')').and_then(|text| text.split_once('('));
    if let Some((name, other)) = bracketed {
        return together(&[name, other]).filter(|reading| matches!(reading, Reading::One(_)));
    }
    let signs = text.replace([';', '/', '|', '\n', '+', '،'], ",");
    let folded = [" and ", " et ", " y ", " & ", " e ", " und ", " - ", " – ", " — ", ": "];
    let parted = folded.iter().fold(signs, |text, word| text.replace(word, ","));
    let parts: Vec<&str> = parted.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    (parts.len() > 1).then(|| together(&parts))?
}

/// What parts of a text mean together, if each is a country.
fn together(parts: &[&str]) -> Option<Reading> {
    let one = |part: &&str| match by_code(part.trim()).or_else(|| by_name(part))? {
        Reading::One(code) => Some(code),
        _ => None,
    };
    let codes: Vec<Code> = parts.iter().map(one).collect::<Option<_>>()?;
    let distinct: BTreeSet<Code> = codes.iter().copied().collect();
    Some(if distinct.len() == 1 { Reading::One(codes[0]) } else { Reading::List(codes) })
}

/// A text as answers name it.
pub fn answer_key(text: &str) -> String {
    let folded = fold(text);
    if folded.is_empty() { clean(text) } else { folded }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let list = |codes: &[Code]| codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        match read(text) {
            Reading::Blank => "blank".to_owned(),
            Reading::One(code) => code.to_string(),
            Reading::Unpadded(code) => format!("unpadded {code}"),
            Reading::Marked(code) => format!("marked {code}"),
            Reading::Namibia => "namibia".to_owned(),
            Reading::Several(codes) => format!("several {}", list(&codes)),
            Reading::List(codes) => format!("list {}", list(&codes)),
            Reading::Olympic(code) => format!("olympic {code}"),
            Reading::Former(codes) => format!("former {}", list(&codes)),
            Reading::NoCountry(what) => what.to_owned(),
            Reading::Unknown(codes) => format!("unknown {}", list(&codes)),
        }
    }

    #[test]
    fn cells_have_one_reading_or_say_why_not() {
        for (text, reading) in [
            ("fra", "FRA"),
            ("Fr", "FRA"),
            ("UK", "GBR"),
            ("250", "FRA"),
            ("004", "AFG"),
            ("4", "unpadded AFG"),
            ("no", "NOR"),
            ("NA", "namibia"),
            ("GER", "olympic DEU"),
            ("BRN", "BRN"),
            ("UAE", "ARE"),
            ("DRC", "COD"),
            ("XKX", "XKX"),
            ("XK", "XKX"),
            ("France*", "marked FRA"),
            ("Kenya (KEN)", "KEN"),
            ("Myanmar (Burma)", "MMR"),
            ("Swaziland/Eswatini", "SWZ"),
            ("FR - France", "FRA"),
            ("FRA – Kenya", "list FRA KEN"),
            ("Bosnia and Herzegovina", "BIH"),
            ("Belgium and Luxembourg", "list BEL LUX"),
            ("Belgium, Luxembourg", "list BEL LUX"),
            ("Belgique et Luxembourg", "list BEL LUX"),
            ("Columbia", "unknown COL"),
            ("Yugoslavia", "former BIH HRV MKD MNE SRB SVN XKX"),
            ("USSR", "former ARM AZE BLR EST GEO KAZ KGZ LTU LVA MDA RUS TJK TKM UKR UZB"),
            ("Serbia and Montenegro", "former MNE SRB"),
            ("Congo", "several COD COG"),
            ("EU", "a group of countries, not one"),
            ("European Union", "a group of countries, not one"),
            ("Scotland", "a part of a country, with no code of its own"),
            ("World", "an aggregate"),
            ("Africa", "a region"),
            ("Georgia", "GEO"),
            ("Hong Kong", "HKG"),
            ("", "blank"),
        ] {
            assert_eq!(told(text), reading, "{text}");
        }
    }

    /// No name of the lists of what is no country is that of a country.
    #[test]
    fn the_lists_name_no_country() {
        for names in NO_COUNTRY.iter().map(|entry| entry.1).chain(FORMER.iter().map(|entry| entry.1)) {
            for name in names.split(';') {
                assert!(Names::find(name).len() != 1, "{name} is {:?}", Names::find(name));
            }
        }
    }
}
