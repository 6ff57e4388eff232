//! The shape of a file of the conformance suite: one scenario or several. The envelopes in it may be wrong on
//! purpose, so their shape is left open.
#![allow(dead_code, reason = "these types are there for their shapes")]

use crate::base::actor::Actor;
use crate::base::calendar::{Date, Instant};
use crate::base::shape::{Chars, Shape, Shaped, Ty};

/// One scenario or several.
pub(super) struct Scenarios;

impl Shaped for Scenarios {
    const TY: Ty = Ty::Either(&[
        Steps::TY,
        Merging::TY,
        Ty::List(&EITHER, &crate::base::shape::Count::ANY),
    ]);
}

const EITHER: Ty = Ty::Either(&[Steps::TY, Merging::TY]);

/// A JSON object whose shape is left open.
struct Open;

impl Shaped for Open {
    const TY: Ty = Ty::Record(&crate::base::shape::Record {
        closed: false,
        ..*crate::base::shape::Record::NONE
    });
}

/// A text that is not empty.
struct Name;

impl Shaped for Name {
    const TY: Ty = Ty::Text(Chars {
        fewest: 1,
        ..Chars::PLAIN
    });
}

/// A case, step by step.
#[derive(Shape)]
#[shape(name = "Scenario", closed)]
struct Steps {
    /// Its name.
    name: Name,
    /// The lifecycle.
    lifecycle: String,
    /// A policy, which may be wrong on purpose.
    policy: Option<Open>,
    /// What is done and asked, and what is expected.
    steps: Vec<Step>,
}

/// Two logs that are merged.
#[derive(Shape)]
#[shape(name = "MergeScenario", closed)]
struct Merging {
    /// Its name.
    name: Name,
    /// The lifecycle.
    lifecycle: String,
    /// A policy, which may be wrong on purpose.
    policy: Option<Open>,
    /// The logs.
    merge: Logs,
    /// What is expected.
    expect: Open,
}

/// Envelopes that make two logs.
#[derive(Shape)]
#[shape(closed)]
struct Logs {
    /// Decided first, for both.
    base: Vec<Open>,
    /// Decided upon it, for one.
    log_a: Vec<Open>,
    /// Decided upon it, for the other.
    log_b: Vec<Open>,
}

/// A step of a scenario.
struct Step;

impl Shaped for Step {
    const TY: Ty = Ty::Either(&[Do::TY, Actions::TY, Obligations::TY, Flags::TY, View::TY]);
}

/// A command is judged.
#[derive(Shape)]
#[shape(name = "DoStep", closed)]
struct Do {
    /// The envelope.
    r#do: Open,
    /// What is expected of the decision.
    expect: Open,
}

/// It is asked what an actor may do.
#[derive(Shape)]
#[shape(name = "ActionsStep", closed)]
struct Actions {
    /// Who asks, and when.
    actions: Asker,
    /// What is expected, by the name of the command.
    expect: Open,
}

/// Who asks, and when.
#[derive(Shape)]
#[shape(closed)]
struct Asker {
    /// Who.
    actor: Actor,
    /// When.
    at: Instant,
}

/// It is asked what is owed.
#[derive(Shape)]
#[shape(name = "ObligationsStep", closed)]
struct Obligations {
    /// On which day.
    obligations: OnDay,
    /// What is expected.
    expect: Vec<Open>,
}

/// A day.
#[derive(Shape)]
#[shape(closed)]
struct OnDay {
    /// The day.
    on: Date,
    /// By what had been received by the end of this day (GE-08).
    known: Option<Date>,
}

/// It is asked what is flagged.
#[derive(Shape)]
#[shape(name = "FlagsStep", closed)]
struct Flags {
    /// When.
    flags: AtInstant,
    /// What is expected.
    expect: Vec<String>,
}

/// An instant.
#[derive(Shape)]
#[shape(closed)]
struct AtInstant {
    /// The instant.
    at: Instant,
    /// By what had been received by the end of this day (GE-08).
    known: Option<Date>,
}

/// It is asked what an actor sees.
#[derive(Shape)]
#[shape(name = "ViewStep", closed)]
struct View {
    /// Who asks.
    view: Viewer,
    /// What is expected.
    expect: Open,
}

/// Who looks at a case.
#[derive(Shape)]
#[shape(closed)]
struct Viewer {
    /// Who.
    actor: Actor,
}
