//! What rows are looked up by their key (RV-06): persons, deaths and services, each in a few bytes.

use bosoto::record::between::{Cid, ServiceDays};
use bosoto::record::{Day, Moment};

use super::keys::{Hash, Index};

/// What the tables of one group say to the rows of the others; none where a table is absent or lacks its key columns.
#[derive(Default)]
pub(crate) struct Look {
    pub persons: Option<Index<8>>,
    pub deaths: Option<Index<4>>,
    pub services: Option<Index<5>>,
}

/// What a PERSON row says of its person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Person {
    pub birth: Option<Day>,
    /// The day of a discharge by death.
    pub death: Option<Day>,
    /// The number of the citizen id; 0 for none.
    pub cid: u64,
}

const DAY_BITS: u32 = 19;
const CID_BITS: u32 = 44;
const UPDATE_BITS: u32 = 36;
const PLACE_BITS: u32 = 42;

/// A day in 19 bits, 0 for none; days keep their order.
fn packed_day(day: Option<Day>) -> u32 {
    let Some(day) = day else { return 0 };
    let number = day.number();
    let [year, month, day] = [number / 10_000, number / 100 % 100, number % 100];
    (year.wrapping_sub(1800) << 9) | (month << 5) | day
}

fn unpacked_day(packed: u32) -> Option<Day> {
    Day::new(
        (packed >> 9).wrapping_add(1800),
        packed >> 5 & 0xf,
        packed & 0x1f,
    )
}

/// A moment in 36 bits; moments keep their order, and none is 0 or 1.
fn packed_moment(moment: Moment) -> u64 {
    let time = moment.number() % 1_000_000;
    let [hour, minute, second] = [time / 10_000, time / 100 % 100, time % 100];
    let day = u64::from(packed_day(Some(moment.day())));
    (day << 17) | (hour << 12) | (minute << 6) | second
}

/// The number of a citizen id in 44 bits; 0 for none, which no citizen id is.
pub(crate) fn packed_cid(cid: Option<Cid>) -> u64 {
    // The number has a one before its 13 digits, and a mark far above them.
    let digits = |cid: Cid| (cid.number().get() & ((1 << 45) - 1)).wrapping_sub(10_000_000_000_000);
    cid.map_or(0, digits)
}

/// A member of a table in its group.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Member {
    /// Which it is, from 0.
    pub number: usize,
    /// How many there are.
    pub of: usize,
}

impl Member {
    /// A number for a row of it, greater than that of any row before. The bits that many members need are taken from
    /// their rows.
    pub fn place(self, row: u32) -> u64 {
        let last = self.of.saturating_sub(1);
        let of_members = usize::BITS.wrapping_sub(last.leading_zeros());
        let of_rows = PLACE_BITS.saturating_sub(of_members).min(u32::BITS);
        let row = u64::from(row).min(!(u64::MAX << of_rows));
        (self.number as u64) << of_rows | row
    }
}

/// When a PERSON row was updated: the latest comes first.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Updated {
    /// It is no row of a key, and stands for its person where no other does.
    NoRow,
    /// Not that it says.
    Unknown,
    /// Then.
    At(Moment),
}

impl Updated {
    /// A whole row of this D_UPDATE.
    pub fn of(at: Option<Moment>) -> Self {
        at.map_or(Self::Unknown, Self::At)
    }

    fn packed(self) -> u64 {
        match self {
            Self::NoRow => 0,
            Self::Unknown => 1,
            Self::At(moment) => packed_moment(moment),
        }
    }
}

/// A PERSON row as it is kept: of one key, the first in order is the person (the latest D_UPDATE; of equals and of none
/// the first by its place).
pub(crate) fn person_entry(hash: Hash, place: u64, updated: Updated, person: &Person) -> [u32; 8] {
    let latest_first = !updated.packed() & ((1 << UPDATE_BITS) - 1);
    let mut low = u128::from(latest_first) & 0xf;
    low = low << PLACE_BITS | u128::from(place);
    low = low << CID_BITS | u128::from(person.cid);
    low = low << DAY_BITS | u128::from(packed_day(person.birth));
    low = low << DAY_BITS | u128::from(packed_day(person.death));
    let [a, b, c] = hash;
    let word = |at: u32| (low >> at) as u32;
    [
        a,
        b,
        c,
        (latest_first >> 4) as u32,
        word(96),
        word(64),
        word(32),
        word(0),
    ]
}

fn person_of(entry: &[u32; 8]) -> Person {
    let [.., c, d] = *entry;
    let [_, _, _, _, a, b, _, _] = *entry;
    let low = u128::from(a) << 96 | u128::from(b) << 64 | u128::from(c) << 32 | u128::from(d);
    let day = |value: u128| unpacked_day((value & ((1 << DAY_BITS) - 1)) as u32);
    Person {
        birth: day(low >> DAY_BITS),
        death: day(low),
        cid: (low >> (2 * DAY_BITS)) as u64 & ((1 << CID_BITS) - 1),
    }
}

/// Of entries in order, leaves the first of each hash.
pub(crate) fn first_of_each<const N: usize>(entries: &mut Vec<[u32; N]>) {
    entries.dedup_by(|later, first| later.first_chunk::<3>() == first.first_chunk::<3>());
    entries.shrink_to_fit();
}

impl Look {
    /// Makes what the rows with these keys ask for quick to find.
    pub fn warm(
        &self,
        people: impl Iterator<Item = Hash> + Clone,
        services: impl Iterator<Item = Hash> + Clone,
    ) {
        if let Some(persons) = &self.persons {
            persons.warm(people.clone());
        }
        if let Some(deaths) = &self.deaths {
            deaths.warm(people);
        }
        if let Some(known) = &self.services {
            known.warm(services);
        }
    }

    /// The person of a key; none where there is none, or nothing to look in.
    pub fn person(&self, hash: &Hash) -> Option<Person> {
        let entry = self.persons.as_ref()?.find(hash).first()?;
        Some(person_of(entry))
    }

    /// The earliest death in DEATH of a key.
    pub fn death(&self, hash: &Hash) -> Option<Day> {
        let [.., day] = self.deaths.as_ref()?.find(hash).first()?;
        unpacked_day(*day)
    }
}

/// A death as it is kept; the earliest of a key is the first in order.
pub(crate) fn death_entry([a, b, c]: Hash, day: Day) -> [u32; 4] {
    [a, b, c, packed_day(Some(day))]
}

/// A service as it is kept; one that is no row of a key has no row.
pub(crate) fn service_entry([a, b, c]: Hash, row: Option<u32>, day: Option<Day>) -> [u32; 5] {
    [a, b, c, row.unwrap_or(u32::MAX), packed_day(day)]
}

/// The row of a service and its day, if both count in comparisons of rows.
pub(crate) fn service_row([.., row, day]: &[u32; 5]) -> Option<(u32, Day)> {
    let day = unpacked_day(*day)?;
    (*row != u32::MAX).then_some((*row, day))
}

/// Of services in order, leaves of each key every day once, the earliest first; none is before any.
pub(crate) fn days_of_each(services: &mut Vec<[u32; 5]>) {
    let key = |service: &[u32; 5]| service.first_chunk::<3>().copied();
    let day = |[.., day]: &[u32; 5]| *day;
    for same in services.chunk_by_mut(|a, b| key(a) == key(b)) {
        if same.len() > 1 {
            same.sort_unstable_by_key(day);
        }
    }
    services.dedup_by(|later, first| day(later) == day(first) && key(later) == key(first));
}

/// Whether none of the services of a key is of this day (`service_date`); they have each day once, the earliest first.
pub(crate) fn differ(services: &[[u32; 5]], on: Day) -> bool {
    let day = |[.., day]: &[u32; 5]| *day;
    let mut days = ServiceDays::default();
    // The first may have none. One more of another day is enough to know that there are several.
    for service in services.iter().take(2).chain(services.last()) {
        days.add(unpacked_day(day(service)));
    }
    let same = services.binary_search_by_key(&packed_day(Some(on)), day);
    days.differ(on, same.is_ok().then_some(on))
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn rv_06_a_person_comes_out_as_it_was_put_in() {
        for (birth, death, cid) in [
            (None, None, None),
            (Some("18000101"), Some("23991231"), Some("9999999999994")),
            (Some("20240229"), None, Some("0000000000001")),
        ] {
            let person = Person {
                birth: birth.and_then(Day::read),
                death: death.and_then(Day::read),
                cid: packed_cid(cid.and_then(|cid: &str| Cid::read(cid.as_bytes()))),
            };
            assert_eq!(
                (cid.is_some(), birth.is_some()),
                (person.cid != 0, person.birth.is_some())
            );
            let updated = Moment::read("23991231235959");
            for (number, of, row) in [(7, 10, u32::MAX - 1), (0, 1, 0), (4_999, 5_000, 9)] {
                let place = Member { number, of }.place(row);
                for updated in [Updated::of(updated), Updated::Unknown, Updated::NoRow] {
                    let entry = person_entry([1, 2, 3], place, updated, &person);
                    assert_eq!(person_of(&entry), person);
                }
            }
        }
    }

    #[test]
    fn rv_06_of_one_key_each_day_of_a_service_is_kept_once() {
        let day = |text: &str| Day::read(text);
        let mut services: Vec<_> = (0..3_000)
            .map(|row| {
                let day = day(["20240103", "20240101", "", "20240102"][row as usize % 4]);
                service_entry([1, 2, 3], Some(row), day)
            })
            .collect();
        services.push(service_entry([1, 2, 4], None, None));
        services.push(service_entry([1, 2, 4], Some(1), None));
        services.sort_unstable();
        days_of_each(&mut services);
        let days: Vec<_> = services
            .iter()
            .map(|[.., day]| unpacked_day(*day))
            .collect();
        let each = ["", "20240101", "20240102", "20240103", ""].map(day);
        assert_eq!(days, each);
        let (known, unknown) = services.split_at(4);
        let differs = |services, on: &str| differ(services, day(on).unwrap());
        assert_eq!(
            ["20231231", "20240101", "20240102", "20240103", "20240104"]
                .map(|on| differs(known, on)),
            [true, false, false, false, true]
        );
        assert!(!differs(unknown, "20240101"));
    }

    #[test]
    fn rv_06_the_latest_update_is_first_and_of_equals_the_first_row() {
        let entry = |number, of, row, updated| {
            let other = Person {
                cid: u64::from(row),
                ..Person::default()
            };
            let place = Member { number, of }.place(row);
            person_entry([1, 2, 3], place, updated, &other)
        };
        let at = |text| Updated::of(Moment::read(text));
        // However many members there are.
        for members in [2, 1_024, 5_000, 1 << 20] {
            let last = members - 1;
            let mut entries = [
                entry(0, members, 3, Updated::NoRow),
                entry(last, members, 9, at("")),
                entry(last, members, 5, at("20240101000000")),
                entry(last - 1, members, 11, at("18000101000000")),
                entry(last - 1, members, 7, at("")),
                entry(last - 1, members, 8, at("20240101000001")),
                entry(last - 1, members, 6, at("20240101000000")),
                entry(last - 1, members, 10, at("20231231235959")),
            ];
            entries.sort_unstable();
            let order: Vec<u64> = entries.iter().map(|entry| person_of(entry).cid).collect();
            assert_eq!(order, [8, 6, 5, 10, 11, 7, 9, 3], "{members}");
        }
    }
}
