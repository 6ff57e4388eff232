package io.github.bosoto.field.form

import io.github.bosoto.contract.Questions
import io.github.bosoto.contract.Style
import io.github.bosoto.contract.Text
import io.github.bosoto.contract.WireException
import java.time.LocalDate
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonPrimitive

/**
 * What was filled in, by the place of the field, as it was typed; of several choices their words parted by commas.
 *
 * @param untouched what stands where nothing was filled in; it is not kept
 */
class Answers(given: Map<String, String> = emptyMap(), private val untouched: Map<String, String> = emptyMap()) {
    private val given = given.toMutableMap()

    operator fun get(field: Field): String = (given[field.path] ?: untouched[field.path]).orEmpty()

    operator fun set(path: String, answer: String) {
        given[path] = answer
    }

    /** Kept until the form is sent. */
    fun toJson(): String = JsonObject(given.mapValues { JsonPrimitive(it.value) }).toString()

    /** The command that they make. What was left empty is left out: whether that may be is the library's to say. */
    fun command(form: Form): JsonObject {
        val type = JsonObject(mapOf("type" to JsonPrimitive(form.command)))
        return form.fields.fold(type) { command, field -> value(field)?.let { put(command, field.path, it) } ?: command }
    }

    /** A value at its place, however deep. */
    private fun put(command: JsonObject, path: String, value: JsonElement): JsonObject {
        val (outer, inner) = path.substringBefore('/') to path.substringAfter('/', "")
        val inside = command[outer] as? JsonObject ?: JsonObject(emptyMap())
        return JsonObject(command + (outer to if (inner.isEmpty()) value else put(inside, inner, value)))
    }

    private fun value(field: Field): JsonElement? {
        val answer = this[field]
        if (answer.isBlank()) return null
        return when (field.kind) {
            is Kind.Several -> JsonArray(answer.split(',').map(::JsonPrimitive))
            Kind.Day -> JsonPrimitive(day(answer)?.toString() ?: answer)
            is Kind.One, Kind.Words -> JsonPrimitive(answer)
        }
    }

    /** What is typed where a day is asked for and is none, by its field: the library says what to write instead. */
    fun noDays(form: Form): Map<String, Text> = form.fields.filter { it.kind == Kind.Day && this[it].isNotBlank() }
        .mapNotNull { field -> whyNoDay(this[field])?.let { field.path to it } }.toMap()

    /** The fields in which a character is broken, half of one as a rule: it cannot be sent, and the library cannot say where it stands. */
    fun noTexts(form: Form): List<String> = form.fields.filter { !Charsets.UTF_8.newEncoder().canEncode(this[it]) }.map { it.path }

    companion object {
        /** Those that were kept. */
        fun of(json: String, untouched: Map<String, String> = emptyMap()): Answers =
            Answers(stored(json).mapValues { it.value.jsonPrimitive.content }, untouched)

        /** Those of a command or of the event that it made, to be given again. */
        fun again(form: Form, event: JsonObject): Answers = Answers(
            form.fields.mapNotNull { field -> typed(field, event)?.let { field.path to it } }.toMap(),
        )

        private fun typed(field: Field, event: JsonObject): String? {
            val found = field.path.split('/').fold(event as JsonElement?) { at, name -> (at as? JsonObject)?.get(name) }
            return when (found) {
                null -> null
                is JsonArray -> found.joinToString(",") { it.jsonPrimitive.content }
                else -> if (field.kind == Kind.Day) thai(found.jsonPrimitive.content) else found.jsonPrimitive.content
            }
        }

        /** A date as people here write it. */
        fun thai(date: String): String = Questions.thaiDate(LocalDate.parse(date), Style.SLASH)

        /** The day that somebody has typed, in any shape that people write; null where it is none. */
        fun day(typed: String): LocalDate? = try {
            Questions.parseThaiDate(typed)
        } catch (_: WireException) {
            null
        }

        private fun whyNoDay(typed: String): Text? = try {
            Questions.parseThaiDate(typed)
            null
        } catch (none: WireException) {
            none.error.message
        }
    }
}
