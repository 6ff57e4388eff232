//! The worklist as a drawing: a card for each row, readable on a phone.

use std::fmt::Write as _;

use bosoto::calendar::{Date, Style};
use bosoto::worklist::{Urgency, WorklistItem};

use super::first_of_each;

const FONTS: &str =
    "Sarabun, 'Noto Sans Thai', Laksaman, 'Leelawadee UI', Thonburi, Tahoma, sans-serif";
const WIDTH: u32 = 520;
const ROW: u32 = 58;
const HEAD: u32 = 64;
/// How many rows of each kind of work are drawn.
const ROWS: usize = 1;

/// The drawing.
pub fn draw(items: &[WorklistItem]) -> String {
    let rows: Vec<&WorklistItem> = first_of_each(items, ROWS).take(10).collect();
    let height = HEAD + ROW * u32::try_from(rows.len()).unwrap_or_default() + 34;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" \
         height=\"{height}\" font-family=\"{FONTS}\" role=\"img\">\n\
         <title>งานของโรงพยาบาลแห่งหนึ่ง เรียงตามความเร่งด่วน · a hospital's worklist, the most urgent first</title>\n\
         <rect width=\"{WIDTH}\" height=\"{height}\" rx=\"10\" fill=\"#f6f7f9\"/>\n\
         <text x=\"20\" y=\"30\" font-size=\"18\" font-weight=\"bold\" fill=\"#1b2733\">งานของหน่วยบำบัด 99811</text>\n\
         <text x=\"20\" y=\"52\" font-size=\"13\" fill=\"#51606e\">ณ วันที่ {} · worklist, the most urgent first</text>\n",
        Date::parse(super::AS_OF).map_or_else(
            |_| String::new(),
            |on| on.format(Style::ThaiLong).to_string()
        ),
    );
    for (place, item) in (0..).zip(&rows) {
        row(&mut svg, HEAD + ROW * place, item);
    }
    let _ = write!(
        svg,
        "<text x=\"20\" y=\"{}\" font-size=\"12\" fill=\"#51606e\">แสดง {} จาก {} รายการ</text>\n</svg>\n",
        height - 12,
        rows.len(),
        items.len(),
    );
    svg
}

fn row(svg: &mut String, top: u32, item: &WorklistItem) {
    let owed = &item.obligation;
    let last = owed.due_by.unwrap_or(owed.opens_on);
    let colour = match item.urgency {
        Urgency::Overdue => "#b3261e",
        Urgency::Due => "#9a5b00",
        Urgency::Open => "#1f6f43",
        Urgency::Upcoming => "#2b5c9e",
        Urgency::Missed | Urgency::Done => "#51606e",
    };
    let _ = write!(
        svg,
        "<rect x=\"12\" y=\"{top}\" width=\"496\" height=\"52\" rx=\"6\" fill=\"#ffffff\" stroke=\"#d9dee3\"/>\n\
         <rect x=\"12\" y=\"{top}\" width=\"5\" height=\"52\" rx=\"2\" fill=\"{colour}\"/>\n\
         <text x=\"28\" y=\"{}\" font-size=\"15\" fill=\"#1b2733\">{}</text>\n\
         <text x=\"496\" y=\"{}\" font-size=\"13\" text-anchor=\"end\" fill=\"#51606e\">{} · {} · {}</text>\n\
         <text x=\"28\" y=\"{}\" font-size=\"13\" fill=\"{colour}\">{}</text>\n",
        top + 21,
        owed.what.title.th(),
        top + 21,
        item.case_id,
        owed.rule,
        last.format(Style::ThaiShort),
        top + 42,
        item.because.message().th(),
    );
}
