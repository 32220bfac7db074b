//! What is said of the cells of countries.

use super::Table;
use super::countries::code;
use crate::country::{Reading, answer_key};
use crate::import::report::Remark;
use policy_explorer::country::Code;

/// What a cell says.
#[derive(Clone, Debug)]
pub struct Said {
    /// The cell.
    pub at: String,
    /// Its text.
    pub text: String,
    /// What that means.
    pub reading: Reading,
}

/// The question of a blank country.
pub fn blank(table: &Table<'_>, row: u32) -> Remark {
    let decide = "--fill-down country, or write the country into each row";
    let says = "No country: it may be the one above";
    Remark::question("country-blank", table.country_at(row), says, decide).candidates(["the country above"])
}

/// What is to be said of a cell that is taken.
pub fn notice(said: &Said) -> Option<Remark> {
    Some(match &said.reading {
        Reading::Unpadded(_) => {
            Remark::notice("leading-zero", &said.at, "A numeric code without its leading zeros")
        }
        Reading::Marked(_) => Remark::notice("footnote", &said.at, "A footnote's mark is taken off"),
        Reading::One(_) if said.text.eq_ignore_ascii_case("NA") => Remark::notice(
            "namibia",
            &said.at,
            "NA is Namibia's code here, where all else is codes of two letters",
        ),
        Reading::Unknown(_) => {
            Remark::notice("name-unknown", &said.at, "The name is not known, and the code beside it decides")
                .value(&*said.text)
        }
        _ => return None,
    })
}

/// The question or finding of a cell that names no one country.
pub fn question(said: &Said) -> Remark {
    let Said { at, text, reading } = said;
    let ask = |code, says: String, readings: &[Code]| {
        let decide = format!("--country '{text}=CODE', or '{text}=-' to leave it out");
        Remark::question(code, at, says, decide).group(answer_key(text)).candidates(readings)
    };
    let remark = match reading {
        Reading::Several(codes) => {
            ask("country-several", format!("“{text}” may be several countries"), codes)
        }
        Reading::List(codes) => {
            let list = codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
            let question = ask("countries-in-one-cell", format!("“{text}” names several countries"), codes);
            Remark { decide: format!("--country '{text}={list}', or a row each"), ..question }
        }
        Reading::Former(codes) => ask("country-former", format!("“{text}” is a dissolved state"), codes),
        Reading::Namibia => {
            ask("country-na", "“NA” is Namibia's code, or means not available".to_owned(), &[code("NAM")])
        }
        Reading::Olympic(_) => {
            let says = "The column has codes of the Olympic committee, among which some would be other countries in ISO 3166-1";
            Remark::question("codes-olympic", at, says, "--codes olympic, or a column of ISO codes or names")
                .candidates(["olympic", "iso"])
        }
        Reading::NoCountry(what) => Remark::finding("not-a-country", at, format!("“{text}” is {what}")),
        Reading::Unknown(codes) => {
            ask("country-unknown", format!("“{text}” is no country that is known"), codes)
        }
        Reading::Blank | Reading::One(_) | Reading::Unpadded(_) | Reading::Marked(_) => {
            unreachable!("a cell that says nothing or one country asks nothing")
        }
    };
    remark.value(&**text)
}
