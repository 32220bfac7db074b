//! Every member is reached on the map: by arrow keys, by pointer and finger, by its name; at the smallest
//! and at a large width.

use crate::common;

use common::{clock, date, document, messages, read, world};
use policy_explorer::context::Context;
use policy_explorer::country::Code;
use policy_explorer::feed::Feed;
use policy_explorer::message::Messages;
use policy_explorer::model::escape::{self, Within};
use policy_explorer::model::field::Field;
use policy_explorer::model::{Aim, Effect, MapStep, Model, Msg, Order, Over, Target, update};
use policy_explorer::names::Names;
use policy_explorer::scene::camera::Surface;
use policy_explorer::scene::map::{Item, MapScene};
use policy_explorer::scene::pick::{Direction, Pointing, next, pick};
use policy_explorer::status::Topic;
use policy_explorer::survey::{Filter, Survey};
use policy_explorer::world::{HEIGHT, Point, WIDTH};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Widths of the map, CSS px.
const WIDTHS: [f64; 3] = [320.0, 768.0, 1280.0];

/// The real feed on the map.
struct Stage {
    feed: Feed,
    messages: Rc<Messages>,
    names: Names,
}

impl Stage {
    fn new() -> Self {
        let feed = read(&document("hanoi-2011")).value;
        let messages = messages("en");
        let names = Names::new(&feed, &messages);
        Self { feed, messages, names }
    }

    fn survey(&self) -> Survey {
        Survey::new(&self.feed, Topic::Overall, clock("2026-11-24", ""), &Filter::default())
    }

    fn scene(&self, width: f64) -> MapScene {
        let survey = self.survey();
        MapScene::new(Context::new(&self.feed, &self.messages, &self.names, &survey), &world(), width)
    }

    fn name(&self, code: Code) -> &str {
        self.names.of(common::member(&self.feed, code.as_str()))
    }

    /// All members by name.
    fn order(&self) -> Vec<Code> {
        self.names.order().iter().map(|&member| self.feed[member].code).collect()
    }
}

#[test]
fn all_members_are_items_of_the_map() {
    let stage = Stage::new();
    for width in WIDTHS {
        let scene = stage.scene(width);
        let members: BTreeSet<Code> = scene.items.iter().map(|item| item.code).collect();
        assert_eq!((scene.items.len(), members.len()), (196, 196));
    }
}

#[test]
fn arrow_keys_reach_every_member_from_every_other() {
    let stage = Stage::new();
    for width in WIDTHS {
        let scene = stage.scene(width);
        let first = stage.order()[0];
        let reached = reach(first, |from, direction| next(&scene, from, direction));
        let missed: Vec<&str> = (stage.order().into_iter())
            .filter(|member| !reached.contains(member))
            .map(|code| stage.name(code))
            .collect();
        assert_eq!(missed, Vec::<&str>::new(), "from {} at {width} px", stage.name(first));
        for code in stage.order() {
            let back = reach(code, |from, direction| next(&scene, from, direction));
            assert!(back.contains(&first), "back from {} at {width} px", stage.name(code));
        }
    }
}

/// What steps lead to.
fn reach(first: Code, step: impl Fn(Code, Direction) -> Option<Code>) -> BTreeSet<Code> {
    let mut reached = BTreeSet::from([first]);
    let mut open = vec![first];
    while let Some(from) = open.pop() {
        open.extend(
            Direction::ALL
                .iter()
                .filter_map(|&direction| step(from, direction))
                .filter(|&to| reached.insert(to)),
        );
    }
    reached
}

#[test]
fn a_step_goes_the_way_of_its_arrow_and_round_the_world() {
    let stage = Stage::new();
    let scene = stage.scene(1280.0);
    let ahead = |from: &Item, to: &Item, direction| {
        let (x, y) = (to.anchor.x - from.anchor.x, to.anchor.y - from.anchor.y);
        match direction {
            Direction::Left => -x,
            Direction::Right => x,
            Direction::Up => -y,
            Direction::Down => y,
        }
    };
    for item in &scene.items {
        for direction in Direction::ALL {
            let last = scene.items.iter().all(|other| ahead(item, other, direction) <= 0.0);
            let to = next(&scene, item.code, direction).and_then(|code| scene.item(code));
            let went = to.map(|to| ahead(item, to, direction) > 0.0);
            let expected = match (last, direction) {
                (false, _) => Some(true),
                (true, Direction::Left | Direction::Right) => Some(false),
                (true, Direction::Up | Direction::Down) => None,
            };
            assert_eq!(went, expected, "{direction:?} from {}", item.code);
        }
    }
}

#[test]
fn a_press_on_the_middle_of_a_member_means_it() {
    let stage = Stage::new();
    for width in WIDTHS {
        let scene = stage.scene(width);
        for item in &scene.items {
            let direct = if item.marker.is_some() { None } else { Some(item.code) };
            for pointing in [Pointing::Fine, Pointing::Coarse] {
                let meant = pick(&scene, item.anchor, direct, pointing).map(|code| stage.name(code));
                assert_eq!(meant, Some(stage.name(item.code)), "{pointing:?} at {width} px");
            }
        }
    }
}

#[test]
fn over_the_sea_the_nearest_marker_within_12_px_is_meant() {
    let stage = Stage::new();
    for width in WIDTHS {
        let scene = stage.scene(width);
        let px = WIDTH / width;
        let markers = || scene.items.iter().filter_map(|item| Some((item.code, item.marker?)));
        for (code, marker) in markers() {
            for (x, y) in [(-11.9, 0.0), (11.9, 0.0), (0.0, -11.9), (0.0, 11.9), (4.0, 3.0), (12.1, 0.0)] {
                let at = Point { x: marker.x + x * px, y: marker.y + y * px };
                let distance = |other: &Point| (other.x - at.x).hypot(other.y - at.y);
                let nearest = markers().min_by(|a, b| distance(&a.1).total_cmp(&distance(&b.1)));
                let expected = nearest.filter(|(_, at)| distance(at) <= 12.0 * px).map(|(code, _)| code);
                let meant = pick(&scene, at, None, Pointing::Fine);
                assert_eq!(meant, expected, "({x}, {y}) px from {} at {width} px", stage.name(code));
            }
        }
    }
}

#[test]
fn where_nothing_is_near_nothing_is_meant() {
    let scene = Stage::new().scene(1280.0);
    for pointing in [Pointing::Fine, Pointing::Coarse] {
        assert_eq!(pick(&scene, Point { x: 5.0, y: 5.0 }, None, pointing), None);
    }
}

/// Presses the middle of a member while `over` lies on top there; once more if the map has zoomed first.
fn pressed(mut model: Model, member: Code, over: Code, pointing: Pointing) -> Option<Code> {
    for _ in 0..2 {
        let scene = model.shown.as_ref().and_then(|shown| shown.scene.clone()).expect("a map");
        let anchor = scene.item(member).expect("an item").anchor;
        let at = Surface::Plane(HEIGHT).over(&model.sight.camera, anchor);
        let mut over = over;
        if model.sight.camera.zoom > 1.0 {
            // A marker that covered its neighbour no longer does from near, nor does a button.
            over = member;
            assert!(at.x > 250.0, "{member} is {} px of the frame from the left", at.x);
        }
        let aim = |pointing| Aim { at, over: Over::Member(over), pointing };
        update(&mut model, Msg::Down((pointing == Pointing::Coarse).then(|| aim(pointing))));
        update(&mut model, Msg::Press(aim(Pointing::Fine)));
        let opened = Code::parse(&common::widget::state(&model, Field::Country));
        if opened.is_some() {
            return opened;
        }
    }
    None
}

#[test]
fn mouse_and_finger_open_every_member_of_a_narrow_map_whatever_marker_covers_it() {
    for width in [240.0, 320.0, 390.0, 479.0] {
        let model = widget(width);
        let scene = model.shown.as_ref().and_then(|shown| shown.scene.clone()).expect("a map");
        let covers = |top: &Item, item: &Item| {
            let reach = scene.radius() + 1.5 * scene.pixel;
            let lies_over = |at: Point| (at.x - item.anchor.x).hypot(at.y - item.anchor.y) <= reach;
            top.code == item.code || top.marker.is_some_and(lies_over)
        };
        let mut covered = 0;
        for item in &scene.items {
            for top in scene.items.iter().filter(|top| covers(top, item)) {
                covered += usize::from(top.code != item.code);
                for pointing in [Pointing::Fine, Pointing::Coarse] {
                    let opened = pressed(model.clone(), item.code, top.code, pointing);
                    assert_eq!(opened, Some(item.code), "{pointing:?}, under {} at {width} px", top.code);
                }
            }
        }
        assert!(covered > 10, "{covered} at {width} px");
    }
}

#[test]
fn mouse_and_finger_open_every_member_of_a_wide_map() {
    let model = widget(1280.0);
    for code in Stage::new().order() {
        for pointing in [Pointing::Fine, Pointing::Coarse] {
            assert_eq!(pressed(model.clone(), code, code, pointing), Some(code), "{pointing:?}");
        }
    }
}

#[test]
fn enter_opens_every_member_and_escape_closes_it_and_gives_the_focus_back() {
    for width in [320.0, 1280.0] {
        let mut model = widget(width);
        for code in Stage::new().order() {
            update(&mut model, Msg::Focus(code));
            update(&mut model, Msg::Open(code));
            assert_eq!(common::widget::state(&model, Field::Country), code.as_str());
            let escape = escape::meaning(&model, Some(Within::Profile)).expect("the profile is open");
            let effects = update(&mut model, escape);
            assert_eq!(common::widget::state(&model, Field::Country), "");
            assert!(effects.contains(&Effect::Focus(Target::Member(code))), "{code}: {effects:?}");
        }
    }
}

#[test]
fn a_whole_name_is_the_first_that_begins_with_it() {
    let stage = Stage::new();
    for &member in stage.names.order() {
        let typed = stage.messages.locale().fold(stage.names.of(member));
        assert_eq!(stage.names.starting_with(&typed, |_| true), Some(member), "{typed}");
    }
}

/// The widget with the real feed on the map.
fn widget(width: f64) -> Model {
    let mut model = Model::new(date("2026-11-24"), width);
    update(&mut model, Msg::Language(messages("en")));
    update(&mut model, Msg::World(Rc::new(world())));
    update(&mut model, Msg::Loaded(1, Rc::new(read(&document("hanoi-2011")))));
    model
}

/// The member that the effects give the focus to; the page answers that it has it.
fn follow(model: &mut Model, effects: &[Effect]) -> Option<Code> {
    let [Effect::Focus(Target::Member(code))] = effects else { return None };
    update(model, Msg::Focus(*code));
    Some(*code)
}

#[test]
fn typing_a_name_letter_by_letter_reaches_each_member() {
    let stage = Stage::new();
    let mut model = widget(320.0);
    let mut time = 0.0;
    for code in stage.order() {
        time += 5000.0;
        let mut focused = None;
        for letter in stage.name(code).chars() {
            time += 200.0;
            let effects = update(&mut model, Msg::Type(letter.to_string(), time));
            focused = follow(&mut model, &effects).or(focused);
        }
        assert_eq!(focused.map(|code| stage.name(code)), Some(stage.name(code)));
        assert_eq!(model.focused, Some(code));
    }
}

#[test]
fn the_arrows_of_the_widget_walk_the_map_and_home_and_end_go_by_name() {
    let stage = Stage::new();
    let mut model = widget(320.0);
    let order = stage.order();
    for (step, expected) in [(MapStep::Last, order[order.len() - 1]), (MapStep::First, order[0])] {
        let effects = update(&mut model, Msg::Walk(step));
        assert_eq!(follow(&mut model, &effects), Some(expected));
    }
    let reached = reach(order[0], |from, direction| {
        let mut model = model.clone();
        update(&mut model, Msg::Focus(from));
        let effects = update(&mut model, Msg::Walk(MapStep::To(direction)));
        follow(&mut model, &effects)
    });
    assert_eq!(reached.len(), 196);
}

/// Walks on from the first member, and back from the last, by steps in an order; who is met on the way there.
fn walked(order: Order) -> Vec<Code> {
    let mut model = widget(960.0);
    // The first of an order has none before it.
    let first = loop {
        let effects = update(&mut model, Msg::Walk(MapStep::Back(order)));
        if follow(&mut model, &effects).is_none() {
            break model.current.expect("there is a map");
        }
    };
    let mut met = vec![first];
    loop {
        let effects = update(&mut model, Msg::Walk(MapStep::Next(order)));
        let Some(next) = follow(&mut model, &effects) else { break };
        met.push(next);
    }
    let mut back = vec![*met.last().expect("it begins with the first")];
    loop {
        let effects = update(&mut model, Msg::Walk(MapStep::Back(order)));
        let Some(next) = follow(&mut model, &effects) else { break };
        back.push(next);
    }
    back.reverse();
    assert_eq!(met, back, "the way back is the same");
    met
}

#[test]
fn one_may_walk_by_name_and_by_status_too() {
    let stage = Stage::new();
    assert_eq!(walked(Order::Name), stage.order());
    let scene = stage.scene(960.0);
    let mut expected = stage.order();
    let shades = stage.survey().shades();
    expected.sort_by_key(|&code| {
        let item = scene.item(code).expect("an item");
        shades.iter().position(|(shade, _)| *shade == item.shade)
    });
    assert_eq!(walked(Order::Status), expected);
}

#[test]
fn a_label_says_that_its_member_is_filtered_out() {
    let stage = Stage::new();
    let filter =
        Filter { regions: vec![stage.feed.region("europe").expect("a region")], ..Filter::default() };
    let survey = Survey::new(&stage.feed, Topic::Overall, clock("2026-11-24", ""), &filter);
    let scene =
        MapScene::new(Context::new(&stage.feed, &stage.messages, &stage.names, &survey), &world(), 960.0);
    for item in &scene.items {
        assert!(item.label.starts_with(&format!("{}: ", stage.name(item.code))), "{}", item.label);
        assert_eq!(item.label.ends_with(", filtered out"), !survey.shows(item.member), "{}", item.label);
    }
}
