//! Cells to sources: the addresses in a text, or behind it.

use super::grid::Cell;
use crate::words::clean;
use policy_explorer::feed::text::Link;

/// What a cell says of sources.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// The addresses, in their order.
    pub addresses: Vec<String>,
    /// The text of a link, which is the source's title.
    pub title: Option<String>,
    /// Whether an address had no scheme.
    pub is_completed: bool,
    /// Addresses that are not of the web.
    pub left_out: Vec<String>,
    /// The text is one address, and the link behind it this one.
    pub differs: Option<String>,
}

/// What a cell says of sources.
pub fn read(cell: &Cell) -> Sources {
    let text = clean(&cell.text());
    let mut sources = of_text(&text);
    let Some(link) = cell.link.as_deref() else { return sources };
    let linked = of_text(&clean(link));
    if sources.addresses.is_empty() {
        let title = (!linked.addresses.is_empty() && !text.is_empty()).then(|| text.clone());
        let left_out = if sources.left_out.is_empty() { linked.left_out } else { sources.left_out };
        return Sources { title, left_out, ..linked };
    }
    let is_same = |one: &String| sources.addresses.iter().any(|other| bare(one) == bare(other));
    if linked.addresses.is_empty() || !linked.addresses.iter().all(is_same) {
        sources.differs = Some(link.to_owned());
    } else if sources.is_completed && linked.addresses.len() == sources.addresses.len() {
        // The link says which scheme it is.
        sources.addresses = linked.addresses;
        sources.is_completed = false;
    }
    sources
}

/// An address as it is compared: `www.…` is the same with either scheme before it.
fn bare(address: &str) -> String {
    let (scheme, rest) = address.split_once("://").unwrap_or(("", address));
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let scheme = if host.to_ascii_lowercase().starts_with("www.") { "" } else { scheme };
    format!("{scheme}|{}|{}", host.to_ascii_lowercase(), path.trim_end_matches('/'))
}

/// The addresses in a text.
fn of_text(text: &str) -> Sources {
    let mut sources = Sources::default();
    let mut rest = text;
    while let Some(start) = start(rest) {
        rest = &rest[start..];
        let end = end(rest);
        let address = trimmed(&rest[..end]);
        rest = &rest[end..];
        sources.take(address);
    }
    sources
}

/// How addresses begin: those of the web, then others.
const WEB: [&str; 3] = ["http://", "https://", "www."];
const OTHER: [&str; 6] = ["mailto:", "file:", "ftp://", "javascript:", "data:", "\\\\"];

fn starts(text: &str, with: &str) -> bool {
    text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with))
}

/// `C:\…`, a path on a computer.
fn is_path(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|letter| letter.is_ascii_alphabetic())
        && letters.next() == Some(':')
        && matches!(letters.next(), Some('\\' | '/'))
}

/// Where the next address begins.
fn start(text: &str) -> Option<usize> {
    let is_start = |&(index, _): &(usize, char)| {
        let is_inside = text[..index].chars().next_back().is_some_and(char::is_alphanumeric);
        let rest = &text[index..];
        !is_inside && (WEB.iter().chain(&OTHER).any(|scheme| starts(rest, scheme)) || is_path(rest))
    };
    text.char_indices().find(is_start).map(|(index, _)| index)
}

/// Where an address ends: at a space or bracket, or at a sign after which the next one begins.
fn end(text: &str) -> usize {
    let spaced = if is_path(text) || text.starts_with("\\\\") {
        text.find('\n')
    } else {
        text.find(char::is_whitespace)
    };
    let line = &text[..spaced.unwrap_or(text.len())];
    let is_end = |&(index, letter): &(usize, char)| match letter {
        '<' | '>' | '"' | '“' | '”' | '«' | '»' | '|' => true,
        ';' | ',' => {
            let rest = &line[index + 1..];
            rest.is_empty() || WEB.iter().any(|scheme| starts(rest, scheme))
        }
        _ => {
            index > 0
                && WEB[..2].iter().any(|scheme| starts(&line[index..], scheme))
                && !line[..index].ends_with(['=', '/', '?', '&'])
        }
    };
    line.char_indices().find(is_end).map_or(line.len(), |(index, _)| index)
}

/// An address without the signs of the sentence around it.
fn trimmed(address: &str) -> &str {
    let is_sign = |letter: char| ".,;:!?'’‘*".contains(letter);
    let mut address = address;
    loop {
        let before = address.len();
        address = address.trim_end_matches(is_sign);
        for (open, close) in [('(', ')'), ('[', ']'), ('{', '}')] {
            if address.ends_with(close) && !address.contains(open) {
                address = &address[..address.len() - close.len_utf8()];
            }
        }
        if address.len() == before {
            return address;
        }
    }
}

impl Sources {
    fn take(&mut self, address: &str) {
        let is_bare = starts(address, "www.");
        let whole = if is_bare { format!("https://{address}") } else { address.to_owned() };
        let is_web = WEB.iter().any(|scheme| starts(address, scheme)) && Link::web(&whole).is_some();
        if !is_web {
            self.left_out.push(address.to_owned());
        } else if !self.addresses.contains(&whole) {
            self.is_completed |= is_bare;
            self.addresses.push(whole);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::grid::Value;
    use super::*;

    fn cell(text: &str, link: Option<&str>) -> Sources {
        read(&Cell { link: link.map(Into::into), ..Cell::new(Value::Text(text.to_owned())) })
    }

    #[test]
    fn addresses_are_found_in_texts() {
        for (text, addresses) in [
            (
                "https://example.org/a\nhttps://example.org/b",
                &["https://example.org/a", "https://example.org/b"][..],
            ),
            (
                "https://example.org/a; https://example.org/b;",
                &["https://example.org/a", "https://example.org/b"],
            ),
            (
                "https://example.org/a;https://example.org/b",
                &["https://example.org/a", "https://example.org/b"],
            ),
            (
                "https://example.org/a, https://example.org/b",
                &["https://example.org/a", "https://example.org/b"],
            ),
            ("https://example.org/a?a=1;b=2", &["https://example.org/a?a=1;b=2"]),
            ("<https://example.org/a>", &["https://example.org/a"]),
            (
                "See https://example.org/a (p. 4) and https://example.org/b.",
                &["https://example.org/a", "https://example.org/b"],
            ),
            ("(https://example.org/a)", &["https://example.org/a"]),
            ("https://example.org/a_(b)", &["https://example.org/a_(b)"]),
            ("[the law](https://example.org/a)", &["https://example.org/a"]),
            (
                "https://web.archive.org/web/2014/https://example.org/a",
                &["https://web.archive.org/web/2014/https://example.org/a"],
            ),
            ("HTTPS://EXAMPLE.ORG/A", &["HTTPS://EXAMPLE.ORG/A"]),
            ("www.example.org/a", &["https://www.example.org/a"]),
            ("https://example.org/a https://example.org/a", &["https://example.org/a"]),
            ("Interview, 12 May 2014", &[]),
            ("mailto:desk@example.org", &[]),
            ("C:\\Users\\demo\\a report.pdf", &[]),
        ] {
            assert_eq!(cell(text, None).addresses, addresses, "{text}");
        }
    }

    #[test]
    fn what_is_not_of_the_web_is_left_out() {
        for text in [
            "mailto:desk@example.org",
            "file:///a",
            "C:\\Users\\demo\\a.pdf",
            "\\\\server\\a",
            "https://me:pw@example.org/a",
        ] {
            assert_eq!(cell(text, None).left_out.len(), 1, "{text}");
        }
    }

    #[test]
    fn links_stand_behind_texts() {
        let linked = cell("Ministry circular 12", Some("https://example.org/a"));
        assert_eq!(
            (linked.addresses, linked.title.as_deref()),
            (vec!["https://example.org/a".to_owned()], Some("Ministry circular 12"))
        );
        assert_eq!(
            cell("www.example.org/a", Some("http://www.example.org/a")).addresses,
            ["http://www.example.org/a"]
        );
        assert_eq!(cell("https://example.org", Some("https://example.org/")).differs, None);
        assert!(cell("https://example.org/b", Some("https://example.org/a")).differs.is_some());
        assert_eq!(
            cell("ask the desk", Some("mailto:desk@example.org")).left_out,
            ["mailto:desk@example.org"]
        );
    }
}
