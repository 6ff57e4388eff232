package io.github.bosoto.field.work

import io.github.bosoto.contract.Role
import io.github.bosoto.field.form.Answers
import io.github.bosoto.field.form.Field
import io.github.bosoto.field.form.Kind
import io.github.bosoto.field.form.Option
import io.github.bosoto.field.form.stored
import io.github.bosoto.field.form.text
import io.github.bosoto.field.store.isAnswer
import java.time.OffsetDateTime
import java.util.UUID
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonObject

/** An event of a log as a reader sees it: what it was, when, by whom, and what was entered. */
class Entry(private val event: JsonObject, private val desk: Desk) {
    val id: String = event.text("event_id")
    val type: String = event.text("type")
    val commandId: String = event.text("command_id")

    /**
     * Which one it is. Only what was entered instead of another may be there twice under one id, where two devices settled the same
     * differently: what it says tells those apart.
     */
    val key: String get() = if (isAnswer(commandId)) "$id ${UUID.nameUUIDFromBytes("${JsonObject(event - "void")}".toByteArray())}" else id

    /** Kept without effect since a merge. */
    val isVoid: Boolean = "void" in event

    /** What this one takes back; null where it takes back nothing. */
    val takesBack: String? = if (type == "withdrawn" && !isVoid) event.text("of") else null

    val label: String get() = desk.label(type)
    val day: String get() = desk.say(OffsetDateTime.parse(event.text("at")).toLocalDate())
    val by: String
        get() {
            val actor = event.getValue("actor").jsonObject
            val role = Role.of(actor.text("role")) ?: return actor.text("role")
            return desk.say(role) + " " + actor.text("organisation")
        }

    /** What was entered, each under the title of its field. */
    val details: List<String>
        get() {
            val form = desk.forms[desk.command(type)] ?: return emptyList()
            val answers = Answers.again(form, event)
            return form.fields.filter { isShown(it) && answers[it].isNotEmpty() }.map { "${it.title}: ${said(it, answers[it])}" }
        }

    /** The answers that would enter the same again, without ids that are this entry's own. */
    fun again(): Map<String, String> {
        val form = desk.forms[desk.command(type)] ?: return emptyMap()
        val answers = Answers.again(form, event)
        return form.fields.filter { answers[it].isNotEmpty() }.associate { it.path to answers[it] }
    }

    /** Ids are for machines, and who the person is stands above. */
    private fun isShown(field: Field): Boolean = !field.path.endsWith("_id") && !field.path.startsWith("person/")

    private fun said(field: Field, answer: String): String = when (val kind = field.kind) {
        is Kind.One -> titles(kind.options, answer)
        is Kind.Several -> titles(kind.options, answer)
        Kind.Day -> Answers.day(answer)?.let(desk::say) ?: answer
        Kind.Words -> answer
    }

    private fun titles(options: List<Option>, words: String): String =
        words.split(',').joinToString(", ") { word -> options.find { it.word == word }?.title ?: word }

    /** Without what is a person's. */
    override fun toString(): String = "Entry($id, $type)"

    companion object {
        /** The log of a case, in its order. */
        fun all(caseId: String, desk: Desk): List<Entry> =
            desk.store.events(caseId).map { Entry(stored(it), desk) }
    }
}
