"""What a notebook shows."""

from __future__ import annotations

from datetime import date

from bosoto import Case, Rows, merge, replay_lines
from bosoto.compulsory import Accept, ReportAbsence
from bosoto.worklist import casework, worklist, workload
from conftest import CITIZEN_ID, NURSE, at, by_nurse

DAY = date(2021, 4, 11)


def tables(case: Case) -> list[Rows[object]]:
    """Every kind of rows."""
    refused = case.decide(by_nurse(ReportAbsence(), at(4, 10)))
    warned = case.decide(by_nurse(Accept(), at(4, 10)))
    broken = replay_lines("compulsory", case.log() + "{}\n").broken
    again = merge("compulsory", case.log(), case.log()).conflicts
    found = [
        case.actions(NURSE, at(4, 11)),
        case.obligations(DAY),
        worklist([case], DAY),
        refused.reasons,
        warned.warnings,
        broken,
        again,
        casework([case], NURSE, at(4, 11)),
        workload([case], DAY),
        case.due(DAY),
    ]
    assert all(isinstance(rows, Rows) for rows in found)
    return [rows for rows in found if isinstance(rows, Rows)]


def test_answers_are_tables_with_thai_titles(absent: Case) -> None:
    actions, obligations, work, reasons, *_ = shown = [
        rows._repr_html_() for rows in tables(absent)
    ]
    assert "<th>เหตุผลที่ยังทำไม่ได้</th>" in actions
    assert "<td>ผู้ป่วยขาดนัดระหว่างบำบัด</td><td>17 เม.ย. 2564</td><td>CT-16: " in actions
    assert "<td>10 เม.ย. 2564</td><td>เกินกำหนด</td><td>10670</td>" in obligations
    assert "<td>C-1</td><td>CT-14</td>" in work
    assert "<th>เหตุผล</th>" in reasons
    assert shown[4] == shown[6] == "<i>ไม่มีรายการ</i>"
    assert "<td>6</td><td>/" in shown[5]
    assert "<th>ทำได้วันนี้</th><th>ยังทำไม่ได้</th>" in shown[7]
    assert "<td>C-1</td>" in shown[7]
    assert "<td>10670</td><td>1</td>" in shown[8]
    assert "<td>เกินกำหนด</td>" in shown[9]


def test_a_repr_is_short_and_nothing_names_a_person(absent: Case) -> None:
    for rows in tables(absent):
        assert len(repr(rows)) < 40
        assert not any(one in rows._repr_html_() for one in (CITIZEN_ID, "สมชาย", "ใจดี"))
    assert repr(absent.obligations(DAY)) == "<Rows: 4 of Obligation>"
    assert absent.obligations(DAY) == tuple(absent.obligations(DAY))
