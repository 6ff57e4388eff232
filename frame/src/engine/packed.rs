//! A finding in eight bytes: its row, its column and its code, in the order in which findings are told.

use bosoto::base::order;
use bosoto::record::{Code, Column, Table};

/// Numbers for the names of a table's columns and for codes, in the order of their bytes.
#[derive(Debug, Clone)]
pub(crate) struct Ranks {
    /// The columns, and the key as it is named; none is before them.
    columns: Vec<(&'static str, Option<&'static Column>)>,
    /// The codes by their rule and their name.
    codes: Vec<Code>,
    /// Of each code its place among them.
    places: [u8; Code::ALL.len()],
}

/// A finding. Ordered by row, column, rule and code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Packed(u64);

/// Findings packed for a table.
impl Ranks {
    pub fn of(table: Table) -> Self {
        let columns = table
            .columns()
            .iter()
            .map(|column| (column.name, Some(column)));
        let mut columns: Vec<_> = columns.chain([(table.key_name(), None)]).collect();
        order::sort_by_key(&mut columns, |(name, _)| *name);
        let mut codes = Code::ALL.to_vec();
        order::sort_by_key(&mut codes, |code| (code.rule().id, code.name()));
        let mut places = [0; Code::ALL.len()];
        for (rank, code) in codes.iter().enumerate() {
            if let Some(place) = places.get_mut(*code as usize) {
                *place = rank as u8;
            }
        }
        Self {
            columns,
            codes,
            places,
        }
    }

    /// The number of a column, or of the key by its name; 0 is none.
    pub fn column(&self, name: &str) -> u8 {
        let found = self.columns.iter().position(|(known, _)| *known == name);
        found.map_or(0, |at| at.wrapping_add(1) as u8)
    }

    /// The number of a code.
    #[inline]
    pub fn code(&self, code: Code) -> u8 {
        self.places.get(code as usize).copied().unwrap_or_default()
    }

    /// The name of a column, and the column where it is one and not the key.
    pub fn named(&self, rank: u8) -> Option<(&'static str, Option<&'static Column>)> {
        self.columns.get(usize::from(rank.checked_sub(1)?)).copied()
    }

    /// The code of a number.
    pub fn coded(&self, rank: u8) -> Option<Code> {
        self.codes.get(usize::from(rank)).copied()
    }
}

impl Packed {
    /// A finding of a row from 1, or of the table (0).
    pub fn new(row: u64, column: u8, code: u8) -> Self {
        Self(row << 16 | u64::from(column) << 8 | u64::from(code))
    }

    pub fn row(self) -> u64 {
        self.0 >> 16
    }

    pub fn column(self) -> u8 {
        (self.0 >> 8) as u8
    }

    pub fn code(self) -> u8 {
        self.0 as u8
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn rv_07_findings_are_ordered_by_row_column_rule_and_code() {
        let ranks = Ranks::of(Table::Person);
        let packed =
            |row, column: &str, code| Packed::new(row, ranks.column(column), ranks.code(code));
        let mut findings = [
            packed(2, "SEX", Code::List),
            packed(1, "PID", Code::NoPerson),
            packed(1, "PID", Code::Width),
            packed(1, "HOSPCODE+PID", Code::DuplicateKey),
            packed(1, "HOSPCODE", Code::FacilityShape),
            packed(1, "PID", Code::PidIsCid),
            packed(1, "", Code::FieldCount),
        ];
        findings.sort();
        let told = findings.map(|packed| {
            let column = ranks.named(packed.column()).map_or("", |(name, _)| name);
            (packed.row(), column, ranks.coded(packed.code()).unwrap())
        });
        assert_eq!(
            told,
            [
                (1, "", Code::FieldCount),
                (1, "HOSPCODE", Code::FacilityShape),
                (1, "HOSPCODE+PID", Code::DuplicateKey),
                (1, "PID", Code::Width),
                (1, "PID", Code::NoPerson),
                (1, "PID", Code::PidIsCid),
                (2, "SEX", Code::List),
            ]
        );
    }

    #[test]
    fn every_column_and_code_has_a_number_of_its_own() {
        for table in Table::ALL {
            let ranks = Ranks::of(*table);
            for column in table.columns() {
                assert_eq!(
                    ranks.named(ranks.column(column.name)),
                    Some((column.name, Some(column)))
                );
            }
            assert_eq!(
                ranks.named(ranks.column(table.key_name())),
                Some((table.key_name(), None))
            );
            for code in Code::ALL {
                assert_eq!(ranks.coded(ranks.code(*code)), Some(*code));
            }
        }
    }
}
