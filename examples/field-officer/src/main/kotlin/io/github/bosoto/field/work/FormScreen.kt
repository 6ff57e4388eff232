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
import io.github.bosoto.field.store.Purpose
import io.github.bosoto.field.store.isAnswer
import io.github.bosoto.json.At
import java.util.UUID
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive

/**
 * A form that is being filled in. Each answer is kept as it is typed, and with it the id under which the form will be sent:
 * after a restart it goes on where it was, and is never sent twice.
 *
 * @param start answers that are there already where nobody has begun the form; the entry that it takes back
 * @param instead the id under which it is sent, where something is entered instead of an entry
 */
class FormScreen(
    private val desk: Desk,
    val caseId: String,
    command: String,
    start: Map<String, String> = emptyMap(),
    instead: String? = null,
) {
    private val form: Form = desk.forms.getValue(command)
    private val purpose = Purpose(caseId, command, instead ?: start[ENTRY].orEmpty(), desk.user)
    private val day = desk.today()
    private var commandId: String
    private val answers: Answers
    private var isSent = false

    /** What the library says to each field, after a refusal. */
    var problems: Map<String, String> = emptyMap()
        private set

    /** What it says to the whole. */
    var refusals: List<String> = emptyList()
        private set

    init {
        val draft = desk.store.draft(purpose) ?: settledElsewhere() ?: Draft(instead ?: newId(), Answers(start + made()).toJson())
        commandId = draft.commandId
        answers = Answers.of(draft.answers, days())
    }

    /** Whether it can be shown at this desk as it is: to the same user, in the same language, on the same day. */
    fun isFor(desk: Desk): Boolean = desk.actor == this.desk.actor && desk.lang == this.desk.lang && desk.today() == day

    val title: String get() = form.title

    /** The entry that it is about; null where it is about none. */
    val about: Entry?
        get() = form.fields.find { it.path == ENTRY }?.let { field -> Entry.all(caseId, desk).find { it.id == answers[field] && !it.isVoid } }

    val fields: List<Field> get() = form.fields.filter { it.path !in filledByItself() }.map(::withChoices)

    fun answer(field: Field): String = answers[field]

    /** An answer is typed or chosen; what comes after the form was sent is none of it. */
    fun write(field: Field, answer: String) {
        if (isSent || answers[field] == answer) return
        answers[field.path] = answer
        keep()
    }

    /** Sends it; null where it was refused, else what to say of it. */
    fun send(): Done? {
        problems = (answers.noDays(form) + answers.noTexts(form).associateWith { Words.noText }).mapValues { desk.say(it.value) }
        refusals = emptyList()
        if (problems.isNotEmpty()) return null
        return try {
            when (val decision = desk.act(caseId, envelope(), purpose)) {
                is AcceptedDecision -> Done(decision.warnings.map { "${desk.say(it.message)} (${it.rule})" }).also { isSent = true }
                is RejectedDecision -> null.also { decision.reasons.forEach { refused(it.pointer.orEmpty(), "${desk.say(it.message)} (${it.rule})") } }
            }
        } catch (wrong: WireException) {
            if (wrong.code == ErrorCode.COMMAND_ID_REUSED) goOnAnew() else refused(wrong.pointer, said(wrong))
            null
        }
    }

    /** Something else was sent under its id, mostly on another device: it goes on as an entry of its own, where the officer still wants it. */
    private fun goOnAnew() {
        commandId = newId()
        keep()
        refusals += desk.say(Words.settledElsewhere)
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

    private fun keep() = desk.store.transaction { desk.store.keep(purpose, Draft(commandId, answers.toJson())) }

    /** What was typed instead of an entry, when somebody else has settled that meanwhile: an ordinary form goes on with it, under an id of its own. */
    private fun settledElsewhere(): Draft? {
        if (purpose.about.isNotEmpty()) return null
        val begun = desk.store.begun(purpose).filter { isAnswer(it.about) }.ifEmpty { return null }
        val sent = Entry.all(caseId, desk).map { it.commandId }.toSet()
        val settled = begun.find { it.about in sent } ?: return null
        refusals += desk.say(Words.settledElsewhere)
        val draft = desk.store.draft(settled)?.let { Draft(newId(), it.answers) } ?: return null
        desk.store.transaction {
            desk.store.keep(purpose, draft)
            desk.store.drop(settled)
        }
        return draft
    }

    private fun newId(): String = UUID.randomUUID().toString()

    /** Today, where a day is asked for and none was typed. */
    private fun days(): Map<String, String> =
        form.fields.filter { it.kind == Kind.Day && it.isRequired }.associate { it.path to Answers.thai("$day") }

    /** A new thing has an id that no other device gives. */
    private fun made(): Map<String, String> = if (form.command == NEW_HELP) mapOf(HELP to newId()) else emptyMap()

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
