//! What a form needs: for every command its inputs as JSON Schema, with titles in Thai and in
//! English and the rule for which each is asked, so that an app can draw the form.

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::base::text::{Text, text};
use crate::lifecycle::{CommandSet, Input, Kind, Lifecycle, Row};
use crate::lifecycles::assistance::quality_of_life;
use crate::rulebook;
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
pub fn forms<L: Lifecycle>() -> Vec<Value> {
    L::TABLE.iter().map(form).collect()
}

fn form<L: Lifecycle>(row: &Row<L>) -> Value {
    let mut generator = SchemaGenerator::new(SchemaSettings::draft2020_12());
    let mut schema = L::Command::payload_schema(row.kind, &mut generator).to_value();
    let mut definitions = generator.take_definitions(true);
    definitions.values_mut().for_each(titled);
    titled(&mut schema);
    for input in row.inputs {
        annotate(&mut schema, input);
    }
    let name = row.kind.command();
    let mut properties = Map::new();
    properties.insert(TAG.to_owned(), json!({ "const": name }));
    if let Some(Value::Object(fields)) = schema.get_mut("properties").map(Value::take) {
        properties.extend(fields);
    }
    let inputs = row.inputs.iter().filter(|input| input.required);
    let required: Vec<&str> = std::iter::once(TAG)
        .chain(inputs.map(|input| input.name))
        .collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": row.label.th,
        TITLE: row.label,
        RULE: row.rule,
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
    place.insert(RULE.to_owned(), json!(input.rule));
    if let Some(rule) = rulebook::rule(input.rule) {
        place.insert(WHY.to_owned(), json!(rule.title));
    }
    if input.name == "answers" {
        place.insert(ITEMS.to_owned(), json!(quality_of_life::FORM));
    }
}

/// Gives the fields of a shape the titles that hold wherever the field occurs.
fn titled(schema: &mut Value) {
    let Some(Value::Object(properties)) = schema.get_mut("properties") else {
        return;
    };
    for (name, field) in properties.iter_mut() {
        let title = FIELDS.iter().find(|(known, _)| known == name);
        if let (Some((_, title)), Some(field)) = (title, field.as_object_mut()) {
            field.insert(TITLE.to_owned(), json!(title));
        }
        titled(field);
    }
}

/// Titles of the fields of nested shapes.
const FIELDS: &[(&str, Text)] = &[
    ("person", text("ผู้ป่วย", "person")),
    ("id", text("เลขประจำตัว", "identifier")),
    ("type", text("ประเภท", "type")),
    ("value", text("เลขที่", "number")),
    ("title", text("คำนำหน้าชื่อ", "title")),
    ("first_name", text("ชื่อ", "first name")),
    ("last_name", text("นามสกุล", "last name")),
    ("birth_date", text("วันเกิด", "date of birth")),
    ("sex", text("เพศ", "sex")),
    ("address", text("ที่อยู่ปัจจุบัน", "present address")),
    ("house_no", text("บ้านเลขที่", "house number")),
    ("moo", text("หมู่ที่", "moo")),
    ("tambon", text("ตำบล", "tambon")),
    ("postal_code", text("รหัสไปรษณีย์", "postal code")),
    ("phone", text("โทรศัพท์", "phone")),
    ("income", text("รายได้ (บาท)", "income (baht)")),
    ("marital_status", text("สถานภาพ", "marital status")),
    ("occupation", text("อาชีพ", "occupation")),
    ("court_order", text("คำสั่งศาล", "court order")),
    (
        "hand_carried",
        text("ผู้ป่วยถือหนังสือมา", "carried by the person"),
    ),
    (
        "by_correspondence",
        text("ส่งมาตามระบบสารบรรณ", "sent by correspondence"),
    ),
    ("item_id", text("รหัสรายการ", "item id")),
    ("kind", text("ด้าน", "kind")),
    ("detail", text("รายละเอียด", "details")),
];

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
            for form in lifecycle.forms() {
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
            for (form, command) in lifecycle.forms().iter().zip(machine.commands) {
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
