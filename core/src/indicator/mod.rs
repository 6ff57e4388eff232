//! Indicators (ตัวชี้วัด): suicide (KP-15), SMI-V care (KP-16), retention (KP-22), from the rows of tables.
//!
//! Each has a builder that is given rows as they are read, in any order, and then asked for its [`Indicator`]. This room
//! does not know how a table is stored, nor any case.
//!
//! ```
//! use bosoto::Policy;
//! use bosoto::calendar::Date;
//! use bosoto::indicator::{Kp16, Level, Period, kp_16};
//!
//! let mut indicator = Kp16::new(Period::new(2568, 4)?, Level::Country, &Policy::default());
//! let (hospcode, pid) = ("10670", "000123");
//! let violent_on = Date::parse("2025-09-01")?;
//! indicator.diagnosis(&kp_16::Diagnosis {
//!     hospcode, pid, date_serv: Some(violent_on), diagcode: "F200", ..Default::default()
//! });
//! indicator.special_pp(&kp_16::SpecialPp {
//!     hospcode, pid, date_serv: Some(violent_on), ppspecial: "1B031", ..Default::default()
//! });
//! let country = &indicator.finish().areas[0];
//! assert_eq!(country.ledger.denominator, ["10670/000123"]);
//! assert_eq!(country.figure.value.as_deref(), Some("100.00"));
//! assert_eq!(country.figure.met, Some(true));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod area;
mod cell;
mod figure;
mod input;
pub mod kp_15;
pub mod kp_16;
pub mod kp_22;
mod outcome;
mod period;
pub(crate) mod rules;

pub use area::Level;
pub use cell::{day, day_of_moment};
pub use figure::{Bound, Figure, Target, indicator_value};
pub use input::{Column, Holds, Input, inputs};
pub use kp_15::{Kp15, PopulationUsed};
pub use kp_16::Kp16;
pub use kp_22::Kp22;
pub use outcome::{Area, Excluded, Indicator, Ledger, LedgerRow, Reason, Role, Warning};
pub use period::Period;

use crate::base::rule::Applied;

/// Where a rule is applied that no table holds.
pub(crate) const APPLIED: &[Applied] = &[kp_15::APPLIES, kp_16::APPLIES, kp_22::APPLIES];
