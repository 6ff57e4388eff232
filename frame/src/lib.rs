//! Whole tables of Thailand's 43-file standard (แฟ้มมาตรฐาน 43 แฟ้ม) judged: every finding of every rule, each table read
//! once, on all cores.
//!
//! [`validate`] takes a ZIP as a hospital exports it, a folder of members or of ZIPs, a single file (text with `|`, CSV,
//! NDJSON), a workbook (.xlsx), or Arrow batches in memory. What is wrong comes out as [`Findings`]: counted, as an Arrow stream, with the good
//! and the bad rows of the source apart, and as a page to read ([`Findings::to_html`]). Memory is bounded: text is read in
//! portions, keys are kept as hashes.
//!
//! The rules themselves are in [`bosoto::record`], as functions over cells; this crate knows files, columns and threads.
//! Nothing is unpacked to the disk, and no personal value is shown unless asked for (RV-07).
//!
//! ```
//! use std::sync::Arc;
//!
//! use arrow_array::{ArrayRef, RecordBatch, StringArray};
//! use bosoto_frame::{Given, Options, Source, validate};
//!
//! let column = |cells: [&str; 2]| -> ArrayRef { Arc::new(StringArray::from(cells.to_vec())) };
//! let deaths = RecordBatch::try_from_iter([
//!     ("HOSPCODE", column(["10670", "10670"])),
//!     ("PID", column(["1", "2"])),
//!     ("DDEATH", column(["20240229", "25670229"])),
//!     ("CDEATH_A", column(["I21.9", "X70"])),
//!     ("CDEATH", column(["I219", "X70"])),
//!     ("PDEATH", column(["1", "3"])),
//! ])?;
//! let tables = vec![("DEATH".to_owned(), Given::Batches(deaths.schema(), vec![deaths]))];
//! let findings = validate(Source::Tables(tables), &Options::default())?;
//! let told: Vec<_> = findings.counts().iter().map(|count| (count.code.name(), count.column)).collect();
//! assert_eq!(told, [("buddhist_year", Some("DDEATH")), ("list", Some("PDEATH"))]);
//! let (table, mut bad) = findings.bad().remove(0);
//! assert_eq!((table.name(), bad.next().expect("a batch")?.num_rows()), ("DEATH", 1));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![warn(missing_docs)]

mod check;
mod columns;
mod engine;
mod error;
mod findings;
mod indicator;
mod logs;
mod options;
mod report;
mod rows;
mod sample;
mod source;
mod threads;
mod workbook;

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod reference;
#[cfg(test)]
mod sources;

pub use check::{check_cell, check_row};
pub use columns::{check_texts, fiscal_years, icd10_roots, thai_dates};
pub use findings::{Count, Findings, Stream, TakenColumn, Together, validate};
pub use indicator::{Asked, indicator, ledger_batch};
pub use logs::{LogQuestion, LogTable};
pub use options::{Options, Watch};
pub use report::Language;
pub use sample::{EpisodeLabel, Label, Sample, SampleEpisodes};
pub use source::{Given, Parquet, Source, files};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
