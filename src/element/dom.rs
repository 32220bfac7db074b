//! The first drawing: nodes put into the document as they are, before Yew is here (`drawing`), which takes it over.

use crate::markup::Html;
use web_sys::{Document, Element, Node};

/// The namespaces of HTML and SVG (Infra Standard).
const HTML: &str = "http://www.w3.org/1999/xhtml";
const SVG: &str = "http://www.w3.org/2000/svg";

/// Draws into an element, in the place of all that is there.
pub fn lay_down(mount: &Element, html: &Html) {
    let Some(document) = mount.owner_document() else { return };
    mount.replace_children_with_node_0();
    append(&document, mount, html, HTML);
}

fn append(document: &Document, parent: &Node, html: &Html, namespace: &'static str) {
    match html {
        Html::Nothing => {}
        Html::Text(text) => add(parent, &document.create_text_node(text)),
        Html::List(nodes) => nodes.iter().for_each(|node| append(document, parent, node, namespace)),
        Html::Apart(_, drawn) => append(document, parent, &drawn.nodes(), namespace),
        Html::Element(element) => {
            let name = element.kind.name;
            let namespace = if name == "svg" { SVG } else { namespace };
            // The names are of the widget's own.
            let Ok(drawn) = document.create_element_ns(Some(namespace), name) else { return };
            for (name, value) in element.attributes() {
                let _ = drawn.set_attribute(name, value.as_str());
            }
            if let Some(value) = &element.value {
                let _ = drawn.set_attribute("value", value);
            }
            element.content.iter().for_each(|node| append(document, &drawn, node, namespace));
            add(parent, &drawn);
        }
    }
}

fn add(parent: &Node, node: &Node) {
    // Only what is no node could fail.
    let _ = parent.append_child(node);
}
