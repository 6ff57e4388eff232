//! A long text as it crosses the border: its bytes at once, where UniFFI's own lists go byte by byte.
//!
//! To the other side it is what `Vec<u8>` is, an array of bytes.
#![allow(unsafe_code)] // UniFFI's traits are unsafe to implement; nothing unsafe is done here.

use std::borrow::Cow;

use bosoto::Text;
use bosoto::wire::{self, ErrorCode, WireError};
use uniffi::deps::anyhow::{Result, ensure};
use uniffi::deps::bytes::{Buf, BufMut};
use uniffi::{FfiConverter, MetadataBuffer, RustBuffer, TypeId};

/// The bytes of a text.
pub struct Bytes(Vec<u8>);

impl Bytes {
    /// The text; what is no character makes what holds it malformed, and nothing else.
    pub fn text(&self) -> Cow<'_, str> {
        wire::mended(&self.0)
    }

    /// The lines of an answer, one text.
    pub fn of(lines: &[String]) -> Result<Self, WireError> {
        Self::whole(lines.join("\n"))
    }

    /// An answer, where an array of the virtual machine can hold it.
    pub fn whole(text: String) -> Result<Self, WireError> {
        if text.len() > MOST {
            return Err(WireError::new(ErrorCode::WrongLength, "", TOO_LONG));
        }
        Ok(Self(text.into_bytes()))
    }

    /// As they stand in a buffer: how many, and they.
    fn put(&self, buffer: &mut Vec<u8>) {
        buffer.put_i32(i32::try_from(self.0.len()).unwrap_or_default());
        buffer.put_slice(&self.0);
    }
}

/// So many bytes an array of the virtual machine holds.
const MOST: usize = 0x7fff_fff0;

// SAFETY: it is read as it is written, and written as UniFFI writes a `Vec<u8>`, whose type it names.
unsafe impl<Tag> FfiConverter<Tag> for Bytes {
    type FfiType = RustBuffer;

    fn lower(bytes: Self) -> RustBuffer {
        let mut buffer = Vec::with_capacity(bytes.0.len().saturating_add(size_of::<i32>()));
        bytes.put(&mut buffer);
        RustBuffer::from_vec(buffer)
    }

    fn try_lift(buffer: RustBuffer) -> Result<Self> {
        let buffer = buffer.destroy_into_vec();
        <Self as FfiConverter<Tag>>::try_read(&mut buffer.as_slice())
    }

    fn write(bytes: Self, buffer: &mut Vec<u8>) {
        bytes.put(buffer);
    }

    fn try_read(buffer: &mut &[u8]) -> Result<Self> {
        ensure!(buffer.len() >= size_of::<i32>(), "the length is missing");
        let length = usize::try_from(buffer.get_i32())?;
        ensure!(buffer.len() >= length, "fewer bytes than told");
        let (bytes, rest) = buffer.split_at(length);
        *buffer = rest;
        Ok(Self(bytes.to_vec()))
    }

    const TYPE_ID_META: MetadataBuffer = <Vec<u8> as TypeId<Tag>>::TYPE_ID_META;
}

uniffi::derive_ffi_traits!(local Bytes);

const TOO_LONG: Text = Text::given(&[
    "คำตอบยาวเกิน 2 GB โปรดถามครั้งละจำนวนน้อยลง",
    "the answer is longer than 2 GB; ask about fewer at a time",
]);
