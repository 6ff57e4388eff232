//! What the four tables share.

use crate::base::actor::Role;
use crate::base::text::Text;
use crate::lifecycle::{Relation, Who};

/// The admin of the province of the case.
pub(super) const PROVINCE: Who = Who {
    roles: &[Role::ProvinceAdmin],
    relation: Relation::Province,
};
/// The admin of the province that the creating command names.
pub(super) const OWN_PROVINCE: &[Who] = &[Who {
    roles: &[Role::ProvinceAdmin],
    relation: Relation::NamedInCommand,
}];
/// The Ministry's centre.
pub(super) const SUPER_ADMIN: &[Who] = &[Who {
    roles: &[Role::SuperAdmin],
    relation: Relation::Any,
}];

pub(super) const fn text(th: &'static str, en: &'static str) -> Text {
    Text { th, en }
}
