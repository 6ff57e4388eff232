//! Made-up exports with labelled defects: anyone can try everything without a patient's data.
//!
//! Each defect is put into the rows of a person who has no other, so that its labels are exactly what is found.

mod episodes;

use bosoto::base::order;
use bosoto::record::{Code, Column, Table};

pub use episodes::{EpisodeLabel, SampleEpisodes};

/// A made-up export.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Its tables, in the order of RV-05, each with every column of the standard.
    pub tables: Vec<(Table, Vec<Vec<String>>)>,
    /// What is wrong in it, as findings are ordered; against [`AS_OF`](Self::AS_OF).
    pub labels: Vec<Label>,
}

/// Where a defect was put, and what is to be found of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// The table.
    pub table: Table,
    /// The row, from 1.
    pub row: usize,
    /// The column; none of a whole row.
    pub column: Option<&'static str>,
    /// What is to be found.
    pub code: Code,
}

impl Sample {
    /// The day on which it was exported, as the stamp of its ZIP has it.
    pub const AS_OF: &'static str = "20240601";
    /// The facility.
    pub const HOSPCODE: &'static str = "10670";

    /// Makes an export of so many persons with so many defects, at most one for each person. Equal numbers make equal
    /// exports.
    ///
    /// ```
    /// use bosoto_frame::Sample;
    ///
    /// let sample = Sample::new(7, 100, 40);
    /// assert!(sample.labels.len() >= 40);
    /// assert!(sample.tables[0].1.len() >= 100); // Some defects are rows of their own.
    /// ```
    #[must_use]
    pub fn new(seed: u64, persons: usize, defects: usize) -> Self {
        let mut random = Random(seed);
        let mut all: Vec<Someone> = (0..persons)
            .map(|number| Someone::new(number, &mut random))
            .collect();
        let mut kinds = DEFECTS.iter().cycle();
        // Every so-manieth person, so that defects lie all over the export.
        let step = persons.checked_div(defects).unwrap_or(1).max(1);
        let mut put = 0_usize;
        for round in 0..step {
            for one in all.iter_mut().skip(round).step_by(step) {
                if put < defects && one.labels.is_empty() {
                    let tried = kinds.by_ref().take(DEFECTS.len());
                    put = put
                        .saturating_add(usize::from(tried.into_iter().any(|defect| defect(one))));
                }
            }
        }
        Self::joined(&all)
    }

    fn joined(all: &[Someone]) -> Self {
        let mut labels = Vec::new();
        let tables = Table::ALL.iter().map(|table| {
            let mut rows = Vec::new();
            for one in all {
                for (at, (of, row)) in one.rows.iter().enumerate() {
                    if of != table {
                        continue;
                    }
                    rows.push(row.clone());
                    let own = one.labels.iter().filter(|(row, ..)| *row == at);
                    let label = |(_, column, code): &(usize, Option<&'static str>, Code)| Label {
                        table: *table,
                        row: rows.len(),
                        column: *column,
                        code: *code,
                    };
                    labels.extend(own.map(label));
                }
            }
            (*table, rows)
        });
        let tables = tables.collect();
        order::sort_by_key(&mut labels, |label| {
            (
                label.table,
                label.row,
                label.column,
                label.code.rule().id,
                label.code.name(),
            )
        });
        Self { tables, labels }
    }
}

/// SplitMix64: the numbers of a seed never change.
struct Random(u64);

impl Random {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31))
            .checked_rem(most)
            .unwrap_or_default()
    }

    fn of<T: Copy + Default>(&mut self, choices: &[T]) -> T {
        let at = self.below(choices.len() as u64) as usize;
        choices.get(at).copied().unwrap_or_default()
    }

    /// A day of a year, as the standard writes it.
    fn day(&mut self, year: u64) -> String {
        let (month, day) = (
            self.below(12).wrapping_add(1),
            self.below(28).wrapping_add(1),
        );
        format!("{year}{month:02}{day:02}")
    }
}

/// A person and what an export says of them.
struct Someone {
    rows: Vec<(Table, Vec<String>)>,
    /// The row, the column and the code of what is wrong.
    labels: Vec<(usize, Option<&'static str>, Code)>,
}

const FIRST_NAMES: [&str; 8] = [
    "สมชาย",
    "สมหญิง",
    "มานะ",
    "มานี",
    "ปิติ",
    "ชูใจ",
    "วีระ",
    "ดวงแก้ว",
];
const LAST_NAMES: [&str; 6] = ["ใจดี", "รักไทย", "มีสุข", "ทองดี", "ศรีสุข", "บุญมา"];
const COMPLAINTS: [&str; 4] = ["นอนไม่หลับ", "มาตามนัด", "ปวดศีรษะ", "หงุดหงิด"];
const DIAGNOSES: [&str; 5] = ["F10.2", "F152", "F20.0", "F19.5", "f111"];
const CLASSES: [&str; 5] = ["1B030", "1B031", "1B032", "1B033", "1B037"];

/// A citizen id of twelve digits and the one that the judge of RV-01 accepts behind them.
fn citizen_id(number: u64) -> String {
    let cid = Table::Person.column("CID");
    let accepted = |text: &String| cid.is_some_and(|cid| cid.judge(text).is_none());
    let mut last =
        (0..10_u8).map(|digit| format!("{:012}{digit}", number.wrapping_add(100_000_000_000)));
    last.find(accepted).unwrap_or_default()
}

impl Someone {
    fn new(number: usize, random: &mut Random) -> Self {
        let mut one = Self {
            rows: Vec::new(),
            labels: Vec::new(),
        };
        let pid = format!("{:06}", number.saturating_add(1));
        // Steps of a prime below 700,000,000,000, so that no two are alike.
        let cid =
            citizen_id((number as u64).wrapping_mul(7_919_317).wrapping_add(31) % 699_999_999_937);
        let dies = number % 11 == 5;
        let person = one.add(Table::Person, &pid);
        for (name, cell) in [
            ("CID", cid.clone()),
            ("NAME", random.of(&FIRST_NAMES).to_owned()),
            ("LNAME", random.of(&LAST_NAMES).to_owned()),
            ("SEX", random.of(&["1", "2"]).to_owned()),
            ("NATION", "099".to_owned()),
            ("DISCHARGE", "9".to_owned()),
            ("TYPEAREA", random.of(&["1", "2", "3", "4"]).to_owned()),
            ("D_UPDATE", "20240530120000".to_owned()),
            ("MOBILE", format!("08{:08}", random.below(100_000_000))),
        ] {
            one.set(person, name, cell);
        }
        let birth = random.below(45).wrapping_add(1955);
        one.set(person, "BIRTH", random.day(birth));
        let address = one.add(Table::Address, &pid);
        for (name, cell) in [
            ("ADDRESSTYPE", "1"),
            ("HOUSETYPE", "1"),
            ("VILLAGE", "01"),
            ("TAMBON", "01"),
            ("AMPUR", "01"),
            ("CHANGWAT", random.of(&["81", "57", "10", "40"])),
            ("D_UPDATE", "20240530120000"),
        ] {
            one.set(address, name, cell);
        }
        for visit in 0..random.below(3).wrapping_add(1) {
            one.visit(&pid, &cid, number, visit, random);
        }
        if random.below(6) == 0 {
            let stay = one.add(Table::DiagnosisIpd, &pid);
            for (name, cell) in [
                ("AN", format!("67{number:06}")),
                ("DATETIME_ADMIT", "20240201080000".to_owned()),
                ("WARDDIAG", "00100".to_owned()),
                ("DIAGTYPE", "1".to_owned()),
                ("DIAGCODE", random.of(&DIAGNOSES).to_owned()),
                ("D_UPDATE", "20240210120000".to_owned()),
            ] {
                one.set(stay, name, cell);
            }
        }
        if dies {
            let death = one.add(Table::Death, &pid);
            for (name, cell) in [
                ("DDEATH", "20240531"),
                ("CDEATH_A", "I21.9"),
                ("CDEATH", "I219"),
                ("PDEATH", "1"),
                ("D_UPDATE", "20240601080000"),
            ] {
                one.set(death, name, cell);
            }
        }
        one
    }

    fn visit(&mut self, pid: &str, cid: &str, number: usize, visit: u64, random: &mut Random) {
        let seq = format!("{:06}{visit}", number.saturating_add(1));
        let month = visit.wrapping_add(1);
        let on = format!("2024{month:02}{:02}", random.below(27).wrapping_add(1));
        let updated = format!("{on}163000");
        let service = self.add(Table::Service, pid);
        for (name, cell) in [
            ("SEQ", seq.as_str()),
            ("DATE_SERV", &on),
            ("TYPEIN", "1"),
            ("CHIEFCOMP", random.of(&COMPLAINTS)),
            ("SERVPLACE", "1"),
            ("TYPEOUT", "1"),
            ("D_UPDATE", &updated),
        ] {
            self.set(service, name, cell);
        }
        let diagnosis = self.add(Table::DiagnosisOpd, pid);
        for (name, cell) in [
            ("SEQ", seq.as_str()),
            ("DATE_SERV", &on),
            ("DIAGTYPE", "1"),
            ("DIAGCODE", random.of(&DIAGNOSES)),
            ("CLINIC", "00100"),
            ("D_UPDATE", &updated),
        ] {
            self.set(diagnosis, name, cell);
        }
        let special = self.add(Table::Specialpp, pid);
        for (name, cell) in [
            ("SEQ", seq.as_str()),
            ("DATE_SERV", &on),
            ("SERVPLACE", "1"),
            ("PPSPECIAL", random.of(&CLASSES)),
            ("D_UPDATE", &updated),
            ("CID", cid),
        ] {
            self.set(special, name, cell);
        }
    }

    /// Adds a row of a table; its place.
    fn add(&mut self, table: Table, pid: &str) -> usize {
        let at = self.rows.len();
        self.rows
            .push((table, vec![String::new(); table.columns().len()]));
        self.set(at, "HOSPCODE", Sample::HOSPCODE);
        self.set(at, "PID", pid);
        at
    }

    fn set(&mut self, at: usize, name: &str, cell: impl Into<String>) {
        let Some((table, row)) = self.rows.get_mut(at) else {
            return;
        };
        let place = table
            .columns()
            .iter()
            .position(|column| column.name == name);
        if let Some(old) = place.and_then(|place| row.get_mut(place)) {
            *old = cell.into();
        }
    }

    fn get(&self, at: usize, name: &str) -> String {
        let found = self.rows.get(at).and_then(|(table, row)| {
            let place = table
                .columns()
                .iter()
                .position(|column| column.name == name)?;
            row.get(place).cloned()
        });
        found.unwrap_or_default()
    }

    /// The first row of a table.
    fn first(&self, table: Table) -> Option<usize> {
        self.rows.iter().position(|(of, _)| *of == table)
    }

    fn label(&mut self, at: usize, column: &str, code: Code) {
        let name = self
            .rows
            .get(at)
            .and_then(|(table, _)| match table.column(column) {
                Some(Column { name, .. }) => Some(*name),
                None => (column == table.key_name()).then(|| table.key_name()),
            });
        self.labels.push((at, name, code));
    }

    /// Puts something into a cell of the first row of a table.
    fn spoil(&mut self, table: Table, column: &str, cell: &str, code: Code) -> bool {
        let Some(at) = self.first(table) else {
            return false;
        };
        self.set(at, column, cell);
        self.label(at, column, code);
        true
    }

    /// The same, of a row that then belongs to no service, since its day or its person is another.
    fn spoil_alone(&mut self, table: Table, column: &str, cell: &str, code: Code) -> bool {
        if let Some(at) = self.first(table) {
            self.set(at, "SEQ", "");
        }
        self.spoil(table, column, cell, code)
    }

    /// A copy of the first row of a table, with another cell, at the end.
    fn again(&mut self, table: Table, column: &str, cell: &str) -> Option<usize> {
        let copy = self.rows.get(self.first(table)?)?.clone();
        let at = self.rows.len();
        self.rows.push(copy);
        self.set(at, column, cell);
        Some(at)
    }
}

/// Puts a defect into the rows of a person; false where they have no row for it.
type Defect = fn(&mut Someone) -> bool;

const DEFECTS: &[Defect] = &[
    |one| one.spoil(Table::Person, "CID", "3100600445636", Code::CidCheckDigit),
    |one| one.spoil(Table::Person, "CID", "3-1006-00445-63-5", Code::CidShape),
    |one| one.spoil(Table::Person, "SEX", "3", Code::List),
    |one| one.spoil(Table::Person, "BIRTH", "25330115", Code::BuddhistYear),
    |one| one.spoil(Table::Person, "BIRTH", "19900230", Code::Date),
    |one| one.spoil(Table::Person, "NATION", "99", Code::Digits),
    |one| one.spoil(Table::Person, "MOBILE", "12345", Code::Phone),
    |one| one.spoil(Table::Person, "NAME", &"ก".repeat(51), Code::Width),
    |one| {
        let again = one.again(Table::Person, "CID", "");
        again.is_some_and(|at| {
            one.label(at, Table::Person.key_name(), Code::DuplicateKey);
            true
        })
    },
    |one| {
        let pid = one.get(0, "PID").replacen('0', "9", 1);
        let again = one.again(Table::Person, "PID", &pid);
        again.is_some_and(|at| {
            one.label(at, "CID", Code::CidTwice);
            true
        })
    },
    |one| one.spoil(Table::Address, "CHANGWAT", "78", Code::NoSuchProvince),
    |one| one.spoil(Table::Address, "CHANGWAT", "99", Code::UnknownProvince),
    |one| one.spoil(Table::Address, "AMPUR", "1", Code::AreaShape),
    |one| one.spoil(Table::Address, "TAMBON", "99", Code::UnknownArea),
    |one| one.spoil(Table::Address, "HOSPCODE", "1067", Code::FacilityShape),
    |one| {
        let cid = one.get(0, "CID");
        one.spoil(Table::Address, "PID", &cid, Code::PidIsCid)
    },
    |one| one.spoil(Table::Service, "DATE_SERV", "20240231", Code::Date),
    |one| one.spoil(Table::Service, "SERVPLACE", "", Code::Required),
    |one| {
        let again = one.again(Table::Service, "DATE_SERV", "20240511");
        again.is_some_and(|at| {
            one.set(at, "D_UPDATE", "20240511120000");
            one.label(at, "SEQ", Code::SeqReused);
            true
        })
    },
    |one| {
        // A `|` in what the person complains of is one field more.
        let row = one
            .first(Table::Service)
            .and_then(|at| Some((at, one.rows.get_mut(at)?)));
        row.map(|(at, (_, row))| (at, row.push(String::new())))
            .is_some_and(|(at, ())| {
                one.label(at, "", Code::FieldCount);
                true
            })
    },
    |one| one.spoil(Table::DiagnosisOpd, "DIAGCODE", "10F", Code::Icd10Shape),
    |one| one.spoil(Table::DiagnosisOpd, "SEQ", "99", Code::NoService),
    |one| {
        one.first(Table::DiagnosisOpd).is_some_and(|at| {
            one.set(at, "D_UPDATE", "20240512120000");
            one.spoil(
                Table::DiagnosisOpd,
                "DATE_SERV",
                "20240512",
                Code::ServiceDate,
            )
        })
    },
    |one| {
        one.spoil(
            Table::DiagnosisIpd,
            "DATETIME_ADMIT",
            "20240201",
            Code::Datetime,
        )
    },
    |one| one.spoil(Table::DiagnosisIpd, "AN", "6700000001", Code::Width),
    |one| one.spoil_alone(Table::Specialpp, "PID", "999999", Code::NoPerson),
    |one| {
        one.spoil(
            Table::Specialpp,
            "D_UPDATE",
            "20231231235959",
            Code::UpdatedBeforeService,
        )
    },
    |one| one.spoil_alone(Table::Specialpp, "DATE_SERV", "19300101", Code::BeforeBirth),
    |one| one.spoil(Table::Specialpp, "PPSPECIAL", "1B03000", Code::Width),
    |one| one.spoil(Table::Specialpp, "CID", "1234545678781", Code::CidDiffers),
    |one| {
        let is_alive = one.first(Table::Death).is_none();
        let at = one.first(Table::Specialpp).filter(|_| is_alive);
        at.is_some_and(|at| {
            one.set(at, "D_UPDATE", "20250101120000");
            one.spoil_alone(Table::Specialpp, "DATE_SERV", "20250101", Code::InFuture)
        })
    },
    |one| {
        let is_dead = one.first(Table::Death).is_some();
        let at = one.first(Table::Specialpp).filter(|_| is_dead);
        at.is_some_and(|at| {
            one.set(at, "D_UPDATE", "20240601080000");
            one.spoil_alone(Table::Specialpp, "DATE_SERV", "20240601", Code::AfterDeath)
        })
    },
    |one| one.spoil(Table::Death, "CDEATH", "", Code::Required),
];

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::reference::Folder;
    use crate::{Options, Source, validate};

    /// What is found in an export written as members of a folder.
    fn findings(sample: &Sample) -> Vec<bosoto::record::Finding> {
        let folder = Folder::new();
        for (table, rows) in &sample.tables {
            let header = table
                .columns()
                .iter()
                .map(|column| column.name.to_owned())
                .collect::<Vec<_>>();
            let lines = std::iter::once(&header)
                .chain(rows)
                .map(|cells| cells.join("|") + "\n");
            folder.write(
                &format!("{}.txt", table.name()),
                lines.collect::<String>().as_bytes(),
            );
        }
        let options = Options {
            as_of: bosoto::Date::parse_compact(Sample::AS_OF).ok(),
            ..Options::default()
        };
        let findings = validate(Source::Path(folder.path.clone()), &options).unwrap();
        findings.each().map(Result::unwrap).collect()
    }

    fn found(sample: &Sample) -> Vec<Label> {
        let label = |finding: bosoto::record::Finding| Label {
            table: finding.table,
            row: finding.row,
            column: finding.column,
            code: finding.code,
        };
        let mut found: Vec<Label> = findings(sample).into_iter().map(label).collect();
        found.sort_by_key(|label| label.table);
        found
    }

    const GOLDEN: &str = include_str!("../../golden/findings.ndjson");

    fn golden() -> String {
        let lines = findings(&Sample::new(1, 120, 40)).into_iter();
        lines
            .map(|finding| bosoto::wire::to_json(&finding) + "\n")
            .collect()
    }

    #[test]
    fn findings_are_written_as_they_always_were() {
        assert!(
            golden() == GOLDEN,
            "`--ignored` writes them anew: look at each line that differs"
        );
    }

    #[test]
    #[ignore = "writes the golden file"]
    fn write_golden() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/golden/findings.ndjson");
        std::fs::write(path, golden()).unwrap();
    }

    #[test]
    fn what_is_found_is_exactly_what_was_put_in() {
        for (seed, persons, defects) in [
            (1, 500, 200),
            (2, 500, 0),
            (3, 40, 40),
            (4, 3_000, 35),
            (5, 0, 9),
        ] {
            let sample = Sample::new(seed, persons, defects);
            let found = found(&sample);
            let odd: Vec<_> = found
                .iter()
                .filter(|label| !sample.labels.contains(label))
                .collect();
            let missed: Vec<_> = sample
                .labels
                .iter()
                .filter(|label| !found.contains(label))
                .collect();
            assert!(
                odd.is_empty() && missed.is_empty(),
                "{seed}: {odd:?}, missed {missed:?}"
            );
            assert!(found == sample.labels, "{seed}: another order");
        }
    }

    #[test]
    fn every_kind_of_defect_is_put_in() {
        let sample = Sample::new(1, 2_000, 400);
        let codes: BTreeSet<&str> = sample
            .labels
            .iter()
            .map(|label| label.code.name())
            .collect();
        assert!(sample.labels.len() >= 400, "{}", sample.labels.len());
        assert_eq!(codes.len(), 29, "{codes:?}");
        assert_eq!(Sample::new(1, 2_000, 400).labels, sample.labels);
    }
}
