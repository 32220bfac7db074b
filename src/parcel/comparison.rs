//! What a comparison says of itself, and its picture.

use super::picture::{lines, policy};
use crate::about::unknown_note;
use crate::compare::Comparison;
use crate::headline::clocks;
use crate::markup::svg::svg;
use crate::message::{Messages, Phrase};
use crate::model::{Model, Shown};
use crate::parts::picture::{self, Caption};

/// The comparison as a standalone SVG document; `description` is for those who do not see it.
pub(super) fn drawn(model: &Model, comparison: &Comparison, description: &str) -> Option<String> {
    let (shown, messages) = (model.shown.as_ref()?, model.messages.as_deref()?);
    let lines = lines(model, notes(shown, messages), &[])?;
    let (policy, title) = (policy(shown, messages), title(shown, messages, comparison));
    let caption = Caption {
        messages,
        policy: &policy,
        title: &title,
        description,
        notes: &lines,
        pattern: shown.query.pattern,
    };
    Some(svg(&picture::comparison(&shown.feed.value, comparison, &caption)))
}

/// The sentence of the comparison: who is compared, as of when.
pub(super) fn title(shown: &Shown, messages: &Messages, comparison: &Comparison) -> String {
    let sentence = comparison.title(messages);
    let date = messages.date(shown.query.clock.date);
    messages.fill(Phrase::as_of, &[("sentence", &sentence), ("date", &date)])
}

/// What must be known beside the comparison: its dates, whether anything was on record, and what "no public data" means.
pub(super) fn notes(shown: &Shown, messages: &Messages) -> Vec<String> {
    let survey = &shown.view.survey;
    let blank = survey.blank.map(|first| messages.dated(Phrase::nothing_recorded, first) + ".");
    let clocks = clocks(messages, survey.clock, shown.today);
    blank.into_iter().chain(clocks).chain([unknown_note(&shown.feed.value, messages)]).collect()
}
