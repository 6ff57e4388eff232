"""What an officer has to do in many cases, the most urgent first, and whose work it is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from bosoto import _bosoto as native
from bosoto._lazy import LazySequence
from bosoto._record import civil_date
from bosoto._typed import Day
from bosoto.batch import Cases, several
from bosoto.case import Case, checked, instant
from bosoto.errors import WireError
from bosoto.policy import Policy
from bosoto.results import Casework, Responsible, Rows, WorklistItem, Workload
from bosoto.types import Actor, Urgency

__all__ = [
    "Casework",
    "Urgency",
    "Worklist",
    "WorklistItem",
    "Workload",
    "casework",
    "worklist",
    "worklists",
    "workload",
]

BLOCK = 4 * 1024 * 1024
"""So many bytes of logs are read at once."""
ARRAY = re.compile(rb"\s*\[")
"""How a JSON array begins."""


class Worklist(LazySequence[WorklistItem]):
    """A worklist, the most urgent first; a row becomes an object when it is read."""

    __slots__ = ("_native",)

    def __init__(self, worklist: native.Worklist) -> None:
        self._native = worklist

    def __len__(self) -> int:
        return len(self._native)

    def _item(self, place: int) -> WorklistItem:
        return WorklistItem.of(json.loads(self._native[place]))

    def to_json(self) -> str:
        """Canonical JSON."""
        return self._native.to_json()


def worklist(
    cases: Cases | Iterable[Case],
    on: Day,
    actor: Actor | Responsible | None = None,
    from_: Day | None = None,
    to: Day | None = None,
    settled: bool = False,
    policy: Policy | None = None,
    threads: int | None = None,
    known: Day | None = None,
) -> Rows[WorklistItem]:
    """The work of an officer on a day; without an actor, of everybody.

    `from_` and `to` keep what falls into those days, by its last day in time (else the day it
    opens); `settled` adds what is done or can no longer be done; `known` counts only what had been
    received by the end of that day (GE-08). Of `Cases`, raises the
    `WireError` of the first that could not be rebuilt.
    """
    query = asked(actor, on, from_, to, settled, known)
    found = handle(cases)._native.worklist(query, checked(policy), threads)
    return Rows(map(WorklistItem.of, json.loads(found)))


def casework(
    cases: Cases | Iterable[Case],
    actor: Actor | Responsible,
    at: datetime,
    policy: Policy | None = None,
) -> Rows[Casework]:
    """The cases that an officer has to work on at an instant, the most urgent first.

    Each is as its events up to that day made it.
    """
    query = {"actor": actor, "at": instant(at)}
    found = handle(cases)._native.casework(query, checked(policy))
    return Rows(map(Casework.of, json.loads(found)))


def workload(
    cases: Cases | Iterable[Case], on: Day, policy: Policy | None = None
) -> Rows[Workload]:
    """Whose work it is: what every organisation owes on a day, who can do the most now first."""
    day = civil_date(on, "on").isoformat()
    found = handle(cases)._native.workload(day, checked(policy))
    return Rows(map(Workload.of, json.loads(found)))


def handle(cases: Cases | Iterable[Case]) -> Cases:
    """The cases as the native module has them."""
    return cases if isinstance(cases, Cases) else Cases(cases)


def worklists(
    logs: Iterable[str | bytes],
    on: Day,
    actors: Sequence[Actor | Responsible | None] = (None,),
    from_: Day | None = None,
    to: Day | None = None,
    settled: bool = False,
    policy: Policy | None = None,
    threads: int | None = None,
    known: Day | None = None,
    on_broken: Callable[[WireError], object] | None = None,
) -> list[Worklist]:
    """The worklist of each actor over many logs, which are read once and not kept.

    Each of `logs` is one or more lines `{"lifecycle", "log": [EVENT…]}`, such as the blocks of
    `bosoto.logs.read_logs`. `on_broken` is told of each log that cannot be used, and the others are
    asked; without it, the first raises. The pointer of such an error begins with how many logs
    were before it.
    """
    queries = [asked(actor, on, from_, to, settled, known) for actor in actors]
    made = native.Worklists(queries, checked(policy))
    for block in gathered(logs):
        for error in errors(made.read(block, threads)):
            if on_broken is None:
                raise error
            on_broken(error)
    return [Worklist(one) for one in made.finish()]


def errors(broken: native.Broken) -> Iterator[WireError]:
    """The errors of the logs that cannot be used, each made when it is read."""
    return map(broken.__getitem__, range(len(broken)))


def asked(
    actor: Actor | Responsible | None,
    on: Day,
    from_: Day | None,
    to: Day | None,
    settled: bool,
    known: Day | None = None,
) -> dict[str, Any]:
    """The query of the wire."""
    days = {"on": on, "from": from_, "to": to, "known": known}
    query = {name: civil_date(day, name) for name, day in days.items() if day is not None}
    return {"settled": settled, **query, **({} if actor is None else {"actor": actor})}


def gathered(logs: Iterable[str | bytes]) -> Iterator[bytes]:
    """The same lines in larger blocks; what begins as a JSON array stays by itself."""
    waiting: list[bytes] = []
    size = 0
    for text in several(logs):
        lines = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
        if not isinstance(lines, bytes):
            kind = type(text).__name__
            raise TypeError(f"`{kind}` is no text: pass it as `str`, or as UTF-8 `bytes`")
        array = ARRAY.match(lines) is not None
        if waiting and (array or size >= BLOCK):
            yield b"\n".join(waiting)
            waiting, size = [], 0
        if array:
            yield lines
        else:
            waiting.append(lines)
            size += len(lines)
    yield b"\n".join(waiting)
