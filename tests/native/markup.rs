//! Nodes as text: what is written is read as it was.

use policy_explorer::markup::html::html;
use policy_explorer::markup::svg::svg;
use policy_explorer::markup::{Hears, Html, On, filled, heard, keyed, list, node, text, ticked};
use policy_explorer::model::Msg;

#[test]
fn texts_and_values_are_escaped() {
    let node = node!("p"; "title" = "a \"b\" <c> & d\r".to_owned() => text("1 < 2 & \"3\" > 2\r"));
    assert_eq!(
        html(&node),
        "<p title=\"a &quot;b&quot; &lt;c&gt; &amp; d&#13;\">1 &lt; 2 &amp; \"3\" &gt; 2&#13;</p>"
    );
}

#[test]
fn what_is_not_there_is_not_written() {
    let nothing: Option<String> = None;
    let node = node!("p"; "title" = nothing, "hidden" = Some("") => list(vec![Html::Nothing, text("a")]));
    assert_eq!(html(&node), "<p hidden>a</p>");
}

#[test]
fn elements_end_as_their_markup_wants() {
    let drawing = node!("svg" => node!("g" => node!("path", "d" = "M0 0")));
    assert_eq!(html(&drawing), "<svg><g><path d=\"M0 0\"/></g></svg>");
    assert_eq!(html(&node!("td")), "<td></td>");
    let field = filled(Some("a".to_owned()), node!("input", "type" = "text"));
    assert_eq!(html(&field), "<input type=\"text\" value=\"a\">");
    assert_eq!(html(&ticked(true, node!("input"))), "<input checked>");
    // A parser drops the first line feed.
    assert_eq!(html(&node!("pre" => text("\na"))), "<pre>\n\na</pre>");
}

#[test]
fn a_picture_is_written_as_xml() {
    let value = "a \"b\" & c\u{1}\u{ffff}".to_owned();
    let picture = node!("svg"; "data-status" = value, "lang" = "" => node!("pre" => text("1 < 2\u{0}\n")));
    assert_eq!(
        svg(&picture),
        "<svg data-status=\"a &quot;b&quot; &amp; c\" lang=\"\"><pre>1 &lt; 2\n</pre></svg>"
    );
}

#[test]
fn ids_of_a_picture_are_its_own() {
    let picture = |words: &str| {
        let drawn = node!("path"; "id" = "a", "fill" = "url(#a) #fff", "aria-labelledby" = "a");
        svg(&node!("svg" => [drawn, text(words)]))
    };
    let (one, other) = (picture("1"), picture("2"));
    let id = one.split('"').nth(1).expect("it has an id");
    assert!(id.starts_with("pe-") && !other.contains(id));
    assert_eq!(
        one,
        format!("<svg><path id=\"{id}\" fill=\"url(#{id}) #fff\" aria-labelledby=\"{id}\"/>1</svg>")
    );
    assert!(picture("url(#a)\u{1}").ends_with(">url(#a)</svg>"), "a text is none");
}

#[test]
fn keys_and_what_is_heard_are_no_text() {
    let node = heard(vec![(On::Click, Hears::Means(Msg::Close))], keyed("k", node!("button" => text("a"))));
    assert_eq!(html(&node), "<button>a</button>");
    let Html::Element(element) = node else { panic!("an element") };
    assert!(matches!(element.hears[..], [(On::Click, Hears::Means(Msg::Close))]));
}
