"""`bosoto demo`: a province's commands replayed, then the worklist of one organisation."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table

from bosoto import _bosoto as native
from bosoto.batch import Cases
from bosoto.case import Case, decide, replay_lines
from bosoto.cli import texts
from bosoto.cli.files import FileError, read_text
from bosoto.cli.texts import Language
from bosoto.decision import Decision
from bosoto.envelope import Envelope
from bosoto.errors import WireError
from bosoto.lifecycle import Lifecycle
from bosoto.results import THAI_TIME, Action, Obligation, Text, owed_title
from bosoto.types import Actor, ReasonKind, Status

__all__ = ["Province", "owed_table", "run"]

SAMPLE = Path("examples", "province-month", "commands.ndjson.gz")
OPEN = (Status.OVERDUE, Status.DUE)
WIDE = 110
"""From this many columns on, no Thai label is broken in a table of four."""
WAITING = (ReasonKind.TOO_EARLY, ReasonKind.MISSING_PRECONDITION)


@dataclass
class Province:
    """Every case of a province, and how its commands fared."""

    cases: dict[tuple[str, str], Case] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    reasons: Counter[tuple[str, ReasonKind]] = field(default_factory=Counter)

    def push(self, line: str) -> None:
        """Decides the command of a line."""
        try:
            outcome = self.decide(json.loads(line))
        except (ValueError, KeyError, TypeError, WireError):
            outcome = "broken"
        self.counts[outcome] += 1

    def decide(self, line: dict[str, Any]) -> str:
        """How the command fares: accepted, refused or repeated."""
        key = (line["lifecycle"], line["case_id"])
        envelope = Envelope.from_dict(line["lifecycle"], line["do"])
        decision = decide(self.cases.get(key), envelope)
        if not decision.accepted:
            first = decision.reasons[0]
            self.reasons[first.rule, first.kind] += 1
            return "refused"
        if decision.repeated:
            return "repeated"
        self.keep(key, decision)
        return "accepted"

    def keep(self, key: tuple[str, str], decision: Decision) -> None:
        """Keeps the case as the decision made it."""
        case = decision.case
        if case is not None:
            self.cases[key] = case


@dataclass(frozen=True)
class Work:
    """What an organisation has to do on a case, what it can do, and what it cannot do yet."""

    case: Case
    owed: list[Obligation]
    actions: tuple[Action, ...]

    @property
    def urgency(self) -> tuple[bool, date, str]:
        """Overdue first, then by the day it is due."""
        late = any(row.status is Status.OVERDUE for row in self.owed)
        return not late, min(row.due_by or row.opens_on for row in self.owed), self.case.case_id


def run(
    console: Console,
    lang: Language,
    file: Path | None,
    unit: str | None,
    on: str | None,
    limit: int,
) -> None:
    """Replays the file, prints the counts, then the worklist."""
    path = file or sample()
    manifest = manifest_of(path)
    province = Province()
    lines = [line for line in read_text(path).splitlines() if line.strip()]
    for line in track(lines, lang.of(texts.REPLAYING), console=Console(stderr=True)):
        province.push(line)
    count(console, lang, province)
    day = civil(on or manifest.get("as_of") or last_day(province))
    cases = list(as_of(province.cases.values(), day))
    unit = unit or busiest(cases, day)
    worklist(console, lang, named(unit, manifest, lang), list(work(cases, unit, day)), day, limit)
    whole_province(console, lang, cases, day, limit)


def civil(text: str) -> date:
    """A day of the wire; what is none is the core's own error at `/on`."""
    native.thai_date(text)
    return date.fromisoformat(text)


def sample() -> Path:
    """The sample data of the source tree, from here or from where the package lies."""
    for start in (Path.cwd(), Path(__file__).parent):
        for folder in (start, *start.parents):
            if (folder / SAMPLE).is_file():
                return folder / SAMPLE
    raise FileError(texts.NO_DATA)


def manifest_of(path: Path) -> dict[str, Any]:
    """What the file's own manifest says; nothing without one."""
    manifest = path.parent / "manifest.json"
    if not manifest.is_file():
        return {}
    found: dict[str, Any] = json.loads(read_text(manifest))
    return found


def last_day(province: Province) -> str:
    """The day of the last command."""
    days = (event.at.date() for case in province.cases.values() for event in case.events)
    return max(days, default=date.min).isoformat()


def as_of(cases: Iterable[Case], day: date) -> Iterator[Case]:
    """The cases as their events up to a day made them."""
    for case in cases:
        lines = case.log().splitlines()
        past = [
            line for line in lines if datetime.fromisoformat(json.loads(line)["at"]).date() <= day
        ]
        known = (
            case if len(past) == len(lines) else replay_lines(case.lifecycle, "\n".join(past)).case
        )
        if known is not None:
            yield known


def busiest(cases: list[Case], day: date) -> str:
    """The organisation with the most to do."""
    rows = (row for case in cases for row in case.obligations(day) if row.status in OPEN)
    ((unit, _),) = Counter(row.organisation for row in rows).most_common(1) or [("", 0)]
    if not unit:
        raise FileError(texts.NO_UNIT)
    return unit


def named(unit: str, manifest: dict[str, Any], lang: Language) -> dict[str, str]:
    """An organisation with its name, where the manifest has one."""
    groups = ("units", "centres", "probation_offices", "districts")
    known = [one for group in groups for one in manifest.get(group, ()) if one["code"] == unit]
    return {"unit": unit, "name": lang.of(known[0]["name"]) if known else ""}


def work(cases: list[Case], unit: str, day: date) -> Iterator[Work]:
    """What the organisation has to do on each case on which it owes something."""
    at = datetime.combine(day, time(12), THAI_TIME)
    for case in cases:
        rows = case.obligations(day)
        mine = [row for row in rows if row.organisation == unit and row.status in OPEN]
        if mine:
            actor = Actor(role=mine[0].role, organisation=unit)
            yield Work(case, mine, case.actions(actor, at))


def count(console: Console, lang: Language, province: Province) -> None:
    """How the commands fared, with the commonest first reasons of refusals."""
    parts = [f"{lang.of(texts.LINES)} {sum(province.counts.values()):,}"]
    parts += [f"{lang.of(text)} {province.counts[name]:,}" for name, text in texts.COUNTS.items()]
    console.print(" · ".join(parts))
    console.print(f"{lang.of(texts.COMMONEST)}:")
    for (rule, kind), times in province.reasons.most_common(5):
        console.print(f"  {times:>5,} {lang.of(texts.TIMES)}  {rule} {lang.of(texts.KINDS[kind])}")


def worklist(
    console: Console, lang: Language, unit: dict[str, str], found: list[Work], day: date, limit: int
) -> None:
    """The table: what is due, what is possible now, what is not and from when."""
    title = lang.of(texts.WORKLIST).format(**unit, on=lang.date(day))
    found.sort(key=lambda one: one.urgency)
    if not found:
        console.print(title)
        console.print(lang.of(texts.NO_WORK))
        return
    wide = console.width >= WIDE
    columns: Iterable[Text] = (texts.CASE, texts.TO_DO, texts.POSSIBLE, texts.BLOCKED)
    if not wide:
        columns = (texts.CASE, texts.TO_DO, texts.POSSIBLE_OR_NOT)
    table = Table(title=title, show_lines=True, expand=True)
    for column, ratio in zip(columns, (2, 6, 6, 7) if wide else (2, 6, 9), strict=True):
        table.add_column(lang.of(column), ratio=ratio, overflow="fold")
    shown = found[:limit] if limit else found
    for one in shown:
        actions = [possible(lang, one), blocked(lang, one)]
        cells = actions if wide else ["\n".join(filter(None, actions))]
        table.add_row(one.case.case_id, to_do(lang, one), *cells)
    console.print(table)
    if len(found) > len(shown):
        console.print(lang.of(texts.MORE).format(more=len(found) - len(shown)))


def whole_province(
    console: Console, lang: Language, cases: list[Case], day: date, limit: int
) -> None:
    """Every lifecycle of the province on one worklist: how much is owed, and the most urgent."""
    asked = {"on": day, "settled": False}
    rows = json.loads(Cases(cases)._native.worklist(asked))
    counts = Counter((row["lifecycle"], row["urgency"]) for row in rows)
    columns = [texts.OVERDUE, texts.DUE_NOW, texts.OPEN_NOW, texts.COMING]
    title = lang.of(texts.PROVINCE).format(on=lang.date(day))
    table = Table(title=title, expand=True, padding=0)
    table.add_column(lang.of(texts.LIFECYCLE), ratio=1, overflow="fold")
    for column in [texts.CASES, *columns]:
        table.add_column(lang.of(column), width=9, justify="right")
    found = Counter(case.lifecycle for case in cases)
    for name in filter(found.get, native.lifecycles()):
        owed = (counts[name, urgency] for urgency in ("overdue", "due", "open", "upcoming"))
        numbers = (f"{number:,}" for number in (found[name], *owed))
        table.add_row(lang.of(Lifecycle(name).title), *numbers)
    console.print(table)
    owing = dict.fromkeys(row["lifecycle"] for row in rows)
    each = max(limit // max(len(owing), 1), 1)
    shown = [row for name in owing for row in first_of(rows, name, each)]
    console.print(urgent(lang, sorted(shown, key=rows.index)))


def first_of(rows: list[dict[str, Any]], lifecycle: str, most: int) -> list[dict[str, Any]]:
    """The most urgent rows of a lifecycle that can be worked on."""
    now = (row for row in rows if row["lifecycle"] == lifecycle and row["urgency"] != "upcoming")
    return list(islice(now, most))


def urgent(lang: Language, rows: list[dict[str, Any]]) -> Table:
    """A worklist, the most urgent first, each row with the reason for its place."""
    columns = (texts.CASE, texts.RULE, texts.WHAT, texts.RESPONSIBLE, texts.BECAUSE)
    table = Table(expand=True)
    for column, ratio in zip(columns, (3, 2, 5, 4, 6), strict=True):
        table.add_column(lang.of(column), ratio=ratio, overflow="fold")
    for row in rows:
        because = lang.of(row["because"])
        table.add_row(
            row["case_id"],
            row["rule"],
            lang.of(owed_title(row["what"])),
            row["responsible"]["organisation"],
            f"[bold red]{because}[/]" if row["urgency"] == "overdue" else because,
        )
    return table


def owed_table(lang: Language, rows: list[dict[str, Any]]) -> Table:
    """Obligations: what, from when, until when, how it stands, by whom."""
    columns = (texts.RULE, texts.WHAT, texts.OPENS, texts.DUE_BY, texts.STATUS, texts.RESPONSIBLE)
    table = Table(*map(lang.of, columns))
    for row in rows:
        table.add_row(
            row["rule"],
            lang.of(owed_title(row["what"])),
            lang.date(row["opens_on"]),
            lang.date(row.get("due_by")),
            lang.of(texts.STATUSES[row["status"]]),
            row["responsible"]["organisation"],
        )
    return table


def to_do(lang: Language, work: Work) -> str:
    """What is owed, until when, and whether that has passed."""
    lines = []
    for row in work.owed:
        words = [row.rule, lang.of(row.title)]
        if row.due_by:
            words.append(lang.of(texts.BY_DATE).format(date=lang.date(row.due_by)))
        if row.status is Status.OVERDUE:
            words.append(f"[bold red]{lang.of(texts.STATUSES[row.status])}[/]")
        lines.append(" ".join(words))
    return "\n".join(lines)


def possible(lang: Language, work: Work) -> str:
    """The commands that are possible now."""
    return "\n".join(f"✓ {lang.of(one.label)}" for one in work.actions if one.allowed)


def blocked(lang: Language, work: Work) -> str:
    """The commands that wait for a day or for something that is missing, with the rule."""
    lines = []
    for action in work.actions:
        waiting = [reason for reason in action.reasons if reason.kind in WAITING]
        if waiting and len(waiting) == len(action.reasons):
            since = lang.date(action.allowed_from) or lang.of(texts.KINDS[waiting[0].kind])
            start = texts.FROM_DATE if action.allowed_from else Text("{date}", "{date}")
            when = lang.of(start).format(date=since)
            lines.append(f"✗ {lang.of(action.label)}: {waiting[0].rule} {when}")
    return "\n".join(lines)
