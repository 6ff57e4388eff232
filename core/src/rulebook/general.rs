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
    text("", ""),
    text(
        "การบันทึกข้อเท็จจริง (เช่น การมารายงานตัว การบำบัด การติดตาม การเยี่ยม) \
                จะถูกปฏิเสธเฉพาะเมื่อวันที่เป็นไปไม่ได้ (เป็นวันในอนาคตหรือก่อนสิ่งที่เกี่ยวข้อง) ข้อมูลผิดรูปแบบ \
                หรือไม่ผ่านเงื่อนไขของข้อนั้น แต่ไม่ถูกปฏิเสธเพราะล่าช้าหรือผิดรอบ แม้เคสเปลี่ยนสถานะไปแล้ว \
                รวมถึงสถานะสุดท้าย ก็ยังบันทึกย้อนหลังได้หากวันที่นั้นอยู่ในช่วงของสถานะเดิม \
                นับตั้งแต่วันของการกระทำที่เริ่มสถานะถึงวันของการกระทำที่สิ้นสุดสถานะ รวมทั้งสองวัน \
                โดยระบบจะแจ้งคำเตือนและสถานะไม่เปลี่ยน หากวันที่อยู่นอกช่วงนั้นถือว่าผิดสถานะ ผู้บันทึกได้คือหน่วย อำเภอ \
                หรือชุดปฏิบัติการที่รับผิดชอบเคสในวันที่เกิดเหตุการณ์ ส่วนการดำเนินการที่มีผลทางราชการ (แจ้ง รับงาน \
                จำหน่าย สรุปผล รับรอง อนุมัติ ปิดเคส) ตรวจเงื่อนไขโดยเคร่งครัด ข้อนี้เป็นข้อกำหนดของไลบรารีเอง",
        "Recording a fact (a report-in, a treatment, a trace, a visit) is refused only \
                when its date is impossible (in the future, or before the thing it belongs to), \
                when the data is malformed, or when a condition of its own rule fails; it is \
                never refused for being late or out of rhythm. It is also accepted after the case \
                has moved on, even into a final state, when its date lies in the time the earlier \
                state held, from the day of the act that began that state to the day of the act \
                that ended it, both included: a warning is given and the state does not change. A \
                date outside that time is the wrong state. The unit, district or team that had \
                the case on the recorded date may record it, whereas official acts (report, \
                accept, drop out, conclude, certify, approve, close) are checked strictly. This \
                is the library's own decision.",
    ),
)
.sources(&[CF_KEEP]);

pub(crate) static GE_02: Rule = Rule::decision(
    "GE-02",
    text("สถานะไม่เปลี่ยนเอง", "No state changes by itself"),
    text("", ""),
    text(
        "เวลาที่ผ่านไปไม่ทำให้สถานะของเคสเปลี่ยนเอง เวลาเปลี่ยนเพียงว่าดำเนินการใดได้แล้วและมีงานใดค้างอยู่ \
                สถานะจะเปลี่ยนเมื่อผู้มีสิทธิดำเนินการเท่านั้น ข้อนี้เป็นข้อกำหนดของไลบรารีเอง",
        "The passing of time never changes the state of a case; it changes only what is \
                allowed and what is owed. A state changes only when someone entitled to do so \
                acts. This is the library's own decision.",
    ),
);

pub(crate) static GE_03: Rule = Rule::decision(
    "GE-03",
    text("ส่งคำสั่งเดิมซ้ำ", "The same command sent again"),
    text("", ""),
    text(
        "คำสั่งที่มีรหัสคำสั่งซึ่งเคสนั้นเคยรับไว้แล้วจะไม่เปลี่ยนแปลงสิ่งใด \
                ระบบตอบผลครั้งแรกพร้อมระบุว่าเป็นการส่งซ้ำ และผู้รับต้องไม่แจ้งหรือออกหนังสือซ้ำ \
                หากใช้รหัสเดิมกับคำสั่งหรือผู้ดำเนินการอื่นถือเป็นข้อผิดพลาด คำสั่งที่ถูกปฏิเสธจะไม่ถูกจดจำ \
                จึงส่งใหม่ด้วยรหัสเดิมได้ ข้อนี้เป็นข้อกำหนดของไลบรารีเอง",
        "A command whose id the case has already accepted changes nothing: the first \
                answer is given again, marked as repeated, and its notices and letters are not to \
                be sent a second time. The same id with another command or another actor is an \
                error. A rejected command is not remembered, so its id may be used again; the id \
                of an accepted one is kept in the event log. This is the library's own decision.",
    ),
);

pub(crate) static GE_04: Rule = Rule::decision(
    "GE-04",
    text("นาฬิกาของเครื่องอาจผิด", "A device's clock may be wrong"),
    text("", ""),
    text(
        "คำสั่งที่ระบุเวลาก่อนเหตุการณ์ที่รับไว้ล่าสุดยังคงรับได้ แต่จะมีคำเตือนตามข้อ TM-1 \
                บันทึกเหตุการณ์เรียงตามลำดับที่รับไว้ การเรียงตามเวลาที่ระบุทำเฉพาะเมื่อรวมบันทึกสองชุดของเคสเดียวกัน \
                ข้อนี้เป็นข้อกำหนดของไลบรารีเอง",
        "A command timed before the event accepted last is still accepted, with the \
                warning TM-1. The log keeps the order in which events were accepted; only the \
                merging of two logs of one case orders them by the time stated. This is the \
                library's own decision.",
    ),
);

pub(crate) static GE_05: Rule = Rule::decision(
    "GE-05",
    text("สถานะกับเงื่อนไข", "State and condition are different things"),
    text("", ""),
    text(
        "การดำเนินการจะถูกปฏิเสธว่า “ผิดสถานะ” เฉพาะเมื่อสถานะของเคสไม่ใช่สถานะที่ข้อนั้นกำหนด \
                ส่วนเรื่องที่ว่ามีการขาดนัดค้างอยู่ มีคำขอค้างอยู่ หรือแจ้งแล้วหรือยัง เป็นเงื่อนไขที่ต้องมีก่อน \
                เงื่อนไขที่ต้องอาศัยสิ่งที่ยังไม่มีจะไม่ถูกนำมาพิจารณา ข้อนี้เป็นข้อกำหนดของไลบรารีเอง",
        "An act is refused as in the “wrong state” only when the case is not in a state \
                named by its rule. Whether an absence is open, a request is open or something has \
                been reported is a precondition, not a state. A condition that needs something \
                which is missing is not judged. This is the library's own decision.",
    ),
);
