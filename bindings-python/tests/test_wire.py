"""Bad input, the JSON API's errors, and the schemas of what is written."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

import bosoto
from bosoto import Case, Envelope, WireError
from bosoto.compulsory import RecordTrace, ReportAbsence, TraceMethod
from conftest import NURSE, OFFICER, at, by_nurse, refer

ACTOR = '{"role":"unit_user","organisation":"10670"}'
AT = "2021-04-17T09:00:00+07:00"


def envelope(command: str, at: str = AT) -> str:
    return f'{{"at":"{at}","actor":{ACTOR},"command":{command}}}'


@pytest.mark.parametrize(
    ("text", "code", "pointer"),
    [
        ("[" * 10_000_000, "malformed", ""),
        (envelope('{"type":"accept","onn":1}'), "unknown_field", "/command/onn"),
        (envelope('{"type":"record_return"}'), "missing_field", "/command/on"),
        (envelope('{"type":"record_return","on":"2564-04-17"}'), "malformed", "/command/on"),
        (envelope('{"type":"record_return","on":"2021-02-30"}'), "malformed", "/command/on"),
        (envelope('{"type":"record_return","on":3}'), "wrong_type", "/command/on"),
        (envelope('{"type":"aceept"}'), "unknown_value", "/command/type"),
        (envelope('{"type":"accept"}', "2021-04-17T09:00:00"), "malformed", "/at"),
        ("{}", "missing_field", "/at"),
        ('"สมชาย"', "wrong_type", ""),
    ],
    ids=lambda value: value[-30:] if isinstance(value, str) else None,
)
def test_what_the_schema_forbids_is_an_error_in_both_apis(
    text: str, code: str, pointer: str
) -> None:
    answer = json.loads(bosoto.decide_json("compulsory", None, text))
    assert (answer["error"]["code"], answer["error"]["pointer"]) == (code, pointer)
    valid("error", answer)
    with pytest.raises(WireError) as error:
        Envelope.from_json("compulsory", text)
    assert (error.value.code, error.value.pointer) == (code, pointer)
    assert answer["error"]["message"] == {
        "th": error.value.message_th,
        "en": error.value.message_en,
    }
    assert "สมชาย" not in str(error.value)


def test_a_message_repeats_no_value() -> None:
    text = refer_json().replace("3100600445635", "3100600445636").replace("สมชาย", " ")
    decided = bosoto.decide_json("compulsory", None, text)
    assert json.loads(decided)["outcome"] == "rejected"
    for personal in ("3100600445636", "ใจดี", "0812345678"):
        assert personal not in decided


def refer_json() -> str:
    return Envelope(refer(), at=at(3, 1), actor=OFFICER, command_id="refer-1").to_json()


def test_python_values_without_a_json_form_are_refused() -> None:
    deep: list[Any] = []
    for _ in range(200):
        deep = [deep]
    for fields, error in (
        ({"at": {1, 2}}, TypeError),
        ({1: "at"}, TypeError),
        ({"at": float("nan")}, ValueError),
        ({"at": 2**70}, ValueError),
        ({"at": deep}, RecursionError),
    ):
        with pytest.raises(error):
            Envelope.from_dict("compulsory", fields)  # type: ignore[arg-type]
    with pytest.raises(WireError) as null:
        Envelope.from_dict("compulsory", {"at": None})
    assert null.value.pointer == "/at"


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    for answer in (
        bosoto.decide_json("compulsory", None, text),
        bosoto.decide_json("compulsory", text, envelope('{"type":"accept"}')),
        bosoto.replay_json("compulsory", text),
        bosoto.merge_json("compulsory", text, text),
        bosoto.rule_json(text),
        bosoto.schema_json(text),
        bosoto.machine_json(text),
        bosoto.flags_json("compulsory", text, text),
    ):
        assert isinstance(json.loads(answer), dict)


@cache
def validator(name: str) -> Draft202012Validator:
    schema = bosoto.schema(name)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def valid(name: str, document: Any) -> None:
    validator(name).validate(document)


def test_every_schema_is_a_schema() -> None:
    for name in bosoto.schema_names():
        validator(name)


def test_everything_that_is_written_fits_its_schema(absent: Case) -> None:
    log = absent.log()
    valid("compulsory.envelope", json.loads(refer_json()))
    for line in log.splitlines():
        valid("compulsory.event", json.loads(line))
    trace = RecordTrace(on=date(2021, 4, 8), method=TraceMethod.PHONE, evidence="x")
    for command in (trace, ReportAbsence()):
        valid("decision", json.loads(absent.decide(by_nurse(command, at(4, 8))).to_json()))
    actor = json.dumps({"role": NURSE.role, "organisation": NURSE.organisation})
    valid("actor", json.loads(actor))
    valid("actions", json.loads(bosoto.actions_json("compulsory", log, actor, AT)))
    valid("obligations", json.loads(bosoto.obligations_json("compulsory", log, "2021-04-17")))
    valid("flags", json.loads(bosoto.flags_json("compulsory", log, AT)))
    valid("view", json.loads(bosoto.view_json("compulsory", log, actor)))
    valid("merged", json.loads(bosoto.merge_json("compulsory", log, log)))
    valid("policy", json.loads(bosoto.Policy().to_json()))
    later = [bosoto.Edition(from_=date(2024, 10, 1), drop_out_days=30)]
    valid("policy", json.loads(bosoto.Policy(later=later).to_json()))
    valid("rules", json.loads(bosoto.rule_json()))
    valid("rule", json.loads(bosoto.rule_json("CT-16")))
    for lifecycle in bosoto.lifecycles():
        valid("machine", lifecycle.machine)


def test_rules_have_a_source_or_say_that_they_have_none() -> None:
    for rule in bosoto.rules():
        assert rule.sources or rule.force == "decision"
        assert bosoto.rule(rule.rule) == rule
    with pytest.raises(WireError) as unknown:
        bosoto.rule("CT-99")
    assert unknown.value.pointer == "/rule"
