"""The rules in SQL: functions and relations for DuckDB (`bosoto[sql]`).

>>> import duckdb
>>> con = duckdb.connect()
>>> register(con)
>>> con.sql("SELECT bosoto_check('RV-01', '3100600445636')").fetchall()
[('cid_check_digit',)]
>>> con.sql("SELECT thai_date(DATE '2021-04-03'), fiscal_year(DATE '2024-10-01')").fetchall()
[('3 เมษายน 2564', 2568)]

Functions take and give columns. What is NULL stays NULL.

- `bosoto_check(rule, text)`: the code of the first that is wrong with a text, NULL where nothing
  is. The rule is `RV-01` (citizen id), `RV-02` (area: a province, a district or a tambon, of 2, 4
  or 6 digits), `RV-03` (facility), `RV-04` (ICD-10), `RV-08` (telephone), or, as RV-05 asks it, a
  column of the 43-file standard such as `PERSON.BIRTH`.
- `thai_date(date, style := 'long')`: a date as `bosoto.thai_date` writes it (TM-6).
- `fiscal_year(date)`: the fiscal year, B.E. (TM-5).
- `icd10_root(text)`: the first three characters of an ICD-10 code in upper case, NULL where the
  text has not the shape of one (RV-04).

Relations stand behind FROM. They read files each time they are asked.

- `bosoto_findings(path, …)`: what `bosoto.validate` finds, with its options.
- `bosoto_indicator(id, path, fiscal_year, quarter, by, …)`: an area a row, and
  `bosoto_ledger(…)`, with the same arguments: who counts, a member a row.
- `bosoto_worklist(path, on, role := …, organisation := …, …)`: the worklist of an officer over a
  file of many logs, without an officer of everybody.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import accumulate
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from bosoto import _bosoto as native
from bosoto._text import Text
from bosoto.errors import BosotoError, DataError, WireError
from bosoto.findings import COLUMNS, ArrowStream, Findings, SpeaksArrow, validate
from bosoto.indicators import Id, Indicator, Level, Population, indicator
from bosoto.logs import UNPACKED, NotGzipError, TooLargeError, read_logs
from bosoto.policy import Policy
from bosoto.results import Area
from bosoto.tables import LogTable
from bosoto.worklist import asked, errors

if TYPE_CHECKING:
    import duckdb

    from bosoto.types import Actor

__all__ = ["SqlError", "findings", "register"]

T = TypeVar("T")
Column = Any
"""A column of pyarrow, which has no types."""


class SqlError(BosotoError):
    """What a query says of an error of this package: in Thai, then its code, place and English."""


def register(con: duckdb.DuckDBPyConnection) -> None:
    """Gives a connection the functions and relations; to do it again changes nothing.

    Functions belong to the open database, relations to the connection, and a cursor is a
    connection of its own. Nothing is written, so a database may be read-only.

    Raises `ImportError` where the extra is missing.
    """
    pyarrow()
    with REGISTERING:
        names = "SELECT function_name FROM duckdb_functions() WHERE database_name = 'system'"
        known = {name for (name,) in con.execute(names).fetchall()}
        for function in FUNCTIONS:
            if function.name not in known:
                create(con, function)
        for macro in [THAI_DATE, *(relation.macro() for relation in RELATIONS)]:
            con.execute(f"CREATE OR REPLACE TEMP MACRO {macro}")


def findings(
    con: duckdb.DuckDBPyConnection, tables: Mapping[str, str | SpeaksArrow], **options: Any
) -> duckdb.DuckDBPyRelation:
    """What `bosoto.validate` finds in tables of a database, as a relation.

    `tables` maps the names of tables to queries, `options` are those of `validate`. The queries
    run now, and the relation keeps what they gave.

    >>> import duckdb
    >>> con = duckdb.connect()
    >>> _ = con.execute("CREATE TABLE residence AS SELECT '78' AS changwat")
    >>> found = findings(con, {"ADDRESS": "FROM residence"}, rules=["RV-02"])
    >>> found.select('"row", "column", code').fetchall()
    [(1, 'CHANGWAT', 'no_such_province')]

    Raises `DataError` where there is nothing to judge.
    """
    given = {
        name: con.sql(table) if isinstance(table, str) else table for name, table in tables.items()
    }
    return con.from_arrow(validate(given, **options))


@dataclass(frozen=True, slots=True)
class Function:
    """A function as DuckDB takes it: columns of pyarrow in, one as long out."""

    name: str
    parameters: list[Any]
    """The names of their types."""
    answer: str
    call: Callable[..., Column]
    is_volatile: bool = False
    """Whether it reads files: equal arguments may then have other answers."""

    def signed(self) -> Callable[..., Column]:
        """The function with as many parameters as it has, which DuckDB counts."""
        names = [f"column_{place}" for place in range(len(self.parameters))]
        parameters = [inspect.Parameter(name, inspect.Parameter.POSITIONAL_ONLY) for name in names]

        def call(*columns: Column) -> Column:
            return self.call(*columns)

        call.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        return call


def create(con: duckdb.DuckDBPyConnection, function: Function) -> None:
    """Makes a function known to a database."""
    import duckdb
    from duckdb.func import ARROW, SPECIAL

    def by(con: duckdb.DuckDBPyConnection) -> None:
        con.create_function(
            function.name,
            CALLS[function.name],
            function.parameters,
            function.answer,
            type=ARROW,
            null_handling=SPECIAL,
            side_effects=function.is_volatile,
        )

    try:
        by(con)
    except duckdb.NotImplementedException:
        # It was rolled back, and the connection still takes it for its own.
        by(con.cursor())


def of_columns(judge: Callable[[Any], native.Stream]) -> Callable[..., Column]:
    """A function whose columns the core judges."""

    def call(*columns: Column) -> Column:
        names = [str(place) for place in range(len(columns))]
        arguments = pyarrow().table(list(columns), names)
        return pyarrow().table(told(judge, arguments)).column(0)

    return call


THAI_DATE = "thai_date(date, style := 'long') AS system.main.thai_date(date, style)"


class Parameter(NamedTuple):
    """A parameter of a relation, and what it is where nobody says."""

    name: str
    type: str
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """What stands behind FROM: a macro over a function that answers a row with a list of rows,
    since DuckDB takes no function of Python there. Names are in quotes, as some are words of SQL.
    """

    name: str
    parameters: list[Parameter]
    columns: Mapping[str, str]
    rows: Callable[..., SpeaksArrow | Iterable[Mapping[str, object]]]

    def function(self) -> Function:
        """The function."""
        row = ", ".join(f'"{name}" {type}' for name, type in self.columns.items())
        types = [parameter.type for parameter in self.parameters]
        return Function(f"_{self.name}", types, f"STRUCT({row})[]", self.lists, is_volatile=True)

    def macro(self) -> str:
        """The macro."""
        declared = ", ".join(
            f'"{name}"' if default is None else f'"{name}" := {default}'
            for name, _, default in self.parameters
        )
        passed = ", ".join(f'"{parameter.name}"' for parameter in self.parameters)
        rows = f"SELECT unnest(_{self.name}({passed}), recursive := true)"
        return f"{self.name}({declared}) AS TABLE {rows}"

    def lists(self, *columns: Column) -> Column:
        """The rows for each row of arguments."""
        arguments = zip(*(column.to_pylist() for column in columns), strict=True)
        tables = [self.table(*row) for row in arguments]
        if not tables:
            return pyarrow().nulls(0)
        ends = list(accumulate(map(len, tables), initial=0))
        every = pyarrow().concat_tables(tables).combine_chunks().to_struct_array()
        return pyarrow().ListArray.from_arrays(ends, every.combine_chunks())

    def table(self, *arguments: Any) -> Any:
        """The rows of some arguments as a table of pyarrow. One that is NULL and has no default is
        an error: what was not asked of any file is not clean."""
        for parameter, given in zip(self.parameters, arguments, strict=True):
            if given is None and parameter.default is None:
                name = parameter.name
                raise SqlError(f"{IS_NULL.th.format(name)}\n{IS_NULL.en.format(name)}")
        rows = told(self.rows, *arguments)
        if hasattr(rows, "__arrow_c_stream__"):
            return pyarrow().table(rows)
        return pyarrow().Table.from_pylist(list(rows), self.schema())

    def schema(self) -> Any:
        """Its columns as pyarrow has them."""
        arrow = pyarrow()
        types = {
            "VARCHAR": arrow.string(),
            "BIGINT": arrow.int64(),
            "BOOLEAN": arrow.bool_(),
            "DATE": arrow.date32(),
            "DECIMAL(18,2)": arrow.decimal128(18, 2),
        }
        return arrow.schema([(name, types[type]) for name, type in self.columns.items()])


def found_in(
    path: str,
    as_of: date | None,
    rules: list[str] | None,
    areas: list[str] | None,
    values: bool,
    persons_complete: bool,
    unpack_limit: int | None,
) -> Findings:
    """The rows of `bosoto_findings`."""
    return validate(
        path,
        as_of=as_of,
        rules=rules,
        areas=areas,
        values=bool(values),
        persons_complete=bool(persons_complete),
        unpack_limit=unpack_limit,
    )


def made_of(
    id: Id,
    path: str,
    fiscal_year: int,
    quarter: int,
    by: Level,
    policy: str | None,
    population: Population | None,
    trouble: list[str] | None,
    unpack_limit: int | None,
) -> Indicator:
    """The indicator that `bosoto_indicator` and `bosoto_ledger` tell."""
    return indicator(
        id,
        path,
        fiscal_year=fiscal_year,
        quarter=quarter,
        by=by,
        policy=None if policy is None else Policy.from_json(policy),
        population=population,
        trouble=trouble or (),
        unpack_limit=unpack_limit,
    )


def areas_of(*arguments: Any) -> Iterable[Mapping[str, object]]:
    """The rows of `bosoto_indicator`."""
    return [area_row(area) for area in made_of(*arguments).areas]


def area_row(area: Area) -> Mapping[str, object]:
    """A row of `bosoto_indicator`."""
    figure, target = area.figure, area.figure.target
    return {
        "area": area.area,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "value": figure.value and Decimal(figure.value),
        "target": target and Decimal(target.value),
        "target_at": target and target.at,
        "met": figure.met,
        "persons_without_cid": area.persons_without_cid,
    }


def ledger_of(*arguments: Any) -> ArrowStream:
    """The rows of `bosoto_ledger`."""
    return made_of(*arguments).ledger


def owed_in(
    path: str,
    on: date,
    role: str | None,
    organisation: str | None,
    settled: bool,
    policy: str | None,
    known: date | None,
    unpack_limit: int,
) -> LogTable:
    """The rows of `bosoto_worklist`."""
    given = {"role": role, "organisation": organisation}
    # The wire says what is wrong with it.
    actor = {name: word for name, word in given.items() if word is not None} or None
    query = asked(cast("Actor | None", actor), on, None, None, bool(settled), known)
    made = native.Logs.worklist(query, None if policy is None else Policy.from_json(policy)._native)
    for block in read_logs(path, unpacked=unpack_limit):
        for error in errors(made.read(block)):
            raise error
    return LogTable(made, [])


PATH = Parameter("path", "VARCHAR")
POLICY = Parameter("policy", "VARCHAR", "NULL")
UNPACK_LIMIT = Parameter("unpack_limit", "BIGINT", "NULL")
OF_AN_INDICATOR = [
    Parameter("id", "VARCHAR"),
    PATH,
    Parameter("fiscal_year", "BIGINT"),
    Parameter("quarter", "BIGINT"),
    Parameter("by", "VARCHAR"),
    POLICY,
    Parameter("population", 'STRUCT(basis VARCHAR, "year" BIGINT)', "NULL"),
    Parameter("trouble", "VARCHAR[]", "[]"),
    UNPACK_LIMIT,
]
RELATIONS = [
    Relation(
        "bosoto_findings",
        [
            PATH,
            Parameter("as_of", "DATE", "NULL"),
            Parameter("rules", "VARCHAR[]", "NULL"),
            Parameter("areas", "VARCHAR[]", "NULL"),
            Parameter("values", "BOOLEAN", "false"),
            Parameter("persons_complete", "BOOLEAN", "false"),
            UNPACK_LIMIT,
        ],
        {name: "BIGINT" if name == "row" else "VARCHAR" for name in COLUMNS},
        found_in,
    ),
    Relation(
        "bosoto_indicator",
        OF_AN_INDICATOR,
        {
            "area": "VARCHAR",
            "numerator": "BIGINT",
            "denominator": "BIGINT",
            "value": "DECIMAL(18,2)",
            "target": "DECIMAL(18,2)",
            "target_at": "VARCHAR",
            "met": "BOOLEAN",
            "persons_without_cid": "BIGINT",
        },
        areas_of,
    ),
    Relation(
        "bosoto_ledger",
        OF_AN_INDICATOR,
        {
            "area": "VARCHAR",
            "role": "VARCHAR",
            "id": "VARCHAR",
            "rule": "VARCHAR",
            "reason": "VARCHAR",
        },
        ledger_of,
    ),
    Relation(
        "bosoto_worklist",
        [
            PATH,
            Parameter("on", "DATE"),
            Parameter("role", "VARCHAR", "NULL"),
            Parameter("organisation", "VARCHAR", "NULL"),
            Parameter("settled", "BOOLEAN", "false"),
            POLICY,
            Parameter("known", "DATE", "NULL"),
            Parameter("unpack_limit", "BIGINT", str(UNPACKED)),
        ],
        {
            "lifecycle": "VARCHAR",
            "case_id": "VARCHAR",
            "urgency": "VARCHAR",
            "because_th": "VARCHAR",
            "because_en": "VARCHAR",
            "rule": "VARCHAR",
            "what": "VARCHAR",
            "what_th": "VARCHAR",
            "what_en": "VARCHAR",
            "trigger": "VARCHAR",
            "trigger_on": "DATE",
            "opens_on": "DATE",
            "due_by": "DATE",
            "expires_on": "DATE",
            "done_on": "DATE",
            "status": "VARCHAR",
            "role": "VARCHAR",
            "organisation": "VARCHAR",
        },
        owed_in,
    ),
]
FUNCTIONS = [
    Function("bosoto_check", ["VARCHAR", "VARCHAR"], "VARCHAR", of_columns(native.check_texts)),
    Function("thai_date", ["DATE", "VARCHAR"], "VARCHAR", of_columns(native.thai_dates)),
    Function("fiscal_year", ["DATE"], "INTEGER", of_columns(native.fiscal_years)),
    Function("icd10_root", ["VARCHAR"], "VARCHAR", of_columns(native.icd10_roots)),
    *(relation.function() for relation in RELATIONS),
]
CALLS = {function.name: function.signed() for function in FUNCTIONS}
"""What DuckDB calls, kept for ever: it calls them still when the connection that made them, which
alone holds them, is closed."""
REGISTERING = Lock()
"""Two cursors of a database would make the same function twice."""


def told(call: Callable[..., T], *arguments: Any) -> T:
    """What a call answers; its error as a query says it."""
    try:
        return call(*arguments)
    except (DataError, NotGzipError, WireError) as error:
        raise SqlError(f"{error.message.th}\n{error}") from None
    except TooLargeError as error:
        raise SqlError(f"{TOO_LARGE}\n{error}") from None
    except (TypeError, ValueError) as error:
        raise SqlError(f"{NO_VALUE}\n{error}") from None
    except OSError as error:
        name = error.filename or ""
        raise SqlError(f"{NO_FILE.th.format(name)}\n{NO_FILE.en.format(name)}") from None


NO_FILE = Text(
    "ไม่พบหรือเปิดไฟล์ {} ไม่ได้ โปรดตรวจชื่อและสิทธิการอ่าน",
    "the file {} cannot be opened; check its name and permission",
)
NO_VALUE = "ใช้ค่าที่ระบุไม่ได้ โปรดตรวจค่าที่ส่งให้ฟังก์ชัน"
IS_NULL = Text(
    "ค่า {} เป็น NULL จึงไม่มีข้อมูลให้ตรวจ โปรดระบุค่า หรือตรวจชื่อตัวแปร",
    "{} is NULL, so there is nothing to ask; give it, or check the name of the variable",
)
TOO_LARGE = "ไฟล์มีขนาดเกินกว่าที่อ่านได้ โปรดบันทึกบรรทัดละหนึ่งเคส หรือกำหนดขนาดสูงสุดเพิ่ม"


def pyarrow() -> Any:
    """The package, with which DuckDB passes columns; or an error that names the extra."""
    try:
        import duckdb  # noqa: F401  Its extra brings both.
        import pyarrow  # type: ignore[import-untyped, unused-ignore]
    except ImportError as error:
        raise ImportError("this needs duckdb and pyarrow: install `bosoto[sql]`") from error
    return pyarrow
