//! The names of files (RV-05): which table a member of an export is, which facility and which day an export is of.
//! Paths are looked at as texts.

use super::dates::Day;
use super::rules::RV_05;
use super::table::Table;
use crate::base::identifier::judge_facility;
use crate::base::rule::{Applied, applies};

/// What names say.
pub(super) const APPLIES: Applied = applies(&RV_05);

/// A member that is a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// The table.
    pub table: Table,
    /// Whether facility and digits follow its name, which is worth the warning `member_name`.
    pub has_suffix: bool,
}

/// The name of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// The facility, in upper case: the exports of one facility are looked up together.
    pub hcode: String,
    /// The day of its stamp, against which the future is judged; none where the stamp is none.
    pub on: Option<Day>,
}

/// What stands behind the last `/` or `\` of a path.
#[must_use]
pub fn last_part(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// The table of a member of a ZIP, by its path: `<TABLE>.txt` or `<TABLE>_<hcode>_<digits>.txt`, in any folder and any
/// case.
///
/// ```
/// use bosoto::record::{Table, files};
///
/// let member = files::member("F43_10670_20240601120000\\person.TXT").expect("a table");
/// assert_eq!((member.table, member.has_suffix), (Table::Person, false));
/// assert!(files::member("DIAGNOSIS_OPD_10670_20240601.txt").expect("a table").has_suffix);
/// assert_eq!(files::member("chronic.txt"), None);
/// ```
#[must_use]
pub fn member(path: &str) -> Option<Member> {
    let (stem, extension) = last_part(path).rsplit_once('.')?;
    table_of(stem).filter(|_| extension.eq_ignore_ascii_case("txt"))
}

/// The table of a file's name without its extension.
#[must_use]
pub fn table_of(stem: &str) -> Option<Member> {
    let found = |table, has_suffix| Some(Member { table, has_suffix });
    if let Some(table) = Table::find(stem) {
        return found(table, false);
    }
    let (rest, digits) = stem.rsplit_once('_')?;
    let (name, hcode) = rest.rsplit_once('_')?;
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_facility = judge_facility(&hcode.to_ascii_uppercase()).is_none();
    found(
        Table::find(name).filter(|_| is_number && is_facility)?,
        true,
    )
}

/// The facility and the stamp of a ZIP's name, `F43_<hcode>_<yyyymmddhhmmss>.zip`, in any case and behind any text. A
/// stamp that is not 14 digits or no date is none, and the facility stands all the same.
///
/// ```
/// use bosoto::record::{Day, files};
///
/// let export = files::export("ส่งออก_f43_10670_20240601120000.zip").expect("an export");
/// assert_eq!((export.hcode.as_str(), export.on), ("10670", Day::read("20240601")));
/// assert_eq!(files::export("F43_10670_25670601120000.zip").expect("an export").on, None);
/// assert_eq!(files::export("backup.zip"), None);
/// ```
#[must_use]
pub fn export(path: &str) -> Option<Export> {
    let name = last_part(path).to_ascii_uppercase();
    let name = name.strip_suffix(".ZIP")?;
    let mut marks = name.match_indices(MARK);
    marks.find_map(|(at, _)| {
        let rest = name.get(at..)?.strip_prefix(MARK)?;
        let (hcode, stamp) = rest.split_once('_').unwrap_or((rest, ""));
        let export = || Export {
            hcode: hcode.to_owned(),
            on: day_of(stamp),
        };
        judge_facility(hcode).is_none().then(export)
    })
}

const MARK: &str = "F43_";

/// The day of a stamp of 14 digits.
fn day_of(stamp: &str) -> Option<Day> {
    let is_stamp = stamp.len() == 14 && stamp.bytes().all(|byte| byte.is_ascii_digit());
    Day::read(stamp.get(..8)?).filter(|_| is_stamp)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str) -> Option<(&'static str, bool)> {
        member(path).map(|member| (member.table.name(), member.has_suffix))
    }

    #[test]
    fn rv_05_members_are_known_by_the_last_part_of_their_path() {
        for path in [
            "PERSON.txt",
            "a/b/person.TXT",
            "F43_10670\\Person.Txt",
            "../../PERSON.txt",
            "x/y\\PERSON.txt",
        ] {
            assert_eq!(found(path), Some(("PERSON", false)), "{path}");
        }
        for path in [
            "PERSON_10670_20240601120000.txt",
            "person_ea0010670_1.txt",
            "x/PERSON_10670_1.txt",
        ] {
            assert_eq!(found(path), Some(("PERSON", true)), "{path}");
        }
        assert_eq!(
            found("diagnosis_ipd_10670_1.txt"),
            Some(("DIAGNOSIS_IPD", true))
        );
        for path in [
            "",
            ".txt",
            "PERSON",
            "PERSON.csv",
            "PERSON.txt/",
            "PERSON2.txt",
            "PERSON_1067_1.txt",
            "PERSON_10670.txt",
            "PERSON_10670_.txt",
            "PERSON_10670_1a.txt",
            "_10670_1.txt",
            "CHRONIC.txt",
            "PERSON .txt",
            "PERSON.txt.txt",
            "10670_PERSON_1.txt",
        ] {
            assert_eq!(found(path), None, "{path}");
        }
    }

    fn named(path: &str) -> Option<(String, Option<u32>)> {
        export(path).map(|export| (export.hcode, export.on.map(Day::number)))
    }

    #[test]
    fn rv_05_the_name_of_a_zip_gives_facility_and_stamp() {
        let stamped = |hcode: &str| Some((hcode.to_owned(), Some(20_240_601)));
        for path in [
            "F43_10670_20240601120000.zip",
            "/tmp/f43_10670_20240601120000.ZIP",
            "C:\\x\\ส่ง F43_10670_20240601120000.zip",
            "F43_F43_10670_20240601120000.zip",
        ] {
            assert_eq!(named(path), stamped("10670"), "{path}");
        }
        assert_eq!(
            named("f43_ea0010670_20240601999999.zip"),
            stamped("EA0010670")
        );
        let bare = Some(("10670".to_owned(), None));
        for path in [
            "F43_10670_25670601120000.zip",
            "F43_10670_20240631120000.zip",
            "F43_10670_20240601.zip",
            "F43_10670_202406011200001.zip",
            "F43_10670_20240601120000 (1).zip",
            "F43_10670_.zip",
            "F43_10670.zip",
        ] {
            assert_eq!(named(path), bare, "{path}");
        }
        for path in [
            "",
            "F43_10670_20240601120000",
            "F43_1067_20240601120000.zip",
            "10670.zip",
            "F43.zip",
            "F43_.zip",
        ] {
            assert_eq!(named(path), None, "{path}");
        }
    }

    proptest::proptest! {
        #[test]
        fn rv_05_no_name_panics(path in "\\PC{0,30}|(F43_)?[0-9A-Z]{4,9}_[0-9]{13,15}[.]zip|[A-Z_]{0,14}_[0-9]{5}_[0-9]{0,4}[.]txt") {
            let _ = (member(&path), export(&path), table_of(&path));
        }
    }
}
