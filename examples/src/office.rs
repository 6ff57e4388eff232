//! Stories of the offices: access to the civil registry, a new provincial admin, changes of data.

use serde_json::{Value, json};

use crate::province::{PROVINCE, UNITS};
use crate::random::Random;
use crate::story::{DAYS, Line, Story, actor, told};

/// How many people ask for access to the civil registry.
const LINKS: u32 = 16;
/// How often the province proposes a new admin.
const ADMINS: u32 = 3;
/// How many changes of data are asked for.
const CHANGES: u32 = 20;

/// The lines of every request for access to the civil registry.
pub fn registry_links(random: &mut Random) -> Vec<Vec<Line>> {
    let days = 0..=DAYS - 2;
    told("registry_link", 'R', LINKS, days, random, registry_link)
}

/// The lines of every change of the provincial admin.
pub fn admin_changes(random: &mut Random) -> Vec<Vec<Line>> {
    let days = 0..=DAYS - 2;
    told("admin_change", 'P', ADMINS, days, random, admin_change)
}

/// The lines of every change of data.
pub fn data_changes(random: &mut Random) -> Vec<Vec<Line>> {
    let days = 0..=DAYS - 2;
    told("data_change", 'D', CHANGES, days, random, data_change)
}

fn province() -> Value {
    actor("province_admin", PROVINCE)
}

fn ministry(role: &str) -> Value {
    actor(role, "MOPH")
}

/// AD-03: the account is active, the coordinator forwards, the ICT centre approves.
fn registry_link(story: &mut Story, number: usize) {
    let request = |active: bool, case_id: &str| {
        json!({
            "type": "request_link", "case_id": case_id, "user_id": format!("u.krabi{number:02}"),
            "province": PROVINCE, "account_active": active,
        })
    };
    let case_id = story.case_id().to_owned();
    if story.random.chance(25) {
        let early = request(false, &case_id);
        story.tries(&province(), early, "AD-03", "missing_precondition");
        story.wait(3);
    }
    story.does(&province(), request(true, &case_id));
    let approve = json!({ "type": "approve_link" });
    if story.random.chance(25) {
        let officer = ministry("ict_officer");
        story.tries(&officer, approve.clone(), "AD-03", "wrong_state");
    }
    let days = story.random.within(1, 14);
    story.wait(days);
    let coordinator = ministry("registry_coordinator");
    story.does(&coordinator, json!({ "type": "forward_link" }));
    let days = story.random.within(3, 30);
    story.wait(days);
    story.does(&ministry("ict_officer"), approve);
}

/// AD-04: proposed by the province, known to the region, decided by the Ministry.
fn admin_change(story: &mut Story, number: usize) {
    let propose = json!({
        "type": "propose_admin", "case_id": story.case_id(), "province": PROVINCE,
        "user_id": format!("a.krabi{number:02}"),
    });
    story.does(&province(), propose);
    let decide = json!({ "type": "decide", "approve": true });
    story.tries(
        &ministry("super_admin"),
        decide.clone(),
        "AD-04",
        "wrong_state",
    );
    let days = story.random.within(1, 5);
    story.wait(days);
    story.does(&province(), json!({ "type": "report_to_region" }));
    let days = story.random.within(5, 20);
    story.wait(days);
    story.does(&ministry("super_admin"), decide);
    story.wait(1);
    story.does(&ministry("super_admin"), json!({ "type": "apply_change" }));
}

/// AD-05: asked for by a unit, weighed by the province, decided and carried out by the Ministry.
fn data_change(story: &mut Story, number: usize) {
    let unit = &UNITS[number % UNITS.len()];
    let (kind, target, reason) = match number % 3 {
        0 => ("delete", "รายการบำบัดที่บันทึกซ้ำ", "บันทึกซ้ำสองครั้งในวันเดียวกัน"),
        1 => ("edit", "วันที่เริ่มการบำบัด", "บันทึกปี พ.ศ. คลาดเคลื่อนหนึ่งปี"),
        _ => ("add", "ผลการติดตามครั้งที่ 3", "ระบบขัดข้องในวันที่ติดตาม"),
    };
    let submit = json!({
        "type": "submit_change", "case_id": story.case_id(), "province": PROVINCE, "kind": kind,
        "target": target, "reason": reason,
    });
    story.does(&actor("unit_user", unit.code), submit);
    let execute = json!({ "type": "execute" });
    if story.random.chance(30) {
        story.tries(&province(), execute.clone(), "AD-05", "wrong_state");
    }
    let days = story.random.within(2, 10);
    story.wait(days);
    let lawful = story.random.chance(85);
    story.does(&province(), json!({ "type": "review", "lawful": lawful }));
    if !lawful {
        return;
    }
    let days = story.random.within(5, 40);
    story.wait(days);
    story.does(&province(), json!({ "type": "consider", "support": true }));
    story.wait(2);
    story.does(&province(), json!({ "type": "endorse" }));
    let days = story.random.within(5, 30);
    story.wait(days);
    let decide = json!({ "type": "decide", "approve": true });
    story.does(&ministry("super_admin"), decide);
    story.wait(1);
    story.does(&ministry("super_admin"), execute);
}
