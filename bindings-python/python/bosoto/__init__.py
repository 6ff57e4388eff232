"""The rules of Thailand's drug-treatment case system (บสต.): lifecycles, schedules, verdicts that
name their source.

Commands live in one module per lifecycle (`bosoto.compulsory`, …). A `Case` answers what is
allowed, owed and due; the `*_json` functions speak the JSON that every language speaks.
"""

from bosoto._bosoto import (
    actions_json,
    decide_json,
    flags_json,
    forms_json,
    machine_json,
    merge_json,
    obligations_json,
    owed_json,
    parameters_json,
    permissions_json,
    quality_of_life_form_json,
    replay_json,
    report_calendar_json,
    roster_check_json,
    rule_json,
    schema_json,
    smiv_obligations_json,
    view_json,
    worklist_json,
)
from bosoto.batch import Cases, Decisions, decide_many, replay_many
from bosoto.case import Case, Merged, Replayed, actions, decide, merge, replay, replay_lines
from bosoto.decision import Decision
from bosoto.envelope import Envelope
from bosoto.errors import BosotoError, Rejected, WireError
from bosoto.lifecycle import Lifecycle, lifecycles
from bosoto.policy import Policy
from bosoto.results import (
    THAI_TIME,
    Action,
    BrokenLine,
    Conflict,
    Effect,
    Event,
    Input,
    Obligation,
    Reason,
    Text,
    Warning,
)
from bosoto.rulebook import Rule, Source, rule, rules, schema, schema_names
from bosoto.thai import thai_date
from bosoto.travel import TimeTravel
from bosoto.types import Actor, ErrorCode, Owed, ReasonKind, Role, Status

__all__ = [
    "THAI_TIME",
    "Action",
    "Actor",
    "BosotoError",
    "BrokenLine",
    "Case",
    "Cases",
    "Conflict",
    "Decision",
    "Decisions",
    "Effect",
    "Envelope",
    "ErrorCode",
    "Event",
    "Input",
    "Lifecycle",
    "Merged",
    "Obligation",
    "Owed",
    "Policy",
    "Reason",
    "ReasonKind",
    "Rejected",
    "Replayed",
    "Role",
    "Rule",
    "Source",
    "Status",
    "Text",
    "TimeTravel",
    "Warning",
    "WireError",
    "actions",
    "actions_json",
    "decide",
    "decide_json",
    "decide_many",
    "flags_json",
    "forms_json",
    "lifecycles",
    "machine_json",
    "merge",
    "merge_json",
    "obligations_json",
    "owed_json",
    "parameters_json",
    "permissions_json",
    "quality_of_life_form_json",
    "replay",
    "replay_json",
    "replay_lines",
    "replay_many",
    "report_calendar_json",
    "roster_check_json",
    "rule",
    "rule_json",
    "rules",
    "schema",
    "schema_json",
    "schema_names",
    "smiv_obligations_json",
    "thai_date",
    "view_json",
    "worklist_json",
]
