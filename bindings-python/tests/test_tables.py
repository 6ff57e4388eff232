"""Many logs as tables, held against the plain way: one case after the other, asked as objects."""

from __future__ import annotations

import gzip
import json
import os
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

import pandas
import polars as pl
import pyarrow as pa
import pytest

from bosoto import Case, Policy, WireError, replay
from bosoto.logs import NotGzipError
from bosoto.tables import (
    compare,
    obligations,
    refused,
    states,
    timeliness,
    withdrawals,
    worklist_table,
)
from bosoto.worklist import worklist, worklists

GOLDEN = Path(__file__).parents[2] / "tests" / "golden"
ON = date(2024, 7, 10)
BROKEN = '{"lifecycle": "compulsory", "log": []}'


def golden() -> list[tuple[str, str]]:
    """The longest golden log of each case, with its lifecycle."""
    longest: dict[tuple[str, str], str] = {}
    for path in sorted(GOLDEN.glob("*.log.ndjson")):
        lifecycle = path.name.split(".")[0]
        for log in path.read_text("utf-8").splitlines():
            key = (lifecycle, replay(lifecycle, log).case_id)  # type: ignore[call-overload]
            if len(log) > len(longest.get(key, "")):
                longest[key] = log
    return [(lifecycle, log) for (lifecycle, _), log in longest.items()]


LOGS = golden()
LINES = [json.dumps({"lifecycle": one, "log": json.loads(log)}) for one, log in LOGS]


@pytest.fixture(scope="module")
def cases() -> list[Case[Any]]:
    return [replay(lifecycle, log) for lifecycle, log in LOGS]  # type: ignore[call-overload]


def rows(table: Any) -> list[dict[str, Any]]:
    return pa.table(table).to_pylist()


def test_obligations_are_those_of_each_case(cases: list[Case[Any]]) -> None:
    table = obligations(LINES, ON)
    found = rows(table)
    expected = [
        (
            case.lifecycle,
            case.case_id,
            row.rule,
            row.what,
            row.opens_on,
            row.due_by,
            row.status,
        )
        for case in cases
        for row in case.obligations(ON)
    ]
    names = ["lifecycle", "case_id", "rule", "what", "opens_on", "due_by", "status"]
    assert [tuple(row[name] for name in names) for row in found] == expected
    assert len(table) == len(expected) > 20
    assert table.broken == []


def test_a_worklist_is_the_one_of_the_cases(cases: list[Case[Any]]) -> None:
    found = rows(worklist_table(LINES, ON))
    expected = worklist(cases, ON)
    assert [(row["case_id"], row["what"], row["urgency"], row["because_th"]) for row in found] == [
        (row.case_id, row.obligation.what, row.urgency, row.because.th) for row in expected
    ]


def test_states_and_withdrawals(cases: list[Case[Any]]) -> None:
    found = rows(states(LINES))
    assert [(row["case_id"], row["state"], row["events"]) for row in found] == [
        (case.case_id, case.state, len(case)) for case in cases
    ]
    assert all(row["begun_on"] <= row["since"] for row in found)
    taken_back = Counter(
        event["of"]
        for line in LINES
        for event in json.loads(line)["log"]
        if event["type"] == "withdrawn" and "void" not in event
    )
    assert Counter(row["event_id"] for row in rows(withdrawals(LINES))) == taken_back


def test_what_was_accepted_is_not_refused_by_the_policy_that_accepted_it() -> None:
    strict = Policy(traces_required=3, assignment_required=True)
    found = rows(refused(LINES, policy=strict))
    assert found
    assert {row["rule"] for row in found} >= {"CT-16"}
    assert {row["kind"] for row in found} <= {
        "missing_precondition",
        "not_permitted",
        "too_early",
        "invalid_input",
        "already_done",
        "wrong_state",
    }
    differing = rows(compare(LINES, Policy(), strict))
    refused_now = {(row["event_id"], row["rule"]) for row in differing if row["kind"] == "refused"}
    assert refused_now <= {(row["event_id"], row["rule"]) for row in found}


def test_the_same_policy_differs_in_nothing_and_the_counts_are_those_of_the_rows() -> None:
    assert len(compare(LINES, Policy(), Policy())) == 0
    found = compare(LINES, Policy(), Policy(drop_out_days=30, visit_every_days=30), on=ON)
    frame = found.to_polars()
    counted = frame.group_by("kind", "rule", "what").agg(
        pl.len().alias("differences"), pl.col("case_id").n_unique().alias("cases")
    )
    by_kind: Counter[tuple[str, str, str]] = Counter()
    for count in found.counts():
        by_kind[count.kind, count.rule, count.what] += count.differences
    assert by_kind == {
        (row["kind"], row["rule"], row["what"]): row["differences"] for row in counted.to_dicts()
    }
    drop_outs = [one for one in found.counts() if one.kind == "allowed_from"]
    assert drop_outs
    assert {one.change for one in drop_outs} == {"earlier"}
    for one in drop_outs:
        behind = found.cases(one.kind, one.rule, one.what)
        assert len(behind) >= one.cases > 0
    assert set(found.cases()) == set(frame["case_id"])


def test_a_default_policy_has_to_be_said() -> None:
    with pytest.raises(TypeError, match=r"`policy_b` is a Policy, .* `Policy\(\)` is the default"):
        compare(LINES, Policy(), None)  # type: ignore[arg-type]


def test_timeliness_counts_every_row_once() -> None:
    start, end = date(2019, 1, 1), date(2030, 1, 1)
    found = rows(timeliness(LINES, start, end, "unit"))
    places = {row["place"] for row in found}
    for place in places:
        own = [row for row in found if row["place"] == place]
        total, *kinds = own
        assert total["what"] is None
        for name in ["owed", "on_time", "late", "missed", "open"]:
            assert total[name] == sum(row[name] for row in kinds)
        assert total["owed"] == sum(total[n] for n in ["on_time", "late", "missed", "open"])
    assert sum(row["owed"] for row in found if row["what"] is None) > 20
    by_tambon = rows(timeliness(LINES, start, end, "tambon"))
    assert {len(row["place"]) for row in by_tambon if row["place"]} == {6}


def test_the_median_of_days_late(cases: list[Case[Any]]) -> None:
    found = rows(timeliness(LINES, date(2019, 1, 1), date(2030, 1, 1), "unit"))
    late = [
        (row.done_on - row.due_by).days
        for case in cases
        for row in case.obligations(date(2030, 1, 1))
        if row.done_on and row.due_by and row.done_on > row.due_by
    ]
    if len({row["place"] for row in found if row["late"]}) == 1 and late:
        total = next(row for row in found if row["late"] and row["what"] is None)
        assert total["median_days_late"] == median(late)
    for row in found:
        assert (row["median_days_late"] is None) == (row["late"] == 0)


def as_dictionary(lines: Iterable[str]) -> pa.Table:
    return pa.table({"line": pa.array(list(lines)).dictionary_encode()})


@pytest.mark.parametrize("on_threads", [1, 2])
def test_wherever_the_logs_are_the_rows_are_the_same(tmp_path: Path, on_threads: int) -> None:
    expected = rows(states(LINES, threads=on_threads))
    plain, packed = tmp_path / "logs.ndjson", tmp_path / "logs.ndjson.gz"
    plain.write_text("\n".join(LINES), "utf-8")
    packed.write_bytes(gzip.compress("\n".join(LINES).encode()))
    columns = {"lifecycle": [one for one, _ in LOGS], "log": [log for _, log in LOGS]}
    sources: list[Any] = [
        plain,
        str(plain),
        packed,
        [plain],
        iter(LINES),
        "\n".join(LINES),
        [line.encode() for line in LINES],
        pa.table({"line": LINES}),
        as_dictionary(LINES),
        pa.table({"line": pa.array(LINES, pa.large_string())}),
        pl.DataFrame({"line": LINES}),
        pa.table(columns),
        pl.DataFrame(columns),
        "[" + ",".join(LINES) + "]",
    ]
    for source in sources:
        assert rows(states(source, threads=on_threads)) == expected
    twice = rows(states([plain, packed]))
    assert twice == expected + expected


def test_broken_logs_are_told_and_the_others_asked() -> None:
    table = obligations([BROKEN, *LINES, '{"lifecycle": "x", "log": []}', "{"], ON)
    assert len(table) == len(obligations(LINES, ON))
    assert all(isinstance(error, WireError) for error in table.broken)
    places = [error.pointer.split("/")[1] for error in table.broken]
    assert places == ["0", str(len(LINES) + 1), str(len(LINES) + 2)]
    missing = pa.table({"line": pa.array([None, LINES[0]], pa.string())})
    assert [error.pointer for error in states(missing).broken] == ["/0"]


def test_what_stands_in_a_line_is_never_taken_for_a_path() -> None:
    for text in ["3100600445635 สมชาย", "\0", "x" * 5_000]:
        for line in [text, text.encode()]:
            table = states([line, LINES[0]])
            assert len(table) == 1
            assert [error.pointer for error in table.broken] == ["/0"]
            assert "3100600445635" not in str(table.broken[0])


@pytest.mark.parametrize("first", ["[", "[]", "[1, 2]"])
def test_a_line_that_begins_as_an_array_is_one_log_that_cannot_be_used(first: str) -> None:
    column = pa.table({"line": [first, LINES[0], None, " ", LINES[1]]})
    for logs, broken in (([first, *LINES[:2]], ["/0"]), (column, ["/0", "/2", "/3"])):
        table = states(logs)
        assert len(table) == 2
        assert [error.pointer[:2] for error in table.broken] == broken


def test_blocks_that_are_arrays_stand_by_themselves() -> None:
    line, *others = LINES
    arrays = [f"[{','.join(some)}]" for some in (LINES[:3], LINES[3:])]
    told = [
        len(worklists(blocks, ON)[0]) for blocks in (LINES, arrays, [line, f"[{','.join(others)}]"])
    ]
    assert told[0] == told[1] == told[2] > 0


def test_a_column_of_lines_is_a_table_of_one() -> None:
    expected = rows(states(LINES))
    spread = [json.dumps(json.loads(line), indent=1) for line in LINES]
    for column in (
        pa.array(LINES),
        pa.chunked_array([LINES[:2], LINES[2:]]),
        pl.Series(LINES),
        pl.Series(LINES).cast(pl.Categorical),
        pandas.Series(LINES),
        pl.Series(spread),
    ):
        assert rows(states(column)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize("logs", [None, 2, [2], pl.LazyFrame({"line": LINES}), [None]])
def test_what_is_no_log_is_said_and_no_descriptor_closed(logs: Any) -> None:
    with pytest.raises(TypeError, match="a table or column that speaks Arrow"):
        states(logs)
    os.fstat(2)


def test_a_column_of_no_texts_is_said_with_its_type() -> None:
    with pytest.raises(TypeError, match="not of `Int64`"):
        states(pa.table({"line": [1, 2]}))


def test_a_file_that_cannot_be_unpacked_is_named(tmp_path: Path) -> None:
    for name, content in (("cut", gzip.compress(b"{}")[:-6]), ("fake", b"no gzip at all")):
        path = tmp_path / f"{name}.ndjson.gz"
        path.write_bytes(content)
        with pytest.raises(NotGzipError, match=f"{name}.ndjson.gz is not a complete gzip file"):
            states(path)


def test_days_in_the_wrong_order_are_said() -> None:
    with pytest.raises(ValueError, match="`end` is before `start`"):
        timeliness(LINES, date(2025, 2, 1), date(2025, 1, 1), by="unit")
    with pytest.raises(ValueError, match="`to` is before `from_`"):
        worklist_table(LINES, ON, from_=ON, to=date(2020, 1, 1))


def test_a_case_behind_a_number_is_told_once_and_a_kind_that_is_none_is_said() -> None:
    other = Policy(first_trace_days=1, no_show_hours=24)
    table = compare(LINES * 2, Policy(), other)
    once = compare(LINES, Policy(), other)
    assert [2 * count.cases for count in once.counts()] == [one.cases for one in table.counts()]
    assert table.cases() == once.cases()
    with pytest.raises(ValueError, match="`kind` is one of obligation"):
        table.cases(kind="obligations")


def test_logs_that_cannot_be_used_are_not_compared() -> None:
    table = compare([BROKEN, LINES[0]], Policy(), Policy())
    assert "<dd>1</dd>" in table.to_html("en")
    nothing = compare([BROKEN], Policy(), Policy()).to_html("en")
    assert "<dd>0</dd>" in nothing
    assert "No case could be compared." in nothing


def test_no_logs_are_no_rows() -> None:
    for nothing in ["", [], pa.table({"line": pa.array([], pa.string())})]:
        table = obligations(nothing, ON)
        assert len(table) == 0
        assert pa.table(table).num_rows == 0
        assert "due_by" in pa.table(table).column_names


def test_wrong_arguments_are_said() -> None:
    with pytest.raises(TypeError, match="lifecycle"):
        states(pa.table({"a": ["x"], "b": ["y"]}))
    with pytest.raises(TypeError, match="column of texts"):
        states(pa.table({"a": [1]}))
    with pytest.raises(WireError) as refusal:
        timeliness(LINES, ON, ON, "province")  # type: ignore[arg-type]
    assert refusal.value.pointer == "/by"
    with pytest.raises(TypeError):
        obligations(LINES, "2024-07-10")  # type: ignore[arg-type]
    with pytest.raises(FileNotFoundError):
        states("no such file")


def test_every_column_has_titles_in_both_languages() -> None:
    tables = [
        obligations(LINES, ON),
        worklist_table(LINES, ON),
        states(LINES),
        withdrawals(LINES),
        refused(LINES),
        compare(LINES, Policy(), Policy(drop_out_days=30)),
        timeliness(LINES, ON, ON, "unit"),
    ]
    for table in tables:
        for field in pa.table(table).schema:
            assert set(field.metadata) == {b"title_th", b"title_en"}, field


def test_progress_counts_the_logs() -> None:
    told: list[int] = []
    states(LINES * 3, progress=told.append)
    assert sum(told) == 3 * len(LINES)


def test_no_person_is_in_a_table() -> None:
    for table in [
        states(LINES),
        refused(LINES, policy=Policy(traces_required=3)),
        obligations(LINES, ON),
    ]:
        text = json.dumps(rows(table), default=str, ensure_ascii=False)
        for line in LINES:
            for event in json.loads(line)["log"]:
                person = event.get("person") or event.get("part1", {}).get("person")
                if person:
                    assert person["id"]["value"] not in text
                    assert f'"{person["first_name"]}"' not in text


def test_a_table_leaves_as_a_workbook_under_its_titles(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    table = obligations(LINES, ON)
    for lang, first in (("th", "กระบวนงาน"), ("en", "lifecycle")):
        path = tmp_path / f"{lang}.xlsx"
        table.to_excel(path, lang)  # type: ignore[arg-type]
        sheet = openpyxl.load_workbook(path).active
        header, *cells = sheet.iter_rows(values_only=True)
        assert header[0] == first
        assert len(cells) == len(table)
        place = [field.name for field in pa.table(table).schema].index("opens_on")
        days = [row[place].date() for row in cells]
        assert days == [row["opens_on"] for row in rows(table)]
