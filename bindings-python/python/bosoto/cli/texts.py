"""The words of the command line, in Thai and in English."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from bosoto._answer import as_moment
from bosoto._enum import StrEnum
from bosoto._history import Cancellation, Withdrawal
from bosoto.results import THAI_TIME, Event, Text
from bosoto.thai import thai_date
from bosoto.types import Actor, ErrorCode


class Language(StrEnum):
    """The language of what is printed."""

    TH = "th"
    EN = "en"

    def of(self, text: Text | Mapping[str, Any]) -> str:
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
        return thai_date(moment, "abbreviated") if self is Language.TH else moment.isoformat()

    def reason(self, reason: dict[str, Any]) -> str:
        """A reason of the wire: its rule and its words."""
        return f"{reason['rule']}: {self.of(reason['message'])}"

    def sender(self, actor: Actor, named: bool = False) -> str:
        """Who sent a command: the role, the organisation, and the user where that is asked for."""
        user = f" ({actor.user_id})" if named and actor.user_id is not None else ""
        return f"{self.of(actor.role.title)} {actor.organisation}{user}"

    def note(self, event: Event, withdrawal: Withdrawal | None, named: bool = False) -> str:
        """That an entry has no effect: by whom and when it was taken back, or since a merge.

        With `named`, the user and the reason too.
        """
        if withdrawal is not None:
            by = self.sender(withdrawal.by.actor, named)
            words = self.of(WITHDRAWN).format(on=self.date(withdrawal.on), by=by)
            return f"{words}\n{self.why(withdrawal.reason)}" if named else words
        if event.is_void:
            return self.of(VOID).format(rule=event.data["void"]["rule"])
        return ""

    def why(self, reason: str) -> str:
        """A reason that somebody wrote, in one line."""
        return f"{self.of(WHY)}: {' '.join(reason.split())}"

    def cancelled(self, cancelled: Cancellation, named: bool = False) -> str:
        """That a case was entered in error: by whom and when, and the other case of a double.

        With `named`, the user and the reason too.
        """
        by = self.sender(cancelled.by.actor, named)
        words = [self.of(CANCELLED).format(on=self.date(cancelled.on), by=by)]
        if named and cancelled.reason is not None:
            words.append(self.why(cancelled.reason))
        if cancelled.other_case is not None:
            words.append(f"{self.of(OTHER_CASE)}: {cancelled.other_case}")
        return "\n".join(words)


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
WARNINGS = _text("คำเตือน", "warning")
PLACE = _text("ตำแหน่ง", "at")
ERROR = _text("ข้อผิดพลาด", "error")
NO_SUBCOMMAND = _text(
    "ไม่มีคำสั่งย่อยชื่อนี้ โปรดใช้ชื่อใดชื่อหนึ่งใน {known}", "no such subcommand; known are {known}"
)
BAD_VALUE = _text(
    "ค่าของ `{name}` ไม่ถูกต้อง โปรดดูวิธีใช้ด้วย `{help}`",
    "the value of `{name}` cannot be used; see `{help}`",
)
TOO_MANY = _text(
    "มีคำต่อท้ายคำสั่งเกินมา โปรดดูวิธีใช้ด้วย `{help}`", "there are too many arguments; see `{help}`"
)
USAGE = {
    "MissingParameter": (
        ErrorCode.MISSING_FIELD,
        _text("ยังไม่ได้ระบุ `{name}` โปรดระบุ ดูวิธีใช้ด้วย `{help}`", "`{name}` is missing; see `{help}`"),
    ),
    "BadParameter": (
        ErrorCode.UNKNOWN_VALUE,
        _text(
            "ค่าของ `{name}` ไม่ถูกต้อง โปรดใช้ค่าใดค่าหนึ่งใน {known}",
            "the value of `{name}` cannot be used; use one of {known}",
        ),
    ),
    "NoSuchOption": (
        ErrorCode.UNKNOWN_FIELD,
        _text(
            "ไม่มีตัวเลือก `{name}` โปรดดูวิธีใช้ด้วย `{help}`", "there is no option `{name}`; see `{help}`"
        ),
    ),
    "BadOptionUsage": (
        ErrorCode.WRONG_TYPE,
        _text(
            "ตัวเลือก `{name}` ขาดค่าหรือมีค่าเกิน โปรดดูวิธีใช้ด้วย `{help}`",
            "the option `{name}` lacks its value or takes none; see `{help}`",
        ),
    ),
}
"""What is typed wrongly, by the parser's name for it."""
NO_FILE = _text(
    "ไม่พบหรือเปิดไฟล์ {name} ไม่ได้ โปรดตรวจชื่อและสิทธิการอ่าน",
    "the file {name} cannot be opened; check its name and permission",
)
NO_WRITING = _text(
    "เขียนไฟล์ {name} ไม่ได้ โปรดตรวจโฟลเดอร์ สิทธิการเขียน และพื้นที่ว่าง",
    "the file {name} cannot be written; check its folder, the permission and the free space",
)
OVER_SOURCE = _text(
    "ไม่เขียนทับ {name} เพราะเป็นไฟล์ที่กำลังอ่าน โปรดระบุไฟล์ปลายทางอื่น",
    "{name} is read here and is not written over; name another file",
)
TWICE = _text(
    "ระบุ {name} เป็นไฟล์ปลายทาง 2 ครั้ง โปรดระบุคนละไฟล์",
    "{name} is named twice as the file to write to; name two files",
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
NO_SUCH_JSON = _text(
    "ไฟล์ {name} มีวงเล็บซ้อนกันลึกเกินไป หรือมีตัวเลขที่ยาวเกินไป โปรดแก้ไข",
    "the file {name} is nested too deeply or has a number that is too long; correct it",
)
NO_FIELD = _text(
    "ไฟล์ {name} มีช่องข้อมูลที่สถานการณ์ทดสอบไม่มี โปรดใช้เฉพาะ {known}",
    "the file {name} has a field that a scenario has not; known are {known}",
)
WRONG_KIND = _text(
    "ช่องข้อมูลนี้ของไฟล์ {name} ต้องเป็น{kind} โปรดแก้ไข",
    "this field of the file {name} has to be {kind}; correct it",
)
A_TEXT = _text("ข้อความ", "a text")
A_LIST = _text("ชุดข้อมูลในวงเล็บเหลี่ยม", "an array")
AN_OBJECT = _text("กลุ่มข้อมูลในวงเล็บปีกกา", "an object")
IN_FILE = _text("ไฟล์ {name}: {th}", "the file {name}: {en}")
NO_LIFECYCLE = _text(
    "ไฟล์ {name} ระบุกระบวนงานที่ไม่มี โปรดใช้ค่าใดค่าหนึ่งใน {known}",
    "the file {name} names no lifecycle; known are {known}",
)
NO_SCENARIO = _text(
    "ไฟล์ {name} ไม่มีสถานการณ์ทดสอบ โปรดเพิ่มอย่างน้อยหนึ่งสถานการณ์",
    "the file {name} has no scenario; add one",
)
NO_STEP = _text(
    "สถานการณ์ทดสอบนี้ของไฟล์ {name} ไม่มีขั้นตอน โปรดเพิ่มอย่างน้อยหนึ่งขั้นตอน",
    "this scenario of the file {name} has no step; add one",
)
NOTHING_EXPECTED = _text(
    "ขั้นตอนนี้ของไฟล์ {name} ไม่ได้ระบุผลที่คาดหมาย โปรดระบุ",
    "this step of the file {name} expects nothing; say what",
)
NEVER_OWED = _text(
    "ไฟล์ {name} คาดหมายงานที่ไม่มีในระบบ โปรดใช้เฉพาะ {known}",
    "the file {name} expects what can never be owed; known are {known}",
)
TOO_LARGE = _text(
    "ไฟล์ {name} มีขนาดเกิน {most} เมกะไบต์ โปรดแบ่งไฟล์",
    "the file {name} has more than {most} megabytes; split it",
)
LONG_LINE = _text(
    "ไฟล์ {name} มีบรรทัดหรือรายการ JSON ยาวเกิน {most} เมกะไบต์ โปรดบันทึกบรรทัดละหนึ่งเคส",
    "the file {name} has a line or an array of more than {most} megabytes; write one case a line",
)
UNPACKS_TOO_FAR = _text(
    "ไฟล์ {name} เมื่อคลายแล้วมีขนาดเกิน {most} เมกะไบต์ หากไฟล์ถูกต้อง โปรดเพิ่มขนาดด้วย `--unpack-limit`",
    "the file {name} unpacks to more than {most} megabytes; where that is right, raise "
    "`--unpack-limit`",
)
IS_THERE = _text(
    "ในโฟลเดอร์มีไฟล์ชื่อเดียวกันที่มีเนื้อหาอื่นอยู่แล้ว จึงไม่เขียนทับ โปรดระบุโฟลเดอร์ว่าง",
    "a file of this name with another content is there, and is not written over; "
    "give an empty folder",
)
NOT_WRITTEN = _text(
    "เขียนผลลัพธ์ไม่ได้ โปรดตรวจพื้นที่ว่างและปลายทาง",
    "the output cannot be written; check the space left and where it goes",
)
NOT_TEXT = _text(
    "ข้อความที่พิมพ์มีอักขระที่ไม่ใช่ UTF-8 โปรดพิมพ์ใหม่",
    "what was typed has characters that are not UTF-8; type it again",
)
NO_EXTRA = _text(
    "ต้องติดตั้งส่วนเสริมก่อน โปรดติดตั้ง `bosoto[frame]`", "this needs an extra: install `bosoto[frame]`"
)
SAMPLED = _text(
    "สร้างข้อมูลจำลองใน {folder} แล้ว มีข้อผิดพลาดและคำเตือน {count} รายการ",
    "a made-up export is in {folder}, with {count} errors and warnings",
)
SAMPLED_EPISODES = _text(
    "สร้างเคสจำลองของ KP-22 จำนวน {count} เคสใน {folder} แล้ว",
    "{count} made-up episodes of KP-22 are in {folder}",
)
CHECKING = _text("กำลังตรวจข้อมูล", "judging")
MADE_UP = _text(
    "ตรวจข้อมูล 43 แฟ้มจำลองของโรงพยาบาลหนึ่งแห่ง สิ่งที่ควรแก้ก่อน",
    "A made-up export of one hospital's 43 files, judged: what to mend first",
)
MADE_UP_INDICATOR = _text(
    "{id} หน่วยบริการ {unit} ปีงบประมาณ 2567 ถึงสิ้นไตรมาส 3: ร้อยละ {value} ({a} จาก {b} ราย)",
    "{id} of facility {unit}, fiscal year 2567 through quarter 3: {value} % ({a} of {b} persons)",
)
HOW_TO_REPORT = _text(
    "รายงานฉบับเต็ม: `bosoto sample export` แล้ว `bosoto validate export --html report.html`",
    "The whole report: `bosoto sample export`, then `bosoto validate export --html report.html`",
)
CLEAN = _text("ตรวจแล้วไม่พบข้อผิดพลาดและคำเตือน", "nothing was found")
FOUND = _text(
    "พบข้อผิดพลาด {errors} รายการ คำเตือน {warnings} รายการ", "{errors} errors, {warnings} warnings"
)
UNJUDGED = _text(
    "ไม่ได้ตรวจแถวใดของ {names} เพราะไม่มีแถวหัวตาราง จึงไม่ทราบว่าช่องใดคือคอลัมน์ใด "
    "โปรดส่งออกใหม่ให้บรรทัดแรกเป็นชื่อคอลัมน์",
    "no row was judged of {names}: there is no header, so that nobody knows which column stands "
    "where; export again with the names of the columns as the first line",
)
IGNORED = _text("ไม่ได้ตรวจ {count} แฟ้ม: {names}", "not judged, {count}: {names}")
TAKEN_FOR = _text("{place} “{header}” ใช้เป็น {column}", "{place} “{header}” is taken for {column}")
SEVERITY = _text("ระดับ", "severity")
TABLE = _text("แฟ้ม", "table")
COLUMN = _text("คอลัมน์", "column")
ROWS = _text("แถว", "rows")
WHAT_TO_DO = _text("สิ่งที่พบและวิธีแก้ไข", "what is wrong and what to do")
NEEDS_FILE = _text(
    "ผลเป็น Parquet หรือตารางคำนวณต้องระบุไฟล์ปลายทางด้วย `--output`",
    "Parquet and Excel need a file to be written to: `--output`",
)
COUNTING = _text("กำลังคำนวณตัวชี้วัด", "counting")
NO_POPULATION = _text(
    "ประชากรต้องระบุเป็น `mid_year` หรือ `year_end` ตามด้วย : และปี ค.ศ. เช่น `mid_year:2025` โปรดแก้ไข",
    "the population is `mid_year` or `year_end`, a colon and the year C.E.: `mid_year:2025`",
)
AREA = _text("พื้นที่", "area")
NUMERATOR = _text("ตัวตั้ง", "numerator")
DENOMINATOR = _text("ตัวหาร", "denominator")
VALUE = _text("ผลลัพธ์", "value")
TARGET = _text("ค่าเป้าหมาย", "target")
MET = _text("ผ่านเกณฑ์", "met")
EXCLUDED = _text("ไม่นับ", "excluded")
INDICATOR_OF = _text(
    "{id} ปีงบประมาณ {year} ตั้งแต่ต้นปีถึงสิ้นไตรมาส {quarter}",
    "{id}, fiscal year {year} through quarter {quarter}",
)
WITHOUT_CID = _text(
    "ผู้ป่วย SMI-V {count} คนไม่มีเลขประจำตัวประชาชน จึงติดตามได้เฉพาะในหน่วยบริการเดียว (SV-05)",
    "{count} SMI-V persons have no citizen id and are followed within one facility (SV-05)",
)
CODE_WARNINGS = _text(
    "พบรหัสบริการที่ควรตรวจสอบ {count} รายการ (SV-04)", "{count} rows have a code to look at (SV-04)"
)
LIST = _text("รายชื่อ", "list")
LISTS = {"numerator": NUMERATOR, "denominator": DENOMINATOR, "excluded": EXCLUDED}
MEMBER = _text("รหัส", "id")
NO_MEMORY = _text("หน่วยความจำไม่พอ โปรดแบ่งไฟล์", "there is not enough memory; split the file")
TOO_DEEP = _text(
    "ข้อมูลมีวงเล็บซ้อนกันลึกเกินไป โปรดแก้ไข", "what was given is nested too deeply; correct it"
)
OURS = _text(
    "โปรแกรมทำงานผิดพลาด (`{name}`) โปรดแจ้งผู้ดูแลโปรแกรมพร้อมคำสั่งที่พิมพ์ โดยไม่ส่งข้อมูลของผู้ป่วย",
    "a fault of this program (`{name}`); report it with what was typed, without any patient's data",
)
REVERSED = _text(
    "วันที่ใน `--to` มาก่อนวันที่ใน `--from` โปรดสลับกัน", "`--to` is before `--from`; exchange them"
)
NO_REPORTS = _text(
    "หน่วยงานนี้ไม่มีรอบรายงาน โปรดระบุรหัสจังหวัด 2 หลัก เช่น `81` หรือเขตสุขภาพ `R1` ถึง `R13`",
    "no reports are owed by such an organisation; name a province by its 2 digits, such as `81`, "
    "or a health region, `R1` to `R13`",
)
BROKEN_CASE = _text("ไฟล์ {name} เคสที่ {place} {why}", "file {name}, case {place} {why}")
TOO_MANY_BROKEN = _text(
    "ไฟล์ {name} มีเคสที่ใช้ไม่ได้เกิน {most} เคส โปรดตรวจว่าเป็นไฟล์ประวัติรายการของเคส บรรทัดละหนึ่งเคส",
    "the file {name} has more than {most} cases that cannot be used; see that it holds the logs of "
    "cases, one a line",
)
BROKEN_CASES = _text(
    "ใช้ไม่ได้ {broken} เคส จากทั้งหมด {all} เคส โปรดแก้ไขแล้วเรียกใหม่",
    "{broken} of {all} cases cannot be used; correct them and ask again",
)

ACTION = _text("รายการ", "command")
ALLOWED = _text("ทำได้", "allowed")
WHY_NOT = _text("เหตุผลที่ยังทำไม่ได้", "why not")
FROM = _text("ทำได้ตั้งแต่", "from")
WHAT = _text("งาน", "what")
RULE = _text("ข้อ", "rule")
REASON = _text("เหตุผล", "reason")
LINE = _text("บรรทัด", "line")
NO_ROW = _text("ไม่มีรายการ", "nothing")
OPENS = _text("เริ่ม", "opens")
DUE_BY = _text("ภายใน", "due by")
STATUS = _text("สถานะ", "status")
RESPONSIBLE = _text("ผู้รับผิดชอบ", "responsible")
EMPTY_ARGUMENT = _text(
    "มีค่าที่ว่างเปล่าในคำสั่ง โปรดตรวจสอบว่าตัวแปรที่ใช้มีค่าแล้ว",
    "something that was typed is empty; see whether a variable has no value",
)
NO_STREAM = _text(
    "โปรดระบุชื่อไฟล์ หากไม่ระบุไฟล์ ผลลัพธ์จะแสดงทางจอภาพ",
    "give the name of a file; without --output the result goes to the standard output",
)
NOTHING_FELL_DUE = _text("ไม่มีงานที่ครบกำหนดในช่วงนี้", "nothing fell due in this time")
NOTHING_OWED = _text("ไม่มีงานค้าง", "nothing is owed")
NO_FLAG = _text("ไม่มีรายการที่ต้องแจ้งเตือน", "no flag")
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

USED = _text("ใช้ได้ {used} รายการ สถานะ: {state}", "{used} events used; state: {state}")
NO_CASE = _text("ใช้ได้ {used} รายการ ยังไม่มีเคส", "{used} events used; there is no case")
BROKEN = _text("บรรทัด {line}: {why}", "line {line}: {why}")
DAY = _text("วันที่", "day")
ENTRY = _text("รหัสรายการ", "entry")
SENT_BY = _text("ผู้บันทึก", "by")
NOTE = _text("หมายเหตุ", "note")
WITHDRAWN = _text("ถอนแล้วเมื่อวันที่ {on} โดย{by}", "withdrawn on {on} by {by}")
WHY = _text("เหตุผล", "reason")
VOID = _text(
    "ไม่มีผล เพราะไม่สอดคล้องกับรายการอื่นเมื่อรวมประวัติรายการ (ข้อ {rule})",
    "without effect: it did not fit when two logs were merged ({rule})",
)
CANCELLED = _text(
    "เป็นเคสที่บันทึกผิด ยกเลิกหรือยุติเมื่อวันที่ {on} โดย{by}",
    "the case was entered in error; ended as that on {on} by {by}",
)
OTHER_CASE = _text("เคสที่ใช้ต่อ", "the case that stays")
HOLDS = _text("ผ่าน {held} จาก {all} สถานการณ์", "{held} of {all} scenarios hold")
TITLE = _text("ชื่อ", "title")
SOURCES = _text("ที่มา", "source")
PARAMETERS = _text("ค่าที่กำหนดได้", "parameters")
DEFAULT = _text("ค่าตั้งต้น", "default")

REPLAYING = _text("กำลังประมวลผลรายการ", "replaying the commands")
REPLAYING_CASES = _text("กำลังประมวลผลเคสและคำขอ", "replaying the cases")
LINES = _text("บรรทัดทั้งหมด", "lines")
COUNTS = {
    "accepted": _text("รับ", "accepted"),
    "refused": _text("ไม่รับ", "refused"),
    "repeated": _text("ส่งซ้ำ", "repeated"),
    "broken": _text("อ่านไม่ได้", "broken"),
}
COMMONEST = _text("เหตุผลที่ไม่รับบ่อยที่สุด", "commonest reasons")
TIMES = _text("ครั้ง", "times")
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
    "และอีก {more} งาน (ดูทั้งหมดด้วย `--limit 0`)", "and {more} more rows (all of them: `--limit 0`)"
)
NO_WORK = _text("ไม่มีงานที่ถึงกำหนด", "nothing is due")
FROM_DATE = _text("ตั้งแต่ {date}", "from {date}")
BY_DATE = _text("ภายใน {date}", "by {date}")
NO_UNIT = _text(
    "ไม่มีเคสใดมีงานค้าง โปรดระบุหน่วยงานด้วย `--unit`",
    "no case owes anything; name an organisation with `--unit`",
)
WHAT_DIFFERS = _text("สิ่งที่เปลี่ยนไป", "what changes")
DIFFERENCES = _text("รายการ", "differences")
COMPARED = _text("เปรียบเทียบแล้ว {cases} เคส", "{cases} cases were compared")
SAME_UNDER_BOTH = _text(
    "เปรียบเทียบแล้ว {cases} เคส ไม่พบความแตกต่าง", "{cases} cases were compared; nothing differs"
)
OF_WHOM = _text("หน่วยงานหรือพื้นที่", "place")
WORK = _text("งาน", "work")
ALL_WORK = _text("งานทั้งหมด", "all work")
TIMELY = {
    "owed": _text("ครบกำหนด", "owed"),
    "on_time": _text("ทำทัน", "in time"),
    "late": _text("ทำช้า", "late"),
    "missed": _text("ไม่ได้ทำ", "missed"),
    "open": _text("ยังไม่ได้ทำ", "open"),
    "median_days_late": _text("ช้ากี่วัน (มัธยฐาน)", "median days late"),
}
