"""SQL in DuckDB: every function and relation beside the plain Python way of doing the same."""

from __future__ import annotations

import gc
import gzip
import io
import json
import random
import re
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pyarrow as pa
import pytest

import bosoto
from bosoto import Actor, Case, DataError, Policy, Role
from bosoto.logs import read_logs
from bosoto.sql import SqlError, findings, register
from bosoto.thai import Style
from bosoto.worklist import worklists

DAY = date(2021, 4, 10)
YEAR = "fiscal_year := 2567, quarter := 3"
VECTOR = 2048
"""So many rows DuckDB hands a function at a time."""

COLUMNS = {
    "RV-01": ("PERSON", "CID"),
    "RV-03": ("SPECIALPP", "PPSPLACE"),
    "RV-04": ("DEATH", "ODISEASE"),
    "RV-08": ("PERSON", "MOBILE"),
    "PERSON.BIRTH": ("PERSON", "BIRTH"),
    "person.sex": ("PERSON", "SEX"),
    "SERVICE.SEQ": ("SERVICE", "SEQ"),
    "ADDRESS.CHANGWAT": ("ADDRESS", "CHANGWAT"),
}
"""A column of the standard that is judged as the rule judges a text."""
ICD10 = re.compile("(\\.*[A-Za-z])(\\.*[0-9]){2}(\\.*[0-9A-Za-z]){0,3}\\.*")
TEXTS = [
    *(None, "", " ", "3100600445635", " 3100600445635 ", "3100600445636", "3-1006-00445-63-5"),
    *("1111111111119", "9999999999994", "๓๑๐๐๖๐๐๔๔๕๖๓๕", "10670", "1067", "99811", "ABCDEFGHI"),
    *(
        "F20",
        "f20.0",
        "F2",
        "X84.",
        "F200000",
        "F1.5.2.9.A",
        "0812345678",
        "081-234-5678",
        "02 123 4567",
        "123",
    ),
    *("20240229", "20230229", "25670229", "25680229", "1", "2", "3", "81", "78", "99", "ก" * 20),
    *("สมชาย", "a\x00b", "\u2028", "😀"),
]
STYLES: list[Style] = ["short", "slash", "abbreviated", "long", "digits"]


@pytest.fixture
def con() -> duckdb.DuckDBPyConnection:
    con = duckdb.connect()
    register(con)
    return con


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    bosoto.sample(folder, seed=7, persons=300, defects=90)
    return folder


@pytest.fixture
def logs(absent: Case, referred: Case, tmp_path: Path) -> Path:
    path = tmp_path / "cases.ndjson"
    lines = []
    for case in (absent, referred):
        log = [json.loads(line) for line in case.log().splitlines()]
        lines.append(json.dumps({"lifecycle": "compulsory", "log": log}, ensure_ascii=False))
    path.write_text("\n".join(lines * 20), "utf-8")
    return path


def rows_of(table: Any) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in pa.table(table).to_pylist()]


def plain_code(rule: str, text: str | None) -> str | None:
    """The same by a form's call for one cell."""
    if text is None:
        return None
    table, column = COLUMNS[rule]
    counts = bosoto.check_cell(table, column, text).count_rows()
    code = counts[0].code if counts else None
    if code == "width" and rule.startswith("RV"):
        # A width is the column's. What is too wide here is no telephone number either.
        return "phone" if rule == "RV-08" else None if ICD10.fullmatch(text) else "icd10_shape"
    return code


def plain_area(text: str | None) -> str | None:
    """RV-02 as the columns of ADDRESS judge each two digits."""
    code = "" if text is None else text.strip(" ")
    if not code:
        return None
    if len(code) not in (2, 4, 6) or not (code.isascii() and code.isdigit()):
        return "area_shape"
    for place, column in zip(range(0, len(code), 2), ("CHANGWAT", "AMPUR", "TAMBON"), strict=False):
        counts = bosoto.check_cell("ADDRESS", column, code[place : place + 2]).count_rows()
        if counts:
            return counts[0].code
    return None


def plain_root(text: str | None) -> str | None:
    """RV-04 by hand."""
    code = "" if text is None else text.strip(" ")
    return code.replace(".", "")[:3].upper() if ICD10.fullmatch(code) else None


def plain_year(day: date | None) -> int | None:
    """TM-5 by hand."""
    return None if day is None else day.year + 543 + (day.month >= 10)


def some_days(count: int) -> list[date | None]:
    chosen = random.Random(1)
    first, last = date(1800, 1, 1).toordinal(), date(2399, 12, 31).toordinal()
    days: list[date | None] = [None, date(1800, 1, 1), date(2399, 12, 31), date(2024, 2, 29)]
    days += [date(2024, 9, 30), date(2024, 10, 1)]
    days += [date.fromordinal(chosen.randint(first, last)) for _ in range(count - len(days))]
    return chosen.sample(days, len(days))


# --- functions ------------------------------------------------------------------------------------


def as_duckdb(con: duckdb.DuckDBPyConnection, kind: str, rows: dict[str, list[Any]]) -> str:
    """A column of texts in every form that DuckDB has it in; the name of its table."""
    table = pa.table(rows)
    if kind == "dictionary":
        table = pa.table({name: table[name].dictionary_encode() for name in rows})
    if kind == "views":
        table = pa.table({name: table[name].cast(pa.string_view()) for name in rows})
    con.register("given", table)
    if kind == "categories of polars":
        con.register("given", pl.DataFrame(rows, schema=dict.fromkeys(rows, pl.Categorical)))
    if kind in ("table", "enum"):
        con.execute("CREATE OR REPLACE TABLE kept AS FROM given")
    if kind == "enum":
        for name in rows:
            con.execute(
                f"CREATE TYPE {name}_type AS ENUM (SELECT DISTINCT {name} FROM given "
                f"WHERE {name} IS NOT NULL)"
            )
            con.execute(f"ALTER TABLE kept ALTER {name} TYPE {name}_type")
    return "kept" if kind in ("table", "enum") else "given"


KINDS = ["arrow", "dictionary", "views", "categories of polars", "table", "enum"]


@pytest.mark.parametrize("kind", KINDS)
def test_texts_are_judged_as_cells_are(con: duckdb.DuckDBPyConnection, kind: str) -> None:
    chosen = random.Random(2)
    known = [text for text in TEXTS if text is None or "\x00" not in text]
    rules: list[str | None] = [*COLUMNS, None]
    rows = {
        "rule": [chosen.choice(rules) for _ in range(3 * VECTOR + 7)],
        "cell": [chosen.choice(known) for _ in range(3 * VECTOR + 7)],
    }
    table = as_duckdb(con, kind, rows)
    answered = con.sql(f"SELECT bosoto_check(rule, cell) FROM {table}").fetchall()
    pairs = zip(rows["rule"], rows["cell"], strict=True)
    assert answered == [(None if rule is None else plain_code(rule, cell),) for rule, cell in pairs]


@pytest.mark.parametrize("rule", [*COLUMNS, "RV-02"])
def test_a_rule_is_one_for_a_whole_column(con: duckdb.DuckDBPyConnection, rule: str) -> None:
    plain: Callable[[str | None], str | None] = (
        plain_area if rule == "RV-02" else lambda text: plain_code(rule, text)
    )
    areas = ["8101", "810101", "810199", "819901", "990101", "81010", "780101", "8a"]
    given = pa.table({"cell": [*TEXTS, *areas] * 100})
    answered = con.execute("SELECT bosoto_check($1, cell) FROM given", [rule]).fetchall()
    assert answered == [(plain(cell),) for cell in given["cell"].to_pylist()]


def test_roots_are_those_of_codes(con: duckdb.DuckDBPyConnection) -> None:
    given = pa.table({"code": TEXTS * 200})
    answered = con.sql("SELECT icd10_root(code) FROM given").fetchall()
    assert answered == [(plain_root(text),) for text in given["code"].to_pylist()]
    assert ("X84",) in answered


def test_dates_are_written_as_the_call_writes_them(con: duckdb.DuckDBPyConnection) -> None:
    chosen = random.Random(3)
    days = some_days(2 * VECTOR + 5)
    styles = [chosen.choice([*STYLES, None]) for _ in days]
    given = pa.table({"day": pa.array(days, pa.date32()), "style": styles})
    answered = con.sql(
        "SELECT thai_date(day, style), thai_date(day), fiscal_year(day) FROM given"
    ).fetchall()
    assert answered == [
        (
            None if day is None or style is None else bosoto.thai_date(day, style),
            None if day is None else bosoto.thai_date(day),
            plain_year(day),
        )
        for day, style in zip(days, styles, strict=True)
    ]
    assert given.num_rows == len(answered)


def test_functions_answer_constants_and_nothing(con: duckdb.DuckDBPyConnection) -> None:
    one = "SELECT thai_date('2021-04-03', style := 'digits'), fiscal_year('2024-10-01')"
    assert con.sql(one).fetchall() == [("๓ เมษายน ๒๕๖๔", 2568)]
    nothing = (
        "SELECT bosoto_check(NULL, NULL), thai_date(NULL), fiscal_year(NULL), icd10_root(NULL)"
    )
    assert con.sql(nothing).fetchall() == [(None,) * 4]
    con.execute("CREATE TABLE empty(cell VARCHAR, day DATE)")
    every = "bosoto_check('RV-01', cell), thai_date(day), fiscal_year(day), icd10_root(cell)"
    assert con.sql(f"SELECT {every} FROM empty").fetchall() == []
    types = con.sql(f"SELECT {every} FROM empty").types
    assert list(map(str, types)) == ["VARCHAR", "VARCHAR", "INTEGER", "VARCHAR"]
    con.execute(
        "CREATE TABLE nulls AS SELECT NULL::VARCHAR AS cell, NULL::DATE AS day FROM range(5000)"
    )
    assert con.sql(f"SELECT DISTINCT {every} FROM nulls").fetchall() == [(None,) * 4]


def test_functions_work_where_sql_has_expressions(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        "CREATE TABLE visits AS SELECT 'F' || (i % 60) AS code, DATE '2024-01-01' + (i % 400)::INT "
        "AS seen FROM range(100_000) r(i)"
    )
    found = con.sql(
        "SELECT icd10_root(code), fiscal_year(seen), count(*) FROM visits "
        "WHERE bosoto_check('RV-04', code) IS NULL GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    frame = con.sql("FROM visits").pl()
    expected: dict[tuple[str | None, int | None], int] = {}
    for code, seen in frame.iter_rows():
        if (root := plain_root(code)) is not None:
            key = (root, plain_year(seen))
            expected[key] = expected.get(key, 0) + 1
    assert {(root, year): visits for root, year, visits in found} == expected


# --- errors ---------------------------------------------------------------------------------------


def refused(con: duckdb.DuckDBPyConnection, query: str) -> str:
    with pytest.raises(duckdb.InvalidInputException) as raised:
        con.sql(query).fetchall()
    return str(raised.value)


@pytest.mark.parametrize(
    ("query", "code", "thai", "english"),
    [
        ("SELECT bosoto_check('RV-99', 'x')", "unknown_value", "ไม่มีหลักเกณฑ์นี้", "no such rule"),
        ("SELECT bosoto_check('RV-06', 'x')", "unknown_value", "ไม่มีหลักเกณฑ์นี้", "text alone"),
        ("SELECT bosoto_check('CHRONIC.PID', 'x')", "unknown_table", "ไม่มีแฟ้ม", "no table"),
        ("SELECT bosoto_check('PERSON.X', 'x')", "unknown_column", "ไม่มีคอลัมน์", "no column"),
        ("SELECT thai_date('2567-01-01')", "malformed", "ลบ 543", "subtract 543"),
        ("SELECT fiscal_year('2567-01-01')", "malformed", "ลบ 543", "subtract 543"),
        ("SELECT fiscal_year('infinity'::DATE)", "malformed", "1800", "outside 1800"),
        ("SELECT thai_date('1799-12-31')", "malformed", "1800", "outside 1800"),
        ("SELECT thai_date('2024-01-01', 'iso')", "unknown_value", "โปรดใช้", "`digits`"),
        ("FROM bosoto_findings('nowhere')", "unreadable", "ไม่พบไฟล์", "not there"),
        ("FROM bosoto_findings('.', rules := ['X'])", "unknown_value", "RV-01", "no such rule"),
        (
            "FROM bosoto_indicator('KP-99', '.', 2567, 3, 'facility')",
            "unknown_value",
            "KP",
            "KP-15",
        ),
        (
            "FROM bosoto_ledger('KP-16', '.', 2567, 5, 'facility')",
            "unknown_value",
            "ไตรมาส",
            "quarter",
        ),
        ("FROM bosoto_worklist('nowhere', '2024-01-01')", "", "ไม่พบ", "cannot be opened"),
        (
            """FROM bosoto_indicator('KP-16', '.', 2567, 3, 'facility',
               policy := '{"drop_out_days": 0}')""",
            *("policy_invalid", "โปรด", "whole number"),
        ),
    ],
)
def test_an_error_says_what_the_library_says(
    con: duckdb.DuckDBPyConnection, query: str, code: str, thai: str, english: str
) -> None:
    said = refused(con, query)
    assert SqlError.__name__ in said
    for part in (code, thai, english):
        assert part in said
    # The connection goes on.
    assert con.sql("SELECT fiscal_year('2024-10-01')").fetchall() == [(2568,)]


def test_an_error_shows_no_cell(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("CREATE TABLE people AS SELECT '3100600445635' AS cid, 'สมชาย' AS name")
    for query in (
        "SELECT bosoto_check(cid, name) FROM people",
        "SELECT bosoto_check('PERSON.' || cid, name) FROM people",
        "SELECT thai_date(DATE '2024-01-01', name) FROM people",
    ):
        said = refused(con, query)
        assert "3100600445635" not in said
        assert "สมชาย" not in said


def test_wrong_types_are_refused_by_duckdb(con: duckdb.DuckDBPyConnection) -> None:
    for query in (
        "SELECT bosoto_check('RV-01', 3100600445635)",
        "SELECT fiscal_year(TIMESTAMP '2024-10-01 00:00:00')",
    ):
        with pytest.raises(duckdb.BinderException):
            con.sql(query)


def test_a_log_that_cannot_be_used_is_named(con: duckdb.DuckDBPyConnection, logs: Path) -> None:
    text = logs.read_text("utf-8").replace('"event_id"', '"event"', 1)
    logs.write_text(text, "utf-8")
    said = refused(con, f"FROM bosoto_worklist('{logs}', '2021-04-10')")
    assert "/0/log/0/event" in said
    logs.write_bytes(gzip.compress(text.encode()))
    packed = logs.rename(logs.with_suffix(".gz"))
    assert "10" in refused(
        con, f"FROM bosoto_worklist('{packed}', '2021-04-10', unpack_limit := 10)"
    )


def test_an_officer_has_both_parts(con: duckdb.DuckDBPyConnection, logs: Path) -> None:
    said = refused(con, f"FROM bosoto_worklist('{logs}', '2021-04-10', role := 'unit_user')")
    assert "missing_field" in said
    said = refused(
        con, f"FROM bosoto_worklist('{logs}', '2021-04-10', role := 'x', organisation := '1')"
    )
    assert "unknown_value" in said


# --- relations ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "given"),
    [
        ("", {}),
        ("as_of := '2024-01-01'", {"as_of": date(2024, 1, 1)}),
        ("rules := ['RV-01', 'date']", {"rules": ["RV-01", "date"]}),
        ('"values" := true', {"values": True}),
        (
            "areas := ['810101'], persons_complete := true",
            {"areas": ["810101"], "persons_complete": True},
        ),
        ("unpack_limit := 100_000_000", {"unpack_limit": 100_000_000}),
        ("rules := []", {"rules": []}),
    ],
)
def test_findings_are_those_of_validate(
    con: duckdb.DuckDBPyConnection, export: Path, options: str, given: dict[str, Any]
) -> None:
    expected = pa.table(bosoto.validate(export, **given))
    asked = ", ".join(filter(None, [f"'{export}'", options]))
    found = con.sql(f"FROM bosoto_findings({asked})")
    assert found.columns == expected.column_names
    assert found.fetchall() == rows_of(expected)


def test_findings_are_a_relation(con: duckdb.DuckDBPyConnection, export: Path) -> None:
    path = str(export)
    counts = con.execute(
        "SELECT code, severity, count(*) FROM bosoto_findings($1) GROUP BY ALL", [path]
    ).fetchall()
    expected: dict[tuple[str, str], int] = {}
    for count in bosoto.validate(export).count_rows():
        key = (count.code, count.severity)
        expected[key] = expected.get(key, 0) + count.rows
    assert {(code, severity): rows for code, severity, rows in counts} == expected
    con.execute("SET VARIABLE path = $1", [path])
    both = con.sql(
        "SELECT count(*) FROM bosoto_findings(getvariable('path')) a JOIN "
        'bosoto_findings(getvariable(\'path\')) b USING ("table", "row") WHERE a.code < b.code'
    )
    rows = pl.DataFrame(bosoto.validate(export)).select("table", "row", "code")
    joined = rows.join(rows, on=["table", "row"])
    expected_both = joined.filter(
        pl.col("code").cast(pl.String) < pl.col("code_right").cast(pl.String)
    )
    assert both.fetchall() == [(expected_both.height,)]
    con.execute("CREATE TABLE paths AS SELECT unnest([$1, $1]) AS path", [path])
    each = con.sql("SELECT count(*) FROM paths, LATERAL (FROM bosoto_findings(path))").fetchall()
    assert each == [(2 * rows.height,)]


def test_a_relation_of_null_is_an_error_and_never_clean(con: duckdb.DuckDBPyConnection) -> None:
    for query, name in (
        ("bosoto_findings(NULL)", "path"),
        ("bosoto_findings(getvariable('misspelt'))", "path"),
        ("bosoto_worklist('x', NULL)", "on"),
        ("bosoto_worklist(NULL, DATE '2024-12-01')", "path"),
        ("bosoto_indicator('KP-16', 'x', NULL, 3, 'facility')", "fiscal_year"),
    ):
        error = refused(con, f"FROM {query}")
        assert f"ค่า {name} เป็น NULL" in error
        assert f"{name} is NULL" in error


def test_a_worklist_takes_a_file_that_is_an_array(
    con: duckdb.DuckDBPyConnection, logs: Path, tmp_path: Path
) -> None:
    cases = [json.loads(line) for line in logs.read_text("utf-8").splitlines()]
    array = tmp_path / "cases.json"
    array.write_text(json.dumps(cases, indent=1), "utf-8")
    lines, whole = (
        con.sql(f"FROM bosoto_worklist('{path}', DATE '2021-04-11')").fetchall()
        for path in (logs, array)
    )
    assert whole == lines != []


def test_a_file_that_cannot_be_read_is_named(
    con: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    cut = tmp_path / "cut.ndjson.gz"
    cut.write_bytes(gzip.compress(b"{}")[:-6])
    for path, why in ((cut, "complete gzip file"), (tmp_path / "none.nd", "cannot be opened")):
        error = refused(con, f"FROM bosoto_worklist('{path}', DATE '2024-12-01')")
        assert path.name in error
        assert why in error
    error = refused(con, "FROM bosoto_findings('x', unpack_limit := -1)")
    assert "โปรดตรวจค่า" in error
    assert "unpack_limit" in error


def test_many_findings_are_told_in_order(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    lines = ["HOSPCODE|PID|DDEATH|CDEATH_A|CDEATH|PDEATH"]
    lines += [f"10670|{row}|25670229|X7|X70|3" for row in range(3 * VECTOR)]
    (tmp_path / "DEATH.txt").write_text("\n".join(lines), "utf-8")
    found = con.sql(f"FROM bosoto_findings('{tmp_path}')").fetchall()
    assert len(found) == 9 * VECTOR
    assert found == rows_of(bosoto.validate(tmp_path))


def test_a_relation_is_read_anew(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    member = tmp_path / "DEATH.txt"
    header = "HOSPCODE|PID|DDEATH|CDEATH_A|CDEATH|PDEATH\n"
    query = f"SELECT code FROM bosoto_findings('{tmp_path}')"
    member.write_text(f"{header}10670|1|20240229|X70|X70|1", "utf-8")
    con.execute(f"PREPARE again AS {query}")
    assert con.execute("EXECUTE again").fetchall() == []
    member.write_text(f"{header}10670|1|25670229|X70|X70|1", "utf-8")
    assert con.execute("EXECUTE again").fetchall() == [("buddhist_year",)]


@pytest.mark.parametrize("by", ["facility", "country"])
@pytest.mark.parametrize("policy", [None, Policy(smiv_running_year="completed_years")])
def test_an_indicator_is_that_of_the_call(
    con: duckdb.DuckDBPyConnection, export: Path, by: Any, policy: Policy | None
) -> None:
    made = bosoto.indicator("KP-16", export, fiscal_year=2567, quarter=3, by=by, policy=policy)
    said = "NULL" if policy is None else f"'{policy.to_json()}'"
    asked = f"'KP-16', '{export}', {YEAR}, by := '{by}', policy := {said}"
    areas = con.sql(
        f"SELECT * REPLACE (value::VARCHAR AS value, target::VARCHAR AS target) "
        f"FROM bosoto_indicator({asked})"
    ).fetchall()
    assert areas == [
        (
            one.area,
            one.figure.numerator,
            one.figure.denominator,
            one.figure.value,
            None,
            None,
            one.figure.met,
            one.persons_without_cid,
        )
        for one in made.areas
    ]
    ledger = con.sql(f"FROM bosoto_ledger({asked})")
    assert ledger.columns == pa.table(made.ledger).column_names
    assert ledger.fetchall() == rows_of(made.ledger)


def test_an_indicator_takes_a_population(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    (tmp_path / "deaths.csv").write_text(
        "death_id,source,died_on,place,cause\nd1,506s,20241015,50,X70\nd2,registry,20241015,50,X70\n"
    )
    (tmp_path / "populations.csv").write_text(
        "province,basis,year,population\n50,year_end,2023,1800000\n50,mid_year,2025,1800000\n"
    )
    asked = f"'KP-15', '{tmp_path}', 2568"
    first = con.sql(
        f"FROM bosoto_indicator({asked}, 1, 'province', trouble := ['R1'], "
        "population := {'year': 2023, 'basis': 'year_end'})"
    ).fetchall()
    assert [row[:3] for row in first] == [("50", 1, 1_800_000)]
    assert "population_required" in refused(con, f"FROM bosoto_indicator({asked}, 1, 'province')")
    last = con.sql(f"SELECT target, target_at, met FROM bosoto_indicator({asked}, 4, 'province')")
    assert [(str(target), at, met) for target, at, met in last.fetchall()] == [
        ("7.80", "most", True)
    ]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("settled", [False, True])
def test_a_worklist_is_that_of_the_call(
    con: duckdb.DuckDBPyConnection, logs: Path, packed: bool, settled: bool
) -> None:
    if packed:
        logs.write_bytes(gzip.compress(logs.read_bytes()))
        logs = logs.rename(logs.with_suffix(".ndjson.gz"))
    nurse = Actor(role=Role.UNIT_USER, organisation="10670")
    (mine, every) = worklists(read_logs(logs), DAY, [nurse, None], settled=settled)
    officer = "role := 'unit_user', organisation := '10670'"
    for expected, of in ((mine, officer), (every, "role := NULL")):
        found = con.sql(f"FROM bosoto_worklist('{logs}', '{DAY}', settled := {settled}, {of})")
        assert found.columns[:3] == ["lifecycle", "case_id", "urgency"]
        assert found.fetchall() == [
            (
                *(
                    item.lifecycle,
                    item.case_id,
                    str(item.urgency),
                    item.because.th,
                    item.because.en,
                ),
                *(owed.rule, str(owed.what), owed.title.th, owed.title.en, owed.trigger.event),
                *(owed.trigger.on, owed.opens_on, owed.due_by, owed.expires_on, owed.done_on),
                *(str(owed.status), str(owed.responsible.role), owed.responsible.organisation),
            )
            for item in expected
            for owed in [item.obligation]
        ]
        assert len(expected) > 20


def test_a_worklist_may_be_of_nobody_and_of_what_was_known(
    con: duckdb.DuckDBPyConnection, logs: Path
) -> None:
    nobody = con.sql(
        f"FROM bosoto_worklist('{logs}', '{DAY}', role := 'unit_user', organisation := '99811')"
    )
    assert nobody.fetchall() == []
    known = f"known := '{DAY - timedelta(days=30)}', policy := '{{\"first_trace_days\": 9}}'"
    found = con.sql(f"SELECT count(*) FROM bosoto_worklist('{logs}', '{DAY}', {known})").fetchall()
    expected = worklists(
        read_logs(logs), DAY, known=DAY - timedelta(days=30), policy=Policy(first_trace_days=9)
    )
    assert found == [(len(expected[0]),)]


def test_tables_of_the_database_are_judged(con: duckdb.DuckDBPyConnection, export: Path) -> None:
    frames = frames_of(export)
    for name, frame in frames.items():
        con.register("given", frame)
        con.execute(f"CREATE TABLE {name} AS FROM given")
    queries = {name: f"FROM {name}" for name in frames}
    expected = rows_of(bosoto.validate(frames))
    found = findings(con, queries)
    assert found.fetchall() == expected
    assert found.fetchall() == expected
    assert con.sql("SELECT count(*) FROM found").fetchall() == [(len(expected),)]
    assert findings(con, {"PERSON": con.sql("FROM person")}).fetchall() == rows_of(
        bosoto.validate({"PERSON": frames["person"]})
    )
    only = findings(con, queries, rules=["RV-01"], values=True).select("value").fetchall()
    assert ("3100600445636",) in only
    assert findings(con, {"PERSON": "FROM person LIMIT 0"}).fetchall() == []
    with pytest.raises(DataError, match="unknown_table"):
        findings(con, {"nothing": "FROM person"})


def frames_of(folder: Path) -> dict[str, pl.DataFrame]:
    """The members of a made-up export; rows with the wrong number of fields are left out."""
    frames = {}
    with zipfile.ZipFile(next(folder.glob("*.zip"))) as packed:
        for name in packed.namelist():
            lines = packed.read(name).decode("utf-8-sig").splitlines()
            fields = lines[0].count("|")
            text = "\n".join(line for line in lines if line.count("|") == fields)
            frames[Path(name).stem.lower()] = pl.read_csv(
                io.StringIO(text), separator="|", infer_schema=False, quote_char=None
            )
    return frames


# --- connections ----------------------------------------------------------------------------------


def test_a_database_may_be_read_only(tmp_path: Path, export: Path) -> None:
    path = tmp_path / "kept.db"
    made = duckdb.connect(path)
    made.execute("CREATE TABLE people AS SELECT '3100600445636' AS cid")
    made.close()
    before = path.read_bytes()
    con = duckdb.connect(path, read_only=True)
    register(con)
    register(con)
    assert con.sql("SELECT bosoto_check('RV-01', cid) FROM people").fetchall() == [
        ("cid_check_digit",)
    ]
    found = con.sql(f"SELECT count(*) FROM bosoto_findings('{export}')").fetchall()
    assert found == [(len(bosoto.validate(export)),)]
    con.close()
    assert path.read_bytes() == before


def test_to_register_again_changes_nothing(con: duckdb.DuckDBPyConnection) -> None:
    listed = (
        "SELECT * EXCLUDE (function_oid) FROM duckdb_functions() "
        "WHERE function_name ILIKE '%bosoto%'"
    )
    before = con.sql(listed).fetchall()
    assert len(before) >= 9
    register(con)
    assert con.sql(listed).fetchall() == before


def test_a_transaction_may_be_taken_back() -> None:
    con = duckdb.connect()
    con.begin()
    register(con)
    assert con.sql("SELECT fiscal_year('2024-10-01')").fetchall() == [(2568,)]
    con.rollback()
    with pytest.raises(duckdb.CatalogException):
        con.sql("SELECT fiscal_year('2024-10-01')")
    register(con)
    assert con.sql("SELECT fiscal_year('2024-10-01'), thai_date('2024-10-01')").fetchall() == [
        (2568, "1 ตุลาคม 2567")
    ]


def test_connections_do_not_disturb_each_other(export: Path) -> None:
    query = f"SELECT count(*), max(bosoto_check('RV-01', '1')) FROM bosoto_findings('{export}')"
    expected = [(len(bosoto.validate(export)), "cid_shape")]
    first, second = duckdb.connect(), duckdb.connect()
    register(first)
    with pytest.raises(duckdb.CatalogException):
        second.sql("SELECT fiscal_year('2024-10-01')")
    register(second)
    cursor = first.cursor()
    register(cursor)
    found: list[Any] = []

    def ask(con: duckdb.DuckDBPyConnection) -> None:
        found.extend(con.sql(query).fetchall() for _ in range(5))

    threads = [threading.Thread(target=ask, args=(con,)) for con in (first, second, cursor)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 15
    first.close()
    assert second.sql(query).fetchall() == expected


def test_cursors_may_register_at_the_same_time() -> None:
    con = duckdb.connect()
    cursors = [con.cursor() for _ in range(8)]
    raised: list[BaseException] = []

    def begin(cursor: duckdb.DuckDBPyConnection) -> None:
        try:
            register(cursor)
        except BaseException as error:
            raised.append(error)

    threads = [threading.Thread(target=begin, args=(cursor,)) for cursor in cursors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert raised == []


def test_functions_outlive_the_connection_that_made_them(tmp_path: Path) -> None:
    path = tmp_path / "shared.db"
    first, second = duckdb.connect(path), duckdb.connect(path)
    register(first)
    first.close()
    del first
    gc.collect()
    held = [partial(print, place) for place in range(100_000)]
    assert second.sql("SELECT fiscal_year('2024-10-01')").fetchall() == [(2568,)]
    register(second)
    assert second.sql("SELECT thai_date('2024-10-01')").fetchall() == [("1 ตุลาคม 2567",)]
    assert len(held) == 100_000


def test_a_database_s_own_names_come_first() -> None:
    con = duckdb.connect()
    register(con)
    con.execute("CREATE TABLE fiscal_year AS SELECT 1 AS thai_date")
    assert con.sql("SELECT thai_date FROM fiscal_year").fetchall() == [(1,)]
    assert con.sql("SELECT fiscal_year('2024-10-01')").fetchall() == [(2568,)]


@pytest.mark.parametrize("missing", ["duckdb", "pyarrow"])
def test_without_the_extra_the_module_is_there_and_says_what_to_install(missing: str) -> None:
    code = f"""
import sys
sys.modules["{missing}"] = None
import bosoto.sql
try:
    bosoto.sql.register(None)
except ImportError as error:
    print(error)
"""
    run = [sys.executable, "-X", "utf8", "-c", code]
    told = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    assert told == "this needs duckdb and pyarrow: install `bosoto[sql]`\n"
