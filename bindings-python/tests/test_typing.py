"""What a type checker says of code that uses the package: `mypy --strict` reads snippets."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

HEAD = """
from datetime import date, datetime
from uuid import UUID
import bosoto
from bosoto import Actor, Case, Cases, Decision, Edition, Envelope, LifecycleName, Policy
from bosoto import compulsory, aftercare

def at() -> datetime: raise NotImplementedError
def actor() -> Actor: raise NotImplementedError
def case() -> Case[compulsory.State]: raise NotImplementedError
def sent() -> Envelope[compulsory.State]: raise NotImplementedError
"""

WRONG = {
    'bosoto.replay("compulsry", "")': "call-overload",
    'bosoto.replay_lines("compulsry", "")': "call-overload",
    'bosoto.merge("compulsry", "", "")': "call-overload",
    'bosoto.replay_many("compulsry", [])': "call-overload",
    'Cases.replay("compulsry", [])': "arg-type",
    'Envelope.from_json("compulsry", "")': "call-overload",
    'Envelope.from_dict("compulsry", {})': "call-overload",
    'bosoto.actions("compulsry", None, actor(), at())': "arg-type",
    'bosoto.Lifecycle("compulsry")': "arg-type",
    'bosoto.TimeTravel("compulsry", at())': "arg-type",
    "case().act(Envelope(aftercare.Close(), at=at(), actor=actor()))": "arg-type",
    "case().decide(Envelope(aftercare.Close(), at=at(), actor=actor()))": "arg-type",
    "bosoto.decide(case(), Envelope(aftercare.Close(), at=at(), actor=actor()))": "arg-type|misc",
    'case().act(Envelope.from_json("aftercare", ""))': "arg-type",
    "case().act(compulsory.Accept())": "arg-type",
    "case().act(Envelope(compulsory.Accept(), at=at(), actor=actor()), {})": "arg-type",
    "case().state is aftercare.State.CLOSED": "comparison-overlap",
    "Envelope(compulsory.Accept(), at=date(2021, 4, 9), actor=actor())": "arg-type",
    "Envelope(compulsory.Accept(), at=at(), actor=actor(), command_id=7)": "arg-type",
    'compulsory.RecordReturn(on="2021-04-09")': "arg-type",
    "case().act(Envelope(aftercare.Withdraw(event_id='', reason=''), at=at(), actor=actor()))": (
        "arg-type"
    ),
    "compulsory.Withdraw(reason='')": "call-arg",
    "aftercare.Cancel()": "call-arg",
    "case().obligations('2021-04-09')": "arg-type",
    "case().obligations(date(2021, 4, 9), known='2021-04-09')": "arg-type",
    "case().cancellation.reason": "union-attr",
    "compulsory.RecordTreatment(on=date(2021, 4, 9), program_days='120')": "arg-type",
    "Policy(drop_out_days='60')": "arg-type",
    "Policy(later=[Edition(from_='2024-10-01')])": "arg-type",
    "compulsory.RecordReturn(on=at())": "arg-type",
    "Edition(from_=at(), drop_out_days=3)": "arg-type",
    "case().obligations(at())": "arg-type",
    "case().as_of(date(2021, 4, 9), known=at())": "arg-type",
    "bosoto.thai_date(at())": "arg-type",
    "case().events[0].data['typ']": "typeddict-item",
    "case().decide(sent()).effects[0].data['typ']": "typeddict-item",
}
"""What has to fail, with the codes of the error."""

RIGHT = """
def right(name: LifecycleName, loose: Case, policy: Policy) -> None:
    sent = Envelope(compulsory.Accept(), at=at(), actor=actor(), command_id=UUID(int=0))
    decision: Decision[compulsory.State] = case().act(sent)
    state: compulsory.State | None = decision.state
    known: compulsory.State = case().state
    loose.act(sent)
    other = bosoto.replay("aftercare", b"")
    assert other is not None
    visited: aftercare.State = other.state
    bosoto.replay(name, "")
    made = Case.create(Envelope.from_json("compulsory", ""), policy)
    told: compulsory.State = made.state
    merged = bosoto.merge("compulsory", "", "")
    assert merged.case is not None
    after: compulsory.State = merged.case.state
    bosoto.decide_many([case(), None], [sent, sent])
    for event in case().events:
        if event.data["type"] == "accepted":
            text: str = event.data["at"]
    for withdrawal in case().withdrawn:
        why: str = withdrawal.reason
        who: Actor = withdrawal.by.actor
    cancelled = case().cancellation
    stays: str | None = None if cancelled is None else cancelled.other_case
    for effect in decision.effects:
        if effect.data["type"] == "notify":
            to: str = effect.data["to"]
"""


def checked(code: str, tmp_path: Path) -> str:
    file = tmp_path / "snippets.py"
    file.write_text(code, "utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", "pyproject.toml"]
    run = subprocess.run(
        [*command, str(file)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return run.stdout


def test_what_is_wrong_is_an_error_of_the_type_checker(tmp_path: Path) -> None:
    first = HEAD.count("\n") + 1
    told = checked(HEAD + "\n".join(WRONG) + "\n", tmp_path)
    found = {int(line): code for line, code in re.findall(r"py:(\d+): error:.*\[(.*)\]", told)}
    for line, (snippet, codes) in enumerate(WRONG.items(), first):
        assert found.get(line, "nothing") in codes.split("|"), f"{snippet}\n{told}"


def test_what_is_right_passes(tmp_path: Path) -> None:
    assert "Success" in checked(HEAD + RIGHT, tmp_path)
