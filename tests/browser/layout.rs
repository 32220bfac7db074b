//! That everything fits: each view, narrow and wide, with more space between letters, with twice the type, mirrored,
//! and that what is pressed is large enough.

use crate::harness::ability::{Ability, each_engine, lacks, telling};
use crate::harness::page::Page;
use crate::widget::{choices, open, open_still};
use serde_json::json;

/// A view: its name, what the host says, what is done then, and when it is there.
pub type View = (&'static str, &'static str, &'static str, &'static str);

const VIEWS: [View; 11] = [
    ("map", "", "", "$('.map [data-country=FRA]')"),
    ("clocks", "against: '2015', known: '2026-11-24'", "", "$('[data-clock=known] .hand')"),
    (
        "filter",
        "region: 'africa', status: 'unknown'",
        "$('[data-menu=countries]').click()",
        "$('.choices')?.checkVisibility() && $('.chip')",
    ),
    ("table", "view: 'table'", "", "$('.table tbody tr')"),
    ("table of a measure", "view: 'table', measure: 'icse-access'", "", "$('.table tbody tr')"),
    (
        "trend",
        "view: 'trend', measure: 'icse-access'",
        "$('.trend-table') || $('.fold').click()",
        "$('.trend-table')",
    ),
    ("changes", "view: 'changes', against: '2015'", "", "$('.change')"),
    ("profile", "country: 'FRA'", "", "$('.profile .claim')"),
    ("profile without claims", "country: 'COD'", "", "$('.profile[data-country=COD] .measure')"),
    ("compare", "compare: 'FRA VEN COD GBR BOL TZA'", "", "$('.compared tbody')"),
    ("tiles", "projection: 'tiles'", "", "$('[data-form=tiles] [data-country]')"),
];

/// What buttons open.
const PANELS: [View; 9] = [
    ("cite", "", "$('[data-offer=cite]').click()", "$('[data-piece=csl]')"),
    ("embed", "", "$('[data-offer=embed]').click()", "$('[data-piece=snippet]')"),
    ("download", "", "$('[data-offer=download]').click()", "$('[data-offered=download] button')"),
    ("more", "", "$('[data-menu=more]').click()", "$('.controls .options')"),
    ("views", "", "$('[data-menu=view]').click()", "$('[data-choice=view] .tab').checkVisibility()"),
    ("measures", "", "$('[data-menu=measure]').click()", "$('[data-choice=measure] .tab').checkVisibility()"),
    ("about", "measure: 'icse-access'", "$('[data-menu=about]').click()", "$('.explained')"),
    ("report", "", "$('[data-offer=report]').click()", "$('[data-piece=report]')"),
    (
        "ask",
        "country: 'COD'",
        "$('[data-offer=ask]').click(); $$('.letter').forEach((letter) => { letter.open = true; })",
        "$('[data-piece=request-4]')",
    ),
];

pub fn all() -> Vec<View> {
    [&VIEWS[..], &PANELS].concat()
}

/// All fields that a view may set, as nobody has set them.
const NOTHING: &str =
    "Object.fromEntries(Object.keys(host.state).filter((name) => name !== 'lang').map((name) => [name, '']))";

/// How a page with a view is looked at.
pub struct Look {
    /// The window, CSS px.
    pub size: (u32, u32),
    /// What the host or the reader has set; the next look begins without it.
    pub set: String,
}

impl Look {
    fn plain(width: u32) -> Self {
        Self { size: (width, 800), set: String::new() }
    }

    fn with(width: u32, set: &str) -> Self {
        Self { size: (width, 800), set: set.to_owned() }
    }

    fn take(&self, page: &Page) {
        page.execute(&format!("{UNSET} {}", self.set));
        page.resize(self.size.0, self.size.1);
        page.rest();
    }
}

/// Undoes what looks set.
const UNSET: &str = "document.documentElement.style.fontSize = ''; host.style.removeProperty('--pe-font');
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== window.spaced);";

/// Shows the views in turn, and says what is found in them in each look.
pub fn each_view(page: &Page, views: &[View], looks: &[Look], found: impl Fn(&Page) -> String) {
    let mut wrong = Vec::new();
    for view in views {
        show(page, view);
        for look in looks {
            look.take(page);
            let found = found(page);
            if !found.is_empty() {
                wrong.push(format!("{}, {:?} {}: {found}", view.0, look.size, look.set));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn show(page: &Page, (_, state, act, there): &View) {
    page.execute(&format!(
        "$('.share .close')?.click(); $('.opener[aria-expanded=true]')?.click(); host.state = {{ ...{NOTHING}, {state} }}"
    ));
    let opener = act.split(".click()").next().filter(|_| act.contains("click"));
    page.wait(opener.unwrap_or("true"));
    page.execute(act);
    page.wait(there);
    page.rest();
}

/// What does not fit: what is wider than the window, what is cut off, and texts over each other.
const UNFIT: &str = r"(() => {
    const wrong = [];
    const page = document.documentElement;
    if (page.scrollWidth > page.clientWidth) wrong.push(`the page is ${page.scrollWidth - page.clientWidth} px too wide`);
    const place = host.getBoundingClientRect();
    const name = (element) => `${element.localName}.${element.getAttribute('class') ?? ''} ${element.textContent.trim().slice(0, 30)}`;
    const unseen = '.sr, .map, [role=tooltip], .trend-table thead, title, .profile-head';
    // For those who listen, in the place of what is seen.
    const isSaidAlone = (element) => element?.localName && (getComputedStyle(element).clipPath !== 'none' || isSaidAlone(element.parentElement));
    for (const element of $$('.pe, .pe *')) {
        if (element.closest(unseen) || !element.checkVisibility()) continue;
        const { left, right, width } = element.getBoundingClientRect();
        if (width && (left < place.left - 1 || right > place.right + 1)) wrong.push(`${name(element)} stands out`);
        if (isSaidAlone(element)) continue;
        const isClipped = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
        if (isClipped && /button|input|pre/.test(element.localName)) wrong.push(`${name(element)} is cut off`);
        if (isClipped && /hidden|clip|auto/.test(getComputedStyle(element).overflowX)) wrong.push(`${name(element)} is cut off`);
    }
    const texts = [];
    const walker = document.createTreeWalker($('.pe'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode() && texts.length < 600) {
        const node = walker.currentNode, element = node.parentElement;
        if (!node.data.trim() || element.closest(unseen) || !element.checkVisibility() || isSaidAlone(element)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        // Of what is cut to some lines, the others are not drawn.
        const end = element.closest('.eyebrow')?.getBoundingClientRect().bottom ?? Infinity;
        for (const box of range.getClientRects()) if (box.top < end - 1) texts.push([node.data.trim().slice(0, 30), box]);
    }
    texts.forEach(([text, a], at) => texts.slice(at + 1).forEach(([other, b]) => {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 2 && down > 5) wrong.push(`'${text}' lies over '${other}'`);
    }));
    return wrong.slice(0, 12).join('; ');
})()";

pub fn unfit(page: &Page) -> String {
    page.eval(UNFIT).as_str().unwrap_or_default().to_owned()
}

/// WCAG 2.2, 1.4.12.
const SPACED: &str = "window.spaced ??= new CSSStyleSheet(); window.spaced.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }`); root.adoptedStyleSheets.push(window.spaced);";

/// As a window of half the width with text as ever.
pub const TWICE: &str = "document.documentElement.style.fontSize = '32px';";

/// Narrow and wide, with more space between letters, words and lines, with twice the type; what is between, and a low window.
fn looks() -> Vec<Look> {
    let telling = [Look::plain(320), Look::plain(1280), Look::with(320, SPACED), Look::with(640, TWICE)];
    let others =
        [Look::plain(768), Look::plain(2560), LOW, Look::with(1280, SPACED), Look::with(1280, TWICE)];
    telling.into_iter().chain(others).collect()
}

const LOW: Look = Look { size: (900, 200), set: String::new() };

/// How many of the looks tell of an engine: its own are the widths of words.
const TELLING: usize = 4;

#[test]
fn each_view_fits_in_any_window_with_more_space_and_with_larger_type() {
    each_engine("layout");
    each_view(&open_still("").1, &VIEWS, telling(&looks(), TELLING), unfit);
}

#[test]
fn each_panel_fits_in_any_window_with_more_space_and_with_larger_type() {
    each_engine("layout");
    each_view(&open_still("").1, &PANELS, telling(&looks(), TELLING), unfit);
}

#[test]
fn everything_fits_in_each_language_where_it_is_narrow() {
    let (_site, page) = open_still("");
    for lang in ["fr", "es", "ar", "pt"] {
        page.execute(&format!("host.lang = '{lang}'"));
        page.wait(&format!("$('.pe').lang === '{lang}'"));
        each_view(&page, &all(), &[Look::plain(320)], unfit);
    }
}

#[test]
fn type_follows_the_readers_size_up_to_twice() {
    each_engine("layout");
    let (_site, page) = open_still("");
    let size = |root: &str| {
        page.execute(&format!("document.documentElement.style.fontSize = '{root}'"));
        page.eval("parseFloat(getComputedStyle($('.pe')).fontSize)").as_f64().expect("a number")
    };
    assert_eq!([size("62.5%"), size("16px"), size("24px"), size("80px")], [15.0, 15.0, 22.5, 30.0]);
    page.execute("host.style.setProperty('--pe-size', '18px')");
    assert_eq!(size("16px"), 18.0);
}

/// Where boxes stand, counted from the side where a line begins; of what is not mirrored, nothing.
const PLACES: &str = "(() => {
    const { left, right } = host.getBoundingClientRect();
    const isMirrored = getComputedStyle($('.pe')).direction === 'rtl';
    const kinds = '.pe, .header, .toolbar, .tabs, .tab, .search, input, button, .tile, .legend, .entry, .zoom, .date, .dates, .line, .stage > *, .profile *, .claim, thead th, tr:nth-child(-n + 12) :is(th, td), .footer, .provenance, .offers > *, .notice, .share *, .take > *, .change, .trend, .chart, .numbers > *';
    return $$(kinds).filter((element) => element.checkVisibility() && !element.closest('.map, .history, .sr, .line *, .chart *, .steps[dir] *')
        && /block|flex|grid|table/.test(getComputedStyle(element).display)).map((element) => {
        const box = element.getBoundingClientRect();
        return [element.localName, element.getAttribute('class'), element.textContent.slice(0, 20),
            Math.round(isMirrored ? right - box.right : box.left - left), Math.round(box.width)].join(' ');
    });
})()";

#[test]
fn right_to_left_is_the_mirror_of_left_to_right() {
    each_engine("layout");
    let (_site, page) = open_still("");
    let places = |direction: &str| {
        page.execute(&format!("$('.pe').dir = '{direction}'; scrollTo(0, 0)"));
        page.eval(PLACES).as_array().cloned().unwrap_or_default()
    };
    each_view(&page, &all(), telling(&[320, 1280].map(Look::plain), 1), |page| {
        // An open profile brings the map nearer, and with it more buttons: until nothing comes any more.
        let (ltr, rtl) = loop {
            let (ltr, rtl) = (places("ltr"), places("rtl"));
            if ltr == places("ltr") {
                break (ltr, rtl);
            }
        };
        assert!(ltr.len() > 20 && ltr.len() == rtl.len());
        page.execute("$('.pe').dir = 'rtl'");
        let unfit = unfit(page);
        page.execute("$('.pe').dir = 'ltr'");
        let pairs = ltr.iter().zip(&rtl).map(|(a, b)| (a.as_str().unwrap_or(""), b.as_str().unwrap_or("")));
        let other = pairs.filter(|(a, b)| !is_near(a, b)).map(|(a, b)| format!("\n  {a}\n  {b}"));
        other.take(6).chain([unfit]).collect()
    });
}

/// Whether two places are the same but for a px.
fn is_near(a: &str, b: &str) -> bool {
    let (a, b): (Vec<_>, Vec<_>) = (a.split(' ').collect(), b.split(' ').collect());
    let same = |(a, b): (&&str, &&str)| match (a.parse::<f64>(), b.parse::<f64>()) {
        (Ok(a), Ok(b)) => (a - b).abs() <= 1.0,
        _ => a == b,
    };
    a.len() == b.len() && a.iter().zip(&b).all(same)
}

#[test]
fn geography_and_time_are_not_mirrored() {
    each_engine("layout");
    let (_site, page) = open("measure='icse-access'");
    page.execute("$('.pe').dir = 'rtl'");
    let is_right_of = |east: &str, west: &str| {
        let middle = |selector: &str| {
            format!("(({{ x, width }}) => x + width / 2)($(`{selector}`).getBoundingClientRect())")
        };
        assert_eq!(page.eval(&format!("{} > {}", middle(east), middle(west))), json!(true), "{east}, {west}");
    };
    is_right_of(".map [data-country=IND]", ".map [data-country=BRA]");
    let years = "$$('.line [data-kind=year]').map((year) => year.getBoundingClientRect().x)";
    assert_eq!(page.eval(&format!("(({{ length }}, years) => length > 2 && years.every((x, at) => !at || x > years[at - 1]))({years}, {years})")), json!(true));
    // The hand goes to the side that its key shows.
    let hand = "$('.hand circle').getBoundingClientRect().x";
    page.execute("$('.hand').focus()");
    let at = page.eval(hand).as_f64().expect("a number");
    page.press("ArrowLeft");
    page.press("ArrowLeft");
    page.wait(&format!("{hand} < {at}"));
    page.execute("host.state = { view: 'trend' }");
    page.wait("$('.chart')");
    page.execute("$('.chart').focus()");
    let column = "$('.column rect').getBoundingClientRect().x";
    let at = page.eval(column).as_f64().expect("a number");
    page.press("ArrowLeft");
    page.wait(&format!("{column} < {at}"));
}

#[test]
fn the_buttons_on_the_map_begin_where_the_text_does() {
    let (_site, page) = open_still("");
    for (lang, width) in ["en", "ar"].into_iter().flat_map(|lang| [320, 390, 768].map(|width| (lang, width)))
    {
        page.execute(&format!("host.lang = '{lang}'"));
        page.resize(width, 800);
        page.wait(&format!("$('.pe').lang === '{lang}'"));
        page.becomes(
            &format!(
                "Math.round($('.zoom').getBoundingClientRect().left - $('.toolbar').getBoundingClientRect().left) /* {lang} {width} */"
            ),
            0,
        );
    }
}

/// Targets that are too small: under 24 × 24 px (WCAG 2.2, 2.5.8) without as much room around their middles, or, where
/// `least` is 44, main controls under that. Links within sentences are as their lines are; the members on the map are
/// also reached by marker, search and table.
const SMALL: &str = r"((least) => {
    const seen = (element) => element.checkVisibility() && !element.closest('.sr');
    const box = (element) => (element.querySelector('.reach') ?? element.closest('label') ?? element).getBoundingClientRect();
    const all = $$('a[href], button, input, summary, [role=option], [role=slider]').filter(seen);
    const isInText = (element) => {
        if (element.localName !== 'a') return false;
        const isInline = (node) => node.nodeType === Node.TEXT_NODE || getComputedStyle(node).display === 'inline';
        let line = element.parentElement;
        while (isInline(line)) line = line.parentElement;
        const text = [...line.childNodes].filter((node) => node.nodeType < 4 && isInline(node)).map((node) => node.textContent);
        return isInline(element) && text.join('').trim().length > element.textContent.trim().length + 2;
    };
    const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];
    const isFree = (element) => {
        const [x, y] = middle(box(element));
        return all.every((other) => {
            if (other === element || box(other).width === 0) return true;
            const b = box(other);
            const isSmall = b.width < 24 || b.height < 24;
            const [toX, toY] = isSmall ? middle(b) : [Math.min(Math.max(x, b.left), b.right), Math.min(Math.max(y, b.top), b.bottom)];
            return Math.hypot(toX - x, toY - y) >= (isSmall ? 24 : 12);
        });
    };
    const isMain = (element) => element.localName !== 'a';
    return all.filter((element) => {
        const { width, height } = box(element);
        if (width === 0 || isInText(element)) return false;
        if (least > 24) return isMain(element) && (width < least - 0.5 || height < least - 0.5);
        return (width < least || height < least) && !isFree(element);
    }).slice(0, 10).map((element) => `${element.localName} ${element.dataset.kind ?? element.getAttribute('class') ?? ''} '${element.textContent.slice(0, 20)}' ${box(element).width.toFixed(0)} × ${box(element).height.toFixed(0)}`).join('; ');
})";

fn small(page: &Page, least: u32) -> String {
    page.eval(&format!("{SMALL}({least})")).as_str().unwrap_or_default().to_owned()
}

#[test]
fn targets_are_24_px_wide_and_high_or_far_from_others() {
    each_engine("layout");
    let (_site, page) = open_still("");
    each_view(&page, &all(), &[320, 1280].map(Look::plain), |page| small(page, 24));
}

#[test]
fn main_controls_are_44_px_wide_and_high_for_fingers() {
    each_engine("layout");
    if lacks(Ability::Touch) {
        return;
    }
    let (_site, page) = open_still("");
    page.touch_screen();
    page.wait("matchMedia('(pointer: coarse)').matches");
    each_view(&page, &all(), &[320, 1280].map(Look::plain), |page| small(page, 44) + &unfit(page));
}

#[test]
fn what_is_found_fits_at_320_px() {
    each_engine("layout");
    let (_site, page) = open("");
    page.resize(320, 640);
    choices(&page, "countries");
    page.execute("$('.search input').focus()");
    page.type_text("republic");
    page.wait("$$('[role=option]').length > 3");
    assert_eq!(small(&page, 24), "");
    let list = "(({ left, right }) => left >= 0 && right <= innerWidth)($('.found').getBoundingClientRect())";
    assert_eq!(page.eval(list), json!(true));
}
