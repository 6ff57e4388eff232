"""What only those with a duty may see (AD-07): a canary in every personal and every free text of a
case is looked for in whatever is printed, shown in a notebook, refused or viewed without a duty.

Which places are personal is not asked of the library: every text of a command is, but for the
names below. `tests/tests/privacy.rs` asks the same of the Rust library.
"""

from __future__ import annotations

import copy
import json
import pickle
import re
import traceback
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from importlib import import_module
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import polars as pl
import pytest

import bosoto
from bosoto import (
    Actor,
    BosotoError,
    Case,
    Decision,
    Edition,
    Envelope,
    Policy,
    Role,
    worklist,
)

Json = Any
Place = tuple[str | int, ...]

# Texts of a command that are neither personal nor free: codes, ids, names of offices and projects.
PUBLIC = {
    *("type", "case_id", "unit", "probation_office", "to", "centre", "item_id", "help_id"),
    *("other_case", "data_change"),
    *("project", "user_id", "organisation", "province", "district", "role", "kind", "status"),
    "method",
}
# Whose duty does not depend on the organisation.
EVERYWHERE = {
    ("registry_link", "registry_coordinator"),
    ("registry_link", "ict_officer"),
    ("admin_change", "super_admin"),
    ("data_change", "super_admin"),
}
STRANGE = "00000"
# What `surrogateescape` makes of a byte that is no UTF-8.
LONE = "\udc80"
LIFECYCLES = sorted(one.name for one in bosoto.lifecycles())


def places(value: Json, place: Place = ()) -> Iterator[Place]:
    """The texts of a command that may hold a canary."""
    name = next((part for part in reversed(place) if isinstance(part, str)), None)
    if isinstance(value, dict):
        for key, one in value.items():
            yield from places(one, (*place, key))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from places(one, (*place, index))
    elif (isinstance(value, str) and name not in PUBLIC) or name == "income":
        yield place


def changed(document: Json, place: Place, value: Json) -> Json:
    document = copy.deepcopy(document)
    inside = document
    for part in place[:-1]:
        inside = inside[part]
    inside[place[-1]] = value
    return document


def canary(name: str | int, number: int) -> Json:
    """What can stand there and nowhere else: a day of birth, a phone number, an income, a text."""
    if name == "birth_date":
        return f"{1900 + number // 28 % 50}-07-{1 + number % 28:02}"
    if name == "phone":
        return f"08{number:08}"
    return 7_000_000 + number if name == "income" else f"QX{number:05}XQ"


def with_passport(envelope: Json) -> Json:
    """Whoever has a citizen id has a passport instead, whose number can be any text."""
    envelope = copy.deepcopy(envelope)
    command = envelope["command"]
    for holder in (command, command.get("part1", {})):
        if "person" in holder:
            holder["person"]["id"] = {"type": "passport", "value": "AA1"}
    return envelope


@dataclass
class Told:
    """A story told with a canary wherever the library takes one."""

    lifecycle: str
    case: Case | None = None
    envelopes: list[Json] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    canaries: dict[str, str] = field(default_factory=dict)
    """Each canary, with the field in which it stands."""

    def decide(self, envelope: Json) -> Decision:
        return bosoto.decide(self.case, Envelope.from_json(self.lifecycle, json.dumps(envelope)))

    def accepts(self, envelope: Json) -> bool:
        try:
            return self.decide(envelope).accepted
        except BosotoError:
            return False

    def tell(self, envelope: Json) -> None:
        envelope = with_passport(envelope)
        for place in places(envelope["command"]):
            planted = canary(place[-1], len(self.canaries))
            with_canary = changed(envelope, ("command", *place), planted)
            if self.accepts(with_canary):
                envelope = with_canary
                self.canaries[str(planted)] = ".".join(map(str, place))
        decision = self.decide(envelope)
        assert decision.accepted
        self.case = decision.case
        self.envelopes.append(envelope)
        self.decisions.append(decision)

    def seen_in(self, text: str) -> set[str]:
        return {self.canaries[one] for one in self.canaries if one in text}


def accepted(scenario: Json) -> list[Json]:
    """The envelopes of a scenario that are accepted, one after another."""
    story: list[Json] = []
    case: Case | None = None
    for step in scenario.get("steps", ()):
        if "do" in step:
            try:
                sent = Envelope.from_json(scenario["lifecycle"], json.dumps(step["do"]))
                decision = bosoto.decide(case, sent)
            except BosotoError:
                continue
            if decision.accepted and not decision.repeated:
                case = decision.case
                story.append(step["do"])
    return story


def all_stories() -> dict[str, list[list[Json]]]:
    """For each lifecycle the longest stories that together send every field of every command."""
    found: dict[str, list[list[Json]]] = {}
    for path in sorted((Path(__file__).parents[2] / "tests/scenarios").glob("*.json")):
        read = json.loads(path.read_text("utf-8"))
        for scenario in read if isinstance(read, list) else [read]:
            if "policy" not in scenario and scenario["lifecycle"] in LIFECYCLES:
                found.setdefault(scenario["lifecycle"], []).append(accepted(scenario))
    return {lifecycle: [*chosen(stories)] for lifecycle, stories in found.items()}


def chosen(stories: Iterable[list[Json]]) -> Iterator[list[Json]]:
    sent: set[tuple[str, Place]] = set()
    for story in sorted(stories, key=len, reverse=True):
        commands = [envelope["command"] for envelope in story]
        new = {(one["type"], place) for one in commands for place in [(), *places(one)]}
        if not new <= sent:
            sent |= new
            yield story


def told_of(lifecycle: str) -> list[Told]:
    told = []
    for story in all_stories()[lifecycle]:
        one = Told(lifecycle)
        for envelope in story:
            one.tell(envelope)
        told.append(one)
    return told


def printed(*values: object) -> str:
    """All that Python, an f-string, a container and a notebook show of values."""
    html = [value._repr_html_() for value in values if hasattr(value, "_repr_html_")]
    return "\n".join([*map(repr, values), *map(str, values), f"{values}", *html])


def failure(error: BaseException) -> str:
    """All that a log and another process keep of an exception."""
    kept = [*traceback.format_exception(error), repr(vars(error))]
    kept += [repr(getattr(error, name, None)) for name in ("object", "__notes__", "__context__")]
    return "".join([printed(error, *error.args), *kept, pickle.dumps(error).decode("latin-1")])


def failed(attempt: Callable[..., object], *given: object) -> str:
    """What is shown where an attempt fails; nothing where it does not."""
    try:
        attempt(*given)
    except Exception as error:
        return failure(error)
    return ""


def built(hint: Any, value: Json) -> Any:
    """A value of the typed API from its JSON."""
    if get_origin(hint) in (Union, UnionType):
        return built(next(one for one in get_args(hint) if one is not type(None)), value)
    if isinstance(value, list):
        return [built(get_args(hint)[0], one) for one in value]
    if hint in (date, datetime):
        return hint.fromisoformat(value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if isinstance(value, dict):
        hints = get_type_hints(hint)
        return hint(**{name: built(hints[name], one) for name, one in value.items()})
    return value


def typed(lifecycle: str, command: Json) -> Any:
    fields = {name: value for name, value in command.items() if name != "type"}
    name = "".join(part.capitalize() for part in command["type"].split("_"))
    return built(getattr(import_module(f"bosoto.{lifecycle}"), name), fields)


def sent(lifecycle: str, document: Json, actor: Json) -> Envelope:
    """An envelope of the typed API."""
    at = built(datetime, document["at"])
    return Envelope(typed(lifecycle, document["command"]), at=at, actor=Actor(**actor))


def parts(value: object) -> Iterator[object]:
    """A typed value and every value inside it that has a form of its own."""
    yield value
    for name in get_type_hints(type(value)):
        inside = getattr(value, name, None)
        items = inside if isinstance(inside, Sequence) and not isinstance(inside, str) else [inside]
        for one in items:
            if type(one).__module__.startswith("bosoto.") and not isinstance(one, Enum):
                yield from parts(one)


def wrong_envelopes(envelope: Json) -> Iterator[Json]:
    """The envelope with one thing wrong: each text a list, each command with a strange field."""
    for place in places(envelope["command"]):
        at = ("command", *place)
        original = envelope
        for part in at:
            original = original[part]
        yield changed(envelope, at, [original])
        if isinstance(original, str) and at[-1] != "birth_date":  # `date` would repeat it.
            yield changed(envelope, at, f"{original}{LONE}")
        if isinstance(at[-1], str):
            yield changed(envelope, (*at[:-1], f"{at[-1]}x"), original)
    yield changed(envelope, ("at",), envelope["command"])


@pytest.fixture(scope="module", params=LIFECYCLES)
def stories(request: pytest.FixtureRequest) -> list[Told]:
    told = told_of(request.param)
    assert told
    assert any(one.canaries for one in told)
    return told


def test_nothing_that_is_printed_names_a_person(stories: list[Told]) -> None:
    for told in stories:
        case, actor = told.case, Actor(role=Role.UNIT_USER, organisation="10670")
        assert case is not None
        merged = bosoto.merge(told.lifecycle, case.log(), case.log())
        at = datetime.fromisoformat(told.envelopes[-1]["at"])
        shown = [
            case,
            merged,
            merged.conflicts,
            Policy(),
            Edition(from_=at.date()),
            case.withdrawn,
            *case.withdrawn,
            case.cancellation,
            bosoto.replay(told.lifecycle, case.log()),
        ]
        shown += [case.events, *case.events, case.actions(actor, at), case.obligations(at.date())]
        cases = bosoto.Cases([case])
        listed = worklist.worklist(cases, at.date(), settled=True)
        shown += [cases, listed, *listed, *case.actions(actor, at), *case.obligations(at.date())]
        for asked in {
            (row.responsible.role, row.responsible.organisation) for row in case.due(at.date())
        }:
            found = worklist.casework(cases, Actor(role=asked[0], organisation=asked[1]), at)
            shown += [found, *found]
        shown += [
            worklist.workload(cases, at.date()),
            bosoto.replay_lines(told.lifecycle, case.log()),
        ]
        shown += [bosoto.replay_lines(told.lifecycle, case.log() + "{}"), told.lifecycle]
        for envelope, decision in zip(told.envelopes, told.decisions, strict=True):
            shown += [Envelope.from_json(told.lifecycle, json.dumps(envelope)), decision]
            shown += [decision.reasons, decision.warnings, decision.events, *decision.events]
            shown += [decision.effects, *decision.effects]
            given = Envelope.from_json(told.lifecycle, json.dumps(envelope))
            many = bosoto.decide_many(bosoto.Cases([None]), [given])
            shown += [many, *many, *(reason for one in many for reason in one.reasons)]
            travel = bosoto.TimeTravel(told.lifecycle, at)
            travel.case = case
            shown += [travel, *decision.warnings]
            shown += parts(typed(told.lifecycle, envelope["command"]))
        wrong = {(type(one).__name__, *told.seen_in(printed(one))) for one in shown}
        assert {one for one in wrong if len(one) > 1} == set()


def test_no_refusal_and_no_error_names_a_person(stories: list[Told]) -> None:
    for told in stories:
        case = told.case
        assert case is not None
        failures = []
        for envelope in told.envelopes:
            again = Envelope.from_json(told.lifecycle, json.dumps(envelope))
            failures += [failed(case.act, again), failed(Case.create, again)]
            for document in wrong_envelopes(envelope):
                for ascii in (True, False):
                    text = json.dumps(document, ensure_ascii=ascii)
                    failures.append(failed(Envelope.from_json, told.lifecycle, text))
                    assert failures[-1]
                read = failed(Envelope.from_dict, told.lifecycle, document)
                failures += [read, failed(sent, told.lifecycle, document, envelope["actor"])]
        log = case.log()
        for broken in (
            log[: len(log) // 2],
            log.split("\n", 1)[1],
            log + log,
            log + '{"type":1}\n',
            log.replace('"}', f'{LONE}"}}'),
        ):
            failures.append(printed(bosoto.replay_lines(told.lifecycle, broken)))
            failures.append(failed(bosoto.replay, told.lifecycle, broken))
            failures.append(failed(bosoto.merge, told.lifecycle, broken, log))
            many = bosoto.replay_many(told.lifecycle, [broken, log])
            failures += [failure(one) for one in many if isinstance(one, BosotoError)]
            failures.append(bosoto.replay_json(told.lifecycle, broken).split('"log":')[0])
        assert set().union(*map(told.seen_in, failures)) == set()


def test_no_view_without_a_duty_names_a_person(stories: list[Told]) -> None:
    with_duty: set[str] = set()
    for told in stories:
        assert told.case is not None
        named = re.findall(r'"organisation":"([^"]*)"', told.case.log())
        for organisation in {*named, STRANGE}:
            for role in Role:
                view = told.case.view(Actor(role=role, organisation=organisation))
                seen = told.seen_in(json.dumps(view, ensure_ascii=False, default=str))
                everywhere = (told.lifecycle, role.value) in EVERYWHERE
                if view["withheld"] == [] and (organisation != STRANGE or everywhere):
                    with_duty |= seen
                else:
                    assert seen == set(), f"a view of {role.value}"
    assert {place for told in stories for place in told.canaries.values()} == with_duty


PERSONAL = ("CID", "NAME", "LNAME", "BIRTH", "DDISCHARGE", "TELEPHONE", "MOBILE")
SMIV_ROW = {"HOSPCODE": "10670", "PID": "3100600445635", "DATE_SERV": "20250601"}


def texts_of(workbook: Path) -> str:
    """All that stands in a workbook."""
    with zipfile.ZipFile(workbook) as members:
        return "".join(members.read(name).decode() for name in members.namelist())


def test_no_personal_cell_is_in_what_is_said_of_tables(tmp_path: Path) -> None:
    canaries = {name: f"CANARY-{name}-{'x' * 60}" for name in PERSONAL}
    row = {"HOSPCODE": "10670", "PID": "3100600445635", "SEX": "1", "NATION": "099"} | canaries
    rows = [row, row, {**row, "CID": "3100600445635"}]
    tables = {
        "PERSON": pl.DataFrame(rows),
        "DEATH": pl.DataFrame([{**row, "DDEATH": "CANARY", "CDEATH": "I219"}]),
        "DIAGNOSIS_OPD": pl.DataFrame([SMIV_ROW | {"DIAGCODE": "F200", "CID": "CANARY"}]),
        "SPECIALPP": pl.DataFrame([SMIV_ROW | {"PPSPECIAL": "1B030", "CID": "CANARY"}]),
    }
    findings = bosoto.validate(tables)
    assert {count.column for count in findings.count_rows()} >= {"CID", "NAME", "BIRTH", "DDEATH"}
    indicator = bosoto.indicator("KP-16", tables, fiscal_year=2568, quarter=4, by="facility")
    assert len(pl.DataFrame(indicator.ledger))
    said = [repr(findings), str(findings), *map(repr, findings.count_rows())]
    said += [repr(findings.counts()), repr(findings.bad()), *findings.json_lines()]
    found_sheets, ledger_sheets = tmp_path / "found.xlsx", tmp_path / "ledger.xlsx"
    findings.to_excel(found_sheets)
    indicator.to_excel(ledger_sheets)
    said += [repr(findings.columns), *map(texts_of, (found_sheets, ledger_sheets))]
    said += [findings.to_html("th"), findings.to_html("en"), repr(indicator)]
    said += [indicator.to_json(), repr(indicator.areas), pl.DataFrame(findings).write_csv()]
    with pytest.raises(bosoto.InvalidRecords) as invalid:
        findings.raise_if_errors()
    said += [str(invalid.value), repr(invalid.value)]
    folder = tmp_path / "CANARY.txt"
    for source in (folder, {"CANARY": pl.DataFrame(rows)}, {"PERSON": folder}):
        with pytest.raises(bosoto.DataError) as refused:
            bosoto.validate(source)
        said.append(str(refused.value).replace("CANARY.txt", "").replace("table `CANARY`", ""))
    hits = [text[:200] for text in said if "CANARY-" in text or "3100600445635" in text]
    assert hits == []


def test_every_public_type_is_looked_at() -> None:
    """What is neither shown above nor raised holds words and texts of the contract only."""
    shown = {"Case", "Cases", "Decision", "Decisions", "Envelope", "Event", "Effect", "Merged"}
    shown |= {"Replayed", "BrokenLine", "Conflict", "Action", "Input", "Obligation", "Reason"}
    shown |= {"Rows", "TimeTravel", "Policy", "Edition", "Actor", "Text", "Withdrawal"}
    shown |= {"Cancellation", "Findings", "Count", "TakenColumn", "ArrowStream", "Indicator"}
    shown |= {"LogTable", "Differences"}
    raised = {"BosotoError", "Rejected", "WireError", "DataError", "InvalidRecords"}
    words = {"ErrorCode", "Flag", "Owed", "ReasonKind", "Role", "Status", "Lifecycle"}
    rulebook = {"Citation", "Document", "Rule", "Label", "EpisodeLabel"}
    public = {name for name in bosoto.__all__ if isinstance(getattr(bosoto, name), type)}
    assert public == shown | raised | words | rulebook
