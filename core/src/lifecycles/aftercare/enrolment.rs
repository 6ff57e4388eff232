//! Enrolment of a person whose training ended (AC-01). It does not know what comes of it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::help::Helped;
use super::rules::AC_01;
use super::{ANY_TRAINING, Aftercare, Essentials, FollowUp, district_of, receiver};
use crate::base::by_id::ById;
use crate::base::calendar::Date;
use crate::base::day;
use crate::base::fault::{BLANK, Faults};
use crate::base::id::CaseId;
use crate::base::person::{Address, Person};
use crate::base::shape::Shape;
use crate::base::text::{Text, text};
use crate::lifecycle::{Act, Content, Head, Notice, Now, Opening, Perhaps, Row};

// ── AC-01 ลงทะเบียนผู้ผ่านการฟื้นฟู ─────────────────────────────────────────────────────────────

/// AC-01 ลงทะเบียนผู้ผ่านการฟื้นฟู
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct Enrol {
    /// The case's id.
    #[title("รหัสเคส", "case id")]
    pub case_id: CaseId,
    /// ผู้ผ่านการฟื้นฟูสภาพทางสังคม
    #[title("ผู้ผ่านการฟื้นฟูสภาพทางสังคม", "person")]
    pub(crate) person: Arc<Person>,
    /// วันที่จบการฝึกอบรม
    #[title("วันที่จบการฝึกอบรม", "end of the training")]
    pub graduated_on: Date,
    /// โครงการ
    #[title("โครงการ", "project")]
    pub(crate) project: Arc<str>,
    /// ภูมิลำเนาหรือที่พักอาศัย; its district is responsible.
    #[title("ภูมิลำเนาหรือที่พักอาศัย", "residence")]
    pub(crate) residence: Arc<Address>,
}

impl Act for Enrol {
    type Of = Aftercare;
    type Effects = (Perhaps<Notice<Essentials>>,);

    const NAME: &'static str = "enrol";
    const EVENT: &'static str = "enrolled";
    const ROW: Row<Aftercare> = Row {
        faults: &[
            &[&BLANK],
            Person::FAULTS,
            day::NOT_LATER,
            Address::RESIDENCE_FAULTS,
        ],
        ..Row::opening(
            &AC_01,
            ANY_TRAINING,
            text!("ลงทะเบียนผู้ผ่านการฟื้นฟูสภาพทางสังคม", "Enrol"),
        )
    };

    fn act_date(&self) -> Option<Date> {
        Some(self.graduated_on)
    }
}

impl Opening for Enrol {
    fn case_id(&self) -> &CaseId {
        &self.case_id
    }

    fn check(&self, now: &Now<'_>, faults: &mut Faults<'_>) {
        self.person.judge(now.today, faults.field("person"));
        faults.day("graduated_on", self.graduated_on, None, now.today);
        self.residence.judge_residence(faults.field("residence"));
    }

    fn effects(&self, now: &Now<'_>) -> Option<Self::Effects> {
        let district = district_of(&self.residence);
        let to = receiver(&now.actor.organisation, &district);
        let notice = to.map(|to| Notice {
            to,
            content: self.essentials(),
        });
        Some((Perhaps(notice),))
    }

    fn open(&self, _: &Head<'_>) -> FollowUp {
        FollowUp {
            person: Arc::clone(&self.person),
            graduated_on: self.graduated_on,
            project: Arc::clone(&self.project),
            residence: Arc::clone(&self.residence),
            district: district_of(&self.residence),
            visits: Vec::new(),
            died_on: None,
            last_met_on: None,
            help: ById::default(),
            helped: Helped::default(),
            relocations: Vec::new(),
            closed_on: None,
            cancelled_on: None,
            cancellation_reason: None,
            other_case: None,
        }
    }
}

impl Enrol {
    fn essentials(&self) -> Essentials {
        Essentials {
            case_id: self.case_id.clone(),
            person: Arc::clone(&self.person),
            residence: Arc::clone(&self.residence),
            project: Arc::clone(&self.project),
            graduated_on: self.graduated_on,
        }
    }
}

/// The essentials by themselves are what an enrolment tells.
impl Content for Essentials {
    const DETAIL: &'static str = "enrolment";
    const TITLE: Text = text!(
        "แจ้งอำเภอหรือจังหวัดที่รับผิดชอบว่าลงทะเบียนแล้ว",
        "tell the responsible district or province",
    );
    const ABOUT: &'static str = "AC-01: a person of the district was enrolled elsewhere.";
}
