//! The citation of a view, in each `Format`. Each names the version of the data, the day on which the reader saw it and, if
//! the page could work it out, the digest of the feed's bytes.

use crate::date::{Date, Day, Precision};
use crate::feed::Feed;
use crate::json;
use crate::message::{Messages, Phrase, unmarked};
use crate::status::{self, Clock};
use crate::words::one_line;

/// A format of the citation. All else that lists formats is made from `ALL`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// In sentences.
    Plain,
    /// An entry of BibTeX.
    Bibtex,
    /// A reference of RIS.
    Ris,
    /// An item of CSL-JSON.
    Csl,
}

impl Format {
    /// Every format, in the order in which they are offered.
    pub const ALL: [Format; 4] = [Self::Plain, Self::Bibtex, Self::Ris, Self::Csl];

    /// The name by which the page copies the text.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Bibtex => "bibtex",
            Self::Ris => "ris",
            Self::Csl => "csl",
        }
    }

    /// What readers call it.
    pub fn label(self, messages: &Messages) -> &str {
        match self {
            Self::Plain => messages.say(Phrase::share_plain),
            Self::Bibtex => "BibTeX",
            Self::Ris => "RIS",
            Self::Csl => "CSL-JSON",
        }
    }

    /// The name of its file in the press kit.
    pub fn file(self) -> &'static str {
        match self {
            Self::Plain => "citation.txt",
            Self::Bibtex => "citation.bib",
            Self::Ris => "citation.ris",
            Self::Csl => "citation.json",
        }
    }
}

/// What a citation is of, beside the feed.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// The day on which the reader saw it.
    pub on: Date,
    /// The dates that the view is of.
    pub clock: Clock,
    /// The address of the view, or of its page.
    pub link: Option<&'a str>,
    /// The SHA-256 of the feed's bytes, in hexadecimal digits. `None` if the page could not work it out.
    pub digest: Option<&'a str>,
}

/// The data of a citation, ready to be written in any format.
#[derive(Clone, Debug)]
pub struct Citation<'a> {
    author: Option<&'a str>,
    title: &'a str,
    version: Option<Date>,
    seen: Seen<'a>,
    /// What the reader of the citation must know: sentences.
    notes: Vec<String>,
    license: Option<&'a str>,
    messages: &'a Messages,
}

impl<'a> Citation<'a> {
    /// The citation of a view of a feed.
    pub fn new(feed: &'a Feed, messages: &'a Messages, seen: Seen<'a>) -> Self {
        let tag = messages.tag();
        let mut notes = vec![messages.dated(Phrase::cite_viewed, seen.clock.date)];
        notes.extend(seen.clock.known.map(|known| messages.dated(Phrase::as_known, known)));
        let first = status::nothing_before(feed, seen.clock.known);
        notes.extend(first.map(|first| ended(&messages.dated(Phrase::nothing_recorded, first))));
        notes.extend(seen.digest.map(|digest| messages.fill(Phrase::cite_digest, &[("digest", digest)])));
        notes.extend(feed.demo.then(|| messages.say(Phrase::demo).to_owned()));
        Self {
            author: feed.publisher.name.as_ref().map(|name| name.best(tag).text),
            title: title(feed, messages),
            version: feed.published,
            seen,
            notes,
            license: feed.license.as_ref().map(|license| license.name.best(tag).text),
            messages,
        }
    }

    /// The citation in a format.
    pub fn write(&self, format: Format) -> String {
        match format {
            Format::Plain => self.plain(),
            Format::Bibtex => self.bibtex(),
            Format::Ris => self.ris(),
            Format::Csl => self.csl(),
        }
    }

    /// In sentences.
    pub fn plain(&self) -> String {
        let messages = self.messages;
        let mut sentences: Vec<String> = self.author.map(ended).into_iter().collect();
        sentences.push(ended(self.title));
        sentences.extend(self.version.map(|version| messages.dated(Phrase::cite_version, version)));
        sentences.extend(self.notes.iter().cloned());
        sentences.extend(self.licensed());
        sentences.push(messages.dated(Phrase::cite_seen, self.seen.on));
        sentences.extend(self.seen.link.map(str::to_owned));
        sentences.join(" ")
    }

    /// As an entry of BibTeX, which biblatex reads as well.
    pub fn bibtex(&self) -> String {
        let mut fields: Vec<(&str, String)> = Vec::new();
        // A second brace keeps a name in one piece, and the capitals of a title.
        fields.extend(self.author.map(|author| ("author", format!("{{{}}}", tex(author)))));
        fields.push(("title", format!("{{{}}}", tex(self.title))));
        if let Some(version) = self.version {
            let Day { year, month, .. } = version.first_day();
            fields.push(("year", format!("{year:04}")));
            if version.precision() != Precision::Year {
                fields.push(("month", format!("{month}")));
            }
            fields.push(("version", version.to_string()));
        }
        fields.extend(self.seen.link.map(|link| ("url", verbatim(link))));
        fields.push(("urldate", self.seen.on.to_string()));
        fields.push(("note", tex(&self.notes.join(" "))));
        fields.extend(self.license.map(|license| ("copyright", tex(license))));
        let lines: Vec<String> =
            fields.iter().map(|(name, value)| format!("  {name} = {{{value}}}")).collect();
        format!("@misc{{{},\n{}\n}}\n", self.key(), lines.join(",\n"))
    }

    /// As a reference of RIS, the format of Reference Manager, which EndNote, Zotero and Mendeley read: one tag a line.
    pub fn ris(&self) -> String {
        let mut fields: Vec<(&str, String)> = vec![("TY", "DATA".to_owned()), ("TI", line(self.title))];
        for tag in ["AU", "PB"] {
            fields.extend(self.author.map(|author| (tag, line(author))));
        }
        if let Some(version) = self.version {
            fields.push(("PY", format!("{:04}", version.first_day().year)));
            fields.push(("DA", slashed(version)));
            fields.push(("ET", version.to_string()));
        }
        fields.extend(self.seen.link.map(|link| ("UR", line(link))));
        fields.push(("Y2", slashed(self.seen.on)));
        fields.push(("LA", self.messages.language().to_owned()));
        fields.extend(self.notes.iter().cloned().chain(self.licensed()).map(|note| ("N1", line(&note))));
        fields.push(("ER", String::new()));
        fields.iter().map(|(tag, value)| format!("{tag}  - {value}\r\n")).collect()
    }

    /// As a list of one item of CSL-JSON (citationstyles.org, 1.0.2).
    pub fn csl(&self) -> String {
        let named = |name| json::list(&[json::object(&[("literal", json::text(name))])]);
        let mut fields = vec![("id", json::text(&self.key())), ("type", json::text("dataset"))];
        fields.push(("title", json::text(self.title)));
        if let Some(author) = self.author {
            fields.push(("author", named(author)));
            fields.push(("publisher", json::text(author)));
        }
        if let Some(version) = self.version {
            fields.push(("version", json::text(&version.to_string())));
            fields.push(("issued", parts(version)));
        }
        fields.push(("accessed", parts(self.seen.on)));
        fields.extend(self.seen.link.map(|link| ("URL", json::text(link))));
        fields.push(("language", json::text(self.messages.language())));
        fields.extend(self.license.map(|license| ("license", json::text(license))));
        fields.push(("note", json::text(&self.notes.join(" "))));
        json::list(&[json::object(&fields)]) + "\n"
    }

    /// The licence as a sentence.
    fn licensed(&self) -> Option<String> {
        Some(self.messages.fill(Phrase::cite_license, &[("license", self.license?)]))
    }

    /// The key of the entry: the publisher's first word, the version, and the dates of the view.
    fn key(&self) -> String {
        let first = self.author.unwrap_or(self.title).split_whitespace().next().unwrap_or_default();
        let mut key: String = first.chars().filter(char::is_ascii_alphanumeric).take(KEY).collect();
        key.make_ascii_lowercase();
        for date in [self.version, Some(self.seen.clock.date), self.seen.clock.known].into_iter().flatten() {
            if !key.is_empty() {
                key.push('-');
            }
            key.push_str(&date.to_string());
        }
        key
    }
}

/// The title of the data, otherwise that of the policy, otherwise the feed's id.
pub fn title<'a>(feed: &'a Feed, messages: &Messages) -> &'a str {
    let title = feed.title.as_ref().or(feed.policy.title.as_ref());
    title.map_or(&feed.id, |title| title.best(messages.tag()).text)
}

/// The most letters that a key takes from a name.
const KEY: usize = 40;

/// A name or title with a full stop, unless it ends a sentence already.
fn ended(text: &str) -> String {
    let end = if text.ends_with(['.', '?', '!', '…']) { "" } else { "." };
    format!("{text}{end}")
}

/// A date in the form of CSL.
fn parts(date: Date) -> String {
    let Day { year, month, day } = date.first_day();
    let parts = match date.precision() {
        Precision::Year => format!("[[{year}]]"),
        Precision::Month => format!("[[{year}, {month}]]"),
        Precision::Day => format!("[[{year}, {month}, {day}]]"),
    };
    json::object(&[("date-parts", parts)])
}

/// A date in the form of RIS: `2026/11/20/`. Unknown parts are empty.
fn slashed(date: Date) -> String {
    let Day { year, month, day } = date.first_day();
    match date.precision() {
        Precision::Year => format!("{year:04}///"),
        Precision::Month => format!("{year:04}/{month:02}//"),
        Precision::Day => format!("{year:04}/{month:02}/{day:02}/"),
    }
}

/// Escapes a text for TeX, on one line. Braces become words, since BibTeX counts escaped braces too.
fn tex(text: &str) -> String {
    let mut escaped = String::new();
    for letter in line(text).chars() {
        match letter {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '<' => escaped.push_str("\\textless{}"),
            '>' => escaped.push_str("\\textgreater{}"),
            '|' => escaped.push_str("\\textbar{}"),
            '$' | '&' | '#' | '_' | '%' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            other => escaped.push(other),
        }
    }
    escaped
}

/// A text on one line, without the marks of direction that only a screen needs.
fn line(text: &str) -> String {
    one_line(&unmarked(text)).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An address, which BibTeX reads verbatim. Only characters that would end the field are percent-encoded.
fn verbatim(address: &str) -> String {
    let mut written = String::new();
    for letter in address.chars() {
        match letter {
            letter if letter.is_whitespace() || letter.is_control() => {}
            '{' => written.push_str("%7B"),
            '}' => written.push_str("%7D"),
            '\\' => written.push_str("%5C"),
            other => written.push(other),
        }
    }
    written
}
