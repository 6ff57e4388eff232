//! Questions over many cases.

pub mod matrix;
pub mod report;
pub mod roster;
pub mod travel;
pub mod worklist;
