"""
The native part of `bosoto`.
"""

from datetime import datetime
from os import PathLike
from pathlib import Path
from typing import Any, SupportsIndex, final
from uuid import UUID

from _typeshed import SupportsGetItem

from bosoto._lifecycles import Sent
from bosoto._record import Command
from bosoto.types import Actor

__all__ = [
    "ArrowRows",
    "Broken",
    "Case",
    "Cases",
    "Decision",
    "Decisions",
    "Envelope",
    "Findings",
    "Indicator",
    "Lines",
    "LogLines",
    "Logs",
    "Policy",
    "Shape",
    "Stream",
    "Worklist",
    "Worklists",
    "actions",
    "call",
    "check_cell",
    "check_row",
    "check_texts",
    "decide",
    "dot",
    "files",
    "fiscal_years",
    "icd10_roots",
    "indicator",
    "is_accepted",
    "lifecycles",
    "merge",
    "mermaid",
    "replay",
    "replay_lines",
    "sample",
    "sample_episodes",
    "schema_names",
    "scxml",
    "thai_dates",
    "validate",
    "version",
]

@final
class ArrowRows:
    """
    The rows of a table, a number of them at a time.
    """
    def __new__(cls, /, table: Any) -> ArrowRows: ...
    def fields(self, /) -> list[tuple[str, str, str | None, str | None]]:
        """
        Its fields.
        """
    def take(self, /) -> list[list[Any]] | None:
        """
        The next rows; none at the end. A day is counted from 1970, a moment in microseconds of it.
        """

@final
class Broken:
    """
    The errors of logs that cannot be used; they become exceptions when they are read.
    """
    def __getitem__(self, place: SupportsIndex, /) -> Any: ...
    def __len__(self, /) -> int: ...

@final
class Case:
    """
    A case as its events have made it. It only grows, by `act`.

    Whoever holds the lock neither waits nor lets go of the interpreter: a command is judged and
    done in one step.
    """
    def __len__(self, /) -> int: ...
    def act(self, /, envelope: Sent, policy: Policy | None = None) -> Decision:
        """
        Judges a command, and does it where it is accepted: in one step, whatever other threads do.
        """
    def as_of(self, /, on: str, known: str | None = None) -> Case | None:
        """
        The case as it was on a day; with `known`, by what had been received by the end of that day.
        """
    @property
    def case_id(self, /) -> str: ...
    def copy(self, /) -> Case:
        """
        The same case to go on with apart; nothing is copied before one of them is acted on.
        """
    def due(self, /, on: str, policy: Policy | None = None, known: str | None = None) -> str:
        """
        What of it can be done on that day, as JSON.
        """
    def flags(
        self, /, at: str, policy: Policy | None = None, known: str | None = None
    ) -> list[str]:
        """
        What is flagged at an instant (RFC 3339), of the case as it was.
        """
    @property
    def lifecycle(self, /) -> str: ...
    def log(self, /) -> str:
        """
        The log as NDJSON.
        """
    def obligations(
        self, /, on: str, policy: Policy | None = None, known: str | None = None
    ) -> str:
        """
        What is owed on a day (`YYYY-MM-DD`), of the case as it was; with `known`, by what had been
        received by the end of that day. As JSON.
        """
    @property
    def state(self, /) -> str: ...
    def view(self, /, actor: Any, policy: Policy | None = None) -> str:
        """
        What an actor sees, as JSON.
        """

@final
class Cases:
    """
    Many cases that are asked together; they become Python objects when they are read.
    """
    def __getitem__(self, place: SupportsIndex, /) -> Case | None | Any: ...
    def __len__(self, /) -> int: ...
    def __new__(cls, /, cases: SupportsGetItem[int, Case | None]) -> Cases: ...
    def casework(self, /, query: Any, policy: Policy | None = None) -> str:
        """
        The cases that an officer has to work on at an instant, as JSON; the query is the wire's.
        """
    def decide_many(
        self,
        /,
        envelopes: SupportsGetItem[int, Sent],
        policy: Policy | None = None,
        threads: int | None = None,
    ) -> Decisions:
        """
        Judges one command for each case; a reused `command_id` is an error in its place.
        """
    @staticmethod
    def read(logs: str | bytes, threads: int | None = None) -> Cases:
        """
        The cases of many logs, one line a case; one that cannot be used is an error in its place.
        """
    @staticmethod
    def replay(
        lifecycle: str, logs: SupportsGetItem[int, str | bytes], threads: int | None = None
    ) -> Cases:
        """
        Rebuilds one case from each log; a log that cannot be replayed is an error in its place.
        """
    def worklist(
        self, /, query: Any, policy: Policy | None = None, threads: int | None = None
    ) -> str:
        """
        The worklist of an officer over these cases, as JSON; the query is the wire's.
        """
    def workload(self, /, on: str, policy: Policy | None = None) -> str:
        """
        What each organisation owes on a day (`YYYY-MM-DD`), as JSON.
        """

@final
class Decision:
    """
    What a command came to, and the case it was given on.
    """
    @property
    def accepted(self, /) -> bool: ...
    def after(self, /) -> Case | None:
        """
        The case after the decision; without a case, the one that it creates.
        """
    @property
    def lifecycle(self, /) -> str: ...
    def to_json(self, /) -> str: ...

@final
class Decisions:
    """
    The decisions of a batch; they become Python objects when they are read.
    """
    def __getitem__(self, place: SupportsIndex, /) -> Decision | Any: ...
    def __len__(self, /) -> int: ...
    def accepted(self, /) -> list[bool]:
        """
        Of each whether it is accepted; an error is not.
        """
    def all(self, /) -> list[Decision | Any]:
        """
        All of them at once.
        """

@final
class Envelope:
    """
    A command with who sends it and when. It is read once and may be decided often.

    "Today" is the civil date in Thailand of `at`, or of `recorded_at` where earlier (GE-04).
    A `datetime` without `tzinfo` is refused. Send a `command_id` (a UUID) so that sending the
    command twice does nothing twice (GE-03), and a `case_id` so that no other case takes it.
    Raises `WireError` where the schema forbids something.
    """
    @classmethod
    def __class_getitem__(cls, /, of: Any) -> Any:
        """
        `Envelope[State]` names a type of envelope to a type checker.
        """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(
        cls,
        /,
        command: Command,
        *,
        at: datetime,
        actor: Actor,
        command_id: str | UUID | None = None,
        case_id: str | UUID | None = None,
        recorded_at: datetime | None = None,
        coordinated: bool = False,
    ) -> Envelope: ...
    def __reduce__(self, /) -> Any:
        """
        It is read again from its lifecycle and its JSON.
        """
    def __repr__(self, /) -> str:
        """
        Its command and its instant, no person.
        """
    @staticmethod
    def from_dict(lifecycle: str, fields: Any) -> Envelope:
        """
        Reads an envelope from what `json.loads` returns.
        """
    @staticmethod
    def from_json(lifecycle: str, text: str | bytes) -> Envelope:
        """
        Reads an envelope from JSON.
        """
    @property
    def lifecycle(self, /) -> str:
        """
        The name of its lifecycle.
        """
    def to_json(self, /) -> str:
        """
        Canonical JSON.
        """

@final
class Findings:
    """
    What was found in tables.
    """
    def __len__(self, /) -> int: ...
    def bad(self, /) -> list[tuple[str, Stream]]:
        """
        The rows of each table with an error.
        """
    def by_number(self, /) -> tuple[Stream, Stream, Stream]:
        """
        Every finding by numbers: those of the words of its kind, and of its file.
        """
    def columns(self, /) -> list[tuple[str | None, str | None, str, str | None, str | None, str]]:
        """
        What each field was taken for.
        """
    def count_rows(self, /) -> list[tuple[str, str, str, str, str | None, int, str, str]]:
        """
        The rows of `counts` as they are, each with what is said in Thai and in English.
        """
    def counts(self, /) -> Stream: ...
    def errors(self, /) -> int:
        """
        How many are errors.
        """
    def good(self, /) -> list[tuple[str, Stream]]:
        """
        The rows of each table without an error.
        """
    @property
    def ignored(self, /) -> list[str]: ...
    def lines(self, /) -> Lines:
        """
        Every finding as the contract's JSON.
        """
    def notes(self, /) -> list[tuple[str, str]]:
        """
        How worksheets were read, in Thai and in English.
        """
    def stream(self, /) -> Stream:
        """
        Every finding.
        """
    def to_html(self, /, lang: str) -> str:
        """
        A report as one HTML page, in `th` or `en`.
        """
    def together(self, /) -> Stream: ...
    @property
    def unjudged(self, /) -> list[str]:
        """
        The tables of which no row is judged.
        """

@final
class Indicator:
    """
    What an indicator comes to, with its ledger.
    """
    def ledger(self, /) -> Stream:
        """
        Every member of every area.
        """
    def to_json(self, /) -> str: ...

@final
class Lines:
    """
    Findings as the contract's JSON, a number of them at a time.
    """
    def take(self, /, most: SupportsIndex) -> list[str]:
        """
        The next lines; none at the end.
        """

@final
class LogLines:
    """
    Many logs as lines, batch by batch: a column of lines, or columns `lifecycle` and `log`.
    """
    def __iter__(self, /) -> LogLines: ...
    def __new__(cls, /, table: Any) -> LogLines: ...
    def __next__(self, /) -> str: ...

@final
class Logs:
    """
    A question put to many logs: they are added portion by portion, the rows come out as Arrow.
    """
    @staticmethod
    def differences(a: Policy, b: Policy, on: str | None = None) -> Logs: ...
    def differing(self, /) -> list[tuple[str, str, str, str, int, int, str, str]]:
        """
        How much differs.
        """
    def differing_json(self, /) -> str:
        """
        The same as the contract writes it.
        """
    def finish(self, /) -> tuple[Stream, int]:
        """
        The rows, which are given once, and how many there are.
        """
    @property
    def logs(self, /) -> int:
        """
        How many logs have been given, those that cannot be used included.
        """
    @staticmethod
    def obligations(on: str, policy_: Policy | None = None, known: str | None = None) -> Logs: ...
    def read(
        self, /, logs: str | bytes, threads: int | None = None, *, lines: bool = False
    ) -> Broken:
        """
        Asks many logs, one line a case, or a JSON array unless they are `lines`; gives the errors
        of those that cannot be used.
        """
    @staticmethod
    def refused(policy_: Policy | None = None) -> Logs: ...
    @staticmethod
    def states() -> Logs: ...
    @staticmethod
    def timeliness(start: str, end: str, place: str, policy_: Policy | None = None) -> Logs: ...
    def timeliness_json(self, /) -> str:
        """
        How timely the work was, as the contract writes it.
        """
    def to_html(self, /, lang: str) -> str:
        """
        Two policies compared, as one page in `th` or `en`.
        """
    @staticmethod
    def withdrawals() -> Logs: ...
    @staticmethod
    def worklist(query: Any, policy_: Policy | None = None) -> Logs: ...

@final
class Policy:
    """
    The parameters of the rules.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, parameters: Any) -> Policy: ...
    @staticmethod
    def from_json(text: str | bytes) -> Policy: ...
    def to_json(self, /) -> str: ...

@final
class Shape:
    """
    The table of a record's class.
    """
    def __new__(
        cls, /, fields: SupportsGetItem[int, str], command: tuple[str, str] | None = None
    ) -> Shape:
        """
        The attributes that make the JSON, a line behind those that are words of Python; of a
        command also its lifecycle and its `type`.
        """

@final
class Stream:
    """
    Rows as an Arrow stream, begun anew each time that it is asked for.
    """
    def __arrow_c_stream__(self, /, requested_schema: Any | None = None) -> Any: ...
    def distinct(self, /, column: str, wanted: SupportsGetItem[int, tuple[str, str]]) -> list[str]:
        """
        The different texts of a column, in order, of rows in which others have these values.
        """

@final
class Worklist:
    """
    The rows of a worklist; they become JSON when they are read.
    """
    def __getitem__(self, place: SupportsIndex, /) -> str:
        """
        A row as JSON.
        """
    def __len__(self, /) -> int: ...
    def to_json(self, /) -> str:
        """
        Canonical JSON.
        """

@final
class Worklists:
    """
    The worklists of many officers over logs that come and go.
    """
    def __new__(
        cls, /, queries: SupportsGetItem[int, Any], policy: Policy | None = None
    ) -> Worklists:
        """
        One worklist for each query of the wire.
        """
    @property
    def cases(self, /) -> int:
        """
        How many cases have been asked.
        """
    def finish(self, /) -> list[Worklist]:
        """
        The worklists, in the order of the queries; nothing is kept.
        """
    @property
    def logs(self, /) -> int:
        """
        How many logs have been given, those that cannot be used included.
        """
    def read(self, /, logs: str | bytes, threads: int | None = None) -> Broken:
        """
        Adds what is owed in the cases of many logs, one line a case; gives the errors of those that
        cannot be used.
        """

def actions(
    lifecycle: str, case: Case | None, actor: Any, at: str, policy: Policy | None = None
) -> str:
    """
    Every command of a lifecycle as an actor finds it at an instant (RFC 3339), as JSON.
    """

def call(name: str, arguments: SupportsGetItem[int, str | bytes | None]) -> str:
    """
    A call of the contract by its name, with its arguments in order; those that may be left out are
    `None`.
    """

def check_cell(table: str, column: str, value: str) -> Findings:
    """
    What is wrong with a cell.
    """

def check_row(table: str, cells: SupportsGetItem[int, tuple[str, str]]) -> Findings:
    """
    What is wrong with a row.
    """

def check_texts(arguments: Any) -> Stream:
    """
    The code of the first that is wrong with each text, of a table with the rule and the text.
    """

def decide(case: Case | None, envelope: Sent, policy: Policy | None = None) -> Decision:
    """
    Judges a command.
    """

def dot(lifecycle: str) -> str:
    """
    Graphviz DOT.
    """

def files(source: str | PathLike[str]) -> list[Path]:
    """
    The files that are read of a source.
    """

def fiscal_years(arguments: Any) -> Stream:
    """
    The fiscal year of each date, of a table with the dates.
    """

def icd10_roots(arguments: Any) -> Stream:
    """
    The root of each ICD-10 code, of a table with the texts.
    """

def indicator(
    id: str,
    tables: str | PathLike[str] | SupportsGetItem[int, tuple[str, str | PathLike[str] | Any]],
    fiscal_year: SupportsIndex,
    quarter: SupportsIndex,
    by: str,
    policy: Policy | None = None,
    population: tuple[str, SupportsIndex] | None = None,
    trouble: SupportsGetItem[int, str] | None = None,
    unpack_limit: SupportsIndex | None = None,
    parquet: Any | None = None,
    progress: Any | None = None,
) -> Indicator:
    """
    An indicator from tables.
    """

def is_accepted(lifecycle: str, text: str | bytes) -> bool:
    """
    Whether the decision of this JSON is an accepted one; what has not the parts of one is refused.
    """

def lifecycles() -> list[str]:
    """
    The names of the lifecycles, in the order of the contract.
    """

def merge(lifecycle: str, log_a: str | bytes, log_b: str | bytes) -> tuple[Case | None, str, str]:
    """
    Merges two logs of one case: the case, its log as NDJSON, and the events without effect as JSON.
    """

def mermaid(lifecycle: str) -> str:
    """
    Mermaid `stateDiagram-v2`.
    """

def replay(lifecycle: str, log: str | bytes) -> Case | None:
    """
    Rebuilds a case from its log: NDJSON, or a JSON array of events.
    """

def replay_lines(lifecycle: str, log: str | bytes) -> tuple[Case | None, int, str]:
    """
    The same without the lines that cannot be used: the case, how many lines were used, and the
    others as JSON.
    """

def sample(
    seed: SupportsIndex, persons: SupportsIndex, defects: SupportsIndex
) -> tuple[
    str, str, list[tuple[str, list[str], list[list[str]]]], list[tuple[str, int, str | None, str]]
]:
    """
    A made-up export with labelled defects: its facility, its day, its tables, what is wrong in it.
    """

def sample_episodes(
    seed: SupportsIndex, episodes: SupportsIndex
) -> tuple[
    list[tuple[str, list[str], list[list[str]]]], list[tuple[str, str | None, str | None, str]]
]:
    """
    Made-up episodes of KP-22 with how each counts.
    """

def schema_names() -> list[str]:
    """
    The names of the schemas.
    """

def scxml(lifecycle: str) -> str:
    """
    State Chart XML 1.0.
    """

def thai_dates(arguments: Any) -> Stream:
    """
    Each date as Thai readers write it, of a table with the date and the style.
    """

def validate(
    source: str | PathLike[str] | SupportsGetItem[int, tuple[str, str | PathLike[str] | Any]],
    as_of: str | None = None,
    values: bool = False,
    rules: SupportsGetItem[int, str] | None = None,
    areas: SupportsGetItem[int, str] | None = None,
    persons_complete: bool = False,
    unpack_limit: SupportsIndex | None = None,
    parquet: Any | None = None,
    progress: Any | None = None,
) -> Findings:
    """
    Judges every table of a source.
    """

def version() -> str:
    """
    The version of the package.
    """
