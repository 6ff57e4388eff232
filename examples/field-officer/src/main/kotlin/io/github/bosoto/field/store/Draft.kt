package io.github.bosoto.field.store

import java.util.UUID

/** A form that is half filled: the id under which it will be sent, and what was answered so far as JSON. */
class Draft(val commandId: String, val answers: String)

/**
 * What a form is for, and whose it is: two that differ in any of it are two forms.
 *
 * @param about empty, the entry that is taken back, or the id under which something is entered instead of an entry ([answerTo])
 * @param user who fills it in
 */
data class Purpose(val caseId: String, val command: String, val about: String, val user: String) {
    internal val key: Array<String> get() = arrayOf(caseId, command, about, user)

    /** Without what is a person's. */
    override fun toString(): String = "Purpose($caseId, $command)"

    companion object {
        /** A user, as far as the device knows. */
        fun user(role: String, organisation: String, userId: String? = null): String = listOfNotNull(role, organisation, userId).joinToString(" ")
    }
}

/** The id of what is entered instead of an entry: it comes from the entry's, so that any device sees that this is settled. */
fun answerTo(entry: String): String = UUID.nameUUIDFromBytes("instead of $entry".toByteArray()).toString()

/** Whether an id is one of [answerTo]: it comes from another, and not by chance as those of ordinary forms. */
fun isAnswer(commandId: String): Boolean = try {
    UUID.fromString(commandId).version() == FROM_A_NAME
} catch (_: IllegalArgumentException) {
    false
}

private const val FROM_A_NAME = 3
