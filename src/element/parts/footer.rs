//! Who says so, under which terms, what the map does not say, what can be taken away, and where to report an error.

use super::super::app::Part;
use super::{Pressed, bdi, link, maybe_link, p, piece, words};
use crate::message::Phrase;
use crate::model::share::{Act, Offer};
use yew::prelude::*;

pub fn draw(part: &Part) -> Html {
    let messages = &part.messages;
    let footer = &part.shown.view.footer;
    let mut pieces: Vec<Html> = footer.date.iter().map(|date| piece(date.into())).collect();
    if let Some((name, url)) = &footer.publisher {
        let text = messages.fill(Phrase::published_by, &[("publisher", name)]);
        pieces.push(piece(maybe_link(url.as_ref(), bdi(&text, None))));
    }
    if let Some((name, url)) = &footer.license {
        pieces.push(piece(maybe_link(url.as_ref(), words(name))));
    }
    let disclaimer = format!("{} {}", messages.say(Phrase::disclaimer), messages.say(Phrase::credit));
    html! {
        <footer class="footer" part="footer">
            <div class="provenance">
                { p("", pieces.into_iter().collect()) }
                { p("", disclaimer.into()) }
            </div>
            <div class="offers">
                { for Offer::NAMES.iter().map(|(offer, name)| opener(part, *offer, name)) }
                { match &footer.contact {
                    Some(contact) => link(contact, messages.say(Phrase::report).into()),
                    None => p("", messages.say(Phrase::report_to_host).into()),
                } }
            </div>
        </footer>
    }
}

/// A button that opens something to take away.
fn opener(part: &Part, offer: Offer, name: &'static str) -> Html {
    let is_open = part.share.as_ref().is_some_and(|share| share.open == Some(offer));
    let expanded = if is_open { "true" } else { "false" };
    let onclick = part.dispatch.reform(move |_: MouseEvent| Pressed::Share(Act::Open(offer)).into());
    html! {
        <button type="button" data-kind="offer" data-offer={name} aria-expanded={expanded} {onclick}>
            { part.messages.say(phrase(offer)) }
        </button>
    }
}

/// What an offer is called.
pub fn phrase(offer: Offer) -> Phrase {
    match offer {
        Offer::Cite => Phrase::share_cite,
        Offer::Download => Phrase::share_download,
        Offer::Embed => Phrase::share_embed,
        Offer::Link => Phrase::share_link,
    }
}
