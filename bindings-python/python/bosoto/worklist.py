"""What an officer has to do in many cases, the most urgent first, and whose work it is."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bosoto import _bosoto as native
from bosoto._enum import StrEnum
from bosoto._record import civil_date
from bosoto.case import Case, checked, instant
from bosoto.policy import Policy
from bosoto.results import Action, Obligation, Rows, Text
from bosoto.types import Actor, Role

__all__ = [
    "Casework",
    "Urgency",
    "WorklistItem",
    "Workload",
    "casework",
    "worklist",
    "workload",
]


class Urgency(StrEnum):
    """Why something stands where it stands, the most urgent first."""

    OVERDUE = "overdue"
    DUE = "due"
    OPEN = "open"
    UPCOMING = "upcoming"
    MISSED = "missed"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class WorklistItem:
    """A row of a worklist."""

    lifecycle: str
    case_id: str
    urgency: Urgency
    because: Text
    """Why it stands here, in words."""
    obligation: Obligation

    @classmethod
    def of(cls, data: dict[str, Any]) -> WorklistItem:
        """The row of the wire."""
        return cls(
            data["lifecycle"],
            data["case_id"],
            Urgency(data["urgency"]),
            Text(**data["because"]),
            Obligation.of(data),
        )


def worklist(
    cases: Iterable[Case],
    on: date,
    actor: Actor | None = None,
    from_: date | None = None,
    to: date | None = None,
    settled: bool = False,
    policy: Policy | None = None,
) -> Rows[WorklistItem]:
    """The work of an officer on a day; without an actor, of everybody.

    `from_` and `to` keep what falls into those days, by its last day in time (else the day it
    opens); `settled` adds what is done or can no longer be done.
    """
    asked = {"actor": actor, "on": on, "from": from_, "to": to, "settled": settled}
    query = {name: value for name, value in asked.items() if value is not None}
    found = native.worklist([case._native for case in cases], query, checked(policy))
    return Rows(map(WorklistItem.of, json.loads(found)))


@dataclass(frozen=True, slots=True)
class Casework:
    """A case that an officer has to work on."""

    lifecycle: str
    case_id: str
    owed: tuple[WorklistItem, ...]
    """What the officer owes and can do now, the most urgent first; never empty."""
    possible: tuple[Action, ...]
    """The commands that the officer can give now."""
    waiting: tuple[Action, ...]
    """The commands that wait for a day or for something that is still missing."""

    @classmethod
    def of(cls, data: dict[str, Any]) -> Casework:
        """The case of the wire."""
        return cls(
            data["lifecycle"],
            data["case_id"],
            Rows(map(WorklistItem.of, data["owed"])),
            Rows(map(Action.of, data["possible"])),
            Rows(map(Action.of, data["waiting"])),
        )


def casework(
    cases: Iterable[Case], actor: Actor, at: datetime, policy: Policy | None = None
) -> Rows[Casework]:
    """The cases that an officer has to work on at an instant, the most urgent first.

    Each is as its events up to that day made it.
    """
    query = {"actor": actor, "at": instant(at)}
    found = native.casework([case._native for case in cases], query, checked(policy))
    return Rows(map(Casework.of, json.loads(found)))


@dataclass(frozen=True, slots=True)
class Workload:
    """What an organisation owes in a role, by urgency."""

    responsible: Actor
    """Whose work it is; asks for the worklist and the casework."""
    overdue: int
    due: int
    open: int
    upcoming: int

    @classmethod
    def of(cls, data: dict[str, Any]) -> Workload:
        """The row of the wire."""
        who = data["responsible"]
        counts = (data[name] for name in ("overdue", "due", "open", "upcoming"))
        return cls(Actor(role=Role(who["role"]), organisation=who["organisation"]), *counts)


def workload(cases: Iterable[Case], on: date, policy: Policy | None = None) -> Rows[Workload]:
    """Whose work it is: what every organisation owes on a day, who can do the most now first."""
    civil_date(on, "on")
    found = native.workload([case._native for case in cases], on.isoformat(), checked(policy))
    return Rows(map(Workload.of, json.loads(found)))
