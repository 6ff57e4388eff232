"""Findings, good and bad rows on Spark are those of one machine."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise
from typing import Any

import pyarrow as pa
import pytest
from pyspark.sql import DataFrame, SparkSession, functions

import bosoto
import bosoto.spark
import made_up
from bosoto import DataError
from bosoto.spark import parts

Tables = dict[str, pa.Table]
ASKED: dict[str, Any] = {"as_of": date(2024, 4, 1), "areas": ["810101"], "values": True}
BETWEEN_ROWS = {
    *("duplicate_key", "seq_reused", "cid_twice", "pid_is_cid", "no_person", "no_service"),
    *("service_date", "cid_differs", "before_birth", "after_death", "in_future"),
    "updated_before_service",
}
ROW = 5
"""The place of the row's number in a finding."""


def frames(spark: SparkSession, tables: Tables, seed: int = 0) -> dict[str, DataFrame]:
    """Tables on Spark, their rows in another order and in several partitions."""
    return {
        name: spark.createDataFrame(made_up.shuffled(table, seed)).repartition(4)
        for name, table in tables.items()
    }


def rows(frame: DataFrame) -> Counter[tuple[Any, ...]]:
    return Counter(map(tuple, frame.collect()))


def rows_of(table: Any) -> Counter[tuple[Any, ...]]:
    return Counter(tuple(row.values()) for row in pa.table(table).to_pylist())


@pytest.fixture(scope="module")
def export() -> Tables:
    return made_up.export(seed=1)


def test_by_the_number_of_the_row_all_is_as_on_one_machine(
    spark: SparkSession, export: Tables
) -> None:
    found = bosoto.spark.validate(frames(spark, export), row_column="n", **ASKED)
    alone = bosoto.validate(export, **ASKED)
    assert {code for _, rule, code, *_ in rows_of(alone) if rule == "RV-06"} == BETWEEN_ROWS
    findings = found.findings.persist()
    assert findings.columns == pa.table(alone).column_names
    assert rows(findings) == rows_of(alone)
    assert rows(found.counts()) == rows_of(alone.counts())
    for table in ("person", "SERVICE"):
        for frame, expected in ((found.good(table), alone.good()), (found.bad(table), alone.bad())):
            assert rows(frame) == rows_of(expected[table.upper()])
    assert found.good("Person").columns == export["person"].column_names
    assert repr(found).startswith("<Findings of PERSON, ADDRESS, SERVICE, ")
    findings.unpersist()


def test_without_numbers_the_first_of_two_is_always_the_same(
    spark: SparkSession, export: Tables
) -> None:
    alone = bosoto.validate({name: made_up.by_content(one) for name, one in export.items()})
    expected = Counter((*row[:ROW], None, *row[ROW + 1 :]) for row in rows_of(alone).elements())
    unnumbered = {name: table.drop_columns("n") for name, table in export.items()}
    bads = []
    for seed in (1, 2):
        found = bosoto.spark.validate(frames(spark, unnumbered, seed))
        assert rows(found.findings) == expected
        bads.append(rows(found.bad("person")))
    assert bads[0] == bads[1]
    assert bads[0].total() == pa.table(alone.bad()["PERSON"]).num_rows
    assert bads[0] + rows(found.good("person")) == rows_of(unnumbered["person"])


def test_equal_rows_are_all_duplicates_but_one(spark: SparkSession) -> None:
    person = made_up.table(["HOSPCODE", "PID"], [["10670", "1"]] * 5 + [["10671", "1"]])
    frame = spark.createDataFrame(person).repartition(3)
    numbers = [row["row"] for row in duplicates({"PERSON": frame}, row_column="n")]
    assert sorted(numbers) == [2, 3, 4, 5]
    unnumbered = duplicates({"PERSON": frame.drop("n")})
    assert [row["row"] for row in unnumbered] == [None] * 4
    backwards = frame.withColumn("n", -functions.col("n"))
    assert sorted(row["row"] for row in duplicates({"PERSON": backwards}, row_column="n")) == [
        -4,
        -3,
        -2,
        -1,
    ]


def duplicates(tables: dict[str, DataFrame], **asked: Any) -> list[Any]:
    found = bosoto.spark.validate(tables, rules=["duplicate_key"], **asked)
    return found.findings.collect()


def test_what_is_said_of_a_table_itself_is_said_once(spark: SparkSession) -> None:
    lacking = {"PERSON": made_up.table(["PID", "pid", "SEX"], [["1", "2", "9"]] * 3)}
    found = bosoto.spark.validate(frames(spark, lacking), row_column="n")
    alone = bosoto.validate(lacking)
    assert rows(found.findings) == rows_of(alone)
    assert found.findings.where("row = 0").count() == sum(
        row[ROW] == 0 for row in rows_of(alone).elements()
    )
    # Rows of no facility are not all of one partition.
    assert (
        len(
            set(
                found.findings.select(functions.spark_partition_id())
                .toArrow()
                .to_pydict()
                .popitem()[1]
            )
        )
        > 1
    )


def test_tables_without_rows_or_columns(spark: SparkSession, export: Tables) -> None:
    some = {name: table.slice(0, 0 if name != "ADDRESS" else 20) for name, table in export.items()}
    found = bosoto.spark.validate(frames(spark, some), row_column="n")
    assert rows(found.findings) == rows_of(bosoto.validate(some))
    assert found.good("person").count() == found.bad("person").count() == 0
    none = bosoto.spark.validate({"DEATH": spark.range(3).select()})
    assert {row["row"] for row in none.findings.collect()} == {0}
    assert none.good("DEATH").count() == 3


def test_dates_moments_and_what_is_not_judged_travel_as_they_are(spark: SparkSession) -> None:
    person = spark.sql("""
        select * from values
          ('10670', '1', date'1990-01-01', timestamp'2024-06-03 00:30:00', null, map('ก', 1)),
          ('10670', '2', date'1800-01-01', timestamp'2024-06-03 23:30:00', null, map('ข', 2)),
          ('1067', null, null, null, null, null)
        as t(HOSPCODE, PID, BIRTH, D_UPDATE, CID, tags)
    """).selectExpr("*", "parse_json('[1]') as notes", "timestamp_ntz'2024-01-01 00:00:00' as at")
    service = spark.sql("""
        select * from values
          ('10670', '1', '1', timestamp_ntz'2024-06-04 00:00:00', timestamp'2024-06-03 23:59:59'),
          ('10670', '2', '2', timestamp_ntz'1799-12-31 00:00:00', timestamp'2024-06-03 23:59:59')
        as t(HOSPCODE, PID, SEQ, DATE_SERV, D_UPDATE)
    """)
    found = bosoto.spark.validate({"PERSON": person, "SERVICE": service}, as_of=date(2024, 6, 3))
    alone = bosoto.validate(
        {"PERSON": person.drop("tags", "notes").toArrow(), "SERVICE": service.toArrow()},
        as_of=date(2024, 6, 3),
    )
    expected = Counter(
        (*row[:ROW], row[ROW] and None, *row[ROW + 1 :]) for row in rows_of(alone).elements()
    )
    assert rows(found.findings) == expected
    assert {"in_future", "updated_before_service"} <= {row[2] for row in expected}
    bad = found.bad("PERSON")
    assert bad.schema.simpleString() == person.schema.simpleString()
    kept = bad.union(found.good("PERSON"))
    assert sorted(map(str, kept.collect())) == sorted(map(str, person.collect()))


def test_what_cannot_be_judged_is_said_at_once(spark: SparkSession) -> None:
    texts = spark.sql("select '10670' as HOSPCODE, '1' as PID, 1L as n, 'x' as t")
    numbers = spark.sql("select 10670 as HOSPCODE, '3100600445635' as PID")
    for tables, code in (
        ({}, "no_table"),
        ({"CHRONIC": texts}, "unknown_table"),
        ({"PERSON": numbers}, "wrong_type"),
    ):
        with pytest.raises(DataError) as error:
            bosoto.spark.validate(tables)
        assert error.value.code == code
        assert "3100600445635" not in str(error.value)
    with pytest.raises(ValueError, match="no column `m`"):
        bosoto.spark.validate({"PERSON": texts}, row_column="m")
    with pytest.raises(TypeError, match="whole numbers"):
        bosoto.spark.validate({"PERSON": texts}, row_column="t")
    with pytest.raises(TypeError, match="DataFrame of Spark"):
        bosoto.spark.validate({"PERSON": texts.toArrow()})
    with pytest.raises(TypeError, match="as_of"):
        bosoto.spark.validate({"PERSON": texts}, as_of="2024-06-03")  # type: ignore[arg-type]
    twice = bosoto.spark.validate({"person": texts, "PERSON": texts})
    assert twice.ignored == ["PERSON"]
    with pytest.raises(ValueError, match="DEATH"):
        twice.good("DEATH")


def test_a_sample_has_the_labels_it_was_made_with(spark: SparkSession, tmp_path: Any) -> None:
    labels = bosoto.sample(tmp_path, seed=7, persons=60, defects=30, shape="csv")
    tables = {
        path.stem: spark.read.csv(str(path), header=True, mode="DROPMALFORMED", escape='"')
        for path in tmp_path.glob("*.csv")
    }
    found = bosoto.spark.validate(tables, as_of=date(2024, 6, 1))
    told = Counter((row["table"], row["code"]) for row in found.findings.collect())
    made = Counter((one.table, one.code) for one in labels if one.code != "field_count")
    assert told >= made


def test_personal_data_is_in_no_plan(spark: SparkSession, export: Tables) -> None:
    found = bosoto.spark.validate(frames(spark, export), row_column="n").findings
    plan = found._jdf.queryExecution().toString()
    assert "MapInArrow" in plan
    assert not any(cid in plan for cid in made_up.CID if cid)


def test_parts_are_cut_where_a_key_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "ENOUGH", 4)
    for keys, expected in (
        ("aa aa aa bb cc c d", ["aaaaaa", "bbccc", "d"]),
        ("aab bbb bc", ["aabbbbb", "c"]),
        ("aaaa bbbb  c", ["aaaa", "bbbb", "c"]),
        ("abcdefg", ["abcdef", "g"]),
        ("", []),
    ):
        batches = [pa.RecordBatch.from_pydict({"key": list(one)}) for one in keys.split(" ") if one]
        cut = ["".join(part["key"].to_pylist()) for part in parts.whole_keys(batches)]
        assert "".join(cut) == keys.replace(" ", "")
        assert cut == expected
        for part, after in pairwise(cut):
            assert part[-1] != after[0]
