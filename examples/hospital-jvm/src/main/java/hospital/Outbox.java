package hospital;

import io.github.bosoto.compulsory.AcceptedDecision;
import io.github.bosoto.compulsory.Effect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kotlinx.serialization.json.Json;
import kotlinx.serialization.json.JsonElementKt;
import kotlinx.serialization.json.JsonObject;

/**
 * What has to leave the hospital: written in the transaction of the event that asks for it, marked when it has arrived.
 * A crash at any place loses nothing; what had arrived and was not yet marked is brought again under the same id, and the
 * carrier does not deliver that twice.
 */
public final class Outbox {
    static final String TABLE =
            "CREATE TABLE IF NOT EXISTS outbox (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL,"
                    + " arrived INTEGER NOT NULL DEFAULT 0)";

    /** What leaves. A banner is shown on the screen, and a copy is deleted at home. */
    private static final Set<String> LEAVES = Set.of("notify", "letter", "report_row");

    private final Store store;

    /** The outbox of a database. */
    public Outbox(Store store) {
        this.store = store;
    }

    /** Puts in what an accepted command sets going. */
    static void put(Connection connection, String caseId, String event, AcceptedDecision decision) throws SQLException {
        int place = 0;
        for (Effect effect : decision.getEffects()) {
            JsonObject document = (JsonObject) Json.Default.encodeToJsonElement(Effect.Companion.serializer(), effect);
            String type = JsonElementKt.getJsonPrimitive(document.get("type")).getContent();
            if (LEAVES.contains(type)) {
                String id = id(caseId, event, place++);
                Store.run(connection, "INSERT INTO outbox (id, document) VALUES (?, ?)", id, document.toString());
            }
        }
    }

    /** The id of the n-th message of an event: the same whenever and wherever it is asked. */
    private static String id(String caseId, String event, int place) {
        String name = caseId + '\n' + event + '\n' + place;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** What has not arrived yet, the oldest first. */
    public List<Message> waiting() throws SQLException {
        return store.inTransaction(connection -> {
            String sql = "SELECT id, document FROM outbox WHERE arrived = 0 ORDER BY place";
            try (PreparedStatement statement = Store.prepared(connection, sql); ResultSet rows = statement.executeQuery()) {
                List<Message> waiting = new ArrayList<>();
                while (rows.next()) {
                    waiting.add(new Message(rows.getString(1), rows.getString(2)));
                }
                return waiting;
            }
        });
    }

    /** Brings all that waits, in order; a failure leaves the rest for the next time. */
    public int send(Carrier carrier) throws SQLException, IOException {
        List<Message> waiting = waiting();
        for (Message message : waiting) {
            carrier.bring(message);
            store.inTransaction(connection ->
                    Store.run(connection, "UPDATE outbox SET arrived = 1 WHERE id = ?", message.id()));
        }
        return waiting.size();
    }
}
