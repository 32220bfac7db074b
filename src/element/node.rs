//! What parts are made of: elements, texts, and listeners to them. `html!` writes out the code of every node where
//! it stands, some 300 bytes of it, and nodes were most of what the widget weighed. Here what never changes of a
//! node is a constant, and one piece of code makes them all.

use super::app::Shared;
use crate::message::{Messages, Phrase};
use crate::model::Msg;
use std::rc::Rc;
use web_sys::Event;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, ListenerKind, VList, VTag};

/// What never changes of an element.
pub struct Kind {
    pub name: &'static str,
    /// Of all its attributes.
    pub keys: &'static [&'static str],
    /// The values of the first of them.
    pub fixed: &'static [&'static str],
}

/// An element in the making. Each step is a call of its own, which takes the least code.
pub struct Making {
    kind: &'static Kind,
    values: Vec<Option<AttributeOrProperty>>,
    content: Vec<Html>,
}

impl Making {
    #[inline(never)]
    pub fn of(kind: &'static Kind) -> Self {
        let fixed = kind.fixed.iter().map(|&value| Some(AttributeOrProperty::Static(value)));
        Self { kind, values: fixed.collect(), content: Vec::new() }
    }

    /// The value of the next attribute that is not fixed.
    #[inline(never)]
    fn put(&mut self, value: Option<AttrValue>) {
        self.values.push(value.map(AttributeOrProperty::Attribute));
    }

    #[inline(never)]
    pub fn add(&mut self, node: Html) {
        self.content.push(node);
    }

    #[inline(never)]
    pub fn made(self) -> Html {
        let mut tag = VTag::new(self.kind.name);
        let values = self.values.into_boxed_slice();
        tag.set_attributes(Attributes::Dynamic { keys: self.kind.keys, values });
        if let Some(children) = tag.children_mut() {
            *children = list(self.content);
        }
        tag.into()
    }
}

/// What an attribute may be set to. It is there if it has a value.
pub trait Value {
    fn put(self, making: &mut Making);
}

impl Value for &'static str {
    #[inline(never)]
    fn put(self, making: &mut Making) {
        making.put(Some(AttrValue::Static(self)));
    }
}

impl Value for Option<&'static str> {
    #[inline(never)]
    fn put(self, making: &mut Making) {
        making.put(self.map(AttrValue::Static));
    }
}

impl Value for Rc<str> {
    #[inline(never)]
    fn put(self, making: &mut Making) {
        making.put(Some(AttrValue::Rc(self)));
    }
}

impl Value for &String {
    #[inline(never)]
    fn put(self, making: &mut Making) {
        making.put(Some(AttrValue::Rc(self.as_str().into())));
    }
}

impl Value for String {
    #[inline(never)]
    fn put(self, making: &mut Making) {
        making.put(Some(self.into()));
    }
}

impl Value for Option<String> {
    #[inline(never)]
    fn put(self, making: &mut Making) {
        making.put(self.map(AttrValue::from));
    }
}

/// A text for readers.
impl Value for (&Shared<Messages>, Phrase) {
    #[inline(never)]
    fn put(self, making: &mut Making) {
        making.put(Some(AttrValue::Rc(self.0.say(self.1).into())));
    }
}

/// An element: its name, the attributes that never change, after `;` those that do, and after `=>` its content,
/// one node or several in brackets. What tells elements apart for the stylesheet is a class where it never
/// changes, else a `data-` attribute.
macro_rules! node {
    ($name:literal $(, $key:literal = $fixed:literal)* $(; $($open:literal = $value:expr),+)?
        $(=> [$($child:expr),* $(,)?])?) => {{
        const KIND: &$crate::element::node::Kind = &$crate::element::node::Kind {
            name: $name,
            keys: &[$($key,)* $($($open),+)?],
            fixed: &[$($fixed),*],
        };
        // Some have nothing but fixed attributes.
        #[allow(unused_mut)]
        let mut making = $crate::element::node::Making::of(KIND);
        $($($crate::element::node::Value::put($value, &mut making);)+)?
        $($(making.add($child);)*)?
        making.made()
    }};
    ($name:literal $(, $key:literal = $fixed:literal)* $(; $($open:literal = $value:expr),+)? => $child:expr) => {
        $crate::element::node::node!($name $(, $key = $fixed)* $(; $($open = $value),+)? => [$child])
    };
}
pub(crate) use node;

/// Several nodes in a row.
macro_rules! nodes {
    ($($node:expr),* $(,)?) => {{
        let mut nodes = Vec::new();
        $($crate::element::node::add(&mut nodes, $node);)*
        $crate::element::node::list(nodes)
    }};
}
pub(crate) use nodes;

#[inline(never)]
pub fn add(nodes: &mut Vec<Html>, node: Html) {
    nodes.push(node);
}

/// Several nodes.
#[inline(never)]
pub fn list(nodes: Vec<Html>) -> Html {
    VList::from(nodes).into()
}

/// A node for each.
pub fn each<T>(items: &[T], draw: &dyn Fn(&T) -> Html) -> Html {
    list(items.iter().map(draw).collect())
}

/// The place of a node that is not there.
#[inline(never)]
pub fn nothing() -> Html {
    Html::default()
}

/// A text.
#[inline(never)]
pub fn text(text: &str) -> Html {
    text.into()
}

/// A text for readers.
#[inline(never)]
pub fn said(messages: &Messages, phrase: Phrase) -> Html {
    text(messages.say(phrase))
}

/// The element, known among its neighbours by a key.
#[inline(never)]
pub fn keyed(key: &str, mut element: Html) -> Html {
    if let Some(tag) = tag(&mut element) {
        tag.key = Some(key.into());
    }
    element
}

/// The field with a text in it.
#[inline(never)]
pub fn filled(value: Option<String>, mut field: Html) -> Html {
    if let Some(tag) = tag(&mut field) {
        tag.set_value(value.map(AttrValue::from));
    }
    field
}

/// The element with its listeners.
#[inline(never)]
pub fn heard(listeners: Vec<Rc<dyn Listener>>, mut element: Html) -> Html {
    if let Some(tag) = tag(&mut element) {
        tag.set_listeners(listeners.into_iter().map(Some).collect());
    }
    element
}

/// The tag of an element that has just been made.
#[inline(never)]
fn tag(element: &mut Html) -> Option<&mut VTag> {
    let Html::VTag(tag) = element else { return None };
    Rc::get_mut(tag)
}

/// What parts listen to.
#[derive(Clone, Copy)]
pub enum On {
    Change,
    Click,
    DoubleClick,
    Focus,
    FocusIn,
    FocusOut,
    Input,
    KeyDown,
    PointerCancel,
    PointerDown,
    PointerLeave,
    PointerMove,
    PointerUp,
    Wheel,
}

/// The one kind of listener.
struct Ear {
    on: On,
    dispatch: Callback<Msg>,
    meaning: Box<Meaning>,
}

/// What an event means, if anything.
type Meaning = dyn Fn(&Event) -> Option<Msg>;

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
            On::PointerCancel => ListenerKind::onpointercancel,
            On::PointerDown => ListenerKind::onpointerdown,
            On::PointerLeave => ListenerKind::onpointerleave,
            On::PointerMove => ListenerKind::onpointermove,
            On::PointerUp => ListenerKind::onpointerup,
            On::Wheel => ListenerKind::onwheel,
        }
    }

    fn handle(&self, event: Event) {
        if let Some(msg) = (self.meaning)(&event) {
            self.dispatch.emit(msg);
        }
    }

    fn passive(&self) -> bool {
        false
    }
}

/// A listener for events of which some mean something.
pub fn listener(
    on: On,
    dispatch: &Callback<Msg>,
    meaning: impl Fn(&Event) -> Option<Msg> + 'static,
) -> Rc<dyn Listener> {
    ear(on, dispatch, Box::new(meaning))
}

#[inline(never)]
fn ear(on: On, dispatch: &Callback<Msg>, meaning: Box<Meaning>) -> Rc<dyn Listener> {
    Rc::new(Ear { on, dispatch: dispatch.clone(), meaning })
}
