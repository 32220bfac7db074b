//! What a part is drawn of, and what all parts are drawn of: the screen.

use crate::country::Code;
use crate::date::Date;
use crate::markup::{Drawn, Html, Shared, nothing};
use crate::message::Messages;
use crate::model::announcement::{Announcement, Renewal};
use crate::model::chunk::Chunk;
use crate::model::menu::Menu;
use crate::model::progress::Progress;
use crate::model::search::Search;
use crate::model::share::Share;
use crate::model::sight::{Key, Motion};
use crate::model::view::PlacedTip;
use crate::model::{Failure, Shown};
use crate::world::World;
use std::any::Any;
use std::rc::Rc;

/// How the map lies in its frame.
pub struct Seen {
    /// Of all that is drawn of it.
    pub transform: String,
    /// Whether it moves: then the frame is moved as a whole, and drawn anew when it rests.
    pub moves: bool,
    /// How many times nearer than the whole world it is seen.
    pub zoom: f64,
    /// What pointers do to it.
    pub motion: Motion,
    /// The key that the wheel wants.
    pub hint: Option<Key>,
}

/// How much of a screen is drawn.
#[derive(Clone, Copy, Default, PartialEq)]
pub enum Extent {
    /// All of it.
    #[default]
    Whole,
    /// The view in the middle, which is the most of it.
    Main,
}

/// Everything that the widget shows at one time.
pub struct Screen {
    /// How much of it is drawn.
    pub extent: Extent,
    /// The view; none while something is missing.
    pub shown: Option<Shared<Shown>>,
    /// The shapes.
    pub world: Option<Shared<World>>,
    /// The texts.
    pub messages: Option<Shared<Messages>>,
    /// Whether the data is made up.
    pub demo: bool,
    /// Why the last load failed.
    pub failure: Option<Failure>,
    /// When the data shown was published.
    pub published: Option<Date>,
    /// Whether there is no data yet.
    pub loading: bool,
    /// What the tooltip says.
    pub tip: Option<PlacedTip>,
    /// How the map lies in its frame.
    pub sight: Seen,
    /// The member of the map that has the focus.
    pub focused: Option<Code>,
    /// The member of the map that Tab goes to.
    pub current: Option<Code>,
    /// How far the reader has gone in trend and changes.
    pub progress: Progress,
    /// What is said to those who do not see the screen.
    pub announcement: Announcement,
    /// How the data differs from what the reader saw before.
    pub renewal: Option<Renewal>,
    /// The choices that are open.
    pub menu: Option<Menu>,
    /// What the reader looks for.
    pub search: Shared<Search>,
    /// What can be taken away.
    pub share: Shared<Share>,
    /// How the parts are drawn whose code comes later, in the order of `Chunk`.
    pub later: [Draw; Chunk::COUNT],
}

/// A part of the widget with all that it may show.
#[derive(Clone, PartialEq)]
pub struct Part {
    /// How it is drawn.
    pub draw: Draw,
    /// The view.
    pub shown: Shared<Shown>,
    /// The texts.
    pub messages: Shared<Messages>,
    /// Only for the map.
    pub world: Option<Shared<World>>,
    /// Only for the map: the member that Tab goes to.
    pub current: Option<Code>,
    /// Only for the trend and the changes.
    pub progress: Progress,
    /// Only for the toolbar: what the reader looks for, and how the search is drawn.
    pub search: Option<(Shared<Search>, Draw)>,
    /// Only for what has buttons that open choices: those that are open.
    pub menu: Option<Menu>,
    /// How those are drawn whose code comes later.
    pub options: Draw,
    /// Only for the footer: how the data differs from what the reader saw before.
    pub renewal: Option<Renewal>,
    /// Only for the footer and the panel that it opens.
    pub share: Option<Shared<Share>>,
    /// Only for the comparison: whether it is said in a line, with the way there.
    pub is_line: bool,
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
    /// One that has what all parts have.
    pub fn of(shown: &Shared<Shown>, messages: &Shared<Messages>) -> Self {
        Self {
            draw: Draw(|_| nothing()),
            shown: shown.clone(),
            messages: messages.clone(),
            world: None,
            current: None,
            progress: Progress::default(),
            search: None,
            menu: None,
            options: Draw(|_| nothing()),
            renewal: None,
            share: None,
            is_line: false,
        }
    }

    /// Draws a part anew only when what it shows has changed.
    #[inline(never)]
    pub fn drawn(&self, key: &'static str, draw: fn(&Part) -> Html) -> Html {
        Html::Apart(key, Rc::new(Self { draw: Draw(draw), ..self.clone() }))
    }
}

impl Drawn for Part {
    fn nodes(&self) -> Html {
        (self.draw.0)(self)
    }

    fn shows(&self, other: &dyn Drawn) -> bool {
        other.any().downcast_ref() == Some(self)
    }

    fn any(&self) -> &dyn Any {
        self
    }
}
