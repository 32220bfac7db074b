//! Addresses: why one cannot be a link, and whether its host is what it looks like.

use policy_explorer::feed::text::Link;
use unicode_security::MixedScript;
use unicode_security::confusable_detection::skeleton;

/// Why an address cannot be a link; empty if it is not clear.
pub fn reason(address: &str, field: &str) -> String {
    let (scheme, rest) = address.split_once(':').unwrap_or(("", address));
    let authority = rest.trim_start_matches('/').split(['/', '?', '#']).next().unwrap_or_default();
    match scheme.to_ascii_lowercase().as_str() {
        "mailto" if field == "contact" => "a mail address has a name, @ and a host".to_owned(),
        "mailto" => "mailto: is for the publisher’s contact alone".to_owned(),
        "http" | "https" => match authority.rsplit_once('@') {
            Some((user, host)) => format!("{user}@ is a user’s name, and the page is on {host}"),
            None if address.contains('\\') => "it has a backslash, which browsers read as /".to_owned(),
            None if authority.is_empty() => "it has no host".to_owned(),
            None if address.contains(char::is_whitespace) => {
                "it has a space or a line break in it".to_owned()
            }
            None => "it has invisible signs, or a host that cannot be".to_owned(),
        },
        _ if address.contains('@') && !address.contains('/') && field == "contact" => {
            format!("a mail address is written as mailto:{address}")
        }
        "" => format!("it lacks the beginning: https://{address}, if the page is there"),
        other => format!("{other}: is not http or https"),
    }
}

/// Why the host of an address may not be the one that it looks like.
pub fn doubt(address: &str) -> Option<String> {
    let link = Link::web(address)?;
    let host = link.host()?;
    let (unicode, _) = idna::domain_to_unicode(host);
    let ascii = idna::domain_to_ascii(host).unwrap_or_default();
    if unicode.is_ascii() {
        return None;
    }
    let looks = like_ascii(&unicode);
    let is_mixed = unicode.split('.').any(|label| !label.is_single_script());
    if looks.is_ascii() || is_mixed {
        let looks = if looks.is_ascii() { format!(", looks like {looks}") } else { String::new() };
        return Some(format!("the host is {ascii}{looks}"));
    }
    // Whoever writes Punycode sees no letters.
    (host != unicode).then(|| format!("browsers show the host as {unicode}"))
}

/// The text with the letters of ASCII that others look like in their place.
fn like_ascii(text: &str) -> String {
    let like = |letter: char| match letter {
        ascii if ascii.is_ascii() => ascii.to_string(),
        other => skeleton(&other.to_string()).collect(),
    };
    text.chars().map(like).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_that_mislead_are_told() {
        for (address, told) in [
            ("https://interpol.int/", None),
            ("https://café.example/", None),
            ("https://правда.example/", None),
            ("https://іnterpol.example/", Some("looks like")),
            ("https://аррӏе.example/", Some("xn--")),
            ("https://xn--caf-dma.example/", Some("café.example")),
        ] {
            let doubt = doubt(address);
            assert_eq!(doubt.is_some(), told.is_some(), "{address}: {doubt:?}");
            assert!(doubt.unwrap_or_default().contains(told.unwrap_or_default()), "{address}");
        }
    }
}
