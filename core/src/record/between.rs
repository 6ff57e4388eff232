//! What has to hold between rows (RV-06), over facts that somebody has looked up: cells that passed, a warning being a
//! pass. Which row is compared with which is for the caller to know; what is wrong is said here.

use std::num::NonZeroU64;

use super::code::{Code, Codes};
use super::dates::{Day, Moment};
use super::rules::RV_06;
use super::table::Table;
use crate::base::fault::Severity;
use crate::base::identifier::{CID_PLACEHOLDER, judge_citizen_id_bytes};
use crate::base::rule::{Applied, applies};

/// What holds between rows.
pub(super) const APPLIES: Applied = applies(&RV_06);

/// A citizen id as a number, for look-ups: its digits with a one before them, and a mark where it stands for nobody.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cid(NonZeroU64);

const OF_NOBODY: u64 = 1 << 63;

crate::base::private::withheld!(Cid);

impl Cid {
    /// The citizen id of a trimmed cell that passes (RV-01); `None` of one that does not, or that is empty.
    #[must_use]
    pub fn read(cell: &[u8]) -> Option<Self> {
        let fault = judge_citizen_id_bytes(cell);
        if fault.is_some_and(|fault| fault.severity == Severity::Error) {
            return None;
        }
        let digits = cell.iter().fold(1_u64, |number, digit| {
            number
                .wrapping_mul(10)
                .wrapping_add(u64::from(digit & 0x0f))
        });
        let mark = if fault == Some(&CID_PLACEHOLDER) {
            OF_NOBODY
        } else {
            0
        };
        NonZeroU64::new(digits | mark).map(Self)
    }

    /// A number that no other citizen id has.
    #[must_use]
    pub const fn number(self) -> NonZeroU64 {
        self.0
    }

    /// Whether it stands for nobody, so that `cid_twice` is not asked of it.
    #[must_use]
    pub const fn is_placeholder(self) -> bool {
        self.0.get() & OF_NOBODY != 0
    }
}

/// `pid_is_cid`: whether a trimmed PID has 13 digits that RV-01 accepts. It is then withheld like a citizen id (RV-07)
/// and not looked up.
#[must_use]
pub fn pid_is_cid(pid: &[u8]) -> bool {
    Cid::read(pid).is_some()
}

/// Of several PERSON rows with one key, whether a later one takes the place of the one chosen before it: the latest
/// D_UPDATE that passed counts, of equals and of none the first.
#[must_use]
pub fn takes_the_place(later: Option<Moment>, chosen: Option<Moment>) -> bool {
    later > chosen
}

/// The day of a PERSON row that counts as a death on record: DDISCHARGE where DISCHARGE is 1 (died), both passing.
#[must_use]
pub fn died_by_discharge<D>(discharge: &str, ddischarge: Option<D>) -> Option<D> {
    ddischarge.filter(|_| super::trim(discharge) == "1")
}

/// The earlier of two days on record, or the one there is.
#[must_use]
pub fn earliest<D: Ord>(one: Option<D>, other: Option<D>) -> Option<D> {
    one.into_iter().chain(other).min()
}

/// What is known of the person of a row.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Person {
    /// The day of birth, where it passed.
    pub birth: Option<Day>,
    /// The earliest death on record.
    pub death: Option<Day>,
}

crate::base::private::withheld!(Person);

/// What is wrong with the day of an event (DATE_SERV, the day of DATETIME_ADMIT, DDEATH) of a table: `before_birth`,
/// `after_death` (not of DDEATH), `in_future` after `as_of`; without a reference date the future is not judged.
///
/// ```
/// use bosoto::record::{Code, Day, Table, between};
///
/// let person = between::Person { birth: Day::read("19900101"), death: Day::read("20240101") };
/// let codes = between::of_event(Table::Service, Day::read("20240102").unwrap(), &person, None);
/// assert_eq!(Vec::from_iter(codes.iter()), [Code::AfterDeath]);
/// ```
#[must_use]
pub fn of_event(table: Table, on: Day, person: &Person, as_of: Option<Day>) -> Codes {
    let unborn = person.birth.is_some_and(|birth| on < birth);
    let dead = person.death.is_some_and(|death| on > death);
    Codes::NONE
        .when(unborn, Code::BeforeBirth)
        .when(dead && table != Table::Death, Code::AfterDeath)
        .when(as_of.is_some_and(|as_of| on > as_of), Code::InFuture)
}

/// `updated_before_service`: whether D_UPDATE is of a day before that of DATE_SERV or DATETIME_ADMIT; a death is no
/// service.
#[must_use]
pub fn updated_before_service(table: Table, updated: Moment, on: Day) -> bool {
    table.between().contains(&Code::UpdatedBeforeService) && updated.day() < on
}

/// `cid_differs`: whether the citizen id of a row is not that of its person.
#[must_use]
pub fn cid_differs(row: Option<Cid>, person: Option<Cid>) -> bool {
    match (row, person) {
        (Some(row), Some(person)) => row != person,
        (None, _) | (_, None) => false,
    }
}

/// The days of the services with one HOSPCODE, PID and SEQ, for the rows that name one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ServiceDays {
    first: Option<Day>,
    /// Whether there is another day than the first, so that all have to be looked through.
    pub several: bool,
}

impl ServiceDays {
    /// One more service, with its DATE_SERV where that passed.
    pub fn add(&mut self, day: Option<Day>) {
        match (self.first, day) {
            (Some(first), Some(day)) => self.several |= first != day,
            (None, day) => self.first = day,
            (Some(_), None) => {}
        }
    }

    /// `service_date` of a row on this day: whether no service is of it; nothing is wrong where no DATE_SERV passed.
    /// Where there are several days, `others` has the services' days.
    #[must_use]
    pub fn differ(&self, on: Day, others: impl IntoIterator<Item = Day>) -> bool {
        let is_of_first = self.first.is_none_or(|first| first == on);
        let is_of_another = || self.several && others.into_iter().any(|day| day == on);
        !is_of_first && !is_of_another()
    }
}

/// What earlier rows with one key have in a column: whether a row is unlike one of them. `seq_reused` asks it of
/// DATE_SERV under HOSPCODE, PID and SEQ; `cid_twice` of the PID under HOSPCODE and CID.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Earlier<T> {
    first: T,
    several: bool,
}

impl<T: PartialEq> Earlier<T> {
    /// Of the first row.
    pub const fn new(first: T) -> Self {
        Self {
            first,
            several: false,
        }
    }

    /// Whether a row before this one has another value; this row is an earlier one from then on.
    pub fn differs(&mut self, value: &T) -> bool {
        // Of two unlike values one is unlike any third.
        let differs = self.several || self.first != *value;
        self.several = differs;
        differs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::read(text).unwrap()
    }

    fn codes(table: Table, on: &str, person: &Person, as_of: Option<&str>) -> Vec<&'static str> {
        let codes = of_event(table, day(on), person, as_of.map(day));
        codes.iter().map(Code::name).collect()
    }

    #[test]
    fn rv_06_an_event_lies_between_birth_and_death_and_not_in_the_future() {
        let person = Person {
            birth: Some(day("19900102")),
            death: Some(day("20240603")),
        };
        let as_of = Some("20250101");
        let service = |on| codes(Table::Service, on, &person, as_of);
        assert_eq!(service("19900101"), ["before_birth"]);
        assert_eq!(service("19900102"), [""; 0]);
        assert_eq!(service("20240603"), [""; 0]);
        assert_eq!(service("20240604"), ["after_death"]);
        assert_eq!(service("20250102"), ["after_death", "in_future"]);
        // A death is not after a death.
        assert_eq!(codes(Table::Death, "20240604", &person, as_of), [""; 0]);
        assert_eq!(
            codes(Table::Death, "19890101", &person, as_of),
            ["before_birth"]
        );
        // What is not known is not judged.
        let unknown = Person::default();
        assert_eq!(
            codes(Table::DiagnosisIpd, "20991231", &unknown, None),
            [""; 0]
        );
        assert_eq!(
            codes(Table::Specialpp, "20250102", &unknown, as_of),
            ["in_future"]
        );
        assert_eq!(
            codes(Table::DiagnosisOpd, "20250101", &unknown, as_of),
            [""; 0]
        );
    }

    #[test]
    fn rv_06_an_update_of_the_day_of_the_service_is_none_before_it() {
        let updated =
            |table, text, on| updated_before_service(table, Moment::read(text).unwrap(), day(on));
        assert!(updated(Table::Service, "20240602235959", "20240603"));
        assert!(!updated(Table::Service, "20240603000000", "20240603"));
        assert!(updated(Table::DiagnosisIpd, "20240602235959", "20240603"));
        assert!(!updated(Table::Death, "20240602235959", "20240603"));
        assert!(!updated(Table::Person, "20240602235959", "20240603"));
    }

    #[test]
    fn rv_06_a_pid_of_thirteen_digits_that_rv_01_accepts_is_a_cid() {
        for pid in ["3100600445635", "1111111111119", "0000000000001"] {
            assert!(pid_is_cid(pid.as_bytes()), "{pid}");
        }
        for pid in [
            "3100600445636",
            "310060044563",
            "0003100600445635",
            "",
            "310060044563ก",
        ] {
            assert!(!pid_is_cid(pid.as_bytes()), "{pid}");
        }
    }

    #[test]
    fn rv_06_the_person_is_the_row_updated_last() {
        let at = |text| Moment::read(text);
        let (early, late) = (at("20240101000000"), at("20240101000001"));
        assert!(takes_the_place(late, early));
        assert!(takes_the_place(early, None));
        assert!(!takes_the_place(early, late));
        assert!(!takes_the_place(early, early));
        assert!(!takes_the_place(None, None));
        assert!(!takes_the_place(None, early));
    }

    #[test]
    fn rv_06_a_discharge_is_a_death_only_by_its_reason() {
        let on = Some(day("20240603"));
        assert_eq!(died_by_discharge(" 1 ", on), on);
        for reason in ["2", "3", "9", "", "11"] {
            assert_eq!(died_by_discharge(reason, on), None, "{reason}");
        }
        assert_eq!(died_by_discharge::<Day>("1", None), None);
        assert_eq!(earliest(on, Some(day("20240602"))), Some(day("20240602")));
        assert_eq!(earliest(None, on), on);
        assert_eq!(earliest(on, None), on);
        assert_eq!(earliest::<Day>(None, None), None);
    }

    #[test]
    fn rv_06_a_citizen_id_differs_only_where_both_are_there() {
        let [one, other] = ["3100600445635", "1234545678781"].map(|cid| Cid::read(cid.as_bytes()));
        assert!(cid_differs(one, other));
        assert!(!cid_differs(one, one));
        assert!(!cid_differs(None, one));
        assert!(!cid_differs(one, None));
        let sample = Cid::read(b"1111111111119").unwrap();
        assert!(sample.is_placeholder() && !one.unwrap().is_placeholder());
        assert_eq!(Cid::read(b"3100600445636"), None);
        assert_eq!(format!("{one:?}"), "Some([withheld])");
    }

    #[test]
    fn rv_06_a_date_is_compared_with_every_service_of_the_seq() {
        let days = |services: &[Option<&str>], on| {
            let services: Vec<Option<Day>> = services.iter().map(|text| text.map(day)).collect();
            let mut found = ServiceDays::default();
            services.iter().for_each(|day| found.add(*day));
            found.differ(day(on), services.into_iter().flatten())
        };
        assert!(days(&[Some("20240603")], "20240604"));
        assert!(!days(&[Some("20240603")], "20240603"));
        assert!(!days(&[Some("20240603"), Some("20240604")], "20240604"));
        assert!(!days(&[None, Some("20240604")], "20240604"));
        assert!(days(
            &[None, Some("20240603"), Some("20240604")],
            "20240605"
        ));
        assert!(!days(&[None], "20240605"));
        assert!(!days(&[], "20240605"));
    }

    proptest! {
        #[test]
        fn rv_06_seq_reused_and_cid_twice_ask_for_an_earlier_row_that_differs(values in proptest::collection::vec(0..4_u8, 1..9)) {
            let mut earlier = Earlier::new(values[0]);
            for (index, value) in values.iter().enumerate().skip(1) {
                let expected = values[..index].iter().any(|before| before != value);
                prop_assert_eq!(earlier.differs(value), expected);
            }
        }

        #[test]
        fn rv_06_a_citizen_id_has_a_number_of_its_own(a in "[0-9]{13}", b in "[0-9]{13}") {
            let [a_read, b_read] = [&a, &b].map(|cid| Cid::read(cid.as_bytes()));
            if let (Some(one), Some(other)) = (a_read, b_read) {
                prop_assert_eq!(one.number() == other.number(), a == b);
            }
        }
    }
}
