//! The rules of Thailand's national drug-treatment case system (บสต., "bo so to") as a library.
//!
//! Which command may be given on a case, by whom, from which day; what it sets going; what is owed,
//! by when and by whom. Pure functions: no clock, no input or output, no randomness. The caller says
//! what time it is and stores what comes out, and equal input gives equal bytes.
//!
//! ```
//! use bosoto::actor::{Actor, Role};
//! use bosoto::calendar::{Instant, parse_date};
//! use bosoto::compulsory::{Command, Compulsory};
//! use bosoto::lifecycle::{self, Case, Decision, Envelope};
//! use bosoto::policy::Policy;
//! use bosoto::schedule::Owed;
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
//! assert_eq!(report.reasons[0].rule, "CT-16");
//!
//! // What is owed on that day?
//! let owed = lifecycle::obligations(&case, parse_date("2021-04-10")?, &policy);
//! let first = &owed[0];
//! assert_eq!((first.rule, first.what), ("CT-14", Owed::FirstTrace));
//! assert_eq!(first.due_by, Some(parse_date("2021-04-10")?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Where things are
//!
//! - The machinery: [`lifecycle`] decides, evolves, replays and answers questions for every lifecycle;
//!   [`any`](mod@any) does the same for one that is known by its name only; [`wire`] reads and writes
//!   the JSON that every language shares.
//! - The lifecycles, a folder each with its table, guards, payloads and obligations: [`compulsory`] and
//!   its siblings.
//! - The registry: [`rulebook`] holds every rule by its id, [`policy`] every number that a rule names.
//! - Over many cases: [`worklist`] says what an officer owes, [`report`] which reports are due,
//!   [`matrix`] who may what. [`travel`] is a case with a clock for the tests of embedders.
//! - What lifecycles share: [`actor`], [`calendar`], [`identifier`], [`person`], [`area`], [`effect`],
//!   [`schedule`], [`text`], [`private`], [`help`], [`quality_of_life`].
//!
//! A rule has an id that never changes. Searching for `CT-16` finds its text in the registry, the row
//! of the table, the guard, the obligation and the scenarios that prove it.
#![warn(missing_docs)]

pub mod base;
pub mod contract;
pub mod lifecycle;
pub mod lifecycles;
pub mod policy;
pub mod question;
pub mod rulebook;
pub mod schedule;
pub mod surveillance;
pub mod wire;

pub use base::{actor, area, calendar, help, identifier, person, private, text};
pub use contract::{calls as call, form, schema};
pub use lifecycles::assistance::quality_of_life;
pub use lifecycles::{access, aftercare, any, assistance, compulsory, effect, episode};
pub use question::{matrix, report, roster, travel, worklist};
pub use surveillance as smiv;
