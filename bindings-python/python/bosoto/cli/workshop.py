"""Subcommands that ask of many logs: what if, and how timely."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from bosoto import _bosoto as native
from bosoto._enum import StrEnum
from bosoto.cli import texts
from bosoto.cli.app import FROM, TO, UNPACK, AsJson, Lang, PolicyFile, Unpack, app, day_option
from bosoto.cli.files import MEGABYTE, keep, read_text, written_whole
from bosoto.cli.output import data, plain, say
from bosoto.cli.province import Logs as Files
from bosoto.cli.province import in_order, print_broken, replay, with_broken
from bosoto.cli.tables import Column, show
from bosoto.cli.texts import Language
from bosoto.tables import DifferenceCount, Differences
from bosoto.types import Owed

__all__: list[str] = []


def given(policy: Path | None) -> native.Policy:
    """A policy from its file; the default one without."""
    return native.Policy.from_json("{}" if policy is None else read_text(policy))


@app.command()
def compare(
    cases: Files,
    policy_a: Annotated[
        Path | None, typer.Option("--a", help="นโยบายที่หนึ่ง (JSON) · the first policy")
    ] = None,
    policy_b: Annotated[
        Path | None, typer.Option("--b", help="นโยบายที่สอง (JSON) · the second policy")
    ] = None,
    on: Annotated[str | None, day_option("--on", "ถามถึงวันนี้ด้วย · also as things stand then")] = None,
    html: Annotated[
        Path | None, typer.Option("--html", help="ผลเป็นหน้าเว็บ 1 หน้า · the result as one page")
    ] = None,
    unpack_limit: Unpack = UNPACK,
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """เคสเดิมภายใต้สองนโยบาย · The same cases under two policies; exit code 1: broken logs."""
    keep([*cases, policy_a, policy_b], {"/html": html})
    made = native.Logs.differences(given(policy_a), given(policy_b), on)
    broken = list(replay(made, cases, unpack_limit * MEGABYTE, lang))
    found = Differences(made, [one.error for one in broken])
    if html is not None:
        with written_whole(html, "/html") as page:
            page.write(found.to_html(lang.value))
    if as_json:
        data(with_broken(made.differing_json(), found.broken))
    else:
        show_counts(found.counts(), made.logs - len(broken), lang)
        print_broken(broken, made.logs, lang)
    raise typer.Exit(int(bool(broken)))


def show_counts(counts: list[DifferenceCount], cases: int, lang: Language) -> None:
    """What differs, the most cases first."""
    if counts:
        columns = [
            Column(lang.of(texts.WHAT_DIFFERS), ratio=4),
            Column(lang.of(texts.RULE), whole=True),
            Column(lang.of(texts.CASES), whole=True, number=True),
            Column(lang.of(texts.DIFFERENCES), whole=True, number=True),
        ]
        most_first = sorted(counts, key=lambda count: -count.cases)
        show(
            columns,
            [
                (lang.of(count.message), count.rule, f"{count.cases:,}", f"{count.differences:,}")
                for count in most_first
            ],
        )
    words = texts.COMPARED if counts or not cases else texts.SAME_UNDER_BOTH
    say(lang.of(words).format(cases=f"{cases:,}"))


class Place(StrEnum):
    """By what the work is counted."""

    UNIT = "unit"
    DISTRICT = "district"
    TAMBON = "tambon"


@app.command()
def timeliness(
    cases: Files,
    from_: Annotated[str, FROM],
    to: Annotated[str, TO],
    by: Annotated[Place, typer.Option(help="แยกตาม · counted by")] = Place.UNIT,
    policy: PolicyFile = None,
    unpack_limit: Unpack = UNPACK,
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """งานที่ครบกำหนดทำทันหรือไม่ · How timely the work was; exit code 1: broken logs."""
    in_order(from_, to)
    made = native.Logs.timeliness(from_, to, by.value, given(policy))
    broken = list(replay(made, cases, unpack_limit * MEGABYTE, lang))
    rows = made.timeliness_json()
    if as_json:
        data(with_broken(rows, [one.error for one in broken]))
    else:
        show_timeliness(json.loads(rows), lang)
        print_broken(broken, made.logs, lang)
    raise typer.Exit(int(bool(broken)))


def show_timeliness(rows: list[dict[str, Any]], lang: Language) -> None:
    """A row for each place and kind of work."""
    columns = [
        Column(lang.of(texts.OF_WHOM), whole=True),
        Column(lang.of(texts.WORK), ratio=4),
        *(Column(lang.of(title), number=True) for title in texts.TIMELY.values()),
    ]
    cells = [
        (
            plain(row.get("place", "–")),
            lang.of(Owed(row["what"]).title if "what" in row else texts.ALL_WORK),
            *(str(row.get(name, "–")) for name in texts.TIMELY),
        )
        for row in rows
    ]
    if cells:
        show(columns, cells)
    else:
        say(lang.of(texts.NOTHING_FELL_DUE))
