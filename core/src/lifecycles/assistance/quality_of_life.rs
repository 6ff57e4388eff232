//! Quality of life: WHOQOL-BREF-THAI, 26 items, each 1 to 5 (QL-01, QL-02). It does not know who is
//! assessed.

use serde::{Deserialize, Serialize};

use super::rules::{QL_01, QL_02};
use crate::base::fault::Fault;
use crate::base::private::Whole;
use crate::base::rule::{Applied, applies};
use crate::base::shape::{Count, Shape, Shaped, Ty};
use crate::base::text::{Text, text};

/// The scores.
pub(super) const APPLIES: Applied = applies(&QL_02);

/// The number of items.
pub const ITEMS: usize = 26;

/// The answers to the form, item 1 first.
pub type Answers = [Whole; ITEMS];

/// The lowest and the highest answer.
pub const ANSWERS: std::ops::RangeInclusive<i64> = 1..=5;

/// A part of the form with a band of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum Domain {
    /// องค์ประกอบด้านสุขภาพกาย
    #[title("องค์ประกอบด้านสุขภาพกาย", "physical")]
    Physical,
    /// องค์ประกอบด้านจิตใจ
    #[title("องค์ประกอบด้านจิตใจ", "psychological")]
    Psychological,
    /// องค์ประกอบด้านสัมพันธภาพทางสังคม
    #[title("องค์ประกอบด้านสัมพันธภาพทางสังคม", "social")]
    Social,
    /// องค์ประกอบด้านสิ่งแวดล้อม
    #[title("องค์ประกอบด้านสิ่งแวดล้อม", "environment")]
    Environment,
    /// Counts in the total only.
    #[title("คุณภาพชีวิตโดยรวม", "overall")]
    Overall,
}

/// An item of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Shape)]
pub struct Item {
    /// 1 to 26.
    #[title("ข้อที่", "number of the question")]
    pub number: u8,
    /// What it is about.
    #[title("คำถาม", "question")]
    pub label: Text,
    /// The part it counts in, besides the total.
    #[title("องค์ประกอบของคุณภาพชีวิต", "domain")]
    pub domain: Domain,
    /// Worded negatively: scored 6 − answer.
    #[title("ข้อความทางลบ (กลับคะแนน)", "negative wording")]
    pub negative: bool,
}

const fn item(number: u8, domain: Domain, th: &'static str, en: &'static str) -> Item {
    Item {
        number,
        label: Text::of(th, en),
        domain,
        negative: false,
    }
}

const fn negative(item: Item) -> Item {
    Item {
        negative: true,
        ..item
    }
}

use Domain::{Environment, Overall, Physical, Psychological, Social};

/// The 26 items with our short labels.
pub const FORM: [Item; ITEMS] = [
    item(1, Overall, "ความพอใจในสุขภาพ", "satisfaction with health"),
    negative(item(2, Physical, "ความเจ็บปวดตามร่างกาย", "bodily pain")),
    item(3, Physical, "กำลังที่จะทำสิ่งต่าง ๆ", "energy for the day"),
    item(4, Physical, "การนอนหลับ", "sleep"),
    item(5, Psychological, "ความพึงพอใจในชีวิต", "contentment with life"),
    item(6, Psychological, "สมาธิในการทำงาน", "concentration"),
    item(
        7,
        Psychological,
        "ความพอใจในตนเอง",
        "satisfaction with oneself",
    ),
    item(
        8,
        Psychological,
        "การยอมรับรูปร่างหน้าตา",
        "acceptance of one's looks",
    ),
    negative(item(
        9,
        Psychological,
        "ความรู้สึกไม่ดี เหงา เศร้า วิตกกังวล",
        "negative feelings",
    )),
    item(
        10,
        Physical,
        "การทำสิ่งต่าง ๆ ผ่านไปได้ในแต่ละวัน",
        "getting through the day",
    ),
    negative(item(
        11,
        Physical,
        "ความจำเป็นต้องรับการรักษาพยาบาล",
        "dependence on medical treatment",
    )),
    item(12, Physical, "ความสามารถในการทำงาน", "capacity for work"),
    item(13, Social, "การผูกมิตรและเข้ากับผู้อื่น", "relations with others"),
    item(14, Social, "ความช่วยเหลือจากเพื่อน", "help from friends"),
    item(15, Environment, "ความมั่นคงปลอดภัยในชีวิต", "safety"),
    item(16, Environment, "สภาพบ้านเรือน", "home"),
    item(
        17,
        Environment,
        "เงินพอใช้จ่ายตามความจำเป็น",
        "money for what is needed",
    ),
    item(
        18,
        Environment,
        "การใช้บริการสาธารณสุข",
        "access to health services",
    ),
    item(
        19,
        Environment,
        "ข่าวสารที่จำเป็นในชีวิต",
        "information one needs",
    ),
    item(20, Environment, "โอกาสพักผ่อนคลายเครียด", "leisure"),
    item(21, Environment, "สภาพแวดล้อม", "surroundings"),
    item(22, Environment, "การเดินทาง", "transport"),
    item(23, Psychological, "ความหมายของชีวิต", "meaning of life"),
    item(24, Physical, "การไปไหนมาไหนด้วยตนเอง", "getting about"),
    item(25, Social, "ชีวิตทางเพศ", "sexual life"),
    item(26, Overall, "คุณภาพชีวิตโดยรวม", "quality of life overall"),
];

/// The answers to the form, as they are asked for.
pub(super) struct Form;

impl Shaped for Form {
    const TY: Ty = Ty::List(
        &Whole::TY,
        &Count {
            min: ITEMS,
            max: ITEMS,
            asked: &labels(),
            ..Count::ANY
        },
    );
}

/// What each item is about.
const fn labels() -> [Text; ITEMS] {
    let mut labels = [Text::NONE; ITEMS];
    let (mut to, mut from): (&mut [Text], &[Item]) = (&mut labels, &FORM);
    while let ([label, to_rest @ ..], [item, from_rest @ ..]) = (to, from) {
        *label = item.label;
        (to, from) = (to_rest, from_rest);
    }
    labels
}

/// A band.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Shape,
)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// คุณภาพชีวิตที่ไม่ดี
    #[title("คุณภาพชีวิตที่ไม่ดี", "poor")]
    Poor,
    /// คุณภาพชีวิตกลาง ๆ
    #[title("คุณภาพชีวิตกลาง ๆ", "medium")]
    Medium,
    /// คุณภาพชีวิตที่ดี
    #[title("คุณภาพชีวิตที่ดี", "good")]
    Good,
}

/// A score with its band.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// The sum of the scored answers.
    #[title("คะแนน", "score")]
    pub score: Whole,
    /// Its band.
    #[title("ระดับคุณภาพชีวิต", "level")]
    pub level: Level,
}

/// The scores of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
pub struct Scores {
    /// All 26 items.
    #[title("คุณภาพชีวิตโดยรวม", "overall")]
    pub total: Score,
    /// Physical.
    #[title("องค์ประกอบด้านสุขภาพกาย", "physical")]
    pub physical: Score,
    /// Psychological.
    #[title("องค์ประกอบด้านจิตใจ", "psychological")]
    pub psychological: Score,
    /// Social.
    #[title("องค์ประกอบด้านสัมพันธภาพทางสังคม", "social")]
    pub social: Score,
    /// Environment.
    #[title("องค์ประกอบด้านสิ่งแวดล้อม", "environment")]
    pub environment: Score,
}

/// Not 1 to 5.
pub(super) static ANSWER: Fault = Fault::value(
    701,
    &QL_01,
    "answer",
    text!(
        "คำตอบข้อ {item} ต้องเป็น 1 ถึง 5 (QL-01) โปรดแก้ไข",
        "answer {item} has to be 1 to 5 (QL-01); correct it",
    ),
)
.for_itself();

/// The places (from 0) of the answers that are not 1 to 5 (QL-01).
pub fn invalid_answers(answers: &Answers) -> impl Iterator<Item = usize> + '_ {
    answers
        .iter()
        .enumerate()
        .filter(|(_, answer)| !ANSWERS.contains(&answer.0))
        .map(|(place, _)| place)
}

/// The scores of a form whose answers are all 1 to 5 (QL-01, QL-02).
///
/// ```
/// use bosoto::private::Whole;
/// use bosoto::quality_of_life::{Level, scores};
///
/// let scores = scores(&[Whole(3); 26]);
/// assert_eq!((scores.total.score, scores.total.level), (Whole(78), Level::Medium));
/// ```
pub fn scores(answers: &Answers) -> Scores {
    let of = |domain: Option<Domain>, medium, good| {
        let score = FORM
            .iter()
            .zip(answers)
            .filter(|(item, _)| domain.is_none_or(|domain| item.domain == domain))
            .map(|(item, answer)| scored(item, answer.0))
            .fold(0, i64::saturating_add);
        let level = match score {
            score if score >= good => Level::Good,
            score if score >= medium => Level::Medium,
            _ => Level::Poor,
        };
        Score {
            score: Whole(score),
            level,
        }
    };
    Scores {
        total: of(None, 61, 96),
        physical: of(Some(Physical), 17, 27),
        psychological: of(Some(Psychological), 15, 23),
        social: of(Some(Social), 8, 12),
        environment: of(Some(Environment), 19, 30),
    }
}

fn scored(item: &Item, answer: i64) -> i64 {
    if item.negative {
        6_i64.saturating_sub(answer)
    } else {
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ql_01_negative_items_are_turned_round() {
        let mut answers = [Whole(5); ITEMS];
        let turned: Vec<u8> = FORM
            .iter()
            .filter(|i| i.negative)
            .map(|i| i.number)
            .collect();
        assert_eq!(turned, [2, 9, 11]);
        assert_eq!(scores(&answers).total.score, Whole(23 * 5 + 3));
        for place in [1, 8, 10] {
            answers[place] = Whole(1);
        }
        assert_eq!(scores(&answers).total.score, Whole(130));
    }

    #[test]
    fn ql_01_an_answer_out_of_range_is_named() {
        let mut answers = [Whole(3); ITEMS];
        answers[0] = Whole(0);
        answers[25] = Whole(6);
        assert_eq!(invalid_answers(&answers).collect::<Vec<_>>(), [0, 25]);
    }

    #[test]
    fn ql_02_every_item_stands_at_its_number_and_every_domain_has_its_items() {
        let of = |domain| FORM.iter().filter(|item| item.domain == domain).count();
        assert_eq!(
            [Physical, Psychological, Social, Environment, Overall].map(of),
            [7, 6, 3, 8, 2]
        );
        assert!(
            (1_u8..)
                .zip(FORM)
                .all(|(number, item)| item.number == number)
        );
    }
}
