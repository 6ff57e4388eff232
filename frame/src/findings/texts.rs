//! Texts as they are gathered for an Arrow column.

use std::sync::Arc;

use arrow_array::builder::make_view;
use arrow_array::{Array, ArrayRef, StringArray, StringViewArray};
use arrow_buffer::{Buffer, NullBufferBuilder};
use arrow_schema::ArrowError;
use bosoto::record::Short;

/// How a text column lies in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As every library reads it.
    Utf8,
    /// As views, which some take over as they are.
    Views,
}

/// Texts, some of them null.
pub(super) struct Texts {
    /// Each as Arrow has it: a short text itself, or where among the long ones it lies.
    views: Vec<u128>,
    long: Vec<u8>,
    nulls: NullBufferBuilder,
    size: usize,
}

impl Default for Texts {
    fn default() -> Self {
        Self::with_room(0)
    }
}

impl Texts {
    /// None yet, with room for so many.
    pub fn with_room(count: usize) -> Self {
        Self {
            views: Vec::with_capacity(count),
            long: Vec::new(),
            nulls: NullBufferBuilder::new(count),
            size: 0,
        }
    }

    /// So many that are null.
    pub fn nulls(count: usize) -> Self {
        let mut texts = Self::with_room(count);
        texts.views.resize(count, 0);
        texts.nulls.append_n_nulls(count);
        texts
    }

    /// One more; none is null.
    pub fn push(&mut self, text: Option<&str>) {
        let Some(text) = text else {
            self.views.push(0);
            self.nulls.append_null();
            return;
        };
        let begin = self.long.len();
        self.size = self.size.saturating_add(text.len());
        self.views.push(make_view(text.as_bytes(), 0, begin as u32));
        self.nulls.append_non_null();
        if text.len() > Short::MOST {
            self.long.extend_from_slice(text.as_bytes());
        }
    }

    /// One more; an empty one is null.
    pub fn push_cell(&mut self, text: &str) {
        self.push(Some(text).filter(|text| !text.is_empty()));
    }

    /// One more, which is a view already.
    #[inline]
    pub fn push_short(&mut self, text: Short) {
        self.size = self.size.saturating_add(text.size());
        self.views.push(text.number());
        self.nulls.append_non_null();
    }

    fn array(mut self) -> Result<StringViewArray, ArrowError> {
        let long = [self.long].into_iter().filter(|long| !long.is_empty());
        let long: Vec<Buffer> = long.map(Buffer::from).collect();
        StringViewArray::try_new(self.views.into(), long, self.nulls.finish())
    }

    /// The column.
    pub fn done(self, form: Form) -> Result<ArrayRef, ArrowError> {
        Column::Gathered(self).done(form)
    }
}

/// A column of texts.
pub(super) enum Column {
    Gathered(Texts),
    /// As it stands in the source: none is long.
    Own(StringViewArray),
}

impl Default for Column {
    fn default() -> Self {
        Self::Gathered(Texts::default())
    }
}

impl Column {
    /// All of others behind them.
    pub fn append(&mut self, others: Self) {
        let mut texts = match std::mem::take(self) {
            Self::Gathered(texts) => texts,
            Self::Own(column) => {
                let mut texts = Texts::with_room(column.len());
                column.iter().for_each(|text| texts.push(text));
                texts
            }
        };
        others.views().iter().for_each(|text| texts.push(text));
        *self = Self::Gathered(texts);
    }

    /// How many bytes they have at most: a column of 32-bit offsets has room for 2 GiB.
    pub fn size(&self) -> usize {
        match self {
            Self::Gathered(texts) => texts.size,
            Self::Own(column) => column.len().saturating_mul(Short::MOST),
        }
    }

    /// Each of them; null where they are more than 4 GiB.
    pub fn views(self) -> StringViewArray {
        match self {
            Self::Own(column) => column,
            Self::Gathered(texts) => {
                let count = texts.views.len();
                texts
                    .array()
                    .unwrap_or_else(|_| StringViewArray::new_null(count))
            }
        }
    }

    /// The column.
    pub fn done(self, form: Form) -> Result<ArrayRef, ArrowError> {
        let size = self.size();
        if i32::try_from(size).is_err() {
            return Err(ArrowError::OffsetOverflowError(size));
        }
        let views = match self {
            Self::Gathered(texts) => texts.array()?,
            Self::Own(column) => column,
        };
        Ok(match form {
            Form::Utf8 => Arc::new(views.iter().collect::<StringArray>()),
            Form::Views => Arc::new(views),
        })
    }
}

/// The text at a place.
pub(super) fn text_at(texts: &StringViewArray, at: usize) -> Option<&str> {
    (at < texts.len() && texts.is_valid(at)).then(|| texts.value(at))
}
