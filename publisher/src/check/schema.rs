//! The schema of feeds: whether a document keeps to it, and what it says about each place of a document.

use jsonschema::Validator;
use policy_explorer::page::SCHEMA;
use serde_json::Value;
use std::collections::HashMap;

pub struct Schema {
    root: Value,
    pub validator: Validator,
    /// The places of the schema, references followed; the first is that of the document.
    parts: Vec<Part>,
}

/// A place in the schema.
struct Part {
    /// What it says.
    node: Value,
    /// The definitions that led there.
    kinds: Vec<String>,
    /// Its fields.
    fields: HashMap<String, usize>,
    /// Its items, or the fields that it does not name.
    other: Option<usize>,
}

/// A value of a document with what the schema says about it.
pub struct Visit<'a> {
    pub pointer: &'a str,
    pub value: &'a Value,
    /// The definitions that it goes by, such as `link`; the nearest last.
    pub kinds: &'a [String],
    /// What the schema says about it.
    pub node: &'a Value,
}

impl Visit<'_> {
    pub fn is(&self, kind: &str) -> bool {
        self.kinds.iter().any(|known| known == kind)
    }
}

impl Schema {
    pub fn new() -> Self {
        let root: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
        let validator = jsonschema::draft202012::new(&root).expect("all references are inside the schema");
        let mut schema = Self { parts: Vec::new(), root: root.clone(), validator };
        schema.part(&root);
        schema
    }

    /// Takes a place of the schema and all below it, so that no reference is followed once a value.
    fn part(&mut self, node: &Value) -> Option<usize> {
        let (node, kinds) = resolved(&self.root, node);
        let node = node.is_object().then(|| node.clone())?;
        let index = self.parts.len();
        self.parts.push(Part { node: node.clone(), kinds, fields: HashMap::new(), other: None });
        for (name, field) in node["properties"].as_object().into_iter().flatten() {
            let field = self.part(field);
            self.parts[index].fields.extend(field.map(|field| (name.clone(), field)));
        }
        let other = node.get("items").or_else(|| node.get("additionalProperties"));
        self.parts[index].other = other.and_then(|other| self.part(other));
        Some(index)
    }

    /// Calls `take` with each value of the document that the schema describes.
    pub fn visit(&self, document: &Value, take: &mut dyn FnMut(&Visit<'_>)) {
        self.visit_at(&self.parts[0], document, &mut String::new(), take);
    }

    fn visit_at(&self, at: &Part, value: &Value, pointer: &mut String, take: &mut dyn FnMut(&Visit<'_>)) {
        take(&Visit { pointer, value, kinds: &at.kinds, node: &at.node });
        let length = pointer.len();
        let mut below = |token: &str, value: &Value| {
            if let Some(part) = self.step(at, token) {
                pointer.push('/');
                // Hardly a name has a sign that pointers write otherwise.
                match token.contains(['~', '/']) {
                    true => pointer.push_str(&token.replace('~', "~0").replace('/', "~1")),
                    false => pointer.push_str(token),
                }
                self.visit_at(part, value, pointer, take);
                pointer.truncate(length);
            }
        };
        match value {
            Value::Object(fields) => fields.iter().for_each(|(name, value)| below(name, value)),
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(index, value)| below(&index.to_string(), value));
            }
            _ => {}
        }
    }

    /// What is said about the field or item below a place.
    fn step(&self, at: &Part, token: &str) -> Option<&Part> {
        at.fields.get(token).copied().or(at.other).map(|index| &self.parts[index])
    }

    /// What a field is for, in words.
    pub fn described(&self, pointer: &str) -> Option<&str> {
        let mut node = &self.root;
        let mut said = None;
        for token in pointer.split('/').skip(1) {
            let field = node["properties"].get(token).or_else(|| node.get("items"))?;
            node = resolved(&self.root, field).0;
            said = field["description"].as_str().or_else(|| node["description"].as_str());
        }
        said
    }

    /// What type of value a field has, in words.
    pub fn wanted(&self, pointer: &str) -> Option<String> {
        let mut at = &self.parts[0];
        for token in pointer.split('/').skip(1) {
            at = self.step(at, token)?;
        }
        Some(wanted(at))
    }
}

/// Follows references; the definitions that they name, the nearest last.
fn resolved<'a>(root: &'a Value, mut node: &'a Value) -> (&'a Value, Vec<String>) {
    let mut kinds = Vec::new();
    while let Some(path) = node["$ref"].as_str() {
        kinds.extend(path.rsplit('/').next().map(str::to_owned));
        node = root.pointer(&path[1..]).expect("references lead to definitions");
    }
    (node, kinds)
}

fn wanted(at: &Part) -> String {
    if at.kinds.iter().any(|kind| matches!(kind.as_str(), "text" | "label")) {
        return "a string, or an object of language tags to strings".to_owned();
    }
    let named = |name: &str| match name {
        "integer" => "a whole number",
        "string" => "a string",
        "boolean" => "true or false",
        "array" => "a list",
        _ => "an object",
    };
    match &at.node["type"] {
        Value::String(name) => named(name).to_owned(),
        Value::Array(names) => {
            names.iter().filter_map(Value::as_str).map(named).collect::<Vec<_>>().join(" or ")
        }
        _ => "one of the words that the format has for it".to_owned(),
    }
}
