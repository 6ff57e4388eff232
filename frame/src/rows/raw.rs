//! A text in portions that end with a line: how it is read, and how many rows each holds.
//!
//! Nothing here looks into a line. A portion is read under the lock that all threads share, so this
//! does as little as it can: copy, find the last line end, count the lines.

use std::io::{self, Read};

use super::text::Form;

/// How many bytes are read at a time; few in tests, so that there are many borders.
const PORTION: usize = if cfg!(test) { 97 } else { 512 * 1024 };
/// The longest line that is kept whole; what is longer is cut and has, by that, the wrong number of
/// fields (RV-05), so that one line of a gigabyte costs no gigabyte.
pub(crate) const LONGEST_LINE: usize = if cfg!(test) { 4_000 } else { 1024 * 1024 };

const BOM: &[u8] = b"\xef\xbb\xbf";

/// A portion: whole lines.
#[derive(Default)]
pub(crate) struct Raw {
    /// The bytes, those of a header line left out.
    pub bytes: Vec<u8>,
    /// How many rows stand before it.
    pub before: u64,
    /// How many rows it has: lines that are not empty.
    pub rows: u64,
    /// Whether it is one line that was cut.
    pub cut: bool,
}

/// A text, read portion by portion.
pub(crate) struct Portions<R> {
    read: R,
    form: Form,
    /// The beginning of a line whose end is not read yet.
    carry: Vec<u8>,
    /// Whether the first line that is not empty is still to be left out.
    header: bool,
    /// Whether nothing has been read yet.
    begun: bool,
    ended: bool,
    rows: u64,
}

impl<R: Read> Portions<R> {
    /// Of a text; with `header` its first line is no row.
    pub fn new(read: R, form: Form, header: bool) -> Self {
        Self {
            read,
            form,
            carry: Vec::new(),
            header,
            begun: false,
            ended: false,
            rows: 0,
        }
    }

    /// Reads the next portion into `raw`; false at the end.
    pub fn next(&mut self, raw: &mut Raw) -> io::Result<bool> {
        loop {
            if !self.fill(raw)? {
                return Ok(false);
            }
            if self.header {
                self.leave_header_out(raw);
            }
            raw.before = self.rows;
            raw.rows = self.form.rows(&raw.bytes);
            self.rows = self.rows.saturating_add(raw.rows);
            if raw.rows > 0 {
                return Ok(true);
            }
        }
    }

    fn fill(&mut self, raw: &mut Raw) -> io::Result<bool> {
        raw.bytes.clear();
        raw.bytes.append(&mut self.carry);
        raw.cut = false;
        while !self.ended {
            let got = (&mut self.read)
                .take(PORTION as u64)
                .read_to_end(&mut raw.bytes)?;
            self.ended = got < PORTION;
            self.leave_bom_out(raw);
            if self.ended {
                break;
            }
            if let Some(end) = self.form.last_end(&raw.bytes) {
                self.carry
                    .extend_from_slice(raw.bytes.get(end..).unwrap_or_default());
                raw.bytes.truncate(end);
                return Ok(true);
            }
            if raw.bytes.len() > LONGEST_LINE {
                raw.cut = true;
                raw.bytes.truncate(kept(&raw.bytes));
                return self.skip_line();
            }
        }
        Ok(!raw.bytes.is_empty())
    }

    fn leave_bom_out(&mut self, raw: &mut Raw) {
        if !self.begun && raw.bytes.starts_with(BOM) {
            raw.bytes.drain(..BOM.len());
        }
        self.begun = true;
    }

    /// Reads on to the end of a line that is cut; it is there in any case.
    fn skip_line(&mut self) -> io::Result<bool> {
        let mut rest = Vec::new();
        while !self.ended {
            rest.clear();
            let got = (&mut self.read)
                .take(PORTION as u64)
                .read_to_end(&mut rest)?;
            self.ended = got < PORTION;
            if let Some(end) = memchr::memchr(b'\n', &rest) {
                let after = rest.get(end.saturating_add(1)..).unwrap_or_default();
                self.carry.extend_from_slice(after);
                break;
            }
        }
        Ok(true)
    }

    fn leave_header_out(&mut self, raw: &mut Raw) {
        let end = self.form.first_end(&raw.bytes);
        if end > 0 {
            raw.bytes.drain(..end);
            raw.cut = false;
            self.header = false;
        }
    }
}

/// Up to where a line that is cut is kept: no character of UTF-8 is cut apart.
fn kept(bytes: &[u8]) -> usize {
    let begin = bytes.get(..LONGEST_LINE).unwrap_or(bytes);
    let begins_a_character = |byte: &u8| byte & 0xc0 != 0x80;
    let last = begin
        .iter()
        .rposition(begins_a_character)
        .filter(|at| *at > 0);
    last.unwrap_or(begin.len())
}
