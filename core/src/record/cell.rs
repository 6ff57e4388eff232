//! A cell (ช่อง): whether it is needed, how wide it may be, what it has to be; the first that fails (RV-05).
//!
//! The values themselves are judged by those who judge them everywhere: RV-01 to RV-04, RV-08 and the calendar.

use std::borrow::Cow;
use std::ptr;

use super::code::Code;
use super::dates::{Day, Moment, NoDate};
use super::rules::RV_05;
use super::short::Cell;
use super::table::{Column, Needs};
use crate::base::area::{
    NO_SUCH_PROVINCE, PROVINCE_SHAPE, RV_02, UNKNOWN_PROVINCE, is_province, judge_province,
};
use crate::base::characters::{are_digits, count};
use crate::base::fault::Fault;
use crate::base::icd10::{Icd10, RV_04};
use crate::base::identifier::{
    CID_CHECK_DIGIT, CID_FIRST_DIGIT_9, CID_PLACEHOLDER, CID_SHAPE, PHONE, RV_01, RV_03, RV_08,
    is_facility, is_long_facility, judge_citizen_id_bytes, judge_phone,
};
use crate::base::rule::{Applied, applies};

/// The rules that a cell is judged by.
pub(super) const APPLIES: [Applied; 6] = [
    applies(&RV_01),
    applies(&RV_02),
    applies(&RV_03),
    applies(&RV_04),
    applies(&RV_05),
    applies(&RV_08),
];

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Any text.
    Text,
    /// A facility code (RV-03).
    Facility,
    /// A facility code of 9 characters (RV-03).
    Facility9,
    /// A citizen id (RV-01).
    Cid,
    /// An ICD-10 code (RV-04).
    Icd10,
    /// The two digits of a province (RV-02).
    Province,
    /// The two digits of a district in its province, or of a tambon in its district (RV-02).
    Area,
    /// Telephone numbers, of which one has to hold (RV-08).
    Phone,
    /// So many digits.
    Digits(u8),
    /// One of these.
    List(&'static [&'static str]),
    /// `YYYYMMDD`.
    Date,
    /// `YYYYMMDDHHMMSS`.
    DateTime,
}

/// The digits of a district or a tambon that is not known.
pub(super) const UNKNOWN: &str = "99";

/// A cell without the spaces around it; only U+0020 is one (RV-05).
#[must_use]
pub fn trim(cell: &str) -> &str {
    match cell.as_bytes() {
        [b' ', ..] | [.., b' '] => cell.trim_matches(' '),
        _ => cell,
    }
}

/// The same of its bytes.
#[inline]
#[must_use]
pub fn trim_bytes(mut cell: &[u8]) -> &[u8] {
    while let [b' ', rest @ ..] = cell {
        cell = rest;
    }
    while let [rest @ .., b' '] = cell {
        cell = rest;
    }
    cell
}

impl Column {
    /// What is wrong with a cell: the first of required, width, shape and value that fails (RV-05). It is trimmed here.
    ///
    /// ```
    /// use bosoto::record::{Code, Table};
    ///
    /// let cid = Table::Person.column("cid").expect("known");
    /// assert_eq!(cid.judge(" 3100600445635 "), None);
    /// assert_eq!(cid.judge("3100600445636"), Some(Code::CidCheckDigit));
    /// let birth = Table::Person.column("birth").expect("known");
    /// assert_eq!(birth.judge("25330101"), Some(Code::BuddhistYear));
    /// ```
    #[must_use]
    pub fn judge(&self, cell: &str) -> Option<Code> {
        self.judge_bytes(cell.as_bytes())
    }

    /// The same of the bytes of a text.
    #[must_use]
    pub fn judge_bytes(&self, cell: &[u8]) -> Option<Code> {
        let cell = trim_bytes(cell);
        if cell.is_empty() {
            return (self.needs == Needs::Cell).then_some(Code::Required);
        }
        if !self.is_narrow(cell) {
            return Some(Code::Width);
        }
        self.kind?.judge(cell)
    }

    /// Whether one look at the bytes of a cell shows that nothing is wrong with it. What it does not accept may still
    /// be good: [`judge`](Self::judge) decides. Nothing is allocated.
    #[inline]
    #[must_use]
    pub fn passes(&self, cell: &[u8]) -> bool {
        self.kind
            .is_none_or(|kind| self.admits(cell, |cell| kind.passes(cell)))
    }

    /// Names the places of the cells of this column that do not [pass](Self::passes). The kind is looked at once, not
    /// for every cell.
    #[inline]
    pub fn each_failing<'a, C: Cell<'a>>(
        &self,
        cells: impl IntoIterator<Item = C>,
        failing: impl FnMut(usize),
    ) {
        match self.kind {
            None => {}
            Some(Kind::Text) => self.each(cells, is_text, failing),
            Some(Kind::Facility) => self.each_again(cells, is_a_facility, failing),
            Some(Kind::Cid) => self.each(cells, |cell| is_citizen_id(cell.bytes()), failing),
            Some(Kind::Digits(count)) => self.each(cells, |cell| is_digits(cell, count), failing),
            Some(Kind::List(choices)) => {
                let letters = letters_of(choices);
                let is_letter = |cell: C| letter(cell).is_some_and(|one| letters.has(one));
                self.each(
                    cells,
                    |cell| is_letter(cell) || is_listed(choices, cell.bytes()),
                    failing,
                );
            }
            Some(Kind::Date) => self.each(cells, is_date, failing),
            Some(Kind::DateTime) => self.each(cells, |cell| is_moment(cell.bytes()), failing),
            Some(Kind::Phone) => self.each(cells, is_plain_phone, failing),
            Some(rare) => self.each(cells, |cell| rare.passes(cell.bytes()), failing),
        }
    }

    #[inline]
    fn each<'a, C: Cell<'a>>(
        &self,
        cells: impl IntoIterator<Item = C>,
        passes: impl Fn(C) -> bool,
        mut failing: impl FnMut(usize),
    ) {
        for (place, cell) in cells.into_iter().enumerate() {
            if !self.admits(cell, &passes) {
                failing(place);
            }
        }
    }

    /// The same of a column in which a cell is often the one before it again, and needs no second look.
    #[inline]
    fn each_again<'a, C: Cell<'a>>(
        &self,
        cells: impl IntoIterator<Item = C>,
        passes: impl Fn(C) -> bool,
        mut failing: impl FnMut(usize),
    ) {
        let mut last = None;
        for (place, cell) in cells.into_iter().enumerate() {
            let mark = cell.mark();
            if mark.is_some() && mark == last {
                continue;
            }
            if self.admits(cell, &passes) {
                last = mark;
            } else {
                failing(place);
            }
        }
    }

    /// Whether a cell passes and is not too wide, or is empty where it may be.
    #[inline]
    fn admits<'a, C: Cell<'a>>(&self, cell: C, passes: impl Fn(C) -> bool) -> bool {
        let is_right = passes(cell) && self.is_narrow(cell);
        is_right || (cell.size() == 0 && self.needs != Needs::Cell)
    }

    /// Whether a cell has no more characters than it may have; spaces around it are counted.
    #[inline]
    fn is_narrow<'a>(&self, cell: impl Cell<'a>) -> bool {
        let Some(width) = self.width.map(usize::from) else {
            return true;
        };
        cell.size() <= width || count(cell.bytes()) <= width
    }

    /// The day that a trimmed cell tells, also as part of a moment; none where it cannot be read.
    #[must_use]
    pub fn day(&self, cell: &[u8]) -> Option<Day> {
        if self.kind == Some(Kind::DateTime) {
            Moment::read_bytes(cell).map(Moment::day)
        } else {
            Day::read_bytes(cell)
        }
    }

    /// A cell as keys compare it: trimmed, a code in upper case, without the dot of ICD-10 (RV-04, SV-04, RV-06).
    #[must_use]
    pub fn in_key<'a>(&self, cell: &'a str) -> Cow<'a, str> {
        let cell = trim(cell);
        let is_icd10 = self.kind == Some(Kind::Icd10);
        let is_code = is_icd10 || self.name == "PPSPECIAL";
        let changes = |byte: u8| byte.is_ascii_lowercase() || (is_icd10 && byte == b'.');
        if !is_code || !cell.bytes().any(changes) {
            return Cow::Borrowed(cell);
        }
        let mut upper = cell.to_ascii_uppercase();
        if is_icd10 {
            upper.retain(|c| c != '.');
        }
        Cow::Owned(upper)
    }
}

impl Kind {
    /// What is wrong with the bytes of a cell in which there is something.
    pub(super) fn judge(self, cell: &[u8]) -> Option<Code> {
        // Only what may have other letters than ASCII's is read as a text.
        let text = || String::from_utf8_lossy(cell);
        match self {
            Self::Text => None,
            Self::Facility => (!is_facility(cell)).then_some(Code::FacilityShape),
            Self::Facility9 => (!is_long_facility(cell)).then_some(Code::FacilityShape),
            Self::Cid => code_of(judge_citizen_id_bytes(cell)),
            Self::Icd10 => Icd10::read_bytes(cell)
                .is_none()
                .then_some(Code::Icd10Shape),
            Self::Province if cell == UNKNOWN_PROVINCE.as_bytes() => Some(Code::UnknownProvince),
            Self::Province => code_of(judge_province(&text())),
            Self::Area if cell == UNKNOWN.as_bytes() => Some(Code::UnknownArea),
            Self::Area => (!is_digits(cell, 2)).then_some(Code::AreaShape),
            Self::Phone => code_of(judge_phones(&text())),
            Self::Digits(count) => (!is_digits(cell, count)).then_some(Code::Digits),
            Self::List(choices) => (!is_listed(choices, cell)).then_some(Code::List),
            Self::Date => no_date(Day::judge(cell).err(), Code::Date),
            Self::DateTime => no_date(Moment::judge(cell).err(), Code::Datetime),
        }
    }

    /// Whether there is something in the bytes of a cell and nothing is wrong with it; none that begins with a space passes.
    #[inline]
    pub(super) fn passes(self, cell: &[u8]) -> bool {
        match self {
            Self::Text => is_text(cell),
            Self::Facility => is_a_facility(cell),
            Self::Facility9 => is_long_facility(cell),
            Self::Cid => is_citizen_id(cell),
            Self::Icd10 => Icd10::read_bytes(cell).is_some(),
            Self::Province => cell.try_into().is_ok_and(is_province),
            Self::Area => is_digits(cell, 2) && cell != UNKNOWN.as_bytes(),
            Self::Phone => is_plain_phone(cell),
            Self::Digits(count) => is_digits(cell, count),
            Self::List(choices) => is_listed(choices, cell),
            Self::Date => is_date(cell),
            Self::DateTime => is_moment(cell),
        }
    }
}

#[inline]
fn is_text<'a>(cell: impl Cell<'a>) -> bool {
    cell.first().is_some_and(|first| first != b' ')
}

/// Most have five digits: one look at them is enough.
#[inline]
fn is_a_facility<'a>(cell: impl Cell<'a>) -> bool {
    is_digits(cell, 5) || is_facility(cell.bytes())
}

#[inline]
fn is_citizen_id(cell: &[u8]) -> bool {
    judge_citizen_id_bytes(cell).is_none()
}

#[inline]
fn is_date<'a>(cell: impl Cell<'a>) -> bool {
    let eight = match cell.size() {
        8 => cell.bytes().first_chunk(),
        _ => None,
    };
    eight.is_some_and(|digits| Day::is_plain(*digits) || Day::judge(digits).is_ok())
}

#[inline]
fn is_moment(cell: &[u8]) -> bool {
    Moment::is_plain(cell) || Moment::judge(cell).is_ok()
}

fn is_listed(choices: &[&str], cell: &[u8]) -> bool {
    choices.iter().any(|choice| choice.as_bytes() == cell)
}

/// Bytes.
struct Letters([bool; 256]);

impl Letters {
    #[inline]
    fn has(&self, letter: u8) -> bool {
        self.0.get(usize::from(letter)) == Some(&true)
    }
}

/// Of some choices those of one letter, as nearly all are.
fn letters_of(choices: &[&str]) -> Letters {
    let mut letters = [false; 256];
    for letter in choices
        .iter()
        .filter_map(|choice| letter(choice.as_bytes()))
    {
        if let Some(is_one) = letters.get_mut(usize::from(letter)) {
            *is_one = true;
        }
    }
    Letters(letters)
}

/// The byte of a cell of one.
#[inline]
fn letter<'a>(cell: impl Cell<'a>) -> Option<u8> {
    match cell.size() {
        1 => cell.first(),
        _ => None,
    }
}

fn no_date(problem: Option<NoDate>, none: Code) -> Option<Code> {
    problem.map(|problem| match problem {
        NoDate::Buddhist => Code::BuddhistYear,
        NoDate::Other => none,
    })
}

#[inline]
fn is_digits<'a>(cell: impl Cell<'a>, count: u8) -> bool {
    match cell.short() {
        Some(short) => short.is_digits(count),
        None => cell.size() == usize::from(count) && are_digits(cell.bytes()),
    }
}

/// Digits alone, as most numbers are written.
#[inline]
fn is_plain_phone<'a>(cell: impl Cell<'a>) -> bool {
    let digits = match cell.bytes() {
        [b'0', b'2'..=b'5' | b'7', ..] => 9,
        [b'0', b'6' | b'8' | b'9', ..] => 10,
        _ => return false,
    };
    is_digits(cell, digits)
}

/// Judges a cell of telephone numbers, parted by `,` or `/`: one that holds is enough (RV-08).
fn judge_phones(cell: &str) -> Option<&'static Fault> {
    let mut verdicts = cell.split([',', '/']).map(judge_phone);
    let first = verdicts.next()?;
    if first.is_none() || verdicts.any(|verdict| verdict.is_none()) {
        return None;
    }
    first
}

/// The code of a fault of a value.
fn code_of(fault: Option<&'static Fault>) -> Option<Code> {
    let fault = fault?;
    let known = FAULTS.iter().find(|(known, _)| ptr::eq(*known, fault));
    known.map(|(_, code)| *code)
}

static FAULTS: [(&Fault, Code); 7] = [
    (&CID_SHAPE, Code::CidShape),
    (&CID_CHECK_DIGIT, Code::CidCheckDigit),
    (&CID_FIRST_DIGIT_9, Code::CidFirstDigit9),
    (&CID_PLACEHOLDER, Code::CidPlaceholder),
    (&PROVINCE_SHAPE, Code::AreaShape),
    (&NO_SUCH_PROVINCE, Code::NoSuchProvince),
    (&PHONE, Code::Phone),
];
