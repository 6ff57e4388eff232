"""Indicators on Spark: each part gives its ledgers, and these are put together.

KP-22 follows an episode by its id, KP-16 a person across facilities. KP-15 asks for provinces and
their people as a whole; a row of it is a death, and it is computed on the driver.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from bosoto import calls
from bosoto import indicators as single
from bosoto.indicators import Id, Indicator, Level, Population
from bosoto.policy import Policy
from bosoto.spark.parts import Layout, Sheet, empty_tables, sheets_of, together
from bosoto.spark.people import long_pids, with_people

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]
    from pyspark.sql import DataFrame  # type: ignore[import-not-found, unused-ignore]

__all__ = ["indicator"]

STAND_INS = {
    "PERSONS": ("PERSON", "DEATH"),
    "DIAGNOSES": ("DIAGNOSIS_OPD", "DIAGNOSIS_IPD"),
    "SPECIAL_PP": ("SPECIALPP",),
}
"""The tables of KP-16 with people, and those of an export that may stand for them."""

Judge = Callable[[Mapping[str, Any]], Indicator]
Batches = Iterable["pa.RecordBatch"]


def indicator(
    id: Id,
    tables: Mapping[str, DataFrame],
    *,
    fiscal_year: int,
    quarter: int,
    by: Level,
    policy: Policy | None = None,
    population: Population | None = None,
    trouble: Iterable[str] = (),
    row_column: str | None = None,
) -> Indicator:
    """An indicator with its ledger, as `bosoto.indicator` makes it, by what is asked there.

    `tables` maps the names of flat tables, or of KP-16 those of 43-file tables, to frames of Spark,
    which are gone through now. The driver holds the answer, its ids included. Where the first of
    several rows counts, it is that with the smallest number in `row_column`, a column that every
    table has then; without it one of them, the same each time.

    Raises `DataError` where it cannot be made.
    """
    judge = partial(
        single.indicator,
        id,
        fiscal_year=fiscal_year,
        quarter=quarter,
        by=by,
        policy=policy,
        population=population,
        trouble=trouble if isinstance(trouble, str) else list(trouble),
    )
    empty = empty_tables(tables)
    nothing = judge(empty)
    sheets: dict[str, Sheet] = {}
    for sheet in sheets_of(tables, empty, judge):
        sheets.setdefault(sheet.name.upper(), sheet.with_number(row_column))
    if id == "KP-15":
        return judge({sheet.name: on_driver(sheet) for sheet in sheets.values()})
    if id == "KP-22":
        followed = [sheet.with_key(sheet.cell("CASE_ID")) for sheet in sheets.values()]
        return put_together(nothing, parts_of(followed, judge, {}, None))
    followed = [sheets[name] for name in with_rows_of_people(sheets)]
    held = {one.name: on_driver(one) for name, one in sheets.items() if name == "FACILITIES"}
    pids = long_pids(followed)
    with with_people(followed) as people:
        return put_together(nothing, parts_of(people, judge, held, pids))


def with_rows_of_people(names: Iterable[str]) -> Iterator[str]:
    """The tables of KP-16 in which people are: a flat one, or else those that stand for it."""
    given = set(names)
    for flat, stand_ins in STAND_INS.items():
        yield from (given & {flat}) or sorted(given.intersection(stand_ins))


def on_driver(sheet: Sheet) -> pa.Table:
    """What is read of a table, in order."""
    cells = [f"c{place}" for place in sheet.read]
    rows = sheet.frame.orderBy("row", *cells).select(*cells).toArrow()
    return rows.rename_columns([sheet.names[place] for place in sheet.read])


def parts_of(
    sheets: list[Sheet], judge: Judge, held: Mapping[str, Any], pids: pa.Table | None
) -> Iterator[list[dict[str, Any]]]:
    """The areas of each part."""
    rows, layout = together(sheets)
    answers = rows.mapInArrow(judged(layout, judge, held, pids), "areas string")
    # All at once: one after the other, Spark would judge the partitions so too.
    for row in answers.collect():
        yield json.loads(row["areas"])


def judged(
    layout: Layout, judge: Judge, held: Mapping[str, Any], pids: pa.Table | None
) -> Callable[[Batches], Iterator[pa.RecordBatch]]:
    """Judges the parts of a partition; the areas of each as JSON."""

    def areas(batches: Batches) -> Iterator[pa.RecordBatch]:
        import pyarrow as pa

        for part in layout.parts(batches):
            tables = part.tables()
            if pids is not None:
                name = next(name for name in tables if name.upper() in ("SPECIAL_PP", "SPECIALPP"))
                tables[name] = pa.concat_tables([tables[name], rows_of_nothing(tables[name], pids)])
            found = json.loads(judge({**tables, **held}).to_json())
            yield pa.RecordBatch.from_pydict({"areas": [json.dumps(found["areas"])]})

    return areas


def rows_of_nothing(table: pa.Table, pids: pa.Table) -> pa.Table:
    """Rows that say nothing but that there is such a PID."""
    import pyarrow as pa

    columns = []
    for field in table.schema:
        name = field.name.strip(" ").lower()
        is_key = name in pids.column_names
        cells = pids[name] if is_key else pa.nulls(len(pids), field.type)
        columns.append(cells.cast(field.type) if is_key else cells)
    return pa.table(columns, schema=table.schema)


class PutTogether:
    """An answer that was put together, in the place of the native one."""

    def __init__(self, answer: Mapping[str, Any]) -> None:
        self.answer = answer

    def to_json(self) -> str:
        """Canonical JSON, ledgers included."""
        return json.dumps(self.answer, ensure_ascii=False, separators=(",", ":"))

    def ledger(self) -> Any:
        """Every member of every area, as Arrow."""
        import pyarrow as pa

        names = ("area", "role", "id", "rule", "reason")
        rows = [
            dict.fromkeys(names) | {"area": area["area"], "role": role} | member
            for area in self.answer["areas"]
            for role, members in area["ledger"].items()
            for member in (one if isinstance(one, dict) else {"id": one} for one in members)
        ]
        fields = [pa.field(name, pa.string(), name in names[3:]) for name in names]
        return pa.Table.from_pylist(rows, pa.schema(fields))


def put_together(nothing: Indicator, parts: Iterable[list[dict[str, Any]]]) -> Indicator:
    """The answer of all parts, beginning with that of no rows."""
    gathered: dict[str, dict[str, Any]] = {}
    for areas in parts:
        for area in areas:
            if area["area"] in gathered:
                add(gathered[area["area"]], area)
            else:
                gathered[area["area"]] = area
    answer = json.loads(nothing.to_json())
    asked = (answer["indicator"], answer["fiscal_year"], answer["quarter"])
    codes = sorted(gathered, key=lambda code: order(code, answer["by"]))
    answer["areas"] = [finished(gathered[code], *asked) for code in codes]
    return Indicator(cast("Any", PutTogether(answer)))


def order(code: str, by: Level) -> tuple[int, str]:
    """Where an area stands: by its code, a health region by its number, what is unknown last."""
    if by != "region":
        return 0, code
    return (int(code[1:]), code) if code.startswith("R") else (99, code)


def add(area: dict[str, Any], other: Mapping[str, Any]) -> None:
    """Adds what another part has of an area."""
    for role, members in other["ledger"].items():
        area["ledger"][role].extend(members)
    if "warnings" in other:
        area["warnings"].extend(other["warnings"])
        area["persons_without_cid"] += other["persons_without_cid"]


def finished(area: Mapping[str, Any], id: str, fiscal_year: int, quarter: int) -> dict[str, Any]:
    """An area with its members in order and what they come to."""
    ledger = area["ledger"]
    members = {role: sorted(ledger[role]) for role in ("numerator", "denominator")}
    members["excluded"] = sorted(ledger["excluded"], key=lambda one: str(one["id"]))
    parts = (len(members["numerator"]), len(members["denominator"]), fiscal_year, quarter)
    figure = json.loads(calls.indicator_value_json(id, *map(str, parts)))
    done = {"area": area["area"], **figure, "ledger": members}
    if "warnings" in area:
        warnings = sorted(area["warnings"], key=lambda one: (one["id"], one["code"], one["on"]))
        done |= {"persons_without_cid": area["persons_without_cid"], "warnings": warnings}
    return done
