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

use super::once;

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
            "the build script did not find this text: give it as a literal to `text!` or `wording!`"
        );
        match place {
            Some(place) => Self(place),
            None => Self::NONE,
        }
    }

    /// The words.
    pub fn words(self) -> &'static str {
        Table::whole().words(usize::from(self.0))
    }

    /// Whether it is another. For constants, which cannot compare otherwise.
    pub(crate) const fn is(self, other: Self) -> bool {
        self.0 == other.0
    }

    /// Whether there are no words.
    pub const fn is_none(self) -> bool {
        self.is(Self::NONE)
    }
}

/// A constant wording, `wording!("…")`.
macro_rules! wording {
    ($words:expr) => {
        const { $crate::base::wording::Wording::of($words) }
    };
}

pub(crate) use wording;

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

/// All wordings, unpacked.
struct Table {
    /// One behind the other, each with U+0000 after it.
    joined: String,
    /// Where each begins, and where the next would.
    begins: Vec<u32>,
}

impl Table {
    fn whole() -> &'static Self {
        static WHOLE: OnceLock<Table> = OnceLock::new();
        once::made(&WHOLE, Self::made)
    }

    fn made() -> Self {
        let mut joined = unpacked(PACKED);
        #[cfg(test)]
        joined.push_str(&unpacked(PACKED_OF_TESTS));
        joined.shrink_to_fit();
        let ends = joined.bytes().zip(1_u32..).filter(|(byte, _)| *byte == 0);
        let begins = std::iter::once(0).chain(ends.map(|(_, next)| next));
        let begins = begins.collect();
        Self { joined, begins }
    }

    fn words(&self, number: usize) -> &str {
        let words = match self.begins.get(number..).unwrap_or_default() {
            [begin, next, ..] => self
                .joined
                .get(*begin as usize..next.saturating_sub(1) as usize),
            _ => None,
        };
        words.unwrap_or_default()
    }
}

/// The wordings of a packed part, each with U+0000 after it.
fn unpacked(packed: &[u8]) -> String {
    let bytes = miniz_oxide::inflate::decompress_to_vec(packed).unwrap_or_default();
    let mut joined = String::from_utf8(bytes).unwrap_or_default();
    joined.push('\0');
    joined
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
        let table = Table::whole();
        let count = table.begins.len() - 1;
        assert!(count > 2_000 && count == PLACES.len() + OF_TESTS.len());
        for place in 0..count {
            let words = table.words(place);
            assert_eq!(usize::from(Wording::of(words).0), place, "{words}");
        }
        assert_eq!(Wording::NONE.words(), "");
        assert!(Wording::of("").is_none() && !Wording::of("ต้อง").is_none());
    }
}
