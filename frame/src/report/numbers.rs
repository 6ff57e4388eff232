//! What a report shows, as plain numbers in the order in which they are shown.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use bosoto::Rule;
use bosoto::base::order;
use bosoto::record::{Code, Codes, Day, Severity, Table, Values};
use bosoto::text::Message;

use super::Language;
use super::counted::{Counted, Facility, Shown, Tally};
use super::months::Months;
use crate::findings::{All, Kind, notes, of_rows, unjudged};

/// How many facilities are shown, at most.
pub(super) const FACILITIES: usize = 20;
/// Of how many kinds of findings the first rows are shown, at most.
pub(super) const DETAILED: usize = 50;

/// All that a report shows.
pub(super) struct Numbers {
    pub about: About,
    pub tables: Vec<TableNumbers>,
    /// What to mend first comes first.
    pub kinds: Vec<KindNumbers>,
    pub months: Months,
    pub facilities: Facilities,
}

/// What was judged, and how.
pub(super) struct About {
    /// The names of ZIPs and files, each once; none in memory.
    pub files: Vec<String>,
    pub ignored: Vec<String>,
    /// The tables of which no row is judged.
    pub unjudged: Vec<String>,
    /// How worksheets were read.
    pub notes: Vec<Message>,
    pub day: Reference,
    /// The rules and codes that are reported, where these are not all.
    pub only: Vec<String>,
    /// Whether personal values are shown.
    pub shows_values: bool,
}

/// The day against which the future was judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reference {
    /// The caller's.
    AsOf(Day),
    /// The first and the last of the stamps of ZIPs.
    Stamps(Day, Day),
    /// Nobody said.
    None,
}

impl Reference {
    fn of(all: &All) -> Self {
        let stamps = || all.judged.iter().filter_map(|one| one.sheet.stamp);
        match (all.as_of, stamps().min(), stamps().max()) {
            (Some(day), ..) => Self::AsOf(day),
            (None, Some(first), Some(last)) => Self::Stamps(first, last),
            (None, ..) => Self::None,
        }
    }

    fn last(self) -> Option<Day> {
        match self {
            Self::AsOf(day) | Self::Stamps(_, day) => Some(day),
            Self::None => None,
        }
    }
}

/// The rows of a table, of all files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TableNumbers {
    pub table: Table,
    pub tally: Tally,
    /// Rows with warnings alone.
    pub warned: u64,
    /// In how many files it is.
    pub files: u64,
}

/// A kind of finding, with its first rows.
#[derive(Debug, Clone)]
pub(super) struct KindNumbers {
    pub table: Table,
    pub code: Code,
    pub severity: Severity,
    /// The column, or those of the key.
    pub column: Option<&'static str>,
    pub said: [String; 2],
    /// In how many rows; of a kind that is of whole tables in how many of these.
    pub rows: u64,
    /// How many rows the table has.
    pub of: u64,
    pub is_of_table: bool,
    pub first: Vec<Shown>,
}

impl KindNumbers {
    fn of(kind: &Kind, first: Vec<Shown>, of: u64) -> Self {
        Self {
            table: kind.table,
            code: kind.code,
            severity: kind.severity,
            column: kind.name,
            said: [kind.th.clone(), kind.en.clone()],
            rows: kind.rows,
            of,
            is_of_table: first.first().is_some_and(|shown| shown.row == 0),
            first,
        }
    }

    /// Errors before warnings, the most rows first; what is of a whole table concerns all its rows.
    fn order(&self) -> impl Ord + use<> {
        let concerned = if self.is_of_table {
            self.of.max(self.rows)
        } else {
            self.rows
        };
        let names = (
            self.code.rule().id,
            self.code.name(),
            self.table,
            self.column,
        );
        (self.severity != Severity::Error, Reverse(concerned), names)
    }

    /// What is wrong and what to do.
    pub fn said(&self, language: Language) -> &str {
        let [th, en] = &self.said;
        match language {
            Language::Thai => th,
            Language::English => en,
        }
    }

    /// Its name on the page, by which it is linked.
    pub fn anchor(&self) -> String {
        let column = self.column.map(|name| name.replace('+', "."));
        let names = [
            Some(self.code.rule().id),
            Some(self.code.name()),
            Some(self.table.name()),
            column.as_deref(),
        ];
        names.into_iter().flatten().collect::<Vec<_>>().join("-")
    }
}

/// Facilities with bad rows, the worst first.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Facilities {
    pub worst: Vec<(String, Tally)>,
    /// How many others there are, and their rows.
    pub others: (u64, Tally),
    /// Rows without a facility that can be read.
    pub nowhere: Tally,
}

impl Facilities {
    /// The worst of those counted: the most bad rows first, of equals by code.
    pub fn of(counted: &HashMap<Facility, Tally>, nowhere: Tally) -> Self {
        let mut all: Vec<_> = counted.iter().collect();
        order::sort_by_key(&mut all, |(facility, tally)| {
            (Reverse(tally.bad), **facility)
        });
        let bad = all.partition_point(|(_, tally)| tally.bad > 0);
        let (worst, others) = all.split_at(bad.min(FACILITIES));
        let mut rest = Tally::default();
        rest.extend(others.iter().map(|(_, tally)| *tally));
        let named = |(facility, tally): &(&Facility, &Tally)| (facility.code().to_owned(), **tally);
        Self {
            worst: worst.iter().map(named).collect(),
            others: (others.len() as u64, rest),
            nowhere,
        }
    }
}

/// The codes that are reported, where these are not all; a rule stands for all of its own.
fn only(codes: Codes) -> Vec<String> {
    if codes == Codes::all() {
        return Vec::new();
    }
    let is_whole = |rule: &Rule| Codes::named([rule.id]).is_ok_and(|own| codes.and(own) == codes);
    let name = |code: Code| match code.rule() {
        rule if is_whole(rule) => rule.id.to_owned(),
        _ => code.name().to_owned(),
    };
    let mut names: Vec<String> = codes.iter().map(name).collect();
    order::sort(&mut names);
    names.dedup();
    names
}

/// The rows of each table that was judged, in the order of RV-05.
fn tables(all: &All, tallies: &[Tally]) -> Vec<TableNumbers> {
    let mut tables = BTreeMap::<Table, TableNumbers>::new();
    for (one, tally) in all.judged.iter().zip(tallies) {
        let table = one.sheet.table;
        let numbers = tables.entry(table).or_insert(TableNumbers {
            table,
            tally: Tally::default(),
            warned: 0,
            files: 0,
        });
        let told = of_rows(&one.found).count() as u64;
        numbers.tally.add(*tally);
        numbers.files = numbers.files.saturating_add(1);
        numbers.warned = numbers
            .warned
            .saturating_add(told.saturating_sub(tally.bad));
    }
    tables.into_values().collect()
}

impl Numbers {
    /// What is shown of findings.
    pub fn of(all: &Arc<All>, counted: Counted) -> Self {
        let tables = tables(all, &counted.tables);
        let rows_of = |table| {
            let numbers = tables.iter().find(|numbers| numbers.table == table);
            numbers.map_or(0, |numbers| numbers.tally.rows)
        };
        let kinds = all.kinds.all.iter().zip(counted.first);
        let mut kinds: Vec<KindNumbers> = kinds
            .map(|(kind, first)| KindNumbers::of(kind, first, rows_of(kind.table)))
            .collect();
        order::sort_by_key(&mut kinds, KindNumbers::order);
        kinds
            .iter_mut()
            .skip(DETAILED)
            .for_each(|kind| kind.first.clear());
        let mut files: Vec<String> = all
            .judged
            .iter()
            .filter_map(|one| one.sheet.file.clone())
            .collect();
        order::sort(&mut files);
        files.dedup();
        let day = Reference::of(all);
        let tallies = &counted.tallies;
        Self {
            about: About {
                files,
                ignored: all.ignored.clone(),
                unjudged: unjudged(all),
                notes: notes(all),
                day,
                only: only(all.codes),
                shows_values: all.values == Values::Shown,
            },
            months: Months::of(&tallies.months, tallies.undated, day.last()),
            facilities: Facilities::of(&tallies.facilities, tallies.nowhere),
            tables,
            kinds,
        }
    }

    /// All rows that were read.
    pub fn all(&self) -> Tally {
        let mut all = Tally::default();
        all.extend(self.tables.iter().map(|numbers| &numbers.tally));
        all
    }

    /// How many findings are of a severity.
    pub fn of_severity(&self, severity: Severity) -> u64 {
        let kinds = self.kinds.iter().filter(|kind| kind.severity == severity);
        kinds.map(|kind| kind.rows).sum()
    }

    /// Each rule that was broken with its kinds, by id.
    pub fn rules(&self) -> Vec<(&'static Rule, Vec<&KindNumbers>)> {
        let mut rules = BTreeMap::<&str, (&'static Rule, Vec<&KindNumbers>)>::new();
        for kind in &self.kinds {
            let rule = kind.code.rule();
            rules
                .entry(rule.id)
                .or_insert((rule, Vec::new()))
                .1
                .push(kind);
        }
        rules.into_values().collect()
    }
}
