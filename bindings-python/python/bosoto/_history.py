"""What a log says of mistakes: entries that were taken back, a case that was entered in error."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bosoto.results import Event

__all__ = ["Cancellation", "Withdrawal", "cancellation", "entries", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """An event that was taken back (GE-07), and the event that did. `repr` shows no reason."""

    event: Event
    """What was taken back."""
    by: Event
    """The event of the withdrawal: its `actor` is who did it."""

    @property
    def reason(self) -> str:
        """Why, in the words of who did it."""
        return str(field(self.by, "reason"))

    @property
    def on(self) -> date:
        """The day on which it was."""
        return self.by.moment.date()


@dataclass(frozen=True, slots=True)
class Cancellation:
    """That a case was entered in error (GE-09), as a double is. `repr` shows no reason."""

    by: Event
    """The event that ended the case: its `actor` is who did it."""

    @property
    def reason(self) -> str | None:
        """Why, in the words of who did it; a compulsory case may be ended without."""
        return field(self.by, "reason") or field(self.by, "note")

    @property
    def other_case(self) -> str | None:
        """Of a double, the case that stays."""
        return field(self.by, "other_case")

    @property
    def on(self) -> date:
        """The day on which it was."""
        on = field(self.by, "on")
        return self.by.moment.date() if on is None else date.fromisoformat(on)


def field(event: Event, name: str) -> str | None:
    """A text of an event, where it has it."""
    data: Mapping[str, Any] = event.data
    return data.get(name)


def entries(events: Iterable[Event]) -> list[tuple[Event, Withdrawal | None]]:
    """Each event, and that it was taken back where it was."""
    every = tuple(events)
    takes_back = (event for event in every if event.type == "withdrawn" and not event.is_void)
    by = {field(event, "of"): event for event in takes_back}

    def taken(event: Event) -> Withdrawal | None:
        # Of two events under one id it is the one in effect.
        found = None if event.is_void else by.get(event.event_id)
        return None if found is None else Withdrawal(event, found)

    return [(event, taken(event)) for event in every]


def withdrawn(events: Iterable[Event]) -> tuple[Withdrawal, ...]:
    """What was taken back, in the order of the log."""
    return tuple(taken for _, taken in entries(events) if taken is not None)


def cancellation(events: Iterable[Event]) -> Cancellation | None:
    """The event that ended a case as entered in error, where one did and is in effect."""
    in_effect = (event for event, taken in entries(events) if not event.is_void and taken is None)
    return next((Cancellation(event) for event in in_effect if is_cancellation(event)), None)


def is_cancellation(event: Event) -> bool:
    """Whether the event ends a case as entered in error."""
    return event.type == "cancelled" or field(event, "cause") == "entered_in_error"
