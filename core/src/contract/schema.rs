//! JSON Schemas (draft 2020-12) of everything that goes over the wire, by name.
//!
//! They come from the shapes of the types, so that a document passes its schema when the library reads it.
//! What no schema can say is the library's to judge: a date that the calendar does not have
//! (`2021-02-30`), a field sent twice, a control character, an event whose `event_id` is not that of its `command_id`.
//!
//! ```
//! let schema = bosoto::schema::schema("compulsory.envelope").expect("known");
//! assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
//! assert_eq!(schema["$id"], "urn:bosoto:schema:1:compulsory.envelope");
//! assert!(bosoto::schema::names().any(|name| name == "compulsory.envelope"));
//! ```

use serde_json::{Map, Value};

use super::documents::{self, Document};
use super::json_schema::{DRAFT, Emitter, Titles};
use crate::wire;

/// The names of all schemas: those of each lifecycle (`compulsory.event`), then the common ones.
pub fn names() -> impl Iterator<Item = String> {
    documents::all().into_iter().map(|document| document.name)
}

/// The schema of this name; `None` where there is none.
pub fn schema(name: &str) -> Option<Value> {
    let all = documents::all();
    let document = all.iter().find(|document| document.name == name)?;
    Some(of(document))
}

fn of(document: &Document) -> Value {
    let emitter = Emitter::new(Titles::Described, document.lifecycle.is_none());
    let mut emitter = emitter.sent(document.sent);
    let body = emitter.written_out(document.ty);
    let mut schema = Map::from_iter([
        ("$schema".to_owned(), DRAFT.into()),
        (
            "$id".to_owned(),
            format!(
                "urn:bosoto:schema:{}:{}",
                wire::SCHEMA_VERSION,
                document.name
            )
            .into(),
        ),
        ("title".to_owned(), document.name.clone().into()),
    ]);
    if let Value::Object(body) = body {
        schema.extend(body);
    }
    if !document.about.is_empty() {
        schema.insert("description".to_owned(), document.about.into());
    }
    let definitions = emitter.definitions();
    if !definitions.is_empty() {
        schema.insert("$defs".to_owned(), definitions.into());
    }
    Value::Object(schema)
}

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
