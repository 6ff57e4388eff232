//! What can be owed, with its name in words.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use crate::text::Text;

/// What is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Owed {
    /// ผู้ป่วยมารายงานตัว (CT-22)
    ReportIn,
    /// แจ้งผู้ป่วยไม่มารายงานตัว (CT-05)
    NoShowReport,
    /// แก้ไขแล้วส่งกลับมาอีกครั้ง (CT-04)
    Resend,
    /// ตอบคำขอแก้ไขข้อมูลส่วนที่ 1 (CT-09)
    AnswerPart1Request,
    /// ตอบคำขอเปลี่ยนหน่วยบำบัด (CT-11)
    AnswerUnitChange,
    /// ติดตามครั้งที่ 1 (CT-14)
    FirstTrace,
    /// ติดตามครั้งที่ 2 (CT-14)
    SecondTrace,
    /// แจ้งผู้ป่วยขาดนัด (CT-16)
    AbsenceReport,
    /// พิจารณาจำหน่าย (Drop out) (CT-17)
    DropOutPossible,
    /// รับรองผลการบำบัด (CT-19)
    CertifyResult,
    /// บันทึกสรุปผล (AS-07)
    Conclude,
    /// ติดตามทางการแพทย์ (EP-03)
    MedicalFollowUp,
    /// ติดตามเยี่ยมบ้าน (AC-02)
    Visit,
    /// ติดตามผู้ป่วย SMI-V (SV-02)
    SmivFollowUp,
    /// รายงานกรมการปกครอง (AC-08)
    ProvinceReport,
    /// รายงานผู้ไม่ยินยอมให้นำเข้าข้อมูล (AD-06)
    NonConsentReport,
}

impl Owed {
    /// Everything that can be owed, in the order of the rulebook.
    pub const ALL: [Self; 16] = [
        Self::ReportIn,
        Self::NoShowReport,
        Self::Resend,
        Self::AnswerPart1Request,
        Self::AnswerUnitChange,
        Self::FirstTrace,
        Self::SecondTrace,
        Self::AbsenceReport,
        Self::DropOutPossible,
        Self::CertifyResult,
        Self::Conclude,
        Self::MedicalFollowUp,
        Self::Visit,
        Self::SmivFollowUp,
        Self::ProvinceReport,
        Self::NonConsentReport,
    ];

    /// The name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ReportIn => "report_in",
            Self::NoShowReport => "no_show_report",
            Self::Resend => "resend",
            Self::AnswerPart1Request => "answer_part1_request",
            Self::AnswerUnitChange => "answer_unit_change",
            Self::FirstTrace => "first_trace",
            Self::SecondTrace => "second_trace",
            Self::AbsenceReport => "absence_report",
            Self::DropOutPossible => "drop_out_possible",
            Self::CertifyResult => "certify_result",
            Self::Conclude => "conclude",
            Self::MedicalFollowUp => "medical_follow_up",
            Self::Visit => "visit",
            Self::SmivFollowUp => "smiv_follow_up",
            Self::ProvinceReport => "province_report",
            Self::NonConsentReport => "non_consent_report",
        }
    }

    /// What it is called, on a worklist.
    ///
    /// ```
    /// use bosoto::schedule::Owed;
    /// assert_eq!(Owed::AbsenceReport.title().th, "แจ้งผู้ป่วยขาดนัด");
    /// ```
    pub const fn title(self) -> Text {
        let (th, en) = match self {
            Self::ReportIn => ("ผู้ป่วยมารายงานตัว", "report in"),
            Self::NoShowReport => ("แจ้งผู้ป่วยไม่มารายงานตัว", "report the no-show"),
            Self::Resend => ("แก้ไขแล้วส่งกลับมาอีกครั้ง", "correct and send again"),
            Self::AnswerPart1Request => ("ตอบคำขอแก้ไขข้อมูลส่วนที่ 1", "answer the Part 1 request"),
            Self::AnswerUnitChange => ("ตอบคำขอเปลี่ยนหน่วยบำบัด", "answer the unit change"),
            Self::FirstTrace => ("ติดตามครั้งที่ 1", "first trace"),
            Self::SecondTrace => ("ติดตามครั้งที่ 2", "second trace"),
            Self::AbsenceReport => ("แจ้งผู้ป่วยขาดนัด", "report the absence"),
            Self::DropOutPossible => ("พิจารณาจำหน่าย (Drop out)", "decide on the drop-out"),
            Self::CertifyResult => ("รับรองผลการบำบัด", "certify the result"),
            Self::Conclude => ("บันทึกสรุปผล", "record the conclusion"),
            Self::MedicalFollowUp => ("ติดตามทางการแพทย์", "medical follow-up"),
            Self::Visit => ("ติดตามเยี่ยมบ้าน", "visit"),
            Self::SmivFollowUp => ("ติดตามผู้ป่วย SMI-V", "SMI-V follow-up"),
            Self::ProvinceReport => ("รายงานกรมการปกครอง", "report to the Department"),
            Self::NonConsentReport => ("รายงานผู้ไม่ยินยอมให้นำเข้าข้อมูล", "non-consent report"),
        };
        Text { th, en }
    }
}

impl fmt::Display for Owed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wire_name_is_the_name() {
        for owed in Owed::ALL {
            assert_eq!(serde_json::to_value(owed).unwrap(), owed.name());
        }
    }
}
