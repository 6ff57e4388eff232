"""What an officer has to do in many cases, the most urgent first, and whose work it is."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime

from bosoto import _bosoto as native
from bosoto._record import civil_date
from bosoto.case import Case, checked, instant
from bosoto.policy import Policy
from bosoto.results import Casework, Responsible, Rows, WorklistItem, Workload
from bosoto.types import Actor, Urgency

__all__ = [
    "Casework",
    "Urgency",
    "WorklistItem",
    "Workload",
    "casework",
    "worklist",
    "workload",
]


def worklist(
    cases: Iterable[Case],
    on: date,
    actor: Actor | Responsible | None = None,
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


def casework(
    cases: Iterable[Case], actor: Actor | Responsible, at: datetime, policy: Policy | None = None
) -> Rows[Casework]:
    """The cases that an officer has to work on at an instant, the most urgent first.

    Each is as its events up to that day made it.
    """
    query = {"actor": actor, "at": instant(at)}
    found = native.casework([case._native for case in cases], query, checked(policy))
    return Rows(map(Casework.of, json.loads(found)))


def workload(cases: Iterable[Case], on: date, policy: Policy | None = None) -> Rows[Workload]:
    """Whose work it is: what every organisation owes on a day, who can do the most now first."""
    civil_date(on, "on")
    found = native.workload([case._native for case in cases], on.isoformat(), checked(policy))
    return Rows(map(Workload.of, json.loads(found)))
