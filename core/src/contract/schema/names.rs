//! The names that no type holds, as each lifecycle lists its own: of what is owed, and of relations.

use schemars::JsonSchema;
use serde_json::{Map, Value, json};

use crate::contract::registry;
use crate::lifecycle::{Relation, RelationName};
use crate::lifecycles::any;
use crate::lifecycles::compulsory::Compulsory;
use crate::schedule::Owed;

/// Fills in the definitions that are there.
pub(super) fn complete(definitions: &mut Map<String, Value>) {
    if let Some(owed) = definitions.get_mut(Owed::schema_name().as_ref()) {
        let names = registry::owed();
        let names = names.iter().map(|owed| (owed.name, owed.title.th));
        *owed = one_of(names, "What is owed.");
    }
    if let Some(relation) = definitions.get_mut(RelationName::schema_name().as_ref()) {
        let names = relations();
        let names = names.iter().map(|known| (known.name, known.title.en));
        *relation = one_of(names, RELATION);
    }
}

const RELATION: &str =
    "How an actor stands to a case: the columns of the permission matrix (AD-08).";

/// Every relation by its name, those of all lifecycles first; one that lifecycles call differently is called
/// as the first of them calls it.
fn relations() -> Vec<RelationName> {
    let mut found: Vec<RelationName> = Vec::new();
    let general = [Relation::<Compulsory>::ANY, Relation::NAMED_IN_COMMAND];
    let general = general.map(|relation| RelationName {
        name: relation.name,
        title: relation.title,
    });
    let machines = any::ALL.iter().map(|lifecycle| lifecycle.machine());
    let own = machines
        .flat_map(|machine| machine.commands)
        .flat_map(|command| command.who)
        .map(|who| who.relation);
    for relation in general.into_iter().chain(own) {
        if !found.iter().any(|known| known.name == relation.name) {
            found.push(relation);
        }
    }
    found
}

fn one_of(names: impl Iterator<Item = (&'static str, &'static str)>, about: &str) -> Value {
    let constants: Vec<Value> = names
        .map(|(name, title)| json!({ "type": "string", "const": name, "description": title }))
        .collect();
    json!({ "oneOf": constants, "description": about })
}
