//! The whole widget as a function of one screen: which parts there are, and where.

use super::node::{keyed, list, node, nothing, said, text};
use super::parts::{
    Pressed, about, footer, header, legend, map, notice, pressable, remarks, timeline, toolbar,
};
use crate::country::Code;
use crate::date::Date;
use crate::message::{Messages, Phrase};
use crate::model::announcement::Announcement;
use crate::model::camera::{Key, Motion};
use crate::model::chunk::Chunk;
use crate::model::menu::Menu;
use crate::model::place::Place;
use crate::model::query::{Theme, ViewKind};
use crate::model::search::Search;
use crate::model::share::Share;
use crate::model::view::{Main, PlacedTip};
use crate::model::{Failure, Msg, Shown, Target};
use crate::scene::palette::Pattern;
use crate::world::World;
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;

/// A shared value that counts as changed when it is another one, not when it is unequal: what is derived
/// anew is drawn anew, what is not is not even compared.
#[derive(Debug)]
pub struct Shared<T>(pub Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// How the map lies in its frame.
pub struct Seen {
    /// Of all that is drawn of it.
    pub transform: String,
    pub zoom: f64,
    pub motion: Motion,
    pub hint: Option<Key>,
}

/// Everything that the widget shows at one time.
pub struct Screen {
    /// The view; none while something is missing.
    pub shown: Option<Shared<Shown>>,
    pub world: Option<Shared<World>>,
    pub messages: Option<Shared<Messages>>,
    pub demo: bool,
    pub failure: Option<Failure>,
    /// When the data shown was published.
    pub published: Option<Date>,
    /// Whether there is no data yet.
    pub loading: bool,
    pub tip: Option<PlacedTip>,
    pub sight: Seen,
    pub focused: Option<Code>,
    pub current: Option<Code>,
    pub place: Place,
    pub announcement: Announcement,
    /// The choices that are open.
    pub menu: Option<Menu>,
    /// What the reader looks for.
    pub search: Shared<Search>,
    pub share: Shared<Share>,
    /// How the parts are drawn whose code comes later, in the order of `Chunk`.
    pub later: [Draw; Chunk::COUNT],
    pub dispatch: Callback<Msg>,
    /// Called before the document is changed.
    pub drawing: Callback<()>,
    /// Called when the screen is in the document.
    pub rendered: Callback<()>,
}

/// A part of the widget with all that it may show.
#[derive(Clone, PartialEq)]
pub struct Part {
    pub draw: Draw,
    pub shown: Shared<Shown>,
    pub messages: Shared<Messages>,
    /// Only for the map.
    pub world: Option<Shared<World>>,
    /// Only for the map: the member that Tab goes to.
    pub current: Option<Code>,
    /// Only for the trend and the changes.
    pub place: Place,
    /// Only for the toolbar: what the reader looks for, and how the search is drawn.
    pub search: Option<(Shared<Search>, Draw)>,
    /// Only for what has buttons that open choices: those that are open.
    pub menu: Option<Menu>,
    /// How those are drawn whose code comes later.
    pub options: Draw,
    /// Only for the footer and the panel that it opens.
    pub share: Option<Shared<Share>>,
    /// Only for the comparison: whether it is said in a line, with the way there.
    pub is_line: bool,
    pub dispatch: Callback<Msg>,
}

/// How a part is drawn: a pure function.
#[derive(Clone, Copy)]
pub struct Draw(pub fn(&Part) -> Html);

impl PartialEq for Draw {
    fn eq(&self, other: &Self) -> bool {
        self.0 as usize == other.0 as usize
    }
}

impl Part {
    /// Draws a part anew only when what it shows has changed.
    #[inline(never)]
    pub fn drawn(&self, key: &'static str, draw: fn(&Part) -> Html) -> Html {
        let part = Self { draw: Draw(draw), ..self.clone() };
        html! { <App {key} content={Content::Part(part)} /> }
    }
}

/// What a component shows.
#[derive(Clone)]
pub enum Content {
    /// The whole widget, at the root.
    Screen(Rc<Screen>),
    /// One of its parts.
    Part(Part),
}

impl PartialEq for Content {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Part(part), Self::Part(other)) => part == other,
            // A new screen is made only when something has happened.
            _ => false,
        }
    }
}

/// The properties of `App`.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub content: Content,
}

/// The one component: the root and every part are such. Each kind of component would bring 5 kB of Yew's own
/// machinery, and parts differ only in the function that draws them.
pub struct App;

impl Component for App {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        match &ctx.props().content {
            Content::Screen(screen) => {
                screen.drawing.emit(());
                self::screen(screen)
            }
            Content::Part(part) => (part.draw.0)(part),
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if let Content::Screen(screen) = &ctx.props().content {
            screen.rendered.emit(());
        }
    }
}

fn screen(screen: &Screen) -> Html {
    let Some(messages) = &screen.messages else { return nothing() };
    let theme = match screen.shown.as_ref().map(|shown| shown.query.theme).unwrap_or_default() {
        Theme::Auto => "auto",
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    let said = &screen.announcement;
    let number = said.number.to_string();
    let mut parts = vec![
        // What parts mark by `data-say` the page says here, when it has come to rest.
        keyed("live", node!("div", "class" = "sr", "role" = "status")),
        keyed("said", node!("p", "hidden" = ""; "data-say" = number => text(&said.text))),
    ];
    if screen.demo {
        parts.push(notice::demo(messages));
    }
    if let Some(failure) = &screen.failure {
        parts.push(notice::failed(screen, messages, failure));
    } else if screen.loading {
        parts.push(notice::loading(messages));
    }
    if let Some(shown) = &screen.shown {
        widget(&mut parts, screen, messages, shown);
    }
    let light = screen.shown.as_ref().is_some_and(|shown| shown.query.pattern == Pattern::Light);
    let pattern = light.then_some("light");
    let playing = screen.shown.as_ref().is_some_and(|shown| shown.time.playing);
    node!(
        "section", "class" = "pe", "tabindex" = "-1", "aria-labelledby" = "headline";
        "aria-label" = (messages, Phrase::map),
        "data-theme" = theme,
        "data-pattern" = pattern,
        "data-playing" = playing.then_some(""),
        "lang" = messages.language().to_owned(),
        "dir" = messages.direction().name(),
        "translate" = messages.is_wanted().then_some("no")
        => list(parts)
    )
}

/// The parts that show a feed, in the order of reading.
fn widget(parts: &mut Vec<Html>, screen: &Screen, messages: &Shared<Messages>, shown: &Shared<Shown>) {
    let query = &shown.query;
    let later = |chunk: Chunk| screen.later[chunk as usize];
    let mut part = Part {
        draw: Draw(|_| nothing()),
        shown: shown.clone(),
        messages: messages.clone(),
        world: None,
        current: None,
        place: Place::default(),
        search: None,
        menu: None,
        options: Draw(|_| nothing()),
        share: None,
        is_line: false,
        dispatch: screen.dispatch.clone(),
    };
    if shown.view.faulty {
        parts.push(part.drawn("faults", later(Chunk::Faults).0));
    }
    let mut top = Vec::new();
    if query.shows("header") {
        top.push(part.drawn("header", header::draw));
    }
    if query.shows("toolbar") {
        let search = Some((screen.search.clone(), later(Chunk::Search)));
        top.push(Part { search, ..opening(screen, &part) }.drawn("toolbar", toolbar::draw));
    }
    parts.push(keyed("top", node!("div", "class" = "top" => list(top))));
    let compare = later(Chunk::Compare).0;
    if !query.compare.is_empty() {
        part.is_line = true;
        parts.push(part.drawn("compared", compare));
        part.is_line = false;
    }
    parts.push(stage(screen, &part, later(Chunk::Profile)));
    if !query.compare.is_empty() {
        parts.push(part.drawn("compare", compare));
    }
    if query.shows("footer") {
        part.share = Some(screen.share.clone());
        parts.push(part.drawn("footer", footer::draw));
        if screen.share.open.is_some() {
            parts.push(part.drawn("share", later(Chunk::Share).0));
        }
    }
}

/// A part with buttons that open choices.
fn opening(screen: &Screen, part: &Part) -> Part {
    Part { menu: screen.menu, options: screen.later[Chunk::Options as usize], ..part.clone() }
}

/// The view with what belongs to it, and beside it a country's profile.
fn stage(screen: &Screen, part: &Part, profile: Draw) -> Html {
    let query = &part.shown.query;
    // All of them have keys, so that none is taken for another one that comes or goes.
    let mut view = Vec::new();
    // A list may be long: what it is narrowed and dated by stands before it.
    let is_list = matches!(query.view, ViewKind::Table | ViewKind::Changes);
    if !is_list {
        view.push(skip(part));
        view.push(main(screen, part));
    }
    let opening = opening(screen, part);
    // The trend has a legend of its own, but between two dates.
    let has_own = query.view == ViewKind::Trend && query.against.is_none();
    let legend =
        if query.shows("legend") && !has_own { part.drawn("legend", legend::draw) } else { nothing() };
    let remarks = if query.shows("header") { part.drawn("remarks", remarks::draw) } else { nothing() };
    if is_list {
        view.push(legend);
    } else {
        view.push(keyed("key", node!("div", "class" = "key" => [legend, remarks.clone()])));
    }
    view.push(opening.drawn("timeline", timeline::draw));
    if is_list {
        view.push(skip(part));
        view.push(main(screen, part));
        view.push(remarks);
    }
    if query.shows("header") {
        view.push(opening.drawn("about", about::draw));
    }
    let name = (&part.messages, toolbar::phrase(query.view));
    let view = node!("div", "class" = "view", "role" = "group", "tabindex" = "-1"; "aria-label" = name => list(view));
    let (columns, profile) = if query.country.is_some() && query.shows("profile") {
        ("2", part.drawn("profile", profile.0))
    } else {
        ("1", nothing())
    };
    keyed("stage", node!("div", "class" = "stage"; "data-columns" = columns => [view, profile]))
}

fn main(screen: &Screen, part: &Part) -> Html {
    match (part.shown.view.main, part.shown.scene.as_deref(), &screen.world) {
        (Main::Later(chunk), ..) => {
            let part = Part { place: screen.place, ..part.clone() };
            part.drawn(chunk.name(), screen.later[chunk as usize].0)
        }
        (Main::Map, Some(scene), Some(world)) => map::draw(screen, part, scene, world),
        _ => notice::loading(&part.messages),
    }
}

/// The way past the map or list that comes next, which have hundreds of stops for Tab or a screen reader. It is seen when
/// it has the focus.
fn skip(part: &Part) -> Html {
    let label = said(&part.messages, Phrase::skip);
    let skip = node!("button", "type" = "button", "class" = "sr skip", "data-kind" = "button" => label);
    keyed("skip", pressable(skip, &part.dispatch, Pressed::Go(Target::Beyond)))
}
