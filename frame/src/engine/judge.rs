//! A block judged: each cell by itself, then each row against what was looked up.

use std::borrow::Cow;

use bosoto::record::between::{self, Cid, pid_is_cid};
use bosoto::record::{
    Areas, Cell, Code, Codes, Column, Day, Header, Kind, Moment, Table, trim_bytes,
};

use super::Judged;
use super::keys::{self, Buckets, Hash, Hasher, Hashes, OwnHash, StripKeys};
use super::look::{
    Look, Member, Person, Updated, death_entry, differ, packed_cid, person_entry, service_entry,
};
use super::packed::{Packed, Ranks};
use crate::rows::{Block, Encoding, Layout, Run};

/// How many rows are judged column by column before the next: their cells stay in the cache.
const STRIP: usize = if cfg!(test) { 3 } else { keys::STRIP };

/// How many rows are looked up together: the pages of memory that they touch are few enough to be remembered.
const WARMED: usize = 128;

/// What is collected while a table is gone through.
pub(crate) struct Collected {
    /// Of PERSON: HOSPCODE and CID, the row, the PID.
    pub cids: Buckets<4>,
    pub persons: Buckets<8>,
    pub deaths: Buckets<4>,
    pub services: Buckets<5>,
}

impl Collected {
    pub fn new() -> Self {
        Self {
            cids: Buckets::new(),
            persons: Buckets::new(),
            deaths: Buckets::new(),
            services: Buckets::new(),
        }
    }
}

/// What is collected of a table: only what somebody asks for.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Wants {
    pub keys: bool,
    pub cids: bool,
    pub reused: bool,
    pub persons: bool,
    pub deaths: bool,
    pub services: bool,
    /// Whether a row is looked at beyond its cells and its key.
    rows: bool,
}

/// What needs persons to be looked up.
const OF_PERSONS: [Code; 4] = [
    Code::NoPerson,
    Code::CidDiffers,
    Code::BeforeBirth,
    Code::AfterDeath,
];

impl Wants {
    /// What is wanted of a table that stands beside others, for these codes, with the caller's tambons or without.
    pub fn of(
        table: Table,
        mut beside: impl Iterator<Item = Table>,
        codes: Codes,
        has_areas: bool,
    ) -> Self {
        let any = |wanted: &[Code]| wanted.iter().any(|code| codes.has(*code));
        let mut between = table.between().iter();
        let has = |code| table.between().contains(&code) && codes.has(code);
        let services = any(&[Code::NoService, Code::ServiceDate]);
        Self {
            keys: has(Code::DuplicateKey),
            cids: has(Code::CidTwice),
            reused: has(Code::SeqReused),
            persons: any(&OF_PERSONS),
            deaths: any(&[Code::AfterDeath]),
            services: services && beside.any(|other| other.between().contains(&Code::NoService)),
            rows: between.any(|code| *code != Code::DuplicateKey && codes.has(*code))
                || any(&OF_PERSONS)
                || services
                || (has_areas && any(&[Code::NoSuchArea])),
        }
    }
}

/// Which columns have a part in RV-06, by their slots.
struct Roles {
    hospcode: Option<usize>,
    pid: Option<usize>,
    seq: Option<usize>,
    cid: Option<usize>,
    event: Option<usize>,
    updated: Option<usize>,
    birth: Option<usize>,
    discharge: Option<usize>,
    ddischarge: Option<usize>,
    area: [Option<usize>; 3],
    /// The columns of the key; none where one is missing.
    key: Option<Vec<usize>>,
}

impl Roles {
    fn of(table: Table, layout: &Layout) -> Self {
        let slot = |name| layout.slot(name);
        let of_person = |name| slot(name).filter(|_| table == Table::Person);
        let key = table
            .key()
            .map(|column| slot(column.name))
            .collect::<Option<Vec<_>>>();
        Self {
            hospcode: slot("HOSPCODE"),
            pid: slot("PID"),
            seq: slot("SEQ").filter(|_| table != Table::Death),
            cid: slot("CID"),
            event: table.event().and_then(|column| slot(column.name)),
            updated: slot("D_UPDATE"),
            birth: of_person("BIRTH"),
            discharge: of_person("DISCHARGE"),
            ddischarge: of_person("DDISCHARGE"),
            area: ["CHANGWAT", "AMPUR", "TAMBON"].map(slot),
            key,
        }
    }
}

/// Judges the blocks of one table.
pub(crate) struct Judge<'a> {
    table: Table,
    layout: &'a Layout,
    header: &'a Header,
    ranks: &'a Ranks,
    look: &'a Look,
    /// The codes that are reported.
    codes: Codes,
    areas: Option<&'a Areas>,
    as_of: Option<Day>,
    member: Member,
    collected: &'a Collected,
    wants: Wants,
    roles: Roles,
    /// The column of each slot.
    columns: Vec<Placed>,
    /// The column of the event.
    event: Option<&'static Column>,
}

/// A column of the standard that is there.
#[derive(Clone, Copy)]
struct Placed {
    column: &'static Column,
    rank: u8,
    /// Whether its cells are dates by their type.
    typed: bool,
    /// Whether its cells may be others in a key than they stand there.
    folds: bool,
}

/// What a block collects before it is added to what all collect.
#[derive(Default)]
struct Own {
    found: Vec<Packed>,
    keys: Vec<StripKeys>,
    cids: Vec<[u32; 4]>,
    persons: Vec<[u32; 8]>,
    deaths: Vec<[u32; 4]>,
    services: Vec<[u32; 5]>,
}

/// Some rows of a block: their cells by slot, and which of them failed.
struct Strip<'b> {
    /// As they stand, with the spaces around them.
    cells: Vec<Run<'b>>,
    /// Of each row a bit for each slot.
    failed: Vec<u64>,
    encoding: Encoding,
    /// The number of its first row, from 0.
    first: u64,
}

/// The keys of the rows of a strip, to be compared with those of others. A row of which a cell did not pass, or is empty, has
/// none.
struct Keys<'a> {
    /// The columns that are still to be hashed.
    slots: &'a [usize],
    hashes: Vec<Option<OwnHash>>,
}

/// Rows that are no row of a key have failed in every slot.
const RAGGED: u64 = u64::MAX;

impl<'b> Strip<'b> {
    /// The trimmed cell with something in it that passed.
    #[inline]
    fn passed(&self, slot: Option<usize>, row: usize) -> Option<&'b [u8]> {
        let slot = slot?;
        let cell = self.cells.get(slot)?.get(row)?;
        let failed = self.failed.get(row)? >> slot & 1 != 0;
        Some(trim_bytes(cell)).filter(|cell| !failed && !cell.is_empty())
    }

    fn text(&self, cell: &'b [u8]) -> Cow<'b, str> {
        self.encoding.read(cell)
    }

    fn row(&self, row: usize) -> u64 {
        self.first.wrapping_add(row as u64)
    }
}

impl<'a> Judge<'a> {
    pub fn new(
        one: &'a Judged,
        look: &'a Look,
        codes: Codes,
        as_of: Option<Day>,
        collected: &'a Collected,
        wants: Wants,
    ) -> Self {
        let (table, layout, ranks) = (one.sheet.table, &one.layout, &one.ranks);
        Self {
            columns: layout
                .slots
                .iter()
                .filter_map(|slot| {
                    let column = table.column(slot.name)?;
                    Some(Placed {
                        column,
                        rank: ranks.column(slot.name),
                        typed: slot.typed,
                        folds: is_code(column),
                    })
                })
                .collect(),
            event: table.event(),
            roles: Roles::of(table, layout),
            table,
            layout,
            header: &one.header,
            ranks,
            look,
            codes,
            areas: None,
            as_of,
            member: Member { number: 0, of: 1 },
            collected,
            wants,
        }
    }

    /// The same, of this member of its table in its group.
    pub fn of_member(self, member: Member) -> Self {
        Self { member, ..self }
    }

    /// The same with the tambons that there are.
    pub fn with_areas(self, areas: Option<&'a Areas>) -> Self {
        Self { areas, ..self }
    }

    /// The findings of a block, in order, and its keys; what else is collected from it is added to what all collect.
    pub fn block(&self, block: &Block) -> (Vec<Packed>, Vec<StripKeys>) {
        let mut own = Own::default();
        if !self.layout.is_judged {
            return (own.found, own.keys);
        }
        let mut strip = Strip {
            cells: self.layout.slots.iter().map(|_| Run::default()).collect(),
            failed: Vec::with_capacity(STRIP),
            encoding: block.encoding(),
            first: block.before,
        };
        for begin in (0..block.rows).step_by(STRIP) {
            let end = begin.saturating_add(STRIP).min(block.rows);
            strip.first = block.before.wrapping_add(begin as u64);
            strip.failed.clear();
            strip.failed.resize(end.wrapping_sub(begin), 0);
            let told = own.found.len();
            self.ragged(block, begin..end, &mut strip, &mut own);
            let mut keys = self.keys(&strip);
            for (at, placed) in self.columns.iter().enumerate() {
                if let Some(cells) = strip.cells.get_mut(at) {
                    let room = std::mem::take(cells).into_room();
                    *cells = block.run(self.layout, at, begin..end, room);
                }
                self.column(at, *placed, &mut strip, &mut own);
                if let Some(keys) = &mut keys {
                    self.hash_judged(at, &strip, keys);
                }
            }
            if let Some(keys) = &keys {
                let hashes = keys.hashes.iter().map(|hash| Some(hash.as_ref()?.done()));
                own.keys.push(StripKeys::of(strip.first as u32, hashes));
            }
            self.rows(&strip, &mut own);
            // The findings of a strip stand before those of the next: only they are put in order.
            if let Some(of_strip) = own.found.get_mut(told..) {
                of_strip.sort_unstable();
            }
        }
        self.collected.cids.add(&own.cids);
        self.collected.persons.add(&own.persons);
        self.collected.deaths.add(&own.deaths);
        self.collected.services.add(&own.services);
        (own.found, own.keys)
    }

    /// The keys of a strip of which nothing is judged yet, where rows are compared by theirs.
    fn keys(&self, strip: &Strip) -> Option<Keys<'_>> {
        let slots = self.roles.key.as_deref().filter(|_| self.wants.keys)?;
        let hashes = unhashed(strip, OwnHash::EMPTY);
        Some(Keys { slots, hashes })
    }

    /// Hashes what is judged of the key, up to this slot: its cells are at hand. They are hashed in the order of the key,
    /// which is one for all members of a table.
    fn hash_judged(&self, at: usize, strip: &Strip, keys: &mut Keys) {
        while let [slot, others @ ..] = keys.slots
            && *slot <= at
        {
            self.hash(strip, Some(*slot), &mut keys.hashes);
            keys.slots = others;
        }
    }

    fn find(&self, own: &mut Own, row: u64, column: u8, code: Code) {
        if self.codes.has(code) {
            own.found.push(Packed::new(
                row.wrapping_add(1),
                column,
                self.ranks.code(code),
            ));
        }
    }

    /// The rows with the wrong number of fields.
    fn ragged(
        &self,
        block: &Block,
        rows: std::ops::Range<usize>,
        strip: &mut Strip,
        own: &mut Own,
    ) {
        let (begin, ragged) = (rows.start, block.ragged());
        let first = ragged.partition_point(|row| *row < begin);
        for row in ragged.iter().skip(first).take_while(|row| **row < rows.end) {
            let at = row.wrapping_sub(begin);
            if let Some(failed) = strip.failed.get_mut(at) {
                *failed = RAGGED;
            }
            self.find(own, strip.row(at), 0, Code::FieldCount);
            self.stand_in(block, *row, own);
        }
    }

    /// What a row with the wrong number of fields stands for in look-ups: a person or a service, by those of its key
    /// cells that pass and stand left of the first free text.
    fn stand_in(&self, block: &Block, row: usize, own: &mut Own) {
        let cell = |slot: Option<usize>| {
            let at = slot?;
            let column = self.columns.get(at)?.column;
            let bytes = block.cell(self.layout, at, row);
            let found = block.encoding().judged(bytes, column);
            let passes = found.is_none_or(|code| !is_error(code, column));
            let text = block.encoding().read(bytes);
            let counts = passes && !text.is_empty() && self.header.is_left_of_free_text(column);
            counts.then(|| text.into_owned())
        };
        let (Some(hospcode), Some(pid)) = (cell(self.roles.hospcode), cell(self.roles.pid)) else {
            return;
        };
        if pid_is_cid(pid.as_bytes()) {
            return;
        }
        let number = block.before.wrapping_add(row as u64) as u32;
        let key = Hasher::new().cell(hospcode.as_bytes()).cell(pid.as_bytes());
        if self.table == Table::Person {
            let (place, nobody) = (self.member.place(number), Person::default());
            own.persons
                .push(person_entry(key.done(), place, Updated::NoRow, &nobody));
        }
        if self.table == Table::Service
            && let Some(seq) = cell(self.roles.seq)
        {
            let day = cell(self.roles.event).and_then(|day| Day::read(&day));
            own.services
                .push(service_entry(key.cell(seq.as_bytes()).done(), None, day));
        }
    }

    /// The rows of a strip, each as a whole.
    fn rows(&self, strip: &Strip, own: &mut Own) {
        if !self.wants.rows {
            return;
        }
        let mut people = unhashed(strip, Hasher::new());
        for slot in [self.roles.hospcode, self.roles.pid] {
            self.hash(strip, slot, &mut people);
        }
        let mut services = people.clone();
        self.hash(strip, self.roles.seq, &mut services);
        let hashed: Vec<_> = people.into_iter().zip(services).enumerate().collect();
        for some in hashed.chunks(WARMED) {
            let people = some.iter().filter_map(|(_, (person, _))| person.as_ref());
            let services = some.iter().filter_map(|(_, (_, service))| service.as_ref());
            self.look
                .warm(people.map(Hasher::done), services.map(Hasher::done));
            for (row, (person, service)) in some {
                let failed = strip.failed.get(*row);
                if failed.is_some_and(|failed| *failed != RAGGED) {
                    self.row(strip, *row, *person, *service, own);
                }
            }
        }
    }

    /// Hashes a column into the keys of its rows; a row whose cell did not pass, or is empty, has no key.
    fn hash<H: Hashes>(&self, strip: &Strip, slot: Option<usize>, keys: &mut [Option<H>]) {
        let slot = slot.and_then(|at| Some((at, strip.cells.get(at)?, self.columns.get(at)?)));
        let Some((at, cells, placed)) = slot else {
            keys.fill(None);
            return;
        };
        match cells {
            Run::Nothing(_) => keys.fill(None),
            Run::Slices(cells) => strip.hash(keys, at, placed, cells.iter().copied()),
            Run::Views(views) => strip.hash(keys, at, placed, views.iter()),
        }
    }

    /// The cells of a column, each by itself.
    fn column(&self, at: usize, placed: Placed, strip: &mut Strip, own: &mut Own) {
        let Placed {
            column,
            rank,
            typed,
            ..
        } = placed;
        let Some(cells) = strip.cells.get(at) else {
            return;
        };
        let (encoding, first) = (strip.encoding, strip.first);
        let is_event = self.event.is_some_and(|event| event.name == column.name);
        let failed = &mut strip.failed;
        let mut look_closer = |row: usize| {
            let cell = cells.get(row).unwrap_or_default();
            let Some(failed) = failed.get_mut(row).filter(|failed| **failed != RAGGED) else {
                return;
            };
            let Some(code) = encoding.judged(cell, column) else {
                return;
            };
            if is_error(code, column) {
                *failed |= 1 << at;
            }
            let row = first.wrapping_add(row as u64);
            if !(typed && matches!(code, Code::Date | Code::Datetime)) {
                self.find(own, row, rank, code);
            } else if is_event && is_beyond(cell) && self.as_of.is_some() {
                self.find(own, row, rank, Code::InFuture);
            }
        };
        match cells {
            Run::Nothing(_) if column.passes(&[]) => {}
            Run::Nothing(rows) => (0..*rows).for_each(look_closer),
            Run::Views(views) => column.each_failing(views.iter(), look_closer),
            // What is no text has to be ASCII, whatever the rest is written in.
            Run::Slices(cells) if encoding == Encoding::Utf8 || column.kind != Some(Kind::Text) => {
                column.each_failing(cells.iter().copied(), look_closer);
            }
            Run::Slices(cells) => {
                for (row, cell) in cells.iter().enumerate() {
                    let passes = match cell.is_ascii() {
                        true => column.passes(cell),
                        false => is_short(column, cell),
                    };
                    if !passes {
                        look_closer(row);
                    }
                }
            }
        }
    }

    /// What is wrong with a row beyond its cells (RV-02, RV-06), and what it says to other rows.
    fn row(
        &self,
        strip: &Strip,
        row: usize,
        person: Option<Hasher>,
        service: Option<Hasher>,
        own: &mut Own,
    ) {
        let roles = &self.roles;
        self.area(strip, row, own);
        let pid = strip.passed(roles.pid, row);
        let withheld = pid.is_some_and(|pid| pid.len() == 13 && pid_is_cid(pid));
        if withheld {
            self.find_at(own, strip, row, roles.pid, Code::PidIsCid);
        }
        let event = strip.passed(roles.event, row);
        let event = event
            .zip(self.event)
            .and_then(|(cell, column)| column.day(cell));
        let updated = strip
            .passed(roles.updated, row)
            .and_then(Moment::read_bytes);
        if let (Some(event), Some(updated)) = (event, updated)
            && between::updated_before_service(self.table, updated, event)
        {
            self.find_at(own, strip, row, roles.updated, Code::UpdatedBeforeService);
        }
        let Some(hash) = person.map(|key| key.done()) else {
            self.event(own, strip, row, event, between::Person::default());
            return;
        };
        if self.table == Table::Person {
            self.person(strip, row, hash, withheld, updated, own);
            return;
        }
        let service = service.map(|key| key.done());
        if let (Table::Service, Some(service)) = (self.table, service)
            && (self.wants.services || self.wants.reused)
        {
            own.services
                .push(service_entry(service, Some(strip.row(row) as u32), event));
        }
        if withheld {
            self.event(own, strip, row, event, between::Person::default());
            return;
        }
        let known = self.look.person(&hash);
        if known.is_none() && self.look.persons.is_some() {
            self.find_at(own, strip, row, roles.pid, Code::NoPerson);
        }
        let known = known.unwrap_or_default();
        let person = between::Person {
            birth: known.birth,
            death: between::earliest(known.death, self.look.death(&hash)),
        };
        self.event(own, strip, row, event, person);
        let cid = strip.passed(roles.cid, row).and_then(Cid::read);
        // A number of a person's citizen id is compared; it stands for the id itself.
        if known.cid != 0 && cid.is_some() && packed_cid(cid) != known.cid {
            self.find_at(own, strip, row, roles.cid, Code::CidDiffers);
        }
        if self.wants.deaths
            && let (Table::Death, Some(event)) = (self.table, event)
        {
            own.deaths.push(death_entry(hash, event));
        }
        if let Some(service) = service {
            self.service(strip, row, service, event, own);
        }
    }

    fn find_at(&self, own: &mut Own, strip: &Strip, row: usize, slot: Option<usize>, code: Code) {
        let rank = slot.and_then(|slot| Some(self.columns.get(slot)?.rank));
        self.find(own, strip.row(row), rank.unwrap_or_default(), code);
    }

    fn event(
        &self,
        own: &mut Own,
        strip: &Strip,
        row: usize,
        on: Option<Day>,
        person: between::Person,
    ) {
        let Some(on) = on else { return };
        let codes = between::of_event(self.table, on, &person, self.as_of);
        if codes != Codes::NONE {
            for code in codes.iter() {
                self.find_at(own, strip, row, self.roles.event, code);
            }
        }
    }

    fn person(
        &self,
        strip: &Strip,
        row: usize,
        hash: Hash,
        withheld: bool,
        updated: Option<Moment>,
        own: &mut Own,
    ) {
        let roles = &self.roles;
        let number = strip.row(row) as u32;
        let cid = strip.passed(roles.cid, row).and_then(Cid::read);
        if self.wants.cids
            && let (Some(cid), Some(hospcode)) = (
                cid.filter(|cid| !cid.is_placeholder()),
                strip.passed(roles.hospcode, row),
            )
        {
            let of_facility = strip.hashed(Hasher::new(), hospcode);
            let [a, b, _] = of_facility.cell(&cid.number().get().to_le_bytes()).done();
            let [_, _, pid] = hash;
            own.cids.push([a, b, number, pid]);
        }
        if withheld || !self.wants.persons {
            return;
        }
        let day = |slot| strip.passed(slot, row).and_then(Day::read_bytes);
        let discharge = strip
            .passed(roles.discharge, row)
            .map(|cell| strip.text(cell));
        let person = Person {
            birth: day(roles.birth),
            death: between::died_by_discharge(
                &discharge.unwrap_or_default(),
                day(roles.ddischarge),
            ),
            cid: packed_cid(cid),
        };
        own.persons.push(person_entry(
            hash,
            self.member.place(number),
            Updated::of(updated),
            &person,
        ));
    }

    /// Whether the service of a row is there, and of its day.
    fn service(&self, strip: &Strip, row: usize, hash: Hash, on: Option<Day>, own: &mut Own) {
        let asks = self.table.between().contains(&Code::NoService);
        let Some(services) = self.look.services.as_ref().filter(|_| asks) else {
            return;
        };
        let services = services.find(&hash);
        if services.is_empty() {
            self.find_at(own, strip, row, self.roles.seq, Code::NoService);
        } else if on.is_some_and(|on| differ(services, on)) {
            self.find_at(own, strip, row, self.roles.event, Code::ServiceDate);
        }
    }

    /// Whether district and tambon are among the caller's (RV-02).
    fn area(&self, strip: &Strip, row: usize, own: &mut Own) {
        let Some(areas) = self.areas else { return };
        let cells = self
            .roles
            .area
            .map(|slot| strip.passed(slot, row).map(|cell| strip.text(cell)));
        if let [Some(changwat), Some(ampur), tambon] = &cells
            && let Some(column) = areas.unknown(changwat, ampur, tambon.as_deref())
        {
            let rank = self.ranks.column(column.name);
            self.find(own, strip.row(row), rank, Code::NoSuchArea);
        }
    }
}

impl Strip<'_> {
    /// Hashes the cells of the column at a place into the keys of their rows.
    fn hash<'a, H: Hashes>(
        &self,
        keys: &mut [Option<H>],
        at: usize,
        placed: &Placed,
        cells: impl Iterator<Item = impl Cell<'a>>,
    ) {
        for ((key, failed), cell) in keys.iter_mut().zip(&self.failed).zip(cells) {
            let passed = key.filter(|_| failed >> at & 1 == 0);
            *key = passed.and_then(|key| with_cell(key, self, placed, cell));
        }
    }

    /// With a cell as UTF-8, so that members written in one or the other are looked up together.
    #[inline]
    fn hashed<H: Hashes>(&self, hash: H, cell: &[u8]) -> H {
        if self.encoding == Encoding::Utf8 || cell.is_ascii() {
            hash.cell(cell)
        } else {
            hash.cell(self.encoding.read(cell).as_bytes())
        }
    }
}

/// A key with one more cell that passed; none where it is empty.
#[inline]
fn with_cell<'a, H: Hashes>(
    key: H,
    strip: &Strip,
    Placed { column, folds, .. }: &Placed,
    cell: impl Cell<'a>,
) -> Option<H> {
    if let Some(short) = cell.short()
        && !cell.has_space()
        && !(*folds && short.may_be_folded())
    {
        return (short.size() > 0).then(|| key.short(short));
    }
    let cell = trim_bytes(cell.bytes());
    (!cell.is_empty()).then(|| {
        if *folds {
            key.cell(column.in_key(&strip.text(cell)).as_bytes())
        } else {
            strip.hashed(key, cell)
        }
    })
}

/// A hash for each row in which no cell is yet; none for a row with the wrong number of fields.
fn unhashed<H: Hashes>(strip: &Strip, empty: H) -> Vec<Option<H>> {
    let failed = strip.failed.iter();
    failed
        .map(|failed| (*failed != RAGGED).then_some(empty))
        .collect()
}

/// Whether the cells of a column may be others in a key than they stand there.
fn is_code(column: &Column) -> bool {
    column.kind == Some(Kind::Icd10) || column.name == "PPSPECIAL"
}

/// Whether a date by its type, written out, is after the years of the library: in the future of any day.
fn is_beyond(cell: &[u8]) -> bool {
    cell.get(..4).is_some_and(|year| year > b"2399".as_slice())
}

/// Whether even as many characters as bytes are not too many.
fn is_short(column: &Column, cell: &[u8]) -> bool {
    column
        .width
        .is_none_or(|width| cell.len() <= usize::from(width))
}

/// Whether a cell with it has not passed.
pub(crate) fn is_error(code: Code, column: &Column) -> bool {
    code.severity(Some(column), true) == bosoto::record::Severity::Error
}
