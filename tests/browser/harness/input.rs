//! What a reader does with a page: keys, mouse, fingers, wheel. All of it goes through the browser's own input,
//! so that focus, default actions and hit tests are real.

use serde_json::{Value, json};

use super::page::Page;

/// A point in CSS pixels from the top left of the viewport.
pub type Point = (f64, f64);

impl Page {
    /// Presses and releases a key by its name in `KeyboardEvent.key`, after holding down those before a `+`:
    /// `"Tab"`, `"a"`, `"Shift+Tab"`, `"Control+End"`.
    pub fn press(&self, chord: &str) {
        self.press_times(chord, 1);
    }

    /// The same again and again, as fast as the browser takes it.
    pub fn press_times(&self, chord: &str, times: usize) {
        // `+` itself is a key as well.
        let keys: Vec<char> = if chord == "+" { vec!['+'] } else { chord.split('+').map(code).collect() };
        let down = keys.iter().map(|key| ("keyDown", *key));
        let up = keys.iter().rev().map(|key| ("keyUp", *key));
        let once: Vec<_> = down.chain(up).collect();
        self.strike(&once.repeat(times));
    }

    /// Types a text, a key a character.
    pub fn type_text(&self, text: &str) {
        let keys: Vec<_> = text.chars().flat_map(|key| [("keyDown", key), ("keyUp", key)]).collect();
        self.strike(&keys);
    }

    fn strike(&self, keys: &[(&str, char)]) {
        let acts: Vec<_> = keys.iter().map(|(act, key)| json!({"type": act, "value": key})).collect();
        self.act(&json!({"type": "key", "id": "keyboard", "actions": acts}));
    }

    /// The middle of the first element that matches, as soon as there is one. Where something else lies over it, or it is near the window's edge, it
    /// is scrolled into view before.
    pub fn middle(&self, selector: &str) -> Point {
        let element = format!("$({})", json!(selector));
        let middle = format!(
            "(({{ x, y, width, height }}) => [x + width / 2, y + height / 2])({element}.getBoundingClientRect())"
        );
        self.wait(&element);
        self.rest();
        self.execute(&format!(
            "const away = () => {{ const [, y] = {middle}; return Math.abs(y / innerHeight - 0.5) > 0.4; }};
             if (away() || !{element}.contains(root.elementFromPoint(...{middle}))) {{
                 {element}.scrollIntoView({{ block: 'center', inline: 'center', behavior: 'instant' }});
                 // Firefox takes a drawing for what is in it, which may be left at the window's edge.
                 if (away()) scrollBy({{ top: {middle}[1] - innerHeight / 2, behavior: 'instant' }});
             }}"
        ));
        // Where the page stands is settled a frame later.
        self.rest();
        let found = self.eval(&middle);
        let number = |at: usize| found[at].as_f64().expect("a coordinate is a number");
        (number(0), number(1))
    }

    /// Clicks the middle of the first element that matches, whatever lies there.
    pub fn click(&self, selector: &str) {
        self.click_at(self.middle(selector));
    }

    pub fn click_at(&self, point: Point) {
        self.point("mouse", &[to(point), down(), up()]);
    }

    /// Moves the mouse over the middle of the first element that matches.
    pub fn hover(&self, selector: &str) {
        self.hover_at(self.middle(selector));
    }

    pub fn hover_at(&self, point: Point) {
        self.point("mouse", &[to(point)]);
    }

    /// Presses the mouse at the first point, moves it through the others, and lets go at the last.
    pub fn drag(&self, points: &[Point]) {
        self.point("mouse", &stroke(points));
    }

    /// Touches the middle of the first element that matches with a finger.
    pub fn tap(&self, selector: &str) {
        self.tap_at(self.middle(selector));
    }

    pub fn tap_at(&self, point: Point) {
        self.point("touch", &[to(point), down(), up()]);
    }

    /// Turns the wheel at a point by so many pixels; positive is down.
    pub fn wheel(&self, point: Point, pixels: i32) {
        let [x, y] = whole(point);
        let scroll =
            json!({"type": "scroll", "x": x, "y": y, "deltaX": 0, "deltaY": pixels, "origin": "viewport"});
        self.act(&json!({"type": "wheel", "id": "wheel", "actions": [scroll]}));
    }

    /// The same with a key held down.
    pub fn wheel_with(&self, key: &str, point: Point, pixels: i32) {
        let press = |kind: &str| {
            self.act(
                &json!({"type": "key", "id": "keyboard", "actions": [{"type": kind, "value": code(key)}]}),
            );
        };
        press("keyDown");
        self.wheel(point, pixels);
        press("keyUp");
    }

    /// Clicks twice, with so many ms between.
    pub fn double_click_at(&self, point: Point, between: u32) {
        let pause = json!({"type": "pause", "duration": between});
        self.point("mouse", &[to(point), down(), up(), pause, down(), up()]);
    }

    /// Puts a finger down at the first point, moves it through the others, and lifts it at the last.
    pub fn swipe(&self, points: &[Point]) {
        self.point("touch", &stroke(points));
    }

    /// The same with two fingers at once, which go through as many points each.
    pub fn pinch(&self, fingers: [&[Point]; 2]) {
        let source = |id: &str, points: &[Point]| json!({"type": "pointer", "id": id, "parameters": {"pointerType": "touch"}, "actions": stroke(points)});
        let actions = [source("touch", fingers[0]), source("second touch", fingers[1])];
        self.post("actions", &json!({"actions": actions}));
    }

    fn point(&self, device: &str, actions: &[Value]) {
        let parameters = json!({"pointerType": device});
        self.act(&json!({"type": "pointer", "id": device, "parameters": parameters, "actions": actions}));
    }

    fn act(&self, source: &Value) {
        self.post("actions", &json!({"actions": [source]}));
    }
}

/// Down at the first point, through the others, up at the last.
fn stroke(points: &[Point]) -> Vec<Value> {
    let mut actions = vec![to(points[0]), down()];
    actions.extend(points[1..].iter().map(|point| to(*point)));
    actions.push(up());
    actions
}

fn to(point: Point) -> Value {
    let [x, y] = whole(point);
    json!({"type": "pointerMove", "duration": 0, "origin": "viewport", "x": x, "y": y})
}

fn down() -> Value {
    json!({"type": "pointerDown", "button": 0})
}

fn up() -> Value {
    json!({"type": "pointerUp", "button": 0})
}

/// WebDriver points at whole pixels.
fn whole((x, y): Point) -> [i64; 2] {
    [x.floor() as i64, y.floor() as i64]
}

/// The character by which WebDriver knows a key.
fn code(key: &str) -> char {
    match key {
        "Backspace" => '\u{e003}',
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Shift" => '\u{e008}',
        "Control" => '\u{e009}',
        "Alt" => '\u{e00a}',
        "Escape" => '\u{e00c}',
        "Space" => ' ',
        "PageUp" => '\u{e00e}',
        "PageDown" => '\u{e00f}',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "ArrowLeft" => '\u{e012}',
        "ArrowUp" => '\u{e013}',
        "ArrowRight" => '\u{e014}',
        "ArrowDown" => '\u{e015}',
        "Delete" => '\u{e017}',
        "Meta" => '\u{e03d}',
        _ => {
            let mut characters = key.chars();
            let first = characters.next().expect("a key has a name");
            assert!(characters.next().is_none(), "no key is called {key}");
            first
        }
    }
}
