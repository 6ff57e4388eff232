package io.github.bosoto.field.store

/**
 * The few things that are asked of a database. On a phone that is lost, the file should be unreadable: a class of thirty lines
 * over SQLCipher takes the place of [io.github.bosoto.field.android.PhoneDatabase], and nothing else changes.
 */
interface Database : AutoCloseable {
    /** Does all of it, or nothing; what is done is on the disk when this returns. */
    fun <R> transaction(work: () -> R): R

    /** One statement that changes something. */
    fun run(sql: String, vararg values: String)

    /** The rows of a question. */
    fun rows(sql: String, vararg values: String): List<List<String>>
}
