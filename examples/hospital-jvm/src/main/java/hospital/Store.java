package hospital;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/** The hospital's database: what is committed is on the disk, what is not has never been. */
public final class Store implements AutoCloseable {
    private final Connection connection;

    private Store(Connection connection) {
        this.connection = connection;
    }

    /** Opens the database in this file, and makes its tables where there are none. */
    public static Store open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        // Whoever begins to write reads what is then there: two nurses never decide on the same log.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(10_000);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute(Casebook.TABLE);
            statement.execute(Outbox.TABLE);
        }
        return new Store(connection);
    }

    /** Something done with the database. */
    public interface Work<R> {
        R with(Connection connection) throws SQLException;
    }

    /** Does all of it, or nothing. */
    public synchronized <R> R inTransaction(Work<R> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            R result = work.with(connection);
            connection.commit();
            return result;
        } catch (Throwable failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** One statement with its parameters. */
    static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int place = 0; place < values.length; place++) {
            statement.setObject(place + 1, values[place]);
        }
        return statement;
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }
}
