"""The generated types: words with titles, each class once, answers as their JSON says."""

from __future__ import annotations

import json
from enum import Enum
from importlib import import_module

import bosoto
from bosoto import Action, Case, Effect, Flag, Obligation, Owed, Reason, ReasonKind, Text, calls
from bosoto.compulsory import ReportAbsence, State
from conftest import NURSE, at, by_nurse

LIFECYCLES = [one.name for one in bosoto.lifecycles()]


def test_words_have_titles_and_stay_texts() -> None:
    assert ReasonKind.TOO_EARLY.title == Text("ยังไม่ถึงเวลา", "too early")
    assert ReasonKind("too_early") is ReasonKind.TOO_EARLY
    assert f"{ReasonKind.TOO_EARLY}" == "too_early" == ReasonKind.TOO_EARLY
    assert json.dumps([State.ENDED]) == '["ended"]'
    assert Flag.OVERDUE_REPORT_IN.title.th == "เลยกำหนดมารายงานตัว"


def test_titles_are_those_of_the_core() -> None:
    owed = {row["what"]: Text.of(row["title"]) for row in json.loads(calls.owed_json())}
    assert {one.value: one.title for one in Owed} == owed
    for lifecycle in bosoto.lifecycles():
        states = import_module(f"bosoto.{lifecycle.name}").State
        told = [Text.of(one["title"]) for one in lifecycle.machine["states"]]
        assert [one.title for one in states] == told


def test_a_class_is_defined_once() -> None:
    modules = [import_module(f"bosoto.{name}") for name in ("types", "results", *LIFECYCLES)]
    for module in modules:
        for name in module.__all__:
            found = getattr(module, name)
            if isinstance(found, type) and found.__module__ != module.__name__:
                assert getattr(import_module(found.__module__), name) is found
    words = [
        found
        for module in modules
        for found in vars(module).values()
        if isinstance(found, type) and issubclass(found, Enum) and found.__name__ != "State"
    ]
    assert len({one.__name__ for one in words}) == len(set(words))


def test_answers_leave_out_what_they_do_not_know(absent: Case) -> None:
    reason = {"rule": "CT-16", "kind": "too_early", "message": {"th": "ก", "en": "a"}}
    assert Reason.of({**reason, "later": 1}) == Reason.of(reason)
    row = json.loads(
        bosoto.obligations_json("compulsory", absent.log(), "2021-04-11"),
    )[0]
    made = Obligation.of({**row, "later": {"a": 1}})
    assert (made.role, made.organisation) == (made.responsible.role, made.responsible.organisation)
    assert made.trigger_on == made.trigger.on
    found = absent.actions(NURSE, at(4, 10))
    assert all(isinstance(one, Action) for one in found)
    told = [one for one in found if one.action == ReportAbsence.type]
    assert {reason.kind for reason in told[0].reasons} == {
        ReasonKind.TOO_EARLY,
        ReasonKind.MISSING_PRECONDITION,
    }


def test_an_effect_is_told_by_its_type_and_the_field_of_that_type() -> None:
    sent = {"type": "report_row", "report": "correction", "notice": "not told by this"}
    effect = Effect.of(sent)
    assert (effect.name, effect.to) == ("report_row:correction", None)
    assert effect.title.en == "add a row to the correction report"
    assert Effect.of({"type": "delete_copy"}).name == "delete_copy"


def test_a_document_is_typed_as_its_json_is_read(absent: Case) -> None:
    from bosoto.documents import compulsory, shared

    decision = absent.decide(by_nurse(ReportAbsence(), at(4, 10)))
    assert set(decision.data) <= set(shared.RejectedAnyDecision.__annotations__)
    assert set(absent.events[0].data) <= set(compulsory.ReferredEvent.__annotations__)
