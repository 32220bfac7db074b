//! Names of countries: those of Unicode's data (CLDR) in the widget's languages, the usual other ones, official ones.
//! They are compared as sets of words, so that "Iran, Islamic Rep." is "Islamic Republic of Iran".

use super::lists::{FORMS, GUARDED, OTHER, SEVERAL};
use crate::words::fold;
use policy_explorer::country::Code;
use policy_explorer::message::aliases::other_names;
use policy_explorer::message::icu::Icu;
use policy_explorer::message::{LANGUAGES, Locale};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The countries by their names.
#[derive(Debug)]
pub struct Names {
    by_key: BTreeMap<String, BTreeSet<Code>>,
    /// Names as they are written, for likely ones of an unknown name.
    written: Vec<(String, Code)>,
}

/// All codes that ISO 3166-1 assigns, and Kosovo's.
pub fn assigned() -> impl Iterator<Item = Code> {
    let letters = || b'A'..=b'Z';
    let triples = letters().flat_map(move |a| letters().flat_map(move |b| letters().map(move |c| [a, b, c])));
    let codes = triples.filter_map(|letters| Code::parse(std::str::from_utf8(&letters).ok()?));
    codes.filter(|code| code.alpha2().is_some())
}

static FORM_KEYS: LazyLock<BTreeSet<String>> = LazyLock::new(|| FORMS.split_whitespace().map(key).collect());

static USUAL: LazyLock<Names> = LazyLock::new(Names::usual);

impl Names {
    /// The usual names of all countries.
    fn usual() -> Self {
        let mut names = Self { by_key: BTreeMap::new(), written: Vec::new() };
        let english = Icu::new("en").expect("English is known");
        for code in assigned() {
            for name in LANGUAGES.iter().filter_map(|lang| english.country_in(lang, code)) {
                names.add(&name, code);
            }
            other_names(code).for_each(|name| names.add(name, code));
        }
        for line in OTHER.lines() {
            let (code, others) = line.split_once(';').expect("a code and names");
            let code = Code::parse(code).expect("a code");
            others.split(';').for_each(|name| names.add(name, code));
        }
        for line in SEVERAL.lines() {
            let (codes, stems) = line.split_once(';').expect("codes and stems");
            let codes: BTreeSet<Code> = codes.split(' ').filter_map(Code::parse).collect();
            for stem in stems.split(';') {
                names.by_key.insert(key(stem), codes.clone());
            }
        }
        names
    }

    fn add(&mut self, name: &str, code: Code) {
        let key = key(name);
        if !key.is_empty() {
            self.by_key.entry(key).or_default().insert(code);
            self.written.push((fold(name), code));
        }
    }

    /// The countries that a name may mean.
    pub fn find(text: &str) -> BTreeSet<Code> {
        let found = USUAL.by_key.get(&key(text)).cloned().unwrap_or_default();
        if found.is_empty() { Self::without_form(text) } else { found }
    }

    /// The country of a name with the form of its state, such as "Republic of Kenya". Stems that several states have or
    /// had need their own entry.
    fn without_form(text: &str) -> BTreeSet<Code> {
        let key = key(text);
        let (formal, stem): (Vec<&str>, Vec<&str>) =
            key.split(' ').partition(|word| FORM_KEYS.contains(*word));
        let stem = stem.join(" ");
        if formal.is_empty() || stem.is_empty() || GUARDED.split(';').any(|name| self::key(name) == stem) {
            return BTreeSet::new();
        }
        USUAL.by_key.get(&stem).filter(|codes| codes.len() == 1).cloned().unwrap_or_default()
    }

    /// The countries whose names are nearest to a text that is none, nearest first.
    pub fn likely(text: &str) -> Vec<Code> {
        let folded = fold(text);
        let near = |(name, code): &(String, Code)| {
            let likeness = strsim::normalized_damerau_levenshtein(name, &folded);
            let is_part = folded.len() > 3 && name.split(' ').any(|word| word == folded);
            (likeness > 0.7 || is_part).then_some(((likeness * 1e6) as i64, *code))
        };
        let mut found: Vec<(i64, Code)> = USUAL.written.iter().filter_map(near).collect();
        found.sort_unstable_by_key(|&(likeness, code)| (-likeness, code));
        let mut codes = Vec::new();
        for (_, code) in found {
            if !codes.contains(&code) && codes.len() < LIKELY {
                codes.push(code);
            }
        }
        codes
    }
}

/// As many likely countries are shown.
const LIKELY: usize = 4;

/// A name as it is compared: its words in one order, without small ones, abbreviations written out.
pub fn key(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = folded.split(' ').filter(|word| !SMALL.contains(word)).map(whole).collect();
    words.sort_unstable();
    words.dedup();
    words.join(" ").trim().to_owned()
}

/// One form of words that are abbreviated, or differ a little from language to language.
fn whole(word: &str) -> &str {
    match word {
        "republic" | "republique" | "republica" => "rep",
        "democratic" | "democratique" | "democratica" => "dem",
        "federated" | "federal" | "federale" | "federation" | "federados" | "federes" | "federacion"
        | "federacao" => "fed",
        "states" | "etats" | "estados" => "sts",
        "saint" | "sainte" | "san" | "santa" | "santo" | "ste" => "st",
        "island" | "islands" | "isl" | "isles" | "ile" | "iles" | "isla" | "islas" | "ilha" | "ilhas" => "is",
        "people" | "peoples" | "popular" | "populaire" | "pop" => "peoples",
        other => other,
    }
}

/// Words that do not count.
const SMALL: [&str; 27] = [
    "the", "of", "and", "le", "la", "les", "l", "du", "de", "des", "d", "et", "el", "los", "las", "del", "y",
    "e", "o", "a", "os", "as", "da", "do", "das", "dos", "",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> String {
        Names::find(text).iter().map(|code| code.as_str().to_owned()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn names_are_found_as_people_write_them() {
        for line in [
            "CIV Ivory Coast|Côte d’Ivoire|COTE D'IVOIRE|Costa de Marfil|ساحل العاج",
            "GMB The Gambia|Gambia, The|Gambie|Republic of The Gambia",
            "IRN Iran, Islamic Rep.|Iran (Islamic Republic of)|Islamic Republic of Iran|إيران",
            "PRK Korea, Dem. People's Rep.|Korea (the Democratic People’s Republic of)|North Korea|Corée du Nord",
            "KOR Korea, Rep.|Korea (Republic of)|Corea del Sur|Rep. of Korea|South Korea|República de Corea",
            "COD Congo, Dem. Rep.|DR Congo|Congo (Kinshasa)|Rép. dém. du Congo|República Democrática del Congo",
            "COG Congo, Rep.|Congo-Brazzaville|Congo (Brazzaville)|République du Congo",
            "FSM Micronesia, Fed. Sts.|Micronesia (Federated States of)",
            "LCA St. Lucia|Sainte-Lucie|Santa Lucía|St.Lucia",
            "KNA St. Kitts & Nevis|Saint Kitts and Nevis",
            "VCT St. Vincent and the Grenadines|Saint Vincent & Grenadines",
            "TZA Tanzania, United Rep.|United Republic of Tanzania|République-Unie de Tanzanie",
            "VEN Venezuela, RB|Venezuela (Bolivarian Republic of)|República Bolivariana de Venezuela",
            "EGY Egypt, Arab Rep.|Arab Republic of Egypt|جمهورية مصر العربية",
            "YEM Yemen, Rep.|Republic of Yemen",
            "MAR Royaume du Maroc|Kingdom of Morocco|المملكة المغربية",
            "USA U.S.A.|U.S.|EE. UU.|EEUU|Etats-Unis|United States of America|États-Unis d'Amérique",
            "GBR U.K.|United Kingdom of Great Britain and Northern Ireland|Royaume-Uni|Reino Unido",
            "MKD Macedonia|The former Yugoslav Republic of Macedonia|Macedonia, FYR|North Macedonia",
            "LAO Lao PDR|Lao People's Democratic Republic|República Democrática Popular Lao",
            "PSE Palestine, State of|State of Palestine|Palestina|دولة فلسطين",
            "CHN People's Republic of China|China",
            "TWN Taiwan, Province of China|Taiwan|Chinese Taipei",
            "HKG Hong Kong SAR, China|Hong Kong|China, Hong Kong SAR",
            "DEU Federal Republic of Germany|Allemagne",
            "SOM Somalia|Federal Republic of Somalia",
            "NER Niger|République du Niger",
            "NGA Nigeria",
            "DMA Dominica|Commonwealth of Dominica",
            "DOM Dominican Rep.|República Dominicana",
            "GNB Guinea-Bissau|Guinée-Bissau",
            "VIR Virgin Islands (U.S.)|US Virgin Islands|Virgin Islands, U.S.",
            "VGB British Virgin Islands|Virgin Islands (British)|Îles Vierges britanniques",
            "SXM Sint Maarten (Dutch part)|Sint Maarten",
            "MAF St. Martin (French part)|Saint Martin (French part)",
        ] {
            let (code, names) = line.split_once(' ').unwrap();
            for name in names.split('|') {
                assert_eq!(codes(name), code, "{name}");
            }
        }
    }

    #[test]
    fn stems_of_several_names_are_nobodys() {
        for (name, found) in [
            ("Congo", "COD COG"),
            ("الكونغو", "COD COG"),
            ("Corée", "KOR PRK"),
            ("Corea", "KOR PRK"),
            ("كوريا", "KOR PRK"),
            ("Guinée", "GIN GNB GNQ PNG"),
            ("غينيا", "GIN GNB GNQ PNG"),
            ("Virgin Islands", "VGB VIR"),
            ("Islas Vírgenes", "VGB VIR"),
            ("Îles Vierges", "VGB VIR"),
            ("St. Martin", "MAF SXM"),
            ("Saint-Martin", "MAF SXM"),
            ("San Martín", "MAF SXM"),
            ("Republic of China", ""),
            ("Republic", ""),
            ("Columbia", ""),
        ] {
            assert_eq!(codes(name), found, "{name}");
        }
    }

    /// What CLDR calls a country in one of the languages means that country, or is one of the stems.
    #[test]
    fn no_two_countries_share_a_name_by_accident() {
        let stems: BTreeSet<String> =
            SEVERAL.lines().flat_map(|line| line.split(';').skip(1)).map(key).collect();
        let shared = USUAL.by_key.iter().filter(|(key, codes)| codes.len() > 1 && !stems.contains(*key));
        assert_eq!(shared.collect::<Vec<_>>(), Vec::new());
    }
}
