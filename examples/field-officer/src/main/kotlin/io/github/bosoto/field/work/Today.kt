package io.github.bosoto.field.work

import io.github.bosoto.Cases
import io.github.bosoto.contract.Urgency
import io.github.bosoto.contract.WireError
import io.github.bosoto.contract.WorklistItem
import io.github.bosoto.contract.WorklistQuery

/** The day of an officer: what can be done today, in the order of the library (overdue first), and what comes later. */
class Today(private val desk: Desk) {
    /** What the screen shows: all cases are read once, whatever is asked of them. */
    fun rows(): Rows {
        val all = desk.store.all()
        return Cases.read(all.values.joinToString("\n")).use { rows(it, all.keys.toList()) }
    }

    private fun rows(cases: Cases, ids: List<String>): Rows {
        val found = cases.worklist(WorklistQuery(actor = desk.actor, on = desk.today()), desk.policy)
        val broken = found.broken.associateBy { place(it) }
        val people = People(cases, ids, desk)
        val (later, today) = found.items.partition { it.urgency == Urgency.UPCOMING }
        return Rows(
            today.map { row(it, people) },
            later.distinctBy { it.caseId }.map { row(it, people) },
            broken.map { (place, error) -> "${desk.say(Words.damaged)} ${ids.getOrNull(place)}: ${desk.say(error.message)}" },
            found.items.isNotEmpty() || (ids.indices - broken.keys).any { people.of(ids[it]).livesIn(desk.actor.organisation) },
        )
    }

    /** Which of the cases an error is about. */
    private fun place(error: WireError): Int = error.pointer.split('/').getOrNull(1)?.toIntOrNull() ?: -1

    private fun row(item: WorklistItem, people: People): Row {
        val (label, day) = item.dueBy?.let { Words.dueBy to it } ?: (Words.opensOn to item.opensOn)
        return Row(
            caseId = item.caseId,
            name = people.of(item.caseId).name,
            what = desk.say(item.what),
            urgency = item.urgency,
            because = desk.say(item.because),
            day = "${desk.say(label)} ${desk.say(day)}",
            rule = item.rule,
        )
    }

    /** Who the cases are about: each is asked once. */
    private class People(private val cases: Cases, ids: List<String>, private val desk: Desk) {
        private val places = ids.withIndex().associate { it.value to it.index }
        private val known = mutableMapOf<String, Person>()

        fun of(caseId: String): Person = known.getOrPut(caseId) {
            checkNotNull(cases.get(places.getValue(caseId))).use { Person.of(it, desk) }
        }
    }

    /** What is owed today, what later, which case cannot be asked and why, and whether any person on this device is in the user's area at all. */
    class Rows(val today: List<Row>, val later: List<Row>, val broken: List<String>, val hasCases: Boolean)

    /** Something that is owed: of whom, what, how urgent, why it stands where it stands, and by which day. */
    class Row(
        val caseId: String,
        val name: String,
        val what: String,
        val urgency: Urgency,
        val because: String,
        val day: String,
        val rule: String,
    ) {
        /** Without what is a person's. */
        override fun toString(): String = "Row($caseId, $urgency)"
    }
}
