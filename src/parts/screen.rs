//! The whole widget as a function of one screen: which parts there are, and where.

use super::part::{Draw, Extent, Part, Screen, Seen};
use super::{about, footer, header, legend, map, notice, pressable, remarks, search, timeline, toolbar};
use crate::markup::{Drawn, Html, Shared, keyed, list, node, nothing, said, text};
use crate::message::{Messages, Phrase};
use crate::model::camera;
use crate::model::chunk::{Arrival, Chunk};
use crate::model::query::ViewKind;
use crate::model::view::{Main, PlacedTip};
use crate::model::{Model, Msg, Shown, Target};
use crate::scene::palette::Pattern;
use std::any::Any;

impl Screen {
    /// What a model shows; its tooltip and how parts are drawn come from code that may not be here yet.
    pub fn new(model: &Model, tip: Option<PlacedTip>, draw: impl Fn(Chunk) -> Option<Draw>) -> Self {
        Self {
            extent: Extent::Whole,
            shown: model.shown.clone().map(Shared),
            world: model.world.clone().map(Shared),
            messages: model.messages.clone().map(Shared),
            demo: model.feed.as_ref().is_some_and(|feed| feed.value.demo),
            failure: model.failure.clone(),
            published: model.feed.as_ref().and_then(|feed| feed.value.published),
            loading: model.feed.is_none(),
            tip,
            sight: Seen {
                transform: camera::surface(model).transform(model.sight.rested()),
                moves: model.sight.is_moving(),
                zoom: model.sight.camera.zoom,
                motion: model.sight.motion,
                hint: model.sight.hint,
            },
            focused: model.focused,
            current: model.current,
            progress: model.progress,
            announcement: model.announcement.clone(),
            renewal: model.renewal,
            menu: model.menu,
            search: Shared(model.search.clone()),
            share: Shared(model.share.clone()),
            later: Chunk::ALL.map(|chunk| later(model, chunk, &draw)),
        }
    }
}

/// How a part is drawn whose code may not be here yet; `draw`: where it is.
fn later(model: &Model, chunk: Chunk, draw: impl Fn(Chunk) -> Option<Draw>) -> Draw {
    match model.chunks.of(chunk) {
        Arrival::Here => draw(chunk),
        // The search's own field is in the first download; what it finds comes later.
        Arrival::Missed if chunk == Chunk::Search => Some(Draw(search::missed)),
        _ if chunk == Chunk::Search => Some(Draw(search::waiting)),
        Arrival::Missed => None,
        // Their place is not kept: most feeds have no faults, and what is below moves nothing.
        _ if matches!(chunk, Chunk::Faults | Chunk::Compare | Chunk::Options) => Some(Draw(|_| nothing())),
        Arrival::Unasked | Arrival::Asked => Some(Draw(notice::coming)),
    }
    .unwrap_or(Draw(notice::missed))
}

impl Drawn for Screen {
    fn nodes(&self) -> Html {
        draw(self)
    }

    /// A new screen is made only when something has happened.
    fn shows(&self, _: &dyn Drawn) -> bool {
        false
    }

    fn any(&self) -> &dyn Any {
        self
    }
}

/// The widget.
pub fn draw(screen: &Screen) -> Html {
    let Some(messages) = &screen.messages else { return nothing() };
    let theme = screen.shown.as_ref().map(|shown| shown.query.theme).unwrap_or_default().name();
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
    let mut part = Part::of(shown, messages);
    if screen.extent == Extent::Main {
        let view = [main(screen, &part)].into();
        return parts.push(stage(&part, view, nothing()));
    }
    if shown.view.faulty {
        parts.push(part.drawn("faults", later(Chunk::Faults).0));
    }
    let mut top = Vec::new();
    if query.shows("header") {
        top.push(part.drawn("header", header::draw));
    }
    if query.shows("toolbar") {
        let search = Some((screen.search.clone(), later(Chunk::Search)));
        top.push(Part { search, ..with_menu(screen, &part) }.drawn("toolbar", toolbar::draw));
    }
    parts.push(keyed("top", node!("div", "class" = "top" => list(top))));
    let compare = later(Chunk::Compare).0;
    if !query.compare.is_empty() {
        part.is_line = true;
        parts.push(part.drawn("compared", compare));
        part.is_line = false;
    }
    let profile = if query.country.is_some() && query.shows("profile") {
        part.drawn("profile", later(Chunk::Profile).0)
    } else {
        nothing()
    };
    parts.push(stage(&part, view(screen, &part), profile));
    if !query.compare.is_empty() {
        parts.push(part.drawn("compare", compare));
    }
    if query.shows("footer") {
        (part.share, part.renewal) = (Some(screen.share.clone()), screen.renewal);
        parts.push(part.drawn("footer", footer::draw));
        if screen.share.open.is_some() {
            parts.push(part.drawn("share", later(Chunk::Share).0));
        }
    }
}

/// A part with buttons that open choices.
fn with_menu(screen: &Screen, part: &Part) -> Part {
    Part { menu: screen.menu, options: screen.later[Chunk::Options as usize], ..part.clone() }
}

/// The view, and beside it a country's profile.
fn stage(part: &Part, view: Vec<Html>, profile: Html) -> Html {
    let name = (&part.messages, toolbar::phrase(part.shown.query.view));
    let view = node!("div", "class" = "view", "role" = "group", "tabindex" = "-1"; "aria-label" = name => list(view));
    let columns = if matches!(profile, Html::Nothing) { "1" } else { "2" };
    keyed("stage", node!("div", "class" = "stage"; "data-columns" = columns => [view, profile]))
}

/// The view in the middle with what belongs to it. All of it has keys, so that none is taken for another one that comes or
/// goes.
fn view(screen: &Screen, part: &Part) -> Vec<Html> {
    let query = &part.shown.query;
    let mut view = Vec::new();
    // A list may be long: what it is narrowed and dated by stands before it.
    let is_list = matches!(query.view, ViewKind::Table | ViewKind::Changes);
    if !is_list {
        view.push(skip(part));
        view.push(main(screen, part));
    }
    let with_menu = with_menu(screen, part);
    // The trend has a legend of its own, but between two dates.
    let has_own = query.view == ViewKind::Trend && query.against.is_none();
    let legend =
        if query.shows("legend") && !has_own { part.drawn("legend", legend::draw) } else { nothing() };
    let remarks = || if query.shows("header") { part.drawn("remarks", remarks::draw) } else { nothing() };
    if is_list {
        view.push(legend);
    } else {
        view.push(keyed("key", node!("div", "class" = "key" => [legend, remarks()])));
    }
    view.push(with_menu.drawn("timeline", timeline::draw));
    if is_list {
        view.push(skip(part));
        view.push(main(screen, part));
        view.push(remarks());
    }
    if query.shows("header") {
        view.push(with_menu.drawn("about", about::draw));
    }
    view
}

/// The view in the middle.
pub fn main(screen: &Screen, part: &Part) -> Html {
    match (part.shown.view.main, part.shown.scene.as_deref(), &screen.world) {
        (Main::Later(chunk), ..) => {
            let part = Part { progress: screen.progress, ..part.clone() };
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
    keyed("skip", pressable(skip, Msg::Go(Target::Beyond)))
}
