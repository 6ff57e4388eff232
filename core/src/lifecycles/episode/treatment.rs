//! Treatment: its start, its sessions, its summary (EP-02). Dates come in order, and none lies in the
//! future. It does not know what follows the summary.

use serde::{Deserialize, Serialize};

use super::rules::EP_02;
use super::{Episode, State, Treatment, UNIT};
use crate::base::actor::Actor;
use crate::base::calendar::Date;
use crate::base::day;
use crate::base::fault::{Fault, Faults};
use crate::base::private::Private;
use crate::base::shape::Shape;
use crate::base::text::{Text, text};
use crate::lifecycle::{Act, Head, Next, Now, Row, Step};

// ── what a case keeps ─────────────────────────────────────────────────────────────────────────

/// A session of treatment (EP-02).
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Session {
    /// Its day.
    #[title("วันที่บำบัด", "day of the session")]
    pub on: Date,
    /// A note.
    #[title("บันทึกเพิ่มเติม", "note")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

impl Treatment {
    /// Whether the person died.
    pub fn deceased(&self) -> bool {
        self.outcome == Some(TreatmentOutcome::Deceased)
    }

    /// The day before which no summary can be: that of the last thing on record.
    pub fn last_treated_on(&self) -> Date {
        let treated = self.sessions.iter().map(|session| session.on);
        treated
            .chain(self.started_on)
            .fold(self.on, |last, day| last.max(day))
    }
}

// ── EP-02 เริ่มบำบัด ───────────────────────────────────────────────────────────────────────────

/// How a person is treated (EP-02).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum TreatmentType {
    /// ผู้ป่วยนอก
    #[title("ผู้ป่วยนอก", "outpatient")]
    Opd,
    /// ผู้ป่วยใน ระยะบำบัดรักษา
    #[title("ผู้ป่วยใน ระยะบำบัดรักษา", "inpatient, treatment")]
    IpdTreatment,
    /// ผู้ป่วยใน ระยะฟื้นฟู
    #[title("ผู้ป่วยใน ระยะฟื้นฟู", "inpatient, rehabilitation")]
    IpdRecover,
    /// มินิธัญญารักษ์
    #[title("มินิธัญญารักษ์", "Mini Thanyarak ward")]
    IpdMini,
    /// การบำบัดโดยชุมชนเป็นศูนย์กลาง (CBTx)
    #[title("การบำบัดโดยชุมชนเป็นศูนย์กลาง (CBTx)", "community-based (CBTx)")]
    Cbtx,
    /// เครือข่าย
    #[title("เครือข่าย", "network")]
    Network,
    /// องค์กรศาสนา
    #[title("องค์กรศาสนา", "religious organisation")]
    Religious,
    /// สถานพินิจ
    #[title("สถานพินิจ", "juvenile observation centre")]
    JuvenileObservation,
    /// ศูนย์ฝึกและอบรมเด็กและเยาวชน
    #[title("ศูนย์ฝึกและอบรมเด็กและเยาวชน", "juvenile training centre")]
    JuvenileTraining,
    /// โรงเรียนวิวัฒน์พลเมือง
    #[title("โรงเรียนวิวัฒน์พลเมือง", "Wiwat Pholamueang school")]
    WiwatSchool,
    /// โปรแกรมในเรือนจำ
    #[title("โปรแกรมในเรือนจำ", "program in prison")]
    PrisonProgram,
    /// ค่ายปรับเปลี่ยนพฤติกรรม
    #[title("ค่ายปรับเปลี่ยนพฤติกรรม", "behaviour-change camp")]
    BehaviorCamp,
    /// อื่น ๆ
    #[title("อื่น ๆ", "other")]
    Other,
}

/// EP-02 เริ่มบำบัด
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct StartTreatment {
    /// วันที่เริ่มบำบัด
    #[title("วันที่เริ่มบำบัด", "first day of treatment")]
    pub on: Date,
    /// How.
    #[title("รูปแบบการบำบัด", "type of treatment")]
    pub treatment_type: TreatmentType,
    /// Whether methadone is given.
    #[title("บำบัดโดยใช้เมทาโดน", "methadone")]
    pub methadone: bool,
}

impl Act for StartTreatment {
    type Of = Episode;
    type Effects = ();

    const NAME: &'static str = "start_treatment";
    const EVENT: &'static str = "treatment_started";
    const ROW: Row<Episode> = Row {
        faults: &[day::FAULTS],
        instead: STARTED_ALREADY,
        ..Row::act(
            &EP_02,
            &[State::Screened],
            Next::To(State::InTreatment),
            UNIT,
            text!("เริ่มบำบัด", "Start treatment"),
        )
    };

    fn act_date(&self) -> Option<Date> {
        Some(self.on)
    }
}

impl Step for StartTreatment {
    fn check(&self, now: &Now<'_>, case: &Treatment, faults: &mut Faults<'_>) {
        faults.day("on", self.on, Some(case.on), now.today);
    }

    fn apply(&self, case: &mut Treatment, _: &Head<'_>) {
        case.started_on = Some(self.on);
        case.treatment_type = Some(self.treatment_type);
        case.methadone = Some(self.methadone);
    }
}

const STARTED_ALREADY: &[(State, Text)] = &[
    (
        State::InTreatment,
        text!(
            "เริ่มบำบัดแล้ว ไม่ต้องบันทึกซ้ำ การบำบัดแต่ละครั้ง ให้ใช้ “บันทึกการบำบัด”",
            "it was started already; record each session",
        ),
    ),
    (
        State::Summarised,
        text!(
            "สรุปผลการบำบัดแล้ว หากเริ่มบำบัดครั้งใหม่ โปรดคัดกรองเป็นเคสใหม่",
            "it was summarised already; a new treatment begins with a new screening",
        ),
    ),
];

// ── EP-02 บันทึกการบำบัด ───────────────────────────────────────────────────────────────────────

/// EP-02 บันทึกการบำบัด
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct RecordSession {
    /// วันที่บำบัด
    #[title("วันที่บำบัด", "day of the session")]
    pub on: Date,
    /// A note.
    #[title("บันทึกเพิ่มเติม", "note")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

impl Act for RecordSession {
    type Of = Episode;
    type Effects = ();

    const NAME: &'static str = "record_session";
    const EVENT: &'static str = "session_recorded";
    const ROW: Row<Episode> = Row {
        faults: &[day::FAULTS],
        instead: SESSION_ELSEWHERE,
        ..Row::fact(
            &EP_02,
            &[State::InTreatment],
            UNIT,
            text!("บันทึกการบำบัด", "Record a session"),
        )
    };

    fn act_date(&self) -> Option<Date> {
        Some(self.on)
    }
}

impl Step for RecordSession {
    fn check(&self, now: &Now<'_>, case: &Treatment, faults: &mut Faults<'_>) {
        faults.day("on", self.on, case.started_on, now.today);
    }

    fn apply(&self, case: &mut Treatment, _: &Head<'_>) {
        case.sessions.push(Session {
            on: self.on,
            note: self.note.clone(),
        });
    }
}

const SESSION_ELSEWHERE: &[(State, Text)] = &[
    (
        State::Screened,
        text!("โปรดบันทึก “เริ่มบำบัด” ก่อน", "start the treatment first"),
    ),
    (
        State::Summarised,
        text!(
            "หากเป็นการติดตามหลังสรุปผลการบำบัด ให้ใช้ “บันทึกการติดตาม”",
            "where it is a follow-up after the summary, record that",
        ),
    ),
];

// ── EP-02 สรุปผลการบำบัด ───────────────────────────────────────────────────────────────────────

/// How a treatment ended (EP-02).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum TreatmentOutcome {
    /// ครบโปรแกรม
    #[title("ครบโปรแกรม", "completed the program")]
    CompletedProgram,
    /// ไม่ครบโปรแกรม
    #[title("ไม่ครบโปรแกรม", "incomplete")]
    Incomplete,
    /// ถูกจับกุม
    #[title("ถูกจับกุม", "arrested")]
    Arrested,
    /// เสียชีวิต
    #[title("เสียชีวิต", "deceased")]
    Deceased,
    /// เปลี่ยนการรักษา
    #[title("เปลี่ยนการรักษา", "changed treatment")]
    ChangedTreatment,
}

/// EP-02 สรุปผลการบำบัด
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct Summarise {
    /// วันที่สรุปผลการบำบัด
    #[title("วันที่สรุปผลการบำบัด", "day of the summary")]
    pub on: Date,
    /// How it ended.
    #[title("ผลการบำบัด", "outcome")]
    pub outcome: TreatmentOutcome,
}

impl Act for Summarise {
    type Of = Episode;
    type Effects = ();

    const NAME: &'static str = "summarise";
    const EVENT: &'static str = "summarised";
    const ROW: Row<Episode> = Row {
        faults: &[day::FAULTS, &[&NEVER_STARTED]],
        instead: SUMMARISED_ALREADY,
        ..Row::act(
            &EP_02,
            &[State::Screened, State::InTreatment],
            Next::To(State::Summarised),
            UNIT,
            text!("สรุปผลการบำบัด", "Summarise"),
        )
    };

    fn act_date(&self) -> Option<Date> {
        Some(self.on)
    }
}

impl Step for Summarise {
    fn check(&self, now: &Now<'_>, case: &Treatment, faults: &mut Faults<'_>) {
        faults.day("on", self.on, Some(case.last_treated_on()), now.today);
    }

    fn fits(&self, _: &Actor, case: &Treatment, faults: &mut Faults<'_>) {
        let completed = self.outcome == TreatmentOutcome::CompletedProgram;
        let never_started = case.started_on.is_none();
        faults.when(never_started && completed, "outcome", &NEVER_STARTED);
    }

    fn apply(&self, case: &mut Treatment, _: &Head<'_>) {
        case.summarised_on = Some(self.on);
        case.outcome = Some(self.outcome);
    }
}

const SUMMARISED_ALREADY: &[(State, Text)] = &[(
    State::Summarised,
    text!(
        "สรุปผลการบำบัดแล้ว ไม่ต้องสรุปซ้ำ โปรดติดตามตามกำหนด",
        "it was summarised already; go on with the follow-up",
    ),
)];

/// Who never started a treatment cannot have completed its program.
static NEVER_STARTED: Fault = Fault::value(
    403,
    &EP_02,
    "never_started",
    text!(
        "ผู้ป่วยยังไม่เริ่มบำบัด จึงสรุปผลว่าครบโปรแกรมไม่ได้ โปรดเลือกผลอื่นในช่อง “{field}” หรือบันทึกการเริ่มบำบัดก่อน",
        "no treatment was started, so its program cannot be complete; choose another “{field}”, or start the treatment first",
    ),
);
