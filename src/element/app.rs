//! The whole widget as a function of one screen: which parts there are, and where.

use super::parts::about::AboutPart;
use super::parts::footer::FooterPart;
use super::parts::header::HeaderPart;
use super::parts::legend::LegendPart;
use super::parts::map::MapPart;
use super::parts::notice::{Demo, Failed, Faulty, Loading};
use super::parts::profile::ProfilePart;
use super::parts::table::TablePart;
use super::parts::toolbar::ToolbarPart;
use crate::date::Date;
use crate::feed::MemberIndex;
use crate::message::Messages;
use crate::model::query::Theme;
use crate::model::view::{Main, PlacedTip};
use crate::model::{Failure, Msg, Shown};
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

/// Everything that the widget shows at one time.
#[derive(Clone, PartialEq, Properties)]
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
    pub focused: Option<MemberIndex>,
    pub current: Option<MemberIndex>,
    pub dispatch: Callback<Msg>,
    /// Called when the screen is in the document.
    pub rendered: Callback<()>,
}

/// What every part needs.
#[derive(Clone, PartialEq, Properties)]
pub struct Part {
    pub shown: Shared<Shown>,
    pub messages: Shared<Messages>,
    pub dispatch: Callback<Msg>,
}

#[component]
pub fn App(screen: &Screen) -> Html {
    let rendered = screen.rendered.clone();
    use_effect(move || rendered.emit(()));
    let Some(messages) = &screen.messages else { return Html::default() };
    let theme = match screen.shown.as_ref().map(|shown| shown.query.theme).unwrap_or_default() {
        Theme::Auto => "auto",
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    html! {
        <div class="pe" data-theme={theme} lang={messages.tag().to_owned()}>
            if screen.demo {
                <Demo messages={messages.clone()} />
            }
            if let Some(failure) = &screen.failure {
                <Failed
                    messages={messages.clone()}
                    failure={failure.clone()}
                    published={screen.published}
                    loading={screen.loading}
                    dispatch={screen.dispatch.clone()}
                />
            } else if screen.loading {
                <Loading messages={messages.clone()} />
            }
            if let Some(shown) = &screen.shown {
                { widget(screen, messages, shown) }
            }
        </div>
    }
}

fn widget(screen: &Screen, messages: &Shared<Messages>, shown: &Shared<Shown>) -> Html {
    let part = Part { shown: shown.clone(), messages: messages.clone(), dispatch: screen.dispatch.clone() };
    let shows = |name: &str| !shown.query.hidden.iter().any(|hidden| hidden == name);
    let profile = shown.view.profile.is_some() && shows("profile");
    html! {
        <>
            if shown.view.faults.is_some() { <Faulty ..part.clone() /> }
            if shows("header") { <HeaderPart ..part.clone() /> }
            if shows("toolbar") { <ToolbarPart ..part.clone() /> }
            if shows("header") { <AboutPart ..part.clone() /> }
            <div class={classes!("stage", profile.then_some("with-profile"))}>
                <div class="view" tabindex="-1">
                    { main(screen, &part) }
                    if shows("legend") { <LegendPart ..part.clone() /> }
                </div>
                if profile { <ProfilePart ..part.clone() /> }
            </div>
            if shows("footer") { <FooterPart ..part /> }
        </>
    }
}

fn main(screen: &Screen, part: &Part) -> Html {
    let Part { shown, messages, dispatch } = part.clone();
    match (&shown.view.main, &screen.world) {
        (Main::Table(_), _) => html! { <TablePart ..part.clone() /> },
        (Main::Map(Some(_)), Some(world)) => html! {
            <MapPart
                {shown}
                {messages}
                world={world.clone()}
                tip={screen.tip.clone()}
                focused={screen.focused}
                current={screen.current}
                {dispatch}
            />
        },
        _ => html! { <Loading {messages} /> },
    }
}
