//! How tables are judged.

use std::fmt;

use bosoto::Date;
use bosoto::record::{Areas, Codes, Values};

use crate::source::{Parquet, Reading};

/// Told how many more rows were read; false ends the reading.
pub type Watch = dyn Fn(u64) -> bool + Send + Sync;

/// How tables are judged; by default every code is reported and personal values are withheld.
#[derive(Default)]
pub struct Options {
    /// The day against which the future is judged; without it that of the ZIP's stamp (RV-06).
    pub as_of: Option<Date>,
    /// The codes that are reported; a cell that fails another has failed all the same.
    pub codes: Option<Codes>,
    /// The tambons that there are (RV-02).
    pub areas: Option<Areas>,
    /// Whether PERSON carries every person, so that one who is not there is an error (RV-06).
    pub persons_complete: bool,
    /// Whether findings show personal values (RV-07).
    pub values: Option<Values>,
    /// How many bytes a ZIP may unpack to; without it 4 GiB, and no member to more than 250 times its size.
    pub unpack_limit: Option<u64>,
    /// Who reads Parquet; nobody by default.
    pub parquet: Option<Parquet>,
    /// Who is told of the progress.
    pub watch: Option<Box<Watch>>,
}

impl Options {
    pub(crate) fn reading(&self) -> Reading {
        Reading {
            unpack_limit: self.unpack_limit,
            parquet: self.parquet.clone(),
        }
    }

    pub(crate) fn codes(&self) -> Codes {
        self.codes.unwrap_or_else(Codes::all)
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("as_of", &self.as_of)
            .field("codes", &self.codes)
            .field("persons_complete", &self.persons_complete)
            .field("values", &self.values)
            .finish_non_exhaustive()
    }
}
