//! One country: each measure with its status now, and every claim with its sources.

use super::super::app::Part;
use super::{bdi, clause, heading, link, maybe_link, p, piece, sometimes, span, status, tile, words};
use crate::message::{Messages, Phrase};
use crate::model::Msg;
use crate::profile::{Claim, Reply, Section, Source};
use crate::words::Words;
use yew::prelude::*;

pub fn draw(part: &Part) -> Html {
    let Part { shown, messages, dispatch, .. } = part;
    let Some(profile) = shown.profile(messages) else { return Html::default() };
    let level = shown.query.heading;
    let close = dispatch.reform(|_: MouseEvent| Msg::Close);
    let onkeydown =
        sometimes(dispatch, |event: KeyboardEvent| (event.key() == "Escape").then_some(Msg::Close));
    html! {
        <section class="profile" part="profile" data-country={profile.code.to_string()} aria-labelledby="profile" {onkeydown}>
            <div class="profile-head">
                <div id="profile" tabindex="-1">
                    { heading(level, 1, "profile-name", bdi(&profile.name, None)) }
                </div>
                <button type="button" class="close" data-kind="button" aria-label={messages.say(Phrase::close).to_owned()} onclick={close}>
                    { "×" }
                </button>
            </div>
            { p("facts", pieces(&profile.facts)) }
            { for profile.sections.iter().map(|item| section(item, level, messages)) }
        </section>
    }
}

fn pieces(facts: &[Words]) -> Html {
    facts.iter().map(|fact| piece(words(fact))).collect()
}

fn section(section: &Section, level: u8, messages: &Messages) -> Html {
    let name = html! { <>{ clause(section.clause.as_ref()) }{ words(&section.title) }</> };
    html! {
        <div class="measure">
            { heading(level, 2, "measure-name", name) }
            <p class="standing" data-status={section.class.id.clone()}>
                { tile(&section.class) }
                <b>{ bdi(&section.class.label, None) }</b>
                { for section.dating.iter().map(|dating| span("dating", dating.into())) }
            </p>
            { for section.explanation.iter().map(|text| p("explanation", text.into())) }
            if !section.claims.is_empty() {
                <ol class="claims">{ for section.claims.iter().map(|item| claim(item, messages)) }</ol>
            }
        </div>
    }
}

fn claim(claim: &Claim, messages: &Messages) -> Html {
    let kind = match (claim.in_force, &claim.aside) {
        (true, _) => "in-force",
        (false, Some(_)) => "aside",
        (false, None) => "",
    };
    let standing = status(&claim.class);
    let standing = if claim.withdrawn {
        html! { <s>{ standing }</s> }
    } else {
        standing
    };
    html! {
        <li class="claim" data-kind={kind}>
            { p("standing", html! { <>{ standing }{ span("dating", (&claim.dating).into()) }</> }) }
            { for claim.aside.iter().map(|text| p("why", text.into())) }
            { for claim.correction.iter().map(|text| p("correction", words(text))) }
            { for claim.note.iter().map(|text| p("note", words(text))) }
            if claim.sources.is_empty() { { p("source", messages.say(Phrase::no_source).into()) } }
            { for claim.sources.iter().map(|item| source(item, messages)) }
            { for claim.responses.iter().map(response) }
            { for claim.recorded.iter().map(|text| p("recorded", text.into())) }
        </li>
    }
}

fn source(source: &Source, messages: &Messages) -> Html {
    let archived = source.archived.iter().map(|url| piece(link(url, messages.say(Phrase::archived).into())));
    html! {
        <div class="source">
            { for source.quote.iter().map(|quote| html! { <blockquote>{ words(quote) }</blockquote> }) }
            { maybe_link(source.url.as_ref(), words(&source.title)) }
            { p("details", html! { <>{ pieces(&source.details) }{ for archived }</> }) }
        </div>
    }
}

fn response(reply: &Reply) -> Html {
    html! {
        <div class="response">
            { p("reply-head", bdi(&reply.head, None)) }
            { p("", words(&reply.text)) }
            { for reply.url.iter().map(|url| p("", link(url, url.as_str().into()))) }
        </div>
    }
}
