//! Keys as hashes: rows that have one key, and rows that are looked up by theirs.
//!
//! What is looked up is an entry of a few words of 32 bits, the first of them its hash; entries lie in buckets by its first
//! byte, so that all threads can add to them, and each bucket fits into the processor's cache when it is gone through. The
//! keys of a table's own rows are a number each, in buckets too, but those of some rows for themselves: nobody adds to them.

use std::hint::black_box;
use std::num::NonZeroU64;
use std::sync::{Mutex, PoisonError};

use bosoto::base::order;
use bosoto::record::Short;

/// The hash of a key that is looked up: 96 bits stand for the key itself.
pub(crate) type Hash = [u32; 3];

/// What the cells of a key are hashed into, one after the other.
pub(crate) trait Hashes: Copy {
    /// With one more cell; its length is hashed too, so that cells cannot run into each other.
    fn cell(self, cell: &[u8]) -> Self;

    /// The same with a cell that is a number: it hashes as its bytes do.
    #[inline]
    fn short(self, cell: Short) -> Self {
        let bytes = cell.number().to_le_bytes();
        let end = cell.size().wrapping_add(4);
        self.cell(bytes.get(4..end).unwrap_or_default())
    }
}

/// The hash of a row's own key: 64 bits, of which 59 are kept, are enough, since rows with equal ones are compared by value.
#[derive(Clone, Copy)]
pub(crate) struct OwnHash(NonZeroU64);

impl OwnHash {
    pub const EMPTY: Self = Self(NonZeroU64::MAX);

    /// The hash of the cells so far: once more folded, so that those of keys in order lie in all buckets alike.
    #[inline]
    pub fn done(self) -> u64 {
        folded(self.0.get(), 0xd6e8_feb8_6659_fd93)
    }

    #[inline]
    fn words(self, [a, b]: [u64; 2]) -> Self {
        let hash = folded(self.0.get() ^ a, 0x9e37_79b9_7f4a_7c15 ^ b);
        Self(NonZeroU64::MIN | hash)
    }
}

impl Hashes for OwnHash {
    #[inline]
    fn cell(self, cell: &[u8]) -> Self {
        if let Some(short) = Short::of(cell) {
            return self.short(short);
        }
        let (words, rest) = cell.as_chunks::<8>();
        let words = words.iter().map(|word| u64::from_le_bytes(*word));
        words
            .chain([tail(rest)])
            .fold(self, |hash, word| hash.words([word, 0]))
    }

    #[inline]
    fn short(self, cell: Short) -> Self {
        let number = cell.number();
        self.words([number as u64, (number >> 64) as u64])
    }
}

const BUCKETS: usize = 1 << BUCKET_BITS;

const BUCKET_BITS: u32 = 8;

/// Hashes the cells of a key, one after the other.
#[derive(Clone, Copy)]
pub(crate) struct Hasher {
    a: u64,
    b: u64,
}

impl Hasher {
    pub const fn new() -> Self {
        Self {
            a: 0x243f_6a88_85a3_08d3,
            b: 0x1319_8a2e_0370_7344,
        }
    }

    #[inline]
    fn word(self, word: u64) -> Self {
        Self {
            a: folded(self.a ^ word, 0x9e37_79b9_7f4a_7c15),
            b: folded(self.b.wrapping_add(word), 0xc2b2_ae3d_27d4_eb4f),
        }
    }

    /// The hash of the cells so far.
    #[inline]
    pub fn done(&self) -> Hash {
        let a = folded(self.a ^ self.b.rotate_left(32), 0xd6e8_feb8_6659_fd93);
        let b = folded(self.b ^ a, 0xa076_1d64_78bd_642f);
        [(a >> 32) as u32, a as u32, b as u32]
    }
}

impl Hashes for Hasher {
    #[inline]
    fn cell(mut self, cell: &[u8]) -> Self {
        let (words, rest) = cell.as_chunks::<8>();
        for word in words {
            self = self.word(u64::from_le_bytes(*word));
        }
        self.word(tail(rest))
    }
}

/// Fewer than eight bytes and how many they are, as one number.
#[inline]
fn tail(bytes: &[u8]) -> u64 {
    let length = (0x80 | bytes.len() as u64) << 56;
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        // They overlap, which only says a byte twice: at most seven are to be told.
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return length | u64::from(first) | (u64::from(last) >> 8) << 32;
    }
    let mut number = length;
    for (place, byte) in bytes.iter().enumerate() {
        number |= u64::from(*byte) << (place as u32).wrapping_mul(8);
    }
    number
}

/// The two halves of a product, one on the other.
#[inline]
fn folded(value: u64, by: u64) -> u64 {
    let product = u128::from(value).wrapping_mul(u128::from(by));
    (product as u64) ^ ((product >> 64) as u64)
}

fn bucket_of<const N: usize>(entry: &[u32; N]) -> usize {
    entry.first().map_or(0, |word| (word >> 24) as usize)
}

fn hash_of<const N: usize>(entry: &[u32; N]) -> Option<&Hash> {
    entry.first_chunk()
}

/// Entries as all threads add to them.
pub(crate) struct Buckets<const N: usize>(Vec<Mutex<Vec<[u32; N]>>>);

impl<const N: usize> Buckets<N> {
    pub fn new() -> Self {
        Self((0..BUCKETS).map(|_| Mutex::default()).collect())
    }

    /// Adds the entries of a block; they are put in the order of their buckets first, so that each is locked once.
    pub fn add(&self, entries: &[[u32; N]]) {
        let items = entries.iter().map(|entry| (bucket_of(entry), *entry));
        let (ordered, _) = by_bucket(items, [0; N]);
        for same in ordered.chunk_by(|a, b| bucket_of(a) == bucket_of(b)) {
            let bucket = same.first().and_then(|entry| self.0.get(bucket_of(entry)));
            if let Some(bucket) = bucket {
                let mut bucket = bucket.lock().unwrap_or_else(PoisonError::into_inner);
                append(&mut bucket, same);
            }
        }
    }

    /// What was added, bucket by bucket.
    pub fn done(self) -> Vec<Vec<[u32; N]>> {
        let buckets = self.0.into_iter();
        buckets
            .map(|bucket| bucket.into_inner().unwrap_or_else(PoisonError::into_inner))
            .collect()
    }

    /// The same, and nothing is left in it.
    pub fn take(&mut self) -> Vec<Vec<[u32; N]>> {
        std::mem::replace(self, Self::new()).done()
    }

    /// The buckets, each to be put in order.
    pub fn buckets(&mut self) -> Vec<&mut Vec<[u32; N]>> {
        let buckets = self.0.iter_mut();
        buckets
            .map(|bucket| bucket.get_mut().unwrap_or_else(PoisonError::into_inner))
            .collect()
    }
}

/// Items, each given with its bucket, in the order of their buckets, and where those of each end: they are counted, then each
/// is put in its place, where `none` lies until then.
fn by_bucket<E: Copy>(
    items: impl Iterator<Item = (usize, E)> + Clone,
    none: E,
) -> (Vec<E>, [u32; BUCKETS]) {
    let mut places = [0_u32; BUCKETS];
    for (bucket, _) in items.clone() {
        if let Some(count) = places.get_mut(bucket) {
            *count = count.wrapping_add(1);
        }
    }
    let mut before = 0_u32;
    for place in &mut places {
        let count = std::mem::replace(place, before);
        before = before.wrapping_add(count);
    }
    let mut ordered = vec![none; before as usize];
    for (bucket, item) in items {
        if let Some(place) = places.get_mut(bucket) {
            if let Some(into) = ordered.get_mut(*place as usize) {
                *into = item;
            }
            *place = place.wrapping_add(1);
        }
    }
    (ordered, places)
}

/// So many entries are a long list.
const LONG: usize = 8_192;

/// Adds entries; a long list grows by an eighth, not to its double, since memory counts here.
fn append<const N: usize>(bucket: &mut Vec<[u32; N]>, entries: &[[u32; N]]) {
    let free = bucket.capacity().saturating_sub(bucket.len());
    if free < entries.len() {
        let more = match bucket.len() {
            short @ ..LONG => short,
            long => long / 8,
        };
        let more = more.max(entries.len()).max(16);
        bucket.reserve_exact(more);
    }
    bucket.extend_from_slice(entries);
}

/// How many rows [`StripKeys`] hold at most.
pub(crate) const STRIP: usize = 1 << STRIP_BITS;

const STRIP_BITS: u32 = 13;

/// The keys of some rows that follow each other, put in the order of their buckets. Each is one number: the bits of its hash
/// below those that tell the bucket, and the row among these rows in the lowest.
pub(crate) struct StripKeys {
    keys: Vec<u64>,
    /// Where the keys of each bucket end.
    ends: [u32; BUCKETS],
    /// The number of the first row, from 0.
    first: u32,
}

impl StripKeys {
    /// Of the hashes of rows, no more than [`STRIP`], of which some have none.
    pub fn of(first: u32, hashes: impl Iterator<Item = Option<u64>> + Clone) -> Self {
        let rows = (0_u64..).zip(hashes).take(STRIP);
        let keys = rows.filter_map(|(row, hash)| {
            let hash = hash?;
            let bucket = hash >> (u64::BITS - BUCKET_BITS);
            let key = (hash << BUCKET_BITS) & (u64::MAX << STRIP_BITS) | row;
            Some((bucket as usize, key))
        });
        let (keys, ends) = by_bucket(keys, 0);
        Self { keys, ends, first }
    }

    fn bucket(&self, bucket: usize) -> &[u64] {
        let end = |bucket: usize| Some(*self.ends.get(bucket)? as usize);
        let begin = bucket.checked_sub(1).and_then(end).unwrap_or(0);
        let keys = end(bucket).and_then(|end| self.keys.get(begin..end));
        keys.unwrap_or_default()
    }

    /// Of each key of a bucket its hash, as far as it is kept, and its row.
    fn told(&self, bucket: usize) -> impl Iterator<Item = (u64, u32)> {
        self.bucket(bucket).iter().map(|key| {
            let row = *key as u32 & !(u32::MAX << STRIP_BITS);
            (key >> STRIP_BITS, self.first.wrapping_add(row))
        })
    }
}

/// The rows whose hash another row has too, each bucket's in order.
pub(crate) fn twins(strips: &[StripKeys]) -> Vec<Vec<u32>> {
    let rows = strips.iter().map(|strip| strip.keys.len()).sum();
    let of_bucket = |bucket| twins_in(strips, bucket);
    crate::threads::each_of_many(rows, (0..BUCKETS).collect(), of_bucket)
}

/// The same of one bucket. Nearly all rows are alone in their place among many, which a bit for each place shows; only the
/// others are compared.
fn twins_in(strips: &[StripKeys], bucket: usize) -> Vec<u32> {
    let keys = || strips.iter().flat_map(|strip| strip.told(bucket));
    let count = strips.iter().map(|strip| strip.bucket(bucket).len()).sum();
    let mut taken = Places::for_entries(count);
    let mut shared = Places::for_entries(count);
    keys().for_each(|(hash, _)| {
        if taken.take(hash as u32) {
            shared.take(hash as u32);
        }
    });
    let near = keys().filter(|(hash, _)| shared.is_taken(*hash as u32));
    let mut near: Vec<(u64, u32)> = near.collect();
    order::sort(&mut near);
    let hashes = near.chunk_by(|(a, _), (b, _)| a == b);
    let twins = hashes.filter(|same| same.len() > 1).flatten();
    let mut rows: Vec<u32> = twins.map(|(_, row)| *row).collect();
    rows.sort_unstable();
    rows
}

/// Places, of which each is taken or not: a bit for each.
struct Places(Vec<u64>);

impl Places {
    /// Thirty-two for each entry: hardly two of them share one.
    fn for_entries(count: usize) -> Self {
        Self(vec![0; count.div_ceil(2).next_power_of_two()])
    }

    /// The place of a hash: its word among the others, its bit in it.
    #[inline]
    fn place(&self, hash: u32) -> (usize, u64) {
        let last = self.0.len().wrapping_sub(1);
        ((hash >> 6) as usize & last, 1 << (hash & 63))
    }

    /// Takes the place of a hash; whether it was taken.
    #[inline]
    fn take(&mut self, hash: u32) -> bool {
        let (word, bit) = self.place(hash);
        let Some(word) = self.0.get_mut(word) else {
            return false;
        };
        let was_taken = *word & bit != 0;
        *word |= bit;
        was_taken
    }

    #[inline]
    fn is_taken(&self, hash: u32) -> bool {
        let (word, bit) = self.place(hash);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }
}

/// So many entries are looked at one by one.
const FEW: usize = 16;

/// Entries that are found by their hash.
pub(crate) struct Index<const N: usize>(Vec<Sorted<N>>);

/// A bucket in order, and where in it the entries begin whose hash begins in one of several ways.
struct Sorted<const N: usize> {
    entries: Vec<[u32; N]>,
    starts: Vec<u32>,
    shift: u32,
}

impl<const N: usize> Index<N> {
    /// Of buckets; `chosen` leaves of each what is to be found, once it is in order.
    pub fn of(buckets: Vec<Vec<[u32; N]>>, chosen: impl Fn(&mut Vec<[u32; N]>) + Sync) -> Self {
        let sorted = crate::threads::each_bucket(buckets, |mut entries| {
            entries.sort_unstable();
            chosen(&mut entries);
            Sorted::of(entries)
        });
        Self(sorted)
    }

    /// Every entry with this hash, in order.
    #[inline]
    pub fn find(&self, hash: &Hash) -> &[[u32; N]] {
        match self.0.get(bucket_of(hash)) {
            Some(bucket) => bucket.find(hash),
            None => &[],
        }
    }

    /// Reads where many hashes will be found, so that the processor waits for memory once and not at each of them.
    pub fn warm(&self, hashes: impl Iterator<Item = Hash> + Clone) {
        let bucket = |hash: &Hash| self.0.get(bucket_of(hash));
        let starts = hashes
            .clone()
            .filter_map(|hash| bucket(&hash)?.starts(&hash));
        black_box(starts.fold(0, |sum, [begin, _]| sum ^ begin));
        let near = hashes.filter_map(|hash| Some(bucket(&hash)?.near(&hash)));
        let words = near.flat_map(|near| near.iter().take(FEW));
        let words = words.filter_map(|entry| entry.last());
        black_box(words.fold(0, |sum, word| sum ^ word));
    }
}

impl<const N: usize> Sorted<N> {
    fn of(entries: Vec<[u32; N]>) -> Self {
        // About two entries to each start, of the 24 bits of the first word that the bucket leaves.
        let bits = (entries.len() / 2).max(1).ilog2().min(20);
        let shift = 24_u32.wrapping_sub(bits);
        let mut starts = Vec::with_capacity((1_usize << bits).wrapping_add(1));
        for (at, entry) in entries.iter().enumerate() {
            let slot = slot_of(entry, shift);
            while starts.len() <= slot {
                starts.push(at as u32);
            }
        }
        while starts.len() <= 1 << bits {
            starts.push(entries.len() as u32);
        }
        Self {
            entries,
            starts,
            shift,
        }
    }

    /// Where the few entries begin and end among which a hash stands, if it does.
    #[inline]
    fn starts(&self, hash: &Hash) -> Option<&[u32; 2]> {
        let slot = slot_of(hash, self.shift);
        self.starts.get(slot..)?.first_chunk()
    }

    #[inline]
    fn near(&self, hash: &Hash) -> &[[u32; N]] {
        let near = self.starts(hash).and_then(|[begin, end]| {
            let entries = *begin as usize..*end as usize;
            self.entries.get(entries)
        });
        near.unwrap_or_default()
    }

    #[inline]
    fn find(&self, hash: &Hash) -> &[[u32; N]] {
        let near = self.near(hash);
        // One key may have thousands of entries: they are not gone through for each that asks.
        if near.len() > FEW {
            let begin = near.partition_point(|entry| hash_of(entry) < Some(hash));
            let end = near.partition_point(|entry| hash_of(entry) <= Some(hash));
            return near.get(begin..end).unwrap_or_default();
        }
        let Some(first) = near.iter().position(|entry| hash_of(entry) == Some(hash)) else {
            return &[];
        };
        let from = near.get(first..).unwrap_or_default();
        let other = from.iter().position(|entry| hash_of(entry) != Some(hash));
        from.get(..other.unwrap_or(from.len())).unwrap_or_default()
    }
}

#[inline]
fn slot_of<const N: usize>(entry: &[u32; N], shift: u32) -> usize {
    entry
        .first()
        .map_or(0, |word| ((word & 0x00ff_ffff) >> shift) as usize)
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests {
    use std::collections::{BTreeMap, HashSet};

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn cells_do_not_run_into_each_other() {
        let hash = |cells: &[&str]| {
            let hasher = Hasher::new();
            let hash = cells
                .iter()
                .fold(hasher, |hash, cell| hash.cell(cell.as_bytes()));
            let own = cells
                .iter()
                .fold(OwnHash::EMPTY, |hash, cell| hash.cell(cell.as_bytes()));
            (hash.done(), own.done())
        };
        let mut seen = HashSet::new();
        let zeros = "\0".repeat(20);
        for length in 0..20 {
            assert!(seen.insert(hash(&[&zeros[..length]])));
            assert!(seen.insert(hash(&[&zeros[..length], ""])));
        }
        for number in 0..100_000 {
            assert!(seen.insert(hash(&["10670", &number.to_string()])));
        }
        assert_ne!(hash(&["12", "3"]), hash(&["1", "23"]));
    }

    #[test]
    fn numbers_in_order_lie_in_all_buckets_alike() {
        for first in ["10670", "", "3100600445635"] {
            let hash = |number: u32, width: usize| {
                let own = OwnHash::EMPTY.cell(first.as_bytes());
                Some(own.cell(format!("{number:0width$}").as_bytes()).done())
            };
            for width in [1, 6, 10, 15] {
                let hashes: Vec<_> = (0..STRIP as u32)
                    .map(|number| hash(number, width))
                    .collect();
                let strip = StripKeys::of(0, hashes.into_iter());
                let counts = (0..BUCKETS).map(|bucket| strip.bucket(bucket).len());
                let most = counts.max().unwrap_or_default();
                assert!(most < 3 * STRIP / BUCKETS, "{first} {width}: {most}");
            }
        }
    }

    proptest! {
        #[test]
        fn a_cell_hashes_alike_as_a_number_and_as_bytes(first in "[a-z0-9]{0,20}", cell in "[ -~ก-๙]{0,12}") {
            let Some(short) = Short::of(cell.as_bytes()) else { return Ok(()) };
            let look_up = Hasher::new().cell(first.as_bytes());
            prop_assert_eq!(look_up.short(short).done(), look_up.cell(cell.as_bytes()).done());
            let own = OwnHash::EMPTY.cell(first.as_bytes());
            prop_assert_eq!(own.short(short).done(), own.cell(cell.as_bytes()).done());
        }

        #[test]
        fn what_was_put_in_is_found(words in prop::collection::vec((0_u32..4, 0_u32..3, 0_u32..9), 0..200), spread in 0_u32..32) {
            let entry = |(at, (a, b, value)): (usize, &(u32, u32, u32))| [a.rotate_right(spread), *b, 7, at as u32, *value];
            let entries: Vec<[u32; 5]> = words.iter().enumerate().map(entry).collect();
            let mut expected = BTreeMap::<Hash, Vec<[u32; 5]>>::new();
            for entry in &entries {
                expected.entry(*hash_of(entry).unwrap()).or_default().push(*entry);
            }
            let buckets = Buckets::new();
            let half = entries.len() / 2;
            buckets.add(&entries[half..]);
            buckets.add(&entries[..half]);
            let index = Index::of(buckets.done(), |_| {});
            for (hash, entries) in &expected {
                prop_assert_eq!(index.find(hash), entries.as_slice());
            }
            prop_assert!(index.find(&[9_u32.rotate_right(spread), 9, 9]).is_empty());
        }

        #[test]
        fn what_many_rows_share_is_found(counts in prop::collection::vec(0_u32..60, 1..6), spread in 0_u32..32) {
            let rows = |(a, count): (u32, u32)| (0..count).map(move |at| [a.rotate_right(spread), a, 7, at]);
            let entries: Vec<[u32; 4]> = (0..).zip(counts.iter().copied()).flat_map(rows).collect();
            let buckets = Buckets::new();
            buckets.add(&entries);
            let index = Index::of(buckets.done(), |_| {});
            for (a, count) in (0_u32..).zip(counts) {
                let hash = [a.rotate_right(spread), a, 7];
                let expected: Vec<_> = rows((a, count)).collect();
                prop_assert_eq!(index.find(&hash), expected);
                prop_assert!(index.find(&[hash[0], a, 8]).is_empty());
            }
        }

        #[test]
        fn twins_are_rows_with_one_hash(words in prop::collection::vec(prop::option::of((0_u64..5, 0_u64..5)), 0..60), spread in 0_u32..64, length in 1_usize..60) {
            // Of a hash the lowest bits are not kept.
            let hash = |(a, b): (u64, u64)| a << 56 | (b << 8).rotate_right(spread) & !0 >> 8 & !0 << 5;
            let hashes: Vec<_> = words.iter().map(|word| word.map(hash)).collect();
            let strips = (0_u32..).step_by(length).zip(hashes.chunks(length));
            let strips: Vec<_> = strips.map(|(first, hashes)| StripKeys::of(first, hashes.iter().copied())).collect();
            let found = twins(&strips);
            prop_assert!(found.iter().all(|rows| rows.is_sorted()));
            let mut found: Vec<u32> = found.into_iter().flatten().collect();
            found.sort_unstable();
            let alike = |hash: &Option<u64>| hashes.iter().filter(|other| *other == hash).count();
            let expected = (0_u32..).zip(&hashes).filter(|(_, hash)| hash.is_some() && alike(hash) > 1);
            prop_assert_eq!(found, expected.map(|(row, _)| row).collect::<Vec<_>>());
        }
    }
}
