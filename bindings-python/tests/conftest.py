"""A case of the compulsory-treatment exchange, as a probation office and a hospital make it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from bosoto import THAI_TIME, Actor, Case, Envelope, Role
from bosoto.compulsory import (
    Accept,
    Address,
    Command,
    IdType,
    Letters,
    Part1,
    Person,
    PersonId,
    RecordMissedAppointment,
    RecordReportIn,
    RecordTreatment,
    Refer,
)

OFFICER = Actor(role=Role.PROBATION_OFFICER, organisation="PB-KBI")
NURSE = Actor(role=Role.UNIT_USER, organisation="10670")
CITIZEN_ID = "3100600445635"


def at(month: int, day: int, hour: int = 9) -> datetime:
    """An instant of 2021 in Thailand."""
    return datetime(2021, month, day, hour, tzinfo=THAI_TIME)


def person() -> Person:
    return Person(
        id=PersonId(type=IdType.CITIZEN_ID, value=CITIZEN_ID),
        first_name="สมชาย",
        last_name="ใจดี",
    )


def refer() -> Refer:
    part1 = Part1(person=person(), address=Address(tambon="810101"), phone="0812345678")
    return Refer(case_id="C-1", round=1, unit="10670", probation_office="PB-KBI", part1=part1)


def by_nurse(command: Command, when: datetime, command_id: str | None = None) -> Envelope:
    return Envelope(command, at=when, actor=NURSE, command_id=command_id)


@pytest.fixture
def referred() -> Case:
    """A case that waits for its acceptance."""
    return Case.create(Envelope(refer(), at=at(3, 1), actor=OFFICER, command_id="refer-1"))


@pytest.fixture
def absent(referred: Case) -> Case:
    """A case whose person missed an appointment on 3 April 2021."""
    letter = Letters(hand_carried=True, by_correspondence=False)
    for command, when in (
        (Accept(), at(3, 1, 10)),
        (RecordReportIn(on=date(2021, 3, 2), letter=letter), at(3, 2)),
        (RecordTreatment(on=date(2021, 3, 2), program_days=120), at(3, 2, 10)),
        (RecordMissedAppointment(missed_on=date(2021, 4, 3)), at(4, 3)),
    ):
        referred.act(by_nurse(command, when))
    return referred


@pytest.fixture
def log(absent: Case, tmp_path: Path) -> Path:
    """The log of that case, as a file."""
    path = tmp_path / "C-1.ndjson"
    path.write_text(absent.log(), "utf-8")
    return path
