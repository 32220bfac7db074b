//! Texts as they are compared: without case, accents, Arabic vowel signs and hamzas, ornaments, and with one kind of
//! space, hyphen and quotation mark.

use policy_explorer::message::Locale;
use policy_explorer::message::icu::Icu;
use std::cell::RefCell;
use std::collections::HashMap;

thread_local! {
    static FOLDED: RefCell<HashMap<String, String>> = RefCell::default();
    static ENGLISH: Icu = Icu::new("en").expect("English is known");
}

/// Signs that nobody sees: zero-width spaces and joiners, marks of direction, soft hyphens.
pub fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// A text without what nobody sees, and without the spaces around it; line breaks stay.
pub fn clean(text: &str) -> String {
    let spaces = |letter: char| if letter.is_whitespace() && letter != '\n' { ' ' } else { letter };
    let seen = text.replace("\r\n", "\n").replace('\r', "\n");
    seen.chars().filter(|&letter| !is_invisible(letter)).map(spaces).collect::<String>().trim().to_owned()
}

/// A text as it stands, without the spaces around it, and with one kind of line break.
pub fn verbatim(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned()
}

/// A text as it is compared, its words parted by one space. Empty if it has neither letters nor digits.
pub fn fold(text: &str) -> String {
    FOLDED.with_borrow_mut(|folded| {
        if let Some(known) = folded.get(text) {
            return known.clone();
        }
        if folded.len() >= KEPT {
            folded.clear();
        }
        folded.entry(text.to_owned()).or_insert_with(|| fold_anew(text)).clone()
    })
}

/// As many folded texts are kept: tables say the same again and again.
const KEPT: usize = 20_000;

fn fold_anew(text: &str) -> String {
    let seen: String = text.chars().filter(|&letter| !is_invisible(letter)).collect();
    let folded = ENGLISH.with(|english| english.fold(&seen));
    let mut words = String::new();
    let mut letters = folded.chars().peekable();
    let mut run = 0;
    while let Some(letter) = letters.next() {
        match letter {
            '&' => words.push_str(" and "),
            // "U.S." is one word, "St.Lucia" is two.
            '.' if run == 1 => {}
            '’' | '\'' | '‘' | 'ʼ' | '´' | '`' | 'ʻ' if letters.peek().is_some_and(|next| *next == 's') =>
                {}
            _ if letter.is_alphanumeric() => {
                alike(letter, &mut words);
                run += 1;
                continue;
            }
            _ => words.push(' '),
        }
        run = 0;
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Adds a letter, and of several that people write one for the other always the same.
fn alike(letter: char, words: &mut String) {
    match letter {
        'œ' => words.push_str("oe"),
        'æ' => words.push_str("ae"),
        'ß' => words.push_str("ss"),
        'ø' => words.push('o'),
        'ł' => words.push('l'),
        'đ' => words.push('d'),
        'ı' => words.push('i'),
        'ة' => words.push('ه'),
        'ى' | 'ی' => words.push('ي'),
        'ک' => words.push('ك'),
        'ٱ' => words.push('ا'),
        'ـ' => {}
        _ => words.push(digit(letter).unwrap_or(letter)),
    }
}

/// A digit of another script or raised as one of ASCII.
pub fn digit(letter: char) -> Option<char> {
    let zero = match letter {
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '０'..='９' => '０',
        '०'..='९' => '०',
        '๐'..='๙' => '๐',
        _ => return None,
    };
    char::from_digit(u32::from(letter) - u32::from(zero), 10)
}

/// A text with all digits as those of ASCII.
pub fn ascii_digits(text: &str) -> String {
    text.chars().map(|letter| digit(letter).unwrap_or(letter)).collect()
}

/// A name or word without the mark of a footnote behind it; `None` if there is none.
pub fn without_footnote(text: &str) -> Option<String> {
    let text = text.trim_end();
    let marks = |letter: char| {
        matches!(letter, '*' | '†' | '‡' | '§' | '¶' | '#' | '°' | '¹' | '²' | '³' | '⁰'..='⁹' | 'ª' | '^')
    };
    let bare = text.trim_end_matches(|letter: char| marks(letter) || letter == ' ');
    if bare.len() < text.len() && !bare.is_empty() {
        return Some(without_footnote(bare).unwrap_or_else(|| bare.to_owned()));
    }
    let open = if text.ends_with(']') {
        '['
    } else if text.ends_with(')') {
        '('
    } else {
        return None;
    };
    let start = text.rfind(open)?;
    let inner = text[start..].trim_matches(|letter: char| "[]() ".contains(letter));
    let is_letter =
        |letter: char| letter.is_ascii_lowercase() || (open == '[' && letter.is_ascii_alphabetic());
    let is_short = inner.chars().all(|letter| letter.is_ascii_digit() || marks(letter) || is_letter(letter));
    let is_note = inner
        .strip_prefix("note")
        .is_some_and(|rest| rest.trim().chars().all(|letter| letter.is_ascii_digit()));
    let is_mark = (is_short && inner.chars().count() <= 2) || is_note;
    let bare = text[..start].trim_end();
    (is_mark && !bare.is_empty()).then(|| without_footnote(bare).unwrap_or_else(|| bare.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_words_fold_alike() {
        for (one, other) in [
            (" Viet\u{a0}Nam ", "viet nam"),
            ("Côte d’Ivoire", "cote d'ivoire"),
            ("“Eswatini”\u{200b}", "eswatini"),
            ("Timor‑Leste", "timor leste"),
            ("U.S.A.", "usa"),
            ("EE.UU.", "EE. UU."),
            ("St.Lucia", "st lucia"),
            ("Lao People’s Democratic Republic", "lao peoples democratic republic"),
            ("not_implemented", "Not-implemented"),
            ("mise en œuvre", "MISE EN OEUVRE"),
            ("🇫🇷 France ★", "france"),
            ("مُنفَّذ", "منفذ"),
            ("الأردن", "الاردن"),
            ("Mea\u{ad}sure", "measure"),
        ] {
            assert_eq!(fold(one), fold(other), "{one}");
        }
        assert_eq!(fold("✓"), "");
    }

    #[test]
    fn footnotes_are_taken_off() {
        for (text, bare) in [
            ("France*", Some("France")),
            ("France ¹", Some("France")),
            ("France [a]", Some("France")),
            ("France (1)", Some("France")),
            ("France* [2]", Some("France")),
            ("Kenya (KE)", None),
            ("Iran (Islamic Republic of)", None),
            ("France", None),
            ("*", None),
        ] {
            assert_eq!(without_footnote(text).as_deref(), bare, "{text}");
        }
    }
}
