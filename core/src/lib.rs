//! The rules of Thailand's national drug-treatment case system (บสต., "bo so to") as a library.
//!
//! Which command may be given on a case, by whom, from which day; what it sets going; what is owed,
//! by when and by whom. Pure functions: no clock, no input or output, no randomness. The caller says
//! what time it is and stores what comes out, and equal input gives equal bytes.
//!
//! ```
//! use bosoto::actor::{Actor, Role};
//! use bosoto::calendar::{Date, Instant};
//! use bosoto::compulsory::{Command, Compulsory};
//! use bosoto::lifecycle::{self, Case, Decision, Envelope};
//! use bosoto::policy::Policy;
//! use bosoto::wire;
//!
//! let policy = Policy::default();
//! let mut case: Option<Case<Compulsory>> = None;
//! for sent in [
//!     r#"{"at":"2021-03-01T09:00:00+07:00","actor":{"role":"probation_officer","organisation":"PB-KBI"},
//!         "command":{"type":"refer","case_id":"C-1","round":1,"unit":"99811","probation_office":"PB-KBI",
//!         "part1":{"person":{"id":{"type":"citizen_id","value":"3100600445635"},"first_name":"สมชาย","last_name":"ใจดี"},
//!         "address":{"tambon":"810101"}}}}"#,
//!     r#"{"at":"2021-03-02T09:00:00+07:00","actor":{"role":"unit_user","organisation":"99811"},
//!         "command":{"type":"accept"}}"#,
//!     r#"{"at":"2021-04-03T16:00:00+07:00","actor":{"role":"unit_user","organisation":"99811"},
//!         "command":{"type":"record_missed_appointment","missed_on":"2021-04-03"}}"#,
//! ] {
//!     let envelope: Envelope<Command> = wire::decode(sent)?;
//!     let decision = lifecycle::decide(case.as_ref(), &envelope, &policy)?;
//!     let Decision::Accepted(accepted) = decision else { panic!("refused") };
//!     case = lifecycle::evolve(case, accepted.event);
//! }
//! let case = case.expect("referred");
//!
//! // Why may the unit not report the absence yet, and from when may it?
//! let nurse = Actor::new(Role::UnitUser, "99811");
//! let at = Instant::parse("2021-04-10T09:00:00+07:00")?;
//! let actions = lifecycle::actions(Some(&case), &nurse, at, &policy);
//! let report = actions.iter().find(|action| action.action == "report_absence").expect("known");
//! assert!(!report.allowed);
//! assert_eq!(wire::to_json(&report.allowed_from), r#""2021-04-17""#);
//! assert_eq!(report.reasons[0].rule.id, "CT-16");
//!
//! // What is owed on that day?
//! let owed = lifecycle::obligations(&case, Date::parse("2021-04-10")?, &policy);
//! let first = &owed[0];
//! assert_eq!((first.rule.id, first.what.name), ("CT-14", "first_trace"));
//! assert_eq!(first.due_by, Some(Date::parse("2021-04-10")?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Where things are
//!
//! A folder for each concern, and a folder knows only those before it:
//!
//! - [`base`]: dates, texts, ids, codes, persons; what a rule and a fault are.
//! - [`wire`]: the JSON that every language shares. [`policy`]: every number that a rule leaves open.
//!   [`schedule`]: what can be owed.
//! - [`lifecycle`]: the machinery that decides, evolves, replays and answers questions for every
//!   lifecycle. [`lifecycles`]: one folder each, [`compulsory`] the largest; [`any`](mod@any) is a lifecycle
//!   known by its name only.
//! - [`surveillance`] and [`question`]: the worklist of an officer, the reports that are due, who may what,
//!   a case with a clock for the tests of embedders.
//! - [`contract`]: the [`registry`] of rules, parameters and faults, schemas, forms, and every call as
//!   text in, text out.
//!
//! A rule has an id that never changes and is a static of that name: searching for `CT_16` finds its
//! text and the room in which it is applied, `CT-16` the scenarios that prove it.
#![warn(missing_docs)]

/// What is derived speaks of this library by its name.
extern crate self as bosoto;

pub mod base;
pub mod contract;
pub(crate) mod indicator;
pub mod lifecycle;
pub mod lifecycles;
pub mod policy;
pub mod question;
pub(crate) mod rulebook;
pub mod schedule;
pub mod surveillance;
pub mod wire;

pub use base::{actor, area, calendar, help, id, identifier, person, private, shape, text};
pub use contract::{calls as call, form, registry, schema};
pub use lifecycles::assistance::quality_of_life;
pub use lifecycles::{
    account, admin_change, aftercare, any, assistance, compulsory, data_change, episode,
    registry_link,
};
pub use question::{casework, matrix, report, roster, travel, worklist, workload};
pub use surveillance as smiv;
