"""Who is followed together across facilities (SV-05), so that Spark can bring their rows together.

A person is followed by citizen id: that of the person's row, or one that another row carries. Which
of them counts is not asked here. Patients who share any of them are brought together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import reduce
from typing import TYPE_CHECKING, Any

from bosoto import findings as single
from bosoto.spark.parts import Sheet, load_spark

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]
    from pyspark.sql import DataFrame  # type: ignore[import-not-found, unused-ignore]

__all__ = ["long_pids", "with_people"]

PATIENT = ("hospcode", "pid")
"""A patient is a PID of a facility."""


def patient(sheet: Sheet) -> list[Any]:
    """The columns of `PATIENT`."""
    return [sheet.cell(name.upper()).alias(name) for name in PATIENT]


@contextmanager
def with_people(sheets: list[Sheet]) -> Iterator[list[Sheet]]:
    """The sheets with a key that is the same in all rows of a person.

    Spark keeps who is who for as long as it lasts. Citizen ids that one patient has are joined on
    the driver: there are few of those.
    """
    functions = load_spark()
    carrying = [sheet for sheet in sheets if sheet.place("CID") is not None]
    if not carrying:
        yield [sheet.with_key(functions.concat_ws("/", *patient(sheet))) for sheet in sheets]
        return
    patients = patients_of(carrying).persist()
    try:
        people = people_of(patients)
        key = functions.coalesce("person", functions.concat_ws("/", *PATIENT))
        keyed = []
        for sheet in sheets:
            rows = sheet.frame.select("*", *patient(sheet)).join(people, list(PATIENT), "left")
            keyed.append(sheet._replace(frame=rows.withColumn("key", key).drop("person", *PATIENT)))
        yield keyed
    finally:
        patients.unpersist()


def patients_of(sheets: list[Sheet]) -> DataFrame:
    """The patients with a citizen id: `hospcode`, `pid`, `cids`."""
    functions = load_spark()
    rows = [sheet.frame.select(*patient(sheet), sheet.cell("CID").alias("cid")) for sheet in sheets]
    carried = reduce(lambda one, other: one.union(other), rows).where("cid <> ''").distinct()
    real = carried.mapInArrow(citizens, carried.schema)
    return real.groupBy(*PATIENT).agg(functions.collect_set("cid").alias("cids"))


def people_of(patients: DataFrame) -> DataFrame:
    """The `person` of each patient: one citizen id of all that hang together."""
    functions = load_spark()
    several = patients.where(functions.size("cids") > 1).select("cids")
    roots = roots_of(row["cids"] for row in several.collect())
    known = patients.sparkSession.createDataFrame(roots, "cid string, root string")
    one = patients.select(*PATIENT, functions.array_min("cids").alias("cid"))
    joined = one.join(functions.broadcast(known), "cid", "left")
    return joined.select(*PATIENT, functions.coalesce("root", "cid").alias("person"))


def citizens(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The rows whose `cid` is one and stands for somebody (RV-01, SV-05)."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc  # type: ignore[import-untyped, unused-ignore]

    for batch in batches:
        cids = pa.table({"CID": batch["cid"]})
        found = pa.table(single.validate({"PERSON": cids}, rules=["RV-01"]))
        is_error = pc.equal(found["severity"].cast(pa.string()), "error")
        is_nobody = pc.equal(found["code"].cast(pa.string()), "cid_placeholder")
        is_one = np.ones(batch.num_rows, dtype=bool)
        is_one[found.filter(pc.or_(is_error, is_nobody))["row"].to_numpy() - 1] = False
        yield batch.filter(pa.array(is_one))


def roots_of(groups: Iterable[Iterable[str]]) -> list[tuple[str, str]]:
    """Of each member the least of all with which it hangs together."""
    above: dict[str, str] = {}

    def root(one: str) -> str:
        while (over := above.setdefault(one, one)) != one:
            above[one] = above[over]
            one = over
        return one

    for group in groups:
        first, *others = map(root, group)
        for other in others:
            least, greater = sorted((root(first), root(other)))
            above[greater] = least
    return [(one, root(one)) for one in above]


def long_pids(sheets: list[Sheet]) -> pa.Table:
    """The patients whose PID may be a citizen id: they are numbered within their facility (RV-07),
    so that every part has to know of all of them.
    """
    rows = [sheet.frame.select(*patient(sheet)) for sheet in sheets]
    patients = reduce(lambda one, other: one.union(other), rows)
    return patients.where("pid rlike '^[0-9]{13}$'").distinct().toArrow()
