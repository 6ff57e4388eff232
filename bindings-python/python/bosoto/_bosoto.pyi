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
    "actions_json",
    "as_of_json",
    "casework",
    "casework_json",
    "decide",
    "decide_json",
    "decide_many",
    "dot",
    "due_json",
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
    "parse_thai_date_json",
    "permissions_json",
    "quality_of_life_form_json",
    "replay",
    "replay_json",
    "replay_lines",
    "replay_many",
    "report_calendar_json",
    "roster_check_json",
    "rule_json",
    "schema_json",
    "schema_names",
    "scxml",
    "smiv_obligations_json",
    "thai_date_json",
    "view_json",
    "worklist",
    "worklist_json",
    "workload",
    "workload_json",
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

def actions_json(
    lifecycle: str, log: str | None, actor: str, at: str, policy: str | None = None
) -> str:
    """
    Every command as the actor finds it at an instant.
    """

def as_of_json(lifecycle: str, log: str, on: str) -> str:
    """
    The log of a case up to a day, as a JSON array.
    """

def casework(cases: SupportsGetItem[int, Case], query: Any, policy: Policy | None = None) -> str:
    """
    The cases that an officer has to work on at an instant, as JSON; the query is the wire's.
    """

def casework_json(cases: str, query: str, policy: str | None = None) -> str:
    """
    The cases `[{"lifecycle", "log"}]` that an officer has to work on at an instant.
    """

def decide(case: Case | None, envelope: Envelope, policy: Policy | None = None) -> Decision:
    """
    Judges a command.
    """

def decide_json(lifecycle: str, log: str | None, envelope: str, policy: str | None = None) -> str:
    """
    Judges a command on the case of a log; without a log, a command that creates a case.
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

def due_json(lifecycle: str, log: str, on: str, policy: str | None = None) -> str:
    """
    What can be done on a day of what is owed: due or overdue.
    """

def flags_json(lifecycle: str, log: str, at: str, policy: str | None = None) -> str:
    """
    What is flagged at an instant.
    """

def forms_json(lifecycle: str, lang: str | None = None) -> str:
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

def parse_thai_date_json(text: str) -> str:
    """
    The date of a text in any shape that people write (TM-6).
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
    The same without the lines that cannot be used: the case, how many lines were used, and the
    others as JSON.
    """

def replay_many(lifecycle: str, logs: SupportsGetItem[int, str]) -> list[Case | None | Any]:
    """
    Rebuilds one case from each log; a log that cannot be replayed is an error in its place.
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

def thai_date_json(date: str, style: str) -> str:
    """
    A date in the style `short`, `slash`, `abbreviated`, `long` or `digits` (TM-6).
    """

def view_json(lifecycle: str, log: str, actor: str, policy: str | None = None) -> str:
    """
    What an actor sees.
    """

def worklist(cases: SupportsGetItem[int, Case], query: Any, policy: Policy | None = None) -> str:
    """
    The worklist of an officer over many cases, as JSON; the query is the wire's.
    """

def worklist_json(cases: str, query: str, policy: str | None = None) -> str:
    """
    The worklist of an officer over many cases, `[{"lifecycle", "log"}]`.
    """

def workload(cases: SupportsGetItem[int, Case], on: str, policy: Policy | None = None) -> str:
    """
    What each organisation owes on a day (`YYYY-MM-DD`), as JSON.
    """

def workload_json(cases: str, on: str, policy: str | None = None) -> str:
    """
    What each organisation owes on a day in these cases `[{"lifecycle", "log"}]`.
    """
