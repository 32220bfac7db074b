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
    /// What may be written together with the word that follows.
    joined: &'static [char],
    /// Numbers that a noun says without a figure: none, one and two of something.
    words: &'static [(usize, &'static [&'static str])],
}

/// In Arabic, a noun has a form for two; one and none are said by words.
const ARABIC: [(usize, &[&str]); 3] = [
    (
        0,
        &[
            "لا عناصر",
            "لا أعضاء",
            "لا إفادات",
            "لا عناوين",
            "لا تدابير",
            "لا مصادر",
            "لا تغييرات",
            "لكل إفادة مصدر",
            "لا شيء آخر",
            "ما من عضو",
            "لا يُعرف علنًا عن أي عضو",
            "لا توجد بيانات علنية عن أي عضو",
            "لم تتغير الحالة المعروفة لأي عضو",
            "لم تُسجَّل أي إفادة",
            "لم تتغير أي حالة",
            "لم يُعثر على أي بلد",
        ],
    ),
    (
        1,
        &[
            "عنصر واحد",
            "عضو واحد",
            "لعضو واحد",
            "إفادة واحدة",
            "إفادة سابقة واحدة",
            "عنوان واحد",
            "مصدر واحد",
            "تغيير واحد",
            "حالة واحدة",
            "بلد واحد",
            "عنصر آخر",
            "صف آخر",
        ],
    ),
    (
        2,
        &[
            "عنصران",
            "عضوان",
            "اثنين من الأعضاء",
            "لاثنين من الأعضاء",
            "هذان العضوان",
            "إفادتان",
            "عنوانان",
            "مصدران",
            "تغييران",
            "حالتان",
            "بلدين",
            "صفين",
        ],
    ),
];

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
        joined: &[],
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
        joined: &[],
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
        joined: &[],
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
        joined: &['و'],
        words: &ARABIC,
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
        joined: &[],
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
        let mut begins = true;
        while let Some(letter) = rest.chars().next() {
            let found = match digit(letter) {
                Some(_) => Some(self.starting_with_number(rest)),
                None if !begins => None,
                None => self.month_and_year(rest).or_else(|| self.word(rest)),
            };
            let (what, length) =
                found.map_or((None, letter.len_utf8()), |(what, length)| (Some(what), length));
            said.extend(what);
            let is_joined = begins && what.is_none() && self.0.joined.contains(&letter);
            begins = is_joined || !rest[..length].ends_with(char::is_alphabetic);
            rest = &rest[length..];
        }
        said
    }

    /// Panics where a text does not say this and nothing else, in this order.
    pub fn check(&self, text: &str, expected: &[Said], asked: &dyn std::fmt::Debug) {
        let found = self.read(text);
        assert_eq!(found, expected, "“{text}” ({}: {asked:?})", self.0.tag);
        // What was set apart has an end.
        let marks = |wanted: &[char]| text.matches(wanted).count();
        assert_eq!(marks(&['\u{2066}', '\u{2068}']), marks(&['\u{2069}']), "“{text}” ({})", self.0.tag);
    }

    /// A number said without a figure.
    fn word(&self, text: &str) -> Option<(Said, usize)> {
        let words =
            self.0.words.iter().flat_map(|(number, words)| words.iter().map(move |word| (*number, *word)));
        let (number, word) =
            words.filter(|(_, word)| text.starts_with(word)).max_by_key(|entry| entry.1.len())?;
        let goes_on = text[word.len()..].starts_with(char::is_alphabetic);
        (!goes_on).then_some((Said::Number(number), word.len()))
    }

    /// A number, or a date that begins with its day.
    fn starting_with_number(&self, text: &str) -> (Said, usize) {
        let (number, length) = self.number(text);
        let after = &text[length..];
        let mut date = self.0.between.iter().filter_map(|between| {
            let (said, more) = self.month_and_year(after.strip_prefix(between)?)?;
            let Said::Month(year, month) = said else { return None };
            (1..=31)
                .contains(&number)
                .then_some((Said::Day(year, month, number), length + between.len() + more))
        });
        date.next_back().unwrap_or((Said::Number(number), length))
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
