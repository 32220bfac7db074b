//! The server: the files of `dist/` as any static host would serve them, and a page that reloads itself.

use std::convert::Infallible;
use std::net::TcpListener;
use std::path::{Path, PathBuf};

use anyhow::Result;
use axum::Router;
use axum::body::Body;
use axum::extract::{Query, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use tokio::sync::watch;
use tower_http::services::ServeDir;

use crate::build::hosting;

/// The page of the development server alone: it is not shipped. An external script, since the page's content
/// security policy allows no other.
const RELOAD: &str = include_str!("reload.js");

/// Serves until the process ends; calls `listening` once a request would be answered.
pub fn serve(
    listener: TcpListener,
    dist: &Path,
    builds: watch::Receiver<u64>,
    listening: impl FnOnce(),
) -> Result<()> {
    let app = Router::new()
        .route("/.reload/script.js", get(|| async { ([(CONTENT_TYPE, "text/javascript")], RELOAD) }))
        .route("/.reload/build", get(another_build).with_state(builds.clone()))
        .fallback_service(ServeDir::new(dist).precompressed_br().precompressed_gzip().precompressed_zstd())
        .layer(middleware::from_fn_with_state(Pages { dist: dist.to_path_buf(), builds }, with_reload))
        .layer(middleware::from_fn(with_headers));
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        listening();
        Ok(axum::serve(listener, app).await?)
    })
}

/// Answers when there is another build than the one that the query names.
async fn another_build(State(mut builds): State<watch::Receiver<u64>>, Query(shown): Query<Shown>) {
    // An error means that the server is going down; the page asks again.
    builds.wait_for(|build| *build != shown.build).await.ok();
}

#[derive(Deserialize)]
struct Shown {
    build: u64,
}

/// Adds the reloading script to the pages.
async fn with_reload(State(page): State<Pages>, request: Request, next: Next) -> Response {
    let name = match request.uri().path() {
        "/" | "/index.html" => "index.html",
        "/embed.html" => "embed.html",
        _ => return next.run(request).await,
    };
    let build = *page.builds.borrow();
    let script = format!("<script type=\"module\" src=\"/.reload/script.js?build={build}\"></script></head>");
    match std::fs::read_to_string(page.dist.join(name)) {
        Ok(html) => Html(html.replace("</head>", &script)).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

#[derive(Clone)]
struct Pages {
    dist: PathBuf,
    builds: watch::Receiver<u64>,
}

/// What every host of the files is to say.
async fn with_headers(request: Request, next: Next) -> Result<Response<Body>, Infallible> {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let found = response.status().is_success();
    let rule = hosting::cache(if found { &path } else { "" });
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(rule));
    for hosting::Header { name, value, .. } in &hosting::HEADERS {
        let name = HeaderName::from_bytes(name.as_bytes()).expect("the list has names of headers");
        headers.insert(name, HeaderValue::from_static(value));
    }
    if found && !path.ends_with('/') && !path.starts_with("/.reload/") {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(hosting::media_type(&path)));
    }
    Ok(response)
}
