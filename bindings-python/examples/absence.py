"""From a missed appointment to the drop-out, cell by cell.

Run it as a script, or open it as a notebook (the `# %%` lines are cells).
"""

# %% The people
from __future__ import annotations

from datetime import date, datetime

from bosoto import THAI_TIME, Actor, Case, Envelope, Lifecycle, Rejected, Role, thai_date
from bosoto import compulsory as ct

officer = Actor(role=Role.PROBATION_OFFICER, organisation="PB-KBI")
nurse = Actor(role=Role.UNIT_USER, organisation="10670")


def on(month: int, day: int, hour: int = 9) -> datetime:
    return datetime(2021, month, day, hour, tzinfo=THAI_TIME)


# %% The referral
person = ct.Person(
    id=ct.PersonId(type=ct.IdType.CITIZEN_ID, value="3100600445635"),
    first_name="สมชาย",
    last_name="ใจดี",
)
part1 = ct.Part1(person=person, address=ct.Address(tambon="810101"))
refer = ct.Refer(case_id="C-1", round=1, unit="10670", probation_office="PB-KBI", part1=part1)
case = Case.create(Envelope(refer, actor=officer, at=on(3, 1)))

# %% Treatment begins, an appointment is missed, the person is traced twice
letter = ct.Letters(hand_carried=True, by_correspondence=False)
for command, when in [
    (ct.Accept(), on(3, 1, 10)),
    (ct.RecordReportIn(on=date(2021, 3, 2), letter=letter), on(3, 2)),
    (ct.RecordTreatment(on=date(2021, 3, 2), program_days=120), on(3, 2, 10)),
    (ct.RecordMissedAppointment(missed_on=date(2021, 4, 3)), on(4, 3)),
    (
        ct.RecordTrace(on=date(2021, 4, 8), method=ct.TraceMethod.PHONE, evidence="โทรแล้ว ไม่รับสาย"),
        on(4, 8),
    ),
    (
        ct.RecordTrace(
            on=date(2021, 4, 15), method=ct.TraceMethod.HOME_VISIT, evidence="เยี่ยมบ้าน ไม่พบตัว"
        ),
        on(4, 15),
    ),
]:
    case.act(Envelope(command, actor=nurse, at=when))

# %% The absence may be reported once 14 days have passed
try:
    case.act(Envelope(ct.ReportAbsence(), actor=nurse, at=on(4, 16)))
except Rejected as refusal:
    assert isinstance(refusal.allowed_from, date)
    print(refusal.rule, "ทำได้ตั้งแต่", thai_date(refusal.allowed_from, "abbreviated"))

decision = case.decide(Envelope(ct.ReportAbsence(), actor=nurse, at=on(4, 17)))
print([effect.name for effect in decision.effects])
case.act(Envelope(ct.ReportAbsence(), actor=nurse, at=on(4, 17)))

# %% What is owed now, and what the nurse can do
for row in case.obligations(date(2021, 4, 20)):
    print(row.rule, row.what, row.status.value, row.opens_on)
for action in case.actions(nurse, on(4, 20)):
    if action.allowed_from:
        print(action.label.th, "ทำได้ตั้งแต่", action.allowed_from)

# %% In a notebook: the timeline of the case and the diagram of its lifecycle
case  # noqa: B018
Lifecycle(case.lifecycle)
