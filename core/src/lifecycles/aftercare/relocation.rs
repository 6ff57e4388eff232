//! Moves to another residence, and who is told of them (AC-06). It does not know help.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::rules::AC_06;
use super::visit::Visit;
use super::{ACTIVE, Aftercare, Essentials, FollowUp, RECORDER, district_of, receiver};
use crate::base::area;
use crate::base::calendar::Date;
use crate::base::day;
use crate::base::fault::Faults;
use crate::base::id::{CaseId, OrgId};
use crate::base::person::{Address, Person};
use crate::base::shape::Shape;
use crate::base::text::{Text, text};
use crate::lifecycle::{
    Act, Case, Content, Head, Next, Notice, Now, Perhaps, ReportRow, Row, Step,
};

// ── what a case keeps ─────────────────────────────────────────────────────────────────────────

/// A move (AC-06).
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Relocation {
    /// The day.
    #[title("วันที่ย้าย", "day of the move")]
    pub on: Date,
    /// The district that had the person before.
    #[title("อำเภอเดิม", "district before")]
    pub from: OrgId,
    /// The district that has the person since.
    #[title("อำเภอใหม่", "district after")]
    pub to: OrgId,
}

// ── AC-06 ย้ายภูมิลำเนาหรือที่พักอาศัย ──────────────────────────────────────────────────────────

/// AC-06 ย้ายภูมิลำเนาหรือที่พักอาศัย
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct Relocate {
    /// วันที่ย้าย
    #[title("วันที่ย้าย", "day of the move")]
    pub on: Date,
    /// ภูมิลำเนาหรือที่พักอาศัยใหม่
    #[title("ภูมิลำเนาหรือที่พักอาศัยใหม่", "new residence")]
    pub(crate) residence: Arc<Address>,
}

impl Act for Relocate {
    type Of = Aftercare;
    type Effects = (Perhaps<Notice<Moved>>, Perhaps<ReportRow<RelocationRow>>);

    const NAME: &'static str = "relocate";
    const EVENT: &'static str = "relocated";
    const ROW: Row<Aftercare> = Row {
        faults: &[day::FAULTS, Address::RESIDENCE_FAULTS],
        moves: true,
        ..Row::act(
            &AC_06,
            ACTIVE,
            Next::Stays,
            RECORDER,
            text!("บันทึกการย้ายภูมิลำเนาหรือที่พักอาศัย", "Record a move"),
        )
    };

    fn act_date(&self) -> Option<Date> {
        Some(self.on)
    }
}

impl Step for Relocate {
    fn check(&self, now: &Now<'_>, case: &FollowUp, faults: &mut Faults<'_>) {
        faults.day("on", self.on, Some(case.graduated_on), now.today);
        self.residence.judge_residence(faults.field("residence"));
    }

    fn effects(&self, _: &Now<'_>, case: &Case<Aftercare>) -> Option<Self::Effects> {
        let data = case.data();
        let district = district_of(&self.residence);
        let notice = receiver(&data.district, &district).map(|to| Notice {
            to,
            content: self.moved(case),
        });
        let leaves_the_province = area::province_of(&district) != Some(data.province());
        let row = leaves_the_province.then(|| ReportRow(self.row(case)));
        Some((Perhaps(notice), Perhaps(row)))
    }

    fn apply(&self, case: &mut FollowUp, _: &Head<'_>) {
        let to = district_of(&self.residence);
        let from = std::mem::replace(&mut case.district, to.clone());
        case.residence = Arc::clone(&self.residence);
        case.relocations.push(Relocation {
            on: self.on,
            from,
            to,
        });
    }
}

impl Relocate {
    fn moved(&self, case: &Case<Aftercare>) -> Moved {
        Moved {
            essentials: Essentials {
                residence: Arc::clone(&self.residence),
                ..Essentials::of(case)
            },
            on: self.on,
            visits: case.data().visits.clone(),
        }
    }

    fn row(&self, case: &Case<Aftercare>) -> RelocationRow {
        let data = case.data();
        RelocationRow {
            case_id: case.case_id().clone(),
            province: data.province().into(),
            on: self.on,
            person: Arc::clone(&data.person),
            residence: Arc::clone(&self.residence),
        }
    }
}

/// AC-06: the essentials, and what was done so far.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Moved {
    /// The essentials, with the new residence.
    #[serde(flatten)]
    pub essentials: Essentials,
    /// The day of the move.
    #[title("วันที่ย้าย", "day of the move")]
    pub on: Date,
    /// The visits so far.
    #[title("การติดตาม", "visits")]
    pub visits: Vec<Visit>,
}

impl Content for Moved {
    const DETAIL: &'static str = "relocation";
    const TITLE: Text = text!(
        "แจ้งอำเภอหรือจังหวัดปลายทางว่าย้ายภูมิลำเนาหรือที่พักอาศัย",
        "tell the receiving district or province of the move",
    );
    const ABOUT: &'static str = "AC-06: a person moved here.";
}

/// AC-06: a row of the next report of the province that followed the person so far.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct RelocationRow {
    /// The case's id.
    #[title("รหัสเคส", "case id")]
    pub case_id: CaseId,
    /// The reporting province.
    #[title("จังหวัด", "province")]
    pub province: OrgId,
    /// The day of the move.
    #[title("วันที่ย้าย", "day of the move")]
    pub on: Date,
    /// The person.
    #[title("ผู้ผ่านการฟื้นฟูสภาพทางสังคม", "person")]
    pub(crate) person: Arc<Person>,
    /// The new address.
    #[title("ภูมิลำเนาหรือที่พักอาศัย", "residence")]
    pub(crate) residence: Arc<Address>,
}

impl Content for RelocationRow {
    const DETAIL: &'static str = "relocation";
    const TITLE: Text = text!(
        "ระบุภูมิลำเนาหรือที่พักอาศัยใหม่ในรายงานของจังหวัด",
        "name the new residence in the report of the province",
    );
    const ABOUT: &'static str = "AC-06: the next report of the province names the new address.";
}
