//! What a host sends of `dist/`, with the settings that are shipped in it: asked of the real servers, and read from
//! `_headers` as static hosts read it. Needs no browser, but the build that the browsers' tests have.

use std::collections::BTreeMap;
use std::io::Read;

use crate::harness::ability::skip;
use crate::harness::server::{self, Server};
use crate::harness::site::{asset, dist};

const KEEP: &str = "public, max-age=31536000, immutable";

/// A file of each kind: its path, type, and how long it is kept.
fn files() -> Vec<(String, &'static str, &'static str)> {
    let shipped = [
        ("index.html", "text/html; charset=utf-8"),
        ("embed.html", "text/html; charset=utf-8"),
        ("index.css", "text/css; charset=utf-8"),
        ("policy-explorer.js", "text/javascript; charset=utf-8"),
        ("embed.js", "text/javascript; charset=utf-8"),
        ("frame.js", "text/javascript; charset=utf-8"),
        ("feed.json", "application/json; charset=utf-8"),
        ("feed.schema.json", "application/json; charset=utf-8"),
        ("icon.svg", "image/svg+xml; charset=utf-8"),
        ("LICENSE", "text/plain; charset=utf-8"),
    ];
    let hashed = [
        ("policy-explorer-", "application/wasm"),
        ("world-", "application/octet-stream"),
        ("later-", "application/json; charset=utf-8"),
        ("messages-ar-later-", "text/plain"),
        ("picture-", "text/css; charset=utf-8"),
    ];
    let shipped = shipped.map(|(name, kind)| (format!("/{name}"), kind, "no-cache"));
    shipped.into_iter().chain(hashed.map(|(stem, kind)| (asset(stem), kind, KEEP))).collect()
}

/// What browsers and others say that they can read, with what each server may answer.
const ACCEPTED: [(Option<&str>, &[&str]); 6] = [
    (None, &[]),
    (Some("identity"), &[]),
    (Some("gzip"), &["gzip"]),
    (Some("gzip, deflate, br"), &["gzip", "br"]),
    (Some("gzip, deflate, br, zstd"), &["gzip", "br", "zstd"]),
    (Some("br"), &["br"]),
];

fn decoded(coding: &str, bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    match coding {
        "identity" => return bytes.to_vec(),
        "br" => brotli::BrotliDecompress(&mut &bytes[..], &mut plain).map(drop),
        "gzip" => flate2::read::GzDecoder::new(bytes).read_to_end(&mut plain).map(drop),
        "zstd" => zstd::stream::copy_decode(bytes, &mut plain),
        other => panic!("nobody asked for {other}"),
    }
    .unwrap_or_else(|error| panic!("{coding}: {error}"));
    plain
}

/// Whether the build has a copy in this coding.
fn has_copy(path: &str, coding: &str) -> bool {
    let ending = match coding {
        "gzip" => "gz",
        "zstd" => "zst",
        other => other,
    };
    dist().join(format!("{}.{ending}", &path[1..])).exists()
}

/// Asks for each kind of file with each of `ACCEPTED` below `folder`; `codings` are those that the server knows.
fn check(server: &Server, folder: &str, codings: &[&str]) {
    for (path, kind, cache) in files() {
        let bytes = std::fs::read(dist().join(&path[1..])).expect("it is in dist/");
        for (accepted, readable) in ACCEPTED {
            let what = format!("{} {folder}{path} for {accepted:?}", server.name);
            let answer = server.get(&format!("{folder}{path}"), accepted);
            assert_eq!(answer.status, 200, "{what}");
            let coding = answer.header("content-encoding").unwrap_or("identity");
            let usable: Vec<_> =
                codings.iter().filter(|one| readable.contains(one) && has_copy(&path, one)).collect();
            assert_eq!(coding == "identity", usable.is_empty(), "{what}: {coding}, of {usable:?}");
            assert!(coding == "identity" || usable.contains(&&coding), "{what}: {coding}");
            assert!(decoded(coding, &answer.body) == bytes, "{what}: other bytes in {coding}");
            for (name, value) in [
                ("content-type", kind),
                ("cache-control", cache),
                ("access-control-allow-origin", "*"),
                ("cross-origin-resource-policy", "cross-origin"),
                ("x-content-type-options", "nosniff"),
                ("vary", "Accept-Encoding"),
            ] {
                assert_eq!(answer.header(name), Some(value), "{what}: {name}");
            }
        }
    }
    let absent = server.get(&format!("{folder}/assets/world-0123456789abcdef.bin"), None);
    assert_eq!(absent.status, 404, "{}", server.name);
    assert_ne!(absent.header("cache-control"), Some(KEEP), "{} keeps what is not found", server.name);
    let index = server.get(&format!("{folder}/"), None);
    assert_eq!((index.status, index.header("cache-control")), (200, Some("no-cache")), "{}", server.name);
}

/// What has not changed is not sent again.
fn check_asked_again(server: &Server) {
    let first = server.get("/feed.json", Some("gzip"));
    let tag = first.header("etag").expect("it says which version it is").to_owned();
    let again = server.ask("/feed.json", &[("accept-encoding", "gzip"), ("if-none-match", &tag)]);
    assert_eq!((again.status, again.body.len()), (304, 0), "{}", server.name);
}

/// Asks a server for all files, at the root of its site and below it; `None` where it is lacking.
fn checked(server: Result<Server, String>, codings: &[&str]) -> Option<Server> {
    let server = server.inspect_err(|reason| skip(reason)).ok()?;
    check(&server, "", codings);
    check(&server, "/below/it", codings);
    Some(server)
}

#[test]
fn nginx_sends_all_files_as_it_should_with_the_settings_that_are_shipped() {
    if let Some(server) = checked(server::nginx(&["nginx.conf"]), &["gzip"]) {
        check_asked_again(&server);
    }
}

#[test]
fn nginx_with_brotli_sends_all_files_as_it_should() {
    checked(server::nginx(&["nginx.conf", "nginx-brotli.conf"]), &["gzip", "br"]);
}

#[test]
fn caddy_sends_all_files_as_it_should_with_the_settings_that_are_shipped() {
    if let Some(server) = checked(server::caddy(), &["gzip", "br", "zstd"]) {
        check_asked_again(&server);
    }
}

#[test]
fn apache_sends_all_files_as_it_should_with_the_settings_that_are_shipped() {
    checked(server::apache(), &["gzip", "br", "zstd"]);
}

/// The headers that `_headers` gives for a path. A header that two rules give would be joined by some hosts.
fn of_pages(rules: &str, path: &str) -> BTreeMap<String, String> {
    let mut given = BTreeMap::new();
    let mut applies = false;
    for line in rules.lines() {
        let Some((name, value)) = line.strip_prefix("  ").and_then(|line| line.split_once(": ")) else {
            applies = line.strip_suffix('*').map_or(line == path, |start| path.starts_with(start));
            continue;
        };
        if applies {
            let before = given.insert(name.to_lowercase(), value.to_owned());
            assert_eq!(before, None, "{path}: two rules give {name}");
        }
    }
    given
}

#[test]
fn static_hosts_read_the_same_from_the_file_of_headers() {
    let rules = std::fs::read_to_string(dist().join("_headers")).expect("it is in dist/");
    for (path, kind, cache) in files() {
        let given = of_pages(&rules, &path);
        assert_eq!(given["cache-control"], cache, "{path}");
        assert_eq!(given["access-control-allow-origin"], "*", "{path}");
        assert_eq!(given["cross-origin-resource-policy"], "cross-origin", "{path}");
        assert_eq!(given["x-content-type-options"], "nosniff", "{path}");
        // Those of pages and of assets are such hosts' own.
        if let Some(given) = given.get("content-type") {
            assert_eq!(given, kind, "{path}");
        }
    }
    assert_eq!(of_pages(&rules, "/")["cache-control"], "no-cache");
    // Cloudflare's limit.
    assert!(rules.lines().filter(|line| line.starts_with('/')).count() <= 100);
}

#[test]
fn copies_are_smaller_than_their_files_and_say_the_same() {
    let mut compared = 0;
    for folder in [dist(), dist().join("assets")] {
        for entry in std::fs::read_dir(folder).expect("a build has it") {
            let path = entry.expect("it can be listed").path();
            let coding = match path.extension().and_then(|ending| ending.to_str()) {
                Some("br") => "br",
                Some("gz") => "gzip",
                Some("zst") => "zstd",
                _ => continue,
            };
            let (copy, file) = (std::fs::read(&path), std::fs::read(path.with_extension("")));
            let (copy, file) = (copy.expect("a copy"), file.expect("its file"));
            assert!(copy.len() < file.len(), "{}", path.display());
            assert!(decoded(coding, &copy) == file, "{}", path.display());
            compared += 1;
        }
    }
    assert!(compared > 100, "{compared} copies");
}
