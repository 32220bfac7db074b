//! What Unicode's data (CLDR, by ICU4X) knows of a language: the native counterpart of `element/js/locale.js`,
//! which asks the browser's `Intl` the same. Not in the wasm: there the browser knows it already.

use super::Locale;
use super::plural::Category;
use crate::country::Code;
use crate::date::{Date, Precision};
use icu_calendar::Gregorian;
use icu_casemap::CaseMapper;
use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{Y, YM, YMD};
use icu_datetime::options::YearStyle;
use icu_datetime::pattern::FixedCalendarDateTimeNames;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale::names::{DisplayNamesPreferences, LanguageIdentifierDisplayName, RegionDisplayName};
use icu_locale::subtags::Region;
use icu_locale::{LanguageIdentifier, Locale as Tag};
use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_plurals::{PluralCategory, PluralRules};
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};
use std::fmt::Write;
use writeable::TryWriteable;

/// International bodies write "12 May 2014".
const ENGLISH: &str = "en-GB";

/// Dates of the calendar of ISO 8601, with some of their fields.
type Dates<F> = FixedCalendarDateTimeFormatter<Gregorian, F>;

/// Everything that texts in one language need.
#[derive(Debug)]
pub struct Icu {
    tag: Tag,
    numbers: DecimalFormatter,
    years: Dates<Y>,
    months: Dates<YM>,
    days: Dates<YMD>,
    plurals: PluralRules,
    collator: CollatorBorrowed<'static>,
}

impl Icu {
    /// What is known of the language with a BCP 47 tag; of one that Unicode knows nothing of, what holds for all
    /// languages. `None` where the tag is none.
    pub fn new(tag: &str) -> Option<Self> {
        let tag = Tag::try_from_str(if tag == "en" { ENGLISH } else { tag }).ok()?;
        Some(Self {
            numbers: DecimalFormatter::try_new((&tag).into(), Default::default()).ok()?,
            years: Dates::try_new((&tag).into(), Y::long().with_year_style(YearStyle::NoEra)).ok()?,
            months: months(&tag)?,
            days: Dates::try_new((&tag).into(), YMD::long().with_year_style(YearStyle::NoEra)).ok()?,
            plurals: PluralRules::try_new_cardinal((&tag).into()).ok()?,
            collator: Collator::try_new((&tag).into(), CollatorOptions::default()).ok()?,
            tag,
        })
    }
}

impl Locale for Icu {
    fn number(&self, number: usize) -> String {
        self.numbers.format(&Decimal::from(number)).to_string()
    }

    fn date(&self, date: Date) -> String {
        let day = date.first_day();
        let at = icu_calendar::Date::try_new_gregorian(day.year.into(), day.month, day.day);
        let at = at.expect("days exist");
        match date.precision() {
            Precision::Year => self.years.format(&at).to_string(),
            Precision::Month => self.months.format(&at).to_string(),
            Precision::Day => self.days.format(&at).to_string(),
        }
    }

    fn host(&self, host: &str) -> Option<String> {
        idna::domain_to_ascii(host).ok()
    }

    fn country(&self, code: Code) -> Option<String> {
        region(&self.tag, code)
    }

    fn country_in(&self, lang: &str, code: Code) -> Option<String> {
        region(&Tag::try_from_str(lang).ok()?, code)
    }

    fn language(&self, tag: &str) -> Option<String> {
        let id = LanguageIdentifier::try_from_str(tag).ok()?;
        let preferences = DisplayNamesPreferences::from(&self.tag);
        let name = LanguageIdentifierDisplayName::try_new_heavy(preferences, id, Default::default()).ok()?;
        // What is partly unknown is given up: it would be half a code.
        name.as_borrowed().try_write_to_string().ok().map(|name| name.into_owned())
    }

    fn plural(&self, number: usize) -> Category {
        match self.plurals.category_for(number) {
            PluralCategory::Zero => Category::Zero,
            PluralCategory::One => Category::One,
            PluralCategory::Two => Category::Two,
            PluralCategory::Few => Category::Few,
            PluralCategory::Many => Category::Many,
            PluralCategory::Other => Category::Other,
        }
    }

    fn order(&self, names: &[String]) -> Vec<usize> {
        let mut order: Vec<usize> = (0..names.len()).collect();
        order.sort_by(|&a, &b| self.collator.compare(&names[a], &names[b]));
        order
    }

    fn fold(&self, text: &str) -> String {
        let categories = CodePointMapData::<GeneralCategory>::new();
        let apart = DecomposingNormalizerBorrowed::new_nfd().normalize(text);
        let letters =
            apart.chars().filter(|&letter| !GeneralCategoryGroup::Mark.contains(categories.get(letter)));
        CaseMapper::new().lowercase_to_string(&letters.collect::<String>(), &self.tag.id).into_owned()
    }
}

/// Months with their year. ICU4X 2.4 forgets to load the digits of the year where only a number and a name stand in the
/// pattern with words between them, as in Portuguese, and then cannot write it: so they are loaded here.
fn months(tag: &Tag) -> Option<Dates<YM>> {
    let fields = YM::long().with_year_style(YearStyle::NoEra);
    let formats = Dates::try_new(tag.into(), fields).ok()?;
    let mut names = FixedCalendarDateTimeNames::from_formatter(tag.into(), formats);
    names.include_decimal_formatter().ok()?;
    names.try_into_formatter(fields).ok()
}

/// The name of a country in a language.
fn region(tag: &Tag, code: Code) -> Option<String> {
    let region = Region::try_from_str(&code.alpha2()?).ok()?;
    let name = RegionDisplayName::try_new_light(tag.into(), region).ok()?;
    let mut text = String::new();
    write!(text, "{name}").ok()?;
    Some(text)
}
