"""
The native part of `bosoto`.
"""

from datetime import datetime
from typing import Any, SupportsIndex, final

from _typeshed import SupportsGetItem

from bosoto._record import Command
from bosoto.types import Actor

__all__ = [
    "Case",
    "Cases",
    "Decision",
    "Decisions",
    "Envelope",
    "Policy",
    "Shape",
    "Worklist",
    "Worklists",
    "actions",
    "actions_json",
    "decide",
    "decide_json",
    "dot",
    "flags_json",
    "forms_json",
    "lifecycles",
    "machine_json",
    "merge",
    "merge_json",
    "mermaid",
    "obligations_json",
    "owed_json",
    "parameters_json",
    "permissions_json",
    "quality_of_life_form_json",
    "replay",
    "replay_json",
    "replay_lines",
    "report_calendar_json",
    "roster_check_json",
    "rule_json",
    "schema_json",
    "schema_names",
    "scxml",
    "smiv_obligations_json",
    "svg",
    "thai_date",
    "view_json",
    "worklist_json",
]

@final
class Case:
    """
    A case as its events have made it. It never changes: a decision makes a new one.
    """
    def __len__(self, /) -> int: ...
    @property
    def case_id(self, /) -> str: ...
    def flags(self, /, at: str, policy: Policy | None = None) -> list[str]:
        """
        What is flagged at an instant (RFC 3339).
        """
    @property
    def lifecycle(self, /) -> str: ...
    def log(self, /) -> str:
        """
        The log as NDJSON.
        """
    def obligations(self, /, on: str, policy: Policy | None = None) -> str:
        """
        What is owed on a day (`YYYY-MM-DD`), as JSON.
        """
    @property
    def state(self, /) -> str: ...
    def view(self, /, actor: Any, policy: Policy | None = None) -> str:
        """
        What an actor sees, as JSON.
        """

@final
class Cases:
    """
    Many cases that are asked together; they become Python objects when they are read.
    """
    def __getitem__(self, place: SupportsIndex, /) -> Case | None | Any: ...
    def __len__(self, /) -> int: ...
    def __new__(cls, /, cases: SupportsGetItem[int, Case | None]) -> Cases: ...
    def decide_many(
        self,
        /,
        envelopes: SupportsGetItem[int, Envelope],
        policy: Policy | None = None,
        threads: SupportsIndex | None = None,
    ) -> Decisions:
        """
        Judges one command for each case; a reused `command_id` is an error in its place.
        """
    @staticmethod
    def read(logs: str | bytes, threads: SupportsIndex | None = None) -> Cases:
        """
        The cases of many logs, one line a case; one that cannot be used is an error in its place.
        """
    @staticmethod
    def replay(
        lifecycle: str, logs: SupportsGetItem[int, str], threads: SupportsIndex | None = None
    ) -> Cases:
        """
        Rebuilds one case from each log; a log that cannot be replayed is an error in its place.
        """
    def worklist(
        self, /, query: Any, policy: Policy | None = None, threads: SupportsIndex | None = None
    ) -> str:
        """
        The worklist of an officer over these cases, as JSON; the query is the wire's.
        """

@final
class Decision:
    """
    What a command came to, and the case it was given on.
    """
    @property
    def accepted(self, /) -> bool: ...
    def after(self, /) -> Case | None:
        """
        The case after the decision; without a case, the one that it creates.
        """
    def to_json(self, /) -> str: ...

@final
class Decisions:
    """
    The decisions of a batch; they become Python objects when they are read.
    """
    def __getitem__(self, place: SupportsIndex, /) -> Decision | Any: ...
    def __len__(self, /) -> int: ...
    def accepted(self, /) -> list[bool]:
        """
        Of each whether it is accepted; an error is not.
        """
    def all(self, /) -> list[Decision | Any]:
        """
        All of them at once.
        """

@final
class Envelope:
    """
    A command with who sends it and when. It is read once and may be decided often.

    "Today" is the civil date of `at` in Thailand; a `datetime` without `tzinfo` is refused. Send a
    `command_id` (a UUID) so that sending the command twice does nothing twice (GE-03).
    Raises `WireError` where the schema forbids something.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(
        cls,
        /,
        command: Command,
        *,
        at: datetime,
        actor: Actor,
        command_id: str | None = None,
        recorded_at: datetime | None = None,
        coordinated: bool = False,
    ) -> Envelope: ...
    def __repr__(self, /) -> str:
        """
        Its command and its instant, no person.
        """
    @staticmethod
    def from_dict(lifecycle: str, fields: Any) -> Envelope:
        """
        Reads an envelope from what `json.loads` returns.
        """
    @staticmethod
    def from_json(lifecycle: str, text: str) -> Envelope:
        """
        Reads an envelope from JSON.
        """
    @property
    def lifecycle(self, /) -> str:
        """
        The name of its lifecycle.
        """
    def to_json(self, /) -> str:
        """
        Canonical JSON.
        """

@final
class Policy:
    """
    The parameters of the rules.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, parameters: Any) -> Policy: ...
    @staticmethod
    def from_json(text: str) -> Policy: ...
    def to_json(self, /) -> str: ...

@final
class Shape:
    """
    The table of a record's class.
    """
    def __new__(
        cls, /, fields: SupportsGetItem[int, str], command: tuple[str, str] | None = None
    ) -> Shape:
        """
        The attributes that make the JSON; of a command also its lifecycle and its `type`.
        """

@final
class Worklist:
    """
    The rows of a worklist; they become JSON when they are read.
    """
    def __getitem__(self, place: SupportsIndex, /) -> str:
        """
        A row as JSON.
        """
    def __len__(self, /) -> int: ...
    def to_json(self, /) -> str:
        """
        Canonical JSON.
        """

@final
class Worklists:
    """
    The worklists of many officers over logs that come and go.
    """
    def __new__(
        cls, /, queries: SupportsGetItem[int, Any], policy: Policy | None = None
    ) -> Worklists:
        """
        One worklist for each query of the wire.
        """
    @property
    def cases(self, /) -> int:
        """
        How many cases have been asked.
        """
    def finish(self, /) -> list[Worklist]:
        """
        The worklists, in the order of the queries; nothing is kept.
        """
    def read(self, /, logs: str | bytes, threads: SupportsIndex | None = None) -> None:
        """
        Adds what is owed in the cases of many logs, one line a case.
        """

def actions(
    lifecycle: str, case: Case | None, actor: Any, at: str, policy: Policy | None = None
) -> str:
    """
    Every command of a lifecycle as an actor finds it at an instant (RFC 3339), as JSON.
    """

def actions_json(
    lifecycle: str, log: str | None, actor: str, at: str, policy: str | None = None
) -> str:
    """
    Every command as the actor finds it at an instant.
    """

def decide(case: Case | None, envelope: Envelope, policy: Policy | None = None) -> Decision:
    """
    Judges a command.
    """

def decide_json(lifecycle: str, log: str | None, envelope: str, policy: str | None = None) -> str:
    """
    Judges a command on the case of a log; without a log, a command that creates a case.
    """

def dot(lifecycle: str) -> str:
    """
    Graphviz DOT.
    """

def flags_json(lifecycle: str, log: str, at: str, policy: str | None = None) -> str:
    """
    What is flagged at an instant.
    """

def forms_json(lifecycle: str) -> str:
    """
    The form of every command of a lifecycle.
    """

def lifecycles() -> list[str]:
    """
    The names of the lifecycles, in the order of the contract.
    """

def machine_json(lifecycle: str) -> str:
    """
    A lifecycle's table as data.
    """

def merge(lifecycle: str, log_a: str, log_b: str) -> tuple[Case | None, str, str]:
    """
    Merges two logs of one case: the case, its log as NDJSON, and the events without effect as JSON.
    """

def merge_json(lifecycle: str, log_a: str, log_b: str) -> str:
    """
    Two logs of one case as one: state, log, and the events without effect.
    """

def mermaid(lifecycle: str) -> str:
    """
    Mermaid `stateDiagram-v2`.
    """

def obligations_json(lifecycle: str, log: str, on: str, policy: str | None = None) -> str:
    """
    What is owed on a day.
    """

def owed_json() -> str:
    """
    What can be owed, with what it is called.
    """

def parameters_json() -> str:
    """
    Every parameter of the policy: its rule, unit, range and default.
    """

def permissions_json() -> str:
    """
    The permission matrix of all lifecycles (AD-08).
    """

def quality_of_life_form_json() -> str:
    """
    The items of the quality-of-life form (QL-01, QL-02).
    """

def replay(lifecycle: str, log: str) -> Case | None:
    """
    Rebuilds a case from its log: NDJSON, or a JSON array of events.
    """

def replay_json(lifecycle: str, log: str) -> str:
    """
    What a log comes to: the case's id and state, the number of events used, the broken lines.
    """

def replay_lines(lifecycle: str, log: str) -> tuple[Case | None, int, str]:
    """
    The same from NDJSON without the lines that cannot be used: the case, how many lines were used,
    and the others as JSON.
    """

def report_calendar_json(
    organisation: str, from_: str, to: str, on: str, policy: str | None = None
) -> str:
    """
    The reports that a province or a region owes between two days, as they stand on a third.
    """

def roster_check_json(districts: str) -> str:
    """
    The districts that are not set up for the community follow-up (AC-07).
    """

def rule_json(id: str | None = None) -> str:
    """
    A rule of the rulebook; without an id, all of them.
    """

def schema_json(name: str) -> str:
    """
    The JSON Schema of this name.
    """

def schema_names() -> list[str]:
    """
    The names of the schemas.
    """

def scxml(lifecycle: str) -> str:
    """
    State Chart XML 1.0.
    """

def smiv_obligations_json(person: str, on: str, policy: str | None = None) -> str:
    """
    The follow-ups that an SMI-V person is owed (SV-02).
    """

def svg(lifecycle: str) -> str:
    """
    The DOT diagram, drawn.
    """

def thai_date(on: str, style: str = "abbreviated") -> str:
    """
    A date (`YYYY-MM-DD`) in the Buddhist era: `short` 3/4/64, `slash` 03/04/2564, `abbreviated`
    3 เม.ย. 2564, `long` 3 เมษายน 2564, `digits` ๓ เมษายน ๒๕๖๔.
    """

def view_json(lifecycle: str, log: str, actor: str, policy: str | None = None) -> str:
    """
    What an actor sees.
    """

def worklist_json(cases: str, query: str, policy: str | None = None) -> str:
    """
    The worklist of an officer over many cases, `[{"lifecycle", "log"}]`.
    """
