//! Assessments of quality of life (AS-04).

use std::collections::HashSet;
use std::sync::Arc;

use serde::de::MapAccess;
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize};

use super::item::Settled;
use super::quality_of_life::{self, ANSWER, Answers, Scores};
use super::rules::{AS_04, QL_01};
use super::{ACCEPTED, Assistance, Assisted, LEAD_OR_RECEIVING, ONCE_ACCEPTED};
use crate::base::calendar::Date;
use crate::base::day;
use crate::base::fault::Faults;
use crate::base::order;
use crate::base::shape::{Record, Shape, Shaped};
use crate::base::text::{Args, text};
use crate::lifecycle::{Act, Head, Now, Row, Step};

// ── what a case keeps ─────────────────────────────────────────────────────────────────────────

/// An assessment of quality of life.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Assessment {
    /// The day.
    #[title("วันที่ประเมิน", "day of the assessment")]
    pub on: Date,
    /// The answers.
    #[title("คำตอบ 26 ข้อ", "26 answers")]
    pub(crate) answers: Arc<Answers>,
    /// The scores.
    #[title("คะแนนคุณภาพชีวิต", "scores")]
    pub scores: Scores,
    /// Its entry.
    #[serde(skip)]
    pub entered: Settled,
}

impl Assisted {
    /// The number of days on which quality of life was assessed (AS-07b).
    pub fn days_assessed(&self) -> usize {
        let mut days: Vec<Date> = self.assessments.iter().map(|one| one.on).collect();
        order::sort(&mut days);
        days.dedup();
        days.len()
    }

    /// The entry with which it was assessed on so many days.
    pub(super) fn assessed_since(&self, required: usize) -> Option<Settled> {
        let mut days = HashSet::new();
        let mut assessments = self.assessments.iter();
        let reached = assessments.find(|one| {
            days.insert(one.on);
            days.len() >= required
        });
        reached.map(|one| one.entered)
    }
}

// ── AS-04 ประเมินคุณภาพชีวิต ────────────────────────────────────────────────────────────────────

/// AS-04 ประเมินคุณภาพชีวิต
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct AssessQualityOfLife {
    /// วันที่ประเมิน
    #[title("วันที่ประเมิน", "day of the assessment")]
    pub on: Date,
    /// 26 answers of 1 to 5.
    #[title("คำตอบ 26 ข้อ", "26 answers")]
    #[rule(QL_01)]
    #[shape(with = quality_of_life::Form)]
    pub(crate) answers: Arc<Answers>,
}

/// What the event says beside.
#[derive(Shape)]
#[allow(dead_code, reason = "it is there for its shape")]
struct Scored {
    /// The scores of the answers (QL-02).
    #[title("คะแนนคุณภาพชีวิต", "scores")]
    scores: Scores,
}

impl AssessQualityOfLife {
    /// The scores of the answers (QL-02).
    pub fn scores(&self) -> Scores {
        quality_of_life::scores(&self.answers)
    }
}

impl Act for AssessQualityOfLife {
    type Of = Assistance;
    type Effects = ();

    const NAME: &'static str = "assess_quality_of_life";
    const EVENT: &'static str = "quality_of_life_assessed";
    const ROW: Row<Assistance> = Row {
        faults: &[day::FAULTS, &[&ANSWER]],
        instead: ONCE_ACCEPTED,
        ..Row::fact(
            &AS_04,
            ACCEPTED,
            LEAD_OR_RECEIVING,
            text!("ประเมินคุณภาพชีวิต", "Assess quality of life"),
        )
    };

    fn act_date(&self) -> Option<Date> {
        Some(self.on)
    }

    const DERIVED: &'static Record = Scored::TY.record();

    fn write_derived<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        map.serialize_entry("scores", &self.scores())
    }

    fn read_derived<'de, M: MapAccess<'de>>(map: &mut M) -> Result<(), M::Error> {
        map.next_value::<Scores>().map(drop)
    }
}

impl Step for AssessQualityOfLife {
    fn check(&self, now: &Now<'_>, case: &Assisted, faults: &mut Faults<'_>) {
        faults.day("on", self.on, case.accepted_on, now.today);
        for place in quality_of_life::invalid_answers(&self.answers) {
            faults
                .field("answers")
                .item(place)
                .here(&ANSWER, Args::NONE);
        }
    }

    fn apply(&self, case: &mut Assisted, head: &Head<'_>) {
        case.assessments.push(Assessment {
            on: self.on,
            answers: Arc::clone(&self.answers),
            scores: self.scores(),
            entered: Settled::since(head),
        });
    }
}
