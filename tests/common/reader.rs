//! Reads numbers and dates back from text, in each language of the widget: written from what the languages do, without
//! anything of the library.

/// A number or a date that stands in a text. A year alone is a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    Number(usize),
    Month(usize, usize),
    Day(usize, usize, usize),
}

impl Said {
    /// What a text says where it says this ISO 8601 date.
    pub fn date(iso: &str) -> Self {
        let parts: Vec<usize> = iso.split('-').map(|part| part.parse().expect("digits")).collect();
        match parts[..] {
            [year] => Self::Number(year),
            [year, month] => Self::Month(year, month),
            [year, month, day] => Self::Day(year, month, day),
            _ => panic!("{iso} is no date"),
        }
    }
}

/// How a language writes.
struct Way {
    tag: &'static str,
    /// What stands between groups of three digits.
    groups: &'static [char],
    months: [&'static str; 12],
    /// What may stand between day, month and year.
    between: &'static [&'static str],
    /// Small numbers that are written out.
    words: &'static [(usize, &'static [&'static str])],
}

const WAYS: [Way; 5] = [
    Way {
        tag: "en",
        groups: &[','],
        months: [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        between: &[" "],
        words: &[],
    },
    Way {
        tag: "fr",
        groups: &['\u{202f}'],
        months: [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        between: &["er ", " "],
        words: &[],
    },
    Way {
        tag: "es",
        groups: &['.'],
        months: [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
        between: &[" de "],
        words: &[],
    },
    Way {
        tag: "ar",
        groups: &['٬', ','],
        months: [
            "يناير",
            "فبراير",
            "مارس",
            "أبريل",
            "مايو",
            "يونيو",
            "يوليو",
            "أغسطس",
            "سبتمبر",
            "أكتوبر",
            "نوفمبر",
            "ديسمبر",
        ],
        between: &[" "],
        words: &[
            (0, &["لا ", "لم ", "ما من"]),
            (1, &["واحد", "آخر", "إجمال"]),
            (
                2,
                &[
                    "عضوان",
                    "عضوين",
                    "عنصران",
                    "إفادتان",
                    "عنوانان",
                    "مصدران",
                    "تغييران",
                    "حالتان",
                    "بلدين",
                    "صفين",
                    "منطقتين",
                    "العضوان",
                    "كلا ",
                ],
            ),
        ],
    },
    Way {
        tag: "pt",
        groups: &['.'],
        months: [
            "janeiro",
            "fevereiro",
            "março",
            "abril",
            "maio",
            "junho",
            "julho",
            "agosto",
            "setembro",
            "outubro",
            "novembro",
            "dezembro",
        ],
        between: &[" de "],
        words: &[],
    },
];

/// A reader of one language.
pub struct Reader(&'static Way);

impl Reader {
    pub fn new(tag: &str) -> Self {
        Self(WAYS.iter().find(|way| way.tag == tag).unwrap_or_else(|| panic!("nobody here reads {tag}")))
    }

    /// Everything that the text says in numbers, in its order.
    pub fn read(&self, text: &str) -> Vec<Said> {
        let mut said = Vec::new();
        let mut rest = text;
        let mut before = ' ';
        while let Some(letter) = rest.chars().next() {
            let found = match digit(letter) {
                Some(_) => Some(self.from_number(rest)),
                None if before.is_alphabetic() => None,
                None => self.month_and_year(rest),
            };
            let (what, length) =
                found.map_or((None, letter.len_utf8()), |(what, length)| (Some(what), length));
            said.extend(what);
            before = rest[..length].chars().next_back().unwrap_or(' ');
            rest = &rest[length..];
        }
        said
    }

    /// Whether the text says a number by a word.
    pub fn spells(&self, text: &str, number: usize) -> bool {
        let words = self.0.words.iter().find(|entry| entry.0 == number);
        words.is_some_and(|entry| entry.1.iter().any(|word| text.contains(word)))
    }

    /// Panics where a text does not say this and nothing else, in this order.
    pub fn check(&self, text: &str, expected: &[Said], asked: &dyn std::fmt::Debug) {
        let found = self.read(text);
        let mut rest = found.iter().peekable();
        for wanted in expected {
            let is_spelt = matches!(wanted, Said::Number(number) if self.spells(text, *number));
            if rest.next_if_eq(&wanted).is_none() {
                assert!(is_spelt, "“{text}” says {found:?}, not {expected:?} ({}: {asked:?})", self.0.tag);
            }
        }
        assert_eq!(
            rest.next(),
            None,
            "“{text}” says {found:?}, not {expected:?} ({}: {asked:?})",
            self.0.tag
        );
    }

    /// A number, or a date that begins with its day.
    fn from_number(&self, text: &str) -> (Said, usize) {
        let (number, length) = self.number(text);
        let after = &text[length..];
        let date = self.0.between.iter().filter_map(|between| {
            let (said, more) = self.month_and_year(after.strip_prefix(between)?)?;
            let Said::Month(year, month) = said else { return None };
            (1..=31)
                .contains(&number)
                .then_some((Said::Day(year, month, number), length + between.len() + more))
        });
        date.last().unwrap_or((Said::Number(number), length))
    }

    fn month_and_year(&self, text: &str) -> Option<(Said, usize)> {
        let month = self.0.months.iter().position(|month| text.starts_with(month))?;
        let name = self.0.months[month];
        self.0.between.iter().find_map(|between| {
            let after = text[name.len()..].strip_prefix(between)?;
            digit(after.chars().next()?)?;
            let (year, length) = self.number(after);
            Some((Said::Month(year, month + 1), name.len() + between.len() + length))
        })
    }

    /// The number that a text begins with, and how long it is there.
    fn number(&self, text: &str) -> (usize, usize) {
        let letters: Vec<(usize, char)> = text.char_indices().collect();
        let is_digit = |at: usize| letters.get(at).and_then(|(_, letter)| digit(*letter)).is_some();
        let mut at = 0;
        let mut number = 0;
        loop {
            let is_group = |at: usize| {
                letters.get(at).is_some_and(|(_, letter)| self.0.groups.contains(letter))
                    && (1..=3).all(|next| is_digit(at + next))
                    && !is_digit(at + 4)
            };
            if let Some(value) = letters.get(at).and_then(|(_, letter)| digit(*letter)) {
                number = number * 10 + value;
            } else if !is_group(at) {
                break;
            }
            at += 1;
        }
        (number, letters.get(at).map_or(text.len(), |entry| entry.0))
    }
}

/// The value of a digit, European or Arabic-Indic.
fn digit(letter: char) -> Option<usize> {
    let zero = match letter {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        _ => return None,
    };
    Some(letter as usize - zero as usize)
}
