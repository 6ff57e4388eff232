//! The page of every rule, with where it is applied and by what it is proven.

use std::fmt::Write as _;

use bosoto::base::rule::{Document, Force, Rule};

use super::markdown::{NOTICE, code, sources};
use crate::sources::Index;
use crate::{Contract, Files};

/// `docs/rules.md`
pub fn files(contract: &Contract) -> Files {
    Files::from([("docs/rules.md".to_owned(), page(contract))])
}

fn page(contract: &Contract) -> String {
    let index = Index::read();
    let mut out = format!(
        "{NOTICE}\n\n# The rules\n\nEvery rule of the library under its id, which never changes. \
         A must rejects a command, a should warns; a definition says what is meant; a decision is \
         the library's own where the sources are silent.\n\n\"Applied in\" lists the files of \
         the core in which a command, a guard, a refusal, an advice or something owed stands under the rule, as the \
         tables say; \"proven by\" the scenarios and tests named after it.\n\n## Documents\n\n\
         | tag | เอกสาร | document | date |\n|---|---|---|---|\n"
    );
    for document in documents(&contract.rules) {
        let (th, en) = (document.title.th(), document.title.en());
        let date = document.date.unwrap_or("–");
        let _ = writeln!(out, "| {} | {th} | {en} | {date} |", document.tag);
    }
    for rule in &contract.rules {
        one_rule(&mut out, rule, &index);
    }
    out
}

fn documents(rules: &[&Rule]) -> Vec<&'static Document> {
    let mut found: Vec<&Document> = Vec::new();
    for citation in rules.iter().flat_map(|rule| rule.sources) {
        if !found.iter().any(|known| known.tag == citation.document.tag) {
            found.push(citation.document);
        }
    }
    found
}

fn one_rule(out: &mut String, rule: &Rule, index: &Index) {
    let force = match rule.force {
        Force::Must => "must",
        Force::Should => "should",
        Force::Definition => "definition",
        Force::Decision => "decision of the library",
    };
    let _ = write!(
        out,
        "\n## {}\n\n**{}** · {}\n\n{}\n\n{}\n\n- Force: {force}\n",
        rule.id,
        rule.title.th(),
        rule.title.en(),
        rule.text.th(),
        rule.text.en()
    );
    sources(out, rule.sources);
    if !rule.parameters.is_empty() {
        let _ = writeln!(
            out,
            "- Parameters: {}",
            code(rule.parameters.iter().copied())
        );
    }
    for (title, found) in [("Applied in", &index.applied), ("Proven by", &index.proven)] {
        let Some(places) = found.get(rule.id) else {
            continue;
        };
        let places = code(places.iter().map(String::as_str));
        let _ = writeln!(out, "- {title}: {places}");
    }
}
