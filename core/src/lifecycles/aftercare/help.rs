//! Help that is asked for, given, or beyond the district (AC-05). It does not know visits or moves.

use serde::{Deserialize, Serialize};

use super::rules::AC_05;
use super::{ACTIVE, Aftercare, Essentials, FIELD, FollowUp, RECORDER, RECORDER_OR_PROVINCE};
use crate::base::actor::{Actor, Role};
use crate::base::by_id::Identified;
use crate::base::calendar::Date;
use crate::base::day;
use crate::base::fault::{BLANK, Fault, Faults};
use crate::base::help::HelpKind;
use crate::base::id::HelpId;
use crate::base::private::Private;
use crate::base::shape::{MOST_OF_A_NAME, Shape};
use crate::base::text::{Text, text};
use crate::lifecycle::{Act, Case, Content, Guard, Head, Next, Notice, Now, ReasonKind, Row, Step};

use ReasonKind::{AlreadyDone, MissingPrecondition};

// ── what a case keeps ─────────────────────────────────────────────────────────────────────────

/// Help that was asked for (AC-05).
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Help {
    /// Unique within the case.
    #[title("รหัสคำขอความช่วยเหลือ", "id of the help")]
    pub help_id: HelpId,
    /// With what.
    #[title("ด้านที่ขอความช่วยเหลือ", "kind of help")]
    pub kind: HelpKind,
    /// The details.
    #[title("รายละเอียดการขอความช่วยเหลือ", "details of the help")]
    pub detail: Private,
    /// The day of the request.
    #[title("วันที่ขอความช่วยเหลือ", "day of the request")]
    pub requested_on: Date,
    /// The day on which it went to the province.
    #[title("วันที่รายงานจังหวัด", "day of the escalation")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub escalated_on: Option<Date>,
    /// Why it went to the province.
    #[title("เหตุที่เกินขีดความสามารถของอำเภอ", "why it is beyond the district")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Private>,
    /// The day on which it was given.
    #[title("วันที่ให้ความช่วยเหลือ", "day on which it was given")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provided_on: Option<Date>,
    /// By whom.
    #[title("ผู้ให้ความช่วยเหลือ", "by whom")]
    #[shape(most = MOST_OF_A_NAME)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Private>,
    /// The place in the log of the event that asked for it.
    #[serde(skip)]
    pub place: usize,
}

impl Identified for Help {
    type Id = HelpId;

    fn id(&self) -> &HelpId {
        &self.help_id
    }
}

/// How much help is still to be given, and went to the province: counted, so that nobody has to walk through it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Helped {
    /// Not yet given.
    open: u32,
    /// Escalated.
    escalated: u32,
    /// Escalated and not yet given.
    escalated_open: u32,
}

impl Helped {
    fn ask(&mut self) {
        self.open = self.open.saturating_add(1);
    }

    fn provide(&mut self, help: &Help) {
        if help.provided_on.is_none() {
            self.open = self.open.saturating_sub(1);
            let escalated = u32::from(help.escalated_on.is_some());
            self.escalated_open = self.escalated_open.saturating_sub(escalated);
        }
    }

    fn escalate(&mut self, help: &Help) {
        if help.escalated_on.is_none() {
            self.escalated = self.escalated.saturating_add(1);
            let open = u32::from(help.provided_on.is_none());
            self.escalated_open = self.escalated_open.saturating_add(open);
        }
    }
}

impl FollowUp {
    /// The help of this id.
    pub fn help(&self, id: &HelpId) -> Option<&Help> {
        self.help.find(id)
    }

    /// Whether some help went to the province.
    pub fn has_escalated_help(&self) -> bool {
        self.helped.escalated > 0
    }

    /// Whether some help is still to be given.
    pub fn has_help_to_give(&self) -> bool {
        self.helped.open > 0
    }

    /// The help of this id; that there is none is a fault.
    fn known_help(&self, id: &HelpId, faults: &mut Faults<'_>) -> Option<&Help> {
        let help = self.help(id);
        faults.when(help.is_none(), "help_id", &UNKNOWN_ID);
        help
    }
}

static UNKNOWN_ID: Fault = Fault::value(
    503,
    &AC_05,
    "unknown_help_id",
    text!(
        "ไม่พบคำขอความช่วยเหลือตามรหัสในช่อง “{field}” โปรดเลือกคำขอที่มีในเคส",
        "the case has no help of the id in “{field}”; choose one that it has",
    ),
);
static PROVIDED: Fault = Fault::done(
    504,
    &AC_05,
    "provided_already",
    text!(
        "ให้ความช่วยเหลือตามคำขอในช่อง “{field}” แล้ว โปรดเลือกคำขออื่น",
        "the help in “{field}” was given already; choose another",
    ),
);

// ── guards of what is done with it ────────────────────────────────────────────────────────────

/// Help was asked for.
const HELP_REQUESTED: Guard<FollowUp> = Guard::case(
    &AC_05,
    "help_requested",
    MissingPrecondition,
    text!(
        "ยังไม่มีคำขอความช่วยเหลือในเคสนี้ โปรดบันทึก “ขอความช่วยเหลือ” ก่อน",
        "no help was asked for in this case; request it first",
    ),
    |case: &FollowUp| !case.help.is_empty(),
)
.before_payload();
/// Of a province: some was escalated.
const HELP_ESCALATED: Guard<FollowUp> = Guard::by(
    &AC_05,
    "help_escalated",
    MissingPrecondition,
    text!(
        "อำเภอยังไม่ได้รายงานคำขอความช่วยเหลือต่อจังหวัด โปรดให้อำเภอรายงานจังหวัดก่อน",
        "the district has not escalated any help; have it escalated first",
    ),
    |case: &FollowUp, by| !is_province(by) || case.help.is_empty() || case.has_escalated_help(),
)
.before_payload();
/// Some of it is still to be given, of a province: of what was escalated.
const HELP_TO_GIVE: Guard<FollowUp> = Guard::by(
    &AC_05,
    "help_to_give",
    AlreadyDone,
    text!(
        "ไม่มีคำขอความช่วยเหลือที่ยังต้องให้ หากต้องช่วยเหลืออีก โปรดให้อำเภอบันทึก “ขอความช่วยเหลือ” หรือรายงานจังหวัดก่อน",
        "no help is left to give; where more is needed, have the district request or escalate it first",
    ),
    |case: &FollowUp, by| {
        let (asked, open) = if is_province(by) {
            (case.helped.escalated > 0, case.helped.escalated_open)
        } else {
            (!case.help.is_empty(), case.helped.open)
        };
        !asked || open > 0
    },
)
.before_payload();
/// Some of it was neither given nor escalated.
const HELP_TO_ESCALATE: Guard<FollowUp> = Guard::case(
    &AC_05,
    "help_to_escalate",
    AlreadyDone,
    text!(
        "คำขอความช่วยเหลือทุกรายการให้แล้วหรือรายงานจังหวัดแล้ว โปรดรอการพิจารณาของจังหวัด หรือบันทึก “ขอความช่วยเหลือ” หากต้องการอีก",
        "all the help that was asked for was given or escalated; wait for the province, or request help where more is needed",
    ),
    |case: &FollowUp| {
        let Helped {
            open,
            escalated_open,
            ..
        } = case.helped;
        case.help.is_empty() || open > escalated_open
    },
)
.before_payload();

fn is_province(actor: &Actor) -> bool {
    actor.role == Role::ProvinceAdmin
}

impl Help {
    /// Whether this actor may give it: a province only what was escalated.
    fn is_for(&self, actor: &Actor) -> bool {
        !is_province(actor) || self.escalated_on.is_some()
    }
}

// ── AC-05 ขอความช่วยเหลือ ──────────────────────────────────────────────────────────────────────

/// AC-05 ขอความช่วยเหลือ
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct RequestHelp {
    /// Unique within the case.
    #[title("รหัสคำขอความช่วยเหลือ", "id of the help")]
    pub help_id: HelpId,
    /// With what.
    #[title("ด้านที่ขอความช่วยเหลือ", "kind of help")]
    pub kind: HelpKind,
    /// The details.
    #[title("รายละเอียดการขอความช่วยเหลือ", "details of the help")]
    pub detail: Private,
}

impl Act for RequestHelp {
    type Of = Aftercare;
    type Effects = ();

    const NAME: &'static str = "request_help";
    const EVENT: &'static str = "help_requested";
    const ROW: Row<Aftercare> = Row {
        faults: &[&[&BLANK_ID, &REPEATED_ID, &BLANK]],
        ..Row::act(
            &AC_05,
            ACTIVE,
            Next::Stays,
            FIELD,
            text!("ขอความช่วยเหลือ", "Request help"),
        )
    };
}

impl Step for RequestHelp {
    fn check(&self, _: &Now<'_>, _: &FollowUp, faults: &mut Faults<'_>) {
        faults.when(self.has_no_id(), "help_id", &BLANK_ID);
    }

    fn fits(&self, _: &Actor, case: &FollowUp, faults: &mut Faults<'_>) {
        let repeated = !self.has_no_id() && case.help(&self.help_id).is_some();
        faults.when(repeated, "help_id", &REPEATED_ID);
    }

    fn apply(&self, case: &mut FollowUp, head: &Head<'_>) {
        case.helped.ask();
        case.help.push(Help {
            help_id: self.help_id.clone(),
            kind: self.kind,
            detail: self.detail.clone(),
            requested_on: head.today(),
            escalated_on: None,
            reason: None,
            provided_on: None,
            by: None,
            place: head.place,
        });
    }
}

impl RequestHelp {
    fn has_no_id(&self) -> bool {
        self.help_id.trim().is_empty()
    }
}

static BLANK_ID: Fault = Fault::value(
    501,
    &AC_05,
    "blank_help_id",
    text!(
        "ต้องกรอกช่อง “{field}”",
        "“{field}” is required and must not be blank",
    ),
);
static REPEATED_ID: Fault = Fault::value(
    502,
    &AC_05,
    "repeated_help_id",
    text!(
        "รหัสในช่อง “{field}” ซ้ำกับคำขอความช่วยเหลืออื่นในเคส โปรดใช้รหัสอื่น",
        "the case has help of the id in “{field}” already; use another",
    ),
);

// ── AC-05 ให้ความช่วยเหลือ ─────────────────────────────────────────────────────────────────────

/// AC-05 ให้ความช่วยเหลือ
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct ProvideHelp {
    /// Which help.
    #[title("คำขอความช่วยเหลือ", "help")]
    pub help_id: HelpId,
    /// วันที่ช่วยเหลือ
    #[title("วันที่ให้ความช่วยเหลือ", "day on which it was given")]
    pub on: Date,
    /// By whom.
    #[title("ผู้ให้ความช่วยเหลือ", "by whom")]
    #[shape(most = MOST_OF_A_NAME)]
    pub by: Private,
}

impl Act for ProvideHelp {
    type Of = Aftercare;
    type Effects = ();

    const NAME: &'static str = "provide_help";
    const EVENT: &'static str = "help_provided";
    const ROW: Row<Aftercare> = Row {
        guards: &[HELP_REQUESTED, HELP_ESCALATED, HELP_TO_GIVE],
        faults: &[
            &[&UNKNOWN_ID, &PROVIDED, &NOT_ESCALATED],
            day::FAULTS,
            &[&BLANK],
        ],
        ..Row::fact(
            &AC_05,
            ACTIVE,
            RECORDER_OR_PROVINCE,
            text!("บันทึกการให้ความช่วยเหลือ", "Provide help"),
        )
    };

    fn act_date(&self) -> Option<Date> {
        Some(self.on)
    }
}

impl Step for ProvideHelp {
    fn check(&self, now: &Now<'_>, case: &FollowUp, faults: &mut Faults<'_>) {
        faults.day("on", self.on, Some(case.graduated_on), now.today);
    }

    /// The province gives only help that was escalated.
    fn fits(&self, by: &Actor, case: &FollowUp, faults: &mut Faults<'_>) {
        let Some(help) = case.known_help(&self.help_id, faults) else {
            return;
        };
        faults.when(help.provided_on.is_some(), "help_id", &PROVIDED);
        faults.when(!help.is_for(by), "help_id", &NOT_ESCALATED);
    }

    fn given_at(&self, case: &FollowUp) -> Option<usize> {
        Some(case.help(&self.help_id)?.place)
    }

    fn apply(&self, case: &mut FollowUp, _: &Head<'_>) {
        if let Some(help) = case.help.find_mut(&self.help_id) {
            case.helped.provide(help);
            help.provided_on = Some(self.on);
            help.by = Some(self.by.clone());
        }
    }
}

static NOT_ESCALATED: Fault = Fault::missing(
    506,
    &AC_05,
    "not_escalated",
    text!(
        "จังหวัดให้ความช่วยเหลือได้เฉพาะคำขอที่อำเภอรายงานว่าเกินขีดความสามารถ โปรดให้อำเภอรายงานจังหวัดก่อน หรือเลือกคำขออื่นในช่อง “{field}”",
        "the province gives only help that the district has escalated; have it escalated first, or choose another in “{field}”",
    ),
);

// ── AC-05 รายงานจังหวัด ────────────────────────────────────────────────────────────────────────

/// AC-05 รายงานจังหวัด
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct EscalateHelp {
    /// Which help.
    #[title("คำขอความช่วยเหลือ", "help")]
    pub help_id: HelpId,
    /// Why it is beyond the district.
    #[title("เหตุที่เกินขีดความสามารถของอำเภอ", "why it is beyond the district")]
    pub reason: Private,
}

impl Act for EscalateHelp {
    type Of = Aftercare;
    type Effects = (Notice<Escalation>,);

    const NAME: &'static str = "escalate_help";
    const EVENT: &'static str = "help_escalated";
    const ROW: Row<Aftercare> = Row {
        guards: &[HELP_REQUESTED, HELP_TO_ESCALATE],
        faults: &[&[&UNKNOWN_ID, &PROVIDED, &ESCALATED, &BLANK]],
        ..Row::act(
            &AC_05,
            ACTIVE,
            Next::Stays,
            RECORDER,
            text!("รายงานจังหวัดเพื่อพิจารณาช่วยเหลือ", "Escalate to the province"),
        )
    };
}

impl Step for EscalateHelp {
    fn fits(&self, _: &Actor, case: &FollowUp, faults: &mut Faults<'_>) {
        let Some(help) = case.known_help(&self.help_id, faults) else {
            return;
        };
        if help.provided_on.is_some() {
            faults.add("help_id", &PROVIDED);
        } else if help.escalated_on.is_some() {
            faults.add("help_id", &ESCALATED);
        }
    }

    fn effects(&self, _: &Now<'_>, case: &Case<Aftercare>) -> Option<Self::Effects> {
        let data = case.data();
        let help = data.help(&self.help_id)?;
        let content = Escalation {
            essentials: Essentials::of(case),
            help_id: help.help_id.clone(),
            kind: help.kind,
            detail: help.detail.clone(),
            reason: self.reason.clone(),
        };
        let to = data.province().into();
        Some((Notice { to, content },))
    }

    fn given_at(&self, case: &FollowUp) -> Option<usize> {
        Some(case.help(&self.help_id)?.place)
    }

    fn apply(&self, case: &mut FollowUp, head: &Head<'_>) {
        if let Some(help) = case.help.find_mut(&self.help_id) {
            case.helped.escalate(help);
            help.escalated_on = Some(head.today());
            help.reason = Some(self.reason.clone());
        }
    }
}

static ESCALATED: Fault = Fault::done(
    505,
    &AC_05,
    "escalated_already",
    text!(
        "รายงานจังหวัดตามคำขอในช่อง “{field}” แล้ว ไม่ต้องรายงานซ้ำ โปรดรอการพิจารณาของจังหวัด",
        "the help in “{field}” was escalated already; wait for the province",
    ),
);

/// AC-05: help that is beyond the district.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Escalation {
    /// The essentials.
    #[serde(flatten)]
    pub essentials: Essentials,
    /// Which help.
    #[title("รหัสคำขอความช่วยเหลือ", "id of the help")]
    pub help_id: HelpId,
    /// With what.
    #[title("ด้านที่ขอความช่วยเหลือ", "kind of help")]
    pub kind: HelpKind,
    /// The details.
    #[title("รายละเอียดการขอความช่วยเหลือ", "details of the help")]
    pub detail: Private,
    /// Why it is beyond the district.
    #[title("เหตุที่เกินขีดความสามารถของอำเภอ", "why it is beyond the district")]
    pub reason: Private,
}

impl Content for Escalation {
    const DETAIL: &'static str = "help_escalation";
    const TITLE: Text = text!(
        "รายงานจังหวัดเพื่อพิจารณาช่วยเหลือ",
        "tell the province of the help it has to give",
    );
    const ABOUT: &'static str = "AC-05: help is beyond the district.";
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::lifecycle::{Event, replay};
    use crate::wire;

    fn event(place: u8, role: &str, own: Value) -> Event<Aftercare> {
        let organisation = if role == "province_admin" {
            "81"
        } else {
            "8101"
        };
        let mut event = json!({
            "event_id": format!("{place:016x}#0"),
            "at": format!("2024-07-0{place}T09:00:00+07:00"),
            "actor": { "role": role, "organisation": organisation },
        });
        for (name, value) in own.as_object().unwrap() {
            event[name] = value.clone();
        }
        wire::decode_value(&event).unwrap()
    }

    /// Help that was asked for and given without going to the province.
    fn given_by(role: &str) -> Vec<Event<Aftercare>> {
        let person = json!({
            "id": { "type": "passport", "value": "AA1234567" },
            "first_name": "สุดา", "last_name": "หมัดอะดั้ม",
        });
        vec![
            event(
                1,
                "district_recorder",
                json!({
                    "type": "enrolled", "case_id": "F-1", "person": person, "project": "โครงการ",
                    "graduated_on": "2024-06-10", "residence": { "tambon": "810101" },
                }),
            ),
            event(
                2,
                "district_recorder",
                json!({ "type": "help_requested", "help_id": "1", "kind": "housing", "detail": "บ้าน" }),
            ),
            event(
                3,
                role,
                json!({ "type": "help_provided", "help_id": "1", "on": "2024-07-03", "by": "อบต." }),
            ),
        ]
    }

    #[test]
    fn ac_05_a_log_in_which_the_province_gives_what_was_not_escalated_does_not_fit() {
        assert!(replay(given_by("district_recorder")).is_ok());
        let error = replay(given_by("province_admin")).unwrap_err();
        assert_eq!(error.pointer, "/2");
    }
}
