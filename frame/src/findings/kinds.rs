//! The kinds of findings that there are: a table, a column and a code, with what is said of them.

use bosoto::base::order;
use bosoto::record::{Code, Column, Severity, Table, message};

use super::Count;
use crate::engine::{Judged, Packed, Ranks};

/// A kind of finding.
#[derive(Debug, Clone)]
pub(crate) struct Kind {
    pub table: Table,
    pub code: Code,
    pub severity: Severity,
    /// The name of the column, or of the key.
    pub name: Option<&'static str>,
    /// The column, where it is one.
    pub column: Option<&'static Column>,
    pub th: String,
    pub en: String,
    pub rows: u64,
}

/// The kinds that occur, and the number of each.
#[derive(Debug, Default)]
pub(crate) struct Kinds {
    pub all: Vec<Kind>,
    /// For each table, by the ranks of column and code.
    numbers: Vec<Vec<u16>>,
}

const NONE: u16 = u16::MAX;

fn place(found: Packed) -> usize {
    usize::from(found.column()) << 6 | usize::from(found.code() & 0x3f)
}

impl Kinds {
    pub fn of(judged: &[Judged], persons_complete: bool) -> Self {
        let mut kinds = Self {
            all: Vec::new(),
            numbers: Table::ALL.iter().map(|_| Vec::new()).collect(),
        };
        for one in judged {
            let mut counts = vec![0_u64; 1 << 14];
            for found in &one.found {
                if let Some(count) = counts.get_mut(place(*found)) {
                    *count = count.wrapping_add(1);
                }
            }
            for (at, rows) in counts.into_iter().enumerate().filter(|(_, rows)| *rows > 0) {
                kinds.add(one.sheet.table, &one.ranks, at, rows, persons_complete);
            }
        }
        kinds
    }

    fn add(&mut self, table: Table, ranks: &Ranks, at: usize, rows: u64, persons_complete: bool) {
        let next = self.all.len() as u16;
        let Some(numbers) = self.numbers.get_mut(table as usize) else {
            return;
        };
        if numbers.is_empty() {
            numbers.resize(1 << 14, NONE);
        }
        let Some(number) = numbers.get_mut(at) else {
            return;
        };
        if let Some(known) = self.all.get_mut(usize::from(*number)) {
            known.rows = known.rows.saturating_add(rows);
            return;
        }
        let (named, coded) = (ranks.named((at >> 6) as u8), ranks.coded((at & 0x3f) as u8));
        let Some(code) = coded else { return };
        let column = named.and_then(|(_, column)| column);
        let said = message(table, column, code);
        *number = next;
        self.all.push(Kind {
            table,
            code,
            severity: code.severity(column, persons_complete),
            name: named.map(|(name, _)| name),
            column,
            th: said.th(),
            en: said.en(),
            rows,
        });
    }

    /// The number of the kind of a finding.
    pub fn number(&self, table: Table, found: Packed) -> usize {
        let numbers = self.numbers.get(table as usize);
        let number = numbers.and_then(|numbers| numbers.get(place(found)));
        number.map_or(usize::MAX, |number| usize::from(*number))
    }

    /// The kind of a finding.
    pub fn kind(&self, table: Table, found: Packed) -> Option<&Kind> {
        self.all.get(self.number(table, found))
    }

    /// How many there are of each, by rule, code, table and column.
    pub fn counts(&self) -> Vec<Count> {
        let mut counts: Vec<Count> = self.all.iter().map(Count::from).collect();
        order::sort_by_key(&mut counts, |count| {
            (
                count.code.rule().id,
                count.code.name(),
                count.table,
                count.column,
            )
        });
        counts
    }
}

impl From<&Kind> for Count {
    fn from(kind: &Kind) -> Self {
        Self {
            code: kind.code,
            severity: kind.severity,
            table: kind.table,
            column: kind.name,
            rows: kind.rows,
        }
    }
}
