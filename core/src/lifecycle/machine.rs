//! `machine`: a lifecycle's table as data.

use schemars::JsonSchema;
use serde::Serialize;

use super::command::Kind;
use super::decision::ReasonKind;
use super::table::{Input, Lifecycle, Relation, Row, State};
use crate::base::actor::Role;
use crate::base::text::Text;
use crate::rulebook::{self, Citation};

/// The name of the state before creation.
pub const NEW: &str = "new";

/// A lifecycle as data: states, commands, who, guards, rule IDs, sources.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Machine {
    /// The lifecycle's name.
    pub lifecycle: &'static str,
    /// What it is called.
    pub title: Text,
    /// Its states.
    pub states: Vec<MachineState>,
    /// Its commands.
    pub commands: Vec<MachineCommand>,
}

/// A state.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MachineState {
    /// Its name on the wire.
    pub name: &'static str,
    /// What the system calls it.
    pub title: Text,
    /// Whether no command leads out of it.
    pub r#final: bool,
}

/// A command.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MachineCommand {
    /// Its name on the wire.
    pub action: &'static str,
    /// The name of its event.
    pub event: &'static str,
    /// Its rule.
    pub rule: &'static str,
    /// The button.
    pub label: Text,
    /// The question before it is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirm: Option<Text>,
    /// The text after it is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub success: Option<Text>,
    /// The states from which it may be used; `new` for one that creates the case.
    pub from: Vec<&'static str>,
    /// The states it may lead to; empty where the state stays.
    pub to: Vec<&'static str>,
    /// Who may use it.
    pub who: Vec<MachineWho>,
    /// Its guards that need no payload.
    pub guards: Vec<MachineGuard>,
    /// What its payload holds.
    pub inputs: &'static [Input],
    /// Its effects, `type:detail`.
    pub effects: &'static [&'static str],
    /// Where the rule comes from.
    pub sources: &'static [Citation],
}

/// A role in a relation.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MachineWho {
    /// The role.
    pub role: Role,
    /// How its organisation stands to the case.
    pub relation: Relation,
}

/// A guard.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MachineGuard {
    /// Its rule.
    pub rule: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it is when it fails.
    pub kind: ReasonKind,
    /// What the refusal says.
    pub refusal: Text,
}

/// The table of a lifecycle as data.
pub fn machine<L: Lifecycle>() -> Machine {
    Machine {
        lifecycle: L::NAME,
        title: L::TITLE,
        states: L::State::ALL
            .iter()
            .map(|state| MachineState {
                name: state.name(),
                title: state.title(),
                r#final: state.is_final(),
            })
            .collect(),
        commands: L::TABLE.iter().map(command).collect(),
    }
}

fn command<L: Lifecycle>(row: &Row<L>) -> MachineCommand {
    let names = |states: &[L::State]| states.iter().map(|state| state.name()).collect();
    MachineCommand {
        action: row.kind.command(),
        event: row.kind.event(),
        rule: row.rule,
        label: row.label,
        confirm: row.confirm,
        success: row.success,
        from: if row.from.is_empty() {
            vec![NEW]
        } else {
            names(row.from)
        },
        to: names(row.to),
        who: row
            .who
            .iter()
            .flat_map(|who| {
                who.roles.iter().map(|role| MachineWho {
                    role: *role,
                    relation: who.relation,
                })
            })
            .collect(),
        guards: row
            .guards
            .iter()
            .map(|guard| MachineGuard {
                rule: guard.rule,
                name: guard.name,
                kind: guard.kind,
                refusal: guard.refusal,
            })
            .collect(),
        inputs: row.inputs,
        effects: row.effects,
        sources: rulebook::rule(row.rule).map_or(&[], |rule| rule.sources),
    }
}
