"""Tables of the 43-file standard judged on Spark (RV-01 to RV-08).

What is compared with one another (RV-06) is of one facility: every key and every look-up begins
with HOSPCODE, and a citizen id that is there twice is sought within the facility. So the rows of
one facility, of all tables, are judged together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Literal

from bosoto import findings as single
from bosoto.findings import COLUMNS
from bosoto.spark.parts import (
    Layout,
    Sheet,
    empty_tables,
    load_spark,
    sheets_of,
    together,
)

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]
    from pyspark.sql import Column, DataFrame  # type: ignore[import-not-found, unused-ignore]

__all__ = ["Findings", "validate"]

SCHEMA = ", ".join(f"`{name}` {'bigint' if name == 'row' else 'string'}" for name in COLUMNS)
KINDS = ("rule", "code", "severity", "table", "column")

Judge = Callable[[Mapping[str, Any]], single.Findings]
Batches = Iterable["pa.RecordBatch"]
Work = Callable[[Batches], Iterator["pa.RecordBatch"]]


class Findings:
    """What was found, as frames of Spark.

    Nothing is judged before one of them is asked for its rows, and each goes through the tables by
    itself: persist what is used more than once.
    """

    def __init__(self, sheets: list[Sheet], judge: Judge, without_rows: single.Findings) -> None:
        self._sheets = sheets
        self._judge = judge
        self._without_rows = without_rows

    @cached_property
    def findings(self) -> DataFrame:
        """Every finding, in no order: the columns of `bosoto.Findings`.

        `row` is that of `row_column`, null without it, and 0 where the finding is of the table
        itself; `file` is null.
        """
        rows, layout = together(self._sheets)
        of_rows = rows.mapInArrow(finder(layout, self._judge), SCHEMA)
        of_tables = texts(self._without_rows).to_pylist()
        return of_rows.union(rows.sparkSession.createDataFrame(of_tables, SCHEMA))

    def good(self, table: str) -> DataFrame:
        """The rows of a table without an error, with all their columns."""
        return self._rows(table, "good")

    def bad(self, table: str) -> DataFrame:
        """The rows of a table with an error, with all their columns."""
        return self._rows(table, "bad")

    def counts(self) -> DataFrame:
        """How many there are of each kind: rule, code, severity, table, column, rows."""
        return self.findings.groupBy(*KINDS).count().withColumnRenamed("count", "rows")

    @property
    def ignored(self) -> list[str]:
        """The names of tables that are not judged: another of the same name was given before."""
        return self._without_rows.ignored

    def _rows(self, table: str, which: Literal["good", "bad"]) -> DataFrame:
        names = [sheet.name.upper() for sheet in self._sheets]
        if table.upper() not in names:
            raise ValueError(f"`{table}` is none of the tables that were judged")
        number = names.index(table.upper())
        sheet = self._sheets[number]
        rows, layout = together(self._sheets, whole=sheet)
        schema = nullable(sheet.frame.drop("key", "row").schema)
        chosen = rows.mapInArrow(chooser(layout, self._judge, number, which), schema)
        return chosen.toDF(*sheet.names)

    def __repr__(self) -> str:
        tables = ", ".join(sheet.name.upper() for sheet in self._sheets)
        return f"<{type(self).__name__} of {tables}>"


def validate(
    tables: Mapping[str, DataFrame],
    *,
    as_of: date | None = None,
    values: bool = False,
    rules: Iterable[str] | None = None,
    areas: Iterable[str] | None = None,
    persons_complete: bool = False,
    row_column: str | None = None,
) -> Findings:
    """Judges tables as `bosoto.validate` does, by what is asked there.

    `tables` maps names of the 43-file standard to frames of Spark, which together are one source.
    `row_column` names a column that every table has, with the numbers of its rows: findings have
    them, and of rows with one key that of the smallest number is the first. Without it one of them
    is, the same each time, and every other is the duplicate.

    Raises `DataError` where the tables cannot be judged; no row is read for that.
    """
    judge = partial(
        single.validate,
        as_of=as_of,
        values=values,
        rules=rules if rules is None or isinstance(rules, str) else list(rules),
        areas=areas if areas is None or isinstance(areas, str) else list(areas),
        persons_complete=persons_complete,
    )
    empty = empty_tables(tables)
    without_rows = judge(empty)
    ignored = without_rows.ignored
    frames = {name: frame for name, frame in tables.items() if name not in ignored}
    sheets = [
        sheet.with_key(facility(sheet)).with_number(row_column)
        for sheet in sheets_of(frames, {name: empty[name] for name in frames}, judge)
    ]
    return Findings(sheets, judge, without_rows)


def facility(sheet: Sheet) -> Column:
    """The facility of a row. A row of none is compared with no other, and goes anywhere."""
    functions = load_spark()
    hospcode = sheet.cell("HOSPCODE")
    cells = [functions.col(f"c{place}") for place in sheet.read]
    anywhere = functions.xxhash64(functions.lit(0), *cells).cast("string")
    key: Column = functions.when(hospcode != "", hospcode).otherwise(anywhere)
    return key


def texts(findings: single.Findings) -> pa.Table:
    """Findings as Spark takes them: it knows no dictionaries."""
    import pyarrow as pa

    types = {name: pa.int64() if name == "row" else pa.string() for name in COLUMNS}
    return pa.table(findings).cast(pa.schema(types))


def finder(layout: Layout, judge: Judge) -> Work:
    """Judges the parts of a partition; the findings of their rows."""

    def find(batches: Batches) -> Iterator[pa.RecordBatch]:
        for part in layout.parts(batches):
            found = texts(judge(part.tables()))
            for number, name in enumerate(layout.names):
                numbers = part.of_sheet(number, ["row"])["row"]
                yield from numbered(found, name.upper(), numbers).to_batches()

    return find


def numbered(found: pa.Table, table: str, numbers: pa.ChunkedArray) -> pa.Table:
    """The findings of a table's rows, with the numbers that the rows have."""
    import pyarrow.compute as pc  # type: ignore[import-untyped, unused-ignore]

    is_its = pc.and_(pc.equal(found["table"], table), pc.greater(found["row"], 0))
    own = found.filter(is_its)
    rows = numbers.take(pc.subtract(own["row"], 1))
    return own.set_column(COLUMNS.index("row"), "row", rows)


def chooser(layout: Layout, judge: Judge, number: int, which: Literal["good", "bad"]) -> Work:
    """Judges the parts of a partition; the good or the bad rows of a sheet."""

    def choose(batches: Batches) -> Iterator[pa.RecordBatch]:
        import numpy as np
        import pyarrow as pa

        name = layout.names[number]
        for part in layout.parts(batches):
            tables, rows = part.tables(), part.of_sheet(number, layout.whole)
            # It reads no such column, and hands it back with the rows.
            columns = [*tables[name].columns, pa.array(np.arange(len(rows)))]
            tables[name] = pa.table(columns, names=[*tables[name].column_names, PLACE])
            findings = judge(tables)
            streams = findings.good() if which == "good" else findings.bad()
            is_wanted = np.zeros(len(rows), dtype=bool)
            is_wanted[pa.table(streams[name.upper()])[PLACE].to_numpy()] = True
            yield from rows.filter(pa.array(is_wanted)).to_batches()

    return choose


PLACE = "place among the rows of the part"


def nullable(schema: Any) -> Any:
    """The same columns, each of which may be null."""
    from pyspark.sql.types import (  # type: ignore[import-not-found, unused-ignore]
        StructField,
        StructType,
    )

    return StructType([StructField(field.name, field.dataType) for field in schema])
