//! What is to be done in the page when the model has changed.

use super::Store;
use crate::element::chunk;
use crate::model::layout::Asked;
use crate::model::query::Projection;
use crate::model::share::{File, Said, ShareAct};
use crate::model::{Effect, Msg};
use std::rc::Rc;

impl Store {
    pub(super) fn run(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::Load(number) => self.host.load(number),
            Effect::Fetch(chunk) => self.host.fetch(chunk.name()),
            Effect::Changed => self.host.changed(),
            Effect::Wait(run) => self.pace(run),
            Effect::Speak(tag) => self.host.speak(&tag),
            Effect::Link(text, entry) => self.host.link(&text, entry as u32),
            Effect::Ready => self.ready.set(true),
            Effect::Error { code, message, recoverable } => {
                let detail = crate::element::object(&[
                    ("code", code.into()),
                    ("message", message.into()),
                    ("recoverable", recoverable.into()),
                ]);
                self.host.emit("error", &detail);
            }
            Effect::Ignored(ignored) => {
                self.host.warn(&format!("{}=\"{}\" is ignored", ignored.field.name(), ignored.value));
            }
            Effect::Findings => self.host.findings(),
            Effect::Focus(target) => self.focus.set(Some(target)),
            Effect::Tick(0) => self.tick_with_frame(),
            Effect::Tick(wait) => self.tick_after(wait),
            Effect::Detail => self.host.detail(),
            Effect::Project(projection) => self.project(projection),
            Effect::Tell => self.host.tell(),
            Effect::Copy(piece) => self.host.copy(piece),
            Effect::Save(file) => self.save(file),
            Effect::Hear => self.host.hear(chunk::tones(&self.model.borrow())),
            Effect::Hush => self.host.hear(None),
        }
    }

    /// Lays the world out.
    fn project(self: &Rc<Self>, projection: Projection) {
        let asked = Asked::by(&self.model.borrow(), projection);
        if let Some(world) = chunk::world(asked) {
            self.dispatch(Msg::Projected(Rc::new(world)));
        }
    }

    /// Hands a file over to the page.
    fn save(self: &Rc<Self>, file: File) {
        let parcel = chunk::parcel(&self.model.borrow(), file);
        match parcel {
            Some(parcel) => self.host.save(&parcel),
            None => self.dispatch(Msg::Share(ShareAct::Said(Said::Missed))),
        }
    }
}
