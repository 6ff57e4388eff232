//! Who may use a command: roles in a relation to the case (AD-08).

use std::fmt;

use serde::{Serialize, Serializer};

use super::Lifecycle;
use super::act::Commands as _;
use super::case::Case;
use super::row::Row;
use crate::base::actor::{Actor, Role};
use crate::base::shape::{Shaped, Ty};
use crate::base::text::{Text, text};
use crate::policy::Numbers;

/// What it takes to know how an actor stands to a case.
#[derive(Debug, Clone, Copy)]
pub struct Asking<'a, L: Lifecycle> {
    /// The case, unless it is to be created.
    pub case: Option<&'a Case<L>>,
    /// Who.
    pub actor: &'a Actor,
    /// The numbers of the day.
    pub numbers: &'a Numbers,
    /// What they want to do; nothing where no command is given yet.
    pub command: Option<&'a L::Command>,
}

impl<L: Lifecycle> Asking<'_, L> {
    /// Whether a creating command names the actor as its sender; nothing where there is no command.
    pub fn named(&self) -> Option<bool> {
        self.command.map(|command| command.names(self.actor))
    }
}

/// How an actor stands to a case: a column of the permission matrix.
pub struct Relation<L: Lifecycle> {
    /// The name on the wire.
    pub name: &'static str,
    /// What it is called.
    pub title: Text,
    /// Whether it is about a person, whatever the role.
    pub of_a_person: bool,
    /// Whether an actor in one of the roles stands in it.
    pub stands: fn(&Asking<'_, L>) -> bool,
}

impl<L: Lifecycle> Relation<L> {
    /// Anyone in the role.
    pub const ANY: Self = Self::new("any", text!("หน่วยงานใดก็ได้", "any organisation"), |_| true);

    /// The organisation that the creating command itself names as the actor's own.
    pub const NAMED_IN_COMMAND: Self = Self::new(
        "named_in_command",
        text!(
            "หน่วยงานของตนตามที่ระบุในรายการ",
            "their own organisation, named in the command",
        ),
        |asking| asking.named().unwrap_or(true),
    );

    /// A relation of organisations.
    pub(crate) const fn new(
        name: &'static str,
        title: Text,
        stands: fn(&Asking<'_, L>) -> bool,
    ) -> Self {
        Self {
            name,
            title,
            of_a_person: false,
            stands,
        }
    }

    /// A relation of persons, whatever their role.
    pub(crate) const fn of_a_person(
        name: &'static str,
        title: Text,
        stands: fn(&Asking<'_, L>) -> bool,
    ) -> Self {
        Self {
            of_a_person: true,
            ..Self::new(name, title, stands)
        }
    }
}

impl<L: Lifecycle> fmt::Debug for Relation<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// Roles in a relation.
#[derive(Debug)]
pub struct Who<L: Lifecycle> {
    /// The roles.
    pub roles: &'static [Role],
    /// How their organisation must stand to the case.
    pub relation: &'static Relation<L>,
}

/// Everyone who may use a row: the roles, each once, and whether it may be a person.
#[derive(Debug, PartialEq)]
pub struct Permitted {
    roles: [Role; Role::ALL.len()],
    count: u8,
    may_be_person: bool,
}

impl Permitted {
    /// `super_admin` alone.
    pub(crate) const SUPER_ADMIN: Self = Self {
        count: 1,
        ..Self::NOBODY
    };

    /// No role.
    pub(crate) const NOBODY: Self = Self {
        roles: [Role::SuperAdmin; Role::ALL.len()],
        count: 0,
        may_be_person: false,
    };

    /// Gathers them when compiled.
    #[allow(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        reason = "evaluated when compiled"
    )]
    pub(crate) const fn of<L: Lifecycle>(who: &'static [Who<L>]) -> Self {
        let mut found = Self::NOBODY;
        let mut at = 0;
        while at < who.len() {
            found.may_be_person |= who[at].relation.of_a_person;
            let roles = who[at].roles;
            let mut next = 0;
            while next < roles.len() {
                found.add_role(roles[next]);
                next += 1;
            }
            at += 1;
        }
        found
    }

    /// Those who may use a row, if it records a fact (GE-01).
    pub(crate) const fn of_fact<L: Lifecycle>(row: &Row<L>) -> Self {
        if row.records_fact() {
            Self::of(row.who)
        } else {
            Self::NOBODY
        }
    }

    /// These after others, each once.
    #[allow(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        reason = "evaluated when compiled"
    )]
    pub(crate) const fn before(self, first: Self) -> Self {
        let mut all = first;
        let mut at = 0;
        while at < self.count as usize {
            all.add_role(self.roles[at]);
            at += 1;
        }
        all
    }

    #[allow(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        reason = "evaluated when compiled"
    )]
    const fn add_role(&mut self, role: Role) {
        let mut known = 0;
        while known < self.count as usize {
            if self.roles[known] as u8 == role as u8 {
                return;
            }
            known += 1;
        }
        self.roles[known] = role;
        self.count += 1;
    }

    /// The roles, each once.
    pub const fn roles(&self) -> &[Role] {
        self.roles.split_at(self.count as usize).0
    }

    /// Whether it may be a person, who has no role.
    pub fn may_be_person(&self) -> bool {
        self.may_be_person
    }
}

impl Serialize for Permitted {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.roles().serialize(serializer)
    }
}

impl Shaped for Permitted {
    const TY: Ty = <[Role]>::TY;
}
