//! Screening: who is screened, for which unit, on what basis, how severe the use is (EP-01). It does not
//! know how a person is treated.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::rules::EP_01;
use super::{ANY_SCREENING, Episode, Treatment};
use crate::base::calendar::Date;
use crate::base::day;
use crate::base::fault::{BLANK, Fault, Faults};
use crate::base::id::{CaseId, OrgId};
use crate::base::person::Person;
use crate::base::private::Whole;
use crate::base::shape::Shape;
use crate::base::text::text;
use crate::lifecycle::{Act, Advice, Advices, Head, Now, Opening, Row};

// ── what a case keeps ─────────────────────────────────────────────────────────────────────────

/// On what legal basis a person is treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum LegalBasis {
    /// มาตรา 113, the voluntary system
    #[serde(rename = "section_113")]
    #[title("มาตรา 113 (สมัครใจ)", "section 113 (voluntary)")]
    Section113,
    /// มาตรา 114, the voluntary system
    #[serde(rename = "section_114")]
    #[title("มาตรา 114 (สมัครใจ)", "section 114 (voluntary)")]
    Section114,
    /// ระบบบังคับบำบัด
    #[title("ระบบบังคับบำบัด", "compulsory treatment")]
    Compulsory,
}

/// How severe the use is (EP-01).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// ผู้ใช้
    #[title("ผู้ใช้", "user")]
    User,
    /// ผู้เสพ
    #[title("ผู้เสพ", "abuse")]
    Abuse,
    /// ผู้ติด
    #[title("ผู้ติด", "dependence")]
    Dependence,
}

impl Severity {
    /// The severity of a score of the screening form V2: 0–3, 4–26, 27 and above (EP-01).
    pub fn of_score(score: Whole) -> Option<Self> {
        match score.0 {
            0..=3 => Some(Self::User),
            4..=26 => Some(Self::Abuse),
            27.. => Some(Self::Dependence),
            _ => None,
        }
    }
}

/// Aggression by the Overt Aggression Scale (OAS).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum Aggression {
    /// เขียว
    #[title("เขียว", "normal (green)")]
    Normal,
    /// เหลือง: within 24 hours
    #[title("เหลือง ภายใน 24 ชั่วโมง", "semi-urgent (yellow), within 24 hours")]
    SemiUrgency,
    /// ส้ม: within 2 hours
    #[title("ส้ม ภายใน 2 ชั่วโมง", "urgent (orange), within 2 hours")]
    Urgency,
    /// แดง: at once
    #[title("แดง ทันที", "emergency (red), at once")]
    Emergency,
}

// ── EP-01 คัดกรอง ─────────────────────────────────────────────────────────────────────────────

/// EP-01 คัดกรอง
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct Screen {
    /// The case's id.
    #[title("รหัสเคส", "case id")]
    pub case_id: CaseId,
    /// The person.
    #[title("ผู้รับการคัดกรอง", "person")]
    pub(crate) person: Arc<Person>,
    /// The unit that will treat.
    #[title("หน่วยบำบัด", "treatment unit")]
    pub unit: OrgId,
    /// วันที่คัดกรอง
    #[title("วันที่คัดกรอง", "day of the screening")]
    pub on: Date,
    /// The legal basis.
    #[title("ฐานทางกฎหมาย", "legal basis")]
    pub legal_basis: LegalBasis,
    /// The severity; without it, that of the score.
    #[title("กลุ่มผู้ป่วย (ผู้ใช้ ผู้เสพ ผู้ติด)", "severity")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// คะแนนแบบคัดกรอง V2
    #[title("คะแนนแบบคัดกรอง V2", "score of form V2")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub v2_score: Option<Whole>,
    /// ระดับพฤติกรรมก้าวร้าว (OAS)
    #[title("ระดับความรุนแรง (ประเมินด้วย OAS)", "aggression (OAS)")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aggression: Option<Aggression>,
}

impl Screen {
    /// The severity given, or that of the score.
    pub fn severity(&self) -> Option<Severity> {
        self.severity.or_else(|| self.scored())
    }

    /// The severity of the score.
    fn scored(&self) -> Option<Severity> {
        self.v2_score.and_then(Severity::of_score)
    }
}

impl Act for Screen {
    type Of = Episode;
    type Effects = ();

    const NAME: &'static str = "screen";
    const EVENT: &'static str = "screened";
    const ROW: Row<Episode> = Row {
        faults: &[
            &[&BLANK],
            Person::FAULTS,
            day::NOT_LATER,
            &[&SEVERITY_NEEDED, &V2_SCORE],
        ],
        advice: &[&SCORE_DIFFERS],
        ..Row::opening(&EP_01, ANY_SCREENING, text!("คัดกรอง", "Screen"))
    };

    fn act_date(&self) -> Option<Date> {
        Some(self.on)
    }
}

impl Opening for Screen {
    fn case_id(&self) -> &CaseId {
        &self.case_id
    }

    fn check(&self, now: &Now<'_>, faults: &mut Faults<'_>) {
        self.person.judge(now.today, faults.field("person"));
        faults.day("on", self.on, None, now.today);
        let neither = self.severity.is_none() && self.v2_score.is_none();
        faults.when(neither, "severity", &SEVERITY_NEEDED);
        let in_no_band = self.v2_score.is_some() && self.scored().is_none();
        faults.when(in_no_band, "v2_score", &V2_SCORE);
    }

    fn advise(&self, _: &Now<'_>, advices: &mut Advices) {
        let both = self.severity.zip(self.scored());
        let differs = both.is_some_and(|(given, scored)| given != scored);
        advices.when(differs, &SCORE_DIFFERS);
    }

    fn open(&self, _: &Head<'_>) -> Treatment {
        Treatment {
            person: Arc::clone(&self.person),
            unit: self.unit.clone(),
            on: self.on,
            legal_basis: self.legal_basis,
            severity: self.severity(),
            v2_score: self.v2_score,
            aggression: self.aggression,
            started_on: None,
            treatment_type: None,
            methadone: None,
            sessions: Vec::new(),
            summarised_on: None,
            outcome: None,
            follow_ups: Vec::new(),
            closed_on: None,
            cancelled_on: None,
            cancellation_reason: None,
            other_case: None,
        }
    }
}

static SEVERITY_NEEDED: Fault = Fault::value(
    401,
    &EP_01,
    "severity_needed",
    text!(
        "ต้องกรอกช่อง “{field}” หรือช่อง “คะแนนแบบคัดกรอง V2”",
        "“{field}”, or the score of the screening form V2, is required",
    ),
);
static V2_SCORE: Fault = Fault::value(
    402,
    &EP_01,
    "v2_score",
    text!(
        "ช่อง “{field}” ต้องเป็นจำนวนเต็มตั้งแต่ 0 ขึ้นไป โปรดแก้ไข",
        "“{field}” has to be a whole number, 0 or more; correct it",
    ),
);
static SCORE_DIFFERS: Advice = Advice::new(
    &EP_01,
    "score_differs",
    text!(
        "กลุ่มผู้ป่วยที่ระบุไม่ตรงกับคะแนนแบบคัดกรอง V2 ระบบใช้กลุ่มที่ระบุ โปรดตรวจสอบ",
        "the severity given is not that of the V2 score; the one given holds: check it",
    ),
);
