//! Many files made at once, on all cores.

use policy_explorer::feed::{Feed, read};
use policy_explorer::finding::Checked;
use policy_explorer::message::LANGUAGES;
use policy_explorer::status::Topic;
use serde_json::Value;
use std::num::NonZero;
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Does each job once. `work` runs on each core, with as many of the jobs as it gets to: what it makes before the first, it has
/// for all of them.
///
/// # Errors
/// In words, the first that a core ends with.
pub fn spread<'a, J: Sync>(
    jobs: &'a [J],
    work: impl Fn(&mut dyn Iterator<Item = &'a J>) -> Result<(), String> + Sync,
) -> Result<(), String> {
    let next = AtomicUsize::new(0);
    let run = || work(&mut std::iter::from_fn(|| jobs.get(next.fetch_add(1, Ordering::Relaxed))));
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..cores.min(jobs.len())).map(|_| scope.spawn(run)).collect();
        threads.into_iter().try_for_each(|thread| {
            thread.join().unwrap_or_else(|_| Err("a file could not be made".to_owned()))
        })
    })
}

/// Makes each map of a feed, which was read from this document: for each language of the widget and each value of the field `measure`.
/// Returns how many there are.
///
/// # Errors
/// In words, the first that a core ends with.
pub fn maps(
    (feed, document): (&Feed, &Value),
    make: impl Fn(&Rc<Checked<Feed>>, &str, &str) -> Result<(), String> + Sync,
) -> Result<usize, String> {
    let topics = Topic::all(feed);
    let jobs: Vec<_> =
        LANGUAGES.iter().flat_map(|lang| topics.iter().map(move |topic| (*lang, *topic))).collect();
    spread(&jobs, |jobs| {
        // What is read is not shared between threads.
        let feed = Rc::new(read(document).expect("it was read before"));
        for (lang, topic) in jobs {
            make(&feed, lang, topic.id(&feed.value))?;
        }
        Ok(())
    })?;
    Ok(jobs.len())
}
