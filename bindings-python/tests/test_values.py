"""What is taken for a date, an instant, a number, an id; what is said of a wrong type; texts with
what is no character.
"""

from __future__ import annotations

import json
import traceback
import uuid
from collections.abc import Callable
from datetime import date, datetime, timezone
from typing import Any, cast

import pytest

import bosoto
from bosoto import (
    THAI_TIME,
    Actor,
    Case,
    Cases,
    DataError,
    Envelope,
    Policy,
    Role,
    WireError,
    calls,
    check_cell,
    check_row,
)
from bosoto.compulsory import (
    Accept,
    Letters,
    RecordReturn,
    RecordTrace,
    RecordTreatment,
    TraceMethod,
)
from bosoto.worklist import worklist, worklists
from conftest import NURSE, OFFICER, at, by_nurse, refer

LONE = "\udc80"
CANARY = "QX00001XQ"


def wrong(value: object) -> Any:
    """A value of a wrong type, which a type checker would refuse."""
    return value


def test_a_number_and_a_flag_of_numpy_are_taken() -> None:
    np = pytest.importorskip("numpy")
    for whole in (np.int64(120), np.int8(120), np.uint32(120)):
        treatment = RecordTreatment(on=date(2021, 3, 2), program_days=whole)
        assert treatment.program_days == 120
        assert type(treatment.program_days) is int
    letters = Letters(hand_carried=np.True_, by_correspondence=np.False_)
    assert letters == Letters(hand_carried=True, by_correspondence=False)
    assert Policy(drop_out_days=np.int16(60)) == Policy(drop_out_days=60)
    with pytest.raises(TypeError, match="`program_days` must be an int"):
        RecordTreatment(on=date(2021, 3, 2), program_days=np.True_)
    with pytest.raises(TypeError, match="`program_days` must be an int"):
        RecordTreatment(on=date(2021, 3, 2), program_days=np.float64(120))
    with pytest.raises(TypeError, match="`hand_carried` must be a bool"):
        Letters(hand_carried=np.int64(1), by_correspondence=False)


def test_a_day_of_numpy_and_of_pandas_is_a_date(absent: Case) -> None:
    np, pd = pytest.importorskip("numpy"), pytest.importorskip("pandas")
    day = date(2021, 4, 9)
    column = pd.to_datetime(pd.Series(["2021-04-09"]))
    for given in (np.datetime64("2021-04-09"), pd.Timestamp("2021-04-09"), column[0]):
        command = RecordReturn(on=given)
        assert type(command.on) is date
        assert command == RecordReturn(on=day)
        assert list(absent.obligations(given)) == list(absent.obligations(day))
    for no_day in (
        pd.Timestamp("2021-04-09 10:00"),
        pd.Timestamp("2021-04-09", tz="Asia/Bangkok"),
        pd.NaT,
        np.datetime64("2021-04-09T10:00"),
    ):
        with pytest.raises(TypeError, match="civil date"):
            RecordReturn(on=no_day)


def test_a_timestamp_with_a_time_zone_is_an_instant(absent: Case) -> None:
    pd = pytest.importorskip("pandas")
    for zone in ("Asia/Bangkok", "UTC"):
        when = pd.Timestamp(at(4, 9)).tz_convert(zone)
        assert by_nurse(Accept(), when) == by_nurse(Accept(), at(4, 9))
        assert absent.actions(NURSE, when) == absent.actions(NURSE, at(4, 9))
    for naive in (pd.Timestamp("2021-04-09 09:00"), pd.NaT):
        with pytest.raises(ValueError, match="naive"):
            by_nurse(Accept(), naive)
        with pytest.raises(ValueError, match="tzinfo"):
            absent.flags(naive)


def test_a_command_id_may_be_a_uuid() -> None:
    number = uuid.UUID("0f8fad5b-d9cb-469f-a165-70867728950e")
    sent = Envelope(Accept(), at=at(3, 1), actor=NURSE, command_id=number)
    assert sent == Envelope(Accept(), at=at(3, 1), actor=NURSE, command_id=str(number))
    read = Envelope.from_dict("compulsory", {**json.loads(sent.to_json()), "command_id": number})
    assert read == sent
    with pytest.raises(TypeError, match=r"`command_id` is a str or a uuid.UUID, not `int`"):
        Envelope(Accept(), at=at(3, 1), actor=NURSE, command_id=wrong(7))


WRONG: list[tuple[Callable[[Case], object], str]] = [
    (lambda case: case.act(wrong(Accept())), r"`Accept` is no Envelope.*`Envelope\(command, at="),
    (lambda case: case.decide(wrong({})), "`dict` is no Envelope"),
    (lambda case: bosoto.decide(wrong("log"), by_nurse(Accept(), at(4, 9))), "`case` is a Case"),
    (lambda case: Cases([wrong(case.log())]), "`case` is a Case, not `str`.*bosoto.replay"),
    (lambda case: bosoto.decide_many([case], [wrong(Accept())]), "`Accept` is no Envelope"),
    (lambda case: case.act(by_nurse(Accept(), at(4, 9)), wrong({})), "`policy` is a Policy"),
    (lambda case: case.obligations(date(2021, 4, 9), wrong({})), r"not `dict`.*Policy\("),
    (lambda case: case.obligations(wrong("2021-04-09")), "`on` must be a datetime.date, not `str`"),
    (lambda case: case.flags(wrong("2021-04-09T09:00:00+07:00")), "`at` is a datetime, not `str`"),
    (lambda case: case.flags(wrong(date(2021, 4, 9))), "`at` is a datetime, not `date`"),
    (lambda case: worklist([case], wrong("2021-04-09")), "`on` must be a datetime.date"),
    (lambda case: worklist([case], at(4, 9)), "`on` is a civil date"),
    (lambda case: RecordReturn(on=wrong("2021-04-09")), "`on` must be a datetime.date"),
    (lambda case: RecordReturn(on=at(4, 9)), r"`on` is a civil date.*astimezone"),
    (lambda case: RecordTreatment(on=date(2021, 3, 2), program_days=True), "must be an int"),
    (lambda case: Letters(hand_carried=wrong("no"), by_correspondence=False), "must be a bool"),
    (lambda case: Envelope(wrong({}), at=at(4, 9), actor=NURSE), "Envelope.from_dict"),
    (lambda case: Envelope(wrong(NURSE), at=at(4, 9), actor=NURSE), "`command` is a command"),
    (lambda case: Envelope(Accept(), at=at(4, 9), actor=wrong("nurse")), "`actor` is an Actor"),
]


@pytest.mark.parametrize(("attempt", "says"), WRONG)
def test_a_wrong_type_says_what_to_pass_instead(
    absent: Case, attempt: Callable[[Case], object], says: str
) -> None:
    events = len(absent)
    with pytest.raises(TypeError, match=says):
        attempt(absent)
    assert len(absent) == events


def shown(error: BaseException) -> str:
    """All that a log keeps of an exception."""
    held = [repr(getattr(error, name, None)) for name in ("args", "object", "__dict__")]
    return "".join([*traceback.format_exception(error), repr(error), *held])


def refuses(attempt: Callable[[], object], pointer: str) -> None:
    """It is malformed at that place, and nothing of the document is in the exception."""
    with pytest.raises(WireError) as caught:
        attempt()
    assert (caught.value.code, caught.value.pointer) == ("malformed", pointer)
    assert CANARY not in shown(caught.value)
    assert caught.value.__context__ is None


def test_a_lone_surrogate_is_malformed_where_it_stands(absent: Case) -> None:
    evidence = RecordTrace(on=date(2021, 4, 8), method=TraceMethod.PHONE, evidence=CANARY + LONE)
    refuses(lambda: by_nurse(evidence, at(4, 8)), "/command/evidence")
    part1 = refer().part1
    person = type(part1.person)(id=part1.person.id, first_name=CANARY, last_name=CANARY + LONE)
    changed = type(part1)(person=person, address=part1.address)
    command = type(refer())(
        case_id="C-1", round=1, unit="10670", probation_office="PB-KBI", part1=changed
    )
    refuses(
        lambda: Envelope(command, at=at(3, 1), actor=OFFICER), "/command/part1/person/last_name"
    )
    nurse = Actor(role=Role.UNIT_USER, organisation=CANARY + LONE)
    refuses(lambda: Envelope(Accept(), at=at(3, 1), actor=nurse), "/actor/organisation")
    refuses(lambda: absent.view(nurse), "/actor/organisation")
    refuses(lambda: absent.actions(nurse, at(4, 9)), "/actor/organisation")
    refuses(lambda: worklist([absent], date(2021, 4, 9), nurse), "/actor/organisation")
    refuses(lambda: by_nurse(Accept(), at(3, 1), CANARY + LONE), "/command_id")
    fields = json.loads(by_nurse(Accept(), at(3, 1)).to_json())
    fields["command"]["notes"] = ["", CANARY + LONE]
    refuses(lambda: Envelope.from_dict("compulsory", fields), "/command/notes/1")
    fields["command"] = {CANARY: {"a": LONE}}
    refuses(lambda: Envelope.from_dict("compulsory", fields), "/command/…/a")
    refuses(lambda: Policy(delegated_admins=[CANARY, LONE]), "/delegated_admins/1")
    refuses(lambda: check_cell("PERSON", "CID", CANARY + LONE), "/value")
    refuses(lambda: check_row("PERSON", {"CID": CANARY + LONE}), "/row")
    refuses(lambda: check_row("PERSON", {CANARY + LONE: "1"}), "/row")
    with pytest.raises(DataError) as unknown:
        check_cell("PERSON" + LONE, "CID", CANARY)
    assert unknown.value.code == "unknown_table"


TEXTS: list[tuple[Callable[[Any], object], str]] = [
    (lambda text: Envelope.from_json("compulsory", text), ""),
    (lambda text: Policy.from_json(text), ""),
    (lambda text: bosoto.Decision.from_json("compulsory", text), ""),
    (lambda text: bosoto.replay("compulsory", text), "/0"),
    (lambda text: bosoto.merge("compulsory", text, ""), "/0"),
    (lambda text: bosoto.merge("compulsory", "", text), "/0"),
]


@pytest.mark.parametrize(("read", "pointer"), TEXTS)
def test_a_document_with_what_is_no_character_is_malformed(
    read: Callable[[Any], object], pointer: str
) -> None:
    text = '{"' + CANARY + LONE + '":1}'
    with pytest.raises(WireError) as caught:
        read(text)
    assert caught.value.code == "malformed"
    assert caught.value.pointer.endswith(pointer)
    assert CANARY not in shown(caught.value)
    with pytest.raises(WireError) as caught:
        read(text.encode("utf-8", "surrogateescape"))
    assert caught.value.code == "malformed"
    assert CANARY not in shown(caught.value)


def test_the_others_of_a_batch_are_read(absent: Case) -> None:
    good, bad = absent.log(), absent.log().replace("โ", LONE).replace("ส", LONE)
    one, two, three = bosoto.replay_many("compulsory", [good, bad, good])
    assert one == three == absent
    assert isinstance(two, WireError)
    assert two.code == "malformed"
    replayed = bosoto.replay_lines("compulsory", good + '{"a":"' + LONE + '"}\n')
    assert (replayed.case, replayed.broken[0].line) == (absent, len(absent) + 1)
    assert replayed.broken[0].code == "malformed"

    def line(log: str) -> str:
        events = ",".join(event for event in log.split("\n") if event)
        return '{"lifecycle":"compulsory","log":[' + events + "]}\n"

    for text in (
        line(good) + line(bad) + line(good),
        (line(good) + line(bad) + line(good)).encode("utf-8", "surrogateescape"),
    ):
        cases = Cases.read(text)
        assert [cases[0], cases[2]] == [absent, absent]
        assert isinstance(cases[1], WireError)
        assert cases[1].code == "malformed"
    with pytest.raises(WireError) as broken:
        worklists([line(good), line(bad)], date(2021, 4, 11))
    assert broken.value.code == "malformed"
    assert broken.value.pointer == "/1"


def test_the_json_calls_answer_with_an_error(absent: Case) -> None:
    bad = absent.log().replace("ส", LONE)
    for ask in (
        lambda: calls.decide_json("compulsory", None, f'{{"{CANARY}{LONE}":1}}'),
        lambda: calls.decide_json("compulsory", bad, "{}"),
        lambda: calls.obligations_json("compulsory", bad, "2021-04-11"),
        lambda: calls.obligations_json("compulsory", absent.log(), LONE),
        lambda: calls.replay_json("compulsory", bad),
        lambda: calls.merge_json("compulsory", bad, bad),
        lambda: calls.worklist_json(bad, "{}"),
        lambda: calls.parse_thai_date_json(CANARY + LONE),
        lambda: calls.rule_json(CANARY + LONE),
        lambda: calls.machine_json(CANARY + LONE),
    ):
        text = ask()
        answer = json.loads(text)
        codes = {"malformed", "unknown_value", "missing_field"}
        if "broken" in answer:
            assert {one["error"]["code"] for one in answer["broken"]} & codes
        else:
            assert answer["error"]["code"] in codes
        assert CANARY not in text


def test_a_name_with_what_is_no_character_is_unknown() -> None:
    name = cast("Any", CANARY + LONE)
    for attempt in (
        lambda: bosoto.replay(name, ""),
        lambda: bosoto.replay_lines(name, ""),
        lambda: bosoto.Lifecycle(name),
        lambda: bosoto.rule(name),
        lambda: bosoto.schema(name),
        lambda: bosoto.actions(name, None, NURSE, at(4, 9)),
        lambda: Envelope.from_json(name, "{}"),
        lambda: bosoto.thai_date(date(2021, 4, 3), name),
    ):
        with pytest.raises(WireError) as caught:
            attempt()
        assert caught.value.code == "unknown_value"
        assert CANARY not in shown(caught.value)


def test_a_datetime_of_another_zone_is_no_civil_date() -> None:
    late = datetime(2021, 4, 8, 23, tzinfo=timezone.utc)
    with pytest.raises(TypeError, match="astimezone"):
        RecordReturn(on=late)
    assert RecordReturn(on=late.astimezone(THAI_TIME).date()).on == date(2021, 4, 9)
