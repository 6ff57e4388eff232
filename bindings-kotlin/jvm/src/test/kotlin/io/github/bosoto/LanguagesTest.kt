package io.github.bosoto

import io.github.bosoto.contract.*
import io.github.bosoto.json.ERROR
import io.github.bosoto.json.canonical
import io.github.bosoto.json.read
import java.io.File
import kotlinx.serialization.KSerializer
import kotlinx.serialization.builtins.ListSerializer
import kotlinx.serialization.builtins.serializer
import kotlinx.serialization.json.Json
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assertions.fail
import org.junit.jupiter.api.Test

/** Every lifecycle. */
val LIFECYCLES: Map<String, LifecycleOf<*, *>> = listOf(
    io.github.bosoto.compulsory.Compulsory,
    io.github.bosoto.assistance.Assistance,
    io.github.bosoto.episode.Episode,
    io.github.bosoto.aftercare.Aftercare,
    io.github.bosoto.account.Account,
    io.github.bosoto.registrylink.RegistryLink,
    io.github.bosoto.adminchange.AdminChange,
    io.github.bosoto.datachange.DataChange,
).associateBy { it.word }

/** The same questions in Rust, Python and Kotlin; `make test-kotlin` has the other two answered first. */
class LanguagesTest {
    private val folder = File(System.getProperty("bosoto.languages"))
    private val questions = folder.resolve("questions.ndjson").readLines().map(::question)
    private val rust = folder.resolve("rust.ndjson").readLines()
    private val python = folder.resolve("python.ndjson").readLines()

    @Test
    fun `every lifecycle is there`() {
        assertEquals(Lifecycle.entries.map { it.word }, LIFECYCLES.keys.toList())
    }

    @Test
    fun `Rust, Python and Kotlin answer with the same bytes`() {
        assertEquals(questions.size, rust.size)
        assertEquals(questions.size, python.size)
        questions.forEachIndexed { line, question ->
            val answer = asked(question.first()!!, *question.drop(1).toTypedArray())
            assertEquals(rust[line], answer) { "line ${line + 1}: Rust and Kotlin" }
            assertEquals(python[line], answer) { "line ${line + 1}: Python and Kotlin" }
        }
    }

    @Test
    fun `every call is asked, with many envelopes and merges`() {
        val counts = questions.groupingBy { it.first()!! }.eachCount()
        assertTrue(counts.getValue("decide") >= 10_000) { "$counts" }
        assertTrue(counts.getValue("merge") >= 1_000) { "$counts" }
        val error = read(ErrorDocument.serializer(), asked("no call")).error
        val known = Regex("`([a-z_]+)`").findAll(error.message.en).map { it.groupValues[1] }.toSet()
        assertTrue(known.size > 20)
        assertEquals(known, counts.keys - "nothing")
    }

    @Test
    fun `what is read into types is written with the same bytes`() {
        var count = 0
        questions.forEachIndexed { line, question ->
            val answer = rust[line]
            val serializer = if (answer.startsWith(ERROR)) problem(answer) else answered(question)
            if (serializer != null) {
                val again = runCatching { again(serializer, answer) }.getOrElse { fail("line ${line + 1}: ${question.first()} $it") }
                assertEquals(answer, again) { "line ${line + 1}: ${question.first()}" }
                count++
            }
        }
        assertTrue(count > 10_000)
    }

    @Test
    fun `an envelope with types is decided as its JSON is`() {
        var count = 0
        questions.forEachIndexed { line, question ->
            // A whole number may be written with a fraction, which no type does.
            if (question.first() == "decide" && !rust[line].startsWith(ERROR) && "30.0" !in question[3]!!) {
                val lifecycle = LIFECYCLES.getValue(question[1]!!)
                val typed = runCatching { lifecycle.envelope(question[3]!!) }.getOrElse { fail("line ${line + 1}: $it") }
                assertEquals(rust[line], Calls.decide(question[1]!!, question[2], typed.toJson())) { "line ${line + 1}" }
                count++
            }
        }
        assertTrue(count > 3_000) { "only $count" }
    }

    private fun question(line: String): List<String?> = Json.decodeFromString(QUESTION, line)

    private fun <T> again(serializer: KSerializer<T>, json: String): String = canonical(serializer, read(serializer, json))

    private fun problem(answer: String): KSerializer<*> =
        if ("\"pointer\":" in answer.substringBefore("\"message\"")) ErrorDocument.serializer() else DataProblem.serializer()

    /** The type of an answer; none of what only lies open as JSON. */
    private fun answered(question: List<String?>): KSerializer<*>? = when (question.first()) {
        "decide" -> LIFECYCLES.getValue(question[1]!!).decisions
        "as_of" -> ListSerializer(LIFECYCLES.getValue(question[1]!!).events)
        "merge" -> Merged.serializer(LIFECYCLES.getValue(question[1]!!).events)
        "actions" -> ListSerializer(Action.serializer())
        "obligations", "due", "report_calendar", "smiv_obligations" -> ListSerializer(Obligation.serializer())
        "flags" -> ListSerializer(Flag.serializer())
        "replay" -> Replay.serializer()
        "worklist" -> Rows.serializer()
        "casework" -> ListSerializer(Casework.serializer())
        "workload" -> ListSerializer(Workload.serializer())
        "roster_check" -> ListSerializer(DistrictGaps.serializer())
        "check_cell", "check_row" -> ListSerializer(RecordFinding.serializer())
        "indicator_value" -> Figure.serializer()
        "parse_thai_date" -> io.github.bosoto.json.Day
        "thai_date" -> String.serializer()
        "machine" -> Machine.serializer()
        "quality_of_life_form" -> null
        "permissions" -> ListSerializer(Permission.serializer())
        "rule" -> if (question.size == 1) ListSerializer(Rule.serializer()) else Rule.serializer()
        "parameters" -> ListSerializer(Parameter.serializer())
        "owed" -> ListSerializer(Named.serializer())
        else -> null
    }

    private companion object {
        val QUESTION = ListSerializer(kotlinx.serialization.serializer<String?>())
    }
}
