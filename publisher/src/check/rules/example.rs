//! The small feed that the examples change, in which nothing is wrong.

pub const BASE: &str = r#"{
  "version": "1.0",
  "id": "example",
  "title": {"en": "An example", "fr": "Un exemple"},
  "published": "2026-11-20T08:00:00Z",
  "publisher": {"name": "Example Institute", "url": "https://example.org/", "contact": "mailto:corrections@example.org"},
  "license": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
  "policy": {
    "title": {"en": "A resolution", "fr": "Une résolution"},
    "adopted": "2011-11-03",
    "request": {"en": "Is this in place in {country}?", "fr": "Est-ce en place : {country} ?"},
    "terms": {"member": {"en": "party", "fr": "partie"}, "members": {"en": "parties", "fr": "parties"}}
  },
  "scale": [
    {"id": "implemented", "label": {"en": "implemented", "fr": "appliqué"}, "rank": 2},
    {"id": "partial", "label": {"en": "partly implemented", "fr": "en partie"}, "rank": 1}
  ],
  "regions": [{"id": "africa", "label": {"en": "Africa", "fr": "Afrique"}}],
  "groups": [
    {"id": "treaty", "label": {"en": "Parties to a treaty", "fr": "Parties à un traité"},
     "members": [{"country": "KEN", "from": "2001", "to": "2020"}]}
  ],
  "measures": [
    {"id": "register", "clause": 3, "title": {"en": "A register", "fr": "Un registre"},
     "criteria": {"implemented": {"en": "a law in force", "fr": "une loi en vigueur"}}}
  ],
  "members": [
    {"country": "FRA", "joined": "1956"},
    {"country": "KEN", "region": "africa", "joined": "1968"}
  ],
  "records": [
    {"country": "FRA", "measure": "register", "status": "implemented", "date": "2014-05", "recorded": "2026-11-20",
     "evidence": [{"url": "https://example.org/decree", "title": "Décret 2014-500", "lang": "fr", "date": "2014-05-12"}]},
    {"country": "KEN", "measure": "register", "status": "partial", "date": "2019", "recorded": "2026-11-20",
     "evidence": [{"url": "https://example.org/act", "title": "Register Act", "lang": "en"}]}
  ],
  "reported": [{"measure": "register", "date": "2024-11", "count": 2}]
}
"#;
