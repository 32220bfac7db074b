//! How nodes are made: `node!` for an element, functions for all else. One piece of code makes them all: code that makes a
//! node where it stands takes some 300 bytes a node, and nodes were most of what the widget weighed.

use super::{Attribute, Element, Hears, Html, Kind, On, Shared};
use crate::message::{Messages, Phrase};
use std::rc::Rc;

/// An element in the making. Each step is a call of its own, which takes the least code.
pub struct Making {
    kind: &'static Kind,
    values: Vec<Option<Attribute>>,
    content: Vec<Html>,
}

impl Making {
    /// Of an element with its fixed attributes.
    #[inline(never)]
    pub fn of(kind: &'static Kind) -> Self {
        let fixed = kind.fixed.iter().map(|&value| Some(Attribute::Static(value)));
        Self { kind, values: fixed.collect(), content: Vec::new() }
    }

    /// The value of the next attribute that is not fixed.
    #[inline(never)]
    fn put(&mut self, value: Option<Attribute>) {
        self.values.push(value);
    }

    /// A node within it, after those that are there.
    #[inline(never)]
    pub fn add(&mut self, node: Html) {
        self.content.push(node);
    }

    /// The element.
    #[inline(never)]
    pub fn made(self) -> Html {
        element(self.kind, self.values, self.content)
    }
}

/// What an attribute may be set to. It is there if it has a value.
pub trait Value {
    /// Makes it the value of the next attribute.
    fn put(self, making: &mut Making);
}

impl Value for &'static str {
    #[inline(never)]
    fn put(self, making: &mut Making) {
        making.put(Some(Attribute::Static(self)));
    }
}

impl Value for Option<&'static str> {
    #[inline(never)]
    fn put(self, making: &mut Making) {
        making.put(self.map(Attribute::Static));
    }
}

impl Value for Rc<str> {
    #[inline(never)]
    fn put(self, making: &mut Making) {
        making.put(Some(Attribute::Rc(self)));
    }
}

impl Value for &String {
    #[inline(never)]
    fn put(self, making: &mut Making) {
        making.put(Some(Attribute::Rc(self.as_str().into())));
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
        making.put(self.map(Attribute::from));
    }
}

/// A text for readers.
impl Value for (&Shared<Messages>, Phrase) {
    #[inline(never)]
    fn put(self, making: &mut Making) {
        making.put(Some(Attribute::Rc(self.0.say(self.1).into())));
    }
}

/// An element: its name, the attributes that never change, after `;` those that do, and after `=>` its content,
/// one node or several in brackets. What tells elements apart for the stylesheet is a class where it never
/// changes, else a `data-` attribute.
#[macro_export]
macro_rules! node {
    ($name:literal $(, $key:literal = $fixed:literal)* $(; $($open:literal = $value:expr),+)?
        $(=> [$($child:expr),* $(,)?])?) => {{
        const KIND: &$crate::markup::Kind = &$crate::markup::Kind {
            name: $name,
            keys: &[$($key,)* $($($open),+)?],
            fixed: &[$($fixed),*],
        };
        // Some have nothing but fixed attributes.
        #[allow(unused_mut)]
        let mut making = $crate::markup::Making::of(KIND);
        $($($crate::markup::Value::put($value, &mut making);)+)?
        $($(making.add($child);)*)?
        making.made()
    }};
    ($name:literal $(, $key:literal = $fixed:literal)* $(; $($open:literal = $value:expr),+)? => $child:expr) => {
        $crate::markup::node!($name $(, $key = $fixed)* $(; $($open = $value),+)? => [$child])
    };
}
/// Several nodes in a row.
macro_rules! nodes {
    ($($node:expr),* $(,)?) => {{
        let mut nodes = Vec::new();
        $($crate::markup::add(&mut nodes, $node);)*
        $crate::markup::list(nodes)
    }};
}
pub(crate) use nodes;

/// One more of several nodes.
#[inline(never)]
pub fn add(nodes: &mut Vec<Html>, node: Html) {
    nodes.push(node);
}

/// A node for each.
pub fn each<T>(items: &[T], draw: &dyn Fn(&T) -> Html) -> Html {
    list(items.iter().map(draw).collect())
}

/// A node if there is something to draw.
pub fn some<T>(item: Option<T>, draw: impl FnOnce(T) -> Html) -> Html {
    item.map_or_else(nothing, draw)
}

/// A text for readers.
#[inline(never)]
pub fn said(messages: &Messages, phrase: Phrase) -> Html {
    text(messages.say(phrase))
}

/// An element; `values` are those of its attributes.
fn element(kind: &'static Kind, values: Vec<Option<Attribute>>, content: Vec<Html>) -> Html {
    Html::Element(Box::new(Element {
        kind,
        values,
        #[cfg(not(target_arch = "wasm32"))]
        written: Vec::new(),
        key: None,
        value: None,
        ticked: None,
        hears: Vec::new(),
        content,
    }))
}

/// Several nodes.
#[inline(never)]
pub fn list(nodes: Vec<Html>) -> Html {
    Html::List(nodes)
}

/// The place of a node that is not there.
pub fn nothing() -> Html {
    Html::Nothing
}

/// A text.
#[inline(never)]
pub fn text(text: &str) -> Html {
    Html::Text(text.into())
}

/// A text that others have, too.
pub fn shared(text: &Rc<str>) -> Html {
    Html::Text(Rc::clone(text))
}

/// The element, known among its neighbours by a key.
#[inline(never)]
pub fn keyed(key: &str, mut element: Html) -> Html {
    if let Html::Element(element) = &mut element {
        element.key = Some(key.into());
    }
    element
}

/// The field with a text in it.
#[inline(never)]
pub fn filled(value: Option<String>, mut field: Html) -> Html {
    if let Html::Element(field) = &mut field {
        field.value = value;
    }
    field
}

/// The box, ticked or not.
#[inline(never)]
pub fn ticked(is: bool, mut field: Html) -> Html {
    if let Html::Element(field) = &mut field {
        field.ticked = Some(is);
    }
    field
}

/// The element with what is heard of it.
#[inline(never)]
pub fn heard(hears: Vec<(On, Hears)>, mut element: Html) -> Html {
    if let Html::Element(element) = &mut element {
        element.hears = hears;
    }
    element
}
