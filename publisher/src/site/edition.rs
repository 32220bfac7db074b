//! The site in one language: what each of its pages is made of.

use super::plan::{Leaf, Plan, relative};
use super::words::{Words, words};
use policy_explorer::citation::title;
use policy_explorer::context::Context;
use policy_explorer::feed::Feed;
use policy_explorer::finding::Checked;
use policy_explorer::headline::policy_name;
use policy_explorer::markup::{Html, node};
use policy_explorer::message::Messages;
use policy_explorer::names::Names;
use policy_explorer::page::messages;
use policy_explorer::status::{Clock, Topic};
use policy_explorer::survey::{Filter, Survey};
use std::rc::Rc;

pub struct Edition<'a> {
    pub plan: &'a Plan,
    pub checked: Rc<Checked<Feed>>,
    pub lang: &'a str,
    pub messages: Rc<Messages>,
    pub names: Names,
    pub words: &'static Words,
    /// Of all measures together; of a single one, where there is no other.
    pub overall: Survey,
}

impl<'a> Edition<'a> {
    pub fn new(plan: &'a Plan, checked: &Rc<Checked<Feed>>, lang: &'a str) -> Self {
        let feed = &checked.value;
        let messages = messages(lang).expect("the widget speaks the languages of a site");
        let messages = messages.in_terms(&feed.policy.terms).map_or(messages, Rc::new);
        let topic = *Topic::all(feed).last().expect("a feed has measures");
        Self {
            plan,
            checked: Rc::clone(checked),
            lang,
            names: Names::new(feed, &messages),
            messages,
            words: words(lang).expect("the widget speaks the languages of a site"),
            overall: Survey::new(feed, topic, clock(plan), &Filter::default()),
        }
    }

    pub fn feed(&self) -> &Feed {
        &self.checked.value
    }

    /// The statuses for a topic today.
    pub fn survey(&self, topic: Topic) -> Survey {
        Survey::new(self.feed(), topic, self.clock(), &Filter::default())
    }

    pub fn clock(&self) -> Clock {
        clock(self.plan)
    }

    pub fn context<'b>(&'b self, survey: &'b Survey) -> Context<'b> {
        Context::new(self.feed(), &self.messages, &self.names, survey)
    }

    /// What the data is called.
    pub fn title(&self) -> &str {
        title(self.feed(), &self.messages)
    }

    /// What the policy is called in a few words.
    pub fn policy(&self) -> String {
        policy_name(self.feed(), &self.messages).map_or_else(|| self.title().to_owned(), |name| name.text)
    }

    /// The path of a page in this language.
    pub fn path(&self, leaf: Leaf) -> String {
        self.plan.path(self.feed(), self.lang, leaf)
    }

    /// A link from the page at `from` to another one.
    pub fn link(&self, from: &str, leaf: Leaf, content: Html) -> Html {
        node!("a"; "href" = relative(from, &self.path(leaf)) => content)
    }

    /// A text of the site with its placeholders filled.
    pub fn fill(&self, text: &str, with: &[(&str, &str)]) -> String {
        self.messages.filled(text, with)
    }
}

fn clock(plan: &Plan) -> Clock {
    Clock { date: plan.today, known: None, today: plan.today }
}
