"""Indicators on Spark have the bytes of those of one machine."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pytest
from pyspark.sql import DataFrame, SparkSession

import bosoto
import bosoto.spark
import made_up
from bosoto import DataError, Policy

Tables = dict[str, pa.Table]
PERIOD: dict[str, Any] = {"fiscal_year": 2567, "quarter": 4}
FACILITIES = made_up.table(
    ["hospcode", "province"],
    [["10670", "40"], ["10671", "xx"], ["10671", "81"], ["99811", "10"], ["10670", "41"]],
)


def frames(spark: SparkSession, tables: Tables, seed: int = 0) -> dict[str, DataFrame]:
    """Tables on Spark, their rows in another order and in several partitions."""
    return {
        name: spark.createDataFrame(made_up.shuffled(table, seed)).repartition(3)
        for name, table in tables.items()
    }


def equal(one: bosoto.Indicator, other: bosoto.Indicator) -> bool:
    assert pa.table(one.ledger) == pa.table(other.ledger)
    assert repr(one) == repr(other)
    assert one.areas == other.areas
    return one.to_json() == other.to_json()


def chains() -> Tables:
    """Flat tables of many people: some have patients in several facilities, several citizen ids, or
    a PID that is one.
    """
    made = random.Random(5)
    cids = [citizen_id(100_000 + number) for number in range(150)]
    patients = [
        (f"{10670 + made.randrange(7)}", made.choice([f"{number}", made.choice(cids)]), cid)
        for number, cid in enumerate(cids * 2)
    ]

    def some(others: list[list[str]], count: int) -> list[list[str | None]]:
        rows: list[list[str | None]] = []
        for _ in range(count):
            hospcode, pid, own = made.choice(patients)
            odd = made.choice([made.choice(cids), None, "1111111111119", "x"])
            cid = own if made.random() < 0.95 else odd
            rows.append([hospcode, pid, cid, *(made.choice(cells) for cells in others)])
        return rows

    days = ["20230901", "20231105", "2024-02-01", "20240615", ""]
    own = ["hospcode", "pid", "cid"]
    return {
        "persons": made_up.table([*own, "died_on"], some([["", "", "", "20240301"]], 300)),
        "diagnoses": made_up.table(
            [*own, "date_serv", "diagcode"], some([days, ["F200", "F19.5", "J00"]], 500)
        ),
        "special_pp": made_up.table(
            [*own, "date_serv", "ppspecial", "seq"],
            some([days, ["1B030", "1B031", "1B037", "1B037", "1B036"], ["1", "2", ""]], 600),
        ),
        "facilities": FACILITIES,
    }


def citizen_id(number: int) -> str:
    """The citizen id of a number, its check digit right."""
    digits = f"{number:012}"[::-1]
    total = sum(int(digit) * (13 - place) for place, digit in enumerate(digits))
    return f"{digits}{(11 - total % 11) % 10}"


@pytest.mark.parametrize("by", ["facility", "province", "region"])
def test_kp_16_joins_all_that_hangs_together(spark: SparkSession, by: Any) -> None:
    tables = chains()
    policy = Policy(smiv_repeat_window="since_index") if by == "province" else None
    asked = PERIOD | {"by": by, "policy": policy}
    found = bosoto.spark.indicator("KP-16", frames(spark, tables), row_column="n", **asked)
    alone = bosoto.indicator("KP-16", tables, **asked)
    assert sum(area.denominator for area in alone.areas) > 20
    assert equal(found, alone)
    pids = [id.rpartition("/")[2] for id in pa.table(found.ledger)["id"].to_pylist()]
    assert any(pid.startswith("?") for pid in pids)
    assert not any(len(pid) == 13 for pid in pids)


def test_kp_16_takes_an_export(spark: SparkSession) -> None:
    export = made_up.export(seed=4)
    asked = PERIOD | {"by": "facility"}
    found = bosoto.spark.indicator("KP-16", frames(spark, export), row_column="n", **asked)
    alone = bosoto.indicator("KP-16", export, **asked)
    assert len(alone.areas) > 0
    assert equal(found, alone)


def test_kp_16_takes_a_flat_table_instead_and_does_without_citizen_ids(
    spark: SparkSession,
) -> None:
    export = made_up.export(seed=9)
    tables = {name: export[name] for name in ("person", "DIAGNOSIS_OPD", "SPECIALPP", "ADDRESS")}
    tables["diagnoses"] = chains()["diagnoses"].slice(0, 100)
    tables = {
        name: table.drop_columns([c for c in table.column_names if c.lower() == "cid"])
        for name, table in tables.items()
    }
    asked = PERIOD | {"by": "country"}
    found = bosoto.spark.indicator("KP-16", frames(spark, tables), row_column="n", **asked)
    assert equal(found, bosoto.indicator("KP-16", tables, **asked))


@pytest.mark.parametrize("by", ["facility", "region"])
def test_kp_22_puts_the_ledgers_together(spark: SparkSession, tmp_path: Path, by: Any) -> None:
    bosoto.sample_episodes(tmp_path, seed=3, episodes=170)
    texts = pa.csv.ConvertOptions(
        column_types=dict.fromkeys(
            ["case_id", "unit", "province", "screened_on", "started_on", "summarised_on", "on"],
            pa.string(),
        ),
        strings_can_be_null=True,
    )
    tables = {
        path.stem: pa.csv.read_csv(path, convert_options=texts) for path in tmp_path.glob("*.csv")
    }
    asked: dict[str, Any] = {"fiscal_year": 2568, "quarter": 4, "by": by}
    found = bosoto.spark.indicator("KP-22", frames(spark, tables), **asked)
    assert equal(found, bosoto.indicator("KP-22", tables, **asked))
    assert {row["role"] for row in pa.table(found.ledger).to_pylist()} == {
        "numerator",
        "denominator",
        "excluded",
    }


def test_kp_15_is_that_of_one_machine(spark: SparkSession) -> None:
    deaths = made_up.table(
        ["death_id", "source", "died_on", "place", "cause"],
        [["d1", "506s", "20241015", "50", "X70"], ["d2", "registry", "20241101", None, "X70"]],
    )
    people = pa.table(
        {"province": ["50"], "basis": ["mid_year"], "year": [2025], "population": [1_800_000]}
    )
    tables = {"deaths": deaths, "populations": people}
    asked: dict[str, Any] = {"fiscal_year": 2568, "quarter": 4, "by": "province"}
    found = bosoto.spark.indicator("KP-15", frames(spark, tables), **asked)
    assert equal(found, bosoto.indicator("KP-15", tables, **asked))
    with pytest.raises(DataError, match="missing_population"):
        bosoto.spark.indicator(
            "KP-15", frames(spark, tables | {"populations": people.slice(0, 0)}), **asked
        )


def test_no_rows_are_no_areas_and_what_cannot_be_made_is_said_at_once(spark: SparkSession) -> None:
    tables = frames(spark, chains())
    asked = PERIOD | {"by": "province"}
    empty = {name: frame.limit(0) for name, frame in tables.items()}
    found = bosoto.spark.indicator("KP-16", empty, **asked)
    assert (len(found.areas), pa.table(found.ledger).num_rows) == (0, 0)
    lacking = {name: frame for name, frame in tables.items() if name != "special_pp"}
    for given, code in (
        (lacking, "missing_table"),
        (tables | {"persons": tables["persons"].drop("pid")}, "missing_column"),
        (tables | {"others": tables["persons"]}, "unknown_table"),
    ):
        with pytest.raises(DataError) as error:
            bosoto.spark.indicator("KP-16", given, **asked)
        assert error.value.code == code
    with pytest.raises(TypeError, match="trouble"):
        bosoto.spark.indicator("KP-16", tables, trouble="R1", **asked)
