//! One cell of a spreadsheet: its value, and its text with line breaks and links.

use super::styles::Styles;
use crate::import::grid::{Cell, Shown, Stamp, Value, check_length, is_error};
use crate::import::read::xlsx::hyperlink;
use crate::import::read::xml::{Element, Node, Stream};
use crate::import::report::Refusal;
use policy_explorer::date::Date;

/// The text of a cell, and the addresses behind it.
#[derive(Debug, Default)]
struct Content {
    text: String,
    links: Vec<String>,
}

/// Reads a cell that has just begun.
///
/// # Errors
/// If it is damaged or too long.
pub fn read(
    element: &Element,
    style: Option<&str>,
    styles: &Styles,
    stream: &mut Stream<'_>,
) -> Result<Cell, Refusal> {
    let content = content(stream)?;
    let formula = element.get("formula");
    let link = formula.and_then(hyperlink).into_iter().chain(content.links).collect::<Vec<_>>().join("\n");
    let value = value(element, style, styles, content.text);
    let link = (!link.is_empty()).then(|| link.into());
    Ok(Cell { value, link, fill: styles.fill(style) })
}

fn value(element: &Element, style: Option<&str>, styles: &Styles, text: String) -> Value {
    let number = |name| element.number::<f64>(name).filter(|number| number.is_finite());
    let text = element.get("string-value").filter(|text| !text.is_empty()).map_or(text, str::to_owned);
    let is_error = element.get("formula").is_some() && is_error(&text);
    match element.get("value-type").unwrap_or_default() {
        _ if is_error => Value::Error(text),
        "float" | "currency" => {
            number("value").map_or(Value::Text(text), |number| Value::Number(number, Shown::Plain))
        }
        "percentage" => {
            number("value").map_or(Value::Text(text), |number| Value::Number(number, Shown::Percent))
        }
        "boolean" => Value::Bool(element.get("boolean-value") == Some("true")),
        "date" => date(element, style, styles).unwrap_or(Value::Text(text)),
        _ if text.is_empty() => match element.get("formula") {
            Some(formula) if element.get("value-type").is_none() => {
                Value::Formula(formula.trim_start_matches("of:=").to_owned())
            }
            _ => Value::Blank,
        },
        _ => Value::Text(text),
    }
}

fn date(element: &Element, style: Option<&str>, styles: &Styles) -> Option<Value> {
    let text = element.get("date-value")?;
    let day = Date::parse(text.get(..10)?)?.first_day();
    let start = policy_explorer::date::Day { year: 1899, month: 12, day: 30 };
    let serial = Some((day.number() - start.number()) as f64);
    Some(Value::Date(Stamp { day, precision: styles.precision(style), serial }))
}

fn content(stream: &mut Stream<'_>) -> Result<Content, Refusal> {
    let mut content = Content::default();
    let (mut depth, mut paragraphs, mut inside) = (1, 0, 0);
    while depth > 0 {
        match stream.node()? {
            Node::Open(element) => match element.name.as_str() {
                "annotation" | "shapes" | "frame" | "ruby-text" | "custom-shape" | "note" | "detective" => {
                    stream.skip()?
                }
                name => {
                    depth += 1;
                    if name == "p" {
                        content.text.push_str(if paragraphs > 0 { "\n" } else { "" });
                        paragraphs += 1;
                        inside += 1;
                    }
                    content.take(&element);
                }
            },
            Node::Close(name) => {
                depth -= 1;
                inside -= i32::from(name == "p");
            }
            Node::Text(text) if inside > 0 => content.text.push_str(&text),
            Node::Text(_) => {}
            Node::End => break,
        }
        check_length(&content.text)?;
    }
    Ok(content)
}

impl Content {
    /// Takes what stands for a sign, and the addresses behind the text.
    fn take(&mut self, element: &Element) {
        match element.name.as_str() {
            "line-break" => self.text.push('\n'),
            "tab" => self.text.push('\t'),
            "s" => {
                let spaces = element.number::<usize>("c").unwrap_or(1).min(1000);
                self.text.extend(std::iter::repeat_n(' ', spaces));
            }
            "a" => self.links.extend(element.get("href").map(str::to_owned)),
            _ => {}
        }
    }
}
