//! The pattern of a question to a feed, by the second resolver: in which regions the members are.

use super::naive::Naive;

/// What is said of the regions, as ids.
#[derive(Debug, PartialEq)]
pub enum Claim {
    /// So many members have at least one measure in place.
    Some(usize),
    /// There is one, in this region.
    One(String),
    /// All of so many are in one region.
    All(usize, String),
    /// Most are in one region: so many of all.
    Most(String, usize, usize),
    /// In one region are clearly more than elsewhere.
    Largest(String, usize, usize),
    /// They are in more than one region, at most so many of all in each.
    Spread(usize, usize),
    /// There are none in these regions.
    None(Vec<String>),
    /// Nothing is known of these regions.
    NoData(Vec<String>),
}

impl Claim {
    /// The numbers in it, in the order of saying them.
    pub fn numbers(&self) -> Vec<usize> {
        match *self {
            Self::Some(count) | Self::All(count, _) => vec![count],
            Self::Most(_, count, total) | Self::Largest(_, count, total) => vec![count, total],
            Self::Spread(most, total) => vec![most, total],
            Self::One(_) | Self::None(_) | Self::NoData(_) => Vec::new(),
        }
    }

    /// The regions in it, in the order of saying them.
    pub fn regions(&self) -> Vec<&str> {
        match self {
            Self::Some(_) | Self::Spread(..) => Vec::new(),
            Self::One(region) | Self::All(_, region) => vec![region],
            Self::Most(region, ..) | Self::Largest(region, ..) => vec![region],
            Self::None(regions) | Self::NoData(regions) => regions.iter().map(String::as_str).collect(),
        }
    }
}

/// Whether a status is what is described.
pub fn is_described(naive: &Naive<'_>, topic: &str, status: &str) -> bool {
    let is_ranked = naive.scale.iter().any(|status| naive.is_highest(status));
    match topic {
        "overall" => status != "unknown" && !status.starts_with("0-"),
        _ if is_ranked => naive.is_highest(status),
        _ => status != "unknown",
    }
}

/// What is to be said, by the second resolver; `regions` empty: all.
pub fn expected(naive: &Naive<'_>, topic: &str, (date, known): (&str, &str), regions: &[&str]) -> Vec<Claim> {
    let kept = regions;
    let mut members = Vec::new();
    for country in &naive.members {
        let status = naive.status(country, topic, date, known);
        if status != "not-a-member" && naive.is_in_scope(country, date, kept, &[]) {
            let region = naive.region(country);
            let region = if naive.regions.contains(&region) { region } else { "" };
            members.push((region, status != "unknown", is_described(naive, topic, &status)));
        }
    }
    let regions: Vec<&str> = naive
        .regions
        .iter()
        .copied()
        .filter(|region| members.iter().any(|member| member.0 == *region))
        .collect();
    let on_record = |region: &str| members.iter().filter(|member| member.0 == region && member.1).count();
    let count = |region: &str| members.iter().filter(|member| member.0 == region && member.2).count();
    let total = members.iter().filter(|member| member.2).count();
    if regions.len() < 2 || total == 0 {
        return Vec::new();
    }
    let mut claims = Vec::new();
    if topic == "overall" {
        claims.push(Claim::Some(total));
    }
    let mut order = regions.clone();
    order.sort_by_key(|region| std::cmp::Reverse(count(region)));
    let (first, second) = (order[0], order[1]);
    let (most, next) = (count(first), count(second) + count(""));
    if most == total {
        let region = first.to_owned();
        claims.push(if total == 1 { Claim::One(region) } else { Claim::All(total, region) });
        return with_gaps(claims, &regions, &on_record, count("") == 0 && on_record("") == 0, |_| false);
    }
    if 2 * most > total {
        claims.push(Claim::Most(first.to_owned(), most, total));
    } else if 2 * most >= 3 * next {
        claims.push(Claim::Largest(first.to_owned(), most, total));
    } else if count("") == 0 {
        claims.push(Claim::Spread(most, total));
    }
    with_gaps(claims, &regions, &on_record, on_record("") == 0, |region| {
        count("") == 0 && count(region) == 0 && on_record(region) > 0
    })
}

/// The claims with the regions where there is nobody, and those of which nothing is known.
fn with_gaps(
    mut claims: Vec<Claim>,
    regions: &[&str],
    known: &dyn Fn(&str) -> usize,
    all_are_filed: bool,
    is_none: impl Fn(&str) -> bool,
) -> Vec<Claim> {
    let list = |wanted: &dyn Fn(&str) -> bool| -> Vec<String> {
        regions.iter().filter(|region| wanted(region)).map(|region| (*region).to_owned()).collect()
    };
    let none = list(&is_none);
    let no_data = list(&|region| all_are_filed && known(region) == 0);
    claims.extend((!none.is_empty()).then_some(Claim::None(none)));
    claims.extend((!no_data.is_empty()).then_some(Claim::NoData(no_data)));
    claims
}
