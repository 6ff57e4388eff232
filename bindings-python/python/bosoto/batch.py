"""Many cases in one call: on all cores, in the order given, without the interpreter's lock.

What cannot be judged or replayed is the `WireError` in its place. `threads` is how many threads the
call may use, all cores without it; they end with the call, and any number gives the same answers.
Ctrl-C ends a batch.

>>> from bosoto import Case, Envelope
>>> enrol = Envelope.from_json("aftercare", '''{"at": "2024-06-12T09:00:00+07:00",
... "actor": {"role": "district_recorder", "organisation": "8101"},
... "command": {"type": "enrol", "case_id": "F-1", "person": {"first_name": "A",
... "last_name": "B", "id": {"type": "passport", "value": "X1"}}, "graduated_on": "2024-06-10",
... "project": "P", "residence": {"tambon": "810101"}}}''')
>>> log = Case.create(enrol).log()
>>> cases = Cases.replay("aftercare", [log, log, ""])
>>> cases
<Cases: 3>
>>> cases[2] is None
True
>>> decisions = decide_many(cases, [enrol, enrol, enrol])
>>> decisions.accepted
[True, True, True]
>>> [decision.repeated for decision in decisions]
[True, True, False]
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, overload

from bosoto import _bosoto as native
from bosoto._lazy import LazySequence
from bosoto._typed import S
from bosoto.case import Case, checked, held
from bosoto.decision import Decision
from bosoto.envelope import Envelope
from bosoto.errors import WireError
from bosoto.policy import Policy
from bosoto.types import LifecycleName

__all__ = ["Cases", "Decisions", "decide_many", "replay_many"]


def several(logs: Iterable[str | bytes]) -> Iterable[str | bytes]:
    """The logs; a single one would be taken for as many as it has letters."""
    if isinstance(logs, str | bytes):
        raise TypeError("`logs` are several: put a single one into a list, `[log]`")
    return logs


class Cases(LazySequence["Case | WireError | None"]):
    """Many cases, of whatever lifecycles, as they are now; None is one still to be created."""

    __slots__ = ("_native",)

    def __init__(self, cases: Iterable[Case | None]) -> None:
        self._native = native.Cases([held(case) for case in cases])

    @classmethod
    def _of(cls, cases: native.Cases) -> Cases:
        made = object.__new__(cls)
        made._native = cases
        return made

    @classmethod
    def replay(
        cls,
        lifecycle: LifecycleName,
        logs: Iterable[str | bytes],
        threads: int | None = None,
    ) -> Cases:
        """The cases of logs of one lifecycle, each NDJSON or a JSON array."""
        return cls._of(native.Cases.replay(lifecycle, list(several(logs)), threads))

    @classmethod
    def read(cls, logs: str | bytes, threads: int | None = None) -> Cases:
        """The cases of many logs: NDJSON, one line a case, `{"lifecycle", "log": [EVENT…]}`."""
        return cls._of(native.Cases.read(logs, threads))

    def __len__(self) -> int:
        return len(self._native)

    def _item(self, place: int) -> Case | WireError | None:
        one = self._native[place]
        return Case._of(one) if isinstance(one, native.Case) else one


class Decisions(LazySequence["Decision | WireError"]):
    """The decisions of a batch, in its order."""

    __slots__ = ("_native",)

    def __init__(self, decisions: native.Decisions) -> None:
        self._native = decisions

    def __len__(self) -> int:
        return len(self._native)

    def _item(self, place: int) -> Decision | WireError:
        one = self._native[place]
        return Decision(one) if isinstance(one, native.Decision) else one

    @property
    def accepted(self) -> list[bool]:
        """Of each whether the command is done; an error is not."""
        return self._native.accepted()


@overload
def decide_many(
    cases: Cases,
    envelopes: Sequence[Envelope],
    policy: Policy | None = None,
    threads: int | None = None,
) -> Decisions: ...


@overload
def decide_many(
    cases: Sequence[Case[S] | None],
    envelopes: Sequence[Envelope[S]],
    policy: Policy | None = None,
    threads: int | None = None,
) -> list[Decision[S] | WireError]: ...


def decide_many(
    cases: Cases | Sequence[Case | None],
    envelopes: Sequence[Envelope],
    policy: Policy | None = None,
    threads: int | None = None,
) -> Decisions | list[Decision | WireError]:
    """One command for each case.

    Of `Cases` the decisions become objects only when they are read: that is the way for many.
    """
    given = cases if isinstance(cases, Cases) else Cases(cases)
    decided = given._native.decide_many(envelopes, checked(policy), threads)
    if isinstance(cases, Cases):
        return Decisions(decided)
    return [Decision(one) if isinstance(one, native.Decision) else one for one in decided.all()]


if TYPE_CHECKING:
    from bosoto._lifecycles import replay_many as replay_many
else:

    def replay_many(lifecycle, logs, threads=None):
        """One case from each log, as objects; `Cases.replay` leaves them where they are."""
        return list(Cases.replay(lifecycle, logs, threads))
