//! Many files made at once, on all cores.

use std::num::NonZero;
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
