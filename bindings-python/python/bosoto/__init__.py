"""The rules of Thailand's drug-treatment case system (บสต.): lifecycles, schedules, verdicts that
name their source.

Commands live in one module per lifecycle (`bosoto.compulsory`, …). A `Case` answers what is
allowed, owed and due; the `*_json` functions speak the JSON that every language speaks.

Nothing is read before it is asked for: each name is imported from its module on its first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from bosoto._interpreter import refuse_sub_interpreter

if TYPE_CHECKING:
    from bosoto import (  # isort: skip
        account as account,
        admin_change as admin_change,
        aftercare as aftercare,
        assistance as assistance,
        batch as batch,
        calls as calls,
        case as case,
        compulsory as compulsory,
        data_change as data_change,
        decision as decision,
        envelope as envelope,
        episode as episode,
        errors as errors,
        excel as excel,
        findings as findings,
        indicators as indicators,
        lifecycle as lifecycle,
        logs as logs,
        notebook as notebook,
        policy as policy,
        registry_link as registry_link,
        results as results,
        rulebook as rulebook,
        samples as samples,
        scenario as scenario,
        sql as sql,
        tables as tables,
        thai as thai,
        travel as travel,
        types as types,
        worklist as worklist,
    )
    from bosoto.batch import Cases, Decisions, decide_many, replay_many
    from bosoto.calls import (
        actions_json,
        as_of_json,
        casework_json,
        check_cell_json,
        check_row_json,
        compare_json,
        decide_json,
        due_json,
        flags_json,
        forms_json,
        indicator_value_json,
        machine_json,
        merge_json,
        obligations_json,
        owed_json,
        parameters_json,
        parse_thai_date_json,
        permissions_json,
        quality_of_life_form_json,
        replay_json,
        report_calendar_json,
        roster_check_json,
        rule_json,
        schema_json,
        smiv_obligations_json,
        thai_date_json,
        timeliness_json,
        view_json,
        worklist_json,
        workload_json,
    )
    from bosoto.case import (
        Cancellation,
        Case,
        Merged,
        Replayed,
        Withdrawal,
        actions,
        decide,
        merge,
        replay,
        replay_lines,
    )
    from bosoto.decision import Decision
    from bosoto.envelope import Envelope
    from bosoto.errors import BosotoError, DataError, InvalidRecords, Rejected, WireError
    from bosoto.findings import (
        ArrowStream,
        Count,
        Findings,
        TakenColumn,
        check_cell,
        check_row,
        validate,
    )
    from bosoto.indicators import Indicator, indicator, indicator_value
    from bosoto.lifecycle import Lifecycle, lifecycles
    from bosoto.policy import Edition, Policy
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
        Rows,
        Text,
    )
    from bosoto.results import Warning as Warning
    from bosoto.rulebook import Citation, Document, Rule, rule, rules, schema, schema_names
    from bosoto.samples import EpisodeLabel, Label, sample, sample_episodes
    from bosoto.tables import Differences, LogTable, compare, timeliness
    from bosoto.thai import parse_thai_date, thai_date
    from bosoto.travel import TimeTravel
    from bosoto.types import (
        Actor,
        ErrorCode,
        Flag,
        LifecycleName,
        Owed,
        ReasonKind,
        Role,
        Status,
    )

    __version__: str
    """The version of the package."""

# `bosoto.Warning` is not among them: a star would put it before the one of Python.
__all__ = [
    "THAI_TIME",
    "Action",
    "Actor",
    "ArrowStream",
    "BosotoError",
    "BrokenLine",
    "Cancellation",
    "Case",
    "Cases",
    "Citation",
    "Conflict",
    "Count",
    "DataError",
    "Decision",
    "Decisions",
    "Differences",
    "Document",
    "Edition",
    "Effect",
    "Envelope",
    "EpisodeLabel",
    "ErrorCode",
    "Event",
    "Findings",
    "Flag",
    "Indicator",
    "Input",
    "InvalidRecords",
    "Label",
    "Lifecycle",
    "LifecycleName",
    "LogTable",
    "Merged",
    "Obligation",
    "Owed",
    "Policy",
    "Reason",
    "ReasonKind",
    "Rejected",
    "Replayed",
    "Role",
    "Rows",
    "Rule",
    "Status",
    "TakenColumn",
    "Text",
    "TimeTravel",
    "WireError",
    "Withdrawal",
    "actions",
    "actions_json",
    "as_of_json",
    "casework_json",
    "check_cell",
    "check_cell_json",
    "check_row",
    "check_row_json",
    "compare",
    "compare_json",
    "decide",
    "decide_json",
    "decide_many",
    "due_json",
    "flags_json",
    "forms_json",
    "indicator",
    "indicator_value",
    "indicator_value_json",
    "lifecycles",
    "machine_json",
    "merge",
    "merge_json",
    "obligations_json",
    "owed_json",
    "parameters_json",
    "parse_thai_date",
    "parse_thai_date_json",
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
    "sample",
    "sample_episodes",
    "schema",
    "schema_json",
    "schema_names",
    "smiv_obligations_json",
    "thai_date",
    "thai_date_json",
    "timeliness",
    "timeliness_json",
    "validate",
    "view_json",
    "worklist_json",
    "workload_json",
]

refuse_sub_interpreter()

_NAMES: dict[str, tuple[str, ...]] = {
    "calls": (
        "actions_json",
        "as_of_json",
        "casework_json",
        "check_cell_json",
        "check_row_json",
        "compare_json",
        "decide_json",
        "due_json",
        "flags_json",
        "forms_json",
        "indicator_value_json",
        "machine_json",
        "merge_json",
        "obligations_json",
        "owed_json",
        "parameters_json",
        "parse_thai_date_json",
        "permissions_json",
        "quality_of_life_form_json",
        "replay_json",
        "report_calendar_json",
        "roster_check_json",
        "rule_json",
        "schema_json",
        "smiv_obligations_json",
        "thai_date_json",
        "timeliness_json",
        "view_json",
        "worklist_json",
        "workload_json",
    ),
    "account": (),
    "admin_change": (),
    "aftercare": (),
    "assistance": (),
    "batch": ("Cases", "Decisions", "decide_many", "replay_many"),
    "case": (
        "Cancellation",
        "Case",
        "Merged",
        "Replayed",
        "Withdrawal",
        "actions",
        "decide",
        "merge",
        "replay",
        "replay_lines",
    ),
    "compulsory": (),
    "data_change": (),
    "decision": ("Decision",),
    "envelope": ("Envelope",),
    "episode": (),
    "errors": ("BosotoError", "DataError", "InvalidRecords", "Rejected", "WireError"),
    "excel": (),
    "findings": (
        *("ArrowStream", "Count", "Findings", "TakenColumn"),
        *("check_cell", "check_row", "validate"),
    ),
    "indicators": ("Indicator", "indicator", "indicator_value"),
    "lifecycle": ("Lifecycle", "lifecycles"),
    "logs": (),
    "notebook": (),
    "policy": ("Edition", "Policy"),
    "registry_link": (),
    "results": (
        "THAI_TIME",
        "Action",
        "BrokenLine",
        "Conflict",
        "Effect",
        "Event",
        "Input",
        "Obligation",
        "Reason",
        "Rows",
        "Text",
        "Warning",
    ),
    "samples": ("EpisodeLabel", "Label", "sample", "sample_episodes"),
    "rulebook": ("Citation", "Document", "Rule", "rule", "rules", "schema", "schema_names"),
    "scenario": (),
    "sql": (),
    "tables": ("Differences", "LogTable", "compare", "timeliness"),
    "thai": ("parse_thai_date", "thai_date"),
    "travel": ("TimeTravel",),
    "types": (
        "Actor",
        "ErrorCode",
        "Flag",
        "LifecycleName",
        "Owed",
        "ReasonKind",
        "Role",
        "Status",
    ),
    "worklist": (),
}
"""The modules, each with the names that the package has from it: those of the imports above."""
_HOMES = {name: module for module, names in _NAMES.items() for name in names}


def __getattr__(name: str) -> object:
    """A name of the package, or one of its modules, on its first use."""
    if name == "__version__":
        globals()[name] = import_module("bosoto._bosoto").version()
        return globals()[name]
    if name in _HOMES:
        value = getattr(import_module(f"bosoto.{_HOMES[name]}"), name)
        globals()[name] = value
        return value
    if name in _NAMES and not name.startswith("_"):
        return import_module(f"bosoto.{name}")
    raise AttributeError(f"module 'bosoto' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES, *_NAMES, "__version__"})
