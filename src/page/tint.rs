//! Colours for a drawing whose own style sheet has not come: by attributes, which every style overrules, and by the tones of
//! `styles`.

use super::styles;
use crate::against::Change;
use crate::feed::{Feed, LevelIndex};
use crate::markup::{Attribute, Element, Html};
use crate::scene::palette::{LIGHT, Theme, Tone, style};
use crate::status::Status;
use crate::survey::Shade;
use std::collections::BTreeMap;

/// The drawing of a feed with colours.
pub fn tinted(mut html: Html, feed: &Feed) -> Html {
    let levels = (0..feed.scale.len()).map(|level| Status::Level(LevelIndex(level)));
    let done = (0..=feed.measures.len()).map(Status::Done);
    let shades = levels.chain(done).map(Shade::Status).chain(Change::ALL.map(Shade::Change));
    let tones = shades.filter_map(|shade| Some((style(shade), Tone::of(feed, shade)?))).collect();
    Tint { tones }.node(&mut html, false);
    html
}

struct Tint {
    /// By style.
    tones: BTreeMap<String, Tone>,
}

impl Tint {
    fn node(&self, html: &mut Html, in_svg: bool) {
        match html {
            Html::List(nodes) => nodes.iter_mut().for_each(|node| self.node(node, in_svg)),
            Html::Element(element) => {
                let in_svg = in_svg || element.kind.name == "svg";
                self.element(element, in_svg);
                element.content.iter_mut().for_each(|node| self.node(node, in_svg));
            }
            Html::Apart(_, drawn) => {
                *html = drawn.nodes();
                self.node(html, in_svg);
            }
            Html::Nothing | Html::Text(_) => {}
        }
    }

    fn element(&self, element: &mut Element, in_svg: bool) {
        let of = |element: &Element, name: &str| element.attribute(name).unwrap_or_default().to_owned();
        let (own, class) = (of(element, "data-style"), of(element, "class"));
        let Theme { background, land, border, hatch, .. } = LIGHT;
        let tone = self.tones.get(&own).copied();
        if let Some(tone) = tone {
            element.written.push(("data-tone", styles::name(tone).into()));
        }
        if in_svg && element.attribute("data-muted").is_some() {
            // Filtered out: no status.
            paint(element, "fill", background.hex());
        } else if let Some(tone) = tone.filter(|_| in_svg) {
            paint(element, "fill", LIGHT.tone(tone).hex());
        }
        if element.attribute("part") == Some("marker") {
            paint(element, "fill", hatch.0.hex());
            paint(element, "stroke", border.hex());
        }
        match (class.as_str(), own.as_str()) {
            ("borders", _) => {
                paint(element, "fill", "none".to_owned());
                paint(element, "stroke", border.hex());
                for path in &mut element.content {
                    if let Html::Element(path) = path {
                        paint(path, "stroke-width", "0.6".to_owned());
                        paint(path, "vector-effect", "non-scaling-stroke".to_owned());
                    }
                }
            }
            ("rings", _) => paint(element, "fill", "none".to_owned()),
            ("hatch-paper", _) => paint(element, "fill", hatch.0.hex()),
            ("hatch-line", _) => paint(element, "fill", hatch.1[0].hex()),
            ("sphere", _) => paint(element, "fill", background.hex()),
            (_, "plain") if in_svg => paint(element, "fill", land.hex()),
            _ => {}
        }
        // What is in it takes it over.
        if element.kind.name == "svg" {
            paint(element, "fill-rule", "evenodd".to_owned());
        }
    }
}

/// An attribute, unless the drawing has it.
fn paint(element: &mut Element, name: &'static str, value: String) {
    if element.attribute(name).is_none() {
        element.written.push((name, Attribute::from(value)));
    }
}

/// The drawing with everything but the map put away until the styles are here, which show it (`styles/picture.css`): all of
/// it would move then, and the map is what is waited for. Nothing is put away where there is no map, which is said.
pub fn map_first(html: &mut Html) -> bool {
    match html {
        Html::List(nodes) => {
            let with: Vec<bool> = nodes.iter_mut().map(map_first).collect();
            let has_map = with.contains(&true);
            if has_map {
                nodes.iter_mut().zip(with).filter(|(_, with)| !with).for_each(|(node, _)| put_away(node));
            }
            has_map
        }
        Html::Element(element) => {
            let mut content = Html::List(std::mem::take(&mut element.content));
            let has_map = map_first(&mut content) || element.attribute("class") == Some("camera");
            element.content = vec![content];
            has_map
        }
        Html::Apart(..) | Html::Nothing | Html::Text(_) => false,
    }
}

fn put_away(html: &mut Html) {
    match html {
        Html::List(nodes) => nodes.iter_mut().for_each(put_away),
        // Who sees made-up data is told first.
        Html::Element(element) if element.attribute("class").is_some_and(|class| class.contains("demo")) => {}
        Html::Element(element) if element.attribute("hidden").is_none() => {
            element.written.extend(
                [("hidden", ""), ("data-until", "styled")]
                    .map(|(name, value)| (name, Attribute::Static(value))),
            );
        }
        _ => {}
    }
}

/// The drawing without what answers the reader: buttons are their words, and what only scripts can do is left out.
pub fn plain(html: Html) -> Html {
    match html {
        Html::List(nodes) => Html::List(nodes.into_iter().map(plain).collect()),
        Html::Element(element) if element.attribute("data-column") == Some("compare") => Html::Nothing,
        Html::Element(element) if element.kind.name == "button" => {
            Html::List(element.content.into_iter().map(plain).collect())
        }
        Html::Element(mut element) => {
            element.content = element.content.into_iter().map(plain).collect();
            Html::Element(element)
        }
        Html::Apart(_, drawn) => plain(drawn.nodes()),
        other => other,
    }
}
