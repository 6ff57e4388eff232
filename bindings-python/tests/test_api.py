"""The typed API."""

from __future__ import annotations

import json
import threading
from datetime import date, datetime, timedelta, timezone
from typing import cast, get_args

import pytest

import bosoto
from bosoto import (
    Actor,
    Case,
    Decision,
    Edition,
    Envelope,
    ErrorCode,
    Policy,
    ReasonKind,
    Rejected,
    Role,
    Status,
    WireError,
)
from bosoto.compulsory import (
    Accept,
    DropOut,
    RecordReturn,
    RecordTrace,
    ReportAbsence,
    ReportNoShow,
    State,
    TraceMethod,
)
from bosoto.thai import Style
from bosoto.types import DropOutAnchor
from bosoto.worklist import Urgency, casework, workload
from conftest import CITIZEN_ID, NURSE, OFFICER, at, by_nurse, person, refer


def trace(day: date) -> RecordTrace:
    return RecordTrace(on=day, method=TraceMethod.PHONE, evidence="โทรแล้ว ไม่รับสาย")


def test_a_case_is_created_and_acted_on(referred: Case) -> None:
    assert (referred.lifecycle, referred.case_id, referred.state) == (
        "compulsory",
        "C-1",
        State.AWAITING_ACCEPTANCE,
    )
    decision = referred.act(by_nurse(Accept(), at(3, 1, 10)))
    assert (decision.accepted, decision.repeated) == (True, False)
    assert decision.state is referred.state is State.ACCEPTED
    assert [event.type for event in referred.events] == ["referred", "accepted"]
    assert len(referred) == 2


def test_ct_16_a_refusal_names_the_rule_and_the_day(absent: Case) -> None:
    decision = absent.decide(by_nurse(ReportAbsence(), at(4, 10)))
    assert not decision.accepted
    assert [(reason.rule, reason.kind) for reason in decision.reasons] == [
        ("CT-16", ReasonKind.TOO_EARLY),
        ("CT-16", ReasonKind.MISSING_PRECONDITION),
    ]
    assert decision.case is not None
    assert len(decision.case) == len(absent)
    with pytest.raises(Rejected) as refused:
        absent.act(by_nurse(ReportAbsence(), at(4, 10)))
    assert (refused.value.rule, refused.value.kind) == ("CT-16", ReasonKind.TOO_EARLY)
    assert refused.value.allowed_from == date(2021, 4, 17)
    assert type(refused.value.allowed_from) is date
    assert isinstance(refused.value, bosoto.BosotoError)


def test_ct_05_hours_end_at_an_instant(referred: Case) -> None:
    decision = referred.decide(by_nurse(ReportNoShow(), at(3, 5)))
    with pytest.raises(Rejected) as refused:
        decision.raise_if_rejected()
    assert refused.value.allowed_from == at(3, 8)
    assert isinstance(refused.value.allowed_from, datetime)


def test_ct_16_effects_once_it_is_time(absent: Case) -> None:
    absent.act(by_nurse(trace(date(2021, 4, 8)), at(4, 8)))
    absent.act(by_nurse(trace(date(2021, 4, 15)), at(4, 15)))
    decision = absent.decide(by_nurse(ReportAbsence(), at(4, 17)))
    assert decision.accepted
    names = [effect.name for effect in decision.effects]
    assert names == ["notify:absence", "letter:absence", "banner:absence"]
    assert decision.effects[0].to == "PB-KBI"
    assert [warning.rule for warning in decision.warnings] == ["CT-21"]
    assert decision.events[0].at == at(4, 17)
    assert decision.state is State.ACCEPTED
    done = absent.act(by_nurse(ReportAbsence(), at(4, 17)))
    assert done == decision
    assert done.effects == decision.effects
    assert done.warnings == decision.warnings


def test_ge_03_a_repeated_command_is_the_first_decision_again(referred: Case) -> None:
    accept = by_nurse(Accept(), at(3, 1, 10), "accept-1")
    first = referred.decide(accept)
    assert not first.repeated
    referred.act(accept)
    again = referred.decide(accept)
    assert again.accepted
    assert again.repeated
    assert again.events == first.events
    done = referred.act(accept)
    assert (done.repeated, done.events) == (True, first.events)
    assert done.case == referred
    assert len(referred) == 2
    with pytest.raises(WireError) as reused:
        referred.decide(by_nurse(DropOut(), at(3, 2), "accept-1"))
    assert reused.value.code == ErrorCode.COMMAND_ID_REUSED
    assert reused.value.pointer == "/command_id"


def test_questions(absent: Case) -> None:
    owed = {row.what: row for row in absent.obligations(date(2021, 4, 11))}
    assert owed["first_trace"].status is Status.OVERDUE
    assert owed["first_trace"].due_by == date(2021, 4, 10)
    assert owed["first_trace"].title.th == "ติดตามผู้ป่วยขาดนัด ครั้งที่ 1"
    found = {action.action: action for action in absent.actions(NURSE, at(4, 11))}
    assert found["record_trace"].allowed
    assert found["report_absence"].allowed_from == date(2021, 4, 17)
    assert absent.flags(at(4, 11)) == ()
    seen = absent.view(bosoto.Actor(role=bosoto.Role.ICT_OFFICER, organisation="MOPH"))
    assert "part1" not in seen
    assert {place["rule"] for place in seen["withheld"]} == {"AD-07"}


def test_policies(absent: Case) -> None:
    policy = Policy(absence_report_days=10, drop_out_anchor=DropOutAnchor.MISSED_DATE)
    assert json.loads(policy.to_json())["drop_out_anchor"] == "missed_date"
    assert policy == Policy.from_json('{"absence_report_days":10,"drop_out_anchor":"missed_date"}')
    decision = absent.decide(by_nurse(ReportAbsence(), at(4, 10)), policy)
    assert decision.reasons[0].allowed_from == date(2021, 4, 13)
    with pytest.raises(WireError) as invalid:
        Policy(first_trace_days=20)
    assert invalid.value.code == ErrorCode.POLICY_INVALID
    assert invalid.value.pointer == "/second_trace_days"


def test_editions_of_a_policy(absent: Case) -> None:
    later = [
        Edition(from_=date(2021, 4, 11), absence_report_days=5),
        Edition(from_=date(2022, 1, 1), drop_out_anchor=DropOutAnchor.MISSED_DATE),
    ]
    policy = Policy(absence_report_days=10, later=later)
    written = json.loads(policy.to_json())["later"]
    assert written[0] == {"from": "2021-04-11", "absence_report_days": 5}
    assert written[1] == {"from": "2022-01-01", "drop_out_anchor": "missed_date"}
    assert policy == Policy.from_json(policy.to_json())
    assert policy != Policy(absence_report_days=10)
    before = absent.decide(by_nurse(ReportAbsence(), at(4, 10)), policy)
    assert before.reasons[0].allowed_from == date(2021, 4, 13)
    after = absent.decide(by_nurse(ReportAbsence(), at(4, 11)), policy)
    assert ReasonKind.TOO_EARLY not in [reason.kind for reason in after.reasons]


@pytest.mark.parametrize(
    ("later", "pointer"),
    [
        ([Edition(from_=date(2024, 10, 1), drop_out_days=0)], "/later/0/drop_out_days"),
        ([Edition(from_=date(2024, 10, 1), first_trace_days=20)], "/later/0/second_trace_days"),
        ([Edition(from_=date(2024, 10, 1))] * 2, "/later/1/from"),
        ([{"from": "2024-10-01", "profile": "in_force"}], "/later/0/profile"),
        ([{"from": "2024-10-01", "drop_out_day": 30}], "/later/0/drop_out_day"),
    ],
)
def test_an_edition_that_is_wrong_is_named(later: list[Edition], pointer: str) -> None:
    with pytest.raises(WireError) as invalid:
        Policy(later=later)
    assert (invalid.value.code, invalid.value.pointer) == (ErrorCode.POLICY_INVALID, pointer)
    number = int(pointer.split("/")[2]) + 1
    assert f"ฉบับแก้ไขที่ {number}" in invalid.value.message.th
    assert f"edition {number}" in invalid.value.message.en


def test_a_log_makes_the_same_case_again(absent: Case) -> None:
    again = bosoto.replay("compulsory", absent.log())
    assert again is not None
    assert again.log() == absent.log()
    broken = absent.log().split("\n")
    broken[1] = "{"
    with pytest.raises(WireError) as error:
        bosoto.replay("compulsory", "\n".join(broken))
    assert error.value.pointer.startswith("/1")
    replayed = bosoto.replay_lines("compulsory", "\n".join(broken))
    assert replayed.broken[0].line == 2
    assert replayed.case is not None
    assert replayed.used == len(replayed.case)
    assert bosoto.replay("compulsory", "") is None


def test_two_logs_of_one_case_are_merged(absent: Case) -> None:
    base = absent.log()
    other = bosoto.replay("compulsory", base)
    assert other is not None
    absent.act(by_nurse(trace(date(2021, 4, 8)), at(4, 8), "a"))
    other.act(by_nurse(RecordReturn(on=date(2021, 4, 9)), at(4, 9), "b"))
    merged = bosoto.merge("compulsory", absent.log(), other.log())
    assert merged.case is not None
    assert merged.log.count("\n") == len(absent) + 1
    assert merged.conflicts == ()
    turned = bosoto.merge("compulsory", other.log(), absent.log())
    assert turned.log == merged.log


def test_batches_keep_order_and_put_errors_in_place(absent: Case) -> None:
    good = by_nurse(trace(date(2021, 4, 8)), at(4, 8))
    reused = Envelope(Accept(), at=at(3, 3), actor=OFFICER, command_id="refer-1")
    decided = bosoto.decide_many([absent, absent, absent], [good, reused, good])
    first, second, third = decided
    assert isinstance(first, Decision)
    assert isinstance(second, WireError)
    assert isinstance(third, Decision)
    assert first.to_json() == absent.decide(good).to_json() == third.to_json()
    with pytest.raises(ValueError, match="as many cases"):
        bosoto.decide_many([None], [])
    one, two, three = bosoto.replay_many("compulsory", [absent.log(), "[", ""])
    assert isinstance(one, Case)
    assert one.log() == absent.log()
    assert isinstance(two, WireError)
    assert three is None


def test_the_lock_is_released_in_batches(absent: Case) -> None:
    """Another thread counts on while a batch is decided."""
    logs = [absent.log()] * 20_000
    started, done = threading.Event(), threading.Event()

    def batch() -> None:
        started.set()
        bosoto.replay_many("compulsory", logs)
        done.set()

    thread = threading.Thread(target=batch)
    thread.start()
    started.wait()
    turns = 0
    while not done.wait(0.001):
        turns += 1
    thread.join()
    assert turns > 10


def test_a_datetime_is_no_date(absent: Case) -> None:
    with pytest.raises(TypeError, match="`on` is a civil date"):
        RecordReturn(on=at(4, 9))
    with pytest.raises(TypeError, match="must be a datetime"):
        RecordReturn(on="2021-04-09")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="civil date"):
        absent.obligations(at(4, 9))
    with pytest.raises(TypeError, match="civil date"):
        bosoto.thai_date(at(4, 9))


def test_a_case_as_of_a_day_is_the_case_as_it_was(absent: Case) -> None:
    days = [event.at.date() for event in absent.events]
    assert absent.as_of(days[0] - timedelta(days=1)) is None
    now = absent.as_of(days[-1])
    assert now is not None
    assert now.log() == absent.log()
    past = absent.as_of(days[-1] - timedelta(days=1))
    assert past is not None
    assert past.log() == "".join(event.to_json() + "\n" for event in absent.events[:-1])
    log = bosoto.as_of_json("compulsory", absent.log(), days[-1].isoformat())
    assert json.loads(log) == [event.data for event in absent.events]
    with pytest.raises(TypeError, match="civil date"):
        absent.as_of(at(4, 9))


def test_what_is_due_is_the_core_s_to_say(absent: Case) -> None:
    day = date(2021, 4, 11)
    due = [row for row in absent.obligations(day) if row.status in (Status.DUE, Status.OVERDUE)]
    assert list(absent.due(day)) == due != []
    rows = json.loads(bosoto.due_json("compulsory", absent.log(), day.isoformat()))
    assert [row["what"] for row in rows] == [row.what for row in due]


def test_whose_work_it_is_and_what_can_be_done(absent: Case) -> None:
    (load,) = workload([absent], date(2021, 4, 11))
    assert (load.responsible.organisation, load.overdue) == ("10670", 1)
    (work,) = casework([absent], load.responsible, at(4, 11, 12))
    assert (work.lifecycle, work.case_id) == ("compulsory", "C-1")
    assert work.owed[0].obligation.what == "first_trace"
    assert work.owed[0].urgency is Urgency.OVERDUE
    assert "record_trace" in [action.action for action in work.possible]
    report = next(action for action in work.waiting if action.action == "report_absence")
    assert (report.reasons[0].rule, report.allowed_from) == ("CT-16", date(2021, 4, 17))
    assert casework([absent], Actor(role=Role.UNIT_USER, organisation="x"), at(4, 11)) == ()
    assert workload([absent], date(2020, 1, 1)) == ()
    cases = json.dumps([{"lifecycle": "compulsory", "log": absent.log()}])
    (row,) = json.loads(bosoto.workload_json(cases, "2021-04-11"))
    assert (row["responsible"]["role"], row["overdue"]) == ("unit_user", 1)
    asked = json.dumps({"actor": row["responsible"], "at": "2021-04-11T12:00:00+07:00"})
    assert len(json.loads(bosoto.casework_json(cases, asked))) == 1


@pytest.mark.parametrize("style", get_args(Style))
def test_what_is_written_in_a_style_is_read_again(style: Style) -> None:
    for day in (date(1800, 1, 1), date(1957, 1, 1), date(2024, 2, 29), date(2399, 12, 31)):
        assert bosoto.parse_thai_date(bosoto.thai_date(day, style)) == day
        text = bosoto.thai_date_json(day.isoformat(), style)
        assert json.loads(bosoto.parse_thai_date_json(json.loads(text))) == day.isoformat()


def test_a_date_that_cannot_be_read_or_written_is_an_error_of_the_wire() -> None:
    refused = [
        (lambda: bosoto.parse_thai_date("สมชาย ใจดี"), "malformed", "/text"),
        (lambda: bosoto.thai_date(date(999, 1, 1)), "malformed", "/date"),
        (lambda: bosoto.thai_date(date(2021, 4, 3), cast(Style, "iso")), "unknown_value", "/style"),
    ]
    for ask, code, pointer in refused:
        with pytest.raises(WireError) as caught:
            ask()
        assert (caught.value.code, caught.value.pointer) == (code, pointer)
        assert "สมชาย" not in str(caught.value) + caught.value.message_th


def test_a_naive_datetime_is_no_instant(absent: Case) -> None:
    naive = datetime(2021, 4, 9, 9)
    with pytest.raises(ValueError, match="naive"):
        by_nurse(Accept(), naive)
    with pytest.raises(ValueError, match="tzinfo"):
        absent.actions(NURSE, naive)
    with pytest.raises(ValueError, match="tzinfo"):
        absent.flags(naive)


def test_instants_of_other_offsets_are_written_in_thai_time() -> None:
    utc = datetime(2021, 4, 16, 17, 30, tzinfo=timezone.utc)
    envelope = by_nurse(Accept(), utc)
    assert json.loads(envelope.to_json())["at"] == "2021-04-17T00:30:00+07:00"
    newfoundland = timezone(-timedelta(hours=3, minutes=30))
    assert by_nurse(Accept(), utc.astimezone(newfoundland)) == envelope


def test_no_personal_data_is_shown(absent: Case) -> None:
    command = refer()
    shown = [repr(command), repr(person()), repr(command.part1), repr(absent)]
    shown += [repr(event) for event in absent.events]
    decision = absent.decide(by_nurse(trace(date(2021, 4, 8)), at(4, 8)))
    shown += [repr(decision), repr(decision.events[0]), absent._repr_html_()]
    for text in shown:
        for personal in ("สมชาย", "ใจดี", CITIZEN_ID, "0812345678", "โทร"):
            assert personal not in text


def test_a_notebook_shows_a_timeline_and_a_diagram(absent: Case) -> None:
    html = absent._repr_html_()
    assert "3 เม.ย. 2564" in html
    assert "CT-13" in html
    assert "<b>" in html
    drawing = bosoto.Lifecycle("compulsory")._repr_svg_()
    assert drawing.startswith("<svg")
    assert "awaiting_acceptance" in drawing


def test_every_lifecycle_has_its_module_and_its_diagrams() -> None:
    for lifecycle in bosoto.lifecycles():
        module = __import__(f"bosoto.{lifecycle.name}", fromlist=["State"])
        assert [state.value for state in module.State] == [
            state["name"] for state in lifecycle.machine["states"]
        ]
        kinds = [command["action"] for command in lifecycle.machine["commands"]]
        assert [one.type for one in module.Command.__args__] == kinds
        assert lifecycle.mermaid().startswith("stateDiagram-v2")
        assert lifecycle.dot().startswith("digraph")
        assert "<scxml" in lifecycle.scxml()
        assert lifecycle.svg().rstrip().endswith("</svg>")


def test_cases_come_from_commands_only() -> None:
    with pytest.raises(TypeError, match="a case comes from"):
        Case()
