//! What a reader takes away: link, citation, snippet, files.

use super::super::app::Part;
use super::footer::phrase;
use super::{Pressed, button, heading, p};
use crate::message::{Messages, Phrase};
use crate::model::share::{Act, File, Link, Offer, Said, Share};
use crate::model::take::{Item, Parcel, Texts, file_name, texts};
use js_sys::Array;
use yew::prelude::*;

/// The files in the order of their buttons.
const FILES: [(File, Phrase); 11] = [
    (File::Png, Phrase::share_png),
    (File::Svg, Phrase::share_svg),
    (File::Csv, Phrase::share_csv),
    (File::Json, Phrase::share_json),
    (File::ComparisonPng, Phrase::share_comparison_png),
    (File::ComparisonSvg, Phrase::share_comparison_svg),
    (File::ComparisonCsv, Phrase::share_comparison_csv),
    (File::ComparisonJson, Phrase::share_comparison_json),
    (File::ComparisonClaims, Phrase::share_comparison_claims),
    (File::Claims, Phrase::share_claims),
    (File::Kit, Phrase::share_kit),
];

pub fn draw(part: &Part) -> Html {
    let Part { shown, messages, dispatch, .. } = part;
    let Some((share, offer)) = part.share.as_ref().and_then(|share| Some((share, share.open?))) else {
        return Html::default();
    };
    let close = dispatch.reform(|_: MouseEvent| Pressed::Share(Act::Close).into());
    let texts = texts(shown, messages, share);
    let content = match offer {
        Offer::Cite => cite(part, &texts),
        Offer::Download => files(part).map(|file| download(part, file)).collect(),
        Offer::Embed => embed(part, share, &texts),
        Offer::Link => link(part, &texts),
    };
    html! {
        <section class="share" part="share" aria-labelledby="share">
            <div class="share-head">
                <div id="share" tabindex="-1">
                    { heading(shown.query.level(1), "share-name", messages.say(phrase(offer)).into()) }
                </div>
                <button type="button" class="close" data-kind="button" aria-label={messages.say(Phrase::close).to_owned()} onclick={close}>
                    { "×" }
                </button>
            </div>
            <div key={offer.name()} class="share-body" data-offered={offer.name()}>{ content }</div>
            <p class="said" data-say={share.done.to_string()}>{ for share.said.map(|said| self::said(part, said)) }</p>
            if matches!(share.said, Some(Said::Refused | Said::Unpainted)) {
                { for files(part).filter(|(file, _)| *file == share.drawing()).map(|file| download(part, file)) }
            }
        </section>
    }
}

/// The files that there are: those of a comparison only where somebody is compared.
fn files(part: &Part) -> impl Iterator<Item = (File, Phrase)> {
    let compares = !part.shown.query.compare.is_empty();
    FILES.into_iter().filter(move |(file, _)| compares || !file.is_comparison())
}

/// A parcel as the page takes it.
pub fn parcel(Parcel { name, files, lang }: Parcel) -> Array {
    let item = |Item { name, text, alt }: Item| Array::of3(&name.into(), &text.into(), &alt.into());
    Array::of3(&name.into(), &files.into_iter().map(item).collect::<Array>(), &lang.into())
}

/// What came of the last act.
fn said(part: &Part, said: Said) -> String {
    let messages = &part.messages;
    let phrase = match said {
        Said::Copied => Phrase::share_copied,
        Said::Selected => Phrase::share_selected,
        Said::Saved(file) => {
            return messages.fill(Phrase::share_saved, &[("file", &file_name(&part.shown, file))]);
        }
        Said::Refused => Phrase::share_refused,
        Said::Unpainted => Phrase::share_unpainted,
        Said::Missed => Phrase::assets_unreachable,
    };
    messages.say(phrase).to_owned()
}

fn cite(part: &Part, texts: &Texts) -> Html {
    let say = |phrase| part.messages.say(phrase);
    html! {
        <>
            { piece(part, say(Phrase::share_sentence), "sentence", &texts.sentence) }
            { piece(part, say(Phrase::share_plain), "plain", &texts.plain) }
            { piece(part, "BibTeX", "bibtex", &texts.bibtex) }
            { piece(part, "RIS", "ris", &texts.ris) }
            { piece(part, "CSL-JSON", "csl", &texts.csl) }
        </>
    }
}

fn embed(part: &Part, share: &Share, texts: &Texts) -> Html {
    let messages = &part.messages;
    let onchange = part.dispatch.reform(|_: Event| Pressed::Share(Act::Freeze).into());
    html! {
        <>
            { for texts.snippet.iter().map(|text| piece(part, messages.say(Phrase::share_snippet), "snippet", text)) }
            if share.facts().is_some_and(|facts| facts.digest.is_some()) {
                <label class="freeze">
                    <input type="checkbox" checked={share.frozen} {onchange} />
                    <span>{ messages.say(Phrase::share_freeze) }</span>
                </label>
            }
        </>
    }
}

fn link(part: &Part, texts: &Texts) -> Html {
    let Some(link) = &texts.link else { return Html::default() };
    let explanation = match link {
        Link::View(_) => Phrase::share_link_view,
        Link::Frame(_) => Phrase::share_link_frame,
        Link::Page(_) => Phrase::share_link_page,
    };
    piece(part, part.messages.say(explanation), "link", link.address())
}

/// A text with a button that copies it.
fn piece(part: &Part, label: &str, name: &'static str, text: &str) -> Html {
    let copy = copy(&part.messages, label);
    let onclick = part.dispatch.reform(move |_: MouseEvent| Pressed::Share(Act::Copy(name)).into());
    html! {
        <div class="take">
            { p("label", label.into()) }
            <pre data-piece={name} dir="auto">{ text.to_owned() }</pre>
            <button type="button" data-kind="button" aria-label={copy} {onclick}>
                { part.messages.say(Phrase::share_copy) }
            </button>
        </div>
    }
}

/// The name of a button of which there are several.
fn copy(messages: &Messages, label: &str) -> String {
    messages.labelled(messages.say(Phrase::share_copy), label)
}

fn download(part: &Part, (file, phrase): (File, Phrase)) -> Html {
    button("button", part.messages.say(phrase).into(), &part.dispatch, Pressed::Share(Act::Save(file)))
}
