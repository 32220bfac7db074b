//! What a feed calls its members and clauses, in the widget's own phrases. There the name of such a word stands between two
//! `~`; in packed languages, its place in `TERMS`.

#[cfg(not(target_arch = "wasm32"))]
use super::{LANGUAGES, language};
use crate::feed::Terms;
#[cfg(not(target_arch = "wasm32"))]
use crate::feed::{TERMS, text::is_same_language};

/// How many of `TERMS`, from the first on, are forms of each word: either all forms that a language has are the feed's, or
/// none.
const FORMS: [usize; 3] = [4, 1, 2];

/// The words to say, in the order of `TERMS`. `own`: the widget's; one that is empty is a form that the language does not
/// have.
pub fn words<'a>(own: &[&'a str], terms: &'a Terms, language: &str) -> Vec<&'a str> {
    let mut words = Vec::new();
    for forms in FORMS {
        let from = words.len();
        let mut is_whole = true;
        while words.len() < from + forms {
            let term = words.len();
            let given = terms.iter().find(|entry| entry.0 == term);
            let given = given.and_then(|entry| entry.1.exactly(language));
            is_whole &= given.is_some() || own[term].is_empty();
            words.push(given.map_or("", |given| given.text));
        }
        if !is_whole {
            words.truncate(from);
            words.extend(&own[from..from + forms]);
        }
    }
    words
}

/// A line with the places of words in `TERMS` for their names.
#[cfg(not(target_arch = "wasm32"))]
pub fn packed(line: &str) -> String {
    let place = |(at, name): (usize, &str)| {
        let term = TERMS.iter().position(|term| at % 2 == 1 && *term == name);
        assert!(at % 2 == 0 || term.is_some(), "no term: {name}");
        term.map_or(name.to_owned(), |term| term.to_string())
    };
    line.split('~').enumerate().map(place).collect::<Vec<_>>().join("~")
}

/// A packed line with the words in their places.
pub fn told(line: &str, words: &[&str]) -> String {
    let mut told = String::new();
    for (index, piece) in line.split('~').enumerate() {
        let word = if index % 2 == 1 { words.get(piece.parse().unwrap_or(words.len())) } else { None };
        told.push_str(word.unwrap_or(&piece));
    }
    told
}

/// The forms that a feed's words lack, by language and name: the widget's own word stands there.
#[cfg(not(target_arch = "wasm32"))]
pub fn lacking(terms: &Terms) -> Vec<(&'static str, &'static str)> {
    let mut lacking = Vec::new();
    for language in LANGUAGES.into_iter().filter_map(language) {
        let speaks = |term: &str| {
            let given = terms.iter().filter(|entry| TERMS[entry.0] == term);
            let mut spoken = given.flat_map(|entry| entry.1.all());
            spoken.any(|text| is_same_language(text.lang, language.tag))
        };
        let mut own = TERMS.iter().zip(language.phrases.iter().map(|(_, forms)| &forms[0]));
        for forms in FORMS {
            let word: Vec<_> = own.by_ref().take(forms).filter(|(_, own)| !own.is_empty()).collect();
            if word.iter().any(|(term, _)| speaks(term)) {
                let lacks = word.iter().filter(|(term, _)| !speaks(term));
                lacking.extend(lacks.map(|(term, _)| (language.tag, **term)));
            }
        }
    }
    lacking
}
