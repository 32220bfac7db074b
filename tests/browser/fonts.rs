//! Everything fits in the fonts that readers have, whichever this machine has: a font that is here is made as wide as each
//! of them, and reaches as far above and below its line. The other tests use the font that the machine has for
//! `system-ui`.

use serde_json::json;

use crate::harness::ability::{Ability, each_engine, lacks, telling};
use crate::harness::page::Page;
use crate::layout::{Look, TWICE, all, each_view, unfit};
use crate::widget::open_still;

/// Its name; how far it reaches above and below its line, in parts of its size; how wide it runs beside DejaVu Sans.
pub type Font = (&'static str, f64, f64, f64);

/// The farthest reaching first, then the widest: no other takes more room.
pub const FONTS: [Font; 5] = [
    ("Noto Sans", 1.069, 0.293, 0.92),
    ("DejaVu Sans", 0.928, 0.236, 1.0),
    ("Segoe UI", 1.079, 0.251, 0.88),
    ("San Francisco", 0.952, 0.241, 0.9),
    ("Liberation Sans", 0.905, 0.212, 0.89),
];

/// Makes it known to the page as the family that `named` calls it.
pub fn load(page: &Page, font: Font) {
    let (name, above, below, wide) = font;
    // What is said of its reach is multiplied by its width as well.
    let percent = |part: f64| format!("{:.2}%", part * 100.0);
    let face = json!({
        "sizeAdjust": percent(wide),
        "ascentOverride": percent(above / wide),
        "descentOverride": percent(below / wide),
        "lineGapOverride": "0%",
    });
    let [regular, bold] = ["", " Bold"].map(|weight| {
        ["DejaVu Sans", "Verdana", "Liberation Sans", "Arial"]
            .map(|here| format!("local('{here}{weight}')"))
            .join(", ")
    });
    page.eval(&format!(
        "Promise.all([[{}, '1 599'], [{}, '600 1000']].map(([source, weight]) => {{
            const face = new FontFace('{}', source, {{ ...{face}, weight }});
            document.fonts.add(face);
            return face.load();
        }})).then(() => true)",
        json!(regular),
        json!(bold),
        family(name)
    ));
}

fn family(name: &str) -> String {
    format!("Like {name}")
}

/// The statement that lets the widget be written in a font that is loaded.
pub fn write_in(font: Font) -> String {
    format!("host.style.setProperty('--pe-font', JSON.stringify('{}'));", family(font.0))
}

/// Holds that what is shown reaches as far as the font is said to.
fn check_reach(page: &Page, font: Font) {
    page.execute(&write_in(font));
    let reach = page.eval(
        "(() => { const range = document.createRange(); range.selectNodeContents($('.footer p').firstChild);
            return range.getClientRects()[0].height / parseFloat(getComputedStyle($('.footer p')).fontSize); })()",
    );
    let reach = reach.as_f64().expect("a number");
    assert!((reach - font.1 - font.2).abs() < 0.05, "{} is not what was shown: {reach}", font.0);
}

/// Each view at twice the type: in the widest font also where there is room.
#[test]
fn everything_fits_in_each_font_that_readers_have() {
    each_engine("fonts");
    if lacks(Ability::FontMetrics) {
        return;
    }
    let (_site, page) = open_still("");
    let fonts = telling(&FONTS, 2);
    for font in fonts {
        load(&page, *font);
        check_reach(&page, *font);
    }
    let look = |width, font| Look { size: (width, 800), set: format!("{TWICE} {}", write_in(font)) };
    let mut looks = vec![look(1280, FONTS[0])];
    looks.extend(fonts.iter().map(|font| look(640, *font)));
    each_view(&page, &all(), &looks, unfit);
}
