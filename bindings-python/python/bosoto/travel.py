"""Time travel for the tests of embedders: set the clock, act, advance, look at what is due.

>>> from datetime import date
>>> from bosoto.aftercare import Enrol, RecordVisit, VisitResult
>>> from bosoto.types import Actor, Address, IdType, Person, PersonId, Role
>>> recorder = Actor(role=Role.DISTRICT_RECORDER, organisation="8101")
>>> travel = TimeTravel("aftercare", datetime(2024, 6, 12, 9, tzinfo=THAI_TIME))
>>> number = PersonId(type=IdType.PASSPORT, value="X1")
>>> travel.act(recorder, Enrol(
...     case_id="F-1", person=Person(id=number, first_name="A", last_name="B"),
...     graduated_on=date(2024, 6, 10), project="P", residence=Address(tambon="810101")))
>>> travel.due()
()
>>> travel.advance(days=15)
>>> [(row.what.value, str(row.due_by)) for row in travel.due()]
[('visit', '2024-07-09')]
>>> team = Actor(role=Role.FIELD_TEAM, organisation="810101")
>>> travel.act(team, RecordVisit(occurred_on=date(2024, 6, 27), result=VisitResult.MET))
>>> travel.due()
()
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bosoto._record import Command
from bosoto.case import Case, actions
from bosoto.envelope import Envelope
from bosoto.policy import Policy
from bosoto.results import THAI_TIME, Action, Obligation, Rows
from bosoto.types import Actor, LifecycleName

__all__ = ["TimeTravel"]


class TimeTravel:
    """A case and a clock that moves only when it is told to."""

    def __init__(
        self, lifecycle: LifecycleName, now: datetime, policy: Policy | None = None
    ) -> None:
        self.lifecycle = lifecycle
        self.now = now
        """The present instant; set it to travel, also backwards."""
        self.policy = policy
        self.case: Case | None = None

    def advance(self, days: int = 0, hours: int = 0) -> None:
        """Moves the clock."""
        self.now += timedelta(days=days, hours=hours)

    def act(self, actor: Actor, command: Command) -> None:
        """Does a command now; raises `Rejected` with every reason of a refusal."""
        envelope = Envelope(command, at=self.now, actor=actor, coordinated=True)
        if self.case is None:
            self.case = Case.create(envelope, self.policy)
        else:
            self.case.act(envelope, self.policy)

    @property
    def today(self) -> date:
        """The civil date of now in Thailand."""
        return self.now.astimezone(THAI_TIME).date()

    def obligations(self) -> tuple[Obligation, ...]:
        """Every obligation of today."""
        return Rows() if self.case is None else self.case.obligations(self.today, self.policy)

    def due(self) -> tuple[Obligation, ...]:
        """What is due or overdue today."""
        return Rows() if self.case is None else self.case.due(self.today, self.policy)

    def actions(self, actor: Actor) -> tuple[Action, ...]:
        """Every command as the actor finds it now."""
        return actions(self.lifecycle, self.case, actor, self.now, self.policy)
