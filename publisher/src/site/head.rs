//! The head of a page: what browsers, search engines and other sites read of it.

use super::edition::Edition;
use super::embed;
use super::page::Page;
use super::picture;
use super::plan::relative;
use policy_explorer::markup::{Html, each, list, node, nothing, some, text};
use policy_explorer::page::frame::origin;

/// The head of the page at a path.
pub fn head(edition: &Edition<'_>, page: &Page, here: &str) -> Html {
    let plan = edition.plan;
    let title = if page.title == edition.title() {
        page.title.clone()
    } else {
        format!("{} – {}", page.title, edition.policy())
    };
    node!("head" => [
        node!("meta", "charset" = "utf-8"),
        node!("meta", "http-equiv" = "Content-Security-Policy"; "content" = policy(edition, page, here)),
        node!("meta", "name" = "viewport", "content" = "width=device-width, initial-scale=1"),
        node!("title" => text(&title)),
        node!("meta", "name" = "description"; "content" = &page.description),
        node!("link", "rel" = "icon"; "href" = relative(here, ICON)),
        node!("link", "rel" = "stylesheet"; "href" = relative(here, &plan.style)),
        some(plan.absolute(here), |address| node!("link", "rel" = "canonical"; "href" = address)),
        alternates(edition, page, here),
        open_graph(edition, page, here),
        embed::link(edition, page.leaf),
        page.head.clone(),
        if page.element.is_some() && plan.widget.is_there() {
            node!("script", "type" = "module"; "src" = plan.widget.module(here))
        } else {
            nothing()
        },
    ])
}

/// The path of the icon.
pub const ICON: &str = "icon.svg";

/// What the page may load: its own files, and where it has the widget, the widget's.
fn policy(edition: &Edition<'_>, page: &Page, here: &str) -> String {
    const REST: &str = "base-uri 'none'; form-action 'none'";
    if page.element.is_none() {
        return format!("default-src 'none'; style-src 'self'; img-src 'self'; {REST}");
    }
    let module = edition.plan.widget.module(here);
    let from = origin(&module).map_or("'self'".to_owned(), |origin| format!("'self' {origin}"));
    if !edition.plan.widget.is_there() {
        return format!("default-src 'none'; style-src {from}; img-src 'self'; {REST}");
    }
    format!(
        "default-src 'none'; script-src {from} 'wasm-unsafe-eval'; style-src {from}; connect-src {from}; img-src 'self' data:; {REST}"
    )
}

/// The page in each language, itself among them, and for readers of no language of the site.
fn alternates(edition: &Edition<'_>, page: &Page, here: &str) -> Html {
    let plan = edition.plan;
    let address = |lang: &str| plan.address(here, &plan.path(edition.feed(), lang, page.leaf));
    let alternate = |(hreflang, lang): &(String, &String)| node!("link", "rel" = "alternate"; "hreflang" = hreflang.clone(), "href" = address(lang));
    let mut languages: Vec<(String, &String)> =
        plan.languages.iter().map(|lang| (lang.clone(), lang)).collect();
    languages.push(("x-default".to_owned(), &plan.languages[0]));
    each(&languages, &alternate)
}

/// What other sites show where somebody links to the page (ogp.me).
fn open_graph(edition: &Edition<'_>, page: &Page, here: &str) -> Html {
    let property =
        |name: &'static str, content: &str| node!("meta"; "property" = name, "content" = content.to_owned());
    let plan = edition.plan;
    let picture = plan.painter.as_ref().and_then(|_| plan.absolute(&picture::path(edition, page.leaf)));
    list(vec![
        property("og:type", "website"),
        property("og:title", &page.title),
        property("og:description", &page.description),
        property("og:locale", edition.lang),
        property("og:site_name", &edition.policy()),
        some(plan.absolute(here), |address| property("og:url", &address)),
        some(picture, |picture| {
            list(vec![
                property("og:image", &picture),
                property("og:image:alt", &page.description),
                node!("meta", "name" = "twitter:card", "content" = "summary_large_image"),
            ])
        }),
    ])
}
