//! Stories of accounts: the people of the units ask the province for access.

use serde_json::{Value, json};

use crate::people;
use crate::province::{PROVINCE, UNITS};
use crate::random::Random;
use crate::story::{DAYS, Line, Story, actor, date, told};

/// How many accounts are asked for.
const CASES: u32 = 24;

/// The lines of every case.
pub fn lines(random: &mut Random) -> Vec<Vec<Line>> {
    told("account", 'U', CASES, 0..=DAYS - 2, random, run)
}

fn run(story: &mut Story, number: usize) {
    let unit = &UNITS[number % UNITS.len()];
    let user_id = format!("u.krabi{number:02}");
    let mut person = actor("unit_user", unit.code);
    person["user_id"] = user_id.as_str().into();
    let request = json!({
        "type": "request_account",
        "case_id": story.case_id(),
        "user_id": user_id,
        "role": "unit_user",
        "organisation": unit.code,
        "province": PROVINCE,
        "district": unit.district,
    });
    story.does(&person, request);
    if story.random.chance(30) {
        let approve = json!({ "type": "approve_account" });
        story.tries(&province(), approve, "AD-01b", "missing_precondition");
    }
    fills_in(story, &person);
    is_approved(story);
}

fn province() -> Value {
    actor("province_admin", PROVINCE)
}

fn fills_in(story: &mut Story, person: &Value) {
    let full_name = people::full_name(&mut story.random);
    let profile = json!({
        "type": "complete_profile",
        "full_name": full_name,
        "phone": people::phone(&mut story.random),
        "position": "พยาบาลวิชาชีพชำนาญการ",
    });
    story.does(person, profile);
    if story.random.chance(80) {
        let assignment = json!({
            "type": "file_assignment",
            "document": "คำสั่งมอบหมายหน้าที่",
            "signed_by": "ผู้อำนวยการโรงพยาบาล",
            "on": date(story.today()),
        });
        story.does(person, assignment);
    }
}

fn is_approved(story: &mut Story) {
    let days = story.random.within(1, 10);
    story.wait(days);
    story.does(&province(), json!({ "type": "approve_account" }));
    let activate = json!({ "type": "activate_account" });
    if story.random.chance(30) {
        story.tries(
            &province(),
            activate.clone(),
            "AD-02",
            "missing_precondition",
        );
    }
    let days = story.random.within(1, 20);
    story.wait(days);
    let mut activate = activate;
    activate["pin_obtained_on"] = date(story.today()).into();
    story.does(&province(), activate);
    if story.random.chance(15) {
        story.wait(40);
        let suspend = json!({ "type": "suspend_account", "reason": "ย้ายไปปฏิบัติงานหน่วยงานอื่น" });
        story.does(&province(), suspend);
    }
}
