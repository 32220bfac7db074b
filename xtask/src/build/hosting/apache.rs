//! Settings of Apache, to be copied as `.htaccess` into the folder. Not shipped under that name: a host that does not
//! allow it would answer nothing but errors.

use super::{ASK, HASHED_PATTERN, Header, KEEP, PLAIN, TYPES, VARY, headers};

pub fn settings() -> String {
    let types: String =
        TYPES.iter().map(|(ending, kind)| format!("AddType \"{kind}\" .{ending}\n")).collect();
    let headers = headers(|Header { name, value, .. }| format!("Header always set {name} \"{value}\""));
    format!(
        "# Copy this as .htaccess into this folder. It needs the modules headers and rewrite.

{types}<Files \"LICENSE*\">
    ForceType \"{PLAIN}\"
</Files>

# The compressed copies beside the files are sent as they are. The endings mean nothing else here.
RemoveType .br .gz .zst
RemoveLanguage .br
AddEncoding br .br
AddEncoding gzip .gz
AddEncoding zstd .zst
RewriteEngine On
{copies}Header set Vary {VARY}

# Assets have their content's hash in their names. What is not found is not kept: no `always` here.
Header set Cache-Control \"{ASK}\"
<If \"%{{REQUEST_URI}} =~ m#{HASHED_PATTERN}#\">
    Header set Cache-Control \"{KEEP}\"
</If>

{headers}",
        copies = copies()
    )
}

/// The first of the copies that the browser takes and that is there.
fn copies() -> String {
    let copy = |(coding, ending): (&str, &str)| {
        format!(
            "RewriteCond %{{HTTP:Accept-Encoding}} \\b{coding}\\b
RewriteCond %{{REQUEST_FILENAME}}.{ending} -f
RewriteRule ^(.+)$ $1.{ending} [L]
"
        )
    };
    [("br", "br"), ("zstd", "zst"), ("gzip", "gz")].map(copy).concat()
}
