//! The sources of a claim, with what other columns say of them.

use super::{Evidence, Table, faulty, source};
use crate::import::claims::NO_SOURCE;
use crate::import::heads::Field;
use crate::import::layout::Column;
use crate::import::report::{Remark, Report};
use crate::import::texts::Texts;
use crate::words::{clean, verbatim};
use policy_explorer::feed::text::Link;

/// The fields of a source beside its address, in the order of the format.
const FIELDS: [(Field, &str); 7] = [
    (Field::SourceTitle, "title"),
    (Field::SourcePublisher, "publisher"),
    (Field::SourceDate, "date"),
    (Field::SourceLang, "lang"),
    (Field::Quote, "quote"),
    (Field::Archived, "archived"),
    (Field::Checked, "checked"),
];

impl Table<'_> {
    /// The sources of a claim.
    pub(in crate::import) fn evidence(
        &self,
        row: u32,
        status: &Column,
        place: &str,
        report: &mut Report,
    ) -> Vec<Evidence> {
        let mut evidence: Vec<Evidence> = Vec::new();
        let (mut names, mut is_asked) = (Vec::new(), false);
        for column in self.layout.beside(status, Field::Source) {
            let Some(cell) = self.sheet.cell(row, column.index).filter(|cell| !cell.is_blank()) else {
                continue;
            };
            let at = self.sheet.at(row, column.index);
            if let Some(finding) = faulty(cell, &at, "source") {
                report.add(finding);
                is_asked = true;
                continue;
            }
            let sources = source::read(cell);
            is_asked |= say(&sources, &at, &clean(&cell.text()), report);
            if sources.addresses.is_empty() {
                names.push(clean(&cell.text()));
            }
            for url in sources.addresses {
                let title = sources.title.iter().map(|title| ("title", Texts::plain(title)));
                if !evidence.iter().any(|known| known.url == url) {
                    evidence.push(Evidence { url, rest: title.collect() });
                }
            }
        }
        // The sources of a claim with a number may stand in a table of their own.
        if evidence.is_empty() && !is_asked && self.number(row, status).is_none() {
            report.add(Remark::notice("no-source", place, NO_SOURCE));
        }
        self.describe(row, status, &mut evidence, names, report);
        evidence
    }

    /// Adds what other columns say. A source that has a column for its name and one for its address is one source.
    fn describe(
        &self,
        row: u32,
        status: &Column,
        evidence: &mut [Evidence],
        names: Vec<String>,
        report: &mut Report,
    ) {
        for (field, name) in FIELDS {
            if let Some(lines) = self.lines(row, status, field, evidence.len()) {
                let texts = evidence.iter_mut().zip(lines).filter(|(_, text)| !text.is_empty());
                texts.for_each(|(source, text)| source.rest.push((name, Texts::plain(text))));
                continue;
            }
            let text = match field {
                Field::SourceDate | Field::Checked => {
                    self.plain_date(row, status, field, report).map(|date| Texts::plain(date.to_string()))
                }
                Field::Archived => self.address(row, status, field, report).map(Texts::plain),
                _ => Some(self.texts(row, status, field, report)).filter(|texts| !texts.is_empty()),
            };
            let is_title = field == Field::SourceTitle && !names.is_empty();
            let text = text.or_else(|| is_title.then(|| Texts::plain(names.join(" "))));
            for source in evidence.iter_mut() {
                if let Some(text) = &text
                    && !source.rest.iter().any(|(known, _)| *known == name)
                {
                    source.rest.push((name, text.clone()));
                }
            }
        }
    }

    /// What a cell says of several sources, if it has as many lines as there are sources.
    fn lines(&self, row: u32, status: &Column, field: Field, sources: usize) -> Option<Vec<String>> {
        let (_, cell) = self.cell_of(row, status, field)?;
        let text = cell.text();
        let lines: Vec<String> = text.split('\n').map(verbatim).collect();
        (sources > 1 && lines.len() == sources).then_some(lines)
    }

    /// The address in a cell that holds one alone.
    pub(in crate::import) fn address(
        &self,
        row: u32,
        status: &Column,
        field: Field,
        report: &mut Report,
    ) -> Option<String> {
        let (at, cell) = self.cell_of(row, status, field)?;
        let text = clean(&cell.text());
        if Link::web(&text).is_none() {
            report.add(
                Remark::notice("address-left-out", at, "Not an address of the web: left out").value(text),
            );
            return None;
        }
        Some(text)
    }
}

/// Says what is to be said of a cell of sources; whether it asks.
fn say(sources: &source::Sources, at: &str, text: &str, report: &mut Report) -> bool {
    if sources.is_completed {
        report.add(Remark::notice("scheme-added", at, "An address without https:// got it"));
    }
    for address in &sources.left_out {
        report.add(
            Remark::notice("address-left-out", at, "Not an address of the web: left out").value(address),
        );
    }
    if let Some(link) = &sources.differs {
        let says = "The text is one address, and the link behind it another";
        let question = Remark::question("link-differs", at, says, format!("--set {at}=ADDRESS"));
        report.add(question.value(text).candidates([text, link.as_str()]));
    }
    sources.differs.is_some()
}
