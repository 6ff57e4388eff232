//! The diagrams say the same in every language.

use std::collections::BTreeSet;

use bosoto::any;
use bosoto::lifecycle::{Diagram, Machine};

/// What stands between two texts, at each place.
fn between<'a>(text: &'a str, start: &str, end: &str) -> BTreeSet<&'a str> {
    let starts = text.split(start).skip(1);
    starts.filter_map(|rest| rest.split(end).next()).collect()
}

fn ends(machine: &Machine) -> BTreeSet<&str> {
    let ends = machine.states.iter().filter(|state| state.r#final);
    ends.map(|state| state.name).collect()
}

#[test]
fn the_final_states_are_the_same_those_with_a_command_too() {
    let mut with_a_command = 0;
    for lifecycle in any::ALL {
        let machine = lifecycle.machine();
        let ends = ends(&machine);
        let [mermaid, dot, scxml] =
            [Diagram::Mermaid, Diagram::Dot, Diagram::Scxml].map(|diagram| diagram.of(&machine));
        let lines = mermaid.lines().map(str::trim);
        let in_mermaid = lines.filter_map(|line| line.strip_suffix(" --> [*]"));
        assert_eq!(in_mermaid.collect::<BTreeSet<_>>(), ends);
        let lines = dot.lines().filter(|line| line.contains("peripheries=2"));
        let in_dot = lines.filter_map(|line| line.split_whitespace().next());
        assert_eq!(in_dot.collect::<BTreeSet<_>>(), ends);
        let in_scxml = between(&scxml, "<final id=\"", "\"");
        let in_scxml = in_scxml.into_iter().map(|id| id.trim_end_matches(".final"));
        assert_eq!(in_scxml.collect::<BTreeSet<_>>(), ends);
        let acts = machine.steps().filter(|step| ends.contains(step.from));
        with_a_command += acts.count();
    }
    assert_eq!(with_a_command, 1, "`certify_result` of a completed case");
}

#[test]
fn every_way_of_a_choice_has_its_condition() {
    for lifecycle in any::ALL {
        let machine = lifecycle.machine();
        let scxml = Diagram::Scxml.of(&machine);
        let choices = machine.steps().filter_map(|step| Some((step, step.when?)));
        let mut counted = 0;
        for (step, (field, value)) in choices {
            let transition = format!(
                "<transition event=\"{}\" cond=\"_event.data.{field} === {value}\" target=\"{}\"/>",
                step.command.action, step.to
            );
            assert!(scxml.contains(&transition), "{transition}");
            counted += 1;
        }
        assert_eq!(scxml.matches(" cond=").count(), counted);
    }
}
