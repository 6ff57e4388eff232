//! The dates of the 43-file standard in a few bytes: `YYYYMMDD` and `YYYYMMDDHHMMSS`, C.E. 1800 to 2399 (RV-05).

use std::num::{NonZeroU32, NonZeroU64};

use crate::base::calendar::Date;
use crate::base::characters::digits;

/// Why a cell is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoDate {
    /// It would be one 543 years earlier.
    Buddhist,
    /// It is none.
    Other,
}

/// A day, as the number that its eight digits are: days are ordered as their numbers are. An `Option` of one takes no
/// more room.
///
/// ```
/// use bosoto::record::Day;
///
/// let day = Day::read("20240229").expect("a day");
/// assert_eq!(day.number(), 20_240_229);
/// assert_eq!(Day::read("20230229"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NonZeroU32);

/// A day and a time of day, as the number that its fourteen digits are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(NonZeroU64);

/// The years of the standard's dates, whole centuries.
const FIRST_YEAR: u32 = 1800;
const LAST_YEAR: u32 = 2399;

/// What a day takes up in the number of a moment.
const DAY: u64 = 1_000_000;

impl Day {
    /// The day of a trimmed cell; `None` where it is none.
    #[must_use]
    pub fn read(cell: &str) -> Option<Self> {
        Self::judge(cell.as_bytes()).ok()
    }

    /// The same of bytes.
    #[inline]
    #[must_use]
    pub fn read_bytes(cell: &[u8]) -> Option<Self> {
        Self::judge(cell).ok()
    }

    /// The day of a year C.E., a month and a day of it, if there is one from 1800 to 2399.
    #[must_use]
    pub fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        if !(FIRST_YEAR..=LAST_YEAR).contains(&year) || !is_day(year, month, day) {
            return None;
        }
        let number = year.wrapping_mul(10_000);
        let number = number.wrapping_add(month.wrapping_mul(100).wrapping_add(day));
        NonZeroU32::new(number).map(Self)
    }

    /// The number of its eight digits.
    #[inline]
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0.get()
    }

    #[inline]
    pub(super) fn judge(cell: &[u8]) -> Result<Self, NoDate> {
        let digits = cell.try_into().map_err(|_| NoDate::Other)?;
        let pairs = Pairs::read(digits).ok_or(NoDate::Other)?;
        let [century, of_century, month, day] = pairs.numbers();
        let year = century.wrapping_mul(100).wrapping_add(of_century);
        Self::new(year, month, day).ok_or_else(|| not_a_day(year, month, day))
    }

    /// Whether one look shows that eight bytes are a day; what it does not show may be one all the same.
    #[inline]
    pub(super) fn is_plain(cell: [u8; 8]) -> bool {
        Pairs::read(cell).is_some_and(Pairs::are_a_day)
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        // A date lies in the same years, so it is always a day.
        let day = Self::new(date.year().unsigned_abs(), date.month(), date.day());
        day.unwrap_or(Self(NonZeroU32::MIN))
    }
}

impl Moment {
    /// The moment of a trimmed cell; `None` where it is none.
    #[must_use]
    pub fn read(cell: &str) -> Option<Self> {
        Self::judge(cell.as_bytes()).ok()
    }

    /// The same of bytes.
    #[inline]
    #[must_use]
    pub fn read_bytes(cell: &[u8]) -> Option<Self> {
        Self::judge(cell).ok()
    }

    /// Its day.
    #[must_use]
    pub fn day(self) -> Day {
        let day = NonZeroU32::new((self.0.get() / DAY) as u32);
        Day(day.unwrap_or(NonZeroU32::MIN))
    }

    /// The number of its fourteen digits.
    #[inline]
    #[must_use]
    pub const fn number(self) -> u64 {
        self.0.get()
    }

    #[inline]
    pub(super) fn judge(cell: &[u8]) -> Result<Self, NoDate> {
        let (Some(day), Some(time), 14) = (cell.first_chunk::<8>(), cell.last_chunk(), cell.len())
        else {
            return Err(NoDate::Other);
        };
        // The last eight digits begin with those of the day of the month.
        let time = Pairs::read(*time).filter(|time| time.are_a_time());
        let [_, hour, minute, second] = time.ok_or(NoDate::Other)?.numbers();
        let day = u64::from(Day::judge(day)?.number());
        let time = hour.wrapping_mul(10_000);
        let time = time.wrapping_add(minute.wrapping_mul(100).wrapping_add(second));
        let number = day.wrapping_mul(DAY).wrapping_add(time.into());
        NonZeroU64::new(number).map(Self).ok_or(NoDate::Other)
    }

    /// Whether one look shows that a cell is a moment; what it does not show may be one all the same.
    #[inline]
    pub(super) fn is_plain(cell: &[u8]) -> bool {
        let (Some(day), Some(time), 14) = (cell.first_chunk::<8>(), cell.last_chunk(), cell.len())
        else {
            return false;
        };
        Day::is_plain(*day) && Pairs::read(*time).is_some_and(Pairs::are_a_time)
    }
}

/// Four numbers of two digits, each in 16 bits, the first lowest.
#[derive(Clone, Copy)]
struct Pairs(u64);

impl Pairs {
    /// Those of eight digits; `None` where one is no digit.
    #[inline]
    fn read(text: [u8; 8]) -> Option<Self> {
        const EACH: u64 = lanes([0xff; 4]);
        let values = digits(text)?;
        let pairs = values.wrapping_mul(10).wrapping_add(values >> 8);
        Some(Self(pairs & EACH))
    }

    #[inline]
    fn numbers(self) -> [u32; 4] {
        let [a, _, b, _, c, _, d, _] = self.0.to_le_bytes();
        [a, b, c, d].map(u32::from)
    }

    /// Whether century, year, month and day are those of a day that every year has; the 31st of a month is left to
    /// the calendar.
    #[inline]
    fn are_a_day(self) -> bool {
        let is_february = self.0 >> 32 & 0xff == 2;
        let fewer = lanes([0, 0, 0, if is_february { 2 } else { 0 }]);
        let last = lanes([LAST_YEAR / 100, 99, 12, 30]).wrapping_sub(fewer);
        self.are_within(lanes([FIRST_YEAR / 100, 0, 1, 1]), last)
    }

    /// Whether hour, minute and second are a time, whatever is before them.
    #[inline]
    fn are_a_time(self) -> bool {
        self.are_within(0, lanes([99, 23, 59, 59]))
    }

    /// Whether each is from the number of its lane in the first to that in the second. All are looked at together: the
    /// highest bit of a lane stays where nothing was borrowed.
    #[inline]
    fn are_within(self, first: u64, last: u64) -> bool {
        const HIGHEST: u64 = lanes([0x8000; 4]);
        let from = (self.0 | HIGHEST).wrapping_sub(first);
        let to = (last | HIGHEST).wrapping_sub(self.0);
        from & to & HIGHEST == HIGHEST
    }
}

const fn lanes([a, b, c, d]: [u32; 4]) -> u64 {
    a as u64 | (b as u64) << 16 | (c as u64) << 32 | (d as u64) << 48
}

/// Whether a year of the library's has such a day.
#[inline]
fn is_day(year: u32, month: u32, day: u32) -> bool {
    // The last days of months are rare: the calendar is asked only about them.
    let is_plain = (1..=12).contains(&month) && (1..=28).contains(&day);
    is_plain || Date::new(year.cast_signed(), month, day).is_some()
}

/// Whether what is no day is one of the Buddhist era. The calendar repeats itself every 400 years.
#[cold]
fn not_a_day(year: u32, month: u32, day: u32) -> NoDate {
    let earlier = year.wrapping_sub(543);
    let in_calendar = if earlier < 2400 {
        earlier
    } else {
        earlier.wrapping_sub(400)
    };
    if (2400..=2999).contains(&year) && is_day(in_calendar, month, day) {
        NoDate::Buddhist
    } else {
        NoDate::Other
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::calendar::CalendarError;

    #[test]
    fn rv_05_a_date_of_the_buddhist_era_is_told_from_no_date() {
        for text in ["18000101", "20240229", "23991231"] {
            assert!(Day::judge(text.as_bytes()).is_ok(), "{text}");
        }
        for text in ["24000101", "25670229", "29420228", "29430228", "29991231"] {
            assert_eq!(Day::judge(text.as_bytes()), Err(NoDate::Buddhist), "{text}");
        }
        for text in [
            "",
            "25680229",
            "30000101",
            "17991231",
            "00000000",
            "20240230",
            "20241301",
            "20240100",
            "2024010",
            "202401011",
            "2024010a",
            "2024/1/1",
            "๒๐๒๔",
        ] {
            assert_eq!(Day::judge(text.as_bytes()), Err(NoDate::Other), "{text}");
        }
        let date = Date::new(2024, 2, 29).unwrap();
        assert_eq!(Day::from(date), Day::read("20240229").unwrap());
    }

    #[test]
    fn rv_05_a_date_and_time_has_a_time_of_day() {
        let moment = Moment::read("20240229235959").unwrap();
        assert_eq!(moment.number(), 20_240_229_235_959);
        assert_eq!(moment.day(), Day::read("20240229").unwrap());
        assert_eq!(Moment::judge(b"25670229000000"), Err(NoDate::Buddhist));
        for text in [
            "",
            "20240229",
            "20240229240000",
            "20240229006000",
            "20240229000060",
            "2024022900000a",
            "25670229240000",
            "25680229000000",
            "202402290000000",
        ] {
            assert_eq!(Moment::judge(text.as_bytes()), Err(NoDate::Other), "{text}");
        }
    }

    proptest! {
        #[test]
        fn rv_05_days_are_those_of_the_calendar(text in "[0-9]{8}|(1[789]|2[0-9]|30)[0-9]{2}[01][0-9][0-3][0-9]|\\PC{0,9}") {
            let date = Date::parse_compact(&text);
            let day = Day::judge(text.as_bytes());
            prop_assert_eq!(day.ok(), date.ok().map(Day::from));
            if let Ok(cell) = text.as_bytes().try_into() {
                let is_last = text.ends_with("31") || text.ends_with("0229");
                prop_assert_eq!(Day::is_plain(cell), day.is_ok() && !is_last);
            }
            if day == Err(NoDate::Buddhist) {
                let year: i32 = text[..4].parse().unwrap();
                let told = date == Err(CalendarError::BuddhistYear);
                prop_assert!(told || (2943..=2999).contains(&year), "{}", text);
            }
        }

        #[test]
        fn rv_05_a_moment_is_seen_at_one_look(day in "[0-9]{8}|(1[789]|2[0-4])[0-9]{2}[01][0-9][0-3][0-9]", time in "[0-9]{6}|[0-2][0-9][0-6][0-9][0-6][0-9]|\\PC{0,7}") {
            let text = format!("{day}{time}");
            let is_last = day.ends_with("31") || day.ends_with("0229");
            prop_assert_eq!(Moment::is_plain(text.as_bytes()), Moment::judge(text.as_bytes()).is_ok() && !is_last);
        }

        #[test]
        fn rv_05_moments_are_ordered_as_their_texts(a in "20[0-9]{2}0[1-9]1[0-9]1[0-9][0-5][0-9][0-5][0-9]", b in "20[0-9]{2}0[1-9]1[0-9]1[0-9][0-5][0-9][0-5][0-9]") {
            prop_assert_eq!(a.cmp(&b), Moment::read(&a).cmp(&Moment::read(&b)));
        }
    }
}
