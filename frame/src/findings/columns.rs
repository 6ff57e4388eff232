//! What was taken for what: the columns of each table as they are called where they stand.

use bosoto::record::Table;
use bosoto::text::Message;

use super::{All, Findings};
use crate::engine::Judged;
use crate::rows::{Form, Place};
use crate::workbook::Taken;

/// What a field of a source was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenColumn {
    /// The name of the ZIP or of the file; none in memory.
    pub file: Option<String>,
    /// The name of the worksheet, where it is one.
    pub sheet: Option<String>,
    /// The table.
    pub table: Table,
    /// The column of the standard; none where it was taken for none, so that nothing of it is judged.
    pub column: Option<&'static str>,
    /// The header as it stands; none in a table without a header.
    pub header: Option<String>,
    /// Where it stands: the cell of a worksheet (`C4`), elsewhere the number of the field, from 1.
    pub place: String,
}

impl Findings {
    /// What each field of each table was taken for, in their order; of a table of which nothing is known, none.
    #[must_use]
    pub fn columns(&self) -> Vec<TakenColumn> {
        self.0.judged.iter().flat_map(of_table).collect()
    }

    /// What a person should know of how worksheets were read, a sentence each: formulas without a result, merged cells,
    /// hidden rows, what stands above or beside the header, and where none was found.
    #[must_use]
    pub fn notes(&self) -> Vec<Message> {
        notes(&self.0)
    }
}

/// The sentences of all tables.
pub(crate) fn notes(all: &All) -> Vec<Message> {
    let places = all.judged.iter().map(|one| &one.sheet.place);
    let notes = places.filter_map(|place| match place {
        Place::Sheet(sheet) => Some(sheet.notes()),
        Place::Text(..) | Place::Batches(_) => None,
    });
    notes.flatten().collect()
}

fn of_table(one: &Judged) -> Vec<TakenColumn> {
    let (sheet, taken) = match &one.sheet.place {
        Place::Sheet(sheet) => (Some(sheet.name().to_owned()), sheet.taken.clone()),
        Place::Text(..) | Place::Batches(_) => (None, of_fields(one)),
    };
    let column = |taken: Taken| TakenColumn {
        file: one.sheet.file.clone(),
        sheet: sheet.clone(),
        table: one.sheet.table,
        column: taken.column,
        header: taken.header,
        place: taken.place,
    };
    taken.into_iter().map(column).collect()
}

fn of_fields(one: &Judged) -> Vec<Taken> {
    let layout = &one.layout;
    let is_text = matches!(one.sheet.place, Place::Text(..));
    let is_named = layout.has_header || !is_text || layout.form == Form::Json;
    let names = layout.names.iter().enumerate();
    let taken = names.map(|(place, name)| Taken {
        header: is_named.then(|| name.clone()),
        place: place.saturating_add(1).to_string(),
        column: one
            .sheet
            .table
            .column(name.trim_matches(' '))
            .map(|column| column.name),
    });
    taken.filter(|_| layout.is_judged).collect()
}
