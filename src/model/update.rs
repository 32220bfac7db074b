//! The only place where a `Model` changes.

use super::announcement::Renewal;
use super::answer::{answer, details};
use super::camera;
use super::chunk::{Arrival, Chunk};
use super::derive::{derive, ready};
use super::field::Field;
use super::fragment;
use super::opened::{enter, leave};
use super::view::explain;
use super::{Effect, Entry, Failure, Model, Msg, Target};
use crate::country::Code;
use crate::feed::Feed;
use crate::finding::Checked;
use crate::message::Phrase;
use std::rc::Rc;

/// A map may be this part wider or narrower than it was drawn for: markers and hatch differ by as little.
const TOLERATED: f64 = 0.12;

/// How what the reader does is taken in: `answer::answer`, where its code is here.
pub type Answer = fn(&mut Model, Msg) -> Vec<Effect>;

/// Takes in what happened and says what is to be done in the page.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    update_by(model, msg, |model, msg| match msg {
        Msg::Details(act) => details::act(model, act),
        msg => answer(model, msg),
    })
}

/// The same with code that may come later.
pub fn update_by(model: &mut Model, msg: Msg, answer: Answer) -> Vec<Effect> {
    let is_link = matches!(msg, Msg::Link(_));
    let before = model.opened();
    let taken_in = take_in(model, msg, answer);
    // A host that answers the change finds language and address changed, and what follows from its answer comes later.
    let mut effects = Vec::new();
    let wanted = model.layers.get(Field::Lang).unwrap_or_default();
    if wanted != model.spoken {
        model.spoken = wanted.to_owned();
        effects.push(Effect::Speak(model.spoken.clone()));
    }
    let link = fragment::write(model.layers.chosen());
    if link != model.link {
        model.link.clone_from(&link);
        // The address is not put right: whoever wrote it knows what it says.
        if !is_link {
            effects.push(Effect::Link(link, entry(before, model.opened(), &taken_in)));
        }
    }
    effects.extend(taken_in);
    effects
}

/// Only what the reader does is a step.
fn entry(before: Option<Code>, after: Option<Code>, effects: &[Effect]) -> Entry {
    if before.is_some() == after.is_some() || !effects.iter().any(|effect| matches!(effect, Effect::Changed))
    {
        Entry::Same
    } else if after.is_some() {
        Entry::New
    } else {
        Entry::Before
    }
}

fn take_in(model: &mut Model, msg: Msg, answer: Answer) -> Vec<Effect> {
    match msg {
        Msg::Host(field, value) => {
            if field == Field::Camera {
                camera::overruled(model);
            }
            model.layers.host(field, value);
            derive(model)
        }
        Msg::Link(choices) => follow(model, choices),
        Msg::Language(messages) => {
            model.messages = Some(messages);
            model.names = None;
            speak(model);
            derive(model)
        }
        Msg::World(world) => camera::overview(model, world),
        Msg::Detail(world) => camera::detail(model, world),
        Msg::Projected(world) => camera::projected(model, world),
        Msg::Loaded(load, feed) if model.awaits(load) => loaded(model, feed),
        Msg::Failed(load, failure) if model.awaits(load) => failed(model, failure),
        Msg::Loaded(..) | Msg::Failed(..) => Vec::new(),
        Msg::Reload => reload(model),
        Msg::Renewed => {
            renewed(model, Renewal::SinceMade);
            Vec::new()
        }
        Msg::Arrived(chunk) => arrived(model, chunk),
        Msg::Missed(chunk) => missed(model, chunk),
        Msg::Tell(facts) => {
            model.share = Rc::new(model.share.told(facts));
            Vec::new()
        }
        Msg::Resize(width) => resize(model, width),
        Msg::Today(today) => {
            model.today = today;
            derive(model)
        }
        msg => answer(model, msg),
    }
}

fn loaded(model: &mut Model, feed: Rc<Checked<Feed>>) -> Vec<Effect> {
    model.feed = Some(feed);
    model.names = None;
    model.failure = None;
    model.details.of = None;
    speak(model);
    let before = model.shown.clone();
    camera::forget(model);
    let mut effects = findings(model);
    effects.extend(derive(model));
    if let (Some(before), Some(now)) = (before, &model.shown) {
        renewed(model, Renewal::between(&before, now));
    }
    effects
}

fn renewed(model: &mut Model, renewal: Renewal) {
    // What a newer feed has changed stays said when the next one changes nothing.
    if renewal != Renewal::Turned(0) {
        model.renewal = Some(renewal);
    }
    if let Some(messages) = &model.messages {
        model.announcement.renewed(renewal, messages);
    }
}

fn reload(model: &mut Model) -> Vec<Effect> {
    model.load += 1;
    if model.feed.is_none() {
        model.failure = None;
    }
    vec![Effect::Load(model.load)]
}

fn resize(model: &mut Model, width: f64) -> Vec<Effect> {
    model.width = width;
    if (width / model.drawn - 1.0).abs() < TOLERATED {
        return Vec::new();
    }
    model.drawn = width;
    derive(model)
}

/// Gives the messages the feed's own words for members and clauses.
fn speak(model: &mut Model) {
    if let (Some(messages), Some(feed)) = (&model.messages, &model.feed) {
        model.messages = messages.in_terms(&feed.value.policy.terms).map(Rc::new);
    }
}

fn arrived(model: &mut Model, chunk: Chunk) -> Vec<Effect> {
    model.chunks.set(chunk, Arrival::Here);
    if chunk == Chunk::Projection {
        return derive(model);
    }
    let is_open = model.opened().is_some();
    let awaited = if chunk == Chunk::Profile { model.awaited.take().filter(|_| is_open) } else { None };
    // The panel has the focus as soon as its code is here.
    let is_panel = chunk == Chunk::Share && model.share.open.is_some();
    let share = is_panel.then_some(Effect::Focus(Target::Share));
    ready(model).into_iter().chain(awaited.map(Effect::Focus)).chain(share).collect()
}

fn missed(model: &mut Model, chunk: Chunk) -> Vec<Effect> {
    model.chunks.set(chunk, Arrival::Missed);
    let mut effects = vec![error(model, &Failure::Assets, true)];
    effects.extend(ready(model));
    effects
}

/// A link counts as the reader's word: where it opens or closes a profile, the focus goes where the reader's press sends it.
fn follow(model: &mut Model, choices: Vec<(Field, String)>) -> Vec<Effect> {
    let before = model.opened();
    camera::choice_on_open(model);
    camera::overruled(model);
    model.layers.link(choices);
    let mut effects = derive(model);
    match (before, model.opened()) {
        (Some(code), None) => effects.push(leave(model, code)),
        (_, after) if after != before => effects.extend(enter(model)),
        _ => {}
    }
    effects
}

fn findings(model: &Model) -> Vec<Effect> {
    let Some(checked) = model.feed.as_ref().filter(|checked| !checked.findings.is_empty()) else {
        return Vec::new();
    };
    let mut effects = vec![Effect::Findings];
    let skipped = checked.tally.skipped();
    if skipped > 0 {
        let words = model.messages.as_ref().map(|messages| messages.count(Phrase::skipped, skipped, &[]));
        let code = "feed-skipped";
        let message = words.unwrap_or_else(|| code.to_owned());
        effects.push(Effect::Error { code, message, recoverable: true });
    }
    effects
}

fn failed(model: &mut Model, failure: Failure) -> Vec<Effect> {
    let effect = error(model, &failure, model.feed.is_some());
    model.failure = Some(failure);
    vec![effect]
}

fn error(model: &Model, failure: &Failure, recoverable: bool) -> Effect {
    let words = model.messages.as_ref().map(|messages| explain(failure, messages));
    let code = failure.code();
    Effect::Error { code, message: words.unwrap_or_else(|| code.to_owned()), recoverable }
}
