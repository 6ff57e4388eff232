//! Strings that may hold personal data, and whole numbers as the wire has them.

use std::fmt;

use lean_string::LeanStr;
use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::characters::is_blank;
use super::shape::{Chars, Shaped, Ty, a_text};

/// A string that may hold personal data (a name, an address, a note): serialised as it is, never
/// shown by `Debug`.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Private(LeanStr);

impl Private {
    /// The string itself, for those with a duty to see it.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to read in it ([`is_blank`]).
    pub fn is_blank(&self) -> bool {
        is_blank(&self.0)
    }
}

impl Shaped for Private {
    const TY: Ty = Ty::Text(Chars::PRIVATE);
    a_text!(reveal);
}

impl From<&str> for Private {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

/// `Debug` of types of which everything is personal, dates and numbers too: it shows nothing.
macro_rules! withheld {
    ($($type:ty),+ $(,)?) => { $(
        impl std::fmt::Debug for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("[withheld]")
            }
        }
    )+ };
}
pub(crate) use withheld;

withheld!(Private);

/// A whole number as JSON has it: `30` and `30.0` are the same number. Whether it makes sense is
/// for the rules to judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Whole(pub i64);

/// The largest whole number that every JSON reader keeps exactly (2⁵³ − 1).
pub const LARGEST_WHOLE: i64 = 9_007_199_254_740_991;

impl Whole {
    /// As a positive count up to `most`, or nothing.
    pub fn count(self, most: u32) -> Option<u32> {
        u32::try_from(self.0)
            .ok()
            .filter(|count| (1..=most).contains(count))
    }

    fn checked<E: Error>(number: i64) -> Result<Self, E> {
        if (-LARGEST_WHOLE..=LARGEST_WHOLE).contains(&number) {
            Ok(Self(number))
        } else {
            Err(E::invalid_type(Unexpected::Signed(number), &WholeVisitor))
        }
    }
}

impl From<i32> for Whole {
    fn from(number: i32) -> Self {
        Self(number.into())
    }
}

impl From<u32> for Whole {
    fn from(number: u32) -> Self {
        Self(number.into())
    }
}

struct WholeVisitor;

impl Visitor<'_> for WholeVisitor {
    type Value = Whole;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Whole, E> {
        Whole::checked(number)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Whole, E> {
        let number = i64::try_from(number)
            .map_err(|_| E::invalid_type(Unexpected::Unsigned(number), &self))?;
        Whole::checked(number)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Whole, E> {
        // Exact: a float without a fraction below 2^53 is an integer.
        if number.fract() == 0.0 && number.abs() <= LARGEST_WHOLE as f64 {
            Ok(Whole(number as i64))
        } else {
            Err(E::invalid_type(Unexpected::Float(number), &self))
        }
    }
}

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_i64(WholeVisitor)
    }
}

impl Shaped for Whole {
    const TY: Ty = Ty::Integer {
        min: -LARGEST_WHOLE,
        max: LARGEST_WHOLE,
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_may_be_written_as_floats_without_a_fraction() {
        assert_eq!(serde_json::from_str::<Whole>("30.0").unwrap(), Whole(30));
        assert_eq!(serde_json::from_str::<Whole>("-1").unwrap(), Whole(-1));
        assert!(serde_json::from_str::<Whole>("30.5").is_err());
        assert!(serde_json::from_str::<Whole>("9007199254740992").is_err());
        assert!(serde_json::from_str::<Whole>("1e300").is_err());
    }

    #[test]
    fn private_strings_are_not_shown() {
        assert_eq!(format!("{:?}", Private::from("สมชาย")), "[withheld]");
    }
}
