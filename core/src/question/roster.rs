//! The roster check: which districts are not set up for the community follow-up (AC-07).

use serde::{Deserialize, Serialize};

use crate::base::area::district_of;
use crate::base::id::OrgId;
use crate::base::private::Whole;
use crate::base::rule::{Applied, applies};
use crate::base::shape::Shape;
use crate::lifecycles::aftercare::rules::AC_07;

pub(super) const APPLIES: Applied = applies(&AC_07);

/// What a district has set up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
pub struct DistrictRoster {
    /// The district's code.
    #[title("อำเภอ", "district")]
    #[shape(with = OrgId)]
    pub district: String,
    /// Whether there is a standing order (คำสั่งแต่งตั้ง).
    #[title("คำสั่งจัดตั้งชุดปฏิบัติการ", "standing order")]
    pub standing_order: bool,
    /// The tambons of the teams that it names.
    #[title("ตำบลที่มีชุดปฏิบัติการประจำตำบล", "tambons with a team")]
    #[shape(with = Vec<OrgId>)]
    pub teams: Vec<String>,
    /// How many recorders there are.
    #[title("จำนวนผู้รับผิดชอบบันทึกข้อมูล", "number of recorders")]
    pub recorders: Whole,
}

impl DistrictRoster {
    /// Whether a tambon of the district has a team: nobody else's may record a visit there.
    fn has_team(&self) -> bool {
        let is_own = |team: &String| district_of(team) == Some(&self.district);
        self.teams.iter().any(is_own)
    }
}

/// Something that a district has to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// คำสั่งแต่งตั้ง
    #[title("คำสั่งจัดตั้งชุดปฏิบัติการ", "standing order")]
    StandingOrder,
    /// ชุดปฏิบัติการประจำตำบล
    #[title("ชุดปฏิบัติการประจำตำบล", "tambon teams")]
    Teams,
    /// ผู้บันทึกข้อมูล
    #[title("ผู้รับผิดชอบบันทึกข้อมูล", "recorder")]
    Recorder,
}

/// A district and what it lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Shape)]
pub struct DistrictGaps {
    /// The district's code.
    #[title("อำเภอ", "district")]
    #[shape(with = OrgId)]
    pub district: String,
    /// What is missing, at least one thing.
    #[title("สิ่งที่ยังขาด", "what is missing")]
    pub missing: Vec<Missing>,
}

/// The districts that lack a standing order, a team of one of their tambons or a recorder, in the order given (AC-07).
///
/// ```
/// use bosoto::roster::roster_check;
/// use bosoto::wire;
///
/// let districts = r#"[{"district":"8101","standing_order":true,"teams":["810101"],"recorders":1},
///                     {"district":"8102","standing_order":true,"teams":[],"recorders":0}]"#;
/// let gaps = roster_check(&wire::decode_list(districts)?);
/// assert_eq!(wire::to_json(&gaps), r#"[{"district":"8102","missing":["teams","recorder"]}]"#);
/// # Ok::<(), bosoto::wire::WireError>(())
/// ```
#[must_use]
pub fn roster_check(districts: &[DistrictRoster]) -> Vec<DistrictGaps> {
    districts
        .iter()
        .map(|roster| DistrictGaps {
            district: roster.district.clone(),
            missing: missing(roster),
        })
        .filter(|gaps| !gaps.missing.is_empty())
        .collect()
}

fn missing(roster: &DistrictRoster) -> Vec<Missing> {
    [
        (roster.standing_order, Missing::StandingOrder),
        (roster.has_team(), Missing::Teams),
        (roster.recorders.0 >= 1, Missing::Recorder),
    ]
    .into_iter()
    .filter(|(there, _)| !there)
    .map(|(_, what)| what)
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roster(standing_order: bool, teams: &[&str], recorders: i64) -> DistrictRoster {
        DistrictRoster {
            district: "8101".to_owned(),
            standing_order,
            teams: teams.iter().map(|&team| team.to_owned()).collect(),
            recorders: Whole(recorders),
        }
    }

    #[test]
    fn ac_07_a_complete_district_is_left_out() {
        assert_eq!(roster_check(&[roster(true, &["810101"], 1)]), []);
        assert_eq!(roster_check(&[]), []);
    }

    #[test]
    fn ac_07_each_gap_is_named_in_order() {
        let of = |roster| roster_check(&[roster]).remove(0).missing;
        assert_eq!(of(roster(false, &["810101"], 2)), [Missing::StandingOrder]);
        assert_eq!(of(roster(true, &[], 2)), [Missing::Teams]);
        // None of these is a team of one of its tambons.
        let others = ["8101", "810201", "81010", "x"];
        assert_eq!(of(roster(true, &others, 2)), [Missing::Teams]);
        assert_eq!(of(roster(true, &["810101"], 0)), [Missing::Recorder]);
        assert_eq!(
            of(roster(false, &[], 0)),
            [Missing::StandingOrder, Missing::Teams, Missing::Recorder]
        );
    }

    #[test]
    fn ac_07_an_unknown_field_is_an_error() {
        let json = r#"[{"district":"8101","standing_order":true,"teams":[],"recorder":1}]"#;
        let error = crate::wire::decode_list::<DistrictRoster>(json).unwrap_err();
        assert_eq!(error.pointer, "/0/recorder");
    }
}
