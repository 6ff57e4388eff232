//! What the columns and tables of the standard are called where people write their headers: a title in Thai and in
//! English, and other names that registers use. Only workbooks are read by them; a text names its columns as the
//! standard does (RV-05).

use super::cell::trim;
use super::table::{Column, Table};
use crate::base::text::Text;

/// A column's title in both languages, and its other names.
type Names = (&'static str, Text, &'static [&'static str]);

const fn names(
    column: &'static str,
    th: &'static str,
    en: &'static str,
    others: &'static [&'static str],
) -> Names {
    (column, Text::of(th, en), others)
}

/// A column has one meaning in every table that has it. "ลำดับ" is nobody's: it numbers the rows of a register.
static COLUMNS: &[Names] = &[
    names(
        "HOSPCODE",
        "รหัสหน่วยบริการ",
        "facility code",
        &[
            "รหัสสถานบริการ",
            "รหัสสถานพยาบาล",
            "รหัสหน่วยงาน",
            "รหัส รพ.",
            "hcode",
            "hospital code",
        ],
    ),
    names(
        "HOSPCODE9",
        "รหัสหน่วยบริการ 9 หลัก",
        "facility code of 9 characters",
        &["รหัสสถานบริการ 9 หลัก", "hcode9"],
    ),
    names(
        "CID",
        "เลขประจำตัวประชาชน",
        "citizen id",
        &[
            "เลขบัตรประชาชน",
            "เลขบัตรประจำตัวประชาชน",
            "เลขที่บัตรประชาชน",
            "เลขที่บัตรประจำตัวประชาชน",
            "บัตรประชาชน",
            "เลข 13 หลัก",
            "เลขประชาชน",
            "national id",
            "citizen id number",
            "id card",
            "id card number",
        ],
    ),
    names(
        "PID",
        "ทะเบียนบุคคล",
        "person number",
        &["เลขทะเบียนบุคคล", "รหัสบุคคล", "person id"],
    ),
    names(
        "HID",
        "รหัสบ้าน",
        "house number of the facility",
        &["house id"],
    ),
    names(
        "PRENAME",
        "คำนำหน้าชื่อ",
        "title of the name",
        &["คำนำหน้า", "คำนำหน้านาม", "prefix", "name prefix"],
    ),
    names(
        "NAME",
        "ชื่อ",
        "first name",
        &["ชื่อจริง", "ชื่อตัว", "fname", "given name"],
    ),
    names(
        "LNAME",
        "นามสกุล",
        "last name",
        &["สกุล", "surname", "family name"],
    ),
    names(
        "HN",
        "เลขทะเบียนผู้ป่วยนอก",
        "hospital number",
        &["เลข HN", "HN number"],
    ),
    names("SEX", "เพศ", "sex", &["gender"]),
    names(
        "BIRTH",
        "วันเกิด",
        "date of birth",
        &["วันเดือนปีเกิด", "ว/ด/ป เกิด", "birth date", "birthday", "dob"],
    ),
    names("MSTATUS", "สถานะสมรส", "marital status", &["สถานภาพสมรส"]),
    names("OCCUPATION_OLD", "รหัสอาชีพเดิม", "old occupation code", &[]),
    names("OCCUPATION_NEW", "อาชีพ", "occupation", &["รหัสอาชีพ"]),
    names("RACE", "เชื้อชาติ", "race", &[]),
    names("NATION", "สัญชาติ", "nationality", &[]),
    names("RELIGION", "ศาสนา", "religion", &[]),
    names("EDUCATION", "ระดับการศึกษา", "education", &["การศึกษา"]),
    names("FSTATUS", "สถานะในครอบครัว", "status in the family", &[]),
    names(
        "FATHER",
        "เลขประจำตัวประชาชนบิดา",
        "father's citizen id",
        &["รหัส CID บิดา"],
    ),
    names(
        "MOTHER",
        "เลขประจำตัวประชาชนมารดา",
        "mother's citizen id",
        &["รหัส CID มารดา"],
    ),
    names(
        "COUPLE",
        "เลขประจำตัวประชาชนคู่สมรส",
        "spouse's citizen id",
        &["รหัส CID คู่สมรส"],
    ),
    names("VSTATUS", "สถานะในชุมชน", "status in the village", &[]),
    names("MOVEIN", "วันที่ย้ายเข้า", "date of moving in", &["วันย้ายเข้า"]),
    names(
        "DISCHARGE",
        "สถานะการจำหน่าย",
        "discharge status",
        &["สถานะจำหน่าย", "สาเหตุการจำหน่าย"],
    ),
    names(
        "DDISCHARGE",
        "วันที่จำหน่าย",
        "date of discharge",
        &["วันจำหน่าย", "discharge date"],
    ),
    names("ABOGROUP", "หมู่เลือด", "blood group", &["กรุ๊ปเลือด", "หมู่โลหิต"]),
    names("RHGROUP", "หมู่เลือด Rh", "rhesus group", &[]),
    names(
        "LABOR",
        "รหัสความเป็นคนต่างด้าว",
        "foreign labour code",
        &["คนต่างด้าว"],
    ),
    names(
        "PASSPORT",
        "เลขที่หนังสือเดินทาง",
        "passport number",
        &["หนังสือเดินทาง", "เลขหนังสือเดินทาง"],
    ),
    names(
        "TYPEAREA",
        "สถานะบุคคล",
        "residence type",
        &["ประเภทการอยู่อาศัย", "type area"],
    ),
    names(
        "D_UPDATE",
        "วันเวลาที่ปรับปรุงข้อมูล",
        "updated at",
        &[
            "วันที่ปรับปรุงข้อมูล",
            "วันที่ปรับปรุง",
            "วันเดือนปีที่ปรับปรุง",
            "date of update",
            "last update",
        ],
    ),
    names(
        "TELEPHONE",
        "เบอร์โทรศัพท์",
        "telephone",
        &[
            "โทรศัพท์",
            "เบอร์โทร",
            "หมายเลขโทรศัพท์",
            "โทร",
            "phone",
            "telephone number",
        ],
    ),
    names(
        "MOBILE",
        "เบอร์โทรศัพท์มือถือ",
        "mobile telephone",
        &[
            "โทรศัพท์มือถือ",
            "โทรศัพท์เคลื่อนที่",
            "เบอร์มือถือ",
            "มือถือ",
            "mobile phone",
        ],
    ),
    names("ADDRESSTYPE", "ประเภทที่อยู่", "address type", &[]),
    names(
        "HOUSE_ID",
        "รหัสประจำบ้าน",
        "house id of the registry",
        &["เลขรหัสประจำบ้าน", "รหัสบ้านตามกรมการปกครอง"],
    ),
    names(
        "HOUSETYPE",
        "ลักษณะที่อยู่อาศัย",
        "house type",
        &["ลักษณะที่อยู่", "ลักษณะบ้าน"],
    ),
    names("ROOMNO", "เลขห้อง", "room", &["เลขที่ห้อง"]),
    names("CONDO", "ชื่ออาคารชุด", "condominium", &["อาคาร", "ชื่ออาคาร"]),
    names("HOUSENO", "บ้านเลขที่", "house number", &["เลขที่บ้าน", "เลขที่"]),
    names("SOISUB", "ซอยแยก", "side lane", &[]),
    names("SOIMAIN", "ซอย", "lane", &["ซอยหลัก"]),
    names("ROAD", "ถนน", "road", &["street"]),
    names(
        "VILLANAME",
        "ชื่อหมู่บ้าน",
        "village name",
        &["หมู่บ้าน", "ชื่อหมู่บ้านจัดสรร"],
    ),
    names("VILLAGE", "หมู่ที่", "village number", &["หมู่", "moo"]),
    names(
        "TAMBON",
        "ตำบล",
        "tambon",
        &["รหัสตำบล", "ตำบล/แขวง", "แขวง", "subdistrict"],
    ),
    names(
        "AMPUR",
        "อำเภอ",
        "district",
        &["รหัสอำเภอ", "อำเภอ/เขต", "amphoe", "amphur"],
    ),
    names("CHANGWAT", "จังหวัด", "province", &["รหัสจังหวัด"]),
    names(
        "SEQ",
        "ลำดับการรับบริการ",
        "service number",
        &[
            "ลำดับที่การรับบริการ",
            "ลำดับการให้บริการ",
            "เลขที่รับบริการ",
            "VN",
            "visit number",
        ],
    ),
    names(
        "DATE_SERV",
        "วันที่รับบริการ",
        "date of service",
        &[
            "วันที่ให้บริการ",
            "วันที่มารับบริการ",
            "วันรับบริการ",
            "service date",
            "visit date",
        ],
    ),
    names(
        "TIME_SERV",
        "เวลาที่รับบริการ",
        "time of service",
        &["เวลาที่ให้บริการ", "เวลารับบริการ"],
    ),
    names(
        "LOCATION",
        "ที่ตั้งของที่อยู่ผู้รับบริการ",
        "in or outside the area",
        &["ในเขต/นอกเขต"],
    ),
    names(
        "INTIME",
        "เวลามารับบริการ",
        "in or outside office hours",
        &["ในเวลา/นอกเวลา"],
    ),
    names(
        "INSTYPE",
        "สิทธิการรักษา",
        "insurance",
        &["ประเภทสิทธิการรักษา", "สิทธิ"],
    ),
    names("INSID", "เลขที่บัตรตามสิทธิ", "insurance number", &["เลขที่สิทธิ"]),
    names(
        "MAIN",
        "รหัสสถานบริการหลัก",
        "main facility",
        &["หน่วยบริการหลัก"],
    ),
    names(
        "TYPEIN",
        "ประเภทการมารับบริการ",
        "way in",
        &["ลักษณะการมารับบริการ"],
    ),
    names(
        "REFERINHOSP",
        "สถานพยาบาลที่ส่งผู้ป่วยมา",
        "referred from",
        &["รับส่งต่อจาก"],
    ),
    names(
        "CAUSEIN",
        "สาเหตุการส่งผู้ป่วยมา",
        "reason of the referral in",
        &[],
    ),
    names("CHIEFCOMP", "อาการสำคัญ", "chief complaint", &["อาการนำ"]),
    names(
        "SERVPLACE",
        "สถานที่รับบริการ",
        "place of service",
        &["สถานที่ให้บริการ"],
    ),
    names("BTEMP", "อุณหภูมิร่างกาย", "body temperature", &["อุณหภูมิ"]),
    names(
        "SBP",
        "ความดันโลหิตซิสโตลิก",
        "systolic blood pressure",
        &["ความดันตัวบน"],
    ),
    names(
        "DBP",
        "ความดันโลหิตไดแอสโตลิก",
        "diastolic blood pressure",
        &["ความดันตัวล่าง"],
    ),
    names("PR", "อัตราการเต้นของชีพจร", "pulse rate", &["ชีพจร"]),
    names("RR", "อัตราการหายใจ", "respiratory rate", &[]),
    names(
        "TYPEOUT",
        "สถานะผู้มารับบริการเมื่อเสร็จสิ้นบริการ",
        "way out",
        &["สถานะเมื่อเสร็จสิ้นบริการ"],
    ),
    names(
        "REFEROUTHOSP",
        "สถานพยาบาลที่ส่งผู้ป่วยไป",
        "referred to",
        &["ส่งต่อไปที่"],
    ),
    names(
        "CAUSEOUT",
        "สาเหตุการส่งต่อผู้ป่วย",
        "reason of the referral out",
        &[],
    ),
    names("COST", "ราคาทุนของบริการ", "cost", &["ราคาทุน"]),
    names("PRICE", "ค่าบริการทั้งหมด", "price", &["ราคาขาย"]),
    names(
        "PAYPRICE",
        "ค่าบริการที่ต้องจ่ายเอง",
        "to be paid by the patient",
        &[],
    ),
    names("ACTUALPAY", "เงินที่จ่ายจริง", "actually paid", &["จ่ายจริง"]),
    names(
        "HSUB",
        "รหัสสถานบริการรอง",
        "secondary facility",
        &["หน่วยบริการรอง"],
    ),
    names(
        "HOSP9_MAIN",
        "รหัสสถานบริการหลัก 9 หลัก",
        "main facility of 9 characters",
        &[],
    ),
    names(
        "REFERINHOSP9",
        "สถานพยาบาลที่ส่งผู้ป่วยมา 9 หลัก",
        "referred from, 9 characters",
        &[],
    ),
    names(
        "REFEROUTHOSP9",
        "สถานพยาบาลที่ส่งผู้ป่วยไป 9 หลัก",
        "referred to, 9 characters",
        &[],
    ),
    names(
        "HOSP9_SUB",
        "รหัสสถานบริการรอง 9 หลัก",
        "secondary facility of 9 characters",
        &[],
    ),
    names(
        "DIAGTYPE",
        "ประเภทการวินิจฉัย",
        "diagnosis type",
        &["ชนิดการวินิจฉัย"],
    ),
    names(
        "DIAGCODE",
        "รหัสการวินิจฉัย",
        "diagnosis code",
        &["รหัสโรค", "ICD10", "ICD-10", "รหัส ICD-10", "diagnosis"],
    ),
    names("CLINIC", "แผนกที่รับบริการ", "clinic", &["คลินิก", "แผนก"]),
    names(
        "PROVIDER",
        "เลขที่ผู้ให้บริการ",
        "provider",
        &["ผู้ให้บริการ", "รหัสผู้ให้บริการ"],
    ),
    names("AN", "เลขที่ผู้ป่วยใน", "admission number", &["เลข AN"]),
    names(
        "DATETIME_ADMIT",
        "วันเวลาที่รับผู้ป่วยไว้รักษา",
        "admitted at",
        &[
            "วันที่รับผู้ป่วยไว้รักษา",
            "วันที่รับไว้รักษา",
            "วันที่ admit",
            "admission date",
            "date of admission",
        ],
    ),
    names("WARDDIAG", "แผนกที่วินิจฉัย", "ward of the diagnosis", &[]),
    names(
        "PPSPECIAL",
        "รหัสบริการส่งเสริมป้องกันเฉพาะ",
        "special service code",
        &["รหัสบริการเฉพาะ", "รหัสกิจกรรม", "special PP code"],
    ),
    names(
        "PPSPLACE",
        "สถานที่รับบริการส่งเสริมป้องกัน",
        "facility of the service",
        &["หน่วยบริการที่ให้บริการ"],
    ),
    names(
        "PPSPLACE9",
        "สถานที่รับบริการส่งเสริมป้องกัน 9 หลัก",
        "facility of the service, 9 characters",
        &[],
    ),
    names(
        "HOSPDEATH",
        "สถานพยาบาลที่เสียชีวิต",
        "facility of the death",
        &["สถานบริการที่เสียชีวิต"],
    ),
    names(
        "DDEATH",
        "วันที่เสียชีวิต",
        "date of death",
        &["วันที่ตาย", "วันตาย", "วันเสียชีวิต", "death date"],
    ),
    names(
        "CDEATH_A",
        "สาเหตุการตาย a",
        "cause of death a",
        &["โรคที่เป็นสาเหตุการตาย_a"],
    ),
    names(
        "CDEATH_B",
        "สาเหตุการตาย b",
        "cause of death b",
        &["โรคที่เป็นสาเหตุการตาย_b"],
    ),
    names(
        "CDEATH_C",
        "สาเหตุการตาย c",
        "cause of death c",
        &["โรคที่เป็นสาเหตุการตาย_c"],
    ),
    names(
        "CDEATH_D",
        "สาเหตุการตาย d",
        "cause of death d",
        &["โรคที่เป็นสาเหตุการตาย_d"],
    ),
    names(
        "ODISEASE",
        "โรคหรือภาวะอื่นที่เป็นเหตุหนุน",
        "other condition",
        &["โรคหรือภาวะอื่น"],
    ),
    names(
        "CDEATH",
        "สาเหตุการตาย",
        "cause of death",
        &["สาเหตุการเสียชีวิต"],
    ),
    names(
        "PREGDEATH",
        "การตั้งครรภ์และการคลอด",
        "pregnancy and death",
        &[],
    ),
    names("PDEATH", "สถานที่ตาย", "place of death", &["สถานที่เสียชีวิต"]),
    names(
        "HOSP9_DEATH",
        "สถานพยาบาลที่เสียชีวิต 9 หลัก",
        "facility of the death, 9 characters",
        &[],
    ),
];

/// What sheets of a table are called beside its name and its titles.
const fn sheets(table: Table) -> &'static [&'static str] {
    match table {
        Table::Person => &["บุคคล", "ทะเบียนบุคคล", "รายชื่อ", "persons"],
        Table::Address => &["ที่อยู่ผู้รับบริการ", "addresses"],
        Table::Service => &["บริการ", "services", "visits"],
        Table::DiagnosisOpd => &["วินิจฉัยผู้ป่วยนอก", "diagnosis opd", "diag opd"],
        Table::DiagnosisIpd => &["วินิจฉัยผู้ป่วยใน", "diagnosis ipd", "diag ipd"],
        Table::Specialpp => &["ส่งเสริมป้องกันเฉพาะ", "บริการส่งเสริมป้องกันเฉพาะ", "special pp"],
        Table::Death => &["เสียชีวิต", "ผู้เสียชีวิต", "การตาย", "deaths"],
    }
}

/// A name as names are compared: in lower case, without what stands in parentheses, white space and marks.
fn folded(name: &str) -> String {
    let mut depth = 0_u32;
    let mut outside = String::new();
    for c in name.chars() {
        match c {
            '(' => depth = depth.saturating_add(1),
            ')' => depth = depth.saturating_sub(1),
            c if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    let kept = if outside.trim().is_empty() {
        name
    } else {
        &outside
    };
    let is_mark = |c: char| c.is_whitespace() || "_-–./\\:*\"'#()\u{200b}\u{feff}".contains(c);
    let letters: String = kept.chars().filter(|c| !is_mark(*c)).collect();
    // SARA AM is also written as its two parts.
    letters.to_lowercase().replace("\u{e4d}\u{e32}", "\u{e33}")
}

impl Column {
    /// What it is called, in Thai and in English.
    ///
    /// ```
    /// use bosoto::record::Table;
    ///
    /// let cid = Table::Person.column("CID").expect("known");
    /// assert_eq!(cid.title().th(), "เลขประจำตัวประชาชน");
    /// ```
    #[must_use]
    pub fn title(&self) -> Text {
        let known = COLUMNS.iter().find(|(name, ..)| *name == self.name);
        known.map_or(Text::NONE, |(_, title, _)| *title)
    }

    fn is_called(&self, folded_name: &str) -> bool {
        let known = COLUMNS.iter().find(|(name, ..)| *name == self.name);
        known.is_some_and(|(_, title, others)| {
            let titles = [title.th(), title.en()];
            let mut all = titles.iter().chain(*others);
            all.any(|name| folded(name) == folded_name)
        })
    }
}

impl Table {
    /// The column that a header of a workbook means: by the standard's name, in any case, or else by a title or another
    /// name in Thai or in English, without regard to spaces, marks and what stands in parentheses.
    ///
    /// ```
    /// use bosoto::record::Table;
    ///
    /// let taken = |header| Table::Person.column_called(header).map(|column| column.name);
    /// assert_eq!(taken(" cid "), Some("CID"));
    /// assert_eq!(taken("เลขบัตรประชาชน (13 หลัก)"), Some("CID"));
    /// assert_eq!(taken("Date of birth"), Some("BIRTH"));
    /// assert_eq!(taken("ลำดับ"), None);
    /// ```
    #[must_use]
    pub fn column_called(self, header: &str) -> Option<&'static Column> {
        if let Some(column) = self.column(trim(header)) {
            return Some(column);
        }
        let name = folded(header);
        let mut columns = self.columns().iter();
        columns.find(|column| column.is_called(&name))
    }

    /// The table that a sheet of a workbook is by its name: the standard's, in any case, a title or another name, in Thai
    /// also behind แฟ้ม or ข้อมูล.
    ///
    /// ```
    /// use bosoto::record::Table;
    ///
    /// assert_eq!(Table::called(" Person "), Some(Table::Person));
    /// assert_eq!(Table::called("แฟ้มการเสียชีวิต"), Some(Table::Death));
    /// assert_eq!(Table::called("Sheet1"), None);
    /// ```
    #[must_use]
    pub fn called(sheet: &str) -> Option<Self> {
        if let Some(table) = Self::find(sheet.trim()) {
            return Some(table);
        }
        let name = folded(sheet);
        let bare = ["แฟ้ม", "ข้อมูล"]
            .iter()
            .find_map(|prefix| name.strip_prefix(prefix))
            .unwrap_or(&name);
        let is_its = |table: &Self| {
            let title = table.title();
            let mut all = [title.th(), title.en()]
                .into_iter()
                .chain(sheets(*table).iter().copied());
            all.any(|known| folded(known) == bare)
        };
        Self::ALL.iter().copied().find(is_its)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_a_title_and_no_two_of_a_table_share_a_name() {
        for table in Table::ALL {
            for column in table.columns() {
                assert_ne!(column.title().th(), column.name, "{table} {}", column.name);
                let (_, title, others) = COLUMNS
                    .iter()
                    .find(|(name, ..)| *name == column.name)
                    .unwrap();
                for name in [title.th(), title.en()].iter().chain(*others) {
                    assert_eq!(table.column_called(name), Some(column), "{table} {name}");
                    let taken = table
                        .columns()
                        .iter()
                        .filter(|one| one.is_called(&folded(name)));
                    assert_eq!(taken.count(), 1, "{table} {name}");
                }
            }
        }
        let is_known = |name: &str| Table::ALL.iter().any(|table| table.column(name).is_some());
        assert!(COLUMNS.iter().all(|(name, ..)| is_known(name)));
    }

    #[test]
    fn every_table_is_found_by_each_of_its_names_alone() {
        for table in Table::ALL {
            let title = table.title();
            for name in [table.name(), title.th(), title.en()]
                .iter()
                .chain(sheets(*table))
            {
                assert_eq!(Table::called(name), Some(*table), "{name}");
                assert_eq!(
                    Table::called(&format!("แฟ้ม{name}")).unwrap_or(*table),
                    *table
                );
            }
        }
        for name in ["", "Sheet1", "แผ่น1", "สรุป", "()"] {
            assert_eq!(Table::called(name), None, "{name}");
        }
    }

    #[test]
    fn names_are_compared_without_marks_spaces_and_parentheses() {
        for header in [
            "วัน/เดือน/ปี เกิด",
            "วันเดือนปีเกิด\n(พ.ศ.)",
            "BIRTH DATE*",
            "date_of_birth",
        ] {
            let taken = Table::Person
                .column_called(header)
                .map(|column| column.name);
            assert_eq!(taken, Some("BIRTH"), "{header}");
        }
        let parted = "ค\u{e4d}\u{e32}น\u{e4d}\u{e32}หน้า";
        assert_eq!(Table::Person.column_called(parted).unwrap().name, "PRENAME");
        for header in ["", " ", "()", "ชื่อ-สกุล", "ชื่อ – สกุล", "อายุ", "column_1"]
        {
            assert_eq!(Table::Person.column_called(header), None, "{header}");
        }
    }
}
