//! Who is who in the tables (SV-05): the rows of every facility gathered by person.
//!
//! Each table is read once, in any order of tables: what a row says is kept in a few bytes beside its patient, a PID of
//! a facility, and patients with one citizen id are joined at the end.

use std::collections::HashMap;

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
    places: HashMap<LeanString, usize>,
    facilities: Vec<Facility>,
    /// The facility of the row before: tables mostly have one after the other.
    before: usize,
    patients: Vec<Patient>,
    rows: Vec<Row>,
    /// The SEQ of the rows, one after the other.
    seqs: Vec<u8>,
}

/// A facility with its patients, by PID.
struct Facility {
    hospcode: Box<str>,
    /// Short texts lie in the map itself: most looks find a PID at once.
    patients: HashMap<LeanString, u32>,
}

/// A PID of a facility.
struct Patient {
    facility: usize,
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
            rows: Vec::new(),
            seqs: Vec::new(),
        }
    }

    /// Reads a row of persons.
    pub fn person(&mut self, row: &Person<'_>) {
        let patient = self.patient(row.hospcode, row.pid);
        let Some(patient) = self.patients.get_mut(patient as usize) else {
            return;
        };
        patient.dies(row.died_on);
        if patient.is_named_by(row.updated_at) {
            patient.cid = read_cid(row.cid);
        }
    }

    /// Reads a row of diagnoses.
    pub fn diagnosis(&mut self, row: &Diagnosis<'_>) {
        let day = row.date_serv.filter(|day| *day <= self.until);
        let diagnosed_on = day.filter(|_| is_smiv_diagnosis(row.diagcode));
        if diagnosed_on.is_none() && (day.is_none() || is_empty(row.cid)) {
            self.says_nothing(row.hospcode, row.pid);
            return;
        }
        let patient = self.patient(row.hospcode, row.pid);
        if let Some(patient) = self.patients.get_mut(patient as usize) {
            patient.carries(row.cid, Source::Diagnosis);
            patient.diagnosed_on = earliest(patient.diagnosed_on, diagnosed_on);
        }
    }

    /// Reads a row of SPECIALPP.
    pub fn special_pp(&mut self, row: &SpecialPp<'_>) {
        let day = row.date_serv.filter(|day| *day <= self.until);
        let what = Special::read(row.ppspecial);
        let (Some(on), true) = (day, what.is_some() || !is_empty(row.cid)) else {
            self.says_nothing(row.hospcode, row.pid);
            return;
        };
        let number = self.patient(row.hospcode, row.pid);
        let patient = self.patients.get_mut(number as usize);
        if let Some(patient) = patient.filter(|_| !is_empty(row.cid)) {
            patient.carries(row.cid, Source::SpecialPp);
        }
        if let Some(what) = what {
            let seq = self.seq(row.seq);
            self.rows.push(Row {
                patient: number,
                on,
                what,
                seq,
            });
        }
    }

    /// A row of which nothing is kept: an id that is a citizen id is ranked all the same (RV-07).
    fn says_nothing(&mut self, hospcode: &str, pid: &str) {
        if [hospcode, pid]
            .map(trim)
            .iter()
            .any(|id| pid_is_cid(id.as_bytes()))
        {
            self.patient(hospcode, pid);
        }
    }

    /// Reads a row of DEATH.
    pub fn death(&mut self, row: &Death<'_>) {
        let patient = self.patient(row.hospcode, row.pid);
        let is_later = row.died_on.is_some_and(|day| day > self.until);
        if let Some(patient) = self
            .patients
            .get_mut(patient as usize)
            .filter(|_| !is_later)
        {
            patient.carries(row.cid, Source::Death);
            patient.dies(row.died_on);
        }
    }

    /// Takes over what another has read, as if its rows came after those read here.
    pub fn absorb(&mut self, other: Self) {
        let mut numbers = vec![0; other.patients.len()];
        for facility in &other.facilities {
            for (pid, number) in &facility.patients {
                let here = self.patient(&facility.hospcode, pid);
                let patient = self.patients.get_mut(here as usize);
                let later = other.patients.get(*number as usize);
                if let (Some(patient), Some(later)) = (patient, later) {
                    patient.absorb(later);
                }
                if let Some(number) = numbers.get_mut(*number as usize) {
                    *number = here;
                }
            }
        }
        let shift = self.seqs.len();
        self.seqs.extend_from_slice(&other.seqs);
        self.rows.extend(other.rows.into_iter().map(|mut row| {
            row.patient = numbers
                .get(row.patient as usize)
                .copied()
                .unwrap_or_default();
            row.seq.start = row.seq.start.saturating_add(shift);
            row
        }));
    }

    /// The SMI-V people, in no order that means anything.
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
        let mut found = Vec::new();
        let mut theirs = Vec::new();
        for rows in rows.chunk_by(|(one, _), (other, _)| one == other) {
            theirs.clear();
            for (_, number) in rows {
                let row = self.rows.get(*number as usize);
                let before: Option<&NamedRow<'_>> = theirs.last();
                theirs.extend(row.and_then(|row| names.row(row, before)));
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
        let mut pids = vec![""; self.patients.len()];
        let mut withheld = Vec::with_capacity(self.facilities.len());
        for facility in &self.facilities {
            for (pid, number) in &facility.patients {
                if let Some(name) = pids.get_mut(*number as usize) {
                    *name = pid;
                }
            }
            withheld.push(Withheld::of(facility.patients.keys().map(|pid| &**pid)));
        }
        let hospcodes = self.facilities.iter().map(|facility| &*facility.hospcode);
        Names {
            register: self,
            facilities: Withheld::of(hospcodes),
            pids,
            withheld,
        }
    }

    /// The number of a patient, who is new where the tables had none yet.
    fn patient(&mut self, hospcode: &str, pid: &str) -> u32 {
        let place = self.facility(trim(hospcode));
        let pid = trim(pid);
        let next = count(self.patients.len());
        let Some(facility) = self.facilities.get_mut(place) else {
            return next;
        };
        if let Some(number) = facility.patients.get(pid) {
            return *number;
        }
        facility.patients.insert(pid.into(), next);
        self.patients.push(Patient::new(place));
        next
    }

    fn facility(&mut self, hospcode: &str) -> usize {
        let before = self.facilities.get(self.before);
        if before.is_some_and(|facility| *facility.hospcode == *hospcode) {
            return self.before;
        }
        if let Some(place) = self.places.get(hospcode) {
            self.before = *place;
            return *place;
        }
        let place = self.facilities.len();
        self.places.insert(hospcode.into(), place);
        self.facilities.push(Facility {
            hospcode: hospcode.into(),
            patients: HashMap::new(),
        });
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

/// So many; more than four thousand million rows fit into no memory.
fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

impl Patient {
    const fn new(facility: usize) -> Self {
        Self {
            facility,
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
    fn carries(&mut self, cid: &str, source: Source) {
        if self.takes_from(source)
            && let Some(cid) = read_cid(cid)
        {
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
    pids: Vec<&'a str>,
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
        let facility = self.register.facilities.get(patient.facility)?;
        let pid = *self.pids.get(number as usize)?;
        let withheld = self.withheld.get(patient.facility)?;
        Some((
            self.facilities.shown(&facility.hospcode),
            withheld.shown(pid),
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
