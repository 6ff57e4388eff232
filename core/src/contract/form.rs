//! What a form needs: for every command its inputs as JSON Schema, with titles in Thai and in
//! English and the rule for which each is asked, so that an app can draw the form.

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::base::person;
use crate::base::text::Text;
use crate::lifecycle::{Input, MachineCommand};
use crate::lifecycles::any::AnyLifecycle;
use crate::lifecycles::assistance::quality_of_life;
use crate::wire::TAG;

/// The annotation that holds the titles of a field, `{"th": …, "en": …}`.
pub const TITLE: &str = "x-title";

/// The annotation that holds the rule for which a field is asked.
pub const RULE: &str = "x-rule";

/// The annotation that holds why it is asked: the title of that rule.
pub const WHY: &str = "x-why";

/// The annotation that holds the items of a questionnaire.
pub const ITEMS: &str = "x-items";

/// The form of each command of a lifecycle: JSON Schema 2020-12 of its payload, with annotations.
pub fn forms(lifecycle: &dyn AnyLifecycle) -> Vec<Value> {
    let commands = lifecycle.machine().commands;
    (0..)
        .zip(commands)
        .map(|(place, command)| form(lifecycle, place, &command))
        .collect()
}

fn form(lifecycle: &dyn AnyLifecycle, place: usize, command: &MachineCommand) -> Value {
    let mut generator = SchemaGenerator::new(SchemaSettings::draft2020_12());
    let mut schema = lifecycle.payload_schema(place, &mut generator).to_value();
    let mut definitions = generator.take_definitions(true);
    for schema in definitions.values_mut().chain([&mut schema]) {
        titled(schema, lifecycle.fields());
    }
    for input in command.inputs {
        annotate(&mut schema, input);
    }
    let name = command.action;
    let mut properties = Map::new();
    properties.insert(TAG.to_owned(), json!({ "const": name }));
    if let Some(Value::Object(fields)) = schema.get_mut("properties").map(Value::take) {
        properties.extend(fields);
    }
    let inputs = command.inputs.iter().filter(|input| input.required);
    let required: Vec<&str> = std::iter::once(TAG)
        .chain(inputs.map(|input| input.name))
        .collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": command.label.th,
        TITLE: command.label,
        RULE: command.rule.id,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
        "$defs": definitions,
    })
}

fn annotate(schema: &mut Value, input: &Input) {
    let place = schema
        .get_mut("properties")
        .and_then(|properties| properties.get_mut(input.name))
        .and_then(Value::as_object_mut);
    let Some(place) = place else {
        return;
    };
    place.insert(TITLE.to_owned(), json!(input.title));
    place.insert(RULE.to_owned(), json!(input.rule.id));
    place.insert(WHY.to_owned(), json!(input.rule.title));
    if input.name == "answers" {
        place.insert(ITEMS.to_owned(), json!(quality_of_life::FORM));
    }
}

/// Gives the fields of a shape the titles that hold wherever the field occurs: those of a lifecycle's
/// own, else those of persons and addresses.
fn titled(schema: &mut Value, own: &[(&str, Text)]) {
    let Some(Value::Object(properties)) = schema.get_mut("properties") else {
        return;
    };
    for (name, field) in properties.iter_mut() {
        let title = own
            .iter()
            .chain(person::FIELDS)
            .find(|(known, _)| known == name);
        if let (Some((_, title)), Some(field)) = (title, field.as_object_mut()) {
            field.insert(TITLE.to_owned(), json!(title));
        }
        titled(field, own);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lifecycles::any;

    /// Every property that a user fills has both titles.
    fn untitled(schema: &Value, place: &str, found: &mut Vec<String>) {
        let Some(Value::Object(properties)) = schema.get("properties") else {
            return;
        };
        for (name, field) in properties {
            let place = format!("{place}/{name}");
            let constant = field.get("const").is_some();
            if !constant && field.get(TITLE).is_none() {
                found.push(place.clone());
            }
            untitled(field, &place, found);
        }
    }

    #[test]
    fn every_input_of_every_form_has_titles() {
        let mut found = Vec::new();
        for lifecycle in any::ALL {
            for form in forms(*lifecycle) {
                untitled(&form, lifecycle.name(), &mut found);
                for (name, definition) in form["$defs"].as_object().into_iter().flatten() {
                    untitled(definition, name, &mut found);
                }
            }
        }
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn the_table_and_the_shape_agree_on_what_is_required() {
        for lifecycle in any::ALL {
            let machine = lifecycle.machine();
            for (form, command) in forms(*lifecycle).iter().zip(machine.commands) {
                let names = |required: bool| -> Vec<&str> {
                    let inputs = command.inputs.iter();
                    inputs
                        .filter(|input| input.required == required)
                        .map(|input| input.name)
                        .collect()
                };
                let properties: Vec<&String> = form["properties"]
                    .as_object()
                    .unwrap()
                    .keys()
                    .skip(1)
                    .collect();
                for name in &properties {
                    let known = names(true).contains(&name.as_str())
                        || names(false).contains(&name.as_str());
                    assert!(known, "{}: {name} is no input", command.action);
                }
                assert_eq!(properties.len(), command.inputs.len(), "{}", command.action);
            }
        }
    }
}
