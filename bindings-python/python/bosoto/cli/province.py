"""Subcommands over many cases and over all lifecycles: worklist, calendar, roster, permissions."""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import (
    BarColumn,
    Progress,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)

from bosoto import _bosoto as native
from bosoto import calls
from bosoto.cli import demo, texts
from bosoto.cli.app import (
    FROM,
    TO,
    ActorRole,
    AsJson,
    Lang,
    LifecycleName,
    On,
    Organisation,
    PolicyFile,
    UserId,
    actor_json,
    app,
    document,
    optional,
    owed,
    say,
)
from bosoto.cli.files import InputError, as_sentences, read_logs, read_text, size
from bosoto.cli.tables import Column, screen, show
from bosoto.cli.texts import Language
from bosoto.lifecycle import Lifecycle, answer, lifecycles
from bosoto.types import ErrorCode, Missing

__all__: list[str] = []

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
    settled: Annotated[bool, typer.Option(help="รวมงานที่จบแล้ว · also what is settled")] = False,
    limit: Annotated[int, typer.Option(min=0, help="จำนวนแถวสูงสุด · most rows shown")] = 1_000,
    user_id: UserId = None,
    policy: PolicyFile = None,
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """งานของผู้ปฏิบัติในหลายเคส เรียงตามความเร่งด่วน · The worklist of an officer."""
    asked = {"from": from_, "to": to}
    query: dict[str, Any] = {
        "actor": json.loads(actor_json(role, organisation, user_id)),
        "on": on,
        **{name: day for name, day in asked.items() if day is not None},
        "settled": settled,
    }
    given = None if policy is None else native.Policy.from_json(read_text(policy))
    worklists = native.Worklists([query], given)
    replay(worklists, cases, lang)
    (found,) = worklists.finish()
    if as_json:
        typer.echo(found.to_json())
        return
    shown = len(found) if limit == 0 else min(limit, len(found))
    if shown:
        demo.urgent(lang, [json.loads(found[row]) for row in range(shown)])
    else:
        say(lang.of(texts.NOTHING_OWED))
    if len(found) > shown:
        say(lang.of(texts.MORE_ROWS).format(more=f"{len(found) - shown:,}"))


def replay(worklists: native.Worklists, files: list[Path], lang: Language) -> None:
    """Reads the files, with a bar where a person watches."""
    words = TextColumn("{task.description}")
    bar = Progress(
        words,
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=screen(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
    with bar:
        task = bar.add_task(lang.of(texts.REPLAYING_CASES), total=sum(map(size, files)) or None)
        for path in files:
            with as_sentences(path):
                for block in read_logs(path, partial(bar.advance, task)):
                    worklists.read(block)


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
        typer.echo(text)
    else:
        for event in merged["log"]:
            typer.echo(json.dumps(event, ensure_ascii=False, separators=(",", ":")))
        for conflict in merged["conflicts"]:
            why = f"{conflict['event_id']}: {lang.reason(conflict)}"
            typer.echo(why, err=True)
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
        typer.echo(text)
    else:
        for gap in gaps:
            missing = ", ".join(lang.of(Missing(name).title) for name in gap["missing"])
            say(f"{gap['district']}: {missing}")
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
        typer.echo(json.dumps(chosen, ensure_ascii=False, separators=(",", ":")))
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
