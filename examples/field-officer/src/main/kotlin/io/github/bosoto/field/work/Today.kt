package io.github.bosoto.field.work

import io.github.bosoto.Cases
import io.github.bosoto.contract.Urgency
import io.github.bosoto.contract.WorklistItem
import io.github.bosoto.contract.WorklistQuery

/** The day of an officer: what can be done today, in the order of the library (overdue first), and what comes later. */
class Today(private val desk: Desk) {
    /** What the screen shows. */
    fun rows(): Rows = Cases.read(desk.store.all()).use { cases ->
        val found = cases.worklist(WorklistQuery(actor = desk.actor, on = desk.today()), desk.policy)
        val (later, today) = found.items.partition { it.urgency == Urgency.UPCOMING }
        val soonest = later.distinctBy { it.caseId }
        Rows(today.map(::row), soonest.map(::row), found.broken.map { desk.say(it.message) })
    }

    private fun row(item: WorklistItem): Row {
        val (label, day) = item.dueBy?.let { Words.dueBy to it } ?: (Words.opensOn to item.opensOn)
        return Row(
            caseId = item.caseId,
            name = desk.ask(item.caseId) { Person.of(it, desk) }.name,
            what = desk.say(item.what),
            urgency = item.urgency,
            because = desk.say(item.because),
            day = "${desk.say(label)} ${desk.say(day)}",
            rule = item.rule,
        )
    }

    /** What is owed today, what later, and why a case cannot be asked. */
    class Rows(val today: List<Row>, val later: List<Row>, val broken: List<String>)

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
