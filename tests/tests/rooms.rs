//! The core is a folder for each concern, and a folder knows only those before it.
#![allow(clippy::expect_used, reason = "a test may panic")]

use std::collections::BTreeMap;

use bosoto_generate::root;
use bosoto_generate::sources::{relative, rust_files};

/// The folders from the ground up.
const ROOMS: [&str; 12] = [
    "base",
    "wire",
    "rulebook",
    "record",
    "policy",
    "schedule",
    "lifecycle",
    "lifecycles",
    "surveillance",
    "indicator",
    "question",
    "contract",
];

/// The sources of the core without their tests, each under its path below `src`.
fn sources() -> BTreeMap<String, String> {
    let files = rust_files(&root().join("core/src"));
    files
        .iter()
        .map(|file| {
            let text = std::fs::read_to_string(file).expect("readable");
            let path = relative(file).replace("core/src/", "");
            (path, without_tests(&text))
        })
        .filter(|(path, _)| !path.ends_with("tests.rs"))
        .collect()
}

fn without_tests(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests").next();
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    let lines = code.unwrap_or_default().lines().filter(is_code);
    lines.collect::<Vec<_>>().join("\n")
}

fn room(path: &str) -> Option<usize> {
    let folder = path.split('/').next().unwrap_or_default();
    ROOMS.iter().position(|room| *room == folder)
}

/// The module that a file is: `lifecycles/account/mod.rs` is `lifecycles`, `account`.
fn module(path: &str) -> Vec<&str> {
    let path = path.trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    path.split('/').filter(|part| *part != "lib").collect()
}

/// Every path that a source takes from the root (`crate::`) or from above (`super::`), from the root on,
/// nested lists of a `use` taken apart.
fn imports(path: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for root in ["crate::", "super::"] {
        for (at, _) in text.match_indices(root) {
            let before = text.get(..at).unwrap_or_default();
            if before.ends_with(|c: char| c.is_alphanumeric() || "_:".contains(c)) {
                continue; // A longer word, or the tail of `super::super::`.
            }
            let mut rest = text.get(at..).unwrap_or_default();
            let mut place = if root == "super::" {
                module(path)
            } else {
                Vec::new()
            };
            rest = rest.strip_prefix("crate::").unwrap_or(rest);
            while let Some(above) = rest.strip_prefix("super::") {
                place.pop();
                rest = above;
            }
            let place: String = place.iter().map(|part| format!("{part}::")).collect();
            taken(&place, rest, &mut found);
        }
    }
    found
}

/// The paths of a tree of a `use`, or the path at the head of a text, each behind `prefix`. What follows it.
fn taken<'a>(prefix: &str, tree: &'a str, found: &mut Vec<String>) -> &'a str {
    let end = tree.find(|c: char| !(c.is_alphanumeric() || "_:".contains(c)));
    let (path, mut rest) = tree.split_at(end.unwrap_or(tree.len()));
    let whole = format!("{prefix}{path}");
    let lists = path.is_empty() || path.ends_with("::");
    let Some(list) = rest.strip_prefix('{').filter(|_| lists) else {
        found.push(whole);
        return rest;
    };
    rest = list;
    loop {
        rest = rest.trim_start_matches([' ', '\n', ',']);
        let ended = rest.strip_prefix('}');
        if let Some(after) = ended {
            return after;
        }
        let before = rest;
        rest = taken(&whole, rest, found);
        if rest == before {
            return rest; // No tree of names: nothing to take apart.
        }
    }
}

/// What a folder may not import: what stands behind it in the list, or in no list.
fn beyond_the_room(path: &str, text: &str) -> Vec<String> {
    let Some(own) = room(path) else {
        return Vec::new();
    };
    let mut wrong = imports(path, text);
    wrong.retain(|import| {
        let name = import.split("::").next().unwrap_or_default();
        let of = ROOMS.iter().position(|room| *room == name);
        of.is_none_or(|of| of > own)
    });
    wrong
}

/// What a lifecycle's folder may not import: other lifecycles, and the list of them.
fn beyond_the_lifecycle(path: &str, text: &str) -> Vec<String> {
    let inside = path.strip_prefix("lifecycles/");
    let Some((own, _)) = inside.and_then(|path| path.split_once('/')) else {
        return Vec::new();
    };
    let mut wrong = imports(path, text);
    wrong.retain(|import| {
        let name = import
            .strip_prefix("lifecycles::")
            .map(|rest| rest.split("::").next());
        name.is_some_and(|name| name != Some(own))
    });
    wrong
}

fn nothing_beyond(judge: fn(&str, &str) -> Vec<String>) {
    let sources = sources();
    let wrong: Vec<(&String, Vec<String>)> = sources
        .iter()
        .map(|(path, text)| (path, judge(path, text)))
        .filter(|(_, wrong)| !wrong.is_empty())
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_folder_imports_only_what_is_before_it() {
    nothing_beyond(beyond_the_room);
}

#[test]
fn a_lifecycle_does_not_know_another() {
    nothing_beyond(beyond_the_lifecycle);
}

/// The reader of imports finds them however they are written.
#[test]
fn an_import_is_found_whichever_way_it_climbs() {
    let read = |path, text| imports(path, text);
    assert_eq!(
        read("base/mod.rs", "use super::policy::Policy;"),
        ["policy::Policy"]
    );
    assert_eq!(
        read("base/text.rs", "use super::calendar::Date;"),
        ["base::calendar::Date"]
    );
    assert_eq!(read("base/text.rs", "use super::super::wire;"), ["wire"]);
    assert_eq!(
        read(
            "lifecycles/account/mod.rs",
            "pub use super::aftercare::{visit::{self, Visit}, Close};"
        ),
        [
            "lifecycles::aftercare::visit::self",
            "lifecycles::aftercare::visit::Visit",
            "lifecycles::aftercare::Close",
        ]
    );
    assert_eq!(
        read(
            "wire/mod.rs",
            "use crate::{base::text, policy};\nlet x = $crate::schedule::Owed;"
        ),
        ["base::text", "policy", "schedule::Owed"]
    );
    // The two that once passed.
    assert_eq!(
        beyond_the_room("base/mod.rs", "use super::policy::Policy;"),
        ["policy::Policy"]
    );
    let other = "pub use super::aftercare::Close;";
    let found = beyond_the_lifecycle("lifecycles/account/mod.rs", other);
    assert_eq!(found, ["lifecycles::aftercare::Close"]);
    assert!(
        beyond_the_lifecycle("lifecycles/account/request.rs", "use super::rules::AD_01;")
            .is_empty()
    );
}

#[test]
fn no_file_lies_loose_in_the_root() {
    let loose: Vec<String> = sources()
        .into_keys()
        .filter(|path| !path.contains('/') && path != "lib.rs")
        .collect();
    assert!(loose.is_empty(), "{loose:?}");
    let rooms = std::fs::read_dir(root().join("core/src")).expect("a folder");
    for entry in rooms {
        let name = entry.expect("readable").file_name();
        let name = name.to_string_lossy();
        assert!(*name == *"lib.rs" || ROOMS.contains(&&*name), "{name}");
    }
}

/// Whoever opens a room reads first what it is and what it does not know.
#[test]
fn a_room_says_what_it_is_and_what_it_does_not_know() {
    let mut silent = Vec::new();
    for file in rust_files(&root().join("core/src")) {
        let path = relative(&file);
        let is_a_room = path.ends_with("/mod.rs") && path.matches('/').count() <= 4;
        if !is_a_room {
            continue;
        }
        let text = std::fs::read_to_string(&file).expect("readable");
        let first: String = text
            .lines()
            .take_while(|line| line.starts_with("//!"))
            .collect();
        let says = ["not know", "knows no", "known by none"];
        if !says.iter().any(|words| first.contains(words)) {
            silent.push(path);
        }
    }
    assert!(silent.is_empty(), "{silent:?}");
}
