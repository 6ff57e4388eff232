//! The calls of the contract: as text in and text out, and with types.

use bosoto::base::shape::{Field, Ty};
use bosoto::call::{Argument, Call, TABLE};
use bosoto::contract::camel;

use super::names::{kdoc, property, quoted};
use super::types::{SHARED, Writer, enumeration};

/// `Calls` and `Questions`.
pub fn write(writer: &mut Writer) {
    let texts: Vec<String> = TABLE.iter().map(as_text).collect();
    let about = "/** Every question of the contract as text in, text out: the same bytes in every language. A case is given as its log (NDJSON or a JSON array of events); an error is the contract's `{\"error\": …}`. */\n";
    let body = format!("{about}public object Calls {{\n{}}}", texts.join("\n"));
    writer.packages.of(SHARED).define("Calls", body);
    let typed: Vec<String> = TABLE.iter().map(|call| typed(writer, call)).collect();
    let about = "/** Every question of the contract with its types; an error is thrown. */\n";
    let body = format!("{about}public object Questions {{\n{}}}", typed.join("\n"));
    writer.packages.of(SHARED).define("Questions", body);
}

/// What it does, without what only Rust reads, and the rules that it applies.
fn about(call: &Call) -> String {
    let text = call.about.split("```").next().unwrap_or_default();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let rules: Vec<&str> = call.rules.iter().map(|rule| rule.id).collect();
    if rules.is_empty() {
        text
    } else {
        format!("{text}\n\nRules: {}.", rules.join(", "))
    }
}

/// An argument as it is written: its name, its type, and how it becomes text.
struct Parameter {
    name: String,
    hint: String,
    text: String,
    optional: bool,
}

fn function(
    call: &Call,
    name: &str,
    generic: &str,
    parameters: &[Parameter],
    answer: &str,
    body: &str,
) -> String {
    let trailing = parameters
        .iter()
        .rev()
        .take_while(|one| one.optional)
        .count();
    let first_default = parameters.len().saturating_sub(trailing);
    let written = (0..).zip(parameters).map(|(place, one)| {
        let absent = if one.optional { "?" } else { "" };
        let default = if place >= first_default {
            " = null"
        } else {
            ""
        };
        format!("{}: {}{absent}{default}", one.name, one.hint)
    });
    let written: Vec<String> = written.collect();
    let overloads = if trailing > 0 { " @JvmOverloads" } else { "" };
    format!(
        "{}    @JvmStatic{overloads} public fun {generic}{name}({}): {answer} =\n        {body}\n",
        kdoc("    ", &about(call)),
        written.join(", ")
    )
}

fn as_text(call: &Call) -> String {
    let parameter = |argument: &Argument| Parameter {
        name: property(argument.name),
        hint: "String".to_owned(),
        text: property(argument.name),
        optional: !argument.required,
    };
    let parameters: Vec<Parameter> = call.arguments.iter().map(parameter).collect();
    function(
        call,
        &property(call.name),
        "",
        &parameters,
        "String",
        &asked(call, &parameters),
    )
}

/// The call itself.
fn asked(call: &Call, parameters: &[Parameter]) -> String {
    let given: String = parameters
        .iter()
        .map(|one| format!(", {}", one.text))
        .collect();
    format!("asked({}{given})", quoted(call.name))
}

/// A function with types; two where the answer is one document or the list of all.
fn typed(writer: &mut Writer, call: &Call) -> String {
    let name = property(call.name);
    let of_events = is_of_events(call.answer);
    let sends = call.arguments.iter().any(|one| is_envelope(one.ty));
    let mut parameters = Vec::new();
    let mut texts = Vec::new();
    for argument in call.arguments {
        let is_lifecycle = matches!(argument.ty, Ty::Listed("Lifecycle"));
        let mut one = parameter(writer, argument);
        if is_lifecycle && sends {
            texts.push("envelope.lifecycle.word".to_owned());
            continue;
        }
        if is_lifecycle && of_events {
            one.hint = "LifecycleOf<*, E>".to_owned();
        }
        texts.push(one.text.clone());
        parameters.push(one);
    }
    let given: String = texts.iter().map(|text| format!(", {text}")).collect();
    let asked = format!("asked({}{given})", quoted(call.name));
    if let Ty::Either([one, Ty::List(..)]) = call.answer {
        let hint = writer.hint(SHARED, *one);
        let read = serializer(writer, *one);
        parameters.iter_mut().for_each(|one| one.optional = false);
        let first = function(
            call,
            &name,
            "",
            &parameters,
            &hint,
            &format!("answered({read}, {asked})"),
        );
        let all = format!(
            "answered(ListSerializer({read}), asked({}))",
            quoted(call.name)
        );
        let all = function(
            call,
            &format!("{name}s"),
            "",
            &[],
            &format!("List<{hint}>"),
            &all,
        );
        return format!("{first}\n{all}");
    }
    let (generic, hint, read) = if sends {
        (
            "<D : DecisionOf> ",
            "D".to_owned(),
            "envelope.lifecycle.decisions".to_owned(),
        )
    } else {
        let generic = if of_events { "<E : Any> " } else { "" };
        (
            generic,
            answer(writer, call),
            serializer(writer, call.answer),
        )
    };
    function(
        call,
        &name,
        generic,
        &parameters,
        &hint,
        &format!("answered({read}, {asked})"),
    )
}

fn answer(writer: &mut Writer, call: &Call) -> String {
    let ty = call.answer;
    if is_rows(ty) {
        return "Rows".to_owned();
    }
    let hint = writer.hint(SHARED, ty);
    if is_of_events(ty) && matches!(ty, Ty::Record(_)) {
        format!("{hint}<E>")
    } else {
        hint
    }
}

/// A worklist: its rows, and the errors of logs.
fn is_rows(ty: Ty) -> bool {
    matches!(ty, Ty::List(Ty::Either([Ty::Record(_), ..]), _))
}

fn is_envelope(ty: Ty) -> bool {
    matches!(ty, Ty::Either([Ty::Record(_), ..]))
}

/// Whether an answer holds events, of the lifecycle asked for.
fn is_of_events(ty: Ty) -> bool {
    let ty = ty.of_element();
    let fields = ty.record().flat();
    matches!(ty, Ty::Either([Ty::Tagged(_), ..]))
        || fields.iter().any(|field| is_of_events(field.ty))
}

fn parameter(writer: &mut Writer, argument: &Argument) -> Parameter {
    let name = property(argument.name);
    let (hint, text) = lowered(writer, argument, &name);
    let optional = !argument.required;
    Parameter {
        name,
        hint,
        text,
        optional,
    }
}

/// The type of an argument, and how it becomes text.
fn lowered(writer: &mut Writer, argument: &Argument, name: &str) -> (String, String) {
    let ty = argument.ty;
    let dot = if argument.required { "." } else { "?." };
    if is_of_events(ty) || is_many(ty) {
        return ("String".to_owned(), name.to_owned());
    }
    if is_envelope(ty) {
        return ("EnvelopeOf<D>".to_owned(), format!("{name}.toJson()"));
    }
    match ty {
        Ty::Any => ("Map<String, String?>".to_owned(), format!("cells({name})")),
        Ty::Either(all) => {
            let hint = camel(argument.name);
            constants(writer, &hint, all);
            (hint, format!("{name}{dot}word"))
        }
        Ty::Words(_) | Ty::Listed(_) => (writer.hint(SHARED, ty), format!("{name}{dot}word")),
        Ty::Date | Ty::Integer { .. } | Ty::Numbers(_) | Ty::Flag => {
            (writer.hint(SHARED, ty), format!("{name}{dot}toString()"))
        }
        Ty::Instant => (writer.hint(SHARED, ty), format!("{name}{dot}let(At::text)")),
        Ty::Text(_) | Ty::Constant(_) => (writer.hint(SHARED, ty), name.to_owned()),
        Ty::Record(_) | Ty::Tagged(_) | Ty::List(..) => {
            let written = serializer(writer, ty);
            let text = format!("{name}{dot}let {{ canonical({written}, it) }}");
            (writer.hint(SHARED, ty), text)
        }
    }
}

/// Many logs are given as their text.
fn is_many(ty: Ty) -> bool {
    let holds_log = |field: &&'static Field| matches!(field.ty, Ty::Either(all) if all.iter().any(|one| is_of_events(*one)));
    ty.of_element().record().flat().iter().any(holds_log)
}

fn constants(writer: &mut Writer, name: &str, all: &'static [Ty]) {
    let word = |one: &Ty| {
        let Ty::Constant(word) = *one else {
            return None;
        };
        Some((word, [word, word], ""))
    };
    let body = enumeration(name, "A language.", all.iter().filter_map(word));
    writer.packages.of(SHARED).define(name, body);
}

/// What reads an answer.
fn serializer(writer: &mut Writer, ty: Ty) -> String {
    if is_rows(ty) {
        return "Rows.serializer()".to_owned();
    }
    if let Ty::List(element, _) = ty {
        return format!("ListSerializer({})", serializer(writer, *element));
    }
    if matches!(ty, Ty::Either([Ty::Tagged(_), ..])) {
        return "lifecycle.events".to_owned();
    }
    let hint = writer.hint(SHARED, ty);
    match ty {
        Ty::Date => "Day".to_owned(),
        Ty::Instant => "At".to_owned(),
        Ty::Record(_) if is_of_events(ty) => format!("{hint}.serializer(lifecycle.events)"),
        Ty::Text(_)
        | Ty::Integer { .. }
        | Ty::Numbers(_)
        | Ty::Flag
        | Ty::Constant(_)
        | Ty::Words(_)
        | Ty::Listed(_)
        | Ty::Record(_)
        | Ty::Tagged(_)
        | Ty::Either(_)
        | Ty::List(..)
        | Ty::Any => format!("{hint}.serializer()"),
    }
}
