//! The details of a country: asked for, and here. In the browser this code comes with the profile's.

use crate::country::Code;
use crate::feed::Feed;
use crate::feed::details::{Fetched, address};
use crate::finding::Checked;
use crate::model::derive::derive;
use crate::model::details::DetailsAct;
use crate::model::{Effect, Model};
use std::rc::Rc;

/// Answers something about the details.
pub fn act(model: &mut Model, act: DetailsAct) -> Vec<Effect> {
    match act {
        DetailsAct::Fetch => fetch(model),
        DetailsAct::Again => {
            model.details.of = None;
            fetch(model)
        }
        DetailsAct::Came(number, details) if number == model.details.number => {
            let own = |details: &Rc<Checked<Feed>>| {
                model.details.of.is_some_and(|code| details.value.member(code).is_some())
            };
            model.details.fetched = details.filter(own).map_or(Fetched::Missed, Fetched::Here);
            derive(model)
        }
        DetailsAct::Came(..) => Vec::new(),
    }
}

fn fetch(model: &mut Model) -> Vec<Effect> {
    let Some(code) = due(model) else { return Vec::new() };
    let template = model.feed.as_ref().and_then(|feed| feed.value.details.as_deref());
    let address = template.filter(|template| !template.is_empty()).map(|template| address(template, code));
    let details = &mut model.details;
    details.number += 1;
    details.of = Some(code);
    let has_address = address.is_some();
    let asked = address.map(|address| Effect::Details(details.number, address));
    // A newer feed does not take away what is seen.
    if details.fetched.of(code).is_some() {
        return asked.into_iter().collect();
    }
    details.fetched = if has_address { Fetched::Coming } else { Fetched::Missed };
    asked.into_iter().chain(derive(model)).collect()
}

/// The country whose details are to be fetched now.
fn due(model: &Model) -> Option<Code> {
    let shown = model.shown.as_ref()?;
    let code =
        model.opened().filter(|code| shown.query.shows("profile") && model.details.of != Some(*code))?;
    lacks(&shown.feed.value, code).then_some(code)
}

/// Whether a claim on a country is here without its sources, which are in the details.
fn lacks(feed: &Feed, code: Code) -> bool {
    let Some(member) = feed.member(code).filter(|_| feed.details.is_some()) else { return false };
    feed.measure_indices()
        .any(|measure| feed.claims(member, measure).iter().any(|record| record.evidence.is_empty()))
}
