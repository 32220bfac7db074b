//! The usual other names of countries, those that neither feeds nor locale data (CLDR) know: former names in
//! common use, short and long forms, abbreviations; in English, French, Spanish and Arabic.

use crate::country::Code;

/// The other names of a country, in no order.
pub fn other_names(country: Code) -> impl Iterator<Item = &'static str> {
    let line = OTHER_NAMES.lines().find(|line| line.starts_with(country.as_str())).unwrap_or_default();
    line.split(';').skip(1)
}

/// A line a country: its alpha-3 code, then its names.
const OTHER_NAMES: &str = "\
ARE;UAE;Emirates;EAU;Émirats;Emiratos;الإمارات
BIH;Bosnia;Bosnie;BiH;البوسنة
BLR;Byelorussia;Bélarus;Belarús;روسيا البيضاء
BOL;Plurinational State of Bolivia
BRN;Brunei Darussalam
CAF;CAR;Centrafrique;RCA;Centroáfrica
CHN;PRC;People’s Republic of China;République populaire de Chine;República Popular China
CIV;Ivory Coast;Costa de Marfil;كوت ديفوار
COD;DRC;DR Congo;Democratic Republic of the Congo;RDC;RD Congo;République démocratique du Congo;Zaire;جمهورية الكونغو الديمقراطية
COG;Republic of the Congo;Congo Republic;République du Congo;República del Congo;جمهورية الكونغو
CPV;Cape Verde;Cabo Verde;Cap-Vert
CZE;Czech Republic;République tchèque;República Checa;الجمهورية التشيكية
FSM;Micronesia;Micronésie
GBR;UK;U.K.;Britain;Great Britain;Grande-Bretagne;Gran Bretaña;بريطانيا;بريطانيا العظمى
GRC;Hellas;Hellenic Republic
IRL;Éire;Republic of Ireland
IRN;Islamic Republic of Iran
KGZ;Kyrgyz Republic;Kirghizie;Kirghizistan;Kirguizistán
KNA;Saint Kitts
KOR;South Korea;Republic of Korea;ROK;République de Corée;República de Corea
LAO;Lao PDR
MDA;Republic of Moldova
MKD;Macedonia;FYROM;Macédoine;ARYM;مقدونيا
MMR;Burma;Birmanie;Birmania;بورما
NLD;Holland;The Netherlands;Hollande;Holanda
PRK;North Korea;DPRK;Corée du Nord;RPDC;Corea del Norte;كوريا الشمالية
PSE;Palestine;Palestina;فلسطين
RUS;Russian Federation;Fédération de Russie;Federación de Rusia;الاتحاد الروسي
SAU;KSA;السعودية
SLV;Salvador
SVK;Slovak Republic;République slovaque;República Eslovaca
SWZ;Swaziland;Suazilandia;سوازيلاند
SXM;Saint Martin
SYR;Syrian Arab Republic
TLS;East Timor;Timor oriental;Timor Oriental;تيمور الشرقية
TUR;Turkey
TZA;United Republic of Tanzania
USA;US;U.S.;U.S.A.;America;United States of America;É.-U.;États-Unis d’Amérique;EE. UU.;Estados Unidos de América;أمريكا;الولايات المتحدة الأمريكية
VAT;Holy See;Vatican;Saint-Siège;Santa Sede;الكرسي الرسولي
VEN;Bolivarian Republic of Venezuela
VNM;Viet Nam";

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_line_is_a_country_of_its_own_with_names_of_its_own() {
        let mut codes = BTreeSet::new();
        let mut names = BTreeSet::new();
        for line in OTHER_NAMES.lines() {
            let (code, _) = line.split_once(';').expect("a code and a name");
            let code = Code::parse(code).expect("an alpha-3 code");
            assert!(codes.insert(code), "{code} twice");
            for name in other_names(code) {
                assert!(!name.trim().is_empty() && name.trim() == name, "{line}");
                assert!(names.insert(name), "{name} twice");
            }
        }
    }
}
