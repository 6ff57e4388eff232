package io.github.bosoto.field.work

import io.github.bosoto.Case
import io.github.bosoto.aftercare.Aftercare
import io.github.bosoto.contract.Conflict
import io.github.bosoto.contract.Questions
import java.util.UUID

/**
 * Entries that a merge kept without effect, each with why in words, until somebody enters something instead of it or says
 * that nothing is to be done. What is entered instead has an id that comes from the conflict's: any device sees that it is resolved.
 */
class Conflicts(private val desk: Desk) {
    /** Those that are open. */
    fun open(): List<Open> = desk.store.ids().flatMap { caseId -> open(caseId, Entry.all(caseId, desk)) }

    private fun open(caseId: String, entries: List<Entry>): List<Open> {
        if (entries.none { it.isVoid }) return emptyList()
        val log = desk.store.log(caseId)
        val sent = entries.map { it.commandId }.toSet()
        val seen = desk.store.seen()
        return Questions.merge(Aftercare, log, log).conflicts
            .filter { it.eventId !in seen && answerTo(it.eventId) !in sent }
            .mapNotNull { conflict -> entries.find { it.id == conflict.eventId }?.let { open(caseId, conflict, it) } }
    }

    private fun open(caseId: String, conflict: Conflict, entry: Entry): Open = desk.ask(caseId) { case ->
        Open(
            caseId,
            entry,
            Person.of(case, desk).name,
            "${desk.say(conflict.message)} (${conflict.rule})",
            possible(case),
        )
    }

    private fun possible(case: Case): List<Button> = case.actions(desk.actor, desk.now(), desk.policy)
        .filter { it.allowed && it.action != "withdraw" }.map { Button.of(it, desk) }

    /** The officer has read it and leaves it as it is. */
    fun understood(conflict: Open) = desk.store.transaction { desk.store.see(conflict.entry.id) }

    /** The form of what is entered instead: where it is the same again, with what was entered. */
    fun instead(conflict: Open, command: String): FormScreen {
        val start = if (desk.command(conflict.entry.type) == command) conflict.entry.again() else emptyMap()
        return FormScreen(desk, conflict.caseId, command, start, answerTo(conflict.entry.id))
    }

    /** A conflict: the entry, the person, why it has no effect, and what can be entered instead. */
    class Open(val caseId: String, val entry: Entry, val name: String, val why: String, val possible: List<Button>) {
        /** Without what is a person's. */
        override fun toString(): String = "Open($caseId, $entry)"
    }

    companion object {
        /** The id of what is entered instead of an event. */
        fun answerTo(eventId: String): String = UUID.nameUUIDFromBytes("instead of $eventId".toByteArray()).toString()
    }
}
