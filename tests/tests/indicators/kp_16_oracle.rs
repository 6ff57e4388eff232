//! KP-16 as its rules read, with no thought of speed: every question is asked of every row again.

use std::collections::BTreeSet;

use bosoto::area;
use bosoto::calendar::Date;
use bosoto::indicator::{Indicator, Level, Period, day};

use crate::rows::Row;

/// A PID of a facility.
type Key = (String, String);

/// The numbers of the policy.
#[derive(Debug, Clone, Copy)]
pub struct Numbers {
    pub first_year: u32,
    pub later_years: u32,
    pub completed_years_only: bool,
    pub since_index: bool,
}

/// An area as an oracle sees it.
#[derive(Debug, Default, PartialEq)]
pub struct Answer {
    pub area: String,
    pub numerator: Vec<String>,
    pub denominator: Vec<String>,
    pub excluded: Vec<(String, String, String)>,
    pub without_cid: u64,
    pub warnings: Vec<(String, String, Date)>,
}

/// The same of a result.
pub fn answers(result: &Indicator) -> Vec<Answer> {
    let answer = |area: &bosoto::indicator::Area| {
        let excluded = area.ledger.excluded.iter().map(|one| {
            let reason = serde_json::to_value(one.reason).unwrap();
            (
                one.id.clone(),
                one.rule.id.to_owned(),
                reason.as_str().unwrap().to_owned(),
            )
        });
        let warnings = area.warnings.as_ref().unwrap().iter();
        assert_eq!(area.figure.numerator, area.ledger.numerator.len() as u64);
        assert_eq!(
            area.figure.denominator,
            area.ledger.denominator.len() as u64
        );
        Answer {
            area: area.area.clone(),
            numerator: area.ledger.numerator.clone(),
            denominator: area.ledger.denominator.clone(),
            excluded: excluded.collect(),
            without_cid: area.persons_without_cid.unwrap(),
            warnings: warnings
                .map(|one| (one.id.clone(), one.code.to_owned(), one.on))
                .collect(),
        }
    };
    result.areas.iter().map(answer).collect()
}

struct Oracle<'a> {
    rows: &'a [Row],
    last_day: Date,
}

/// A row of diagnoses or of special_pp that is read.
struct Event<'a> {
    row: &'a Row,
    key: Key,
    on: Date,
    code: String,
    seq: &'a str,
}

fn key(row: &Row) -> Key {
    (row.cell(0).trim().to_owned(), row.cell(1).trim().to_owned())
}

/// RV-01, counted out.
fn check_digit_holds(text: &str) -> bool {
    let digits: Vec<u32> = text.chars().filter_map(|c| c.to_digit(10)).collect();
    if text.len() != 13 || digits.len() != 13 {
        return false;
    }
    let weighted = digits.iter().take(12).zip((2..=13).rev());
    let sum: u32 = weighted.map(|(digit, weight)| digit * weight).sum();
    digits[12] == (11 - sum % 11) % 10
}

fn is_cid(text: &str) -> bool {
    let alike = text.chars().take(12).collect::<BTreeSet<_>>().len() == 1;
    check_digit_holds(text) && !alike
}

impl<'a> Oracle<'a> {
    fn of(&self, table: &str) -> impl Iterator<Item = &'a Row> {
        let table = table.to_owned();
        self.rows.iter().filter(move |row| row.table == table)
    }

    fn events(&self, table: &str) -> Vec<Event<'a>> {
        let is_special = table == "special";
        let mut events = Vec::new();
        for row in self.of(table) {
            let (seq, on, code) = if is_special {
                (row.cell(2).trim(), row.cell(3), row.cell(4))
            } else {
                ("", row.cell(2), row.cell(3))
            };
            if let Some(on) = day(on).filter(|on| *on <= self.last_day) {
                let code = code.trim().to_uppercase();
                events.push(Event {
                    row,
                    key: key(row),
                    on,
                    code,
                    seq,
                });
            }
        }
        events
    }

    /// The citizen id of a patient: the person's, else the first of its rows.
    fn cid(&self, of: &Key) -> Option<String> {
        let mut named: Option<&Row> = None;
        for row in self.of("person").filter(|row| key(row) == *of) {
            if named.is_none_or(|before| row.cell(4) > before.cell(4)) {
                named = Some(row);
            }
        }
        let mut cells: Vec<&str> = named.iter().map(|row| row.cell(2)).collect();
        for (table, place) in [("diagnosis", 4), ("special", 5)] {
            let events = self
                .events(table)
                .into_iter()
                .filter(|event| event.key == *of);
            cells.extend(events.map(|event| event.row.cell(place)));
        }
        for row in self.of("death").filter(|row| key(row) == *of) {
            if day(row.cell(3)).is_none_or(|on| on <= self.last_day) {
                cells.push(row.cell(2));
            }
        }
        let found = cells.into_iter().map(str::trim).find(|cell| is_cid(cell));
        found.map(str::to_owned)
    }

    fn died_on(&self, keys: &[Key]) -> Option<Date> {
        let deaths = self.of("person").chain(self.of("death"));
        let theirs = deaths.filter(|row| keys.contains(&key(row)));
        theirs.filter_map(|row| day(row.cell(3))).min()
    }

    fn member_id(&self, of: &Key) -> String {
        let every = self
            .rows
            .iter()
            .filter(|row| row.table != "facility")
            .map(key);
        let withheld: BTreeSet<Key> = every
            .filter(|(hospcode, pid)| *hospcode == of.0 && check_digit_holds(pid))
            .collect();
        match withheld.iter().position(|one| one == of) {
            Some(place) => format!("{}/?{}", of.0, place + 1),
            None => format!("{}/{}", of.0, of.1),
        }
    }

    fn area(&self, by: Level, hospcode: &str) -> String {
        let of = |row: &&Row| {
            row.cell(0).trim() == hospcode && area::province(row.cell(1).trim()).is_some()
        };
        let province = self
            .of("facility")
            .find(of)
            .map_or("99", |row| row.cell(1).trim());
        match by {
            Level::Facility => hospcode.to_owned(),
            Level::Province => province.to_owned(),
            Level::Region => area::region_of(province).map_or("99".to_owned(), |n| format!("R{n}")),
            Level::Country => "TH".to_owned(),
        }
    }
}

fn in_range(code: &str, from: &str, to: &str) -> bool {
    let code = code.replace('.', "");
    let shape = code.len() >= 3
        && code.len() <= 6
        && code.chars().all(|c| c.is_ascii_alphanumeric())
        && code.starts_with(|c: char| c.is_ascii_uppercase())
        && code[1..3].chars().all(|c| c.is_ascii_digit());
    shape && *from <= code[..3] && code[..3] <= *to
}

fn is_violence(code: &str) -> bool {
    ["1B030", "1B031", "1B032", "1B033"].contains(&code)
}

/// What the rules make of the rows: every area that is listed.
pub fn kp_16(rows: &[Row], period: Period, by: Level, numbers: Numbers) -> Vec<Answer> {
    let oracle = Oracle {
        rows,
        last_day: period.last_day(),
    };
    let mut keys: Vec<Key> = Vec::new();
    for row in rows.iter().filter(|row| row.table != "facility") {
        if !keys.contains(&key(row)) {
            keys.push(key(row));
        }
    }
    let mut found: Vec<Answer> = Vec::new();
    let mut done: Vec<Key> = Vec::new();
    for first in &keys {
        if done.contains(first) {
            continue;
        }
        let cid = oracle.cid(first);
        let is_same = |other: &&Key| *other == first || (cid.is_some() && oracle.cid(other) == cid);
        let theirs: Vec<Key> = keys.iter().filter(is_same).cloned().collect();
        done.extend(theirs.clone());
        let Some((id, hospcode, verdict)) = judge(&oracle, &theirs, period, numbers) else {
            continue;
        };
        let area = oracle.area(by, &hospcode);
        if !found.iter().any(|answer| answer.area == area) {
            found.push(Answer {
                area: area.clone(),
                ..Answer::default()
            });
        }
        let answer = found.iter_mut().find(|answer| answer.area == area).unwrap();
        answer.without_cid += u64::from(cid.is_none());
        for (code, on) in verdict.warnings {
            answer.warnings.push((id.clone(), code, on));
        }
        if let Some((rule, reason)) = verdict.excluded {
            answer
                .excluded
                .push((id, rule.to_owned(), reason.to_owned()));
        } else {
            answer.denominator.push(id.clone());
            if !verdict.repeated {
                answer.numerator.push(id);
            }
        }
    }
    for answer in &mut found {
        answer.numerator.sort();
        answer.denominator.sort();
        answer.excluded.sort();
        answer.warnings.sort();
    }
    found.sort_by_key(|answer| match answer.area.strip_prefix('R') {
        Some(number) => format!("{number:0>2}"),
        None => answer.area.clone(),
    });
    found
}

struct Verdict {
    excluded: Option<(&'static str, &'static str)>,
    repeated: bool,
    warnings: Vec<(String, Date)>,
}

fn judge(
    oracle: &Oracle<'_>,
    keys: &[Key],
    period: Period,
    numbers: Numbers,
) -> Option<(String, String, Verdict)> {
    let died_on = oracle.died_on(keys);
    let counts = |event: &Event<'_>| {
        keys.contains(&event.key) && died_on.is_none_or(|died_on| event.on <= died_on)
    };
    let mut diagnoses = oracle.events("diagnosis");
    diagnoses.retain(counts);
    diagnoses.retain(|one| in_range(&one.code, "F00", "F99") || in_range(&one.code, "X60", "X84"));
    let mut special = oracle.events("special");
    special.retain(counts);

    // SV-01: the first day on which both are on record.
    let mut index_on = None;
    let mut on = date_of_first(&diagnoses)?.min(date_of_first(&special)?);
    while on <= period.last_day() {
        let diagnosed = diagnoses.iter().any(|one| one.on <= on);
        let violent = special
            .iter()
            .any(|one| one.on <= on && is_violence(&one.code));
        if diagnosed && violent {
            index_on = Some(on);
            break;
        }
        on = on.next().unwrap();
    }
    let index_on = index_on?;
    if died_on.is_some_and(|died_on| died_on < period.first_day()) {
        return None;
    }

    // SV-05: where the person belongs.
    let violence = special.iter().filter(|one| is_violence(&one.code));
    let first = violence
        .clone()
        .min_by_key(|one| (one.on, one.key.clone()))
        .unwrap();
    let (id, hospcode) = (oracle.member_id(&first.key), first.key.0.clone());

    // SV-02 and B.
    let until = died_on.map_or(period.last_day(), |died_on| died_on.min(period.last_day()));
    let days: BTreeSet<Date> = special
        .iter()
        .filter(|one| one.code == "1B037" && one.on > index_on)
        .map(|one| one.on)
        .collect();
    let between = |from: Date, to: Date| {
        days.iter()
            .filter(|day| **day > from && **day <= to)
            .count() as u32
    };
    let month = |n: u32| index_on.add_months(n).unwrap();
    let mut excluded = None;
    let mut year = 0;
    loop {
        let owed = if year == 0 {
            numbers.first_year
        } else {
            numbers.later_years
        };
        let (from, to) = (month(12 * year), month(12 * year + 12));
        if to <= until {
            if between(from, to) < owed && excluded.is_none() {
                excluded = Some(("SV-02", "year_not_met"));
            }
            year += 1;
            continue;
        }
        let complete = (1..=owed)
            .filter(|part| month(12 * year + 12 / owed * part) <= until)
            .count() as u32;
        if excluded.is_none() && numbers.completed_years_only {
            excluded = (year == 0).then_some(("KP-16", "no_completed_year"));
        } else if excluded.is_none() && between(from, until) < complete {
            excluded = Some(("SV-02", "running_year_not_met"));
        }
        break;
    }

    // SV-03 and A.
    let mut repeated = false;
    for one in violence {
        let carries = special
            .iter()
            .filter(|other| other.code == "1B037")
            .any(|other| {
                if one.seq.is_empty() || other.seq.is_empty() {
                    one.key.0 == other.key.0 && one.on == other.on
                } else {
                    one.key == other.key && one.seq == other.seq
                }
            });
        let in_window = numbers.since_index || one.on >= period.first_day();
        repeated |= one.on > index_on && in_window && !carries;
    }

    // SV-04.
    let doubtful = |one: &&Event<'_>| ["1B034", "1B036", "1B038"].contains(&one.code.as_str());
    let warned = special
        .iter()
        .filter(doubtful)
        .filter(|one| one.on >= index_on);
    let warnings = warned.map(|one| (one.code.clone(), one.on)).collect();
    Some((
        id,
        hospcode,
        Verdict {
            excluded,
            repeated,
            warnings,
        },
    ))
}

fn date_of_first(events: &[Event<'_>]) -> Option<Date> {
    events.iter().map(|event| event.on).min()
}
