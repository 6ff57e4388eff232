//! What can be owed: its name, its rule and its title, in one table.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::text::Text;

/// What is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Owed {
    /// ผู้ป่วยมารายงานตัว
    ReportIn,
    /// แจ้งผู้ป่วยไม่มารายงานตัว
    NoShowReport,
    /// แก้ไขแล้วส่งกลับมาอีกครั้ง
    Resend,
    /// ตอบคำขอแก้ไขข้อมูลส่วนที่ 1
    AnswerPart1Request,
    /// ตอบคำขอเปลี่ยนหน่วยบำบัด
    AnswerUnitChange,
    /// ติดตามครั้งที่ 1
    FirstTrace,
    /// ติดตามครั้งที่ 2
    SecondTrace,
    /// แจ้งผู้ป่วยขาดนัด
    AbsenceReport,
    /// พิจารณาจำหน่าย (Drop out)
    DropOutPossible,
    /// รับรองผลการบำบัด
    CertifyResult,
    /// บันทึกสรุปผล
    Conclude,
    /// ติดตามทางการแพทย์
    MedicalFollowUp,
    /// ติดตามเยี่ยมบ้าน
    Visit,
    /// ติดตามผู้ป่วย SMI-V
    SmivFollowUp,
    /// รายงานกรมการปกครอง
    ProvinceReport,
    /// รายงานผู้ไม่ยินยอมให้นำเข้าข้อมูล
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
        self.row().0
    }

    /// The rule by which it is owed.
    ///
    /// ```
    /// use bosoto::schedule::Owed;
    /// assert_eq!(Owed::AbsenceReport.rule(), "CT-16");
    /// ```
    pub const fn rule(self) -> &'static str {
        self.row().1
    }

    /// What it is called, on a worklist.
    ///
    /// ```
    /// use bosoto::schedule::Owed;
    /// assert_eq!(Owed::AbsenceReport.title().th, "แจ้งผู้ป่วยขาดนัด");
    /// ```
    pub const fn title(self) -> Text {
        let (_, _, th, en) = self.row();
        Text { th, en }
    }

    /// Name, rule, Thai and English title.
    #[rustfmt::skip]
    const fn row(self) -> (&'static str, &'static str, &'static str, &'static str) {
        match self {
            Self::ReportIn => ("report_in", "CT-22", "ผู้ป่วยมารายงานตัว", "report in"),
            Self::NoShowReport => ("no_show_report", "CT-05", "แจ้งผู้ป่วยไม่มารายงานตัว", "report the no-show"),
            Self::Resend => ("resend", "CT-04", "แก้ไขแล้วส่งกลับมาอีกครั้ง", "correct and send again"),
            Self::AnswerPart1Request => ("answer_part1_request", "CT-09", "ตอบคำขอแก้ไขข้อมูลส่วนที่ 1", "answer the Part 1 request"),
            Self::AnswerUnitChange => ("answer_unit_change", "CT-11", "ตอบคำขอเปลี่ยนหน่วยบำบัด", "answer the unit change"),
            Self::FirstTrace => ("first_trace", "CT-14", "ติดตามครั้งที่ 1", "first trace"),
            Self::SecondTrace => ("second_trace", "CT-14", "ติดตามครั้งที่ 2", "second trace"),
            Self::AbsenceReport => ("absence_report", "CT-16", "แจ้งผู้ป่วยขาดนัด", "report the absence"),
            Self::DropOutPossible => ("drop_out_possible", "CT-17", "พิจารณาจำหน่าย (Drop out)", "decide on the drop-out"),
            Self::CertifyResult => ("certify_result", "CT-19", "รับรองผลการบำบัด", "certify the result"),
            Self::Conclude => ("conclude", "AS-07", "บันทึกสรุปผล", "record the conclusion"),
            Self::MedicalFollowUp => ("medical_follow_up", "EP-03", "ติดตามทางการแพทย์", "medical follow-up"),
            Self::Visit => ("visit", "AC-02", "ติดตามเยี่ยมบ้าน", "visit"),
            Self::SmivFollowUp => ("smiv_follow_up", "SV-02", "ติดตามผู้ป่วย SMI-V", "SMI-V follow-up"),
            Self::ProvinceReport => ("province_report", "AC-08", "รายงานกรมการปกครอง", "report to the Department"),
            Self::NonConsentReport => ("non_consent_report", "AD-06", "รายงานผู้ไม่ยินยอมให้นำเข้าข้อมูล", "non-consent report"),
        }
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
