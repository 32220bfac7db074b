//! `site FEED -o FOLDER`: a complete static site in the languages of the feed: the map, a page a country and a page a measure,
//! the changes, and the data in every form. It is read without scripts; the widget runs on it where they do.

use crate::diff::languages;
use crate::load;
use crate::paint::Painter;
use clap::Args;
use element::FEED;
use out::{Out, Report};
use plan::Plan;
use policy_explorer::date::Date;
use policy_explorer::feed::Feed;
use policy_explorer::feed::text::Link;
use policy_explorer::page::digest;
use published::publish;
use std::path::{Path, PathBuf};
use widget::Widget;

mod card;
mod changes;
mod country;
mod data;
mod dataset;
mod edition;
mod element;
mod embed;
mod feeds;
mod front;
mod head;
mod make;
mod measure;
mod missing;
mod out;
mod page;
mod picture;
mod plan;
mod published;
mod sitemap;
mod standing;
mod still;
mod style;
mod widget;
mod words;

/// Write a complete static site: pages, tables, data and feeds of changes
#[derive(Args)]
#[command(after_help = "\
Examples:
  policy-explorer site feed.json -o public
  policy-explorer site feed.json -o public --widget dist --url https://data.example/policy/

Run it again over the same folder for a newer feed: pages that are no more are removed, and every version of the data that was
published stays under versions/, by the SHA-256 of its bytes.")]
pub struct Arguments {
    /// The feed: a file, or - for standard input
    #[arg(value_name = "FEED")]
    file: PathBuf,
    /// The folder of the site
    #[arg(short, long, value_name = "FOLDER")]
    output: PathBuf,
    /// Where the site will be, for all that needs a whole address: the sitemap, canonical addresses, links in feeds of changes
    #[arg(long, value_name = "ADDRESS", value_parser = base)]
    url: Option<String>,
    /// The folder of the widget’s files (dist), which are copied into the site
    #[arg(long, value_name = "FOLDER", conflicts_with = "module")]
    widget: Option<PathBuf>,
    /// The address of the widget’s module, if it is elsewhere; relative to the site
    #[arg(long, value_name = "ADDRESS")]
    module: Option<String>,
    /// Paint a picture for each page, which other sites show where somebody links to it
    #[arg(long)]
    pictures: bool,
    /// The day that counts as today
    #[arg(long, value_name = "DATE", value_parser = crate::date)]
    today: Option<Date>,
}

/// The address of a folder.
fn base(text: &str) -> Result<String, &'static str> {
    let link = Link::web(text).filter(|link| !link.as_str().contains(['?', '#']));
    let link = link.ok_or("an address is written as https://data.example/policy/")?;
    Ok(format!("{}/", link.as_str().trim_end_matches('/')))
}

/// Whether nothing of the feed was left out.
///
/// # Errors
/// In words, when the arguments or the input cannot be used, or the site cannot be written.
pub fn run(arguments: &Arguments) -> Result<bool, String> {
    let Arguments { file, output, .. } = arguments;
    let loaded = load::feed(file)?;
    let feed = &loaded.checked.value;
    refuse(file, output, feed)?;
    let text = publish(&loaded, arguments.url.as_deref());
    let languages = languages(&loaded.document, None);
    let style = style::sheet(feed);
    let mut plan = Plan {
        today: arguments.today.unwrap_or_else(crate::today),
        url: arguments.url.clone(),
        widget: widget(arguments),
        painter: arguments.pictures.then(Painter::new),
        style: style.0.clone(),
        digest: digest(text.as_bytes()),
        earlier: Vec::new(),
        languages: languages.clone(),
    };
    let widget = plan.widget.files()?;
    let jobs = make::jobs(&languages, feed);
    let out = Out::open(output, jobs.iter().map(|(lang, leaf)| plan.path(feed, lang, *leaf)))?;
    plan.earlier = published::earlier(&out, &plan.digest);
    out.put(&data::version(&plan.digest), text.as_bytes())?;
    for (path, bytes) in widget.iter().chain([&style]) {
        out.put(path, bytes)?;
    }
    let pages = jobs.len();
    make::pages(&plan, &loaded, (&jobs, &out))?;
    make::whole(&plan, feed, &out)?;
    still::write(&plan, &loaded, &out)?;
    out.put(FEED, text.as_bytes())?;
    tell(arguments, feed, (pages, &out.close()?));
    Ok(load::is_whole(file, loaded.checked.tally.findings))
}

/// Refuses what cannot become a site.
fn refuse(file: &Path, folder: &Path, feed: &Feed) -> Result<(), String> {
    let name = file.display();
    let real = |path: &Path| path.canonicalize().ok();
    if real(file).is_some_and(|file| real(&folder.join(FEED)) == Some(file)) {
        return Err(format!("{name} would be overwritten; choose another folder"));
    }
    if feed.records().iter().any(|record| record.elsewhere > record.evidence.len()) {
        return Err(format!("{name} is split; give the feed that has the sources"));
    }
    plan::check(feed)
}

fn widget(arguments: &Arguments) -> Widget {
    match (&arguments.widget, &arguments.module) {
        (Some(folder), _) => Widget::Folder(folder.clone()),
        (None, Some(address)) => Widget::Address(address.clone()),
        (None, None) => Widget::Absent,
    }
}

fn tell(arguments: &Arguments, Feed { versions, .. }: &Feed, (pages, report): (usize, &Report)) {
    let Arguments { output, url, widget, module, .. } = arguments;
    let Report { files, bytes, removed } = report;
    #[allow(clippy::cast_precision_loss)]
    let size = *bytes as f64 / 1e6;
    let nowhere =
        "; without --url there is no sitemap, no canonical address, and no link in the feeds of changes";
    let still = "; without --widget or --module the map is a picture";
    let nowhere = if url.is_none() { nowhere } else { "" };
    let still = if widget.is_none() && module.is_none() { still } else { "" };
    let elsewhere = versions.as_ref().filter(|pattern| !published::is_own(pattern, url.as_deref()));
    let elsewhere =
        elsewhere.map(|pattern| format!("; keep each version of the feed at {pattern}, as it says"));
    let elsewhere = elsewhere.unwrap_or_default();
    let folder = output.display();
    eprintln!(
        "policy-explorer: {pages} pages, {files} files in {folder} ({size:.1} MB), {removed} removed{nowhere}{still}{elsewhere}"
    );
}
