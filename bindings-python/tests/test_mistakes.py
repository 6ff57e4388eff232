"""What was entered wrongly: taken back, cancelled, asked as it was known; and the page about it."""

from __future__ import annotations

import copy
import json
import pickle
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import bosoto
from bosoto import (
    THAI_TIME,
    Actor,
    Cancellation,
    Case,
    Edition,
    Envelope,
    Policy,
    Rejected,
    Role,
    Withdrawal,
    compulsory,
    scenario,
)
from bosoto.aftercare import (
    Address,
    Cancel,
    Command,
    Enrol,
    IdType,
    Person,
    PersonId,
    RecordVisit,
    Relocate,
    State,
    VisitResult,
    Withdraw,
)
from bosoto.cli.program import app
from bosoto.worklist import casework, worklist, workload
from conftest import OFFICER, at, by_nurse

PAGE = Path(__file__).parents[2] / "docs" / "mistakes.md"
RECORDER = Actor(role=Role.DISTRICT_RECORDER, organisation="8101")
TEAM = Actor(role=Role.FIELD_TEAM, organisation="810101", user_id="somying")
REASON = "ไปพบอีกคนหนึ่ง"
DAY = date(2024, 6, 28)


def on(month: int, day: int) -> datetime:
    """An instant of 2024 in Thailand."""
    return datetime(2024, month, day, 9, tzinfo=THAI_TIME)


def sent(
    command: Command, when: datetime, actor: Actor = TEAM, command_id: str | None = None
) -> Envelope[State]:
    return Envelope(command, at=when, actor=actor, command_id=command_id)


def enrolled(case_id: str = "F-1") -> Case[State]:
    """A person in community follow-up, enrolled on 12 June and met on 27 June."""
    person = Person(
        id=PersonId(type=IdType.CITIZEN_ID, value="3810200778894"),
        first_name="สุดา",
        last_name="หมัดอะดั้ม",
    )
    enrol = Enrol(
        case_id=case_id,
        person=person,
        graduated_on=date(2024, 6, 10),
        project="โครงการ ปี 2567",
        residence=Address(tambon="810101"),
    )
    case = Case.create(sent(enrol, on(6, 12), RECORDER, "n-1"))
    visit = RecordVisit(occurred_on=date(2024, 6, 27), result=VisitResult.MET)
    case.act(sent(visit, on(6, 27), command_id="v-1"))
    return case


@pytest.fixture
def withdrawn() -> Case[State]:
    """That case, its visit taken back."""
    case = enrolled()
    case.act(sent(Withdraw(event_id="v-1#0", reason=REASON), on(6, 28), command_id="w-1"))
    return case


@pytest.fixture
def cancelled() -> Case[State]:
    """That case, cancelled as a double."""
    case = enrolled()
    decision = case.act(sent(Cancel(reason="บันทึกซ้ำ", other_case="F-2"), on(6, 28), RECORDER))
    assert decision.state is State.CANCELLED
    return case


def test_a_withdrawal_says_what_by_whom_when_and_why(withdrawn: Case[State]) -> None:
    [one] = withdrawn.withdrawn
    assert isinstance(one, Withdrawal)
    assert (one.event.event_id, one.event.type) == ("v-1#0", "visit_recorded")
    assert (one.by.event_id, one.by.type, one.by.actor) == ("w-1#0", "withdrawn", TEAM)
    assert (one.on, one.reason) == (DAY, REASON)
    assert withdrawn.cancellation is None
    assert enrolled().withdrawn == ()
    assert REASON not in repr(one)


def test_what_is_withdrawn_is_owed_again_and_a_retry_does_not_bring_it_back(
    withdrawn: Case[State],
) -> None:
    def status(case: Case[State]) -> str:
        return str(case.obligations(DAY)[0].status)

    assert (status(enrolled()), status(withdrawn)) == ("done", "due")
    visit = RecordVisit(occurred_on=date(2024, 6, 27), result=VisitResult.MET)
    assert withdrawn.act(sent(visit, on(6, 27), command_id="v-1")).repeated
    assert status(withdrawn) == "due"
    withdrawn.act(sent(visit, on(6, 28), command_id="v-2"))
    assert status(withdrawn) == "done"


def test_what_cannot_be_withdrawn_is_rejected_with_what_to_do(withdrawn: Case[State]) -> None:
    for event_id in ("n-1#0", "w-1#0", "x-9#0"):
        withdraw = Withdraw(event_id=event_id, reason="บันทึกผิด")
        with pytest.raises(Rejected) as refused:
            withdrawn.act(sent(withdraw, on(6, 29)))
        [reason] = refused.value.reasons
        assert (reason.rule, reason.pointer) == ("GE-07", "/command/event_id")
        assert reason.message.th
    with pytest.raises(Rejected) as refused:
        withdrawn.act(sent(Withdraw(event_id="v-1#0", reason="อีกครั้ง"), on(6, 29)))
    assert refused.value.reasons[0].kind == "already_done"
    move = Relocate(on=DAY, residence=Address(tambon="810502"))
    withdrawn.act(sent(move, on(6, 28), RECORDER, "l-1"))
    withdraw = Withdraw(event_id="l-1#0", reason="ย้ายผิดคน", data_change="D-7")
    with pytest.raises(Rejected) as refused:
        withdrawn.act(sent(withdraw, on(6, 29), RECORDER))
    assert refused.value.reasons[0].permitted == (Role.SUPER_ADMIN,)
    super_admin = Actor(role=Role.SUPER_ADMIN, organisation="MOPH")
    decision = withdrawn.act(sent(withdraw, on(6, 30), super_admin))
    assert [(effect.name, effect.to) for effect in decision.effects] == [
        ("notify:withdrawal", "8105")
    ]
    assert [one.event.event_id for one in withdrawn.withdrawn] == ["v-1#0", "l-1#0"]


def test_a_cancelled_case_says_by_whom_when_why_and_which_stays(cancelled: Case[State]) -> None:
    one = cancelled.cancellation
    assert isinstance(one, Cancellation)
    assert (one.on, one.reason, one.other_case) == (DAY, "บันทึกซ้ำ", "F-2")
    assert one.by.actor == RECORDER
    assert "บันทึกซ้ำ" not in repr(one)
    assert cancelled.withdrawn == ()


def test_a_compulsory_case_is_cancelled_by_its_cause_alone(
    referred: Case[compulsory.State],
) -> None:
    def ended(cause: compulsory.EndCause, note: str | None) -> Case[compulsory.State]:
        case = copy.copy(referred)
        end = compulsory.EndCase(on=date(2021, 3, 2), cause=cause, note=note)
        case.act(Envelope(end, at=at(3, 3), actor=OFFICER))
        return case

    error = ended(compulsory.EndCause.ENTERED_IN_ERROR, None).cancellation
    assert error is not None
    assert (error.on, error.reason, error.other_case) == (date(2021, 3, 2), None, None)
    assert ended(compulsory.EndCause.DECEASED, "เสียชีวิต").cancellation is None


def test_neither_is_on_a_worklist(withdrawn: Case[State], cancelled: Case[State]) -> None:
    """A cancelled case owes nothing; a missed appointment that was withdrawn sets nothing going."""
    later = date(2024, 8, 1)
    assert {row.case_id for row in worklist([enrolled("F-9")], later, settled=True)} == {"F-9"}
    assert worklist([cancelled], later, settled=True) == ()
    assert casework([cancelled], RECORDER, on(8, 1)) == ()
    assert workload([cancelled], later) == ()
    assert cancelled.due(later) == ()
    visits = [row.obligation.status for row in worklist([withdrawn], DAY, settled=True)]
    assert "done" not in visits


def test_what_a_withdrawn_absence_owed_is_on_no_worklist(absent: Case[compulsory.State]) -> None:
    today = date(2021, 4, 11)
    assert "CT-14" in {row.obligation.rule for row in worklist([absent], today)}
    missed = absent.events[-1]
    withdraw = compulsory.Withdraw(event_id=missed.event_id, reason="มาตามนัด")
    absent.act(by_nurse(withdraw, at(4, 10)))
    assert "CT-14" not in {row.obligation.rule for row in worklist([absent], today, settled=True)}


def test_a_past_day_is_answered_as_it_was_known(withdrawn: Case[State]) -> None:
    case = enrolled()
    late = RecordVisit(occurred_on=date(2024, 7, 11), result=VisitResult.MET)
    envelope = Envelope(late, at=on(7, 11), recorded_at=on(7, 20), actor=TEAM)
    case.act(envelope)
    day, before = date(2024, 7, 12), date(2024, 7, 19)

    def second(known: date | None) -> str:
        rows = case.obligations(day, known=known)
        return str(next(row.status for row in rows if row.opens_on == date(2024, 7, 10)))

    assert (second(None), second(before), second(date(2024, 7, 20))) == ("done", "due", "done")
    assert len(case.due(day, known=before)) == len(case.due(day)) + 1
    assert len(worklist([case], day, known=before)) == len(worklist([case], day)) + 1
    then, now = case.as_of(day, known=before), case.as_of(day)
    assert then is not None
    assert now is not None
    assert (len(then), len(now)) == (2, 3)
    assert withdrawn.as_of(date(2024, 6, 1)) is None
    assert withdrawn.obligations(date(2024, 6, 27)) == enrolled().obligations(date(2024, 6, 27))


def test_an_edition_holds_from_its_day(withdrawn: Case[State]) -> None:
    policy = Policy(later=[Edition(from_=date(2024, 6, 10), visit_every_days=30)])
    opens = [row.opens_on for row in withdrawn.obligations(DAY, policy)]
    assert opens[:2] == [date(2024, 6, 25), date(2024, 7, 25)]


def test_they_are_values(withdrawn: Case[State], cancelled: Case[State]) -> None:
    for value in (withdrawn.withdrawn[0], cancelled.cancellation, withdrawn, cancelled):
        for again in (copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
            assert again == value
            assert hash(again) == hash(value)
    again = pickle.loads(pickle.dumps(withdrawn))
    assert again.withdrawn == withdrawn.withdrawn


def twice() -> Case[State]:
    """A visit that was taken back on two devices, their logs merged."""
    logs = []
    for actor, day in ((TEAM, 28), (RECORDER, 29)):
        case = enrolled()
        case.act(sent(Withdraw(event_id="v-1#0", reason=REASON), on(6, day), actor, f"w-{day}"))
        logs.append(case.log())
    merged = bosoto.merge("aftercare", *logs).case
    assert merged is not None
    return merged


def test_a_withdrawal_that_a_merge_left_without_effect_takes_nothing_back() -> None:
    case = twice()
    assert [(one.by.event_id, one.on) for one in case.withdrawn] == [("w-28#0", DAY)]
    assert [event.is_void for event in case.events] == [False, False, False, True]


def test_a_notebook_strikes_what_has_no_effect_and_names_nobody(
    withdrawn: Case[State], cancelled: Case[State]
) -> None:
    shown = withdrawn._repr_html_()
    assert "<s>บันทึกการติดตาม</s>" in shown
    assert "ถอนแล้วเมื่อวันที่ 28 มิ.ย. 2567 โดยชุดปฏิบัติการประจำตำบล (ชปต.) 810101" in shown
    assert "<s>ถอนรายการที่บันทึกผิด</s>" not in shown
    assert not any(one in shown for one in (REASON, "somying", "สุดา"))
    shown = cancelled._repr_html_()
    assert "เป็นเคสที่บันทึกผิด" in shown
    assert "F-2" in shown
    assert "บันทึกซ้ำ" not in shown
    assert "<s>" not in enrolled()._repr_html_()
    shown = twice()._repr_html_()
    assert "<s>ถอนรายการที่บันทึกผิด</s>" in shown
    assert "เมื่อรวมประวัติรายการ (ข้อ GE-07)" in shown


def replayed(case: Case[State], tmp_path: Path, *options: str) -> str:
    """What the command line says of the case, its cells unfolded."""
    path = tmp_path / f"{case.case_id}.ndjson"
    path.write_text(case.log(), "utf-8")
    result = CliRunner(env={"COLUMNS": "400"}).invoke(
        app, ["replay", case.lifecycle, str(path), *options]
    )
    assert result.exit_code == 0, result.output
    return re.sub(" +", " ", result.stdout)


def test_the_command_line_shows_what_was_withdrawn_why_and_by_whom(
    withdrawn: Case[State], tmp_path: Path
) -> None:
    shown = replayed(withdrawn, tmp_path)
    assert "v-1#0 │ บันทึกการติดตาม" in shown
    by = "ชุดปฏิบัติการประจำตำบล (ชปต.) 810101 (somying)"
    assert f"ถอนแล้วเมื่อวันที่ 28 มิ.ย. 2567 โดย{by}" in shown
    assert f"เหตุผล: {REASON}" in shown
    assert "เคสที่บันทึกผิด" not in shown
    assert "สุดา" not in shown
    english = replayed(withdrawn, tmp_path, "--lang", "en")
    assert "withdrawn on 2024-06-28 by tambon field team 810101 (somying)" in english
    assert "without effect: it did not fit when two logs were merged (GE-07)" in replayed(
        twice(), tmp_path, "--lang", "en"
    )


def test_the_command_line_shows_a_cancelled_case_as_such(
    cancelled: Case[State], tmp_path: Path
) -> None:
    shown = replayed(cancelled, tmp_path)
    assert "สถานะ: ยกเลิกแล้ว (บันทึกผิด)" in shown
    assert "เป็นเคสที่บันทึกผิด ยกเลิกหรือยุติเมื่อวันที่ 28 มิ.ย. 2567" in shown
    assert "เหตุผล: บันทึกซ้ำ\nเคสที่ใช้ต่อ: F-2\n" in shown
    logs = json.dumps({"lifecycle": "aftercare", "log": events(cancelled)}, ensure_ascii=False)
    path = tmp_path / "logs.ndjson"
    path.write_text(logs + "\n", "utf-8")
    who = ("--role", "district_recorder", "--organisation", "8101")
    found = CliRunner().invoke(app, ["worklist", str(path), *who, "--on", "1/8/67", "--json"])
    assert (found.exit_code, found.stdout) == (0, "[]\n")


def events(case: Case[State]) -> list[Any]:
    return [json.loads(event.to_json()) for event in case.events]


def examples() -> Iterator[tuple[dict[str, Any], str]]:
    """Each example of the page, after the steps that begin its case; and what follows it."""
    begun: dict[str, list[Any]] = {}
    for block in PAGE.read_text("utf-8").split("```json\n")[1:]:
        text, rest = block.split("```", 1)
        example = json.loads(text)
        steps = begun.get(example["lifecycle"], [])
        if "merge" in example:
            example["merge"]["base"] = [step["do"] for step in steps]
        else:
            example["steps"] = steps + example["steps"]
            begun.setdefault(example["lifecycle"], example["steps"])
        yield example, rest


def test_every_example_of_the_page_is_answered_as_it_says() -> None:
    found = [scenario.run(example) for example, _ in examples()]
    assert len(found) > 12
    assert found == [[]] * len(found)


def log_of(example: dict[str, Any]) -> str:
    """The log that the commands of an example make."""
    events: list[str] = []
    for step in example["steps"]:
        if "do" in step:
            answer = json.loads(
                bosoto.decide_json(
                    example["lifecycle"], "\n".join(events) or None, json.dumps(step["do"])
                )
            )
            events += [] if answer.get("repeated") else map(json.dumps, answer["events"])
    return "\n".join(events)


def test_the_command_line_prints_what_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    count = 0
    for example, rest in examples():
        for block in rest.split("```console\n")[1:]:
            command, shown = block.split("```", 1)[0].split("\n", 1)
            arguments = command.removeprefix("$ bosoto ").split()
            Path(arguments[2]).write_text(log_of(example), "utf-8")
            result = CliRunner(env={"COLUMNS": "100"}).invoke(app, arguments)
            assert result.exit_code == 0, result.output
            assert result.stdout == shown
            count += 1
    assert count == 2
