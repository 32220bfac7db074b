//! English.

use super::Words;

pub const WORDS: Words = Words {
    menu: "Site menu",
    skip: "Skip to content",
    measures: "Measures",
    data: "Data",
    total: "Members",
    all: "All",
    status: "Status",
    counts: "Number of members by region and status",
    on_map: "Show on the map",
    needs_script: "JavaScript is off, so the buttons on the map do nothing. Everything it shows is also in the lists and tables of this site.",
    about_country: "{country}: status, dates and public sources for each measure. {policy}.",
    about_measure: "{measure}: the status of each member, with dates and public sources. {policy}.",
    about_changes: "What changed, member by member, and what the publisher added or withdrew. {policy}.",
    follow: "Follow the changes:",
    feed_file: "The data as the map reads it (JSON)",
    claims_file: "All claims with their sources ({format})",
    version: "This version of the data stays at this address:",
    earlier: "Earlier versions of the data",
    missing: "Page not found",
    missing_text: "There is no page at this address. It may have been removed when the data changed.",
};
