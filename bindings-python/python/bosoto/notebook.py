"""What a notebook shows: a case as a timeline, answers as tables. No personal data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from bosoto import _history as history
from bosoto._history import Withdrawal
from bosoto.cli import texts
from bosoto.cli.texts import Language
from bosoto.lifecycle import Lifecycle
from bosoto.results import Action, BrokenLine, Conflict, Event, Obligation, Reason, Text, Warning
from bosoto.worklist import Casework, WorklistItem, Workload

if TYPE_CHECKING:
    from bosoto.case import Case

__all__ = ["table", "timeline"]

Column = tuple[Text, Callable[[Any], str]]
"""What stands above a column, and what a row has in it."""


def timeline(case: Case) -> str:
    """A table of the events: Thai date, rule, the command's label, event, what became of it.

    No personal data: neither a reason nor a user is named.
    """
    about = Lifecycle.named(case.lifecycle)
    labels = {command["event"]: command["label"]["th"] for command in about.machine["commands"]}
    states = {one["name"]: one["title"]["th"] for one in about.machine["states"]}
    events = case.events
    rows = "".join(
        "<tr>"
        f"<td>{Language.TH.date(event.moment.date())}</td>"
        f"<td>{escape(event.rule)}</td>"
        f"<td>{struck(labels[event.type], event, withdrawal)}</td>"
        f"<td><code>{escape(event.type)}</code></td>"
        f"<td>{escape(Language.TH.note(event, withdrawal))}</td>"
        "</tr>"
        for event, withdrawal in history.entries(events)
    )
    cancelled = history.cancellation(events)
    in_error = "" if cancelled is None else f"<br>{escape(Language.TH.cancelled(cancelled))}"
    return (
        f"<table><caption>{escape(case.case_id)} · {escape(about.title.th)} · "
        f"<b>{escape(states[case.state])}</b> <code>{escape(case.state)}</code>{in_error}</caption>"
        "<thead><tr><th>วันที่</th><th>ข้อ</th><th>รายการ</th><th>ชนิด</th><th>หมายเหตุ</th></tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )


def struck(label: str, event: Event, withdrawal: Withdrawal | None) -> str:
    """A label, struck through where the entry has no effect."""
    without_effect = event.is_void or withdrawal is not None
    return f"<s>{escape(label)}</s>" if without_effect else escape(label)


def table(rows: Sequence[object]) -> str:
    """Rows of one kind as a table with Thai titles."""
    if not rows:
        return f"<i>{escape(texts.NO_ROW.th)}</i>"
    columns = COLUMNS[type(rows[0])]
    head = "".join(f"<th>{escape(title.th)}</th>" for title, _ in columns)
    body = "".join(f"<tr>{''.join(cell(of(row)) for _, of in columns)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def cell(text: str) -> str:
    """A cell; a line of the text stays a line."""
    return f"<td>{escape(text).replace(chr(10), '<br>')}</td>"


def allowed(action: Action) -> str:
    """Whether the command is allowed, or from when."""
    return "✓" if action.allowed else Language.TH.date(action.allowed_from) or "–"


def labels(actions: Iterable[Action]) -> str:
    """What the commands are called, a line for each."""
    return "\n".join(action.label.th for action in actions)


def because(action: Action) -> str:
    """Why a command is not allowed, a line for each reason."""
    return "\n".join(f"{reason.rule}: {reason.message.th}" for reason in action.reasons)


RULE: Column = (texts.RULE, lambda row: row.rule)
MESSAGE: Column = (texts.REASON, lambda row: row.message.th)

COLUMNS: dict[type, tuple[Column, ...]] = {
    Action: (
        (texts.ACTION, lambda row: row.label.th),
        (texts.ALLOWED, allowed),
        (texts.WHY_NOT, because),
    ),
    Obligation: (
        RULE,
        (texts.WHAT, lambda row: row.title.th),
        (texts.OPENS, lambda row: Language.TH.date(row.opens_on)),
        (texts.DUE_BY, lambda row: Language.TH.date(row.due_by)),
        (texts.STATUS, lambda row: row.status.title.th),
        (texts.RESPONSIBLE, lambda row: row.organisation),
    ),
    WorklistItem: (
        (texts.CASE, lambda row: row.case_id),
        (texts.RULE, lambda row: row.obligation.rule),
        (texts.WHAT, lambda row: row.obligation.title.th),
        (texts.RESPONSIBLE, lambda row: row.obligation.organisation),
        (texts.BECAUSE, lambda row: row.because.th),
    ),
    Casework: (
        (texts.CASE, lambda row: row.case_id),
        (texts.TO_DO, lambda row: "\n".join(one.because.th for one in row.owed)),
        (texts.POSSIBLE, lambda row: labels(row.possible)),
        (texts.BLOCKED, lambda row: labels(row.waiting)),
    ),
    Workload: (
        (texts.RESPONSIBLE, lambda row: row.responsible.organisation),
        (texts.OVERDUE, lambda row: f"{row.overdue:,}"),
        (texts.DUE_NOW, lambda row: f"{row.due:,}"),
        (texts.OPEN_NOW, lambda row: f"{row.open:,}"),
        (texts.COMING, lambda row: f"{row.upcoming:,}"),
    ),
    Reason: (RULE, MESSAGE, (texts.FROM, lambda row: Language.TH.date(row.allowed_from))),
    Warning: (RULE, MESSAGE),
    Conflict: (RULE, MESSAGE),
    BrokenLine: (
        (texts.LINE, lambda row: str(row.line)),
        (texts.PLACE, lambda row: row.pointer),
        MESSAGE,
    ),
}
"""The columns of each kind of row."""
