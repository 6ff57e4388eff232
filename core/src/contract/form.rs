//! What a form needs: for every command its inputs as JSON Schema, with titles in the language asked for
//! and the rule for which each is asked, so that an app can draw the form.

use serde_json::{Map, Value};

pub use super::json_schema::TITLE;
use super::json_schema::{DRAFT, Emitter, Titles, beside, in_both, keywords};
use crate::base::rule::Rule;
use crate::base::shape::{Field, Ty, Variant};
use crate::lifecycle::MachineCommand;
use crate::lifecycles::any::{AnyLifecycle, Part};
use crate::wire::TAG;

/// The annotation that holds the rule for which a field is asked.
pub const RULE: &str = "x-rule";

/// The annotation that holds why it is asked: the title of that rule.
pub const WHY: &str = "x-why";

/// The annotation that holds the questions that the elements of a list answer.
pub const ITEMS: &str = "x-items";

/// The form of each command of a lifecycle: JSON Schema 2020-12 of its payload, with annotations; what the
/// schema has as `title` is in one language.
pub fn forms(lifecycle: &dyn AnyLifecycle, titles: Titles) -> Vec<Value> {
    let Ty::Tagged(commands) = lifecycle.shape(Part::Command) else {
        return Vec::new();
    };
    let rows = lifecycle.machine().commands;
    let all = commands.variants.iter().zip(&rows);
    all.map(|(variant, row)| form(variant, row, titles))
        .collect()
}

fn form(variant: &Variant, row: &MachineCommand, titles: Titles) -> Value {
    let mut emitter = Emitter::new(titles, false).sent(true);
    let mut properties = Map::new();
    properties.insert(
        TAG.to_owned(),
        keywords(vec![
            ("type", "string".into()),
            ("const", variant.name.into()),
            ("default", variant.name.into()),
        ]),
    );
    let mut required = vec![TAG];
    for field in variant.fields() {
        let rule = field.rule.unwrap_or(row.rule);
        let schema = emitter.field(field);
        properties.insert(
            field.name().to_owned(),
            beside(schema, annotations(field, rule)),
        );
        if field.required {
            required.push(field.name());
        }
    }
    let title = match titles {
        Titles::English => row.label.en(),
        Titles::Thai | Titles::Described => row.label.th(),
    };
    keywords(vec![
        ("$schema", DRAFT.into()),
        ("title", title.into()),
        (TITLE, in_both(row.label)),
        (RULE, row.rule.id.into()),
        ("type", "object".into()),
        ("properties", properties.into()),
        ("required", required.into()),
        ("additionalProperties", false.into()),
        ("$defs", emitter.definitions().into()),
    ])
}

fn annotations(field: &Field, rule: &Rule) -> Map<String, Value> {
    let mut said = Map::new();
    said.insert(RULE.to_owned(), rule.id.into());
    said.insert(WHY.to_owned(), in_both(rule.title));
    if let Ty::List(_, count) = field.ty
        && !count.asked.is_empty()
    {
        let asked: Vec<Value> = count.asked.iter().copied().map(in_both).collect();
        said.insert(ITEMS.to_owned(), asked.into());
    }
    said
}
