"""What an officer has to do in many cases, the most urgent first."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from bosoto import _bosoto as native
from bosoto._enum import StrEnum
from bosoto.case import Case, checked
from bosoto.policy import Policy
from bosoto.results import Obligation, Rows, Text
from bosoto.types import Actor

__all__ = ["Urgency", "WorklistItem", "worklist"]


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
