//! Lengths as SVG and CSS write them. Fixed decimals: the general way to print a float is larger than all
//! the rest of the map's code.

use std::fmt::Write;

/// A length with two decimals at most.
pub fn px(value: f64) -> String {
    fixed(value, 2)
}

/// A factor with six decimals at most.
pub fn precise(value: f64) -> String {
    fixed(value, 6)
}

fn fixed(value: f64, decimals: usize) -> String {
    let factor = 10_i64.pow(u32::try_from(decimals).expect("few decimals"));
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]
    let scaled = (value * factor as f64).round() as i64;
    let mut text = String::new();
    if scaled < 0 {
        text.push('-');
    }
    let (whole, part) =
        (scaled.unsigned_abs() / factor.unsigned_abs(), scaled.unsigned_abs() % factor.unsigned_abs());
    write!(text, "{whole}").expect("a string takes everything");
    if part > 0 {
        write!(text, ".{part:0decimals$}").expect("a string takes everything");
        text.truncate(text.trim_end_matches('0').len());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_short() {
        for (value, text) in [
            (0.0, "0"),
            (960.0, "960"),
            (2.5, "2.5"),
            (-0.25, "-0.25"),
            (0.004, "0"),
            (1.999, "2"),
            (10.05, "10.05"),
        ] {
            assert_eq!(px(value), text);
        }
        assert_eq!(precise(0.234_375), "0.234375");
    }
}
