//! JSON Schemas (draft 2020-12) of everything that goes over the wire, by name.
//!
//! They come from the Rust types, so that a document passes its schema when the library reads it.
//! What no schema can say is the library's to judge: a date that the calendar does not have
//! (`2021-02-30`), a field sent twice, an event whose `event_id` is not that of its `command_id`.
//!
//! This room does not know what a document means, only its shape.
//!
//! ```
//! let schema = bosoto::schema::schema("compulsory.envelope").expect("known");
//! assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
//! assert_eq!(schema["$id"], "urn:bosoto:schema:1:compulsory.envelope");
//! assert!(bosoto::schema::names().any(|name| name == "compulsory.envelope"));
//! ```

mod effect;
mod names;
mod policy;

use schemars::generate::{Contract, SchemaSettings};
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use crate::base::actor::Actor;
use crate::base::calendar::{Date, Instant};
use crate::base::rule::Rule;
use crate::lifecycle::{Action, Conflict, Machine, Reason, Warning, Withheld};
use crate::lifecycles::any::{self, Part};
use crate::policy::Profile;
use crate::schedule::Obligation;
use crate::wire::{self, WireError};

use effect::Effect;

/// A shape that all lifecycles share.
struct Shape {
    name: &'static str,
    /// Whether the library reads it or writes it.
    contract: Contract,
    schema: fn(&mut SchemaGenerator) -> Schema,
}

const SHAPES: [Shape; 14] = [
    written("actions", list::<Action>),
    read("actor", Actor::json_schema),
    written("decision", decision),
    written("effect", Effect::json_schema),
    written("error", error),
    written("flags", list::<String>),
    written("machine", Machine::json_schema),
    written("merged", merged),
    written("obligations", list::<Obligation>),
    read("policy", policy::schema),
    written("rule", Rule::json_schema),
    written("rules", list::<Rule>),
    read("scenario", scenario),
    written("view", view),
];

const fn read(name: &'static str, schema: fn(&mut SchemaGenerator) -> Schema) -> Shape {
    Shape {
        name,
        contract: Contract::Deserialize,
        schema,
    }
}

const fn written(name: &'static str, schema: fn(&mut SchemaGenerator) -> Schema) -> Shape {
    Shape {
        contract: Contract::Serialize,
        ..read(name, schema)
    }
}

/// The names of all schemas: those of each lifecycle (`compulsory.event`), then the common ones.
pub fn names() -> impl Iterator<Item = String> {
    let own = any::ALL.iter().flat_map(|lifecycle| {
        Part::ALL
            .into_iter()
            .map(move |part| format!("{}.{}", lifecycle.name(), part.name()))
    });
    own.chain(SHAPES.iter().map(|shape| shape.name.to_owned()))
}

/// The schema of this name; `None` where there is none.
pub fn schema(name: &str) -> Option<Value> {
    if let Some(shape) = SHAPES.iter().find(|shape| shape.name == name) {
        return Some(complete(name, shape.contract.clone(), shape.schema));
    }
    let (lifecycle, part) = name.split_once('.')?;
    let lifecycle = any::lifecycle(lifecycle).ok()?;
    let part = Part::ALL.into_iter().find(|known| known.name() == part)?;
    Some(complete(name, Contract::Deserialize, |generator| {
        lifecycle.schema(part, generator)
    }))
}

fn complete(
    name: &str,
    contract: Contract,
    shape: impl FnOnce(&mut SchemaGenerator) -> Schema,
) -> Value {
    let mut settings = SchemaSettings::draft2020_12();
    settings.contract = contract;
    let mut generator = settings.into_generator();
    let body = shape(&mut generator);
    let mut schema = json_schema!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:bosoto:schema:{}:{name}", wire::SCHEMA_VERSION),
        "title": name,
    });
    for (keyword, value) in body.to_value().as_object().into_iter().flatten() {
        if keyword != "title" {
            schema.insert(keyword.clone(), value.clone());
        }
    }
    let mut definitions = generator.take_definitions(true);
    names::complete(&mut definitions);
    if let Some(Value::Object(own)) = schema.get_mut("$defs") {
        own.extend(definitions);
    } else if !definitions.is_empty() {
        schema.insert("$defs".to_owned(), definitions.into());
    }
    RecursiveTransform(tidy).transform(&mut schema);
    schema.to_value()
}

fn list<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    Vec::<T>::json_schema(generator)
}

fn error(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "description": "A document that the library cannot use. Nothing was changed.",
        "type": "object",
        "properties": { "error": generator.subschema_for::<WireError>() },
        "required": ["error"],
    })
}

/// The events of every lifecycle: `anyOf`, as two lifecycles may name an event alike.
fn events(generator: &mut SchemaGenerator) -> Value {
    let all: Vec<Value> = any::ALL
        .iter()
        .map(|lifecycle| lifecycle.schema(Part::Event, generator).to_value())
        .collect();
    json!({ "anyOf": all })
}

fn decision(generator: &mut SchemaGenerator) -> Schema {
    let profile = generator.subschema_for::<Profile>();
    json_schema!({
        "description": "What a command came to.",
        "oneOf": [
            {
                "type": "object",
                "properties": {
                    "outcome": { "type": "string", "const": "accepted" },
                    "state": { "type": "string", "description": "The state after it." },
                    "events": {
                        "type": "array", "minItems": 1, "maxItems": 1, "items": events(generator),
                    },
                    "effects": list::<Effect>(generator),
                    "warnings": list::<Warning>(generator),
                    "profile": profile,
                    "repeated": {
                        "type": "boolean", "const": true,
                        "description": "The first decision again: execute no effect (GE-03).",
                    },
                },
                "required": ["outcome", "state", "events", "effects", "warnings", "profile"],
            },
            {
                "type": "object",
                "properties": {
                    "outcome": { "type": "string", "const": "rejected" },
                    "state": {
                        "type": "string",
                        "description": "The state, which stays; left out where there is no case.",
                    },
                    "reasons": {
                        "type": "array", "minItems": 1,
                        "items": generator.subschema_for::<Reason>(),
                    },
                    "profile": profile,
                },
                "required": ["outcome", "reasons", "profile"],
            },
        ],
    })
}

fn merged(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "description": "Two logs of one case as one.",
        "type": "object",
        "properties": {
            "state": { "type": "string", "description": "Left out where no event creates a case." },
            "log": { "type": "array", "items": events(generator) },
            "conflicts": list::<Conflict>(generator),
        },
        "required": ["log", "conflicts"],
    })
}

fn view(generator: &mut SchemaGenerator) -> Schema {
    let lifecycles: Vec<&str> = any::ALL.iter().map(|lifecycle| lifecycle.name()).collect();
    json_schema!({
        "description": "A case as an actor sees it, its own fields beside these (AD-07).",
        "type": "object",
        "properties": {
            "schema_version": { "type": "integer", "const": wire::SCHEMA_VERSION },
            "lifecycle": { "type": "string", "enum": lifecycles },
            "case_id": { "type": "string" },
            "state": { "type": "string" },
            "withheld": list::<Withheld>(generator),
        },
        "required": ["schema_version", "lifecycle", "case_id", "withheld"],
    })
}

/// A file of the conformance suite: one scenario or several. The envelopes in it may be wrong on
/// purpose, so their shape is left open.
fn scenario(generator: &mut SchemaGenerator) -> Schema {
    let lifecycles: Vec<&str> = any::ALL.iter().map(|lifecycle| lifecycle.name()).collect();
    let named = json!({
        "name": { "type": "string", "minLength": 1 },
        "lifecycle": { "type": "string", "enum": lifecycles },
        "policy": { "type": "object", "description": "A policy, which may be wrong on purpose." },
    });
    let with = |fields: Value| {
        let mut all = named.clone();
        if let (Some(all), Value::Object(fields)) = (all.as_object_mut(), fields) {
            all.extend(fields);
        }
        all
    };
    let envelopes = json!({ "type": "array", "items": { "type": "object" } });
    let merge = closed(
        json!({ "base": envelopes, "log_a": envelopes, "log_b": envelopes }),
        &["base", "log_a", "log_b"],
    );
    let one = json!({ "oneOf": [
        closed(
            with(json!({ "steps": { "type": "array", "items": step(generator) } })),
            &["name", "lifecycle", "steps"],
        ),
        closed(
            with(json!({ "merge": merge, "expect": { "type": "object" } })),
            &["name", "lifecycle", "merge", "expect"],
        ),
    ] });
    json_schema!({
        "description": "Scenarios that every language runs. `expect` names only what it checks.",
        "anyOf": [{ "$ref": "#/$defs/Scenario" }, { "type": "array", "items": { "$ref": "#/$defs/Scenario" } }],
        "$defs": { "Scenario": one },
    })
}

fn step(generator: &mut SchemaGenerator) -> Value {
    let actor = generator.subschema_for::<Actor>().to_value();
    let at = generator.subschema_for::<Instant>().to_value();
    let on = generator.subschema_for::<Date>().to_value();
    let question = |name: &str, asked: Value, expect: &str| {
        closed(
            json!({ name: asked, "expect": { "type": expect } }),
            &[name, "expect"],
        )
    };
    json!({ "oneOf": [
        question("do", json!({ "type": "object" }), "object"),
        question("actions", closed(json!({ "actor": actor, "at": at }), &["actor", "at"]), "object"),
        question("obligations", closed(json!({ "on": on }), &["on"]), "array"),
        question("flags", closed(json!({ "at": at }), &["at"]), "array"),
        question("view", closed(json!({ "actor": actor }), &["actor"]), "object"),
    ] })
}

fn closed(properties: Value, required: &[&str]) -> Value {
    json!({
        "type": "object", "properties": properties, "required": required,
        "additionalProperties": false,
    })
}

/// What the wire has and Rust has not: no `null`, dates of the calendar's years, offsets.
fn tidy(schema: &mut Schema) {
    let Some(fields) = schema.as_object_mut() else {
        return;
    };
    without_null(fields);
    match fields.get("format").and_then(Value::as_str) {
        Some("date") => drop(fields.insert("pattern".to_owned(), DATE.into())),
        Some("date-time") => drop(fields.insert("pattern".to_owned(), INSTANT.into())),
        // `uint32` and the like are schemars' own; the bounds say the same to everybody.
        Some(_) => drop(fields.remove("format")),
        None => {}
    }
}

/// A field without a value is left out, never `null`.
fn without_null(fields: &mut Map<String, Value>) {
    if fields.get("default") == Some(&Value::Null) {
        fields.remove("default");
    }
    if let Some(Value::Array(types)) = fields.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            fields.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(values)) = fields.get_mut("enum") {
        values.retain(|value| !value.is_null());
    }
    let Some(Value::Array(either)) = fields.get_mut("anyOf") else {
        return;
    };
    let before = either.len();
    either.retain(|one| one.get("type").is_none_or(|name| name != "null"));
    if before > either.len()
        && let [Value::Object(only)] = either.as_slice()
    {
        let only = only.clone();
        fields.remove("anyOf");
        fields.extend(only);
    }
}

/// `YYYY-MM-DD`, C.E., the years 1800 to 2399.
const DATE: &str = r"^(1[89][0-9]{2}|2[0-3][0-9]{2})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

/// RFC 3339 with an offset.
const INSTANT: &str = r"^(1[89][0-9]{2}|2[0-3][0-9]{2})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_a_schema_under_its_own_id() {
        for name in names() {
            let schema = schema(&name).unwrap();
            assert_eq!(schema["$id"], format!("urn:bosoto:schema:1:{name}"));
            assert_eq!(schema["title"], name);
        }
        for name in ["", "compulsory", "compulsory.", "no.event", "Policy"] {
            assert_eq!(schema(name), None, "{name}");
        }
    }

    #[test]
    fn no_schema_speaks_of_null() {
        for name in names() {
            let text = schema(&name).unwrap().to_string();
            assert!(!text.contains("null"), "{name}: {text}");
        }
    }
}
