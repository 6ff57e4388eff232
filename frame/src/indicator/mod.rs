//! Indicators from tables: flat ones, or of KP-16 those of an export; what counts is said in [`bosoto::indicator`].

mod feed;
mod ledger;
mod row;
mod tables;
#[cfg(test)]
mod tests;

use std::fmt;

use bosoto::indicator::{Indicator, Level, Period, PopulationUsed};
use bosoto::text::Text;
use bosoto::{DataCode, DataError, Policy};

pub use ledger::ledger_batch;

use self::tables::Tables;
use crate::options::Watch;
use crate::source::{Parquet, Reading, Source};

/// What is asked of an indicator.
pub struct Asked {
    /// The time that is counted.
    pub period: Period,
    /// The areas that are told apart.
    pub by: Level,
    /// The numbers, those of the last day of the period.
    pub policy: Policy,
    /// The population of KP-15, which quarter 1 has to name.
    pub population: Option<PopulationUsed>,
    /// The provinces and regions (`R1` to `R13`) of KP-15 whose 506S is not used.
    pub trouble: Vec<String>,
    /// How many bytes a ZIP may unpack to; without it 4 GiB, and no member to more than 250 times its size.
    pub unpack_limit: Option<u64>,
    /// Who reads Parquet; nobody by default.
    pub parquet: Option<Parquet>,
    /// Who is told of the progress.
    pub watch: Option<Box<Watch>>,
}

impl Asked {
    /// A period by areas, under the default policy.
    #[must_use]
    pub fn new(period: Period, by: Level) -> Self {
        Self {
            period,
            by,
            policy: Policy::default(),
            population: None,
            trouble: Vec::new(),
            unpack_limit: None,
            parquet: None,
            watch: None,
        }
    }

    fn reading(&self) -> Reading {
        Reading {
            unpack_limit: self.unpack_limit,
            parquet: self.parquet.clone(),
        }
    }
}

impl fmt::Debug for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Asked")
            .field("period", &self.period)
            .field("by", &self.by)
            .finish_non_exhaustive()
    }
}

const OF_KP_15: Text = Text::given(&[
    "ประชากร (population) และพื้นที่ที่ไม่ใช้ข้อมูล 506S (trouble) ใช้กับ KP-15 เท่านั้น โปรดนำออก",
    "`population` and `trouble` are of KP-15 alone; leave them out",
]);

/// An indicator (`KP-15`, `KP-16`, `KP-22`) with its ledger.
///
/// The tables are those of [`inputs`](bosoto::indicator::inputs), by their names or as files of a folder; of KP-16 those of
/// one or more exports may stand for the first three, DIAGNOSIS_OPD and DIAGNOSIS_IPD together. A table that is given and
/// not needed is not read, nor is one of an export beside the flat one that it could stand for.
///
/// # Errors
///
/// `unknown_value` (the id, `trouble`, two populations of one province, `population` or `trouble` of another indicator than
/// KP-15), `missing_table`, `missing_column`, `unknown_table`, `wrong_type`, `unreadable`, `too_large`; of KP-15 `level_not_defined`, `population_required`,
/// `missing_population`.
///
/// ```
/// use std::sync::Arc;
///
/// use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray};
/// use bosoto::indicator::{Level, Period};
/// use bosoto_frame::{Asked, Given, Source, indicator};
///
/// let text = |cells: &[&str]| -> ArrayRef { Arc::new(StringArray::from(cells.to_vec())) };
/// let deaths = RecordBatch::try_from_iter([
///     ("death_id", text(&["d1", "d2"])),
///     ("source", text(&["506s", "506s"])),
///     ("died_on", text(&["20250115", "2025-02-01"])),
///     ("place", text(&["50", "50"])),
///     ("cause", text(&["X70", "I21"])),
/// ])?;
/// let populations = RecordBatch::try_from_iter([
///     ("province", text(&["50"])),
///     ("basis", text(&["mid_year"])),
///     ("year", Arc::new(Int64Array::from(vec![2025])) as ArrayRef),
///     ("population", Arc::new(Int64Array::from(vec![1_800_000])) as ArrayRef),
/// ])?;
/// let tables = [("deaths", deaths), ("populations", populations)];
/// let tables = tables.map(|(name, rows)| (name.to_owned(), Given::Batches(rows.schema(), vec![rows])));
/// let asked = Asked::new(Period::new(2568, 4)?, Level::Province);
/// let result = indicator("KP-15", Source::Tables(tables.into()), &asked)?;
/// let chiang_mai = &result.areas[0];
/// assert_eq!((chiang_mai.area.as_str(), chiang_mai.figure.value.as_deref()), ("50", Some("0.06")));
/// assert_eq!(chiang_mai.ledger.numerator, ["d1"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn indicator(id: &str, source: Source, asked: &Asked) -> Result<Indicator, DataError> {
    let has_own = asked.population.is_some() || !asked.trouble.is_empty();
    // Another id is none of the known ones, and that is said of it.
    if has_own && matches!(id, "KP-16" | "KP-22") {
        return Err(DataError::new(DataCode::UnknownValue, OF_KP_15));
    }
    let tables = Tables::find(id, source, asked)?;
    match id {
        "KP-15" => feed::kp_15(tables, asked),
        "KP-16" => feed::kp_16(tables, asked),
        _ => feed::kp_22(tables, asked),
    }
}
