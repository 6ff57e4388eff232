"""Verdicts: what a command came to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from bosoto import _bosoto as native
from bosoto.errors import Rejected
from bosoto.results import Effect, Event, Reason, Rows, Warning

if TYPE_CHECKING:
    from bosoto.case import Case
    from bosoto.documents.shared import AnyDecision

__all__ = ["Decision"]


class Decision:
    """What a command came to. Nothing of it is rendered until it is asked for."""

    __slots__ = ("__dict__", "_native")  # The dict is made for what is asked for.

    def __init__(self, decision: native.Decision) -> None:
        self._native = decision

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
    def state(self) -> str | None:
        """The state after it; none where a creating command is refused."""
        return self.data.get("state")

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
    def case(self) -> Case | None:
        """The case after it: with the event of an accepted command, otherwise as it was."""
        from bosoto.case import Case

        after = self._native.after()
        return None if after is None else Case._of(after)

    def raise_if_rejected(self) -> None:
        """Raises `Rejected` for a refusal."""
        if not self.accepted:
            raise Rejected(self.reasons)

    def __repr__(self) -> str:
        rules = ", ".join(f"{reason.rule} {reason.kind}" for reason in self.reasons)
        return "<Decision accepted>" if self.accepted else f"<Decision rejected: {rules}>"
