//! The schema of effects, put together from those of every lifecycle: the envelopes are the contract's,
//! what they hold is the lifecycles'.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use crate::lifecycle::SentAs;
use crate::lifecycles::any;

/// An effect of any lifecycle.
pub(super) struct Effect;

/// An envelope in which effects travel, told apart inside by one field.
struct Envelope {
    kind: &'static str,
    name: &'static str,
    detail: &'static str,
    about: &'static str,
    content: &'static str,
    addressed: bool,
}

const ENVELOPES: [Envelope; 4] = [
    Envelope {
        kind: "notify",
        name: "Notify",
        detail: "notice",
        about: "Tell an organisation.",
        content: "A notice and whom it goes to.",
        addressed: true,
    },
    Envelope {
        kind: "letter",
        name: "Letter",
        detail: "letter",
        about: "Print a letter.",
        content: "A letter to print and have signed.",
        addressed: false,
    },
    Envelope {
        kind: "banner",
        name: "Banner",
        detail: "banner",
        about: "Show a text beside the button.",
        content: "A text shown beside the button.",
        addressed: false,
    },
    Envelope {
        kind: "report_row",
        name: "ReportRow",
        detail: "report",
        about: "Add a row to a report.",
        content: "A row of a report.",
        addressed: false,
    },
];

impl JsonSchema for Effect {
    fn schema_name() -> Cow<'static, str> {
        "Effect".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let all: Vec<&SentAs> = any::ALL
            .iter()
            .flat_map(|lifecycle| lifecycle.effects())
            .collect();
        let mut one_of = Vec::new();
        for envelope in &ENVELOPES {
            define(envelope, &all, generator);
            let held = json!({ "$ref": format!("#/$defs/{}", envelope.name) });
            one_of.push(told_apart(held, "type", envelope.kind, envelope.about));
        }
        let bare = all.iter().filter(|sent| sent.name.detail.is_none());
        one_of.extend(bare.map(|sent| {
            let held = (sent.schema)(generator).to_value();
            told_apart(held, "type", sent.name.kind, sent.about)
        }));
        json_schema!({
            "oneOf": one_of,
            "description": "An effect: to be executed once, never for a repeated decision (GE-03).",
        })
    }
}

/// Adds the definition of an envelope with whatever it can hold.
fn define(envelope: &Envelope, all: &[&SentAs], generator: &mut SchemaGenerator) {
    let held = all.iter().filter(|sent| sent.name.kind == envelope.kind);
    let one_of: Vec<Value> = held
        .filter_map(|sent| Some((sent.name.detail?, sent)))
        .map(|(detail, sent)| {
            let held = (sent.schema)(generator).to_value();
            told_apart(held, envelope.detail, detail, sent.about)
        })
        .collect();
    let mut definition = Map::new();
    if envelope.addressed {
        let to = json!({ "type": "string", "description": "The receiving organisation." });
        definition.insert("type".to_owned(), "object".into());
        definition.insert("properties".to_owned(), json!({ "to": to }));
        definition.insert("required".to_owned(), json!(["to"]));
    }
    definition.insert("oneOf".to_owned(), one_of.into());
    definition.insert("description".to_owned(), envelope.content.into());
    let definitions = generator.definitions_mut();
    definitions.insert(envelope.name.to_owned(), definition.into());
}

/// A schema with the field by which it is told from its siblings.
fn told_apart(schema: Value, field: &str, name: &str, about: &str) -> Value {
    let Value::Object(mut fields) = schema else {
        return schema;
    };
    let constant = json!({ "type": "string", "const": name });
    fields.insert("type".to_owned(), "object".into());
    fields.insert("properties".to_owned(), json!({ field: constant }));
    fields.insert("required".to_owned(), json!([field]));
    fields.insert("description".to_owned(), about.into());
    Value::Object(fields)
}
