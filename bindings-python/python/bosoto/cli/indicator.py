"""The subcommand for indicators."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Any

import typer

from bosoto import _bosoto as native
from bosoto._enum import StrEnum
from bosoto.cli import texts
from bosoto.cli.app import AsJson, Lang, PolicyFile, app
from bosoto.cli.files import MEGABYTE, InputError, keep, named, read_text
from bosoto.cli.output import bar, say
from bosoto.cli.records import (
    Format,
    Output,
    OutputFile,
    UnpackZip,
    chosen,
    joined,
    write,
    write_parquet,
    write_workbook,
)
from bosoto.cli.tables import Column, show
from bosoto.cli.texts import Language
from bosoto.findings import load_polars
from bosoto.indicators import Indicator, Population, indicator
from bosoto.policy import Policy
from bosoto.results import Area
from bosoto.types import ErrorCode, ExclusionReason

__all__: list[str] = []

AREAS = (
    *("area", "numerator", "denominator", "value", "target_at", "target", "met"),
    *("persons_without_cid", "warnings"),
)
"""The columns of areas as CSV."""
LEDGER = ("area", "role", "id", "rule", "reason")
"""The columns of a ledger as CSV: those of the Arrow stream."""


class AreaLevel(StrEnum):
    """Of which areas."""

    FACILITY = "facility"
    PROVINCE = "province"
    REGION = "region"
    COUNTRY = "country"


@app.command("indicator")
def run(
    id: Annotated[str, typer.Argument(metavar="ID", help="KP-15, KP-16, KP-22")],
    source: Annotated[
        Path,
        typer.Argument(
            parser=named, metavar="SOURCE", help="ZIP หรือโฟลเดอร์ · a ZIP or a folder of tables"
        ),
    ],
    fiscal_year: Annotated[
        int, typer.Option("--fiscal-year", help="ปีงบประมาณ พ.ศ. · fiscal year, B.E.")
    ],
    quarter: Annotated[int, typer.Option(help="ถึงสิ้นไตรมาส · through the end of a quarter")] = 4,
    by: Annotated[AreaLevel, typer.Option(help="ระดับพื้นที่ · level of areas")] = AreaLevel.COUNTRY,
    population: Annotated[
        str | None,
        typer.Option(
            metavar="BASIS:YEAR",
            help="ประชากรของ KP-15 เช่น mid_year:2025 · the population of KP-15",
        ),
    ] = None,
    trouble: Annotated[
        list[str] | None,
        typer.Option(help="จังหวัดหรือเขต (R1…R13) ที่ไม่ใช้ 506S · areas whose 506S is not used"),
    ] = None,
    ledger: Annotated[
        bool, typer.Option("--ledger", help="แสดงรายชื่อที่นับ · every member instead of the areas")
    ] = False,
    format_: Format = Output.TABLE,
    output: OutputFile = None,
    unpack_limit: UnpackZip = None,
    policy: PolicyFile = None,
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """คำนวณตัวชี้วัด (KP-15 KP-16 KP-22) · An indicator with its ledger."""
    kind = chosen(format_, output, as_json)
    keep([*native.files(source), policy], {"/output": output})
    with ExitStack() as stack:
        progress = stack.enter_context(bar(lang.of(texts.COUNTING), 0))
        found = indicator(
            id,  # type: ignore[arg-type]
            source,
            fiscal_year=fiscal_year,
            quarter=quarter,
            by=by.value,
            policy=None if policy is None else Policy.from_json(read_text(policy)),
            population=named_population(population),
            trouble=trouble or (),
            unpack_limit=None if unpack_limit is None else unpack_limit * MEGABYTE,
            progress=progress,
        )
    if kind is Output.JSON:
        write(iter([found.to_json()]), output)
    elif kind is Output.PARQUET and output is not None:
        write_parquet(frame(found, ledger), output)
    elif kind is Output.XLSX and output is not None:
        write_workbook(found, output, lang)
    elif kind is Output.CSV or output is not None:
        write(lines(found, ledger), output)
    elif ledger:
        show_ledger(found, lang)
    else:
        show_areas(found, lang)


def named_population(text: str | None) -> Population | None:
    """A population as it is named on the command line."""
    if text is None:
        return None
    basis, _, year = text.partition(":")
    if not (year.isascii() and year.isdecimal() and len(year) == len("2025")):
        raise InputError(ErrorCode.MALFORMED, "/population", texts.NO_POPULATION)
    return {"basis": basis, "year": int(year)}  # type: ignore[return-value]


def show_areas(found: Indicator, lang: Language) -> None:
    """The areas, each with its figure."""
    columns = [
        Column(lang.of(texts.AREA), whole=True),
        Column(lang.of(texts.NUMERATOR), whole=True, number=True),
        Column(lang.of(texts.DENOMINATOR), whole=True, number=True),
        Column(lang.of(texts.VALUE), whole=True, number=True),
        Column(lang.of(texts.TARGET), whole=True),
        Column(lang.of(texts.MET), whole=True),
        Column(lang.of(texts.EXCLUDED), whole=True, number=True),
    ]
    show(columns, [area_row(area, lang) for area in found.areas])
    period = {"year": found.fiscal_year, "quarter": found.quarter, "id": found.indicator}
    say(lang.of(texts.INDICATOR_OF).format(**period))
    if without := sum(area.persons_without_cid or 0 for area in found.areas):
        say(lang.of(texts.WITHOUT_CID).format(count=f"{without:,}"))
    if warnings := sum(len(area.warnings) for area in found.areas):
        say(lang.of(texts.CODE_WARNINGS).format(count=f"{warnings:,}"))


def area_row(area: Area, lang: Language) -> tuple[str, ...]:
    """An area as a row."""
    target = area.target
    met = {None: "–", True: "✓", False: "✗"}[area.met]
    return (
        area.area,
        f"{area.numerator:,}",
        f"{area.denominator:,}",
        area.value or "–",
        "–" if target is None else f"{lang.of(target.at.title)} {target.value}",
        met,
        f"{len(area.ledger.excluded):,}",
    )


def show_ledger(found: Indicator, lang: Language) -> None:
    """Every member, and why one does not count."""
    columns = [
        Column(lang.of(texts.AREA), whole=True),
        Column(lang.of(texts.LIST), whole=True),
        Column(lang.of(texts.MEMBER), whole=True),
        Column(lang.of(texts.RULE), whole=True),
        Column(lang.of(texts.REASON)),
    ]
    rows = [
        (area, lang.of(texts.LISTS[role]), id, rule, lang.of(reason.title) if reason else "")
        for area, role, id, rule, reason in members(found)
    ]
    show(columns, rows)


def members(found: Indicator) -> Iterator[tuple[str, str, str, str, ExclusionReason | None]]:
    """Every member: area, list, id, and of one that is excluded the rule and the reason."""
    for area in found.areas:
        name, ledger = area.area, area.ledger
        yield from ((name, "numerator", id, "", None) for id in ledger.numerator)
        yield from ((name, "denominator", id, "", None) for id in ledger.denominator)
        yield from ((name, "excluded", one.id, one.rule, one.reason) for one in ledger.excluded)


def lines(found: Indicator, ledger: bool) -> Iterator[str]:
    """The members or the areas as CSV."""
    yield joined(LEDGER if ledger else AREAS)
    for row in members(found) if ledger else map(area_cells, found.areas):
        yield joined(map(csv_cell, row))


def csv_cell(cell: object) -> str:
    """A cell; nothing is empty."""
    if cell is None:
        return ""
    return json.dumps(cell) if isinstance(cell, bool) else str(cell)


def area_cells(area: Area) -> tuple[object, ...]:
    """The cells of an area."""
    target, counted = area.target, area.persons_without_cid
    sides = (None, None) if target is None else (str(target.at), target.value)
    warnings = None if counted is None else len(area.warnings)
    figure = (area.numerator, area.denominator, area.value)
    return (area.area, *figure, *sides, area.met, counted, warnings)


def frame(found: Indicator, ledger: bool) -> Any:
    """The members or the areas as a frame of polars (`bosoto[frame]`)."""
    if ledger:
        return found.ledger.to_polars()
    polars = load_polars()
    whole, text = polars.Int64, polars.String
    types = [text, whole, whole, text, text, text, polars.Boolean, whole, whole]
    schema = dict(zip(AREAS, types, strict=True))
    return polars.DataFrame(list(map(area_cells, found.areas)), schema=schema, orient="row")
