//! The members that the map has no shape for.

use super::{Checked, quoted};
use crate::check::problem::{Problem, Problems};
use crate::check::rules;
use policy_explorer::country::Code;
use policy_explorer::finding::FindingCode;
use policy_explorer::page::OVERVIEW;
use policy_explorer::world::pack;

pub fn check(checked: &Checked<'_>, problems: &mut Problems) {
    let world = pack::decode(OVERVIEW).expect("the pack is of this version");
    let mut shapes: Vec<_> = world.shapes.iter().map(|shape| shape.code).collect();
    shapes.sort_unstable();
    let members = checked.document["members"].as_array().into_iter().flatten();
    for (index, member) in members.enumerate() {
        let code = member["country"].as_str().and_then(Code::parse);
        let is_member = |code: &Code| checked.feed.member(*code).is_some();
        if let Some(code) = code.filter(is_member).filter(|code| shapes.binary_search(code).is_err()) {
            let problem =
                Problem::new(rules::of(FindingCode::MemberShape), format!("/members/{index}/country"));
            problems.add(problem.value(quoted(code.as_str())));
        }
    }
}
