//! The server: the files of `dist/` as any static host would serve them, and a page that reloads itself.

use std::convert::Infallible;
use std::net::TcpListener;
use std::path::{Path, PathBuf};

use anyhow::Result;
use axum::Router;
use axum::body::Body;
use axum::extract::{Query, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use tokio::sync::watch;
use tower_http::cors::CorsLayer;
use tower_http::services::ServeDir;

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
        .fallback_service(ServeDir::new(dist))
        .layer(middleware::from_fn_with_state(Pages { dist: dist.to_path_buf(), builds }, with_reload))
        .layer(middleware::from_fn(with_cache_rules))
        .layer(CorsLayer::permissive());
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

/// Assets have their content's hash in their name and never change; all else is asked for again each time.
async fn with_cache_rules(request: Request, next: Next) -> Result<Response<Body>, Infallible> {
    let asset = request.uri().path().starts_with("/assets/");
    let mut response = next.run(request).await;
    let rule = if asset && response.status().is_success() {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(rule));
    Ok(response)
}
