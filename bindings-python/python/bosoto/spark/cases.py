"""Logs replayed on Spark, each to its case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from bosoto.batch import Cases
from bosoto.errors import WireError
from bosoto.spark.parts import load_spark
from bosoto.types import LifecycleName

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]
    from pyspark.sql import DataFrame  # type: ignore[import-not-found, unused-ignore]

__all__ = ["replay"]

GIVEN = ("lifecycle", "log")
ERROR = ("code", "pointer", "message_th", "message_en")


class Answer(NamedTuple):
    """What a log comes to."""

    case_id: str | None = None
    state: str | None = None
    events: int | None = None
    error: dict[str, str] | None = None


def replay(logs: DataFrame) -> DataFrame:
    """The case of each log, in the log's place.

    `logs` has the columns `lifecycle` and `log`, the events as NDJSON or a JSON array; its other
    columns stay. New are `case_id`, `state` and `events`, their number, or `error` with `code`,
    `pointer`, `message_th` and `message_en`, which repeat nothing of the log. Where a log has no
    event, all four are null.
    """
    load_spark()
    lacking = [name for name in GIVEN if name not in logs.columns]
    if lacking:
        raise ValueError(f"logs need the columns `lifecycle` and `log`: {', '.join(lacking)} lacks")
    taken = [name for name in Answer._fields if name in logs.columns]
    if taken:
        raise ValueError(f"`replay` adds {', '.join(taken)} itself: rename the column")
    from pyspark.sql.types import (  # type: ignore[import-not-found, unused-ignore]
        IntegerType,
        StringType,
        StructField,
        StructType,
    )

    error = StructType([StructField(name, StringType()) for name in ERROR])
    types = (StringType(), StringType(), IntegerType(), error)
    own = [StructField(*field) for field in zip(Answer._fields, types, strict=True)]
    kept = [field for field in logs.schema if field.name != "log"]
    return logs.mapInArrow(answers, StructType([*kept, *own]))


def answers(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The rows of a partition, with their answers in the place of their logs."""
    import pyarrow as pa

    error = pa.struct([(name, pa.string()) for name in ERROR])
    types = (pa.string(), pa.string(), pa.int32(), error)
    for batch in batches:
        rows = pa.Table.from_batches([batch])
        # As bytes, since Spark does not say that a text is UTF-8.
        lifecycles, logs = (rows[name].cast(pa.binary()).to_pylist() for name in GIVEN)
        columns = zip(*replay_each(lifecycles, logs), strict=True)
        rows = rows.drop_columns("log")
        for name, of_type, column in zip(Answer._fields, types, columns, strict=True):
            rows = rows.append_column(name, pa.array(column, of_type))
        yield from rows.to_batches()


def replay_each(lifecycles: list[bytes | None], logs: list[bytes | None]) -> list[Answer]:
    """The answers of many logs; those of one lifecycle are replayed in one call."""
    found = [Answer()] * len(logs)
    for lifecycle in dict.fromkeys(lifecycles):
        places = [place for place, other in enumerate(lifecycles) if other == lifecycle]
        own = [logs[place] or b"" for place in places]
        for place, answer in zip(places, replay_all(lifecycle or b"", own), strict=True):
            found[place] = answer
    return found


def replay_all(lifecycle: bytes, logs: list[bytes]) -> Iterator[Answer]:
    """The answers of logs of one lifecycle."""
    name = cast("LifecycleName", lifecycle.decode("utf-8", "replace"))
    try:
        # Spark has a worker for each core.
        cases: Any = Cases.replay(name, logs, threads=1)
    except WireError as error:
        cases = [error] * len(logs)
    for case in cases:
        if case is None:
            yield Answer()
        elif isinstance(case, WireError):
            texts = (case.code, case.pointer, case.message_th, case.message_en)
            yield Answer(error=dict(zip(ERROR, texts, strict=True)))
        else:
            yield Answer(case.case_id, str(case.state), len(case))
