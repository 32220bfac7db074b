//! The sheet: all pictures small on one page, a row a scene and a column a language and set of colours; each is
//! a link to the picture as it is.

use std::fmt::Write;
use std::path::Path;

use super::{Shot, WIDTHS};

const STYLE: &str = "body { margin: 16px; font: 12px system-ui, sans-serif; background: #777; color: #fff }
    h2 { margin: 16px 0 8px } .row { display: flex; gap: 8px; margin-bottom: 8px; align-items: start }
    .row b { width: 72px; flex: none } a { flex: none; background: #fff; display: block; overflow: hidden }
    img { display: block; width: 100% }";

/// Writes it as `index.html` beside the pictures.
pub fn write(shots: &[Shot], folder: &Path) {
    let mut html =
        format!("<!doctype html><meta charset=\"utf-8\"><title>Look</title><style>{STYLE}</style>");
    for (width, (small, high)) in WIDTHS {
        if shots.iter().all(|shot| shot.width != width) {
            continue;
        }
        section(&mut html, shots, width, &format!("width:{small}px;height:{high}px"))
            .expect("a string takes all");
    }
    std::fs::write(folder.join("index.html"), html).expect("the folder can be written");
}

fn section(html: &mut String, shots: &[Shot], width: u32, size: &str) -> std::fmt::Result {
    write!(html, "<h2>{width} px</h2>")?;
    let mut row = "";
    for shot in shots.iter().filter(|shot| shot.width == width) {
        if shot.scene.name != row {
            let end = if row.is_empty() { "" } else { "</div>" };
            row = shot.scene.name;
            write!(html, "{end}<div class=\"row\"><b>{row}</b>")?;
        }
        let name = shot.name();
        write!(html, "<a href=\"{name}.png\" style=\"{size}\"><img src=\"{name}.png\" alt=\"{name}\"></a>")?;
    }
    write!(html, "</div>")
}
