//! The camera over the map: it never leaves the map, keeps what is fixed, is written as it is read, and flies
//! where the fields lead.

use crate::common;

use common::whole::whole;
use common::widget::{choose, host, linked, loaded, say, state};
use common::{code, date, document, messages, read, world};
use policy_explorer::model::chunk::Chunk;
use policy_explorer::model::field::Field;
use policy_explorer::model::fragment;
use policy_explorer::model::sight::{Gesture, Zoom};
use policy_explorer::model::view::tip;
use policy_explorer::model::{Aim, Effect, Model, Msg, Over, update};
use policy_explorer::scene::camera::{Camera, NEAREST, Surface};
use policy_explorer::scene::map::MapScene;
use policy_explorer::scene::pick::{Direction, Pointing};
use policy_explorer::world::projection::{Place, forward};
use policy_explorer::world::{HEIGHT, Point, WIDTH, pack};
use proptest::prelude::*;
use std::rc::Rc;

const PLANE: Surface = Surface::Plane(HEIGHT);

fn point() -> impl Strategy<Value = Point> {
    (0.0..=WIDTH, 0.0..=HEIGHT).prop_map(|(x, y)| Point { x, y })
}

fn camera() -> impl Strategy<Value = Camera> {
    (point(), 1.0..=NEAREST).prop_map(|(middle, zoom)| PLANE.clamped(Camera { middle, zoom }))
}

fn near(a: Point, b: Point) -> bool {
    (a.x - b.x).hypot(a.y - b.y) < 1e-6
}

/// Those of "translate(X%,Y%) scale(N)".
fn numbers(shift: &str) -> [f64; 3] {
    let numbers = shift.split(['(', ')', ',', '%']).filter_map(|piece| piece.parse().ok());
    numbers.collect::<Vec<f64>>().try_into().expect("three numbers")
}

proptest! {
    #[test]
    fn the_map_never_leaves_its_frame(camera in camera(), x in -2000.0..2000.0f64, y in -2000.0..2000.0f64) {
        let dragged = PLANE.dragged(camera, x, y);
        let first = PLANE.over(&dragged, Point { x: 0.0, y: 0.0 });
        let last = PLANE.over(&dragged, Point { x: WIDTH, y: HEIGHT });
        prop_assert!(first.x < 1e-6 && first.y < 1e-6 && last.x > WIDTH - 1e-6 && last.y > HEIGHT - 1e-6);
    }

    #[test]
    fn what_lies_under_a_point_lies_over_it(camera in camera(), at in point()) {
        prop_assert!(near(PLANE.over(&camera, PLANE.under(&camera, at)), at));
    }

    #[test]
    fn going_nearer_keeps_what_is_under_the_pointer(camera in camera(), at in point(), times in 1.0..4.0f64) {
        let nearer = PLANE.zoomed(camera, at, times);
        prop_assert!(near(PLANE.under(&camera, at), PLANE.under(&nearer, at)));
    }

    #[test]
    fn what_is_drawn_for_one_camera_is_shifted_to_where_another_sees_it(drawn in camera(), seen in camera(), at in point()) {
        let [x, y, times] = numbers(&PLANE.shift(&drawn, &seen));
        let lies = PLANE.over(&drawn, at);
        let shifted = Point { x: x / 100.0 * WIDTH + times * lies.x, y: y / 100.0 * HEIGHT + times * lies.y };
        let wanted = PLANE.over(&seen, at);
        // Of a map that is 16 times larger, in six decimals.
        prop_assert!((shifted.x - wanted.x).hypot(shifted.y - wanted.y) < 0.02);
    }

    #[test]
    fn a_camera_is_read_as_it_was_written(lat in -60.0..80.0f64, lon in -160.0..180.0f64, zoom in 1.0..=NEAREST) {
        let camera = Camera { middle: forward(Place { lon, lat }), zoom };
        let back = Camera::parse(&camera.text()).expect("it was just written");
        prop_assert!((back.place().lat - lat).abs() < 0.006 && (back.place().lon - lon).abs() < 0.006);
        prop_assert!((back.zoom - zoom).abs() < 0.006);
        prop_assert_eq!(back.text(), camera.text());
    }

    #[test]
    fn a_flight_keeps_a_point_that_both_ends_show_in_one_place(from in camera(), at in point(), times in 1.1..4.0f64, along in 0.0..1.0f64) {
        let to = PLANE.zoomed(from, at, times);
        let between = Camera::between(&from, &to, along);
        prop_assert!(near(PLANE.under(&between, at), PLANE.under(&from, at)));
    }

    #[test]
    fn a_globe_keeps_north_up(lat in -90.0..90.0f64, lon in -180.0..180.0f64, x in -3000.0..3000.0f64, y in -3000.0..3000.0f64) {
        let camera = Surface::Sphere.clamped(Camera { middle: forward(Place { lon, lat }), zoom: 1.0 });
        let Place { lon, lat } = Surface::Sphere.dragged(camera, x, y).place();
        prop_assert!(lat.abs() < 85.1 && (lon - 11.0).abs() < 180.1, "{lat} {lon}");
    }
}

#[test]
fn only_three_numbers_within_bounds_are_a_camera() {
    assert_eq!(Camera::parse("48.9 2.3 4").map(|camera| camera.text()).as_deref(), Some("48.9 2.3 4"));
    assert!(Camera::parse(" -12 -77.05 16 ").is_some());
    for wrong in [
        "", "1 2", "1 2 3 4", "91 0 2", "0 400 2", "0 0 0.5", "0 0 17", "a b c", "1e1 0 2", "- 0 2",
        "1..2 0 2", "NaN 0 2",
    ] {
        assert_eq!(Camera::parse(wrong), None, "{wrong}");
    }
}

/// Lets time pass until nothing moves; what was asked of the page meanwhile.
fn arrive(model: &mut Model, effects: Vec<Effect>) -> Vec<Effect> {
    let (mut all, mut now) = (effects, 0.0);
    while all.contains(&Effect::Tick(0)) {
        all.retain(|effect| *effect != Effect::Tick(0));
        now += 16.0;
        assert!(now < 5000.0, "it arrives");
        all.extend(say(model, Msg::Tick(now)));
    }
    all
}

/// The real feed on the map, all code there.
fn widget() -> Model {
    let mut model = Model::new(date("2026-11-24"), 960.0);
    for msg in [Msg::Language(messages("en")), Msg::World(Rc::new(world())), Msg::Arrived(Chunk::Profile)] {
        update(&mut model, msg);
    }
    update(&mut model, Msg::Loaded(1, Rc::new(read(&document("hanoi-2011")))));
    model
}

#[test]
fn an_open_country_is_flown_to_and_closing_flies_back() {
    let mut model = widget();
    let kenya = code("KEN");
    let effects = say(&mut model, Msg::Open(kenya));
    arrive(&mut model, effects);
    assert!(model.sight.camera.zoom > 3.0);
    assert_eq!(state(&model, Field::Camera), "", "nobody has chosen a camera");
    let effects = say(&mut model, Msg::Close);
    arrive(&mut model, effects);
    assert_eq!(model.sight.camera, Camera::WHOLE);
}

#[test]
fn from_a_map_that_was_moved_opening_flies_and_closing_comes_back_to_it() {
    let mut model = widget();
    let effects = say(&mut model, choose(Field::Camera, "-25 134 4"));
    arrive(&mut model, effects);
    let before = model.sight.camera;
    let kenya = code("KEN");
    let effects = say(&mut model, Msg::Open(kenya));
    arrive(&mut model, effects);
    assert!((model.sight.camera.place().lon - 38.0).abs() < 3.0);
    let effects = say(&mut model, Msg::Close);
    arrive(&mut model, effects);
    assert_eq!(model.sight.camera, before);
    assert_eq!(state(&model, Field::Camera), "-25 134 4");
}

#[test]
fn a_press_on_a_map_that_was_moved_leaves_it_where_it_is() {
    let mut model = widget();
    let effects = say(&mut model, choose(Field::Camera, "0 30 4"));
    arrive(&mut model, effects);
    let before = model.sight.camera;
    let kenya = code("KEN");
    let aim = Aim { at: Point { x: 600.0, y: 200.0 }, over: Over::Member(kenya), pointing: Pointing::Fine };
    let effects = say(&mut model, Msg::Press(aim));
    arrive(&mut model, effects);
    assert_eq!((state(&model, Field::Country).as_str(), model.sight.camera), ("KEN", before));
}

#[test]
fn a_gesture_moves_the_camera_alone_until_it_rests() {
    let mut model = widget();
    let effects = say(&mut model, choose(Field::Camera, "0 20 4"));
    arrive(&mut model, effects);
    let shown = model.shown.clone().expect("a view");
    let down = Gesture::Down(1, Pointing::Fine, Point { x: 500.0, y: 200.0 });
    say(&mut model, Msg::Map(down));
    for step in 1..9 {
        let to = Gesture::Move(1, Point { x: 500.0 + 10.0 * f64::from(step), y: 200.0 });
        assert_eq!(say(&mut model, Msg::Map(to)), []);
        assert!(Rc::ptr_eq(&shown, model.shown.as_ref().expect("a view")), "nothing else is worked out");
    }
    assert!(model.shift().is_some(), "what is drawn is moved as a whole");
    assert_eq!(say(&mut model, Msg::Map(Gesture::Up(1)))[0], Effect::Changed);
    assert_eq!(model.shift(), None, "it rests");
    assert_ne!(state(&model, Field::Camera), "0 20 4");
    let now = model.shown.as_ref().expect("a view");
    assert!(Rc::ptr_eq(&shown.view, &now.view), "no status and no label is worked out anew");
}

#[test]
fn the_wheel_comes_to_rest_when_it_has_not_turned_for_a_while() {
    let mut model = widget();
    let turn = Msg::Map(Gesture::Wheel(Point { x: 100.0, y: 100.0 }, 2.0));
    assert!(matches!(say(&mut model, turn)[..], [.., Effect::Tick(1..)]));
    assert_eq!(state(&model, Field::Camera), "");
    assert_eq!(say(&mut model, Msg::Tick(1000.0))[0], Effect::Changed);
    assert!(state(&model, Field::Camera).ends_with(" 2"));
}

#[test]
fn a_press_ends_what_the_wheel_began() {
    let mut model = widget();
    say(&mut model, Msg::Map(Gesture::Wheel(Point { x: 100.0, y: 100.0 }, 2.0)));
    let down = Gesture::Down(1, Pointing::Fine, Point { x: 500.0, y: 200.0 });
    assert_eq!(say(&mut model, Msg::Map(down))[0], Effect::Changed);
    assert!(state(&model, Field::Camera).ends_with(" 2"));
    assert_eq!(model.shift(), None);
}

#[test]
fn who_wants_no_motion_gets_none() {
    let mut model = widget();
    say(&mut model, Msg::Map(Gesture::Step(Zoom::In)));
    assert_eq!(model.sight.camera, Camera::WHOLE);
    say(&mut model, Msg::Tick(f64::INFINITY));
    assert_eq!(model.sight.camera.zoom, 2.0);
}

#[test]
fn the_hosts_camera_holds_until_the_reader_moves_the_map() {
    let mut model = widget();
    say(&mut model, host(Field::Camera, "0 20 4"));
    let effects = say(&mut model, Msg::Map(Gesture::Pan(Direction::Right)));
    arrive(&mut model, effects);
    assert_ne!(state(&model, Field::Camera), "0 20 4");
    let effects = say(&mut model, host(Field::Camera, "10 10 2"));
    arrive(&mut model, effects);
    assert_eq!(state(&model, Field::Camera), "10 10 2");
}

#[test]
fn who_says_where_the_camera_is_while_the_reader_moves_it_has_the_last_word() {
    let step = Gesture::Step(Zoom::In);
    let wheel = Gesture::Wheel(Point { x: 100.0, y: 100.0 }, 2.0);
    let link = |camera: &str| fragment::write([(Field::Camera, camera)].into_iter());
    for (told, camera) in [("", Camera::WHOLE), ("10 10 2", Camera::parse("10 10 2").expect("a camera"))] {
        for gesture in [step.clone(), wheel.clone()] {
            for tell in [host(Field::Camera, told), linked(&link(told))] {
                let mut model = widget();
                say(&mut model, Msg::Map(gesture.clone()));
                if gesture == step {
                    say(&mut model, Msg::Tick(0.0));
                    say(&mut model, Msg::Tick(100.0));
                }
                assert_ne!(model.sight.camera, Camera::WHOLE, "it is on its way");
                let effects = say(&mut model, tell);
                arrive(&mut model, effects);
                say(&mut model, Msg::Tick(10_000.0));
                assert_eq!((state(&model, Field::Camera).as_str(), model.sight.camera), (told, camera));
            }
        }
    }
}

#[test]
fn finer_shapes_are_asked_for_once_and_drawn_from_twice_as_near_on() {
    let mut model = widget();
    let effects = say(&mut model, choose(Field::Camera, "46 2 4"));
    let all = arrive(&mut model, effects);
    assert_eq!(all.iter().filter(|effect| **effect == Effect::Detail).count(), 1);
    let bytes = std::fs::read("data/world/detail.pack").expect("the pack is there");
    let detail = Rc::new(pack::decode(&bytes).expect("a pack"));
    say(&mut model, Msg::Detail(detail.clone()));
    assert!(Rc::ptr_eq(model.world.as_ref().expect("a world"), &detail));
    let effects = say(&mut model, Msg::Map(Gesture::Step(Zoom::Whole)));
    assert!(!arrive(&mut model, effects).contains(&Effect::Detail));
    assert!(!Rc::ptr_eq(model.world.as_ref().expect("a world"), &detail));
}

#[test]
fn another_geometry_is_not_taken_for_finer_shapes() {
    let mut model = widget();
    let mut other = world();
    other.shapes.remove(0);
    say(&mut model, choose(Field::Camera, "46 2 4"));
    say(&mut model, Msg::Detail(Rc::new(other)));
    assert_eq!(model.world.as_ref().expect("a world").shapes.len(), world().shapes.len());
}

#[test]
fn a_feed_with_three_members_has_its_camera_too() {
    let mut model = widget();
    say(&mut model, Msg::Reload);
    say(&mut model, loaded(2, &whole()));
    let effects = say(&mut model, Msg::Map(Gesture::Region("europe".into())));
    arrive(&mut model, effects);
    assert!(model.sight.camera.zoom > 1.0, "to the one member of Europe");
    let effects = say(&mut model, Msg::Map(Gesture::Region("africa".into())));
    assert_eq!(effects, [], "nobody is in Africa");
}

/// The map of the widget, as near as that.
fn at_zoom(model: &Model, zoom: f64, width: f64) -> MapScene {
    let scene = model.shown.as_ref().and_then(|shown| shown.scene.clone()).expect("a map");
    let bytes = std::fs::read("data/world/detail.pack").expect("the pack is there");
    scene.placed(&pack::decode(&bytes).expect("a pack"), width, zoom)
}

#[test]
fn markers_stay_apart_and_become_shapes_when_these_can_be_hit() {
    let model = widget();
    let mut before = usize::MAX;
    for zoom in [1.0, 2.0, 4.0, 8.0, 16.0] {
        let scene = at_zoom(&model, zoom, 960.0);
        let markers: Vec<(Point, &str)> =
            scene.items.iter().filter_map(|item| Some((item.marker?, item.code.as_str()))).collect();
        assert!(markers.len() <= before, "{zoom}");
        before = markers.len();
        for (i, (a, code)) in markers.iter().enumerate() {
            for (b, other) in &markers[..i] {
                let apart = (a.x - b.x).hypot(a.y - b.y) / scene.pixel;
                assert!(apart > 7.0, "{code} and {other}, {apart} px at {zoom}");
            }
        }
    }
    assert!(before < 30, "{before} markers are left");
}

#[test]
fn names_are_there_from_near_on_fit_their_shapes_and_do_not_touch() {
    let model = widget();
    assert_eq!(at_zoom(&model, 1.0, 1280.0).lettering, []);
    let mut before = 10;
    for zoom in [2.0, 4.0, 8.0] {
        let scene = at_zoom(&model, zoom, 1280.0);
        assert!(scene.lettering.len() > before, "{zoom}: {}", scene.lettering.len());
        before = scene.lettering.len();
        for (i, a) in scene.lettering.iter().enumerate() {
            assert_eq!(scene.items[a.item].marker, None);
            for b in &scene.lettering[..i] {
                let line = (a.at.y - b.at.y).abs() / scene.pixel;
                let reach = (a.text.chars().count() + b.text.chars().count()) as f64 * 3.0;
                assert!(
                    line > 12.0 || (a.at.x - b.at.x).abs() / scene.pixel > reach,
                    "{} {}",
                    a.text,
                    b.text
                );
            }
        }
    }
}

/// Phrases, geometry and feeds arrive while the reader rests somewhere.
#[test]
fn the_tooltip_of_a_territory_stays_whatever_arrives() {
    let mut model = widget();
    let over = Over::Land(code("GRL"));
    let aim = Aim { at: Point { x: 390.0, y: 30.0 }, over, pointing: Pointing::Fine };
    say(&mut model, Msg::Point(aim));
    let name = |model: &Model| tip(model).map(|tip| tip.tip.name);
    let before = name(&model);
    assert_eq!(before.as_deref(), Some("Greenland: status of Denmark"));
    let feed = Rc::new(read(&document("hanoi-2011")));
    for msg in [Msg::Again, Msg::Language(messages("en")), Msg::Resize(480.0), Msg::Loaded(1, feed)] {
        say(&mut model, msg.clone());
        assert_eq!(name(&model), before, "after {msg:?}");
    }
}

#[test]
fn tab_goes_to_the_country_whose_profile_is_open_and_says_nothing_of_where_the_map_is() {
    let (mut model, brazil, kenya) = (widget(), code("BRA"), code("KEN"));
    assert_eq!(model.current, Some(code("AFG")), "the first by name");
    // By the host, by a link, before there is a feed, and with it.
    let effects = say(&mut model, host(Field::Country, "BRA"));
    arrive(&mut model, effects);
    assert_eq!(model.current, Some(brazil));
    let before = model.sight.camera;
    let effects = say(&mut model, Msg::Focus(brazil));
    assert!(!arrive(&mut model, effects).contains(&Effect::Changed));
    assert_eq!(model.sight.camera, before, "it is in sight");
    say(&mut model, Msg::Blur);
    say(&mut model, linked("country:KEN"));
    assert_eq!(model.current, Some(kenya));
    let mut other = Model::new(date("2026-11-24"), 960.0);
    say(&mut other, linked("country:KEN"));
    for msg in [Msg::Language(messages("en")), Msg::World(Rc::new(world()))] {
        say(&mut other, msg);
    }
    say(&mut other, Msg::Loaded(1, Rc::new(read(&document("hanoi-2011")))));
    assert_eq!(other.current, Some(kenya));
    // Who has the focus keeps it.
    say(&mut model, Msg::Focus(brazil));
    say(&mut model, host(Field::Country, "IND"));
    assert_eq!(model.current, Some(brazil));
}

#[test]
fn the_focus_moves_the_map_and_chooses_no_camera() {
    let mut model = widget();
    let effects = say(&mut model, choose(Field::Camera, "-25 134 6"));
    arrive(&mut model, effects);
    let effects = say(&mut model, Msg::Focus(code("NOR")));
    let effects = arrive(&mut model, effects);
    assert!(!effects.contains(&Effect::Changed), "{effects:?}");
    assert!(model.sight.camera.place().lat > 50.0, "it is brought into the frame");
    assert_eq!(state(&model, Field::Camera), "-25 134 6");
    // What the reader does to the map begins there, and is a choice.
    let effects = say(&mut model, Msg::Map(Gesture::Step(Zoom::In)));
    arrive(&mut model, effects);
    assert!(state(&model, Field::Camera).ends_with(" 12") && model.sight.camera.place().lat > 50.0);
    let effects = say(&mut model, Msg::Focus(code("BRA")));
    arrive(&mut model, effects);
    let at = model.sight.camera;
    let press = Aim { at: Point { x: 480.0, y: 200.0 }, over: Over::Nothing, pointing: Pointing::Fine };
    say(&mut model, Msg::Press(press));
    let effects = say(&mut model, Msg::Map(Gesture::Double(press.at)));
    arrive(&mut model, effects);
    assert!((model.sight.camera.middle.x - at.middle.x).abs() < 60.0, "two presses begin there, too");
}

#[test]
fn a_finger_that_covers_two_members_brings_them_nearer_with_nothing_over_them() {
    let mut model = widget();
    say(&mut model, Msg::Resize(320.0));
    let (land, marked) = (code("ITA"), code("VAT"));
    let scene = model.shown.as_ref().and_then(|shown| shown.scene.clone()).expect("a map");
    let at = scene.item(marked).expect("it has a marker").anchor;
    let aim = Aim { at, over: Over::Member(land), pointing: Pointing::Coarse };
    say(&mut model, Msg::Down(Some(aim)));
    // The press of a finger gives the focus, which is told of.
    say(&mut model, Msg::Focus(land));
    assert!(model.spot.is_some());
    say(&mut model, Msg::Press(aim));
    assert_eq!(
        (model.sight.camera.zoom, model.spot, state(&model, Field::Country).as_str()),
        (8.0, None, "")
    );
}

#[test]
fn a_mouse_on_a_narrow_map_zooms_first_where_a_marker_covers_another_member() {
    let (land, marked) = (code("ITA"), code("VAT"));
    let pressed = |width| {
        let mut model = widget();
        say(&mut model, Msg::Resize(width));
        let scene = model.shown.as_ref().and_then(|shown| shown.scene.clone()).expect("a map");
        let at = scene.item(marked).expect("it has a marker").anchor;
        let aim = Aim { at, over: Over::Member(land), pointing: Pointing::Fine };
        say(&mut model, Msg::Press(Aim { at: Point { x: 5.0, y: 5.0 }, over: Over::Nothing, ..aim }));
        say(&mut model, Msg::Down(None));
        say(&mut model, Msg::Press(aim));
        (model, aim)
    };
    let (mut narrow, aim) = pressed(320.0);
    assert_eq!((narrow.sight.camera.zoom, state(&narrow, Field::Country).as_str()), (8.0, ""));
    // The second half of a double click adds nothing.
    say(&mut narrow, Msg::PressAgain(aim));
    let effects = say(&mut narrow, Msg::Map(Gesture::Double(aim.at)));
    arrive(&mut narrow, effects);
    assert_eq!((narrow.sight.camera.zoom, state(&narrow, Field::Country).as_str()), (8.0, ""));
    let (mut wide, aim) = pressed(960.0);
    assert_eq!((wide.sight.camera.zoom, state(&wide, Field::Country).as_str()), (1.0, "VAT"));
    // There, two clicks mean the map.
    say(&mut wide, Msg::PressAgain(aim));
    let effects = say(&mut wide, Msg::Map(Gesture::Double(aim.at)));
    arrive(&mut wide, effects);
    assert_eq!((wide.sight.camera.zoom, state(&wide, Field::Country).as_str()), (2.0, ""));
}

#[test]
fn two_taps_on_the_sea_still_zoom() {
    let mut model = widget();
    let at = Point { x: 5.0, y: 5.0 };
    let aim = Aim { at, over: Over::Nothing, pointing: Pointing::Coarse };
    say(&mut model, Msg::Down(Some(aim)));
    say(&mut model, Msg::Press(aim));
    let effects = say(&mut model, Msg::Map(Gesture::Double(at)));
    arrive(&mut model, effects);
    assert_eq!(model.sight.camera.zoom, 2.0);
}
