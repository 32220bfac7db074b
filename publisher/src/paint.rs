//! Pictures painted without a browser.

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use std::sync::Arc;

/// Families that readers' systems have for `system-ui` and `sans-serif`, the most likely first. What one lacks, such as Arabic
/// letters, another font gives.
const FAMILIES: [&str; 6] =
    ["Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans", "Liberation Sans", "Arial"];

/// DejaVu Sans, with Latin, Arabic and many other letters: a machine that serves pages may have no fonts at all.
const SHIPPED: &[u8] = include_bytes!("../fonts/DejaVuSans.ttf");

/// So many px are painted for one of the drawing where no size is asked for, as for the widget's own download.
const DENSITY: f32 = 2.0;

/// What paints, with the fonts of this system.
pub struct Painter {
    options: Options<'static>,
}

impl Painter {
    pub fn new() -> Self {
        let mut options = Options::default();
        let fonts = Arc::make_mut(&mut options.fontdb);
        fonts.load_system_fonts();
        fonts.load_font_data(SHIPPED.to_vec());
        let known =
            |family: &&&str| fonts.faces().any(|face| face.families.iter().any(|(name, _)| name == **family));
        let family = FAMILIES.iter().find(known).map_or("DejaVu Sans", |family| *family);
        fonts.set_sans_serif_family(family);
        options.font_family = family.to_owned();
        Self { options }
    }

    /// The drawing as a PNG file, so many px wide.
    ///
    /// # Errors
    /// In words, when it cannot be painted.
    pub fn png(&self, svg: &str, width: Option<f64>) -> Result<Vec<u8>, String> {
        let tree = Tree::from_str(svg, &self.options).map_err(|error| error.to_string())?;
        let size = tree.size();
        #[allow(clippy::cast_possible_truncation)]
        let scale = width.map_or(DENSITY, |width| width as f32 / size.width());
        let size = size.to_int_size().scale_by(scale).ok_or("the picture is too large")?;
        let mut pixels = Pixmap::new(size.width(), size.height()).ok_or("the picture is too large")?;
        pixels.fill(Color::WHITE);
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        pixels.encode_png().map_err(|error| error.to_string())
    }
}
