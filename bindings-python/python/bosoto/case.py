"""Cases: what their events have made of them, and the questions they answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from bosoto import _bosoto as native
from bosoto._enum import Word
from bosoto._record import civil_date
from bosoto.decision import Decision
from bosoto.envelope import Envelope
from bosoto.policy import Policy
from bosoto.results import Action, BrokenLine, Conflict, Event, Obligation, Rows
from bosoto.types import Actor, Flag

if TYPE_CHECKING:
    from bosoto.documents.shared import View

__all__ = [
    "Case",
    "Merged",
    "Replayed",
    "decide",
    "merge",
    "replay",
    "replay_lines",
]


class Case:
    """A case of a lifecycle. `Case.create` makes it, `act` changes it, everything else asks it."""

    __slots__ = ("_native",)

    _native: native.Case

    def __init__(self) -> None:
        raise TypeError("a case comes from `Case.create` or `bosoto.replay`")

    @classmethod
    def _of(cls, case: native.Case) -> Case:
        made = object.__new__(cls)
        made._native = case
        return made

    @classmethod
    def create(cls, envelope: Envelope, policy: Policy | None = None) -> Case:
        """The case that a creating command makes; raises `Rejected` for a refusal."""
        decision = decide(None, envelope, policy)
        decision.raise_if_rejected()
        case = decision.case
        assert case is not None
        return case

    @property
    def lifecycle(self) -> str:
        """The name of its lifecycle."""
        return self._native.lifecycle

    @property
    def case_id(self) -> str:
        """Its id."""
        return self._native.case_id

    @property
    def state(self) -> Word:
        """Its present state, one of its lifecycle's `State`."""
        return states(self.lifecycle)(self._native.state)

    def __len__(self) -> int:
        """The number of its events."""
        return len(self._native)

    def log(self) -> str:
        """Its events as NDJSON: all that has to be stored."""
        return self._native.log()

    @property
    def events(self) -> tuple[Event, ...]:
        """Its events, in the order of acceptance."""
        return tuple(Event.of(json.loads(line)) for line in self.log().splitlines())

    def decide(self, envelope: Envelope, policy: Policy | None = None) -> Decision:
        """What the command would come to. Nothing is changed, and a refusal is no exception.

        Raises `WireError` where a `command_id` is reused for another command (GE-03).
        """
        given = None if policy is None else policy._native
        return Decision(native.decide(self._native, envelope, given))

    def act(self, envelope: Envelope, policy: Policy | None = None) -> Word:
        """Does the command and returns the new state; raises `Rejected` for a refusal."""
        decision = self.decide(envelope, policy)
        decision.raise_if_rejected()
        after = decision._native.after()
        assert after is not None
        self._native = after
        return self.state

    def actions(
        self, actor: Actor, at: datetime, policy: Policy | None = None
    ) -> tuple[Action, ...]:
        """Every command as the actor finds it: allowed or not, why not, and from when."""
        return actions(self.lifecycle, self, actor, at, policy)

    def obligations(self, on: date, policy: Policy | None = None) -> tuple[Obligation, ...]:
        """What is owed on a day."""
        civil_date(on, "on")
        rows = self._native.obligations(on.isoformat(), checked(policy))
        return Rows(map(Obligation.of, json.loads(rows)))

    def due(self, on: date, policy: Policy | None = None) -> tuple[Obligation, ...]:
        """What of it can be done on that day: due or overdue."""
        civil_date(on, "on")
        rows = self._native.due(on.isoformat(), checked(policy))
        return Rows(map(Obligation.of, json.loads(rows)))

    def as_of(self, on: date) -> Case | None:
        """The case as its events up to a day made it; none if there were none."""
        civil_date(on, "on")
        case = self._native.as_of(on.isoformat())
        return None if case is None else Case._of(case)

    def flags(self, at: datetime, policy: Policy | None = None) -> tuple[Flag, ...]:
        """What is flagged at an instant."""
        return tuple(map(Flag, self._native.flags(instant(at), checked(policy))))

    def view(self, actor: Actor, policy: Policy | None = None) -> View:
        """The case's document without what the actor has no duty to see (AD-07)."""
        view: View = json.loads(self._native.view(actor, checked(policy)))
        return view

    def __repr__(self) -> str:
        return f"<Case {self.case_id}: {self.lifecycle}, {self.state}, {len(self)} events>"

    def _repr_html_(self) -> str:
        from bosoto import notebook

        return notebook.timeline(self.lifecycle, self.case_id, self.state, self.events)


@cache
def states(lifecycle: str) -> type[Word]:
    """The states of a lifecycle, from its module."""
    found: type[Word] = import_module(f"bosoto.{lifecycle}").State
    return found


def checked(policy: Policy | None) -> native.Policy | None:
    """The native policy, where one is given."""
    return None if policy is None else policy._native


def instant(at: datetime) -> str:
    """RFC 3339; a naive `datetime` is refused."""
    if at.tzinfo is None:
        raise ValueError("`at` has no tzinfo: give it one, such as `bosoto.THAI_TIME`")
    return at.isoformat()


def decide(case: Case | None, envelope: Envelope, policy: Policy | None = None) -> Decision:
    """What the command would come to; without a case, a command that creates one."""
    if case is not None:
        return case.decide(envelope, policy)
    return Decision(native.decide(None, envelope, checked(policy)))


def actions(
    lifecycle: str,
    case: Case | None,
    actor: Actor,
    at: datetime,
    policy: Policy | None = None,
) -> tuple[Action, ...]:
    """Every command as the actor finds it; without a case, as it would be for a new one."""
    given = None if case is None else case._native
    found = native.actions(lifecycle, given, actor, instant(at), checked(policy))
    return Rows(map(Action.of, json.loads(found)))


def replay(lifecycle: str, log: str) -> Case | None:
    """The case of a log (NDJSON or a JSON array); none for an empty one.

    Raises `WireError`, its pointer beginning with the index of the event that does not fit.
    """
    case = native.replay(lifecycle, log)
    return None if case is None else Case._of(case)


@dataclass(frozen=True)
class Replayed:
    """A replayed log of which some lines may be broken."""

    case: Case | None
    used: int
    broken: tuple[BrokenLine, ...]


def replay_lines(lifecycle: str, log: str) -> Replayed:
    """The case of a log, leaving out and reporting the lines (or elements) that cannot be used."""
    case, used, broken = native.replay_lines(lifecycle, log)
    lines = Rows(map(BrokenLine.of, json.loads(broken)))
    return Replayed(None if case is None else Case._of(case), used, lines)


@dataclass(frozen=True)
class Merged:
    """Two logs of one case as one."""

    case: Case | None
    log: str = field(repr=False)
    """Every event of both, in order, as NDJSON; not shown, as it names persons."""
    conflicts: tuple[Conflict, ...]
    """The events that are kept without effect."""


def merge(lifecycle: str, log_a: str, log_b: str) -> Merged:
    """Merges two logs of one case, each NDJSON or a JSON array."""
    case, log, conflicts = native.merge(lifecycle, log_a, log_b)
    found: list[Mapping[str, Any]] = json.loads(conflicts)
    return Merged(None if case is None else Case._of(case), log, Rows(map(Conflict.of, found)))
