//! The widget's element on a page, with its first screen inside.

use super::edition::Edition;
use super::plan::relative;
use policy_explorer::markup::{Html, node, nothing, text};
use policy_explorer::model::field::Field;
use policy_explorer::page::element::{Embedding, WIDTH, prerendered};
use policy_explorer::page::{Page, Question};

/// The path of the feed.
pub const FEED: &str = "feed.json";

/// What can only be pressed where the widget runs.
const PRESSED: &str = "toolbar zoom footer";

/// What the element of a page is told: its measure, and what is left out if the widget never comes.
pub fn fields(edition: &Edition<'_>, measure: Option<&str>) -> Vec<(Field, String)> {
    let measure = measure.map(|id| (Field::Measure, id.to_owned()));
    let hidden = (!edition.plan.widget.is_there()).then(|| (Field::Hide, PRESSED.to_owned()));
    measure.into_iter().chain(hidden).collect()
}

/// What readers without scripts are told below the element, if the widget would come.
pub fn note(edition: &Edition<'_>) -> Html {
    if !edition.plan.widget.is_there() {
        return nothing();
    }
    node!("noscript" => node!("p", "class" = "site-note" => text(edition.words.needs_script)))
}

/// The view that an element shows.
pub fn view(edition: &Edition<'_>, fields: &[(Field, String)]) -> Page {
    let question = Question { fields, lang: edition.lang, today: edition.plan.today, width: WIDTH };
    Page::new(edition.checked.clone(), &question).expect("the widget speaks the languages of a site")
}

/// The element on the page at `here`.
pub fn element(edition: &Edition<'_>, view: &Page, (fields, here): (&[(Field, String)], &str)) -> String {
    let embedding = Embedding {
        feed: &relative(here, FEED),
        digest: &edition.plan.digest,
        module: &edition.plan.widget.module(here),
        picture: None,
        fields,
        lang: Some(edition.lang),
    };
    prerendered(view, &embedding)
}
