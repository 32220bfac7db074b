//! The trend to be heard: what is handed to Web Audio, when, and what ends it.

use serde_json::{Value, json};

use crate::harness::page::Page;
use crate::harness::site::Site;
use crate::trend::SETTLED;
use crate::widget::{embed, open, ready};

/// Web Audio that keeps what it is told in `audio`, and lets `next()` end the tone that sounds.
const AUDIO: &str = "<script>
    window.audio = { contexts: 0, closed: 0, tones: [], loudest: 0, next() { this.ends.shift()?.(); }, ends: [] };
    const node = (more) => ({ connect: (to) => to, ...more });
    globalThis.AudioContext = class {
        constructor() { audio.contexts += 1; }
        get currentTime() { return 5; }
        get destination() { return node({}); }
        resume() {}
        close() { audio.closed += 1; audio.ends = []; }
        createGain() {
            const ramp = (value) => { audio.loudest = Math.max(audio.loudest, value); };
            return node({ gain: { setValueAtTime: ramp, linearRampToValueAtTime: ramp } });
        }
        createOscillator() {
            const tone = { frequency: 0, start: 0, stop: 0 };
            audio.tones.push(tone);
            const source = node({
                frequency: { set value(hertz) { tone.frequency = hertz; } },
                start(at) { tone.start = at; },
                stop(at) { tone.stop = at; audio.ends.push(() => source.onended?.()); },
            });
            return source;
        }
    };
</script>";

fn open_trend() -> (Site, Page) {
    let site = Site::with_page(&format!("{AUDIO}{}", embed("view='trend' measure='icse-access'")));
    let page = Page::open(&site.url("/page.html"));
    ready(&page);
    page.wait("$('.hear')");
    // Whatever is drawn anew ends what is heard.
    page.wait(SETTLED);
    (site, page)
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list").iter().map(|number| number.as_f64().expect("a number")).collect()
}

#[test]
fn a_press_lets_a_tone_a_column_be_heard_as_high_as_its_count() {
    let (_site, page) = open_trend();
    page.click(".fold");
    page.wait("$('.trend-table')");
    let counts = numbers(&page.eval(
        "$$('.trend-table [data-status=implemented]').map((cell) => Number(cell.innerText.match(/\\d+/)[0]))",
    ));
    assert_eq!(page.eval("audio.contexts"), 0, "nothing is made before it is asked for");
    page.execute("$('.hear').focus()");
    page.press("Enter");
    page.wait("audio.tones.length");
    let most = counts.iter().copied().fold(1.0, f64::max);
    let heard = numbers(&page.eval("audio.tones.map(({ frequency }) => frequency)"));
    let starts = numbers(&page.eval("audio.tones.map(({ start }) => start)"));
    let lengths = numbers(&page.eval("audio.tones.map(({ start, stop }) => stop - start)"));
    assert_eq!(heard.len(), counts.len());
    for (place, (&count, &frequency)) in counts.iter().zip(&heard).enumerate() {
        let expected = 220.0 * (2.0 * count / most).exp2();
        assert!((frequency - expected).abs() < 0.01, "{count}: {frequency} Hz, not {expected}");
        assert!((starts[place] - starts[0] - 0.25 * place as f64).abs() < 1e-9);
        assert!((lengths[place] - 0.18).abs() < 1e-9);
    }
    assert!(heard.iter().all(|frequency| (220.0..=880.01).contains(frequency)));
    let loudest = page.eval("audio.loudest").as_f64().expect("a number");
    assert!(loudest <= 0.1, "{loudest}");
}

#[test]
fn the_column_that_is_heard_is_marked_and_the_last_ends_it() {
    let (_site, page) = open_trend();
    page.execute("$('.hear').focus()");
    page.press("Enter");
    page.wait("$('.when').innerText === 'End of 2008' && $('.hear').innerText.includes('Stop')");
    for year in [2009, 2010, 2011] {
        page.execute("audio.next()");
        page.wait(&format!("$('.when').innerText === 'End of {year}'"));
    }
    page.execute("while (audio.ends.length) audio.next()");
    page.wait("audio.closed === 1 && $('.hear').innerText.includes('Play as sound')");
    assert_eq!(page.eval("Boolean(root.activeElement?.matches('.hear'))"), json!(true));
}

/// While it sounds, this ends it.
fn check_end(act: &str) {
    let (_site, page) = open_trend();
    page.execute("$('.hear').focus()");
    page.press("Enter");
    page.wait("audio.tones.length && $('.hear').innerText.includes('Stop')");
    match act {
        "Escape" | "Enter" => page.press(act),
        script => page.execute(script),
    }
    page.wait("audio.closed === 1");
    page.wait("!$('.hear') || $('.hear').innerText.includes('Play as sound')");
}

#[test]
fn escape_another_press_and_whatever_changes_what_is_shown_end_it() {
    check_end("Enter");
    check_end("Escape");
    check_end("$$('.toolbar .tab').find((tab) => tab.textContent === 'Map').click()");
    check_end("host.state = { region: 'europe' }");
    check_end("host.remove()");
}

#[test]
fn what_the_tones_stand_for_is_told_in_words() {
    let (_site, page) = open("view='trend' measure='icse-access'");
    page.wait("$('.hear')");
    let text = page.text("#hear");
    assert_eq!(
        text,
        "One tone per column for “implemented”: the lowest means no members, the highest 26 members."
    );
    assert!(
        !page
            .eval("performance.getEntriesByType('resource').map(({ name }) => name).join()")
            .as_str()
            .is_some_and(|names| names.contains("sound"))
    );
}
