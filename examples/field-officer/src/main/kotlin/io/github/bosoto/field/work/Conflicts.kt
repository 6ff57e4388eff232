package io.github.bosoto.field.work

import io.github.bosoto.Case
import io.github.bosoto.Log
import io.github.bosoto.aftercare.Aftercare
import io.github.bosoto.contract.Conflict
import io.github.bosoto.field.store.answerTo

/**
 * Entries that a merge kept without effect, each with why in words, until somebody enters something instead of it or says
 * that nothing is to be done. What is entered instead has an id that comes from the conflict's: any device sees that it is resolved.
 */
class Conflicts(private val desk: Desk) {
    /** Those that are open. A case of which a line is damaged is passed over: the list of the day tells of it. */
    fun open(): List<Open> = desk.store.idsWithVoid().flatMap { caseId ->
        val found = Log.of(Aftercare, desk.store.log(caseId)).use(Log::summary)
        if (found.broken.isEmpty()) open(caseId, found.conflicts) else emptyList()
    }

    private fun open(caseId: String, conflicts: List<Conflict>): List<Open> {
        val entries = Entry.all(caseId, desk)
        val sent = entries.map { it.commandId }.toSet()
        val seen = desk.store.seen()
        val void = entries.filter { it.isVoid }.groupBy { it.id }
        return conflicts.groupBy { it.eventId }.flatMap { (id, those) -> void[id].orEmpty().zip(those) }
            .filter { (entry, _) -> entry.key !in seen && answerTo(entry.key) !in sent }
            .map { (entry, conflict) -> open(caseId, conflict, entry) }
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
    fun understood(conflict: Open) = desk.store.transaction { desk.store.see(conflict.entry.key) }

    /** The form of what is entered instead: where it is the same again, with what was entered. */
    fun instead(conflict: Open, command: String): FormScreen {
        val start = if (desk.command(conflict.entry.type) == command) conflict.entry.again() else emptyMap()
        return FormScreen(desk, conflict.caseId, command, start, answerTo(conflict.entry.key))
    }

    /** A conflict: the entry, the person, why it has no effect, and what can be entered instead. */
    class Open(val caseId: String, val entry: Entry, val name: String, val why: String, val possible: List<Button>) {
        /** Without what is a person's. */
        override fun toString(): String = "Open($caseId, $entry)"
    }
}
