//! Who says so, under which terms, what the map does not say, and where to report an error.

use super::super::app::Part;
use super::{bdi, link, maybe_link, p, piece, words};
use crate::message::Phrase;
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
    pieces.push(piece(match &footer.contact {
        Some(contact) => link(contact, messages.say(Phrase::report).into()),
        None => messages.say(Phrase::report_to_host).into(),
    }));
    let disclaimer = format!("{} {}", messages.say(Phrase::disclaimer), messages.say(Phrase::credit));
    html! {
        <footer class="footer" part="footer">
            { p("", pieces.into_iter().collect()) }
            { p("", disclaimer.into()) }
        </footer>
    }
}
