//! Who says so, under which terms, what the map does not say, and where to report an error.

use super::super::app::Part;
use super::{link, maybe_link};
use crate::message::Phrase;
use crate::words::Words;
use yew::prelude::*;

#[component]
pub fn FooterPart(part: &Part) -> Html {
    let messages = &part.messages;
    let footer = &part.shown.view.footer;
    let publisher = footer.publisher.as_ref().map(|(name, url)| {
        let text = messages.fill(Phrase::published_by, &[("publisher", name)]);
        maybe_link(url.as_ref(), &Words::own(text))
    });
    html! {
        <footer class="footer" part="footer">
            <p>
                if let Some(date) = &footer.date { <span class="piece">{ date }</span> }
                if let Some(publisher) = publisher { <span class="piece">{ publisher }</span> }
                if let Some((name, url)) = &footer.license { <span class="piece">{ maybe_link(url.as_ref(), name) }</span> }
                <span class="piece">
                    if let Some(contact) = &footer.contact {
                        { link(contact, html! { messages.say(Phrase::report) }, None) }
                    } else {
                        { messages.say(Phrase::report_to_host) }
                    }
                </span>
            </p>
            <p>{ messages.say(Phrase::disclaimer) }{ " " }{ messages.say(Phrase::credit) }</p>
        </footer>
    }
}
