//! The schema of a policy: the ranges of its parameters and the rule that states each.

use schemars::{JsonSchema as _, Schema, SchemaGenerator};
use serde_json::{Value, json};

use crate::contract::registry::{self, Stated};
use crate::policy::{Allowed, Document};

pub(super) fn schema(generator: &mut SchemaGenerator) -> Schema {
    let mut schema = Document::json_schema(generator);
    for parameter in registry::parameters() {
        let properties = schema.get_mut("properties");
        let field = properties.and_then(|fields| fields.get_mut(parameter.name));
        if let Some(field) = field {
            describe(field, &parameter);
        }
    }
    schema
}

fn describe(field: &mut Value, parameter: &Stated) {
    let Some(field) = field.as_object_mut() else {
        return;
    };
    let [min, max, min_items, max_items] = parameter.allowed.bounds();
    let (title, rule) = (parameter.title, parameter.rule);
    let about = format!("{} ({rule}). {}", title.en, title.th);
    field.insert("description".to_owned(), about.into());
    match parameter.allowed {
        Allowed::Integer { .. } => {
            field.insert("minimum".to_owned(), min.into());
            field.insert("maximum".to_owned(), max.into());
        }
        Allowed::Rising { .. } => {
            let items = json!({"type": "integer", "minimum": min, "maximum": max});
            field.insert("items".to_owned(), items);
            field.insert("minItems".to_owned(), min_items.into());
            field.insert("maxItems".to_owned(), max_items.into());
            field.insert("uniqueItems".to_owned(), true.into());
        }
        Allowed::OneOf { .. } | Allowed::Flag | Allowed::Texts => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Parameter, parameters};

    #[test]
    fn the_schema_states_defaults_and_ranges_of_the_table() {
        let schema = crate::contract::schema::schema("policy").unwrap();
        assert_eq!(schema["additionalProperties"], json!(false));
        assert_eq!(schema.get("required"), None);
        let properties = schema["properties"].as_object().unwrap();
        assert_eq!(properties.len(), parameters().len());
        for Parameter {
            name,
            allowed,
            default,
            ..
        } in parameters()
        {
            let property = &properties[*name];
            assert_eq!(
                property["default"],
                serde_json::from_str::<Value>(default).unwrap()
            );
            let (numbers, [min, max, _, max_items]) = match allowed {
                Allowed::Integer { .. } => (property, allowed.bounds()),
                Allowed::Rising { .. } => (&property["items"], allowed.bounds()),
                Allowed::OneOf { .. } | Allowed::Flag | Allowed::Texts => continue,
            };
            assert_eq!(
                (&numbers["minimum"], &numbers["maximum"]),
                (&json!(min), &json!(max))
            );
            if let Allowed::Rising { .. } = allowed {
                assert_eq!(property["maxItems"], json!(max_items));
            }
        }
    }
}
