//! Logs of one long case, to see that nothing grows faster than they do.

use std::fmt::Write as _;

use bosoto::calendar::Date;
use serde_json::{Value, json};

/// In what a log is long.
pub const KINDS: [&str; 5] = ["users", "helps", "items", "absences", "moves"];

/// A lifecycle and the NDJSON log of one of its cases, with about so many events.
pub fn log(kind: &str, events: usize) -> (&'static str, String) {
    let mut log = Log::default();
    let lifecycle = match kind {
        "users" => users(&mut log, events),
        "helps" => helps(&mut log, events),
        "items" => items(&mut log, events),
        "absences" => absences(&mut log, events),
        _ => moves(&mut log, events),
    };
    (lifecycle, log.text)
}

/// Every other line of a log, the first in both.
pub fn halves(log: &str) -> [String; 2] {
    [0, 1].map(|half| {
        let lines = log.lines().enumerate();
        let own = lines.filter(|(place, _)| *place == 0 || place % 2 == half);
        own.flat_map(|(_, line)| [line, "\n"]).collect()
    })
}

/// A log that begins as another, with as many events under one id that differ.
pub fn under_one_id(log: &str, events: usize) -> String {
    let mut text = String::new();
    let mut lines = log.lines();
    text.extend(lines.next().into_iter().chain(["\n"]));
    text.extend(lines.next().into_iter().chain(["\n"]));
    let mut log = Log { text, count: 3 };
    for place in 0..events {
        let mut event =
            json!({ "type": "session_recorded", "on": "2024-06-04", "note": place.to_string() });
        event["command_id"] = json!("one");
        log.add("2024-06-04", ("unit_user", "10670", "u"), event);
    }
    log.text
}

#[derive(Default)]
struct Log {
    text: String,
    count: usize,
}

impl Log {
    fn add(&mut self, day: &str, (role, organisation, user): (&str, &str, &str), mut event: Value) {
        let id = event["command_id"].as_str().map(str::to_owned);
        event["event_id"] = match id {
            Some(id) => json!(format!("{id}#0")),
            None => json!(format!("{:016x}#0", self.count)),
        };
        let second = self.count % 86_400;
        let (hour, minute) = (second / 3_600, second / 60 % 60);
        event["at"] = json!(format!(
            "{day}T{hour:02}:{minute:02}:{:02}+07:00",
            second % 60
        ));
        event["actor"] = json!({ "role": role, "organisation": organisation, "user_id": user });
        self.count += 1;
        let _ = writeln!(self.text, "{event}");
    }
}

const UNIT: (&str, &str, &str) = ("unit_user", "10670", "u");
const DAY: &str = "2024-06-03";

fn person() -> Value {
    json!({ "id": { "type": "issued_number", "value": "1" }, "first_name": "ก", "last_name": "ข" })
}

fn users(log: &mut Log, events: usize) -> &'static str {
    let screened = json!({ "type": "screened", "case_id": "E-1", "person": person(), "unit": "10670", "on": DAY,
        "legal_basis": "section_113" });
    log.add(DAY, UNIT, screened);
    let started = json!({ "type": "treatment_started", "on": DAY, "treatment_type": "opd", "methadone": false });
    log.add(DAY, UNIT, started);
    for place in 2..events {
        let user = format!("u{place}");
        let session = json!({ "type": "session_recorded", "on": DAY });
        log.add(DAY, ("unit_user", "10670", &user), session);
    }
    "episode"
}

fn helps(log: &mut Log, events: usize) -> &'static str {
    let recorder = ("district_recorder", "8101", "u");
    let enrolled = json!({ "type": "enrolled", "case_id": "F-1", "person": person(), "graduated_on": DAY,
        "project": "โครงการ", "residence": { "tambon": "810101" } });
    log.add(DAY, recorder, enrolled);
    for place in 1..=events / 2 {
        let id = place.to_string();
        let asked =
            json!({ "type": "help_requested", "help_id": id, "kind": "housing", "detail": "บ้าน" });
        log.add(DAY, recorder, asked);
        let given = json!({ "type": "help_provided", "help_id": id, "on": DAY, "by": "อบต." });
        log.add(DAY, recorder, given);
    }
    "aftercare"
}

fn items(log: &mut Log, events: usize) -> &'static str {
    let centre = ("centre_user", "99801", "u");
    let item = |id: &str| json!({ "item_id": id, "kind": "housing", "detail": "บ้าน" });
    let requested = json!({ "type": "requested", "case_id": "A-1", "person": person(), "centre": "99801",
        "items": [item("0")] });
    log.add(DAY, UNIT, requested);
    log.add(DAY, centre, json!({ "type": "accepted" }));
    for place in 1..events / 2 {
        let id = place.to_string();
        log.add(
            DAY,
            centre,
            json!({ "type": "item_added", "item": item(&id) }),
        );
        let set =
            json!({ "type": "item_status_set", "item_id": id, "status": "completed", "on": DAY });
        log.add(DAY, centre, set);
    }
    "assistance"
}

fn referred(log: &mut Log) {
    let part1 = json!({ "person": person(), "address": { "tambon": "810101" } });
    let referred = json!({ "type": "referred", "case_id": "C-1", "round": 1, "unit": "10670",
        "probation_office": "PB-KBI", "part1": part1 });
    log.add(DAY, ("probation_officer", "PB-KBI", "u"), referred);
    log.add(DAY, UNIT, json!({ "type": "accepted" }));
}

fn absences(log: &mut Log, events: usize) -> &'static str {
    referred(log);
    log.add(
        DAY,
        UNIT,
        json!({ "type": "treatment_recorded", "on": DAY, "program_days": 120 }),
    );
    let mut day = Date::parse(DAY).expect("a day");
    for _ in 0..events / 2 {
        day = day.full_days(1).expect("a day");
        let text = day.to_string();
        log.add(
            &text,
            UNIT,
            json!({ "type": "appointment_missed", "missed_on": text }),
        );
        log.add(
            &text,
            UNIT,
            json!({ "type": "returned_to_treatment", "on": text }),
        );
    }
    "compulsory"
}

fn moves(log: &mut Log, events: usize) -> &'static str {
    referred(log);
    let mut unit = "10670";
    for _ in 0..events / 3 {
        let holder = ("unit_user", unit, "u");
        log.add(
            DAY,
            holder,
            json!({ "type": "unit_change_requested", "note": "ย้ายบ้าน" }),
        );
        unit = if unit == "10670" { "11289" } else { "10670" };
        let moved = json!({ "type": "unit_reassigned", "unit": unit });
        log.add(DAY, ("probation_officer", "PB-KBI", "u"), moved);
        log.add(DAY, ("unit_user", unit, "u"), json!({ "type": "accepted" }));
    }
    "compulsory"
}
