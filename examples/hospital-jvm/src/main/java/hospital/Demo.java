package hospital;

import io.github.bosoto.compulsory.Accept;
import io.github.bosoto.compulsory.Command;
import io.github.bosoto.compulsory.Envelope;
import io.github.bosoto.compulsory.Part1;
import io.github.bosoto.compulsory.RecordMissedAppointment;
import io.github.bosoto.compulsory.Refer;
import io.github.bosoto.contract.Actor;
import io.github.bosoto.contract.Address;
import io.github.bosoto.contract.IdType;
import io.github.bosoto.contract.Person;
import io.github.bosoto.contract.PersonId;
import io.github.bosoto.contract.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A morning of the hospital with a made-up patient: the worklist, then the buttons of the first case. */
public final class Demo {
    static final Actor OFFICE = new Actor(Role.PROBATION_OFFICER, "PB-KBI");
    static final Actor NURSE = new Actor(Role.UNIT_USER, "99811");

    private Demo() {}

    /** Prints the morning. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("hospital");
        try (Store store = Store.open(folder.resolve("hospital.sqlite"))) {
            Hospital hospital = new Hospital(store);
            missed(hospital, "C-1");
            System.out.print(Screen.worklist(hospital.worklist(NURSE, LocalDate.parse("2025-02-03"))));
            System.out.println();
            System.out.print(Screen.buttons(hospital.buttons("C-1", NURSE, at("2025-02-03T09:00"))));
        }
    }

    /** A patient who was referred, taken on, and did not come. */
    static void missed(Hospital hospital, String caseId) throws Exception {
        hospital.act(caseId, referral(caseId)).accepted();
        hospital.act(caseId, sent("2025-01-08T10:00", NURSE, new Accept())).accepted();
        hospital.act(caseId, sent("2025-01-23T16:00", NURSE, new RecordMissedAppointment(LocalDate.parse("2025-01-23")))).accepted();
    }

    /** What makes the case. */
    static Envelope referral(String caseId) {
        Person person = new Person(new PersonId(IdType.CITIZEN_ID, "3100600445635"), null, "สมชาย", "ใจดี");
        Part1 part1 = new Part1(person, new Address(null, null, "810101"));
        return sent("2025-01-06T09:00", OFFICE, new Refer(caseId, 1, "99811", "PB-KBI", part1));
    }

    /** A command with an id of its own, so that sending it again does nothing twice. */
    static Envelope sent(String minute, Actor by, Command command) {
        return new Envelope(UUID.randomUUID().toString(), null, at(minute), null, by, null, command);
    }

    static OffsetDateTime at(String minute) {
        return OffsetDateTime.parse(minute + ":00+07:00");
    }
}
