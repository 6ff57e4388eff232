"""Tables of the 43-file standard judged, and what was found in them (RV-01 to RV-08).

>>> findings = check_row("person", {"HOSPCODE": "10670", "PID": "1", "SEX": "3",
...     "BIRTH": "25330101", "NATION": "099", "TYPEAREA": "1"})
>>> [(count.column, count.code) for count in findings.count_rows()]
[('BIRTH', 'buddhist_year'), ('SEX', 'list')]

Arrow goes in and out by the PyCapsule interface, so any table that speaks it will do (polars,
pyarrow, pandas, duckdb) and no row is copied; nothing else needs to be installed.
`bosoto[frame]` reads Parquet and converts.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, NamedTuple, Protocol, TypeAlias

from bosoto import _bosoto as native
from bosoto._record import counted
from bosoto._text import Text
from bosoto.errors import DataError, InvalidRecords

if TYPE_CHECKING:
    import pandas  # type: ignore[import-untyped, unused-ignore]
    import polars

__all__ = [
    "ArrowStream",
    "Count",
    "Findings",
    "TakenColumn",
    "check_cell",
    "check_row",
    "validate",
]

PAGE = 10_000
"""How many findings become JSON at a time."""

COLUMNS = (
    *("file", "rule", "code", "severity", "table", "row", "column"),
    *("hospcode", "pid", "seq", "value", "message_th", "message_en"),
)
"""The columns of findings as Arrow. `row` is a number, the others are texts."""


class SpeaksArrow(Protocol):
    """A table that hands its rows over as an Arrow stream."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """A capsule of the C stream interface."""
        ...


class Count(NamedTuple):
    """How many findings there are of one kind."""

    rule: str
    code: str
    severity: Literal["error", "warning"]
    table: str
    column: str | None
    rows: int
    message_th: str
    message_en: str

    @property
    def message(self) -> Text:
        """What is wrong and what to do."""
        return Text(self.message_th, self.message_en)


class TakenColumn(NamedTuple):
    """What a field of a source was taken for."""

    file: str | None
    """The ZIP or the file; none in memory."""
    sheet: str | None
    """The worksheet, where it is one."""
    table: str
    column: str | None
    """The column of the standard; none where nothing of the field is judged."""
    header: str | None
    """The header as it stands; none in a table without one."""
    place: str
    """The cell of a worksheet (`C4`), elsewhere the number of the field, from 1."""


class ArrowStream:
    """Rows that any reader of Arrow takes; each time they are asked for they begin anew."""

    __slots__ = ("_native",)

    def __init__(self, stream: native.Stream) -> None:
        self._native = stream

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """A capsule of the C stream interface."""
        return self._native.__arrow_c_stream__(requested_schema)

    def to_polars(self) -> polars.DataFrame:
        """A frame of polars (`bosoto[frame]`)."""
        frame: polars.DataFrame = load_polars().DataFrame(self)
        return frame

    def to_pandas(self) -> pandas.DataFrame:
        """A frame of pandas, which has to be installed with pyarrow."""
        return _pandas(self)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class Findings:
    """What was found: Arrow itself (`file`, `rule`, `code`, `severity`, `table`, `row`,
    `column`, `hospcode`, `pid`, `seq`, `value`, `message_th`, `message_en`), and counted.

    Values and keys are read again from the source each time the stream is, so a file has to stay
    as it is; one with other columns or another number of rows is `unreadable`.
    """

    __slots__ = ("_native", "_read")

    def __init__(self, findings: native.Findings, read: Iterable[str] = ()) -> None:
        self._native = findings
        self._read = tuple(read)
        """The paths that were read, and are again when rows are asked for."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """A capsule of the C stream interface."""
        return self._native.stream().__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return len(self._native)

    def counts(self) -> ArrowStream:
        """How many there are of each kind: rule, code, severity, table, column, rows."""
        return ArrowStream(self._native.counts())

    def count_rows(self) -> list[Count]:
        """The same as a list."""
        return [Count(*row) for row in self._native.count_rows()]  # type: ignore[arg-type]

    def good(self) -> dict[str, ArrowStream]:
        """Of each table the rows of the source without an error among what is reported: with
        `rules`, a row that is good by those may be bad by others."""
        return {table: ArrowStream(stream) for table, stream in self._native.good()}

    def bad(self) -> dict[str, ArrowStream]:
        """Of each table the rows of the source with an error that is reported; one with the wrong
        number of fields with those there are."""
        return {table: ArrowStream(stream) for table, stream in self._native.bad()}

    def together(self) -> ArrowStream:
        """Which codes occur in the same row: code_a, code_b, rows."""
        return ArrowStream(self._native.together())

    @property
    def ignored(self) -> list[str]:
        """The names of members and tables that are not judged; of a folder also what is called like
        a table and is no file."""
        return self._native.ignored

    @property
    def columns(self) -> list[TakenColumn]:
        """What each field of each table was taken for, in their order; in a workbook also by the
        Thai and English names that registers use."""
        return [TakenColumn(*row) for row in self._native.columns()]

    @property
    def notes(self) -> list[Text]:
        """What to know of how worksheets were read, a sentence each: formulas without a result,
        merged cells, hidden rows, what stands above or beside a header, and where none was
        found."""
        return [Text(*note) for note in self._native.notes()]

    @property
    def errors(self) -> int:
        """How many are errors; the others are warnings."""
        return self._native.errors()

    def raise_if_errors(self) -> None:
        """Raises `InvalidRecords` if there is an error."""
        if self.errors:
            raise InvalidRecords(self)

    def json_lines(self) -> Iterator[str]:
        """Each finding as the contract's JSON."""
        lines = self._native.lines()
        while page := lines.take(PAGE):
            yield from page

    def to_html(self, lang: Literal["th", "en"] = "th") -> str:
        """A report to act on: what to mend first, rows by table, month and facility, each rule
        with its source, what to do and its first rows.

        One page that needs nothing else. Personal values are shown only where the findings were
        made with them.

        >>> page = check_cell("ADDRESS", "CHANGWAT", "78").to_html("en")
        >>> "no province has the code in CHANGWAT" in page
        True
        """
        return self._native.to_html(lang)

    def to_excel(
        self, path: str | os.PathLike[str] | BinaryIO, lang: Literal["th", "en"] = "th"
    ) -> None:
        """Writes a workbook (`bosoto[excel]`): every finding, how many there are of each kind,
        and what each column was taken for.

        Personal values are shown only where the findings were made with them. Raises `ValueError`
        where it would be written over what was judged.
        """
        from bosoto._sheets import keep, write_findings

        keep(path, self._read)
        write_findings(self, path, lang)

    def to_polars(self) -> polars.DataFrame:
        """A frame of polars (`bosoto[frame]`)."""
        library = load_polars()
        streams = self._native.by_number()
        found, kinds, files = (library.DataFrame(stream) for stream in streams)
        # The last of the files is none: that of tables in memory.
        in_memory = library.lit(None, dtype=library.Categorical).alias("file")
        file = files[found["file"]] if len(files) > 1 else in_memory
        told: polars.DataFrame = found.drop("kind", "file").hstack(kinds[found["kind"]])
        return told.with_columns(file).select(COLUMNS)

    def to_pandas(self) -> pandas.DataFrame:
        """A frame of pandas, which has to be installed with pyarrow."""
        return _pandas(self)

    def __repr__(self) -> str:
        errors = self.errors
        return f"<{type(self).__name__}: {errors} errors, {len(self) - errors} warnings>"


def validate(
    source: Tables,
    *,
    as_of: date | None = None,
    values: bool = False,
    rules: Iterable[str] | None = None,
    areas: Iterable[str] | None = None,
    persons_complete: bool = False,
    unpack_limit: int | None = None,
    progress: Callable[[int], object] | None = None,
) -> Findings:
    """Judges every table of a source.

    `source` is a ZIP, a folder of members (`.txt`, `.csv`, `.ndjson`, `.parquet`, `.xlsx`) or of
    ZIPs, one such file, or a mapping of table names to tables that speak Arrow or paths. Against
    `as_of` (1800 to 2399 C.E.), or else the stamp of a ZIP's name, the future is judged. Personal
    values are shown only with `values=True`. `rules` names the rules or codes that are reported,
    `areas` the 6-digit codes of the tambons that there are. With `persons_complete` a person who
    is not in PERSON is an error. `unpack_limit` is how many bytes a ZIP may unpack to. `progress`
    is told how many more rows were read.

    Raises `DataError` where there is nothing to judge.
    """
    if isinstance(as_of, datetime) or not isinstance(as_of, date | None):
        raise TypeError(f"`as_of` is a `date`, not a `{type(as_of).__name__}`")
    found = native.validate(
        given(source, "source", "PERSON"),
        as_of=None if as_of is None else as_of.isoformat(),
        values=values,
        rules=None if rules is None else texts(rules, "rules"),
        areas=None if areas is None else texts(areas, "areas"),
        persons_complete=persons_complete,
        unpack_limit=None if unpack_limit is None else counted(unpack_limit, "unpack_limit"),
        parquet=parquet,
        progress=progress,
    )
    return Findings(found, paths(source))


def check_cell(table: str, column: str, value: str) -> Findings:
    """What is wrong with a cell, as a form asks; each finding is of row 1.

    >>> [count.code for count in check_cell("ADDRESS", "CHANGWAT", "78").count_rows()]
    ['no_such_province']
    """
    for name, text in (("table", table), ("column", column), ("value", value)):
        if not isinstance(text, str):
            raise TypeError(f"`{name}` is a text (`str`), not `{type(text).__name__}`")
    return Findings(native.check_cell(table, column, value))


def check_row(table: str, cells: Mapping[str, str]) -> Findings:
    """What is wrong with a row; a cell that is not given is empty. Each finding is of row 1."""
    if not isinstance(table, str):
        raise TypeError(f"`table` is a text (`str`), not `{type(table).__name__}`")
    if not isinstance(cells, Mapping):
        raise TypeError(
            "`cells` maps the names of columns to texts, such as "
            f'`{{"SEX": "1"}}`; a `{type(cells).__name__}` does not'
        )
    row = list(cells.items())
    if wrong := next((one for pair in row for one in pair if not isinstance(one, str)), None):
        raise TypeError(f"names and cells are texts (`str`), not `{type(wrong).__name__}`")
    return Findings(native.check_row(table, row))


Tables: TypeAlias = "str | os.PathLike[str] | Mapping[str, SpeaksArrow | str | os.PathLike[str]]"
"""Where tables are: a path, or by their names paths and what speaks Arrow."""


def given(tables: Tables, argument: str, example: str) -> Any:
    """Tables as the native module takes them; what they are not is said of the argument."""
    if isinstance(tables, str | os.PathLike):
        return text_path(tables)
    is_table = hasattr(tables, "__arrow_c_stream__")
    if is_table or not isinstance(tables, Mapping):
        why = "does not say which table it is" if is_table else "is neither"
        raise TypeError(
            f"`{argument}` is a path, or maps the names of tables to tables or paths, such as "
            f'`{{"{example}": frame}}`; `{type(tables).__name__}` {why}'
        )
    return [(str(name), one_given(table)) for name, table in tables.items()]


def paths(tables: Tables) -> list[str]:
    """Which of them are paths."""
    each = tables.values() if isinstance(tables, Mapping) else [tables]
    return [text_path(one) for one in each if isinstance(one, str | os.PathLike)]


def one_given(table: object) -> object:
    """A table of a mapping: a path, or what speaks Arrow."""
    if isinstance(table, str | os.PathLike):
        return text_path(table)
    if isinstance(table, bytes):
        raise TypeError("a path is a `str` or a `Path`, not `bytes`")
    return table


def text_path(path: str | os.PathLike[str]) -> str:
    """A path as text."""
    text = os.fspath(path)
    if isinstance(text, str):
        return text
    raise TypeError("a path is a `str` or a `Path`, not `bytes`")


def texts(names: Iterable[str], argument: str) -> list[str]:
    """A list of names; one text alone is none."""
    if isinstance(names, str | bytes) or not isinstance(names, Iterable):
        raise TypeError(f"`{argument}` is a list of texts, not `{type(names).__name__}`")
    listed = list(names)
    for name in listed:
        if not isinstance(name, str):
            raise TypeError(
                f"`{argument}` is a list of texts (`str`), not of `{type(name).__name__}`"
            )
    return listed


def parquet(
    path: os.PathLike[str], columns: list[int] | None
) -> tuple[SpeaksArrow, Iterator[SpeaksArrow]]:
    """A Parquet file: its columns, and its rows in batches, so that it need not fit into memory.

    Only the columns at these places, if any are named: what nobody looks at is not read.
    """
    polars = load_polars()
    try:
        frame = polars.scan_parquet(path)
        if columns is not None:
            frame = frame.select(polars.nth(*columns))
        return frame.head(0).collect(), _batches(polars, frame)
    except polars.exceptions.PolarsError:
        # What it says may hold what the file holds.
        raise DataError("unreadable", None, None, *NO_PARQUET) from None


def _batches(polars: Any, frame: Any) -> Iterator[SpeaksArrow]:
    """Reading begins with the first that is asked for: a file may be opened for its columns."""
    try:
        # As they come: put together to batches of one size they would be copied.
        yield from frame.collect_batches(maintain_order=True)
    except polars.exceptions.PolarsError:
        raise DataError("unreadable", None, None, *NO_PARQUET) from None


NO_PARQUET = (
    "อ่านไฟล์ Parquet ไม่ได้ ไฟล์อาจเสียหายหรือไม่สมบูรณ์ โปรดสร้างไฟล์ใหม่",
    "the Parquet file cannot be read; it may be damaged or incomplete: write it again",
)


def load_polars() -> Any:
    """The package, or an error that names the extra."""
    try:
        import polars
    except ImportError as error:
        raise ImportError("this needs polars: install `bosoto[frame]`") from error
    return polars


def _pandas(table: SpeaksArrow) -> Any:
    try:
        import pandas  # noqa: F401  It is what pyarrow makes.
        import pyarrow  # type: ignore[import-untyped, unused-ignore]
    except ImportError as error:
        raise ImportError("this needs pandas and pyarrow: install `pandas pyarrow`") from error
    frame: pandas.DataFrame = pyarrow.table(table).to_pandas()
    return frame
