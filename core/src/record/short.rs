//! Cells as engines over columns hold them: a look at a short one, which is a number, needs no memory beside it.
//!
//! This room does not know what a cell has to be.

use crate::base::characters::digits;

/// A cell as it lies in memory, with the spaces around it.
pub trait Cell<'a>: Copy {
    /// Its bytes.
    fn bytes(self) -> &'a [u8];

    /// The cell as a number, where it lies there as one; what answers none is looked at by its bytes.
    #[inline]
    fn short(self) -> Option<Short> {
        None
    }

    /// A number that two cells of a column share only where they are the same; none where there is none at hand.
    #[inline]
    fn mark(self) -> Option<u128> {
        None
    }

    /// How many bytes it has.
    #[inline]
    fn size(self) -> usize {
        self.bytes().len()
    }

    /// The first of them.
    #[inline]
    fn first(self) -> Option<u8> {
        self.bytes().first().copied()
    }

    /// Whether a space stands before or behind it.
    #[inline]
    fn has_space(self) -> bool {
        matches!(self.bytes(), [b' ', ..] | [.., b' '])
    }
}

impl<'a> Cell<'a> for &'a [u8] {
    #[inline]
    fn bytes(self) -> &'a [u8] {
        self
    }
}

/// A cell of at most twelve bytes as a number: how many they are in its lowest four bytes, then themselves, then zeros.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Short(u128);

impl Short {
    /// The most bytes.
    pub const MOST: usize = 12;

    /// Of the sixteen bytes of such a number; what stands behind the cell is whoever wrote them's. None where the cell is
    /// longer.
    #[inline]
    #[must_use]
    pub fn read(view: &[u8; 16]) -> Option<Self> {
        let view = u128::from_le_bytes(*view);
        let kept = KEPT.get(view as u32 as usize)?;
        Some(Self(view & kept))
    }

    /// Of bytes; none where they are more.
    #[inline]
    #[must_use]
    pub fn of(cell: &[u8]) -> Option<Self> {
        let beyond = |most: usize| (most.wrapping_sub(cell.len()) as u32).wrapping_mul(8);
        let four = |bytes: Option<&[u8; 4]>| bytes.map_or(0, |four| u32::from_le_bytes(*four));
        let last = four(cell.last_chunk());
        // What is read twice is shifted away.
        let bytes = match cell.len() {
            0..4 => {
                let each = cell.iter().rev();
                each.fold(0, |number, byte| number << 8 | u128::from(*byte))
            }
            4..8 => {
                let second = last.checked_shr(beyond(8)).unwrap_or(0);
                u128::from(four(cell.first_chunk())) | u128::from(second) << 32
            }
            8..=Self::MOST => {
                let first = u64::from_le_bytes(*cell.first_chunk()?);
                let second = last.checked_shr(beyond(Self::MOST)).unwrap_or(0);
                u128::from(first) | u128::from(second) << 64
            }
            _ => return None,
        };
        Some(Self(bytes << 32 | cell.len() as u128))
    }

    /// The number.
    #[inline]
    #[must_use]
    pub const fn number(self) -> u128 {
        self.0
    }

    /// How many bytes the cell has.
    #[inline]
    #[must_use]
    pub const fn size(self) -> usize {
        self.0 as u32 as usize
    }

    /// Whether there may be a lower-case letter or a dot in it, which keys have otherwise.
    #[inline]
    #[must_use]
    pub const fn may_be_folded(self) -> bool {
        const EACH: u128 = u128::from_le_bytes([1; 16]) << 32;
        // Of ASCII, what has both bits is a lower-case letter or one of the few signs beside them.
        let lower = self.0 & self.0 << 1 & EACH << 6;
        let others = self.0 ^ EACH.wrapping_mul(b'.' as u128);
        let dots = others.wrapping_sub(EACH) & !others & EACH << 7;
        lower | dots != 0
    }

    /// Its first eight bytes, and the other four.
    const fn words(self) -> [u64; 2] {
        [(self.0 >> 32) as u64, (self.0 >> 96) as u64]
    }

    /// Whether it is so many digits and nothing else.
    #[inline]
    pub(super) fn is_digits(self, count: u8) -> bool {
        // Digits stand in for what is behind.
        const ZEROS: u64 = u64::from_ne_bytes([b'0'; 8]);
        let behind = |bytes: u8| {
            let bits = u32::from(bytes).wrapping_mul(8);
            ZEROS.checked_shl(bits).unwrap_or(0)
        };
        let [head, tail] = self.words();
        let head = head | behind(count.min(8));
        let tail = tail | behind(count.saturating_sub(8));
        self.size() == usize::from(count)
            && digits(head.to_le_bytes()).is_some()
            && digits(tail.to_le_bytes()).is_some()
    }
}

/// Of a cell of each size, the bits that are its own and its size's.
const KEPT: [u128; Short::MOST + 1] = [
    kept(0),
    kept(1),
    kept(2),
    kept(3),
    kept(4),
    kept(5),
    kept(6),
    kept(7),
    kept(8),
    kept(9),
    kept(10),
    kept(11),
    kept(12),
];

const fn kept(size: u32) -> u128 {
    !0 >> 96_u32.wrapping_sub(size.wrapping_mul(8))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_short_cell_is_what_its_bytes_are(cell in "[0-9]{0,14}|[ .a-zA-Z0-9]{0,14}|\\PC{0,5}", behind: [u8; 16]) {
            let bytes = cell.as_bytes();
            // Whoever made the number may have left something behind the cell.
            let size = (bytes.len() as u32).to_le_bytes();
            let written = size.iter().chain(bytes).chain(&behind);
            let view: Vec<u8> = written.copied().take(16).collect();
            let view: [u8; 16] = view.try_into().unwrap();
            let short = Short::read(&view);
            prop_assert_eq!(short.map(Short::number), Short::of(bytes).map(Short::number));
            prop_assert_eq!(short.is_some(), bytes.len() <= Short::MOST);
            let Some(short) = short else { return Ok(()) };
            prop_assert_eq!(short.size(), bytes.len());
            let are_digits = bytes.iter().all(u8::is_ascii_digit);
            for count in 0..=14 {
                let is_such = are_digits && bytes.len() == usize::from(count);
                prop_assert_eq!(short.is_digits(count), is_such);
            }
            let is_folded = bytes.iter().any(|byte| byte.is_ascii_lowercase() || *byte == b'.');
            prop_assert!(short.may_be_folded() || !is_folded);
            let is_plain = bytes.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
            prop_assert!(!(short.may_be_folded() && is_plain));
        }
    }
}
