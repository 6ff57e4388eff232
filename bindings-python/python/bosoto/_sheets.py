"""Findings and indicators as the sheets of a workbook, in the words of those who read them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

from bosoto import _bosoto as native
from bosoto._text import Text
from bosoto._whole import identities
from bosoto.excel import Rows, values, write_workbook
from bosoto.types import ExclusionReason, FindingSeverity

if TYPE_CHECKING:
    from bosoto.findings import Findings
    from bosoto.indicators import Indicator

__all__ = ["keep", "write_findings", "write_indicator"]

Lang = Literal["th", "en"]
File = str | os.PathLike[str] | BinaryIO

FOUND = Text("ข้อที่พบ", "findings")
COUNTED = Text("สรุป", "counts")
TAKEN = Text("คอลัมน์", "columns")
FIGURES = Text("ตัวชี้วัด", "figures")
LEDGER = Text("รายชื่อ", "ledger")

TITLES = {
    "file": Text("ไฟล์", "file"),
    "sheet": Text("แผ่นงาน", "sheet"),
    "table": Text("แฟ้ม", "table"),
    "row": Text("แถว", "row"),
    "column": Text("คอลัมน์", "column"),
    "rule": Text("ข้อ", "rule"),
    "code": Text("รหัสข้อผิดพลาด", "code"),
    "severity": Text("ระดับ", "severity"),
    "hospcode": Text("รหัสหน่วยบริการ", "facility"),
    "pid": Text("ทะเบียนบุคคล", "person"),
    "seq": Text("ลำดับการรับบริการ", "service"),
    "value": Text("ค่าในช่อง", "value"),
    "message": Text("สิ่งที่พบและวิธีแก้ไข", "what is wrong and what to do"),
    "rows": Text("จำนวนแถว", "rows"),
    "header": Text("หัวตาราง", "header"),
    "place": Text("ตำแหน่ง", "place"),
    "indicator": Text("ตัวชี้วัด", "indicator"),
    "fiscal_year": Text("ปีงบประมาณ", "fiscal year"),
    "quarter": Text("ถึงสิ้นไตรมาส", "through quarter"),
    "area": Text("พื้นที่", "area"),
    "numerator": Text("ตัวตั้ง", "numerator"),
    "denominator": Text("ตัวหาร", "denominator"),
    "figure": Text("ผลลัพธ์", "value"),
    "target": Text("ค่าเป้าหมาย", "target"),
    "met": Text("ผ่านเกณฑ์", "met"),
    "excluded": Text("ไม่นับ", "excluded"),
    "persons_without_cid": Text("ไม่มีเลขประจำตัวประชาชน", "persons without a citizen id"),
    "warnings": Text("คำเตือน", "warnings"),
    "role": Text("รายชื่อ", "list"),
    "id": Text("รหัส", "id"),
    "reason": Text("เหตุผล", "reason"),
}
"""What stands above the columns."""

FINDING = (
    *("file", "table", "row", "column", "severity", "message"),
    *("value", "hospcode", "pid", "seq", "rule", "code"),
)
"""The columns of a finding, what a person needs first."""


def keep(file: File, read: Iterable[str]) -> None:
    """Refuses to write over what was read."""
    if not isinstance(file, str | os.PathLike):
        return
    own = identities(Path(file))
    known = (path for source in read if os.path.exists(source) for path in native.files(source))
    if any(own & identities(path) for path in known):
        raise ValueError("the file is one that was read; name another to write to")


def write_findings(findings: Findings, file: File, lang: Lang) -> None:
    """Every finding, how many of each kind, and what each column was taken for."""
    counts = (
        (
            *(one.table, one.column, severity(one.severity, lang), text(one.message, lang)),
            *(one.rows, one.rule, one.code),
        )
        for one in findings.count_rows()
    )
    counted = ("table", "column", "severity", "message", "rows", "rule", "code")
    taken = ("file", "sheet", "table", "place", "header", "column")
    columns = (tuple(getattr(one, name) for name in taken) for one in findings.columns)
    sheets = {
        text(FOUND, lang): Rows(FINDING, found(findings, lang)),
        text(COUNTED, lang): Rows(counted, counts),
        text(TAKEN, lang): Rows(taken, columns),
    }
    write_workbook(file, sheets, titles=TITLES, lang=lang)


def found(findings: Findings, lang: Lang) -> Iterator[Sequence[object]]:
    """The rows of the findings."""
    arrow = native.ArrowRows(findings)
    fields = arrow.fields()
    names = [name for name, *_ in fields]
    wanted = (f"message_{lang}" if name == "message" else name for name in FINDING)
    places = [names.index(name) for name in wanted]
    at = FINDING.index("severity")
    for row in values(arrow, [kind for _, kind, *_ in fields]):
        cells = [row[place] for place in places]
        cells[at] = severity(str(cells[at]), lang)
        yield cells


def write_indicator(indicator: Indicator, file: File, lang: Lang) -> None:
    """The figures of the areas, and every member."""
    figures = (
        *("indicator", "fiscal_year", "quarter", "area", "numerator", "denominator", "figure"),
        *("target", "met", "excluded", "persons_without_cid", "warnings"),
    )
    sheets = {
        text(FIGURES, lang): Rows(figures, areas(indicator, lang)),
        text(LEDGER, lang): Rows(
            ("area", "role", "id", "rule", "reason"), members(indicator, lang)
        ),
    }
    write_workbook(file, sheets, titles=TITLES, lang=lang)


def areas(indicator: Indicator, lang: Lang) -> Iterator[Sequence[object]]:
    """The rows of the figures; a value is a number here."""
    period = (indicator.indicator, indicator.fiscal_year, indicator.quarter)
    for area in indicator.areas:
        target, counted = area.target, area.persons_without_cid
        yield (
            *(*period, area.area, area.numerator, area.denominator),
            None if area.value is None else float(area.value),
            None if target is None else f"{text(target.at.title, lang)} {target.value}",
            area.met,
            len(area.ledger.excluded),
            counted,
            None if counted is None else len(area.warnings),
        )


def members(indicator: Indicator, lang: Lang) -> Iterator[Sequence[object]]:
    """The rows of the ledger."""
    arrow = native.ArrowRows(indicator.ledger)
    for area, role, id, rule, reason in values(arrow, []):
        why = None if reason is None else text(ExclusionReason(str(reason)).title, lang)
        yield area, text(TITLES[str(role)], lang), id, rule, why


def severity(name: str, lang: Lang) -> str:
    """The word for how bad it is."""
    return text(FindingSeverity(name).title, lang)


def text(words: Text, lang: Lang) -> str:
    """Words in a language."""
    return words.th if lang == "th" else words.en
