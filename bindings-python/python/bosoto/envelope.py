"""Commands on their way."""

from __future__ import annotations

import json
from datetime import datetime

from bosoto import _bosoto as native
from bosoto._record import Command
from bosoto.types import Actor

__all__ = ["Envelope"]


class Envelope:
    """A command with who sends it and when. It is read once and may be decided often.

    "Today" is the civil date of `at` in Thailand; a `datetime` without `tzinfo` is refused. Send a
    `command_id` (a UUID) so that sending the command twice does nothing twice (GE-03).
    Raises `WireError` where the schema forbids something.
    """

    __slots__ = ("_native",)

    def __init__(
        self,
        command: Command,
        *,
        at: datetime,
        actor: Actor,
        command_id: str | None = None,
        recorded_at: datetime | None = None,
        coordinated: bool = False,
    ) -> None:
        fields: dict[str, object] = {"at": at, "actor": actor, "command": command}
        if command_id is not None:
            fields["command_id"] = command_id
        if recorded_at is not None:
            fields["recorded_at"] = recorded_at
        if coordinated:
            fields["coordinated"] = True
        self._native = native.Envelope(command.lifecycle, fields)

    @classmethod
    def from_json(cls, lifecycle: str, text: str) -> Envelope:
        """Reads an envelope from JSON."""
        envelope = object.__new__(cls)
        envelope._native = native.Envelope.from_json(lifecycle, text)
        return envelope

    @classmethod
    def from_dict(cls, lifecycle: str, fields: dict[str, object]) -> Envelope:
        """Reads an envelope from what `json.loads` returns."""
        envelope = object.__new__(cls)
        envelope._native = native.Envelope(lifecycle, fields)
        return envelope

    @property
    def lifecycle(self) -> str:
        """The name of its lifecycle."""
        return self._native.lifecycle

    def to_json(self) -> str:
        """Canonical JSON."""
        return self._native.to_json()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Envelope) and self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __repr__(self) -> str:
        fields = json.loads(self.to_json())
        return f"<Envelope {self.lifecycle}: {fields['command']['type']} at {fields['at']}>"
