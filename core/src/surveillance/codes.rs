//! The codes that tell an SMI-V person: diagnoses (SV-01) and those of SPECIALPP, compared whole (SV-04).

use super::rules::{SV_01, SV_04};
use crate::base::icd10::Icd10;
use crate::base::rule::{Applied, applies};
use crate::record::trim;

pub(super) const APPLIES: [Applied; 2] = [applies(&SV_01), applies(&SV_04)];

/// What a SPECIALPP code of these rules says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Special {
    /// 1B030 to 1B033: violence, by which a person is SMI-V and which may be repeated (SV-01, SV-03).
    Violence,
    /// 1B037: a follow-up (SV-02).
    FollowUp,
    /// 1B034, cancelled in the Ministry's list: a warning (SV-04).
    B034,
    /// 1B036: a warning, of an SMI-V person (SV-04).
    B036,
    /// 1B038, withdrawn by the department's coding guide: a warning (SV-04).
    B038,
}

impl Special {
    /// What a cell says; `None` of any other code (SV-04: whole, trimmed, whatever the case of its letter).
    #[inline]
    pub fn read(cell: &str) -> Option<Self> {
        let &[b'1', b'B' | b'b', b'0', b'3', last] = trim(cell).as_bytes() else {
            return None;
        };
        match last {
            b'0'..=b'3' => Some(Self::Violence),
            b'7' => Some(Self::FollowUp),
            b'4' => Some(Self::B034),
            b'6' => Some(Self::B036),
            b'8' => Some(Self::B038),
            _ => None,
        }
    }

    /// The code of what is worth a warning (SV-04).
    pub const fn warned(self) -> Option<&'static str> {
        match self {
            Self::Violence | Self::FollowUp => None,
            Self::B034 => Some("1B034"),
            Self::B036 => Some("1B036"),
            Self::B038 => Some("1B038"),
        }
    }
}

/// Whether a diagnosis makes a person SMI-V beside violence: F00–F99, X60–X84 (SV-01).
#[inline]
pub(super) fn is_smiv_diagnosis(cell: &str) -> bool {
    let cell = trim(cell);
    // Most diagnoses are others: their first letter tells.
    let may_be = matches!(
        cell.as_bytes().first(),
        Some(b'F' | b'f' | b'X' | b'x' | b'.')
    );
    may_be && Icd10::read(cell).is_some_and(|code| code.root().starts_with('F') || within(&code))
}

/// Whether a diagnosis or a cause of death is intentional self-harm: X60–X84 (SV-01, KP-15).
pub(crate) fn is_self_harm(cell: &str) -> bool {
    Icd10::read(trim(cell)).is_some_and(|code| within(&code))
}

fn within(code: &Icd10) -> bool {
    ("X60"..="X84").contains(&code.root())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sv_01_the_diagnoses_are_f00_to_f99_and_x60_to_x84() {
        for code in [
            "F00", "F99", "F20.0", "f1529", " F200 ", "X60", "X84", "x70.1", "X849", "F99.9ZZ",
        ] {
            assert!(is_smiv_diagnosis(code), "{code}");
        }
        for code in [
            "", "X59", "X85", "E99", "G00", "F2", "F2A", "F200000", "FX0", "F 20", "X6", "1B031",
            "๐",
        ] {
            assert!(!is_smiv_diagnosis(code), "{code}");
        }
    }

    #[test]
    fn kp_15_self_harm_is_x60_to_x84() {
        for (code, is) in [
            ("X60", true),
            ("x84.9", true),
            ("X59", false),
            ("X85", false),
            ("F20", false),
        ] {
            assert_eq!(is_self_harm(code), is, "{code}");
        }
    }

    #[test]
    fn sv_04_codes_are_compared_whole_in_upper_case_and_trimmed() {
        for code in ["1B030", "1b031", " 1B032 ", "1B033"] {
            assert_eq!(Special::read(code), Some(Special::Violence), "{code}");
        }
        assert_eq!(Special::read("1B037"), Some(Special::FollowUp));
        for code in ["1B034", "1B036", "1B038"] {
            let read = Special::read(&code.to_lowercase()).unwrap();
            assert_eq!(read.warned(), Some(code));
        }
        for code in ["1B030", "1B037", "1B034", "1B036", "1B038"] {
            for other in [
                format!("{code}0"),
                format!("0{code}"),
                format!("{code}A"),
                format!("\t{code}"),
            ] {
                assert_eq!(Special::read(&other), None, "{other}");
            }
        }
        for code in ["", "1B03", "1B035", "1B039", "1B040", "1B0 3", "๑B030"] {
            assert_eq!(Special::read(code), None, "{code}");
        }
    }
}
