package io.github.bosoto.field.work

import io.github.bosoto.aftercare.AcceptedDecision
import io.github.bosoto.aftercare.RejectedDecision
import io.github.bosoto.contract.Actor
import io.github.bosoto.contract.ErrorCode
import io.github.bosoto.contract.WireException
import io.github.bosoto.field.form.Answers
import io.github.bosoto.field.form.Field
import io.github.bosoto.field.form.Form
import io.github.bosoto.field.form.Kind
import io.github.bosoto.field.form.Option
import io.github.bosoto.field.store.Draft
import io.github.bosoto.json.At
import java.util.UUID
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive

/**
 * A form that is being filled in. Each answer is kept as it is typed, and with it the id under which the form will be sent:
 * after a restart it goes on where it was, and is never sent twice.
 *
 * @param start answers that are there already; they begin the form anew where they differ from those kept
 * @param commandId the id under which it is sent, where that is not any
 */
class FormScreen(
    private val desk: Desk,
    val caseId: String,
    command: String,
    start: Map<String, String> = emptyMap(),
    commandId: String? = null,
) {
    private val form: Form = desk.forms.getValue(command)
    private val commandId: String
    private val answers: Answers

    /** What the library says to each field, after a refusal. */
    var problems: Map<String, String> = emptyMap()
        private set

    /** What it says to the whole. */
    var refusals: List<String> = emptyList()
        private set

    init {
        val draft = desk.store.draft(caseId, command)?.takeIf { fits(it, start, commandId) } ?: fresh(start, commandId)
        this.commandId = draft.commandId
        answers = Answers.of(draft.answers)
    }

    val title: String get() = form.title

    /** The entry that it is about; null where it is about none. */
    val about: Entry?
        get() = form.fields.find { it.path == ENTRY }?.let { field -> Entry.all(caseId, desk).find { it.id == answers[field] } }

    val fields: List<Field> get() = form.fields.filter { it.path !in filledByItself() }.map(::withChoices)

    fun answer(field: Field): String = answers[field]

    /** An answer is typed or chosen. */
    fun write(field: Field, answer: String) {
        if (answers[field] == answer) return
        answers[field.path] = answer
        keep()
    }

    /** Sends it; null where it was refused, else what to say of it. */
    fun send(): Done? {
        problems = answers.noDays(form).mapValues { desk.say(it.value) }
        refusals = emptyList()
        if (problems.isNotEmpty()) return null
        return try {
            when (val decision = desk.act(caseId, envelope(), form.command)) {
                is AcceptedDecision -> Done(decision.warnings.map { "${desk.say(it.message)} (${it.rule})" })
                is RejectedDecision -> null.also { decision.reasons.forEach { refused(it.pointer.orEmpty(), "${desk.say(it.message)} (${it.rule})") } }
            }
        } catch (wrong: WireException) {
            null.also { refused(wrong.pointer, said(wrong)) }
        }
    }

    /** The message for programs names a field by its code; beside the field itself the title of the code says as much. */
    private fun said(wrong: WireException): String =
        if (wrong.code == ErrorCode.MISSING_FIELD) desk.say(wrong.code) else desk.say(wrong.error.message)

    private fun refused(pointer: String, words: String) {
        val field = form.field(pointer)?.path?.takeIf { path -> fields.any { it.path == path } }
        if (field == null) refusals += words else problems += field to listOfNotNull(problems[field], words).joinToString("\n")
    }

    private fun envelope(): String = JsonObject(
        mapOf(
            "command_id" to JsonPrimitive(commandId),
            "case_id" to JsonPrimitive(caseId),
            "at" to JsonPrimitive(At.text(desk.now())),
            "actor" to Json.encodeToJsonElement(Actor.serializer(), desk.actor),
            "command" to answers.command(form),
        ),
    ).toString()

    private fun keep() = desk.store.transaction { desk.store.keep(caseId, form.command, Draft(commandId, answers.toJson())) }

    private fun fits(draft: Draft, start: Map<String, String>, commandId: String?): Boolean {
        val kept = Answers.of(draft.answers)
        val ids = form.fields.filter { it.path.endsWith("_id") && it.path in start && it.path !in made().keys }
        return (commandId == null || commandId == draft.commandId) && ids.all { kept[it] == start[it.path] }
    }

    /** A form nobody has begun: today stands where a day is asked for, and a new thing has an id that no other device gives. */
    private fun fresh(start: Map<String, String>, commandId: String?): Draft {
        val days = form.fields.filter { it.kind == Kind.Day && it.isRequired }.associate { it.path to Answers.thai(desk.today().toString()) }
        return Draft(commandId ?: UUID.randomUUID().toString(), Answers(days + start + made()).toJson())
    }

    private fun made(): Map<String, String> = if (form.command == NEW_HELP) mapOf(HELP to UUID.randomUUID().toString()) else emptyMap()

    /** What no person types: the id of a new thing, the entry that is taken back (one that needs no data change: else it is not offered). */
    private fun filledByItself(): Set<String> = if (form.command == NEW_HELP) setOf(HELP) else setOf(ENTRY, DATA_CHANGE)

    /** The help that a field names is chosen from the help that was asked for. */
    private fun withChoices(field: Field): Field {
        if (field.path != HELP) return field
        return Field(field.path, field.title, field.group, Kind.One(help()), field.isRequired, field.maxLength)
    }

    private fun help(): List<Option> = Entry.all(caseId, desk).filter { it.type == "help_requested" && !it.isVoid }
        .mapNotNull { entry -> entry.again()[HELP]?.let { Option(it, "${entry.day} · ${entry.details.joinToString(" · ")}") } }

    /** It was accepted, perhaps with advice. */
    class Done(val warnings: List<String>)

    private companion object {
        const val NEW_HELP = "request_help"
        const val HELP = "help_id"
        const val ENTRY = "event_id"
        const val DATA_CHANGE = "data_change"
    }
}
