//! Who is who in the tables (SV-05): the rows of every facility gathered by person.
//!
//! Each table is read once, in any order of tables: what a row says is kept in a few bytes beside its patient, a PID of
//! a facility, and patients with one citizen id are joined at the end. Rows come in no order of their patients, so that to find
//! one is to wait for memory: some rows are gathered first, and wait together.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use hashbrown::HashTable;
use lean_string::LeanString;

use super::codes::{Special, is_smiv_diagnosis};
use super::person::{Human, Smiv};
use super::rules::SV_05;
use crate::base::calendar::Date;
use crate::base::rule::{Applied, applies};
use crate::record::between::{Cid, earliest, pid_is_cid, takes_the_place};
use crate::record::withheld::{Shown, Withheld};
use crate::record::{Moment, trim};

pub(super) const APPLIES: Applied = applies(&SV_05);

/// A row of persons: flat, or of PERSON.
///
/// A cell that is empty, or a date that cannot be read, is the empty text or none, here and in the other rows; cells
/// are trimmed of spaces.
#[derive(Clone, Copy, Default)]
pub struct Person<'a> {
    /// The facility's code.
    pub hospcode: &'a str,
    /// The person's number in the facility.
    pub pid: &'a str,
    /// The citizen id.
    pub cid: &'a str,
    /// The day of death; of PERSON that of [`died_by_discharge`](crate::record::between::died_by_discharge), beside
    /// which the rows of DEATH are read.
    pub died_on: Option<Date>,
    /// The moment of D_UPDATE: of several rows with one key the latest names the person, of equals the first. None in
    /// flat tables.
    pub updated_at: Option<Moment>,
}

/// A row of diagnoses: flat, or of DIAGNOSIS_OPD and DIAGNOSIS_IPD together, of the latter by the day of DATETIME_ADMIT.
#[derive(Clone, Copy, Default)]
pub struct Diagnosis<'a> {
    /// The facility's code.
    pub hospcode: &'a str,
    /// The person's number in the facility.
    pub pid: &'a str,
    /// The day; a row without it is left out.
    pub date_serv: Option<Date>,
    /// The ICD-10 code, any.
    pub diagcode: &'a str,
    /// The citizen id.
    pub cid: &'a str,
}

/// A row of SPECIALPP.
#[derive(Clone, Copy, Default)]
pub struct SpecialPp<'a> {
    /// The facility's code.
    pub hospcode: &'a str,
    /// The person's number in the facility.
    pub pid: &'a str,
    /// The visit's number.
    pub seq: &'a str,
    /// The day; a row without it is left out.
    pub date_serv: Option<Date>,
    /// The code.
    pub ppspecial: &'a str,
    /// The citizen id.
    pub cid: &'a str,
}

/// A row of DEATH.
#[derive(Clone, Copy, Default)]
pub struct Death<'a> {
    /// The facility's code.
    pub hospcode: &'a str,
    /// The person's number in the facility.
    pub pid: &'a str,
    /// The citizen id.
    pub cid: &'a str,
    /// The day of death (DDEATH).
    pub died_on: Option<Date>,
}

/// The people of the tables, as their rows are read.
pub(crate) struct Register {
    /// Rows dated later are not read.
    until: Date,
    places: HashMap<LeanString, u32>,
    /// The codes of the facilities.
    facilities: Vec<LeanString>,
    /// The facility of the row before: tables mostly have one after the other.
    before: u32,
    patients: Vec<Patient>,
    /// The number of each patient, by its key, whose hash lies beside it: to compare keys is to wait for memory.
    by_key: HashTable<(u32, u32)>,
    hasher: RandomState,
    /// What was read last, of whom nobody has been looked for yet.
    gathered: Vec<(Key, Said)>,
    rows: Vec<Row>,
    /// The SEQ of the rows, one after the other.
    seqs: Vec<u8>,
}

/// So many rows wait together.
const TOGETHER: usize = 64;

/// A PID of a facility; short texts lie in it.
struct Key {
    hash: u32,
    facility: u32,
    pid: LeanString,
}

/// What a row says of its patient.
enum Said {
    /// Only that there is such a one.
    Nothing,
    Person {
        cid: Option<Cid>,
        died_on: Option<Date>,
        updated_at: Option<Moment>,
    },
    Diagnosis {
        cid: Option<Cid>,
        diagnosed_on: Option<Date>,
    },
    SpecialPp {
        cid: Option<Cid>,
        row: Option<(Date, Special, Seq)>,
    },
    Death {
        cid: Option<Cid>,
        died_on: Option<Date>,
    },
}

/// A PID of a facility.
struct Patient {
    facility: u32,
    pid: LeanString,
    /// The D_UPDATE of the person row that names it, once there is one.
    named_by: Option<Option<Moment>>,
    /// The citizen id of that row.
    cid: Option<Cid>,
    /// That of another row, which counts where there is none, and the table from which it is.
    carried: Option<(Source, Cid)>,
    died_on: Option<Date>,
    diagnosed_on: Option<Date>,
}

/// The tables whose rows may tell a citizen id that the person's does not, the one that is asked first before the others.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    Diagnosis,
    SpecialPp,
    Death,
}

/// A row of SPECIALPP that says something.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub patient: u32,
    pub on: Date,
    pub what: Special,
    seq: Seq,
}

/// Where a SEQ lies.
#[derive(Clone, Copy)]
struct Seq {
    start: usize,
    length: u32,
}

impl Register {
    /// Nobody yet.
    pub fn new(until: Date) -> Self {
        Self {
            until,
            places: HashMap::new(),
            facilities: Vec::new(),
            before: 0,
            patients: Vec::new(),
            by_key: HashTable::new(),
            hasher: RandomState::new(),
            gathered: Vec::with_capacity(TOGETHER),
            rows: Vec::new(),
            seqs: Vec::new(),
        }
    }

    /// Reads a row of persons.
    pub fn person(&mut self, row: &Person<'_>) {
        let said = Said::Person {
            cid: read_cid(row.cid),
            died_on: row.died_on,
            updated_at: row.updated_at,
        };
        self.says(row.hospcode, row.pid, said);
    }

    /// Reads a row of diagnoses.
    pub fn diagnosis(&mut self, row: &Diagnosis<'_>) {
        let day = row.date_serv.filter(|day| *day <= self.until);
        let diagnosed_on = day.filter(|_| is_smiv_diagnosis(row.diagcode));
        if diagnosed_on.is_none() && (day.is_none() || is_empty(row.cid)) {
            self.says_nothing(row.hospcode, row.pid);
            return;
        }
        let cid = read_cid(row.cid);
        self.says(row.hospcode, row.pid, Said::Diagnosis { cid, diagnosed_on });
    }

    /// Reads a row of SPECIALPP.
    pub fn special_pp(&mut self, row: &SpecialPp<'_>) {
        let day = row.date_serv.filter(|day| *day <= self.until);
        let what = Special::read(row.ppspecial);
        let (Some(on), true) = (day, what.is_some() || !is_empty(row.cid)) else {
            self.says_nothing(row.hospcode, row.pid);
            return;
        };
        let said = Said::SpecialPp {
            cid: read_cid(row.cid),
            row: what.map(|what| (on, what, self.seq(row.seq))),
        };
        self.says(row.hospcode, row.pid, said);
    }

    /// A row of which nothing is kept: an id that is a citizen id is ranked all the same (RV-07).
    fn says_nothing(&mut self, hospcode: &str, pid: &str) {
        let is_cid = |id: &str| pid_is_cid(trim(id).as_bytes());
        if is_cid(hospcode) || is_cid(pid) {
            self.says(hospcode, pid, Said::Nothing);
        }
    }

    /// Reads a row of DEATH.
    pub fn death(&mut self, row: &Death<'_>) {
        let is_later = row.died_on.is_some_and(|day| day > self.until);
        let said = match is_later {
            true => Said::Nothing,
            false => Said::Death {
                cid: read_cid(row.cid),
                died_on: row.died_on,
            },
        };
        self.says(row.hospcode, row.pid, said);
    }

    /// Takes over what another has read, as if its rows came after those read here.
    pub fn absorb(&mut self, mut other: Self) {
        self.settle();
        other.settle();
        let places = other.facilities.iter().map(|code| self.facility(code));
        let places: Vec<u32> = places.collect();
        let mut numbers = Vec::with_capacity(other.patients.len());
        for some in other.patients.chunks(TOGETHER) {
            let place = |patient: &Patient| places.get(patient.facility as usize).copied();
            let key = |one: &Patient| self.key(place(one).unwrap_or_default(), one.pid.clone());
            let keys = some.iter().map(key).collect();
            for (number, later) in self.numbers(keys).into_iter().zip(some) {
                if let Some(here) = self.patients.get_mut(number as usize) {
                    here.absorb(later);
                }
                numbers.push(number);
            }
        }
        let shift = self.seqs.len();
        self.seqs.extend_from_slice(&other.seqs);
        self.rows.extend(other.rows.into_iter().map(|mut row| {
            let number = numbers.get(row.patient as usize);
            row.patient = number.copied().unwrap_or_default();
            row.seq.start = row.seq.start.saturating_add(shift);
            row
        }));
    }

    /// Gathers what a row says.
    fn says(&mut self, hospcode: &str, pid: &str, said: Said) {
        let facility = self.facility(trim(hospcode));
        let key = self.key(facility, trim(pid).into());
        self.gathered.push((key, said));
        if self.gathered.len() >= TOGETHER {
            self.settle();
        }
    }

    /// Tells every patient what was gathered, in its order.
    pub fn settle(&mut self) {
        let (keys, said): (Vec<Key>, Vec<Said>) = self.gathered.drain(..).unzip();
        for (number, said) in self.numbers(keys).into_iter().zip(said) {
            self.tell(number, said);
        }
    }

    fn tell(&mut self, number: u32, said: Said) {
        let Some(patient) = self.patients.get_mut(number as usize) else {
            return;
        };
        match said {
            Said::Nothing => {}
            Said::Person {
                cid,
                died_on,
                updated_at,
            } => {
                patient.dies(died_on);
                if patient.is_named_by(updated_at) {
                    patient.cid = cid;
                }
            }
            Said::Diagnosis { cid, diagnosed_on } => {
                patient.carries(cid, Source::Diagnosis);
                patient.diagnosed_on = earliest(patient.diagnosed_on, diagnosed_on);
            }
            Said::SpecialPp { cid, row } => {
                patient.carries(cid, Source::SpecialPp);
                self.rows.extend(row.map(|(on, what, seq)| Row {
                    patient: number,
                    on,
                    what,
                    seq,
                }));
            }
            Said::Death { cid, died_on } => {
                patient.carries(cid, Source::Death);
                patient.dies(died_on);
            }
        }
    }

    /// The SMI-V people of what is [settled](Self::settle), in no order that means anything.
    pub fn smiv(&self) -> Vec<Smiv<'_>> {
        let (people, person_of) = self.people();
        let names = self.names();
        let human = |person: u32| people.get(person as usize);
        let of_diagnosed = |(number, row): (u32, &Row)| {
            let person = *person_of.get(row.patient as usize)?;
            human(person)?.diagnosed_on.map(|_| (person, number))
        };
        let rows = (0..).zip(&self.rows);
        let mut rows: Vec<(u32, u32)> = rows.filter_map(of_diagnosed).collect();
        rows.sort_unstable();
        // Rows lie in no order of their people: that they are fetched by themselves lets them wait for memory together.
        let fetched =
            |(person, number): (u32, u32)| Some((person, *self.rows.get(number as usize)?));
        let rows: Vec<(u32, Row)> = rows.into_iter().filter_map(fetched).collect();
        let mut found = Vec::new();
        let mut theirs = Vec::new();
        for rows in rows.chunk_by(|(one, _), (other, _)| one == other) {
            theirs.clear();
            for (_, row) in rows {
                let before: Option<&NamedRow<'_>> = theirs.last();
                theirs.extend(names.row(row, before));
            }
            let person = rows.first().and_then(|(person, _)| human(*person));
            found.extend(person.and_then(|human| Smiv::of(human, self.until, &theirs)));
        }
        found
    }

    /// Every person, and whose patient is whose.
    fn people(&self) -> (Vec<Human>, Vec<u32>) {
        let with_cid = |(number, patient): (u32, &Patient)| (patient.citizen_id(), number);
        let mut order: Vec<(Option<Cid>, u32)> = (0..).zip(&self.patients).map(with_cid).collect();
        order.sort_unstable();
        let mut people: Vec<Human> = Vec::new();
        let mut person_of = vec![0; order.len()];
        let mut last = None;
        for (cid, number) in order {
            if cid.is_none() || cid != last {
                people.push(Human::new(cid.is_some()));
                last = cid;
            }
            let place = count(people.len()).saturating_sub(1);
            let patient = self.patients.get(number as usize);
            if let (Some(person), Some(patient)) = (people.last_mut(), patient) {
                person.joins(patient.died_on, patient.diagnosed_on);
            }
            if let Some(of) = person_of.get_mut(number as usize) {
                *of = place;
            }
        }
        (people, person_of)
    }

    fn names(&self) -> Names<'_> {
        let is_withheld = |patient: &&Patient| pid_is_cid(patient.pid.as_bytes());
        let mut pids = vec![Vec::new(); self.facilities.len()];
        for patient in self.patients.iter().filter(is_withheld) {
            if let Some(pids) = pids.get_mut(patient.facility as usize) {
                pids.push(&*patient.pid);
            }
        }
        Names {
            register: self,
            facilities: Withheld::of(self.facilities.iter().map(|code| &**code)),
            withheld: pids.into_iter().map(Withheld::of).collect(),
        }
    }

    #[allow(clippy::cast_possible_truncation, reason = "half of a hash is one")]
    fn key(&self, facility: u32, pid: LeanString) -> Key {
        Key {
            hash: self.hasher.hash_one((facility, &*pid)) as u32,
            facility,
            pid,
        }
    }

    /// The numbers of patients, those who are new among them. All are looked for before any is added, so that the looks do not wait
    /// for each other.
    fn numbers(&mut self, keys: Vec<Key>) -> Vec<u32> {
        let found: Vec<Option<u32>> = keys.iter().map(|key| self.find(key)).collect();
        let number = |(key, found): (Key, Option<u32>)| {
            // Who was not there may be there by now.
            let number = found.or_else(|| self.find(&key));
            number.unwrap_or_else(|| self.add(key))
        };
        keys.into_iter().zip(found).map(number).collect()
    }

    /// The number of a patient.
    fn find(&self, key: &Key) -> Option<u32> {
        let is_it = |(hash, number): &(u32, u32)| {
            let patient = || self.patients.get(*number as usize);
            *hash == key.hash
                && patient().is_some_and(|one| one.facility == key.facility && one.pid == key.pid)
        };
        let found = self.by_key.find(wide(key.hash), is_it);
        found.map(|(_, number)| *number)
    }

    /// The number of a patient whom the tables had not yet.
    fn add(&mut self, key: Key) -> u32 {
        let number = count(self.patients.len());
        self.patients.push(Patient::new(key.facility, key.pid));
        let entry = (key.hash, number);
        self.by_key
            .insert_unique(wide(key.hash), entry, |(hash, _)| wide(*hash));
        number
    }

    fn facility(&mut self, hospcode: &str) -> u32 {
        let before = self.facilities.get(self.before as usize);
        if before.is_some_and(|code| *code == *hospcode) {
            return self.before;
        }
        let place = match self.places.get(hospcode) {
            Some(place) => *place,
            None => {
                let place = count(self.facilities.len());
                self.places.insert(hospcode.into(), place);
                self.facilities.push(hospcode.into());
                place
            }
        };
        self.before = place;
        place
    }

    fn seq(&mut self, seq: &str) -> Seq {
        let seq = trim(seq);
        let start = self.seqs.len();
        self.seqs.extend_from_slice(seq.as_bytes());
        Seq {
            start,
            length: count(seq.len()),
        }
    }
}

/// A hash as tables take it, which look at both of its ends.
fn wide(hash: u32) -> u64 {
    let hash = u64::from(hash);
    hash << 32 | hash
}

/// So many; more than four thousand million rows fit into no memory.
fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

impl Patient {
    const fn new(facility: u32, pid: LeanString) -> Self {
        Self {
            facility,
            pid,
            named_by: None,
            cid: None,
            carried: None,
            died_on: None,
            diagnosed_on: None,
        }
    }

    /// Whether a person row of this D_UPDATE names the patient, after the rows read before.
    fn is_named_by(&mut self, updated_at: Option<Moment>) -> bool {
        let chosen = self.named_by;
        let names = chosen.is_none_or(|chosen| takes_the_place(updated_at, chosen));
        if names {
            self.named_by = Some(updated_at);
        }
        names
    }

    /// A row carries a citizen id: the first of its table counts, where no table before it has one.
    fn carries(&mut self, cid: Option<Cid>, source: Source) {
        if let Some(cid) = cid.filter(|_| self.takes_from(source)) {
            self.carried = Some((source, cid));
        }
    }

    fn takes_from(&self, source: Source) -> bool {
        self.carried.is_none_or(|(from, _)| source < from)
    }

    /// What later rows say of the patient.
    fn absorb(&mut self, later: &Self) {
        self.dies(later.died_on);
        self.diagnosed_on = earliest(self.diagnosed_on, later.diagnosed_on);
        if later
            .named_by
            .is_some_and(|updated_at| self.is_named_by(updated_at))
        {
            self.cid = later.cid;
        }
        if let Some((source, cid)) = later.carried.filter(|(source, _)| self.takes_from(*source)) {
            self.carried = Some((source, cid));
        }
    }

    fn citizen_id(&self) -> Option<Cid> {
        self.cid.or(self.carried.map(|(_, cid)| cid))
    }

    fn dies(&mut self, on: Option<Date>) {
        self.died_on = earliest(self.died_on, on);
    }
}

fn is_empty(cell: &str) -> bool {
    trim(cell).is_empty()
}

/// A citizen id; one with an RV-01 error and one that stands for nobody are none (SV-05).
fn read_cid(cell: &str) -> Option<Cid> {
    Cid::read(trim(cell).as_bytes()).filter(|cid| !cid.is_placeholder())
}

/// The patients by name.
struct Names<'a> {
    register: &'a Register,
    /// The facilities whose code is a citizen id.
    facilities: Withheld<'a>,
    /// Of each facility, the PIDs that are citizen ids.
    withheld: Vec<Withheld<'a>>,
}

impl<'a> Names<'a> {
    /// A row with what it names; most are of the patient of the row before.
    fn row(&self, row: &Row, before: Option<&NamedRow<'a>>) -> Option<NamedRow<'a>> {
        let same = before.filter(|before| before.patient == row.patient);
        let (hospcode, pid) = match same {
            Some(before) => (before.hospcode, before.pid),
            None => self.patient(row.patient)?,
        };
        let end = row.seq.start.checked_add(row.seq.length as usize)?;
        Some(NamedRow {
            patient: row.patient,
            hospcode,
            pid,
            seq: self.register.seqs.get(row.seq.start..end)?,
            on: row.on,
            what: row.what,
        })
    }

    /// The facility of a patient, and its PID.
    fn patient(&self, number: u32) -> Option<(Shown<'a>, Shown<'a>)> {
        let patient = self.register.patients.get(number as usize)?;
        let facility = self.register.facilities.get(patient.facility as usize)?;
        let withheld = self.withheld.get(patient.facility as usize)?;
        Some((
            self.facilities.shown(facility),
            withheld.shown(&patient.pid),
        ))
    }
}

/// A row of SPECIALPP with what it names.
#[derive(Clone, Copy)]
pub(super) struct NamedRow<'a> {
    patient: u32,
    pub hospcode: Shown<'a>,
    pub pid: Shown<'a>,
    pub seq: &'a [u8],
    pub on: Date,
    pub what: Special,
}

impl NamedRow<'_> {
    /// The id of its patient: `HOSPCODE/PID`, never with a citizen id (RV-07).
    pub fn member_id(&self) -> String {
        format!("{}/{}", self.hospcode, self.pid)
    }
}
