"""What an officer has to do in many cases, the most urgent first."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from bosoto import _bosoto as native
from bosoto.case import Case, checked
from bosoto.policy import Policy
from bosoto.results import Rows, WorklistItem
from bosoto.types import Actor, Urgency

__all__ = ["Urgency", "WorklistItem", "worklist"]


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
