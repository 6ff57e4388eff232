package io.github.bosoto.field.work

import io.github.bosoto.Case
import io.github.bosoto.Policy
import io.github.bosoto.aftercare.AcceptedDecision
import io.github.bosoto.aftercare.Aftercare
import io.github.bosoto.aftercare.Decision
import io.github.bosoto.contract.Actor
import io.github.bosoto.contract.Lang
import io.github.bosoto.contract.Lifecycle
import io.github.bosoto.contract.Questions
import io.github.bosoto.contract.Style
import io.github.bosoto.contract.Text
import io.github.bosoto.field.form.Form
import io.github.bosoto.field.store.CaseStore
import io.github.bosoto.field.store.Notice
import io.github.bosoto.field.store.Purpose
import io.github.bosoto.json.Word
import java.time.Clock
import java.time.LocalDate
import java.time.OffsetDateTime
import java.time.ZoneOffset
import java.util.UUID

/** Who works on this device, by which clock, in which language: what every screen is made from. */
class Desk(val store: CaseStore, val actor: Actor, private val clock: Clock, val lang: Lang, val policy: Policy? = null) {
    /** The forms of the commands, in the language of the screen. */
    val forms: Map<String, Form> by lazy { Form.all(lang) }

    /** What made an event, by the event's type: the command and its label. */
    private val commands by lazy { Questions.machine(Lifecycle.AFTERCARE).commands.associateBy { it.event } }

    /** Now, by this device's clock. */
    fun now(): OffsetDateTime = OffsetDateTime.ofInstant(clock.instant(), THAILAND)

    /** Today in Thailand, by this device's clock. */
    fun today(): LocalDate = now().toLocalDate()

    /** A text in the language of the screen. */
    fun say(text: Text): String = text.of(lang)

    /** A day as the readers of the language write it: a list has many rows and few days, so that each is asked once. */
    fun say(day: LocalDate): String = if (lang == Lang.TH) days.getOrPut(day) { Questions.thaiDate(day, Style.ABBREVIATED) } else day.toString()

    private val days = mutableMapOf<LocalDate, String>()

    /** A word of the library in the language of the screen. */
    fun say(word: Word): String = if (lang == Lang.TH) word.th else word.en

    /** The command that makes events of a type. */
    fun command(event: String): String = commands[event]?.action.orEmpty()

    /** What the command is called that makes events of a type. */
    fun label(event: String): String = commands[event]?.let { say(it.label) } ?: event

    /** Whose forms are whose. */
    val user: String get() = Purpose.user(actor.role.word, actor.organisation, actor.userId)

    /** Asks a case something: a call or two across the border, which is enough for the cases of one screen. */
    fun <R> ask(caseId: String, question: (Case) -> R): R = open(store.log(caseId)).use(question)

    /**
     * Judges a command and does it where it is accepted: its events and its notices are stored, and the form that it came
     * from is forgotten, together or not at all. What comes again under the same id changes nothing.
     */
    fun act(caseId: String, envelope: String, form: Purpose? = null): Decision = store.transaction {
        ask(caseId) { case ->
            val decision = Aftercare.decision(case.act(envelope, policy))
            if (decision is AcceptedDecision) {
                if (decision.repeated != true) keep(caseId, decision)
                form?.let(store::drop)
            }
            decision
        }
    }

    private fun keep(caseId: String, decision: AcceptedDecision) {
        val events = Aftercare.log(decision.events)
        store.append(caseId, events)
        decision.effects.forEachIndexed { place, effect ->
            val id = UUID.nameUUIDFromBytes("$events$place".toByteArray()).toString()
            store.put(Notice(id, effect.toJson()))
        }
    }

    private fun open(log: String): Case = if (log.isEmpty()) Case.fresh(Aftercare) else Case.replay(Aftercare, log)

    private companion object {
        val THAILAND: ZoneOffset = ZoneOffset.ofHours(7)
    }
}
