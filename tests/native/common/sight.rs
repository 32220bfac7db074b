//! How colours look to people: how far apart they are, as readers with different sight see them, and how much one
//! stands out from the other.

use palette::color_difference::{Ciede2000, Wcag21RelativeContrast};
use palette::white_point::D65;
use palette::{FromColor, Lab, LinSrgb, Srgb};
use policy_explorer::scene::palette::Colour;

/// Normal sight and the three that lack one kind of cone: Machado, Oliveira, Fernandes, "A Physiologically-based Model
/// for Simulation of Color Vision Deficiency" (2009), severity 1.0. The matrices apply to linear RGB.
pub const SIGHTS: [(&str, [[f64; 3]; 3]); 4] = [
    ("normal sight", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    ),
    (
        "deuteranopia",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    (
        "tritanopia",
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    ),
];

fn srgb(Colour(red, green, blue): Colour) -> Srgb<f64> {
    Srgb::new(red, green, blue).into_format()
}

/// A colour as somebody sees it.
fn seen(colour: Colour, sight: &[[f64; 3]; 3]) -> Lab<D65, f64> {
    let LinSrgb { red, green, blue, .. } = srgb(colour).into_linear();
    let [r, g, b] = sight.map(|row| (row[0] * red + row[1] * green + row[2] * blue).clamp(0.0, 1.0));
    Lab::from_color(LinSrgb::new(r, g, b))
}

/// CIEDE2000 of two colours in CIELAB.
pub fn difference(one: [f64; 3], other: [f64; 3]) -> f64 {
    let lab = |[l, a, b]: [f64; 3]| Lab::<D65, f64>::new(l, a, b);
    lab(one).difference(lab(other))
}

/// CIEDE2000 for whom it is least, and who that is.
pub fn least_difference(one: Colour, other: Colour) -> (f64, &'static str) {
    let seen = |(name, sight)| (seen(one, &sight).difference(seen(other, &sight)), name);
    SIGHTS.map(seen).into_iter().min_by(|a, b| a.0.total_cmp(&b.0)).expect("there are sights")
}

/// The contrast of two colours (WCAG 2.2), 1 to 21.
pub fn contrast(one: Colour, other: Colour) -> f64 {
    srgb(one).relative_contrast(srgb(other))
}

/// Relative luminance (WCAG 2.2), 0 to 1.
pub fn luminance(colour: Colour) -> f64 {
    srgb(colour).relative_luminance().luma
}

/// The colour that a pattern has from afar: `part` of it is `line`, the rest `paper`.
pub fn blended(paper: Colour, line: Colour, part: f64) -> Colour {
    let (paper, line) = (srgb(paper).into_linear(), srgb(line).into_linear());
    let mix = |paper: f64, line: f64| paper * (1.0 - part) + line * part;
    let mixed =
        LinSrgb::new(mix(paper.red, line.red), mix(paper.green, line.green), mix(paper.blue, line.blue));
    let Srgb { red, green, blue, .. } = Srgb::<f64>::from_linear(mixed).into_format::<u8>();
    Colour(red, green, blue)
}
