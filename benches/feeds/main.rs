//! What feeds of 1,000 to a million claims cost, step by step, from the bytes of a file to what is shown: time, and the
//! most memory that is held at once. `cargo bench --bench feeds` runs it; `docs/speed.md` has what was measured.

mod made;

use divan::counter::ItemsCount;
use divan::{AllocProfiler, Bencher};
use policy_explorer::context::Context;
use policy_explorer::date::Date;
use policy_explorer::feed::weight::weigh;
use policy_explorer::feed::{Feed, read};
use policy_explorer::finding::Checked;
use policy_explorer::message::icu::Icu;
use policy_explorer::message::{Messages, pack};
use policy_explorer::names::Names;
use policy_explorer::page::element::{Embedding, prerendered};
use policy_explorer::page::{OVERVIEW, Page, Question};
use policy_explorer::parcel::svg;
use policy_explorer::scene::map::MapScene;
use policy_explorer::status::{Clock, Topic};
use policy_explorer::survey::{Filter, Survey};
use policy_explorer::world::pack::decode;
use std::rc::Rc;

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

/// How many claims. The last is as near to a million as a feed may have: its members and measures count as well.
const CLAIMS: [usize; 4] = [1_000, 10_000, 100_000, 999_000];

fn main() {
    divan::main();
}

fn feed(claims: usize) -> Rc<Checked<Feed>> {
    Rc::new(read(&made::document(claims)).expect("it is a feed"))
}

fn today() -> Date {
    Date::parse("2026-11-29").expect("a date")
}

/// Looks for too much in a file before it is parsed. The largest is refused, which browsers do not try to parse.
#[divan::bench(args = CLAIMS)]
fn weigh_bytes(bencher: Bencher, claims: usize) {
    let text = made::text(claims);
    bencher.counter(ItemsCount::new(claims)).bench_local(|| weigh(text.as_bytes()));
}

#[divan::bench(args = CLAIMS, sample_count = 5, sample_size = 1)]
fn parse_json(bencher: Bencher, claims: usize) {
    let text = made::text(claims);
    bencher
        .counter(ItemsCount::new(claims))
        .bench_local(|| serde_json::from_str::<serde_json::Value>(&text).expect("it is JSON"));
}

#[divan::bench(args = CLAIMS, sample_count = 10, sample_size = 1)]
fn read_feed(bencher: Bencher, claims: usize) {
    let document = made::document(claims);
    bencher.counter(ItemsCount::new(claims)).bench_local(|| read(&document).expect("it is a feed"));
}

/// Reads a feed in which a third of the claims has a fault each, and says which.
#[divan::bench(args = CLAIMS, sample_count = 10, sample_size = 1)]
fn check_faulty_feed(bencher: Bencher, claims: usize) {
    let document = made::faulty(claims);
    bencher.counter(ItemsCount::new(claims)).bench_local(|| {
        let checked = read(&document).expect("it is a feed");
        assert!(checked.tally.findings >= claims / 3);
        checked
    });
}

/// The status of every member, for all measures together.
#[divan::bench(args = CLAIMS, sample_count = 20)]
fn survey_world(bencher: Bencher, claims: usize) {
    let feed = feed(claims);
    bencher.counter(ItemsCount::new(claims)).bench_local(|| survey(&feed.value));
}

fn survey(feed: &Feed) -> Survey {
    let clock = Clock { date: today(), known: None, today: today() };
    Survey::new(feed, Topic::Overall, clock, &Filter::default())
}

#[divan::bench(args = CLAIMS, sample_count = 20)]
fn build_scene(bencher: Bencher, claims: usize) {
    let feed = feed(claims);
    let world = decode(OVERVIEW).expect("the pack is of this version");
    let locale = Rc::new(Icu::new("en").expect("it is a tag"));
    let messages = Messages::unpack(&pack("en").expect("the widget speaks it"), locale).expect("its phrases");
    let (names, survey) = (Names::new(&feed.value, &messages), survey(&feed.value));
    bencher
        .counter(ItemsCount::new(claims))
        .bench_local(|| MapScene::new(Context::new(&feed.value, &messages, &names, &survey), &world, 960.0));
}

fn page(feed: &Rc<Checked<Feed>>) -> Page {
    let question = Question { fields: &[], lang: "en", today: today(), width: 720.0 };
    Page::new(feed.clone(), &question).expect("it is a tag")
}

/// From the feed to the element with its first screen and its table, as `render` does.
#[divan::bench(args = CLAIMS, sample_count = 10, sample_size = 1)]
fn write_html(bencher: Bencher, claims: usize) {
    let feed = feed(claims);
    let place = Embedding {
        feed: "feed.json",
        digest: "",
        module: "policy-explorer.js",
        picture: None,
        fields: &[],
        lang: None,
    };
    bencher.counter(ItemsCount::new(claims)).bench_local(|| prerendered(&page(&feed), &place));
}

/// From the feed to the picture, as `render --format svg` does.
#[divan::bench(args = CLAIMS, sample_count = 10, sample_size = 1)]
fn write_svg(bencher: Bencher, claims: usize) {
    let feed = feed(claims);
    bencher.counter(ItemsCount::new(claims)).bench_local(|| svg(&page(&feed).model).expect("it is shown"));
}
