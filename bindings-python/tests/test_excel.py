"""Workbooks read and written, against what openpyxl makes and reads."""

from __future__ import annotations

import gc
import html
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.styles import Protection
from typer.testing import CliRunner

import bosoto
from bosoto._text import Text
from bosoto.cli.program import app
from bosoto.excel import Rows, write_workbook

DEATH = ["HOSPCODE", "PID", "DDEATH", "CDEATH_A", "CDEATH", "PDEATH"]


def told(findings: bosoto.Findings) -> list[tuple[object, ...]]:
    names = ("table", "row", "column", "code", "severity", "hospcode", "pid", "seq", "value")
    return pl.DataFrame(findings).select(names).rows()


def workbook(path: Path, name: str, rows: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = name
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def cells(file: object, sheet: int = 0) -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(file)  # type: ignore[arg-type]
    return list(book.worksheets[sheet].iter_rows(values_only=True))


def test_a_sample_as_a_workbook_has_the_findings_that_it_has_as_text(tmp_path: Path) -> None:
    for shape in ("folder", "xlsx"):
        labels = bosoto.sample(tmp_path / shape, shape=shape)  # type: ignore[arg-type]
    as_text = bosoto.validate(tmp_path / "folder", as_of=date(2024, 6, 1))
    as_sheets = bosoto.validate(tmp_path / "xlsx", as_of=date(2024, 6, 1))
    kept = [one for one in told(as_text) if one[3] != "field_count"]
    assert sorted(told(as_sheets), key=str) == sorted(kept, key=str)
    assert len(as_sheets) == len(labels)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["10670", "1067", ""]),
            st.sampled_from(["1", "2", "3100600445635"]),
            st.sampled_from(["20240229", "25670229", "25680229", "x", "3.10E+12"]),
            st.sampled_from(["I219", "i21.9", "ก", " X70 "]),
            st.sampled_from(["I219", ""]),
            st.sampled_from(["1", "2", "3"]),
        ),
        max_size=30,
    )
)
def test_a_table_of_openpyxl_is_judged_as_the_same_in_memory(rows: list[tuple[str, ...]]) -> None:
    table = pl.DataFrame(rows, schema=dict.fromkeys(DEATH, pl.String), orient="row")
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("death")
    for row in [tuple(DEATH), *rows]:
        sheet.append([cell or None for cell in row])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "register.xlsx"
        book.save(path)
        assert told(bosoto.validate(path)) == told(bosoto.validate({"DEATH": table}))


def test_typed_cells_are_what_the_standard_writes(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["ทะเบียนผู้เสียชีวิต"],
        [
            "ลำดับ",
            "รหัสหน่วยบริการ",
            "PID",
            "วันที่เสียชีวิต",
            "สาเหตุการตาย a",
            "Cause of death",
            "PDEATH",
            "CID",
        ],
        [1, 10670, 1, date(2024, 2, 29), "I219", "I219", 1, 3100600445635.0],
        [2, "10670", 2, datetime(2567, 2, 28, 9, 30), "I219", "I219", "1", "3.10E+12"],
        [3, 1670, 3, 45351, "I219", "I219", True, None],
        [4, "10670", 4, 20240229, "I219", "#N/A", "=1+1", time(9, 15)],
    ]
    found = bosoto.validate(workbook(tmp_path / "register.xlsx", "แฟ้มการเสียชีวิต", rows), values=True)
    assert [(one[1], one[2], one[3], one[8]) for one in told(found)] == [
        (2, "CID", "cid_shape", "3.10E+12"),
        (2, "DDEATH", "buddhist_year", "25670228"),
        (3, "HOSPCODE", "facility_shape", "1670"),
        (3, "PDEATH", "list", "TRUE"),
        (4, "CDEATH", "icd10_shape", "#N/A"),
        (4, "CID", "cid_shape", "09:15:00"),
        (4, "PDEATH", "required", None),
    ]
    by_place = {one.place: (one.header, one.column) for one in found.columns}
    assert by_place["A2"] == ("ลำดับ", None)
    assert by_place["F2"] == ("Cause of death", "CDEATH")
    assert found.columns[0].sheet == "แฟ้มการเสียชีวิต"
    notes = [note.en for note in found.notes]
    assert "the header is row 2" in notes[0]
    assert "1 formulas have no stored result" in notes[1]


def test_dates_of_1904_hidden_rows_and_merged_cells(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    sheet.append(DEATH)
    for pid in ("1", "2"):
        sheet.append(["10670", pid, date(2024, 2, 29), "I219", "I219", "1"])
    sheet.row_dimensions[3].hidden = True
    sheet["B2"].protection = Protection(hidden=True)
    sheet.merge_cells("A2:A3")
    book.save(tmp_path / "DEATH.xlsx")
    found = bosoto.validate(tmp_path / "DEATH.xlsx")
    assert [(one[1], one[2], one[3]) for one in told(found)] == [(2, "HOSPCODE", "required")]
    assert [note.en.split(": ")[1][:20] for note in found.notes] == [
        "cells are merged in ",
        "1 rows are hidden; t",
    ]
    for lang in ("th", "en"):
        page = html.unescape(found.to_html(lang))  # type: ignore[arg-type]
        for note in found.notes:
            assert f"<dd>{getattr(note, lang)}</dd>" in page
    good = pl.DataFrame(found.good()["DEATH"])
    assert good.rows() == [("10670", "1", "20240229", "I219", "I219", "1")]


@pytest.mark.parametrize(
    ("name", "content", "code", "said"),
    [
        ("DEATH.xls", b"x", "unreadable", "save it as .xlsx"),
        ("DEATH.ods", b"PK", "unreadable", "save it as .xlsx"),
        ("DEATH.xlsx", b"PK\x03\x04", "unreadable", "damaged"),
        (
            "DEATH.xlsx",
            bytes.fromhex("d0cf11e0a1b11ae1") + bytes(900) + "EncryptedPackage".encode("utf-16-le"),
            "unreadable",
            "password",
        ),
    ],
)
def test_what_cannot_be_read_is_said(
    tmp_path: Path, name: str, content: bytes, code: str, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(bosoto.DataError) as raised:
        bosoto.validate(tmp_path / name)
    assert raised.value.code == code
    assert said in str(raised.value.message.en)


def test_a_bomb_is_too_large(tmp_path: Path) -> None:
    path = workbook(tmp_path / "DEATH.xlsx", "DEATH", [DEATH])
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("xl/sharedStrings2.xml", b" " * 300_000_000)
    with pytest.raises(bosoto.DataError) as raised:
        bosoto.validate({"DEATH": bomb})
    assert raised.value.code == "too_large"
    with pytest.raises(bosoto.DataError) as raised:
        bosoto.validate(path, unpack_limit=100)
    assert raised.value.code == "too_large"


def test_findings_leave_as_a_workbook(tmp_path: Path) -> None:
    bosoto.sample(tmp_path / "export")
    found = bosoto.validate(tmp_path / "export")
    found.to_excel(tmp_path / "found.xlsx")
    header, *rows = cells(tmp_path / "found.xlsx")
    assert header[:4] == ("ไฟล์", "แฟ้ม", "แถว", "คอลัมน์")
    frame = found.to_polars()
    assert [row[1:4] for row in rows] == frame.select("table", "row", "column").rows()
    assert [row[6:10] for row in rows] == frame.select("value", "hospcode", "pid", "seq").rows()
    assert [row[5] for row in rows] == frame["message_th"].to_list()
    assert {row[4] for row in rows} == {"ข้อผิดพลาด", "คำเตือน"}
    counted = cells(tmp_path / "found.xlsx", 1)
    assert sum(int(str(row[4])) for row in counted[1:]) == len(found)
    found.to_excel(tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == (tmp_path / "found.xlsx").read_bytes()
    found.to_excel(tmp_path / "found.en.xlsx", "en")
    assert cells(tmp_path / "found.en.xlsx")[0][4:6] == ("severity", "what is wrong and what to do")
    sheet = openpyxl.load_workbook(tmp_path / "found.xlsx").worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:L{len(rows) + 1}"


def test_an_indicator_leaves_as_a_workbook(tmp_path: Path) -> None:
    bosoto.sample_episodes(tmp_path, episodes=34)
    found = bosoto.indicator("KP-22", tmp_path, fiscal_year=2568, quarter=4, by="province")
    found.to_excel(tmp_path / "figures.xlsx")
    header, *rows = cells(tmp_path / "figures.xlsx")
    assert header[3:7] == ("พื้นที่", "ตัวตั้ง", "ตัวหาร", "ผลลัพธ์")
    assert [row[3:6] for row in rows] == [
        (area.area, area.numerator, area.denominator) for area in found.areas
    ]
    members = cells(tmp_path / "figures.xlsx", 1)
    ledger = found.ledger.to_polars()
    assert [row[2] for row in members[1:]] == ledger["id"].to_list()


def test_cells_are_written_as_what_they_are() -> None:
    moment = pa.field("at", pa.timestamp("us"), metadata={"title_th": "เวลา", "title_en": "time"})
    schema = pa.schema(
        [
            pa.field("id", pa.string()),
            pa.field("due", pa.date32()),
            moment,
            pa.field("kind", pa.dictionary(pa.int8(), pa.large_string())),
            pa.field("count", pa.uint64()),
            pa.field("share", pa.float32()),
            pa.field("flag", pa.bool_()),
        ]
    )
    columns = [
        ["007", "=1+1", None],
        [date(2024, 2, 29), date(1850, 1, 1), None],
        [datetime(2024, 2, 29, 9, 15), None, datetime(1970, 1, 1)],
        ["a", "https://a.th", None],
        [1, 2**63, None],
        [0.5, float("nan"), None],
        [True, False, None],
    ]
    table = pa.table(columns, schema=schema)
    file = BytesIO()
    titles = {"id": Text("รหัส", "id"), "at": Text("ไม่ใช้", "unused")}
    write_workbook(
        file, {"งาน/1": table, "งาน_1": Rows(["id"], [["=A1"], ["x" * 40_000]])}, titles=titles
    )
    first, second = cells(file), cells(file, 1)
    assert first[0] == ("รหัส", "due", "เวลา", "kind", "count", "share", "flag")
    assert first[1] == (
        "007",
        datetime(2024, 2, 29),
        datetime(2024, 2, 29, 9, 15),
        "a",
        1,
        0.5,
        True,
    )
    assert first[2][:2] == ("=1+1", "1850-01-01")
    assert first[2][3:] == ("https://a.th", str(2**63), "nan", False)
    assert first[3] == (None, None, datetime(1970, 1, 1), None, None, None, None)
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == ["งาน_1", "งาน_1 (2)"]
    assert book.worksheets[0]["A3"].data_type == "s"
    assert book.worksheets[0]["D3"].hyperlink is None
    assert second[1] == ("=A1",)
    assert len(str(second[2][0])) < 32_768


def test_what_does_not_fit_goes_on_on_the_next_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bosoto.excel.MOST_ROWS", 4)
    for count, sizes in ((0, [1]), (3, [4]), (4, [4, 2]), (7, [4, 4, 2])):
        file = BytesIO()
        write_workbook(file, {"a": Rows(["n"], ([n] for n in range(count)))})
        book = openpyxl.load_workbook(file)
        assert [sheet.max_row for sheet in book.worksheets] == sizes
        assert book.sheetnames == ["a", "a (2)", "a (3)"][: len(sizes)]


def test_decimal_numbers_are_numbers() -> None:
    whole = [Decimal(7), Decimal(2**62), Decimal(10**30), None]
    parts = [Decimal("97.82"), Decimal("-0.50"), Decimal(0), None]
    columns = {
        "whole": pa.array(whole, pa.decimal128(38, 0)),
        "wide": pa.array(parts, pa.decimal256(60, 2)),
        "value": pa.array(parts, pa.decimal128(9, 2)),
    }
    file = BytesIO()
    write_workbook(file, {"a": pa.table(columns)})
    rows = cells(file)[1:]
    assert rows[0] == (7, 97.82, 97.82)
    assert rows[1][1:] == (-0.5, -0.5)
    assert rows[2][1:] == (0, 0)
    assert rows[3:] in ([], [(None, None, None)])
    assert [float(str(row[0])) for row in rows[1:3]] == [float(2**62), 1e30]


def test_a_column_of_lists_is_refused() -> None:
    with pytest.raises(TypeError, match="`n` holds"):
        write_workbook(BytesIO(), {"a": pa.table({"n": [[1]]})})


def test_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    with pytest.raises(ImportError, match=r"bosoto\[excel\]"):
        write_workbook(BytesIO(), {})


def test_the_command_line_reads_and_writes_workbooks(tmp_path: Path) -> None:
    def run(*arguments: object) -> tuple[int, str]:
        done = CliRunner(env={"COLUMNS": "160"}).invoke(app, [*map(str, arguments)])
        return done.exit_code, done.output

    assert run("sample", tmp_path / "in", "--shape", "xlsx")[0] == 0
    code, output = run("validate", tmp_path / "in", "--output", tmp_path / "found.xlsx")
    assert code == 1, output
    assert len(cells(tmp_path / "found.xlsx")) == len(bosoto.validate(tmp_path / "in")) + 1
    assert run("validate", tmp_path / "in", "--format", "xlsx")[0] == 2
    register = workbook(tmp_path / "DEATH.xlsx", "DEATH", [["รหัสหน่วยบริการ", *DEATH[1:]]])
    code, output = run("validate", register)
    assert "A1 “รหัสหน่วยบริการ” ใช้เป็น DEATH HOSPCODE" in output
    bosoto.sample_episodes(tmp_path / "episodes", episodes=34)
    figures = tmp_path / "figures.xlsx"
    asked = ("--fiscal-year", 2568, "--output", figures)
    code, output = run("indicator", "KP-22", tmp_path / "episodes", *asked)
    assert code == 0, output
    assert cells(figures)[1][0] == "KP-22"


def test_a_workbook_is_there_whole_or_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    path.write_bytes(b"the work of a year")

    def rows() -> Iterator[list[object]]:
        yield [1]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_workbook(path, {"a": Rows(["a"], rows())})
    assert path.read_bytes() == b"the work of a year"
    assert [one.name for one in tmp_path.iterdir()] == ["register.xlsx"]


class Full(BytesIO):
    """A disk on which nothing has room."""

    def write(self, data: object) -> int:
        raise OSError(28, "No space left on device")


def test_a_disk_that_is_full_is_an_error_of_the_system(recwarn: pytest.WarningsRecorder) -> None:
    with pytest.raises(OSError, match="No space left"):
        write_workbook(Full(), {"a": Rows(["a"], [[1]])})
    gc.collect()
    assert not recwarn.list


def test_findings_are_not_written_over_what_was_judged(tmp_path: Path) -> None:
    path = workbook(tmp_path / "death.xlsx", "DEATH", [DEATH, ["1"] * len(DEATH)])
    before = path.read_bytes()
    findings = bosoto.validate(path)
    linked = tmp_path / "linked.xlsx"
    linked.hardlink_to(path)
    for target in (path, str(path), linked):
        with pytest.raises(ValueError, match="name another to write to"):
            findings.to_excel(target)
    assert path.read_bytes() == before
    findings.to_excel(tmp_path / "found.xlsx")


def test_an_indicator_is_not_written_over_what_was_read(tmp_path: Path) -> None:
    bosoto.sample_episodes(tmp_path)
    found = bosoto.indicator("KP-22", tmp_path, fiscal_year=2567, quarter=4, by="facility")
    source = next(path for path in tmp_path.iterdir() if path.is_file())
    before = source.read_bytes()
    with pytest.raises(ValueError, match="name another to write to"):
        found.to_excel(source)
    assert source.read_bytes() == before
    found.to_excel(tmp_path / "indicator.xlsx")


def test_wrong_rows_and_languages_are_said(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="row 2 has 3 cells for 2 columns"):
        write_workbook(BytesIO(), {"a": Rows(["a", "b"], [[1, 2], [1, 2, 3]])})
    with pytest.raises(ValueError, match='"th" or "en"'):
        write_workbook(BytesIO(), {}, lang="xx")  # type: ignore[arg-type]


def test_a_text_is_cut_to_what_a_cell_holds(tmp_path: Path) -> None:
    file = BytesIO()
    texts = ["a" * 32_767, "a" * 40_000, "😀" * 20_000, "a\ud800"]
    write_workbook(file, {"a": Rows(["a"], [[text] for text in texts])})
    told = [str(row[0]) for row in cells(file)[1:]]
    assert told[0] == texts[0]
    assert told[1] == "a" * 32_766 + "…"
    assert told[2] == "😀" * 16_383 + "…"
    assert told[3] == "a?"


@pytest.mark.parametrize("merged", [None, "A5:A6"])
def test_empty_rows_keep_no_answer_from_being_given(tmp_path: Path, merged: str | None) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row, cells_of in (
        (1, DEATH),
        (5, ["10670", "7", "25670101", "I219", "I219", "1"]),
        (9, ["1"]),
    ):
        for column, cell in enumerate(cells_of, 1):
            sheet.cell(row, column, cell)
    if merged:
        sheet.merge_cells(merged)
    path = tmp_path / "DEATH.xlsx"
    book.save(path)
    found = bosoto.validate(path)
    assert len(list(found.json_lines())) == len(found.to_polars()) == len(found) > 0
    assert {row[1] for row in told(found)} == {4, 8}
    for lang in ("th", "en"):
        assert "<html" in found.to_html(lang)  # type: ignore[arg-type]
    found.to_excel(tmp_path / "found.xlsx")
    rows = [len(pl.DataFrame(part["DEATH"])) for part in (found.good(), found.bad())]
    assert rows == [0, 2]
