package hospital;

import io.github.bosoto.compulsory.Compulsory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The logs of the cases, an event a row, each as the library wrote it: the only thing worth storing of a case. */
final class Casebook {
    static final String TABLE =
            "CREATE TABLE IF NOT EXISTS event (case_id TEXT NOT NULL, place INTEGER NOT NULL, line TEXT NOT NULL,"
                    + " PRIMARY KEY (case_id, place)) WITHOUT ROWID";

    private Casebook() {}

    /** The log of a case, NDJSON; empty where there is no such case. */
    static String log(Connection connection, String caseId) throws SQLException {
        String sql = "SELECT line FROM event WHERE case_id = ? ORDER BY place";
        try (PreparedStatement statement = Store.prepared(connection, sql, caseId); ResultSet rows = statement.executeQuery()) {
            StringBuilder log = new StringBuilder();
            while (rows.next()) {
                log.append(rows.getString(1)).append('\n');
            }
            return log.toString();
        }
    }

    /** Puts events (NDJSON) after those that the case has. */
    static void append(Connection connection, String caseId, String events) throws SQLException {
        String sql = "INSERT INTO event SELECT ?1, count(*), ?2 FROM event WHERE case_id = ?1";
        for (String line : events.lines().toList()) {
            Store.run(connection, sql, caseId, line);
        }
    }

    /** All cases, one a line, as the library takes many of them. */
    static String all(Connection connection) throws SQLException {
        String sql = "SELECT group_concat(line, ',') FROM (SELECT case_id, line FROM event ORDER BY case_id, place) GROUP BY case_id";
        try (PreparedStatement statement = Store.prepared(connection, sql); ResultSet rows = statement.executeQuery()) {
            StringBuilder all = new StringBuilder();
            while (rows.next()) {
                all.append("{\"lifecycle\":\"").append(Compulsory.INSTANCE.getWord());
                all.append("\",\"log\":[").append(rows.getString(1)).append("]}\n");
            }
            return all.toString();
        }
    }
}
