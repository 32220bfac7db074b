//! `site FEED -o FOLDER`: a complete static site in the languages of the feed: the map, a page a country and a page a measure,
//! the changes, and the data in every form. It is read without scripts; the widget runs on it where they do.

use crate::diff::languages;
use crate::load::{self, Loaded};
use crate::paint::Painter;
use crate::spread::spread;
use clap::Args;
use edition::Edition;
use element::FEED;
use out::{Out, Report};
use plan::{Leaf, Plan};
use policy_explorer::date::Date;
use policy_explorer::feed::text::Link;
use policy_explorer::feed::{Feed, read};
use policy_explorer::page::digest;
use published::publish;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use widget::Widget;

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
mod measure;
mod missing;
mod out;
mod page;
mod picture;
mod plan;
mod published;
mod sitemap;
mod standing;
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
    let text = publish(&loaded);
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
    let jobs = jobs(&languages, feed);
    let out = Out::open(output, jobs.iter().map(|(lang, leaf)| plan.path(feed, lang, *leaf)))?;
    plan.earlier = published::earlier(&out, &plan.digest);
    out.put(&data::version(&plan.digest), text.as_bytes())?;
    for (path, bytes) in widget.iter().chain([&style]) {
        out.put(path, bytes)?;
    }
    let pages = jobs.len();
    make(&plan, &loaded, (&jobs, &out))?;
    whole(&plan, feed, &out)?;
    out.put(FEED, text.as_bytes())?;
    tell(arguments, pages, &out.close()?);
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

/// Every page in every language, those of a language together.
fn jobs<'a>(languages: &'a [String], feed: &Feed) -> Vec<(&'a str, Leaf)> {
    languages.iter().flat_map(|lang| Leaf::all(feed).map(move |leaf| (lang.as_str(), leaf))).collect()
}

/// Makes all pages, and writes each as it is made.
fn make(plan: &Plan, loaded: &Loaded, (jobs, out): (&[(&str, Leaf)], &Out)) -> Result<(), String> {
    spread(jobs, |jobs| {
        // What is read is not shared between threads.
        let checked = Rc::new(read(&loaded.document).expect("it was read before"));
        let mut edition: Option<Edition<'_>> = None;
        for (lang, leaf) in jobs {
            let edition = match edition.take().filter(|edition| edition.lang == *lang) {
                Some(same) => edition.insert(same),
                None => edition.insert(Edition::new(plan, &checked, lang)),
            };
            one(edition, *leaf, (&loaded.document, out))?;
        }
        Ok(())
    })
}

/// Makes a page; beside the front page the data of its language, beside the changes their feeds, and what each has for other sites.
fn one(edition: &Edition<'_>, leaf: Leaf, (document, out): (&Value, &Out)) -> Result<(), String> {
    let (page, beside) = match leaf {
        Leaf::Front => (front::page(edition), data::files(edition)?),
        Leaf::Changes => (changes::page(edition), feeds::files(edition, document)?),
        Leaf::Country(member) => (country::page(edition, member), Vec::new()),
        Leaf::Measure(measure) => (measure::page(edition, measure), Vec::new()),
    };
    out.put(&edition.path(leaf), page::write(edition, page).as_bytes())?;
    let frames = embed::files(edition, leaf);
    beside.iter().chain(&frames).try_for_each(|(path, bytes)| out.put(path, bytes))?;
    match &edition.plan.painter {
        Some(painter) if leaf != Leaf::Changes => {
            out.put(&picture::path(edition, leaf), &picture::png(edition, painter, leaf)?)
        }
        _ => Ok(()),
    }
}

/// What there is once: the icon, the page for addresses that lead nowhere, the list of pages, and where robots find it.
fn whole(plan: &Plan, feed: &Feed, out: &Out) -> Result<(), String> {
    out.put(head::ICON, include_bytes!("../../../icon.svg"))?;
    out.put("404.html", missing::page(plan, feed).as_bytes())?;
    if plan.url.is_some() {
        let files = sitemap::files(plan, feed).map_err(|error| error.to_string())?;
        files.iter().try_for_each(|(path, bytes)| out.put(path, bytes))?;
    }
    match plan.absolute(sitemap::SITEMAP) {
        // Robots look at the root of a host alone.
        Some(address) if address.matches('/').count() == 3 => {
            out.put("robots.txt", format!("Sitemap: {address}\n").as_bytes())
        }
        _ => Ok(()),
    }
}

fn tell(Arguments { output, url, widget, module, .. }: &Arguments, pages: usize, report: &Report) {
    let Report { files, bytes, removed } = report;
    #[allow(clippy::cast_precision_loss)]
    let size = *bytes as f64 / 1e6;
    let nowhere =
        "; without --url there is no sitemap, no canonical address, and no link in the feeds of changes";
    let still = "; without --widget or --module the map is a picture";
    let nowhere = if url.is_none() { nowhere } else { "" };
    let still = if widget.is_none() && module.is_none() { still } else { "" };
    let folder = output.display();
    eprintln!(
        "policy-explorer: {pages} pages, {files} files in {folder} ({size:.1} MB), {removed} removed{nowhere}{still}"
    );
}
