//! Settings of Caddy, to be imported where `root` is set to the folder.

use super::{ASK, HASHED_PATTERN, HEADERS, KEEP, PLAIN, TYPES, VARY};

pub fn settings() -> String {
    let headers: String = HEADERS
        .iter()
        .map(|header| format!("    # {}\n    {} \"{}\"\n", header.reason, header.name, header.value))
        .collect();
    let types: String = TYPES
        .iter()
        .map(|(ending, kind)| {
            format!("@{ending} path *.{ending}\nheader @{ending} Content-Type \"{kind}\"\n")
        })
        .collect();
    format!(
        "# For the site that serves this folder: root * …, then import …/hosting/Caddyfile

header {{
{headers}    # Which copy is sent depends on the request; caches on the way need to know.
    Vary {VARY}
    # file_server says the last by itself, for some answers; this way it is said once, and for all.
    defer
}}

# Assets have their content's hash in their names. What is not found is not kept.
@hashed {{
    path_regexp {HASHED_PATTERN}
    file
}}
@other not path_regexp {HASHED_PATTERN}
header @hashed Cache-Control \"{KEEP}\"
header @other Cache-Control \"{ASK}\"

{types}@plain path */LICENSE*
header @plain Content-Type \"{PLAIN}\"

# The compressed copies beside the files are sent as they are; of those that a browser reads, the smallest.
file_server {{
    precompressed br zstd gzip
}}
"
    )
}
