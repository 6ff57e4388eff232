package io.github.bosoto.quickstart;

import io.github.bosoto.Case;
import io.github.bosoto.compulsory.*;
import io.github.bosoto.contract.*;
import java.time.LocalDate;
import java.time.OffsetDateTime;

public final class JavaQuickStart {
    public static void main(String[] arguments) {
        Actor office = new Actor(Role.PROBATION_OFFICER, "PB-KBI");
        Actor nurse = new Actor(Role.UNIT_USER, "10670");
        PersonId id = new PersonId(IdType.CITIZEN_ID, "3100600445635");
        Person person = new Person(id, null, "สมชาย", "ใจดี");
        Part1 part1 = new Part1(person, new Address(null, null, "810101"));
        Refer refer = new Refer("C-1", 1, "10670", "PB-KBI", part1);

        try (Case one = Case.fresh(Compulsory.INSTANCE)) {
            one.act(refer.sent(OffsetDateTime.parse("2021-03-01T09:00:00+07:00"), office)).accepted();
            one.act(new Accept().sent(OffsetDateTime.parse("2021-03-02T09:00:00+07:00"), nurse)).accepted();
            RecordMissedAppointment missed = new RecordMissedAppointment(LocalDate.parse("2021-04-03"));
            one.act(missed.sent(OffsetDateTime.parse("2021-04-03T16:00:00+07:00"), nurse)).accepted();

            OffsetDateTime now = OffsetDateTime.parse("2021-04-10T09:00:00+07:00");
            try {
                one.act(new ReportAbsence().sent(now, nurse)).accepted();
            } catch (RefusedException.TooEarly early) {
                System.out.println(early.getRule() + " " + early.getAllowedFrom() + ": " + early.getTh());
            }

            for (Obligation owed : one.due(LocalDate.parse("2021-04-10"))) {
                System.out.println(owed.getRule() + " " + owed.getWhat().getTh() + ": " + owed.getDueBy());
            }
            long events = one.log().lines().count();
            System.out.println(one.state() + ": " + events + " events to store");
        }
    }
}
