//! A small feed with every part of the format and no fault, to be spoilt at will.

use super::read;
use policy_explorer::feed::Feed;
use serde_json::{Value, json};

/// How much there is of everything in a feed.
#[derive(Debug, PartialEq)]
pub struct Left {
    pub members: usize,
    pub measures: usize,
    pub levels: usize,
    pub regions: usize,
    pub groups: usize,
    pub memberships: usize,
    pub records: usize,
    pub sources: usize,
    pub responses: usize,
    pub totals: usize,
    pub milestones: usize,
}

/// What is left of `whole()` as it is.
pub const ALL: Left = Left {
    members: 3,
    measures: 3,
    levels: 3,
    regions: 2,
    groups: 2,
    memberships: 2,
    records: 3,
    sources: 4,
    responses: 2,
    totals: 2,
    milestones: 2,
};

/// A feed with every part; the last item of each list is referred to by nothing.
pub fn whole() -> Value {
    let url = "https://example.org/";
    let evidence = json!([{"url": url, "title": "T", "publisher": "P", "date": "2010", "lang": "fr", "quote": "Q",
                           "archived": url, "checked": "2026"}]);
    json!({
        "version": "1.0", "id": "small", "title": {"en": "Small"}, "published": "2026-11-20T08:00:00Z",
        "publisher": {"name": "A", "url": url, "contact": "mailto:a@example.org"},
        "license": {"name": "CC BY 4.0", "url": url}, "demo": false,
        "policy": {"title": "P", "body": "B", "adopted": "2011", "place": "H", "url": url, "summary": "S",
                   "milestones": [{"date": "2022-10", "title": "M", "url": url}, {"date": "2023", "title": "N"}]},
        "scale": [{"id": "done", "label": "D", "rank": 2}, {"id": "begun", "label": "B", "rank": 1},
                  {"id": "beside", "label": "C"}],
        "regions": [{"id": "europe", "label": "E"}, {"id": "africa", "label": "A"}],
        "groups": [{"id": "g", "label": "G", "evidence": evidence,
                    "members": [{"country": "FRA", "from": "1958", "to": "2000"}, {"country": "DEU"}]},
                   {"id": "h", "label": "H", "members": []}],
        "measures": [{"id": "m", "clause": 1, "title": "M", "criteria": {"done": "seen"}}, {"id": "n", "title": "N"},
                     {"id": "o", "title": "O"}],
        "members": [{"country": "FRA", "region": "europe"}, {"country": "DEU"},
                    {"country": "CHE", "joined": "1956", "left": "2030"}],
        "records": [
            {"country": "FRA", "measure": "m", "status": "done", "date": "2014", "recorded": "2015",
             "evidence": [evidence[0], {"title": "without address"}]},
            {"country": "DEU", "measure": "n", "status": "begun", "date": "2015-02", "dating": "by", "evidence": evidence},
            {"country": "FRA", "measure": "n", "status": "done", "date": "2016-03-01", "withdrawn": "2020",
             "correction": "C", "note": "N", "evidence": evidence,
             "responses": [{"by": "B", "date": "2021", "text": "T", "url": url}, {"text": "U"}]},
        ],
        "reported": [{"measure": "m", "date": "2024", "count": 71, "evidence": evidence},
                     {"measure": "n", "date": "2025", "count": 5}],
        "details": "countries/{country}.json",
        "versions": "versions/{digest}.json",
        "pictures": "pictures/{measure}-{lang}.svg",
    })
}

/// The whole feed with other values at JSON pointers; `null` counts as absent.
pub fn with(changes: &[(&str, Value)]) -> Value {
    let mut feed = whole();
    for (pointer, value) in changes {
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
        match feed.pointer_mut(parent).expect("the parent is there") {
            Value::Array(items) => items[key.parse::<usize>().expect("an index")] = value.clone(),
            parent => parent[key] = value.clone(),
        }
    }
    feed
}

/// How much there is of everything in a feed.
pub fn left(feed: &Feed) -> Left {
    let records = feed.records().iter();
    Left {
        members: feed.members.len(),
        measures: feed.measures.len(),
        levels: feed.scale.len(),
        regions: feed.regions.len(),
        groups: feed.groups.len(),
        memberships: feed.groups.iter().map(|group| group.members.len()).sum(),
        records: records.len(),
        sources: records.clone().map(|record| record.evidence.len()).sum(),
        responses: records.map(|record| record.responses.len()).sum(),
        totals: feed.reported.len(),
        milestones: feed.policy.milestones.len(),
    }
}

/// The findings of a document, each as its code and its JSON pointer.
pub fn found(document: &Value) -> Vec<String> {
    let findings = read(document).findings;
    findings.iter().map(|finding| format!("{} {}", finding.code.name(), finding.pointer)).collect()
}
