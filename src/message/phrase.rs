//! The list of phrases. A language that lacks one, or has one too many, does not compile. Each language has two files: one
//! with the phrases that the first map may need, also when something fails, and one with those of the parts that load
//! later. A few phrases are in neither file, since scripts have them.

/// The Rust type of a phrase's text.
#[cfg(not(target_arch = "wasm32"))]
macro_rules! kind {
    (text, $plural:ident) => { &'static str };
    (plural, $plural:ident) => { $plural };
}

/// Defines the names of the phrases and the struct that each language fills.
macro_rules! phrases {
    (
        first { $($(#[$first_doc:meta])* $first:ident: $first_kind:ident,)* }
        later { $($(#[$later_doc:meta])* $later:ident: $later_kind:ident,)* }
        apart { $($(#[$apart_doc:meta])* $apart:ident: $apart_kind:ident,)* }
    ) => {
        phrases! {
            $($(#[$first_doc])* $first: $first_kind,)*
            $($(#[$later_doc])* $later: $later_kind,)*
            $($(#[$apart_doc])* $apart: $apart_kind,)*
        }

        impl Phrase {
            /// How many phrases are in the first file.
            pub const FIRST: usize = [$(Phrase::$first,)*].len();
            /// How many are in both files.
            pub const PACKED: usize = Self::FIRST + [$(Phrase::$later,)*].len();
        }
    };
    ($($(#[$doc:meta])* $name:ident: $kind:ident,)*) => {
        /// The name of a phrase.
        // Named as in the languages' files.
        #[allow(non_camel_case_types)]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Phrase { $($(#[$doc])* $name,)* }

        impl Phrase {
            /// All of them, in the order of the files.
            pub const ALL: &[Phrase] = &[$(Phrase::$name,)*];
        }

        /// All phrases in one language with the plural forms `P`.
        #[cfg(not(target_arch = "wasm32"))]
        pub struct Phrases<P> {
            /// The side on which its lines begin.
            pub direction: super::Direction,
            $($(#[$doc])* pub $name: kind!($kind, P),)*
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl<P: super::plural::Forms> Phrases<P> {
            /// Each phrase with its name and forms (one form if it has no plural), in the order of `Phrase`.
            pub fn lines(&self) -> Vec<(&'static str, Vec<&'static str>)> {
                vec![$((stringify!($name), lines!($kind, self.$name)),)*]
            }
        }
    };
}

#[cfg(not(target_arch = "wasm32"))]
macro_rules! lines {
    (text, $phrase:expr) => {
        vec![$phrase]
    };
    (plural, $phrase:expr) => {
        $phrase.forms()
    };
}

phrases! {
    first {
        // What a feed may call by other words: `message::terms`.
        /// One member.
        term_member: text,
        /// Several members.
        term_members: text,
        /// Two, where the language has a form for it.
        term_members_two: text,
        /// Many, likewise.
        term_members_many: text,
        /// What stands before the number of a clause.
        term_clause: text,
        /// What measures are that a member has.
        term_in_place: text,
        /// What one such measure is, where that is another form.
        term_in_place_one: text,
        // States of the whole widget.
        /// While the feed is being loaded.
        loading: text,
        /// Heading of an error.
        error_title: text,
        /// Button that tries again.
        retry: text,
        /// Error `feed-unreachable`.
        feed_unreachable: text,
        /// The reader's device is offline.
        feed_offline: text,
        /// The feed's server says nothing.
        feed_silent: text,
        /// `{status}`: the HTTP status.
        feed_status: text,
        /// The feed's server does not let the page read it (CORS).
        feed_refused: text,
        /// The feed's address was redirected to a site that the frame's page does not list.
        feed_elsewhere: text,
        /// Error `feed-too-large`.
        feed_too_large: text,
        /// Error `feed-not-json`.
        feed_not_json: text,
        /// Error `feed-invalid`.
        feed_invalid: text,
        /// Error `feed-invalid`: `{found}` items under `{list}` (a name in the feed), where `{limit}` may be.
        feed_too_many: text,
        /// Error `feed-version`: `{version}`.
        feed_version: text,
        /// Error `feed-integrity`.
        feed_integrity: text,
        /// Error `assets-unreachable`.
        assets_unreachable: text,
        /// WebAssembly is refused.
        refused: text,
        /// WebAssembly has trapped.
        stopped: text,
        /// Older data stays: `{reason}` (a sentence); published `{when}`.
        stale: text,
        /// Older data stays, its date unknown: `{reason}` (a sentence).
        stale_undated: text,
        /// Parts of the feed were skipped.
        skipped: plural,
        /// The feed is invented.
        demo: text,
        // The sentence above the map.
        /// `{total}` members; `{predicate}` is the feed's.
        sentence_predicate: plural,
        /// `{total}` members; `{status}`, `{measure}` are the feed's.
        sentence_status: plural,
        /// `{total}` members, all `{measures}` measures.
        sentence_overall: plural,
        /// `{total}` members; `{measure}`: a scale without ranks.
        sentence_data: plural,
        /// `{scope}: {sentence}`
        scoped: text,
        /// `{sentence}` as of `{date}`.
        as_of: text,
        /// As it was known `{until}`.
        as_known: text,
        /// The date is still to come.
        future: text,
        /// Members without public data for the measure.
        without_data: plural,
        /// Members without public data for any measure.
        without_any_data: plural,
        /// A total: `{total}` was reported `{when}`; `{named}` members are known by name. The source follows.
        reported: text,
        /// Members of which only an announcement is public.
        announced_only: plural,
        /// The publisher had nothing on record yet; the first claims were recorded `{when}`.
        nothing_recorded: text,
        // Toolbar and filters.
        /// Label of the choice of measure.
        measure: text,
        /// All measures.
        overall: plural,
        /// Label of the choice of view.
        view: text,
        /// The map view.
        view_map: text,
        /// The table view.
        view_table: text,
        /// The trend view.
        view_trend: text,
        /// The view of changes.
        view_changes: text,
        /// Opens the definitions.
        about: text,
        /// Before the filters in force.
        filtered: text,
        /// Opens the choice of regions and groups, and the search.
        countries: text,
        /// Opens the choices that readers need more rarely.
        more_options: text,
        /// Removes the `{filter}`.
        take_off: text,
        /// Button that removes all filters.
        show_all: text,
        /// No member matches the filters.
        nothing: text,
        // Statuses.
        /// Status "unknown".
        unknown: text,
        /// Not a member on the date.
        not_a_member: text,
        /// A status that a claim announces for a later date.
        announced: text,
        /// `{done}` of `{measures}` measures, at least one.
        done: text,
        /// Public data on some measure, on none of the highest status.
        done_other: text,
        /// Label of the legend.
        legend: text,
        /// A legend entry hidden by the filter.
        filtered_out: text,
        /// Since `{date}`, a year.
        since_year: text,
        /// Since `{date}`, a month.
        since_month: text,
        /// Since `{date}`, a day.
        since_day: text,
        /// By `{date}`, a year.
        by_year: text,
        /// By `{date}`, a month.
        by_month: text,
        /// By `{date}`, a day.
        by_day: text,
        /// `{when}`: in `{date}`, a year.
        in_year: text,
        /// `{when}`: in `{date}`, a month.
        in_month: text,
        /// `{when}`: on `{date}`, a day.
        in_day: text,
        /// `{until}`: up to `{date}`, a year, and in it.
        until_year: text,
        /// `{until}`: up to `{date}`, a month, and in it.
        until_month: text,
        /// `{until}`: up to `{date}`, a day, and on it.
        until_day: text,
        /// A day, `{date}`, after "between", "and" or "after": with its article, where the language has one there.
        the_day: text,
        /// Sources of a claim.
        sources: plural,
        // Timeline.
        /// The policy was adopted `{when}`.
        adopted: text,
        /// Name of the timeline.
        timeline: text,
        /// Label of the viewed date.
        date_viewed: text,
        /// Label of the earlier date.
        date_against: text,
        /// Label of the day of what was known.
        date_known: text,
        /// The viewed date is today.
        today: text,
        /// Today is shown, of data that was updated on `{date}`, a day.
        date_data: text,
        /// How a date is typed.
        date_form: text,
        /// What is shown against an earlier date.
        date_rule: text,
        /// The typed text is not a valid date, or not one that this hand can have.
        date_wrong: text,
        /// Starts the playback of dates.
        play: text,
        /// Stops the playback.
        pause: text,
        /// Ends it.
        end_against: text,
        /// Ends it.
        end_known: text,
        // What changed between two dates.
        /// A higher rank, or more measures.
        change_forward: text,
        /// A lower rank, or fewer measures.
        change_back: text,
        /// Known now, not known then.
        change_first_known: text,
        /// A claim that counted was withdrawn.
        change_withdrawn: text,
        /// Another status beside the order.
        change_otherwise: text,
        /// The same status at both dates.
        change_same: text,
        /// `{total}` members, after `{from}` (as `the_day` has it) and `{until}`; `{measure}`.
        sentence_against: plural,
        /// Of `{total}` members, all measures together, after `{from}` (as `the_day` has it) and `{until}`.
        sentence_against_overall: plural,
        // Map.
        /// Name of the map.
        map: text,
        /// How to use the map by keyboard.
        map_keys: text,
        /// `{territory}`: its colour is the status of `{member}`.
        territory: text,
        // Profile.
        /// The status overall: `{done}` of `{measures}`, at least one.
        publicly_known: text,
        /// The status overall: public data, on no measure of the highest status.
        publicly_known_other: text,
        // Footer.
        /// The data was updated on `{date}`, a day.
        data_of: text,
        /// Published by `{publisher}`.
        published_by: text,
        /// What the borders mean.
        disclaimer: text,
        /// The source of the shapes.
        credit: text,
        /// Button that opens the report of an error.
        report: text,
        // What is said of a feed that was updated.
        /// Statuses in the view have changed.
        renewed: plural,
        /// No status in the view has changed.
        renewed_same: text,
        /// The data has changed since the page’s first screen was prerendered.
        renewed_since_made: text,
        // Part "zoom", and the map's camera.
        /// Name of the group of buttons.
        zoom: text,
        /// Button.
        zoom_in: text,
        /// Button.
        zoom_out: text,
        /// Button: the whole world.
        zoom_world: text,
        /// How the wheel zooms, with a `{key}` held.
        wheel: text,
        /// How to move the map by keyboard.
        map_zoom_keys: text,
        // Search.
        /// Label of the search.
        find: text,
        /// Label of the search in the table.
        find_rows: text,
        // Take it with you.
        /// Button that opens the citation.
        share_cite: text,
        /// Button that opens the downloads.
        share_download: text,
        /// Button that opens the snippet for other pages.
        share_embed: text,
        /// Button that opens the view's link.
        share_link: text,
        // Access: structure, keyboard, what is said, sound.
        /// Button that leads past the map or list.
        skip: text,
        /// What further keys do on the map.
        map_order_keys: text,
        /// Announced: the zoom of the map, `{percent}` of the whole world's size.
        zoom_at: text,
        // Languages.
        /// What stands between the words of a list.
        comma: text,
        /// What a `{text}` is about: `{name}`.
        labelled: text,
        // The pattern: in which regions the members are that the headline counts.
        /// Of all measures together: how many members the description counts.
        description_some: plural,
        /// All of them are in one `{region}`; of a single one, where it is.
        description_all: plural,
        /// More than half of them, `{most}` of `{total}`, are in one `{region}`.
        description_most: text,
        /// Clearly more of them, `{most}` of `{total}`, are in one `{region}` than in any other.
        description_largest: text,
        /// They are in more than one region, at most `{most}` of `{total}` in each.
        description_spread: text,
        /// There are none of them in these `{regions}`, where there is public data.
        description_none: text,
        /// There is no public data on any member in these `{regions}`.
        description_no_data: text,
        /// Why the description may differ from what was done.
        description_sources: text,
    }
    later {
        // Why a file is no feed: said by a chunk.
        /// Error `feed-not-json`: the file is empty.
        feed_empty: text,
        /// The same: text in another encoding than UTF-8.
        feed_encoding: text,
        /// The same: a web page.
        feed_html: text,
        /// The same: compressed, or not text.
        feed_binary: text,
        /// The same: it has NaN or Infinity.
        feed_nan: text,
        /// The same: its end is missing.
        feed_cut_off: text,
        // Faults of the feed.
        /// The list of findings is longer.
        more: plural,
        /// Among the parts skipped.
        skipped_members: plural,
        /// Among the parts skipped.
        skipped_records: plural,
        /// Among the parts skipped.
        skipped_sources: plural,
        /// Among the parts skipped.
        skipped_others: plural,
        /// Claims without a source are shown.
        unsourced: plural,
        /// Opens the list of what was skipped.
        details: text,
        // What the measure asks for.
        /// `{clause}` of the policy.
        clause: text,
        /// `{clause}` of the policy and its `{force}`.
        clause_force: text,
        /// Force of a clause.
        encourages: text,
        /// Force of a clause.
        urges: text,
        /// Force of a clause.
        requests: text,
        /// Force of a clause.
        invites: text,
        /// Force of a clause.
        recommends: text,
        /// Force of a clause.
        calls_upon: text,
        /// Whose definitions these are.
        definitions: text,
        /// What is counted overall: `{status}` is the highest.
        counted_overall: text,
        /// What "no public data" does not mean.
        unknown_note: text,
        // Options.
        /// Label of the regions.
        regions: text,
        /// Label of the groups.
        groups: text,
        /// Label of the choices about dates.
        dates: text,
        /// Label of the choice of language.
        language: text,
        /// Begins to compare with an earlier date.
        begin_against: text,
        /// Begins to show what was known on a day.
        begin_known: text,
        /// Name of the choice of projection.
        projection: text,
        /// Choice: the map.
        projection_map: text,
        /// Choice: the globe.
        projection_globe: text,
        /// Choice: the tiles.
        projection_tiles: text,
        /// Switch: the hatch is drawn more quietly.
        pattern_light: text,
        /// Label of the regions that the map can zoom to.
        zoom_to: text,
        /// Moves the map's view to the left, or turns the globe.
        pan_left: text,
        /// The same to the right.
        pan_right: text,
        /// The same upwards.
        pan_up: text,
        /// The same downwards.
        pan_down: text,
        // Comparison and profile.
        /// Opens the claims before the newest.
        earlier_claims: plural,
        /// Adds the country to the comparison, or removes it.
        compare: text,
        /// The same for `{country}`.
        compare_country: text,
        /// The history of the status of a measure: `{steps}`.
        history: text,
        /// A step: `{dating}` the status `{status}`.
        history_step: text,
        /// The first step, up to the next.
        history_start: text,
        /// The date shown, marked on it.
        history_viewed: text,
        /// What stands between the parts of a longer list.
        semicolon: text,
        // Table.
        /// Name of the table.
        table: text,
        /// Column of names.
        country: text,
        /// Column of the overall status.
        in_place: text,
        /// Members in the table, `{total}` in all.
        rows: plural,
        // Profile.
        /// Closes the profile.
        close: text,
        /// Member `{dating}`.
        member_since: text,
        /// The feed has no region for the member.
        region_none: text,
        /// "No public data", in full.
        unknown_full: text,
        /// No public data on the date shown; the claims are for a later one.
        later_full: text,
        /// No claim was on record yet.
        unrecorded_full: text,
        /// All claims were withdrawn.
        withdrawn_full: text,
        /// Beside a date by which something was so.
        start_unknown: text,
        /// A source without a date.
        undated: text,
        /// The country is not a member on the date shown.
        not_a_member_full: text,
        /// A claim that begins after the date shown.
        later: text,
        /// A claim that was not on record on the day shown.
        unrecorded: text,
        /// A claim was withdrawn `{when}`.
        withdrawn: text,
        /// A claim without source.
        no_source: text,
        /// In a profile whose sources did not come.
        sources_missed: text,
        /// An archived copy of a source.
        archived: text,
        /// The source was looked at `{when}`.
        checked: text,
        /// The claim was first published `{when}`.
        recorded: text,
        /// An answer by `{name}`.
        response: text,
        /// An answer by somebody not named.
        response_nameless: text,
        // The trend.
        /// What the trend shows: members by status, year by year.
        trend: text,
        /// The same without the members that have no public data.
        trend_known: text,
        /// How to read it by keyboard.
        trend_keys: text,
        /// After the date shown: how another one is chosen.
        trend_press: text,
        /// Choice that leaves the members with that `{status}` out of the chart.
        trend_sift: text,
        /// `{count}` members without public data are not in the chart.
        trend_left_out: text,
        /// The end of a `{year}`.
        trend_end: text,
        /// A total of `{total}` was reported `{when}`; `{named}` members were known by name then.
        trend_reported: text,
        /// What the signs of reported totals are.
        trend_totals: text,
        /// The policy was adopted.
        trend_adopted: text,
        /// The policy was adopted in `{place}`.
        trend_adopted_in: text,
        /// Button that shows the numbers as a table.
        trend_numbers: text,
        /// Column of the dates.
        trend_date: text,
        /// Column of all members in scope.
        trend_members: text,
        /// Column of reported totals.
        trend_reports: text,
        /// Nothing is claimed `{until}`.
        trend_nothing: text,
        // The changes.
        /// Heading of the changes in the world.
        changes_world: text,
        /// Heading of the changes in the feed.
        changes_feed: text,
        /// What the changes in the feed are.
        changes_feed_note: text,
        /// `{status}` is publicly known, `{dating}`; before, nothing was.
        changes_first: text,
        /// From `{before}` to `{status}`, `{dating}`.
        changes_next: text,
        /// The claim of `{status}`, `{dating}`, was recorded `{when}`.
        changes_recorded: text,
        /// Claims were recorded `{when}`.
        changes_recorded_many: plural,
        /// The claim of `{status}`, `{dating}`, was withdrawn `{when}`.
        changes_withdrawn: text,
        /// The same, and the reason follows.
        changes_withdrawn_because: text,
        /// Nothing changed `{until}`.
        changes_none: text,
        /// Nothing changed after `{from}` and `{until}` (`{from}` as `the_day` has it).
        changes_none_since: text,
        /// The changes after `{from}` and `{until}` (`{from}` as `the_day` has it).
        changes_since: plural,
        /// The changes `{until}`.
        changes_until: plural,
        /// Button that shows more, `{shown}` of `{total}` are there.
        changes_more: text,
        // Search, table, comparison and profile.
        /// Clears the text of the search.
        clear: text,
        /// Countries found.
        found: plural,
        /// The list shows the first `{shown}` of those found.
        found_more: text,
        /// No country is found by `{text}`.
        found_none: text,
        /// Column of regions.
        region: text,
        /// Column of the last change.
        changed: text,
        /// Column of the number of sources.
        source_count: text,
        /// Button that shows `{count}` more rows of the table.
        rows_more: plural,
        /// The first `{shown}` of `{total}` rows are there.
        rows_shown: text,
        /// No region in a row.
        no_region: text,
        /// Heading of the comparison: `{count}` of at most `{most}`.
        comparison: text,
        /// Title of the comparison's files: the `{countries}`.
        comparison_title: text,
        /// Goes to the comparison.
        comparison_show: text,
        /// Removes all countries from the comparison.
        comparison_clear: text,
        /// Why `{country}` was not added: `{most}` are compared.
        comparison_full: text,
        /// Removes `{country}` from the comparison.
        comparison_remove: text,
        /// Heading of the region and the groups of the country.
        peers: text,
        /// What is counted there: members with this `{status}`.
        peers_status: text,
        /// What is counted there, for all measures.
        peers_overall: text,
        /// `{count}` of `{total}`.
        peers_count: text,
        /// Opens the link of the open profile.
        profile_link: text,
        /// The previous country by name.
        previous: text,
        /// The next country by name.
        next: text,
        // Take it with you.
        /// Button that copies the text above it.
        share_copy: text,
        /// A text was copied.
        share_copied: text,
        /// The browser refused to copy; the text is selected.
        share_selected: text,
        /// The browser has the `{file}`.
        share_saved: text,
        /// The host's content security policy does not allow images to be drawn.
        share_refused: text,
        /// The browser does not let pages read drawn images, or does not answer.
        share_unpainted: text,
        /// The link opens the view on its page.
        share_link_view: text,
        /// The link opens the view alone.
        share_link_frame: text,
        /// The link opens the page, not the view.
        share_link_page: text,
        /// The sentence above the map and the citation.
        share_sentence: text,
        /// The citation in sentences.
        share_plain: text,
        /// The snippet.
        share_snippet: text,
        /// Pins the snippet to the feed's bytes.
        share_freeze: text,
        /// The same, where the publisher keeps each version.
        share_freeze_kept: text,
        /// The map as PNG.
        share_png: text,
        /// The map as SVG.
        share_svg: text,
        /// The table as CSV.
        share_csv: text,
        /// What is shown as JSON.
        share_json: text,
        /// All claims as CSV.
        share_claims: text,
        /// The comparison as PNG.
        share_comparison_png: text,
        /// The comparison as SVG.
        share_comparison_svg: text,
        /// The comparison as CSV.
        share_comparison_csv: text,
        /// The comparison as JSON.
        share_comparison_json: text,
        /// The claims on the countries compared as CSV.
        share_comparison_claims: text,
        /// All of it in one archive.
        share_kit: text,
        /// Citation: the version of `{date}`, a day.
        cite_version: text,
        /// Citation: the view is of `{date}`.
        cite_viewed: text,
        /// Citation: seen `{when}`.
        cite_seen: text,
        /// Citation: the SHA-256 `{digest}` of the data.
        cite_digest: text,
        /// The `{license}` of the data.
        cite_license: text,
        /// The feed names no licence.
        no_license: text,
        /// The `{language}` of a file.
        export_language: text,
        /// In a file without the sources of its claims, which are at this `{address}`, where `{country}` is a country's code.
        export_details: text,
        // What is asked for, and what is reported.
        /// Button that opens the letter asking for what is not publicly known.
        ask: text,
        /// What to do with the letter.
        ask_note: text,
        /// What a letter is; its language may follow.
        ask_letter: text,
        /// Button that saves the letter.
        ask_save: text,
        /// What the archive of letters holds: those to `{count}` of the `{total}` members listed; and that nothing is sent.
        ask_all_note: text,
        /// An archive has `{most}` letters at most; the other members get none.
        ask_all_left: text,
        /// Button that saves the archive.
        ask_all_save: text,
        /// Letter: the salutation.
        letter_open: text,
        /// Letter: what it is about, the `{policy}`.
        letter_about: text,
        /// Letter: the `{country}`, and that nothing was found; the data is of `{date}`, a day. The measures follow.
        letter_missing: text,
        /// Letter: what that does not mean.
        letter_why: text,
        /// Letter: what is asked.
        letter_question: text,
        /// Letter: the address of the view follows.
        letter_link: text,
        /// Letter: the end.
        letter_close: text,
        /// The report itself.
        report_text: text,
        /// What to do with the report of an error.
        report_note: text,
        /// Before the address of the publisher’s contact.
        report_to: text,
        /// Shown if the feed names no contact.
        report_to_host: text,
        /// Report: the title of the data follows.
        report_about: text,
        /// Report: the status shown follows.
        report_status: text,
        /// Report: the claim follows.
        report_claim: text,
        /// Report: a source of the claim follows.
        report_source: text,
        /// Report: the reader says what is wrong.
        report_wrong: text,
        /// Report: the reader names a source.
        report_proof: text,
        // Access: structure, keyboard, what is said, sound.
        /// Button that plays the trend as tones.
        hear: text,
        /// Button that stops the tones.
        hush: text,
        /// What the tones of the trend stand for: the highest is `{count}` members with this `{status}`.
        hear_scale: plural,
    }
    apart {
        /// The page in the frame shows no feed from elsewhere.
        frame_refused: text,
        /// In the frame, if the widget cannot start.
        frame_needs: text,
        /// The link to the feed there.
        frame_data: text,
    }
}
