//! Makes the pages, and what lies beside them, and writes each as it is made.

use super::edition::Edition;
use super::out::Out;
use super::plan::{Leaf, Plan};
use super::{changes, country, data, embed, feeds, front, head, measure, missing, page, picture, sitemap};
use crate::load::Loaded;
use crate::spread::spread;
use policy_explorer::feed::{Feed, read};
use policy_explorer::page::ICON;
use serde_json::Value;
use std::rc::Rc;

/// Every page in every language, those of a language together.
pub fn jobs<'a>(languages: &'a [String], feed: &Feed) -> Vec<(&'a str, Leaf)> {
    languages.iter().flat_map(|lang| Leaf::all(feed).map(move |leaf| (lang.as_str(), leaf))).collect()
}

/// Makes all pages, and writes each as it is made.
pub fn pages(plan: &Plan, loaded: &Loaded, (jobs, out): (&[(&str, Leaf)], &Out)) -> Result<(), String> {
    spread(jobs, |jobs| {
        // What is read is not shared between threads.
        let checked = Rc::new(read(&loaded.document).expect("it was read before"));
        let mut edition: Option<Edition<'_>> = None;
        for (lang, leaf) in jobs {
            let edition = match edition.take().filter(|edition| edition.lang == *lang) {
                Some(same) => edition.insert(same),
                None => edition.insert(Edition::new(plan, &checked, lang)),
            };
            one(edition, *leaf, (&loaded.document, out))?;
        }
        Ok(())
    })
}

/// Makes a page; beside the front page the data of its language, beside the changes their feeds, and what each has for other sites.
fn one(edition: &Edition<'_>, leaf: Leaf, (document, out): (&Value, &Out)) -> Result<(), String> {
    let page = match leaf {
        Leaf::Front => front::page(edition),
        Leaf::Changes => changes::page(edition),
        Leaf::Country(member) => country::page(edition, member),
        Leaf::Measure(measure) => measure::page(edition, measure),
    };
    out.put(&edition.path(leaf), page::write(edition, page).as_bytes())?;
    match leaf {
        Leaf::Front => data::write(edition, document, out)?,
        Leaf::Changes => put(out, &feeds::files(edition, document)?)?,
        Leaf::Country(_) | Leaf::Measure(_) => {}
    }
    put(out, &embed::files(edition, leaf))?;
    match &edition.plan.painter {
        Some(painter) if leaf != Leaf::Changes => {
            out.put(&picture::path(edition, leaf), &picture::png(edition, painter, leaf)?)
        }
        _ => Ok(()),
    }
}

fn put(out: &Out, files: &[(String, Vec<u8>)]) -> Result<(), String> {
    files.iter().try_for_each(|(path, bytes)| out.put(path, bytes))
}

/// What there is once: the icon, the page for addresses that lead nowhere, the list of pages, and where robots find it.
pub fn whole(plan: &Plan, feed: &Feed, out: &Out) -> Result<(), String> {
    out.put(head::ICON, ICON)?;
    out.offer("404.html", missing::page(plan, feed).as_bytes())?;
    if plan.url.is_some() {
        let files = sitemap::files(plan, feed).map_err(|error| error.to_string())?;
        put(out, &files)?;
    }
    match plan.absolute(sitemap::SITEMAP) {
        // Robots look at the root of a host alone.
        Some(address) if address.matches('/').count() == 3 => {
            out.offer("robots.txt", format!("Sitemap: {address}\n").as_bytes())
        }
        _ => Ok(()),
    }
}
