//! What a reader takes away: link, citation, snippet, files, letters, the report of an error.

use super::super::app::Part;
use super::footer::OFFERS;
use super::{Pressed, bdi, button, heading, link as anchor, p};
use crate::message::{Messages, Phrase};
use crate::model::share::{Act, File, Link, Offer, Said, Share};
use crate::model::take::{
    Addressees, Item, MOST, Parcel, Texts, addressees, file_name, letters, report as reported, texts,
};
use crate::request::{LETTERS, Letter};
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
        Offer::Ask => match letters(shown, messages, share) {
            // No profile is open, or nothing is missing in it.
            letters if letters.is_empty() => return Html::default(),
            letters => ask(part, &letters),
        },
        Offer::AskAll => match addressees(shown, messages) {
            // The table lists others by now.
            None => return Html::default(),
            Some(to) => ask_all(part, &to),
        },
        Offer::Report => report(part, share),
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

/// What the panel is called.
fn phrase(offer: Offer) -> Phrase {
    OFFERS.iter().find(|entry| entry.0 == offer).map_or(Phrase::ask, |entry| entry.1)
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
            return messages.fill(Phrase::share_saved, &[("file", &file_name(&part.shown, messages, file))]);
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

/// The names of the letters' texts.
const PIECES: [&str; LETTERS] = [
    "request",
    "request-2",
    "request-3",
    "request-4",
    "request-5",
    "request-6",
    "request-7",
    "request-8",
    "request-9",
    "request-10",
    "request-11",
    "request-12",
];

/// The letter in the reader's language, the others folded.
fn ask(part: &Part, letters: &[Letter]) -> Html {
    let note = part.messages.say(Phrase::ask_note);
    html! {
        <>
            { p("", note.into()) }
            { for letters.iter().zip(PIECES).zip(0..).map(|((item, name), at)| letter(part, item, name, at)) }
        </>
    }
}

/// The letters to all members listed, as an archive.
fn ask_all(part: &Part, to: &Addressees) -> Html {
    let messages = &part.messages;
    let [count, total, most] = [to.members.len(), to.listed, MOST].map(|number| messages.number(number));
    let note = messages.fill(Phrase::ask_all_note, &[("count", &count), ("total", &total)]);
    html! {
        <>
            { p("", note.into()) }
            if to.members.len() < to.listed {
                { p("", messages.fill(Phrase::ask_all_left, &[("most", &most)]).into()) }
            }
            if !to.members.is_empty() {
                <div>{ download(part, (File::Letters, Phrase::ask_all_save)) }</div>
            }
        </>
    }
}

fn letter(part: &Part, letter: &Letter, name: &'static str, at: u8) -> Html {
    let messages = &part.messages;
    let language = messages.language_name(&letter.tag);
    let letter_in = messages.say(Phrase::ask_letter);
    let label =
        language.map_or_else(|| letter_in.to_owned(), |language| messages.labelled(letter_in, &language));
    let content = html! {
        <>
            { text_piece(part, &label, name, &letter.text, letter.lang.as_deref()) }
            { save(part, &label, File::Letter(at)) }
        </>
    };
    if at == 0 {
        return html! { <div class="letter">{ content }</div> };
    }
    html! { <details class="letter"><summary>{ &label }</summary>{ content }</details> }
}

/// Saves a letter.
fn save(part: &Part, label: &str, file: File) -> Html {
    let name = of_several(&part.messages, Phrase::ask_save, label);
    let onclick = part.dispatch.reform(move |_: MouseEvent| Pressed::Share(Act::Save(file)).into());
    html! {
        <button type="button" data-kind="button" aria-label={name} {onclick}>
            { part.messages.say(Phrase::ask_save) }
        </button>
    }
}

/// What is reported, and where it can be sent.
fn report(part: &Part, share: &Share) -> Html {
    let Part { shown, messages, .. } = part;
    let text = reported(shown, messages, share);
    let to = match &shown.feed.value.publisher.contact {
        Some(contact) => {
            let address = contact.as_str();
            let address = address.strip_prefix("mailto:").unwrap_or(address);
            html! { <>{ messages.say(Phrase::report_to) }{ " " }{ anchor(contact, bdi(address, None)) }</> }
        }
        None => messages.say(Phrase::report_to_host).into(),
    };
    html! {
        <>
            { p("", messages.say(Phrase::report_note).into()) }
            { piece(part, messages.say(Phrase::report), "report", &text) }
            { p("", to) }
        </>
    }
}

/// A text with a button that copies it.
fn piece(part: &Part, label: &str, name: &'static str, text: &str) -> Html {
    text_piece(part, label, name, text, None)
}

/// The same for a text in another language than the reader's.
fn text_piece(part: &Part, label: &str, name: &'static str, text: &str, lang: Option<&str>) -> Html {
    let copy = of_several(&part.messages, Phrase::share_copy, label);
    let onclick = part.dispatch.reform(move |_: MouseEvent| Pressed::Share(Act::Copy(name)).into());
    html! {
        <div class="take">
            { p("label", label.into()) }
            <pre data-piece={name} dir="auto" lang={lang.map(str::to_owned)}>{ text.to_owned() }</pre>
            <button type="button" data-kind="button" aria-label={copy} {onclick}>
                { part.messages.say(Phrase::share_copy) }
            </button>
        </div>
    }
}

/// The name of a button of which there are several.
fn of_several(messages: &Messages, phrase: Phrase, label: &str) -> String {
    messages.labelled(messages.say(phrase), label)
}

fn download(part: &Part, (file, phrase): (File, Phrase)) -> Html {
    button("button", part.messages.say(phrase).into(), &part.dispatch, Pressed::Share(Act::Save(file)))
}
