"""`bosoto demo`: a province's commands replayed, then the worklist of one organisation; then a
made-up export judged."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich.text import Text as Styled

from bosoto import _bosoto as native
from bosoto.batch import Cases
from bosoto.case import Case, decide
from bosoto.cli import texts
from bosoto.cli.counts import table
from bosoto.cli.files import InputError, read_logs, read_text, size
from bosoto.cli.output import bar, data, plain, say, screen
from bosoto.cli.tables import WIDE, Cell, Column, show
from bosoto.cli.texts import Language
from bosoto.decision import Decision
from bosoto.envelope import Envelope
from bosoto.errors import WireError
from bosoto.findings import validate
from bosoto.indicators import indicator
from bosoto.lifecycle import Lifecycle
from bosoto.results import THAI_TIME, Responsible, Rows, Text
from bosoto.samples import sample
from bosoto.thai import parse_thai_date
from bosoto.types import ErrorCode, Owed, ReasonKind, Status
from bosoto.worklist import Casework, Urgency, casework, workload

__all__ = ["Province", "owed_table", "run"]

SAMPLE = Path(__file__).parent / "month" / "commands.ndjson.gz"
"""A province's month, as `examples` makes it."""
LATE = "bold red"
WORST = 5
"""So many kinds of what is wrong in the export are shown."""


@dataclass
class Province:
    """Every case of a province, and how its commands fared."""

    cases: dict[tuple[str, str], Case] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    reasons: Counter[tuple[str, ReasonKind]] = field(default_factory=Counter)

    def push(self, line: bytes) -> None:
        """Decides the command of a line of UTF-8."""
        try:
            outcome = self.decide(json.loads(line.decode("utf-8")))
        except (ValueError, KeyError, TypeError, RecursionError, WireError):
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
    lang: Language,
    file: Path | None,
    unit: str | None,
    on: str | None,
    limit: int,
    as_json: bool,
    unpack_limit: int,
) -> None:
    """Replays the file, prints the counts, then the worklist."""
    path = file or SAMPLE
    manifest = manifest_of(path)
    province = Province()
    with bar(lang.of(texts.REPLAYING), size(path)) as advance:
        for block in read_logs(path, advance, unpack_limit):
            for line in filter(bytes.strip, block.split(b"\n")):
                province.push(line)
    given = on or manifest.get("as_of")
    day = parse_thai_date(given) if isinstance(given, str) else last_day(province)
    past = (case.as_of(day) for case in province.cases.values())
    cases = [case for case in past if case is not None]
    if as_json:
        data(json.dumps(answer(province, cases, day), ensure_ascii=False))
        return
    count(lang, province)
    who = officer(cases, unit, day)
    at = datetime.combine(day, time(12), THAI_TIME)
    found = Rows() if who is None else casework(cases, who, at)
    code = unit or (who.organisation if who else "")
    known = {"unit": plain(code), "name": plain(name_of(code, manifest, lang))}
    worklist(lang, known, found, day, limit)
    whole_province(lang, cases, day, limit)
    if file is None:
        export(lang)


def officer(cases: list[Case], unit: str | None, day: date) -> Responsible | None:
    """Whose work is shown: the unit's, else that of who can do the most."""
    loads = workload(cases, day)
    found = (load.responsible for load in loads if unit in (None, load.responsible.organisation))
    who = next(found, None)
    if who is None and unit is None:
        raise InputError(ErrorCode.MISSING_FIELD, "/unit", texts.NO_UNIT)
    return who


def answer(province: Province, cases: list[Case], day: date) -> dict[str, Any]:
    """All that is shown, as data: how the commands fared, and the worklist of the province."""
    reasons = province.reasons.most_common()
    return {
        "on": day.isoformat(),
        "counts": {name: province.counts[name] for name in texts.COUNTS},
        "reasons": [{"rule": rule, "kind": kind, "times": n} for (rule, kind), n in reasons],
        "worklist": rows_of(cases, day),
    }


def rows_of(cases: list[Case], day: date) -> list[dict[str, Any]]:
    """The worklist of everybody."""
    asked = {"on": day, "settled": False}
    rows: list[dict[str, Any]] = json.loads(Cases(cases)._native.worklist(asked))
    return rows


def manifest_of(path: Path) -> dict[str, Any]:
    """What the file's own manifest says; nothing where there is none, or one of something else."""
    manifest = path.parent / "manifest.json"
    if str(path) == "-" or not manifest.is_file():
        return {}
    try:
        found = json.loads(read_text(manifest))
    except (InputError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def last_day(province: Province) -> date:
    """The day of the last command."""
    days = [event.at.date() for case in province.cases.values() for event in case.events]
    if not days:
        raise InputError(ErrorCode.MISSING_FIELD, "/unit", texts.NO_UNIT)
    return max(days)


def name_of(unit: str, manifest: dict[str, Any], lang: Language) -> str:
    """The name of an organisation, where the manifest has one."""
    try:
        groups = ("units", "centres", "probation_offices", "districts")
        known = (one for group in groups for one in manifest.get(group, ()))
        return next((lang.of(one["name"]) for one in known if one["code"] == unit), "")
    except (KeyError, TypeError):
        return ""


def count(lang: Language, province: Province) -> None:
    """How the commands fared, with the commonest first reasons of refusals."""
    parts = [f"{lang.of(texts.LINES)} {sum(province.counts.values()):,}"]
    parts += [f"{lang.of(text)} {province.counts[name]:,}" for name, text in texts.COUNTS.items()]
    say(" · ".join(parts))
    say(f"{lang.of(texts.COMMONEST)}:")
    for (rule, kind), times in province.reasons.most_common(5):
        say(f"  {times:>5,} {lang.of(texts.TIMES)}  {rule} {lang.of(ReasonKind(kind).title)}")


def worklist(
    lang: Language, unit: dict[str, str], found: Rows[Casework], day: date, limit: int
) -> None:
    """The table: what is due, what is possible now, what is not and from when."""
    title = lang.of(texts.WORKLIST).format(**unit, on=lang.date(day))
    if not found:
        say(title)
        say(lang.of(texts.NO_WORK))
        return
    wide = screen().width >= WIDE
    shown = found[:limit] if limit else found
    columns = [Column(lang.of(texts.CASE), whole=True), Column(lang.of(texts.TO_DO), ratio=2)]
    if wide:
        columns += [
            Column(lang.of(texts.POSSIBLE), ratio=2),
            Column(lang.of(texts.BLOCKED), ratio=2),
        ]
    else:
        columns += [Column(lang.of(texts.POSSIBLE_OR_NOT), ratio=3)]
    show(columns, [work_row(lang, one, wide) for one in shown], title)
    if len(found) > len(shown):
        say(lang.of(texts.MORE).format(more=len(found) - len(shown)))


def work_row(lang: Language, one: Casework, wide: bool) -> list[Cell]:
    """A case with what is owed on it, what can be done and what cannot yet."""
    actions = [possible(lang, one), blocked(lang, one)]
    cells = actions if wide else ["\n".join(filter(None, actions))]
    return [plain(one.case_id), to_do(lang, one), *cells]


def whole_province(lang: Language, cases: list[Case], day: date, limit: int) -> None:
    """Every lifecycle of the province on one worklist: how much is owed, and the most urgent."""
    rows = rows_of(cases, day)
    counts = Counter((row["lifecycle"], row["urgency"]) for row in rows)
    numbers = (texts.CASES, texts.OVERDUE, texts.DUE_NOW, texts.OPEN_NOW, texts.COMING)
    columns = [Column(lang.of(texts.LIFECYCLE))]
    columns += [Column(lang.of(text), whole=True, number=True) for text in numbers]
    found: Counter[str] = Counter(case.lifecycle for case in cases)
    lines = []
    for name in filter(found.get, native.lifecycles()):
        owed = (counts[name, urgency] for urgency in ("overdue", "due", "open", "upcoming"))
        title = lang.of(Lifecycle.named(name).title)
        lines.append([title, *(f"{number:,}" for number in (found[name], *owed))])
    show(columns, lines, lang.of(texts.PROVINCE).format(on=lang.date(day)))
    owing = dict.fromkeys(row["lifecycle"] for row in rows)
    each = max(limit // max(len(owing), 1), 1)
    urgent(
        lang, sorted((row for name in owing for row in first_of(rows, name, each)), key=rows.index)
    )


def export(lang: Language) -> None:
    """A made-up export of the 43 files: what is wrong in it, and an indicator of it."""
    with TemporaryDirectory() as folder:
        sample(folder)
        findings = validate(folder)
        found = indicator("KP-16", folder, fiscal_year=2567, quarter=3, by="facility")
    say("")
    say(lang.of(texts.MADE_UP))
    table(findings, lang, WORST)
    for area in found.areas:
        told = {"a": area.numerator, "b": area.denominator, "value": area.value or "–"}
        say(
            lang.of(texts.MADE_UP_INDICATOR).format(
                id=found.indicator, unit=plain(area.area), **told
            )
        )
    say(lang.of(texts.HOW_TO_REPORT))


def first_of(rows: list[dict[str, Any]], lifecycle: str, most: int) -> list[dict[str, Any]]:
    """The first rows of a lifecycle."""
    return list(islice((row for row in rows if row["lifecycle"] == lifecycle), most))


def urgent(lang: Language, rows: list[dict[str, Any]]) -> None:
    """A worklist, the most urgent first, each row with the reason for its place."""
    columns = [
        Column(lang.of(texts.CASE), whole=True),
        Column(lang.of(texts.RULE), whole=True),
        Column(lang.of(texts.WHAT), ratio=5),
        Column(lang.of(texts.RESPONSIBLE), ratio=3),
        Column(lang.of(texts.BECAUSE), ratio=5),
    ]
    show(columns, [urgent_row(lang, row) for row in rows])


def urgent_row(lang: Language, row: dict[str, Any]) -> list[Cell]:
    """A row of the worklist."""
    because = Styled(lang.of(row["because"]), LATE if row["urgency"] == "overdue" else "")
    what, responsible = lang.of(Owed(row["what"]).title), row["responsible"]["organisation"]
    return [plain(row["case_id"]), row["rule"], what, plain(responsible), because]


def owed_table(lang: Language, rows: list[dict[str, Any]]) -> None:
    """Obligations: what, from when, until when, how it stands, by whom."""
    columns = [
        Column(lang.of(texts.RULE), whole=True),
        Column(lang.of(texts.WHAT), ratio=3),
        Column(lang.of(texts.OPENS), whole=True),
        Column(lang.of(texts.DUE_BY), whole=True),
        Column(lang.of(texts.STATUS), ratio=2),
        Column(lang.of(texts.RESPONSIBLE), whole=True),
    ]
    show(columns, [owed_row(lang, row) for row in rows])


def owed_row(lang: Language, row: dict[str, Any]) -> list[Cell]:
    """An obligation."""
    return [
        row["rule"],
        lang.of(Owed(row["what"]).title),
        lang.date(row["opens_on"]),
        lang.date(row.get("due_by")),
        lang.of(Status(row["status"]).title),
        plain(row["responsible"]["organisation"]),
    ]


def to_do(lang: Language, work: Casework) -> Styled:
    """What is owed, until when, and whether that has passed."""
    lines = []
    for one in work.owed:
        row = one.obligation
        words = [row.rule, lang.of(row.title)]
        if row.due_by:
            words.append(lang.of(texts.BY_DATE).format(date=lang.date(row.due_by)))
        late = one.urgency is Urgency.OVERDUE
        status = (f" {lang.of(row.status.title)}", LATE) if late else ""
        lines.append(Styled.assemble(" ".join(words), status))
    return Styled("\n").join(lines)


def possible(lang: Language, work: Casework) -> str:
    """The commands that are possible now."""
    return "\n".join(f"✓ {lang.of(one.label)}" for one in work.possible)


def blocked(lang: Language, work: Casework) -> str:
    """The commands that wait for a day or for something that is missing, with the rule."""
    lines = []
    for action in work.waiting:
        first = action.reasons[0]
        since = lang.date(action.allowed_from) or lang.of(first.kind.title)
        start = texts.FROM_DATE if action.allowed_from else Text("{date}", "{date}")
        when = lang.of(start).format(date=since)
        lines.append(f"✗ {lang.of(action.label)}: {first.rule} {when}")
    return "\n".join(lines)
