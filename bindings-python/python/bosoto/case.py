"""Cases: what their events have made of them, and the questions they answer."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Generic, cast

from bosoto import _bosoto as native
from bosoto import _history as history
from bosoto._history import Cancellation, Withdrawal
from bosoto._record import civil_date
from bosoto._text import lines
from bosoto._typed import Day, S
from bosoto.decision import Decision, state_of
from bosoto.envelope import Envelope
from bosoto.policy import Policy
from bosoto.results import Action, BrokenLine, Conflict, Event, Obligation, Rows
from bosoto.types import Actor, Flag, LifecycleName

if TYPE_CHECKING:
    from bosoto.documents.shared import View

__all__ = [
    "Cancellation",
    "Case",
    "Merged",
    "Replayed",
    "Withdrawal",
    "decide",
    "merge",
    "replay",
    "replay_lines",
]


class Case(Generic[S]):
    """A case of a lifecycle. `Case.create` makes it, `act` changes it, everything else asks it.

    `act` judges and changes in one step, so any number of threads may act on one case. A copy
    (`copy.copy`) goes on apart. Two cases are equal where their logs are.
    """

    __slots__ = ("_native",)

    _native: native.Case

    def __init__(self) -> None:
        raise TypeError("a case comes from `Case.create` or `bosoto.replay`")

    @classmethod
    def _of(cls, case: native.Case) -> Case[S]:
        made: Case[S] = object.__new__(cls)
        made._native = case
        return made

    @classmethod
    def create(cls, envelope: Envelope[S], policy: Policy | None = None) -> Case[S]:
        """The case that a creating command makes; raises `Rejected` for a refusal."""
        decision = decide(None, envelope, policy)
        decision.raise_if_rejected()
        case = decision.case
        assert case is not None
        return case

    @property
    def lifecycle(self) -> LifecycleName:
        """The name of its lifecycle."""
        return cast("LifecycleName", self._native.lifecycle)

    @property
    def case_id(self) -> str:
        """Its id."""
        return self._native.case_id

    @property
    def state(self) -> S:
        """Its present state, one of its lifecycle's `State`."""
        state: S = state_of(self.lifecycle, self._native.state)
        return state

    def __len__(self) -> int:
        """The number of its events."""
        return len(self._native)

    def log(self) -> str:
        """Its events as NDJSON: all that has to be stored."""
        return self._native.log()

    @property
    def events(self) -> tuple[Event, ...]:
        """Its events, in the order of acceptance."""
        return tuple(Event.of(json.loads(line)) for line in lines(self.log()))

    @property
    def withdrawn(self) -> tuple[Withdrawal, ...]:
        """The events that were taken back (GE-07), in the order of the log."""
        return history.withdrawn(self.events)

    @property
    def cancellation(self) -> Cancellation | None:
        """That the case was entered in error (GE-09); none of any other."""
        return history.cancellation(self.events)

    def decide(self, envelope: Envelope[S], policy: Policy | None = None) -> Decision[S]:
        """What the command would come to. Nothing is changed, and a refusal is no exception.

        Raises `WireError` where a `command_id` is reused for another command (GE-03).
        """
        given = None if policy is None else checked(policy)
        return Decision(native.decide(self._native, envelope, given))

    def act(self, envelope: Envelope[S], policy: Policy | None = None) -> Decision[S]:
        """Does the command: this case itself has the event then. Raises `Rejected` for a refusal.

        The decision has the new state and the effects, which are for the embedding system to
        carry out, unless it is `repeated`: the command was done before (GE-03).
        """
        given = None if policy is None else checked(policy)
        decision: Decision[S] = Decision(self._native.act(envelope, given))
        decision.raise_if_rejected()
        return decision

    def actions(
        self, actor: Actor, at: datetime, policy: Policy | None = None
    ) -> tuple[Action, ...]:
        """Every command as the actor finds it: allowed or not, why not, and from when."""
        return actions(self.lifecycle, self, actor, at, policy)

    def obligations(
        self, on: Day, policy: Policy | None = None, *, known: Day | None = None
    ) -> tuple[Obligation, ...]:
        """What is owed on a day, of the case as it was then (GE-08).

        With `known`, by what had been received by the end of that day.
        """
        day = civil_date(on, "on").isoformat()
        rows = self._native.obligations(day, checked(policy), known_by(known))
        return Rows(map(Obligation.of, json.loads(rows)))

    def due(
        self, on: Day, policy: Policy | None = None, *, known: Day | None = None
    ) -> tuple[Obligation, ...]:
        """What of it can be done on that day: due or overdue."""
        day = civil_date(on, "on").isoformat()
        rows = self._native.due(day, checked(policy), known_by(known))
        return Rows(map(Obligation.of, json.loads(rows)))

    def as_of(self, on: Day, *, known: Day | None = None) -> Case[S] | None:
        """The case as it was on a day (GE-08); none if there was none.

        With `known`, by what had been received by the end of that day.
        """
        case = self._native.as_of(civil_date(on, "on").isoformat(), known_by(known))
        return None if case is None else Case._of(case)

    def flags(
        self, at: datetime, policy: Policy | None = None, *, known: Day | None = None
    ) -> tuple[Flag, ...]:
        """What is flagged at an instant, of the case as it was then (GE-08)."""
        flags = self._native.flags(instant(at), checked(policy), known_by(known))
        return tuple(map(Flag, flags))

    def view(self, actor: Actor, policy: Policy | None = None) -> View:
        """The case's document without what the actor has no duty to see (AD-07)."""
        view: View = json.loads(self._native.view(actor, checked(policy)))
        return view

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Case) or (self.lifecycle, self.case_id) != (
            other.lifecycle,
            other.case_id,
        ):
            return False
        return self is other or (len(self) == len(other) and self.log() == other.log())

    def __hash__(self) -> int:
        """Of what no command changes, so that a case stays where it was put."""
        return hash((self.lifecycle, self.case_id))

    def __copy__(self) -> Case[S]:
        return Case._of(self._native.copy())

    def __deepcopy__(self, memo: object) -> Case[S]:
        return self.__copy__()

    def __reduce__(self) -> tuple[object, tuple[str, str]]:
        return replay, (self.lifecycle, self.log())

    def __repr__(self) -> str:
        return f"<Case {self.case_id}: {self.lifecycle}, {self.state}, {len(self)} events>"

    def _repr_html_(self) -> str:
        from bosoto import notebook

        return notebook.timeline(self)


def known_by(known: Day | None) -> str | None:
    """The day by which it had to be received to count, as the wire has it."""
    return None if known is None else civil_date(known, "known").isoformat()


def checked(policy: Policy | None) -> native.Policy | None:
    """The native policy, where one is given."""
    if policy is None:
        return None
    if not isinstance(policy, Policy):
        raise TypeError(
            f"`policy` is a Policy, not `{type(policy).__name__}`: such as "
            "`Policy(drop_out_days=60)`; JSON is read by `Policy.from_json`"
        )
    return policy._native


def held(case: Case[S] | None) -> native.Case | None:
    """The native case, where one is given."""
    if case is None:
        return None
    if not isinstance(case, Case):
        raise TypeError(
            f"`case` is a Case, not `{type(case).__name__}`: make one with `Case.create(envelope)` "
            "or `bosoto.replay(lifecycle, log)`"
        )
    return case._native


def instant(at: datetime) -> str:
    """RFC 3339; a naive `datetime` is refused."""
    if not isinstance(at, datetime):
        raise TypeError(
            f"`at` is a datetime, not `{type(at).__name__}`: such as "
            "`datetime(2021, 4, 3, 9, tzinfo=bosoto.THAI_TIME)`"
        )
    if at.tzinfo is None:
        raise ValueError("`at` has no tzinfo: give it one, such as `bosoto.THAI_TIME`")
    return at.isoformat()


def decide(
    case: Case[S] | None, envelope: Envelope[S], policy: Policy | None = None
) -> Decision[S]:
    """What the command would come to; without a case, a command that creates one."""
    return Decision(native.decide(held(case), envelope, checked(policy)))


def actions(
    lifecycle: LifecycleName,
    case: Case | None,
    actor: Actor,
    at: datetime,
    policy: Policy | None = None,
) -> tuple[Action, ...]:
    """Every command as the actor finds it; without a case, as it would be for a new one."""
    found = native.actions(lifecycle, held(case), actor, instant(at), checked(policy))
    return Rows(map(Action.of, json.loads(found)))


@dataclass(frozen=True)
class Replayed(Generic[S]):
    """A replayed log of which some lines may be broken."""

    case: Case[S] | None
    used: int
    broken: tuple[BrokenLine, ...]


@dataclass(frozen=True)
class Merged(Generic[S]):
    """Two logs of one case as one."""

    case: Case[S] | None
    log: str = field(repr=False)
    """Every event of both, in order, as NDJSON; not shown, as it names persons."""
    conflicts: tuple[Conflict, ...]
    """The events that are kept without effect."""


if TYPE_CHECKING:
    from bosoto._lifecycles import merge as merge
    from bosoto._lifecycles import replay as replay
    from bosoto._lifecycles import replay_lines as replay_lines
else:

    def replay(lifecycle, log):
        """The case of a log (NDJSON or a JSON array); none for an empty one.

        Raises `WireError`, its pointer beginning with the index of the event that does not fit.
        """
        case = native.replay(lifecycle, log)
        return None if case is None else Case._of(case)

    def replay_lines(lifecycle, log):
        """The case of a log, leaving out and reporting the lines that cannot be used."""
        case, used, broken = native.replay_lines(lifecycle, log)
        rows = Rows(map(BrokenLine.of, json.loads(broken)))
        return Replayed(None if case is None else Case._of(case), used, rows)

    def merge(lifecycle, log_a, log_b):
        """Merges two logs of one case, each NDJSON or a JSON array."""
        case, log, conflicts = native.merge(lifecycle, log_a, log_b)
        rows = Rows(map(Conflict.of, json.loads(conflicts)))
        return Merged(None if case is None else Case._of(case), log, rows)
