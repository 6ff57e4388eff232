package io.github.bosoto.field

import io.github.bosoto.field.store.Database
import java.io.File
import java.sql.Connection
import java.sql.PreparedStatement
import org.sqlite.SQLiteConfig

/** SQLite where there is no Android: what is tested on it runs in milliseconds, and can be killed. */
class JdbcDatabase(file: File) : Database {
    private val connection: Connection = SQLiteConfig().apply {
        setJournalMode(SQLiteConfig.JournalMode.WAL)
        setSynchronous(SQLiteConfig.SynchronousMode.FULL)
        setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE)
    }.createConnection("jdbc:sqlite:$file")

    override fun <R> transaction(work: () -> R): R {
        connection.autoCommit = false
        try {
            return work().also { connection.commit() }
        } catch (failed: Throwable) {
            connection.rollback()
            throw failed
        } finally {
            connection.autoCommit = true
        }
    }

    override fun run(sql: String, vararg values: String) {
        statement(sql, values).use { it.executeUpdate() }
    }

    override fun rows(sql: String, vararg values: String): List<List<String>> = statement(sql, values).use { statement ->
        statement.executeQuery().use { rows ->
            val columns = 1..rows.metaData.columnCount
            generateSequence { if (rows.next()) columns.map { rows.getString(it) } else null }.toList()
        }
    }

    private fun statement(sql: String, values: Array<out String>): PreparedStatement =
        connection.prepareStatement(sql).apply { values.forEachIndexed { place, value -> setString(place + 1, value) } }

    override fun close() = connection.close()
}
