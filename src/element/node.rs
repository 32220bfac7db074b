//! What parts are made of: elements, texts, and listeners to them. `html!` writes out the code of every node where
//! it stands, some 300 bytes of it, and nodes were most of what the widget weighed. Here what never changes of a
//! node is a constant, and one piece of code makes them all.

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

/// The value of an attribute, which is there if it has one.
pub struct Value(Option<AttrValue>);

impl From<&'static str> for Value {
    fn from(word: &'static str) -> Self {
        Self(Some(AttrValue::Static(word)))
    }
}

impl From<Option<&'static str>> for Value {
    fn from(word: Option<&'static str>) -> Self {
        Self(word.map(AttrValue::Static))
    }
}

impl From<String> for Value {
    #[inline(never)]
    fn from(text: String) -> Self {
        Self(Some(text.into()))
    }
}

impl From<&String> for Value {
    #[inline(never)]
    fn from(text: &String) -> Self {
        Self(Some(AttrValue::Rc(text.as_str().into())))
    }
}

impl From<Rc<str>> for Value {
    fn from(text: Rc<str>) -> Self {
        Self(Some(AttrValue::Rc(text)))
    }
}

impl From<Option<String>> for Value {
    #[inline(never)]
    fn from(text: Option<String>) -> Self {
        Self(text.map(AttrValue::from))
    }
}

impl Value {
    /// A text for readers.
    #[inline(never)]
    pub fn said(messages: &Messages, phrase: Phrase) -> Self {
        Self(Some(AttrValue::Rc(messages.say(phrase).into())))
    }
}

/// An element: its name, the attributes that never change, after `;` those that do, and after `=>` its content,
/// one node or several in brackets. What tells elements apart for the stylesheet is a class where it never
/// changes, else a `data-` attribute.
macro_rules! node {
    ($name:literal $(, $key:literal = $fixed:literal)* $(; $($open:literal = $value:expr),+)?) => {
        $crate::element::node::node!($name $(, $key = $fixed)* $(; $($open = $value),+)? => [])
    };
    ($name:literal $(, $key:literal = $fixed:literal)* $(; $($open:literal = $value:expr),+)?
        => [$($child:expr),* $(,)?]) => {
        $crate::element::node::node!(
            $name $(, $key = $fixed)* $(; $($open = $value),+)? => $crate::element::node::list(vec![$($child),*])
        )
    };
    ($name:literal $(, $key:literal = $fixed:literal)* $(; $($open:literal = $value:expr),+)?
        => $content:expr) => {
        $crate::element::node::made(
            &$crate::element::node::Kind {
                name: $name,
                keys: &[$($key,)* $($($open),+)?],
                fixed: &[$($fixed),*],
            },
            Box::new([$($($crate::element::node::Value::from($value)),+)?]),
            $content,
        )
    };
}
pub(crate) use node;

/// The element of a kind; `values` are those of its attributes that are not fixed.
#[inline(never)]
pub fn made(kind: &'static Kind, values: Box<[Value]>, content: Html) -> Html {
    let fixed = kind.fixed.iter().map(|&value| Some(AttributeOrProperty::Static(value)));
    let open = values.into_iter().map(|value| value.0.map(AttributeOrProperty::Attribute));
    let mut tag = VTag::new(kind.name);
    tag.set_attributes(Attributes::Dynamic { keys: kind.keys, values: fixed.chain(open).collect() });
    if let Some(children) = tag.children_mut() {
        *children = content;
    }
    tag.into()
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
