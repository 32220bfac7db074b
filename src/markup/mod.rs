//! What parts are made of: elements, texts, and what is heard of them, as data. The browser draws them (`element::dom`), and
//! `html` and `svg` write them as text. What never changes of an element is a constant, and one piece of code makes them all: code
//! that makes a node where it stands takes some 300 bytes a node, and nodes were most of what the widget weighed.

use crate::message::{Messages, Phrase};
use std::any::Any;
use std::ops::Deref;
use std::rc::Rc;

pub mod hears;
pub mod html;
pub mod svg;
mod write;

pub use hears::{Hears, On};

/// A node, or several in a row.
#[derive(Clone, Default)]
pub enum Html {
    /// A node that is not there.
    #[default]
    Nothing,
    /// A text.
    Text(Rc<str>),
    /// Several nodes in a row.
    List(Vec<Html>),
    /// An element.
    Element(Box<Element>),
    /// What is drawn as a whole, known among its neighbours by a key.
    Apart(&'static str, Rc<dyn Drawn>),
}

/// An element with what is in it.
#[derive(Clone)]
pub struct Element {
    /// What never changes of it.
    pub kind: &'static Kind,
    /// The values of its attributes.
    pub values: Vec<Option<Attribute>>,
    /// Attributes that are only written as text.
    pub written: Vec<(&'static str, Attribute)>,
    /// What it is known by among its neighbours.
    pub key: Option<Rc<str>>,
    /// The text of a field.
    pub value: Option<String>,
    /// Whether a box is ticked.
    pub ticked: Option<bool>,
    /// What is heard of it.
    pub hears: Vec<(On, Hears)>,
    /// What is in it.
    pub content: Vec<Html>,
}

impl Element {
    /// Name and value of each attribute that its part gave it.
    pub fn own(&self) -> impl Iterator<Item = (&'static str, &Attribute)> {
        let own = self.kind.keys.iter().zip(&self.values);
        own.filter_map(|(&name, value)| Some((name, value.as_ref()?)))
    }

    /// The same, with those that are only written as text.
    pub fn attributes(&self) -> impl Iterator<Item = (&'static str, &Attribute)> {
        self.own().chain(self.written.iter().map(|(name, value)| (*name, value)))
    }

    /// The value of an attribute, if it has it.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes().find(|attribute| attribute.0 == name).map(|attribute| attribute.1.as_str())
    }
}

/// The value of an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attribute {
    /// One that never changes.
    Static(&'static str),
    /// A text made for it.
    Rc(Rc<str>),
}

impl Attribute {
    /// Its text.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Static(text) => text,
            Self::Rc(text) => text,
        }
    }
}

impl From<String> for Attribute {
    fn from(text: String) -> Self {
        Self::Rc(text.into())
    }
}

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

/// What never changes of an element.
pub struct Kind {
    /// As its tag is called.
    pub name: &'static str,
    /// The names of all its attributes.
    pub keys: &'static [&'static str],
    /// The values of the first of them.
    pub fixed: &'static [&'static str],
}

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
    /// Makes it the value of the next attribute.
    fn put(self, making: &mut Making) {
        making.put(Some(Attribute::Static(self)));
    }
}

impl Value for Option<&'static str> {
    #[inline(never)]
    /// Makes it the value of the next attribute.
    fn put(self, making: &mut Making) {
        making.put(self.map(Attribute::Static));
    }
}

impl Value for Rc<str> {
    #[inline(never)]
    /// Makes it the value of the next attribute.
    fn put(self, making: &mut Making) {
        making.put(Some(Attribute::Rc(self)));
    }
}

impl Value for &String {
    #[inline(never)]
    /// Makes it the value of the next attribute.
    fn put(self, making: &mut Making) {
        making.put(Some(Attribute::Rc(self.as_str().into())));
    }
}

impl Value for String {
    #[inline(never)]
    /// Makes it the value of the next attribute.
    fn put(self, making: &mut Making) {
        making.put(Some(self.into()));
    }
}

impl Value for Option<String> {
    #[inline(never)]
    /// Makes it the value of the next attribute.
    fn put(self, making: &mut Making) {
        making.put(self.map(Attribute::from));
    }
}

/// A text for readers.
impl Value for (&Shared<Messages>, Phrase) {
    #[inline(never)]
    /// Makes it the value of the next attribute.
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
pub use crate::node;

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

/// What is drawn as a whole, and again only when it is another one than it was.
pub trait Drawn {
    /// Its nodes.
    fn nodes(&self) -> Html;
    /// Whether another one shows the same.
    fn shows(&self, other: &dyn Drawn) -> bool;
    /// For `shows`.
    fn any(&self) -> &dyn Any;
}

/// An element; `values` are those of its attributes.
fn element(kind: &'static Kind, values: Vec<Option<Attribute>>, content: Vec<Html>) -> Html {
    Html::Element(Box::new(Element {
        kind,
        values,
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
