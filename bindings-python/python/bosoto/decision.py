"""Verdicts: what a command came to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic

from bosoto import _bosoto as native
from bosoto._typed import S
from bosoto.errors import Rejected
from bosoto.results import Effect, Event, Reason, Rows, Warning

if TYPE_CHECKING:
    from bosoto.case import Case
    from bosoto.documents.shared import AnyDecision
    from bosoto.types import LifecycleName

__all__ = ["Decision"]


@dataclass(frozen=True)
class Stored:
    """A decision that was read from its JSON, with the case after it."""

    lifecycle: str
    text: str
    accepted: bool
    case: native.Case | None

    def to_json(self) -> str:
        return self.text

    def after(self) -> native.Case | None:
        return self.case


class Decision(Generic[S]):
    """What a command came to. Nothing of it is rendered until it is asked for.

    Two decisions are equal where their JSON is.
    """

    __slots__ = ("__dict__", "_native")  # The dict is made for what is asked for.

    def __init__(self, decision: native.Decision | Stored) -> None:
        self._native = decision

    @classmethod
    def from_json(
        cls, lifecycle: LifecycleName, text: str, case: Case[S] | None = None
    ) -> Decision[S]:
        """A decision that `to_json` wrote, with the case after it, if that is known.

        Raises `WireError` for what is no decision.
        """
        after = None if case is None else case._native
        return cls(Stored(lifecycle, text, native.is_accepted(lifecycle, text), after))

    @property
    def accepted(self) -> bool:
        """Whether the command is done."""
        return self._native.accepted

    def to_json(self) -> str:
        """Canonical JSON."""
        return self._native.to_json()

    @cached_property
    def data(self) -> AnyDecision:
        """The decision under the names of the contract."""
        data: AnyDecision = json.loads(self.to_json())
        return data

    def _part(self, name: str) -> Iterable[Any]:
        """A list of it; empty where it has none."""
        parts: Mapping[str, Any] = self.data
        found: Iterable[Any] = parts.get(name, ())
        return found

    @property
    def state(self) -> S | None:
        """The state after it, one of its lifecycle's `State`; none where a creating command is
        refused.
        """
        word = self.data.get("state")
        state: S | None = None if word is None else state_of(self._native.lifecycle, word)
        return state

    @property
    def profile(self) -> str:
        """The edition of the rules by which it was judged."""
        return str(self.data["profile"])

    @property
    def repeated(self) -> bool:
        """Whether it is the first decision again, so that no effect is to be executed (GE-03)."""
        return bool(self.data.get("repeated", False))

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """Every reason of a refusal."""
        return Rows(map(Reason.of, self._part("reasons")))

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events of an accepted command."""
        return tuple(map(Event.of, self._part("events")))

    @cached_property
    def effects(self) -> tuple[Effect, ...]:
        """What the embedding system has to do, unless `repeated`."""
        return tuple(map(Effect.of, self._part("effects")))

    @cached_property
    def warnings(self) -> tuple[Warning, ...]:
        """Advice, ordered by rule."""
        return Rows(map(Warning.of, self._part("warnings")))

    @property
    def case(self) -> Case[S] | None:
        """The case after it: with the event of an accepted command, otherwise as it was.

        It is one of its own, each time anew: what it is acted on, or the case that was asked, is
        not seen in the other.
        """
        from bosoto.case import Case

        after = self._native.after()
        return None if after is None else Case._of(after)

    def raise_if_rejected(self) -> None:
        """Raises `Rejected` for a refusal."""
        if not self.accepted:
            raise Rejected(self.reasons)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Decision) and self._content() == other._content()

    def __hash__(self) -> int:
        return hash(self._content())

    def _content(self) -> tuple[str, str]:
        return self._native.lifecycle, self.to_json()

    def __copy__(self) -> Decision[S]:
        return self

    def __deepcopy__(self, memo: object) -> Decision[S]:
        return self

    def __reduce__(self) -> tuple[object, tuple[str, str, Case[S] | None]]:
        return Decision.from_json, (*self._content(), self.case)

    def __repr__(self) -> str:
        rules = ", ".join(f"{reason.rule} {reason.kind}" for reason in self.reasons)
        return "<Decision accepted>" if self.accepted else f"<Decision rejected: {rules}>"


@cache
def states(lifecycle: str) -> Any:
    """The states of a lifecycle, from its module."""
    return import_module(f"bosoto.{lifecycle}").State


def state_of(lifecycle: str, word: str) -> Any:
    """A state of a lifecycle, one of its `State`."""
    return states(lifecycle)(word)
