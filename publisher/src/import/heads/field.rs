//! What columns hold, and the usual heads of each in English, French, Spanish, Arabic and Portuguese.

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
    /// The field with a head, which is without spaces and signs.
    pub fn headed(head: &str) -> Option<Self> {
        FIELDS.get(head).copied()
    }

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
