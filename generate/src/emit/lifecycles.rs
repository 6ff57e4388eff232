//! A page for each lifecycle: its states, its diagram, its commands with everything their rows list.

use std::fmt::Write as _;

use bosoto::lifecycle::{
    Input, Machine, MachineAdvice, MachineCommand, MachineFault, MachineGuard, MachineTarget,
    ReasonKind,
};

use super::markdown::{NOTICE, both, code, sources};
use crate::{Contract, Files};

/// `docs/lifecycles/`
pub fn files(contract: &Contract) -> Files {
    let page = |machine: &Machine| {
        let path = format!("docs/lifecycles/{}.md", machine.lifecycle);
        (path, page(machine))
    };
    contract.lifecycles.iter().map(page).collect()
}

fn rule_link(id: &str) -> String {
    format!("[{id}](../rules.md#{})", id.to_lowercase())
}

fn page(machine: &Machine) -> String {
    let mut out = format!(
        "{NOTICE}\n\n# `{}`: {}\n\n## States\n\n| state | ชื่อ | name | final |\n|---|---|---|---|\n",
        machine.lifecycle,
        both(machine.title)
    );
    for state in &machine.states {
        let end = if state.r#final { "yes" } else { "" };
        let (th, en) = (state.title.th(), state.title.en());
        let _ = writeln!(out, "| `{}` | {th} | {en} | {end} |", state.name);
    }
    let name = machine.lifecycle;
    let _ = write!(
        out,
        "\n## Diagram\n\n![{name}](../diagrams/{name}.svg)\n\n\
         The same as text: [Mermaid](../diagrams/{name}.mmd), [DOT](../diagrams/{name}.dot), \
         [SCXML](../diagrams/{name}.scxml).\n\n## Commands\n"
    );
    for command in &machine.commands {
        let _ = write!(
            out,
            "\n### `{}`: {}\n\n- Rule: {}\n- From: {}\n- To: {}\n- Event: `{}`\n- Effects: {}\n",
            command.action,
            both(command.label),
            rule_link(command.rule.id),
            code(command.from.iter().copied()),
            targets(command),
            command.event,
            code(command.effects.iter().map(String::as_str)),
        );
        for (name, text) in [
            ("Confirmation", command.confirm),
            ("Success", command.success),
        ] {
            if let Some(text) = text {
                let _ = writeln!(out, "- {name}: {}", both(text));
            }
        }
        sources(&mut out, command.sources);
        out.push_str("\n| who | ความสัมพันธ์ | relation |\n|---|---|---|\n");
        for who in &command.who {
            let (th, en) = (who.relation.title.th(), who.relation.title.en());
            let _ = writeln!(
                out,
                "| `{}` {} | {th} | {en} |",
                who.role.name(),
                who.role.title().th()
            );
        }
        guards(&mut out, &command.guards);
        refusals(&mut out, &command.refusals);
        warnings(&mut out, &command.warnings);
        inputs(&mut out, command.inputs.iter());
    }
    out
}

fn targets(command: &MachineCommand) -> String {
    if command.to.is_empty() {
        return "the state stays".to_owned();
    }
    let Some(choice) = &command.chosen_by else {
        return code(command.to.iter().copied());
    };
    let led = choice.targets.iter().map(|target| {
        let MachineTarget { value, state } = target;
        format!("`{state}` when `{}` is `{value}`", choice.field)
    });
    led.collect::<Vec<_>>().join(", ")
}

fn guards(out: &mut String, guards: &[MachineGuard]) {
    if !guards.is_empty() {
        out.push_str("\n| guard | rule | refused as | ข้อความ | message |\n|---|---|---|---|---|\n");
    }
    for guard in guards {
        let (th, en) = (guard.refusal.th(), guard.refusal.en());
        let (name, rule) = (guard.name, rule_link(guard.rule.id));
        let kind = word(guard.kind);
        let _ = writeln!(out, "| `{name}` | {rule} | `{kind}` | {th} | {en} |");
    }
}

fn refusals(out: &mut String, refusals: &[MachineFault]) {
    if !refusals.is_empty() {
        out.push_str(
            "\n| refusal | judged by | refused as | ข้อความ | message |\n|---|---|---|---|---|\n",
        );
    }
    for refusal in refusals {
        let (th, en) = (refusal.refusal.th(), refusal.refusal.en());
        let rule = rule_link(refusal.judged_by.unwrap_or(refusal.rule).id);
        let (name, kind) = (refusal.name, word(refusal.kind));
        let _ = writeln!(out, "| `{name}` | {rule} | `{kind}` | {th} | {en} |");
    }
}

fn warnings(out: &mut String, warnings: &[MachineAdvice]) {
    if !warnings.is_empty() {
        out.push_str("\n| warning | rule | ข้อความ | message |\n|---|---|---|---|\n");
    }
    for warning in warnings {
        let (th, en) = (warning.warning.th(), warning.warning.en());
        let rule = rule_link(warning.rule.id);
        let _ = writeln!(out, "| `{}` | {rule} | {th} | {en} |", warning.name);
    }
}

/// A kind of refusal by its name on the wire.
fn word(kind: ReasonKind) -> String {
    let name = serde_json::to_value(kind).unwrap_or_default();
    name.as_str().unwrap_or_default().to_owned()
}

fn inputs(out: &mut String, inputs: impl ExactSizeIterator<Item = Input>) {
    if inputs.len() > 0 {
        out.push_str("\n| field | required | rule | ชื่อช่อง | title |\n|---|---|---|---|---|\n");
    }
    for input in inputs {
        let required = if input.required { "yes" } else { "" };
        let (th, en) = (input.title.th(), input.title.en());
        let rule = rule_link(input.rule.id);
        let _ = writeln!(
            out,
            "| `{}` | {required} | {rule} | {th} | {en} |",
            input.name
        );
    }
}
