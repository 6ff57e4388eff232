//! What a person should know of how a worksheet was read, in words.

use bosoto::text::{Arg, Message, Text};

use super::worksheet::Worksheet;

const FORMULAS: Text = Text::given(&[
    "{sheet}: สูตร {count} ช่องไม่มีผลลัพธ์เก็บไว้ จึงอ่านเป็นช่องว่าง โปรดเปิดด้วยโปรแกรมตารางคำนวณแล้วบันทึกใหม่",
    "{sheet}: {count} formulas have no stored result and are read as empty cells; open it in a spreadsheet program and save it again",
]);
const HIDDEN: Text = Text::given(&[
    "{sheet}: มีแถวที่ซ่อนไว้ {count} แถว ระบบตรวจและนับรวมด้วย",
    "{sheet}: {count} rows are hidden; they are judged and counted like the others",
]);
const MERGED: Text = Text::given(&[
    "{sheet}: มีช่องที่ผสานกัน {count} แห่ง ค่าอยู่ที่ช่องแรก ช่องอื่นอ่านเป็นช่องว่าง โปรดยกเลิกการผสานแล้วกรอกให้ครบ",
    "{sheet}: cells are merged in {count} places; the value is the first cell's and the others are empty: unmerge them and fill them in",
]);
const BEYOND: Text = Text::given(&[
    "{sheet}: มีข้อมูล {count} ช่องอยู่ทางขวาของหัวตาราง ระบบไม่ได้อ่าน โปรดใส่หัวคอลัมน์หากเป็นข้อมูล",
    "{sheet}: {count} cells stand right of the header and are not read; give them a header if they are data",
]);
const ABOVE: Text = Text::given(&[
    "{sheet}: หัวตารางอยู่แถวที่ {count} ระบบไม่ได้ตรวจแถวที่อยู่เหนือขึ้นไป",
    "{sheet}: the header is row {count}; what stands above it is not judged",
]);
const NO_HEADER: Text = Text::given(&[
    "{sheet}: ไม่พบหัวตารางใน 20 แถวแรก โปรดใส่ชื่อคอลัมน์ตามมาตรฐานหรือชื่อภาษาไทยไว้เหนือข้อมูล",
    "{sheet}: no header was found in the first 20 rows; write the names of the columns above the data, as the standard has them or in Thai",
]);

/// A sentence for each thing that is so.
pub(super) fn notes(sheet: &Worksheet) -> Vec<Message> {
    let surveyed = sheet.surveyed;
    let above = sheet.header_row.filter(|_| sheet.has_above);
    let header = above.map_or(0, |row| u64::from(row).saturating_add(1));
    let is_without = u64::from(sheet.header_row.is_none());
    let counts = [
        (NO_HEADER, is_without),
        (ABOVE, header),
        (BEYOND, sheet.header_row.map_or(0, |_| sheet.beyond())),
        (FORMULAS, sheet.unsaved()),
        (MERGED, surveyed.merged),
        (HIDDEN, surveyed.hidden_rows),
    ];
    let told = counts.into_iter().filter(|(_, count)| *count > 0);
    told.map(|(text, count)| {
        let args = [
            ("sheet", Arg::Word(sheet.label.clone().into())),
            ("count", Arg::Word(count.to_string().into())),
        ];
        Message::new(text, args)
    })
    .collect()
}
