//! What is drawn by Yew, which makes the fewest changes of the document and hears what happens in it.

use crate::markup::{Attribute, Drawn, Element, Hears, Html, On};
use std::rc::Rc;
use web_sys::Event;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, ListenerKind, VList, VTag, VText};
use yew::{AppHandle, Renderer};

/// The page that nodes are in.
pub trait Page {
    /// An event came.
    fn hear(&self, on: On, hears: &Hears, event: &Event);
    /// The document is going to be changed.
    fn drawing(&self);
    /// It has been changed.
    fn drawn(&self);
}

/// What draws into an element until it is dropped.
pub trait Redraw {
    /// Draws this from now on.
    fn redraw(&mut self, drawn: Rc<dyn Drawn>);
}

/// What draws by Yew. Code before the chunk `answer` knows it only as `Redraw`, so that nothing of Yew is needed there.
pub struct Drawing {
    app: Option<AppHandle<App>>,
    page: Rc<dyn Page>,
}

impl Drawing {
    /// Draws into `mount`, in the place of all that is there.
    pub fn begin(mount: web_sys::Element, page: Rc<dyn Page>, drawn: Rc<dyn Drawn>) -> Self {
        let props = Props { drawn, page: page.clone(), is_root: true };
        Self { app: Some(Renderer::<App>::with_root_and_props(mount, props).render()), page }
    }
}

impl Redraw for Drawing {
    fn redraw(&mut self, drawn: Rc<dyn Drawn>) {
        if let Some(app) = &mut self.app {
            app.update(Props { drawn, page: self.page.clone(), is_root: true });
        }
    }
}

impl Drop for Drawing {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}

/// The properties of `App`.
#[derive(Clone, Properties)]
struct Props {
    drawn: Rc<dyn Drawn>,
    page: Rc<dyn Page>,
    /// Whether all else is in it.
    is_root: bool,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.drawn.shows(&*other.drawn)
    }
}

/// The one component. Each kind of component would bring 5 kB of Yew's own machinery, and what is drawn differs only in how.
struct App;

impl Component for App {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> yew::Html {
        let Props { drawn, page, is_root } = ctx.props();
        if *is_root {
            page.drawing();
        }
        node(drawn.nodes(), page)
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let Props { page, is_root, .. } = ctx.props();
        if *is_root {
            page.drawn();
        }
    }
}

/// The node as Yew has it.
fn node(html: Html, page: &Rc<dyn Page>) -> yew::Html {
    match html {
        Html::Nothing => yew::Html::default(),
        Html::Text(text) => VText::new(AttrValue::Rc(text)).into(),
        Html::List(nodes) => list(nodes, page),
        Html::Element(element) => self::element(*element, page).into(),
        Html::Apart(key, drawn) => html! { <App {key} {drawn} page={page.clone()} is_root=false /> },
    }
}

fn list(nodes: Vec<Html>, page: &Rc<dyn Page>) -> yew::Html {
    let nodes: Vec<yew::Html> = nodes.into_iter().map(|html| node(html, page)).collect();
    VList::from(nodes).into()
}

fn element(element: Element, page: &Rc<dyn Page>) -> VTag {
    let Element { kind, values, key, value, ticked, hears, content, .. } = element;
    let mut tag = VTag::new(kind.name);
    let value_of = |attribute| AttributeOrProperty::Attribute(text(attribute));
    let values = values.into_iter().map(|attribute| attribute.map(value_of)).collect();
    tag.set_attributes(Attributes::Dynamic { keys: kind.keys, values });
    tag.key = key.map(Into::into);
    if value.is_some() {
        tag.set_value(value.map(AttrValue::from));
    }
    if let Some(ticked) = ticked {
        tag.set_checked(ticked);
    }
    // An empty list would be registered, too, and the element marked.
    if !hears.is_empty() {
        let ear = |(on, hears)| -> Option<Rc<dyn Listener>> {
            Some(Rc::new(Ear { on, hears, page: page.clone() }))
        };
        tag.set_listeners(hears.into_iter().map(ear).collect());
    }
    if let Some(children) = tag.children_mut() {
        *children = list(content, page);
    }
    tag
}

fn text(attribute: Attribute) -> AttrValue {
    match attribute {
        Attribute::Static(text) => AttrValue::Static(text),
        Attribute::Rc(text) => AttrValue::Rc(text),
    }
}

/// The one kind of listener.
struct Ear {
    on: On,
    hears: Hears,
    page: Rc<dyn Page>,
}

impl Listener for Ear {
    fn kind(&self) -> ListenerKind {
        match self.on {
            On::Change => ListenerKind::onchange,
            On::Click => ListenerKind::onclick,
            On::DoubleClick => ListenerKind::ondblclick,
            On::Focus => ListenerKind::onfocus,
            On::FocusIn => ListenerKind::onfocusin,
            On::FocusOut => ListenerKind::onfocusout,
            On::Input => ListenerKind::oninput,
            On::KeyDown => ListenerKind::onkeydown,
            On::MouseDown => ListenerKind::onmousedown,
            On::PointerCancel => ListenerKind::onpointercancel,
            On::PointerDown => ListenerKind::onpointerdown,
            On::PointerLeave => ListenerKind::onpointerleave,
            On::PointerMove => ListenerKind::onpointermove,
            On::PointerUp => ListenerKind::onpointerup,
            On::Wheel => ListenerKind::onwheel,
        }
    }

    fn handle(&self, event: Event) {
        self.page.hear(self.on, &self.hears, &event);
    }

    fn passive(&self) -> bool {
        false
    }
}
