//! Who may use a command: roles in a relation to the case (AD-08).

use std::fmt;

use serde::{Serialize, Serializer};

use super::Lifecycle;
use super::case::Case;
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
    /// Whether a creating command names the actor as its sender; nothing where there is no command.
    pub named: Option<bool>,
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
    pub const ANY: Self = Self::new("any", text("หน่วยงานใดก็ได้", "any organisation"), |_| true);

    /// The organisation that the creating command itself names as the actor's own.
    pub const NAMED_IN_COMMAND: Self = Self::new(
        "named_in_command",
        text(
            "หน่วยงานของตนตามที่ระบุในรายการ",
            "their own organisation, named in the command",
        ),
        |asking| asking.named.unwrap_or(true),
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

/// A few things, known when compiled.
#[derive(Debug, Clone, Copy)]
struct Few<T, const N: usize> {
    items: [T; N],
    count: usize,
}

impl<T, const N: usize> Few<T, N> {
    fn as_slice(&self) -> &[T] {
        self.items.get(..self.count).unwrap_or_default()
    }
}

/// Everyone who may use a row: the roles, each once, and the relations.
#[derive(Debug)]
pub struct Permitted {
    roles: Few<Role, 13>,
    role_titles: Few<Text, 13>,
    relation_titles: Few<Text, 4>,
    may_be_person: bool,
}

const NO_TEXT: Text = text("", "");

impl Permitted {
    /// No role.
    pub(crate) const NOBODY: Self = Self {
        roles: Few {
            items: [Role::SuperAdmin; 13],
            count: 0,
        },
        role_titles: Few {
            items: [NO_TEXT; 13],
            count: 0,
        },
        relation_titles: Few {
            items: [NO_TEXT; 4],
            count: 0,
        },
        may_be_person: false,
    };

    /// Gathers them when compiled; more relations than there is room for do not compile.
    #[allow(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        reason = "evaluated when compiled"
    )]
    pub(crate) const fn of<L: Lifecycle>(who: &'static [Who<L>]) -> Self {
        let mut found = Self::NOBODY;
        let mut at = 0;
        while at < who.len() {
            let relation = who[at].relation;
            found.relation_titles.items[at] = relation.title;
            found.relation_titles.count = at + 1;
            found.may_be_person |= relation.of_a_person;
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

    #[allow(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        reason = "evaluated when compiled"
    )]
    const fn add_role(&mut self, role: Role) {
        let mut known = 0;
        while known < self.roles.count {
            if self.roles.items[known] as u8 == role as u8 {
                return;
            }
            known += 1;
        }
        self.roles.items[known] = role;
        self.roles.count = known + 1;
        self.role_titles.items[known] = role.title();
        self.role_titles.count = known + 1;
    }

    /// The roles, each once.
    pub fn roles(&self) -> &[Role] {
        self.roles.as_slice()
    }

    /// What the roles are called.
    pub fn role_titles(&self) -> &[Text] {
        self.role_titles.as_slice()
    }

    /// What the relations are called.
    pub fn relation_titles(&self) -> &[Text] {
        self.relation_titles.as_slice()
    }

    /// Whether it may be a person, who has no role.
    pub fn may_be_person(&self) -> bool {
        self.may_be_person
    }
}

impl PartialEq for Permitted {
    fn eq(&self, other: &Self) -> bool {
        self.roles() == other.roles() && self.relation_titles() == other.relation_titles()
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
