"""What a notebook shows of a case."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from bosoto import _bosoto as native
from bosoto.lifecycle import Lifecycle

if TYPE_CHECKING:
    from bosoto.results import Event

__all__ = ["timeline"]


def timeline(lifecycle: str, case_id: str, state: str, events: Iterable[Event]) -> str:
    """A table of the events: Thai date, rule, event, the command's label. No personal data."""
    about = Lifecycle(lifecycle)
    labels = {command["event"]: command["label"]["th"] for command in about.machine["commands"]}
    states = {one["name"]: one["title"]["th"] for one in about.machine["states"]}
    rows = "".join(
        "<tr>"
        f"<td>{native.thai_date(event.at.date().isoformat())}</td>"
        f"<td>{escape(event.rule)}</td>"
        f"<td>{escape(labels[event.type])}</td>"
        f"<td><code>{escape(event.type)}</code></td>"
        "</tr>"
        for event in events
    )
    return (
        f"<table><caption>{escape(case_id)} · {escape(about.title.th)} · "
        f"<b>{escape(states[state])}</b> <code>{escape(state)}</code></caption>"
        "<thead><tr><th>วันที่</th><th>ข้อ</th><th>รายการ</th><th>ชนิด</th></tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )
