//! How much of the feed was left out, and why.

use super::super::app::Part;
use super::{bdi, p};
use crate::message::Phrase;
use yew::prelude::*;

pub fn draw(part: &Part) -> Html {
    let Some(faults) = part.shown.faults(&part.messages) else { return Html::default() };
    let more = (faults.more > 0).then(|| part.messages.count(Phrase::more, faults.more, &[]));
    html! {
        <div class="notice" part="notice">
            { for faults.summary.iter().map(|line| p("", line.into())) }
            <details>
                <summary>{ part.messages.say(Phrase::details) }</summary>
                <ul class="faults" lang="en" dir="ltr">
                    { for faults.places.iter().map(|place| html! { <li>{ bdi(place, None) }</li> }) }
                </ul>
                { for more.map(|more| p("", more.into())) }
            </details>
        </div>
    }
}
