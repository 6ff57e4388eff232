//! Which tables and columns each indicator is given, as data: whoever reads tables says by it what is missing.

use super::area::Level;
use super::figure::measure;
use super::rules::{KP_15, KP_16};
use crate::base::data_error::DataError;

/// A flat table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Input {
    /// Its name.
    pub table: &'static str,
    /// The columns that are read of it.
    pub columns: &'static [Column],
}

/// A column of a flat table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What its cells hold.
    pub holds: Holds,
    /// Whether the table needs it.
    pub required: bool,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Texts.
    Text,
    /// Dates, or texts `YYYYMMDD`.
    Date,
    /// Whole numbers.
    Number,
    /// `true` or `false`.
    Flag,
}

/// The flat tables of an indicator by areas of a level. 43-file tables may stand for the first three of KP-16.
///
/// # Errors
///
/// `unknown_value`: an indicator of another id.
///
/// ```
/// use bosoto::indicator::{Level, inputs};
///
/// let names = |by| inputs("KP-16", by).map(|tables| tables.iter().map(|one| one.table).collect::<Vec<_>>());
/// assert_eq!(names(Level::Country)?, ["persons", "diagnoses", "special_pp"]);
/// assert_eq!(names(Level::Region)?, ["persons", "diagnoses", "special_pp", "facilities"]);
/// # Ok::<(), bosoto::DataError>(())
/// ```
pub fn inputs(id: &str, by: Level) -> Result<&'static [Input], DataError> {
    let rule = measure(id)?.rule;
    let needs_provinces = matches!(by, Level::Province | Level::Region);
    if *rule == KP_15 {
        return Ok(OF_KP_15);
    }
    if *rule != KP_16 {
        return Ok(OF_KP_22);
    }
    let last = OF_KP_16.len().saturating_sub(usize::from(!needs_provinces));
    Ok(OF_KP_16.get(..last).unwrap_or_default())
}

const fn column(name: &'static str, holds: Holds) -> Column {
    Column {
        name,
        holds,
        required: true,
    }
}

const fn maybe(name: &'static str, holds: Holds) -> Column {
    Column {
        required: false,
        ..column(name, holds)
    }
}

const OF_KP_15: &[Input] = &[
    Input {
        table: "deaths",
        columns: &[
            column("death_id", Holds::Text),
            column("source", Holds::Text),
            column("died_on", Holds::Date),
            maybe("place", Holds::Text),
            column("cause", Holds::Text),
        ],
    },
    Input {
        table: "populations",
        columns: &[
            column("province", Holds::Text),
            column("basis", Holds::Text),
            column("year", Holds::Number),
            column("population", Holds::Number),
        ],
    },
];

const OF_KP_16: &[Input] = &[
    Input {
        table: "persons",
        columns: &[
            column("hospcode", Holds::Text),
            column("pid", Holds::Text),
            maybe("cid", Holds::Text),
            maybe("died_on", Holds::Date),
        ],
    },
    Input {
        table: "diagnoses",
        columns: &[
            column("hospcode", Holds::Text),
            column("pid", Holds::Text),
            column("date_serv", Holds::Date),
            column("diagcode", Holds::Text),
            maybe("cid", Holds::Text),
        ],
    },
    Input {
        table: "special_pp",
        columns: &[
            column("hospcode", Holds::Text),
            column("pid", Holds::Text),
            maybe("seq", Holds::Text),
            column("date_serv", Holds::Date),
            column("ppspecial", Holds::Text),
            maybe("cid", Holds::Text),
        ],
    },
    Input {
        table: "facilities",
        columns: &[
            column("hospcode", Holds::Text),
            column("province", Holds::Text),
        ],
    },
];

const OF_KP_22: &[Input] = &[
    Input {
        table: "episodes",
        columns: &[
            column("case_id", Holds::Text),
            column("unit", Holds::Text),
            column("province", Holds::Text),
            column("legal_basis", Holds::Text),
            column("severity", Holds::Text),
            maybe("treatment_type", Holds::Text),
            column("methadone", Holds::Flag),
            column("screened_on", Holds::Date),
            column("started_on", Holds::Date),
            column("summarised_on", Holds::Date),
            column("outcome", Holds::Text),
            column("ministry_facility", Holds::Flag),
        ],
    },
    Input {
        table: "follow_ups",
        columns: &[
            column("case_id", Holds::Text),
            column("on", Holds::Date),
            column("kind", Holds::Text),
            column("result", Holds::Text),
        ],
    },
];
