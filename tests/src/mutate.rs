//! Small changes to a document, each of which may or may not be readable.

use serde_json::{Value, json};

/// A changed document, and what was changed.
pub struct Mutant {
    /// The place, as a JSON Pointer.
    pub pointer: String,
    /// The change.
    pub change: String,
    /// The document.
    pub document: Value,
}

/// Every single change of the list below at every place of the document.
pub fn mutants(document: &Value) -> Vec<Mutant> {
    let mut places = Vec::new();
    walk(document, String::new(), &mut places);
    places
        .into_iter()
        .flat_map(|pointer| at_place(document, &pointer))
        .collect()
}

fn walk(value: &Value, pointer: String, places: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                walk(field, format!("{pointer}/{name}"), places);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate().take(2) {
                walk(item, format!("{pointer}/{index}"), places);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    places.push(pointer);
}

fn replacements(old: &Value) -> Vec<Value> {
    let mut new = vec![
        Value::Null,
        json!(true),
        json!(-1),
        json!(1.5),
        json!(30.0),
        json!(9_007_199_254_740_992_i64),
        json!(""),
        json!("x"),
        json!("x".repeat(65)),
        json!([]),
        json!({}),
        json!([old]),
    ];
    if let Some(fields) = old.as_object() {
        new.push(fields.values().cloned().collect());
    }
    let looks_dated = old.as_str().is_some_and(|text| text.starts_with("20"));
    if looks_dated {
        new.extend(DATED.map(Value::from));
    }
    new
}

const DATED: [&str; 18] = [
    "2021-04-03",
    "2021-02-30",
    "2564-04-03",
    "1799-12-31",
    "2021-4-3",
    "2021-13-01",
    "2021-00-01",
    "2021-04-32",
    "03/04/2564",
    "2021-04-03T09:00:00+07:00",
    "2021-04-03T09:00:00.5Z",
    "2021-04-03T09:00:00",
    "2021-04-03 09:00:00+07:00",
    "2021-04-03T24:00:00+07:00",
    "2021-04-03T09:00:60Z",
    "2021-04-03T09:00+07:00",
    "2021-02-30T09:00:00+07:00",
    "2021-04-03T09:00:00+0700",
];

fn at_place(document: &Value, pointer: &str) -> Vec<Mutant> {
    let Some(old) = document.pointer(pointer) else {
        return Vec::new();
    };
    let mutant = |change: String, document: Value| Mutant {
        pointer: pointer.to_owned(),
        change,
        document,
    };
    let mut mutants: Vec<Mutant> = replacements(old)
        .into_iter()
        .filter(|new| new != old)
        .map(|new| {
            let change = format!("becomes {new}");
            let mut document = document.clone();
            if let Some(place) = document.pointer_mut(pointer) {
                *place = new;
            }
            mutant(change, document)
        })
        .collect();
    if old.is_object() {
        let mut document = document.clone();
        if let Some(place) = document.pointer_mut(pointer) {
            place["unexpected"] = json!(1);
        }
        mutants.push(mutant("gets a field".to_owned(), document));
    }
    if let Some((parent, name)) = pointer.rsplit_once('/') {
        let mut document = document.clone();
        let parent = document.pointer_mut(parent).and_then(Value::as_object_mut);
        if parent.is_some_and(|parent| parent.remove(name).is_some()) {
            mutants.push(mutant("is left out".to_owned(), document));
        }
    }
    mutants
}
