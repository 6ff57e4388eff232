package io.github.bosoto.bench;

import io.github.bosoto.Case;
import io.github.bosoto.compulsory.Accept;
import io.github.bosoto.compulsory.Command;
import io.github.bosoto.compulsory.Compulsory;
import io.github.bosoto.compulsory.Envelope;
import io.github.bosoto.compulsory.Letters;
import io.github.bosoto.compulsory.Part1;
import io.github.bosoto.compulsory.RecordMissedAppointment;
import io.github.bosoto.compulsory.RecordReportIn;
import io.github.bosoto.compulsory.RecordTrace;
import io.github.bosoto.compulsory.RecordTreatment;
import io.github.bosoto.compulsory.Refer;
import io.github.bosoto.compulsory.TraceMethod;
import io.github.bosoto.contract.Actor;
import io.github.bosoto.contract.Address;
import io.github.bosoto.contract.IdType;
import io.github.bosoto.contract.Person;
import io.github.bosoto.contract.PersonId;
import io.github.bosoto.contract.Role;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** An exchange of 20 events that ends in an absence with two traces: the same that the benchmarks of the core measure. */
final class Exchange {
    static final int EVENTS = 20;
    static final Actor OFFICE = new Actor(Role.PROBATION_OFFICER, "PB-KBI");

    private Exchange() {}

    static Actor nurse(String unit) {
        return new Actor(Role.UNIT_USER, unit);
    }

    static OffsetDateTime at(LocalDate day) {
        return day.atTime(LocalTime.of(9, 0)).atOffset(ZoneOffset.ofHours(7));
    }

    /** The envelopes of a case of a unit. */
    static List<Envelope> envelopes(String caseId, String unit) {
        PersonId id = new PersonId(IdType.CITIZEN_ID, "3100600445635");
        Person person = new Person(id, "นาย", "อนันต์", "เพชรรัตน์");
        Part1 part1 = new Part1(person, new Address("12/3", "4", "810101"), "0812345678");
        LocalDate start = LocalDate.of(2024, 1, 1);
        List<Envelope> sent = new ArrayList<>();
        sent.add(sent(OFFICE, start, new Refer(caseId, 1, unit, "PB-KBI", part1)));
        Actor nurse = nurse(unit);
        sent.add(sent(nurse, start.plusDays(1), new RecordReportIn(start.plusDays(1), new Letters(true, false))));
        sent.add(sent(nurse, start.plusDays(2), new Accept()));
        LocalDate first = start.plusDays(3);
        sent.add(sent(nurse, first, new RecordTreatment(first, 120L)));
        for (int week = 1; week <= 13; week++) {
            LocalDate on = first.plusDays(7L * week);
            sent.add(sent(nurse, on, new RecordTreatment(on)));
        }
        LocalDate missed = LocalDate.of(2024, 5, 1);
        sent.add(sent(nurse, missed.plusDays(1), new RecordMissedAppointment(missed)));
        for (int week = 1; week <= 2; week++) {
            LocalDate on = missed.plusDays(7L * week);
            sent.add(sent(nurse, on, new RecordTrace(on, TraceMethod.HOME_VISIT, "ไปเยี่ยมบ้านพร้อมผู้ใหญ่บ้าน")));
        }
        return sent;
    }

    private static Envelope sent(Actor actor, LocalDate day, Command command) {
        return command.sent(at(day), actor);
    }

    /** The case after so many of its events. */
    static Case after(int events, String caseId, String unit) {
        Case one = Case.fresh(Compulsory.INSTANCE);
        for (Envelope envelope : envelopes(caseId, unit).subList(0, events)) {
            one.act(envelope).accepted();
        }
        return one;
    }

    static String log(int events, String caseId, String unit) {
        try (Case one = after(events, caseId, unit)) {
            return one.log();
        }
    }
}
