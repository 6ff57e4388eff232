//! Texts as they are gathered for an Arrow column.

use std::sync::Arc;

use arrow_array::{ArrayRef, StringArray};
use arrow_buffer::{Buffer, NullBuffer, OffsetBuffer};
use arrow_schema::ArrowError;

/// Texts, some of them null.
#[derive(Default)]
pub(crate) struct Texts {
    bytes: Vec<u8>,
    ends: Vec<i32>,
    valid: Vec<bool>,
}

impl Texts {
    /// One more; none is null.
    pub fn push(&mut self, text: Option<&str>) {
        self.bytes
            .extend_from_slice(text.unwrap_or_default().as_bytes());
        self.ends.push(self.bytes.len() as i32);
        self.valid.push(text.is_some());
    }

    /// One more; an empty one is null.
    pub fn push_cell(&mut self, text: &str) {
        self.push(Some(text).filter(|text| !text.is_empty()));
    }

    /// All of others.
    pub fn append(&mut self, others: &Self) {
        let before = self.bytes.len() as i32;
        self.bytes.extend_from_slice(&others.bytes);
        self.ends
            .extend(others.ends.iter().map(|end| end.wrapping_add(before)));
        self.valid.extend_from_slice(&others.valid);
    }

    /// Their bytes: a column of 32-bit offsets has room for 2 GiB.
    pub fn size(&self) -> usize {
        self.bytes.len()
    }

    /// Each of them.
    pub fn texts(&self) -> Vec<Option<&str>> {
        let mut begin = 0;
        let text = |(end, valid): (&i32, &bool)| {
            let bytes = self.bytes.get(begin..*end as usize).unwrap_or_default();
            begin = *end as usize;
            let text = std::str::from_utf8(bytes).unwrap_or_default();
            valid.then_some(text)
        };
        self.ends.iter().zip(&self.valid).map(text).collect()
    }

    /// The column.
    pub fn done(self) -> Result<ArrayRef, ArrowError> {
        if i32::try_from(self.bytes.len()).is_err() {
            return Err(ArrowError::OffsetOverflowError(self.bytes.len()));
        }
        let offsets: Vec<i32> = [0].into_iter().chain(self.ends).collect();
        let nulls = NullBuffer::from(self.valid);
        let nulls = Some(nulls).filter(|nulls| nulls.null_count() > 0);
        let offsets = OffsetBuffer::new(offsets.into());
        let array = StringArray::try_new(offsets, Buffer::from_vec(self.bytes), nulls)?;
        Ok(Arc::new(array))
    }
}
