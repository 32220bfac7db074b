//! Which processes there are, as Linux tells it in `/proc`. Where there is no such folder, nothing is known.

use std::path::Path;

/// All that a process has started, and what those have.
pub fn below(ancestor: u32) -> Vec<u32> {
    let all: Vec<(u32, u32)> = ids().filter_map(|id| Some((id, parent(id)?))).collect();
    let mut found = vec![ancestor];
    let mut at = 0;
    while let Some(&parent) = found.get(at) {
        found.extend(all.iter().filter(|(_, of)| *of == parent).map(|(id, _)| id));
        at += 1;
    }
    found.split_off(1)
}

/// The one among `later` that one of `earlier` has started; where that is a shell, which waits for a program, the program.
pub fn started(earlier: &[u32], later: &[u32]) -> Option<u32> {
    let of = |all: &[u32]| {
        let is_new = |id: &&u32| !earlier.contains(id) && !all.contains(id);
        later
            .iter()
            .filter(is_new)
            .find(|id| parent(**id).is_some_and(|parent| all.contains(&parent)))
            .copied()
    };
    let mut found = of(earlier)?;
    while name(found).is_some_and(|name| name.ends_with("sh")) {
        found = of(&[found])?;
    }
    Some(found)
}

/// Whether it has not ended.
pub fn lives(id: u32) -> bool {
    stat(id).is_some_and(|(state, _)| !matches!(state, 'Z' | 'X'))
}

fn parent(id: u32) -> Option<u32> {
    stat(id).map(|(_, parent)| parent)
}

fn ids() -> impl Iterator<Item = u32> {
    let names = std::fs::read_dir("/proc").into_iter().flatten().flatten().map(|entry| entry.file_name());
    names.filter_map(|name| name.to_str()?.parse().ok())
}

/// The name of its program's file; of a script's, that is the shell's.
fn name(id: u32) -> Option<String> {
    let file = std::fs::read_link(Path::new("/proc").join(id.to_string()).join("exe")).ok()?;
    Some(file.file_name()?.to_string_lossy().into_owned())
}

/// State and parent.
fn stat(id: u32) -> Option<(char, u32)> {
    let text = std::fs::read_to_string(Path::new("/proc").join(id.to_string()).join("stat")).ok()?;
    // The name of the program, in brackets, may have spaces and brackets itself.
    let mut words = text.rsplit_once(')')?.1.split_whitespace();
    Some((words.next()?.chars().next()?, words.next()?.parse().ok()?))
}
