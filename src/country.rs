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

    /// The alpha-2 code of an assigned code, as Unicode's locale data (CLDR) knows the country: `XK` for
    /// Kosovo's `XKX`. `None` for every other code: what it may stand for is not guessed.
    pub fn alpha2(&self) -> Option<String> {
        let [a, b, c] = self.0;
        let letters = if let Some(entry) = IRREGULAR.as_bytes().chunks(5).find(|entry| entry[..3] == self.0) {
            [entry[3], entry[4]]
        } else if lists(SECOND, self.0) {
            [a, b]
        } else if lists(THIRD, self.0) {
            [a, c]
        } else {
            return None;
        };
        Some(letters.map(char::from).into_iter().collect())
    }

    /// A number of its own for every code, below `NUMBERS`, for tables of all codes.
    pub fn number(&self) -> usize {
        self.0.iter().fold(0, |number, letter| number * LETTERS + usize::from(letter - b'A'))
    }

    /// How many codes there can be.
    pub const NUMBERS: usize = LETTERS * LETTERS * LETTERS;
}

const LETTERS: usize = 26;

/// Whether a code is in a list of groups: a first letter, then the second and third of each code.
fn lists(groups: &str, [first, rest @ ..]: [u8; 3]) -> bool {
    let mut groups = groups.as_bytes().split(|&letter| letter == b' ');
    groups.any(|group| group[0] == first && group[1..].chunks(2).any(|pair| pair == rest))
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

// All assigned codes of ISO 3166-1, and Kosovo's.

/// The countries whose alpha-2 code is the first and the second letter: France, `FRA`, `FR`.
const SECOND: &str = "\
    AFGIALBRGSMUSZE BELFAGRHRLMMUOLRATNVTWA CANCKHEIVMROLRIUBXRYPZE DEUJIMAOMZA ECUGYRISPTH FINJIRA \
    GABBREOGYHAIBMBRCTMUM HKGMDNDRVTIUN IDNMNNDOTRNSLTA JEYORPN KENGZHMIRNAWT LAOBNCAIEKASOTUUXVA \
    MARCODAHLKDLIMRNGRTSRUSWIYS NAMCLERFKGAICLDORPLRUZL OMN PANERHLRISE QAT REUOUUSWA \
    SAUDNGPHNJMLEMROMSDTPXMYR TCAGOHAJKKLLSONTOWNZA UGAMISAZB VATCTENGBIRNMUT WSM XKX YEM ZAFMBWE";

/// The countries whose alpha-2 code is the first and the third letter: Andorra, `AND`, `AD`.
const THIRD: &str = "\
    ABWGONDRERMTGUT BDIGDHSLZRBRN CAFHLHNODOGOKPVUW DNK ESH FLKROSM GINLPNQRDRLUFUY IRQ JAM KAZOR LBRBY \
    MAFDGDVEXLTNENPOZTQ NIU PAKCNLWNGOLRTRYYF SENLBLVURVKWEWZYC TCDKMUNURUV URY WLF";

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
    fn only_assigned_codes_have_an_alpha2() {
        for (alpha3, alpha2) in [("FRA", "FR"), ("AND", "AD"), ("PSE", "PS"), ("XKX", "XK"), ("BEN", "BJ")] {
            assert_eq!(Code::parse(alpha3).and_then(|code| code.alpha2()).as_deref(), Some(alpha2));
        }
        for other in ["DEN", "GER", "SUN", "ANT", "AAA", "XXX", "FRB"] {
            assert_eq!(Code::parse(other).and_then(|code| code.alpha2()), None, "{other}");
        }
    }
}
