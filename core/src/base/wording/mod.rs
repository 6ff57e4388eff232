//! The wordings of the library, in one compressed table: half a million bytes would be in every phone and jar
//! otherwise, with the address of each to be filled in when the library is loaded.
//!
//! A wording stands in the source where it is said. The build script gathers them all; while the library is
//! compiled each becomes its number in the table, and the table is unpacked when the first is read.
//!
//! This room does not know what the wordings say.

use std::fmt;
use std::hash::Hash;
use std::sync::OnceLock;

mod hash;

/// One constant wording: its number in the table.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Wording(u16);

/// The hash of each wording with its number, in the order of the hashes.
const PLACES: &[(u64, u16)] = include!(concat!(env!("OUT_DIR"), "/library.rs"));
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.deflate"));

/// What only the tests of this library say, behind the rest.
#[cfg(test)]
const OF_TESTS: &[(u64, u16)] = include!(concat!(env!("OUT_DIR"), "/tests.rs"));
#[cfg(test)]
static PACKED_OF_TESTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tests.deflate"));

impl Wording {
    /// No words.
    pub const NONE: Self = Self(0);

    /// The wording of these words. Only for constants: it looks through the whole table.
    pub(crate) const fn of(words: &str) -> Self {
        let hash = hash::of(words.as_bytes());
        #[cfg(test)]
        if let Some(place) = find(OF_TESTS, hash) {
            return Self(place);
        }
        let place = find(PLACES, hash);
        assert!(
            place.is_some(),
            "the build script did not find this text: give it as literals to `text!`"
        );
        match place {
            Some(place) => Self(place),
            None => Self::NONE,
        }
    }

    /// The words.
    pub fn words(self) -> &'static str {
        table()
            .get(usize::from(self.0))
            .copied()
            .unwrap_or_default()
    }

    /// Whether there are no words.
    pub const fn is_none(self) -> bool {
        self.0 == Self::NONE.0
    }
}

/// The number that stands beside a hash.
const fn find(places: &[(u64, u16)], hash: u64) -> Option<u16> {
    let mut rest = places;
    while let Some((middle, _)) = rest.split_at(rest.len() / 2).1.split_first() {
        if middle.0 == hash {
            return Some(middle.1);
        }
        let (before, after) = rest.split_at(rest.len() / 2);
        rest = if hash < middle.0 {
            before
        } else {
            after.split_at(1).1
        };
    }
    None
}

/// All wordings by their numbers, unpacked when the first is read.
fn table() -> &'static [&'static str] {
    static TABLE: OnceLock<Vec<&'static str>> = OnceLock::new();
    TABLE.get_or_init(|| {
        #[cfg_attr(not(test), allow(unused_mut))]
        let mut all = unpacked(PACKED);
        #[cfg(test)]
        all.extend(unpacked(PACKED_OF_TESTS));
        all
    })
}

fn unpacked(packed: &[u8]) -> Vec<&'static str> {
    let bytes = miniz_oxide::inflate::decompress_to_vec(packed).unwrap_or_default();
    let joined: &'static str = String::from_utf8(bytes).unwrap_or_default().leak();
    joined.split('\0').collect()
}

impl fmt::Debug for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.words().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wording_is_found_by_its_words() {
        let all = table();
        assert!(all.len() > 2_000 && all.len() == PLACES.len() + OF_TESTS.len());
        for (place, words) in all.iter().enumerate() {
            assert_eq!(usize::from(Wording::of(words).0), place, "{words}");
        }
        assert_eq!(Wording::NONE.words(), "");
        assert!(Wording::of("").is_none() && !Wording::of("ต้อง").is_none());
    }
}
