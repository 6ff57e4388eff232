"""Made-up exports of the 43-file standard with labelled defects: to try everything without a
patient's data.

>>> from tempfile import TemporaryDirectory
>>> from bosoto import validate
>>> with TemporaryDirectory() as folder:
...     labels = sample(folder, seed=7, persons=50, defects=10)
...     findings = validate(folder)
>>> len(findings) == len(labels) == 10
True
"""

from __future__ import annotations

import csv
import filecmp
import io
import json
import os
import shutil
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple, get_args

from bosoto import _bosoto as native
from bosoto._record import counted

__all__ = ["SHAPES", "EpisodeLabel", "Label", "Shape", "sample", "sample_episodes"]

Shape = Literal[
    "zip", "lower", "windows-874", "no-header", "folder", "csv", "ndjson", "parquet", "xlsx", "zips"
]
SHAPES: tuple[Shape, ...] = get_args(Shape)
"""How an export is written: the ZIP of a hospital; one in lower case, in a folder of its own;
one in Windows-874; one without headers where the tables can be told by their number of columns;
members in a folder; CSV; NDJSON; Parquet (`bosoto[frame]`); a workbook (`bosoto[excel]`); two
ZIPs of one facility, the persons in the first."""
TOLD_BY_NUMBER = ("PERSON", "SERVICE", "DIAGNOSIS_OPD", "SPECIALPP")
"""The tables that are known without a header."""
WHEN = (2024, 6, 1, 12, 0, 0)
"""The time in a ZIP: the same ZIP each time."""

Row = Sequence[str]


class Label(NamedTuple):
    """What is wrong, and what is to be found of it."""

    table: str
    row: int
    column: str | None
    code: str


class EpisodeLabel(NamedTuple):
    """How a made-up episode counts in KP-22 of the fiscal year 2568 through quarter 4."""

    case_id: str
    role: str | None
    """The list of the ledger; one of the numerator stands in the denominator too, one that is
    outside of the indicator in none."""
    reason: str | None
    """Why it is excluded."""
    story: str
    """What was made of it."""


class Table(NamedTuple):
    """A table as it is made up."""

    name: str
    columns: list[str]
    rows: list[list[str]]


def sample(
    folder: str | os.PathLike[str],
    *,
    seed: int = 1,
    persons: int = 200,
    defects: int = 60,
    shape: Shape = "zip",
) -> list[Label]:
    """Writes an export of so many persons into a folder, with so many defects, at most one a
    person; what is wrong in it.

    Equal arguments give equal bytes. Judged against 1 June 2024, the stamp of its ZIP, exactly
    the labels are found. A file that is there already and is another is never written over: that
    raises `FileExistsError`, and nothing is written.
    """
    if shape not in SHAPES:
        raise ValueError(f"`shape` is one of {', '.join(SHAPES)}")
    seed, persons = counted(seed, "seed"), counted(persons, "persons")
    hospcode, day, made, found = native.sample(seed, persons, counted(defects, "defects"))
    tables = [Table(*table) for table in made]
    labels = [Label(*label) for label in found]
    with laid_into(folder) as into:
        write_tables(into, tables, shape, hospcode, day)
    if shape == "no-header":
        labels += [Label(name, 0, None, "no_header") for name in TOLD_BY_NUMBER]
    if shape in ("csv", "ndjson", "parquet", "xlsx"):
        labels = [label for label in labels if shape == "csv" or label.code != "field_count"]
    return labels


def write_tables(
    into: Path, tables: Sequence[Table], shape: Shape, hospcode: str, day: str
) -> None:
    """An export in one of its shapes."""
    name = f"F43_{hospcode}_{day}120000.zip"
    if shape == "zips":
        earlier = f"F43_{hospcode}_{day}000000.zip"
        pack(into / earlier, [text_of(table) for table in tables[:1]])
        pack(into / name, [text_of(table) for table in tables[1:]])
    elif shape == "parquet":
        for table in tables:
            write_parquet(into, table)
    elif shape == "xlsx":
        write_sheets(into / f"F43_{hospcode}.xlsx", tables)
    elif shape in ("folder", "csv", "ndjson"):
        extension, form = {
            "folder": ("txt", piped),
            "csv": ("csv", commas),
            "ndjson": ("ndjson", objects),
        }[shape]
        for table in tables:
            (into / f"{table.name}.{extension}").write_bytes(form(table).encode())
    else:
        pack(into / name, [text_of(table, shape) for table in tables])


@contextmanager
def laid_into(folder: str | os.PathLike[str]) -> Iterator[Path]:
    """A place to write files, which are then laid into a folder: all of them, or none where one of
    another content has the same name."""
    into = Path(folder)
    with TemporaryDirectory() as made:
        yield Path(made)
        new = sorted(Path(made).iterdir())
        for file in new:
            there = into / file.name
            is_same = there.is_file() and filecmp.cmp(file, there, shallow=False)
            if os.path.lexists(there) and not is_same:
                raise FileExistsError(
                    f"`{file.name}` is there already and is another file; give an empty folder"
                )
        into.mkdir(parents=True, exist_ok=True)
        for file in new:
            shutil.copyfile(file, into / file.name)


def sample_episodes(
    folder: str | os.PathLike[str], *, seed: int = 1, episodes: int = 170
) -> list[EpisodeLabel]:
    """Writes the tables of KP-22, `episodes.csv` and `follow_ups.csv`, into a folder: so many
    episodes, of each story in turn; how each of them counts. As by `sample`, another file is never
    written over.

    >>> from tempfile import TemporaryDirectory
    >>> from bosoto import indicator
    >>> with TemporaryDirectory() as folder:
    ...     labels = sample_episodes(folder, episodes=34)
    ...     found = indicator("KP-22", folder, fiscal_year=2568, quarter=4, by="country")
    >>> found.areas[0].numerator == sum(label.role == "numerator" for label in labels)
    True
    """
    seed, episodes = counted(seed, "seed"), counted(episodes, "episodes")
    made, labels = native.sample_episodes(seed, episodes)
    with laid_into(folder) as into:
        for table in (Table(*table) for table in made):
            (into / f"{table.name}.csv").write_bytes(commas(table).encode())
    return [EpisodeLabel(*label) for label in labels]


def text_of(table: Table, shape: Shape = "zip") -> tuple[str, bytes]:
    """A member of a ZIP: its path and its text."""
    text = piped(table)
    path = f"{table.name}.txt"
    if shape == "lower":
        header, rest = text.split("\r\n", 1)
        return f"F43/{path.lower()}", f"{header.lower()}\r\n{rest}".encode()
    if shape == "windows-874":
        return path, text.encode("cp874")
    if shape == "no-header" and table.name in TOLD_BY_NUMBER:
        return path, text.split("\r\n", 1)[1].encode()
    return path, text.encode()


def piped(table: Table) -> str:
    """The text of the standard."""
    return "".join("|".join(row) + "\r\n" for row in (table.columns, *table.rows))


def commas(table: Table) -> str:
    """The same as CSV."""
    text = io.StringIO()
    csv.writer(text).writerows((table.columns, *table.rows))
    return text.getvalue()


def dictionaries(table: Table) -> Iterator[dict[str, str | None]]:
    """The rows by their columns; what is one field too many has none, and empty cells are null."""
    for row in table.rows:
        cells = (cell or None for cell in row)
        yield dict(zip(table.columns, cells, strict=False))


def objects(table: Table) -> str:
    """The same as NDJSON."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in dictionaries(table))


def write_parquet(into: Path, table: Table) -> None:
    """The same as Parquet."""
    from bosoto.findings import load_polars

    polars = load_polars()
    schema = dict.fromkeys(table.columns, polars.String)
    frame = polars.DataFrame(list(dictionaries(table)), schema=schema)
    frame.write_parquet(into / f"{table.name}.parquet")


def write_sheets(path: Path, tables: Iterable[Table]) -> None:
    """The same as a workbook with a sheet for each table."""
    from bosoto.excel import Rows, write_workbook

    sheets = {table.name: Rows(table.columns, sheet_rows(table)) for table in tables}
    write_workbook(path, sheets)


def sheet_rows(table: Table) -> Iterator[list[str]]:
    """The rows of a sheet; what is one field too many has none."""
    return (row[: len(table.columns)] for row in table.rows)


def pack(path: Path, members: list[tuple[str, bytes]]) -> None:
    """Writes a ZIP, the same bytes each time."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members:
            about = zipfile.ZipInfo(name, WHEN)
            about.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(about, text)
