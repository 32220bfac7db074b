//! Whatever the bytes, the importer ends with a report: it writes a feed, asks, or refuses the file.

use crate::run::{BASE, TABLES, import, scratch};
use proptest::prelude::*;

/// The given files, to be spoiled.
fn given() -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(format!("{TABLES}/given"))
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be read"));
    let mut files: Vec<_> = entries
        .map(|entry| {
            (
                entry.file_name().into_string().expect("a plain name"),
                std::fs::read(entry.path()).expect("it can be read"),
            )
        })
        .filter(|(_, bytes)| bytes.len() < 12_000)
        .collect();
    files.sort();
    files
}

fn check(name: &str, bytes: &[u8]) {
    let file = scratch(name);
    std::fs::write(&file, bytes).expect("the folder takes it");
    let ran = import(&[&file], &[], BASE);
    std::fs::remove_file(&file).expect("it is there");
    assert!(matches!(ran.status, Some(0..=2)), "{name}: {:?}", ran.status);
    assert_eq!(ran.feed.is_some(), ran.status == Some(0), "{name}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    #[test]
    fn any_bytes_end_in_a_report(bytes in proptest::collection::vec(any::<u8>(), 0..400), name in "\\.(csv|xlsx|ods|txt)") {
        check(&name, &bytes);
    }

    #[test]
    fn any_text_ends_in_a_report(text in "(Country|Pays|Status|Date|[,;\t\n\"'=]|2014|France|\\PC){0,60}") {
        check(".csv", text.as_bytes());
    }

    #[test]
    fn spoiled_files_end_in_a_report(
        pick in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
        cut in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let files = given();
        let (name, bytes) = pick.get(&files);
        let mut bytes = bytes.clone();
        let position = at.index(bytes.len());
        bytes[position] = byte;
        if is_cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        check(name, &bytes);
    }
}
