//! Texts as they are gathered for an Arrow column.

use std::sync::Arc;

use arrow_array::builder::StringViewBuilder;
use arrow_array::{Array, ArrayRef, StringArray, StringViewArray};
use arrow_schema::ArrowError;

/// How a text column lies in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As every library reads it.
    Utf8,
    /// As views, which some take over as they are.
    Views,
}

/// Texts, some of them null.
#[derive(Default)]
pub(super) struct Texts {
    texts: StringViewBuilder,
    size: usize,
}

impl Texts {
    /// None yet, with room for so many.
    pub fn with_room(count: usize) -> Self {
        Self {
            texts: StringViewBuilder::with_capacity(count),
            size: 0,
        }
    }

    /// One more; none is null.
    pub fn push(&mut self, text: Option<&str>) {
        self.size = self.size.saturating_add(text.map_or(0, str::len));
        self.texts.append_option(text);
    }

    /// One more; an empty one is null.
    pub fn push_cell(&mut self, text: &str) {
        self.push(Some(text).filter(|text| !text.is_empty()));
    }

    /// All of others.
    pub fn append(&mut self, others: Self) {
        for text in others.views().iter() {
            self.push(text);
        }
    }

    /// Their bytes: a column of 32-bit offsets has room for 2 GiB.
    pub fn size(&self) -> usize {
        self.size
    }

    /// Each of them.
    pub fn views(mut self) -> StringViewArray {
        self.texts.finish()
    }

    /// The column.
    pub fn done(self, form: Form) -> Result<ArrayRef, ArrowError> {
        if i32::try_from(self.size).is_err() {
            return Err(ArrowError::OffsetOverflowError(self.size));
        }
        let views = self.views();
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
