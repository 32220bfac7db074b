//! What a reader takes away: link, citation, snippet, files, letters, the report of an error.

use super::footer::OFFERS;
use super::later::{close, named_button};
use super::part::Part;
use super::{bdi, button, heading, link as anchor, p};
use crate::markup::{
    Hears, Html, On, each, heard, keyed, list, node, nodes, nothing, said, some, text, ticked,
};
use crate::message::{Messages, Phrase};
use crate::model::Msg;
use crate::model::share::{File, Link, Offer, Said, Share, ShareAct};
use crate::model::take::{
    Addressees, MOST, Texts, addressees, file_name, letters, report as reported, texts,
};
use crate::request::{LETTERS, Letter};

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
    let Part { shown, messages, .. } = part;
    let Some((share, offer)) = part.share.as_ref().and_then(|share| Some((share, share.open?))) else {
        return nothing();
    };
    let texts = texts(shown, messages, share);
    let content = match offer {
        Offer::Ask => match letters(shown, messages, share) {
            // No profile is open, or nothing is missing in it.
            letters if letters.is_empty() => return nothing(),
            letters => ask(part, &letters),
        },
        Offer::AskAll => match addressees(shown, messages) {
            // The table lists others by now.
            None => return nothing(),
            Some(to) => ask_all(part, &to),
        },
        Offer::Report => report(part, share),
        Offer::Cite => cite(part, &texts),
        Offer::Download => list(files(part).map(|file| download(part, file)).collect()),
        Offer::Embed => embed(part, share, &texts),
        Offer::Link => link(part, &texts),
    };
    let name = heading(shown.query.level(1), "share-name", said(messages, phrase(offer)));
    let result = some(share.said, |said| text(&outcome(part, said)));
    let is_failed = matches!(share.said, Some(Said::Refused | Said::Unpainted));
    let instead = files(part).filter(|(file, _)| is_failed && *file == share.drawing());
    node!("section", "class" = "share", "part" = "share", "aria-labelledby" = "share" => [
        node!("div", "class" = "share-head" => [
            node!("div", "id" = "share", "tabindex" = "-1" => name),
            close(messages, Msg::Share(ShareAct::Close)),
        ]),
        keyed(offer.name(), node!("div", "class" = "share-body"; "data-offered" = offer.name() => content)),
        node!("p", "class" = "said"; "data-say" = share.done.to_string() => result),
        list(instead.map(|file| download(part, file)).collect()),
    ])
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

/// What came of the last act.
fn outcome(part: &Part, said: Said) -> String {
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
    let Part { messages, .. } = part;
    nodes![
        piece(part, messages.say(Phrase::share_sentence), "sentence", &texts.sentence),
        each(&texts.citation, &|(format, text)| piece(part, format.label(messages), format.name(), text)),
    ]
}

fn embed(part: &Part, share: &Share, texts: &Texts) -> Html {
    let messages = &part.messages;
    let label = messages.say(Phrase::share_snippet);
    let snippet = some(texts.snippet.as_ref(), |text| piece(part, label, "snippet", text));
    let is_pinnable = share.facts().is_some_and(|facts| facts.digest.is_some());
    let freeze = if is_pinnable {
        let hears = vec![(On::Change, Hears::Means(Msg::Share(ShareAct::Freeze)))];
        let tick = heard(hears, node!("input", "type" = "checkbox"));
        let is_kept = part.shown.feed.value.versions.is_some();
        let phrase = if is_kept { Phrase::share_freeze_kept } else { Phrase::share_freeze };
        node!("label", "class" = "freeze" => [
            ticked(share.frozen, tick),
            node!("span" => said(messages, phrase)),
        ])
    } else {
        nothing()
    };
    nodes![snippet, freeze]
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
    let letters = letters.iter().zip(PIECES).zip(0..).map(|((item, name), at)| letter(part, item, name, at));
    nodes![p("", said(&part.messages, Phrase::ask_note)), list(letters.collect())]
}

/// The letters to all members listed, as an archive.
fn ask_all(part: &Part, to: &Addressees) -> Html {
    let messages = &part.messages;
    let [count, total, most] = [to.members.len(), to.listed, MOST].map(|number| messages.number(number));
    let note = messages.fill(Phrase::ask_all_note, &[("count", &count), ("total", &total)]);
    let mut content = vec![p("", text(&note))];
    if to.members.len() < to.listed {
        content.push(p("", text(&messages.fill(Phrase::ask_all_left, &[("most", &most)]))));
    }
    if !to.members.is_empty() {
        content.push(node!("div" => download(part, (File::Letters, Phrase::ask_all_save))));
    }
    list(content)
}

fn letter(part: &Part, letter: &Letter, name: &'static str, at: u8) -> Html {
    let messages = &part.messages;
    let language = messages.language_name(&letter.tag);
    let letter_in = messages.say(Phrase::ask_letter);
    let label =
        language.map_or_else(|| letter_in.to_owned(), |language| messages.labelled(letter_in, &language));
    let content = nodes![
        text_piece(part, &label, name, &letter.text, letter.lang.as_deref()),
        save(part, &label, File::Letter(at)),
    ];
    if at == 0 {
        return node!("div", "class" = "letter" => content);
    }
    node!("details", "class" = "letter" => [node!("summary" => text(&label)), content])
}

/// Saves a letter.
fn save(part: &Part, label: &str, file: File) -> Html {
    let Part { messages, .. } = part;
    let name = of_several(messages, Phrase::ask_save, label);
    named_button("button", name, said(messages, Phrase::ask_save), Msg::Share(ShareAct::Save(file)))
}

/// What is reported, and where it can be sent.
fn report(part: &Part, share: &Share) -> Html {
    let Part { shown, messages, .. } = part;
    let report = reported(shown, messages, share);
    let to = match &shown.feed.value.publisher.contact {
        Some(contact) => {
            let address = contact.as_str();
            let address = address.strip_prefix("mailto:").unwrap_or(address);
            nodes![said(messages, Phrase::report_to), text(" "), anchor(contact, bdi(address, None))]
        }
        None => said(messages, Phrase::report_to_host),
    };
    nodes![
        p("", said(messages, Phrase::report_note)),
        piece(part, messages.say(Phrase::report_text), "report", &report),
        p("", to),
    ]
}

/// A text with a button that copies it.
fn piece(part: &Part, label: &str, name: &'static str, text: &str) -> Html {
    text_piece(part, label, name, text, None)
}

/// The same for a text in another language than the reader's.
fn text_piece(part: &Part, label: &str, name: &'static str, content: &str, lang: Option<&str>) -> Html {
    let Part { messages, .. } = part;
    let copy = of_several(messages, Phrase::share_copy, label);
    node!("div", "class" = "take" => [
        p("label", text(label)),
        node!("pre"; "data-piece" = name, "dir" = "auto", "lang" = lang.map(str::to_owned) => text(content)),
        named_button("button", copy, said(messages, Phrase::share_copy), Msg::Share(ShareAct::Copy(name))),
    ])
}

/// The name of a button of which there are several.
fn of_several(messages: &Messages, phrase: Phrase, label: &str) -> String {
    messages.labelled(messages.say(phrase), label)
}

fn download(part: &Part, (file, phrase): (File, Phrase)) -> Html {
    button("button", said(&part.messages, phrase), Msg::Share(ShareAct::Save(file)))
}
