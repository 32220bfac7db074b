//! The files of phrases: lines of text, in an encoding that takes a byte a letter where the language has one. Arabic
//! so takes a sixteenth less after compression.

use anyhow::{Context, Result};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1256};
use policy_explorer::message;

/// Those with a byte a letter, of which the first that has all letters is taken. Browsers read them all (Encoding
/// Standard, 9).
const SHORT: [&Encoding; 5] = [WINDOWS_1252, WINDOWS_1256, WINDOWS_1251, WINDOWS_1250, WINDOWS_1253];

/// The phrases of a language as files.
pub struct Files {
    /// The name of the encoding.
    pub encoding: &'static str,
    /// What the first map may say.
    pub first: Vec<u8>,
    /// What the parts say that come later.
    pub later: Vec<u8>,
}

/// The files of one of the widget's languages.
pub fn files(language: &str) -> Result<Files> {
    let parts = message::pack_parts(language).with_context(|| format!("no phrases in {language}"))?;
    let parts = parts.map(|lines| lines.join("\n"));
    let has_all = |encoding: &&&'static Encoding| parts.iter().all(|part| !encoding.encode(part).2);
    let encoding = SHORT.iter().find(has_all).copied().unwrap_or(UTF_8);
    let [first, later] = parts.each_ref().map(|part| encoding.encode(part).0.into_owned());
    Ok(Files { encoding: encoding.name(), first, later })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back_whole() {
        for language in message::LANGUAGES {
            let files = files(language).expect("it is in the list");
            let encoding = Encoding::for_label(files.encoding.as_bytes()).expect("a name of the standard");
            let read = [&files.first, &files.later].map(|bytes| encoding.decode(bytes).0);
            assert_eq!(Some(read.join("\n")), message::pack(language), "{language}");
        }
    }
}
