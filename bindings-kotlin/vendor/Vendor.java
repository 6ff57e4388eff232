import io.github.bosoto.Case;
import io.github.bosoto.compulsory.Compulsory;
import io.github.bosoto.compulsory.Decision;
import io.github.bosoto.compulsory.Part1;
import io.github.bosoto.compulsory.Refer;
import io.github.bosoto.contract.Actor;
import io.github.bosoto.contract.Address;
import io.github.bosoto.contract.IdType;
import io.github.bosoto.contract.Person;
import io.github.bosoto.contract.PersonId;
import io.github.bosoto.contract.Role;
import java.time.OffsetDateTime;

/** The least that a vendor writes: a command of a made-up person is decided, and the state after it printed. */
public final class Vendor {
    public static void main(String[] arguments) {
        Actor office = new Actor(Role.PROBATION_OFFICER, "PB-KBI");
        Person person = new Person(new PersonId(IdType.CITIZEN_ID, "3100600445635"), null, "สมชาย", "ใจดี");
        Refer refer = new Refer("C-1", 1, "10670", "PB-KBI", new Part1(person, new Address(null, null, "810101")));
        try (Case one = Case.fresh(Compulsory.INSTANCE)) {
            Decision decision = one.decide(refer.sent(OffsetDateTime.parse("2021-03-01T09:00:00+07:00"), office));
            System.out.println(decision.getState());
        }
    }
}
