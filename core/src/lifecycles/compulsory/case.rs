//! What an exchange has gathered: the struct, and nothing of how it changes.
//!
//! Its rooms read this struct and it lists what they keep: that circle of files is the price of a room
//! for each subject.

use std::sync::Arc;

use serde::Serialize;

use super::absence::Absence;
use super::closing::EndCause;
use super::correction::Correction;
use super::entry::Entry;
use super::part1::Part1;
use super::request::{Request, Unanswered};
use super::treatment::{Extension, Treatments};
use crate::base::calendar::Date;
use crate::base::id::{CaseId, OrgId};
use crate::base::periods::Periods;
use crate::base::private::{Private, Whole};
use crate::base::shape::Shape;

/// What a compulsory-treatment case has gathered.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Exchange {
    /// เลขรอบ
    #[title("เลขรอบ", "round number")]
    pub round: Whole,
    /// หน่วยบำบัด
    #[title("หน่วยบำบัด", "treatment unit")]
    pub unit: OrgId,
    /// สำนักงานคุมประพฤติต้นทาง
    #[title("สำนักงานคุมประพฤติ", "probation office")]
    pub probation_office: OrgId,
    /// ส่วนที่ 1
    #[title("ข้อมูลส่วนที่ 1", "Part 1")]
    pub(crate) part1: Arc<Part1>,
    /// The day of the first entry.
    #[title("วันที่ข้อมูลเข้าระบบครั้งแรก", "day of the first entry")]
    pub first_entered_on: Date,
    /// The present entry.
    #[title("การเข้าระบบครั้งปัจจุบัน", "present entry")]
    pub entry: Entry,
    /// The request that sent the case back, until it is sent again.
    #[title("คำขอแก้ไขข้อมูล", "request for correction")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) correction: Option<Box<Correction>>,
    /// The day of the latest acceptance.
    #[title("วันที่รับงาน", "day of the acceptance")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted_on: Option<Date>,
    /// 90 or 120 days; nothing where the treatment that stated them has no effect.
    #[title("ระยะเวลาโปรแกรม (วัน)", "program days")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub program_days: Option<u32>,
    /// Treatments, in the order in which they were recorded.
    #[title("การบำบัด", "treatments")]
    pub treatments: Treatments,
    /// Extensions of the program.
    #[title("การขยายเวลาบำบัด", "extensions")]
    pub extensions: Vec<Extension>,
    /// Their days together.
    #[serde(skip)]
    pub(super) extended_by: u32,
    /// Absences with their traces.
    #[title("การขาดนัด", "absences")]
    pub absences: Vec<Absence>,
    /// Which of the closed ones holds a day; only of a long list.
    #[serde(skip)]
    pub(super) closed_absences: Option<Box<Periods<usize>>>,
    /// Missed days that opened no absence, since the person was accepted after them (CT-13).
    #[title("วันที่ขาดนัดก่อนรับงานครั้งล่าสุด", "missed days before the latest acceptance")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[allow(clippy::box_collection, reason = "few cases have any")]
    pub(crate) missed_before: Option<Box<Vec<Date>>>,
    /// Requests to probation.
    #[title("คำขอต่อสำนักงานคุมประพฤติ", "requests to probation")]
    pub requests: Vec<Request>,
    /// Where the open ones stand among them.
    #[serde(skip)]
    pub(super) unanswered: Unanswered,
    /// The day on which the treatment was completed.
    #[title("วันที่บำบัดครบ", "day of completion")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completed_on: Option<Date>,
    /// The day on which the result was certified.
    #[title("วันที่รับรองผลการบำบัด", "day of the certification")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certified_on: Option<Date>,
    /// The day on which the person was dropped out.
    #[title("วันที่จำหน่าย Drop out", "day of the drop-out")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dropped_out_on: Option<Date>,
    /// The day on which probation ended the case.
    #[title("วันที่ยุติเคส", "day on which the case ends")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<Date>,
    /// Why probation ended the case.
    #[title("สาเหตุ", "cause")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_cause: Option<EndCause>,
    /// What probation noted of it.
    #[title("บันทึกเพิ่มเติม", "note")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) end_note: Option<Box<Private>>,
    /// Of a double, the case that stays (GE-09).
    #[title("รหัสของอีกเคสหนึ่ง (กรณีบันทึกซ้ำ)", "id of the other case (of a double)")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) other_case: Option<Box<CaseId>>,
}
