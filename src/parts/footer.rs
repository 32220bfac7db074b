//! Who says so, under which terms, what the map does not say, and what can be taken away.

use super::part::Part;
use super::{bdi, maybe_link, p, piece, pressable, whether, words};
use crate::markup::{Html, each, list, node, said, text};
use crate::message::{Messages, Phrase};
use crate::model::Msg;
use crate::model::announcement::Renewal;
use crate::model::share::{Offer, ShareAct};
use crate::model::view::Footer;

/// The footer of the widget.
pub fn draw(part: &Part) -> Html {
    let openers = each(&OFFERS, &|&(offer, phrase)| opener(part, offer, phrase));
    node!("footer", "class" = "footer", "part" = "footer" => [
        provenance(&part.messages, &part.shown.view.footer, part.renewal),
        node!("div", "class" = "offers" => openers),
    ])
}

/// Who says so, of when, whether that is newer than the page, under which terms, and what the map does not say.
pub fn provenance(messages: &Messages, footer: &Footer, renewal: Option<Renewal>) -> Html {
    let mut pieces: Vec<Html> = footer.date.iter().map(|date| piece(text(date))).collect();
    pieces.extend(renewal.map(|renewal| piece(text(&renewal.said(messages)))));
    if let Some((name, url)) = &footer.publisher {
        let name = messages.fill(Phrase::published_by, &[("publisher", name)]);
        pieces.push(piece(maybe_link(url.as_ref(), bdi(&name, None))));
    }
    if let Some((name, url)) = &footer.license {
        pieces.push(piece(maybe_link(url.as_ref(), words(name))));
    }
    let disclaimer = format!("{} {}", messages.say(Phrase::disclaimer), messages.say(Phrase::credit));
    node!("div", "class" = "provenance" => [p("", list(pieces)), p("", text(&disclaimer))])
}

/// What is offered here, with what it is called, in the order of the buttons.
pub const OFFERS: [(Offer, Phrase); 5] = [
    (Offer::Cite, Phrase::share_cite),
    (Offer::Download, Phrase::share_download),
    (Offer::Embed, Phrase::share_embed),
    (Offer::Link, Phrase::share_link),
    (Offer::Report, Phrase::report),
];

/// A button that opens something to take away.
fn opener(part: &Part, offer: Offer, phrase: Phrase) -> Html {
    let is_open = part.share.as_ref().is_some_and(|share| share.open == Some(offer));
    let opener = node!(
        "button", "type" = "button", "data-kind" = "offer";
        "data-offer" = offer.name(), "aria-expanded" = whether(is_open)
        => said(&part.messages, phrase)
    );
    pressable(opener, Msg::Share(ShareAct::Open(offer)))
}
