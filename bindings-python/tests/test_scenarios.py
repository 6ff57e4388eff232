"""Every scenario file of the conformance suite, through the JSON API and through the typed API."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import bosoto
from bosoto import Actor, Envelope, Policy, WireError, scenario
from bosoto._answer import as_instant
from bosoto.results import Action, Obligation

FILES = sorted((Path(__file__).parents[2] / "tests" / "scenarios").glob("*.json"))


def scenarios(path: Path) -> list[dict[str, Any]]:
    return scenario.scenarios(path.read_text("utf-8"))


def test_there_are_scenarios() -> None:
    assert FILES


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_step_holds(path: Path) -> None:
    differences = {
        one["name"]: differences for one in scenarios(path) if (differences := scenario.run(one))
    }
    assert differences == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_typed_api_says_the_same(path: Path) -> None:
    for one in scenarios(path):
        compare(one)


def compare(one: dict[str, Any]) -> None:
    """The two APIs answer each step alike."""
    policy = json.dumps(one["policy"]) if "policy" in one else None
    both = Both(one["lifecycle"], policy)
    for step in one.get("steps", ()):
        for name in ("do", "actions"):
            if name in step:
                getattr(both, name)(step[name])
        for name in ("obligations", "flags", "view"):
            if name in step and both.case is not None:
                getattr(both, name)(step[name])


class Both:
    """A case of the typed API, and its log for the JSON API."""

    def __init__(self, lifecycle: str, policy_json: str | None) -> None:
        self.lifecycle, self.policy_json = lifecycle, policy_json
        self.case: bosoto.Case | None = None

    @property
    def log(self) -> str | None:
        return None if self.case is None else self.case.log()

    @property
    def policy(self) -> Policy | None:
        return None if self.policy_json is None else Policy.from_json(self.policy_json)

    def do(self, envelope: dict[str, Any]) -> None:
        text = json.dumps(envelope)
        answer = bosoto.decide_json(self.lifecycle, self.log, text, self.policy_json)
        if "error" in json.loads(answer):
            with pytest.raises(WireError) as error:
                bosoto.decide(self.case, Envelope.from_json(self.lifecycle, text), self.policy)
            assert as_wire(error.value) == json.loads(answer)["error"]
            return
        decision = bosoto.decide(self.case, Envelope.from_json(self.lifecycle, text), self.policy)
        assert decision.to_json() == answer
        self.case = decision.case

    def actions(self, asked: dict[str, Any]) -> None:
        who = json.dumps(asked["actor"])
        wire = json.loads(
            bosoto.actions_json(self.lifecycle, self.log, who, asked["at"], self.policy_json)
        )
        actor, at = Actor(**asked["actor"]), as_instant(asked["at"])
        found = bosoto.actions(self.lifecycle, self.case, actor, at, self.policy)
        assert found == tuple(map(Action.of, wire))

    def obligations(self, asked: dict[str, Any]) -> None:
        assert self.case is not None
        wire = bosoto.obligations_json(
            self.lifecycle, self.case.log(), asked["on"], self.policy_json
        )
        found = self.case.obligations(date.fromisoformat(asked["on"]), self.policy)
        assert found == tuple(map(Obligation.of, json.loads(wire)))

    def flags(self, asked: dict[str, Any]) -> None:
        assert self.case is not None
        wire = bosoto.flags_json(self.lifecycle, self.case.log(), asked["at"], self.policy_json)
        assert list(self.case.flags(as_instant(asked["at"]), self.policy)) == json.loads(wire)

    def view(self, asked: dict[str, Any]) -> None:
        assert self.case is not None
        who = json.dumps(asked["actor"])
        wire = bosoto.view_json(self.lifecycle, self.case.log(), who, self.policy_json)
        found = self.case.view(Actor(**asked["actor"]), self.policy)
        assert found == json.loads(wire)


def as_wire(error: WireError) -> dict[str, Any]:
    message = {"th": error.message_th, "en": error.message_en}
    return {"code": error.code, "pointer": error.pointer, "message": message}
