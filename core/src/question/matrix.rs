//! The permission matrix (AD-08): role × command × relation to the case, from the tables.

use serde::Serialize;

use crate::base::actor::Role;
use crate::base::rule::{self, Applied, Rule, applies};
use crate::base::shape::Shape;
use crate::base::text::Text;
use crate::lifecycle::RelationName;
use crate::lifecycles::any;
use crate::rulebook::access::AD_08;

pub(super) const APPLIES: Applied = applies(&AD_08);

/// A cell of the matrix: this role may use this command in this relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Shape)]
pub struct Permission {
    /// The lifecycle.
    #[title("กระบวนงาน", "lifecycle")]
    pub lifecycle: &'static str,
    /// The command.
    #[title("รายการ", "command")]
    pub action: &'static str,
    /// The button.
    #[title("ชื่อรายการ", "label")]
    pub label: Text,
    /// The rule of the command.
    #[title("ข้อของหลักเกณฑ์", "rule")]
    #[serde(serialize_with = "rule::id")]
    #[shape(with = rule::Id)]
    pub rule: &'static Rule,
    /// The role.
    #[title("บทบาท", "role")]
    pub role: Role,
    /// What the role is called.
    #[title("ชื่อบทบาท", "name of the role")]
    pub role_title: Text,
    /// How the role's organisation has to stand to the case.
    #[title("ความเกี่ยวข้องกับเคส", "relation to the case")]
    pub relation: RelationName,
    /// What the relation is called.
    #[title("ชื่อความเกี่ยวข้องกับเคส", "name of the relation")]
    pub relation_title: Text,
}

/// Every cell in which something is allowed, in the order of the tables.
pub fn permissions() -> Vec<Permission> {
    let mut cells = Vec::new();
    for lifecycle in any::ALL {
        let machine = lifecycle.machine();
        for command in machine.commands {
            cells.extend(command.who.iter().map(|who| Permission {
                lifecycle: machine.lifecycle,
                action: command.action,
                label: command.label,
                rule: command.rule,
                role: who.role,
                role_title: who.role.title(),
                relation: who.relation,
                relation_title: who.relation.title,
            }));
        }
    }
    cells
}
