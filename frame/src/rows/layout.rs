//! What stands where in a table: its header, or what is taken for one (RV-05).

use std::collections::HashMap;

use arrow_schema::Schema;
use bosoto::DataError;
use bosoto::indicator::{self, Input};
use bosoto::question::threads::Made;
use bosoto::record::{Header, Table, usual_fields};

use super::cells::{Fit, Holds, fit};
use super::pieces::{Stop, each_piece};
use super::raw::Raw;
use super::supply::{Piece, Place, Supply};
use super::text::{Encoding, Fields, Form, JsonColumn, Object, Unsplit};
use crate::threads;

/// How many lines are asked how many fields a table without a header has.
const ASKED: usize = 1_000;

/// A table of which columns are read.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Known {
    /// One of the 43-file standard.
    Standard(Table),
    /// A flat one of an indicator.
    Flat(&'static Input),
}

impl Known {
    pub fn name(self) -> &'static str {
        match self {
            Self::Standard(table) => table.name(),
            Self::Flat(input) => input.table,
        }
    }

    /// The column that a header of a worksheet means.
    pub fn called(self, header: &str) -> Option<&'static str> {
        match self {
            Self::Standard(table) => table.column_called(header).map(|column| column.name),
            Self::Flat(input) => {
                let name = header.trim_matches(' ');
                let mut names = input.columns.iter().map(|column| column.name);
                names.find(|column| name.eq_ignore_ascii_case(column))
            }
        }
    }

    /// Whether a worksheet of this name is the table.
    pub fn is_called(self, sheet: &str) -> bool {
        match self {
            Self::Standard(table) => Table::called(sheet) == Some(table),
            Self::Flat(input) => sheet.trim().eq_ignore_ascii_case(input.table),
        }
    }

    /// What the cells of a column hold; of one that is not read, text.
    pub fn holds(self, name: &str) -> Holds {
        let names = [name.to_owned()];
        let slot = self.slots(&names).into_iter().next();
        slot.map_or(Holds::Text, |slot| slot.holds)
    }

    /// Whether any of these is the name of a column, so that they are a header.
    fn is_named_in(self, names: &[String]) -> bool {
        match self {
            Self::Standard(table) => {
                Header::of(table, names.iter().map(String::as_str)).names_a_column()
            }
            Self::Flat(_) => !self.slots(names).is_empty(),
        }
    }

    /// The columns of a table without a header, most of whose lines have so many fields; none where that tells nothing.
    pub fn usual_names(self, fields: usize) -> Option<Vec<String>> {
        let Self::Standard(table) = self else {
            return None;
        };
        Header::by_number(table, fields)?;
        let names = table.columns().iter().take(fields);
        Some(names.map(|column| column.name.to_owned()).collect())
    }

    /// The columns that are read, in the order in which the table has them, where fields of these names stand.
    fn slots(self, names: &[String]) -> Vec<Slot> {
        match self {
            Self::Standard(table) => {
                let header = Header::of(table, names.iter().map(String::as_str));
                let columns = header.columns();
                let slot = |(column, place): (&'static bosoto::record::Column, usize)| {
                    Some(Slot::new(column.name, column.kind?.into(), place))
                };
                columns.filter_map(slot).collect()
            }
            Self::Flat(input) => {
                let slot = |column: &indicator::Column| {
                    let is_it =
                        |name: &String| name.trim_matches(' ').eq_ignore_ascii_case(column.name);
                    let place = names.iter().position(is_it)?;
                    Some(Slot::new(column.name, column.holds.into(), place))
                };
                input.columns.iter().filter_map(slot).collect()
            }
        }
    }
}

/// A column that is read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slot {
    pub name: &'static str,
    pub holds: Holds,
    /// Its place among the fields of a row.
    pub place: usize,
    /// Whether its cells are dates by their type, so that none is written wrongly.
    pub typed: bool,
}

impl Slot {
    const fn new(name: &'static str, holds: Holds, place: usize) -> Self {
        Self {
            name,
            holds,
            place,
            typed: false,
        }
    }
}

/// What stands where.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    pub table: &'static str,
    /// The names of all fields, as they are written.
    pub names: Vec<String>,
    /// The columns that are read, in the order in which the table has them.
    pub slots: Vec<Slot>,
    /// Whether the first line is a header.
    pub has_header: bool,
    /// Whether it has no line at all.
    pub is_empty: bool,
    /// Whether it is known what stands where.
    pub is_judged: bool,
    pub form: Form,
    pub encoding: Encoding,
    pub keys: Vec<JsonColumn>,
}

impl Layout {
    /// What stands where in a table.
    pub fn of(table: Known, place: &Place) -> Result<Self, DataError> {
        match place {
            Place::Batches(batches) => Self::of_schema(table, &batches.schema),
            Place::Sheet(sheet) => Ok(Self {
                has_header: sheet.has_header(),
                is_empty: sheet.is_empty,
                is_judged: sheet.is_judged,
                ..Self::named(table, sheet.names.clone())
            }),
            Place::Text(_, Form::Json) => Self::of_objects(table, place),
            Place::Text(_, form) => Self::of_text(table, place, *form),
        }
    }

    fn named(table: Known, names: Vec<String>) -> Self {
        Self {
            table: table.name(),
            slots: table.slots(&names),
            names,
            has_header: true,
            is_empty: false,
            is_judged: true,
            form: Form::Pipe,
            encoding: Encoding::Utf8,
            keys: Vec::new(),
        }
    }

    /// The same of some of its slots alone, in this order.
    pub fn only(&self, slots: &[usize]) -> Self {
        let chosen = slots.iter().filter_map(|slot| self.slots.get(*slot));
        Self {
            slots: chosen.copied().collect(),
            ..self.clone()
        }
    }

    /// Opens the rows of a table of which this says what stands where: of batches those columns alone that have a slot, in
    /// the order of the slots. Where there is no slot all are read: rows without a column would not be counted.
    pub fn open(&self, place: &Place) -> Result<Supply, DataError> {
        let columns: Vec<usize> = self.slots.iter().map(|slot| slot.place).collect();
        place.open(
            self.has_header,
            Some(columns).filter(|some| !some.is_empty()),
        )
    }

    /// Whether a table has the columns that this says, as far as it says so itself: in a header or in its types. What the
    /// objects of NDJSON have is known only when all are read.
    pub fn is_of(&self, place: &Place) -> Result<bool, DataError> {
        match place {
            Place::Text(_, form) if self.has_header => {
                let first = first_lines(place, *form, 1)?.rows.into_iter().next();
                Ok(first.is_some_and(|first| first == self.names))
            }
            Place::Text(..) | Place::Sheet(_) => Ok(true),
            Place::Batches(batches) => batches.is_of_same_columns(),
        }
    }

    /// The number of fields that a row has to have.
    pub fn fields(&self) -> usize {
        self.names.len()
    }

    /// The number of the slot of a column.
    pub fn slot(&self, name: &str) -> Option<usize> {
        self.slots.iter().position(|slot| slot.name == name)
    }

    fn of_schema(table: Known, schema: &Schema) -> Result<Self, DataError> {
        let names = schema.fields().iter().map(|field| field.name().clone());
        let mut layout = Self::named(table, names.collect());
        for slot in &mut layout.slots {
            let Some(field) = schema.fields().get(slot.place) else {
                continue;
            };
            slot.typed = match fit(field.data_type(), slot.holds) {
                Fit::Text => false,
                Fit::Date => true,
                Fit::Wrong => return Err(DataError::wrong_type(table.name(), slot.name)),
            };
        }
        Ok(layout)
    }

    fn of_text(table: Known, place: &Place, form: Form) -> Result<Self, DataError> {
        let lines = first_lines(place, form, 1)?;
        let with = |layout: Self| Self {
            form,
            encoding: lines.encoding,
            ..layout
        };
        let Some(first) = lines.rows.into_iter().next() else {
            let empty = Self::named(table, Vec::new());
            return Ok(with(Self {
                is_empty: true,
                has_header: false,
                is_judged: false,
                ..empty
            }));
        };
        let layout = Self::named(table, first);
        if table.is_named_in(&layout.names) && !has_lone_return(&layout.names) {
            return Ok(with(layout));
        }
        let lines = first_lines(place, form, ASKED)?;
        let usual = usual_fields(lines.rows.iter().map(Vec::len)).unwrap_or_default();
        let usual_names = table.usual_names(usual);
        let is_judged = usual_names.is_some();
        let unnamed = || (1..=usual).map(|place| format!("column_{place}")).collect();
        Ok(with(Self {
            has_header: false,
            is_judged,
            ..Self::named(table, usual_names.unwrap_or_else(unnamed))
        }))
    }

    /// The columns of NDJSON are the names that any of its objects has.
    fn of_objects(table: Known, place: &Place) -> Result<Self, DataError> {
        let found = Made::default();
        let of_piece = |at: usize, _: Piece, raw: &mut Raw| -> Result<(), Stop> {
            found.put(at, Objects::of(raw));
            Ok(())
        };
        let supply = place.open(false, None)?;
        each_piece(threads::count(), supply, &|_, _| Ok(true), &of_piece)
            .map_err(|stop| stop.error(table.name()))?;
        let (mut names, mut encoding, mut rows) = (Names::default(), Encoding::Utf8, 0_u64);
        for of_piece in found.in_order() {
            names.add(of_piece.names.all.iter().map(String::as_str));
            rows = rows.saturating_add(of_piece.rows);
            if of_piece.encoding != Encoding::Utf8 {
                encoding = Encoding::Windows874;
            }
        }
        let Names { all, times } = names;
        let layout = Self::named(table, all);
        let is_text = |place: usize| {
            let slot = layout.slots.iter().find(|slot| slot.place == place);
            slot.is_some_and(|slot| !matches!(slot.holds, Holds::Number | Holds::Flag))
        };
        let keys = layout
            .names
            .iter()
            .enumerate()
            .map(|(place, name)| JsonColumn {
                name: name.trim_matches(' ').to_owned(),
                text: is_text(place),
                is_once: times.get(&folded(name)) == Some(&1),
            });
        Ok(Self {
            keys: keys.collect(),
            form: Form::Json,
            encoding,
            has_header: false,
            is_empty: rows == 0,
            is_judged: rows > 0,
            ..layout
        })
    }
}

/// Whether a first line has a carriage return inside: its lines end with nothing else, so that they are all one.
fn has_lone_return(cells: &[String]) -> bool {
    let line = cells.join("|");
    let mut after = line.trim_end_matches('\r').split('\r').skip(1);
    after.any(|after| !after.starts_with('\n'))
}

/// The names that objects have; one that any of them has twice is there twice.
#[derive(Default)]
struct Names {
    /// In the order in which they are first seen, as they are written.
    all: Vec<String>,
    /// How often each is there, in upper case.
    times: HashMap<String, usize>,
}

impl Names {
    /// Adds the names of an object that are new.
    fn add<'a>(&mut self, names: impl Iterator<Item = &'a str>) {
        let mut own = HashMap::<String, usize>::new();
        for name in names {
            let folded = folded(name);
            let times = own.entry(folded.clone()).or_default();
            *times = times.saturating_add(1);
            let known = self.times.entry(folded).or_default();
            if *times > *known {
                *known = *times;
                self.all.push(name.to_owned());
            }
        }
    }
}

fn folded(name: &str) -> String {
    name.trim_matches(' ').to_ascii_uppercase()
}

/// What a portion of NDJSON has.
struct Objects {
    names: Names,
    encoding: Encoding,
    rows: u64,
}

impl Objects {
    fn of(raw: &Raw) -> Self {
        let encoding = Encoding::of(&raw.bytes);
        let (mut names, text) = (Names::default(), encoding.read(&raw.bytes));
        let mut last = Vec::new();
        for line in text.split('\n') {
            let Ok(Object(members)) = serde_json::from_str::<Object>(line) else {
                continue;
            };
            // Nearly every object has the names of the one before it.
            if members.iter().map(|(name, _)| name).ne(&last) {
                names.add(members.iter().map(|(name, _)| &**name));
                last = members.into_iter().map(|(name, _)| name).collect();
            }
        }
        Self {
            names,
            encoding,
            rows: raw.rows,
        }
    }
}

/// The first lines of a text, taken apart.
struct Lines {
    encoding: Encoding,
    rows: Vec<Vec<String>>,
}

fn first_lines(place: &Place, form: Form, most: usize) -> Result<Lines, DataError> {
    let (mut supply, mut raw) = (place.open(false, None)?, Raw::default());
    let mut lines = Lines {
        encoding: Encoding::Utf8,
        rows: Vec::new(),
    };
    while lines.rows.len() < most
        && let Some(Piece::Text) = supply.next(&mut raw)?
    {
        let fields = match Fields::split(&mut raw, form, lines.encoding, &[]) {
            Err(Unsplit::NotUtf8) => {
                lines.encoding = Encoding::Windows874;
                Fields::split(&mut raw, form, lines.encoding, &[])
            }
            split => split,
        };
        let Ok(fields) = fields else { break };
        for row in 0..fields.len().min(most.saturating_sub(lines.rows.len())) {
            let cells = 0..fields.width(row);
            let read = |at| fields.encoding.read(fields.cell(row, at)).into_owned();
            lines.rows.push(cells.map(read).collect());
        }
    }
    Ok(lines)
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests {
    use std::sync::Arc;

    use bosoto::record::Table;
    use proptest::prelude::*;

    use super::*;
    use crate::reference::Folder;
    use crate::rows::Block;
    use crate::source::Bytes;

    type Members = Vec<(&'static str, u32)>;

    fn member() -> impl Strategy<Value = (&'static str, u32)> {
        let names = ["PID", "pid", " Seq", "SEQ", "ก", "x", "y"];
        (prop::sample::select(names.to_vec()), any::<u32>())
    }

    fn line(object: &Members) -> String {
        let members = object
            .iter()
            .map(|(name, value)| format!("\"{name}\": \"{value}\""));
        format!("{{{}}}\n", members.collect::<Vec<_>>().join(", "))
    }

    proptest! {
        #[test]
        fn the_members_of_objects_are_columns_wherever_a_portion_ends(
            objects in prop::collection::vec(prop::collection::vec(member(), 0..6), 1..40),
            again in 1..4_usize,
        ) {
            let objects: Vec<&Members> = objects.iter().flat_map(|one| vec![one; again]).collect();
            let folder = Folder::new();
            let text: String = objects.iter().copied().map(line).collect();
            let path = Arc::new(folder.write("PERSON.ndjson", text.as_bytes()));
            let place = Place::Text(Bytes::File { path, name: String::new() }, Form::Json);
            let layout = Layout::of(Known::Standard(Table::Person), &place).unwrap();

            let is_same = |a: &str, b: &str| a.trim().eq_ignore_ascii_case(b.trim());
            let mut names = Vec::<&str>::new();
            for object in &objects {
                for (at, (name, _)) in object.iter().enumerate() {
                    let own = object[..=at].iter().filter(|(other, _)| is_same(other, name)).count();
                    if own > names.iter().filter(|other| is_same(other, name)).count() {
                        names.push(*name);
                    }
                }
            }
            prop_assert_eq!(&layout.names, &names);

            // Of a member that an object has twice the first counts.
            let (mut supply, mut raw) = (layout.open(&place).unwrap(), Raw::default());
            while let Some(piece) = supply.next(&mut raw).unwrap() {
                let block = Block::of(piece, &mut raw, &layout).ok().unwrap();
                for row in 0..block.rows {
                    let object = objects[block.before as usize + row];
                    for (place, name) in names.iter().enumerate() {
                        let value = object.iter().find(|(other, _)| is_same(other, name));
                        let value = value.map_or(String::new(), |(_, value)| value.to_string());
                        prop_assert_eq!(block.text(place, row).unwrap(), value);
                    }
                }
                block.recycle(&mut raw);
            }
        }
    }
}
