//! The columns of the 43-file standard (v2.4.1), in its order: what each needs, how wide it is, what it holds (RV-05).

use super::cell::Kind;
use super::table::{Column, Needs};

const fn ignored(name: &'static str) -> Column {
    Column::new(name, Needs::Nothing, None)
}

const fn cell(name: &'static str, kind: Kind) -> Column {
    Column::new(name, Needs::Cell, Some(kind))
}

const fn column(name: &'static str, kind: Kind) -> Column {
    Column::new(name, Needs::Column, Some(kind))
}

const fn optional(name: &'static str, kind: Kind) -> Column {
    Column::new(name, Needs::Nothing, Some(kind))
}

pub(super) static PERSON: &[Column] = &[
    cell("HOSPCODE", Kind::Facility).key(),
    column("CID", Kind::Cid).personal(),
    cell("PID", Kind::Text).wide(15).key(),
    ignored("HID"),
    ignored("PRENAME"),
    optional("NAME", Kind::Text).wide(50).personal(),
    optional("LNAME", Kind::Text).wide(50).personal(),
    ignored("HN"),
    cell("SEX", Kind::List(&["1", "2"])),
    cell("BIRTH", Kind::Date).personal(),
    ignored("MSTATUS"),
    ignored("OCCUPATION_OLD"),
    ignored("OCCUPATION_NEW"),
    ignored("RACE"),
    cell("NATION", Kind::Digits(3)),
    ignored("RELIGION"),
    ignored("EDUCATION"),
    ignored("FSTATUS"),
    ignored("FATHER"),
    ignored("MOTHER"),
    ignored("COUPLE"),
    ignored("VSTATUS"),
    ignored("MOVEIN"),
    column("DISCHARGE", Kind::List(&["1", "2", "3", "9"])),
    optional("DDISCHARGE", Kind::Date).personal(),
    ignored("ABOGROUP"),
    ignored("RHGROUP"),
    ignored("LABOR"),
    ignored("PASSPORT"),
    cell("TYPEAREA", Kind::List(&["1", "2", "3", "4", "5"])),
    optional("D_UPDATE", Kind::DateTime),
    optional("TELEPHONE", Kind::Phone).wide(15).personal(),
    optional("MOBILE", Kind::Phone).wide(15).personal(),
    optional("HOSPCODE9", Kind::Facility9),
];

pub(super) static ADDRESS: &[Column] = &[
    cell("HOSPCODE", Kind::Facility).key(),
    cell("PID", Kind::Text).wide(15).key(),
    cell("ADDRESSTYPE", Kind::List(&["1", "2"])).key(),
    ignored("HOUSE_ID"),
    cell(
        "HOUSETYPE",
        Kind::List(&["1", "2", "3", "4", "5", "8", "9"]),
    ),
    ignored("ROOMNO"),
    ignored("CONDO"),
    ignored("HOUSENO"),
    ignored("SOISUB"),
    ignored("SOIMAIN"),
    ignored("ROAD"),
    ignored("VILLANAME"),
    cell("VILLAGE", Kind::Text).wide(2),
    cell("TAMBON", Kind::Area),
    cell("AMPUR", Kind::Area),
    cell("CHANGWAT", Kind::Province),
    optional("D_UPDATE", Kind::DateTime),
    optional("CID", Kind::Cid).personal(),
    optional("HOSPCODE9", Kind::Facility9),
];

pub(super) static SERVICE: &[Column] = &[
    cell("HOSPCODE", Kind::Facility).key(),
    cell("PID", Kind::Text).wide(15).key(),
    ignored("HN"),
    cell("SEQ", Kind::Text).wide(16).key(),
    cell("DATE_SERV", Kind::Date).key(),
    ignored("TIME_SERV"),
    ignored("LOCATION"),
    ignored("INTIME"),
    ignored("INSTYPE"),
    ignored("INSID"),
    ignored("MAIN"),
    cell("TYPEIN", Kind::Text),
    ignored("REFERINHOSP"),
    ignored("CAUSEIN"),
    ignored("CHIEFCOMP"),
    cell("SERVPLACE", Kind::List(&["1", "2"])),
    ignored("BTEMP"),
    ignored("SBP"),
    ignored("DBP"),
    ignored("PR"),
    ignored("RR"),
    cell("TYPEOUT", Kind::Text),
    ignored("REFEROUTHOSP"),
    ignored("CAUSEOUT"),
    ignored("COST"),
    ignored("PRICE"),
    ignored("PAYPRICE"),
    ignored("ACTUALPAY"),
    optional("D_UPDATE", Kind::DateTime),
    ignored("HSUB"),
    optional("CID", Kind::Cid).personal(),
    optional("HOSPCODE9", Kind::Facility9),
    ignored("HOSP9_MAIN"),
    ignored("REFERINHOSP9"),
    ignored("REFEROUTHOSP9"),
    ignored("HOSP9_SUB"),
];

pub(super) static DIAGNOSIS_OPD: &[Column] = &[
    cell("HOSPCODE", Kind::Facility).key(),
    cell("PID", Kind::Text).wide(15).key(),
    cell("SEQ", Kind::Text).wide(16).key(),
    cell("DATE_SERV", Kind::Date).key(),
    cell("DIAGTYPE", Kind::List(&["1", "2", "3", "4", "5", "6", "7"])),
    cell("DIAGCODE", Kind::Icd10).wide(6).key(),
    cell("CLINIC", Kind::Text).wide(5),
    optional("PROVIDER", Kind::Text).wide(15),
    optional("D_UPDATE", Kind::DateTime),
    optional("CID", Kind::Cid).personal(),
    optional("HOSPCODE9", Kind::Facility9),
];

pub(super) static DIAGNOSIS_IPD: &[Column] = &[
    cell("HOSPCODE", Kind::Facility).key(),
    cell("PID", Kind::Text).wide(15).key(),
    cell("AN", Kind::Text).wide(9).key(),
    cell("DATETIME_ADMIT", Kind::DateTime).key(),
    cell("WARDDIAG", Kind::Text).wide(5),
    cell("DIAGTYPE", Kind::List(&["1", "2", "3", "4", "5", "6", "7"])),
    cell("DIAGCODE", Kind::Icd10).wide(6).key(),
    optional("PROVIDER", Kind::Text).wide(15),
    optional("D_UPDATE", Kind::DateTime),
    optional("CID", Kind::Cid).personal(),
    optional("HOSPCODE9", Kind::Facility9),
];

pub(super) static SPECIALPP: &[Column] = &[
    cell("HOSPCODE", Kind::Facility).key(),
    cell("PID", Kind::Text).wide(15).key(),
    optional("SEQ", Kind::Text).wide(16),
    cell("DATE_SERV", Kind::Date).key(),
    cell("SERVPLACE", Kind::List(&["1", "2"])),
    cell("PPSPECIAL", Kind::Text).wide(6).key(),
    optional("PPSPLACE", Kind::Facility),
    optional("PROVIDER", Kind::Text).wide(15),
    cell("D_UPDATE", Kind::DateTime),
    optional("CID", Kind::Cid).personal(),
    optional("HOSPCODE9", Kind::Facility9),
    optional("PPSPLACE9", Kind::Facility9),
];

pub(super) static DEATH: &[Column] = &[
    cell("HOSPCODE", Kind::Facility).key(),
    cell("PID", Kind::Text).wide(15).key(),
    ignored("HOSPDEATH"),
    optional("AN", Kind::Text).wide(9),
    optional("SEQ", Kind::Text).wide(16),
    cell("DDEATH", Kind::Date).personal(),
    cell("CDEATH_A", Kind::Icd10).wide(6),
    optional("CDEATH_B", Kind::Icd10).wide(6),
    optional("CDEATH_C", Kind::Icd10).wide(6),
    optional("CDEATH_D", Kind::Icd10).wide(6),
    optional("ODISEASE", Kind::Icd10).wide(6),
    cell("CDEATH", Kind::Icd10).wide(6),
    ignored("PREGDEATH"),
    cell("PDEATH", Kind::List(&["1", "2"])),
    optional("PROVIDER", Kind::Text).wide(15),
    optional("D_UPDATE", Kind::DateTime),
    optional("CID", Kind::Cid).personal(),
    optional("HOSPCODE9", Kind::Facility9),
    ignored("HOSP9_DEATH"),
];
