//! The same questions put to Cedar: who may use a command on a case in its state, and whether the
//! days and traces of CT-16 and CT-17 have come. Cedar gets its entities and requests ready made;
//! its answer is yes or no, that of `decide` also says why, from when, and what to do next.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use bosoto::any;
use bosoto::compulsory::Compulsory;
use bosoto::lifecycle::{Case, CommandId, MachineCommand, State as _, decide};
use bosoto::policy::Policy;
use bosoto_benches::{Sent, case, envelope};
use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityUid, PolicySet, Request,
    RestrictedExpression as Value,
};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use serde_json::json;

fn main() {
    agree();
    divan::main();
}

/// A case and a command, for both.
struct Question {
    case: Case<Compulsory>,
    envelope: Sent,
    entities: Entities,
    request: Request,
}

const COMMANDS: [&str; 3] = ["report_absence", "drop_out", "accept"];

const ACTORS: [(&str, &str); 3] = [
    ("unit_user", "10670"),
    ("unit_user", "11289"),
    ("probation_officer", "PB-KBI"),
];

/// Three cases, three actors, three commands, from the missed day to four weeks after it.
fn questions() -> Vec<Question> {
    let mut questions = Vec::new();
    for count in [2, 18, 20] {
        for (role, organisation) in ACTORS {
            for command in COMMANDS {
                for day in (2..30).step_by(3) {
                    let at = format!("2024-05-{day:02}T09:00");
                    let envelope = envelope(role, organisation, &at, json!({ "type": command }));
                    questions.push(question(case("C-1", count), envelope, command));
                }
            }
        }
    }
    questions
}

fn question(case: Case<Compulsory>, mut envelope: Sent, command: &str) -> Question {
    envelope.command_id = CommandId::new("5a1f0c52-7c0b-4b0e-9d55-8c1f6a2e9b11");
    let actor = entity(
        "Actor::\"a\"",
        [
            (
                "role",
                Value::new_string(envelope.actor.role.name().to_owned()),
            ),
            (
                "organisation",
                Value::new_string(envelope.actor.organisation.to_string()),
            ),
        ],
    );
    let data = case.data();
    let absence = data.open_absence();
    let since = absence.map(|absence| absence.missed_on.days_until(envelope.at.date()));
    let traces = absence.map_or(0, |absence| absence.traces.len());
    let about = entity(
        "Case::\"c\"",
        [
            ("state", Value::new_string(case.state().name().to_owned())),
            ("unit", Value::new_string(data.unit.to_string())),
            (
                "probation_office",
                Value::new_string(data.probation_office.to_string()),
            ),
            ("absent", Value::new_bool(absence.is_some())),
            (
                "reported",
                Value::new_bool(absence.is_some_and(|one| one.reported_on.is_some())),
            ),
            ("traces", Value::new_long(traces.try_into().expect("few"))),
        ],
    );
    let context = [(
        "days_absent".to_owned(),
        Value::new_long(since.unwrap_or(-1)),
    )];
    let request = Request::new(
        actor.uid(),
        uid(&format!("Action::\"{command}\"")),
        about.uid(),
        Context::from_pairs(context).expect("a context"),
        None,
    );
    Question {
        case,
        envelope,
        entities: Entities::from_entities([actor, about], None).expect("entities"),
        request: request.expect("a request"),
    }
}

fn uid(text: &str) -> EntityUid {
    text.parse().expect("an id")
}

fn entity<const N: usize>(id: &str, attributes: [(&str, Value); N]) -> Entity {
    let named = attributes.map(|(name, value)| (name.to_owned(), value));
    Entity::new(uid(id), HashMap::from(named), HashSet::new()).expect("an entity")
}

/// One policy for each row of the table, made from the table itself.
fn policies() -> PolicySet {
    let machine = any::lifecycle("compulsory").expect("known").machine();
    let mut text = String::new();
    for command in &machine.commands {
        let _ = writeln!(
            text,
            "permit(principal is Actor, action == Action::\"{}\", resource is Case) when {{ {}{} }};",
            command.action,
            allowed(command),
            dated(command.action)
        );
    }
    text.parse().expect("policies")
}

fn allowed(command: &MachineCommand) -> String {
    let states: Vec<String> = command
        .from
        .iter()
        .map(|from| format!("\"{from}\""))
        .collect();
    let who: Vec<String> = command
        .who
        .iter()
        .map(|who| {
            let whose = match who.relation.name {
                "unit" => "resource.unit",
                _ => "resource.probation_office",
            };
            let role = who.role.name();
            format!("(principal.role == \"{role}\" && principal.organisation == {whose})")
        })
        .collect();
    format!(
        "[{}].contains(resource.state) && ({})",
        states.join(", "),
        who.join(" || ")
    )
}

fn dated(command: &str) -> &'static str {
    match command {
        "report_absence" => {
            " && resource.absent && !resource.reported && context.days_absent >= 14 \
             && resource.traces >= 2"
        }
        "drop_out" => " && resource.absent && resource.reported && context.days_absent >= 45",
        _ => "",
    }
}

/// Both give the same answers before they are timed.
fn agree() {
    let (policies, authorizer, policy) = (policies(), Authorizer::new(), Policy::default());
    let mut accepted = 0;
    let questions = questions();
    for one in &questions {
        let cedar = authorizer.is_authorized(&one.request, &policies, &one.entities);
        let decision = decide(Some(&one.case), &one.envelope, &policy).expect("a decision");
        let ours = decision.accepted().is_some();
        assert_eq!(
            ours,
            cedar.decision() == Decision::Allow,
            "{:?}",
            one.envelope.at
        );
        accepted += usize::from(ours);
    }
    println!(
        "{} questions, {accepted} of them accepted by both",
        questions.len()
    );
}

#[divan::bench]
fn bosoto_decides(bencher: Bencher) {
    let (questions, policy) = (questions(), Policy::default());
    bencher.counter(ItemsCount::new(questions.len())).bench(|| {
        for one in &questions {
            let _ = black_box(decide(Some(&one.case), black_box(&one.envelope), &policy));
        }
    });
}

#[divan::bench]
fn cedar_decides(bencher: Bencher) {
    let (questions, policies, authorizer) = (questions(), policies(), Authorizer::new());
    bencher.counter(ItemsCount::new(questions.len())).bench(|| {
        for one in &questions {
            let request = black_box(&one.request);
            let _ = black_box(authorizer.is_authorized(request, &policies, &one.entities));
        }
    });
}
