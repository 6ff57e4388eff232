"""The runner of scenario files: the same files as in every other language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from bosoto import calls
from bosoto._text import lines
from bosoto.results import Effect

__all__ = ["run", "scenarios", "summary"]

Json = Any


class DifferenceError(Exception):
    """What was expected and what was found instead."""


def scenarios(text: str) -> list[dict[str, Json]]:
    """The scenarios of a file's text: one, or an array of them."""
    found = json.loads(text)
    return found if isinstance(found, list) else [found]


def run(scenario: dict[str, Json]) -> list[str]:
    """The first difference of each step that does not hold; none if all hold."""
    runner = _Runner(scenario)
    if "merge" in scenario:
        steps: Iterator[tuple[str, Json]] = iter([("merge", scenario)])
    else:
        steps = ((f"step {index}", step) for index, step in enumerate(scenario["steps"]))
    differences = []
    for name, step in steps:
        difference = runner.difference(step)
        if difference is not None:
            differences.append(f"{name}: {difference}")
    return differences


class _Runner:
    """A case as the steps make it, by the JSON API."""

    def __init__(self, scenario: dict[str, Json]) -> None:
        self.lifecycle: str = scenario["lifecycle"]
        policy = scenario.get("policy")
        self.policy = None if policy is None else json.dumps(policy)
        self.log: str | None = None

    def difference(self, step: dict[str, Json]) -> str | None:
        """The first difference of a step; none where it holds."""
        try:
            same(self.answer(step), step["expect"], "")
        except DifferenceError as difference:
            return str(difference)
        return None

    def answer(self, step: dict[str, Json]) -> Json:
        """What the library answers, with the parts that `expect` names."""
        if "do" in step:
            return self.act(step["do"])
        if "merge" in step:
            return self.merge(step["merge"])
        question = next((name for name in _QUESTIONS if name in step), None)
        if question is None:
            raise DifferenceError("neither a command nor a question")
        return _QUESTIONS[question](self, step[question], step["expect"])

    def act(self, envelope: Json) -> Json:
        text = calls.decide_json(self.lifecycle, self.log, json.dumps(envelope), self.policy)
        answer = json.loads(text)
        if answer.get("outcome") == "accepted" and not answer.get("repeated"):
            events = (json.dumps(event, ensure_ascii=False) for event in answer["events"])
            self.log = "\n".join([*lines(self.log or ""), *events])
        return summary(answer)

    def actions(self, question: Json, expect: Json) -> Json:
        found = json.loads(
            calls.actions_json(
                self.lifecycle,
                self.log,
                json.dumps(question["actor"]),
                question["at"],
                self.policy,
            )
        )
        return {action["action"]: action for action in found} if _is_list(found) else found

    def obligations(self, question: Json, expect: Json) -> Json:
        on = question["on"]
        rows = json.loads(
            calls.obligations_json(
                self.lifecycle, self.log or "", on, self.policy, question.get("known")
            )
        )
        return contained(rows, expect) if _is_list(rows) and _is_list(expect) else rows

    def flags(self, question: Json, expect: Json) -> Json:
        at = question["at"]
        known = question.get("known")
        return json.loads(calls.flags_json(self.lifecycle, self.log or "", at, self.policy, known))

    def view(self, question: Json, expect: Json) -> Json:
        actor = json.dumps(question["actor"])
        view = json.loads(calls.view_json(self.lifecycle, self.log or "", actor, self.policy))
        if "error" in view:
            return view
        pointers = [place["pointer"] for place in view["withheld"]]
        wanted = expect.get("withheld")
        if wanted and set(wanted) <= set(pointers):
            pointers = wanted
        return {**view, "withheld": pointers}

    def merge(self, logs: Json) -> Json:
        """The base is decided first, each log on top of it, then the two logs are merged."""
        self.act_all(logs, "base")
        base = self.log
        log_a, log_b = (self.on_top_of(base, logs, name) for name in ("log_a", "log_b"))
        merged = json.loads(calls.merge_json(self.lifecycle, log_a, log_b))
        if "error" in merged:
            return merged
        conflicts = [
            {**conflict, "command_id": conflict["event_id"].rpartition("#")[0]}
            for conflict in merged["conflicts"]
        ]
        order = [event.get("command_id") for event in merged["log"]]
        return {"state": merged.get("state"), "order": order, "conflicts": conflicts}

    def on_top_of(self, base: str | None, logs: Json, name: str) -> str:
        self.log = base
        self.act_all(logs, name)
        return self.log or ""

    def act_all(self, logs: Json, name: str) -> None:
        for index, envelope in enumerate(logs[name]):
            same(self.act(envelope), {"outcome": "accepted"}, f"{name}/{index}")


_QUESTIONS = {
    "actions": _Runner.actions,
    "obligations": _Runner.obligations,
    "flags": _Runner.flags,
    "view": _Runner.view,
}


def _is_list(answer: Json) -> bool:
    return isinstance(answer, list)


def summary(answer: Json) -> Json:
    """A decision as scenario files name its parts."""
    parts = {"events": _type, "effects": _effect, "warnings": _rule}
    return {
        name: [parts[name](one) for one in value] if name in parts else value
        for name, value in answer.items()
    }


def _type(event: Json) -> str:
    return str(event["type"])


def _rule(warning: Json) -> str:
    return str(warning["rule"])


def _effect(effect: Json) -> str:
    return Effect.of(effect).name


def same(actual: Json, expect: Json, place: str) -> None:
    """Every field named is the same; lists are compared whole."""
    if isinstance(expect, dict) and isinstance(actual, dict):
        for name, wanted in expect.items():
            same(actual.get(name), wanted, f"{place}/{name}")
    elif _is_list(expect) and _is_list(actual) and len(expect) == len(actual):
        for index, (found, wanted) in enumerate(zip(actual, expect, strict=True)):
            same(found, wanted, f"{place}/{index}")
    elif actual != expect or isinstance(actual, bool) != isinstance(expect, bool):
        raise DifferenceError(f"{place}: expected {_shown(expect)}, found {_shown(actual)}")


def contained(rows: list[Json], expect: list[Json]) -> list[Json]:
    """`expect` itself where every row named is there and none that is `absent`."""
    for wanted in expect:
        row = {name: value for name, value in wanted.items() if name != "absent"}
        found = any(_matches(one, row) for one in rows)
        if found == bool(wanted.get("absent")):
            what = "a row" if found else "no row"
            raise DifferenceError(f"{what} {_shown(row)} in {_shown(rows)}")
    return expect


def _matches(actual: Json, expect: Json) -> bool:
    try:
        same(actual, expect, "")
    except DifferenceError:
        return False
    return True


def _shown(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)
