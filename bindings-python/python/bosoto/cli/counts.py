"""What was found in tables, counted, as a table."""

from __future__ import annotations

from collections.abc import Iterator

from bosoto.cli import texts
from bosoto.cli.output import plain, say, screen
from bosoto.cli.tables import WIDE, Column, show
from bosoto.cli.texts import Language
from bosoto.findings import Count, Findings
from bosoto.types import FindingSeverity

__all__ = ["table"]

NAMED = 8
"""So many names of what is not judged are told."""


def table(findings: Findings, lang: Language, most: int | None = None) -> None:
    """What was found, counted: the worst first, at most so many rows."""
    counts = findings.count_rows()
    if counts:
        worst = sorted(counts, key=worst_first)[:most]
        (show_wide if screen().width >= WIDE else show_narrow)(worst, lang)
    told = {"errors": findings.errors, "warnings": len(findings) - findings.errors}
    say(lang.of(texts.FOUND if counts else texts.CLEAN).format(**told))
    for column in renamed(findings):
        say(lang.of(texts.TAKEN_FOR).format(**column))
    for note in findings.notes:
        say(plain(lang.of(note)))
    if unjudged := findings._native.unjudged:
        say(lang.of(texts.UNJUDGED).format(names=some(unjudged)))
    if ignored := findings.ignored:
        say(lang.of(texts.IGNORED).format(count=len(ignored), names=some(ignored)))


def some(names: list[str]) -> str:
    """The first of many names."""
    return ", ".join(map(plain, names[:NAMED])) + (", …" if len(names) > NAMED else "")


def renamed(findings: Findings) -> Iterator[dict[str, str]]:
    """The columns of worksheets that are called otherwise than in the standard."""
    for one in findings.columns:
        header, column = one.header, one.column
        if one.sheet and header and column and header.strip(" ").upper() != column:
            place = f"{one.file}/{one.sheet} {one.place}"
            shown = {"place": place, "header": " ".join(header.split())}
            names = {name: plain(text) for name, text in shown.items()}
            yield names | {"column": f"{one.table} {column}"}


def worst_first(count: Count) -> tuple[bool, int]:
    """Errors before warnings, the most rows first."""
    return count.severity != "error", -count.rows


def show_wide(counts: list[Count], lang: Language) -> None:
    """A column for each thing that is said."""
    columns = [
        Column(lang.of(texts.SEVERITY), whole=True),
        Column(lang.of(texts.TABLE), whole=True),
        Column(lang.of(texts.COLUMN)),
        Column(lang.of(texts.RULE), whole=True),
        *last(lang),
    ]
    rows = [
        (
            severity(count, lang),
            count.table,
            count.column or "–",
            f"{count.rule} {count.code}",
            f"{count.rows:,}",
            lang.of(count.message),
        )
        for count in counts
    ]
    show(columns, rows)


def show_narrow(counts: list[Count], lang: Language) -> None:
    """The same in four columns, so that no name is broken."""
    columns = [
        Column(lang.of(texts.TABLE), whole=True),
        Column(lang.of(texts.RULE), whole=True),
        *last(lang),
    ]
    rows = [
        (
            "\n".join((count.table, *(count.column or "").replace("+", "+ ").split())),
            "\n".join((severity(count, lang), count.rule, count.code)),
            f"{count.rows:,}",
            lang.of(count.message),
        )
        for count in counts
    ]
    show(columns, rows)


def last(lang: Language) -> tuple[Column, Column]:
    """How many rows, and what to do."""
    rows = Column(lang.of(texts.ROWS), whole=True, number=True)
    return rows, Column(lang.of(texts.WHAT_TO_DO), ratio=4)


def severity(count: Count, lang: Language) -> str:
    """The word for how bad it is."""
    return lang.of(FindingSeverity(count.severity).title)
