//! The cases that are measured.

pub mod growth;

use bosoto::compulsory::{Command, Compulsory};
use bosoto::lifecycle::{Case, Envelope, decide, evolve};
use bosoto::policy::Policy;
use bosoto::wire;
use serde_json::{Value, json};

pub mod year;

/// An envelope of the exchange.
pub type Sent = Envelope<Command>;

/// An envelope of the unit.
pub fn unit(at: &str, command: Value) -> Sent {
    envelope("unit_user", "10670", at, command)
}

/// An envelope of some organisation.
pub fn envelope(role: &str, organisation: &str, at: &str, command: Value) -> Sent {
    let actor = json!({ "role": role, "organisation": organisation });
    let document = json!({
        "command_id": format!("0f8fad5b-d9cb-469f-a165-{:0>12}", &at[..10].replace('-', "")),
        "at": format!("{at}:00+07:00"),
        "actor": actor,
        "coordinated": true,
        "command": command,
    });
    wire::decode_value(&document).expect("an envelope")
}

/// A referral.
pub fn refer(case_id: &str) -> Sent {
    let part1 = json!({
        "person": {
            "id": { "type": "citizen_id", "value": "3100600445635" },
            "title": "นาย", "first_name": "อนันต์", "last_name": "เพชรรัตน์",
        },
        "address": { "house_no": "12/3", "moo": "4", "tambon": "810101", "postal_code": "81000" },
        "phone": "0812345678", "income": 9000, "marital_status": "single",
        "occupation": "รับจ้างทั่วไป",
    });
    let command = json!({
        "type": "refer", "case_id": case_id, "round": 1, "unit": "10670",
        "probation_office": "PB-KBI", "part1": part1,
    });
    envelope("probation_officer", "PB-KBI", "2024-01-01T09:00", command)
}

/// The commands of a case of 20 events that ends in an absence with two traces.
pub fn commands(case_id: &str) -> Vec<Sent> {
    let letter = json!({ "hand_carried": true, "by_correspondence": false });
    let mut sent = vec![
        refer(case_id),
        unit(
            "2024-01-02T09:00",
            json!({ "type": "record_report_in", "on": "2024-01-02", "letter": letter }),
        ),
        unit("2024-01-03T10:00", json!({ "type": "accept" })),
        unit(
            "2024-01-04T09:00",
            json!({ "type": "record_treatment", "on": "2024-01-04", "program_days": 120 }),
        ),
    ];
    for week in 0..13 {
        let day = format!(
            "2024-{:02}-{:02}",
            1 + (week + 1) / 4,
            5 + 7 * ((week + 1) % 4)
        );
        let command = json!({ "type": "record_treatment", "on": day });
        sent.push(unit(&format!("{day}T09:00"), command));
    }
    let missed = json!({ "type": "record_missed_appointment", "missed_on": "2024-05-01" });
    sent.push(unit("2024-05-02T09:00", missed));
    for on in ["2024-05-07", "2024-05-15"] {
        let trace = json!({
            "type": "record_trace", "on": on, "method": "home_visit",
            "evidence": "ไปเยี่ยมบ้านพร้อมผู้ใหญ่บ้าน",
        });
        sent.push(unit(&format!("{on}T09:00"), trace));
    }
    sent
}

/// That case after its first `count` commands.
pub fn case(case_id: &str, count: usize) -> Case<Compulsory> {
    let policy = Policy::default();
    let mut case = None;
    for envelope in commands(case_id).into_iter().take(count) {
        let decision = decide(case.as_ref(), &envelope, &policy).expect("new");
        let accepted = decision.accepted().expect("accepted");
        case = evolve(case, accepted.event.clone());
    }
    case.expect("referred")
}

/// The log of that case as NDJSON.
pub fn log(case_id: &str) -> String {
    let case = case(case_id, 20);
    case.log()
        .iter()
        .map(|event| wire::to_json(event) + "\n")
        .collect()
}
