//! What is heard of a part, as data: which event, and what it means. The browser's edge reads the events (`element::hear`);
//! natively a test reads what a press would mean.

use crate::country::Code;
use crate::model::Msg;
use crate::model::sight::Motion;
use crate::model::time::{Hand, Line};
use std::rc::Rc;

/// An event of the DOM.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// `change`
    Change,
    /// `click`
    Click,
    /// `dblclick`
    DoubleClick,
    /// `focus`
    Focus,
    /// `focusin`
    FocusIn,
    /// `focusout`
    FocusOut,
    /// `input`
    Input,
    /// `keydown`
    KeyDown,
    /// `mousedown`
    MouseDown,
    /// `pointercancel`
    PointerCancel,
    /// `pointerdown`
    PointerDown,
    /// `pointerleave`
    PointerLeave,
    /// `pointermove`
    PointerMove,
    /// `pointerup`
    PointerUp,
    /// `wheel`
    Wheel,
}

/// What an event means.
#[derive(Clone, Debug)]
pub enum Hears {
    /// This, whatever the event says.
    Means(Msg),
    /// On the map: what its pointer, wheel and keys do, while it moves so.
    Map(Motion),
    /// On the map: a press begins.
    Touch,
    /// The pointer leaves the map, to which its tooltip belongs.
    Leave,
    /// On a line of dates: what a pointer does.
    Line(Line),
    /// On a hand of the timeline: what a key does.
    Hand(Hand),
    /// In the field of a hand: the date that is typed.
    Date(Hand),
    /// In the search: the text that is typed.
    Typed,
    /// In the search: what a key does to its list.
    Keys(Rc<Listed>),
    /// In the search: the focus leaves it.
    Left,
    /// On the chart of the trend: what pointer and keys do.
    Chart(Rc<Chart>),
    /// Nothing, and the browser is to do nothing of its own.
    Still,
}

/// The list below the search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Who is in it.
    pub codes: Vec<Code>,
    /// Whether it is shown.
    pub open: bool,
    /// What the arrow keys have come to, also where that is no longer listed.
    pub active: Option<Code>,
}

impl Listed {
    /// Where in the list the arrow keys have come to.
    pub fn index(&self) -> Option<usize> {
        self.codes.iter().position(|&code| Some(code) == self.active)
    }
}

/// The chart of the trend, as pointer and keys find its years.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// From left to right; there is at least one.
    pub columns: Vec<Column>,
    /// The index of the column that is read.
    pub at: usize,
    /// The year that the reader went to, if any.
    pub read: Option<u16>,
}

impl Chart {
    /// The column at a share of the chart's width; what is beyond an end counts as the last there.
    pub fn column(&self, share: f64) -> &Column {
        self.columns.iter().find(|column| share < column.until).unwrap_or_else(|| self.go(self.columns.len()))
    }

    /// The column with that index; what is beyond the end counts as the last.
    pub fn go(&self, index: usize) -> &Column {
        &self.columns[index.min(self.columns.len() - 1)]
    }
}

/// A column of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its last year.
    pub year: u16,
    /// Where its right edge is, as a share of the chart's width.
    pub until: f64,
    /// The value of the field `date` that views it.
    pub date: String,
}
