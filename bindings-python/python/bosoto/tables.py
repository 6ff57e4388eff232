"""Many logs as tables: what is owed, worklists, states, withdrawals, acts that the rules refuse;
how timely the work was; what would be otherwise under another policy.

Each answer is Arrow itself, a row each with case, rule and dates, so any reader of tables takes it.
`logs` is a path, several `pathlib.Path`s (NDJSON, one line a case, `{"lifecycle", "log":
[EVENT…]}`, also `.gz`), lines of it from an iterator, a table that speaks Arrow (columns
`lifecycle` and `log`, or one column of lines), or such a column. A log that cannot be used keeps
none of the others from being asked: its error is in `broken`, its pointer begins with how many logs
were before it.

>>> from datetime import date
>>> from bosoto import Policy
>>> line = '''{"lifecycle": "aftercare", "log": [{"type": "enrolled", "event_id": "c1#0",
... "command_id": "c1", "at": "2024-06-12T09:00:00+07:00",
... "recorded_at": "2024-06-12T09:00:00+07:00", "actor": {"role": "district_recorder",
... "organisation": "8101"}, "rule": "AC-01", "case_id": "F-1", "person": {"first_name": "A",
... "last_name": "B", "id": {"type": "passport", "value": "X1"}}, "graduated_on": "2024-06-10",
... "project": "P", "residence": {"tambon": "810101"}}]}'''.replace("\\n", " ")
>>> owed = obligations([line], on=date(2024, 7, 10))
>>> len(owed)
24
>>> differences = compare([line], Policy(), Policy(visit_first_days=7))
>>> for count in differences.counts():
...     print(count.kind, count.rule, count.what, count.change, count.cases)
obligation AC-02 visit earlier 1
>>> differences.cases(kind="obligation", rule="AC-02")
['F-1']
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, NamedTuple, TypeAlias, cast

from bosoto import _bosoto as native
from bosoto._record import civil_date
from bosoto._text import Text
from bosoto._typed import Day
from bosoto.case import checked
from bosoto.errors import WireError
from bosoto.findings import ArrowStream, SpeaksArrow
from bosoto.logs import read_logs
from bosoto.policy import Policy
from bosoto.results import Responsible
from bosoto.types import Actor
from bosoto.worklist import asked, errors, gathered

if TYPE_CHECKING:
    import pandas  # type: ignore[import-untyped, unused-ignore]
    import polars

__all__ = [
    "DifferenceCount",
    "Differences",
    "LogTable",
    "Logs",
    "compare",
    "obligations",
    "refused",
    "states",
    "timeliness",
    "withdrawals",
    "worklist_table",
]

Path: TypeAlias = "str | os.PathLike[str]"
Logs: TypeAlias = "Path | Iterable[os.PathLike[str] | str | bytes] | SpeaksArrow"
"""Where many logs are: a path, paths (`pathlib.Path`) or lines from an iterator, or a table or a
column that speaks Arrow."""


class LogTable:
    """Rows about many logs: Arrow itself, each column with its titles `title_th` and `title_en`."""

    __slots__ = ("_broken", "_rows", "_stream")

    def __init__(self, made: native.Logs, broken: list[WireError]) -> None:
        self._broken = broken
        stream, self._rows = made.finish()
        self._stream = ArrowStream(stream)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """A capsule of the C stream interface."""
        return self._stream.__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return self._rows

    @property
    def broken(self) -> list[WireError]:
        """Why the logs that cannot be used cannot."""
        return self._broken

    def to_polars(self) -> polars.DataFrame:
        """A frame of polars (`bosoto[frame]`)."""
        return self._stream.to_polars()

    def to_pandas(self) -> pandas.DataFrame:
        """A frame of pandas, which has to be installed with pyarrow."""
        return self._stream.to_pandas()

    def to_excel(
        self, path: Path | BinaryIO, lang: Literal["th", "en"] = "th", name: str = "bosoto"
    ) -> None:
        """Writes a workbook (`bosoto[excel]`) of one sheet, its columns under their titles."""
        from bosoto.excel import write_workbook

        write_workbook(path, {name: self}, lang=lang)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self._rows} rows, {len(self._broken)} broken logs>"


class DifferenceCount(NamedTuple):
    """How much differs of one kind."""

    kind: Literal["obligation", "allowed_from", "refused", "accepted"]
    """What differs: something owed, the day from which something may be done, an act that the
    second policy refuses, or accepts."""
    rule: str
    """The rule by which it does."""
    what: str
    """What is owed, or the command."""
    change: Literal["earlier", "later", "added", "gone", "other"]
    """How the second policy stands to the first."""
    differences: int
    """How many differences there are."""
    cases: int
    """In how many cases."""
    message_th: str
    message_en: str

    @property
    def message(self) -> Text:
        """What changes, in words."""
        return Text(self.message_th, self.message_en)


KINDS = ("obligation", "allowed_from", "refused", "accepted")


class Differences(LogTable):
    """In what cases differ under two policies: lifecycle, case_id, kind, rule, what, event_id, a,
    b.

    `a` and `b` are what each policy says: `accepted` or the kind of a refusal, a date or an
    instant, or the days of what is owed as `first/last in time/expiry` (`..`: none).
    """

    __slots__ = ("_native",)

    def __init__(self, made: native.Logs, broken: list[WireError]) -> None:
        self._native = made
        super().__init__(made, broken)

    def counts(self) -> list[DifferenceCount]:
        """How much differs, by kind, rule and what."""
        return [DifferenceCount(*row) for row in self._native.differing()]  # type: ignore[arg-type]

    def to_html(self, lang: Literal["th", "en"] = "th") -> str:
        """One page: in what the policies differ, what changes, how many cases stand behind it."""
        return self._native.to_html(lang)

    def cases(
        self,
        kind: str | None = None,
        rule: str | None = None,
        what: str | None = None,
    ) -> list[str]:
        """The ids of the cases behind a number, in their order, each once; without arguments, of
        every one that differs. `counts` counts logs: two of one id are two.

        Raises `ValueError` of a kind that there is not.
        """
        if kind is not None and kind not in KINDS:
            raise ValueError(f"`kind` is one of {', '.join(KINDS)}")
        wanted = {"kind": kind, "rule": rule, "what": what}
        given = [(name, value) for name, value in wanted.items() if value is not None]
        return self._stream._native.distinct("case_id", given)


def obligations(
    logs: Logs,
    on: Day,
    *,
    policy: Policy | None = None,
    known: Day | None = None,
    threads: int | None = None,
    progress: Callable[[int], object] | None = None,
) -> LogTable:
    """What is owed on a day, of each case as it was (GE-08); with `known`, by what had been
    received by the end of that day.

    Columns: lifecycle, case_id, rule, what, what_th, what_en, trigger, trigger_on, opens_on,
    due_by, expires_on, done_on, status, role, organisation.
    """
    made = native.Logs.obligations(iso(on, "on"), checked(policy), optional(known, "known"))
    return table(made, logs, threads, progress)


def worklist_table(
    logs: Logs,
    on: Day,
    *,
    actor: Actor | Responsible | None = None,
    from_: Day | None = None,
    to: Day | None = None,
    settled: bool = False,
    policy: Policy | None = None,
    known: Day | None = None,
    threads: int | None = None,
    progress: Callable[[int], object] | None = None,
) -> LogTable:
    """The worklist of an officer, or of everybody, the most urgent first; as `worklist` takes it.

    Columns: those of `obligations`, with urgency, because_th, because_en.
    """
    in_order(from_, to, ("from_", "to"))
    query = asked(actor, on, from_, to, settled, known)
    return table(native.Logs.worklist(query, checked(policy)), logs, threads, progress)


def states(
    logs: Logs,
    *,
    threads: int | None = None,
    progress: Callable[[int], object] | None = None,
) -> LogTable:
    """How each case stands: lifecycle, case_id, state, state_th, state_en, begun_on, since, tambon,
    events."""
    return table(native.Logs.states(), logs, threads, progress)


def withdrawals(
    logs: Logs,
    *,
    threads: int | None = None,
    progress: Callable[[int], object] | None = None,
) -> LogTable:
    """What was taken back (GE-07): lifecycle, case_id, rule, event_id, event, event_th, event_en,
    withdrawn_on, role, organisation. The reasons are free texts and stay in the logs."""
    return table(native.Logs.withdrawals(), logs, threads, progress)


def refused(
    logs: Logs,
    *,
    policy: Policy | None = None,
    threads: int | None = None,
    progress: Callable[[int], object] | None = None,
) -> LogTable:
    """The acts of the logs that the policy refuses, each judged again at its place: what another
    system, or another policy, let pass. A row for each reason.

    Columns: lifecycle, case_id, rule, event_id, command, command_th, command_en, on, kind,
    allowed_from, message_th, message_en.
    """
    return table(native.Logs.refused(checked(policy)), logs, threads, progress)


def timeliness(
    logs: Logs,
    start: Day,
    end: Day,
    by: Literal["unit", "district", "tambon"],
    *,
    policy: Policy | None = None,
    threads: int | None = None,
    progress: Callable[[int], object] | None = None,
) -> LogTable:
    """How timely the work was: of what had its last day in time from `start` to `end`, how much was
    done by the end of `end`, in time or late, was missed, or is open.

    By the responsible organisation (`unit`), or the `district` or `tambon` of residence. Columns:
    place, rule, what, what_th, what_en, owed, on_time, late, missed, open, median_days_late; the
    first row of a place, without `what`, is all of its work.
    """
    if not isinstance(by, str):
        raise TypeError('`by` is "unit", "district" or "tambon"')
    in_order(start, end, ("start", "end"))
    made = native.Logs.timeliness(iso(start, "start"), iso(end, "end"), by, checked(policy))
    return table(made, logs, threads, progress)


def compare(
    logs: Logs,
    policy_a: Policy,
    policy_b: Policy,
    *,
    on: Day | None = None,
    threads: int | None = None,
    progress: Callable[[int], object] | None = None,
) -> Differences:
    """The same cases under two policies.

    A log is what happened: each act is judged again at its place under each policy and then
    applied under both, so that a difference neither hides another nor makes one. After each act, on
    its day, it is asked what may be done from when and what is owed, and so once more on the day
    `on`. Each difference is told once, where it first shows; what both refuse makes none.
    """
    for name, policy in (("policy_a", policy_a), ("policy_b", policy_b)):
        if not isinstance(policy, Policy):
            kind = type(policy).__name__
            raise TypeError(f"`{name}` is a Policy, not `{kind}`; `Policy()` is the default one")
    made = native.Logs.differences(policy_a._native, policy_b._native, optional(on, "on"))
    return Differences(made, read(made, logs, threads, progress))


def table(
    made: native.Logs,
    logs: Logs,
    threads: int | None,
    progress: Callable[[int], object] | None,
) -> LogTable:
    """What every log answers."""
    return LogTable(made, read(made, logs, threads, progress))


def read(
    made: native.Logs,
    logs: Logs,
    threads: int | None,
    progress: Callable[[int], object] | None,
) -> list[WireError]:
    """Asks every log; why those that cannot be used cannot. `progress` is told of how many logs
    more were asked."""
    broken: list[WireError] = []
    told = 0
    for block, is_lines in blocks(logs):
        broken.extend(errors(made.read(block, threads, lines=is_lines)))
        if progress:
            progress(made.logs - told)
            told = made.logs
    return broken


def blocks(logs: Logs) -> Iterator[tuple[str | bytes, bool]]:
    """Many logs in blocks, and whether each line is a log: what a file or a text holds may also be
    a JSON array."""
    if isinstance(logs, str | bytes | os.PathLike):
        if isinstance(logs, os.PathLike) or (isinstance(logs, str) and not is_log(logs)):
            yield from ((block, False) for block in read_logs(logs))
        else:
            yield logs, False
        return
    frame = framed(logs)
    if hasattr(frame, "__arrow_c_stream__"):
        yield from ((block, True) for block in gathered(native.LogLines(frame)))
    elif not isinstance(frame, Iterable):
        raise TypeError(f"{WHAT_LOGS_ARE}; not `{type(frame).__name__}`")
    else:
        # A text among others is lines, whatever it says: no error may show it as a path.
        for is_lines, some in groupby(frame, lambda one: isinstance(one, str | bytes)):
            if is_lines:
                yield from ((block, True) for block in gathered(cast("Iterator[str]", some)))
                continue
            for path in some:
                if not isinstance(path, os.PathLike):
                    raise TypeError(f"{WHAT_LOGS_ARE}; not `{type(path).__name__}`")
                yield from ((block, False) for block in read_logs(path))


WHAT_LOGS_ARE = (
    "`logs` is a path, paths or lines from an iterator, or a table or column that speaks Arrow "
    "(collect a lazy one first)"
)


def framed(logs: Any) -> Any:
    """A column as a table of one; all else as it is."""
    if hasattr(logs, "to_frame"):
        return logs.to_frame()
    if type(logs).__module__.startswith("pyarrow"):
        import pyarrow  # type: ignore[import-untyped, unused-ignore]

        if isinstance(logs, pyarrow.Array | pyarrow.ChunkedArray):
            return pyarrow.table({"line": logs})
    return logs


def is_log(text: str) -> bool:
    """Whether a text is a log itself, not the path of one."""
    return text.lstrip()[:1] in ("{", "[", "")


def iso(day: Day, name: str) -> str:
    """A civil date as the wire has it."""
    return civil_date(day, name).isoformat()


def in_order(first: Day | None, last: Day | None, names: tuple[str, str]) -> None:
    """Refuses days of which the last comes before the first."""
    if first is None or last is None:
        return
    if civil_date(last, names[1]) < civil_date(first, names[0]):
        raise ValueError(f"`{names[1]}` is before `{names[0]}`")


def optional(day: Day | None, name: str) -> str | None:
    """The same where there is one."""
    return None if day is None else iso(day, name)
