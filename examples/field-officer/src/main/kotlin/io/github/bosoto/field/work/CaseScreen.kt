package io.github.bosoto.field.work

import io.github.bosoto.Case
import io.github.bosoto.aftercare.State
import io.github.bosoto.aftercare.Withdraw
import io.github.bosoto.contract.Action
import io.github.bosoto.contract.ReasonKind

/** A case: who, what is owed, what can be done and what not and why, and its history with what can be taken back. */
class CaseScreen(private val desk: Desk, val caseId: String) {
    private val shown: Shown = desk.ask(caseId) { Shown(Person.of(it, desk), state(it), owed(it), buttons(it), history(it)) }

    val person: Person get() = shown.person
    val state: String get() = shown.state
    val owed: List<String> get() = shown.owed
    val buttons: List<Button> get() = shown.buttons
    val history: List<Line> get() = shown.history

    private class Shown(val person: Person, val state: String, val owed: List<String>, val buttons: List<Button>, val history: List<Line>)

    private fun state(case: Case): String = case.state()?.let(State::of)?.let(desk::say).orEmpty()

    private fun owed(case: Case): List<String> = case.due(desk.today(), desk.policy).map { owed ->
        desk.say(owed.what) + owed.dueBy?.let { " · ${desk.say(Words.dueBy)} ${desk.say(it)}" }.orEmpty()
    }

    /** Taking back is offered in the history, at the entry itself; enrolling makes another case; what only others may do is theirs. */
    private fun buttons(case: Case): List<Button> = case.actions(desk.actor, desk.now(), desk.policy)
        .filter { action -> action.action !in ELSEWHERE && action.reasons.none { it.kind == ReasonKind.NOT_PERMITTED } }
        .map { Button.of(it, desk) }

    private fun history(case: Case): List<Line> {
        val entries = Entry.all(caseId, desk)
        val takenBack = entries.mapNotNull { it.takesBack }.toSet()
        return entries.map { entry ->
            val mark = if (entry.isVoid) Words.noEffect else if (entry.id in takenBack) Words.takenBack else null
            Line(entry, mark?.let(desk::say), mark == null && canTakeBack(case, entry))
        }.reversed()
    }

    /** Asks the library, with a reason that stands for any. */
    private fun canTakeBack(case: Case, entry: Entry): Boolean =
        case.decide(Withdraw(entry.id, "?").sent(desk.now(), desk.actor), desk.policy).isAccepted

    /** An entry of the history: a mark where it has no effect, and whether this officer can take it back. */
    class Line(val entry: Entry, val mark: String?, val canTakeBack: Boolean)

    private companion object {
        val ELSEWHERE = setOf("enrol", "withdraw")
    }
}

/** A button: what stands on it, whether it can be pressed, why not, and from which day. */
class Button(val command: String, val label: String, val isAllowed: Boolean, val reasons: List<String>, val from: String?) {
    companion object {
        fun of(action: Action, desk: Desk): Button = Button(
            action.action,
            desk.say(action.label),
            action.allowed,
            action.reasons.map { "${desk.say(it.message)} (${it.rule})" },
            action.allowedFrom?.let { "${desk.say(Words.from)} ${desk.say(it.day)}" },
        )
    }
}
