//! The three forms of text and how a portion of each is taken apart into cells.
//!
//! `|` parts the fields of a member of an export and nothing is quoted (RV-05); a comma those of a CSV,
//! in which `"` quotes; a line of NDJSON is an object. All become the same: bytes, and marks between cells.

use std::borrow::Cow;
use std::fmt;

use bosoto::record::{Code, Column};
use memchr::{memchr_iter, memchr2_iter, memrchr};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::raw::Raw;
use super::windows_874;

/// How rows and fields are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Parted by `|`, nothing quoted.
    Pipe,
    /// Parted by commas, quoted by `"`, which is doubled inside.
    Comma,
    /// A JSON object in each line.
    Json,
}

/// In what the characters are written: a whole text in one of both (RV-05).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Windows874,
}

impl Encoding {
    /// Text that is UTF-8, or else Windows-874.
    pub fn of(bytes: &[u8]) -> Self {
        match simdutf8::basic::from_utf8(bytes) {
            Ok(_) => Self::Utf8,
            Err(_) => Self::Windows874,
        }
    }

    /// What the bytes say; a byte that is neither is U+FFFD.
    pub fn read(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Self::Utf8 => match std::str::from_utf8(bytes) {
                Ok(text) => Cow::Borrowed(text),
                Err(_) => String::from_utf8_lossy(bytes),
            },
            Self::Windows874 if bytes.is_ascii() => Self::Utf8.read(bytes),
            Self::Windows874 => bytes.iter().copied().map(windows_874::character).collect(),
        }
    }

    /// What is wrong with a cell of a column.
    #[inline]
    pub fn judged(self, cell: &[u8], column: &Column) -> Option<Code> {
        match self {
            Self::Utf8 => column.judge_bytes(cell),
            Self::Windows874 => column.judge(&self.read(cell)),
        }
    }
}

impl Form {
    /// Where the last whole line ends.
    pub fn last_end(self, bytes: &[u8]) -> Option<usize> {
        let last = match self {
            Self::Pipe | Self::Json => memrchr(b'\n', bytes),
            Self::Comma => unquoted_ends(bytes).last(),
        };
        last.map(|at| at.saturating_add(1))
    }

    /// Where the first line that is not empty ends; 0 if there is none.
    pub fn first_end(self, bytes: &[u8]) -> usize {
        let mut start = 0_usize;
        for end in self.ends(bytes).chain([bytes.len()]) {
            if !is_empty(bytes.get(start..end).unwrap_or_default()) {
                return end.saturating_add(1).min(bytes.len());
            }
            start = end.saturating_add(1);
        }
        0
    }

    /// How many lines are not empty.
    pub fn rows(self, bytes: &[u8]) -> u64 {
        let (mut start, mut rows) = (0_usize, 0_u64);
        for end in self.ends(bytes).chain([bytes.len()]) {
            let empty = match end.saturating_sub(start) {
                0 => true,
                1 => bytes.get(start) == Some(&b'\r') || start >= bytes.len(),
                _ => false,
            };
            rows = rows.saturating_add(u64::from(!empty));
            start = end.saturating_add(1);
        }
        rows
    }

    fn ends(self, bytes: &[u8]) -> impl Iterator<Item = usize> + '_ {
        let (plain, quoting) = match self {
            Self::Pipe | Self::Json => (Some(memchr_iter(b'\n', bytes)), None),
            Self::Comma => (None, Some(unquoted_ends(bytes))),
        };
        plain
            .into_iter()
            .flatten()
            .chain(quoting.into_iter().flatten())
    }
}

fn unquoted_ends(bytes: &[u8]) -> impl Iterator<Item = usize> + '_ {
    let mut quoted = false;
    memchr2_iter(b'"', b'\n', bytes).filter(move |at| {
        if bytes.get(*at) == Some(&b'"') {
            quoted = !quoted;
            false
        } else {
            !quoted
        }
    })
}

fn is_empty(line: &[u8]) -> bool {
    matches!(line, [] | [b'\r'])
}

/// Rows of cells: bytes, and marks between the cells.
#[derive(Debug)]
pub(crate) struct Fields {
    pub bytes: Vec<u8>,
    pub encoding: Encoding,
    /// Of each row the place before its first cell and the end of each cell; a cell begins one behind the
    /// mark before it.
    marks: Vec<u32>,
    /// Where the marks of each row begin, and where those of the last one end.
    rows: Vec<u32>,
}

impl Fields {
    /// How many rows.
    pub fn len(&self) -> usize {
        self.rows.len().saturating_sub(1)
    }

    /// How many cells a row has.
    pub fn width(&self, row: usize) -> usize {
        match (self.rows.get(row), self.rows.get(row.wrapping_add(1))) {
            (Some(begin), Some(end)) => end.wrapping_sub(*begin).wrapping_sub(1) as usize,
            _ => 0,
        }
    }

    /// A cell as it stands there; nothing beyond the row's last.
    #[inline]
    pub fn cell(&self, row: usize, place: usize) -> &[u8] {
        let Some(begin) = self.rows.get(row) else {
            return &[];
        };
        let at = (*begin as usize).wrapping_add(place);
        let Some([before, end]) = self.marks.get(at..at.wrapping_add(2)) else {
            return &[];
        };
        let range = before.wrapping_add(1) as usize..*end as usize;
        self.bytes.get(range).unwrap_or_default()
    }
}

/// What in a portion cannot be taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Unsplit {
    /// The text is no UTF-8, as it was taken to be.
    NotUtf8,
    /// A JSON value of this column is neither a text nor null.
    WrongType(String),
}

/// What a text with `|` or commas knows nothing of: the columns of NDJSON, each by its name in lower case.
pub(crate) type Keys<'a> = &'a [JsonColumn];

/// A column of NDJSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct JsonColumn {
    /// Its name as it was first seen.
    pub name: String,
    /// Whether its values have to be texts.
    pub text: bool,
    /// Whether no object has it twice.
    pub is_once: bool,
}

impl JsonColumn {
    fn is_called(&self, name: &str) -> bool {
        name == self.name || name.trim_matches(' ').eq_ignore_ascii_case(&self.name)
    }
}

impl Fields {
    /// Takes a portion apart; its bytes are left in it for the next.
    pub fn split(
        raw: &mut Raw,
        form: Form,
        encoding: Encoding,
        keys: Keys,
    ) -> Result<Self, Unsplit> {
        if encoding == Encoding::Utf8 && Encoding::of(&raw.bytes) != Encoding::Utf8 {
            return Err(Unsplit::NotUtf8);
        }
        let mut fields = Splitter::new(encoding, raw.bytes.len());
        match form {
            Form::Pipe => fields.pipes(std::mem::take(&mut raw.bytes)),
            Form::Comma => fields.commas(&raw.bytes),
            Form::Json => fields.objects(&raw.bytes, keys)?,
        }
        Ok(fields.done())
    }

    /// The bytes, so that they can be filled again.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// Eight times one byte.
const fn all(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// The highest bit of each byte of the word that is `|` or a line end.
fn hits(word: u64) -> u64 {
    zeros(word ^ all(b'|')) | zeros(word ^ all(b'\n'))
}

fn zeros(word: u64) -> u64 {
    let low = (word & all(0x7f)).wrapping_add(all(0x7f));
    !(low | word | all(0x7f))
}

struct Splitter {
    bytes: Vec<u8>,
    encoding: Encoding,
    marks: Vec<u32>,
    rows: Vec<u32>,
}

impl Splitter {
    fn new(encoding: Encoding, bytes: usize) -> Self {
        // A cell is rarely shorter than five bytes, a row than thirty.
        let mut marks = Vec::with_capacity(bytes / 5);
        marks.push(u32::MAX);
        let mut rows = Vec::with_capacity(bytes / 30);
        rows.push(0);
        Self {
            bytes: Vec::new(),
            encoding,
            marks,
            rows,
        }
    }

    fn done(self) -> Fields {
        Fields {
            bytes: self.bytes,
            encoding: self.encoding,
            marks: self.marks,
            rows: self.rows,
        }
    }

    fn pipes(&mut self, bytes: Vec<u8>) {
        let (words, tail) = bytes.as_chunks::<8>();
        let mut at = 0_u32;
        for word in words {
            let mut found = hits(u64::from_le_bytes(*word));
            while found != 0 {
                let place = at.wrapping_add(found.trailing_zeros() >> 3);
                self.mark(&bytes, place);
                found &= found.wrapping_sub(1);
            }
            at = at.wrapping_add(8);
        }
        for byte in tail {
            if matches!(byte, b'|' | b'\n') {
                self.mark(&bytes, at);
            }
            at = at.wrapping_add(1);
        }
        if bytes.last().is_some_and(|last| *last != b'\n') {
            self.line_end(&bytes, at);
        }
        self.bytes = bytes;
    }

    #[inline]
    fn mark(&mut self, bytes: &[u8], place: u32) {
        if bytes.get(place as usize) == Some(&b'\n') {
            self.line_end(bytes, place);
        } else {
            self.marks.push(place);
        }
    }

    fn line_end(&mut self, bytes: &[u8], place: u32) {
        let before = place.wrapping_sub(1);
        let carriage = bytes.get(before as usize) == Some(&b'\r');
        let end = if carriage { before } else { place };
        let begin = self.rows.last().copied().unwrap_or_default() as usize;
        let start = self
            .marks
            .get(begin)
            .copied()
            .unwrap_or_default()
            .wrapping_add(1);
        let cells = self.marks.len().wrapping_sub(begin);
        // The carriage return of an empty line may belong to the line before: `\n\r\n` is one.
        if cells == 1 && (end == start || place == start) {
            self.marks.truncate(begin);
            self.marks.push(place);
            return;
        }
        self.marks.push(end);
        self.next_row(place);
    }

    /// Begins a row behind a place.
    fn next_row(&mut self, place: u32) {
        self.rows.push(self.marks.len() as u32);
        self.marks.push(place);
    }

    /// Ends a cell; a byte that belongs to none keeps it apart from the next.
    fn cell_done(&mut self) {
        self.marks.push(self.bytes.len() as u32);
        self.bytes.push(0);
    }

    fn row_done(&mut self) {
        let last = (self.bytes.len() as u32).wrapping_sub(1);
        self.next_row(last);
    }

    fn commas(&mut self, text: &[u8]) {
        self.bytes.reserve(text.len());
        let (mut start, ends) = (0_usize, Form::Comma.ends(text).chain([text.len()]));
        for end in ends {
            let line = text.get(start..end).unwrap_or_default();
            start = end.saturating_add(1);
            if !is_empty(line) {
                self.record(line.strip_suffix(b"\r").unwrap_or(line));
            }
        }
    }

    fn record(&mut self, line: &[u8]) {
        let mut quoted = false;
        let mut bytes = line.iter().copied().peekable();
        while let Some(byte) = bytes.next() {
            match byte {
                b'"' if quoted && bytes.peek() == Some(&b'"') => {
                    bytes.next();
                    self.bytes.push(b'"');
                }
                b'"' => quoted = !quoted,
                b',' if !quoted => self.cell_done(),
                _ => self.bytes.push(byte),
            }
        }
        self.cell_done();
        self.row_done();
    }

    fn objects(&mut self, text: &[u8], keys: Keys) -> Result<(), Unsplit> {
        let text = self.encoding.read(text);
        self.encoding = Encoding::Utf8;
        for line in text.split('\n') {
            if !is_empty(line.as_bytes()) {
                self.object(line, keys)?;
            }
        }
        Ok(())
    }

    /// A line that is no object is a row without a cell: it has the wrong number of fields.
    fn object(&mut self, line: &str, keys: Keys) -> Result<(), Unsplit> {
        if let Ok(Object(members)) = serde_json::from_str::<Object>(line) {
            // Most objects have their members in the order of the columns.
            let mut next = 0_usize;
            for key in keys {
                let is_it = |(name, _): &(Cow<'_, str>, _)| key.is_called(name);
                let is_next = key.is_once && members.get(next).is_some_and(is_it);
                let place = match is_next {
                    true => Some(next),
                    false => members.iter().position(is_it),
                };
                if let Some(place) = place
                    && let Some((_, value)) = members.get(place)
                {
                    self.value(value, key)?;
                    next = place.saturating_add(1);
                }
                self.cell_done();
            }
        }
        if self.bytes.is_empty() {
            self.bytes.push(0);
        }
        self.row_done();
        Ok(())
    }

    fn value(&mut self, value: &RawValue, key: &JsonColumn) -> Result<(), Unsplit> {
        match value.get() {
            "null" => {}
            text if text.starts_with('"') => {
                let text: Cow<'_, str> = serde_json::from_str(text)
                    .map(Text::into)
                    .unwrap_or_default();
                self.bytes.extend_from_slice(text.as_bytes());
            }
            _ if key.text => return Err(Unsplit::WrongType(key.name.clone())),
            other => self.bytes.extend_from_slice(other.as_bytes()),
        }
        Ok(())
    }
}

/// The members of an object in their order, repeated ones too.
pub(crate) struct Object<'a>(pub Vec<(Cow<'a, str>, &'a RawValue)>);

#[derive(serde::Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'a> From<Text<'a>> for Cow<'a, str> {
    fn from(text: Text<'a>) -> Self {
        text.0
    }
}

impl<'de> Deserialize<'de> for Object<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Members)
    }
}

struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Object<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(name) = map.next_key::<Text<'de>>()? {
            members.push((name.0, map.next_value()?));
        }
        Ok(Object(members))
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests {
    use super::*;

    fn rows(text: &[u8], form: Form) -> Vec<Vec<String>> {
        let mut raw = Raw {
            bytes: text.to_vec(),
            ..Raw::default()
        };
        let fields = Fields::split(&mut raw, form, Encoding::of(text), &[]).unwrap();
        assert_eq!(fields.len() as u64, form.rows(text), "{text:?}");
        let row = |row| {
            let cells = 0..fields.width(row);
            cells
                .map(|at| fields.encoding.read(fields.cell(row, at)).into_owned())
                .collect()
        };
        (0..fields.len()).map(row).collect()
    }

    #[test]
    fn rv_05_lines_end_with_lf_or_crlf_and_empty_ones_are_no_rows() {
        for text in [
            "A|B\n1|2\n",
            "A|B\r\n1|2\r\n",
            "\r\n\nA|B\n\r\n\n1|2",
            "A|B\r\n\n1|2\n\r\n",
        ] {
            assert_eq!(
                rows(text.as_bytes(), Form::Pipe),
                [["A", "B"], ["1", "2"]],
                "{text:?}"
            );
        }
        assert_eq!(rows(b"", Form::Pipe), Vec::<Vec<String>>::new());
        assert_eq!(rows(b" \n|", Form::Pipe), [vec![" "], vec!["", ""]]);
    }

    #[test]
    fn rv_05_nothing_is_quoted_between_pipes() {
        assert_eq!(rows(br#"a"|"b\|c"#, Form::Pipe), [["a\"", "\"b\\", "c"]]);
    }

    #[test]
    fn a_csv_quotes_commas_line_ends_and_quotes() {
        let text = b"A,B\r\n\"1,\n2\",\"say \"\"a\"\"\"\r\n,\n";
        assert_eq!(
            rows(text, Form::Comma),
            [["A", "B"], ["1,\n2", "say \"a\""], ["", ""]]
        );
    }

    #[test]
    fn rv_05_windows_874_is_read() {
        let text = b"\xca\xc1\xaa\xd2\xc2|\xff\n";
        assert_eq!(rows(text, Form::Pipe), [["สมชาย", "\u{fffd}"]]);
    }

    #[test]
    fn ndjson_is_taken_apart_by_its_keys() {
        let key = |name: &str| JsonColumn {
            name: name.to_owned(),
            text: true,
            is_once: true,
        };
        let text = "{\"pid\": \"1\", \"X\": 2}\nno\n{\"PID\":null,\"seq\":\"\\u0e01\"}\n";
        let split = |text: &str| {
            let mut raw = Raw {
                bytes: text.into(),
                ..Raw::default()
            };
            Fields::split(
                &mut raw,
                Form::Json,
                Encoding::Utf8,
                &[key("PID"), key("SEQ")],
            )
        };
        let fields = split(text).unwrap();
        let widths: Vec<_> = (0..fields.len()).map(|row| fields.width(row)).collect();
        assert_eq!(widths, [2, 0, 2]);
        assert_eq!(
            (fields.cell(0, 0), fields.cell(0, 1)),
            (&b"1"[..], &b""[..])
        );
        assert_eq!(
            (fields.cell(2, 0), fields.cell(2, 1)),
            (&b""[..], "ก".as_bytes())
        );
        let wrong = split("{\"PID\": 1}").unwrap_err();
        assert_eq!(wrong, Unsplit::WrongType("PID".to_owned()));
    }

    #[test]
    fn an_eight_byte_step_finds_what_a_byte_step_finds() {
        let text: Vec<u8> = (0..=255).chain([b'|', b'\n', b'|', 0x8a, 0xfc]).collect();
        let words = text.as_chunks::<8>().0;
        let found: Vec<usize> = words
            .iter()
            .enumerate()
            .flat_map(|(at, word)| {
                let bits = hits(u64::from_le_bytes(*word));
                (0..8)
                    .filter(move |byte| bits >> (8 * byte) & 0x80 != 0)
                    .map(move |byte| 8 * at + byte as usize)
            })
            .collect();
        let expected: Vec<usize> = (0..words.len() * 8)
            .filter(|at| matches!(text[*at], b'|' | b'\n'))
            .collect();
        assert_eq!(found, expected);
    }
}
