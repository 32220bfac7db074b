//! What is shown as standalone pictures.

use crate::headline::policy_name;
use crate::markup::svg::svg as written;
use crate::message::{Messages, Phrase};
use crate::model::take::{notes, pinned};
use crate::model::view::View;
use crate::model::{Model, Shown};
use crate::parts::picture::{self, Caption};
use crate::scene::map::MapScene;
use crate::world;

/// The map shown, as a standalone SVG document; the map of the same question where another view is shown.
pub fn svg(model: &Model) -> Option<String> {
    let (shown, messages) = (model.shown.as_ref()?, model.messages.as_deref()?);
    let feed = &shown.feed.value;
    let world = &*model.sight.whole(shown.query.projection)?;
    let View { headline, legend, .. } = &*shown.view;
    let scene = MapScene::new(shown.context(messages), world, world::WIDTH);
    let lines = lines(model, notes(shown, messages), &[Phrase::disclaimer, Phrase::credit])?;
    let policy = policy(shown, messages);
    let caption = Caption {
        messages,
        policy: &policy,
        title: &headline.sentence,
        description: &headline.description,
        notes: &lines,
        pattern: shown.query.pattern,
    };
    Some(written(&picture::map(feed, world, &scene, legend, &caption)))
}

/// What the policy is called; empty where nobody says.
pub(super) fn policy(shown: &Shown, messages: &Messages) -> String {
    policy_name(&shown.feed.value, messages).map(|name| name.text).unwrap_or_default()
}

/// The lines below a picture: that it is a demonstration, if it is one; its notes; whose data it is, of when, under
/// which terms; further phrases; the link.
pub(super) fn lines(model: &Model, notes: Vec<String>, further: &[Phrase]) -> Option<Vec<String>> {
    let (shown, messages) = (model.shown.as_ref()?, model.messages.as_deref()?);
    let footer = &shown.view.footer;
    let demo = shown.feed.value.demo.then(|| messages.say(Phrase::demo).to_owned());
    let publisher = footer.publisher.as_ref().map(|(name, _)| name.clone());
    let license = footer.license.as_ref().map(|(name, _)| name.text.clone());
    let source: Vec<String> = [footer.date.clone(), publisher, license].into_iter().flatten().collect();
    let mut lines: Vec<String> = demo.into_iter().chain(notes).chain([source.join(" · ")]).collect();
    lines.extend(further.iter().map(|phrase| messages.say(*phrase).to_owned()));
    lines.extend(pinned(shown, messages, &model.share));
    Some(lines)
}
