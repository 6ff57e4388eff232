//! The page of the policy.

use std::fmt::Write as _;

use bosoto::policy::{Allowed, EditionOf};
use bosoto::registry::Stated;

use super::markdown::{NOTICE, code};
use crate::{Contract, Files};

/// `docs/policy.md`
pub fn files(contract: &Contract) -> Files {
    Files::from([("docs/policy.md".to_owned(), page(&contract.parameters))])
}

fn page(parameters: &[Stated]) -> String {
    let mut out = format!(
        "{NOTICE}\n\n# The policy\n\nEvery number and every choice that the rules leave open. A policy \
         is a JSON object; a parameter that is left out has its default. A policy out of range, or \
         one that contradicts itself, is the error `policy_invalid`.\n\n\
         | parameter | rule | default | allowed | unit | edition | ความหมาย | meaning |\n\
         |---|---|---|---|---|---|---|---|\n"
    );
    for parameter in parameters {
        let (th, en) = (parameter.title.th(), parameter.title.en());
        let _ = writeln!(
            out,
            "| `{}` | [{}](rules.md#{}) | `{}` | {} | {} | {} | {th} | {en} |",
            parameter.name,
            parameter.rule,
            parameter.rule.id.to_lowercase(),
            parameter.default,
            allowed(parameter),
            parameter.unit.title().en(),
            edition(parameter.edition_of),
        );
    }
    out.push_str(EDITIONS);
    out
}

fn edition(of: EditionOf) -> &'static str {
    match of {
        EditionOf::Moment => "of the day",
        EditionOf::Start => "of the start",
    }
}

/// What is said of editions; its example is tried by `tests/tests/policy.rs`.
const EDITIONS: &str = include_str!("editions.md");

fn allowed(parameter: &Stated) -> String {
    match parameter.allowed {
        Allowed::Integer { min, max } => format!("{min} to {max}"),
        Allowed::Divides { whole } => format!("a divisor of {whole}"),
        Allowed::Rising {
            min,
            max,
            min_items,
            max_items,
        } => format!("{min_items} to {max_items} rising numbers, each {min} to {max}"),
        Allowed::OneOf { names } => code(names.iter().copied()),
        Allowed::Flag => code(["true", "false"]),
        Allowed::Texts => "texts".to_owned(),
    }
}
