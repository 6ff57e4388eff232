//! Who acts: a role in an organisation (AD-08).
//!
//! This room does not know what anybody may.

use serde::{Deserialize, Serialize};

use super::id::{OrgId, UserId};
use crate::base::shape::Shape;

/// Roles of the system (AD).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Shape,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// ผู้ดูแลระบบส่วนกลาง (ศอ.ปส.สธ.)
    #[title("ผู้ดูแลระบบส่วนกลาง (ศอ.ปส.สธ.)", "super admin of the Ministry's centre")]
    SuperAdmin,
    /// สำนักงานเขตสุขภาพ
    #[title("เจ้าหน้าที่สำนักงานเขตสุขภาพ", "health region officer")]
    RegionOfficer,
    /// ผู้ดูแลระบบระดับจังหวัด (สสจ.; also stands for the ศอ.ปส.จ.)
    #[title("ผู้ดูแลระบบระดับจังหวัด (สสจ./ศอ.ปส.จ.)", "provincial admin")]
    ProvinceAdmin,
    /// ผู้ดูแลระบบระดับอำเภอ
    #[title("ผู้ดูแลระบบระดับอำเภอ", "district admin")]
    DistrictAdmin,
    /// ผู้ดูแลระบบระดับหน่วยงาน
    #[title("ผู้ดูแลระบบระดับหน่วยงาน", "unit admin")]
    UnitAdmin,
    /// ผู้ใช้งานของหน่วยบำบัด
    #[title("ผู้ใช้งานของหน่วยบำบัด", "treatment unit user")]
    UnitUser,
    /// ผู้ใช้งานของศูนย์คัดกรอง
    #[title("ผู้ใช้งานของศูนย์คัดกรอง", "screening centre user")]
    ScreeningUser,
    /// ผู้ใช้งานของศูนย์ฟื้นฟูสภาพทางสังคม (คพฟ.)
    #[title("ผู้ใช้งานของศูนย์ฟื้นฟูสภาพทางสังคม", "social-rehabilitation centre user")]
    CentreUser,
    /// เจ้าหน้าที่สำนักงานคุมประพฤติ (คป.)
    #[title("เจ้าหน้าที่สำนักงานคุมประพฤติ", "probation officer")]
    ProbationOfficer,
    /// ผู้บันทึกข้อมูลระดับอำเภอ (ศป.ปส.อ.)
    #[title("ผู้รับผิดชอบบันทึกข้อมูลของอำเภอ (ศป.ปส.อ.)", "district recorder")]
    DistrictRecorder,
    /// ชุดปฏิบัติการประจำตำบล (ขปต.)
    #[title("ชุดปฏิบัติการประจำตำบล (ชปต.)", "tambon field team")]
    FieldTeam,
    /// กองบริหารการสาธารณสุข
    #[title("เจ้าหน้าที่กองบริหารการสาธารณสุข", "registry coordinator")]
    RegistryCoordinator,
    /// ศูนย์เทคโนโลยีสารสนเทศและการสื่อสาร
    #[title("เจ้าหน้าที่ศูนย์เทคโนโลยีสารสนเทศและการสื่อสาร", "ICT centre officer")]
    IctOfficer,
}

impl Role {
    /// Those of a treatment unit.
    pub const OF_UNIT: &[Self] = &[Self::UnitUser, Self::UnitAdmin];
}

/// Who sends a command or asks a question.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// The role in which the person acts.
    #[title("บทบาท", "role")]
    pub role: Role,
    /// The organisation for which the person acts.
    #[title("หน่วยงาน", "organisation")]
    pub organisation: OrgId,
    /// The person's user name, where the system knows it.
    #[title("ชื่อผู้ใช้งาน", "user name")]
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

    /// With the person's user name.
    #[must_use]
    pub fn with_user_id(mut self, user_id: &str) -> Self {
        self.user_id = Some(user_id.into());
        self
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
