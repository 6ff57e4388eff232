//! The header of a table (RV-05): which column stands where, which is missing, which is there twice; and what the
//! columns are where there is none.

use std::collections::BTreeMap;

use super::cell::trim;
use super::code::Code;
use super::rules::RV_05;
use super::table::{Column, Table};
use crate::base::rule::{Applied, applies};

/// What a header says.
pub(super) const APPLIES: Applied = applies(&RV_05);

/// Where the columns of a table stand.
///
/// ```
/// use bosoto::record::{Code, Header, Table};
///
/// let header = Header::of(Table::Death, ["hospcode", " PID ", "ddeath", "PID", "other", "other"]);
/// let pid = Table::Death.column("PID").expect("known");
/// assert_eq!((header.place(pid), header.fields()), (Some(1), 6));
/// let findings: Vec<_> = header.findings().map(|(column, code)| (column.name, code)).collect();
/// let missing = ["CDEATH_A", "CDEATH", "PDEATH"].map(|name| (name, Code::MissingColumn));
/// assert_eq!(findings, [&[("PID", Code::DuplicateColumn)], &missing[..]].concat());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    table: Table,
    /// The place from 0 of each column of the standard, in its order.
    places: Vec<Option<usize>>,
    /// The columns that are there more than once.
    repeated: Vec<bool>,
    fields: usize,
}

impl Header {
    /// The header that these names are, compared without regard to case and to spaces around them. Of a column that is
    /// there more than once the first counts.
    pub fn of<'a>(table: Table, names: impl IntoIterator<Item = &'a str>) -> Self {
        let columns = table.columns();
        let mut places = vec![None; columns.len()];
        let mut repeated = vec![false; columns.len()];
        let mut fields = 0_usize;
        for name in names {
            let name = trim(name);
            let found = columns
                .iter()
                .position(|column| column.name.eq_ignore_ascii_case(name));
            let slots = found.and_then(|index| places.get_mut(index).zip(repeated.get_mut(index)));
            if let Some((place, repeated)) = slots {
                *repeated = place.is_some();
                *place = place.or(Some(fields));
            }
            fields = fields.saturating_add(1);
        }
        Self {
            table,
            places,
            repeated,
            fields,
        }
    }

    /// The columns of a table without a header, most of whose lines have so many fields: the standard's in its order, if
    /// the number reaches D_UPDATE and not past the end; `None` where that tells nothing, and of the tables of which it
    /// cannot be told.
    #[must_use]
    pub fn by_number(table: Table, fields: usize) -> Option<Self> {
        let columns = table.columns();
        let updated = columns
            .iter()
            .position(|column| column.name == "D_UPDATE")?;
        let is_told = table.is_told_by_number() && fields > updated && fields <= columns.len();
        let names = columns.iter().take(fields).map(|column| column.name);
        is_told.then(|| Self::of(table, names))
    }

    /// Whether it names a column of the table at all; a first line that does not is no header, but row 1.
    #[must_use]
    pub fn names_a_column(&self) -> bool {
        self.places.iter().any(Option::is_some)
    }

    /// The number of fields that each row has to have.
    #[must_use]
    pub const fn fields(&self) -> usize {
        self.fields
    }

    /// The place, from 0, of a column of the table.
    #[must_use]
    pub fn place(&self, column: &Column) -> Option<usize> {
        self.columns()
            .find(|(known, _)| known.name == column.name)
            .map(|(_, place)| place)
    }

    /// The columns that are there with their places, in the standard's order.
    pub fn columns(&self) -> impl Iterator<Item = (&'static Column, usize)> {
        let columns = self.table.columns().iter().zip(&self.places);
        columns.filter_map(|(column, place)| place.map(|place| (column, place)))
    }

    /// Whether the key columns of the table are there: without them nothing is looked up in it (RV-06).
    #[must_use]
    pub fn has_key(&self) -> bool {
        self.table.key().all(|column| self.place(column).is_some())
    }

    /// Whether a column stands where it belongs also in a row with the wrong number of fields: left of the first free
    /// text.
    #[must_use]
    pub fn is_left_of_free_text(&self, column: &Column) -> bool {
        let free_text = self.table.free_text().and_then(|text| self.place(text));
        self.place(column)
            .zip(free_text)
            .is_some_and(|(place, text)| place < text)
    }

    /// What is wrong with it: `duplicate_column`, `missing_column`, each of row 0, in the standard's order.
    pub fn findings(&self) -> impl Iterator<Item = (&'static Column, Code)> {
        let each = self
            .table
            .columns()
            .iter()
            .zip(&self.places)
            .zip(&self.repeated);
        each.filter_map(|((column, place), repeated)| {
            let missing = place.is_none() && column.is_needed();
            let code = match (missing, repeated) {
                (true, _) => Code::MissingColumn,
                (false, true) => Code::DuplicateColumn,
                (false, false) => return None,
            };
            Some((column, code))
        })
    }
}

/// The number of fields that most lines have; of equals the smaller. Of a table without a header its first 1,000 lines
/// are asked (RV-05).
#[must_use]
pub fn usual_fields(counts: impl IntoIterator<Item = usize>) -> Option<usize> {
    let mut lines = BTreeMap::<usize, usize>::new();
    for count in counts {
        let seen = lines.entry(count).or_default();
        *seen = seen.saturating_add(1);
    }
    let most = lines.values().copied().max()?;
    lines
        .into_iter()
        .find(|(_, seen)| *seen == most)
        .map(|(count, _)| count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(header: &Header) -> Vec<String> {
        let findings = header.findings();
        findings
            .map(|(column, code)| format!("{} {}", column.name, code.name()))
            .collect()
    }

    fn names(table: Table) -> impl Iterator<Item = &'static str> {
        table.columns().iter().map(|column| column.name)
    }

    #[test]
    fn rv_05_names_are_compared_without_case_and_spaces() {
        for table in Table::ALL {
            let lower: Vec<String> = names(*table)
                .map(|name| format!(" {} ", name.to_lowercase()))
                .collect();
            let header = Header::of(*table, lower.iter().map(String::as_str).rev());
            assert_eq!(codes(&header), [""; 0], "{table}");
            assert!(header.has_key());
            assert_eq!(header.place(&table.columns()[0]), Some(header.fields() - 1));
            assert_eq!(header.columns().count(), table.columns().len());
        }
    }

    #[test]
    fn rv_05_a_repeated_column_counts_once_and_a_missing_one_is_named() {
        let needed = [
            "HOSPCODE",
            "PID",
            "ADDRESSTYPE",
            "HOUSETYPE",
            "VILLAGE",
            "TAMBON",
            "AMPUR",
            "CHANGWAT",
        ];
        let header = Header::of(Table::Address, needed);
        assert_eq!(codes(&header), [""; 0]);
        let header = Header::of(
            Table::Address,
            needed
                .into_iter()
                .chain(["pid", "PID", "X", "X", "", "ROOMNO", "roomno"]),
        );
        assert_eq!(
            codes(&header),
            ["PID duplicate_column", "ROOMNO duplicate_column"]
        );
        assert_eq!(header.fields(), 15);
        let header = Header::of(Table::Address, needed.into_iter().skip(1));
        assert_eq!(codes(&header), ["HOSPCODE missing_column"]);
        assert!(!header.has_key());
        // A column that may be absent is not missing; one whose cells may be empty is.
        let some = names(Table::Person).filter(|name| !["CID", "MOBILE"].contains(name));
        assert_eq!(
            codes(&Header::of(Table::Person, some)),
            ["CID missing_column"]
        );
    }

    #[test]
    fn rv_05_a_line_that_names_no_column_is_no_header() {
        let line = ["10670", "000123", "X84", "", "pid number"];
        assert!(!Header::of(Table::Death, line).names_a_column());
        assert!(Header::of(Table::Death, ["10670", " pid "]).names_a_column());
        assert!(!Header::of(Table::Death, []).names_a_column());
    }

    #[test]
    fn rv_05_columns_are_told_by_their_number() {
        for (table, from, to) in [
            (Table::Person, 31, 34),
            (Table::Service, 29, 36),
            (Table::DiagnosisOpd, 9, 11),
            (Table::Specialpp, 9, 12),
        ] {
            for fields in 0..40 {
                let header = Header::by_number(table, fields);
                assert_eq!(
                    header.is_some(),
                    (from..=to).contains(&fields),
                    "{table} {fields}"
                );
                let Some(header) = header else { continue };
                assert_eq!(
                    (header.fields(), header.columns().count()),
                    (fields, fields)
                );
                assert_eq!(codes(&header), [""; 0]);
            }
        }
        for table in [Table::Address, Table::DiagnosisIpd, Table::Death] {
            assert!((0..40).all(|fields| Header::by_number(table, fields).is_none()));
        }
    }

    #[test]
    fn rv_05_most_lines_say_how_many_fields_there_are() {
        assert_eq!(usual_fields([31, 34, 34, 1]), Some(34));
        assert_eq!(usual_fields([34, 31, 31, 34]), Some(31));
        assert_eq!(usual_fields([]), None);
    }

    #[test]
    fn rv_05_what_stands_left_of_the_free_text_is_in_its_place() {
        let left = |header: &Header, table: Table, name: &str| {
            header.is_left_of_free_text(table.column(name).unwrap())
        };
        let person = Header::of(Table::Person, names(Table::Person));
        assert!(left(&person, Table::Person, "PID") && left(&person, Table::Person, "CID"));
        assert!(!left(&person, Table::Person, "NAME") && !left(&person, Table::Person, "BIRTH"));
        let person = Header::of(Table::Person, ["NAME", "HOSPCODE", "PID"]);
        assert!(!left(&person, Table::Person, "PID"));
        let service = Header::of(Table::Service, names(Table::Service));
        assert!(
            left(&service, Table::Service, "DATE_SERV")
                && !left(&service, Table::Service, "SERVPLACE")
        );
        // Without the column nothing is known of the place.
        let service = Header::of(Table::Service, ["HOSPCODE", "PID", "SEQ"]);
        assert!(!left(&service, Table::Service, "PID"));
        let death = Header::of(Table::Death, names(Table::Death));
        assert!(!left(&death, Table::Death, "PID"));
    }
}
