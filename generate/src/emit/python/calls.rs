//! The calls of the contract as functions, text in and text out, over the one that the native module exports.

use bosoto::call::{Argument, Call, TABLE};

use super::layout::{bracketed, docstring, identifier};
use super::module::{Module, Package};

/// The module `bosoto.calls`.
pub fn write(package: &mut Package) {
    let mut module = Module::new(
        "Every question of the contract as text in, text out: the same bytes in every language.\n\n\
         A case is given as its log (NDJSON or a JSON array of events); an error is the contract's\n\
         `{\"error\": …}`.",
    );
    module.import("bosoto._bosoto", "call");
    for call in TABLE {
        module.define(&format!("{}_json", call.name), function(call));
    }
    *package.module("calls") = module;
}

fn function(call: &Call) -> String {
    let optional = call.arguments.iter().rev();
    let trailing = optional.take_while(|argument| !argument.required).count();
    let first_default = call.arguments.len().saturating_sub(trailing);
    let parameters: Vec<String> = (0..)
        .zip(call.arguments)
        .map(|(place, argument)| parameter(argument, place >= first_default))
        .collect();
    let head = bracketed(
        &format!("def {}_json(", call.name),
        &parameters,
        ") -> str:",
    );
    let names = call.arguments.iter().map(|argument| argument.name);
    let given: Vec<String> = names.map(|name| identifier(name).to_owned()).collect();
    let body = bracketed(
        &format!("    return call(\"{}\", [", call.name),
        &given,
        "])",
    );
    format!("{head}\n{}\n{body}", docstring("    ", &about(call)))
}

/// What it does, without what only Rust reads, and the rules that it applies.
fn about(call: &Call) -> String {
    let text = call.about.split("```").next().unwrap_or_default();
    let text = wrapped(text);
    let rules: Vec<&str> = call.rules.iter().map(|rule| rule.id).collect();
    if rules.is_empty() {
        text
    } else {
        format!("{text}\n\nRules: {}.", rules.join(", "))
    }
}

/// A paragraph in lines that fit behind the quotes of a docstring.
fn wrapped(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if format!("{line} {word}").chars().count() < 90 => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

fn parameter(argument: &Argument, has_default: bool) -> String {
    let hint = if argument.required {
        "str"
    } else {
        "str | None"
    };
    let default = if has_default { " = None" } else { "" };
    format!("{}: {hint}{default}", identifier(argument.name))
}
