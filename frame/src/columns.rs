//! A column in, a column as long out: texts judged alone, codes and dates written. A null stays one.

use std::fmt::Write;

use arrow_array::builder::{Int32Builder, StringBuilder};
use arrow_array::{Array, ArrayRef, Int32Array, StringArray};
use arrow_buffer::NullBuffer;
use bosoto::calendar::{Date, FiscalYear, Style};
use bosoto::call::{read_date, read_style};
use bosoto::icd10::Icd10;
use bosoto::record::CellRule;
use bosoto::text::Text;
use bosoto::wire::WireError;
use bosoto::{DataCode, DataError};

use crate::rows::{Cells, Fit, Holds, fit};

/// The code of the first that is wrong with each text by the rule beside it, null where nothing is.
///
/// # Errors
///
/// Those of [`CellRule::named`]; `wrong_type`: a column of no text.
///
/// ```
/// use std::sync::Arc;
///
/// use arrow_array::{Array, ArrayRef, StringArray};
///
/// let column = |cells: [Option<&str>; 3]| -> ArrayRef { Arc::new(StringArray::from(cells.to_vec())) };
/// let rules = column([Some("RV-01"), Some("RV-04"), Some("RV-04")]);
/// let codes = bosoto_frame::check_texts(&rules, &column([Some("3100600445636"), Some("F20.0"), None]))?;
/// assert_eq!(codes.value(0), "cid_check_digit");
/// assert!(codes.is_null(1) && codes.is_null(2));
/// # Ok::<(), bosoto::DataError>(())
/// ```
pub fn check_texts(rules: &ArrayRef, texts: &ArrayRef) -> Result<StringArray, DataError> {
    let (rules, texts) = (Texts::of(rules)?, Texts::of(texts)?);
    let mut rule = Last::default();
    let judge = |row| {
        let (Some(name), Some(text)) = (rules.get(row), texts.get(row)) else {
            return Ok(None);
        };
        let code = rule.of(name, CellRule::named)?.judge(text);
        Ok(code.map(bosoto::record::Code::name))
    };
    (0..texts.len()).map(judge).collect()
}

/// The root of each ICD-10 code, its first three characters in upper case; null where it has not the shape of one (RV-04).
///
/// # Errors
///
/// `wrong_type`: a column of no text.
pub fn icd10_roots(texts: &ArrayRef) -> Result<StringArray, DataError> {
    let texts = Texts::of(texts)?;
    let mut roots = StringBuilder::with_capacity(texts.len(), texts.len().saturating_mul(3));
    for row in 0..texts.len() {
        let code = texts.get(row).and_then(Icd10::read);
        roots.append_option(code.as_ref().map(Icd10::root));
    }
    Ok(roots.finish())
}

/// Each date as Thai readers write it, in the style beside it (TM-6).
///
/// # Errors
///
/// Those of the call `thai_date`.
pub fn thai_dates(dates: &ArrayRef, styles: &ArrayRef) -> Result<StringArray, WireError> {
    let (dates, styles) = (Dates::of(dates), Texts::read(styles));
    let mut texts = StringBuilder::new();
    let mut known = Last::<Style>::default();
    for row in 0..dates.len() {
        let (Some(date), Some(style)) = (dates.get(row).transpose()?, styles.get(row)) else {
            texts.append_null();
            continue;
        };
        let style = *known.of(style, read_style)?;
        // A builder in memory takes everything.
        let _ = write!(texts, "{}", date.format(style));
        texts.append_value("");
    }
    Ok(texts.finish())
}

/// The fiscal year of each date, B.E. (TM-5).
///
/// # Errors
///
/// `malformed` at `/date`: outside the years of the library.
pub fn fiscal_years(dates: &ArrayRef) -> Result<Int32Array, WireError> {
    let dates = Dates::of(dates);
    let mut years = Int32Builder::with_capacity(dates.len());
    for row in 0..dates.len() {
        let date = dates.get(row).transpose()?;
        years.append_option(date.map(|date| FiscalYear::of(date).number()));
    }
    Ok(years.finish())
}

/// The cells of a column with its nulls, those of a dictionary's values among them.
struct Column {
    cells: Cells,
    nulls: Option<NullBuffer>,
    len: usize,
}

impl Column {
    fn of(array: &ArrayRef, holds: Holds) -> Self {
        Self {
            cells: Cells::of(array, holds),
            nulls: array.logical_nulls(),
            len: array.len(),
        }
    }

    fn get(&self, row: usize) -> Option<&str> {
        let is_null = self.nulls.as_ref().is_some_and(|nulls| nulls.is_null(row));
        // Cells of texts are UTF-8, and dates are written in digits.
        (!is_null).then(|| std::str::from_utf8(self.cells.cell(row)).unwrap_or_default())
    }
}

/// A column of texts, trimmed.
struct Texts(Column);

impl Texts {
    fn of(array: &ArrayRef) -> Result<Self, DataError> {
        match fit(array.data_type(), Holds::Text) {
            Fit::Text => Ok(Self::read(array)),
            Fit::Date | Fit::Wrong => Err(DataError::new(DataCode::WrongType, NO_TEXT)),
        }
    }

    /// The same where every type is read; what is no text is null.
    fn read(array: &ArrayRef) -> Self {
        Self(Column::of(array, Holds::Text))
    }

    fn len(&self) -> usize {
        self.0.len
    }

    fn get(&self, row: usize) -> Option<&str> {
        self.0.get(row)
    }
}

/// A column of dates.
struct Dates(Column);

impl Dates {
    fn of(array: &ArrayRef) -> Self {
        Self(Column::of(array, Holds::Date))
    }

    fn len(&self) -> usize {
        self.0.len
    }

    fn get(&self, row: usize) -> Option<Result<Date, WireError>> {
        let digits = self.0.get(row)?;
        let date = Date::parse_compact(digits);
        Some(date.or_else(|_| read_date(&with_dashes(digits))))
    }
}

fn with_dashes(digits: &str) -> String {
    let [year, month, day] = [0..4, 4..6, 6..8].map(|part| digits.get(part).unwrap_or_default());
    format!("{year}-{month}-{day}")
}

/// What the last name stands for: most columns of names have one.
struct Last<T>(Option<(String, T)>);

impl<T> Default for Last<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Last<T> {
    fn of<E>(&mut self, name: &str, read: impl Fn(&str) -> Result<T, E>) -> Result<&T, E> {
        let last = match self.0.take() {
            Some(last) if last.0 == name => last,
            _ => (name.to_owned(), read(name)?),
        };
        Ok(&self.0.insert(last).1)
    }
}

const NO_TEXT: Text = Text::given(&[
    "คอลัมน์ที่ส่งมาไม่เป็นข้อความ โปรดแปลงเป็นข้อความก่อน",
    "the column given is no text; make it text first",
]);

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::types::Int8Type;
    use arrow_array::{Date32Array, DictionaryArray, LargeStringArray, StringViewArray};
    use proptest::prelude::*;

    use super::*;

    type Cell = Option<String>;

    /// The same column in every form.
    fn forms(cells: &[Cell]) -> Vec<ArrayRef> {
        let texts = || cells.iter().map(Option::as_deref);
        vec![
            Arc::new(texts().collect::<StringArray>()),
            Arc::new(texts().collect::<LargeStringArray>()),
            Arc::new(texts().collect::<StringViewArray>()),
            Arc::new(texts().collect::<DictionaryArray<Int8Type>>()),
        ]
    }

    fn cells() -> impl Strategy<Value = Vec<Cell>> {
        let cell = "|[0-9]{13}|3100600445635| ?[A-Za-z][0-9.]{2,4} ?|\\PC{0,15}";
        prop::collection::vec(prop::option::of(cell), 0..50)
    }

    proptest! {
        #[test]
        fn a_column_is_judged_cell_by_cell(texts in cells(), rules in prop::collection::vec(prop::sample::select(vec![None, Some("RV-01"), Some("RV-04"), Some("PERSON.SEX")]), 50)) {
            let rules: Vec<Cell> = rules.iter().take(texts.len()).map(|rule| rule.map(str::to_owned)).collect();
            let judged = |(rule, text): (&Cell, &Cell)| {
                let rule = CellRule::named(rule.as_deref()?).unwrap();
                rule.judge(text.as_deref()?).map(bosoto::record::Code::name)
            };
            let expected: StringArray = rules.iter().zip(&texts).map(judged).collect();
            let root = |text: &Cell| {
                let code = Icd10::read(bosoto::record::trim(text.as_deref()?))?;
                Some(code.root().to_owned())
            };
            let roots: StringArray = texts.iter().map(root).collect();
            for (rules, texts) in forms(&rules).iter().zip(forms(&texts)) {
                prop_assert_eq!(&check_texts(rules, &texts).unwrap(), &expected);
                prop_assert_eq!(&icd10_roots(&texts).unwrap(), &roots);
            }
        }

        #[test]
        fn dates_are_written_as_the_call_writes_them(
            days in prop::collection::vec(prop::option::of(-62_000..157_000_i32), 0..50),
            style in prop::sample::select(vec!["short", "slash", "abbreviated", "long", "digits"]),
        ) {
            let styles: ArrayRef = Arc::new(StringArray::from(vec![style; days.len()]));
            let column: ArrayRef = Arc::new(Date32Array::from(days.clone()));
            let dates = || days.iter().map(|day| day.map(|day| Date::from_epoch_days(day).unwrap()));
            let written = |date: Date| serde_json::from_str::<String>(&bosoto::call::thai_date(&date.to_string(), style)).unwrap();
            let texts: StringArray = dates().map(|date| date.map(written)).collect();
            prop_assert_eq!(thai_dates(&column, &styles).unwrap(), texts);
            let years: Int32Array = dates().map(|date| date.map(|date| FiscalYear::of(date).number())).collect();
            prop_assert_eq!(fiscal_years(&column).unwrap(), years);
        }
    }

    #[test]
    fn what_cannot_be_answered_is_an_error() {
        let text = |text: &str| -> ArrayRef { Arc::new(StringArray::from(vec![None, Some(text)])) };
        let day = |day: i32| -> ArrayRef { Arc::new(Date32Array::from(vec![None, Some(day)])) };
        let style = |name| thai_dates(&day(0), &text(name));
        assert_eq!(
            check_texts(&text("RV-05"), &text("")).unwrap_err().code,
            DataCode::UnknownValue
        );
        assert_eq!(
            check_texts(&text("RV-01"), &day(0)).unwrap_err().code,
            DataCode::WrongType
        );
        assert_eq!(icd10_roots(&day(0)).unwrap_err().code, DataCode::WrongType);
        assert_eq!(style("iso").unwrap_err().pointer, "/style");
        assert_eq!(style("short").unwrap().value(1), "1/1/13");
        // 1 January 2567 C.E., and the last day that can be counted.
        for late in [218_049, i32::MAX, i32::MIN] {
            assert_eq!(
                fiscal_years(&day(late)).unwrap_err().pointer,
                "/date",
                "{late}"
            );
        }
    }
}
