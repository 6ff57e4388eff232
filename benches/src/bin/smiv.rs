//! What KP-16 costs over 5 million rows of SPECIALPP, 5 million diagnoses and 1 million persons, dates as text and one
//! row after the other from any facility, on one core and on two. An argument is a number by which the rows are divided.

use std::ops::Range;
use std::time::Instant;

use bosoto::Policy;
use bosoto::indicator::{Kp16, Level, Period, day, kp_16};

const PERSONS: usize = 1_000_000;
const ROWS: usize = 5_000_000;
const FACILITIES: usize = 1_000;

const DIAGNOSES: [&str; 8] = ["F200", "F15.9", "J00", "E119", "I10", "X700", "K30", "Z000"];
const CODES: [&str; 8] = [
    "1B031", "1B037", "1B037", "1B037", "1B030", "1B036", "1B001", "1B1280",
];

/// SplitMix64: the same numbers on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) as usize % most
    }
}

/// A patient of a facility; every fourth is known by a citizen id in another facility too.
struct Patient {
    hospcode: String,
    pid: String,
    cid: String,
}

/// The cells of a row lie side by side, and one row after the other.
struct Rows {
    cells: String,
    codes: Vec<&'static str>,
}

/// Widths of HOSPCODE, PID, day and SEQ.
const WIDTHS: [usize; 4] = [5, 6, 8, 10];

impl Rows {
    fn each(&self, rows: Range<usize>) -> impl Iterator<Item = ([&str; 4], &'static str)> {
        let width: usize = WIDTHS.iter().sum();
        let first = rows.start;
        self.codes[rows]
            .iter()
            .zip(first..)
            .map(move |(code, row)| {
                let mut at = row * width;
                let cells = WIDTHS.map(|width| {
                    let cell = &self.cells[at..at + width];
                    at += width;
                    cell
                });
                (cells, *code)
            })
    }
}

fn main() {
    let argument = std::env::args().nth(1);
    let divided_by: usize = argument.map_or(1, |text| text.parse().expect("a number"));
    let mut random = Random(2568);
    let patients: Vec<Patient> = (0..PERSONS / divided_by).map(patient).collect();
    let tables = Tables {
        diagnoses: visits(&mut random, &patients, ROWS / divided_by, &DIAGNOSES),
        special: visits(&mut random, &patients, ROWS / divided_by, &CODES),
        patients,
    };
    let before = memory();
    let began = Instant::now();
    let indicator = tables.read(0, 1);
    said("read on one core", began);
    let result = indicator.finish();
    said("finished", began);
    println!("{} MiB beside the rows", (memory() - before) / 1024);

    let began = Instant::now();
    let indicator = std::thread::scope(|scope| {
        let second = scope.spawn(|| tables.read(1, 2));
        let mut first = tables.read(0, 2);
        first.absorb(second.join().expect("no panic"));
        first
    });
    said("read on two cores", began);
    assert_eq!(indicator.finish(), result);
    said("finished", began);
    let area = &result.areas[0];
    let (counted, dropped) = (&area.figure, area.ledger.excluded.len());
    println!(
        "{} of {}, {dropped} dropped",
        counted.numerator, counted.denominator
    );
}

struct Tables {
    patients: Vec<Patient>,
    diagnoses: Rows,
    special: Rows,
}

impl Tables {
    /// Reads one part of so many.
    fn read(&self, part: usize, parts: usize) -> Kp16 {
        let of = |rows: usize| rows * part / parts..rows * (part + 1) / parts;
        let period = Period::new(2568, 4).expect("a period");
        let mut indicator = Kp16::new(period, Level::Country, &Policy::default());
        for Patient { hospcode, pid, cid } in &self.patients[of(self.patients.len())] {
            indicator.person(&kp_16::Person {
                hospcode,
                pid,
                cid,
                ..Default::default()
            });
        }
        for ([hospcode, pid, on, _], diagcode) in
            self.diagnoses.each(of(self.diagnoses.codes.len()))
        {
            let date_serv = day(on);
            indicator.diagnosis(&kp_16::Diagnosis {
                hospcode,
                pid,
                date_serv,
                diagcode,
                cid: "",
            });
        }
        for ([hospcode, pid, on, seq], ppspecial) in self.special.each(of(self.special.codes.len()))
        {
            let date_serv = day(on);
            indicator.special_pp(&kp_16::SpecialPp {
                hospcode,
                pid,
                seq,
                date_serv,
                ppspecial,
                cid: "",
            });
        }
        indicator
    }
}

fn said(what: &str, began: Instant) {
    println!("{what:>17} {:.2} s", began.elapsed().as_secs_f64());
}

fn patient(number: usize) -> Patient {
    let person = if number % 4 == 3 { number - 1 } else { number };
    Patient {
        hospcode: format!("{:05}", 10_000 + number % FACILITIES),
        pid: format!("{:06}", number / FACILITIES),
        cid: citizen_id(person),
    }
}

fn citizen_id(number: usize) -> String {
    let body = format!("3{number:011}");
    let weighted = body.bytes().zip((2..=13).rev());
    let sum: usize = weighted
        .map(|(digit, weight)| usize::from(digit - b'0') * weight)
        .sum();
    format!("{body}{}", (11 - sum % 11) % 10)
}

fn visits(random: &mut Random, patients: &[Patient], rows: usize, codes: &[&'static str]) -> Rows {
    let mut visits = Rows {
        cells: String::new(),
        codes: Vec::new(),
    };
    for row in 0..rows {
        let Patient { hospcode, pid, .. } = &patients[random.below(patients.len())];
        let [year, month, day] = [
            2022 + random.below(4),
            1 + random.below(12),
            1 + random.below(28),
        ];
        visits
            .cells
            .push_str(&format!("{hospcode}{pid}{year}{month:02}{day:02}{row:010}"));
        visits.codes.push(codes[random.below(codes.len())]);
    }
    visits
}

/// The most memory that was used so far, in KiB.
fn memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .expect("a line");
    line.trim_end_matches("kB")
        .trim()
        .parse()
        .expect("a number")
}
