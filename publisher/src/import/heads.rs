//! Heads of columns: which of the usual ones in English, French, Spanish, Arabic and Portuguese means what.

use super::date;
use super::publication::Publication;
use crate::words::{clean, fold};
use policy_explorer::date::Date;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The claim's number, by which other tables name it.
    Claim,
    /// The country's name, or a code of any kind.
    Country,
    /// The country's code.
    Code,
    /// "State", which may mean either.
    State,
    /// The measure.
    Measure,
    /// The measure by its clause.
    Clause,
    /// The status.
    Status,
    /// Since when, or by when.
    Date,
    /// Addresses.
    Source,
    /// The source's title.
    SourceTitle,
    /// Who published the source.
    SourcePublisher,
    /// When the source was published.
    SourceDate,
    /// The source's language.
    SourceLang,
    /// The words of the source.
    Quote,
    /// A copy of the source.
    Archived,
    /// When the source was last read.
    Checked,
    /// What the sources say.
    Note,
    /// Whether it began at the date or was so by then.
    Dating,
    /// When the publisher first said so.
    Recorded,
    /// When the publisher took it back.
    Withdrawn,
    /// Why it was taken back.
    Correction,
    /// The replies to the claim, for reading.
    Responses,
    /// Who replied.
    ResponseBy,
    /// What the reply says.
    ResponseText,
    /// When the reply was given.
    ResponseDate,
    /// Where the reply can be read.
    ResponseUrl,
    /// Whether the claim is invented.
    Demo,
    /// What the columns beside say already.
    Repeats,
    /// Whether the publication keeps the row out of the feed; it names the head.
    Withhold,
}

/// Each field with the name that `--map` knows it by, and its heads without spaces and signs.
const HEADS: [(Field, &str, &str); 28] = [
    (Field::Claim, "claim", "claim claimnumber claimno"),
    (
        Field::Country,
        "country",
        "country countries countryname nameofcountry member members memberstate memberstates \
        membercountry membercountries nation stateparty party territory countryterritory countryorterritory name pays paysmembre \
        etatmembre etatpartie nomdupays pais paises estadomiembro estadoparte paismiembro nombredelpais estadomembro \
        البلد الدوله الدولهالعضو بلد دوله اسمالبلد اسمالدوله البلدان الدول",
    ),
    (
        Field::Code,
        "code",
        "iso iso2 iso3 isocode iso2code iso3code isoalpha2 isoalpha3 iso3166 iso31661 iso31661alpha2 iso31661alpha3 \
        alpha2 alpha3 alpha2code alpha3code code countrycode codecountry countryiso countryiso2 countryiso3 iso3countrycode iso2countrycode m49 \
        m49code unm49 numericcode isonumeric codeiso codepays codedupays codepais codigo codigodepais codigodelpais codigoiso \
        codigopais codigodopais cca2 cca3 ccn3 الرمز رمزالبلد رمزالدوله",
    ),
    (Field::State, "state", "state states etat etats estado estados"),
    (
        Field::Measure,
        "measure",
        "measure measures measureid measurename mesure mesures medida medidas التدبير تدبير التدابير الاجراء اجراء",
    ),
    (Field::Clause, "clause", "clause clauses clausenumber clauseno clausula clausulas البند بند رقمالبند"),
    (
        Field::Status,
        "status",
        "status statusid currentstatus implementationstatus statusofimplementation statut statuts statutdemiseenoeuvre \
        etatdavancement etatdemiseenoeuvre situation estatus situacion estadodeimplementacion estadodeaplicacion situacao estadodaaplicacao \
        الحاله حاله حالهالتنفيذ الوضع",
    ),
    (
        Field::Date,
        "date",
        "date dates year since sincewhen asof from dateof statusdate startdate effectivedate dateofstatus datesince \
        inforcesince implementationdate dateofimplementation datedemiseenoeuvre fechadeimplementacion annee an depuis datedu fecha fechas ano anio desde data التاريخ تاريخ السنه سنه العام منذ",
    ),
    (
        Field::Source,
        "source",
        "source sources sourcesaddresses sourceurl sourceurls sourcelink sourcelinks url urls link links weblink hyperlink urlofsource linktosource sourceofinformation liensource lienverslasource enlacealafuente website webaddress \
        reference references evidence evidenceurl lien liens adresse urlsource fuente fuentes enlace enlaces referencia referencias \
        fonte fontes ligacao المصدر مصدر المصادر الرابط رابط روابط المرجع",
    ),
    (
        Field::SourceTitle,
        "source-title",
        "sourcetitle sourcestitles titleofsource sourcename evidencetitle title titre titredelasource titulo \
        titulodelafuente titulodafonte عنوانالمصدر العنوان",
    ),
    (
        Field::SourcePublisher,
        "source-publisher",
        "sourcepublisher publisher evidencepublisher editeur editor الناشر",
    ),
    (
        Field::SourceDate,
        "source-date",
        "sourcedate evidencedate dateofsource publicationdate datedelasource fechadelafuente تاريخالمصدر",
    ),
    (Field::SourceLang, "source-lang", "sourcelang sourcelanguage lang language langue idioma اللغه"),
    (Field::Quote, "quote", "quote sourcequote quotation citation cita"),
    (Field::Archived, "archived", "archived sourcearchived archive archiveurl"),
    (Field::Checked, "checked", "checked sourcechecked lastchecked accessed"),
    (
        Field::Note,
        "note",
        "note notes remark remarks comment comments remarque remarques commentaire commentaires nota notas observaciones \
        comentarios observacoes ملاحظات ملاحظه",
    ),
    (Field::Dating, "dating", "dating datekind kindofdate datetype"),
    (Field::Recorded, "recorded", "recorded recordedon firstrecorded"),
    (Field::Withdrawn, "withdrawn", "withdrawn withdrawnon"),
    (Field::Correction, "correction", "correction corrections"),
    (Field::Responses, "responses", "responses"),
    (Field::ResponseBy, "response-by", "responseby"),
    (Field::ResponseText, "response-text", "responsetext"),
    (Field::ResponseDate, "response-date", "responsedate"),
    (Field::ResponseUrl, "response-url", "responseurl"),
    (Field::Demo, "demo", "demo"),
    (Field::Repeats, "repeats", "measuretitle statuslabel datefirst datelast sourcescount"),
];

/// The fields by their heads.
static FIELDS: LazyLock<HashMap<&str, Field>> = LazyLock::new(|| {
    HEADS.iter().flat_map(|(field, _, heads)| heads.split_whitespace().map(|head| (head, *field))).collect()
});

impl Field {
    /// A field by the name that `--map` knows it by.
    pub fn named(name: &str) -> Option<Self> {
        HEADS.iter().find(|(_, known, _)| *known == name.to_ascii_lowercase()).map(|entry| entry.0)
    }

    /// Whether it holds texts that may stand in several languages, a column each.
    pub fn is_spoken(self) -> bool {
        matches!(
            self,
            Self::SourceTitle
                | Self::SourcePublisher
                | Self::Quote
                | Self::Note
                | Self::Correction
                | Self::ResponseBy
                | Self::ResponseText
        )
    }

    /// All names that `--map` knows.
    pub fn names() -> impl Iterator<Item = &'static str> {
        HEADS.iter().map(|entry| entry.1)
    }
}

/// What a head says of its column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    /// What the column holds; none if the head is a measure or a date alone.
    pub field: Option<Field>,
    /// The measure that all its cells are about.
    pub measure: Option<String>,
    /// The date of all its cells.
    pub date: Option<Date>,
    /// The language of all its texts, a BCP 47 tag.
    pub lang: Option<String>,
}

impl Head {
    /// Whether it says nothing that is known.
    pub fn is_unknown(&self) -> bool {
        *self == Self::default()
    }
}

/// What a head says.
pub fn head(text: &str, publication: &Publication) -> Head {
    let text = clean(text);
    if text.chars().count() > 200 {
        return Head::default();
    }
    let bare = without_brackets(&text);
    let first = bare.lines().next().unwrap_or_default();
    for text in [&*text, &*bare, first] {
        let head = exactly(text, publication);
        if !head.is_unknown() {
            return head;
        }
    }
    spoken(&bare, publication).unwrap_or_else(|| compound(&fold(&bare), publication))
}

/// `note.fr`, `source_title_pt-BR`: a text, and the language that it is in.
fn spoken(text: &str, publication: &Publication) -> Option<Head> {
    let is_part =
        |part: &str| matches!(part.len(), 1..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    text.match_indices(['.', '_']).find_map(|(at, _)| {
        let (name, tag) = (&text[..at], text[at + 1..].replace('_', "-"));
        let field = field(&fold(name), publication).filter(|field| field.is_spoken())?;
        let is_language =
            |part: &str| matches!(part.len(), 2 | 3) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
        let is_tag = tag.split('-').all(is_part) && tag.split('-').next().is_some_and(is_language);
        is_tag.then(|| Head { field: Some(field), lang: Some(tag), ..Head::default() })
    })
}

fn exactly(text: &str, publication: &Publication) -> Head {
    let folded = fold(text);
    if let Some(id) = publication.measures.find(text) {
        return Head { measure: Some(id.to_owned()), ..Head::default() };
    }
    if let Some(field) = field(&folded, publication) {
        return Head { field: Some(field), ..Head::default() };
    }
    Head { date: date::of_name(text), ..Head::default() }
}

fn field(folded: &str, publication: &Publication) -> Option<Field> {
    let squashed = folded.replace(' ', "");
    // "Source 2" is a source like the first.
    let unnumbered = squashed.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let of = |wanted: &str| FIELDS.get(wanted).copied();
    if publication.clause_words.contains(folded) {
        return Some(Field::Clause);
    }
    if publication.settings.withholds_by(folded) {
        return Some(Field::Withhold);
    }
    of(&squashed).or_else(|| of(unnumbered).filter(|field| *field == Field::Source))
}

/// "Harbour lights – status": a measure, and what the column holds of it.
fn compound(folded: &str, publication: &Publication) -> Head {
    let (measure, date, rest) = match (publication.measures.part(folded), year_part(folded)) {
        (Some((id, rest)), _) => (Some(id.to_owned()), None, rest),
        (None, Some((date, rest))) => (None, Some(date), rest),
        (None, None) => return Head::default(),
    };
    match field(rest, publication) {
        Some(Field::State) => Head { field: Some(Field::Status), measure, date, lang: None },
        Some(field) => Head { field: Some(field), measure, date, lang: None },
        None => Head::default(),
    }
}

/// "Status 2014": the year with which a head begins or ends, and the rest.
fn year_part(folded: &str) -> Option<(Date, &str)> {
    let ends = [folded.rsplit_once(' ').map(|(rest, year)| (year, rest)), folded.split_once(' ')];
    ends.into_iter().flatten().find_map(|(year, rest)| {
        let is_year = year.len() == 4 && year.starts_with(['1', '2']);
        Some((Date::parse(year).filter(|_| is_year)?, rest))
    })
}

/// A head without what it explains in brackets.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut bare = String::new();
    for letter in text.chars() {
        match letter {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            _ if depth == 0 => bare.push(letter),
            _ => {}
        }
    }
    bare.trim().trim_end_matches([':', '*', '?']).trim().to_owned()
}
