//! The cells of an Arrow column: text of any kind, or dates written out as the standard writes them.
//!
//! Offsets and lengths come from whoever made the array: each is checked, and what lies outside is empty.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "Arrow has dozens of types and the standard as many kinds, of which these are told apart"
)]

use std::ops::Range;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowDictionaryKeyType, Date32Type, Date64Type, Decimal128Type, Float64Type, Int8Type,
    Int16Type, Int32Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{
    Array, ArrayRef, ArrowPrimitiveType, LargeStringArray, StringArray, StringViewArray,
};
use arrow_buffer::{ArrowNativeType, Buffer, NullBuffer};
use arrow_schema::{DataType, TimeUnit};
use bosoto::indicator;
use bosoto::record::{Cell, Kind, Short, trim_bytes};

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    Text,
    /// `YYYYMMDD`.
    Date,
    /// `YYYYMMDDHHMMSS`.
    DateTime,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Flag,
}

impl From<Kind> for Holds {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Date => Self::Date,
            Kind::DateTime => Self::DateTime,
            _ => Self::Text,
        }
    }
}

impl From<indicator::Holds> for Holds {
    fn from(holds: indicator::Holds) -> Self {
        match holds {
            indicator::Holds::Text => Self::Text,
            indicator::Holds::Date => Self::Date,
            indicator::Holds::Number => Self::Number,
            indicator::Holds::Flag => Self::Flag,
        }
    }
}

/// What a column of this type is to a column that is read.
pub(crate) enum Fit {
    /// Its cells are what is judged.
    Text,
    /// It holds dates, which cannot be written wrongly.
    Date,
    /// Leading zeros are lost, or it is something else altogether.
    Wrong,
}

/// How a type fits what a column holds.
pub(crate) fn fit(data_type: &DataType, holds: Holds) -> Fit {
    match data_type {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null => Fit::Text,
        DataType::Dictionary(_, values) => match fit(values, Holds::Text) {
            Fit::Text => Fit::Text,
            Fit::Date | Fit::Wrong => Fit::Wrong,
        },
        DataType::Date32 | DataType::Date64 | DataType::Timestamp(..)
            if matches!(holds, Holds::Date | Holds::DateTime) =>
        {
            Fit::Date
        }
        DataType::Boolean if holds == Holds::Flag => Fit::Text,
        number if holds == Holds::Number && is_number(number) => Fit::Text,
        _ => Fit::Wrong,
    }
}

/// A column of cells.
pub(crate) enum Cells {
    /// Nothing in any cell.
    Nulls,
    Text(StringArray),
    Large(LargeStringArray),
    View(StringViewArray),
    /// Views of which some are null, and all of them once more with nothing in those.
    Emptied(StringViewArray, Vec<[u8; 16]>),
    /// Values chosen by their place; beyond the last is null.
    Chosen(Vec<u32>, Box<Cells>),
    /// Dates, each in so many digits.
    Written {
        digits: Vec<u8>,
        width: usize,
        nulls: Option<NullBuffer>,
    },
}

impl Cells {
    /// The cells of an array for a column of this kind; nothing where its type does not fit.
    pub fn of(array: &ArrayRef, holds: Holds) -> Self {
        match array.data_type() {
            DataType::Utf8 => Self::Text(array.as_string::<i32>().clone()),
            DataType::LargeUtf8 => Self::Large(array.as_string::<i64>().clone()),
            DataType::Utf8View => viewed(array.as_string_view()),
            DataType::Dictionary(key, _) => chosen(array, key),
            DataType::Date32 => written::<Date32Type>(array, holds, 86_400, 1),
            DataType::Date64 => written::<Date64Type>(array, holds, 1, 1_000),
            DataType::Timestamp(unit, zone) => {
                // The records are Thai: a moment of the world is shown in Thai time.
                let shift = if zone.is_some() { 7 * 3_600 } else { 0 };
                moments(array, holds, *unit, shift)
            }
            DataType::Boolean => Self::Text(flags(array)),
            number if is_number(number) => Self::Text(numbers(array)),
            _ => Self::Nulls,
        }
    }

    /// The cells of some rows as they stand, with the spaces around them; `room` is empty memory for them.
    pub fn run<'a>(&'a self, rows: Range<usize>, mut room: Vec<&'a [u8]>) -> Run<'a> {
        match self {
            Self::Nulls => return Run::Nothing(rows.len()),
            Self::View(array) => return seen_in(array, views(array), rows),
            Self::Emptied(array, views) => return seen_in(array, views, rows),
            Self::Text(array) => {
                let (ends, bytes) = (array.value_offsets(), array.value_data());
                room.extend(rows.map(|row| between(ends, bytes, array.nulls(), row)));
            }
            Self::Large(array) => {
                let (ends, bytes) = (array.value_offsets(), array.value_data());
                room.extend(rows.map(|row| between(ends, bytes, array.nulls(), row)));
            }
            Self::Chosen(keys, values) => {
                room.extend(rows.map(|row| {
                    keys.get(row)
                        .map_or(&[][..], |key| values.stands(*key as usize))
                }));
            }
            Self::Written {
                digits,
                width,
                nulls,
            } => room.extend(rows.map(|row| date(digits, *width, nulls.as_ref(), row))),
        }
        Run::Slices(room)
    }

    /// The cells as views, where they are and none is null.
    pub fn views(&self) -> Option<&StringViewArray> {
        match self {
            Self::View(array) => Some(array),
            _ => None,
        }
    }

    /// The trimmed cell of a row.
    pub fn cell(&self, row: usize) -> &[u8] {
        trim_bytes(self.stands(row))
    }

    /// The cell of a row as it stands.
    fn stands(&self, row: usize) -> &[u8] {
        match self {
            Self::Nulls => &[],
            Self::Text(array) => between(
                array.value_offsets(),
                array.value_data(),
                array.nulls(),
                row,
            ),
            Self::Large(array) => between(
                array.value_offsets(),
                array.value_data(),
                array.nulls(),
                row,
            ),
            Self::View(array) => seen_at(array, views(array), row),
            Self::Emptied(array, views) => seen_at(array, views, row),
            Self::Chosen(keys, values) => keys
                .get(row)
                .map_or(&[], |key| values.stands(*key as usize)),
            Self::Written {
                digits,
                width,
                nulls,
            } => date(digits, *width, nulls.as_ref(), row),
        }
    }
}

/// The cells of a column in some rows, as they stand.
pub(crate) enum Run<'a> {
    /// So many cells with nothing in them.
    Nothing(usize),
    Slices(Vec<&'a [u8]>),
    Views(Views<'a>),
}

/// Cells that lie in views.
#[derive(Clone, Copy)]
pub(crate) struct Views<'a> {
    views: &'a [[u8; 16]],
    buffers: &'a [Buffer],
}

/// One of them.
#[derive(Clone, Copy)]
pub(crate) struct Viewed<'a> {
    view: &'a [u8; 16],
    buffers: &'a [Buffer],
}

impl Default for Run<'_> {
    fn default() -> Self {
        Self::Slices(Vec::new())
    }
}

impl<'a> Run<'a> {
    /// The cell of a row, counted from the first of these.
    #[inline]
    pub fn get(&self, row: usize) -> Option<&'a [u8]> {
        match self {
            Self::Nothing(rows) => (row < *rows).then_some(&[]),
            Self::Slices(cells) => cells.get(row).copied(),
            Self::Views(Views { views, buffers }) => Some(seen(views.get(row)?, buffers)),
        }
    }

    /// Memory for others, empty.
    pub fn into_room(self) -> Vec<&'a [u8]> {
        match self {
            Self::Slices(mut cells) => {
                cells.clear();
                cells
            }
            Self::Nothing(_) | Self::Views(_) => Vec::new(),
        }
    }
}

impl<'a> Views<'a> {
    pub fn iter(self) -> impl Iterator<Item = Viewed<'a>> {
        let Self { views, buffers } = self;
        views.iter().map(move |view| Viewed { view, buffers })
    }
}

impl<'a> Cell<'a> for Viewed<'a> {
    #[inline]
    fn bytes(self) -> &'a [u8] {
        seen(self.view, self.buffers)
    }

    #[inline]
    fn short(self) -> Option<Short> {
        Short::read(self.view)
    }

    #[inline]
    fn mark(self) -> Option<u128> {
        Some(u128::from_le_bytes(*self.view))
    }

    #[inline]
    fn size(self) -> usize {
        let [size, ..] = self.view.as_chunks::<4>().0 else {
            return 0;
        };
        u32::from_le_bytes(*size) as usize
    }

    #[inline]
    fn has_space(self) -> bool {
        let last = self.view.get(self.size().wrapping_add(3));
        match last {
            Some(last) => *last == b' ' || self.first() == Some(b' '),
            None => matches!(self.bytes(), [b' ', ..] | [.., b' ']),
        }
    }

    #[inline]
    fn first(self) -> Option<u8> {
        // A view of a long cell has its first bytes too.
        let [_, _, _, _, first, ..] = self.view;
        (self.size() > 0).then_some(*first)
    }
}

/// The view of a cell that is shown as it is: a few letters of ASCII without a space before or after them. They are fewer
/// than a citizen id has, so that what holds a person's need not be looked for in them.
#[inline]
pub(crate) fn plain(view: &[u8; 16]) -> Option<Short> {
    const BEYOND_ASCII: u128 = u128::from_le_bytes([0x80; 16]) << 32;
    let short = Short::read(view)?;
    let [_, _, _, _, first, ..] = *view;
    let last = view.get(short.size().wrapping_add(3)).copied();
    let is_plain = short.number() & BEYOND_ASCII == 0 && first != b' ' && last != Some(b' ');
    (is_plain && short.size() > 0).then_some(short)
}

fn is_null(nulls: Option<&NullBuffer>, row: usize) -> bool {
    nulls.is_some_and(|nulls| row >= nulls.len() || nulls.is_null(row))
}

#[inline]
fn between<'a, O: ArrowNativeType>(
    ends: &[O],
    bytes: &'a [u8],
    nulls: Option<&NullBuffer>,
    row: usize,
) -> &'a [u8] {
    let Some([begin, end]) = ends.get(row..row.wrapping_add(2)) else {
        return &[];
    };
    if is_null(nulls, row) {
        return &[];
    }
    bytes
        .get(begin.as_usize()..end.as_usize())
        .unwrap_or_default()
}

/// The views of a column, each as its bytes.
pub(crate) fn views(array: &StringViewArray) -> &[[u8; 16]] {
    let (views, _) = array.views().inner().as_slice().as_chunks();
    views
}

/// The cells of views; what stands in the view of a null is whoever made the array's.
fn viewed(array: &StringViewArray) -> Cells {
    let Some(nulls) = array.nulls().filter(|nulls| nulls.null_count() > 0) else {
        return Cells::View(array.clone());
    };
    if nulls.null_count() == array.len() {
        return Cells::Nulls;
    }
    let views = views(array).iter().zip(nulls.iter());
    let emptied = views.map(|(view, is_there)| if is_there { *view } else { [0; 16] });
    Cells::Emptied(array.clone(), emptied.collect())
}

/// Some rows of an array whose cells lie in these views.
fn seen_in<'a>(array: &'a StringViewArray, views: &'a [[u8; 16]], rows: Range<usize>) -> Run<'a> {
    let views = views.get(rows).unwrap_or_default();
    let buffers = array.data_buffers();
    Run::Views(Views { views, buffers })
}

fn seen_at<'a>(array: &'a StringViewArray, views: &'a [[u8; 16]], row: usize) -> &'a [u8] {
    let view = views.get(row);
    view.map_or(&[], |view| seen(view, array.data_buffers()))
}

/// A view is 16 bytes: a length, then the text itself up to 12 bytes, or where it lies.
#[inline]
fn seen<'a>(view: &'a [u8; 16], buffers: &'a [Buffer]) -> &'a [u8] {
    let ([length, _, buffer, offset], _) = view.as_chunks::<4>() else {
        return &[];
    };
    let length = u32::from_le_bytes(*length) as usize;
    if length <= 12 {
        return view.get(4..length.wrapping_add(4)).unwrap_or_default();
    }
    let [buffer, offset] = [buffer, offset].map(|word| u32::from_le_bytes(*word) as usize);
    let bytes = buffers.get(buffer).map(|buffer| buffer.as_slice());
    let text = bytes.and_then(|bytes| bytes.get(offset..offset.wrapping_add(length)));
    text.unwrap_or_default()
}

fn flags(array: &ArrayRef) -> StringArray {
    let flags = array.as_boolean().iter();
    flags
        .map(|flag| flag.map(|flag| if flag { "true" } else { "false" }))
        .collect()
}

/// Whether whole numbers can be read of it: those of a sum of duckdb are decimals.
fn is_number(data_type: &DataType) -> bool {
    let is_decimal = matches!(data_type, DataType::Decimal128(_, 0));
    is_decimal || data_type.is_integer() || *data_type == DataType::Float64
}

/// Whole numbers as they are written; what is none is null.
fn numbers(array: &ArrayRef) -> StringArray {
    let written = |number: Option<i128>| number.map(|number| number.to_string());
    match array.data_type() {
        DataType::Int8 => whole::<Int8Type>(array).map(written).collect(),
        DataType::Int16 => whole::<Int16Type>(array).map(written).collect(),
        DataType::Int32 => whole::<Int32Type>(array).map(written).collect(),
        DataType::Int64 => whole::<Int64Type>(array).map(written).collect(),
        DataType::UInt8 => whole::<UInt8Type>(array).map(written).collect(),
        DataType::UInt16 => whole::<UInt16Type>(array).map(written).collect(),
        DataType::UInt32 => whole::<UInt32Type>(array).map(written).collect(),
        DataType::UInt64 => whole::<UInt64Type>(array).map(written).collect(),
        DataType::Decimal128(..) => whole::<Decimal128Type>(array).map(written).collect(),
        DataType::Float64 => {
            let numbers = array.as_primitive::<Float64Type>().iter();
            let is_whole = |number: &f64| number.fract() == 0.0 && number.abs() < 1e15;
            let number = |number: Option<f64>| number.filter(is_whole);
            numbers
                .map(|float| number(float).map(|number| format!("{number:.0}")))
                .collect()
        }
        _ => StringArray::new_null(array.len()),
    }
}

fn whole<T: ArrowPrimitiveType<Native: Into<i128>>>(
    array: &ArrayRef,
) -> impl Iterator<Item = Option<i128>> + '_ {
    let numbers = array.as_primitive::<T>().iter();
    numbers.map(|number| number.map(Into::into))
}

fn chosen(array: &ArrayRef, key: &DataType) -> Cells {
    match key {
        DataType::Int8 => chosen_by::<Int8Type>(array),
        DataType::Int16 => chosen_by::<Int16Type>(array),
        DataType::Int32 => chosen_by::<Int32Type>(array),
        DataType::Int64 => chosen_by::<Int64Type>(array),
        DataType::UInt8 => chosen_by::<UInt8Type>(array),
        DataType::UInt16 => chosen_by::<UInt16Type>(array),
        DataType::UInt32 => chosen_by::<UInt32Type>(array),
        DataType::UInt64 => chosen_by::<UInt64Type>(array),
        _ => Cells::Nulls,
    }
}

fn chosen_by<K: ArrowDictionaryKeyType>(array: &ArrayRef) -> Cells {
    let dictionary = array.as_dictionary::<K>();
    let keys = dictionary.keys();
    let place = |(row, key): (usize, &K::Native)| {
        if is_null(keys.nulls(), row) {
            u32::MAX
        } else {
            u32::try_from(key.as_usize()).unwrap_or(u32::MAX)
        }
    };
    let places = keys.values().iter().enumerate().map(place).collect();
    Cells::Chosen(
        places,
        Box::new(Cells::of(dictionary.values(), Holds::Text)),
    )
}

fn moments(array: &ArrayRef, holds: Holds, unit: TimeUnit, shift: i64) -> Cells {
    match unit {
        TimeUnit::Second => written_at::<TimestampSecondType>(array, holds, 1, 1, shift),
        TimeUnit::Millisecond => {
            written_at::<TimestampMillisecondType>(array, holds, 1, 1_000, shift)
        }
        TimeUnit::Microsecond => {
            written_at::<TimestampMicrosecondType>(array, holds, 1, 1_000_000, shift)
        }
        TimeUnit::Nanosecond => {
            written_at::<TimestampNanosecondType>(array, holds, 1, 1_000_000_000, shift)
        }
    }
}

fn written<T: ArrowPrimitiveType<Native: Into<i64>>>(
    array: &ArrayRef,
    holds: Holds,
    times: i64,
    parts: i64,
) -> Cells {
    written_at::<T>(array, holds, times, parts, 0)
}

/// Writes dates out; a value is so many times a second, or a part of one.
fn written_at<T: ArrowPrimitiveType<Native: Into<i64>>>(
    array: &ArrayRef,
    holds: Holds,
    times: i64,
    parts: i64,
    shift: i64,
) -> Cells {
    let array = array.as_primitive::<T>();
    let width = if holds == Holds::Date { 8 } else { 14 };
    let mut digits = Vec::with_capacity(array.len().saturating_mul(width));
    for value in array.values() {
        let value: i64 = (*value).into();
        let seconds = value
            .saturating_mul(times)
            .div_euclid(parts)
            .saturating_add(shift);
        let written = written_out(seconds);
        digits.extend_from_slice(written.get(..width).unwrap_or_default());
    }
    Cells::Written {
        digits,
        width,
        nulls: array.nulls().cloned(),
    }
}

fn date<'a>(digits: &'a [u8], width: usize, nulls: Option<&NullBuffer>, row: usize) -> &'a [u8] {
    if is_null(nulls, row) {
        return &[];
    }
    let at = row.wrapping_mul(width);
    digits.get(at..at.wrapping_add(width)).unwrap_or_default()
}

/// `YYYYMMDDHHMMSS` of the seconds since 1970; zeros before the year 0 and nines after 9999, which are no date.
pub(crate) fn written_out(seconds: i64) -> [u8; 14] {
    let [day, second] = [seconds.div_euclid(86_400), seconds.rem_euclid(86_400)];
    // Days since 1 March of the year 0 of the calendar's 400 years (Howard Hinnant's civil_from_days).
    let shifted = day.saturating_add(719_468);
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let leaps = (of_era / 1_460)
        .wrapping_sub(of_era / 36_524)
        .wrapping_add(of_era / 146_096);
    let year_of_era = of_era.wrapping_sub(leaps) / 365;
    let years = year_of_era
        .wrapping_mul(365)
        .wrapping_add(year_of_era / 4)
        .wrapping_sub(year_of_era / 100);
    let of_year = of_era.wrapping_sub(years);
    let march = of_year.wrapping_mul(5).wrapping_add(2) / 153;
    let day = of_year
        .wrapping_sub(march.wrapping_mul(153).wrapping_add(2) / 5)
        .wrapping_add(1);
    let month = if march < 10 {
        march.wrapping_add(3)
    } else {
        march.wrapping_sub(9)
    };
    let year = year_of_era
        .wrapping_add(era.wrapping_mul(400))
        .wrapping_add(i64::from(month <= 2));
    if !(0..=9999).contains(&year) {
        return [if year < 0 { b'0' } else { b'9' }; 14];
    }
    let pairs = [
        year / 100,
        year % 100,
        month,
        day,
        second / 3_600,
        second / 60 % 60,
        second % 60,
    ];
    let mut written = [b'0'; 14];
    for (place, value) in written.as_chunks_mut::<2>().0.iter_mut().zip(pairs) {
        *place = [
            b'0'.wrapping_add((value / 10) as u8),
            b'0'.wrapping_add((value % 10) as u8),
        ];
    }
    written
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests {
    use std::sync::Arc;

    use arrow_array::builder::{StringDictionaryBuilder, make_view};
    use arrow_array::{Date32Array, TimestampMicrosecondArray};

    use proptest::prelude::*;

    use super::*;

    fn cells(array: ArrayRef, holds: Holds) -> Vec<String> {
        let cells = Cells::of(&array, holds);
        let run = cells.run(0..array.len(), Vec::new());
        let one_by_one: Vec<_> = (0..array.len()).map(|row| cells.cell(row)).collect();
        let filled: Vec<_> = (0..array.len())
            .map(|row| trim_bytes(run.get(row).unwrap()))
            .collect();
        assert_eq!(filled, one_by_one);
        filled
            .iter()
            .map(|cell| String::from_utf8_lossy(cell).into_owned())
            .collect()
    }

    proptest! {
        #[test]
        fn a_short_view_is_taken_as_it_is(text in "[ a-z0-9]{0,14}|[ -~ก-๙\u{7f}é]{0,6}", beyond: u128) {
            let is_plain = matches!(text.len(), 1..=Short::MOST) && text.is_ascii() && text.trim_matches(' ') == text;
            let view = make_view(text.as_bytes(), 0, 0);
            // Whoever made the array may have left something behind the letters.
            let used = 32 + 8 * text.len().min(Short::MOST);
            let rest = if used < 128 { beyond << used } else { 0 };
            for view in [view, view | rest] {
                let short = plain(&view.to_le_bytes());
                prop_assert_eq!(short.map(Short::number), is_plain.then(|| make_view(text.as_bytes(), 0, 0)));
                prop_assert_eq!(short.map_or(0, Short::size), if is_plain { text.len() } else { 0 });
            }
        }
    }

    #[test]
    fn rv_05_text_of_any_kind_is_read_and_null_is_empty() {
        let values = [
            Some(" a "),
            None,
            Some("longer than twelve bytes"),
            Some(""),
        ];
        let expected = ["a", "", "longer than twelve bytes", ""];
        let arrays: [ArrayRef; 3] = [
            Arc::new(StringArray::from_iter(values)),
            Arc::new(LargeStringArray::from_iter(values)),
            Arc::new(StringViewArray::from_iter(values)),
        ];
        for array in arrays {
            assert_eq!(cells(Arc::clone(&array), Holds::Text), expected);
            assert_eq!(cells(array.slice(1, 2), Holds::Text), expected[1..3]);
        }
        let mut dictionary = StringDictionaryBuilder::<Int8Type>::new();
        dictionary.extend(values);
        let array: ArrayRef = Arc::new(dictionary.finish());
        assert_eq!(cells(Arc::clone(&array), Holds::Text), expected);
        assert_eq!(cells(array.slice(2, 1), Holds::Text), expected[2..3]);
    }

    #[test]
    fn rv_05_a_date_is_written_as_the_standard_writes_it() {
        let days: ArrayRef = Arc::new(Date32Array::from(vec![
            Some(0),
            Some(19_782),
            Some(-62_091),
            None,
            Some(i32::MAX),
        ]));
        assert_eq!(
            cells(Arc::clone(&days), Holds::Date),
            ["19700101", "20240229", "18000101", "", "99999999"]
        );
        assert_eq!(cells(days, Holds::DateTime)[1], "20240229000000");
        let moment = 1_709_168_400_000_000;
        let naive: ArrayRef = Arc::new(TimestampMicrosecondArray::from(vec![moment, i64::MIN]));
        assert_eq!(
            cells(Arc::clone(&naive), Holds::DateTime),
            ["20240229010000", "00000000000000"]
        );
        assert_eq!(cells(naive, Holds::Date)[0], "20240229");
        let zoned = TimestampMicrosecondArray::from(vec![moment]).with_timezone("UTC");
        assert_eq!(cells(Arc::new(zoned), Holds::DateTime), ["20240229080000"]);
    }

    #[test]
    fn every_day_is_that_of_the_calendar() {
        let first = since_1970(bosoto::Date::new(1800, 1, 1).unwrap());
        let last = since_1970(bosoto::Date::new(2399, 12, 31).unwrap());
        for day in (first..=last).step_by(17) {
            let text = written_out(day * 86_400 + 86_399);
            let text = std::str::from_utf8(&text).unwrap();
            let read =
                bosoto::Date::parse(&format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..8]));
            assert_eq!((since_1970(read.unwrap()), &text[8..]), (day, "235959"));
        }
    }

    fn since_1970(date: bosoto::Date) -> i64 {
        bosoto::Date::new(1970, 1, 1).unwrap().days_until(date)
    }
}
