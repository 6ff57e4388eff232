//! By what a wording is found when the library is built. The build script reads this file too.

/// FNV-1a of 64 bits.
pub const fn of(bytes: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut rest = bytes;
    while let [byte, more @ ..] = rest {
        hash = (hash ^ *byte as u64).wrapping_mul(0x100_0000_01b3);
        rest = more;
    }
    hash
}
