//! The rules of Thailand's national drug-treatment case system (บสต., "bo so to") as a library.
//!
//! Which command may be given on a case, by whom, from which day; what it sets going; what is owed,
//! by when and by whom. Pure functions: no clock, no input or output, no randomness. The caller says
//! what time it is and stores what comes out, and equal input gives equal bytes.
//!
//! ```
//! use bosoto::compulsory::{Accept, Compulsory, Part1, RecordMissedAppointment, Refer};
//! use bosoto::{
//!     Actor, Address, Case, Date, Decision, Envelope, IdType, Instant, Person, PersonId, Policy, Role,
//!     actions, decide, evolve, obligations,
//! };
//!
//! let policy = Policy::default();
//! let office = Actor::new(Role::ProbationOfficer, "PB-KBI");
//! let nurse = Actor::new(Role::UnitUser, "99811");
//! let person = Person::new(PersonId::new(IdType::CitizenId, "3100600445635"), "สมชาย").with_last_name("ใจดี");
//! let part1 = Part1::new(person, Address::new("810101")).with_phone("0812345678");
//!
//! let mut case: Option<Case<Compulsory>> = None;
//! for envelope in [
//!     Envelope::new(
//!         Instant::parse("2021-03-01T09:00:00+07:00")?,
//!         office,
//!         Refer::new("C-1", 1, "99811", "PB-KBI", part1),
//!     ),
//!     Envelope::new(Instant::parse("2021-03-02T09:00:00+07:00")?, nurse.clone(), Accept::new()),
//!     Envelope::new(
//!         Instant::parse("2021-04-03T16:00:00+07:00")?,
//!         nurse.clone(),
//!         RecordMissedAppointment::new(Date::parse("2021-04-03")?),
//!     ),
//! ] {
//!     let Decision::Accepted(accepted) = decide(case.as_ref(), &envelope, &policy)? else {
//!         panic!("refused")
//!     };
//!     case = evolve(case, accepted.event);
//! }
//! let case = case.expect("referred");
//!
//! // Why may the unit not report the absence yet, and from when may it?
//! let at = Instant::parse("2021-04-10T09:00:00+07:00")?;
//! let buttons = actions(Some(&case), &nurse, at, &policy);
//! let report = buttons.iter().find(|button| button.action == "report_absence").expect("known");
//! assert!(!report.allowed);
//! assert_eq!(bosoto::wire::to_json(&report.allowed_from), r#""2021-04-17""#);
//! assert_eq!(report.reasons[0].rule.id, "CT-16");
//!
//! // What is owed on that day?
//! let owed = obligations(&case, Date::parse("2021-04-10")?, &policy);
//! let first = &owed[0];
//! assert_eq!((first.rule.id, first.what.name), ("CT-14", "first_trace"));
//! assert_eq!(first.due_by, Some(Date::parse("2021-04-10")?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Where things are
//!
//! What an embedder needs lies flat here; a module for each lifecycle ([`compulsory`] is the largest) holds
//! its commands, each with a constructor and setters. A document comes in and goes out as JSON by [`wire`];
//! every question is also a [`call`](mod@call), text in and text out. [`any`](mod@any) is a lifecycle known
//! by its name only, [`registry`] holds every rule, parameter and fault, [`worklist`] and
//! [`report`] ask over many cases.
//!
//! A rule has an id that never changes and is a static of that name: searching for `CT_16` finds its
//! text and the room in which it is applied, `CT-16` the scenarios that prove it.
#![warn(missing_docs)]

/// What is derived speaks of this library by its name.
extern crate self as bosoto;

#[doc(hidden)]
pub mod base;
#[doc(hidden)]
pub mod contract;
pub mod indicator;
#[doc(hidden)]
pub mod lifecycle;
#[doc(hidden)]
pub mod lifecycles;
pub mod policy;
#[doc(hidden)]
pub mod question;
pub mod record;
pub(crate) mod rulebook;
#[doc(hidden)]
pub mod schedule;
#[doc(hidden)]
pub mod surveillance;
pub mod wire;

pub use base::actor::{Actor, Role};
pub use base::calendar::{Date, Instant};
pub use base::data_error::{DataCode, DataError};
pub use base::id::{CaseId, OrgId, UserId};
pub use base::person::{Address, IdType, Person, PersonId};
pub use base::rule::Rule;
pub use base::text::{Message, Text};
pub use lifecycle::{
    Action, Case, Decision, Envelope, Event, Reason, ReasonKind, actions, decide, evolve, flags,
    merge, obligations, replay, view,
};
pub use policy::Policy;
pub use schedule::{Obligation, Status};
pub use wire::WireError;

pub use base::{actor, area, calendar, help, icd10, id, identifier, person, private, shape, text};
pub use contract::{calls as call, form, registry, schema};
pub use lifecycles::assistance::quality_of_life;
pub use lifecycles::{
    account, admin_change, aftercare, any, assistance, compulsory, data_change, episode,
    registry_link,
};
pub use question::{
    batch, casework, compare, matrix, report, roster, timeliness, travel, worklist, workload,
};
pub use surveillance as smiv;
