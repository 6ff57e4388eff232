"""Tables as workbooks (`bosoto[excel]`): findings, ledgers, and whatever else speaks Arrow.

A sheet has a header that stays in sight, a filter over every column, and widths that fit. Texts
are written as texts, so that an id keeps its zeros and nothing becomes a formula or a link; dates
are dates. What does not fit on a sheet goes on on the next. Equal input gives equal bytes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import chain, count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, NamedTuple, TypeAlias

from bosoto import _bosoto as native
from bosoto._text import Text
from bosoto._whole import whole

if TYPE_CHECKING:
    from bosoto.findings import SpeaksArrow

__all__ = ["Rows", "write_workbook"]

MOST_ROWS = 1_048_576
"""The rows of a sheet, the header among them."""
MOST_CHARACTERS = 32_767
"""The characters of a cell."""
FIRST_DATE = date(1900, 3, 1)
"""Before this a spreadsheet counts days as no calendar does; an earlier date is written as text."""
MEASURED = 1_000
"""So many rows say how wide a column is."""
NARROWEST, WIDEST = 8, 60
EPOCH = datetime(1970, 1, 1)
MADE = datetime(2000, 1, 1)
"""When every workbook says that it was made."""
NOT_IN_NAMES = str.maketrans("[]:*?/\\", "_______")


class Rows(NamedTuple):
    """A table as a list of rows: texts, numbers, flags, dates or nothing."""

    columns: Sequence[str]
    rows: Iterable[Sequence[object]]


Table: TypeAlias = "SpeaksArrow | Rows"
Write: TypeAlias = Callable[[Any, int, int, Any], object]


def write_workbook(
    file: str | os.PathLike[str] | BinaryIO,
    sheets: Mapping[str, Table],
    *,
    titles: Mapping[str, Text] | None = None,
    lang: Literal["th", "en"] = "th",
) -> None:
    """Writes a workbook with a sheet for each table, by their names.

    A column's title is what the metadata of its Arrow field has as `title_th` or `title_en`, or
    else that of its name in `titles`, or else the name itself. Rows are written as they come:
    memory does not grow with them.

    A file named by its path is there when all is written, or else is as it was. A text is cut to
    what a cell holds, 32,767 characters, of which the last is then `…`.

    Raises `ImportError` without XlsxWriter (`bosoto[excel]`), `OSError` where the file cannot be
    written, `TypeError` of a column that holds lists or the like, and `ValueError` of a language
    that is neither, and of a row with more or fewer cells than there are columns.

    >>> from io import BytesIO
    >>> file = BytesIO()
    >>> write_workbook(file, {"งาน": Rows(["id", "due"], [("007", date(2024, 6, 3))])})
    >>> file.getvalue()[:2]
    b'PK'
    """
    if lang not in ("th", "en"):
        raise ValueError('`lang` is "th" or "en"')
    if isinstance(file, str | os.PathLike):
        with whole(Path(file)) as part, part.open("wb") as opened:
            write_sheets(opened, sheets, titles or {}, lang)
    else:
        write_sheets(file, sheets, titles or {}, lang)


def write_sheets(
    file: BinaryIO, sheets: Mapping[str, Table], titles: Mapping[str, Text], lang: str
) -> None:
    """Writes the workbook into a file that is open."""
    target = Target(file)
    about = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "yyyy-mm-dd",
    }
    with load_xlsxwriter().Workbook(target, about) as book:
        book.set_properties({"created": MADE})
        formats = Formats(
            book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
            book.add_format({"num_format": "@"}),
            book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
        )
        names = Names()
        for name, table in sheets.items():
            columns, rows = read(table, titles, lang)
            write_table(book, names, name, columns, rows, formats)
    target.check()


class Target:
    """A file that takes everything, and says at the end what could not be written: who writes the
    archive would else try again when it is collected."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.problem: OSError | None = None

    def write(self, data: bytes) -> int:
        """Writes, unless it once could not."""
        self.attempt(lambda: self.file.write(data))
        return len(data)

    def flush(self) -> None:
        """Writes what waits."""
        self.attempt(self.file.flush)

    def attempt(self, work: Callable[[], object]) -> None:
        """Does something, unless it once could not."""
        if self.problem is None:
            try:
                work()
            except OSError as problem:
                self.problem = problem

    def check(self) -> None:
        """Raises what could not be written."""
        self.flush()
        if self.problem is not None:
            raise self.problem


class Formats(NamedTuple):
    """How cells look."""

    header: Any
    text: Any
    moment: Any


class Names:
    """Names of sheets, as a spreadsheet program takes them, each once."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    def new(self, name: str) -> str:
        """A name that is not taken."""
        base = name.translate(NOT_IN_NAMES).strip("' ") or "Sheet"
        for number in count(1):
            suffix = "" if number == 1 else f" ({number})"
            told = base[: 31 - len(suffix)] + suffix
            if told.lower() not in self.taken:
                self.taken.add(told.lower())
                return told
        raise AssertionError


def read(
    table: Table, titles: Mapping[str, Text], lang: str
) -> tuple[list[str], Iterator[Sequence[object]]]:
    """The titles of a table's columns, and its rows."""

    def title(name: str) -> str:
        known = titles.get(name)
        return name if known is None else str(getattr(known, lang))

    if isinstance(table, Rows):
        return list(map(title, table.columns)), iter(table.rows)
    arrow = native.ArrowRows(table)
    fields = arrow.fields()
    own = [(th if lang == "th" else en) or title(name) for name, _, th, en in fields]
    return own, values(arrow, [kind for _, kind, _, _ in fields])


def values(arrow: native.ArrowRows, kinds: Sequence[str]) -> Iterator[Sequence[object]]:
    """The rows of an Arrow table, with dates as dates."""
    dated = [(at, DATES[kind]) for at, kind in enumerate(kinds) if kind in DATES]
    while (batch := arrow.take()) is not None:
        if not dated:
            yield from batch
            continue
        for row in batch:
            for at, convert in dated:
                if row[at] is not None:
                    row[at] = convert(row[at])
            yield row


def _date(days: int) -> date | str:
    try:
        return date.fromordinal(days + EPOCH.toordinal())
    except (ValueError, OverflowError):
        return str(days)


def _moment(microseconds: int) -> datetime | str:
    try:
        return EPOCH + timedelta(microseconds=microseconds)
    except OverflowError:
        return str(microseconds)


DATES: Mapping[str, Callable[[int], object]] = {"day": _date, "moment": _moment}


def write_table(
    book: Any,
    names: Names,
    name: str,
    columns: Sequence[str],
    rows: Iterator[Sequence[object]],
    formats: Formats,
) -> None:
    """Writes a table on as many sheets as it needs, on one at least."""
    first: Iterable[Sequence[object]] = ()
    while True:
        sheet = book.add_worksheet(names.new(name))
        room = islice(chain(first, rows), MOST_ROWS - 1)
        write_sheet(sheet, columns, room, formats)
        if (more := next(rows, None)) is None:
            return
        first = (more,)


def write_sheet(
    sheet: Any, columns: Sequence[str], rows: Iterable[Sequence[object]], formats: Formats
) -> None:
    """Writes a header and rows."""
    sheet.freeze_panes(1, 0)
    widths = [len(title) + 3 for title in columns]
    for column, title in enumerate(columns):
        sheet.write_string(0, column, title, formats.header)
    last = 0
    for last, row in enumerate(rows, 1):
        if len(row) != len(columns):
            raise ValueError(f"row {last} has {len(row)} cells for {len(columns)} columns")
        for column, value in enumerate(row):
            if value is None:
                continue
            write_cell(sheet, last, column, value, formats)
            if last <= MEASURED:
                widths[column] = max(widths[column], len(str(value)) + 1)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(max(width, NARROWEST), WIDEST))
    if columns:
        sheet.autofilter(0, 0, last, len(columns) - 1)


def write_cell(sheet: Any, row: int, column: int, value: object, formats: Formats) -> None:
    """Writes a value as what it is; what is none of these is written as text."""
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, datetime) and value.date() >= FIRST_DATE:
        sheet.write_datetime(row, column, value.replace(tzinfo=None), formats.moment)
    elif type(value) is date and value >= FIRST_DATE:
        sheet.write_datetime(row, column, value)
    elif isinstance(value, int | float) and abs(value) < 10**15:
        sheet.write_number(row, column, value)
    else:
        sheet.write_string(row, column, shortened(str(value)), formats.text)


def shortened(text: str) -> str:
    """A text as a cell holds it, where half a character counts as one and is none."""
    if text.isascii() and len(text) <= MOST_CHARACTERS:
        return text
    units = text.encode("utf-16-le", "replace")
    if len(units) // 2 > MOST_CHARACTERS:
        return units[: 2 * (MOST_CHARACTERS - 1)].decode("utf-16-le", "ignore") + "…"
    return units.decode("utf-16-le")


def load_xlsxwriter() -> Any:
    """The package, or an error that names the extra."""
    try:
        import xlsxwriter  # type: ignore[import-untyped, unused-ignore]
    except ImportError as error:
        raise ImportError("this needs XlsxWriter: install `bosoto[excel]`") from error
    return xlsxwriter
