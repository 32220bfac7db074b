//! Writes JSON (RFC 8259). `feed::json` reads it.

/// A text, quoted.
pub fn text(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            control if control < ' ' => {
                quoted.push_str(if control < '\u{10}' { "\\u000" } else { "\\u001" });
                quoted.push(char::from_digit(u32::from(control) % 16, 16).expect("it is below 16"));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

/// An object of names and values that are JSON already, a line each.
pub fn object(entries: &[(&str, String)]) -> String {
    let lines: Vec<String> = entries.iter().map(|(name, value)| format!("{}: {value}", text(name))).collect();
    enclosed(&lines, ("{", "}"))
}

/// A list of values that are JSON already, a line each.
pub fn list(values: &[String]) -> String {
    enclosed(values, ("[", "]"))
}

fn enclosed(lines: &[String], (open, close): (&str, &str)) -> String {
    if lines.is_empty() {
        return format!("{open}{close}");
    }
    // A line of a value within is a line further in. Texts have no line breaks of their own here.
    format!("{open}\n  {}\n{close}", lines.join(",\n").replace('\n', "\n  "))
}
