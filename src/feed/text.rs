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

/// The language that texts are wanted in, beside that of the words they stand among.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted<'a> {
    /// BCP 47 tag that the reader asked for, whether the widget speaks that language or not.
    pub tag: &'a str,
    /// BCP 47 tag of the widget's own words.
    pub among: &'a str,
}

impl<'a> From<&'a str> for Wanted<'a> {
    fn from(tag: &'a str) -> Self {
        Self { tag, among: tag }
    }
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

    /// In each language that there is, in the order of the document.
    pub fn all(&self) -> impl Iterator<Item = Spoken<'_>> {
        self.0.iter().map(|(lang, text)| Spoken { text, lang })
    }

    /// The text in the wanted language: of the same tag, else of a more general one (`fr-CA`: `fr`), else of the
    /// nearest that is of the same language (`fr`: `fr-FR`). A text of no stated language suits every reader.
    pub fn exactly<'a>(&self, wanted: impl Into<Wanted<'a>>) -> Option<Spoken<'_>> {
        let tag = wanted.into().tag;
        self.in_language(tag).or_else(|| self.find(&|lang| lang.is_empty()))
    }

    /// The best text for a reader: in the wanted language, else in English, else the first.
    pub fn best<'a>(&self, wanted: impl Into<Wanted<'a>>) -> Spoken<'_> {
        self.exactly(wanted).or_else(|| self.in_language("en")).unwrap_or_else(|| {
            let (lang, text) = &self.0[0];
            Spoken { text, lang }
        })
    }

    fn in_language(&self, tag: &str) -> Option<Spoken<'_>> {
        let mut tags = fallbacks(tag);
        let alike = |tag: &str| self.find(&|lang| lang.len() == tag.len() && begins(lang, tag));
        let akin = |tag: &str| self.find(&|lang| lang.len() > tag.len() && begins(lang, tag));
        tags.find_map(alike).or_else(|| fallbacks(tag).find_map(akin))
    }

    fn find(&self, fits: &dyn Fn(&str) -> bool) -> Option<Spoken<'_>> {
        let (lang, text) = self.0.iter().find(|(lang, _)| fits(lang))?;
        Some(Spoken { text, lang })
    }
}

/// Whether two tags name the same language, whatever script or region they add.
pub fn is_same_language(one: &str, other: &str) -> bool {
    fallbacks(other).last().is_some_and(|language| begins(one, language))
}

/// Whether a tag begins with all subtags of another, in whatever case and with whatever sign between them.
fn begins(tag: &str, start: &str) -> bool {
    let (tag, start) = (tag.as_bytes(), start.as_bytes());
    let same =
        |(one, other): (&u8, &u8)| one.eq_ignore_ascii_case(other) || (is_sign(*one) && is_sign(*other));
    tag.len() >= start.len()
        && tag.iter().zip(start).all(same)
        && tag.get(start.len()).is_none_or(|&next| is_sign(next))
}

/// Stands between the subtags: programs write `pt_BR` for `pt-BR`.
fn is_sign(letter: u8) -> bool {
    matches!(letter, b'-' | b'_')
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
fn fallbacks(tag: &str) -> impl Iterator<Item = &str> {
    std::iter::successors((!tag.is_empty()).then_some(tag), |tag| {
        let end = tag.bytes().rposition(is_sign)?;
        Some(&tag[..end])
    })
}

/// An address that is safe as a link: http or https with a host and no user before it, or, for contacts, mailto.
/// Nothing in it is invisible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link(String);

impl Link {
    /// An http or https address.
    pub fn web(text: &str) -> Option<Self> {
        let rest = strip_scheme(text, "https://").or_else(|| strip_scheme(text, "http://"))?;
        // A table of all letters would weigh more than the rest of the reader; browsers refuse other hosts.
        let has_host = rest
            .starts_with(|first: char| first.is_ascii_alphanumeric() || first == '[' || !first.is_ascii());
        // A user's name can look like the host: `https://good.example@bad.example`.
        (has_host && !authority(rest).contains('@') && is_plain(text)).then(|| Self(text.to_owned()))
    }

    /// An http, https or mailto address.
    pub fn contact(text: &str) -> Option<Self> {
        let mail = strip_scheme(text, "mailto:").is_some_and(|rest| rest.contains('@')) && is_plain(text);
        if mail { Some(Self(text.to_owned())) } else { Self::web(text) }
    }

    /// The host as it is written; `None` where there is none, as in a mail address.
    pub fn host(&self) -> Option<&str> {
        let authority = authority(self.0.split_once("://")?.1);
        let port = authority.rfind(':').filter(|_| !authority.ends_with(']'));
        Some(&authority[..port.unwrap_or(authority.len())])
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

/// Host and port of an address, of which the scheme is taken off.
fn authority(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// Browsers take a backslash for a slash, so that another host may follow than seems to.
fn is_plain(text: &str) -> bool {
    let is_wrong = |letter: char| {
        letter.is_whitespace() || letter.is_control() || letter == '\\' || is_invisible(letter)
    };
    text.len() <= LONGEST_ADDRESS && !text.contains(is_wrong)
}

/// The longest address, in bytes.
const LONGEST_ADDRESS: usize = 20_000;

/// Letters that nobody sees: marks of direction, of width zero, fillers, tags.
fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180b}'..='\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
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
        let regional =
            text(&[("en-GB", "country"), ("fr-FR", "pays"), ("pt_BR", "país"), ("es-419", "país (419)")]);
        for (tag, expected) in [
            ("fr", "pays"),
            ("fr-CA", "pays"),
            ("pt", "país"),
            ("pt_br", "país"),
            ("pt-PT", "país"),
            ("es-MX", "país (419)"),
            ("ar", "country"),
            ("f", "country"),
        ] {
            assert_eq!(regional.best(tag).text, expected, "{tag}");
        }
        let several = text(&[("zh-Hans", "国"), ("zh-Hant-HK", "國"), ("zh", "国家")]);
        for (tag, expected) in
            [("zh-Hant-HK", "國"), ("zh-Hant-TW", "国家"), ("zh-Hans-SG", "国"), ("zh", "国家")]
        {
            assert_eq!(several.best(tag).text, expected, "{tag}");
        }
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
        for good in ["https://a.example/x?y#z", "HTTP://a.example", "https://[::1]/", "https://a.example/@b"]
        {
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
            "https://good.example@bad.example/",
            "https://good.example:pw@bad.example",
            "https://good.example\\@bad.example/",
            "https://a.example/\u{202e}gpj.exe",
            "https://a\u{200b}b.example/",
            "https://a\u{ad}b.example/",
            "",
        ] {
            assert!(Link::web(bad).is_none(), "{bad}");
        }
        assert!(Link::contact("mailto:a@b.example").is_some());
        for (address, host) in [
            ("https://a.example", "a.example"),
            ("https://a.example:8080/x:y", "a.example"),
            ("HTTP://[::1]:80?q", "[::1]"),
            ("https://[::1]", "[::1]"),
            ("https://іnterpol.example#x", "іnterpol.example"),
        ] {
            assert_eq!(Link::web(address).expect("an address").host(), Some(host), "{address}");
        }
        assert_eq!(Link::contact("mailto:a@b.example").expect("an address").host(), None);
        assert!(Link::contact("javascript:a@b.example").is_none());
    }
}
