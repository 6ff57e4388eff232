//! The JSON API: the calls of the core, text in and text out, the same bytes as in every other
//! language.

use bosoto::{any, call, schema};
use pyo3::prelude::*;

/// Exports calls of the core, each under its name with `_json` behind it.
macro_rules! calls {
    ($( $(#[$doc:meta])* $name:ident = $call:ident($($argument:ident: $type:ty),*) $signature:tt; )+) => {
        $(
            $(#[$doc])*
            #[pyfunction]
            #[pyo3(signature = $signature)]
            pub fn $name(py: Python<'_>, $($argument: $type),*) -> String {
                py.detach(|| call::$call($($argument),*))
            }
        )+
    };
}

calls! {
    /// Judges a command on the case of a log; without a log, a command that creates a case.
    decide_json = decide(lifecycle: &str, log: Option<&str>, envelope: &str, policy: Option<&str>)
        (lifecycle, log, envelope, policy=None);
    /// Every command as the actor finds it at an instant.
    actions_json = actions(lifecycle: &str, log: Option<&str>, actor: &str, at: &str, policy: Option<&str>)
        (lifecycle, log, actor, at, policy=None);
    /// What is owed on a day.
    obligations_json = obligations(lifecycle: &str, log: &str, on: &str, policy: Option<&str>)
        (lifecycle, log, on, policy=None);
    /// What can be done on a day of what is owed: due or overdue.
    due_json = due(lifecycle: &str, log: &str, on: &str, policy: Option<&str>)
        (lifecycle, log, on, policy=None);
    /// The log of a case up to a day, as a JSON array.
    as_of_json = as_of(lifecycle: &str, log: &str, on: &str) (lifecycle, log, on);
    /// What is flagged at an instant.
    flags_json = flags(lifecycle: &str, log: &str, at: &str, policy: Option<&str>)
        (lifecycle, log, at, policy=None);
    /// What an actor sees.
    view_json = view(lifecycle: &str, log: &str, actor: &str, policy: Option<&str>)
        (lifecycle, log, actor, policy=None);
    /// What a log comes to: the case's id and state, the number of events used, the broken lines.
    replay_json = replay(lifecycle: &str, log: &str) (lifecycle, log);
    /// Two logs of one case as one: state, log, and the events without effect.
    merge_json = merge(lifecycle: &str, log_a: &str, log_b: &str) (lifecycle, log_a, log_b);
    /// The worklist of an officer over many cases, `[{"lifecycle", "log"}]`.
    worklist_json = worklist(cases: &str, query: &str, policy: Option<&str>)
        (cases, query, policy=None);
    /// The cases `[{"lifecycle", "log"}]` that an officer has to work on at an instant.
    casework_json = casework(cases: &str, query: &str, policy: Option<&str>)
        (cases, query, policy=None);
    /// What each organisation owes on a day in these cases `[{"lifecycle", "log"}]`.
    workload_json = workload(cases: &str, on: &str, policy: Option<&str>)
        (cases, on, policy=None);
    /// The reports that a province or a region owes between two days, as they stand on a third.
    report_calendar_json = report_calendar(organisation: &str, from_: &str, to: &str, on: &str, policy: Option<&str>)
        (organisation, from_, to, on, policy=None);
    /// The districts that are not set up for the community follow-up (AC-07).
    roster_check_json = roster_check(districts: &str) (districts);
    /// The follow-ups that an SMI-V person is owed (SV-02).
    smiv_obligations_json = smiv_obligations(person: &str, on: &str, policy: Option<&str>)
        (person, on, policy=None);
    /// The date of a text in any shape that people write (TM-6).
    parse_thai_date_json = parse_thai_date(text: &str) (text);
    /// A date in the style `short`, `slash`, `abbreviated`, `long` or `digits` (TM-6).
    thai_date_json = thai_date(date: &str, style: &str) (date, style);
    /// A lifecycle's table as data.
    machine_json = machine(lifecycle: &str) (lifecycle);
    /// The form of every command of a lifecycle.
    forms_json = forms(lifecycle: &str, lang: Option<&str>) (lifecycle, lang=None);
    /// The items of the quality-of-life form (QL-01, QL-02).
    quality_of_life_form_json = quality_of_life_form() ();
    /// The permission matrix of all lifecycles (AD-08).
    permissions_json = permissions() ();
    /// A rule of the rulebook; without an id, all of them.
    rule_json = rule(id: Option<&str>) (id=None);
    /// Every parameter of the policy: its rule, unit, range and default.
    parameters_json = parameters() ();
    /// What can be owed, with what it is called.
    owed_json = owed() ();
    /// The JSON Schema of this name.
    schema_json = schema(name: &str) (name);
}

/// The names of the lifecycles, in the order of the contract.
#[pyfunction]
pub fn lifecycles() -> Vec<&'static str> {
    any::ALL.iter().map(|lifecycle| lifecycle.name()).collect()
}

/// The names of the schemas.
#[pyfunction]
pub fn schema_names() -> Vec<String> {
    schema::names().collect()
}
