//! A second resolver of statuses, written from the words of the contract over the raw document: clear
//! rather than fast, and without anything of the library.

use serde_json::Value;
use std::collections::BTreeMap;

/// A document with what is wrong taken out.
pub struct Naive<'a> {
    /// The codes of the members, in the order of the document.
    pub members: Vec<&'a str>,
    /// The ids of the measures, in the order of the document.
    pub measures: Vec<&'a str>,
    /// The ids of the statuses, in the order of the document.
    pub scale: Vec<&'a str>,
    /// The ids of the regions, in the order of the document.
    pub regions: Vec<&'a str>,
    /// The ids of the groups, in the order of the document.
    pub groups: Vec<&'a str>,
    member_items: Vec<&'a Value>,
    level_items: Vec<&'a Value>,
    group_items: Vec<&'a Value>,
    /// The records that are right, by country, in the order of the document.
    records: BTreeMap<&'a str, Vec<&'a Value>>,
}

impl<'a> Naive<'a> {
    pub fn new(document: &'a Value) -> Self {
        let level_items = declared(document, "scale");
        let group_items = declared(document, "groups");
        let ids = |items: &[&'a Value]| items.iter().map(|item| text(item, "id")).collect::<Vec<_>>();
        let mut naive = Self {
            members: Vec::new(),
            measures: ids(&declared(document, "measures")),
            scale: ids(&level_items),
            regions: ids(&declared(document, "regions")),
            groups: ids(&group_items),
            member_items: Vec::new(),
            level_items,
            group_items,
            records: BTreeMap::new(),
        };
        for item in list(document, "members") {
            let country = text(item, "country");
            let is_right = is_code(country) && may_be_date(item, "joined") && may_be_date(item, "left");
            if is_right && !naive.members.contains(&country) {
                naive.members.push(country);
                naive.member_items.push(item);
            }
        }
        for item in list(document, "records") {
            if naive.is_right(item) {
                naive.records.entry(text(item, "country")).or_default().push(item);
            }
        }
        naive
    }

    /// Whether a record is one that a reader takes.
    fn is_right(&self, record: &Value) -> bool {
        self.members.contains(&text(record, "country"))
            && self.measures.contains(&text(record, "measure"))
            && self.scale.contains(&text(record, "status"))
            && is_date(text(record, "date"))
            && may_be_date(record, "recorded")
            && may_be_date(record, "withdrawn")
            && (is_absent(record, "dating") || ["since", "by"].contains(&text(record, "dating")))
    }

    /// The id of a country's status for a measure, or `overall`; `known` empty: all that is on record.
    pub fn status(&self, country: &str, topic: &str, date: &str, known: &str) -> String {
        if !self.is_member(country, date) {
            return "not-a-member".to_owned();
        }
        if topic != "overall" {
            return self.in_force(country, topic, date, known).unwrap_or("unknown").to_owned();
        }
        let measures = self.measures.iter();
        let in_force: Vec<&str> =
            measures.filter_map(|measure| self.in_force(country, measure, date, known)).collect();
        if in_force.is_empty() {
            return "unknown".to_owned();
        }
        let done = in_force.iter().filter(|status| self.is_highest(status)).count();
        format!("{done}-of-{}", self.measures.len())
    }

    /// How many members have each status; `regions` and `groups` empty: all.
    pub fn counts(
        &self,
        topic: &str,
        (date, known): (&str, &str),
        regions: &[&str],
        groups: &[&str],
    ) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for country in &self.members {
            let status = self.status(country, topic, date, known);
            if status != "not-a-member" && self.is_in_scope(country, date, regions, groups) {
                *counts.entry(status).or_default() += 1;
            }
        }
        counts
    }

    /// Whether regions and groups keep a country.
    pub fn is_in_scope(&self, country: &str, date: &str, regions: &[&str], groups: &[&str]) -> bool {
        let in_region = regions.is_empty() || regions.contains(&text(self.member(country), "region"));
        in_region && (groups.is_empty() || groups.iter().any(|group| self.belongs(country, group, date)))
    }

    /// Whether a status has the scale's highest rank.
    pub fn is_highest(&self, status: &str) -> bool {
        let rank = |item: &Value| item.get("rank").and_then(Value::as_i64);
        let highest = self.level_items.iter().filter_map(|item| rank(item)).max();
        self.level_items
            .iter()
            .any(|item| text(item, "id") == status && highest.is_some() && rank(item) == highest)
    }

    /// The id of a country's region; empty where it has none.
    pub fn region(&self, country: &str) -> &'a str {
        text(self.member(country), "region")
    }

    /// The ids of the statuses of a topic, the furthest first.
    pub fn order(&self, topic: &str) -> Vec<String> {
        let measures = self.measures.len();
        let mut order: Vec<String> = if topic == "overall" {
            (0..=measures).rev().map(|done| format!("{done}-of-{measures}")).collect()
        } else {
            let mut items = self.level_items.clone();
            let rank = |item: &Value| item.get("rank").and_then(Value::as_i64).unwrap_or(i64::MIN);
            items.sort_by_key(|item| std::cmp::Reverse(rank(item)));
            items.iter().map(|item| text(item, "id").to_owned()).collect()
        };
        order.push("unknown".to_owned());
        order
    }

    /// The records that a country's status for a measure rests on, the oldest first: the newest that counts,
    /// and those before it that say the same.
    pub fn grounds(&self, country: &str, measure: &str, date: &str, known: &str) -> Vec<&'a Value> {
        let mut counting: Vec<&Value> = Vec::new();
        for record in self.records.get(country).into_iter().flatten() {
            if text(record, "measure") == measure
                && has_begun(text(record, "date"), date)
                && counts(record, known)
            {
                counting.push(record);
            }
        }
        counting.sort_by_key(|record| first_day(text(record, "date")));
        let newest = counting.last().map(|record| text(record, "status"));
        let same = counting.iter().rev().take_while(|record| Some(text(record, "status")) == newest).count();
        counting.split_off(counting.len() - same)
    }

    /// The date on which the newest of a country's statuses began, as stated, and its first day.
    pub fn changed(&self, country: &str, date: &str, known: &str) -> Option<(&'a str, String)> {
        let measures = self.measures.iter().filter(|_| self.is_member(country, date));
        let firsts =
            measures.filter_map(|measure| self.grounds(country, measure, date, known).first().copied());
        firsts
            .map(|record| text(record, "date"))
            .map(|date| (date, first_day(date)))
            .max_by_key(|entry| entry.1.clone())
    }

    /// How many sources a country's statuses rest on.
    pub fn sources(&self, country: &str, date: &str, known: &str) -> usize {
        let measures = self.measures.iter().filter(|_| self.is_member(country, date));
        let grounds = measures.flat_map(|measure| self.grounds(country, measure, date, known));
        grounds.map(sources).sum()
    }

    /// How many sources a country's status for a measure rests on.
    pub fn sources_of(&self, country: &str, measure: &str, date: &str, known: &str) -> usize {
        let grounds =
            self.grounds(country, measure, date, known).into_iter().filter(|_| self.is_member(country, date));
        grounds.map(sources).sum()
    }

    /// What changed for a country since `before`, by its id: its status is another one, it is newly known, or what was
    /// claimed of it was taken back between the two dates, as far as that was known. Empty where nothing did.
    pub fn change(
        &self,
        country: &str,
        topic: &str,
        before: &str,
        (date, known): (&str, &str),
    ) -> &'static str {
        let then = self.status(country, topic, before, known);
        let now = self.status(country, topic, date, known);
        let was_withdrawn = || {
            self.records.get(country).into_iter().flatten().any(|record| {
                let day = first_day(text(record, "withdrawn"));
                [text(record, "measure"), "overall"].contains(&topic)
                    && !is_absent(record, "withdrawn")
                    && (known.is_empty() || has_begun(text(record, "withdrawn"), known))
                    && has_begun(text(record, "date"), date)
                    && day > last_day(before)
                    && day <= last_day(date)
            })
        };
        let rank = |status: &str| {
            let done = status.split('-').next().and_then(|done| done.parse().ok());
            let level = self.level_items.iter().find(|item| text(item, "id") == status);
            if topic == "overall" { done } else { level?.get("rank")?.as_i64() }
        };
        match (then.as_str(), now.as_str()) {
            (_, "not-a-member") => "",
            (_, "unknown") => {
                if was_withdrawn() {
                    "withdrawn"
                } else {
                    ""
                }
            }
            ("unknown" | "not-a-member", _) => "first-known",
            (then, now) if then == now => "",
            (then, now) => match (rank(then), rank(now)) {
                (Some(then), Some(now)) if now > then => "forward",
                (Some(then), Some(now)) if now < then => "back",
                _ => "otherwise",
            },
        }
    }

    /// The records of a country for a measure, in the order of the document.
    pub fn records_of(&self, country: &str, measure: &str) -> Vec<&'a Value> {
        let records = self.records.get(country).into_iter().flatten();
        records.copied().filter(|record| text(record, "measure") == measure).collect()
    }

    /// The item of a member.
    pub fn member(&self, country: &str) -> &'a Value {
        let at = self.members.iter().position(|member| *member == country).expect("a member");
        self.member_items[at]
    }

    fn is_member(&self, country: &str, date: &str) -> bool {
        let member = self.member(country);
        let has_joined = is_absent(member, "joined") || has_begun(text(member, "joined"), date);
        let has_left = !is_absent(member, "left") && has_begun(text(member, "left"), date);
        has_joined && !has_left
    }

    fn belongs(&self, country: &str, group: &str, date: &str) -> bool {
        let group = self.group_items.iter().find(|item| text(item, "id") == group).expect("a group");
        list(group, "members").iter().any(|item| {
            let is_right = may_be_date(item, "from") && may_be_date(item, "to");
            let has_begun_by = |key| has_begun(text(item, key), date);
            text(item, "country") == country
                && is_right
                && (is_absent(item, "from") || has_begun_by("from"))
                && (is_absent(item, "to") || !has_begun_by("to"))
        })
    }

    /// The record that announces a status for a country that has none: of all that count and are for a later date than
    /// the one asked for, the earliest, if its day was still to come on the day that `known` reaches to, or today.
    pub fn announced(
        &self,
        country: &str,
        topic: &str,
        (date, known): (&str, &str),
        today: &str,
    ) -> Option<&'a Value> {
        if self.status(country, topic, date, known) != "unknown" {
            return None;
        }
        let mut later: Vec<&Value> = Vec::new();
        for record in self.records.get(country).into_iter().flatten() {
            let is_about = topic == "overall" || topic == text(record, "measure");
            if is_about && counts(record, known) && !has_begun(text(record, "date"), date) {
                later.push(record);
            }
        }
        later.sort_by_key(|record| first_day(text(record, "date")));
        let now = if !known.is_empty() && last_day(known) < last_day(today) { known } else { today };
        later.first().copied().filter(|record| !has_begun(text(record, "date"), now))
    }

    /// How many members in scope have no status yet, but an announced one.
    pub fn announced_in(
        &self,
        topic: &str,
        clock: (&str, &str),
        today: &str,
        (regions, groups): (&[&str], &[&str]),
    ) -> usize {
        let is_counted = |country: &&&str| self.is_in_scope(country, clock.0, regions, groups);
        let members = self.members.iter().filter(is_counted);
        members.filter(|country| self.announced(country, topic, clock, today).is_some()).count()
    }

    /// The first day on record, as stated, if every record says when it was recorded, and none was by `known`.
    pub fn nothing_before(&self, known: &str) -> Option<&'a str> {
        let records: Vec<&Value> = self.records.values().flatten().copied().collect();
        let days: Vec<&str> = records.iter().map(|record| text(record, "recorded")).collect();
        let is_blank = !known.is_empty() && days.iter().all(|day| !day.is_empty() && !has_begun(day, known));
        days.into_iter().filter(|_| is_blank).min_by_key(|day| (first_day(day), std::cmp::Reverse(day.len())))
    }

    /// The newest record at or before the date; of two with the same date, the later in the document.
    pub fn in_force(&self, country: &str, measure: &str, date: &str, known: &str) -> Option<&'a str> {
        let mut newest: Option<&Value> = None;
        for record in self.records.get(country).into_iter().flatten() {
            let date_of = |record| first_day(text(record, "date"));
            let is_newer = newest.is_none_or(|newest| date_of(record) >= date_of(newest));
            let is_about = text(record, "measure") == measure;
            if is_about && is_newer && has_begun(text(record, "date"), date) && counts(record, known) {
                newest = Some(record);
            }
        }
        newest.map(|record| text(record, "status"))
    }
}

fn counts(record: &Value, known: &str) -> bool {
    if known.is_empty() {
        return is_absent(record, "withdrawn");
    }
    let is_recorded = is_absent(record, "recorded") || has_begun(text(record, "recorded"), known);
    let is_withdrawn = !is_absent(record, "withdrawn") && has_begun(text(record, "withdrawn"), known);
    is_recorded && !is_withdrawn
}

/// Whether the period of `start` has begun on the last day of that of `date`.
fn has_begun(start: &str, date: &str) -> bool {
    first_day(start) <= last_day(date)
}

/// The first day of a period, as text that sorts.
fn first_day(date: &str) -> String {
    format!("{date}{}", &"yyyy-01-01"[date.len()..])
}

/// A text that sorts with or after the last day of a period, and before the next: some months have no 31st.
fn last_day(date: &str) -> String {
    format!("{date}{}", &"yyyy-12-31"[date.len()..])
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let has_form =
        [&[4][..], &[4, 2], &[4, 2, 2]].contains(&&lengths[..]) && parts.iter().all(|part| is_number(part));
    if !has_form {
        return false;
    }
    let number = |place: usize| parts.get(place).map_or(1, |part| part.parse::<u32>().expect("digits"));
    let (year, month, day) = (number(0), number(1), number(2));
    let is_leap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0;
    let days = [31, if is_leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    year > 0 && (1..=12).contains(&month) && (1..=days[month as usize - 1]).contains(&day)
}

fn may_be_date(item: &Value, key: &str) -> bool {
    is_absent(item, key) || is_date(text(item, key))
}

fn is_code(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_absent(item: &Value, key: &str) -> bool {
    item.get(key).is_none_or(Value::is_null)
}

fn text<'a>(item: &'a Value, key: &str) -> &'a str {
    item.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn list<'a>(item: &'a Value, key: &str) -> &'a [Value] {
    item.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The items of a list that have an id, each id once.
fn declared<'a>(document: &'a Value, key: &str) -> Vec<&'a Value> {
    let mut items: Vec<&Value> = Vec::new();
    for item in list(document, key) {
        let id = text(item, "id");
        let is_word = !id.is_empty() && !id.contains(' ');
        let is_free = !["unknown", "not-a-member", "overall"].contains(&id);
        if is_word && is_free && !items.iter().any(|other| text(other, "id") == id) {
            items.push(item);
        }
    }
    items
}

/// How many sources a record has.
pub fn sources(record: &Value) -> usize {
    list(record, "evidence").iter().filter(|item| is_source(item)).count()
}

/// Whether an item of `evidence` is a source: it has an address of the web, or a title alone.
fn is_source(item: &Value) -> bool {
    if is_absent(item, "url") {
        !text(item, "title").is_empty()
    } else {
        text(item, "url").starts_with("http")
    }
}
