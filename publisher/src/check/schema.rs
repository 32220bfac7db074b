//! The schema of feeds: whether a document keeps to it, and what it says about each place of a document.

use jsonschema::Validator;
use serde_json::Value;

const TEXT: &str = include_str!("../../../data/feed.schema.json");

pub struct Schema {
    root: Value,
    pub validator: Validator,
}

/// A value of a document with what the schema says about it.
pub struct Visit<'a> {
    pub pointer: &'a str,
    pub value: &'a Value,
    /// The definitions that it goes by, such as `link`; the nearest last.
    pub kinds: &'a [&'a str],
    /// What the schema says about it.
    pub node: &'a Value,
}

impl Visit<'_> {
    pub fn is(&self, kind: &str) -> bool {
        self.kinds.contains(&kind)
    }
}

/// A place in the schema, with the definitions that led there.
struct Node<'a> {
    node: &'a Value,
    kinds: Vec<&'a str>,
}

impl Schema {
    pub fn new() -> Self {
        let root: Value = serde_json::from_str(TEXT).expect("the schema is JSON");
        let validator = jsonschema::draft202012::new(&root).expect("all references are inside the schema");
        Self { root, validator }
    }

    /// Calls `take` with each value of the document that the schema describes.
    pub fn visit(&self, document: &Value, take: &mut dyn FnMut(&Visit<'_>)) {
        let root = Node { node: &self.root, kinds: Vec::new() };
        self.visit_at(&root, document, &mut String::new(), take);
    }

    fn visit_at(&self, at: &Node<'_>, value: &Value, pointer: &mut String, take: &mut dyn FnMut(&Visit<'_>)) {
        take(&Visit { pointer, value, kinds: &at.kinds, node: at.node });
        let length = pointer.len();
        let mut below = |token: &str, value: &Value| {
            if let Some(node) = self.step(at.node, token) {
                pointer.push('/');
                // Hardly a name has a sign that pointers write otherwise.
                match token.contains(['~', '/']) {
                    true => pointer.push_str(&token.replace('~', "~0").replace('/', "~1")),
                    false => pointer.push_str(token),
                }
                self.visit_at(&node, value, pointer, take);
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
    fn step<'a>(&'a self, node: &'a Value, token: &str) -> Option<Node<'a>> {
        let field = node["properties"].get(token);
        let node = field.or_else(|| node.get("items")).or_else(|| node.get("additionalProperties"));
        node.map(|node| self.resolved(node)).filter(|node| node.node.is_object())
    }

    /// Follows references; the description that is nearest to the field stays with `described`.
    fn resolved<'a>(&'a self, mut node: &'a Value) -> Node<'a> {
        let mut kinds = Vec::new();
        while let Some(path) = node["$ref"].as_str() {
            kinds.extend(path.rsplit('/').next());
            node = self.root.pointer(&path[1..]).expect("references lead to definitions");
        }
        Node { node, kinds }
    }

    /// What a field is for, in words.
    pub fn described(&self, pointer: &str) -> Option<&str> {
        let mut node = &self.root;
        let mut said = None;
        for token in pointer.split('/').skip(1) {
            let field = node["properties"].get(token).or_else(|| node.get("items"))?;
            node = self.resolved(field).node;
            said = field["description"].as_str().or_else(|| node["description"].as_str());
        }
        said
    }

    /// What type of value a field has, in words.
    pub fn wanted(&self, pointer: &str) -> Option<String> {
        let mut at = Node { node: &self.root, kinds: Vec::new() };
        for token in pointer.split('/').skip(1) {
            at = self.step(at.node, token)?;
        }
        Some(wanted(&at))
    }
}

fn wanted(at: &Node<'_>) -> String {
    if at.kinds.iter().any(|kind| matches!(*kind, "text" | "label")) {
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
