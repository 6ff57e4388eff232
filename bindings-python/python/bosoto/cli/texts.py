"""The words of the command line, in Thai and in English."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from bosoto._enum import StrEnum
from bosoto.results import THAI_TIME, Text, as_moment
from bosoto.thai import thai_date


class Language(StrEnum):
    """The language of what is printed."""

    TH = "th"
    EN = "en"

    def of(self, text: Text | dict[str, str]) -> str:
        """The text in this language."""
        return str(getattr(text, self.value) if isinstance(text, Text) else text[self.value])

    def date(self, moment: date | datetime | str | None) -> str:
        """A date or an instant as this language writes it."""
        if isinstance(moment, str):
            moment = as_moment(moment)
        if moment is None:
            return ""
        if isinstance(moment, datetime):
            moment = moment.astimezone(THAI_TIME)
            clock = f"{moment:%H.%M} น." if self is Language.TH else f"{moment:%H:%M}"
            return f"{self.date(moment.date())} {clock}"
        return thai_date(moment) if self is Language.TH else moment.isoformat()

    def reason(self, reason: dict[str, Any]) -> str:
        """A reason of the wire: its rule and its words."""
        return f"{reason['rule']}: {self.of(reason['message'])}"

    def named(self, names: Mapping[str, Text], name: str) -> str:
        """What a name of the wire is called; a name that this program does not know stays."""
        return self.of(names[name]) if name in names else name


def _text(th: str, en: str) -> Text:
    return Text(th, en)


ACCEPTED = _text("รับรายการแล้ว สถานะ: {state}", "accepted; state: {state}")
REFUSED = _text("ไม่รับรายการ สถานะคงเดิม: {state}", "refused; the state stays: {state}")
REFUSED_NEW = _text("ไม่รับรายการ ยังไม่มีเคส", "refused; there is no case")
REPEATED = _text(
    "เป็นรายการเดิมที่รับแล้ว ไม่ต้องดำเนินการตามผลซ้ำ", "a command sent before: execute no effect again"
)
EVENTS = _text("รายการที่บันทึก", "recorded")
EFFECTS = _text("สิ่งที่ระบบต้องดำเนินการ", "to be executed")
EFFECT = {
    "notify:correction": _text(
        "แจ้งสำนักงานคุมประพฤติให้แก้ไขข้อมูล", "tell probation to correct the data"
    ),
    "notify:no_show": _text(
        "แจ้งสำนักงานคุมประพฤติว่าผู้ป่วยไม่มารายงานตัว", "tell probation of the no-show"
    ),
    "notify:missing_letter": _text(
        "แจ้งสำนักงานคุมประพฤติว่าไม่มีหนังสือส่งตัว", "tell probation of the missing letter"
    ),
    "notify:part1_correction": _text(
        "แจ้งสำนักงานคุมประพฤติให้แก้ไขข้อมูลส่วนที่ 1", "tell probation to correct Part 1"
    ),
    "notify:unit_change": _text(
        "แจ้งสำนักงานคุมประพฤติว่าขอเปลี่ยนหน่วยบำบัด", "tell probation of the wish for another unit"
    ),
    "notify:absence": _text(
        "แจ้งสำนักงานคุมประพฤติว่าผู้ป่วยขาดนัดระหว่างบำบัด", "tell probation of the absence"
    ),
    "notify:completion": _text(
        "แจ้งสำนักงานคุมประพฤติว่าผู้ป่วยบำบัดครบโปรแกรม", "tell probation of the completion"
    ),
    "notify:result_certificate": _text(
        "แจ้งผลการบำบัดที่รับรองแล้วต่อสำนักงานคุมประพฤติ", "tell probation of the certified result"
    ),
    "notify:extension": _text(
        "แจ้งสำนักงานคุมประพฤติว่าขยายเวลาบำบัด", "tell probation of the extension"
    ),
    "notify:enrolment": _text(
        "แจ้งอำเภอหรือจังหวัดที่รับผิดชอบว่าลงทะเบียนแล้ว", "tell the responsible district or province"
    ),
    "notify:help_escalation": _text(
        "รายงานจังหวัดเพื่อพิจารณาช่วยเหลือ", "tell the province of the help it has to give"
    ),
    "notify:relocation": _text(
        "แจ้งอำเภอหรือจังหวัดปลายทางว่าย้ายภูมิลำเนาหรือที่พักอาศัย",
        "tell the receiving district or province of the move",
    ),
    "letter:no_show": _text("พิมพ์หนังสือแจ้งผู้ป่วยไม่มารายงานตัว", "print the letter on the no-show"),
    "letter:absence": _text("พิมพ์หนังสือแจ้งผู้ป่วยขาดนัดระหว่างบำบัด", "print the letter on the absence"),
    "letter:result_certificate": _text(
        "พิมพ์หนังสือรับรองผลการบำบัด", "print the certificate of the result"
    ),
    "banner:absence": _text("แสดงข้อความสีแดงข้างปุ่ม", "show the red text beside the button"),
    "report_row:correction": _text(
        "เพิ่มแถวในรายงานการขอแก้ไขข้อมูล", "add a row to the correction report"
    ),
    "report_row:relocation": _text(
        "ระบุภูมิลำเนาหรือที่พักอาศัยใหม่ในรายงานของจังหวัด",
        "name the new residence in the report of the province",
    ),
    "delete_copy": _text("ลบข้อมูลออกจากรายการของหน่วยบำบัด", "delete the copy of the unit"),
}
"""What a system has to do, by the name of the effect."""
WARNINGS = _text("คำเตือน", "warning")
PLACE = _text("ตำแหน่ง", "at")
ERROR = _text("ข้อผิดพลาด", "error")
ERRORS = {
    "malformed": _text("รูปแบบไม่ถูกต้อง", "malformed"),
    "unknown_field": _text("ช่องข้อมูลเกินมา", "unknown field"),
    "missing_field": _text("ช่องข้อมูลขาดไป", "missing field"),
    "wrong_type": _text("ชนิดข้อมูลไม่ถูกต้อง", "wrong type"),
    "unknown_value": _text("ค่าที่ไม่ได้กำหนดไว้", "unknown value"),
    "wrong_length": _text("ความยาวไม่ถูกต้อง", "wrong length"),
    "command_id_reused": _text("รหัสรายการซ้ำ", "command id reused"),
    "policy_invalid": _text("ค่าที่กำหนดไม่ถูกต้อง", "invalid policy"),
    "event_does_not_fit": _text("รายการไม่สอดคล้องกัน", "event does not fit"),
}
NO_FILE = _text(
    "ไม่พบหรือเปิดไฟล์ {name} ไม่ได้ โปรดตรวจชื่อและสิทธิการอ่าน",
    "the file {name} cannot be opened; check its name and permission",
)
NOT_UTF8 = _text(
    "ไฟล์ {name} ไม่ได้เข้ารหัสเป็น UTF-8 โปรดบันทึกใหม่เป็น UTF-8",
    "the file {name} is not UTF-8; save it as UTF-8",
)
NOT_JSON = _text(
    "ไฟล์ {name} ไม่ใช่ JSON ที่ถูกต้อง (บรรทัด {line} ตำแหน่ง {column}) โปรดแก้ไข",
    "the file {name} is not valid JSON (line {line}, column {column}); correct it",
)
NOT_SCENARIO = _text(
    "ไฟล์ {name} ขาดช่องข้อมูล {field} ของสถานการณ์ทดสอบ โปรดเพิ่ม",
    "the file {name} lacks the field {field} of a scenario; add it",
)
NOT_GZIP = _text(
    "ไฟล์ {name} ไม่ใช่ไฟล์บีบอัดที่สมบูรณ์ โปรดบีบอัดใหม่",
    "the file {name} is not a complete gzip file; pack it again",
)

ACTION = _text("รายการ", "command")
ALLOWED = _text("ทำได้", "allowed")
WHY_NOT = _text("เหตุผลที่ยังทำไม่ได้", "why not")
FROM = _text("ทำได้ตั้งแต่", "from")
WHAT = _text("งาน", "what")
RULE = _text("ข้อ", "rule")
OPENS = _text("เริ่ม", "opens")
DUE_BY = _text("ภายใน", "due by")
STATUS = _text("สถานะ", "status")
RESPONSIBLE = _text("ผู้รับผิดชอบ", "responsible")
NOTHING_OWED = _text("ไม่มีงานค้าง", "nothing is owed")
NO_FLAG = _text("ไม่มีรายการที่ต้องแจ้งเตือน", "no flag")
FLAGS = {"overdue_report_in": _text("เลยกำหนดมารายงานตัว", "overdue to report in")}
STATUSES = {
    "upcoming": _text("ยังไม่ถึงกำหนด", "upcoming"),
    "due": _text("ถึงกำหนด", "due"),
    "overdue": _text("เกินกำหนด", "overdue"),
    "missed": _text("หมดรอบ", "missed"),
    "done": _text("ทำแล้ว", "done"),
}
MISSING = {
    "standing_order": _text("คำสั่งจัดตั้งชุดปฏิบัติการ", "standing order"),
    "teams": _text("ชุดปฏิบัติการประจำตำบล", "tambon teams"),
    "recorder": _text("ผู้รับผิดชอบบันทึกข้อมูล", "recorder"),
}
ROLE = _text("บทบาท", "role")
RELATION = _text("ความเกี่ยวข้องกับเคสหรือคำขอ", "relation to the case")
NO_COMMAND = _text("ไม่มีรายการชื่อนี้ โปรดใช้ชื่อใดชื่อหนึ่งใน {known}", "no such command; known are {known}")
BECAUSE = _text("ลำดับความเร่งด่วน", "why here")
PROVINCE = _text("งานทั้งจังหวัด วันที่ {on}", "The whole province on {on}")
LIFECYCLE = _text("กระบวนงาน", "lifecycle")
OVERDUE = _text("เกินกำหนด", "overdue")
DUE_NOW = _text("ถึงกำหนด", "due")
OPEN_NOW = _text("ทำได้แล้ว", "open")
COMING = _text("ยังไม่ถึง", "upcoming")

USED = _text("ใช้ได้ {used} เหตุการณ์ สถานะ: {state}", "{used} events used; state: {state}")
NO_CASE = _text("ใช้ได้ {used} เหตุการณ์ ยังไม่มีเคส", "{used} events used; there is no case")
BROKEN = _text("บรรทัด {line}: {why}", "line {line}: {why}")
HOLDS = _text("ผ่าน {held} จาก {all} สถานการณ์", "{held} of {all} scenarios hold")
TITLE = _text("ชื่อ", "title")
SOURCES = _text("ที่มา", "source")
PARAMETERS = _text("ค่าที่กำหนดได้", "parameters")
FORCES = {
    "must": _text("ต้อง", "must"),
    "should": _text("ควร", "should"),
    "definition": _text("นิยาม", "definition"),
    "decision": _text("ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร", "our own; no document says it"),
}
DEFAULT = _text("ค่าตั้งต้น", "default")

REPLAYING = _text("กำลังประมวลผลรายการ", "replaying the commands")
REPLAYING_CASES = _text("กำลังประมวลผลเคส", "replaying the cases")
LINES = _text("บรรทัดทั้งหมด", "lines")
COUNTS = {
    "accepted": _text("รับ", "accepted"),
    "refused": _text("ไม่รับ", "refused"),
    "repeated": _text("ส่งซ้ำ", "repeated"),
    "broken": _text("อ่านไม่ได้", "broken"),
}
COMMONEST = _text("เหตุผลที่ไม่รับบ่อยที่สุด", "commonest reasons")
TIMES = _text("ครั้ง", "times")
KINDS = {
    "wrong_state": _text("สถานะไม่ตรง", "another state"),
    "not_permitted": _text("ไม่มีสิทธิ", "not permitted"),
    "too_early": _text("ยังไม่ถึงเวลา", "too early"),
    "missing_precondition": _text("เงื่อนไขยังไม่ครบ", "a precondition is missing"),
    "already_done": _text("ทำไปแล้ว", "already done"),
    "invalid_input": _text("ข้อมูลไม่ถูกต้อง", "invalid input"),
}
WORKLIST = _text("งานของ {unit} {name} วันที่ {on}", "Work of {unit} {name} on {on}")
CASE = _text("เคส", "case")
CASES = _text("เคส", "cases")
TO_DO = _text("ต้องทำ", "to do")
POSSIBLE = _text("ทำได้วันนี้", "possible today")
BLOCKED = _text("ยังทำไม่ได้", "not possible yet")
POSSIBLE_OR_NOT = _text("ทำได้วันนี้ (✓) ยังทำไม่ได้ (✗)", "possible today (✓), not yet (✗)")
MORE = _text(
    "และอีก {more} เคส (ดูทั้งหมดด้วย `--limit 0`)", "and {more} more (all of them: `--limit 0`)"
)
MORE_ROWS = _text(
    "และอีก {more} แถว (ดูทั้งหมดด้วย `--limit 0`)", "and {more} more rows (all of them: `--limit 0`)"
)
NO_WORK = _text("ไม่มีงานที่ถึงกำหนด", "nothing is due")
FROM_DATE = _text("ตั้งแต่ {date}", "from {date}")
BY_DATE = _text("ภายใน {date}", "by {date}")
NO_DATA = _text(
    "ไม่พบชุดข้อมูลตัวอย่าง โปรดระบุชื่อไฟล์รายการต่อท้ายคำสั่ง",
    "the sample data are not here; name a file of commands",
)
NO_UNIT = _text(
    "ไม่มีเคสใดมีงานค้าง โปรดระบุหน่วยงานด้วย `--unit`",
    "no case owes anything; name an organisation with `--unit`",
)
