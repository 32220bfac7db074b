//! The same map three times, pixel by pixel: painted by the command line, by the browser of the drawing that `toSVG()` gives,
//! and by the browser on the page. All lie on the same grid: 960 CSS px wide, two pixels to each.
//!
//! What differs: the edges of shapes and lines, which each program smooths in its own way, and the hatch in the markers of
//! members without data, which the page leaves out.

use std::io::Write;
use std::path::Path;
use std::process::Command;

use base64::{Engine, engine::general_purpose::STANDARD};

use crate::harness::ability::{is_the_one, skip};
use crate::harness::page::Page;
use crate::harness::raster::Raster;
use crate::harness::site::{Answer, Site, dist, page_in};
use crate::widget::{clock, embed, ready};

const DAY: &str = "2026-11-29";
/// Pixels to a CSS px, in all three.
const DENSITY: u32 = 2;
/// Width of the map in the drawing, and so on the page, CSS px.
const WIDTH: u32 = 960;

/// So much may a channel of a pixel differ, of 255: each program smooths the edges of shapes and lines in its own way.
const NEAR: u8 = 16;
/// Fewer than so many of a hundred thousand pixels differ by more: half a percent.
const FEW: usize = 500;

/// Some rows and columns of a picture, as red, green and blue.
struct Picture {
    width: usize,
    pixels: Vec<[u8; 3]>,
}

impl Picture {
    fn read(png: &[u8]) -> Self {
        let raster = Raster::read(png);
        let pixels = raster.pixels().map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        Self { width: raster.width, pixels }
    }

    /// What lies right of and below a point, so large.
    fn part(&self, (left, top): (usize, usize), (width, height): (usize, usize)) -> Self {
        let row = |y: usize| &self.pixels[y * self.width + left..][..width];
        Self { width, pixels: (top..top + height).flat_map(row).copied().collect() }
    }

    /// How many of a hundred thousand pixels differ by more than `near` in a channel.
    fn unlike(&self, other: &Self, near: u8) -> usize {
        assert_eq!((self.width, self.pixels.len()), (other.width, other.pixels.len()), "both are as large");
        let is_unlike =
            |(one, other): &(&[u8; 3], &[u8; 3])| (0..3).any(|at| one[at].abs_diff(other[at]) > near);
        self.pixels.iter().zip(&other.pixels).filter(is_unlike).count() * 100_000 / self.pixels.len()
    }
}

/// What the command line paints.
fn by_command_line(feed: &str, measure: &str) -> Picture {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("pixels-{measure}.png"));
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut render = Command::new(cargo);
    render.args(["run", "--quiet", "--package", "publisher", "--", "render"]).arg(dist().join(feed));
    render.args(["--format", "png", "--today", DAY, "--measure", measure, "-o"]).arg(&file);
    assert!(render.status().expect("cargo runs").success());
    Picture::read(&std::fs::read(file).expect("it was written"))
}

/// What the browser paints of the drawing, as it does for a download; and where in the drawing the map begins, CSS px.
fn by_drawing(page: &Page) -> (Picture, usize) {
    let painted = page.eval(&format!(
        "host.toSVG().then(async (svg) => {{
            const image = new Image();
            image.src = `data:image/svg+xml;charset=utf-8,${{encodeURIComponent(svg)}}`;
            await image.decode();
            const [width, height] = [image.naturalWidth, image.naturalHeight].map((side) => side * {DENSITY});
            const canvas = Object.assign(document.createElement('canvas'), {{ width, height }});
            canvas.getContext('2d').drawImage(image, 0, 0, width, height);
            return [canvas.toDataURL('image/png').split(',')[1], svg.match(/translate\\(16 (\\d+)\\)/)[1]];
        }})"
    ));
    let text = |at: usize| painted[at].as_str().expect("a text").to_owned();
    (Picture::read(&STANDARD.decode(text(0)).expect("base64")), text(1).parse().expect("a number"))
}

/// The map on the page, so high as it is there.
fn on_page(page: &Page) -> (Picture, usize) {
    let place = page.eval("(({ x, y, height }) => [x, y, height])($('.map svg').getBoundingClientRect())");
    let number = |at: usize| place[at].as_f64().expect("a number");
    assert_eq!((number(0).fract(), number(1).fract()), (0.0, 0.0), "it lies between pixels: {place}");
    let shot = std::fs::read(page.screenshot("pixels-on-page")).expect("it was taken");
    let [x, y, height] = [0, 1, 2].map(|at| (number(at) * f64::from(DENSITY)).round() as usize);
    (Picture::read(&shot).part((x, y), ((WIDTH * DENSITY) as usize, height)), height)
}

/// A page on which the map is as wide as in the drawing, from its first layout on.
fn open(feed: &str, measure: &str) -> (Site, Page) {
    let site = Site::start();
    let answer = |style: &str| {
        let element =
            embed(&format!("theme='light' lang='en' hide='zoom' measure='{measure}' style='{style}'"));
        let body = format!("<script>{}</script>{}", clock(DAY), element.replace("feed.json", feed));
        site.answer("/page.html", Answer::html(&page_in("en", &body)));
    };
    let page = Page::blank();
    page.resize(1280, 1400);
    page.density(DENSITY);
    answer("");
    page.go(&site.url("/page.html"));
    ready(&page);
    let off = format!("{WIDTH} - $('.map svg').getBoundingClientRect().width");
    let fits = format!("Math.abs({off}) <= 1 / 64");
    page.wait(&format!(
        "(() => {{ host.style.width = `${{host.getBoundingClientRect().width + {off}}}px`; return {fits}; }})()"
    ));
    answer(&format!("width: {}", page.eval("host.style.width").as_str().expect("a length")));
    page.go(&site.url("/page.html"));
    ready(&page);
    page.wait(&fits);
    page.execute(
        "const { x, y } = $('.map svg').getBoundingClientRect();
         host.style.position = 'relative';
         host.style.left = `${Math.ceil(x) - x}px`;
         host.style.top = `${Math.ceil(y) - y}px`",
    );
    page.rest();
    assert_eq!(page.attribute("#hatch", "width").as_deref(), Some("25.6"), "six px");
    (site, page)
}

fn check(feed: &str, measure: &str) {
    let (_site, page) = open(feed, measure);
    let (shown, height) = on_page(&page);
    let (drawn, top) = by_drawing(&page);
    let at = ((16 * DENSITY) as usize, top * DENSITY as usize);
    let size = ((WIDTH * DENSITY) as usize, height);
    let (drawn, painted) = (drawn.part(at, size), by_command_line(feed, measure).part(at, size));
    for (pair, one, other) in [
        ("command line and drawing", &painted, &drawn),
        ("drawing and page", &drawn, &shown),
        ("command line and page", &painted, &shown),
    ] {
        let unlike = [0, NEAR, 64].map(|near| (near, one.unlike(other, near)));
        let said = format!("{feed} {measure}, {pair}: pixels of 100,000 that differ by more than {unlike:?}");
        // Not by `println!`: the shares are to be seen when the test passes, too.
        writeln!(std::io::stdout(), "{said}").expect("standard output is open");
        assert!(unlike[1].1 < FEW, "{said}");
    }
}

/// Each engine smooths edges in its own way, and one of them is compared.
fn is_not_compared() -> bool {
    if !is_the_one() {
        skip("the pictures of another engine are compared");
    }
    !is_the_one()
}

#[test]
fn the_real_map_is_the_same_on_the_page_in_the_drawing_and_from_the_command_line() {
    if is_not_compared() {
        return;
    }
    check("feed.json", "icse-access");
    check("feed.json", "victim-identification");
}

#[test]
fn the_invented_map_is_the_same_on_the_page_in_the_drawing_and_from_the_command_line() {
    if is_not_compared() {
        return;
    }
    check("demo.json", "overall");
}
