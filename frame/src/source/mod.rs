//! What is judged: files, folders, ZIPs and tables in memory, and which tables there are in them (RV-05).

mod bytes;
mod zipped;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::SchemaRef;
use bosoto::DataError;
use bosoto::base::order;
use bosoto::indicator::{Level, inputs};
use bosoto::record::{Day, Table, files};

pub(crate) use bytes::{Bytes, Member};
pub(crate) use zipped::{members, refuse_bombs};

use crate::error::{file_name, no_parquet, no_sheet, no_table, old_workbook, unreadable};
use crate::rows::{Batches, Form, Known, Place};
use crate::workbook::Workbook;

/// How deep folders are looked through.
const DEEPEST: usize = 8;

/// What is to be judged.
#[derive(Debug)]
pub enum Source {
    /// A ZIP, a folder of members or of ZIPs, or one file whose stem names its table.
    Path(PathBuf),
    /// Tables by their names.
    Tables(Vec<(String, Given)>),
}

/// A table that the caller names.
#[derive(Debug)]
pub enum Given {
    /// A file.
    Path(PathBuf),
    /// Batches in memory.
    Batches(SchemaRef, Vec<RecordBatch>),
}

/// Opens a Parquet file, once for each time that its rows are read: the columns at these places (from 0), in this order, or
/// all of them. This crate does not read Parquet itself.
pub type Parquet = Arc<
    dyn Fn(&Path, Option<&[usize]>) -> Result<Box<dyn RecordBatchReader + Send>, DataError>
        + Send
        + Sync,
>;

/// How sources are read.
#[derive(Clone, Default)]
pub(crate) struct Reading {
    pub unpack_limit: Option<u64>,
    pub parquet: Option<Parquet>,
}

/// A table that was found.
#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    pub table: Table,
    /// The name of the ZIP or of the file; none in memory.
    pub file: Option<String>,
    /// The tables of one group are looked up together.
    pub group: usize,
    /// The day of the ZIP's stamp.
    pub stamp: Option<Day>,
    /// Whether its name has a facility and digits behind the table's.
    pub has_suffix: bool,
    pub place: Place,
}

/// Every table that was found, and the names of what is not judged.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub sheets: Vec<Sheet>,
    pub ignored: Vec<String>,
}

/// Looks what tables there are.
pub(crate) fn find(source: Source, reading: &Reading) -> Result<Found, DataError> {
    let mut found = Found::default();
    match source {
        Source::Path(path) => found.path(&path, reading)?,
        Source::Tables(tables) => {
            for (name, given) in tables {
                found.given(&name, given, reading)?;
            }
        }
    }
    if found.sheets.is_empty() {
        return Err(no_table());
    }
    order::sort_by(&mut found.sheets, |a, b| {
        (&a.file, a.table).cmp(&(&b.file, b.table))
    });
    order::sort(&mut found.ignored);
    Ok(found)
}

/// The files that [`validate`](crate::validate) or [`indicator`](crate::indicator()) reads of a source: itself, or of a
/// folder the ZIPs and what is called like a table, in whatever folder of it. Whoever writes a file takes care that it is
/// none of them.
///
/// # Errors
///
/// `unreadable`: it is not there, or a folder of it may not be read.
pub fn files(source: &Path) -> Result<Vec<PathBuf>, DataError> {
    if !known(source)?.is_dir() {
        return Ok(vec![source.to_owned()]);
    }
    let mut inside = Inside::default();
    inside
        .walk(source, DEEPEST)
        .map_err(|error| unreadable(&file_name(source), &error))?;
    let is_read = |path: &PathBuf| {
        let kind = kind_of(path);
        let is_flat = || !matches!(kind, FileKind::Other) && is_flat(path);
        matches!(kind, FileKind::Zip | FileKind::Workbook)
            || member_of(path, &kind).is_some()
            || is_flat()
    };
    Ok(inside.files.into_iter().filter(is_read).collect())
}

/// Whether a file is called like a flat table of an indicator.
fn is_flat(path: &Path) -> bool {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let indicators = ["KP-15", "KP-16", "KP-22"].into_iter();
    let mut all = indicators.filter_map(|id| inputs(id, Level::Province).ok());
    all.any(|tables| tables.iter().any(|of| of.table.eq_ignore_ascii_case(&stem)))
}

/// What a file is by its name.
enum FileKind {
    Zip,
    Text(Form),
    Parquet,
    Workbook,
    /// A spreadsheet that is not read.
    OldWorkbook,
    Other,
}

fn kind_of(path: &Path) -> FileKind {
    let extension = path
        .extension()
        .map(|text| text.to_string_lossy().to_ascii_lowercase());
    match extension.as_deref() {
        Some("zip") => FileKind::Zip,
        Some("txt") => FileKind::Text(Form::Pipe),
        Some("csv") => FileKind::Text(Form::Comma),
        Some("ndjson" | "jsonl") => FileKind::Text(Form::Json),
        Some("parquet") => FileKind::Parquet,
        Some("xlsx" | "xlsm") => FileKind::Workbook,
        Some("xls" | "xlsb" | "ods") => FileKind::OldWorkbook,
        _ => FileKind::Other,
    }
}

/// Whether a file begins as a ZIP does, whatever its name.
fn is_zip(path: &Path) -> io::Result<bool> {
    let mut begin = [0; 4];
    let mut file = fs::File::open(path)?;
    let read = file.read(&mut begin)?;
    Ok(read == 4 && begin.starts_with(b"PK") && matches!(begin, [_, _, 3, 4] | [_, _, 5, 6]))
}

fn place_of(
    known: Known,
    path: &Path,
    kind: &FileKind,
    reading: &Reading,
) -> Result<Option<Place>, DataError> {
    Ok(Some(match kind {
        FileKind::Workbook => {
            let book = Workbook::open(path, reading.unpack_limit)?;
            Place::Sheet(Arc::new(book.worksheet_of(known)?))
        }
        FileKind::OldWorkbook => return Err(old_workbook(&file_name(path))),
        FileKind::Text(form) => {
            let (name, path) = (file_name(path), Arc::new(path.to_owned()));
            Place::Text(Bytes::File { path, name }, *form)
        }
        FileKind::Parquet => {
            let parquet = reading.parquet.clone().ok_or_else(no_parquet)?;
            let path = path.to_owned();
            Place::Batches(Batches::opened_by(Arc::new(move |columns| {
                parquet(&path, columns)
            }))?)
        }
        FileKind::Zip | FileKind::Other => return Ok(None),
    }))
}

/// Where the rows of a file are that is no ZIP and no other thing.
pub(crate) fn place_of_file(
    known: Known,
    path: &Path,
    reading: &Reading,
) -> Result<Option<Place>, DataError> {
    place_of(known, path, &kind_of(path), reading)
}

/// Where the rows of a table are that the caller names; a file of no known kind is a member of an export.
pub(crate) fn place_of_given(
    table: Known,
    given: Given,
    reading: &Reading,
) -> Result<Place, DataError> {
    let path = match given {
        Given::Batches(schema, batches) => {
            return Ok(Place::Batches(Batches::of(schema, batches)));
        }
        Given::Path(path) => path,
    };
    known(&path)?;
    let kind = match kind_of(&path) {
        FileKind::Other => FileKind::Text(Form::Pipe),
        known @ (FileKind::Zip
        | FileKind::Text(_)
        | FileKind::Parquet
        | FileKind::Workbook
        | FileKind::OldWorkbook) => known,
    };
    place_of(table, &path, &kind, reading)?.ok_or_else(no_table)
}

/// What is known of a file or a folder. A pipe is neither: what is judged is read more than once, and nobody may ever write
/// into it.
fn known(path: &Path) -> Result<fs::Metadata, DataError> {
    let name = file_name(path);
    let about = fs::metadata(path).map_err(|error| unreadable(&name, &error))?;
    if about.is_file() || about.is_dir() {
        return Ok(about);
    }
    Err(unreadable(&name, &io::ErrorKind::InvalidInput.into()))
}

impl Found {
    fn path(&mut self, path: &Path, reading: &Reading) -> Result<(), DataError> {
        let name = file_name(path);
        if known(path)?.is_dir() {
            return self.folder(path, reading);
        }
        match kind_of(path) {
            FileKind::Workbook => return self.only_workbook(path, reading),
            FileKind::OldWorkbook => return Err(old_workbook(&name)),
            FileKind::Zip | FileKind::Text(_) | FileKind::Parquet | FileKind::Other => {}
        }
        let zip = matches!(kind_of(path), FileKind::Zip)
            || is_zip(path).map_err(|error| unreadable(&name, &error))?;
        if zip {
            return self.zip(path, 0, reading);
        }
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let member = files::table_of(&stem).ok_or_else(no_table)?;
        let known = Known::Standard(member.table);
        let place = place_of(known, path, &kind_of(path), reading)?.ok_or_else(no_table)?;
        self.sheets.push(loose(member, path, place));
        Ok(())
    }

    fn given(&mut self, name: &str, given: Given, reading: &Reading) -> Result<(), DataError> {
        let table = Table::named(name)?;
        let file = match &given {
            Given::Batches(..) => None,
            Given::Path(path) => Some(file_name(path)),
        };
        let place = place_of_given(Known::Standard(table), given, reading)?;
        if self.sheets.iter().any(|sheet| sheet.table == table) {
            self.ignored.push(name.to_owned());
            return Ok(());
        }
        self.sheets.push(Sheet {
            table,
            file,
            group: 0,
            stamp: None,
            has_suffix: false,
            place,
        });
        Ok(())
    }

    /// A ZIP: of two members of one table the first by the bytes of its path is read, of two with one path the last, as
    /// when they are unpacked.
    fn zip(&mut self, path: &Path, group: usize, reading: &Reading) -> Result<(), DataError> {
        let name = file_name(path);
        let zipped::Members { each, lost } = zipped::members(path, reading.unpack_limit)?;
        self.ignored.extend(lost);
        let mut members = each;
        order::sort_by(&mut members, |a, b| {
            a.name.as_bytes().cmp(b.name.as_bytes())
        });
        let mut tables = BTreeMap::new();
        for member in members {
            match files::member(&member.name) {
                Some(known) if !tables.contains_key(&known.table) => {
                    tables.insert(known.table, (known, member));
                }
                _ => self.ignored.push(member.name),
            }
        }
        let used = || tables.values().map(|(_, member)| member);
        zipped::refuse_packings(used())?;
        zipped::refuse_bombs(path, used(), reading.unpack_limit)?;
        let stamp = files::export(&name).and_then(|export| export.on);
        self.sheets
            .extend(tables.into_values().map(|(known, member)| Sheet {
                table: known.table,
                file: Some(name.clone()),
                group,
                stamp,
                has_suffix: known.has_suffix,
                place: Place::Text(Bytes::Member(member), Form::Pipe),
            }));
        Ok(())
    }

    fn only_workbook(&mut self, path: &Path, reading: &Reading) -> Result<(), DataError> {
        self.workbook(path, &mut BTreeSet::new(), reading)?;
        match self.sheets.is_empty() {
            true => Err(no_sheet(&file_name(path))),
            false => Ok(()),
        }
    }

    /// The worksheets of a workbook that are tables by their names; where none is, the only one with anything in it by
    /// the name of the file. `taken` are the tables that others are already.
    fn workbook(
        &mut self,
        path: &Path,
        taken: &mut BTreeSet<Table>,
        reading: &Reading,
    ) -> Result<(), DataError> {
        let book = Workbook::open(path, reading.unpack_limit)?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let of_name = |table| files::Member {
            table,
            has_suffix: false,
        };
        let mut named: Vec<(&str, files::Member)> = book
            .names()
            .filter_map(|name| Some((name, of_name(Table::called(name)?))))
            .collect();
        if named.is_empty() {
            let of_file = files::table_of(&stem).or_else(|| Table::called(&stem).map(of_name));
            named.extend(book.only().zip(of_file));
        }
        let mut is_read = Vec::new();
        for (name, member) in named {
            if taken.insert(member.table) {
                let sheet = book.worksheet(name, Known::Standard(member.table))?;
                self.sheets
                    .push(loose(member, path, Place::Sheet(Arc::new(sheet))));
                is_read.push(name);
            }
        }
        let others = book.names().filter(|name| !is_read.contains(name));
        self.ignored.extend(others.map(|name| book.label(name)));
        Ok(())
    }

    fn folder(&mut self, folder: &Path, reading: &Reading) -> Result<(), DataError> {
        let mut inside = Inside::default();
        inside
            .walk(folder, DEEPEST)
            .map_err(|error| unreadable(&file_name(folder), &error))?;
        let shown = |path: &Path| {
            let inside = path.strip_prefix(folder).unwrap_or(path);
            inside.to_string_lossy().into_owned()
        };
        self.ignored
            .extend(inside.others.iter().map(|path| shown(path)));
        let mut tables = BTreeSet::new();
        // The group of loose members is 0.
        let mut groups = BTreeMap::<String, usize>::new();
        let mut next = 1_usize;
        for path in inside.files {
            let kind = kind_of(&path);
            if matches!(kind, FileKind::Zip) {
                let hcode = files::export(&file_name(&path)).map(|export| export.hcode);
                let group = hcode
                    .and_then(|hcode| groups.get(&hcode).copied())
                    .unwrap_or(next);
                if let Some(export) = files::export(&file_name(&path)) {
                    groups.entry(export.hcode).or_insert(group);
                }
                next = next.max(group.saturating_add(1));
                let read = self.sheets.len();
                self.zip(&path, group, reading)?;
                if self.sheets.len() == read {
                    self.ignored.push(shown(&path));
                }
                continue;
            }
            if matches!(kind, FileKind::Workbook) && !is_lock(&path) {
                self.workbook(&path, &mut tables, reading)?;
                continue;
            }
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            let known = files::table_of(&stem).filter(|member| !tables.contains(&member.table));
            let place = match known {
                Some(member) => place_of_member(member.table, &path, &kind, reading)?,
                None => None,
            };
            if let Some((member, place)) = known.zip(place) {
                tables.insert(member.table);
                self.sheets.push(loose(member, &path, place));
                continue;
            }
            self.ignored.push(shown(&path));
        }
        Ok(())
    }
}

/// The table that the name of a file says it is.
fn member_of(path: &Path, kind: &FileKind) -> Option<files::Member> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    files::table_of(&stem).filter(|_| !matches!(kind, FileKind::Other | FileKind::Zip))
}

/// What is in a folder and in those in it, by the bytes of the paths.
#[derive(Default)]
struct Inside {
    files: Vec<PathBuf>,
    /// What is no file and could be taken for one: links that lead nowhere or to a folder, pipes, folders that are called
    /// like a table or lie too deep.
    others: Vec<PathBuf>,
}

impl Inside {
    /// Links to folders are not followed.
    fn walk(&mut self, folder: &Path, depth: usize) -> io::Result<()> {
        let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
        let mut entries: Vec<_> = entries.into_iter().map(|entry| entry.path()).collect();
        order::sort_by(&mut entries, |a, b| {
            a.as_os_str()
                .as_encoded_bytes()
                .cmp(b.as_os_str().as_encoded_bytes())
        });
        for path in entries {
            if path.is_file() {
                self.files.push(path);
            } else if fs::symlink_metadata(&path)?.is_dir() {
                self.folder(path, depth)?;
            } else {
                self.others.push(path);
            }
        }
        Ok(())
    }

    fn folder(&mut self, path: PathBuf, depth: usize) -> io::Result<()> {
        let deeper = depth.checked_sub(1);
        if let Some(depth) = deeper {
            self.walk(&path, depth)?;
        }
        let kind = kind_of(&path);
        let is_called_like_one =
            matches!(kind, FileKind::Zip | FileKind::Workbook) || member_of(&path, &kind).is_some();
        if deeper.is_none() || is_called_like_one {
            self.others.push(path);
        }
        Ok(())
    }
}

/// A table that is a file or a worksheet by itself.
fn loose(member: files::Member, path: &Path, place: Place) -> Sheet {
    Sheet {
        table: member.table,
        file: Some(file_name(path)),
        group: 0,
        stamp: None,
        has_suffix: member.has_suffix,
        place,
    }
}

/// Where the rows of a member of a folder are; what is of another kind is none.
fn place_of_member(
    table: Table,
    path: &Path,
    kind: &FileKind,
    reading: &Reading,
) -> Result<Option<Place>, DataError> {
    match kind {
        FileKind::Text(_) | FileKind::Parquet => {
            place_of(Known::Standard(table), path, kind, reading)
        }
        FileKind::Zip | FileKind::Workbook | FileKind::OldWorkbook | FileKind::Other => Ok(None),
    }
}

/// Whether it is what a spreadsheet program lays beside a workbook while it is open.
fn is_lock(path: &Path) -> bool {
    file_name(path).starts_with("~$")
}
