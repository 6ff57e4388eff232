"""`bosoto demo`: a province's commands replayed, then the worklist of one organisation."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table

from bosoto import _bosoto as native
from bosoto.case import Case, decide
from bosoto.cli import texts
from bosoto.cli.files import FileError, read_text
from bosoto.cli.texts import Language
from bosoto.decision import Decision
from bosoto.envelope import Envelope
from bosoto.errors import WireError
from bosoto.lifecycle import Lifecycle
from bosoto.results import THAI_TIME, Text, owed_title
from bosoto.thai import parse_thai_date
from bosoto.types import Actor, ReasonKind
from bosoto.worklist import Casework, Urgency, casework, workload

__all__ = ["Province", "owed_table", "run"]

SAMPLE = Path("examples", "province-month", "commands.ndjson.gz")
WIDE = 110
"""From this many columns on, no Thai label is broken in a table of four."""


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
    given = on or manifest.get("as_of")
    day = parse_thai_date(given) if given else last_day(province)
    past = (case.as_of(day) for case in province.cases.values())
    cases = [case for case in past if case is not None]
    who = officer(cases, unit, day)
    at = datetime.combine(day, time(12), THAI_TIME)
    found = [] if who is None else casework(cases, who, at)
    known = named(unit or (who.organisation if who else ""), manifest, lang)
    worklist(console, lang, known, found, day, limit)
    whole_province(console, lang, cases, day, limit)


def officer(cases: list[Case], unit: str | None, day: date) -> Actor | None:
    """Whose work is shown: the unit's, else that of who can do the most."""
    loads = workload(cases, day)
    found = (load.responsible for load in loads if unit in (None, load.responsible.organisation))
    who = next(found, None)
    if who is None and unit is None:
        raise FileError(texts.NO_UNIT)
    return who


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


def last_day(province: Province) -> date:
    """The day of the last command."""
    days = [event.at.date() for case in province.cases.values() for event in case.events]
    if not days:
        raise FileError(texts.NO_UNIT)
    return max(days)


def named(unit: str, manifest: dict[str, Any], lang: Language) -> dict[str, str]:
    """An organisation with its name, where the manifest has one."""
    groups = ("units", "centres", "probation_offices", "districts")
    known = [one for group in groups for one in manifest.get(group, ()) if one["code"] == unit]
    return {"unit": unit, "name": lang.of(known[0]["name"]) if known else ""}


def count(console: Console, lang: Language, province: Province) -> None:
    """How the commands fared, with the commonest first reasons of refusals."""
    parts = [f"{lang.of(texts.LINES)} {sum(province.counts.values()):,}"]
    parts += [f"{lang.of(text)} {province.counts[name]:,}" for name, text in texts.COUNTS.items()]
    console.print(" · ".join(parts))
    console.print(f"{lang.of(texts.COMMONEST)}:")
    for (rule, kind), times in province.reasons.most_common(5):
        console.print(f"  {times:>5,} {lang.of(texts.TIMES)}  {rule} {lang.of(texts.KINDS[kind])}")


def worklist(
    console: Console,
    lang: Language,
    unit: dict[str, str],
    found: list[Casework],
    day: date,
    limit: int,
) -> None:
    """The table: what is due, what is possible now, what is not and from when."""
    title = lang.of(texts.WORKLIST).format(**unit, on=lang.date(day))
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
        table.add_row(one.case_id, to_do(lang, one), *cells)
    console.print(table)
    if len(found) > len(shown):
        console.print(lang.of(texts.MORE).format(more=len(found) - len(shown)))


def whole_province(
    console: Console, lang: Language, cases: list[Case], day: date, limit: int
) -> None:
    """Every lifecycle of the province on one worklist: how much is owed, and the most urgent."""
    asked = {"on": day, "settled": False}
    rows = json.loads(native.worklist([case._native for case in cases], asked))
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
    firsts = [row for name in owing for row in first_of(rows, name, each)]
    console.print(urgent(lang, sorted(firsts, key=rows.index)))


def first_of(rows: list[dict[str, Any]], lifecycle: str, most: int) -> list[dict[str, Any]]:
    """The first rows of a lifecycle."""
    return list(islice((row for row in rows if row["lifecycle"] == lifecycle), most))


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


def to_do(lang: Language, work: Casework) -> str:
    """What is owed, until when, and whether that has passed."""
    lines = []
    for one in work.owed:
        row = one.obligation
        words = [row.rule, lang.of(row.title)]
        if row.due_by:
            words.append(lang.of(texts.BY_DATE).format(date=lang.date(row.due_by)))
        if one.urgency is Urgency.OVERDUE:
            words.append(f"[bold red]{lang.of(texts.STATUSES[row.status])}[/]")
        lines.append(" ".join(words))
    return "\n".join(lines)


def possible(lang: Language, work: Casework) -> str:
    """The commands that are possible now."""
    return "\n".join(f"✓ {lang.of(one.label)}" for one in work.possible)


def blocked(lang: Language, work: Casework) -> str:
    """The commands that wait for a day or for something that is missing, with the rule."""
    lines = []
    for action in work.waiting:
        first = action.reasons[0]
        since = lang.date(action.allowed_from) or lang.of(texts.KINDS[first.kind])
        start = texts.FROM_DATE if action.allowed_from else Text("{date}", "{date}")
        when = lang.of(start).format(date=since)
        lines.append(f"✗ {lang.of(action.label)}: {first.rule} {when}")
    return "\n".join(lines)
