//! The contract as the core's public registry states it, read once for all emitters.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use bosoto::any;
use bosoto::base::rule::Rule;
use bosoto::lifecycle::Machine;
use bosoto::registry::{self, Stated};
use bosoto::schema;
use serde_json::Value;

use crate::emit::{kotlin, python};

/// The namespace of what all lifecycles share.
const SHARED: &str = "shared";

/// Everything that is generated from.
#[derive(Debug)]
pub struct Contract {
    /// The lifecycles as data, in the order of the contract.
    pub lifecycles: Vec<Machine>,
    /// Every rule, in the order of the rulebook.
    pub rules: Vec<&'static Rule>,
    /// Every parameter of the policy.
    pub parameters: Vec<Stated>,
    /// Every JSON Schema by its name.
    pub schemas: BTreeMap<String, Value>,
}

impl Contract {
    /// Reads the registry.
    ///
    /// # Errors
    ///
    /// The names that stand for two things, a sentence each.
    pub fn read() -> Result<Self, Vec<String>> {
        let schemas = schema::names().filter_map(|name| {
            let schema = schema::schema(&name)?;
            Some((name, schema))
        });
        let contract = Self {
            lifecycles: any::ALL.iter().map(|one| one.machine()).collect(),
            rules: registry::rules(),
            parameters: registry::parameters(),
            schemas: schemas.collect(),
        };
        let clashes = contract.clashes();
        if clashes.is_empty() {
            Ok(contract)
        } else {
            Err(clashes)
        }
    }

    /// The names that stand for two things where they can be met together: rules, parameters, what a lifecycle
    /// has, and the shapes of a lifecycle's schemas beside those that all share.
    fn clashes(&self) -> Vec<String> {
        let mut clashes = twice("rule", self.rules.iter().map(|rule| rule.id));
        clashes.extend(twice(
            "parameter",
            self.parameters.iter().map(|one| one.name),
        ));
        clashes.extend(twice(
            "lifecycle",
            self.lifecycles.iter().map(|one| one.lifecycle),
        ));
        for machine in &self.lifecycles {
            let of = |what| format!("{what} of `{}`", machine.lifecycle);
            let (states, commands) = (&machine.states, &machine.commands);
            clashes.extend(twice(&of("state"), states.iter().map(|one| one.name)));
            clashes.extend(twice(&of("command"), commands.iter().map(|one| one.action)));
            clashes.extend(twice(&of("event"), commands.iter().map(|one| one.event)));
        }
        clashes.extend(shape_clashes(&self.schemas));
        clashes.extend(python::clashes(self));
        clashes.extend(kotlin::clashes(self));
        clashes
    }
}

/// The names that a list has more than once.
fn twice<'a>(what: &str, names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    names
        .filter(|name| !seen.insert(*name))
        .map(|name| format!("`{name}` is twice a {what}; rename one"))
        .collect()
}

/// The `$defs` that have two shapes in one namespace, or one in a lifecycle and another in what all share.
fn shape_clashes(schemas: &BTreeMap<String, Value>) -> Vec<String> {
    let schemas: BTreeMap<String, Value> = schemas
        .iter()
        .map(|(name, schema)| (name.clone(), without_lengths(schema)))
        .collect();
    let mut first: BTreeMap<(&str, &str), (&str, &Value)> = BTreeMap::new();
    let mut clashes = Vec::new();
    for (of, name, shape) in definitions(&schemas) {
        let space = of
            .split_once('.')
            .map_or(SHARED, |(lifecycle, _)| lifecycle);
        match first.entry((space, name)) {
            Entry::Vacant(free) => {
                free.insert((of, shape));
            }
            Entry::Occupied(known) if known.get().1 != shape => {
                clashes.push(two_shapes(name, known.get().0, of));
            }
            Entry::Occupied(_) => {}
        }
    }
    for ((space, name), (of, shape)) in &first {
        let shared = first.get(&(SHARED, name)).filter(|_| *space != SHARED);
        if let Some((other, _)) = shared.filter(|(_, known)| known != shape) {
            clashes.push(two_shapes(name, of, other));
        }
    }
    clashes
}

/// A schema without the lengths of texts, which make no other type: what is sent has them, a log has not.
fn without_lengths(schema: &Value) -> Value {
    match schema {
        Value::Object(fields) => {
            let kept = fields.iter().filter(|(name, _)| *name != "maxLength");
            let kept = kept.map(|(name, field)| (name.clone(), without_lengths(field)));
            Value::Object(kept.collect())
        }
        Value::Array(items) => items.iter().map(without_lengths).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => schema.clone(),
    }
}

fn two_shapes(name: &str, one: &str, other: &str) -> String {
    format!("`{name}` has one shape in `{one}` and another in `{other}`; rename one")
}

/// Every definition: the schema in which it stands, its name, its shape.
fn definitions(
    schemas: &BTreeMap<String, Value>,
) -> impl Iterator<Item = (&str, &str, &Value)> + use<'_> {
    schemas.iter().flat_map(|(of, schema)| {
        let own = schema.get("$defs").and_then(Value::as_object);
        let own = own.into_iter().flatten();
        own.map(move |(name, shape)| (of.as_str(), name.as_str(), shape))
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn clashes(schemas: &[(&str, Value)]) -> Vec<String> {
        let named = schemas.iter().map(|(name, definitions)| {
            let schema = json!({ "$defs": definitions });
            ((*name).to_owned(), schema)
        });
        shape_clashes(&named.collect())
    }

    #[test]
    fn the_core_has_no_clash() {
        let read = Contract::read();
        assert!(read.is_ok(), "{read:#?}");
    }

    #[test]
    fn a_name_has_one_shape_in_a_lifecycle_and_what_all_share() {
        let (text, number) = (json!({ "type": "string" }), json!({ "type": "number" }));
        let apart = [
            ("loan.command", json!({ "Command": text })),
            ("leave.command", json!({ "Command": number })),
            ("actor", json!({ "Actor": text })),
            ("loan.event", json!({ "Actor": text, "Command": text })),
        ];
        assert!(clashes(&apart).is_empty());
        let within = [
            ("loan.command", json!({ "Note": text })),
            ("loan.event", json!({ "Note": number })),
        ];
        assert_eq!(
            clashes(&within),
            ["`Note` has one shape in `loan.command` and another in `loan.event`; rename one"]
        );
        let beside = [
            ("actor", json!({ "Note": text })),
            ("loan.event", json!({ "Note": number })),
        ];
        assert_eq!(
            clashes(&beside),
            ["`Note` has one shape in `loan.event` and another in `actor`; rename one"]
        );
    }

    #[test]
    fn a_list_names_each_once() {
        assert!(twice("rule", ["CT-01", "CT-02"].into_iter()).is_empty());
        assert_eq!(
            twice("rule", ["CT-01", "CT-01"].into_iter()),
            ["`CT-01` is twice a rule; rename one"]
        );
    }
}
