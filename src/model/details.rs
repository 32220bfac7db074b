//! The details of the open profile's country, where the feed keeps them in files of their own. They are fetched when the
//! profile opens, and anew when a newer feed is there.

use crate::country::Code;
use crate::feed::Feed;
use crate::feed::details::Fetched;
use crate::finding::Checked;
use std::rc::Rc;

/// Something about the details.
#[derive(Clone, Debug)]
pub enum DetailsAct {
    /// The profile may lack them.
    Fetch,
    /// The reader asks for them again.
    Again,
    /// The request of this number has brought a feed, or none.
    Came(u32, Option<Rc<Checked<Feed>>>),
}

/// What was asked for, and what has come of it.
#[derive(Clone, Debug, Default)]
pub struct Details {
    /// The number of the last request: answers to earlier ones are dropped.
    pub(super) number: u32,
    /// The country that was asked for since the feed has loaded.
    pub(super) of: Option<Code>,
    /// What has come.
    pub(super) fetched: Fetched,
}
