//! Tables judged: each gone through once, persons and deaths before what looks them up.

mod judge;
mod keys;
mod look;
mod packed;
mod walk;

use std::collections::HashSet;

use bosoto::DataError;
use bosoto::base::order;
use bosoto::record::between::Earlier;
use bosoto::record::{Code, Codes, Day, Header, Table};

use self::judge::{Collected, Judge, Wants};
use self::keys::{Index, StripKeys, twins};
use self::look::{Look, Member, days_of_each, first_of_each, service_row};
use crate::error::changed;
use crate::options::Options;
use crate::rows::{Block, Encoding, Known, Layout, Stop, Supply};
use crate::source::Sheet;
use crate::threads;

pub(crate) use packed::{Packed, Ranks};
pub(crate) use walk::{Rows, walk, walk_with, within};

/// How many rows with a hash that another has are compared by value at a time.
const COMPARED: usize = if cfg!(test) { 2 } else { 500_000 };

/// A table that was judged.
#[derive(Debug)]
pub(crate) struct Judged {
    pub sheet: Sheet,
    pub layout: Layout,
    header: Header,
    pub ranks: Ranks,
    /// The number of its last row, from 1.
    last_row: u64,
    /// In order.
    pub found: Vec<Packed>,
}

impl Judged {
    /// Whether look-ups can be made in it; a member without a line is a table without rows.
    fn has_key(&self) -> bool {
        self.layout.is_empty || (self.layout.is_judged && self.header.has_key())
    }

    /// Opens its rows once more, for what this layout reads of them; an error where other columns stand there than were judged.
    pub fn open(&self, layout: &Layout) -> Result<Supply, DataError> {
        match self.layout.is_of(&self.sheet.place)? {
            true => layout.open(&self.sheet.place),
            false => Err(changed(self.layout.table)),
        }
    }

    /// An error where the last row has another number than when it was judged.
    pub fn expect(&self, last_row: u64) -> Result<(), DataError> {
        match last_row == self.last_row {
            true => Ok(()),
            false => Err(changed(self.layout.table)),
        }
    }
}

/// In which order the tables of a group are gone through, so that what is looked up is there.
const ORDER: [Table; 7] = [
    Table::Person,
    Table::Death,
    Table::Service,
    Table::Address,
    Table::DiagnosisOpd,
    Table::DiagnosisIpd,
    Table::Specialpp,
];

/// Judges tables, in the order given.
pub(crate) fn judge(sheets: Vec<Sheet>, options: &Options) -> Result<Vec<Judged>, DataError> {
    let mut judged = Vec::new();
    for (place, sheet) in sheets.into_iter().enumerate() {
        let layout = Layout::of(Known::Standard(sheet.table), &sheet.place)?;
        let header = Header::of(sheet.table, layout.names.iter().map(String::as_str));
        let ranks = Ranks::of(sheet.table);
        let found = of_table(&sheet, &layout, &header, &ranks, options.codes());
        let one = Judged {
            sheet,
            layout,
            header,
            ranks,
            last_row: 0,
            found,
        };
        judged.push((place, one));
    }
    order::sort_by_key(&mut judged, |(_, one)| one.sheet.group);
    for group in judged.chunk_by_mut(|(_, a), (_, b)| a.sheet.group == b.sheet.group) {
        let mut group: Vec<&mut Judged> = group.iter_mut().map(|(_, one)| one).collect();
        judge_group(&mut group, options)?;
    }
    order::sort_by_key(&mut judged, |(place, _)| *place);
    Ok(judged.into_iter().map(|(_, one)| one).collect())
}

/// The findings of row 0: the table itself.
fn of_table(
    sheet: &Sheet,
    layout: &Layout,
    header: &Header,
    ranks: &Ranks,
    codes: Codes,
) -> Vec<Packed> {
    let mut found = Vec::new();
    if sheet.has_suffix {
        found.push((0, Code::MemberName));
    }
    let is_text = !matches!(sheet.place, crate::rows::Place::Batches(_));
    let is_objects = layout.form == crate::rows::Form::Json;
    if layout.is_empty || (is_text && !is_objects && !layout.has_header) {
        found.push((0, Code::NoHeader));
    }
    if layout.is_judged {
        let of_header = header.findings();
        found.extend(of_header.map(|(column, code)| (ranks.column(column.name), code)));
    }
    let found = found.into_iter().filter(|(_, code)| codes.has(*code));
    let mut found: Vec<Packed> = found
        .map(|(column, code)| Packed::new(0, column, ranks.code(code)))
        .collect();
    found.sort_unstable();
    found
}

fn judge_group(group: &mut [&mut Judged], options: &Options) -> Result<(), DataError> {
    let mut look = Look::default();
    let codes = options.codes();
    for table in ORDER {
        let beside = group.iter().map(|one| one.sheet.table);
        let wants = Wants::of(table, beside, codes, options.areas.is_some());
        let (mut persons, mut deaths, mut services) = (Vec::new(), Vec::new(), Vec::new());
        let of_table = group.iter_mut().filter(|one| one.sheet.table == table);
        let of_table: Vec<_> = of_table.collect();
        let of = of_table.len();
        let mut is_complete = true;
        for (number, one) in of_table.into_iter().enumerate() {
            is_complete &= one.has_key();
            let collected = judge_table(one, Member { number, of }, &look, wants, options)?;
            persons.push(collected.persons.done());
            deaths.push(collected.deaths.done());
            services.push(collected.services.done());
        }
        if of > 0 && is_complete {
            if table == Table::Person && wants.persons {
                look.persons = Some(Index::of(joined(persons), first_of_each));
            } else if table == Table::Death && wants.deaths {
                look.deaths = Some(Index::of(joined(deaths), first_of_each));
            } else if table == Table::Service && wants.services {
                look.services = Some(Index::of(joined(services), days_of_each));
            }
        }
    }
    Ok(())
}

/// The buckets of several members, one on the other.
fn joined<const N: usize>(members: Vec<Vec<Vec<[u32; N]>>>) -> Vec<Vec<[u32; N]>> {
    let mut members = members.into_iter();
    let mut all = members.next().unwrap_or_default();
    for member in members {
        for (bucket, mut more) in all.iter_mut().zip(member) {
            bucket.append(&mut more);
        }
    }
    all
}

/// Judges a table; what it says to others.
fn judge_table(
    one: &mut Judged,
    member: Member,
    look: &Look,
    wants: Wants,
    options: &Options,
) -> Result<Collected, DataError> {
    let as_of = options.as_of.map(Day::from).or(one.sheet.stamp);
    loop {
        let mut collected = Collected::new();
        let judge = Judge::new(one, look, options.codes(), as_of, &collected, wants);
        let judge = judge.of_member(member).with_areas(options.areas.as_ref());
        let watch = options.watch.as_deref();
        let work = |block: &Block| (block.last_row(), judge.block(block));
        let blocks = match walk(&one.sheet.place, &one.layout, &Rows::All, watch, work) {
            Ok(blocks) => blocks,
            Err(Stop::NotUtf8) if one.layout.encoding == Encoding::Utf8 => {
                one.layout.encoding = Encoding::Windows874;
                continue;
            }
            Err(stop) => return Err(stop.error(one.layout.table)),
        };
        let mut keys = Vec::new();
        for (last_row, (found, of_block)) in blocks {
            one.last_row = one.last_row.max(last_row);
            one.found.extend(found);
            keys.extend(of_block);
        }
        between_rows(one, keys, &mut collected, wants)?;
        return Ok(collected);
    }
}

/// What is wrong between rows of one member: keys, services and citizen ids that are there twice.
fn between_rows(
    one: &mut Judged,
    keys: Vec<StripKeys>,
    collected: &mut Collected,
    wants: Wants,
) -> Result<(), DataError> {
    let key = one.ranks.column(one.sheet.table.key_name());
    let mut later = Vec::new();
    if wants.keys {
        let rows = duplicates(one, keys)?;
        later.extend(packed(one, &rows, key, Code::DuplicateKey));
    }
    if wants.cids {
        let rows = threads::each_bucket(collected.cids.take(), |mut bucket| {
            bucket.sort_unstable();
            differing(
                &bucket,
                |a, b| a.first_chunk::<2>() == b.first_chunk::<2>(),
                |[.., row, pid]| Some((*row, *pid)),
            )
        });
        let rows: Vec<u32> = rows.into_iter().flatten().collect();
        later.extend(packed(one, &rows, one.ranks.column("CID"), Code::CidTwice));
    }
    if wants.reused {
        let rows = threads::each_bucket(collected.services.buckets(), |bucket| {
            bucket.sort_unstable();
            differing(
                bucket,
                |a, b| a.first_chunk::<3>() == b.first_chunk::<3>(),
                service_row,
            )
        });
        let rows: Vec<u32> = rows.into_iter().flatten().collect();
        later.extend(packed(one, &rows, one.ranks.column("SEQ"), Code::SeqReused));
    }
    if !later.is_empty() {
        one.found.extend(later);
        // What was there is in order and stays so: this joins it with what is new.
        one.found.sort();
    }
    Ok(())
}

fn packed(one: &Judged, rows: &[u32], column: u8, code: Code) -> impl Iterator<Item = Packed> {
    let code = one.ranks.code(code);
    rows.iter()
        .map(move |row| Packed::new(u64::from(*row).saturating_add(1), column, code))
}

/// Of entries in order, the rows that have another value than an earlier one of their kind.
fn differing<const N: usize, T: PartialEq + Copy>(
    bucket: &[[u32; N]],
    alike: impl Fn(&[u32; N], &[u32; N]) -> bool,
    value: impl Fn(&[u32; N]) -> Option<(u32, T)>,
) -> Vec<u32> {
    let mut rows = Vec::new();
    for same in bucket.chunk_by(alike).filter(|same| same.len() > 1) {
        let mut earlier = None::<Earlier<T>>;
        for (row, value) in same.iter().filter_map(&value) {
            let differs = match &mut earlier {
                None => {
                    earlier = Some(Earlier::new(value));
                    false
                }
                Some(earlier) => earlier.differs(&value),
            };
            if differs {
                rows.push(row);
            }
        }
    }
    rows
}

/// The rows whose key an earlier row has: those with equal hashes are compared by value.
fn duplicates(one: &Judged, keys: Vec<StripKeys>) -> Result<Vec<u32>, DataError> {
    let twins = twins(&keys);
    // They are not needed when rows are read again.
    drop(keys);
    let mut rows = Vec::new();
    let mut asked = Vec::new();
    let last = twins.len();
    for (at, bucket) in twins.into_iter().enumerate() {
        asked.extend(bucket);
        let is_last = at.saturating_add(1) == last;
        if asked.len() >= COMPARED || (is_last && !asked.is_empty()) {
            asked.sort_unstable();
            rows.extend(repeated(one, &asked)?);
            asked.clear();
        }
    }
    Ok(rows)
}

/// Of some rows, those whose key an earlier one of them has.
fn repeated(one: &Judged, rows: &[u32]) -> Result<Vec<u32>, DataError> {
    let key: Vec<usize> = one
        .sheet
        .table
        .key()
        .filter_map(|column| one.layout.slot(column.name))
        .collect();
    let layout = one.layout.only(&key);
    let columns = layout
        .slots
        .iter()
        .map(|slot| one.sheet.table.column(slot.name));
    let columns: Vec<_> = columns.enumerate().collect();
    let keys_of = |block: &Block| {
        let own = within(rows, block.before, block.rows as u64);
        let keys = own.iter().map(|row| {
            let at = u64::from(*row).saturating_sub(block.before) as usize;
            let cells = columns.iter().map(|(slot, column)| {
                let cell = block.encoding().read(block.cell(&layout, *slot, at));
                column.map_or_else(String::new, |column| column.in_key(&cell).into_owned())
            });
            // No cell has a line end, so that joined cells are as different as the cells.
            (*row, cells.collect::<Vec<_>>().join("\n"))
        });
        keys.collect::<Vec<_>>()
    };
    let keys = walk(&one.sheet.place, &layout, &Rows::Some(rows), None, keys_of);
    let keys = keys.map_err(|stop| stop.error(one.layout.table))?;
    let mut seen = HashSet::new();
    let keys = keys.into_iter().flatten();
    Ok(keys
        .filter_map(|(row, key)| (!seen.insert(key)).then_some(row))
        .collect())
}
