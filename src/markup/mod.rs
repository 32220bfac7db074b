//! What parts are made of: elements, texts, and what is heard of them, as data. The browser draws them (`element::dom`,
//! `element::drawing`); `html` and `svg` write them as text.

use std::any::Any;
use std::ops::Deref;
use std::rc::Rc;

pub mod hears;
pub mod html;
mod making;
pub mod svg;
mod write;

pub use crate::node;
pub use hears::{Hears, On};
pub(crate) use making::nodes;
pub use making::{
    Making, Value, add, each, filled, heard, keyed, list, nothing, said, shared, some, text, ticked,
};

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
    /// Attributes that only a page made natively has.
    #[cfg(not(target_arch = "wasm32"))]
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
    /// Name and value of each attribute that it has.
    pub fn attributes(&self) -> impl Iterator<Item = (&'static str, &Attribute)> {
        let own = self.kind.keys.iter().zip(&self.values);
        let all = own.filter_map(|(&name, value)| Some((name, value.as_ref()?)));
        #[cfg(not(target_arch = "wasm32"))]
        let all = all.chain(self.written.iter().map(|(name, value)| (*name, value)));
        all
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

/// What never changes of an element: a constant, so that little code makes it.
pub struct Kind {
    /// As its tag is called.
    pub name: &'static str,
    /// The names of all its attributes.
    pub keys: &'static [&'static str],
    /// The values of the first of them.
    pub fixed: &'static [&'static str],
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
