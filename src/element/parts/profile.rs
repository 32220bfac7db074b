//! One country: each measure with its status now, and every claim with its sources.

use super::super::app::Part;
use super::{heading, link, maybe_link, sometimes, tile, words};
use crate::message::{Messages, Phrase};
use crate::model::Msg;
use crate::profile::{Claim, Reply, Section, Source};
use yew::prelude::*;

#[component]
pub fn ProfilePart(part: &Part) -> Html {
    let Part { shown, messages, dispatch } = part;
    let Some(profile) = &shown.view.profile else { return Html::default() };
    let level = shown.query.heading;
    let close = dispatch.reform(|_: MouseEvent| Msg::Close);
    let onkeydown = sometimes(dispatch, |event: KeyboardEvent| (event.key() == "Escape").then_some(Msg::Close));
    html! {
        <section class="profile" part="profile" data-country={profile.code.to_string()} aria-labelledby="profile" {onkeydown}>
            <div class="profile-head">
                <@{heading(level, 1)} id="profile" class="profile-name" tabindex="-1"><bdi>{ &profile.name }</bdi></@>
                <button type="button" class="button close" aria-label={messages.say(Phrase::close).to_owned()} onclick={close}>
                    <span aria-hidden="true">{ "×" }</span>
                </button>
            </div>
            <p class="facts">
                { for profile.facts.iter().map(|fact| html! { <span class="piece">{ words(fact) }</span> }) }
            </p>
            { for profile.sections.iter().map(|item| section(item, level, messages)) }
        </section>
    }
}

fn section(section: &Section, level: u8, messages: &Messages) -> Html {
    html! {
        <div class="measure">
            <@{heading(level, 2)} class="measure-name">
                if let Some(clause) = &section.clause { <span class="clause">{ clause }{ " " }</span> }
                { words(&section.title) }
            </@>
            <p class="standing" data-status={section.class.id.clone()}>
                { tile(&section.class) }
                <b><bdi>{ &section.class.label }</bdi></b>
                if let Some(dating) = &section.dating { <span class="dating">{ " " }{ dating }</span> }
            </p>
            if let Some(explanation) = &section.explanation { <p class="explanation">{ explanation }</p> }
            if !section.claims.is_empty() {
                <ol class="claims">{ for section.claims.iter().map(|item| claim(item, messages)) }</ol>
            }
        </div>
    }
}

fn claim(claim: &Claim, messages: &Messages) -> Html {
    let class = classes!("claim", claim.in_force.then_some("in-force"), claim.aside.is_some().then_some("aside"));
    let standing = html! { <>{ tile(&claim.class) }<bdi>{ &claim.class.label }</bdi></> };
    html! {
        <li {class}>
            <p class="standing">
                if claim.withdrawn { <s>{ standing }</s> } else { { standing } }
                <span class="dating">{ " " }{ &claim.dating }</span>
            </p>
            if let Some(aside) = &claim.aside { <p class="why">{ aside }</p> }
            if let Some(correction) = &claim.correction { <p class="correction">{ words(correction) }</p> }
            if let Some(note) = &claim.note { <p class="note">{ words(note) }</p> }
            if claim.sources.is_empty() {
                <p class="source">{ messages.say(Phrase::no_source) }</p>
            }
            { for claim.sources.iter().map(|item| source(item, messages)) }
            { for claim.responses.iter().map(response) }
            if let Some(recorded) = &claim.recorded { <p class="recorded">{ recorded }</p> }
        </li>
    }
}

fn source(source: &Source, messages: &Messages) -> Html {
    html! {
        <div class="source">
            if let Some(quote) = &source.quote { <blockquote>{ words(quote) }</blockquote> }
            { maybe_link(source.url.as_ref(), &source.title) }
            <p class="details">
                { for source.details.iter().map(|detail| html! { <span class="piece">{ words(detail) }</span> }) }
                if let Some(url) = &source.archived {
                    <span class="piece">{ link(url, html! { messages.say(Phrase::archived) }, None) }</span>
                }
            </p>
        </div>
    }
}

fn response(reply: &Reply) -> Html {
    html! {
        <div class="response">
            <p class="reply-head"><bdi>{ &reply.head }</bdi></p>
            <p>{ words(&reply.text) }</p>
            if let Some(url) = &reply.url { <p>{ link(url, html! { url.as_str() }, None) }</p> }
        </div>
    }
}
