"""
The native part of `bosoto`.
"""

from typing import Any, final

from _typeshed import SupportsGetItem

__all__ = [
    "Case",
    "Decision",
    "Envelope",
    "Policy",
    "actions",
    "call",
    "casework",
    "decide",
    "decide_many",
    "dot",
    "lifecycles",
    "merge",
    "mermaid",
    "replay",
    "replay_lines",
    "replay_many",
    "schema_names",
    "scxml",
    "worklist",
    "workload",
]

@final
class Case:
    """
    A case as its events have made it. It never changes: a decision makes a new one.
    """
    def __len__(self, /) -> int: ...
    def as_of(self, /, on: str) -> Case | None:
        """
        The case as the events up to a day made it.
        """
    @property
    def case_id(self, /) -> str: ...
    def due(self, /, on: str, policy: Policy | None = None) -> str:
        """
        What of it can be done on that day, as JSON.
        """
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
class Decision:
    """
    What a command came to.
    """
    @property
    def accepted(self, /) -> bool: ...
    def apply_to(self, /, case: Case | None) -> Case | None:
        """
        The case after the decision; without a case, the one that it creates.
        """
    def to_json(self, /) -> str: ...

@final
class Envelope:
    """
    A command with who sends it and when, ready to be decided as often as wanted.
    """
    def __new__(cls, /, lifecycle: str, envelope: Any) -> Envelope:
        """
        Reads an envelope from dicts, lists, dates and the package's records.
        """
    @staticmethod
    def from_json(lifecycle: str, text: str) -> Envelope: ...
    @property
    def lifecycle(self, /) -> str: ...
    def to_json(self, /) -> str: ...

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

def actions(
    lifecycle: str, case: Case | None, actor: Any, at: str, policy: Policy | None = None
) -> str:
    """
    Every command of a lifecycle as an actor finds it at an instant (RFC 3339), as JSON.
    """

def call(name: str, arguments: SupportsGetItem[int, str | None]) -> str:
    """
    A call of the contract by its name, with its arguments in order; those that may be left out are
    `None`.
    """

def casework(cases: SupportsGetItem[int, Case], query: Any, policy: Policy | None = None) -> str:
    """
    The cases that an officer has to work on at an instant, as JSON; the query is the wire's.
    """

def decide(case: Case | None, envelope: Envelope, policy: Policy | None = None) -> Decision:
    """
    Judges a command.
    """

def decide_many(
    cases: SupportsGetItem[int, Case | None],
    envelopes: SupportsGetItem[int, Envelope],
    policy: Policy | None = None,
) -> list[Decision | Any]:
    """
    Judges one command for each case; a reused `command_id` is an error in its place.
    """

def dot(lifecycle: str) -> str:
    """
    Graphviz DOT.
    """

def lifecycles() -> list[str]:
    """
    The names of the lifecycles, in the order of the contract.
    """

def merge(lifecycle: str, log_a: str, log_b: str) -> tuple[Case | None, str, str]:
    """
    Merges two logs of one case: the case, its log as NDJSON, and the events without effect as JSON.
    """

def mermaid(lifecycle: str) -> str:
    """
    Mermaid `stateDiagram-v2`.
    """

def replay(lifecycle: str, log: str) -> Case | None:
    """
    Rebuilds a case from its log: NDJSON, or a JSON array of events.
    """

def replay_lines(lifecycle: str, log: str) -> tuple[Case | None, int, str]:
    """
    The same without the lines that cannot be used: the case, how many lines were used, and the
    others as JSON.
    """

def replay_many(lifecycle: str, logs: SupportsGetItem[int, str]) -> list[Case | None | Any]:
    """
    Rebuilds one case from each log; a log that cannot be replayed is an error in its place.
    """

def schema_names() -> list[str]:
    """
    The names of the schemas.
    """

def scxml(lifecycle: str) -> str:
    """
    State Chart XML 1.0.
    """

def worklist(cases: SupportsGetItem[int, Case], query: Any, policy: Policy | None = None) -> str:
    """
    The worklist of an officer over many cases, as JSON; the query is the wire's.
    """

def workload(cases: SupportsGetItem[int, Case], on: str, policy: Policy | None = None) -> str:
    """
    What each organisation owes on a day (`YYYY-MM-DD`), as JSON.
    """
