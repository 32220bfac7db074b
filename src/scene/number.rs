//! Lengths as SVG and CSS write them. Fixed decimals: the general way to print a float is larger than all
//! the rest of the map's code.

/// A length with two decimals at most.
pub fn px(value: f64) -> String {
    fixed(value, 2)
}

/// A factor with six decimals at most.
pub fn precise(value: f64) -> String {
    fixed(value, 6)
}

/// The digits are made from the last one on: thousands of numbers are written for one map.
fn fixed(value: f64, decimals: usize) -> String {
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]
    let scaled = (value * 10_i64.pow(decimals as u32) as f64).round() as i64;
    let (mut rest, mut decimals) = (scaled.unsigned_abs(), decimals);
    while decimals > 0 && rest.is_multiple_of(10) {
        rest /= 10;
        decimals -= 1;
    }
    let mut digits = Vec::new();
    while rest > 0 || digits.len() <= decimals {
        if digits.len() == decimals && decimals > 0 {
            digits.push(b'.');
            decimals = 0;
        }
        #[allow(clippy::cast_possible_truncation)]
        digits.push(b'0' + (rest % 10) as u8);
        rest /= 10;
    }
    digits.extend((scaled < 0).then_some(b'-'));
    digits.iter().rev().map(|&digit| char::from(digit)).collect()
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
