//! Each indicator fed with the rows of its tables.

use std::sync::{Mutex, PoisonError};

use bosoto::DataError;
use bosoto::indicator::{Column, Holds, Indicator, Kp15, Kp16, Kp22, kp_15, kp_16, kp_22};
use bosoto::record::Table;
use bosoto::record::between::died_by_discharge;

use super::Asked;
use super::row::{self, Row};
use super::tables::Tables;
use crate::threads;

/// KP-15, each table in its order.
pub(super) fn kp_15(tables: Tables, asked: &Asked) -> Result<Indicator, DataError> {
    let trouble: Vec<&str> = asked.trouble.iter().map(String::as_str).collect();
    let (period, by) = (asked.period, asked.by);
    let kp = Kp15::new(period, by, &asked.policy, asked.population, &trouble)?;
    let kp = Mutex::new(kp);
    in_order(&tables.needed("deaths")?, asked, &kp, |kp, row| {
        kp.death(&kp_15::Death {
            death_id: &row.text(0),
            source: &row.text(1),
            died_on: row.day(2),
            place: &row.text(3),
            cause: &row.text(4),
        });
    })?;
    in_order(&tables.needed("populations")?, asked, &kp, |kp, row| {
        kp.population(&kp_15::Population {
            province: &row.text(0),
            basis: &row.text(1),
            year: row.number(2),
            population: row.number(3),
        });
    })?;
    inner(kp).finish()
}

/// KP-22, each table in its order.
pub(super) fn kp_22(tables: Tables, asked: &Asked) -> Result<Indicator, DataError> {
    let kp = Mutex::new(Kp22::new(asked.period, asked.by, &asked.policy));
    in_order(&tables.needed("episodes")?, asked, &kp, |kp, row| {
        kp.episode(&kp_22::Episode {
            case_id: &row.text(0),
            unit: &row.text(1),
            province: &row.text(2),
            legal_basis: &row.text(3),
            severity: &row.text(4),
            methadone: row.flag(6),
            started_on: row.day(8),
            summarised_on: row.day(9),
            outcome: &row.text(10),
            ministry_facility: row.flag(11),
        });
    })?;
    in_order(&tables.needed("follow_ups")?, asked, &kp, |kp, row| {
        kp.follow_up(&kp_22::FollowUp {
            case_id: &row.text(0),
            on: row.day(1),
            kind: &row.text(2),
            result: &row.text(3),
        });
    })?;
    Ok(inner(kp).finish())
}

/// Hands the rows of a table over in their order.
fn in_order<T: Send>(
    table: &row::Table,
    asked: &Asked,
    kp: &Mutex<T>,
    read: impl Fn(&mut T, &Row<'_>) + Sync,
) -> Result<(), DataError> {
    table.each(1, asked.watch.as_deref(), |rows| {
        let mut kp = kp.lock().unwrap_or_else(PoisonError::into_inner);
        for row in rows {
            read(&mut kp, &row);
        }
    })
}

fn inner<T>(kp: Mutex<T>) -> T {
    kp.into_inner().unwrap_or_else(PoisonError::into_inner)
}

const fn needed(name: &'static str) -> Column {
    Column {
        name,
        holds: Holds::Text,
        required: true,
    }
}

const fn optional(name: &'static str) -> Column {
    Column {
        required: false,
        ..needed(name)
    }
}

const PERSON: &[Column] = &[
    needed("HOSPCODE"),
    needed("PID"),
    optional("CID"),
    optional("DISCHARGE"),
    optional("DDISCHARGE"),
    optional("D_UPDATE"),
];
const DEATH: &[Column] = &[
    needed("HOSPCODE"),
    needed("PID"),
    needed("DDEATH"),
    optional("CID"),
];
const DIAGNOSIS_OPD: &[Column] = &[
    needed("HOSPCODE"),
    needed("PID"),
    needed("DATE_SERV"),
    needed("DIAGCODE"),
    optional("CID"),
];
const DIAGNOSIS_IPD: &[Column] = &[
    needed("HOSPCODE"),
    needed("PID"),
    needed("DATETIME_ADMIT"),
    needed("DIAGCODE"),
    optional("CID"),
];
const SPECIALPP: &[Column] = &[
    needed("HOSPCODE"),
    needed("PID"),
    optional("SEQ"),
    needed("DATE_SERV"),
    needed("PPSPECIAL"),
    optional("CID"),
];

/// KP-16: the tables in which the first row counts in their order, the others on all cores.
pub(super) fn kp_16(tables: Tables, asked: &Asked) -> Result<Indicator, DataError> {
    let feed = Feed {
        asked,
        pool: Mutex::new(vec![new(asked)]),
    };
    feed.persons(&tables)?;
    feed.diagnoses(&tables)?;
    feed.special_pp(&tables)?;
    if tables.needs("facilities") {
        feed.in_order(&tables.needed("facilities")?, |kp, row| {
            kp.facility(&kp_16::Facility {
                hospcode: &row.text(0),
                province: &row.text(1),
            });
        })?;
    }
    let mut parts = inner(feed.pool).into_iter();
    let mut kp = parts.next().unwrap_or_else(|| new(asked));
    for part in parts {
        kp.absorb(part);
    }
    Ok(kp.finish())
}

fn new(asked: &Asked) -> Kp16 {
    Kp16::new(asked.period, asked.by, &asked.policy)
}

struct Feed<'a> {
    asked: &'a Asked,
    /// Each thread takes one, and gives it back. Rows of which the first counts all go to the first of them.
    pool: Mutex<Vec<Kp16>>,
}

impl Feed<'_> {
    fn persons(&self, tables: &Tables) -> Result<(), DataError> {
        if let Some(table) = tables.flat("persons")? {
            return self.table(&table, 2, |kp, row| {
                kp.person(&kp_16::Person {
                    hospcode: &row.text(0),
                    pid: &row.text(1),
                    cid: &row.text(2),
                    died_on: row.day(3),
                    updated_at: None,
                });
            });
        }
        for table in tables.flat_or("persons", &[(Table::Person, PERSON)])? {
            // Of rows without D_UPDATE the first counts.
            self.in_order(&table, |kp, row| {
                kp.person(&kp_16::Person {
                    hospcode: &row.text(0),
                    pid: &row.text(1),
                    cid: &row.text(2),
                    died_on: died_by_discharge(&row.text(3), row.day(4)),
                    updated_at: row.moment(5),
                });
            })?;
        }
        for table in tables.standard(Table::Death, DEATH)? {
            self.table(&table, 3, |kp, row| {
                kp.death(&kp_16::Death {
                    hospcode: &row.text(0),
                    pid: &row.text(1),
                    cid: &row.text(3),
                    died_on: row.day(2),
                });
            })?;
        }
        Ok(())
    }

    /// Flat or of exports, the columns stand in the same order.
    fn diagnoses(&self, tables: &Tables) -> Result<(), DataError> {
        let stand_ins = [
            (Table::DiagnosisOpd, DIAGNOSIS_OPD),
            (Table::DiagnosisIpd, DIAGNOSIS_IPD),
        ];
        for table in tables.flat_or("diagnoses", &stand_ins)? {
            self.table(&table, 4, |kp, row| {
                kp.diagnosis(&kp_16::Diagnosis {
                    hospcode: &row.text(0),
                    pid: &row.text(1),
                    date_serv: row.day(2),
                    diagcode: &row.text(3),
                    cid: &row.text(4),
                });
            })?;
        }
        Ok(())
    }

    /// Flat or of exports, the columns stand in the same order.
    fn special_pp(&self, tables: &Tables) -> Result<(), DataError> {
        for table in tables.flat_or("special_pp", &[(Table::Specialpp, SPECIALPP)])? {
            self.table(&table, 5, |kp, row| {
                kp.special_pp(&kp_16::SpecialPp {
                    hospcode: &row.text(0),
                    pid: &row.text(1),
                    seq: &row.text(2),
                    date_serv: row.day(3),
                    ppspecial: &row.text(4),
                    cid: &row.text(5),
                });
            })?;
        }
        Ok(())
    }

    /// Hands over the rows of a table: in their order where it has a column of which the first row counts.
    fn table(
        &self,
        table: &row::Table,
        first_counts: usize,
        read: impl Fn(&mut Kp16, &Row<'_>) + Sync,
    ) -> Result<(), DataError> {
        if table.has(first_counts) {
            return self.in_order(table, read);
        }
        table.each(threads::count(), self.asked.watch.as_deref(), |rows| {
            let mut kp = self.take();
            for row in rows {
                read(&mut kp, &row);
            }
            self.give_back(kp);
        })
    }

    fn in_order(
        &self,
        table: &row::Table,
        read: impl Fn(&mut Kp16, &Row<'_>) + Sync,
    ) -> Result<(), DataError> {
        table.each(1, self.asked.watch.as_deref(), |rows| {
            let mut pool = self.pool.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(kp) = pool.first_mut() {
                for row in rows {
                    read(kp, &row);
                }
            }
        })
    }

    fn take(&self) -> Kp16 {
        let taken = self
            .pool
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop();
        taken.unwrap_or_else(|| new(self.asked))
    }

    fn give_back(&self, kp: Kp16) {
        self.pool
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(kp);
    }
}
