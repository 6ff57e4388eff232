"""Cases, envelopes, decisions, policies and events as values: pickled, copied, compared, hashed."""

from __future__ import annotations

import copy
import hashlib
import json
import multiprocessing
import pickle
import unicodedata
from datetime import date
from functools import partial

import pytest

import bosoto
from bosoto import Case, Decision, Envelope, Policy, Rejected, WireError, scenario
from bosoto.compulsory import Accept, RecordReturn, RecordTrace, ReportAbsence, State, TraceMethod
from conftest import NURSE, OFFICER, at, by_nurse, refer


def trace(note: str = "โทรแล้ว") -> RecordTrace:
    return RecordTrace(on=date(2021, 4, 8), method=TraceMethod.PHONE, evidence=note)


def values(case: Case) -> list[object]:
    """One of each public type that holds something."""
    decided = case.decide(by_nurse(trace(), at(4, 8), "a"))
    refused = case.decide(by_nurse(ReportAbsence(), at(4, 10)))
    return [
        case,
        by_nurse(trace(), at(4, 8)),
        decided,
        refused,
        Policy(drop_out_days=60),
        bosoto.merge("compulsory", case.log(), case.log()),
        bosoto.replay_lines("compulsory", case.log() + "{}\n"),
        decided.events[0],
        decided.effects,
        refused.reasons,
        refused.reasons[0],
        case.obligations(date(2021, 4, 11)),
        case.actions(NURSE, at(4, 11)),
        trace(),
        refer(),
        NURSE,
    ]


def test_what_is_pickled_and_copied_is_equal_and_has_its_hash(absent: Case) -> None:
    ways = [copy.copy, copy.deepcopy]
    ways += [
        lambda value, protocol=protocol: pickle.loads(pickle.dumps(value, protocol))
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1)
    ]
    for value in values(absent):
        for way in ways:
            again = way(value)
            assert type(again) is type(value)
            assert again == value
            assert hash(again) == hash(value)
            assert repr(again) == repr(value)
        assert value != object()
    assert len(set(values(absent))) == len(values(absent))


def test_contents_are_compared(absent: Case) -> None:
    first, second = values(absent), values(absent)
    assert first == second
    other = copy.copy(absent)
    other.act(by_nurse(trace(), at(4, 8)))
    assert other != absent
    assert hash(other) == hash(absent)
    assert by_nurse(trace("อื่น"), at(4, 8)) != by_nurse(trace(), at(4, 8))
    asked = [absent.decide(by_nurse(trace(note), at(4, 8))) for note in ("ก", "ข")]
    assert asked[0] != asked[1]
    assert other.events[-1] != other.events[-2]
    merged = [bosoto.merge("compulsory", one.log(), absent.log()) for one in (absent, other)]
    assert merged[0] != merged[1]


def test_a_copy_goes_on_apart(absent: Case) -> None:
    other, events = copy.copy(absent), len(absent)
    other.act(by_nurse(trace(), at(4, 8)))
    absent.act(by_nurse(RecordReturn(on=date(2021, 4, 9)), at(4, 9)))
    assert [len(absent), len(other)] == [events + 1, events + 1]
    assert absent.events[-1].type != other.events[-1].type


def test_a_decision_is_read_again_with_its_case(absent: Case) -> None:
    decision = absent.decide(by_nurse(trace(), at(4, 8)))
    again = pickle.loads(pickle.dumps(decision))
    assert (again.accepted, again.repeated, again.state) == (True, False, State.ACCEPTED)
    assert (again.case, again.effects, again.warnings) == (
        decision.case,
        decision.effects,
        decision.warnings,
    )
    read = Decision.from_json("compulsory", decision.to_json())
    assert read == decision
    assert read.case is None
    with pytest.raises(WireError, match="malformed"):
        Decision.from_json("compulsory", "{")
    with pytest.raises(WireError, match="outcome"):
        Decision.from_json("compulsory", "{}")


def test_an_event_writes_its_line_of_the_log(absent: Case) -> None:
    assert "".join(f"{event.to_json()}\n" for event in absent.events) == absent.log()


def test_errors_are_pickled_without_a_value_of_the_input(absent: Case) -> None:
    with pytest.raises(Rejected) as refused:
        absent.act(by_nurse(ReportAbsence(), at(4, 10)))
    again = pickle.loads(pickle.dumps(refused.value))
    assert again.reasons == refused.value.reasons
    with pytest.raises(WireError) as wrong:
        Envelope.from_json("compulsory", '{"at":"สมชาย"}')
    pickled = pickle.dumps(wrong.value)
    assert pickle.loads(pickled) == wrong.value
    assert "สมชาย".encode() not in pickled


def acted(log: str, envelope: Envelope) -> Decision:
    case = bosoto.replay("compulsory", log)
    assert case is not None
    return case.act(envelope)


def test_envelopes_and_decisions_travel_between_processes(absent: Case) -> None:
    spawned = multiprocessing.get_context("spawn")
    with spawned.Pool(1) as pool:
        (decision,) = pool.map(partial(acted, absent.log()), [by_nurse(trace(), at(4, 8))])
    assert decision == absent.act(by_nurse(trace(), at(4, 8)))
    assert decision.case == absent


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\u0085", "\v", "\f", "\x1c", "\r"])
def test_a_line_ends_at_a_line_feed_alone(absent: Case, end: str) -> None:
    """`str.splitlines` takes each of these for an end; JSON has some of them as they are."""
    sent = json.loads(by_nurse(trace(), at(4, 8)).to_json())
    sent["command"]["evidence"] = f"ไม่{end}รับ"
    try:
        envelope = Envelope.from_json("compulsory", json.dumps(sent, ensure_ascii=False))
        absent.act(envelope)
    except WireError:
        assert unicodedata.category(end) == "Cc"  # A control character is refused.
        return
    payload = absent.events[-1].data
    assert json.loads(absent.events[-1].to_json()) == payload
    assert len(absent.events) == len(absent) == absent.log().count("\n")
    again = bosoto.replay("compulsory", absent.log())
    assert again == absent
    steps = [
        {"do": json.loads(line), "expect": {"outcome": "accepted"}}
        for line in (
            Envelope(refer(), at=at(3, 1), actor=OFFICER).to_json(),
            by_nurse(Accept(), at(3, 1, 10)).to_json(),
        )
    ]
    steps[0]["do"]["command"]["part1"]["address"]["house_no"] = f"บ้าน{end}เลขที่"
    assert scenario.run({"lifecycle": "compulsory", "steps": steps}) == []


def test_an_envelope_for_another_case_is_refused_and_the_event_keeps_for_which_it_was(
    absent: Case,
) -> None:
    def meant_for(case_id: str) -> Envelope:
        return Envelope(trace(), at=at(4, 8), actor=NURSE, case_id=case_id)

    before = absent.log()
    with pytest.raises(WireError) as refused:
        absent.act(meant_for("C-2"))
    assert (refused.value.code, refused.value.pointer) == ("other_case", "/case_id")
    assert absent.log() == before
    absent.act(meant_for(absent.case_id))
    assert absent.events[-1].data["case_id"] == absent.case_id


@pytest.mark.parametrize(
    ("text", "code", "pointer"),
    [
        ('{"outcome":"accepted"}', "unknown_value", "/state"),
        ('{"outcome":"accepted","state":"CANARY"}', "unknown_value", "/state"),
        ('{"outcome":"accepted","state":"accepted"}', "unknown_value", "/events"),
        ('{"outcome":"accepted","state":"accepted","events":[]}', "unknown_value", "/events"),
        ('{"outcome":"rejected"}', "unknown_value", "/reasons"),
        ('{"outcome":"rejected","reasons":{}}', "unknown_value", "/reasons"),
    ],
)
def test_what_has_not_the_parts_of_a_decision_is_none(text: str, code: str, pointer: str) -> None:
    with pytest.raises(WireError) as refused:
        Decision.from_json("compulsory", text)
    assert (refused.value.code, refused.value.pointer) == (code, pointer)
    assert "CANARY" not in str(refused.value)


def test_a_decision_of_no_lifecycle_is_none() -> None:
    with pytest.raises(WireError) as refused:
        Decision.from_json("nope", '{"outcome":"rejected","reasons":[{}]}')  # type: ignore[arg-type]
    assert refused.value.pointer == "/lifecycle"


def test_what_is_no_text_is_told_what_to_pass() -> None:
    with pytest.raises(TypeError, match="`bytearray` is no text: pass it as `str`"):
        bosoto.replay("compulsory", bytearray(b"[]"))  # type: ignore[call-overload]
    with pytest.raises(TypeError, match="`NoneType` is no text: pass it as `str`"):
        bosoto.replay_many("compulsory", ["", None])  # type: ignore[list-item]


def test_the_id_of_an_event_is_the_digest_of_its_envelope_as_it_was_given(absent: Case) -> None:
    plain = json.loads(by_nurse(trace(), at(4, 8)).to_json())
    ids = []
    for given in (plain, {**plain, "coordinated": False}, {**plain, "recorded_at": plain["at"]}):
        envelope = Envelope.from_dict("compulsory", given)
        digest = hashlib.sha256(envelope.to_json().encode()).hexdigest()[:16]
        decision = absent.decide(envelope)
        assert decision.events[0].event_id == f"{digest}#0"
        ids.append(digest)
    assert len(set(ids)) == 3
