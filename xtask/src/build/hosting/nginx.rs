//! Settings of nginx, to be included in a `server` or a `location`.

use super::{ASK, HASHED_PATTERN, Header, KEEP, PLAIN, TYPES, VARY, headers};

/// A file of its own: without the module, nginx does not start with it.
pub const BROTLI: &str = "\
# Include this beside nginx.conf if your nginx has the module ngx_brotli
# (Debian and Ubuntu: libnginx-mod-http-brotli-static).
brotli_static on;
";

pub fn settings() -> String {
    let types: String = TYPES.iter().map(|(ending, kind)| format!("    \"{kind}\" {ending};\n")).collect();
    let headers = headers(|Header { name, value, .. }| format!("add_header {name} \"{value}\" always;"));
    format!(
        "# For the `server` or `location` that serves this folder: include …/hosting/nginx.conf;

types {{
{types}}}
default_type \"{PLAIN}\";

# The compressed copies beside the files are sent as they are, also to caches on the way.
gzip_static on;
gzip_proxied any;
add_header Vary {VARY};

# Assets have their content's hash in their names. What is not found is not kept: no `always` here.
set $policy_explorer_cache \"{ASK}\";
if ($uri ~ \"{HASHED_PATTERN}\") {{
    set $policy_explorer_cache \"{KEEP}\";
}}
add_header Cache-Control $policy_explorer_cache;

{headers}"
    )
}
