//! Cases that are long in one way each, to see that nothing grows faster than they do: by the clock
//! (`benches/growth.rs`) and by steps (`bin/steps.rs`).

use std::fmt::Write as _;
use std::sync::Arc;

use bosoto::any::{self, AnyCase, AnyEnvelope, AnyLifecycle};
use bosoto::calendar::Date;
use bosoto::policy::Policy;
use serde_json::{Value, json};

/// The lengths: each four times the one before.
pub const EVENTS: [usize; 3] = [1_000, 4_000, 16_000];

/// A way in which a case is long.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// What there are many of.
    pub name: &'static str,
    lifecycle: &'static str,
    /// Writes the commands of such a case, so many or a few less.
    write: fn(&mut Commands, usize),
}

impl std::fmt::Display for Shape {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// Every way.
pub const SHAPES: [Shape; 18] = [
    shape("users", "episode", users),
    shape("sessions", "episode", sessions),
    shape("follow-ups", "episode", follow_ups),
    shape("visits", "aftercare", visits),
    shape("helps", "aftercare", helps),
    shape("relocations", "aftercare", relocations),
    shape("items", "assistance", items),
    shape("items at once", "assistance", items_at_once),
    shape("units with work", "assistance", distributed),
    shape("assessments", "assistance", assessments),
    shape("treatments", "compulsory", treatments),
    shape("extensions", "compulsory", extensions),
    shape("absences", "compulsory", absences),
    shape("traces", "compulsory", traces),
    shape("traces of old", "compulsory", traces_of_old),
    shape("unit changes", "compulsory", unit_changes),
    shape("facts of former units", "compulsory", late_facts),
    shape("declined requests", "compulsory", declined),
];

const fn shape(
    name: &'static str,
    lifecycle: &'static str,
    write: fn(&mut Commands, usize),
) -> Shape {
    Shape {
        name,
        lifecycle,
        write,
    }
}

impl Shape {
    /// Its lifecycle.
    pub fn lifecycle(&self) -> &'static dyn AnyLifecycle {
        any::lifecycle(self.lifecycle).expect("known")
    }

    /// The envelopes of a case of about so many events.
    pub fn envelopes(&self, events: usize) -> Vec<Arc<dyn AnyEnvelope>> {
        let mut commands = Commands::default();
        (self.write)(&mut commands, events);
        let read = |envelope: &Value| self.lifecycle().envelope_value(envelope);
        let envelopes = commands.0.iter().map(read);
        envelopes.map(|one| one.expect("an envelope")).collect()
    }
}

/// The case that envelopes make, act by act, changed in place.
pub fn act(envelopes: &[Arc<dyn AnyEnvelope>]) -> Arc<dyn AnyCase> {
    let policy = Policy::default();
    let mut case: Option<Arc<dyn AnyCase>> = None;
    for envelope in envelopes {
        let lifecycle = envelope.lifecycle();
        let decision = lifecycle.decide(case.as_deref(), envelope.as_ref(), &policy);
        let decision = decision.expect("a decision");
        assert!(decision.is_accepted(), "{}", decision.to_json());
        match &mut case {
            Some(case) => decision.apply_in(case).expect("of this lifecycle"),
            None => case = decision.apply_to(None).expect("of this lifecycle"),
        }
    }
    case.expect("created")
}

/// Every other line of a log, the first in both.
pub fn halves(log: &str) -> [String; 2] {
    [0, 1].map(|half| {
        let lines = log.lines().enumerate();
        let own = lines.filter(|(place, _)| *place == 0 || place % 2 == half);
        own.flat_map(|(_, line)| [line, "\n"]).collect()
    })
}

/// Two logs that begin as another, with so many events under one id that differ; half of them are in both.
pub fn under_one_id(events: usize) -> [String; 2] {
    let shape = shape("", "episode", sessions);
    let case = act(&shape.envelopes(2));
    let event = |place: usize| {
        let event = json!({
            "type": "session_recorded", "event_id": "one#0", "command_id": "one", "at": format!("{DAY}T23:00:00+07:00"),
            "actor": UNIT.json(), "on": DAY, "note": place.to_string(),
        });
        format!("{event}\n")
    };
    [0..events / 3 * 2, events / 3..events]
        .map(|places| case.log() + &places.map(event).collect::<String>())
}

/// Who acts.
#[derive(Debug, Clone, Copy)]
struct By<'a>(&'a str, &'a str);

impl By<'_> {
    fn json(self) -> Value {
        json!({ "role": self.0, "organisation": self.1 })
    }
}

/// The first day of every case.
const DAY: &str = "2024-06-03";
const UNIT: By<'_> = By("unit_user", "10670");
const OFFICE: By<'_> = By("probation_officer", "PB-KBI");
const CENTRE: By<'_> = By("centre_user", "99801");
const RECORDER: By<'_> = By("district_recorder", "8101");

/// The day so many days after the first.
fn day(days: usize) -> Date {
    let first = Date::parse(DAY).expect("a day");
    let days = u32::try_from(days).expect("a few");
    first.full_days(days).expect("a day")
}

/// Envelopes, one a second.
#[derive(Default)]
struct Commands(Vec<Value>);

impl Commands {
    fn add(&mut self, days: usize, by: By<'_>, command: Value) -> &mut Value {
        let place = self.0.len();
        let second = place % 86_400;
        let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
        let mut at = day(days).to_string();
        write!(at, "T{hour:02}:{minute:02}:{second:02}+07:00").expect("a text");
        self.0.push(json!({
            "command_id": format!("id-{place}"), "at": at, "actor": by.json(), "coordinated": true,
            "command": command,
        }));
        &mut self.0[place]
    }

    /// How many commands are left of so many.
    fn left(&self, events: usize) -> usize {
        events.saturating_sub(self.0.len())
    }
}

fn person() -> Value {
    json!({ "id": { "type": "issued_number", "value": "1" }, "first_name": "ก", "last_name": "ข" })
}

// ── episodes ──────────────────────────────────────────────────────────────────────────────────

fn in_treatment(commands: &mut Commands) {
    let screen = json!({ "type": "screen", "case_id": "E-1", "person": person(), "unit": "10670", "on": DAY,
        "legal_basis": "section_113", "severity": "dependence" });
    commands.add(0, UNIT, screen);
    let start = json!({ "type": "start_treatment", "on": DAY, "treatment_type": "opd", "methadone": false });
    commands.add(0, UNIT, start);
}

fn sessions(commands: &mut Commands, events: usize) {
    in_treatment(commands);
    for _ in 0..commands.left(events) {
        commands.add(0, UNIT, json!({ "type": "record_session", "on": DAY }));
    }
}

fn users(commands: &mut Commands, events: usize) {
    in_treatment(commands);
    for place in 0..commands.left(events) {
        let session = json!({ "type": "record_session", "on": DAY });
        let envelope = commands.add(0, UNIT, session);
        envelope["actor"]["user_id"] = json!(format!("u{place}"));
    }
}

fn follow_ups(commands: &mut Commands, events: usize) {
    in_treatment(commands);
    let summarise = json!({ "type": "summarise", "on": DAY, "outcome": "completed_program" });
    commands.add(0, UNIT, summarise);
    for place in 0..commands.left(events) {
        let follow_up = json!({ "type": "record_follow_up", "on": day(place), "kind": "medical", "result": "not_using" });
        commands.add(place, UNIT, follow_up);
    }
}

// ── community follow-up ───────────────────────────────────────────────────────────────────────

fn enrolled(commands: &mut Commands) {
    let enrol = json!({ "type": "enrol", "case_id": "F-1", "person": person(), "graduated_on": DAY,
        "project": "โครงการ", "residence": { "tambon": "810101" } });
    commands.add(0, RECORDER, enrol);
}

fn visits(commands: &mut Commands, events: usize) {
    enrolled(commands);
    for place in 0..commands.left(events) {
        let visit = json!({ "type": "record_visit", "occurred_on": day(place), "result": "met" });
        commands.add(place, RECORDER, visit);
    }
}

fn helps(commands: &mut Commands, events: usize) {
    enrolled(commands);
    for place in 0..commands.left(events) / 3 {
        let id = place.to_string();
        let ask =
            json!({ "type": "request_help", "help_id": id, "kind": "housing", "detail": "บ้าน" });
        commands.add(0, RECORDER, ask);
        let escalate = json!({ "type": "escalate_help", "help_id": id, "reason": "ไม่มีงบประมาณ" });
        commands.add(0, RECORDER, escalate);
        let give = json!({ "type": "provide_help", "help_id": id, "on": DAY, "by": "อบต." });
        commands.add(0, RECORDER, give);
    }
}

fn relocations(commands: &mut Commands, events: usize) {
    enrolled(commands);
    for place in 0..commands.left(events) {
        let districts = ["8101", "8102"];
        let [here, there] = [districts[place % 2], districts[(place + 1) % 2]];
        let residence = json!({ "tambon": format!("{there}01") });
        let relocate = json!({ "type": "relocate", "on": day(place), "residence": residence });
        commands.add(place, By("district_recorder", here), relocate);
    }
}

// ── assistance ────────────────────────────────────────────────────────────────────────────────

fn item(place: usize) -> Value {
    json!({ "item_id": place.to_string(), "kind": "housing", "detail": "บ้าน" })
}

fn assisted(commands: &mut Commands, items: usize) {
    let items: Vec<Value> = (0..items).map(item).collect();
    let request = json!({ "type": "request", "case_id": "A-1", "person": person(), "centre": "99801", "items": items });
    commands.add(0, UNIT, request);
    commands.add(0, CENTRE, json!({ "type": "accept" }));
}

fn set(place: usize, status: &str) -> Value {
    json!({ "type": "set_item_status", "item_id": place.to_string(), "status": status, "on": DAY })
}

fn items(commands: &mut Commands, events: usize) {
    assisted(commands, 1);
    for place in 1..=commands.left(events) / 3 {
        let add = json!({ "type": "add_item", "item": item(place) });
        commands.add(0, CENTRE, add);
        commands.add(0, CENTRE, set(place, "in_progress"));
        commands.add(0, CENTRE, set(place, "completed"));
    }
}

fn items_at_once(commands: &mut Commands, events: usize) {
    assisted(commands, events);
    for place in 0..commands.left(events) {
        commands.add(0, CENTRE, set(place, "completed"));
    }
}

/// There are no more than a hundred districts in a province.
fn distributed(commands: &mut Commands, events: usize) {
    assisted(commands, 1);
    let provinces = || {
        (10..100).filter(|code: &usize| bosoto::area::judge_province(&code.to_string()).is_none())
    };
    let districts =
        (0..100).flat_map(|district| provinces().map(move |code| format!("{code}{district:02}")));
    for district in districts.take(commands.left(events)) {
        let distribute = json!({ "type": "distribute", "to": district, "kind": "area" });
        commands.add(0, CENTRE, distribute);
    }
}

fn assessments(commands: &mut Commands, events: usize) {
    assisted(commands, 1);
    for place in 0..commands.left(events) {
        let answers = vec![3; 26];
        let assess =
            json!({ "type": "assess_quality_of_life", "on": day(place), "answers": answers });
        commands.add(place, CENTRE, assess);
    }
}

// ── compulsory treatment ──────────────────────────────────────────────────────────────────────

fn treated(commands: &mut Commands) {
    let part1 = json!({ "person": person(), "address": { "tambon": "810101" } });
    let refer = json!({ "type": "refer", "case_id": "C-1", "round": 1, "unit": "10670",
        "probation_office": "PB-KBI", "part1": part1 });
    commands.add(0, OFFICE, refer);
    commands.add(0, UNIT, json!({ "type": "accept" }));
    let treatment = json!({ "type": "record_treatment", "on": DAY, "program_days": 120 });
    commands.add(0, UNIT, treatment);
}

fn treatments(commands: &mut Commands, events: usize) {
    treated(commands);
    for place in 0..commands.left(events) {
        let treatment = json!({ "type": "record_treatment", "on": day(place) });
        commands.add(place, UNIT, treatment);
    }
}

fn extensions(commands: &mut Commands, events: usize) {
    treated(commands);
    for _ in 0..commands.left(events) {
        let extend = json!({ "type": "extend_treatment", "days": 1, "ruling": "คำวินิจฉัย" });
        commands.add(0, UNIT, extend);
    }
}

fn absent(commands: &mut Commands, days: usize) {
    let missed = json!({ "type": "record_missed_appointment", "missed_on": day(days) });
    commands.add(days, UNIT, missed);
}

/// Absences of a day each.
fn absences_of_days(commands: &mut Commands, count: usize) {
    for place in 0..count {
        absent(commands, place);
        let returned = json!({ "type": "record_return", "on": day(place) });
        commands.add(place, UNIT, returned);
    }
}

fn absences(commands: &mut Commands, events: usize) {
    treated(commands);
    absences_of_days(commands, commands.left(events) / 2);
}

fn trace(days: usize) -> Value {
    json!({ "type": "record_trace", "on": day(days), "method": "phone", "evidence": "โทรศัพท์" })
}

fn traces(commands: &mut Commands, events: usize) {
    treated(commands);
    absent(commands, 0);
    for place in 0..commands.left(events) {
        commands.add(place, UNIT, trace(place));
    }
}

/// A third of the events absences, a third their ends, a third traces of them, from the oldest on.
fn traces_of_old(commands: &mut Commands, events: usize) {
    treated(commands);
    let count = commands.left(events) / 3;
    absences_of_days(commands, count);
    for place in 0..count {
        commands.add(count, UNIT, trace(place));
    }
}

const UNITS: [&str; 2] = ["10670", "11289"];

/// The case goes from unit to unit, each having it for a day.
fn change_units(commands: &mut Commands, count: usize) {
    for place in 0..count {
        let [here, there] = [UNITS[place % 2], UNITS[(place + 1) % 2]];
        let ask = json!({ "type": "request_unit_change", "note": "ย้ายบ้าน" });
        commands.add(place, By("unit_user", here), ask);
        let assign = json!({ "type": "reassign_unit", "unit": there });
        commands.add(place, OFFICE, assign);
        commands.add(place, By("unit_user", there), json!({ "type": "accept" }));
    }
}

fn unit_changes(commands: &mut Commands, events: usize) {
    treated(commands);
    change_units(commands, commands.left(events) / 3);
}

/// Half of the events unit changes, half treatments of days at a former unit, recorded when the case is with none
/// that may.
fn late_facts(commands: &mut Commands, events: usize) {
    treated(commands);
    let count = commands.left(events) / 6 * 2;
    change_units(commands, count / 2);
    let moved = count / 2;
    let ask = json!({ "type": "request_unit_change", "note": "ย้ายบ้าน" });
    commands.add(moved, By("unit_user", UNITS[moved % 2]), ask);
    let assign = json!({ "type": "reassign_unit", "unit": UNITS[(moved + 1) % 2] });
    commands.add(moved, OFFICE, assign);
    for place in 0..commands.left(events) {
        let on = place % moved.max(1);
        let treatment = json!({ "type": "record_treatment", "on": day(on) });
        commands.add(moved, By("unit_user", UNITS[on % 2]), treatment);
    }
}

fn declined(commands: &mut Commands, events: usize) {
    treated(commands);
    for place in 0..commands.left(events) / 2 {
        let (ask, request) = if place % 2 == 0 {
            ("request_unit_change", "unit_change")
        } else {
            ("request_part1_correction", "part1_correction")
        };
        commands.add(0, UNIT, json!({ "type": ask, "note": "ย้ายบ้าน" }));
        let decline =
            json!({ "type": "decline_request", "request": request, "reason": "ไม่มีเหตุผล" });
        commands.add(0, OFFICE, decline);
    }
}
