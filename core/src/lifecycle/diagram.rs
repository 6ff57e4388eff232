//! Pictures of a lifecycle, as text: Mermaid, DOT and SCXML.

use std::fmt::Write as _;

use super::machine::{Machine, MachineCommand, MachineStep, NEW};
use crate::base::rule::Rule;

/// A language for diagrams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Diagram {
    /// Mermaid `stateDiagram-v2`.
    Mermaid,
    /// Graphviz DOT.
    Dot,
    /// State Chart XML 1.0.
    Scxml,
}

impl Diagram {
    /// The diagram of a lifecycle.
    pub fn of(self, machine: &Machine) -> String {
        match self {
            Self::Mermaid => mermaid(machine),
            Self::Dot => dot(machine),
            Self::Scxml => scxml(machine),
        }
    }
}

/// An arrow with the commands that take it.
struct Arrow<'a> {
    from: &'static str,
    to: &'static str,
    steps: Vec<MachineStep<'a>>,
}

/// One arrow for each pair of states, in the order of the table.
fn arrows(machine: &Machine) -> Vec<Arrow<'_>> {
    let mut arrows: Vec<Arrow<'_>> = Vec::new();
    for step in machine.steps() {
        match arrows
            .iter_mut()
            .find(|arrow| arrow.from == step.from && arrow.to == step.to)
        {
            Some(arrow) => arrow.steps.push(step),
            None => arrows.push(Arrow {
                from: step.from,
                to: step.to,
                steps: vec![step],
            }),
        }
    }
    arrows
}

/// What stands at an arrow: the buttons, a line each.
fn label(arrow: &Arrow<'_>, separator: &str) -> String {
    let buttons: Vec<String> = arrow.steps.iter().map(MachineStep::caption).collect();
    buttons.join(separator)
}

impl MachineStep<'_> {
    /// What stands at its arrow: the button and its rule, and the answer that leads this way.
    pub fn caption(&self) -> String {
        let MachineCommand {
            label,
            rule,
            inputs,
            ..
        } = self.command;
        let button = format!("{} ({rule})", label.th());
        let Some((field, value)) = self.when else {
            return button;
        };
        let input = inputs.iter().find(|input| input.name == field);
        let title = input.map_or(field, |input| input.title.th());
        let answer = if value {
            "ใช่"
        } else {
            "ไม่ใช่"
        };
        format!("{button} [{title} = {answer}]")
    }
}

/// What a command can be refused for and warned of, by name: too much for an arrow, so it is its tooltip
/// or a comment beside it.
fn listed(command: &MachineCommand) -> Vec<String> {
    let guards = command.guards.iter().map(|one| (one.rule, one.name));
    let refusals = command.refusals.iter().map(|one| (one.rule, one.name));
    let warnings = command.warnings.iter().map(|one| (one.rule, one.name));
    [
        ("refuses", guards.chain(refusals).collect::<Vec<_>>()),
        ("warns", warnings.collect()),
    ]
    .into_iter()
    .filter(|(_, names)| !names.is_empty())
    .map(|(what, names)| format!("{what}: {}", named(&names)))
    .collect()
}

/// Each once, as the parts of a rule may share a name.
fn named(names: &[(&Rule, &str)]) -> String {
    let mut written: Vec<String> = Vec::with_capacity(names.len());
    for (rule, name) in names {
        let name = format!("{rule} {name}");
        if !written.contains(&name) {
            written.push(name);
        }
    }
    written.join(", ")
}

fn mermaid(machine: &Machine) -> String {
    let mut out = String::from("stateDiagram-v2\n");
    for state in &machine.states {
        let _ = writeln!(
            out,
            "    state \"{}<br/>{}\" as {}",
            state.title.th(),
            state.name,
            state.name
        );
    }
    for arrow in arrows(machine) {
        let from = if arrow.from == NEW { "[*]" } else { arrow.from };
        let _ = writeln!(
            out,
            "    {from} --> {}: {}",
            arrow.to,
            label(&arrow, "<br/>")
        );
    }
    for state in machine.states.iter().filter(|state| state.r#final) {
        let _ = writeln!(out, "    {} --> [*]", state.name);
    }
    for command in &machine.commands {
        for line in listed(command) {
            let _ = writeln!(out, "    %% {} {line}", command.action);
        }
    }
    out
}

fn dot(machine: &Machine) -> String {
    let mut out = format!("digraph {} {{\n    rankdir=TB;\n", machine.lifecycle);
    let _ = writeln!(out, "    {NEW} [shape=point];");
    for state in &machine.states {
        let border = if state.r#final { 2 } else { 1 };
        let _ = writeln!(
            out,
            "    {} [shape=box, style=rounded, peripheries={border}, label=\"{}\\n{}\"];",
            state.name,
            state.title.th(),
            state.name
        );
    }
    for arrow in arrows(machine) {
        let _ = writeln!(
            out,
            "    {} -> {} [label=\"{}\", tooltip=\"{}\"];",
            arrow.from,
            arrow.to,
            label(&arrow, "\\n"),
            tooltip(&arrow)
        );
    }
    out.push_str("}\n");
    out
}

fn tooltip(arrow: &Arrow<'_>) -> String {
    let lines = arrow.steps.iter().flat_map(|step| {
        let lines = listed(step.command).into_iter();
        lines.map(|line| format!("{} {line}", step.command.action))
    });
    lines.collect::<Vec<_>>().join("\\n")
}

fn scxml(machine: &Machine) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" \
         name=\"{}\" datamodel=\"ecmascript\" initial=\"{NEW}\">\n",
        machine.lifecycle
    );
    let names = std::iter::once((NEW, false)).chain(
        machine
            .states
            .iter()
            .map(|state| (state.name, state.r#final)),
    );
    for (name, ends) in names {
        scxml_state(&mut out, machine, name, ends);
    }
    out.push_str("</scxml>\n");
    out
}

/// SCXML's `final` has no transitions: a final state that still has commands is one that holds a `final`.
fn scxml_state(out: &mut String, machine: &Machine, name: &str, ends: bool) {
    let mut leaving = machine.steps().filter(|step| step.from == name).peekable();
    if ends && leaving.peek().is_none() {
        let _ = writeln!(out, "  <final id=\"{name}\"/>");
        return;
    }
    let _ = writeln!(out, "  <state id=\"{name}\">");
    for step in leaving {
        scxml_transition(out, step);
    }
    if ends {
        let _ = writeln!(out, "    <final id=\"{name}.final\"/>");
    }
    let _ = writeln!(out, "  </state>");
}

fn scxml_transition(out: &mut String, step: MachineStep<'_>) {
    let mut comment = vec![step.caption()];
    comment.extend(listed(step.command));
    let comment = comment.join("\n         ");
    let condition = step.when.map_or(String::new(), |(field, value)| {
        format!(" cond=\"_event.data.{field} === {value}\"")
    });
    let target = if step.from == step.to {
        String::new()
    } else {
        format!(" target=\"{}\"", step.to)
    };
    let _ = writeln!(
        out,
        "    <!-- {comment} -->\n    <transition event=\"{}\"{condition}{target}/>",
        step.command.action
    );
}
