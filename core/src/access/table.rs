//! What the rows of the four tables share.

use crate::actor::Role;
use crate::effect::Effect;
use crate::lifecycle::{Context, Event, Faults, Input, Lifecycle, Relation, Row, Warnings, Who};
use crate::policy::Policy;
use crate::text::Text;

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

/// A row that changes nothing, asks nothing and has no effects; the rest is said row by row.
pub(super) const fn row<L: Lifecycle>(kind: L::Kind, rule: &'static str, label: Text) -> Row<L> {
    Row {
        kind,
        rule,
        from: &[],
        to: &[],
        who: &[],
        guards: &[],
        inputs: &[],
        check: accept_all,
        advise: advise_nothing,
        effects: &[],
        make_effects: no_effects,
        label,
        confirm: None,
        success: None,
    }
}

fn accept_all<L: Lifecycle>(_: &Context<'_, L>, _: &L::Command, _: &mut Faults) {}

fn advise_nothing<L: Lifecycle>(_: &Context<'_, L>, _: &L::Command, _: &mut Warnings) {}

fn no_effects<L: Lifecycle>(_: Option<&L::Data>, _: &Event<L>, _: &Policy) -> Vec<Effect> {
    Vec::new()
}

pub(super) const fn text(th: &'static str, en: &'static str) -> Text {
    Text { th, en }
}

pub(super) const fn required(
    name: &'static str,
    rule: &'static str,
    th: &'static str,
    en: &'static str,
) -> Input {
    Input {
        name,
        required: true,
        title: text(th, en),
        rule,
    }
}

pub(super) const fn optional(
    name: &'static str,
    rule: &'static str,
    th: &'static str,
    en: &'static str,
) -> Input {
    Input {
        required: false,
        ..required(name, rule, th, en)
    }
}
