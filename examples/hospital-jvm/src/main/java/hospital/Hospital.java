package hospital;

import io.github.bosoto.Case;
import io.github.bosoto.Cases;
import io.github.bosoto.compulsory.AcceptedDecision;
import io.github.bosoto.compulsory.Compulsory;
import io.github.bosoto.compulsory.Decision;
import io.github.bosoto.compulsory.Envelope;
import io.github.bosoto.contract.Actor;
import io.github.bosoto.contract.Rows;
import io.github.bosoto.contract.WorklistQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** The cases that come from probation: what is owed, what can be done, and doing it. */
public final class Hospital {
    private final Store store;

    /** A hospital with this database. */
    public Hospital(Store store) {
        this.store = store;
    }

    /** What a nurse owes on a day, the most urgent first: one call for all cases. */
    public Rows worklist(Actor nurse, LocalDate on) throws SQLException {
        String logs = store.inTransaction(Casebook::all);
        try (Cases cases = Cases.read(logs)) {
            return cases.worklist(new WorklistQuery(nurse, on));
        }
    }

    /** The buttons of a case, as somebody finds them at an instant. */
    public List<Button> buttons(String caseId, Actor by, OffsetDateTime at) throws SQLException {
        String log = store.inTransaction(connection -> Casebook.log(connection, caseId));
        try (Case one = open(log)) {
            return one.actions(by, at).stream().map(Button::of).toList();
        }
    }

    /**
     * Judges a command and does it where it is accepted: its events and what they send are stored together or not at all.
     * A command that comes again (the same command id) stores and sends nothing again.
     *
     * @throws IllegalArgumentException where it creates a case of another id; nothing is stored
     */
    public Decision act(String caseId, Envelope envelope) throws SQLException {
        return store.inTransaction(connection -> {
            try (Case one = open(Casebook.log(connection, caseId))) {
                Decision decision = one.act(envelope);
                if (decision instanceof AcceptedDecision accepted && accepted.getRepeated() == null) {
                    if (!caseId.equals(one.id())) throw new IllegalArgumentException("the command is about another case");
                    keep(connection, caseId, accepted);
                }
                return decision;
            }
        });
    }

    /** Events and messages, in the caller's transaction. */
    static void keep(Connection connection, String caseId, AcceptedDecision accepted) throws SQLException {
        String events = Compulsory.INSTANCE.log(accepted.getEvents());
        Casebook.append(connection, caseId, events);
        Outbox.put(connection, caseId, events, accepted);
    }

    private static Case open(String log) {
        return log.isEmpty() ? Case.fresh(Compulsory.INSTANCE) : Case.replay(Compulsory.INSTANCE, log);
    }
}
