//! The HTML that shows the same view on another page.

use crate::feed::details::{picture, version};
use crate::message::Messages;
use crate::model::Shown;
use crate::model::field::Field;
use crate::model::share::{Share, chosen, view};
use crate::status::Topic;
use crate::xml::{Quotes, escape};

/// Keeps the room of the widget until it is there, by declarations: hardly less than it takes on any screen, so that what
/// follows on the page moves by little, and never more.
const ROOM: &str = "display: block; min-height: 760px";

/// The script and the element. `None` before the page has told where they are.
pub fn snippet(shown: &Shown, messages: &Messages, share: &Share) -> Option<String> {
    let facts = share.facts()?;
    let frozen = facts.digest.filter(|_| share.frozen);
    let integrity = frozen.map(|digest| ("integrity", digest.integrity));
    let kept = shown.feed.value.versions.as_ref().zip(frozen);
    let kept = kept.map(|(template, digest)| version(template, facts.feed, digest.hex));
    // A version does not change, and pictures do.
    let is_version = facts.digest.is_some_and(|digest| facts.feed.contains(digest.hex));
    let is_kept_up = frozen.is_none() && !is_version;
    let picture = if is_kept_up { picture_of(shown, messages, facts.feed) } else { None };
    let feed = [("feed", kept.as_deref().unwrap_or(facts.feed)), ("lang", messages.tag().tag)];
    let view = view(shown);
    let room = picture.is_some().then_some(("style", ROOM));
    let mut html = String::new();
    element(&mut html, "script", [("type", "module"), ("src", facts.module)]);
    html.push_str("</script>\n");
    element(&mut html, "policy-explorer", feed.into_iter().chain(chosen(&view)).chain(integrity).chain(room));
    if let Some([address, alt]) = picture {
        html.push_str("\n  ");
        element(&mut html, "img", [("src", &*address), ("alt", &*alt), ("style", "max-width: 100%")]);
        html.push('\n');
    }
    html.push_str("</policy-explorer>\n");
    Some(html)
}

/// Where the publisher keeps a picture of the same, and what it shows. `None` where it would show something else.
fn picture_of(shown: &Shown, messages: &Messages, address: &str) -> Option<[String; 2]> {
    let feed = &shown.feed.value;
    let template = feed.pictures.as_deref()?;
    if chosen(&view(shown)).any(|(name, _)| name != Field::Measure.name()) {
        return None;
    }
    let topic = shown.query.topic;
    let policy = feed.policy.title.as_ref().or(feed.title.as_ref());
    let measure = if let Topic::Measure(measure) = topic { Some(&feed[measure].title) } else { None };
    let texts = policy.into_iter().chain(measure).map(|text| text.best(messages.tag()).text);
    let alt = texts.collect::<Vec<_>>().join(": ");
    Some([picture(template, address, [topic.id(feed), messages.language()]), alt])
}

/// The start of an element.
fn element<'a>(html: &mut String, name: &str, attributes: impl IntoIterator<Item = (&'static str, &'a str)>) {
    html.extend(["<", name]);
    for (name, value) in attributes {
        html.extend([" ", name, "=\""]);
        escape(html, value, Quotes::Escaped);
        html.push('"');
    }
    html.push('>');
}
