//! How wide a text is at most, and where it is broken into lines. Nobody knows the font that a picture is shown in, so
//! the widths are those of wide ones (DejaVu Sans, Verdana): in all others a text is narrower.

/// The width of a text in type of the size `size`, in the same unit.
pub fn width(text: &str, size: usize) -> usize {
    (text.chars().map(advance).sum::<usize>() * size).div_ceil(100)
}

/// The width of a letter, in hundredths of the size of the type.
fn advance(letter: char) -> usize {
    match letter {
        ' ' | '\u{a0}' => 36,
        '.' | ',' | ':' | ';' | '!' | '|' | '\'' | '’' | '‘' | '،' | '؛' | 'i' | 'j' | 'l' | 'I' => 42,
        'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '-' | '/' | '"' => 48,
        'm' | 'w' | 'M' | 'W' | 'æ' | 'œ' | 'Æ' | 'Œ' | '@' | '%' | '…' | '—' => 108,
        '+' | '<' | '=' | '>' | '~' | '×' | '^' => 84,
        'A'..='Z' | '&' => 80,
        ..='~' => 65,
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' => 0,
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{7f}'..='\u{36f}' | '\u{1e00}'..='\u{1fff}' => {
            if letter.is_uppercase() {
                82
            } else {
                65
            }
        }
        'س' | 'ش' | 'ص' | 'ض' => 100,
        '\u{600}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => 66,
        '\u{2000}'..='\u{205f}' => 66,
        ..='\u{ffff}' => 108,
        _ => 140,
    }
}

/// Breaks a text into lines of at most `room`: at spaces, and within what is longer, such as addresses.
pub fn wrap(text: &str, size: usize, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let mut pieces = pieces(word, size, room).into_iter();
        let first = pieces.next().unwrap_or_default();
        let line = lines.last_mut().expect("there is a line");
        if line.is_empty() {
            line.push_str(first);
        } else if width(line, size) + width(" ", size) + width(first, size) > room {
            lines.push(first.to_owned());
        } else {
            line.push(' ');
            line.push_str(first);
        }
        lines.extend(pieces.map(str::to_owned));
    }
    lines
}

/// A word in pieces of at most `room`; of one letter, where the room is less. Marks stay with their letter, and an
/// address is broken between its parts.
fn pieces(mut word: &str, size: usize, room: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    while width(word, size) > room {
        let Some(end) = fitting(word, size, room) else { break };
        let part = word[..end].rfind(['/', '?', '&']).filter(|part| 2 * part > end);
        let (piece, rest) = word.split_at(part.map_or(end, |part| part + 1));
        pieces.push(piece);
        word = rest;
    }
    pieces.push(word);
    pieces
}

/// Where a word leaves its room; none where one letter is all of it.
fn fitting(word: &str, size: usize, room: usize) -> Option<usize> {
    let mut wide = 0;
    for (at, letter) in word.char_indices() {
        wide += advance(letter) * size;
        if at > 0 && wide > room * 100 {
            return Some(at);
        }
    }
    None
}

/// The width of the longest word of a text, which no line is narrower than.
pub fn longest(text: &str, size: usize) -> usize {
    text.split(' ').map(|word| width(word, size)).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_at_spaces_and_within_long_words() {
        assert_eq!(wrap("one two three", 10, 1000), ["one two three"]);
        assert_eq!(wrap("one two three", 10, 50), ["one two", "three"]);
        assert_eq!(wrap("nnnnnnnn n", 10, 20), ["nnn", "nnn", "nn", "n"]);
        assert_eq!(wrap("", 10, 20), [""]);
        assert_eq!(wrap("ab", 10, 1), ["a", "b"]);
        assert_eq!(wrap("see nnn/nn?nn=n", 10, 45), ["see", "nnn/nn?", "nn=n"]);
    }

    #[test]
    fn no_line_is_wider_than_its_room_and_no_letter_is_lost() {
        let text = "The quick brown fox https://example.org/a/long/address?with=query مُنفَّذ 一二三四五六七八九十 e\u{301}e\u{301}";
        for room in [30, 75, 200, 900] {
            let lines = wrap(text, 13, room);
            assert!(lines.iter().all(|line| width(line, 13) <= room), "{room}: {lines:?}");
            let bare = |text: &str| text.replace(' ', "");
            assert_eq!(bare(&lines.concat()), bare(text));
            assert!(!lines.iter().any(|line| line.starts_with('\u{301}')), "{lines:?}");
        }
    }
}
