//! The HTML that shows the same view on another page.

use crate::feed::details::{is_version, picture, version};
use crate::message::Messages;
use crate::model::Shown;
use crate::model::field::Field;
use crate::model::share::{Digest, Share, chosen, view};
use crate::status::Topic;
use crate::xml::{Quotes, escape};

/// Keeps the room of the widget until it is there, by declarations: hardly less than it takes on any screen, so that what
/// follows on the page moves by little, and never more.
const ROOM: &str = "display: block; min-height: 760px";

/// The script and the element. `None` before the page has told where they are.
pub fn snippet(shown: &Shown, messages: &Messages, share: &Share) -> Option<String> {
    let facts = share.facts()?;
    let frozen = facts.digest.filter(|_| share.frozen);
    let address = frozen.map_or_else(|| facts.feed.to_owned(), |digest| kept(shown, facts.feed, digest));
    // A version does not change, and pictures do.
    let is_version = facts.digest.is_some_and(|digest| is_version(facts.feed, digest.hex));
    let is_kept_up = frozen.is_none() && !is_version;
    let picture = if is_kept_up { picture_of(shown, messages, facts.feed) } else { None };
    Some(lines(shown, messages, Lines { module: facts.module, feed: &address, frozen, picture }))
}

/// A page that shows the view with the bytes shown, which lie beside it as `feed.json`; and the address that these stay at.
/// `None` where the browser could not work out the digest of the bytes.
pub fn page(shown: &Shown, messages: &Messages, share: &Share) -> Option<[String; 2]> {
    let facts = share.facts()?;
    let frozen = facts.digest?;
    let made = lines(
        shown,
        messages,
        Lines { module: facts.module, feed: "feed.json", frozen: Some(frozen), picture: None },
    );
    let mut page = String::from("<!doctype html>\n<meta charset=\"utf-8\">\n");
    element(&mut page, "meta", [("name", "viewport"), ("content", "width=device-width")]);
    page.push_str("\n<title>");
    escape(&mut page, &title(shown, messages), Quotes::Kept);
    page.push_str("</title>\n");
    Some([page + &made, kept(shown, facts.feed, frozen)])
}

/// The address at which the bytes with this digest stay, if the publisher keeps versions; otherwise that of the feed.
fn kept(shown: &Shown, feed: &str, digest: Digest<'_>) -> String {
    let template = shown.feed.value.versions.as_ref();
    template.map_or_else(|| feed.to_owned(), |template| version(template, feed, digest.hex))
}

/// What the lines name beside the view.
struct Lines<'a> {
    module: &'a str,
    feed: &'a str,
    frozen: Option<Digest<'a>>,
    /// The address of a picture.
    picture: Option<String>,
}

fn lines(shown: &Shown, messages: &Messages, lines: Lines<'_>) -> String {
    let Lines { module, feed, frozen, picture } = lines;
    let integrity = frozen.map(|digest| ("integrity", digest.integrity));
    let view = view(shown);
    let room = picture.is_some().then_some(("style", ROOM));
    let attributes = [("feed", feed), ("lang", messages.tag().tag)].into_iter().chain(chosen(&view));
    let mut html = String::new();
    element(&mut html, "script", [("type", "module"), ("src", module)]);
    html.push_str("</script>\n");
    element(&mut html, "policy-explorer", attributes.chain(integrity).chain(room));
    if let Some(address) = picture {
        html.push_str("\n  ");
        let alt = title(shown, messages);
        element(&mut html, "img", [("src", &*address), ("alt", &*alt), ("style", "max-width: 100%")]);
        html.push('\n');
    }
    html.push_str("</policy-explorer>\n");
    html
}

/// What the map shows: the policy, and the measure if it is one alone. No number, which changes.
fn title(shown: &Shown, messages: &Messages) -> String {
    let feed = &shown.feed.value;
    let policy = feed.policy.title.as_ref().or(feed.title.as_ref());
    let measure =
        if let Topic::Measure(measure) = shown.query.topic { Some(&feed[measure].title) } else { None };
    let texts = policy.into_iter().chain(measure).map(|text| text.best(messages.tag()).text);
    texts.collect::<Vec<_>>().join(": ")
}

/// Where the publisher keeps a picture of the same. `None` where it would show something else.
fn picture_of(shown: &Shown, messages: &Messages, address: &str) -> Option<String> {
    let feed = &shown.feed.value;
    let template = feed.pictures.as_deref()?;
    let is_other = chosen(&view(shown)).any(|(name, _)| name != Field::Measure.name());
    let names = [shown.query.topic.id(feed), messages.language()];
    (!is_other).then(|| picture(template, address, names))
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
