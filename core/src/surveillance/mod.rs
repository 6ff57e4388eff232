//! Surveillance of SMI-V people (ผู้ป่วยจิตเวชที่มีความเสี่ยงสูงต่อการก่อความรุนแรง): who is one (SV-01), the follow-ups that a
//! person is owed (SV-02), repeated violence (SV-03), what codes say (SV-04), one person in several facilities (SV-05).
//!
//! This room does not know any lifecycle, nor what an indicator makes of a person.

mod codes;
mod follow_up;
mod patient_year;
mod person;
mod register;
pub(crate) mod rules;

pub use follow_up::{SMIV_FOLLOW_UP, SmivPerson, smiv_obligations};
pub use register::{Death, Diagnosis, Person, SpecialPp};

pub(crate) use codes::is_self_harm;
pub(crate) use patient_year::Care;
pub(crate) use person::Smiv;
pub(crate) use register::Register;

use crate::base::rule::Applied;
use crate::schedule::Owed;

/// What a person can be owed.
pub(crate) const OWED: &[&Owed] = &[&SMIV_FOLLOW_UP];

/// Where a rule is applied that no table holds.
pub(crate) const APPLIED: &[Applied] = &[
    codes::APPLIES[0],
    Applied {
        rule: &rules::SV_02,
        at: SMIV_FOLLOW_UP.at,
    },
    person::APPLIES,
    codes::APPLIES[1],
    register::APPLIES,
];
