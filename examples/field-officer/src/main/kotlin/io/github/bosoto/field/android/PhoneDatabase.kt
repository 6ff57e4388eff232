package io.github.bosoto.field.android

import android.database.sqlite.SQLiteDatabase
import io.github.bosoto.field.store.Database
import java.io.File

/** Android's own SQLite. With SQLCipher in its place the file is unreadable on a phone that is lost. */
class PhoneDatabase(file: File) : Database {
    private val database: SQLiteDatabase = open(file)

    override fun <R> transaction(work: () -> R): R {
        database.beginTransaction()
        try {
            return work().also { database.setTransactionSuccessful() }
        } finally {
            database.endTransaction()
        }
    }

    override fun run(sql: String, vararg values: String) = database.execSQL(sql, values)

    override fun rows(sql: String, vararg values: String): List<List<String>> = database.rawQuery(sql, values).use { rows ->
        val columns = 0 until rows.columnCount
        generateSequence { if (rows.moveToNext()) columns.map(rows::getString) else null }.toList()
    }

    override fun close() = database.close()

    private fun open(file: File): SQLiteDatabase {
        file.parentFile?.mkdirs()
        val database = SQLiteDatabase.openOrCreateDatabase(file, null)
        database.enableWriteAheadLogging()
        database.rawQuery("PRAGMA synchronous = FULL", null).use { it.moveToFirst() }
        return database
    }
}
