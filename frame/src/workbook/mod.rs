//! Workbooks (.xlsx): which worksheets there are, which row of each is the header, what its columns are taken for, and
//! its rows as columns of text (RV-05).
//!
//! Every cell becomes what a text would hold in its place; from there on nothing knows that it was a workbook. A
//! workbook is somebody's register: what could be lost on the way is told ([`Worksheet::notes`]).

mod cells;
mod header;
mod notes;
mod survey;
mod worksheet;

#[cfg(test)]
mod tests;

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use bosoto::DataError;
use bosoto::base::order;
use calamine::{Reader, SheetType, Xlsx};
use memchr::memmem::Finder;

pub(crate) use header::Taken;
pub(crate) use worksheet::{Rows, Worksheet};

use self::survey::{Survey, Surveyed};
use crate::error::{file_name, no_sheet, password, unreadable};
use crate::rows::Known;

/// How many rows of a worksheet are looked through for its header.
const HEADER_ROWS: u32 = 20;

/// How a file begins that is a container of Microsoft's older kind: a workbook with a password, or one of before 2007.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

type Opened = Xlsx<BufReader<File>>;

/// A workbook that can be read: what it unpacks to was counted, and nothing of it is larger than is read.
#[derive(Debug)]
pub(crate) struct Workbook {
    path: Arc<PathBuf>,
    pub file: String,
    is_1904: bool,
    tabs: Vec<Tab>,
}

/// A worksheet as it was first seen.
#[derive(Debug)]
struct Tab {
    name: String,
    first: Vec<FirstRow>,
    surveyed: Surveyed,
}

/// A row at the beginning of a worksheet: its place from 0, and its cells with theirs.
#[derive(Debug)]
struct FirstRow {
    row: u32,
    cells: Vec<(u32, String)>,
}

impl Workbook {
    /// Opens it and looks at the first rows of each worksheet.
    pub fn open(path: &Path, unpack_limit: Option<u64>) -> Result<Self, DataError> {
        let file = file_name(path);
        let refused = |error: io::Error| unreadable(&file, &error);
        if is_compound(path).map_err(refused)? {
            return Err(match has_password(path).map_err(refused)? {
                true => password(&file),
                false => crate::error::old_workbook(&file),
            });
        }
        let survey = Survey::of(path, unpack_limit)?;
        let path = Arc::new(path.to_owned());
        let own = Arc::clone(&path);
        let (is_1904, seen) = aside(move || {
            let mut book = opened(&own)?;
            let sheets = book.sheets_metadata().iter().enumerate();
            let sheets = sheets.filter(|(_, sheet)| sheet.typ == SheetType::WorkSheet);
            let names: Vec<(usize, String)> =
                sheets.map(|(at, sheet)| (at, sheet.name.clone())).collect();
            let first = names
                .into_iter()
                .map(|(at, name)| Ok((at, first_rows(&mut book, &name)?, name)));
            let first = first.collect::<io::Result<Vec<_>>>()?;
            Ok((book.has_1904_epoch(), first))
        })
        .map_err(refused)?;
        let tabs = seen.into_iter().map(|(at, first, name)| Tab {
            name,
            first,
            surveyed: survey.of_sheet(at),
        });
        Ok(Self {
            tabs: tabs.collect(),
            path,
            file,
            is_1904,
        })
    }

    /// The names of its worksheets, in their order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.tabs.iter().map(|tab| tab.name.as_str())
    }

    /// The name of the only worksheet with anything in it; none where there are several.
    pub fn only(&self) -> Option<&str> {
        let mut filled = self.tabs.iter().filter(|tab| !tab.first.is_empty());
        let only = match filled.next() {
            Some(only) => only,
            None => self.tabs.first()?,
        };
        filled.next().is_none().then_some(only.name.as_str())
    }

    /// How what is not judged of it is called.
    pub fn label(&self, sheet: &str) -> String {
        format!("{}/{sheet}", self.file)
    }

    /// A worksheet as the table that it is.
    pub fn worksheet(&self, name: &str, known: Known) -> Result<Worksheet, DataError> {
        let tab = self.tabs.iter().find(|tab| tab.name == name);
        let tab = tab.ok_or_else(|| no_sheet(&self.file))?;
        Ok(Worksheet::of(self, tab, known))
    }

    /// The worksheet of a table that the caller names: the one with its name, or else the only one.
    pub fn worksheet_of(&self, known: Known) -> Result<Worksheet, DataError> {
        let name = self.names().find(|name| known.is_called(name));
        let name = name.or_else(|| self.only());
        self.worksheet(name.ok_or_else(|| no_sheet(&self.file))?, known)
    }
}

fn is_compound(path: &Path) -> io::Result<bool> {
    let mut begin = Vec::new();
    let whole = File::open(path)?;
    whole.take(COMPOUND.len() as u64).read_to_end(&mut begin)?;
    Ok(begin == COMPOUND)
}

/// Whether a container holds a workbook that is encrypted: then it has a stream of this name, in UTF-16.
fn has_password(path: &Path) -> io::Result<bool> {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let finder = Finder::new(&name);
    let mut file = File::open(path)?;
    let mut bytes = Vec::new();
    loop {
        let got = (&mut file).take(1 << 20).read_to_end(&mut bytes)?;
        if finder.find(&bytes).is_some() {
            return Ok(true);
        }
        if got == 0 {
            return Ok(false);
        }
        bytes.drain(..bytes.len().saturating_sub(name.len()));
    }
}

/// What `work` says, on a thread of its own: whatever it stumbles over in a file is a file that cannot be read.
fn aside<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    let done = thread::spawn(work).join();
    done.unwrap_or_else(|_| Err(io::ErrorKind::InvalidData.into()))
}

fn opened(path: &Path) -> io::Result<Opened> {
    Xlsx::new(BufReader::new(File::open(path)?)).map_err(damaged)
}

/// What others say of a file may hold what the file holds.
fn damaged<E>(_: E) -> io::Error {
    io::ErrorKind::InvalidData.into()
}

/// The first rows of a worksheet in which there is anything.
fn first_rows(book: &mut Opened, name: &str) -> io::Result<Vec<FirstRow>> {
    let is_1904 = book.has_1904_epoch();
    let mut cells = book.worksheet_cells_reader(name).map_err(damaged)?;
    let mut rows = Vec::<FirstRow>::new();
    while let Some(cell) = cells.next_cell().map_err(damaged)? {
        let (row, column) = cell.get_position();
        let text = cells::text(cell.get_value(), is_1904);
        if text.is_empty() {
            continue;
        }
        // A register that begins further down has its first row there all the same.
        if row >= HEADER_ROWS && rows.last().is_some_and(|last| last.row != row) {
            break;
        }
        match rows.last_mut() {
            Some(last) if last.row == row => last.cells.push((column, text)),
            _ => rows.push(FirstRow {
                row,
                cells: vec![(column, text)],
            }),
        }
    }
    for row in &mut rows {
        order::sort_by_key(&mut row.cells, |(column, _)| *column);
    }
    Ok(rows)
}
