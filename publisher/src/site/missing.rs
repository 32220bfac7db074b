//! The page that servers answer with where there is none. It is seen at any address, so its own links are whole where the
//! address of the site is known.

use super::head::ICON;
use super::plan::{Leaf, Plan};
use super::words::words;
use policy_explorer::feed::Feed;
use policy_explorer::markup::html::html;
use policy_explorer::markup::{Html, each, node, text};
use policy_explorer::message::{LANGUAGES, NAMES};
use policy_explorer::page::messages;

const PATH: &str = "404.html";

pub fn page(plan: &Plan, feed: &Feed) -> String {
    let lang = &plan.languages[0];
    let own = words(lang).expect("the widget speaks the languages of a site");
    let document = node!("html"; "lang" = lang.clone(), "dir" = direction(lang) => [
        node!("head" => [
            node!("meta", "charset" = "utf-8"),
            node!("meta", "http-equiv" = "Content-Security-Policy", "content" = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"),
            node!("meta", "name" = "viewport", "content" = "width=device-width, initial-scale=1"),
            node!("meta", "name" = "robots", "content" = "noindex"),
            node!("title" => text(own.missing)),
            node!("link", "rel" = "icon"; "href" = plan.address(PATH, ICON)),
            node!("link", "rel" = "stylesheet"; "href" = plan.address(PATH, &plan.style)),
        ]),
        node!("body", "class" = "site" => node!("div", "class" = "pe" => node!("main" => [
            node!("h1" => text(own.missing)),
            each(&plan.languages, &|lang| language(plan, feed, lang)),
        ]))),
    ]);
    format!("<!doctype html>\n{}\n", html(&document))
}

fn direction(lang: &str) -> &'static str {
    messages(lang).expect("the widget speaks the languages of a site").direction().name()
}

/// What it says in a language, with the way to its front page.
fn language(plan: &Plan, feed: &Feed, lang: &str) -> Html {
    let at = LANGUAGES.iter().position(|other| *other == lang).expect("it is one of them");
    let own = words(lang).expect("the widget speaks the languages of a site");
    let href = plan.address(PATH, &plan.path(feed, lang, Leaf::Front));
    node!("p"; "lang" = lang.to_owned(), "dir" = direction(lang) => [
        text(own.missing_text),
        text(" "),
        node!("a"; "href" = href => text(NAMES[at])),
    ])
}
