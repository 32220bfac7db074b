//! Country codes of ISO 3166-1: alpha-3, as feeds and geometry name countries, and alpha-2, which
//! locale data wants. Knows no names and no shapes.

use std::fmt;

/// A code of the form of ISO 3166-1 alpha-3: three upper-case ASCII letters. That it is assigned to a
/// country is not part of the type.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code([u8; 3]);

impl Code {
    /// Reads `FRA`; anything but three upper-case ASCII letters is `None`.
    pub const fn parse(text: &str) -> Option<Self> {
        match text.as_bytes() {
            &[a @ b'A'..=b'Z', b @ b'A'..=b'Z', c @ b'A'..=b'Z'] => Some(Self([a, b, c])),
            _ => None,
        }
    }

    /// The three letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("made of ASCII letters")
    }

    /// The alpha-2 code, as Unicode's locale data (CLDR) knows the country: `XK` for Kosovo's `XKX`.
    pub fn alpha2(&self) -> String {
        let [a, b, c] = self.0.map(char::from);
        if let Some(entry) = IRREGULAR.as_bytes().chunks(5).find(|entry| entry[..3] == self.0) {
            return entry[3..].iter().copied().map(char::from).collect();
        }
        let by_third = FIRST_AND_THIRD.as_bytes().chunks(3).any(|code| code == self.0);
        [a, if by_third { c } else { b }].into_iter().collect()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

// Most alpha-2 codes are the first two letters of the alpha-3 code.

/// The countries whose alpha-2 code is the first and the third letter: Andorra, `AND`, `AD`.
const FIRST_AND_THIRD: &str = "\
    ABWAGOANDAREARMATGAUTBDIBGDBHSBLZBRBBRNCAFCHLCHNCODCOGCOKCPVCUWDNKESHFLKFROFSMGINGLPGNQGRD\
    GRLGUFGUYIRQJAMKAZKORLBRLBYMAFMDGMDVMEXMLTMNEMNPMOZMTQNIUPAKPCNPLWPNGPOLPRTPRYPYFSENSLBSLV\
    SURSVKSWESWZSYCTCDTKMTUNTURTUVURYWLF";

/// The others, with both codes: Benin, `BEN`, `BJ`.
const IRREGULAR: &str = "\
    ALAAXATAAQATFTFBENBJBESBQBIHBABLRBYCOMKMCYMKYESTEEGNBGWIRLIEISRILMACMOMYTYTPRKKPSGSGSSPMPM\
    SRBRSSVNSIUKRUA";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_three_upper_case_letters_are_a_code() {
        assert_eq!(Code::parse("FRA").map(|code| code.to_string()), Some("FRA".into()));
        for wrong in ["", "FR", "fra", "FRAN", "F1A", "ÉRA"] {
            assert_eq!(Code::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn alpha2_follows_iso_3166() {
        for (alpha3, alpha2) in [
            ("FRA", "FR"),
            ("AND", "AD"),
            ("ZMB", "ZM"),
            ("PSE", "PS"),
            ("XKX", "XK"),
            ("SXM", "SX"),
            ("BEN", "BJ"),
        ] {
            assert_eq!(Code::parse(alpha3).map(|code| code.alpha2()).as_deref(), Some(alpha2));
        }
    }
}
