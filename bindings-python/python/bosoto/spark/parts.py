"""Rows that have to be judged together, brought together. This module moves rows and knows no rule.

The rows of all tables travel as one frame: a key, the number of their sheet, the number of the row,
and slots into which each sheet puts its columns: of each type as many as some sheet has. They are
shuffled by key and sorted, so that a worker sees the rows of one key one after the other, in the
same order each time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Any, NamedTuple

from bosoto.errors import DataError

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]
    from pyspark.sql import (  # type: ignore[import-not-found, unused-ignore]
        Column,
        DataFrame,
    )

__all__ = ["Layout", "Part", "Sheet", "load_spark", "sheets_of", "together"]

ENOUGH = 200_000
"""So many rows are judged at a time, or those of one key if they are more."""


def load_spark() -> Any:
    """Spark's functions on columns, or an error that names the extra."""
    try:
        import pyarrow  # noqa: F401  In it rows travel to Python.
        from pyspark.sql import functions
    except ImportError as error:
        raise ImportError("this needs pyspark and pyarrow: install `bosoto[spark]`") from error
    return functions


class Sheet(NamedTuple):
    """A table as it travels: its columns are named by their places, as names may repeat."""

    name: str
    """As the caller names it."""
    names: tuple[str, ...]
    """Those of its columns."""
    read: tuple[int, ...]
    """The places of the columns that the library reads."""
    frame: DataFrame
    """Its columns `c0`, `c1`, …, and what `with_key` and `with_number` add."""

    def place(self, name: str) -> int | None:
        """Where a column stands that is read, whatever the case of its name."""
        named = (place for place in self.read if self.names[place].strip(" ").upper() == name)
        return next(named, None)

    def cell(self, name: str) -> Column:
        """The trimmed cells of a column; the empty text where there is none."""
        functions = load_spark()
        place = self.place(name)
        if place is None:
            nothing: Column = functions.lit("")
            return nothing
        trimmed = functions.trim(functions.col(f"c{place}").cast("string"))
        cells: Column = functions.coalesce(trimmed, functions.lit(""))
        return cells

    def with_key(self, key: Column) -> Sheet:
        """With the column `key`: the rows of one key are judged together."""
        return self._replace(frame=self.frame.withColumn("key", key))

    def with_number(self, row_column: str | None) -> Sheet:
        """With the column `row`, the number of a row; null where no column has it."""
        functions = load_spark()
        if row_column is None:
            number = functions.lit(None)
        elif row_column not in self.names:
            raise ValueError(f"the table {self.name} has no column `{row_column}`")
        else:
            name = f"c{self.names.index(row_column)}"
            kind = self.frame.schema[name].dataType.typeName()
            if kind not in ("byte", "short", "integer", "long"):
                raise TypeError(f"`{row_column}` of the table {self.name} holds no whole numbers")
            number = functions.col(name)
        return self._replace(frame=self.frame.withColumn("row", number.cast("bigint")))


def empty_tables(frames: Mapping[str, DataFrame]) -> dict[str, pa.Table]:
    """The frames without their rows, as Arrow; no row is read."""
    load_spark()
    for frame in frames.values():
        if not hasattr(frame, "mapInArrow"):
            given = type(frame).__name__
            raise TypeError(f"a table is a DataFrame of Spark, not `{given}`")
    return {str(name): frame.limit(0).toArrow() for name, frame in frames.items()}


def sheets_of(
    frames: Mapping[str, DataFrame],
    empty: Mapping[str, pa.Table],
    judge: Callable[[Mapping[str, pa.Table]], object],
) -> list[Sheet]:
    """The tables, after `judge` has taken them all without rows."""
    sheets = []
    for name, frame in frames.items():
        names = tuple(frame.columns)

        def judge_one(other: pa.Table, name: str = name) -> object:
            return judge({**empty, name: other})

        read = tuple(read_places(empty[name].schema, judge_one))
        numbered = frame.toDF(*(f"c{place}" for place in range(len(names))))
        sheets.append(Sheet(name, names, read, numbered))
    return sheets


def read_places(schema: pa.Schema, judge: Callable[[pa.Table], object]) -> Iterator[int]:
    """The columns that the library reads: it refuses them where they hold no texts."""
    import pyarrow as pa

    for place, field in enumerate(schema):
        other = schema.set(place, field.with_type(pa.binary()))
        try:
            judge(other.empty_table())
        except DataError as error:
            if error.code == "wrong_type":
                yield place


@dataclass(frozen=True)
class Layout:
    """Where the cells of each sheet lie, as a worker has to know it."""

    names: tuple[str, ...]
    """Those of the sheets."""
    read: tuple[dict[str, str], ...]
    """Of each sheet the slots of the columns that are read, with their names."""
    whole: tuple[str, ...]
    """The slots of the sheet that travels whole, column by column."""

    def parts(self, batches: Iterable[pa.RecordBatch]) -> Iterator[Part]:
        """The rows of a partition, those of each key in one part."""
        for rows in whole_keys(batches):
            yield Part(self, rows)


class Part(NamedTuple):
    """Rows that are judged together."""

    layout: Layout
    rows: pa.Table

    def of_sheet(self, number: int, columns: Iterable[str]) -> pa.Table:
        """Some columns of the rows of a sheet."""
        import pyarrow.compute as pc  # type: ignore[import-untyped, unused-ignore]

        is_its = pc.equal(self.rows["sheet"], number)
        return self.rows.select(list(columns)).filter(is_its)

    def tables(self) -> dict[str, pa.Table]:
        """What is read of each sheet, as the library takes it."""
        named = enumerate(zip(self.layout.names, self.layout.read, strict=True))
        return {
            name: self.of_sheet(number, read).rename_columns(list(read.values()))
            for number, (name, read) in named
        }


def whole_keys(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """Sorted rows in tables of about `ENOUGH`, cut where a key ends."""
    import pyarrow as pa
    import pyarrow.compute as pc  # type: ignore[import-untyped, unused-ignore]

    held: list[pa.RecordBatch] = []
    count, last = 0, None
    for batch in batches:
        if batch.num_rows == 0:
            continue
        keys = batch["key"]
        final = keys[-1].as_py()
        begin = pc.index(keys, final).as_py()
        if count + begin >= ENOUGH and (begin > 0 or final != last):
            yield pa.Table.from_batches([*held, batch.slice(0, begin)])
            held, count, batch = [], 0, batch.slice(begin)
        held.append(batch)
        count += batch.num_rows
        last = final
    if held:
        yield pa.Table.from_batches(held)


def together(sheets: list[Sheet], whole: Sheet | None = None) -> tuple[DataFrame, Layout]:
    """The rows of sheets, those of one key in one partition and in order: by sheet, by the number
    of the row, then by what stands in it.

    Of the sheet `whole` every column travels, of the others those that are read.
    """
    functions = load_spark()
    slots = Slots()
    read = [slots.of(sheet, sheet.read, "read") for sheet in sheets]
    others: dict[str, int] = {}
    if whole is not None:
        rest = [place for place in range(len(whole.names)) if place not in whole.read]
        others = slots.of(whole, rest, "other")
    frames = []
    for number, (sheet, own) in enumerate(zip(sheets, read, strict=True)):
        places = own | others if sheet is whole else own
        cells = [
            functions.col(f"c{places[slot]}") if slot in places else functions.lit(None).cast(kind)
            for slot, kind in slots.types.items()
        ]
        named = [cell.alias(slot) for slot, cell in zip(slots.types, cells, strict=True)]
        frames.append(
            sheet.frame.select("key", functions.lit(number).alias("sheet"), "row", *named)
        )
    rows = reduce(lambda one, other: one.union(other), frames)
    order = ["key", "sheet", "row", *(slot for slot in slots.types if slot not in others)]
    if others:
        # As text, since not every type of Spark has an order.
        order.append(functions.to_json(functions.struct(*others)))
    layout = Layout(
        names=tuple(sheet.name for sheet in sheets),
        read=tuple(
            {slot: sheet.names[place] for slot, place in own.items()}
            for sheet, own in zip(sheets, read, strict=True)
        ),
        whole=() if whole is None else by_place(read[sheets.index(whole)] | others),
    )
    return rows.repartition("key").sortWithinPartitions(*order), layout


def by_place(slots: Mapping[str, int]) -> tuple[str, ...]:
    """Slots in the order of the columns that are in them."""
    return tuple(sorted(slots, key=slots.__getitem__))


class Slots:
    """Columns that several sheets share, each with its type."""

    def __init__(self) -> None:
        self.types: dict[str, Any] = {}
        self.kinds: dict[str, int] = {}
        """A number for each type."""

    def of(self, sheet: Sheet, places: Iterable[int], prefix: str) -> dict[str, int]:
        """The slots for some columns of a sheet, with their places."""
        taken: dict[str, int] = {}
        counts: Counter[int] = Counter()
        for place in places:
            of_type = sheet.frame.schema[f"c{place}"].dataType
            kind = self.kinds.setdefault(of_type.json(), len(self.kinds))
            slot = f"{prefix}_{kind}_{counts[kind]}"
            counts[kind] += 1
            self.types.setdefault(slot, of_type)
            taken[slot] = place
        return taken
