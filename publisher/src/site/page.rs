//! What all pages have: the head, the menu, the other languages, whose data it is.

use super::edition::Edition;
use super::head;
use super::plan::{Leaf, relative};
use policy_explorer::markup::html::html;
use policy_explorer::markup::{Html, each, list, node, nothing, said, text};
use policy_explorer::message::{LANGUAGES, NAMES, Phrase};
use policy_explorer::model::view::footer;
use policy_explorer::parts::bdi;
use policy_explorer::parts::footer::provenance;

/// What a page has of its own.
pub struct Page {
    pub leaf: Leaf,
    pub title: String,
    pub description: String,
    pub main: Html,
    /// The element with its first screen inside, which stands in the place of `slot()`.
    pub element: Option<String>,
    /// What only its head has.
    pub head: Html,
}

/// The place of the element in a page.
pub fn slot() -> Html {
    node!("policy-explorer")
}

/// As `slot()` is written; no text is.
const SLOT: &str = "<policy-explorer></policy-explorer>";

/// The page as a document.
pub fn write(edition: &Edition<'_>, page: Page) -> String {
    let here = edition.path(page.leaf);
    let head = head::head(edition, &page, &here);
    let element = page.element.unwrap_or_default();
    let document = node!("html"; "lang" = edition.lang.to_owned(), "dir" = edition.messages.direction().name() => [
        head,
        node!("body", "class" = "site" => node!("div", "class" = "pe" => [
            node!("a", "class" = "sr", "href" = "#main" => text(edition.words.skip)),
            masthead(edition, page.leaf, &here),
            demo(edition),
            node!("main", "id" = "main", "tabindex" = "-1" => page.main),
            node!("footer", "class" = "site-footer" => provenance(&edition.messages, &footer(edition.feed(), &edition.messages), None)),
        ])),
    ]);
    format!("<!doctype html>\n{}\n", html(&document).replacen(SLOT, &element, 1))
}

fn masthead(edition: &Edition<'_>, leaf: Leaf, here: &str) -> Html {
    node!("header", "class" = "site-header" => [
        node!("p", "class" = "site-name" => edition.link(here, Leaf::Front, bdi(&edition.policy(), None))),
        node!("nav"; "aria-label" = edition.words.menu => node!("ul" => menu(edition, leaf, here))),
        languages(edition, leaf, here),
    ])
}

fn menu(edition: &Edition<'_>, leaf: Leaf, here: &str) -> Html {
    let messages = &edition.messages;
    let front = relative(here, &edition.path(Leaf::Front));
    let part = |id: &str, words: &str| {
        let href = if leaf == Leaf::Front { format!("#{id}") } else { format!("{front}#{id}") };
        node!("li" => node!("a"; "href" = href => text(words)))
    };
    let is_here = (leaf == Leaf::Changes).then_some("page");
    let changes = node!(
        "a"; "href" = relative(here, &edition.path(Leaf::Changes)), "aria-current" = is_here
        => said(messages, Phrase::view_changes)
    );
    list(vec![
        part("measures", edition.words.measures),
        part("countries", messages.say(Phrase::countries)),
        node!("li" => changes),
        part("data", edition.words.data),
    ])
}

/// The same page in the other languages.
fn languages(edition: &Edition<'_>, leaf: Leaf, here: &str) -> Html {
    let plan = edition.plan;
    if plan.languages.len() < 2 {
        return nothing();
    }
    let link = |lang: &String| {
        let at = LANGUAGES.iter().position(|other| other == lang).expect("the widget speaks it");
        let name = text(NAMES[at]);
        let href = relative(here, &plan.path(edition.feed(), lang, leaf));
        let is_here = (lang == edition.lang).then_some("true");
        node!("li" => node!(
            "a"; "href" = href, "lang" = lang.clone(), "hreflang" = lang.clone(), "aria-current" = is_here => name
        ))
    };
    node!("nav", "class" = "languages"; "aria-label" = edition.messages.say(Phrase::language).to_owned() => node!("ul" => each(&plan.languages, &link)))
}

fn demo(edition: &Edition<'_>) -> Html {
    if !edition.feed().demo {
        return nothing();
    }
    node!("p", "class" = "site-demo" => said(&edition.messages, Phrase::demo))
}
