//! Who acts: a role in an organisation (AD-08).
//!
//! This room does not know what anybody may.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::{OrgId, UserId};
use super::text::Text;

/// Roles of the system (AD).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// ผู้ดูแลระบบส่วนกลาง (ศอ.ปส.สธ.)
    SuperAdmin,
    /// สำนักงานเขตสุขภาพ
    RegionOfficer,
    /// ผู้ดูแลระบบระดับจังหวัด (สสจ.; also stands for the ศอ.ปส.จ.)
    ProvinceAdmin,
    /// ผู้ดูแลระบบระดับอำเภอ
    DistrictAdmin,
    /// ผู้ดูแลระบบระดับหน่วยงาน
    UnitAdmin,
    /// ผู้ใช้งานของหน่วยบำบัด
    UnitUser,
    /// ผู้ใช้งานของศูนย์คัดกรอง
    ScreeningUser,
    /// ผู้ใช้งานของศูนย์ฟื้นฟูสภาพทางสังคม (คพฟ.)
    CentreUser,
    /// เจ้าหน้าที่สำนักงานคุมประพฤติ (คป.)
    ProbationOfficer,
    /// ผู้บันทึกข้อมูลระดับอำเภอ (ศป.ปส.อ.)
    DistrictRecorder,
    /// ชุดปฏิบัติการประจำตำบล (ขปต.)
    FieldTeam,
    /// กองบริหารการสาธารณสุข
    RegistryCoordinator,
    /// ศูนย์เทคโนโลยีสารสนเทศและการสื่อสาร
    IctOfficer,
}

impl Role {
    /// Every role, in the order of the rulebook.
    pub const ALL: [Self; 13] = [
        Self::SuperAdmin,
        Self::RegionOfficer,
        Self::ProvinceAdmin,
        Self::DistrictAdmin,
        Self::UnitAdmin,
        Self::UnitUser,
        Self::ScreeningUser,
        Self::CentreUser,
        Self::ProbationOfficer,
        Self::DistrictRecorder,
        Self::FieldTeam,
        Self::RegistryCoordinator,
        Self::IctOfficer,
    ];

    /// Those of a treatment unit.
    pub const OF_UNIT: &[Self] = &[Self::UnitUser, Self::UnitAdmin];

    /// The name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::SuperAdmin => "super_admin",
            Self::RegionOfficer => "region_officer",
            Self::ProvinceAdmin => "province_admin",
            Self::DistrictAdmin => "district_admin",
            Self::UnitAdmin => "unit_admin",
            Self::UnitUser => "unit_user",
            Self::ScreeningUser => "screening_user",
            Self::CentreUser => "centre_user",
            Self::ProbationOfficer => "probation_officer",
            Self::DistrictRecorder => "district_recorder",
            Self::FieldTeam => "field_team",
            Self::RegistryCoordinator => "registry_coordinator",
            Self::IctOfficer => "ict_officer",
        }
    }

    /// What the role is called.
    pub const fn title(self) -> Text {
        let (th, en) = match self {
            Self::SuperAdmin => (
                "ผู้ดูแลระบบส่วนกลาง (ศอ.ปส.สธ.)",
                "super admin of the Ministry's centre",
            ),
            Self::RegionOfficer => ("เจ้าหน้าที่สำนักงานเขตสุขภาพ", "health region officer"),
            Self::ProvinceAdmin => ("ผู้ดูแลระบบระดับจังหวัด (สสจ./ศอ.ปส.จ.)", "provincial admin"),
            Self::DistrictAdmin => ("ผู้ดูแลระบบระดับอำเภอ", "district admin"),
            Self::UnitAdmin => ("ผู้ดูแลระบบระดับหน่วยงาน", "unit admin"),
            Self::UnitUser => ("ผู้ใช้งานของหน่วยบำบัด", "treatment unit user"),
            Self::ScreeningUser => ("ผู้ใช้งานของศูนย์คัดกรอง", "screening centre user"),
            Self::CentreUser => (
                "ผู้ใช้งานของศูนย์ฟื้นฟูสภาพทางสังคม",
                "social-rehabilitation centre user",
            ),
            Self::ProbationOfficer => ("เจ้าหน้าที่สำนักงานคุมประพฤติ", "probation officer"),
            Self::DistrictRecorder => ("ผู้รับผิดชอบบันทึกข้อมูลของอำเภอ (ศป.ปส.อ.)", "district recorder"),
            Self::FieldTeam => ("ชุดปฏิบัติการประจำตำบล (ชปต.)", "tambon field team"),
            Self::RegistryCoordinator => ("เจ้าหน้าที่กองบริหารการสาธารณสุข", "registry coordinator"),
            Self::IctOfficer => (
                "เจ้าหน้าที่ศูนย์เทคโนโลยีสารสนเทศและการสื่อสาร",
                "ICT centre officer",
            ),
        };
        Text { th, en }
    }
}

/// Who sends a command or asks a question.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// The role in which the person acts.
    pub role: Role,
    /// The organisation for which the person acts.
    pub organisation: OrgId,
    /// The person's user name, where the system knows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<UserId>,
}

impl Actor {
    /// An actor without a user name.
    ///
    /// ```
    /// use bosoto::actor::{Actor, Role};
    /// let nurse = Actor::new(Role::UnitUser, "10670");
    /// assert_eq!(&*nurse.organisation, "10670");
    /// ```
    pub fn new(role: Role, organisation: &str) -> Self {
        Self {
            role,
            organisation: organisation.into(),
            user_id: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wire_name_of_a_role_is_its_name() {
        for role in Role::ALL {
            assert_eq!(serde_json::to_value(role).unwrap(), role.name());
        }
    }
}
