//! GE · What holds for every lifecycle.

use crate::base::documents::CF_KEEP;
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[&GE_01, &GE_02, &GE_03, &GE_04, &GE_05];

pub(crate) static GE_01: Rule = Rule::decision(
    "GE-01",
    text(
        "บันทึกข้อเท็จจริงก่อน พิจารณาภายหลัง",
        "Facts are recorded first and judged separately",
    ),
    text(
        "ข้อเท็จจริงบันทึกย้อนหลังได้แม้ล่าช้าหรือผิดรอบ หากวันที่อยู่ในช่วงของสถานะที่ข้อนั้นกำหนด \
         ส่วนการดำเนินการทางราชการตรวจเงื่อนไขโดยเคร่งครัด",
        "A fact may be recorded late or out of rhythm, if its day lies within the time of the \
         state it belongs to. Official acts are checked strictly.",
    ),
    text(
        "การบันทึกข้อเท็จจริง (เช่น การมารายงานตัว การบำบัด การติดตาม) ไม่ถูกปฏิเสธเพราะล่าช้าหรือผิดรอบ \
         จะถูกปฏิเสธเฉพาะเมื่อวันที่เป็นไปไม่ได้ (วันในอนาคต หรือวันก่อนสิ่งที่เกี่ยวข้อง) ข้อมูลผิดรูปแบบ \
         หรือไม่ผ่านเงื่อนไขของข้อนั้น แม้เคสเปลี่ยนสถานะแล้ว รวมถึงเป็นสถานะสุดท้าย \
         ก็ยังบันทึกย้อนหลังได้หากวันที่อยู่ในช่วงของสถานะเดิม \
         คือตั้งแต่วันที่ของรายการที่เริ่มสถานะนั้นถึงวันที่ของรายการที่สิ้นสุดสถานะนั้น รวมทั้งสองวัน \
         ระบบรับพร้อมคำเตือนและสถานะไม่เปลี่ยน วันที่นอกช่วงนั้นถือว่าผิดสถานะ ผู้บันทึกได้คือหน่วยบำบัด อำเภอ \
         หรือชุดปฏิบัติการประจำตำบลที่รับผิดชอบเคสในวันที่เกิดข้อเท็จจริง ส่วนการดำเนินการทางราชการ (แจ้ง รับงาน \
         จำหน่าย สรุปผล รับรอง อนุมัติ ปิดเคส) ตรวจเงื่อนไขโดยเคร่งครัด ข้อนี้ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "Recording a fact (a report-in, a treatment, a trace, a visit) is never refused for \
         being late or out of rhythm. It is refused only when its date is impossible (in the \
         future, or before the thing it belongs to), when the data is malformed, or when a \
         condition of its own rule fails. It is also accepted after the case has moved on, even \
         into a final state, when its date lies in the time the earlier state held, from the \
         day of the act that began that state to the day of the act that ended it, both \
         included: a warning is given and the state does not change. A date outside that time \
         is the wrong state. The unit, district or team that had the case on the recorded date \
         may record it. Official acts (report, accept, drop out, conclude, certify, approve, \
         close) are checked strictly. This rule is added by the system, not in the documents.",
    ),
)
.sources(&[CF_KEEP]);

pub(crate) static GE_02: Rule = Rule::decision(
    "GE-02",
    text("สถานะไม่เปลี่ยนเอง", "No state changes by itself"),
    text(
        "สถานะของเคสเปลี่ยนเมื่อผู้มีสิทธิทำรายการเท่านั้น เวลาที่ผ่านไปเปลี่ยนเพียงว่าทำรายการใดได้และมีงานใดต้องทำ",
        "A state changes only when someone entitled to do so acts. Passing time changes only \
         what is allowed and what is owed.",
    ),
    text(
        "เวลาที่ผ่านไปไม่ทำให้สถานะของเคสเปลี่ยนเอง เปลี่ยนเพียงว่าทำรายการใดได้แล้วและมีงานใดต้องทำ \
         สถานะจะเปลี่ยนเมื่อผู้มีสิทธิทำรายการเท่านั้น ข้อนี้ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "The passing of time never changes the state of a case; it changes only what is allowed \
         and what is owed. A state changes only when someone entitled to do so acts. This rule \
         is added by the system, not in the documents.",
    ),
);

pub(crate) static GE_03: Rule = Rule::decision(
    "GE-03",
    text("ส่งรายการเดิมซ้ำ", "The same act sent again"),
    text(
        "รายการเดิมที่ส่งซ้ำด้วยรหัสการส่งเดิมไม่เปลี่ยนแปลงสิ่งใด และต้องไม่แจ้งหรือออกหนังสือซ้ำ \
         รหัสการส่งเดิมใช้กับรายการอื่นไม่ได้",
        "The same act sent again under the same id changes nothing, and its notices and letters \
         are not sent twice. The id cannot be used for another act.",
    ),
    text(
        "รายการที่เคสนั้นรับไว้แล้ว หากส่งซ้ำด้วยรหัสการส่งเดิม หรือส่งรายการที่ไม่มีรหัสการส่งซ้ำโดยข้อมูลตรงกันทุกช่อง จะไม่เปลี่ยนแปลงสิ่งใด \
         ระบบตอบผลครั้งแรกพร้อมระบุว่าเป็นการส่งซ้ำ และต้องไม่แจ้งหรือออกหนังสือซ้ำ \
         หากใช้รหัสการส่งเดิมกับรายการอื่นหรือผู้ทำรายการอื่นถือเป็นข้อผิดพลาด รายการที่ถูกปฏิเสธไม่ถูกจดจำ \
         จึงส่งใหม่ด้วยรหัสการส่งเดิมได้ ส่วนรหัสการส่งของรายการที่รับแล้วเก็บไว้ในประวัติรายการของเคส ข้อนี้ระบบกำหนดเพิ่มเติม \
         ไม่มีในเอกสาร",
        "An act whose id the case has already accepted, or one without an id whose every field is the \
         same, changes nothing: the first answer is \
         given again, marked as repeated, and its notices and letters are not to be sent a \
         second time. The same id with another act or another actor is an error. A refused act \
         is not remembered, so its id may be used again; the id of an accepted one is kept in \
         the log of the case. This rule is added by the system, not in the documents.",
    ),
);

pub(crate) static GE_04: Rule = Rule::decision(
    "GE-04",
    text("นาฬิกาของเครื่องอาจผิด", "A device's clock may be wrong"),
    text(
        "ระบบนับเวลาจากเวลาที่ทำรายการหรือเวลาที่ระบบได้รับรายการ แล้วแต่เวลาใดถึงก่อน \
         รายการที่เวลาอยู่ก่อนรายการที่รับไว้ล่าสุดยังรับได้ โดยมีคำเตือน",
        "Time is counted from when an act was done or when it was received, whichever is earlier. An act \
         timed before the one accepted last is still accepted, with a warning.",
    ),
    text(
        "เวลาของรายการคือเวลาที่ทำรายการตามนาฬิกาของเครื่อง หรือเวลาที่ระบบได้รับรายการ แล้วแต่เวลาใดถึงก่อน \
         “วันนี้” ระยะเวลาที่ต้องรอ และเวลาที่ข้อมูลเข้าระบบนับจากเวลานี้ \
         รายการที่เวลาอยู่ก่อนรายการที่รับไว้ล่าสุด หรือที่วันที่ทำรายการอยู่หลังวันที่ระบบได้รับรายการ ยังรับได้ \
         แต่มีคำเตือนตามข้อ TM-1 ประวัติรายการของเคสเรียงตามลำดับที่รับไว้ \
         เมื่อรวมประวัติรายการสองชุดของเคสเดียวกัน ลำดับเดิมของแต่ละชุดไม่เปลี่ยน \
         ส่วนรายการที่มีในชุดเดียวเรียงตามเวลาของรายการ ข้อนี้ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "The moment of an act is when it was done by the device's clock, or when it was received, \
         whichever is earlier. “Today”, every time to wait and every entry into the system are \
         counted by it. An act whose moment lies before that of the one accepted last, or that was \
         done on a later day than it was received, is still accepted, with a warning under TM-1. The \
         log of a case keeps the order of acceptance; a merge of two logs of one case keeps the order \
         of either and orders what they do not share by moment. This rule is added by the system, \
         not in the documents.",
    ),
);

pub(crate) static GE_05: Rule = Rule::decision(
    "GE-05",
    text("สถานะกับเงื่อนไข", "State and condition are different things"),
    text(
        "“ผิดสถานะ” หมายถึงเคสไม่อยู่ในสถานะที่ข้อนั้นกำหนดเท่านั้น เรื่องอื่น เช่น การขาดนัดหรือคำขอที่รอดำเนินการ \
         เป็นเงื่อนไขที่ต้องมีก่อน",
        "“Wrong state” means only that the case is not in a state named by the rule. Anything \
         else, such as an absence or an open request, is a precondition.",
    ),
    text(
        "รายการถูกปฏิเสธว่า “ผิดสถานะ” เฉพาะเมื่อเคสไม่อยู่ในสถานะที่ข้อนั้นกำหนด \
         ส่วนเรื่องที่ว่าผู้ป่วยอยู่ระหว่างขาดนัดหรือไม่ มีคำขอที่รอดำเนินการหรือไม่ หรือแจ้งแล้วหรือยัง \
         เป็นเงื่อนไขที่ต้องมีก่อน เงื่อนไขที่ต้องอาศัยสิ่งที่ยังไม่มี ระบบไม่นำมาพิจารณา ข้อนี้ระบบกำหนดเพิ่มเติม \
         ไม่มีในเอกสาร",
        "An act is refused as in the “wrong state” only when the case is not in a state named \
         by its rule. Whether an absence is open, a request is open or something has been \
         reported is a precondition, not a state. A condition that needs something which is \
         missing is not judged. This rule is added by the system, not in the documents.",
    ),
);
