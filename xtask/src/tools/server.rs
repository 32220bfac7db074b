//! The servers for which `dist/` has settings, so that a test can ask them. What cannot be had is left out, and its tests
//! are skipped.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::browser::Programs;
use super::program;
use super::system::{self, Package};
use crate::place;

/// Where the programs are, by the variables that the tests know.
pub fn ensure() -> Programs {
    let mut found = Programs::new();
    for server in [nginx, caddy, apache] {
        match server() {
            Ok(programs) => found.extend(programs),
            Err(error) => eprintln!("its tests are skipped: {error:#}"),
        }
    }
    found
}

fn nginx() -> Result<Programs> {
    let own = place::target()?.join("servers/nginx");
    let modules = |root: &Path| root.join("usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
    let known = |root: &Path| {
        let installed = program("NGINX", &["nginx"]).or_else(|| exists("/usr/sbin/nginx".into()));
        let program = installed.or_else(|| exists(root.join("usr/sbin/nginx")))?;
        let brotli = exists(modules(Path::new("/"))).or_else(|| exists(modules(root)));
        Some(
            [Some(("NGINX", program)), brotli.map(|path| ("NGINX_BROTLI", path))]
                .into_iter()
                .flatten()
                .collect(),
        )
    };
    find(|| known(&own), || system::unpack(&["nginx", "libnginx-mod-http-brotli-static"], &own))
}

fn caddy() -> Result<Programs> {
    let own = place::target()?.join("servers/caddy");
    let known = || {
        let program = program("CADDY", &["caddy"]).or_else(|| exists(own.join("usr/bin/caddy")))?;
        Some(vec![("CADDY", program)])
    };
    find(known, || system::unpack(&["caddy"], &own))
}

/// The package with the program alone, which starts nothing.
fn apache() -> Result<Programs> {
    let known = || {
        let program =
            program("APACHE", &["apache2", "httpd"]).or_else(|| exists("/usr/sbin/apache2".into()))?;
        let folders = ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/lib/httpd/modules"];
        let modules = folders.into_iter().find_map(|folder| exists(folder.into()))?;
        Some(vec![("APACHE", program), ("APACHE_MODULES", modules)])
    };
    let package = Package {
        what: "Apache",
        apt: &["apache2-bin"],
        dnf: &["httpd"],
        pacman: &["apache"],
        brew: &["httpd"],
    };
    find(known, || system::install(&package))
}

fn find(known: impl Fn() -> Option<Programs>, install: impl FnOnce() -> Result<()>) -> Result<Programs> {
    if let Some(found) = known() {
        return Ok(found);
    }
    install()?;
    known().ok_or_else(|| anyhow::anyhow!("it was installed, and is not where it should be"))
}

fn exists(path: PathBuf) -> Option<PathBuf> {
    path.exists().then_some(path)
}
