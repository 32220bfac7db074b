//! Text of a feed that people read, in one language or several, and addresses that are safe to link to.

/// Text in one or several languages; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(Vec<(String, String)>);

/// A text with the language that it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spoken<'a> {
    /// What to show.
    pub text: &'a str,
    /// BCP 47 tag; empty where the feed does not say.
    pub lang: &'a str,
}

impl Text {
    /// From pairs of BCP 47 tag (empty: not stated) and text; blank texts do not count.
    pub fn new(texts: impl IntoIterator<Item = (String, String)>) -> Option<Self> {
        let texts: Vec<_> = texts
            .into_iter()
            .map(|(tag, text)| (tag, balanced(text)))
            .filter(|(_, text)| !text.trim().is_empty())
            .collect();
        (!texts.is_empty()).then_some(Self(texts))
    }

    /// The text in the language of `tag` or a more general one of the same language (`fr-CA`: `fr`); a
    /// text of no stated language suits every reader.
    pub fn exactly(&self, tag: &str) -> Option<Spoken<'_>> {
        fallbacks(tag).chain([""]).find_map(|wanted| self.tagged(wanted))
    }

    /// The best text for a reader of `tag`: in that language, else in English, else the first.
    pub fn best(&self, tag: &str) -> Spoken<'_> {
        self.exactly(tag).or_else(|| self.tagged("en")).unwrap_or_else(|| {
            let (lang, text) = &self.0[0];
            Spoken { text, lang }
        })
    }

    fn tagged(&self, tag: &str) -> Option<Spoken<'_>> {
        let (lang, text) = self.0.iter().find(|(lang, _)| lang.eq_ignore_ascii_case(tag))?;
        Some(Spoken { text, lang })
    }
}

/// A text whose controls of direction end within it, so that it turns nothing around that stands after it:
/// what it opens is closed at its end, what it closes without having opened it is left out (UAX #9, X1 to X8).
fn balanced(text: String) -> String {
    let is_control = |letter| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if !text.contains(is_control) {
        return text;
    }
    let mut open = Vec::new();
    let mut kept = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push('\u{202c}'),
            '\u{2066}'..='\u{2068}' => open.push('\u{2069}'),
            '\u{202c}' | '\u{2069}' if open.last() != Some(&letter) => continue,
            '\u{202c}' | '\u{2069}' => {
                open.pop();
            }
            _ => {}
        }
        kept.push(letter);
    }
    kept.extend(open.into_iter().rev());
    kept
}

/// A BCP 47 tag and its shorter forms, most special first: `zh-Hant-TW`, `zh-Hant`, `zh` (RFC 4647, 3.4).
pub fn fallbacks(tag: &str) -> impl Iterator<Item = &str> {
    std::iter::successors((!tag.is_empty()).then_some(tag), |tag| {
        let end = tag.bytes().rposition(|letter| letter == b'-')?;
        Some(&tag[..end])
    })
}

/// An address that is safe as a link: http or https with a host, or, for contacts, mailto.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link(String);

impl Link {
    /// An http or https address.
    pub fn web(text: &str) -> Option<Self> {
        let rest = strip_scheme(text, "https://").or_else(|| strip_scheme(text, "http://"))?;
        // A table of all letters would weigh more than the rest of the reader; browsers refuse other hosts.
        let has_host = rest
            .starts_with(|first: char| first.is_ascii_alphanumeric() || first == '[' || !first.is_ascii());
        (has_host && is_plain(text)).then(|| Self(text.to_owned()))
    }

    /// An http, https or mailto address.
    pub fn contact(text: &str) -> Option<Self> {
        let mail = strip_scheme(text, "mailto:").is_some_and(|rest| rest.contains('@')) && is_plain(text);
        if mail { Some(Self(text.to_owned())) } else { Self::web(text) }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn strip_scheme<'a>(text: &'a str, scheme: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(scheme.len())?;
    head.eq_ignore_ascii_case(scheme).then_some(rest)
}

fn is_plain(text: &str) -> bool {
    !text.contains(|letter: char| letter.is_whitespace() || letter.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(pairs: &[(&str, &str)]) -> Text {
        Text::new(pairs.iter().map(|&(tag, text)| (tag.to_owned(), text.to_owned()))).expect("some text")
    }

    #[test]
    fn a_reader_gets_the_nearest_language() {
        let both = text(&[("de", "Land"), ("en", "country"), ("fr", "pays"), ("zh-Hant", "國")]);
        for (tag, expected) in [
            ("fr", "pays"),
            ("fr-CA", "pays"),
            ("FR", "pays"),
            ("zh-Hant-TW", "國"),
            ("es", "country"),
            ("", "country"),
        ] {
            assert_eq!(both.best(tag).text, expected, "{tag}");
        }
        assert_eq!(text(&[("de", "Land"), ("it", "paese")]).best("es").lang, "de");
        assert_eq!(both.exactly("es"), None);
        assert_eq!(text(&[("", "Land")]).exactly("es").map(|spoken| spoken.text), Some("Land"));
    }

    #[test]
    fn controls_of_direction_end_within_the_text() {
        for (given, kept) in [
            ("plain", "plain"),
            ("\u{202e}evil", "\u{202e}evil\u{202c}"),
            ("\u{2067}a\u{202b}b", "\u{2067}a\u{202b}b\u{202c}\u{2069}"),
            ("a\u{2069}\u{202c}b", "ab"),
            ("\u{2066}a\u{2069}b", "\u{2066}a\u{2069}b"),
        ] {
            assert_eq!(text(&[("en", given)]).best("en").text, kept);
        }
    }

    #[test]
    fn blank_text_is_no_text() {
        assert_eq!(Text::new([("en".to_owned(), " ".to_owned())]), None);
        assert_eq!(Text::new([("en".to_owned(), "\u{2069}".to_owned())]), None, "it only closes");
    }

    #[test]
    fn only_http_and_https_are_links() {
        for good in ["https://a.example/x?y#z", "HTTP://a.example", "https://[::1]/"] {
            assert!(Link::web(good).is_some(), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            " https://a.example",
            "https://a.example/\n",
            "//a.example",
            "data:text/html,x",
            "https://",
            "https:///x",
            "ftp://a.example",
            "mailto:a@b.example",
            "java\tscript:https://x",
            "",
        ] {
            assert!(Link::web(bad).is_none(), "{bad}");
        }
        assert!(Link::contact("mailto:a@b.example").is_some());
        assert!(Link::contact("javascript:a@b.example").is_none());
    }
}
