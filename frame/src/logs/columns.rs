//! Columns as they are filled row by row, each with its titles.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::builder::{
    Date32Builder, Float64Builder, Int64Builder, StringBuilder, StringDictionaryBuilder,
};
use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use bosoto::{Date, Text};

/// How many rows a batch has at most, but for the last case's.
const FULL: usize = 65_536;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// One of few texts.
    Word,
    /// A text.
    Text,
    /// A civil date.
    Date,
    /// A whole number.
    Whole,
    /// A number.
    Number,
}

/// The columns of a table.
pub(super) struct Columns {
    schema: SchemaRef,
    columns: Vec<Column>,
    rows: usize,
}

enum Column {
    Word(StringDictionaryBuilder<Int32Type>),
    Text(StringBuilder),
    Date(Date32Builder),
    Whole(Int64Builder),
    Number(Float64Builder),
}

/// A cell of a row.
#[derive(Debug, Clone, Copy)]
pub(super) enum Cell<'a> {
    Text(Option<&'a str>),
    Date(Option<Date>),
    Whole(usize),
    Number(Option<f64>),
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Some(text))
    }
}

impl<'a> From<Option<&'a str>> for Cell<'a> {
    fn from(text: Option<&'a str>) -> Self {
        Self::Text(text)
    }
}

impl From<Date> for Cell<'_> {
    fn from(date: Date) -> Self {
        Self::Date(Some(date))
    }
}

impl From<Option<Date>> for Cell<'_> {
    fn from(date: Option<Date>) -> Self {
        Self::Date(date)
    }
}

impl From<usize> for Cell<'_> {
    fn from(number: usize) -> Self {
        Self::Whole(number)
    }
}

impl From<Option<f64>> for Cell<'_> {
    fn from(number: Option<f64>) -> Self {
        Self::Number(number)
    }
}

impl Columns {
    /// Columns with their names, kinds and titles.
    pub fn new(fields: &[(&str, Kind, Text)]) -> Self {
        let field = |(name, kind, title): &(&str, Kind, Text)| {
            let data_type = match kind {
                Kind::Word => {
                    DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8))
                }
                Kind::Text => DataType::Utf8,
                Kind::Date => DataType::Date32,
                Kind::Whole => DataType::Int64,
                Kind::Number => DataType::Float64,
            };
            let titles = [("title_th", title.th()), ("title_en", title.en())];
            let titles = titles.map(|(name, title)| (name.to_owned(), title.to_owned()));
            Field::new(*name, data_type, true).with_metadata(HashMap::from(titles))
        };
        let column = |(_, kind, _): &(&str, Kind, Text)| match kind {
            Kind::Word => Column::Word(StringDictionaryBuilder::new()),
            Kind::Text => Column::Text(StringBuilder::new()),
            Kind::Date => Column::Date(Date32Builder::new()),
            Kind::Whole => Column::Whole(Int64Builder::new()),
            Kind::Number => Column::Number(Float64Builder::new()),
        };
        Self {
            schema: Arc::new(Schema::new(fields.iter().map(field).collect::<Vec<_>>())),
            columns: fields.iter().map(column).collect(),
            rows: 0,
        }
    }

    pub fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }

    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    pub fn is_full(&self) -> bool {
        self.rows >= FULL
    }

    /// A row more: a cell for each column, in their order.
    pub fn row(&mut self, cells: &[Cell<'_>]) {
        for (column, cell) in self.columns.iter_mut().zip(cells) {
            column.push(*cell);
        }
        self.rows = self.rows.saturating_add(1);
    }

    /// The rows so far; none is left.
    pub fn batch(&mut self) -> Result<RecordBatch, ArrowError> {
        self.rows = 0;
        let columns = self.columns.iter_mut().map(Column::finish).collect();
        RecordBatch::try_new(self.schema(), columns)
    }
}

impl Column {
    fn push(&mut self, cell: Cell<'_>) {
        match (self, cell) {
            (Self::Word(words), Cell::Text(text)) => words.append_option(text),
            (Self::Text(texts), Cell::Text(text)) => texts.append_option(text),
            (Self::Date(days), Cell::Date(day)) => {
                days.append_option(day.map(Date::epoch_days));
            }
            (Self::Whole(numbers), Cell::Whole(number)) => {
                numbers.append_option(i64::try_from(number).ok());
            }
            (Self::Number(numbers), Cell::Number(number)) => numbers.append_option(number),
            // Each row is written for its columns: the tests see every one of them.
            (Self::Word(words), _) => words.append_null(),
            (Self::Text(texts), _) => texts.append_null(),
            (Self::Date(days), _) => days.append_null(),
            (Self::Whole(numbers), _) => numbers.append_null(),
            (Self::Number(numbers), _) => numbers.append_null(),
        }
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Self::Word(words) => Arc::new(words.finish()),
            Self::Text(texts) => Arc::new(texts.finish()),
            Self::Date(days) => Arc::new(days.finish()),
            Self::Whole(numbers) => Arc::new(numbers.finish()),
            Self::Number(numbers) => Arc::new(numbers.finish()),
        }
    }
}
