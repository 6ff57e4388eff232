"""The console command `bosoto`: one function for each subcommand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, cast

import typer

from bosoto import __version__, calls, rulebook, scenario
from bosoto import _bosoto as native
from bosoto._enum import StrEnum
from bosoto._history import Withdrawal, entries
from bosoto.case import Replayed, replay_lines
from bosoto.cli import demo as province
from bosoto.cli import texts
from bosoto.cli.failure import Sentences
from bosoto.cli.files import MEGABYTE, read_text
from bosoto.cli.output import data, plain, say
from bosoto.cli.scenarios import parsed
from bosoto.cli.tables import Column, show
from bosoto.cli.texts import Language
from bosoto.errors import WireError
from bosoto.lifecycle import Lifecycle, answer
from bosoto.logs import UNPACKED
from bosoto.results import Effect, Event
from bosoto.thai import parse_thai_date
from bosoto.types import ErrorCode, Flag, Role

__all__ = ["app"]


app = typer.Typer(
    cls=Sentences,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="หลักเกณฑ์ของระบบข้อมูลการบำบัดรักษาและฟื้นฟูผู้ติดยาเสพติดของประเทศ (บสต.) · The rules of "
    "the national drug-treatment case system.",
)


def version(wanted: bool) -> None:
    """Prints the version and ends."""
    if wanted:
        typer.echo(f"bosoto {__version__}")
        raise typer.Exit


VERSION = typer.Option(
    "--version", is_eager=True, callback=version, help="แสดงรุ่นของโปรแกรม · Show the version."
)


@app.callback()
def program(version: Annotated[bool, VERSION] = False) -> None:
    """Before every subcommand."""


Lang = Annotated[
    Language,
    typer.Option("--lang", envvar="BOSOTO_LANG", help="ภาษา · language"),
]
LifecycleName = Annotated[str, typer.Argument(metavar="LIFECYCLE", help="เช่น compulsory")]
LOG = typer.Option("--log", help="ประวัติรายการของเคส (NDJSON, JSON) · the case's log")
LogFile = Annotated[Path, LOG]
OptionalLog = Annotated[Path | None, LOG]
PolicyFile = Annotated[Path | None, typer.Option("--policy", help="ค่าที่กำหนด (JSON) · the policy")]
AsJson = Annotated[
    bool, typer.Option("--json", help="พิมพ์ JSON ตามรูปแบบมาตรฐาน · print canonical JSON")
]
ActorRole = Annotated[Role, typer.Option("--role", help="บทบาท · role")]
Organisation = Annotated[str, typer.Option("--organisation", help="รหัสหน่วยงาน · organisation")]
UserId = Annotated[str | None, typer.Option("--user-id", help="ชื่อผู้ใช้ · user name")]
At = Annotated[str, typer.Option("--at", help="เวลา เช่น 2021-04-17T09:00:00+07:00 · instant")]


def day(param: typer.CallbackParam, text: str | None) -> str | None:
    """A day of the wire, from a date in any shape that people write (TM-6)."""
    try:
        return None if text is None else parse_thai_date(text).isoformat()
    except WireError as error:
        place = f"/{str(param.name).rstrip('_')}"
        raise WireError(error.code, place, error.message_th, error.message_en) from None


def day_option(flag: str, words: str) -> Any:
    """An option that takes a date."""
    return typer.Option(flag, metavar="DATE", callback=day, help=words)


Unpack = Annotated[
    int,
    typer.Option(
        "--unpack-limit", metavar="MB", min=1, help="ขนาดสูงสุดเมื่อคลายไฟล์ .gz (MB) · most MB of a .gz"
    ),
]
UNPACK = UNPACKED // MEGABYTE


ON = day_option("--on", "วันที่ เช่น 17/4/2564 หรือ 2021-04-17 · day")
FROM = day_option("--from", "ตั้งแต่วันที่ · first day")
TO = day_option("--to", "ถึงวันที่ · last day")
KNOWN = day_option("--known", "เท่าที่ทราบ ณ วันที่ · as known by the end of a day")
On = Annotated[str, ON]
Known = Annotated[str | None, KNOWN]


def document(text: str, as_json: bool) -> None:
    """A document that is JSON anyway: canonical, or indented for a reader."""
    found = answer(text)
    data(text if as_json else json.dumps(found, ensure_ascii=False, indent=2))


def optional(path: Path | None) -> str | None:
    """The text of a file, where one is given."""
    return None if path is None else read_text(path)


def actor_json(role: Role, organisation: str, user_id: str | None) -> str:
    """Who asks."""
    actor = {"role": role, "organisation": organisation}
    return json.dumps(actor if user_id is None else {**actor, "user_id": user_id})


def title_of(lifecycle: str, state: str, lang: Language) -> str:
    """A state as people call it."""
    states = Lifecycle.named(lifecycle).machine["states"]
    return lang.of(next(one["title"] for one in states if one["name"] == state))


def labels_of(lifecycle: str, lang: Language) -> dict[str, str]:
    """What people call each event: by the button of its command."""
    commands = Lifecycle.named(lifecycle).machine["commands"]
    return {one["event"]: lang.of(one["label"]) for one in commands}


@app.command("scenario")
def run_scenarios(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...")],
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """ทดสอบตามไฟล์สถานการณ์ · Run scenario files; exit code 0 only if every step holds."""
    read = [(path, one) for path in files for one in parsed(path)]
    ran = [
        {"file": path.name, "name": one["name"], "differences": scenario.run(one)}
        for path, one in read
    ]
    held = sum(not one["differences"] for one in ran)
    if as_json:
        data(json.dumps(ran, ensure_ascii=False, separators=(",", ":")))
    else:
        for one in ran:
            for difference in one["differences"]:
                say(": ".join(map(plain, (one["file"], one["name"], difference))))
        say(lang.of(texts.HOLDS).format(held=held, all=len(ran)))
    raise typer.Exit(int(held != len(ran)))


@app.command()
def decide(
    lifecycle: LifecycleName,
    envelope: Annotated[Path, typer.Argument(help="รายการที่ส่ง (JSON) หรือ - · the envelope, or -")],
    log: OptionalLog = None,
    policy: PolicyFile = None,
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """พิจารณารายการหนึ่งรายการ · Judge a command; exit code 1 for a refusal."""
    text = calls.decide_json(lifecycle, optional(log), read_text(envelope), optional(policy))
    decision = answer(text)
    accepted = decision["outcome"] == "accepted"
    if as_json:
        data(text)
    else:
        explain(lifecycle, decision, lang)
    raise typer.Exit(0 if accepted else 1)


def explain(lifecycle: str, decision: dict[str, Any], lang: Language) -> None:
    """A decision in words."""
    accepted, state = decision["outcome"] == "accepted", decision.get("state")
    verdict = texts.ACCEPTED if accepted else texts.REFUSED if state else texts.REFUSED_NEW
    shown = title_of(lifecycle, state, lang) if state else ""
    lines = [lang.of(verdict).format(state=shown)]
    if decision.get("repeated"):
        lines.append(lang.of(texts.REPEATED))
    lines += [f"  {lang.reason(reason)}" for reason in decision.get("reasons", ())]
    parts = scenario.summary(decision)
    labels = labels_of(lifecycle, lang)
    events = [labels[event] for event in parts.get("events", ())]
    effects = [lang.of(Effect.of(effect).title) for effect in decision.get("effects", ())]
    for found, title in ((events, texts.EVENTS), (effects, texts.EFFECTS)):
        if found:
            lines.append(f"{lang.of(title)}: {', '.join(found)}")
    for warning in decision.get("warnings", ()):
        lines.append(f"{lang.of(texts.WARNINGS)} {lang.reason(warning)}")
    for line in lines:
        say(line)


@app.command()
def actions(
    lifecycle: LifecycleName,
    role: ActorRole,
    organisation: Organisation,
    at: At,
    user_id: UserId = None,
    log: OptionalLog = None,
    policy: PolicyFile = None,
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """รายการที่ทำได้และเหตุผลที่ทำไม่ได้ · Every command as the actor finds it."""
    actor = actor_json(role, organisation, user_id)
    text = calls.actions_json(lifecycle, optional(log), actor, at, optional(policy))
    found = answer(text)
    if as_json:
        data(text)
        return
    columns = [
        Column(lang.of(texts.ACTION), ratio=2),
        Column(lang.of(texts.ALLOWED), whole=True),
        Column(lang.of(texts.WHY_NOT), ratio=5),
    ]
    show(columns, [action_row(lang, action) for action in found])


def action_row(lang: Language, action: dict[str, Any]) -> tuple[str, str, str]:
    """A command: its label, whether or from when it is allowed, why it is not."""
    allowed = "✓" if action["allowed"] else lang.date(action.get("allowed_from")) or "–"
    reasons = "\n".join(lang.reason(reason) for reason in action["reasons"])
    return lang.of(action["label"]), allowed, reasons


@app.command()
def obligations(
    lifecycle: LifecycleName,
    log: LogFile,
    on: On,
    known: Known = None,
    policy: PolicyFile = None,
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """งานที่ต้องทำ ณ วันหนึ่ง · What is owed on a day."""
    text = calls.obligations_json(lifecycle, read_text(log), on, optional(policy), known)
    owed(text, as_json, lang)


def owed(text: str, as_json: bool, lang: Language) -> None:
    """Obligations as a table, or the canonical JSON."""
    rows = answer(text)
    if as_json:
        data(text)
    elif rows:
        province.owed_table(lang, rows)
    else:
        say(lang.of(texts.NOTHING_OWED))


@app.command()
def flags(
    lifecycle: LifecycleName,
    log: LogFile,
    at: At,
    known: Known = None,
    policy: PolicyFile = None,
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """รายการแจ้งเตือน ณ เวลาหนึ่ง · What is flagged at an instant."""
    text = calls.flags_json(lifecycle, read_text(log), at, optional(policy), known)
    found = answer(text)
    if as_json:
        data(text)
        return
    for flag in found:
        say(lang.of(Flag(flag).title))
    if not found:
        say(lang.of(texts.NO_FLAG))


@app.command()
def view(
    lifecycle: LifecycleName,
    log: LogFile,
    role: ActorRole,
    organisation: Organisation,
    user_id: UserId = None,
    policy: PolicyFile = None,
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """ข้อมูลเคสเท่าที่ผู้ถามมีหน้าที่เห็น (JSON) · The case without what is withheld."""
    actor = actor_json(role, organisation, user_id)
    text = calls.view_json(lifecycle, read_text(log), actor, optional(policy))
    document(text, as_json)


@app.command()
def replay(
    lifecycle: LifecycleName,
    log: Annotated[Path, typer.Argument(metavar="LOG", help="NDJSON, JSON หรือ - · or -")],
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """ประวัติรายการและสถานะของเคส · A case from its log; exit code 1 where a line is broken."""
    text = read_text(log)
    if as_json:
        answered = calls.replay_json(lifecycle, text)
        broken = bool(answer(answered)["broken"])
        data(answered)
    else:
        replayed = replay_lines(cast("Any", lifecycle), text)
        history_of(replayed, lang)
        broken = bool(replayed.broken)
    raise typer.Exit(int(broken))


def history_of(replayed: Replayed, lang: Language) -> None:
    """A case: its state, its entries and what became of them, and the lines that are broken."""
    case = replayed.case
    if case is None:
        say(lang.of(texts.NO_CASE).format(used=replayed.used))
    else:
        state = title_of(case.lifecycle, case.state, lang)
        say(lang.of(texts.USED).format(used=replayed.used, state=state))
        cancelled = case.cancellation
        if cancelled is not None:
            say(lang.cancelled(cancelled, named=True))
        columns = [
            Column(lang.of(texts.DAY), whole=True),
            Column(lang.of(texts.ENTRY), ratio=2),
            Column(lang.of(texts.ACTION), ratio=3),
            Column(lang.of(texts.SENT_BY), ratio=3),
            Column(lang.of(texts.NOTE), ratio=4),
        ]
        labels = labels_of(case.lifecycle, lang)
        show(columns, [entry_row(labels, lang, *one) for one in entries(case.events)])
    for line in replayed.broken:
        why = f"{lang.of(ErrorCode(line.code).title)}: {lang.of(line.message)}"
        say(lang.of(texts.BROKEN).format(line=line.line, why=why))


def entry_row(
    labels: dict[str, str], lang: Language, event: Event, withdrawal: Withdrawal | None
) -> tuple[str, ...]:
    """An entry: its day, its id, what it is called, who sent it, and whether it has no effect."""
    return (
        lang.date(event.moment.date()),
        event.event_id,
        labels[event.type],
        lang.sender(event.actor, named=True),
        lang.note(event, withdrawal, named=True),
    )


class Format(StrEnum):
    """How a lifecycle is written."""

    JSON = "json"
    MERMAID = "mermaid"
    DOT = "dot"
    SVG = "svg"
    SCXML = "scxml"


@app.command()
def machine(
    lifecycle: LifecycleName,
    format_: Annotated[Format, typer.Option("--format")] = Format.JSON,
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """กระบวนงานเป็นข้อมูลหรือแผนภาพ · A lifecycle as data or as a diagram."""
    if as_json or format_ is Format.JSON:
        text = calls.machine_json(lifecycle)
        answer(text)
    else:
        text = str(getattr(Lifecycle.named(lifecycle), format_.value)())
    data(text.rstrip("\n"))


@app.command("schema")
def print_schema(
    name: Annotated[str | None, typer.Argument()] = None,
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """รูปแบบข้อมูลตามชื่อ (JSON Schema) ไม่ระบุชื่อ: รายชื่อ · A schema; without a name, their names."""
    if name is not None:
        document(calls.schema_json(name), as_json)
    elif as_json:
        data(json.dumps(native.schema_names(), separators=(",", ":")))
    else:
        data("\n".join(native.schema_names()))


@app.command("rule")
def print_rule(
    rule_id: Annotated[str | None, typer.Argument(metavar="RULE", help="เช่น CT-16")] = None,
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """ข้อกำหนดพร้อมที่มา ไม่ระบุรหัส: ทุกข้อ · A rule with its source; without an id, all."""
    text = calls.rule_json(rule_id)
    found = answer(text)
    if as_json:
        data(text)
    elif rule_id is None:
        columns = [Column(lang.of(texts.RULE), whole=True), Column(lang.of(texts.TITLE))]
        show(columns, [(one["rule"], lang.of(one["title"])) for one in found])
    else:
        describe(rulebook.Rule.of(found), lang)


def describe(rule: rulebook.Rule, lang: Language) -> None:
    """A rule in full."""
    lines = [
        f"{rule.rule} {lang.of(rule.title)} [{lang.of(rule.force.title)}]",
        "",
        lang.of(rule.text),
        "",
    ]
    for source in rule.sources:
        document = source.document
        on = f" ({lang.date(document.date)})" if document.date else ""
        section = lang.of(source.section)
        lines.append(f"{lang.of(texts.SOURCES)}: {lang.of(document.title)}{on}: {section}")
    known = {one["name"]: one for one in json.loads(calls.parameters_json())}
    for name in rule.parameters:
        parameter = known[name]
        value = json.dumps(parameter["default"], ensure_ascii=False)
        default = f"{lang.of(texts.DEFAULT)} {value}"
        lines.append(
            f"{lang.of(texts.PARAMETERS)} {name}: {lang.of(parameter['title'])}, {default}"
        )
    for line in lines:
        say(line)


@app.command()
def demo(
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help=".ndjson, .ndjson.gz")] = None,
    unit: Annotated[str | None, typer.Option(help="รหัสหน่วยงาน · organisation")] = None,
    on: Annotated[str | None, ON] = None,
    limit: Annotated[int, typer.Option(min=0, help="จำนวนเคสสูงสุด · most cases shown")] = 12,
    unpack_limit: Unpack = UNPACK,
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """ประมวลผลข้อมูลจำลองหนึ่งจังหวัดแล้วแสดงงานของหน่วย · Replay a province; print a worklist."""
    province.run(lang, file, unit, on, limit, as_json, unpack_limit * MEGABYTE)
