"""Logs replayed on Spark come to the cases of one machine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyspark.sql import SparkSession

import bosoto
import bosoto.spark
from bosoto import Case, Cases, WireError

GOLDEN = Path(__file__).parents[2] / "tests" / "golden"
LOGS = [
    (path.name.removesuffix(".log.ndjson"), line)
    for path in sorted(GOLDEN.glob("*.log.ndjson"))
    for line in path.read_text("utf-8").splitlines()
]
CITIZEN_ID = "3100600445635"
BAD: list[tuple[str | None, str | None]] = [
    ("compulsory", f'[{{"type": "referred", "pid": "{CITIZEN_ID}"'),
    ("compulsory", f'[{{"type": "{CITIZEN_ID}"}}]'),
    ("compulsory", ""),
    ("compulsory", None),
    ("aftercare", LOGS[0][1]),
    (CITIZEN_ID, LOGS[0][1]),
    (None, LOGS[0][1]),
    (None, None),
]


def expected(lifecycle: Any, log: str | None) -> tuple[Any, ...]:
    """What one machine makes of a log."""
    try:
        (case,) = Cases.replay(lifecycle or "", [log or ""])
    except WireError as error:
        case = error
    if isinstance(case, Case):
        return case.case_id, str(case.state), len(case), None
    if case is None:
        return None, None, None, None
    return None, None, None, (case.code, case.pointer, case.message_th, case.message_en)


def test_each_log_is_its_case_or_its_error(spark: SparkSession) -> None:
    given = [(number, *log) for number, log in enumerate([*LOGS, *BAD])]
    logs = spark.createDataFrame(given, "number int, lifecycle string, log string").repartition(3)
    found = bosoto.spark.replay(logs)
    assert found.columns == ["number", "lifecycle", "case_id", "state", "events", "error"]
    rows = {row["number"]: row for row in found.collect()}
    for number, lifecycle, log in given:
        row = rows[number]
        error = row["error"] and tuple(row["error"])
        assert (row["case_id"], row["state"], row["events"], error) == expected(lifecycle, log)
        assert row["lifecycle"] == lifecycle
    assert sum(row["error"] is not None for row in rows.values()) >= 5
    told = json.dumps([row["error"] for row in rows.values()], ensure_ascii=False)
    assert CITIZEN_ID not in told
    assert found.where("state is not null").count() == sum(
        expected(*log)[1] is not None for log in [*LOGS, *BAD]
    )


def test_bytes_that_are_no_text_are_an_error_in_their_place(spark: SparkSession) -> None:
    lifecycle, log = LOGS[0]
    table = pa.table({"lifecycle": [lifecycle] * 2, "log": [log.encode(), b"[\xff\xfe]"]})
    good, bad = bosoto.spark.replay(spark.createDataFrame(table)).collect()
    assert good["case_id"] is not None
    assert bad["error"]["code"]


def test_what_is_no_table_of_logs_is_said(spark: SparkSession) -> None:
    with pytest.raises(ValueError, match="lifecycle lacks"):
        bosoto.spark.replay(spark.sql("select 'x' as log"))
    with pytest.raises(ValueError, match="rename"):
        bosoto.spark.replay(spark.sql("select 'x' as log, 'y' as lifecycle, 1 as state"))
    none = spark.sql("select 'x' as log, 'y' as lifecycle").limit(0)
    assert bosoto.spark.replay(none).collect() == []
