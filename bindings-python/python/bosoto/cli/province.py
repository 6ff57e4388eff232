"""Subcommands over many cases and over all lifecycles: worklist, calendar, roster, permissions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from bosoto import _bosoto as native
from bosoto import calls
from bosoto.cli import demo, texts
from bosoto.cli.app import (
    FROM,
    TO,
    UNPACK,
    ActorRole,
    AsJson,
    Known,
    Lang,
    LifecycleName,
    On,
    Organisation,
    PolicyFile,
    Unpack,
    UserId,
    actor_json,
    app,
    document,
    optional,
    owed,
)
from bosoto.cli.failure import error_json, sentence
from bosoto.cli.files import MEGABYTE, InputError, read_logs, read_text, size
from bosoto.cli.output import bar, data, plain, say
from bosoto.cli.tables import Column, show
from bosoto.cli.texts import Language
from bosoto.errors import WireError
from bosoto.lifecycle import Lifecycle, answer, lifecycles
from bosoto.types import ErrorCode, Missing
from bosoto.worklist import errors

__all__: list[str] = []

BROKEN = 10_000
"""A file with more broken logs is no file of logs."""
NAMED = 20
"""So many broken logs are named."""
YEAR = ("2024-01-01", "2024-12-31")
"""A year in which whoever owes reports owes some."""

Logs = Annotated[
    list[Path],
    typer.Argument(metavar="CASES...", help='NDJSON, .gz: {"lifecycle":…,"log":[…]} หรือ - · or -'),
]


@app.command()
def worklist(
    cases: Logs,
    role: ActorRole,
    organisation: Organisation,
    on: On,
    from_: Annotated[str | None, FROM] = None,
    to: Annotated[str | None, TO] = None,
    known: Known = None,
    settled: Annotated[bool, typer.Option(help="รวมงานที่จบแล้ว · also what is settled")] = False,
    limit: Annotated[int, typer.Option(min=0, help="จำนวนแถวสูงสุด · most rows shown")] = 1_000,
    unpack_limit: Unpack = UNPACK,
    user_id: UserId = None,
    policy: PolicyFile = None,
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """งานของผู้ปฏิบัติในหลายเคส เรียงตามความเร่งด่วน · An officer's worklist; exit code 1: broken logs."""
    in_order(from_, to)
    asked = {"from": from_, "to": to, "known": known}
    query: dict[str, Any] = {
        "actor": json.loads(actor_json(role, organisation, user_id)),
        "on": on,
        **{name: day for name, day in asked.items() if day is not None},
        "settled": settled,
    }
    given = None if policy is None else native.Policy.from_json(read_text(policy))
    worklists = native.Worklists([query], given)
    broken = list(replay(worklists, cases, unpack_limit * MEGABYTE, lang))
    count = worklists.logs
    (found,) = worklists.finish()
    if as_json:
        data(with_broken(found.to_json(), [one.error for one in broken]))
    else:
        print_rows(found, limit, lang)
        print_broken(broken, count, lang)
    raise typer.Exit(int(bool(broken)))


@dataclass(frozen=True)
class Broken:
    """A log that cannot be used."""

    file: Path
    first: int
    """So many logs were in the files before."""
    error: WireError

    def name(self, lang: Language) -> None:
        """Names it on standard error: the file, which of its cases, and what is wrong."""
        _, place, *within = self.error.pointer.split("/")
        pointer = "".join(f"/{part}" for part in within)
        why = sentence(self.error.code, pointer, self.error.message, lang)
        named = {"name": plain(self.file), "place": int(place) - self.first + 1}
        say(lang.of(texts.BROKEN_CASE).format(**named, why=why), stderr=True)


def replay(
    worklists: native.Worklists | native.Logs, files: list[Path], unpack_limit: int, lang: Language
) -> Iterator[Broken]:
    """Reads the files, with a bar where a person watches; gives what cannot be used."""
    with bar(lang.of(texts.REPLAYING_CASES), sum(map(size, files))) as advance:
        for path in files:
            first = worklists.logs
            count = 0
            for block in read_logs(path, advance, unpack_limit):
                for error in read(worklists, block, path):
                    count += 1
                    if count > BROKEN:
                        words, most = texts.TOO_MANY_BROKEN, f"{BROKEN:,}"
                        raise InputError(ErrorCode.MALFORMED, "", words, name=path, most=most)
                    yield Broken(path, first, error)


def read(
    worklists: native.Worklists | native.Logs, block: bytes, path: Path
) -> Iterator[WireError]:
    """The logs of a block that cannot be used; an array that is no JSON is an error of its file."""
    try:
        return errors(worklists.read(block))
    except WireError as error:
        raise InputError.of(error, path) from error


def with_broken(rows: str, found: list[WireError]) -> str:
    """A worklist as the contract has it: the rows, then the logs that cannot be used."""
    broken = [error_json(one.code, one.pointer, one.message) for one in found]
    return f"[{','.join(filter(None, (rows[1:-1], *broken)))}]"


def print_rows(found: native.Worklist, limit: int, lang: Language) -> None:
    """The most urgent rows, and how many more there are."""
    shown = len(found) if limit == 0 else min(limit, len(found))
    if shown:
        demo.urgent(lang, [json.loads(found[row]) for row in range(shown)])
    else:
        say(lang.of(texts.NOTHING_OWED))
    if len(found) > shown:
        say(lang.of(texts.MORE_ROWS).format(more=f"{len(found) - shown:,}"))


def print_broken(broken: list[Broken], count: int, lang: Language) -> None:
    """Names the first logs that cannot be used, and says how many there are."""
    for one in broken[:NAMED]:
        one.name(lang)
    if broken:
        words = lang.of(texts.BROKEN_CASES)
        say(words.format(broken=f"{len(broken):,}", all=f"{count:,}"), stderr=True)


def in_order(first: str | None, last: str | None) -> None:
    """Refuses days of which the last comes before the first."""
    if first and last and last < first:
        raise InputError(ErrorCode.UNKNOWN_VALUE, "/to", texts.REVERSED)


@app.command()
def merge(
    lifecycle: LifecycleName,
    log_a: Annotated[Path, typer.Argument(metavar="LOG", help="NDJSON")],
    log_b: Annotated[Path, typer.Argument(metavar="LOG", help="NDJSON")],
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """รวมบันทึกสองชุดของเคสเดียว · Merge two logs of one case; exit code 1 for conflicts."""
    text = calls.merge_json(lifecycle, read_text(log_a), read_text(log_b))
    merged = answer(text)
    if as_json:
        data(text)
    else:
        for event in merged["log"]:
            data(json.dumps(event, ensure_ascii=False, separators=(",", ":")))
        for conflict in merged["conflicts"]:
            say(f"{plain(conflict['event_id'])}: {lang.reason(conflict)}", stderr=True)
    raise typer.Exit(int(bool(merged["conflicts"])))


@app.command()
def calendar(
    organisation: Annotated[str, typer.Argument(metavar="ORGANISATION", help="81, R11")],
    from_: Annotated[str, FROM],
    to: Annotated[str, TO],
    on: On,
    policy: PolicyFile = None,
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """รอบรายงานของจังหวัดหรือเขตสุขภาพ · The reports that a province or a region owes."""
    in_order(from_, to)
    if calls.report_calendar_json(organisation, *YEAR, YEAR[1]) == "[]":
        raise InputError(ErrorCode.UNKNOWN_VALUE, "/organisation", texts.NO_REPORTS)
    text = calls.report_calendar_json(organisation, from_, to, on, optional(policy))
    owed(text, as_json, lang)


@app.command()
def smiv(
    person: Annotated[Path, typer.Argument(metavar="PERSON", help="JSON หรือ - · or -")],
    on: On,
    policy: PolicyFile = None,
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """กำหนดการติดตามผู้ป่วย SMI-V หนึ่งคน · The follow-ups of an SMI-V person."""
    text = calls.smiv_obligations_json(read_text(person), on, optional(policy))
    owed(text, as_json, lang)


@app.command()
def roster(
    districts: Annotated[Path, typer.Argument(metavar="DISTRICTS", help="JSON หรือ - · or -")],
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """อำเภอที่ยังขาดคำสั่งจัดตั้ง ชุดปฏิบัติการ หรือผู้รับผิดชอบบันทึกข้อมูล · Districts with gaps; exit code 1."""
    text = calls.roster_check_json(read_text(districts))
    gaps = answer(text)
    if as_json:
        data(text)
    else:
        for gap in gaps:
            missing = ", ".join(lang.of(Missing(name).title) for name in gap["missing"])
            say(f"{plain(gap['district'])}: {missing}")
    raise typer.Exit(int(bool(gaps)))


@app.command()
def access(
    lifecycle: Annotated[str | None, typer.Argument(metavar="LIFECYCLE")] = None,
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """ตารางสิทธิ (AD-08): บทบาท รายการ และความเกี่ยวข้องกับเคส · The permission matrix."""
    cells = answer(calls.permissions_json())
    names = [lifecycle] if lifecycle else [one.name for one in lifecycles()]
    titles = {name: Lifecycle.named(name).title for name in names}
    chosen = [cell for cell in cells if cell["lifecycle"] in titles]
    if as_json:
        data(json.dumps(chosen, ensure_ascii=False, separators=(",", ":")))
        return
    columns = [
        Column(lang.of(texts.RULE), whole=True),
        Column(lang.of(texts.ACTION), ratio=3),
        Column(lang.of(texts.ROLE), ratio=3),
        Column(lang.of(texts.RELATION), ratio=3),
    ]
    for name, title in titles.items():
        rows = [access_row(lang, cell) for cell in chosen if cell["lifecycle"] == name]
        show(columns, rows, lang.of(title))


def access_row(lang: Language, cell: dict[str, Any]) -> list[str]:
    """Who may give a command, in words."""
    words = (cell["label"], cell["role_title"], cell["relation_title"])
    return [cell["rule"], *map(lang.of, words)]


@app.command("form")
def print_form(
    lifecycle: LifecycleName,
    command: Annotated[str, typer.Argument(metavar="COMMAND", help="เช่น record_trace")],
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """ข้อมูลที่แบบฟอร์มของรายการต้องมี (JSON Schema) · What the form of a command needs."""
    names = [one["action"] for one in Lifecycle.named(lifecycle).machine["commands"]]
    forms = dict(zip(names, answer(calls.forms_json(lifecycle)), strict=True))
    if command not in forms:
        known = ", ".join(names)
        raise InputError(ErrorCode.UNKNOWN_VALUE, "/command", texts.NO_COMMAND, known=known)
    document(json.dumps(forms[command], ensure_ascii=False, separators=(",", ":")), as_json)
