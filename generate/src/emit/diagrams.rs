//! The diagrams of each lifecycle: in the core's three languages, and drawn.

use bosoto::lifecycle::Diagram;

use super::drawing;
use crate::{Contract, Files};

const LANGUAGES: [(&str, Diagram); 3] = [
    ("mmd", Diagram::Mermaid),
    ("dot", Diagram::Dot),
    ("scxml", Diagram::Scxml),
];

/// `docs/diagrams/`; the Python package has the drawings, too.
pub fn files(contract: &Contract) -> Files {
    let mut files = Files::new();
    for machine in &contract.lifecycles {
        let path = |ending| format!("docs/diagrams/{}.{ending}", machine.lifecycle);
        for (ending, language) in LANGUAGES {
            files.insert(path(ending), language.of(machine));
        }
        let drawn = drawing::draw(machine);
        let name = machine.lifecycle;
        let in_python = format!("bindings-python/python/bosoto/diagrams/{name}.svg");
        files.insert(in_python, drawn.clone());
        files.insert(path("svg"), drawn);
    }
    files
}
