//! Which tables there are for an indicator.

use std::path::{Path, PathBuf};
use std::{fs, io};

use bosoto::base::order;
use bosoto::indicator::{Column, Input, Level, inputs};
use bosoto::record::Table;
use bosoto::{DataCode, DataError};

use super::Asked;
use super::row;
use crate::error::{file_name, unreadable};
use crate::rows::{Known, Place};
use crate::source::{Reading, Source, find, place_of_file, place_of_given};

/// The tables of a source.
pub(super) struct Tables {
    /// Those that the indicator needs.
    needed: &'static [Input],
    found: Vec<(Known, Place)>,
}

impl Tables {
    /// Looks which there are; of two of one name the first counts.
    pub fn find(id: &str, source: Source, asked: &Asked) -> Result<Self, DataError> {
        let mut tables = Self {
            needed: inputs(id, asked.by)?,
            found: Vec::new(),
        };
        // By provinces an indicator has every table that it can have.
        let all = inputs(id, Level::Province)?;
        let of_an_export = id == "KP-16";
        let reading = asked.reading();
        match source {
            Source::Path(path) => tables.of_path(&path, all, of_an_export, &reading)?,
            Source::Tables(given) => {
                for (name, given) in given {
                    let known = known(&name, all, of_an_export)?;
                    tables.add(known, place_of_given(known, given, &reading)?);
                }
            }
        }
        Ok(tables)
    }

    fn of_path(
        &mut self,
        path: &Path,
        all: &'static [Input],
        of_an_export: bool,
        reading: &Reading,
    ) -> Result<(), DataError> {
        for file in files(path).map_err(|error| unreadable(&file_name(path), &error))? {
            let stem = file.file_stem().unwrap_or_default().to_string_lossy();
            if let Some(input) = flat(&stem, all)
                && let Some(place) = place_of_file(Known::Flat(input), &file, reading)?
            {
                self.add(Known::Flat(input), place);
            }
        }
        if !of_an_export {
            return Ok(());
        }
        match find(Source::Path(path.to_owned()), reading) {
            Ok(found) => {
                let sheets = found.sheets.into_iter();
                let sheets = sheets.map(|sheet| (Known::Standard(sheet.table), sheet.place));
                self.found.extend(sheets);
                Ok(())
            }
            Err(error) if error.code == DataCode::NoTable && !self.found.is_empty() => Ok(()),
            Err(error) => Err(error),
        }
    }

    fn add(&mut self, known: Known, place: Place) {
        if !self
            .found
            .iter()
            .any(|(other, _)| other.name() == known.name())
        {
            self.found.push((known, place));
        }
    }

    /// A flat table, where it is given.
    pub fn flat(&self, name: &str) -> Result<Option<row::Table>, DataError> {
        let found = self.found.iter().find_map(|(known, place)| match known {
            Known::Flat(input) if input.table == name => Some((*input, place)),
            Known::Flat(_) | Known::Standard(_) => None,
        });
        let open = |(input, place): (&'static Input, &Place)| {
            row::Table::of(Known::Flat(input), place.clone(), input.columns)
        };
        found.map(open).transpose()
    }

    /// A flat table, which the indicator needs.
    pub fn needed(&self, name: &str) -> Result<row::Table, DataError> {
        let table = self.flat(name)?;
        table.ok_or_else(|| DataError::missing_table(name))
    }

    /// Whether the indicator needs a flat table by these areas.
    pub fn needs(&self, name: &str) -> bool {
        self.needed.iter().any(|input| input.table == name)
    }

    /// The tables of this kind in exports.
    pub fn standard(
        &self,
        table: Table,
        columns: &'static [Column],
    ) -> Result<Vec<row::Table>, DataError> {
        let own = self.found.iter();
        let own = own.filter(|(known, _)| matches!(known, Known::Standard(of) if *of == table));
        own.map(|(known, place)| row::Table::of(*known, place.clone(), columns))
            .collect()
    }

    /// A flat table, or else those of exports that stand for it, of which there has to be one.
    pub fn flat_or(
        &self,
        name: &str,
        stand_ins: &[(Table, &'static [Column])],
    ) -> Result<Vec<row::Table>, DataError> {
        let mut found: Vec<row::Table> = self.flat(name)?.into_iter().collect();
        if found.is_empty() {
            for (table, columns) in stand_ins {
                found.extend(self.standard(*table, columns)?);
            }
        }
        match found.is_empty() {
            true => Err(DataError::missing_table(name)),
            false => Ok(found),
        }
    }
}

fn flat(name: &str, all: &'static [Input]) -> Option<&'static Input> {
    all.iter()
        .find(|input| input.table.eq_ignore_ascii_case(name))
}

fn known(name: &str, all: &'static [Input], of_an_export: bool) -> Result<Known, DataError> {
    if let Some(input) = flat(name, all) {
        return Ok(Known::Flat(input));
    }
    match Table::named(name) {
        Ok(table) if of_an_export => Ok(Known::Standard(table)),
        _ => {
            let mut names: Vec<&'static str> = all.iter().map(|input| input.table).collect();
            if of_an_export {
                names.extend(Table::ALL.iter().map(|table| table.name()));
            }
            Err(DataError::unknown_table(name, &names))
        }
    }
}

/// The file itself, or the files of the folder, by their names.
fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !fs::metadata(path)?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = fs::read_dir(path)?.collect::<io::Result<Vec<_>>>()?;
    let mut files: Vec<_> = entries.into_iter().map(|entry| entry.path()).collect();
    files.retain(|file| file.is_file());
    order::sort(&mut files);
    Ok(files)
}
